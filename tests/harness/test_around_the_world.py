"""Ten zones through the command line: instants worked out apart, and each a minute off.

The instants come from the walk minute by minute with zoneinfo. A file of true expectations
passes in whole; with every instant a minute off, every test fails.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from revox_lint.cli import group
from revox_lint.schedule.model import DailyWindow, Schedule
from tests.schedule.slow import open_window, walk, zone_of_the_same_data

PLACES = {
    "Europe/Paris": "+33612345678",
    "Asia/Jerusalem": "+972501234567",
    "Asia/Beirut": "+96171123456",
    "Africa/Cairo": "+201001234567",
    "Asia/Calcutta": "+919812345678",
    "Asia/Katmandu": "+9779812345678",
    "Asia/Tehran": "+989121234567",
    "America/Bogota": "+573001234567",
    "America/Asuncion": "+595961456789",
    "Asia/Kabul": "+93701234567",
}
OVERRIDES = ("America/St_Johns", "Australia/Lord_Howe", "Pacific/Chatham", "America/New_York")
WINDOWS = (DailyWindow(95, 165, 1800), DailyWindow(570, 765, 3600), DailyWindow(840, 1170, 5400))


def text(instant: int, zone: str) -> str:
    """An instant on the zone's own clock: another offset than the plan is worked out in."""
    return datetime.fromtimestamp(instant, zone_of_the_same_data(zone)).isoformat()


def cases_in(zone: str, schedule: Schedule, shift: int) -> list[dict[str, Any]]:
    from revox_lint.schedule.model import Assumptions
    from revox_lint.schedule.zones import clock_changes

    days = {int(datetime(2027, 7, 14, 4, 5, tzinfo=UTC).timestamp())}
    for change in clock_changes(zone, 2027):
        days.add(int(change.instant.timestamp()))
    found = []
    for day in sorted(days):
        for start in (day - 7200, day - 1500, day + 1800, day + 40_000, day + 50_000):
            made = walk(schedule, zone, start)
            now = datetime.fromtimestamp(start, UTC)
            inside = open_window(schedule, zone, now, Assumptions()) is not None
            found.append(
                {
                    "name": f"{zone} {start}",
                    "given": {"at": text(start, zone)},
                    "expect": {
                        "inside_window": inside,
                        "timezone": zone,
                        "next_open": text(made[0] + shift, "UTC"),
                        "attempts": [text(instant + shift, zone) for instant in made],
                        "span_hours": {"between": [0, (made[-1] - made[0]) / 3600 + 0.001]},
                    },
                }
            )
    return found


def definition(zone: str | None) -> str:
    return json.dumps(
        {
            "name": "World",
            "prompt": "Call.",
            "webhook_url": "https://hooks.sales.dev/revox",
            "call_retry_config": {
                **({} if zone is None else {"timezone": zone}),
                "max_retry_attempts": 4,
                "calling_windows": [
                    {
                        "calling_window_start_time": f"{start // 60:02}:{start % 60:02}",
                        "calling_window_end_time": f"{end // 60:02}:{end % 60:02}",
                        "retry_delay_seconds": delay,
                    }
                    for start, end, delay in WINDOWS
                ],
            },
        }
    )


@pytest.mark.parametrize("shift", [0, 60])
def test_ten_zones_and_four_overrides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shift: int
) -> None:
    monkeypatch.chdir(tmp_path)
    count = 0
    for index, zone in enumerate([*PLACES, *OVERRIDES]):
        override = zone if zone in OVERRIDES else None
        tests = cases_in(zone, Schedule(WINDOWS, 4, override), shift)
        count += len(tests)
        recipient = PLACES.get(zone, "+12125550123")
        content = {
            "revox_test": 1,
            "assistant": f"{index}.json",
            "defaults": {"recipient": recipient},
            "tests": tests,
        }
        (tmp_path / f"{index}.json").write_text(definition(override), encoding="utf-8")
        (tmp_path / f"{index}.test.yaml").write_text(json.dumps(content), encoding="utf-8")
    result = CliRunner().invoke(
        group, ["test", ".", "--output-format", "json"], standalone_mode=False
    )
    found = json.loads(result.output)
    ends = {"passed": count, "failed": 0} if shift == 0 else {"passed": 0, "failed": count}
    assert count >= 100
    assert {key: found["summary"][key] for key in ends} == ends
    assert found["errors"] == []
    assert result.return_value == (0 if shift == 0 else 1)
