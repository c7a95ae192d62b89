"""Cases in text files, one file for each rule: a definition, its diagnostics, its fixed text.

A case begins with `=== ` and its title. A title that ends in `[json]` makes it a JSON file,
`[crlf]` gives it the line ends of Windows, `[unended]` takes the last one away, `[escaped]`
reads `\\r`, `\\t` and `\\uXXXX` as in Python, `[twice]` has more to fix after one fix.

Then comes the definition, with marks around what is reported: `⟦rule|text⟧`, or `⟦text⟧` for
the rule of the file; `rule:info` where the severity is not that of the rule. Then

- `> rule: message` in the order of the diagnostics: all messages of that rule;
- `> rule help: text` and `> rule at "marked": message`: all its helps, and its related places;
- `=> fixed` and the definition after all fixes, or `=> no fix`.

In a frame, a definition with holes `…` and the line `=> each`, every further line is one case:
what fills the holes, in order, divided by ` | `; then its messages, and `=> ` with what fills
the holes once it is fixed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from revox_lint import edit
from revox_lint.diagnostic import Diagnostic
from revox_lint.engine import Settings, lint
from revox_lint.rule import SHIPPED, Rule
from revox_lint.syntax.source import Source

FOLDER: Final = Path(__file__).parent
NO_FIX: Final = "no fix"
_MARK: Final = r"⟦(?:([a-z-]*)(?::([a-z]+))?\|)?|⟧"
_SEVERITIES: Final = ("error", "warning", "info")
_FRAGMENTS: Final = ("prompt", "integrations")  # their cases need not be whole assistants


@dataclass
class Case:
    """One definition with marks, and what is expected beyond them."""

    rule: str
    name: str
    kinds: tuple[str, ...]
    definition: str
    messages: list[str] = field(default_factory=list)
    fixed: str | None = None


def rules_of(name: str) -> tuple[Rule, ...]:
    """Return the rules that run on the cases of a rule: its family, with YAML and the schema."""
    family = SHIPPED[name].family
    families = {"syntax", family} if family in _FRAGMENTS else {"syntax", "schema", family}
    return tuple(rule for rule in SHIPPED.values() if rule.family in families)


def read(path: Path) -> Iterator[Case]:
    """Yield the cases of a file, in order."""
    for block in re.split(r"(?m)^=== ", path.read_text("utf-8") + "\n")[1:]:
        title, _, body = block.removesuffix("\n").partition("\n")
        title, _, kinds = title.rstrip("]").partition(" [")
        frame, each, lines = body.partition("=> each\n")
        if each:
            yield from _framed(path.stem, title, tuple(kinds.split()), frame, lines)
            continue
        body, mark, fixed = body.partition("=> fixed\n")
        if not mark:
            body, mark, fixed = body.partition("=> no fix\n")
            fixed = NO_FIX
        definition = re.sub("(?m)^> .*\n?", "", body)
        case = Case(path.stem, title, tuple(kinds.split()), definition)
        case.messages = re.findall("(?m)^> (.*)", body)
        case.fixed = fixed if mark else None
        yield case


def _framed(
    rule: str, title: str, kinds: tuple[str, ...], frame: str, lines: str
) -> Iterator[Case]:
    case: Case | None = None
    for line in lines.splitlines():
        if line.startswith("> ") and case is not None:
            case.messages.append(line[2:])
        elif line.startswith("=> ") and case is not None:
            case.fixed = NO_FIX if line[3:] == NO_FIX else _filled(frame, line[3:])
        elif line:
            if case is not None:
                yield case
            case = Case(rule, f"{title}: {line}", kinds, _filled(frame, line))
    if case is not None:
        yield case


def _filled(frame: str, line: str) -> str:
    parts = frame.split("…")
    given = line.split(" | ", len(parts) - 2)
    return parts[0] + "".join(one + after for one, after in zip(given, parts[1:], strict=True))


def plain(case: Case, text: str) -> str:
    """Return a text of a case as it is in the file that is linted, with its marks."""
    if "escaped" in case.kinds:
        text = re.sub(
            r"\\(r|t|u[0-9a-f]{4})", lambda m: m[0].encode().decode("unicode_escape"), text
        )
    if "unended" in case.kinds:
        text = text.removesuffix("\n")
    return text.replace("\n", "\r\n") if "crlf" in case.kinds else text


Place = tuple[int, int, str, str]
"""Start, end, rule and severity."""


def unmarked(case: Case) -> tuple[str, list[Place]]:
    """Return the definition without its marks, and what they mark, in order of place."""
    out: list[str] = []
    places: list[Place] = []
    started: list[tuple[int, str, str]] = []
    size = last = 0
    marked = plain(case, case.definition)
    for match in re.finditer(_MARK, marked):
        out.append(marked[last : match.start()])
        size += match.start() - last
        last = match.end()
        if match[0] == "⟧":
            start, rule, severity = started.pop()
            places.append((start, size, rule, severity))
        else:
            rule = match[1] or case.rule
            started.append((size, rule, match[2] or _severity(rule)))
    out.append(marked[last:])
    return "".join(out), sorted(places)


def _severity(rule: str) -> str:
    return SHIPPED[rule].severity.value


def lint_case(case: Case, text: str) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of a text in the file of a case."""
    path = "assistant.json" if "json" in case.kinds else "assistant.yaml"
    return lint(Source(path, text), Settings(rules=rules_of(case.rule))).diagnostics


def check(case: Case) -> None:
    """Assert that exactly what a case expects is reported, and fixed."""
    text, expected = unmarked(case)
    found = lint_case(case, text)
    places = sorted((d.span.start, d.span.end, d.rule, d.severity.value) for d in found)
    shown = [(rule, severity, text[start:end]) for start, end, rule, severity in places]
    assert shown == [(rule, severity, text[s:e]) for s, e, rule, severity in expected], text
    assert places == expected, text
    assert messages(case, found) == case.messages, text
    if case.fixed is not None:
        fixes = [d.fix for d in found if d.fix is not None]
        if case.fixed == NO_FIX:
            assert fixes == [], text
            return
        fixed = edit.apply(text, fixes)
        assert fixed == plain(case, case.fixed)
        again = any(d.fix is not None for d in lint_case(case, fixed))
        assert again is ("twice" in case.kinds)


def messages(case: Case, found: tuple[Diagnostic, ...]) -> list[str]:
    """Return the messages, helps and related places of the rules for which a case gives any."""

    def given(prefix: str) -> bool:
        return any(line.startswith(prefix) for line in case.messages)

    lines = []
    for one in found:
        if given(f"{one.rule}: "):
            lines.append(f"{one.rule}: {one.message}")
        if given(f"{one.rule} help: ") and one.help is not None:
            lines.append(f"{one.rule} help: {one.help}")
        if given(f"{one.rule} at "):
            text = one.source.text
            lines += [
                f"{one.rule} at {text[start:end]!r}: {message}"
                for message, (start, end), _ in one.related
            ]
    # The years of the changes of clocks follow the release of the zone data.
    return [re.sub(r"\d{4}-\d\d-\d\d", "DATE", line) for line in lines]
