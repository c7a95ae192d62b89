"""What the rules about time zones, windows and retries say: the input and the whole output.

`calling.txt` has one case in each block: what is put into a definition, as written, then all
that is said of it, with the characters that are marked. What rules of other families say in
words is theirs to test.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from revox_lint import edit
from revox_lint.engine import Settings, lint
from revox_lint.rule import all_rules
from revox_lint.syntax.source import Source

RULES = tuple(rule for rule in all_rules() if rule.family in ("syntax", "schema", "calling"))
FAMILY = {rule.name for rule in RULES if rule.family == "calling"}

Said = tuple[str, str, str, str]


def found(text: str, path: str = "assistant.yaml") -> list[Said]:
    """Rule, severity, the marked characters and the message of all that is said."""
    outcome = lint(Source(path, text), Settings(rules=RULES))
    return [
        (d.rule, d.severity.value, text[d.span.start : d.span.end], d.message)
        for d in outcome.diagnostics
    ]


def fixed(text: str, rule: str) -> str | None:
    """The text after the fixes of one rule; None where it has none to offer."""
    outcome = lint(Source("assistant.yaml", text), Settings(rules=RULES))
    fixes = [d.fix for d in outcome.diagnostics if d.rule == rule and d.fix is not None]
    return edit.apply(text, fixes) if fixes else None


def zone(value: str, before: str = "") -> str:
    """A definition with a time zone as written; `before` are further lines at the top."""
    return f"""\
name: Reception
prompt: You answer the phone of a dental practice.
{before}call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
  max_retry_attempts: 3
  timezone: {value}
"""


def windows(*given: tuple[str, str, str], attempts: str = "3", zone: str = "null") -> str:
    """A definition with windows as written: start, end and delay of each."""
    lines = "".join(
        f"    - calling_window_start_time: {start}\n"
        f"      calling_window_end_time: {end}\n"
        f"      retry_delay_seconds: {delay}\n"
        for start, end, delay in given
    )
    return f"""\
name: Reception
prompt: You answer the phone of a dental practice.
call_retry_config:
  calling_windows:
{lines}  max_retry_attempts: {attempts}
  timezone: {zone}
"""


CASES = re.findall(
    r"^> ([^:]+): (.*)\n((?:.+\n)*)",
    Path(__file__).with_name("calling.txt").read_text("utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize(("what", "written", "expected"), CASES)
def test_what_is_said(what: str, written: str, expected: str) -> None:
    if what == "windows":
        parts = [part.strip() for part in written.split(";")]
        given = [part.split(" | ") for part in parts if " | " in part]
        others = dict(part.split(" ", 1) for part in parts if " | " not in part)
        text = windows(*((start, end, delay) for start, end, delay in given), **others)
    elif what == "zone":
        text = zone(written)
    else:
        text = zone("Europe/Madrid", f"transfer_phone_number: {written}\n")
    said = [
        f"{severity} {rule} at {marked}" + (f": {message}" if rule in FAMILY else "")
        for rule, severity, marked, message in found(text)
    ]
    # The years of the changes of clocks follow the release of the zone data.
    assert [re.sub(r"\d{4}-\d\d-\d\d", "DATE", line) for line in said] == expected.splitlines()


def test_an_alias_and_a_merge_are_marked_where_they_stand() -> None:
    text = """\
name: Reception
prompt: You answer the phone of a dental practice.
call_retry_config:
  calling_windows:
    - &morning
      calling_window_start_time: &nine "09:00"
      calling_window_end_time: "12:00"
      retry_delay_seconds: 3600
    - *morning
    - <<: *morning
      calling_window_start_time: "14:00"
      calling_window_end_time: *nine
  max_retry_attempts: 3
"""
    assert found(text) == [
        (
            "overlapping-windows",
            "error",
            "*morning",
            "the window `09:00` to `12:00` is given twice",
        ),
        (
            "window-ends-before-start",
            "error",
            "*nine",
            (
                "`09:00` is before the start `14:00`: the window never opens, "
                "an overnight window is two windows"
            ),
        ),
    ]


def test_a_value_of_a_merge_is_marked_at_the_merging_element() -> None:
    text = """\
name: Reception
prompt: You answer the phone of a dental practice.
call_retry_config:
  calling_windows:
    - &morning
      calling_window_start_time: "09:00"
      calling_window_end_time: "12:00"
      retry_delay_seconds: 3600
    - <<: *morning
      calling_window_start_time: "11:30"
  max_retry_attempts: 3
