"""A number outside the bounds of its field.

Zero attempts, a negative pause or a call of zero seconds contradict the contract's description
of the field; for `max_retry_attempts` the vendor's reference says "greater than 0", so that 1 is
the way to call once. Infinity and NaN cannot be sent at all, since JSON has neither. The bounds
are a table per contract version. The bounds of a voice's speed depend on its provider, see
`voice-speed-out-of-range`.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.contract import Limit
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Mapping, Node, Scalar, Sequence

SEVERITY = Severity.ERROR
SUPERSEDES = (
    "wrong-type",
    "aggressive-retry",
    "delay-in-minutes",
    "duration-in-minutes",
    "long-first-delay",
    "retry-delay-exceeds-window",
    "too-many-attempts",
)

BAD = """\
name: Reception
prompt: You answer the phone of a dental practice.
max_call_duration_secs: 0  # error
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
max_call_duration_secs: 600
"""

_FINITE = Limit(source="JSON has no infinity and no NaN (RFC 8259, chapter 6).")


def check(document: Document) -> Iterator[Finding]:
    for (name, qualifier), limit in document.contract.limits.items():
        if qualifier is None:
            for scalar in _numbers(document.root, name.split(".")):
                yield from _judged(document, scalar, name, limit)
    speed = document.voice_speed
    if speed is not None:
        yield from _judged(document, speed, "speed", _FINITE)


def _numbers(node: Node, names: list[str]) -> Iterator[Scalar]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _numbers(item, names)
    elif isinstance(node, Mapping) and names:
        entry = node.get(names[0])
        if entry is not None:
            yield from _numbers(entry.value, names[1:])
    elif isinstance(node, Scalar) and not names and type(node.value) in (int, float):
        yield node


def _judged(document: Document, scalar: Scalar, name: str, limit: Limit) -> Iterator[Finding]:
    value = scalar.value
    if not isinstance(value, (int, float)):
        return
    field = name.rpartition(".")[2]
    written = document.quoted(scalar)
    infinite = value != value or value in (float("inf"), float("-inf"))
    if infinite:
        yield Finding(
            scalar,
            f"`{field}` must be a finite number, not {written}",
            help="write a finite number: JSON has no infinity and no NaN",
        )
    elif not limit.allows(value):
        bound = limit.words
        yield Finding(
            scalar,
            f"`{field}` must be {bound}, not {written}",
            help="write `1` to call once"
            if name == ".".join(map(str, document.roles.max_attempts))
            else f"write a number that is {bound}",
        )
