"""Any content of the files: results or errors with a place, never an exception."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from revox_lint.harness.expectations import kinds
from revox_lint.harness.report import Run, formats, render
from revox_lint.harness.run import collect, run_case
from revox_lint.report import Style
from tests.harness.conftest import DEFINITION, Write
from tests.harness.test_run import HEAD, found, run

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(10**300, 10**301),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        ["ambiguous", "valid", "2027-03-26T12:30:00Z", "+33612345678", "10:00", "human", "(", "/a"]
    ),
)
WORDS = st.sampled_from(
    [*kinds(), "lt", "between", "contains", "regex", "invalid", "mode", "text", "1", "3", "/name"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORDS, inner, max_size=3)),
    max_leaves=6,
)
GIVEN = st.fixed_dictionaries(
    {},
    optional={
        "recipient": st.one_of(
            SCALARS, st.sampled_from(["+33612345678", "+12125550123", "+80012345678"])
        ),
        "at": st.one_of(
            SCALARS, st.sampled_from(["2027-03-26T12:30:00Z", "2037-12-31T23:59:59-12:00"])
        ),
        "vars": VALUES,
        "payload": VALUES,
        "outcomes": st.one_of(VALUES, st.lists(st.sampled_from(["human", "busy"]), max_size=3)),
    },
)


@settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(GIVEN, st.dictionaries(st.sampled_from(list(kinds())), VALUES, min_size=1, max_size=3))
def test_any_values_are_judged_or_refused(
    folder: Path, given_values: dict[str, object], expect: dict[str, object]
) -> None:
    path = folder / "sales.test.yaml"
    test = {"name": "a", "given": given_values, "expect": expect}
    path.write_text(json.dumps({"revox_test": 1, "tests": [test]}), encoding="utf-8")
    collected = collect(path, path.name)
    report = Run(files=1, errors=list(collected.errors))
    if collected.suite is not None:
        report.results = [run_case(collected, case) for case in collected.suite.cases]
    else:
        assert collected.errors
    for name in formats():
        assert isinstance("".join(render(name, report, Style())), str)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, len(HEAD)), st.text(max_size=6), st.integers(0, 8))
def test_any_damage_is_a_result_or_an_error(
    folder: Path, place: int, text: str, removed: int
) -> None:
    whole = f"{HEAD}  - {{name: a, expect: {{attempts_count: 3}}}}\n"
    path = folder / "sales.test.yaml"
    damaged = whole[:place] + text + whole[place + removed :]
    path.write_bytes(damaged.encode("utf-8", "surrogatepass"))
    collected = collect(path, path.name)
    assert (collected.suite is None) == bool(collected.errors)
    for error in collected.errors:
        assert error.message
        assert "\n" not in error.message
        assert 0 <= error.span.start <= len(collected.source.text)


@pytest.mark.parametrize(
    ("before", "after", "expect", "message"),
    [
        (
            "max_retry_attempts: 3",
            "max_retry_attempts: 1000000000",
            "span_hours: {gt: 0}",
            "none: 1000000000 attempts are more than the 10000 that can be planned",
        ),
        (
            "retry_delay_seconds: 7200",
            "retry_delay_seconds: " + "9" * 300,
            "span_hours: {gt: 0}",
            "none: the time zone data describes the years 1970 to 2037, "
            "not what lies thousands of years away",
        ),
        (
            "max_retry_attempts: 3",
            "timezone: Paris # revox-lint: ignore[unknown-timezone]\n  max_retry_attempts: 3",
            "span_hours: {gt: 0}",
            "none: `timezone` is `Paris`, which is not in the IANA time zone data",
        ),
    ],
)
def test_a_definition_that_cannot_be_planned_fails_its_test(
    folder: Path, write: Write, before: str, after: str, expect: str, message: str
) -> None:
    (folder / "sales.yaml").write_text(DEFINITION.replace(before, after), encoding="utf-8")
    text = f'{HEAD}  - name: a\n    given: {{at: "2027-03-26T12:30:00Z"}}\n'
    (result,) = run(write(f"{text}    expect: {{{expect}}}\n"))
    assert [one.partition(" / ")[2] for one in found(result)] == [message]
