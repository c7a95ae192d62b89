"""`revox-lint plan`: the time line as it is printed, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from revox_lint.cli import group

PARIS = ("--to", "+33612345678", "--at", "2027-03-26T15:30Z")


def run(*args: str) -> Result:
    return CliRunner().invoke(group, ["plan", *args], standalone_mode=False)


def code(result: Result) -> int:
    if result.exception is not None:
        return int(getattr(result.exception, "exit_code", 70))
    return int(result.return_value)


def test_the_time_line(folder: Path) -> None:
    result = run(
        "sales.yaml", *PARIS, "--days", "mon,tue,wed,thu,fri", "--author", "America/New_York"
    )
    assert code(result) == 0
    assert (
        result.output
        == """\
Sales: calls to +33612345678
from Fri 2027-03-26 15:30 UTC; your clock is America/New_York

Europe/Paris
            0     3     6     9     12    15    18    21
Fri 26 Mar  ....................======..=====1===2==........  10–13 14–20
Sat 27 Mar  ................................................  closed
Sun 28 Mar  ....xx..........................................  closed
            ^ clocks change: 02:00–03:00 is skipped
Mon 29 Mar  ....................3=====..============........  10–13 14–20
Tue 30 Mar  ....................======..============........  10–13 14–20
Wed 31 Mar  ....................======..============........  10–13 14–20
Thu 01 Apr  ....................======..============........  10–13 14–20

 1  Fri 26 Mar 16:30 there  Fri 26 Mar 11:30 here
    at the start
 2  Fri 26 Mar 18:30 there  Fri 26 Mar 13:30 here
    2 h after the attempt before
 3  Mon 29 Mar 10:00 there  Mon 29 Mar 04:00 here
    2 h after the attempt before, at Fri 20:30, no window is open: moved to the
    next opening, 10:00–13:00

