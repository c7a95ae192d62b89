"""One mistake is one diagnostic, in a fixed order, at the place that has to change."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from revox_lint import Config, ConfigError, lint_paths, lint_text
from revox_lint.config import RuleConfig
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.engine import lint
from revox_lint.rule import SHIPPED, Registry, Rule


def _found(text: str, **options: object) -> list[tuple[str, str]]:
    found = lint_text(text, **options)  # type: ignore[arg-type]
    return [(one.rule, text[one.span.start : one.span.end]) for one in found]


ONE_EACH = [
    ("transfer_phone_number: +33612345678", "plain-phone-number", "+33612345678"),
    ("voice: {provider: cartesia, id: TODO}", "placeholder-voice-id", "TODO"),
    ("first_sentence_delay_ms: '400'", "wrong-type", "'400'"),
    ("first_sentence_delay_ms: .inf", "number-out-of-range", ".inf"),
    ("first_sentence_delay_ms: -5", "number-out-of-range", "-5"),
    ("call_retry_config: {max_retry_attempts: 2, calling_windows: []}", "no-calling-window", "[]"),
    ("background_sound: office.ogg", "unknown-value", "office.ogg"),
    ("end_of_call_sentence: 1e3", "parser-disagreement", "1e3"),
]


@pytest.mark.parametrize(("field", "rule", "token"), ONE_EACH)
def test_one_mistake_is_one_diagnostic(field: str, rule: str, token: str) -> None:
    text = f"name: Sales\nprompt: Be kind and brief.\n{field}\n"
    found = [one for one in _found(text) if one[0] not in ("transfer-never-mentioned",)]
    assert found == [(rule, token)]


def test_through_an_alias_the_alias_is_marked_and_the_value_is_related() -> None:
    text = (
        "name: a\nprompt: Be kind.\nend_of_call_sentence: &n ' '\n"
        "faq_items:\n  - {question: *n, answer: a}\n"
    )
    found = lint_text(text, select=["blank-text"])
    assert [
        (
            one.pointer,
            text[one.span.start : one.span.end],
            [(r.message, text[r.span.start : r.span.end]) for r in one.related],
        )
        for one in found
    ] == [
        ("/faq_items/0/question", "*n", [("the value is written here", "' '")]),
    ]


def test_what_is_wrong_at_the_anchor_is_not_reported_again_at_each_alias() -> None:
    text = (
        "name: a\nprompt: Be kind.\nvoice: &v {provider: cartesia, id: b, speed: 9}\n"
        "call_retry_config:\n  max_retry_attempts: 2\n  calling_windows:\n"
        '  - &w {calling_window_start_time: "25:00", calling_window_end_time: "18:00",'
        " retry_delay_seconds: 600}\n  - *w\n"
    )
    assert _found(text, select=["invalid-window-time"]) == [("invalid-window-time", '"25:00"')]


def test_through_a_merge_the_merging_element_is_marked() -> None:
    text = (
        "name: Sales\nprompt: Be kind.\n"
        "voice: &v {provider: cartesia, id: a, speed: 9}\n---\n"
        "name: Support\nprompt: Be kind.\n"
        "x: &base {provider: elevenlabs, id: b, speed: 2}\nvoice:\n  <<: *base\n  id: c\n"
    )
    found = lint_text(text, select=["voice-speed-out-of-range"])
    assert [
        (one.document, one.pointer, text[one.span.start : one.span.end], one.fix is None)
        for one in found
    ] == [(0, "/voice/speed", "9", False), (1, "/voice/speed", "*base", True)]


def test_a_value_that_is_not_there_is_marked_at_its_key() -> None:
    text = "name:\nprompt: Be kind.\nvoice:\n  provider: cartesia\n  id:\n"
    assert _found(text, select=["wrong-type"]) == [("wrong-type", "name"), ("wrong-type", "id")]


def test_a_broken_place_hides_neither_the_rest_nor_is_it_missing() -> None:
    text = "name: {{company}} sales\nvoice:\n  provider: cartesa\n  id: x\nprompt 'Be kind.'\n"
    assert _found(text, select=["syntax", "schema"]) == [
        ("invalid-yaml", "{{company}}"),
        ("unknown-value", "cartesa"),
        ("invalid-yaml", "prompt 'Be kind.'"),
    ]


def test_a_rule_that_is_off_is_never_called() -> None:
    def check(document: Document) -> Iterator[Finding]:
        raise AssertionError

    rule = Rule("never", "own", Severity.ERROR, "Never.", "Never.", "", "", check)
    config = Config(root=Path(), rules={"blank-text": RuleConfig(off=True)})
    assert lint_text("name: ''\nprompt: x\n", config=config) == []
    assert [one.rule for one in lint_text("name: a\nprompt: x\n", rules=[rule])] == [
        "internal-error"
    ]


def test_severities_and_options_of_the_configuration() -> None:
    options = SHIPPED["long-faq-answer"].options
    assert options is not None
    config = Config(
        root=Path(),
        rules={"long-faq-answer": RuleConfig(Severity.ERROR, options=options(max_characters=3))},
    )
    text = "name: a\nprompt: x\nfaq_items: [{question: Why?, answer: Because}]\n"
    found = lint_text(text, config=config)
    assert [(one.rule, one.severity) for one in found] == [("long-faq-answer", Severity.ERROR)]


def _own_rule() -> ModuleType:
    """Return a rule as a user writes one, in a module of the folder `own`."""
    module = ModuleType("own.no_greeting")
    text = '''"""A prompt without a greeting."""
from revox_lint.diagnostic import Finding, Severity
from revox_lint.rule import RuleOptions, option
SEVERITY = Severity.WARNING
BAD = GOOD = ""
class Options(RuleOptions):
    word: str = option("Hello", "The greeting.")
def check(document, options):
    if options.word not in document.prompt.value:
        yield Finding(document.prompt, f"the prompt does not say `{options.word}`")
'''
    exec(text, module.__dict__)
    module.__doc__ = "A prompt without a greeting."
    return module


OWN = "name: a\nprompt: Be kind.\n"


@pytest.mark.parametrize(("keys", "said"), [(1000, False), (1001, True)])
def test_a_rule_with_too_many_findings_says_so_in_one_of_them(keys: int, said: bool) -> None:
    text = "name: Sales\nprompt: Be kind.\n" + "".join(f"q{n}: 1\n" for n in range(keys))
    found = lint_text(text)
    assert [one.rule for one in found] == ["unknown-field"] * 1000
    more = "further places of this rule in this document are not reported"
    assert [one.help for one in found if one.help == more] == [more] * said


def test_a_configured_severity_overrides_that_of_a_finding() -> None:
    text = (
        "name: Sales\nprompt: Be kind.\nfaq_items:\n  - {question: When?, answer: At nine.}\n"
        "  - {question: when, answer: At ten.}\n"
    )
    config = Config(Path(), rules={"duplicate-question": RuleConfig(Severity.INFO)})
    for given, severity in ((None, Severity.ERROR), (config, Severity.INFO)):
        found = [(one.rule, one.severity) for one in lint_text(text, config=given)]
        assert found == [("duplicate-question", severity)]


def test_an_own_rule_is_selected_ignored_and_suppressed_like_ours() -> None:
    rules = [_own_rule()]
    found = lint_text(OWN, rules=rules)
    assert [(one.rule, one.severity.value, one.message) for one in found] == [
        ("no-greeting", "warning", "the prompt does not say `Hello`")
    ]
    for select in ("no-greeting", "own"):
        assert _found(OWN, rules=rules, select=[select]) == [("no-greeting", "Be kind.")]
    assert lint_text(OWN, rules=rules, select=["schema"]) == []
    assert lint_text(OWN, rules=rules, ignore=["no-greeting"]) == []
    line = "prompt: Be kind. # revox-lint: ignore[no-greeting]\n"
    assert lint_text("name: a\n" + line, rules=rules) == []
    assert [one.rule for one in lint_text("name: a\n" + line)] == ["unknown-suppression"]


def test_an_own_rule_is_configured_like_ours(tmp_path: Path) -> None:
    path = tmp_path / "revox-lint.toml"
    path.write_text('rules.no-greeting = {severity = "error", word = "Good day"}\n', "utf-8")
    (tmp_path / "a.yaml").write_text(OWN, "utf-8")
    found = lint_paths([tmp_path], rules=[_own_rule()]).diagnostics
    assert [(one.rule, one.severity.value, one.message) for one in found] == [
        ("no-greeting", "error", "the prompt does not say `Good day`")
    ]
    with pytest.raises(ConfigError) as refused:
        lint_paths([tmp_path])
    assert str(refused.value) == f"{path}:1: unknown rule `no-greeting`"
    path.write_text("rules.no-greeting.wrd = 'Hi'\n", "utf-8")
    with pytest.raises(ConfigError) as refused:
        lint_paths([tmp_path], rules=[_own_rule()])
    assert str(refused.value) == (
        f"{path}:1: unknown option `wrd` of `no-greeting`, did you mean `word`?"
    )


def test_an_own_rule_overrides_the_shipped_one_of_its_name() -> None:
    own = SHIPPED["blank-text"]._replace(summary="Ours.")
    registry = Registry([own])
    assert registry["blank-text"].summary == "Ours."
    assert list(registry) == list(SHIPPED)
    assert registry.family("blank-text") == SHIPPED.family("blank-text") == "schema"


def test_the_modeline_decides_the_contract() -> None:
    from revox_lint.engine import Settings, modeline_contract
    from revox_lint.syntax.parse import parse
    from revox_lint.syntax.source import Source

    line = "# yaml-language-server: $schema=https://x.example/assistant-0.1.schema.json\nname: a\n"
    source = Source("a.yaml", line)
    assert modeline_contract(source, parse(source)) == ("0.1", (60, 63))
    block = "prompt: |\n  " + line
    source = Source("a.yaml", block)
    assert modeline_contract(source, parse(source)) is None
    outcome = lint(Source("a.yaml", line), Settings(()))
    assert [document.contract.version for document in outcome.documents] == ["0.1"]


def test_every_rule_names_only_rules_that_exist() -> None:
    names = {rule.name for rule in SHIPPED.values()}
    assert {name for rule in SHIPPED.values() for name in rule.supersedes} <= names


_PROGRAM = """
import sys
from revox_lint import lint_text
from revox_lint.report import Style, reporter
from revox_lint.api import Result
text = sys.stdin.read()
result = Result(diagnostics=lint_text(text), checked=1, contract="0.1")
print("".join(reporter("json").render(result, Style())))
"""


def test_the_report_is_the_same_for_every_hash_seed() -> None:
    text = (
        "nam: Sales\nprompt: Press 1 to transfer. TODO {{a}} {{A}}\n"
        "voice: {provider: x, id: y, sped: 9}\n"
        "call_retry_config: {timezone: Pariss, max_retry_attempts: 0, calling_windows: [{}]}\n"
        "structured_output_config: [{name: a, type: enum}, {name: a, type: enum, required: yes}]\n"
    )
    reports = set()
    for seed in range(8):
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            input=text,
            capture_output=True,
            text=True,
            check=True,
            env={**__import__("os").environ, "PYTHONHASHSEED": str(seed)},
        )
        reports.add(done.stdout)
    assert len(reports) == 1
