"""Expectations about when calls are made, how many, and what they cost at most."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from revox_lint.facts.zone_names import SUPERSEDED
from revox_lint.harness.expectations import comparison
from revox_lint.harness.expectations.comparison import Comparison
from revox_lint.harness.expectations.expectation import ExpectationKind, Mismatch, Situation
from revox_lint.harness.reading import entries
from revox_lint.schedule.clock import twenty_four_hours
from revox_lint.schedule.plan import Agreed, attempts_made
from revox_lint.schedule.zones import is_zone
from revox_lint.syntax.node import Mapping, Scalar, Sequence
from revox_lint.syntax.quote import quote
from revox_lint.syntax.span import Span
from revox_lint.text.suggest import suggest
from revox_lint.text.zone_name import meant_zone

if TYPE_CHECKING:
    from revox_lint.harness.reading import Reader
    from revox_lint.syntax.node import Node

INSTANT_SCHEMA = {
    "type": "string",
    "pattern": (
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.0{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$"
    ),
    "examples": ["2027-03-26T15:30:00Z"],
}
_LOCAL_TIME_SCHEMA = {"type": "string", "examples": ["20:00", "8pm"]}


def instant_text(instant: int) -> str:
    """Return an instant for people: UTC, to the minute where it is a whole one."""
    moment = datetime.fromtimestamp(instant, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _local(instant: int, zone: str) -> str:
    from revox_lint.schedule.zones import offset_if_twice, offsets_of

    wall = datetime.fromtimestamp(instant + offsets_of(zone).at(instant), UTC)
    return f"{wall:%a %Y-%m-%d %H:%M}{offset_if_twice(instant, zone)} in {zone}"


def _spread(agreed: Agreed[Any], shown: Any) -> tuple[str, ...]:
    """Return the different answers of the zones, each with the zones that give it."""
    lines = []
    for value, zones in agreed.by_value:
        some = ", ".join(zones[:3]) + (f" and {len(zones) - 3} more" if len(zones) > 3 else "")
        lines.append(f"{shown(value)} in {some}")
    return tuple(lines[:6]) + ((f"… {len(lines) - 6} more",) if len(lines) > 6 else ())


# --- inside_window, timezone, next_open -----------------------------------------------------


def _read_inside(reader: Reader, node: Node) -> str | None:
    if isinstance(node, Scalar) and isinstance(node.value, bool):
        return "true" if node.value else "false"
    if isinstance(node, Scalar) and node.value == "ambiguous":
        return "ambiguous"
    return None


def _judge_inside(situation: Situation, expected: str, span: Span) -> Iterator[Mismatch]:
    inside = situation.plan.inside
    found = "ambiguous" if inside.ambiguous else str(inside.value).lower()
    if found == expected:
        return
    start = situation.plan.start
    if inside.ambiguous:
        detail = _spread(inside, lambda value: "open" if value else "closed")
    else:
        zone = situation.plan.by_zone[0].zone
        detail = (f"{instant_text(start)} is {_local(start, zone)}",)
    yield Mismatch("inside_window", span, expected, found, detail)


def _read_timezone(reader: Reader, node: Node) -> str | None:
    name = reader.text(node)
    if name is None or name == "ambiguous" or is_zone(name):
        return name
    meant = suggest(name, ("ambiguous",)) or meant_zone(name)
    close = "" if meant is None else f", did you mean `{meant}`?"
    help = "write a name such as `Europe/Paris`, or `ambiguous`"
    message = f"unknown time zone {quote(name)}{close}"
    reader.error(node, message, help if meant is None else f"write `{meant}`")
    return None


def _judge_timezone(situation: Situation, expected: str, span: Span) -> Iterator[Mismatch]:
    zones = (
        (situation.schedule.timezone,)
        if situation.schedule.timezone is not None
        else situation.candidates
    )
    found = zones[0] if len(zones) == 1 else "ambiguous"
    # libphonenumber gives some zones by their old names: Asia/Calcutta is Asia/Kolkata.
    if SUPERSEDED.get(found, found) != SUPERSEDED.get(expected, expected):
        detail = (
            (f"{len(zones)} zones: {', '.join(zones[:6])}{', …' if len(zones) > 6 else ''}",)
            if len(zones) > 1
            else ()
        )
        yield Mismatch("timezone", span, expected, found, detail)


def _read_next_open(reader: Reader, node: Node) -> int | None:
    moment = reader.instant(node, "next_open")
    return None if moment is None else _exact(moment)


def _judge_next_open(situation: Situation, expected: int, span: Span) -> Iterator[Mismatch]:
    agreed = situation.plan.next_open
    if not agreed.ambiguous and agreed.value == expected:
        return
    zone = situation.plan.by_zone[0].zone
    if agreed.ambiguous:
        found, detail = "ambiguous", _spread(agreed, _instant_or_never)
    elif agreed.value is None:
        found, detail = "never", ()
    else:
        found, detail = instant_text(agreed.value), (_local(agreed.value, zone),)
    yield Mismatch("next_open", span, instant_text(expected), found, detail)


def _instant_or_never(instant: int | None) -> str:
    return "never" if instant is None else instant_text(instant)


def _exact(moment: datetime) -> int:
    """Seconds since 1970; the fraction of a second is dropped, as nothing is planned by it."""
    return int(moment.timestamp())


# --- attempts -----------------------------------------------------------------------------


class _Attempts(NamedTuple):
    """Expected instants by attempt number, each with its place; `whole` when they are all."""

    instants: tuple[tuple[int, int, Span], ...]
    whole: bool


def _read_attempts(reader: Reader, node: Node) -> _Attempts | None:
    before = len(reader.errors)
    instants: list[tuple[int, int, Span]] = []
    if isinstance(node, Mapping):
        for entry in entries(node):
            number = int(entry.name) if entry.name.isascii() and entry.name.isdigit() else 0
            if number < 1 or len(entry.name) > 6:
                reader.error(
                    entry.key,
                    f"`{entry.name}` is not the number of an attempt: they are counted from 1",
                )
                continue
            moment = reader.instant(entry.value, f"attempts {number}")
            if moment is not None:
                instants.append((number, _exact(moment), entry.value.span))
    else:
        items = reader.items(node)
        for number, item in enumerate(items, start=1):
            moment = reader.instant(item, f"attempts {number}")
            if moment is not None:
                instants.append((number, _exact(moment), item.span))
        if any(later[1] < earlier[1] for earlier, later in pairwise(instants)):
            reader.error(node, "the instants of `attempts` are not in order")
    if len(reader.errors) > before:
        return None
    return _Attempts(tuple(instants), isinstance(node, Sequence))


def _judge_attempts(situation: Situation, expected: _Attempts, span: Span) -> Iterator[Mismatch]:
    plan = situation.plan
    for number, instant, place in expected.instants:
        agreed = plan.attempt(number)
        if not agreed.ambiguous and agreed.value == instant:
            continue
        name = f"attempts {number}"
        if agreed.ambiguous:
            detail = _spread(agreed, _instant_or_never)
            yield Mismatch(name, place, instant_text(instant), "ambiguous", detail)
        elif agreed.value is None:
            made = len(plan.by_zone[0].attempts)
            yield Mismatch(name, place, instant_text(instant), f"no attempt {number}: {made} made")
        else:
            one = plan.by_zone[0].attempts[number - 1]
            detail = (_local(one.at, plan.by_zone[0].zone),)
            if one.due != one.at:
                detail += (
                    f"moved from {_local(one.due, plan.by_zone[0].zone)}, when no window is open",
                )
            yield Mismatch(name, place, instant_text(instant), instant_text(one.at), detail)
    if expected.whole:
        count = len(plan.by_zone[0].attempts)
        if count > len(expected.instants):
            more = [instant_text(a.at) for a in plan.by_zone[0].attempts[len(expected.instants) :]]
            yield Mismatch(
                "attempts",
                span,
                f"{len(expected.instants)} attempts",
                f"{count} attempts",
                (f"not expected: {', '.join(more[:5])}{', …' if len(more) > 5 else ''}",),
            )


# --- numbers ------------------------------------------------------------------------------


def _read_count(reader: Reader, node: Node) -> Comparison | None:
    read = comparison.read(reader, node, "attempts_count")
    if read is not None and any(op == "eq" and bound % 1 for op, bound in read.bounds):
        reader.error(node, f"`attempts_count` is a whole number, not `{reader.written(node)}`")
        return None
    return read


def _count(situation: Situation) -> int:
    return attempts_made(situation.schedule, situation.case.given.outcomes, situation.suite.assume)


def _judge_count(situation: Situation, expected: Comparison, span: Span) -> Iterator[Mismatch]:
    count = _count(situation)
    if not expected.holds(Fraction(count)):
        yield Mismatch("attempts_count", span, str(expected), str(count))


def _talk(situation: Situation) -> Fraction | None:
    seconds = situation.schedule.call_seconds
    return None if seconds is None else Fraction(seconds) * _count(situation)


_UNLIMITED = "no `max_call_duration_secs`: nothing limits a call"


def _judge_talk(situation: Situation, expected: Comparison, span: Span) -> Iterator[Mismatch]:
    talk = _talk(situation)
    if talk is None:
        yield Mismatch("talk_seconds_max", span, str(expected), _UNLIMITED)
    elif not expected.holds(talk):
        detail = (f"{_count(situation)} attempts of {situation.schedule.call_seconds} s",)
        found = comparison.shown(talk)
        yield Mismatch("talk_seconds_max", span, str(expected), found, detail)


def _judge_cost(situation: Situation, expected: Comparison, span: Span) -> Iterator[Mismatch]:
    rates = situation.suite.rates
    if rates is None:
        raise ValueError("the test file gives no `rates`")
    talk = _talk(situation)
    if talk is None:
        yield Mismatch("cost_max", span, str(expected), _UNLIMITED)
        return
    cost = talk * Fraction(rates.per_minute) / 60
    if not expected.holds(cost):
        attempts = f"{_count(situation)} attempts of {situation.schedule.call_seconds} s"
        unit = f" {rates.currency}".rstrip()
        yield Mismatch(
            "cost_max",
            span,
            f"{expected}{unit}",
            f"{comparison.shown(cost)}{unit}",
            (f"{attempts} at {rates.per_minute}{unit} a minute",),
        )


def _judge_span(situation: Situation, expected: Comparison, span: Span) -> Iterator[Mismatch]:
    lengths = {
        Fraction(plan.attempts[-1].at - plan.attempts[0].at, 3600) if plan.attempts else Fraction(0)
        for plan in situation.plan.by_zone
    }
    if all(expected.holds(length) for length in lengths):
        return
    ordered = [comparison.shown(length) for length in sorted(lengths)]
    if len(ordered) == 1:
        found = ordered[0]
    elif any(expected.holds(length) for length in lengths):
        found = f"ambiguous: {ordered[0]} to {ordered[-1]}, by zone"
    else:
        found = f"{ordered[0]} to {ordered[-1]}, by zone"
    yield Mismatch("span_hours", span, str(expected), found)


# --- bounds over all starts ---------------------------------------------------------------


def _judge_bound(
    situation: Situation, name: str, span: Span, minute: int, **bound: int
) -> Iterator[Mismatch]:
    from revox_lint.schedule.bounds import first_breach, years_ahead

    at = situation.case.given.at
    breach = first_breach(
        situation.schedule,
        situation.candidates,
        years=years_ahead(None if at is None else int(at.timestamp())),
        assume=situation.suite.assume,
        **bound,
    )
    if breach is None:
        return
    window = situation.schedule.windows[breach.window]
    detail = [
        f"an attempt at {instant_text(breach.instant)} is {_local(breach.instant, breach.zone)}"
    ]
    if breach.clock != breach.zone:
        detail.append(f"it is {_local(breach.instant, breach.clock)}, in the window {window}")
    else:
        detail.append(f"it is in the window {window}")
    when = "before" if name == "never_before" else "after"
    yield Mismatch(
        name,
        span,
        f"no attempt {when} {twenty_four_hours(minute)}",
        f"one at {twenty_four_hours(breach.minute)}",
        tuple(detail),
    )


def _judge_before(situation: Situation, minute: int, span: Span) -> Iterator[Mismatch]:
    yield from _judge_bound(situation, "never_before", span, minute, before=minute)


def _judge_after(situation: Situation, minute: int, span: Span) -> Iterator[Mismatch]:
    yield from _judge_bound(situation, "never_after", span, minute, after=minute)


KINDS = (
    ExpectationKind(
        "inside_window",
        "Whether `at` lies inside a calling window; `ambiguous` where the zones of the "
        "recipient's country code disagree.",
        {"enum": [True, False, "ambiguous"]},
        _read_inside,
        _judge_inside,
        frozenset({"at", "zone"}),
    ),
    ExpectationKind(
        "timezone",
        "The zone whose clock the windows run on; `ambiguous` where the country code has several.",
        {"type": "string", "examples": ["Europe/Paris", "ambiguous"]},
        _read_timezone,
        _judge_timezone,
        frozenset({"zone"}),
    ),
    ExpectationKind(
        "next_open",
        "The first instant from `at` on inside a window: `at` itself when it is inside.",
        INSTANT_SCHEMA,
        _read_next_open,
        _judge_next_open,
        frozenset({"at", "zone"}),
    ),
    ExpectationKind(
        "attempts",
        "The instants of all attempts, or of some: `{2: instant}`, counted from 1.",
        {
            "examples": [{"2": "2027-03-26T15:30:00Z"}],
            "anyOf": [
                {"type": "array", "items": INSTANT_SCHEMA, "minItems": 1},
                {
                    "type": "object",
                    "propertyNames": {"pattern": "^[1-9][0-9]{0,5}$"},
                    "additionalProperties": INSTANT_SCHEMA,
                    "minProperties": 1,
                },
            ],
        },
        _read_attempts,
        _judge_attempts,
        frozenset({"at", "zone"}),
    ),
    ExpectationKind(
        "attempts_count",
        "How many attempts are made.",
        comparison.SCHEMA,
        _read_count,
        _judge_count,
    ),
    ExpectationKind(
        "talk_seconds_max",
        "The most seconds that all attempts can last together.",
        comparison.SCHEMA,
        lambda reader, node: comparison.read(reader, node, "talk_seconds_max"),
        _judge_talk,
    ),
    ExpectationKind(
        "cost_max",
        "The most that all attempts can cost, by `rates`, to the second.",
        comparison.SCHEMA,
        lambda reader, node: comparison.read(reader, node, "cost_max"),
        _judge_cost,
        frozenset({"rates"}),
    ),
    ExpectationKind(
        "span_hours",
        "Hours from the first attempt to the last.",
        comparison.SCHEMA,
        lambda reader, node: comparison.read(reader, node, "span_hours"),
        _judge_span,
        frozenset({"at", "zone"}),
    ),
    ExpectationKind(
        "never_before",
        "A local time before which no attempt reaches the recipient, whenever the calls start.",
        _LOCAL_TIME_SCHEMA,
        lambda reader, node: reader.minute(node, "never_before"),
        _judge_before,
        frozenset({"recipient"}),
    ),
    ExpectationKind(
        "never_after",
        "A local time after which no attempt reaches the recipient, whenever the calls start.",
        _LOCAL_TIME_SCHEMA,
        lambda reader, node: reader.minute(node, "never_after"),
        _judge_after,
        frozenset({"recipient"}),
    ),
)