= open   . closed   x skipped by the clocks   1 2 3 attempts
"""
    )


def test_a_time_that_comes_twice_has_its_offset(folder: Path) -> None:
    (folder / "night.yaml").write_text(
        "name: Night\nprompt: Call.\ncall_retry_config:\n  max_retry_attempts: 4\n"
        "  timezone: Australia/Lord_Howe\n  calling_windows:\n"
        '    - {calling_window_start_time: "01:15", calling_window_end_time: "03:00",\n'
        "       retry_delay_seconds: 1800}\n",
        encoding="utf-8",
    )
    args = ("--at", "2027-04-03T12:00Z", "--author", "Australia/Lord_Howe")
    lines = run("night.yaml", *args, "--html", "plan.html").output.splitlines()
    assert [line for line in lines if line[:2].strip().isdigit()] == [
        " 1  Sun 04 Apr 01:15 there  Sun 04 Apr 01:15 here  ! at night",
        " 2  Sun 04 Apr 01:45 (+11:00) there  Sun 04 Apr 01:45 (+11:00) here  ! at night",
        " 3  Sun 04 Apr 01:45 (+10:30) there  Sun 04 Apr 01:45 (+10:30) here  ! at night",
        " 4  Sun 04 Apr 02:15 there  Sun 04 Apr 02:15 here  ! at night",
    ]
    page = (folder / "plan.html").read_text(encoding="utf-8")
    assert "<strong>Sun 04 Apr 2027, 01:45 (+11:00)</strong>" in page
    assert "<strong>Sun 04 Apr 2027, 01:45 (+10:30)</strong>" in page


def test_a_country_code_of_many_zones(folder: Path) -> None:
    result = run("sales.yaml", "--to", "+12125550123", "--at", "2027-11-05T22:30Z")
    assert code(result) == 0
    lines = result.output.splitlines()
    assert lines[2] == "the country code leaves 42 zones possible, which make 15 different plans"
    assert lines[4] == "America/Anguilla, America/Antigua and 13 more"
    assert "            ^ clocks change: 01:00–02:00 comes twice" in lines
    assert "and 12 more plans; --html FILE shows all of them" in lines


def test_an_override_shows_the_recipients_clock_too(folder: Path) -> None:
    result = run("hostile.yaml", "--to", "+819012345678", "--at", "2027-10-30T23:30Z")
    lines = result.output.splitlines()
    assert lines[3] == "Asia/Tokyo (windows run on Europe/Paris)"
    assert lines[5].startswith("Sun 31 Oct  ==============..=1=2=3=4...")


@pytest.mark.parametrize(
    "args",
    [
        ("sales.yaml", *PARIS),
        ("sales.yaml", *PARIS, "--explain"),
        ("hostile.yaml", "--to", "+12125550123", "--at", "2027-10-30T22:30:30+05:45"),
        (
            "hostile.yaml",
            "--at",
            "2027-10-30T22:30Z",
            "--author",
            "America/Argentina/ComodRivadavia",
        ),
        ("sales.yaml", "--to", "+12125550123", "--at", "2027-03-13T22:30Z", "--outcomes", "human"),
    ],
)
def test_it_fits_80_columns_and_is_plain_when_piped(folder: Path, args: tuple[str, ...]) -> None:
    result = run(*args)
    assert code(result) == 0
    assert [line for line in result.output.splitlines() if len(line) > 80] == []
    assert "\x1b" not in result.output
    assert "\x1b" in run(*args, "--color").output


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("sales.yaml", "--at", "2027-03-26T15:30Z"), "the definition sets no `timezone`"),
        (("sales.yaml", "--to", "0612345678", "--at", "2027-03-26T15:30Z"), "`--to` should be"),
        (("sales.yaml", "--to", "+33612345678", "--at", "2027-03-26T15:30"), "has no offset"),
        (("sales.yaml", "--to", "+33612345678", "--at", "2039-03-26T15:30Z"), "1970 to 2037"),
        (("sales.yaml", *PARIS, "--days", "funday"), "`funday` is not one of mon, tue"),
        (("sales.yaml", *PARIS, "--outcomes", ","), "it is empty"),
        (("sales.yaml", *PARIS, "--author", "Paris"), "`Paris` is not in the IANA"),
        (("sales.yaml", *PARIS, "--outcomes", "human,busy"), "2 outcomes are more than the 1"),
        (("sales.yaml", *PARIS, "--assume", "day=mon"), "it is NAME=VALUE with NAME one of days"),
        (("sales.yaml", *PARIS, "--assume", "window_end=open"), "`open` is not one of excluded"),
        (("sales.yaml", *PARIS, "--assume", "failed_call_seconds=-1"), "a number of seconds"),
        (("nowhere.yaml", *PARIS), "cannot read the definition `nowhere.yaml`: no such file"),
        ((".", *PARIS), "cannot read the definition `.`: it is a folder, name one definition"),
        (("sales.yaml#2", *PARIS), "has no document 2"),
        (("sales.yaml", *PARIS, "--html", "no/such/folder.html"), "cannot write"),
    ],
)
def test_what_is_wrong_usage(folder: Path, args: tuple[str, ...], message: str) -> None:
    result = run(*args)
    assert code(result) == 2
    assert message in str(getattr(result.exception, "message", ""))


UNPLANNED = " is not planned: with these errors its calendar is unknown"
HEAD = "name: A\nprompt: Be kind.\n"
EVENING = """\
  max_retry_attempts: 3
  timezone: Europe/Paris
  calling_windows:
    - {calling_window_start_time: "20:00", calling_window_end_time: "21:00", retry_delay_seconds: 9}
