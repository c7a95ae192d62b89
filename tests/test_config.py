"""The configuration is read strictly: what is not known has a place and a suggestion."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from revox_lint.config import Config, ConfigError, RuleConfig, read, rule_names
from revox_lint.diagnostic import Severity
from revox_lint.environment import Environment


def _read(folder: Path, text: str, name: str = "revox-lint.toml") -> Config:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def test_everything_that_can_be_set(tmp_path: Path) -> None:
    text = """\
contract = "0.1"
include = ["assistants/**/*.yaml"]
exclude = ["assistants/drafts/**"]
fail-on = "warning"
[rules]
long-prompt = "off"
leftover-todo = "error"
[rules.long-faq-answer]
severity = "warning"
max-characters = 300
[env.prod]
base-url = "https://eu.example.com/api"
api-key-variable = "EU_KEY"
protected = true
voicemail_message = "Call us back."
[env.prod.overrides]
voice = { speed = 1.1 }
[env.default]
"""
    config = _read(tmp_path, text)
    options = config.rules["long-faq-answer"].options
    assert config == Config(
        root=tmp_path,
        path=tmp_path / "revox-lint.toml",
        contract="0.1",
        include=("assistants/**/*.yaml",),
        exclude=("assistants/drafts/**",),
        fail_on=Severity.WARNING,
        rules={
            "long-prompt": RuleConfig(off=True),
            "leftover-todo": RuleConfig(Severity.ERROR),
            "long-faq-answer": RuleConfig(Severity.WARNING, options=options),
        },
        env={
            "prod": Environment(
                name="prod",
                base_url="https://eu.example.com/api",
                key_variable="EU_KEY",
                protected=True,
                overrides={"voicemail_message": "Call us back.", "voice": {"speed": 1.1}},
            ),
            "default": Environment(name="default"),
        },
    )
    assert options.max_characters == 300


def test_in_pyproject(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n[tool.revox-lint]\nfail-on = "info"\n'
    assert _read(tmp_path, text, "pyproject.toml").fail_on is Severity.INFO


WRONG = [
    ("fail-onn = 1\n", ":1: unknown setting `fail-onn`, did you mean `fail-on`?"),
    ("\nfail-on = 'all'\n", ":2: `fail-on` must be `info`, `warning` or `error`, not `all`"),
    ("contract = '9.9'\n", ":1: unknown contract version `9.9` (known: 0.1)"),
    ("include = 'a'\n", ':1: `include` must be a list, not `"a"`: write `["a"]`'),
    ("include = ['a', 1]\n", ':1: an element of `include` must be a string, not `1`: write `"1"`'),
    ("rules = 1\n", ":1: `rules` must be a table, not `1`"),
    (
        "[rules]\nunknown-timezon = 'off'\n",
        ":2: unknown rule `unknown-timezon`, did you mean `unknown-timezone`?",
    ),
    (
        "[rules]\nblank-text = 'warn'\n",
        ":2: `blank-text` must be `off`, `info`, `warning` or `error`, not `warn`: "
        'write `"warning"`',
    ),
    (
        "[rules.blank-text]\nseverity = 'warn'\n",
        ":2: `severity` of `blank-text` must be `off`, `info`, `warning` or `error`, not `warn`: "
        'write `"warning"`',
    ),
    (
        "[rules]\nblank-text = 1\n",
        ':2: `blank-text` must be a severity or a table, not `1`: write `"warning"`',
    ),
    ("[rules.blank-text]\nmax = 1\n", ":2: unknown option `max` of `blank-text`"),
    (
        "[rules.long-faq-answer]\nmax-character = 1\n",
        ":2: unknown option `max-character` of `long-faq-answer`, did you mean `max-characters`?",
    ),
    (
        "[rules.long-faq-answer]\nmax-characters = 'many'\n",
        ':2: `max-characters` of `long-faq-answer` must be a whole number, not `"many"`',
    ),
    (
        "[rules.long-faq-answer]\nmax-characters = true\n",
        ":2: `max-characters` of `long-faq-answer` must be a whole number, not `true`",
    ),
    (
        "[rules.long-faq-answer]\nmax-characters = -1\n",
        ":2: `max-characters` of `long-faq-answer` must be at least 0, not `-1`",
    ),
    (
        "[rules.long-voicemail]\nmax-seconds = 1\n"
        "[rules]\n# max-seconds = 2\nlong-opening = { max-seconds = [] }\n",
        ":5: `max-seconds` of `long-opening` must be a number, not a list",
    ),
    ("env = 1\n", ":1: `env` must be a table, not `1`"),
    ("[env]\nprod = 1\n", ":2: `prod` must be a table, not `1`"),
    (
        "[env.a]\nprotected = true\n[env.b]\nprotectd = true\n",
        ":4: [env.b]: unknown setting `protectd`, did you mean `protected`?",
    ),
    (
        "[env.a]\nprotected = true\n[env.b]\nprotected = 'yes'\n",
        ':4: [env.b]: `protected` must be `true` or `false`, not `"yes"`: write `true`',
    ),
    (
        "[env.a]\nwebhok_url = 'https://x.example.org'\n",
        ":2: [env.a]: unknown setting `webhok_url`, did you mean `webhook_url`?",
    ),
    (
        "[env.a.overrides]\nvoise = {}\n",
        ":2: [env.a]: unknown field `voise`, did you mean `voice`?",
    ),
    (
        "[env.a.overrides]\nname = 'x'\n",
        ":2: [env.a]: `name` cannot be overridden: every assistant has its own",
    ),
    ("[env.a]\noverrides = 'x'\n", ':2: [env.a]: `overrides` must be a table, not `"x"`'),
    ("[env.a]\nbase-url = 1\n", ":2: [env.a]: `base-url` must be a string, not `1`"),
    (
        "[env.a]\napi-key-variable = 'sk-4f9Kq2LmZ8'\n",
        ":2: [env.a]: `api-key-variable` must be the name of a variable such as `REVOX_API_KEY`,"
        " never the key itself",
    ),
    (
        "[env.a]\nprotected = true\n[env]\nb.protected = 'yes'\n",
        ':4: [env.b]: `protected` must be `true` or `false`, not `"yes"`: write `true`',
    ),
    ("a = [\n", ": is not TOML: Invalid value (at end of document)"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_an_error_has_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        _read(tmp_path, text)
    assert str(caught.value) == f"{tmp_path / 'revox-lint.toml'}{message}"


def test_a_line_of_pyproject_is_one_of_our_table(tmp_path: Path) -> None:
    text = "[tool.other]\ninclude = 1\n[tool.revox-lint]\ninclude = 1\n"
    with pytest.raises(ConfigError, match=r"pyproject\.toml:4: `include` must be a list, not `1`"):
        _read(tmp_path, text, "pyproject.toml")


@pytest.mark.parametrize("given", ["2", "2.0"])
def test_a_whole_number_is_a_number(tmp_path: Path, given: str) -> None:
    text = (
        f"[rules.long-opening]\nmax-seconds = {given}\n"
        f"[rules.long-faq-answer]\nmax-characters = {given}\n"
    )
    rules = _read(tmp_path, text).rules
    seconds = rules["long-opening"].options.max_seconds
    characters = rules["long-faq-answer"].options.max_characters
    assert (repr(seconds), repr(characters)) == ("2.0", "2")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file or directory"):
        read(tmp_path / "none.toml")


def test_rules_and_families_are_selected_by_name() -> None:
    assert rule_names(["blank-text"]) == ("blank-text",)
    assert "voice-speed-out-of-range" in rule_names(["speech"])
    with pytest.raises(ConfigError, match=r"unknown rule `speach`, did you mean `speech`\?"):
        rule_names(["speach"])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            "assistants/*.{yaml,yml}",
            'has braces, write `"assistants/*.yaml"` and `"assistants/*.yml"`',
        ),
        ("./assistants/*.yaml", "has an empty step, write `assistants/*.yaml`"),
        ("assistants//*.yaml", "has an empty step, write `assistants/*.yaml`"),
        ("../assistants/*.yaml", "leaves the folder of the configuration"),
        ("assistants\\*.yaml", "has a backslash, write `assistants/*.yaml`"),
        ("ROOT/assistants", "is absolute, write `assistants`"),
        (
            "~/assistants",
            "is absolute, but patterns are relative to the folder of the configuration",
        ),
        (
            "C:/assistants",
            "is absolute, but patterns are relative to the folder of the configuration",
        ),
        (" assistants/*.yaml", "begins with a space, write `assistants/*.yaml`"),
        ("", "is empty"),
        ("#1.yaml", "is a comment, write `\\#1.yaml`"),
        ("'a.yaml'", "is in quotes twice, write `a.yaml`"),
        ("assistants/[a.yaml", "has an unclosed bracket, write `assistants/\\[a.yaml`"),
        ("!drafts/**", "takes back what an earlier pattern matched, but is the first"),
    ],
)
@pytest.mark.parametrize("name", ["include", "exclude"])
def test_a_pattern_that_can_match_nothing(
    tmp_path: Path, name: str, given: str, message: str
) -> None:
    given = given.replace("ROOT", tmp_path.as_posix())
    path = tmp_path / "revox-lint.toml"
    path.write_text(f"{name} = [\n  {json.dumps(given)},\n]\n", encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        read(path)
    # In TOML, a backslash is written twice.
    line = 2 if given.strip("\\") and "\\" not in given else 1
    assert str(refused.value) == f"{path}:{line}: `{given}` matches no file: it {message}"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("assistants/*.md", "does not end in `.yaml`, `.yml` or `.json`"),
        ("**/*.YAML", "does not end in `.yaml`, `.yml` or `.json`"),
        ("assistants/*.test.yaml", "ends in `.test.yaml`, as no definition does"),
        ("assistants/*.yaml/", "means folders only, write `assistants/*.yaml`"),
    ],
)
def test_a_pattern_that_can_match_no_definition(tmp_path: Path, given: str, message: str) -> None:
    path = tmp_path / "revox-lint.toml"
    path.write_text(f'include = ["{given}"]\n', encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        read(path)
    assert str(refused.value) == f"{path}:1: `{given}` matches no file: it {message}"
    path.write_text(f'exclude = ["{given}"]\n', encoding="utf-8")
    assert read(path).exclude == (given,)


def test_patterns_that_can_match(tmp_path: Path) -> None:
    patterns = [
        "**",
        "/a/*.yaml",
        "a.v2",
        "*.json",
        "a/[ab].yml",
        "a/",
        "!b/**",
        "\\#1.yaml",
        "v{1}",
    ]
    path = tmp_path / "revox-lint.toml"
    path.write_text(f"include = {json.dumps(patterns)}\n", encoding="utf-8")
    assert read(path).include == tuple(patterns)
