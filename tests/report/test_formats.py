"""The four formats of a report, as the command line writes them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from revox_lint.contract.published import read_schema
from tests.command import BAD, FRAME, GOOD, in_folder, run_cli, write  # noqa: F401


def test_a_frame_with_two_places(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", "name: Sales\n\n\nprompt: Be kind.\nname: Support\n")
    assert run_cli(capsys, "a.yaml")[1] == (
        "error[duplicate-key]: duplicate key `name`\n"
        "  --> a.yaml:5:1\n"
        "   |\n"
        " 1 | name: Sales\n"
        "   | ---- first given here\n"
        "  ...\n"
        " 5 | name: Support\n"
        "   | ^^^^\n"
        "   = help: keep one of the two: a reader takes either of them, or refuses the file\n"
        "\n"
        "Found 1 error in 1 file.\n"
    )


def test_marks_are_under_wide_characters(capsys: pytest.CaptureFixture[str]) -> None:
    write(
        "a.yaml", "name: 日本\nprompt: Be kind.\nvoice: {id: 日本, speeed: 1, provider: cartesia}\n"
    )
    lines = run_cli(capsys, "a.yaml", "--select", "unknown-field")[1].splitlines()
    assert lines[3:5] == [
        " 3 | voice: {id: 日本, speeed: 1, provider: cartesia}",
        "   |                   ^^^^^^",
    ]


def test_a_long_line_is_cut_around_the_mark(capsys: pytest.CaptureFixture[str]) -> None:
    write(
        "a.yaml",
        GOOD + "faq_items: [{question: " + "why " * 100 + ", answr: " + "b " * 200 + "}]\n",
    )
    lines = run_cli(capsys, "a.yaml", "--select", "unknown-field")[1].splitlines()
    code, mark = lines[3], lines[4]
    assert len(code) <= 120 and code[5] == "…" and code[-1] == "…"
    start = mark.index("^")
    assert code[start : start + mark.count("^")] == "answr"


def test_a_long_line_is_cut_anew_around_each_mark(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", "{name: a, prompt: " + "word " * 40 + ", name: b}\n")
    lines = run_cli(capsys, "a.yaml", "--select", "duplicate-key")[1].splitlines()
    for code, mark in ((lines[3], lines[4]), (lines[5], lines[6])):
        assert code.startswith(" 1 | ")
        sign = mark.strip(" |")[0]
        start = mark.index(sign)
        assert code[start : start + mark.count(sign)] == "name"
    assert lines[4].endswith("---- first given here")


def test_control_characters_never_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    write(
        "a.yaml", 'name: Sales\nprompt: x\n"\\e[31mred": 1\nvoice: {provider: "\x1b[32m", id: a}\n'
    )
    for form in ("text", "concise", "github"):
        out = run_cli(capsys, "a.yaml", "--output-format", form)[1]
        assert "\x1b" not in out


def test_a_workflow_command_cannot_be_smuggled_in(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", GOOD + '"x\\n::error::y%0A::set-output name=z::1": 1\n')
    out = run_cli(capsys, "a.yaml", "--output-format", "github")[1]
    assert len(out.splitlines()) == 1
    assert out.startswith("::error title=revox-lint (unknown-field),file=a.yaml,line=3,endLine=3,")


def test_concise(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", BAD)
    assert run_cli(capsys, "a.yaml", "--output-format", "concise")[1] == (
        "a.yaml:6:10: error[voice-speed-out-of-range] "
        "`speed` of `1.5` is outside the range of elevenlabs, 0.7 to 1.2\n"
        "Found 1 error in 1 file.\n"
    )


def test_github(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.yaml", BAD)
    annotation = (
        "::error title=revox-lint (voice-speed-out-of-range),file=a.yaml,line=6,endLine=6,col=10,"
        "endColumn=12::`speed` of `1.5` is outside the range of elevenlabs, 0.7 to 1.2"
        "%0Awrite a number from 0.7 to 1.2; 1.0 is the normal speed"
        "%0Ahttps://revox-lint.readthedocs.io/en/stable/rules/voice-speed-out-of-range/\n"
    )
    assert run_cli(capsys, "a.yaml", "--output-format", "github")[1] == annotation
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    out = run_cli(capsys, "a.yaml")[1]
    assert out == FRAME.replace("assistants/a.yaml", "a.yaml") + annotation


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", BAD + "name: again\n")
    code, out, _ = run_cli(capsys, "a.yaml", "--output-format", "json")
    report = json.loads(out)
    jsonschema.validate(report, json.loads(read_schema("output.schema.json")))
    url = "https://revox-lint.readthedocs.io/en/stable/rules/"
    assert code == 1
    assert report["summary"] == {
        "files": 1,
        "skipped": 0,
        "error": 2,
        "warning": 0,
        "info": 0,
        "fixable": 0,
    }
    assert report["contract"] == "0.1"
    assert report["diagnostics"] == [
        {
            "rule": "voice-speed-out-of-range",
            "severity": "error",
            "message": "`speed` of `1.5` is outside the range of elevenlabs, 0.7 to 1.2",
            "help": "write a number from 0.7 to 1.2; 1.0 is the normal speed",
            "path": "a.yaml",
            "document": 0,
            "pointer": "/voice/speed",
            "range": {"start": {"line": 6, "column": 10}, "end": {"line": 6, "column": 13}},
            "related": [],
            "fix": {
                "title": "Set the speed to 1.2",
                "applicability": "unsafe",
                "edits": [
                    {
                        "range": {
                            "start": {"line": 6, "column": 10},
                            "end": {"line": 6, "column": 13},
                        },
                        "text": "1.2",
                    }
                ],
            },
            "url": f"{url}voice-speed-out-of-range/",
        },
        {
            "rule": "duplicate-key",
            "severity": "error",
            "message": "duplicate key `name`",
            "help": "keep one of the two: a reader takes either of them, or refuses the file",
            "path": "a.yaml",
            "document": 0,
            "pointer": "/name",
            "range": {"start": {"line": 7, "column": 1}, "end": {"line": 7, "column": 5}},
            "related": [
                {
                    "message": "first given here",
                    "path": "a.yaml",
                    "range": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 5}},
                }
            ],
            "fix": None,
            "url": f"{url}duplicate-key/",
        },
    ]


def test_concise_is_what_the_task_of_vs_code_reads(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "editors.md").read_text("utf-8")
    block = page.partition('```json title=".vscode/tasks.json"\n')[2].partition("```")[0]
    matcher = json.loads(block)["tasks"][0]["problemMatcher"]["pattern"]
    write("a.yaml", BAD)
    line = run_cli(capsys, "a.yaml", "--output-format", "concise")[1].splitlines()[0]
    match = re.fullmatch(matcher["regexp"], line)
    assert match is not None
    names = ("file", "line", "column", "severity", "code")
    assert [match[matcher[name]] for name in names] == [
        "a.yaml",
        "6",
        "10",
        "error",
        "voice-speed-out-of-range",
    ]