"""
CALLS = f"call_retry_config:\n{EVENING}"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"{HEAD}call_retry_confg:\n{EVENING}", "unknown-field"),
        (f"{HEAD}callRetryConfig:\n{EVENING}", "unknown-field"),
        (f"{HEAD}Anrufzeiten:\n{EVENING}", "unknown-field"),
        (HEAD + CALLS.replace("calling_windows", "calling_window"), "unknown-field"),
        (HEAD + CALLS.replace("timezone", "time_zone"), "unknown-field"),
        (f"{HEAD}timezone: Europe/Paris\n", "unknown-field"),
        (HEAD + CALLS.replace('"21:00"', '"9"'), "invalid-window-time"),
        (HEAD + CALLS.replace(": 3", ": 0"), "number-out-of-range"),
        (HEAD + CALLS.replace("Europe/", ""), "unknown-timezone"),
        (f"{HEAD}call_retry_config: {{max_retry_attempts: 3}}\n", "missing-field"),
        (f"{HEAD}{CALLS}{CALLS}", "duplicate-key"),
        (f"{HEAD}{CALLS} oops\n", "invalid-yaml"),
        ("assistant:\n  name: A\n  prompt: Be kind.\n", "not-an-assistant"),
        ("", "not-an-assistant"),
        ("hello world\n", "not-an-assistant"),
        ("\0\1ELF\n", "not-an-assistant"),
        ("revox_test: 1\ntests: []\n", "not-an-assistant"),
    ],
)
@pytest.mark.parametrize("to", [PARIS, PARIS[2:]])
def test_a_calendar_that_is_unknown(
    folder: Path, text: str, rule: str, to: tuple[str, ...]
) -> None:
    (folder / "bad.yaml").write_text(text, encoding="utf-8")
    result = run("bad.yaml", *to)
    *found, last = result.stderr.splitlines()
    assert (code(result), result.stdout, last) == (1, "", f"bad.yaml{UNPLANNED}")
    assert any(line.startswith("bad.yaml:") and f"error[{rule}] " in line for line in found)


def test_an_error_about_something_else_is_counted(folder: Path) -> None:
    (folder / "bad.yaml").write_text(f"{HEAD}colour: red\n{CALLS}", encoding="utf-8")
    result = run("bad.yaml", *PARIS)
    assert (code(result), "20–21" in result.stdout) == (0, True)
    assert result.stderr == "bad.yaml has 1 error: `revox-lint bad.yaml` shows it\n"


def test_a_value_that_is_ignored_and_cannot_be_planned(folder: Path) -> None:
    (folder / "bad.yaml").write_text(HEAD + CALLS.replace("Europe/", ""), encoding="utf-8")
    result = run("bad.yaml", *PARIS, "--ignore", "unknown-timezone")
    assert (code(result), result.stderr) == (
        1,
        "bad.yaml cannot be planned: `timezone` is `Paris`, which is not in the IANA time zone "
        "data\n",
    )


def test_what_is_assumed_can_be_chosen(folder: Path) -> None:
    chosen = ("max_retry_attempts=retries_only", "failed_call_seconds=60", "days=mon,fri")
    args = [part for one in chosen for part in ("--assume", one)]
    result = run("sales.yaml", *PARIS, *args, "--explain")
    lines = result.output.splitlines()
    assert [line for line in lines if line[:2].strip().isdigit()] == [
        " 1  Fri 26 Mar 16:30 there  Fri 26 Mar 15:30 here",
        " 2  Fri 26 Mar 18:31 there  Fri 26 Mar 17:31 here",
        " 3  Mon 29 Mar 10:00 there  Mon 29 Mar 08:00 here",
        " 4  Mon 29 Mar 12:01 there  Mon 29 Mar 10:01 here",
    ]
    assert "    2 h after the call before" in lines
    assert [line.split(":")[0] for line in lines if line.startswith("* ")] == [
        "* days",
        "* max_retry_attempts",
        "* failed_call_seconds",
    ]


def test_no_window_no_attempt(folder: Path) -> None:
    (folder / "bad.yaml").write_text(
        "name: a\nprompt: b\ncall_retry_config:\n  max_retry_attempts: 3\n  calling_windows: []\n",
        encoding="utf-8",
    )
    result = run("bad.yaml", *PARIS, "--ignore", "no-calling-window")
    assert code(result) == 0
    assert "no attempt is ever made: no window opens" in result.stdout


def test_help_has_an_example() -> None:
    assert "Example: revox-lint plan assistants/sales.yaml" in run("--help").output


def test_days_are_ranges_and_what_the_tests_assume_holds(folder: Path) -> None:
    args = ("sales.yaml", *PARIS, "--author", "America/New_York")
    listed = run(*args, "--days", "mon,tue,wed,thu,fri").output
    assert run(*args, "--days", "Mon-Fri").output == listed
    assert run(*args, "--days", "lun-ven").output == listed
    assert run(*args, "--days", "monday - wed, Thursday..fri").output == listed
    (folder / "sales.test.yaml").write_text(
        "revox_test: 1\nassume: {days: [mon, tue, wed, thu, fri]}\n"
        "tests: [{name: a, expect: {attempts_count: 3}}]\n",
        encoding="utf-8",
    )
    assert run(*args).output == f"{listed}Assumed as in sales.test.yaml.\n"
    assert run(*args, "--days", "sat-sun").output.count("  closed\n") == 5


def test_the_plan_begins_now(folder: Path) -> None:
    assert code(run("sales.yaml", "--to", "+33612345678")) == 0
    assert code(run("sales.yaml", "--to", "+33612345678", "--at", "now")) == 0


def test_a_group_of_zones_is_headed_by_the_best_known(folder: Path) -> None:
    result = run("sales.yaml", "--to", "+12125550123", "--at", "2027-03-26T15:30Z")
    assert "\nAmerica/New_York, " in result.output
    assert "\nAmerica/Anguilla" not in result.output


def test_a_page_overwrites_only_an_earlier_page(folder: Path) -> None:
    before = (folder / "sales.yaml").read_bytes()
    result = run("sales.yaml", *PARIS, "--html", "sales.yaml")
    assert code(result) == 2
    assert str(getattr(result.exception, "message", "")) == (
        "sales.yaml exists; add --force to overwrite it"
    )
    assert (folder / "sales.yaml").read_bytes() == before
    (folder / "mine.html").write_text("<!doctype html>\n<p>mine</p>\n", encoding="utf-8")
    assert code(run("sales.yaml", *PARIS, "--html", "mine.html")) == 2
    for args in (("mine.html", "--force"), ("mine.html",), ("new.html",), ("new.html",)):
        result = run("sales.yaml", *PARIS, "--html", *args)
        assert (code(result), result.stderr) == (0, f"Wrote {args[0]}.\n")


@pytest.mark.parametrize(
    ("suite", "said", "used"),
    [
        ("assume: {days: [mon]}", "", True),
        ("assistant: ./sales.yaml\nassume: {days: [mon]}", "", True),
        ("assistant: sales.yaml#1\nassume: {days: [mon]}", "", True),
        ("assistant: sales.yaml#2\nassume: {days: [mon]}", "", False),
        ("assistant: hostile.yaml\nassume: {days: [mon]}", "", False),
        (
            "assume: {dayz: [mon]}",
            "sales.test.yaml:2:10: unknown key `dayz` in `assume`, did you mean `days`?\n"
            "sales.test.yaml is not used: `revox-lint test sales.test.yaml` fails\n",
            False,
        ),
    ],
)
def test_what_a_test_file_assumes_holds_for_its_own_definition(
    folder: Path, suite: str, said: str, used: bool
) -> None:
    plain = run("sales.yaml", *PARIS).stdout
    (folder / "sales.test.yaml").write_text(
        f"revox_test: 1\n{suite}\ntests: [{{name: a, expect: {{attempts_count: 3}}}}]\n",
        encoding="utf-8",
    )
    result = run("sales.yaml", *PARIS)
    assert (code(result), result.stderr) == (0, said)
    assert (result.stdout == plain) is not used
    assert ("Assumed as in sales.test.yaml." in result.stdout) is used


def test_a_file_that_belongs_to_another_definition_or_tool_says_nothing(folder: Path) -> None:
    plain = run("sales.yaml", *PARIS).output
    (folder / "sales.test.yml").write_text("suites: [1]\n", encoding="utf-8")
    assert run("sales.yaml", *PARIS).output == plain
    (folder / "sales.test.yml").write_text(
        "revox_test: 1\nassume: {days: [mon]}\ntests: [{name: a, expect: {attempts_count: 3}}]\n",
        encoding="utf-8",
    )
    (folder / "sales.json").write_text('{"name": "a", "prompt": "b"}', encoding="utf-8")
    assert "Assumed as in sales.test.yml." in run("sales.yaml", *PARIS).output
    assert "Assumed" not in run("sales.json", *PARIS).output
