"""Slips of one line: a key without its colon, an item without its space, what is not YAML."""

from __future__ import annotations

import re
from typing import Final

from revox_lint.syntax.line_kinds import BULLETS, COLON, COMMENT, DASHED, KEY, TIGHT, Line, lead_of
from revox_lint.syntax.lines import Lines
from revox_lint.syntax.odd_spaces import ODD
from revox_lint.syntax.quote import excerpt, quote, write
from revox_lint.syntax.span import Span

_WORDS: Final = re.compile(r"([a-z]\w*)([ \t]+)([^\s=:-].*)$")
_EQUALS: Final = re.compile(r"([a-z]\w*)[ \t]*([=-]>|:?==?|;(?=[ \t]))[ \t]*(\S.*)$")
_STATEMENT: Final = re.compile(
    r"\{%.*%\}$|\{\{-? *(?:if|end|else|range|with|include|template|/|#).*\}\}$"
)
_BOLD: Final = re.compile(r"(\*\*|__)([a-z]\w*)(?:\1[ \t]*:|[ \t]*:\1)(?=[ \t]|$)")
_CLOSERS: Final = re.compile(r"[ \t]*([\]}]+)(?=[ \t]*(?:[\r\n]|\Z))")
_BULLET: Final = re.compile(rf"[{BULLETS}][ \t{ODD}]+[a-z]\w*:(?: |$)")
_SCRIPT: Final = re.compile(r"(?:export|const|let|var|module\.exports|\w+ *=)\b.*[={(\[][ \t]*$")
_COMMA: Final = re.compile(r"[ \t]*([,;])(?=[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|\Z))")
_SECOND: Final = re.compile(r"[ \t]+([a-z]\w*):(?=[ \t])[^\r\n]*")


def slip(scan: Lines, line: Line, lead: int, column: int) -> bool:
    """Report a line that is neither a key nor an item, but was meant to be one."""
    return (
        _tight(scan, line, lead, column)
        or _without_colon(scan, line, lead, column)
        or (
            not lead
            and (column in (*scan.columns, *scan.items) or column > scan.parent())
            and (
                _dashed(scan, line, column)
                or _bulleted(scan, line, column)
                or _equals(scan, line)
                or _marked(scan, line)
                or comment(scan, line)
            )
        )
    )


def _tight(scan: Lines, line: Line, lead: int, column: int) -> bool:
    body = line.body[lead:]
    tight = TIGHT.match(body)
    if tight is None or (lead and not _has_fields(scan, column)):
        return False
    key, colon = tight[1] or tight[3], tight[2] or tight[4]
    value = body[tight.end() :].strip()
    what = "no space after the colon" if colon == ":" else "full-width colon U+FF1A"
    scan.report(
        Span(line.start + lead, line.end),
        f"{what} in `{excerpt(body)}`",
        write(f"{key}: {value}".rstrip(), "write a colon and a space"),
    )
    at = line.start + lead + tight.end()
    scan.chars[at - 1] = ":"
    scan.blank(at, line.end)
    scan.skip_deeper(column)
    return True


def _without_colon(scan: Lines, line: Line, lead: int, column: int) -> bool:
    """Report `question Why?` beside other keys, and `voice` above its fields."""
    body = line.body[lead:]
    if re.fullmatch(r"[a-z]\w*", body):
        return _without_value(scan, line, lead, column)
    words = _WORDS.match(body)
    if words is None or COLON.search(body):
        return False
    apart = not lead and bool(scan.columns) and (column < scan.parent() or " " in words[3])
    if not lead and column in scan.columns:
        if "_" not in words[1] and words[3][0] not in "\"'":
            return False
    elif apart or not _has_fields(scan, column):
        return False
    value = COMMENT.sub("", words[3]).rstrip()
    scan.report(
        Span(line.start + lead, line.end),
        f"no colon in `{excerpt(body)}`",
        write(f"{words[1]}: {_value(value)}", "write a colon and a space"),
    )
    at = line.start + lead + words.end(1)
    scan.chars[at] = ":"
    scan.blank(at + 1, line.end)
    return True


