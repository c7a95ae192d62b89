"""Slips in a text of several lines: its indentation, its bar, its quotes, and what is below it."""

from __future__ import annotations

import re
from typing import Final

from revox_lint.syntax.events import reads
from revox_lint.syntax.line_kinds import (
    COLON,
    COMMENT,
    KEY,
    OPENERS,
    TIGHT,
    Line,
    is_prose,
    lead_of,
)
from revox_lint.syntax.line_slips import comment
from revox_lint.syntax.lines import Lines
from revox_lint.syntax.list_slips import first_without_dash, outside_of_element, too_far_out
from revox_lint.syntax.quote import excerpt
from revox_lint.syntax.source import line_of
from revox_lint.syntax.span import Span

_FIELD: Final = re.compile(r"[\"'<]?[a-z]+_\w+[\"'>]?[ \t]*(?:$|[:;=]|[-=]>)")
"""The start of a line that is a field and no text, whatever is wrong with it."""


def text_without_bar(scan: Lines, line: Line, column: int, key: str) -> None:
    """Report text below `key:` in which YAML sees mappings or lists, and other text without bar."""
    while (first := scan.next()) is not None and first.indent > column:
        scan.at += 1
        if not comment(scan, first):
            scan.at -= 1
            break
    if first is None or first.indent <= column or _without_colon(scan, first):
        return
    if first.body.startswith('"""'):
        triple_quoted(scan, first.start, key)
        return
    begin = scan.at
    words = scan.after_comments()
    if words is None or words.indent <= column:
        return
    if not (is_prose(words.body) or re.match(r"[^\W\d_a-z]\w*:[ ]+[^\s|>]", words.body)):
        return
    scan.skip_deeper(column)
    region = scan.lines[begin : scan.at]
    if reads("".join(scan.chars[region[0].start - region[0].indent : region[-1].end])):
        return
    scan.report(
        Span(line.start + line.body.index(key), line.end),
        f"text below `{key}:` has `: ` or `- `, which are YAML syntax",
        f"write `{key}: |` above the text",
    )
    scan.blank(region[0].start, region[-1].end)


def _without_colon(scan: Lines, first: Line) -> bool:
    """Return whether a line is a field that lost its colon, in front of one that has it."""
    if re.fullmatch(r"[a-z]\w*[ \t]+(?:\"[^\"]*\"|'[^']*'|\S*[^\s:,])", first.body) is None:
        return False
    after = scan.following()
    return after is not None and after.indent == first.indent and KEY.match(after.body) is not None


def block_scalar(scan: Lines, column: int, key: str, bar: str, wanted: int) -> None:
    """Skip a block scalar; report text that is not indented like one.

    `wanted` is the number of spaces that its `bar`, such as `|2`, asks for; 0 for none.
    """
    begin = scan.at
    scan.skip_deeper(column)
    region = [one for one in scan.lines[begin : scan.at] if one.body]
    inside = bool(region)
    first = column + wanted if wanted else region[0].indent if inside else 0
    if inside and not wanted:
        _longer_blank(scan, scan.lines[begin - 1].end, region[0])
    outer = next((one for one in region if one.indent < first), None)
    if outer is not None and outer.body[0] != "#":
        message = ""
        why = "less than its first line"
        help = f"indent every line of the text below `{key}:` by {first} spaces"
        if wanted:
            spaces = "1 space" if outer.indent == column + 1 else f"{outer.indent - column} spaces"
            why = f"by {spaces}, but `{bar}` asks for {wanted}"
        if _is_field(outer) and outer is not region[0]:
            message = f"`{outer.body.split(':')[0]}` is not indented like `{key}`"
            help = f"indent it like `{key}`, or by {first} spaces where it is text of `{key}`"
        if outer is region[0]:
            help = f"write `{key}: {bar.replace(str(wanted), '')}`"
        span = Span(outer.start, outer.end)
        message = message or f"text of `{key}` is indented {why}: `{excerpt(outer.body)}`"
        if "\t" in scan.text[outer.start - outer.indent : outer.start]:
            span = Span(outer.start - outer.indent, outer.start)
            message = "YAML does not allow tabs for indentation"
        scan.report(span, message, help)
        scan.blank(outer.start - outer.indent, scan.lines[scan.at - 1].end)
    begin = scan.at
    while (line := scan.next()) is not None:
        if not _is_outside(scan, line, column, inside, scan.at > begin):
            break
        scan.at += 1
    # A comment at the end is one.
    while scan.at > begin and scan.lines[scan.at - 1].body[:1] in ("", "#"):
        scan.at -= 1
    region = [one for one in scan.lines[begin : scan.at] if one.body]
    if not region:
        return
    words = "is not indented like the rest" if inside else "is not indented"
    scan.report(
        Span(region[0].start, region[0].end),
        f"text of `{key}` {words}: `{excerpt(region[0].body)}`",
        f"indent every line of the text below `{key}:` by {first or column + 2} spaces",
    )
    scan.blank(region[0].start, region[-1].end)


def _longer_blank(scan: Lines, start: int, first: Line) -> None:
    """Report a blank line above a block's text that has more spaces than the text."""
    above = scan.text[start : first.start - first.indent]
    match = re.search(rf"(?m)^[ ]{{{first.indent + 1},}}$", above.replace("\r", "\n"))
    if match is None:
        return
    scan.report(
        Span(start + match.start(), start + match.end()),
        "blank line with more spaces than the text below it, which sets its indentation",
        "remove the spaces",
    )
    for index in range(start, first.start - first.indent):
        if scan.chars[index] == " ":
            scan.chars[index] = "\n"


