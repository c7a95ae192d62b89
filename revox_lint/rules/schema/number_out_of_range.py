"""A number that cannot mean anything where it stands.

No attempt at all, a delay of nothing, a negative pause, a call that may last zero seconds: the
contract's description of each field leaves no such number, and infinity and NaN cannot even
be sent, since JSON has neither. The bounds are a table by contract version. The bounds
of a voice's speed are its provider's, see `voice-speed-out-of-range`.
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
    speed = document.number("voice", "speed")
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
    written = document.written(scalar)
    infinite = value != value or value in (float("inf"), float("-inf"))
    if infinite:
        yield Finding(
            scalar,
            f"`{field}` is `{written}`, which is no finite number: it cannot be sent",
            help="write a finite number",
        )
    elif not limit.allows(value):
        bound = _bound(limit)
        yield Finding(scalar, f"`{field}` is `{written}`, but must be {bound}", help=limit.source)


def _bound(limit: Limit) -> str:
    parts = []
    if limit.low is not None:
        parts.append(f"greater than {limit.low:g}" if limit.low_open else f"{limit.low:g} or more")
    if limit.high is not None:
        parts.append(f"less than {limit.high:g}" if limit.high_open else f"{limit.high:g} or less")
    return " and ".join(parts)
