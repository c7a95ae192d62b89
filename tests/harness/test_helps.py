"""What a mistake in a test file is said to be written as: the help of each, followed, is right."""

from __future__ import annotations

import pytest

from revox_lint.harness.run import collect
from tests.harness.conftest import Write

AT = '"2027-03-26T12:30:00Z"'


@pytest.mark.parametrize(
    ("wrong", "help", "right"),
    [
        (
            'recipient: "0612345678"',
            'write `+`, the country code and the number, such as `"+33612345678"`',
            'recipient: "+33612345678"',
        ),
        ("recipient: +33612345678", 'write `"+33612345678"`', 'recipient: "+33612345678"'),
        ('recipient: "+33 6 12 34 56 78"', 'write `"+33612345678"`', 'recipient: "+33612345678"'),
        (
            'recipient: "+3312"',
            'write a whole number, such as `"+33612345678"`',
            'recipient: "+33612345678"',
        ),
        ("at: noon", "write a value such as `2027-03-26T15:30:00Z`", "at: 2027-03-26T15:30:00Z"),
        (
            "at: 2027-04-01",
            "write a value such as `2027-04-01T15:30:00Z`",
            "at: 2027-04-01T15:30:00Z",
        ),
        ("outcomes: busy", "write `[busy]`", "outcomes: [busy]"),
        (
            "vars: Ada",
            'write a value such as `{"first_name": "Ada"}`',
            'vars: {"first_name": "Ada"}',
        ),
        (
            "payload: yes",
            'write a value such as `{"will_come": true}`',
            'payload: {"will_come": true}',
        ),
    ],
)
def test_what_is_given(write: Write, wrong: str, help: str, right: str) -> None:
    _check(write, f"given: {{{wrong}}}, expect: {{attempts_count: 3}}", help)
    _check(write, f"given: {{{right}}}, expect: {{attempts_count: 3}}", None)


@pytest.mark.parametrize(
    ("wrong", "help", "right"),
    [
        (
            "extraction: ok",
            'write `valid`, or a value such as `{"invalid": {"email": "missing"}}`',
            'extraction: {"invalid": {"email": "missing"}}',
        ),
        (
            "first_sentence: hi",
            'write a value such as `{"text": {"contains": "Hello"}}`',
            'first_sentence: {"text": {"contains": "Hello"}}',
        ),
        ('never_before: "8h"', 'write `"08:00"`', 'never_before: "08:00"'),
        ('never_after: "24:00"', 'write `"23:59"`', 'never_after: "23:59"'),
        ("never_after: evening", 'write a time such as `"20:00"`', 'never_after: "20:00"'),
        ("timezone: Paris", "write `Europe/Paris`", "timezone: Europe/Paris"),
        ("timezone: ambigous", "write `ambiguous`", "timezone: ambiguous"),
        (
            "timezone: here",
            "write a name such as `Europe/Paris`, or `ambiguous`",
            "timezone: ambiguous",
        ),
        ("findings: long-prompt", "write `[long-prompt]`", "findings: [long-prompt]"),
        ("variables: topic", "write `[topic]`", "variables: [topic]"),
    ],
)
def test_what_is_expected(write: Write, wrong: str, help: str, right: str) -> None:
    given = f'given: {{recipient: "+33612345678", at: {AT}, payload: {{status: later}}}}'
    _check(write, f"{given}, expect: {{{wrong}}}", help)
    _check(write, f"{given}, expect: {{{right}}}", None)


def _check(write: Write, test: str, help: str | None) -> None:
    path = write(f"revox_test: 1\ntests: [{{name: a, {test}}}]\n")
    found = [error.help for error in collect(path, path.name).errors]
    assert found == ([] if help is None else [help])
