"""What definitions do: expectations that hold, and those that do not, with what was found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from revox_lint.harness.run import Result, collect, run_case
from tests.harness.conftest import Write

HEAD = (
    "revox_test: 1\nassume: {days: [mon, tue, wed, thu, fri]}\n"
    "rates: {per_minute: 0.10, currency: EUR}\n"
    'defaults: {recipient: "+33612345678", vars: {first_name: Ada}}\ntests:\n'
)
NOON = 'at: "2027-03-26T12:30:00Z"'
AFTERNOON = 'at: "2027-03-26T15:30:00Z"'


def run(path: Path, update_snapshots: bool = False) -> list[Result]:
    collected = collect(path, path.name)
    assert collected.errors == ()
    assert collected.suite is not None
    return [
        run_case(collected, case, update_snapshots=update_snapshots)
        for case in collected.suite.cases
    ]


def found(result: Result) -> list[str]:
    source = result.suite.source
    lines = []
    for one in result.mismatches:
        line, column = source.position(one.span.start)
        lines.append(f"{line}:{column} {one.expectation}: {one.expected} / {one.found}")
    return lines


@pytest.mark.parametrize(
    ("given", "expect"),
    [
        (NOON, 'inside_window: false, timezone: Europe/Paris, next_open: "2027-03-26T13:00:00Z"'),
        (NOON, 'next_open: "2027-03-26T14:00:00+01:00"'),
        (AFTERNOON, 'inside_window: true, next_open: "2027-03-26T15:30Z"'),
        (
            AFTERNOON + ", outcomes: [voicemail, no_answer, voicemail]",
            'attempts: ["2027-03-26T15:30:00Z", "2027-03-26T17:30:00Z", "2027-03-29T08:00:00Z"], '
            "span_hours: {lte: 72}",
        ),
        (AFTERNOON, 'attempts: {3: "2027-03-29T08:00:00Z"}, span_hours: 64.5'),
        (AFTERNOON, 'attempts: {"2": "2027-03-26T17:30:00Z"}'),
        (AFTERNOON + ", outcomes: [busy, human]", "attempts_count: 2, span_hours: 2"),
        ("", "attempts_count: 3, talk_seconds_max: {lte: 1800}, cost_max: {lte: 3.00}"),
        ("", "cost_max: 3, talk_seconds_max: {between: [1800, 1800]}, attempts_count: {gt: 2}"),
        ("outcomes: [human]", "cost_max: {lt: 1.01, gte: 1}, talk_seconds_max: 600"),
        ("", 'never_before: "10:00", never_after: 8pm'),
        ("", "never_after: '19:59'"),
        ('recipient: "+12125550123"', 'timezone: ambiguous, never_before: "10:00"'),
        (
            'recipient: "+12125550123", at: "2027-01-15T19:30:00Z"',
            "inside_window: ambiguous, timezone: ambiguous",
        ),
        (
            'recipient: "+442071234567", at: "2027-01-15T12:30:00Z"',
            "inside_window: true, timezone: ambiguous",
        ),
        (
            'recipient: "+919812345678", at: "2027-07-01T05:00:00Z"',
            "inside_window: true, timezone: Asia/Calcutta",
        ),
        ('recipient: "+919812345678"', "timezone: Asia/Kolkata"),
        ("", "first_sentence: {mode: static, text: Hello Ada!}"),
        ("vars: {topic: '{{first_name}}'}", "voicemail: 'Hi Ada, {{first_name}}.'"),
        ("", "voicemail: {contains: Ada, regex: '^Hi .*[.]$'}"),
        ("", "voicemail: 'Hi Ada, {{ topic }}.', end_of_call: null"),
        ("", "variables: [topic, first_name], variables_include: [topic], unresolved: [topic]"),
        ("vars: {topic: 3}", "unresolved: [], voicemail: 'Hi Ada, 3.'"),
        ("payload: {status: later, reachable: true}", "extraction: valid"),
        (
            "payload: {status: 'yes', reachable: false, visit: '2028-02-29', budget: 1.5, "
            "email: a, call_back: '2027-01-01T10:00:00+01:00'}",
            "extraction: valid",
        ),
        (
            "payload: {status: maybe}",
            "extraction: {invalid: {status: enum, reachable: missing}}",
        ),
        (
            "payload: {status: true, reachable: 'yes', visit: '2027-02-29', call_back: soon, "
            "budget: true, email: null, name: x}",
            "extraction: {invalid: {status: type, reachable: type, visit: format, "
            "call_back: format, budget: type, email: type, name: unknown}}",
        ),
        (
            "",
            "payload: {/name: Sales, /call_retry_config/calling_windows/1/retry_delay_seconds: "
            "7200, /structured_output_config/1/required: true}",
        ),
        ("", "max_severity: info, findings_exclude: [no-calling-window]"),
    ],
)
def test_an_expectation_that_holds(write: Write, given: str, expect: str) -> None:
    (result,) = run(write(f"{HEAD}  - {{name: a, given: {{{given}}}, expect: {{{expect}}}}}\n"))
    assert found(result) == []
    assert str(result.status) == "passed"


@pytest.mark.parametrize(
    ("given", "expect", "expected"),
    [
        (NOON, "inside_window: true", ["8:29 inside_window: true / false"]),
        (NOON, "inside_window: ambiguous", ["8:29 inside_window: ambiguous / false"]),
        (NOON, "timezone: Europe/London", ["8:24 timezone: Europe/London / Europe/Paris"]),
        (NOON, "timezone: ambiguous", ["8:24 timezone: ambiguous / Europe/Paris"]),
        (
            NOON,
            'next_open: "2027-03-26T13:00:01Z"',
            ["8:25 next_open: 2027-03-26T13:00:01Z / 2027-03-26T13:00:00Z"],
        ),
        (
            AFTERNOON,
            'attempts: ["2027-03-26T15:30:00Z", "2027-03-26T17:31:00Z"]',
            [
                "8:49 attempts 2: 2027-03-26T17:31:00Z / 2027-03-26T17:30:00Z",
                "8:24 attempts: 2 attempts / 3 attempts",
            ],
        ),
        (
            AFTERNOON,
            'attempts: {4: "2027-03-29T10:00:00Z"}',
            ["8:28 attempts 4: 2027-03-29T10:00:00Z / no attempt 4: 3 made"],
        ),
        (
            'recipient: "+12125550123", at: "2027-01-15T19:30:00Z"',
            'inside_window: true, next_open: "2027-01-15T19:30:00Z"',
            [
                "8:29 inside_window: true / ambiguous",
                "8:46 next_open: 2027-01-15T19:30:00Z / ambiguous",
            ],
        ),
        ("", "attempts_count: 4", ["8:30 attempts_count: 4 / 3"]),
        ("", "attempts_count: {lt: 3}", ["8:30 attempts_count: less than 3 / 3"]),
        ("", "cost_max: {lt: 3.00}", ["8:24 cost_max: less than 3.00 EUR / 3 EUR"]),
        (
            "outcomes: [human]",
            "talk_seconds_max: {between: [601, 700]}",
            ["8:32 talk_seconds_max: between 601 and 700 / 600"],
        ),
        (AFTERNOON, "span_hours: {lt: 64.5}", ["8:26 span_hours: less than 64.5 / 64.5"]),
        (
            "",
            'never_before: "10:01", never_after: "19:58"',
            [
                "8:28 never_before: no attempt before 10:01 / one at 10:00",
                "8:50 never_after: no attempt after 19:58 / one at 19:59",
            ],
        ),
        (
            "",
            "first_sentence: {mode: generated, text: Hello}",
            [
                "8:37 first_sentence mode: generated / static",
                "8:54 first_sentence text: 'Hello' / 'Hello Ada!'",
            ],
        ),
        (
            "",
            "voicemail: null",
            ["8:25 voicemail: nothing: it is not set / 'Hi Ada, {{ topic }}.'"],
        ),
        (
            "",
            "end_of_call: {contains: Bye}",
            ["8:27 end_of_call: text that contains 'Bye' / nothing: it is not set"],
        ),
        ("", "variables: [topic]", ["8:25 variables: `topic` / `first_name`, `topic`"]),
        (
            "",
            "variables_include: [last_name]",
            ["8:33 variables_include: `last_name` / `first_name`, `topic`"],
        ),
        ("", "unresolved: []", ["8:26 unresolved: nothing / `topic`"]),
        (
            "payload: {status: later}",
            "extraction: valid",
            ["8:26 extraction reachable: valid / missing"],
        ),
        (
            "payload: {status: later, reachable: 1}",
            "extraction: {invalid: {status: enum, reachable: missing}}",
            [
                "8:45 extraction status: enum / valid",
                "8:62 extraction reachable: missing / type",
            ],
        ),
        (
            "",
            "payload: {/max_call_duration_secs: true, /voice/id: x, /name: Sale}",
            [
                "8:49 payload /max_call_duration_secs: true / 600",
                '8:66 payload /voice/id: "x" / nothing: it is not there',
                '8:76 payload /name: "Sale" / "Sales"',
            ],
        ),
        (
            "",
            "findings_include: [no-calling-window]",
            None,
        ),
    ],
)
def test_an_expectation_that_does_not_hold(
    write: Write, given: str, expect: str, expected: list[str] | None
) -> None:
    text = f"{HEAD}  - name: a\n    given: {{{given}}}\n    expect: {{{expect}}}\n"
    (result,) = run(write(text))
    assert str(result.status) == "failed"
    if expected is not None:
        assert found(result) == expected


def test_what_was_found_is_explained(write: Write) -> None:
    text = f"{HEAD}  - name: a\n    given: {{{AFTERNOON}}}\n"
    text += '    expect: {attempts: {3: "2027-03-29T07:00:00Z"}, never_before: "11:00"}\n'
    (result,) = run(write(text))
    assert [one.detail for one in result.mismatches] == [
        (
            "Mon 2027-03-29 10:00 in Europe/Paris",
            "moved from Fri 2027-03-26 20:30 in Europe/Paris, when no window is open",
        ),
        (
            "an attempt at 2026-01-01T09:00:00Z is Thu 2026-01-01 10:00 in Europe/Paris",
            "it is in the window 10:00–13:00",
        ),
    ]


def test_data_is_shown_as_it_was_delivered(write: Write) -> None:
    text = f"{HEAD}  - name: a\n    given: {{payload: {{reachable: null, status: [é, true]}}}}\n"
    (result,) = run(write(text + "    expect: {extraction: valid}\n"))
    assert [one.detail for one in result.mismatches] == [
        ('the payload has `status`: ["é", true]',),
        ("the payload has `reachable`: null",),
    ]


def test_a_misspelt_name_is_answered_with_the_one_that_is_there(write: Write) -> None:
    text = f"{HEAD}  - name: a\n    given: {{payload: {{statsu: later, reachable: true}}}}\n"
    text += (
        "    expect:\n      extraction: {invalid: {statsu: missing, status: missing}}\n"
        "      payload: {/structured_output_config/0/nam: x, /nmae: x, /nmae/x: x, /0: x}\n"
    )
    (result,) = run(write(text))
    assert [(one.expectation, one.detail) for one in result.mismatches] == [
        (
            "extraction statsu",
            (
                'the payload has `statsu`: "later"',
                "the definition has no output `statsu`, did you mean `status`?",
            ),
        ),
        (
            "payload /structured_output_config/0/nam",
            ("there is no `nam`, did you mean `name`?",),
        ),
        ("payload /nmae", ("there is no `nmae`, did you mean `name`?",)),
        ("payload /nmae/x", ("there is no `nmae`, did you mean `name`?",)),
        ("payload /0", ()),
    ]


def test_a_bound_holds_on_the_recipients_clock_under_a_timezone(folder: Path, write: Write) -> None:
    definition = folder / "sales.yaml"
    text = definition.read_text(encoding="utf-8")
    definition.write_text(
        text.replace(
            "call_retry_config:", "call_retry_config:\n  timezone: America/New_York"
        ).replace("20:00", "17:00"),
        encoding="utf-8",
    )
    path = write(
        'revox_test: 1\ndefaults: {recipient: "+33612345678"}\ntests:\n'
        '  - {name: holds, expect: {never_before: "15:00"}}\n'
        '  - {name: breaks, expect: {never_before: "15:01"}}\n'
        '  - {name: late, expect: {never_after: "22:58"}}\n'
        "  - {name: zone, expect: {timezone: America/New_York}}\n"
    )
    holds, breaks, late, zone = run(path)
    assert [str(one.status) for one in (holds, breaks, late, zone)] == [
        "passed",
        "failed",
        "failed",
        "passed",
    ]
    assert breaks.mismatches[0].found == "one at 15:00"
    assert late.mismatches[0].found == "one at 22:59"


def test_assumptions_change_the_plan(write: Write) -> None:
    path = write(
        "revox_test: 1\n"
        "assume: {outside_window: next_day, max_retry_attempts: retries_only, "
        "window_end: included, failed_call_seconds: 60, final_outcomes: [ivr]}\n"
        'defaults: {recipient: "+33612345678"}\ntests:\n'
        "  - name: a\n"
        '    given: {at: "2027-06-01T18:00:00Z", outcomes: [human, human, ivr]}\n'
        "    expect:\n"
        "      inside_window: true\n"
        '      attempts: ["2027-06-01T18:00:00Z", "2027-06-02T08:00:00Z", '
        '"2027-06-02T10:01:00Z"]\n'
        "  - {name: b, expect: {attempts_count: 4}}\n"
    )
    assert [(str(one.status), found(one)) for one in run(path)] == [("passed", [])] * 2


def test_a_definition_that_does_not_lint_is_reported_by_its_tests(
    folder: Path, write: Write
) -> None:
    definition = folder / "sales.yaml"
    text = definition.read_text(encoding="utf-8")
    definition.write_text(text.replace('"13:00"', '"09:00"'), encoding="utf-8")
    path = write(
        f"{HEAD}  - {{name: a, expect: {{attempts_count: 3}}}}\n"
        "  - {name: b, expect: {findings_include: [window-ends-before-start]}}\n"
        "  - {name: c, skip: later, expect: {attempts_count: 3}}\n"
    )
    first, second, third = run(path)
    assert [str(one.status) for one in (first, second, third)] == ["failed", "passed", "skipped"]
    assert first.reason == "not run: the definition does not lint (1 error)"
    assert [line.partition("] ")[0] for line in first.lines] == [
        "sales.yaml:12:32: error[window-ends-before-start"
    ]


def test_what_nothing_limits_is_never_within_a_limit(folder: Path, write: Write) -> None:
    definition = folder / "sales.yaml"
    text = definition.read_text(encoding="utf-8")
    definition.write_text(text.replace("max_call_duration_secs: 600\n", ""), encoding="utf-8")
    (result,) = run(
        write(f"{HEAD}  - {{name: a, expect: {{talk_seconds_max: {{gt: 0}}, cost_max: 3}}}}\n")
    )
    assert [one.found for one in result.mismatches] == [
        "no `max_call_duration_secs`: nothing limits a call"
    ] * 2


def test_money_is_exact(folder: Path, write: Write) -> None:
    """In binary floating point 3 * 1.1 is more than 3.3."""
    definition = folder / "sales.yaml"
    text = definition.read_text(encoding="utf-8")
    definition.write_text(text.replace("600", "60"), encoding="utf-8")
    path = write(
        "revox_test: 1\ncontract: 0.1\nrates: {per_minute: 1.1}\n"
        "tests: [{name: a, expect: {cost_max: 3.3}}]\n"
    )
    assert [found(one) for one in run(path)] == [[]]


def test_a_plan_that_leaves_the_zone_data_fails_and_says_so(write: Write) -> None:
    text = f'{HEAD}  - name: a\n    given: {{at: "2037-12-31T18:30:00Z"}}\n'
    (result,) = run(write(text + "    expect: {span_hours: 1}\n"))
    assert found(result) == [
        "8:26 span_hours: a plan / none: the time zone data describes the years 1970 to 2037, "
        "not 2038"
    ]


def test_a_snapshot_is_written_compared_and_never_outside(folder: Path, write: Write) -> None:
    path = write(f"{HEAD}  - {{name: a, expect: {{payload_snapshot: snap/sales.snapshot.json}}}}\n")
    stored = folder / "snap" / "sales.snapshot.json"
    assert found(run(path)[0]) == [
        "6:42 payload_snapshot: the file `snap/sales.snapshot.json` / no such file"
    ]
    assert found(run(path, update_snapshots=True)[0]) == []
    assert json.loads(stored.read_text(encoding="utf-8"))["name"] == "Sales"
    assert found(run(path)[0]) == []
    stored.write_text(stored.read_text(encoding="utf-8").replace("Sales", "Sale"), "utf-8")
    (changed,) = run(path)
    assert changed.mismatches[0].detail[:4] == (
        "@@ -19,3 +19,3 @@",
        '   "max_call_duration_secs": 600,',
        '-  "name": "Sale",',
        '+  "name": "Sales",',
    )
    stored.write_text("{", encoding="utf-8")
    assert found(run(path)[0]) == [
        "6:42 payload_snapshot: the file `snap/sales.snapshot.json` / a file that cannot be read: "
        "JSONDecodeError"
    ]


def test_a_snapshot_is_not_written_through_a_link(
    folder: Path, write: Write, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (folder / "snap").symlink_to(outside, target_is_directory=True)
    path = write(f"{HEAD}  - {{name: a, expect: {{payload_snapshot: snap/sales.snapshot.json}}}}\n")
    assert found(run(path, update_snapshots=True)[0]) == [
        "6:42 payload_snapshot: `snap/sales.snapshot.json` written / a path that leads out of the "
        "test file's folder"
    ]
    assert list(outside.iterdir()) == []
