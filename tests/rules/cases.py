"""Cases in text files: a definition, the whole of what is said of it, and its fixed text.

A case begins with `## ` and its name, then the definition; a name that ends in `(JSON)` makes
it a JSON file. After `-- said` there is one line for each diagnostic: severity, rule, the marked
characters as a Python literal, the message. After `-- fixed`, if anything can be fixed, there is
the text with all fixes.
"""

from __future__ import annotations

from pathlib import Path

from revox_lint import edit
from revox_lint.engine import Settings, lint
from revox_lint.rule import Rule
from revox_lint.syntax.source import Source


def read(name: str) -> list[tuple[str, str, str]]:
    """The cases of the file `name` beside this one: (name, definition, what is expected)."""
    text = Path(__file__).with_name(name).read_text("utf-8")
    cases = []
    for block in text.split("## ")[1:]:
        title, _, rest = block.partition("\n")
        definition, _, expected = rest.partition("-- said\n")
        cases.append((title, definition, expected))
    return cases


def outcome(title: str, definition: str, rules: tuple[Rule, ...]) -> str:
    """What is said of `definition` and its fixed text, in the form of the files."""
    path = "assistant.json" if title.endswith("(JSON)") else "assistant.yaml"
    settings = Settings(rules=rules)
    said = lint(Source(path, definition), settings).diagnostics
    lines = [
        f"{d.severity} {d.rule} at {definition[d.span.start : d.span.end]!r}: {d.message}\n"
        for d in said
    ]
    fixes = [d.fix for d in said if d.fix is not None]
    if fixes:
        text = edit.apply(definition, fixes)
        again = lint(Source(path, text), settings).diagnostics
        assert [d for d in again if d.fix is not None] == []
        lines += ["-- fixed\n", text]
    return "".join(lines) + "\n"
