"""No zone changes its clocks during the day."""

from __future__ import annotations

import pytz


def test_no_zone_changes_its_clocks_by_day() -> None:
    from revox_lint.rules.calling.window_in_dst_gap import FIRST_QUIET, LAST_QUIET
    from revox_lint.schedule.zones import LAST_YEAR, clock_changes, zone_data_version

    by_day = []
    for name in pytz.all_timezones:
        for year in range(int(zone_data_version()[:4]) + 1, LAST_YEAR + 1):
            for change in clock_changes(name, year):
                first, last = sorted((change.before, change.after))
                start = first.hour * 60 + first.minute
                end = start + change.seconds // 60
                if start < LAST_QUIET and end > FIRST_QUIET:
                    by_day.append((name, first, last))
                if end > 1440 + FIRST_QUIET:
                    by_day.append((name, first, last))
    assert by_day == []