def _without_value(scan: Lines, line: Line, lead: int, column: int) -> bool:
    after = scan.next()
    if after is None or after.indent <= column:
        return False
    if KEY.match(after.body, lead_of(after.body)) is None:
        return False
    word = line.body[lead:]
    scan.report(Span(line.start + lead, line.end), f"no colon after `{word}`", f"write `{word}:`")
    begin = line.start + lead
    scan.skip_deeper(column)
    scan.blank(begin, scan.lines[scan.at - 1].end)
    return True


def _value(written: str) -> str:
    """Return a value as it can stand behind a key: a phone number in quotes, without a comma."""
    bare = re.sub(r"(?<=[\"'])[,;]$", "", written)
    return f'"{bare}"' if re.fullmatch(r"\+?\d{7,}", bare) else bare


def _dashed(scan: Lines, line: Line, column: int) -> bool:
    if DASHED.match(line.body) is None:
        return False
    scan.report(
        Span(line.start, line.end),
        f"no space after the dash in `{excerpt(line.body)}`",
        write(f"- {line.body[1:]}", "write `- `"),
    )
    begin = scan.at - 1
    while (after := scan.next()) is not None and (
        after.indent > column or (after.indent == column and after.body.startswith("-"))
    ):
        scan.at += 1
    scan.blank(scan.lines[begin].start, scan.lines[scan.at - 1].end)
    return True


def _bulleted(scan: Lines, line: Line, column: int) -> bool:
    body, start = line.body, line.start
    if _BULLET.match(body) is None and not (scan.hollow and re.match(r"\*[ \t]+\w", body)):
        return False
    is_item = bool(scan.columns) and (scan.hollow or column not in scan.columns)
    scan.report(
        Span(start, start + 1),
        f"`{body[0]}` does not begin {'an item of a list' if is_item else 'a field'} in YAML",
        write(f"- {body[1:].strip()}", "write `- `")
        if is_item
        else "remove it from the start of each field",
    )
    sign = "-" if is_item else " "
    scan.at -= 1
    for index in range(scan.at, len(scan.lines)):
        after = scan.lines[index]
        if after.indent < column or (after.indent == column and after.body[0] != body[0]):
            break
        if after.indent == column:
            scan.chars[after.start] = sign
            scan.lines[index] = after._replace(body=f"{sign}{after.body[1:]}")
            if not is_item:
                inner = after.body[1:].lstrip(" \t")
                width = len(after.body) - len(inner)
                scan.lines[index] = Line(after.start + width, after.end, column + width, inner)
    return True


def _equals(scan: Lines, line: Line) -> bool:
    match = _EQUALS.match(line.body)
    if match is None or COLON.search(line.body):
        return False
    scan.repeat(
        "equals",
        Span(line.start, line.end),
        f"`{match[2]}` in place of a colon in `{excerpt(line.body)}`",
        write(f"{match[1]}: {_value(match[3])}", "write a colon"),
    )
    scan.chars[line.start + match.end(1)] = ":"
    scan.blank(line.start + match.end(1) + 1, line.end)
    return True


def _marked(scan: Lines, line: Line) -> bool:
    """Report the bold print of a Markdown text around a key."""
    match = _BOLD.match(line.body)
    if match is None:
        return False
    value = line.body[match.end() :].strip()
    scan.repeat(
        "bold",
        Span(line.start, line.start + len(match[0])),
        f"`{match[1]}` around `{match[2]}`",
        write(f"{match[2]}: {value}", f"write `{match[2]}:`"),
    )
    at = line.start + len(match[2])
    scan.chars[line.start : at + 1] = match[2] + ":"
    scan.blank(at + 1, line.end)
    scan.skip_deeper(line.indent)
    return True