def plain(scan: Lines, line: Line, column: int, key: str, value: str) -> None:
    """Skip a plain value of one or more lines; report text that goes on after a ` #`."""
    start = line.end - len(value)
    text = COMMENT.sub("", value).rstrip()
    colon = COLON.search(text) is not None
    if value[0] in OPENERS or scan.misplaced:
        scan.skip_deeper(column)
        return
    if not colon and below(scan, line, column, key, Span(start, start + len(text))):
        return
    begin = scan.at
    scan.skip_deeper(column)
    region = [line, *(one for one in scan.lines[begin : scan.at] if one.body[:1] != "#")]
    for cut in region[:-1]:
        comment = COMMENT.search(cut.body)
        if comment is None:
            continue
        scan.report(
            Span(cut.start + comment.start(), cut.end),
            f"`{excerpt(comment[0])}` is a comment, but the text of `{key}` goes on after it",
            f"write `{key}: |` above the text",
        )
        scan.blank(start, region[-1].end)
        return
    if len(region) == 1:
        return
    for one in region:
        begin = max(one.start, start)
        comment = COMMENT.search(scan.text, begin, one.end)
        match = COLON.search(scan.text, begin, comment.start() if comment else one.end)
        if match is not None:
            scan.report(
                Span(match.start(), match.start() + 1),
                f"text of `{key}` has `: `, which is YAML syntax",
                f"write `{key}: |` above the text",
            )
            scan.blank(start, region[-1].end)
            return


def below(scan: Lines, line: Line, column: int, key: str, value: Span) -> bool:
    """Report keys or items below a value, where there can be none."""
    first = scan.after_comments()
    if first is None or first.indent <= column or scan.misplaced:
        return False
    lead = lead_of(first.body)
    name = KEY.match(first.body, lead)
    if name is None or is_prose(first.body[lead:]):
        return False
    if lead and first.indent in dict(scan.left):
        return outside_of_element(scan, first.indent)
    if not lead and (first_without_dash(scan, line, column) or too_far_out(scan, line, first, key)):
        return True
    scan.skip_deeper(column)
    below = name.group().rstrip(" \t:")
    written = scan.text[value.start : value.end]
    help = f"remove `{excerpt(written)}`"
    if lead and re.fullmatch(r"(?i)none|null|nil|no|~|\[\]", written) is None:
        help = f"write the key of the list above it, or {help}"
    elif not lead and len(written.split()) > 1:
        help = f"indent `{below}` like `{key}`, or write `{key}: |` above a text"
    elif not lead:
        help = f"indent `{below}` like `{key}`, or {help}"
    scan.report(
        Span(first.start + lead, first.start + lead + len(below)),
        f"`{below}` is indented deeper than `{key}`, which has the value `{excerpt(written)}`",
        help,
    )
    if re.fullmatch(r"[^\d\s]\S*", written):
        scan.blank(value.start, value.end)
    scan.blank(first.start, scan.lines[scan.at - 1].end)
    return True


def _is_outside(scan: Lines, line: Line, column: int, inside: bool, begun: bool) -> bool:
    """Return whether a line behind a block scalar is a part of its text."""
    if line.indent > column:
        return True
    if line.body.startswith("#"):
        after = scan.after_comments()
        return after is not None and (
            after.indent > column or _is_text(scan, after, column, inside, begun)
        )
    return _is_text(scan, line, column, inside, begun)


def _is_text(scan: Lines, line: Line, column: int, inside: bool, begun: bool) -> bool:
    body = line.body
    if body.startswith(("- ", "-\t")):
        return line.indent == column and _FIELD.match(body[1:].lstrip()) is None
    if body.startswith(("//", "/*")):
        return False
    if body[0] in "]}" or re.match(r"\.\.\.|<{7}|>{7}|={7}|```|~~~", body):
        return False
    if body.startswith("---"):
        after = scan.following()
        return after is not None and is_prose(after.body) and (not inside or body == "---")
    if _FIELD.match(body) or (re.fullmatch(r"[a-z]\w*", body) and _has_fields(scan, line)):
        return False
    if body[0] in OPENERS:
        return (
            body[0] != "?"
            and KEY.match(body) is None
            and not (body[0] in "&*!" and COLON.search(body))
        )
    if not inside and begun and body[0].isupper() and re.match(r"[^\W\d_a-z]\w*:(?:[ \t]|$)", body):
        return True
    return TIGHT.match(body) is None and is_prose(body)


def _has_fields(scan: Lines, line: Line) -> bool:
    after = scan.following()
    return after is not None and after.indent > line.indent and not is_prose(after.body)


def _is_field(line: Line) -> bool:
    return KEY.match(line.body) is not None and not is_prose(line.body)


def triple_quoted(scan: Lines, start: int, key: str) -> None:
    """Report the quotes of other languages around a text, which are empty quotes in YAML."""
    line = line_of(scan.text, start).end
    quotes = scan.text[start : start + 3]
    closing = scan.text.find(quotes, start + 3)
    end = closing + 3 if closing >= 0 else line
    if closing < 0:
        while (after := scan.next()) is not None and not _is_field(after):
            end = max(end, after.end)
            scan.at += 1
    scan.report(
        Span(start, start + 3),
        f"`{key}` begins with three quotes, which YAML does not have",
        "write one quote at each end"
        if start + 3 < end <= line
        else f"write `{key}: |`, and the text below it without quotes",
    )
    scan.blank(start, end)
    scan.skip_to(end)
