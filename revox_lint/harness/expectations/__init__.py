"""What a test can expect: one `ExpectationKind` for each key under `expect`, by subject.

A kind reads its value from the test file, says how it looks in the JSON Schema, and judges
it against a `Situation`. The listing in `kinds()` is what the reader, the schema and the
documentation go by.
"""

from __future__ import annotations

from functools import cache

from revox_lint.harness.expectations.expectation import ExpectationKind


@cache
def kinds() -> dict[str, ExpectationKind]:
    """Return every expectation by its key, in the order in which they are documented."""
    from revox_lint.harness.expectations import calling, extraction, findings, payload, texts

    return {
        kind.name: kind
        for module in (calling, texts, extraction, findings, payload)
        for kind in module.KINDS
    }