"""
    assert found(text) == [
        (
            "overlapping-windows",
            "error",
            "*morning",
            "the window `11:30` to `12:00` overlaps the window `09:00` to `12:00`",
        ),
        (
            "retry-delay-exceeds-window",
            "warning",
            "*morning",
            (
                "a retry delay of `3600` seconds is at least as long as its window, `11:30` to "
                "`12:00` (1800 seconds): after an attempt in it no other is made that day, "
                "whatever `max_retry_attempts` says"
            ),
        ),
    ]


def test_json_and_flow_style() -> None:
    text = (
        '{"name": "Reception", "prompt": "You answer.", "call_retry_config": {"calling_windows": '
        '[{"calling_window_start_time": "18h", "calling_window_end_time": "6 pm", '
        '"retry_delay_seconds": 15}], "max_retry_attempts": 12, "timezone": "Pacific Time"}}'
    )
    assert found(text, "assistant.json") == [
        (
            "invalid-window-time",
            "error",
            '"18h"',
            (
                "`18h` is no time that a calling window can have: "
                "the forms are `HH:mm` (`17:30`) and `H:mma` (`5:30pm`)"
            ),
        ),
        (
            "noncanonical-window-time",
            "warning",
            '"6 pm"',
            "`6 pm` is not a documented form of a time: that would be `6pm`",
        ),
        (
            "delay-in-minutes",
            "warning",
            "15",
            "a retry delay of `15` is 15 seconds, and was probably meant in minutes",
        ),
        (
            "too-many-attempts",
            "warning",
            "12",
            "`12` attempts to reach one person are more than 10",
        ),
        (
            "unknown-timezone",
            "error",
            '"Pacific Time"',
            "`Pacific Time` is not an IANA time zone: did you mean `America/Los_Angeles`?",
        ),
    ]


@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        ("calling_windows: []", ["[]"]),
        ("calling_windows: [ ] # none yet", ["[ ]"]),
        ('"calling_windows": [\n    ]', ["[\n    ]"]),
        ("calling_windows:", []),
        ("calling_windows: {}", []),
        ("calling_windows:\n    - {{window}}", []),
        ("calling_windows: [{}]", []),
    ],
)
def test_an_empty_list_of_windows(windows: str, expected: list[str]) -> None:
    text = f"""\
name: Reception
prompt: You answer the phone of a dental practice.
call_retry_config:
  {windows}
  max_retry_attempts: 3
