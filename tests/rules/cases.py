"""Cases in text files, one file for each rule: a definition, its diagnostics, its fixed text.

A case begins with `=== ` and its title, and kinds in brackets: `[json]` makes it a JSON file,
`[crlf]` gives it the line ends of Windows, `[both]` checks it with these and without,
`[unended]` takes the last line end away, `[escaped]`
reads `\\r`, `\\t` and `\\uXXXX` as in Python, `[own]` applies only the fixes of the rule,
`[twice]` has more to fix after one fix, `[all]` runs all rules and not only the family.
Then comes the definition, with marks around what is reported (see `marks`), and

- `> rule: message` in the order of the diagnostics: all messages of that rule;
- `> rule help: text` and `> rule at 'marked': message`: all its helps, and its related places;
- `=> fixed` and the definition after all fixes, or `=> no fix`.

In a frame, a definition with holes `…` and the line `=> each`, every further line is one case:
what fills the holes, in order, divided by ` | ` and with `↵` for a line break; then its
messages, and `=> ` with what fills the holes once it is fixed.

A case `[seeded]` is no definition but edits of one (see `seeds`), each line led by the language
of the base; it is written in every style. `[alone]` is not combined with other mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final

from revox_lint import edit, lint_text
from revox_lint.diagnostic import Diagnostic
from revox_lint.engine import Settings, lint
from revox_lint.rule import SHIPPED, Rule
from revox_lint.syntax.source import Source
from tests.rules.marks import Marks, Place
from tests.rules.seeds import base, plant, read_edits
from tests.rules.styles import Style, write

FOLDER: Final = Path(__file__).parent
NO_FIX: Final = "no fix"
_FRAGMENTS: Final = ("prompt", "integrations")  # their cases need not be whole assistants


@dataclass
class Case:
    """One definition with marks, and what is expected beyond them."""

    rule: str
    name: str
    kinds: tuple[str, ...]
    definition: str
    language: str = ""
    messages: list[str] = field(default_factory=list)
    fixed: str | None = None


@cache
def rules_of(name: str) -> tuple[Rule, ...]:
    """Return the rules that run on the cases of a rule: its family, with YAML and the schema."""
    family = SHIPPED[name].family
    families = {"syntax", family} if family in _FRAGMENTS else {"syntax", "schema", family}
    return tuple(rule for rule in SHIPPED.values() if rule.family in families)


def cases(*, seeded: bool) -> list[Case]:
    """Return the cases of all rules: those that are seeded, or the others."""
    every = (case for path in sorted(FOLDER.glob("*.txt")) for case in read(path))
    return [case for case in every if ("seeded" in case.kinds) is seeded]


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
        if "both" in case.kinds:
            yield replace(case, kinds=(*case.kinds, "crlf"))


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
            case = Case(rule, f"{title}: {line}", kinds, "")
            if "seeded" in kinds:
                case.language, _, line = line.partition(" | ")
            case.definition = _filled(frame, line)
    if case is not None:
        yield case


def _filled(frame: str, line: str) -> str:
    parts = frame.split("…")
    given = line.split(" | ", len(parts) - 2)
    filled = "".join(one + after for one, after in zip(given, parts[1:], strict=True))
    return (parts[0] + filled).replace("↵", "\n")


def plain(case: Case, text: str) -> str:
    """Return a text of a case as it is in the file that is linted, with its marks."""
    if "escaped" in case.kinds:
        text = re.sub(
            r"\\(r|t|u[0-9a-f]{4})", lambda m: m[0].encode().decode("unicode_escape"), text
        )
    if "unended" in case.kinds:
        text = text.removesuffix("\n")
    return text.replace("\n", "\r\n") if "crlf" in case.kinds else text


def unmarked(case: Case) -> tuple[str, list[Place]]:
    """Return the definition without its marks, and what they mark, in order of place."""
    marks = Marks()
    return marks.strip(marks.inline(plain(case, case.definition), case.rule))


def places(found: Iterable[Diagnostic]) -> list[Place]:
    """Return the places of diagnostics, in order."""
    return sorted(Place(*d.span, d.rule, d.severity.value) for d in found)


def shown(text: str, given: Iterable[Place]) -> list[tuple[str, str, str]]:
    """Return places in words: rule, severity and the characters that are marked."""
    return [(one.rule, one.severity, text[one.start : one.end]) for one in given]


def lint_case(case: Case, text: str) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of a text in the file of a case."""
    path = "assistant.json" if "json" in case.kinds else "assistant.yaml"
    if "all" in case.kinds:
        return tuple(lint_text(text, path=path))
    return lint(Source(path, text), Settings(rules=rules_of(case.rule))).diagnostics


def check(case: Case) -> None:
    """Assert that exactly what a case expects is reported, and fixed."""
    text, expected = unmarked(case)
    found = lint_case(case, text)
    given = places(found)
    assert shown(text, given) == shown(text, expected), text
    assert given == expected, text
    assert messages(case, found) == case.messages, text
    if case.fixed is not None:
        own = [d for d in found if "own" not in case.kinds or d.rule == case.rule]
        fixes = [d.fix for d in own if d.fix is not None]
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


def check_seeded(chosen: list[Case], style: Style, language: str = "") -> None:
    """Assert that exactly the mistakes of some cases are found where all are put together."""
    marks = Marks()
    tree = base(language or chosen[0].language)
    for case in chosen:
        tree = plant(tree, read_edits(case.definition, marks, case.rule))
    written = write(tree, marks, style)
    if written is None:
        return
    found = places(lint_text(written.text, path=written.path))
    about = f"as {style.name}:\n{written.text}"
    assert shown(written.text, found) == shown(written.text, written.places), about
    assert found == written.places, about
