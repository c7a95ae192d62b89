"""What was assumed, and how each attempt came about: the lines of `--explain`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from revox_lint.harness.run import Collected
from revox_lint.harness.suite import Case
from revox_lint.schedule.model import Assumptions, Schedule, schedule_of
from revox_lint.schedule.plan import PlanError, ZonePlan, plan_calls
from revox_lint.schedule.zones import (
    candidate_zones,
    offset_if_twice,
    offsets_of,
    zone_data_version,
)


def explain_assumptions(assume: Assumptions) -> Iterator[str]:
    """Return each assumption, its value and what that means; `*` marks those that were set."""
    yield f"time zone data {zone_data_version()}"
    for name, value, meaning, changed in assume.explain():
        yield f"{'*' if changed else ' '} {name}: {value}: {meaning}"


def explain_case(collected: Collected, case: Case) -> Iterator[str]:
    """The plan of one test: each attempt, and why it is where it is; nothing without `at`."""
    if collected.suite is None or collected.subject is None or case.given.at is None:
        return
    zones = candidate_zones(case.given.recipient) if case.given.recipient else ()
    try:
        schedule = schedule_of(collected.subject.values)
        plan = plan_calls(
            schedule,
            zones,
            int(case.given.at.timestamp()),
            case.given.outcomes,
            collected.suite.assume,
        )
    except (PlanError, ValueError) as error:
        yield f"  {case.name}: no plan: {error}"
        return
    yield f"  {case.name}: {plan.zone}"
    for zone_plan in plan.by_zone[:3]:
        if len(plan.by_zone) > 1:
            yield f"    {zone_plan.zone}"
        yield from (f"    {line}" for line in attempt_lines(zone_plan, schedule))
    if len(plan.by_zone) > 3:
        yield f"    … and {len(plan.by_zone) - 3} more zones"


def attempt_lines(plan: ZonePlan, schedule: Schedule) -> Iterator[str]:
    """Return each attempt in local time, with its window and the reason for a move."""
    if not plan.attempts:
        yield "no attempt: no window ever opens"
    for attempt in plan.attempts:
        reason = (
            f"moved from {local_text(attempt.due, plan.zone)}, when no window is open"
            if attempt.due != attempt.at
            else "as due"
        )
        window = schedule.windows[attempt.window]
        yield (
            f"attempt {attempt.number}  {local_text(attempt.at, plan.zone)}  in {window}, {reason}"
        )


def local_text(instant: int, zone: str) -> str:
    """An instant on a zone's clock: `Fri 2027-03-26 16:30`, with an offset if that comes twice."""
    wall = datetime.fromtimestamp(instant + offsets_of(zone).at(instant), UTC)
    return f"{wall:%a %Y-%m-%d %H:%M}{offset_if_twice(instant, zone)}"