def comment(scan: Lines, line: Line) -> bool:
    """Report a comment or a template's statement that has its own lines."""
    if line.body.startswith(("{%", "{{")) and _STATEMENT.match(line.body):
        scan.repeat(
            "statement",
            Span(line.start, line.end),
            f"`{excerpt(line.body)}` is a statement of a template, not YAML",
            "fill in the template before, or remove the line",
        )
        scan.blank(line.start, line.end, note=False)
        return True
    closing = {"/*": "*/", "<!": "-->"}.get(line.body[:2])
    if closing is None and not line.body.startswith("//"):
        return False
    end = line.end
    if closing is not None:
        if closing not in scan.last_closing:
            scan.last_closing[closing] = scan.text.rfind(closing)
        if line.start + 2 <= scan.last_closing[closing]:
            end = scan.text.index(closing, line.start + 2) + len(closing)
    slashes(scan, line.start, end)
    scan.skip_to(end)
    return True


def slashes(scan: Lines, start: int, end: int) -> None:
    """Report a comment of other languages, of one line or several, and take it out."""
    written = re.split(r"[\r\n]", scan.text[start:end], maxsplit=1)[0].rstrip()
    scan.repeat(
        "comment",
        Span(start, start + len(written)),
        f"`{excerpt(written)}` is not a comment in YAML",
        "start a comment with `#`",
    )
    scan.blank(start, end, note=False)


def script(scan: Lines) -> bool:
    """Report a program or TOML, which is not read at all."""
    first = scan.next()
    if first is None or KEY.match(first.body):
        return False
    after = scan.following()
    if _SCRIPT.match(first.body):
        language = "a program"
    elif after and re.match(r"\[[\w.-]+\]$", first.body) and _EQUALS.match(after.body):
        language = "TOML"
    else:
        return False
    scan.report(
        Span(first.start, first.end),
        f"`{excerpt(first.body)}` is not YAML, but {language}",
        "write the fields alone, each as `key: value`",
    )
    scan.blank(first.start, len(scan.text))
    scan.at = len(scan.lines)
    return True


def _named(key: str) -> str:
    return "an element" if not key else quote(key.strip("\"'"))


def document_start(scan: Lines, line: Line) -> None:
    """Report a key on the line of the `---` that begins a document."""
    if not line.body.startswith("--- ") or KEY.match(line.body[3:].lstrip()) is None:
        return
    name = line.body[3:].lstrip()
    scan.report(
        Span(line.start, line.start + 3),
        f"`---` on the line of `{excerpt(name)}`",
        "write `---` on a line of its own",
    )
    scan.blank(line.start + 3, line.end)
    scan.skip_deeper(0)


def behind_value(scan: Lines, key: str, end: int) -> None:
    """Report a comma, or another key, behind a value in quotes or brackets that ends at `end`."""
    comma = _COMMA.match(scan.text, end)
    if comma is not None:
        scan.repeat(
            comma[1],
            Span(*comma.span(1)),
            f"`{comma[1]}` behind the value of {_named(key)}",
            "remove it: in YAML, the end of the line ends a value",
        )
        scan.blank(*comma.span(1), note=False)
        return
    closers = _CLOSERS.match(scan.text, end)
    if closers is not None:
        scan.report(Span(*closers.span(1)), f"`{closers[1]}` closes nothing", "remove it")
        scan.blank(*closers.span(1), note=False)
        return
    second = _SECOND.match(scan.text, end)
    if second is not None:
        scan.report(
            Span(*second.span(1)),
            f"`{second[1]}` is on the line of {_named(key)}",
            f"write `{second[1]}` on a line of its own, indented like {_named(key)}",
        )
        scan.blank(*second.span())


def _has_fields(scan: Lines, column: int) -> bool:
    """Return whether the next line is a field in the same mapping."""
    after = scan.next()
    if after is None or after.indent != column:
        return False
    return (KEY.match(after.body) or TIGHT.match(after.body)) is not None
