"""Any bytes give diagnostics and an exit code: no traceback, no hang, no file lost."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from revox_lint import lint_text
from revox_lint.api import UNREADABLE, lint_paths
from revox_lint.cli import group
from revox_lint.diagnostic import Severity
from revox_lint.engine import INTERNAL
from revox_lint.rule import Rule

VALID = b"name: Sales\nprompt: Be kind.\n"


def _levels(depth: int) -> bytes:
    return b"prompt: " + b"[" * depth + b"]" * depth


def _bomb() -> bytes:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return ("\n".join(lines) + "\nprompt: *a11\n").encode()


def _merges() -> bytes:
    lines = ["m0: &m0 {a: 1}"]
    lines += [f"m{n}: &m{n} {{<<: *m{n - 1}, k{n}: 1}}" for n in range(1, 300)]
    return ("\n".join(lines) + "\nprompt: x\n").encode()


# what it is, its bytes, and the rules that speak of the bytes as such
INPUTS: list[tuple[str, bytes, set[str]]] = [
    ("nothing", b"", {"not-an-assistant"}),
    ("white space", b"  \n\n", {"not-an-assistant"}),
    ("a comment", b"# nothing\n", {"not-an-assistant"}),
    ("an empty second document", VALID + b"---\n", {"not-an-assistant"}),
    ("a list", b"- a\n", {"not-an-assistant"}),
    ("a text", b"hello", {"not-an-assistant"}),
    ("Latin-1", "name: é\nprompt: x\n".encode("latin-1"), {"invalid-encoding"}),
    ("UTF-16", "name: Sales\nprompt: x\n".encode("utf-16"), {"invalid-encoding"}),
    ("UTF-16 without a mark", "name: é\nprompt: x\n".encode("utf-16-be"), {"invalid-encoding"}),
    ("a byte order mark", b"\xef\xbb\xbf" + VALID, set()),
    ("two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf" + VALID, {"invalid-encoding"}),
    ("NUL", b"name: a\0b\nprompt: x\n", {"invalid-encoding"}),
    ("escape", b"name: a\x1b[31mb\nprompt: x\n", {"invalid-encoding"}),
    ("half a surrogate pair", b"name: \xed\xa0\xbd\nprompt: x\n", {"invalid-encoding"}),
    ("tabs", b"name: Sales\nvoice:\n\tid: x\nprompt: x\n", {"invalid-yaml"}),
    ("CR only", b"name: Sales\rprompt: x\r", set()),
    ("CR LF", VALID.replace(b"\n", b"\r\n"), set()),
    ("an equals sign", b"name: =\nprompt: x\n", {"invalid-yaml"}),
    ("10,000 levels", _levels(10_000), {"unsupported-yaml"}),
    ("10,000 open brackets", b"prompt: " + b"[" * 10_000, {"unsupported-yaml"}),
    (
        "1,000 block levels",
        b"prompt:\n" + b"".join(b" " * n + b"a:\n" for n in range(1, 1000)),
        {"unsupported-yaml"},
    ),
    ("an alias bomb", _bomb(), {"unsupported-yaml"}),
    ("a recursive alias", b"prompt: &x [*x]\nname: a\n", {"unsupported-yaml"}),
    ("a recursive merge", b"prompt: x\nname: a\nvoice: &x {<<: *x}\n", {"unsupported-yaml"}),
    ("an anchor of a key behind a tag", b"! &a prompt: ", {"unsupported-yaml"}),
    ("300 merges", _merges(), {"not-an-assistant"}),
    ("a line of 1 MB", b"name: a\nprompt: " + b"word " * 200_000, set()),
    ("20,000 keys", VALID + b"".join(b"k%d: 1\n" % n for n in range(20_000)), set()),
    ("a huge integer", VALID + b"first_sentence_delay_ms: " + b"9" * 5000, set()),
    ("a huge hexadecimal", VALID + b"first_sentence_delay_ms: 0x" + b"F" * 5000, set()),
    ("a huge exponent", VALID + b"max_call_duration_secs: 1e999999\n", set()),
    ("not a number", VALID + b"max_call_duration_secs: .nan\n", set()),
    ("infinity", VALID + b"first_sentence_delay_ms: .inf\n", set()),
    ("a lone surrogate by escape", b'name: "\\ud800"\nprompt: x\n', {"invalid-yaml"}),
    ("a quote never closed", b'name: "a\nprompt: x\n', {"invalid-yaml"}),
    ("a directive", b"%YAML 9.9\n---\n" + VALID, {"invalid-yaml"}),
    ("a null key", b"~: a\n" + VALID, {"unsupported-yaml"}),
    ("a complex key", b"? {a: b}\n: c\n" + VALID, {"unsupported-yaml"}),
]
ABOUT_BYTES = {"invalid-yaml", "invalid-encoding", "unsupported-yaml", "not-an-assistant"}


@pytest.mark.parametrize(("why", "data", "rules"), INPUTS, ids=[one[0] for one in INPUTS])
def test_odd_bytes(why: str, data: bytes, rules: set[str]) -> None:
    found = lint_text(data)
    assert [one.message for one in found if one.rule == INTERNAL] == []
    said = {one.rule for one in found} & ABOUT_BYTES
    assert said <= rules and bool(said) == bool(rules)
    for one in found:
        assert 0 <= one.span.start <= one.span.end <= len(one.source.text)
        assert "\x1b" not in one.message


PIECES = st.sampled_from(
    [
        *"abc:-#&*!|>'\"%@`{}[],?~= \n\r\t\\",
        *(
            "\n  ",
            ": ",
            "- ",
            "{{x}}",
            "<<: *a",
            "&a ",
            "*a",
            "---\n",
            "|\n  ",
            "\ufeff",
            "é",
            "😀",
        ),
        *("prompt: ", "voice:\n  id: ", "call_retry_config:\n  calling_windows:\n    - "),
        *("calling_window_start_time: ", "structured_output_config:\n  - name: ", "faq_items: "),
        *("timezone: ", "webhook_url: http://", "transfer_phone_number: +1", "llm_model: {type: "),
        *("# revox-lint: ignore[", "]", "null", "1e3", "17:00", ".nan", "0x", "yes", "openrouter"),
    ]
)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["a.yaml", "a.json"]))
def test_random_text_never_breaks_anything(text: str, path: str) -> None:
    for one in lint_text(text, path=path):
        assert one.rule != INTERNAL, one.message
        assert 0 <= one.span.start <= one.span.end <= len(one.source.text)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_random_bytes_never_break_anything(data: bytes) -> None:
    assert INTERNAL not in {one.rule for one in lint_text(data)}


# --- files -----------------------------------------------------------------------------------


def _run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(group, list(args), standalone_mode=False)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return int(result.return_value), result.output


def _messages(*paths: Path) -> list[tuple[str, str, str]]:
    result = lint_paths(paths)
    return [(Path(one.path).name, one.rule, one.message) for one in result.diagnostics]


def test_a_folder_named_like_a_file_is_walked(tmp_path: Path) -> None:
    folder = tmp_path / "x.yaml"
    folder.mkdir()
    (folder / "a.yaml").write_bytes(VALID)
    result = lint_paths([tmp_path])
    assert (result.checked, result.diagnostics) == (1, [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    expected = [("a.yaml", UNREADABLE, "the file cannot be read: it is not a regular file")]
    assert _messages(tmp_path / "a.yaml") == expected
    assert _messages(tmp_path) == expected


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("a.yaml")
    ((name, rule, message),) = _messages(tmp_path)
    assert (name, rule) == ("a.yaml", UNREADABLE)
    assert message.startswith("the file cannot be read: too many")


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("nowhere.yaml")
    expected = [("a.yaml", UNREADABLE, "the file cannot be read: no such file or directory")]
    assert _messages(tmp_path) == expected
    assert _messages(tmp_path / "a.yaml") == expected


def test_a_circle_of_folders_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(VALID)
    (tmp_path / "again").symlink_to(tmp_path)
    assert lint_paths([tmp_path]).checked == 1


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_bytes(VALID)
    (tmp_path / "b.yaml").write_bytes(VALID)
    opened = os.open

    def refuse(path: Path, flags: int) -> int:
        if path.name == "a.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    result = lint_paths([tmp_path])
    assert [(one.rule, one.message) for one in result.diagnostics] == [
        (UNREADABLE, "the file cannot be read: permission denied")
    ]
    assert result.checked == 2


def test_a_file_that_vanishes_after_it_was_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from revox_lint import workspace

    (tmp_path / "a.yaml").write_bytes(VALID)
    select = workspace.select

    def and_remove(*args: object, **kwargs: object) -> workspace.Selection:
        selection = select(*args, **kwargs)  # type: ignore[arg-type]
        (tmp_path / "a.yaml").unlink()
        return selection

    monkeypatch.setattr(workspace, "select", and_remove)
    assert _messages(tmp_path) == [
        ("a.yaml", UNREADABLE, "the file cannot be read: no such file or directory")
    ]


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(VALID + b"# " + b"x" * 4 * 1024 * 1024)
    assert _messages(tmp_path / "a.yaml") == [
        ("a.yaml", UNREADABLE, "the file cannot be read: it is larger than 4 MiB")
    ]


def test_a_file_that_cannot_be_read_fails_the_run_and_the_others_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").symlink_to("a.yaml")
    Path("b.yaml").write_bytes(b"first_sentence: x\nprompt: x\n")
    code, output = _run("check", "--output-format", "concise", "--select", "missing-field", ".")
    assert code == 1
    assert output.splitlines()[1:] == [
        "b.yaml:1:1: error[missing-field] missing field `name`",
        "Found 2 errors in 2 files.",
    ]


# --- our own failures ------------------------------------------------------------------------


def test_a_rule_that_fails_costs_one_loud_diagnostic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import revox_lint.rules.speech.voice_speed_out_of_range as module

    def fail(document: object) -> list[object]:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr(module, "check", fail)
    # A rule that another test has loaded is kept.
    monkeypatch.setattr("revox_lint.rule._load", lambda name: Rule.from_module(import_module(name)))
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_bytes(b"name: x\n")
    code, output = _run("check", "--output-format", "concise", "a.yaml")
    assert code == 70
    (line,) = [line for line in output.splitlines() if INTERNAL in line]
    assert line.startswith(
        "a.yaml:1:1: error[internal-error] the rule voice-speed-out-of-range failed on this file "
        "with ZeroDivisionError at test_reliability.py:"
    )
    assert line.endswith(": a bug in revox-lint, please report it")
    assert "error[missing-field]" in output


def test_a_third_party_rule_is_held_to_the_same(tmp_path: Path) -> None:
    def check(document: object) -> list[object]:
        raise RuntimeError

    rule = Rule("odd", "own", Severity.ERROR, "Odd.", "Odd.", "", "", check)  # type: ignore[arg-type]
    assert [
        one.rule for one in lint_text(VALID, rules=[rule]) if one.severity is Severity.ERROR
    ] == [INTERNAL]


NUMBERS = [
    "9" * 400,
    "-" + "9" * 400,
    "9" * 5000,
    "0x" + "f" * 400,
    "1e999",
    ".nan",
    "-.inf",
    "1e-400",
]
FIELDS = """\
name: Sales
prompt: Be kind.
first_sentence_delay_ms: {n}
max_call_duration_secs: {n}
voice: {{provider: cartesia, id: a, speed: {n}}}
call_retry_config:
  max_retry_attempts: {n}
  calling_windows:
    - {{calling_window_start_time: {n}, calling_window_end_time: "18:00", retry_delay_seconds: {n}}}
structured_output_config: [{{name: {n}, type: enum, required: {n}, enum_options: [{n}]}}]
transfer_phone_number: {n}
voicemail_message: {n}
"""


@pytest.mark.parametrize("number", NUMBERS, ids=range(len(NUMBERS)))
def test_no_number_is_too_large_for_a_rule(number: str) -> None:
    found = lint_text(FIELDS.format(n=number))
    assert [one.message for one in found if one.rule == INTERNAL] == []
    assert {one.rule for one in found} & {"number-out-of-range", "wrong-type", "unsupported-yaml"}