"""
    said = [one for one in found(text) if one[0] == "no-calling-window"]
    assert said == [
        (
            "no-calling-window",
            "error",
            marked,
            "the list of calling windows is empty: nobody can ever be called",
        )
        for marked in expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "call_retry_config: null",
        "call_retry_config: 17:00",
        "call_retry_config: []",
        "call_retry_config: {calling_windows: [null, 5, [], {calling_window_start_time: }]}",
        "call_retry_config: {calling_windows: [{retry_delay_seconds: .nan}], timezone: {}}",
        "call_retry_config: {calling_windows: &w [*w]}",
        "call_retry_config: {max_retry_attempts: [11], timezone: [Paris]}",
        "call_retry_config:\n  calling_windows:\n    - calling_window_end_time: [\n",
        "transfer_phone_number: +1\ncall_retry_config: {timezone: 5}",
        "- call_retry_config",
        "",
    ],
)
def test_what_is_no_window_is_left_to_others(text: str) -> None:
    assert [one for one in found(text) if one[0] in {*FAMILY, "internal-error"}] == []


@pytest.mark.parametrize(
    ("rule", "written", "expected"),
    [
        ("unknown-timezone", "Europe/Pariss", "Europe/Paris"),
        ("unknown-timezone", "'new york'", "'America/New_York'"),
        ("unknown-timezone", '"PST"  # west', '"America/Los_Angeles"  # west'),
        ("unknown-timezone", "&zone Paris", "&zone Europe/Paris"),
        ("unknown-timezone", '"UTC+2"', None),
        ("unknown-timezone", "|-\n    Paris", None),
        ("deprecated-timezone", "'US/Pacific'", "'America/Los_Angeles'"),
        ("fixed-offset-timezone", "EST", None),
    ],
)
def test_the_zone_is_put_right(rule: str, written: str, expected: str | None) -> None:
    assert fixed(zone(written), rule) == (None if expected is None else zone(expected))


@pytest.mark.parametrize(
    ("rule", "written", "expected"),
    [
        ("noncanonical-window-time", '"9:00"', '"09:00"'),
        ("noncanonical-window-time", "' 9:00'", "'09:00'"),
        ("noncanonical-window-time", "9 AM", "9am"),
        ("noncanonical-window-time", "09:00 a", None),
        ("noncanonical-window-time", "09:15 am", '"9:15am"'),
        ("noncanonical-window-time", "9:00", None),
        ("confusing-twelve", "12am", '"00:00"'),
        ("confusing-twelve", "'12:00 PM'", "'12:00'"),
        ("invalid-window-time", "17h00", None),
    ],
)
def test_the_time_is_put_right(rule: str, written: str, expected: str | None) -> None:
    text = windows((written, '"18:00"', "3600"))
    wanted = None if expected is None else windows((expected, '"18:00"', "3600"))
    assert fixed(text, rule) == wanted


MORNING = "calling_window_start_time: 9am, calling_window_end_time: 1pm, retry_delay_seconds: 600"
EVENING = "calling_window_start_time: 2pm, calling_window_end_time: 8pm, retry_delay_seconds: 900"
BLOCK_MORNING, BLOCK_EVENING = (text.replace(", ", "\n      ") for text in (MORNING, EVENING))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f"    - {BLOCK_EVENING}\n    - {BLOCK_MORNING}",
            f"    - {BLOCK_MORNING}\n    - {BLOCK_EVENING}",
        ),
        (f"    [{{{EVENING}}}, {{{MORNING}}}]", f"    [{{{MORNING}}}, {{{EVENING}}}]"),
        (
            f"    -   {{{EVENING}}}\n    - {{{MORNING}}}",
            f"    -   {{{MORNING}}}\n    - {{{EVENING}}}",
        ),
        (f"    # evening\n    - {BLOCK_EVENING}\n    - {BLOCK_MORNING}", None),
        (f"    - {BLOCK_EVENING}  # 15 min\n    - {BLOCK_MORNING}", None),
        (f"    - {BLOCK_EVENING}\n    - {BLOCK_MORNING}  # 10 min", None),
        (f"    - &evening\n      {BLOCK_EVENING}\n    - {BLOCK_MORNING}", None),
        (f"    -  {BLOCK_EVENING.replace('      ', '       ')}\n    - {BLOCK_MORNING}", None),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_windows_are_put_in_order(before: str, after: str | None, line_end: str) -> None:
    frame = "call_retry_config:\n  calling_windows:\n{}\n  max_retry_attempts: 3\n"
    text = frame.format(before).replace("\n", line_end)
    wanted = None if after is None else frame.format(after).replace("\n", line_end)
    assert [one[:3] for one in found(text) if one[0] == "unsorted-windows"] == [
        ("unsorted-windows", "info", "1pm")
    ]
    assert fixed(text, "unsorted-windows") == wanted


def test_both_places_of_an_overlap_are_shown() -> None:
    text = windows(("9am", "2pm", "3600"), ("1pm", "5pm", "3600"))
    outcome = lint(Source("assistant.yaml", text), Settings(rules=RULES))
    (overlap,) = outcome.diagnostics
    (related,) = overlap.related
    assert text[related.span.start : related.span.end] == "2pm"
    assert related.message == "the window `9am` to `2pm` ends here"


def test_outdated_names_are_links_with_the_clocks_of_a_current_place() -> None:
    import pytz

    from revox_lint.facts.zone_names import FIXED, SUPERSEDED
    from revox_lint.schedule.zones import clock_changes, is_zone, offsets_of, zone_data_version
    from revox_lint.text.zone_name import is_fixed

    places = {place for country in pytz.country_timezones.values() for place in country}
    links: dict[str, str] = {}
    with vars(pytz)["open_resource"]("tzdata.zi") as stream:
        for line in stream.read().decode().splitlines():
            if line.startswith("L "):
                _, target, name = line.split()
                links[name] = target
    if zone_data_version() >= "2024b":
        # Zones of their own where the data is built with the file `backzone`, links elsewhere.
        system_v = {"CST6CDT", "EST5EDT", "MST7MDT", "PST8PDT"}
        outdated = {name for name in links if name not in places and not is_fixed(name)}
        assert SUPERSEDED.keys() == outdated | system_v
    assert SUPERSEDED.keys().isdisjoint(places)
    assert set(SUPERSEDED.values()) <= places
    for name, target in SUPERSEDED.items():
        assert offsets_of(name).offsets[-1] == offsets_of(target).offsets[-1], name
        assert [c.instant for c in clock_changes(name, 2030)] == [
            c.instant for c in clock_changes(target, 2030)
        ], name
    assert [name for name in FIXED if not is_zone(name) or clock_changes(name, 2030)] == []


def test_every_word_for_a_zone_leads_to_a_current_one() -> None:
    import pytz

    from revox_lint.facts.zone_words import ABBREVIATIONS, PLACES

    places = {place for country in pytz.country_timezones.values() for place in country}
    assert {*ABBREVIATIONS.values(), *PLACES.values()} <= places
    words = [word for names in ABBREVIATIONS for word in names.split()]
    words += [word.strip() for names in PLACES for word in names.split(",")]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_no_zone_changes_its_clocks_by_day() -> None:
    import pytz

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
