"""The fields of a calling window written directly under `call_retry_config`.

An older documented form had a single window, with its fields beside `max_retry_attempts`. The
contract has a list, `calling_windows`, and the API refuses the fields anywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.contract.contract import Json
from revox_lint.contract.data import flow
from revox_lint.contract.meant import shown_plain
from revox_lint.contract.wording import listed
from revox_lint.diagnostic import Applicability, Edit, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Entry, Mapping, Scalar
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span

SEVERITY = Severity.ERROR
FIX = Applicability.SAFE
SUPERSEDES = ("unknown-field",)

BAD = """\
name: Reception
prompt: You answer the phone of a dental practice.
call_retry_config:
  calling_window_start_time: "09:00"  # error
  calling_window_end_time: "18:00"
  max_retry_attempts: 3
  retry_delay_seconds: 7200
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
  max_retry_attempts: 3
"""


def check(document: Document) -> Iterator[Finding]:
    config = document.find(*document.roles.retry)
    if not isinstance(config, Mapping):
        return
    fields = document.contract.fields((*document.roles.windows, 0))
    own = document.contract.fields(document.roles.retry)
    flat = [one for one in config.entries if one.name in fields and one.name not in own]
    if not flat:
        return
    names = tuple(dict.fromkeys(entry.name for entry in flat))
    listing = document.roles.field("windows")
    yield Finding(
        flat[0].key,
        f"{listed(names, 'and')} {'belongs' if len(names) == 1 else 'belong'} in an element of "
        f"`{listing}`, not directly in `{document.roles.field('retry')}`",
        help=_in_brackets(flat, listing)
        if config.flow
        else f"indent them below `{listing}:` as a list item",
        related=tuple((f"`{entry.name}` as well", entry.key) for entry in flat[1:]),
        fix=_nested(document.source, config, flat, listing),
        covers=tuple(entry.key for entry in flat[1:]),
    )


def _in_brackets(flat: list[Entry], listing: str) -> str:
    """Return what to write in braces; the engine makes JSON of it where that is needed."""
    window: dict[str, Json] = {one.name: shown_plain(one.value, str) for one in flat}
    return f"write `{flow({listing: [window]})[1:-1]}`"


_LINE = r"[^\r\n]*(?:\r\n|\n|\r|\Z)"


def _nested(source: Source, config: Mapping, flat: list[Entry], listing: str) -> Fix | None:
    """Move the lines of the flat fields below the key of the list, to the line of the first."""
    text = source.text
    if config.flow or config.origin is not None or listing in config:
        return None
    if len({entry.name for entry in flat}) < len(flat):
        return None
    if any(entry.merged is not None or not _movable(text, entry) for entry in flat):
        return None
    starts = [source.line_start(entry.key.span.start) for entry in flat]
    column = flat[0].key.span.start - starts[0]
    if not column or any(
        entry.key.span.start - at != column for entry, at in zip(flat, starts, strict=True)
    ):
        return None
    if text[starts[0] : starts[0] + column].strip(" "):
        return None
    last = re.compile(_LINE).match(text, starts[-1])
    end = last.end() if last is not None else len(text)
    groups = _groups(source, starts[0], end, column, config)
    if groups is None:
        return None
    indent = text[starts[0] : starts[0] + column]
    moved = [lines for start, lines in groups if start in starts]
    kept = [lines for start, lines in groups if start not in starts]
    if len(moved) != len(flat):
        return None
    newline = _newline(text)
    written = f"{indent}{listing}:{newline}"
    first = True
    for lines in moved:
        for line in lines:
            bare = line.strip()
            rest = line[column:] if not line[:column].strip() else line.lstrip(" ")
            if not bare:
                written += line
            elif first and not bare.startswith("#"):
                written += f"{indent}{indent}- {rest}"
                first = False
            else:
                written += f"{indent}{indent}  {rest}"
    ended = written.endswith(("\n", "\r"))
    for lines in kept:
        written += ("" if ended else newline) + "".join(lines)
        ended = True
    whole = Span(starts[0], end)
    if kept and not text[:end].endswith(("\n", "\r")):
        written = written.rstrip("\r\n")
    return Fix(f"Nest the fields under {listing}", FIX, (Edit(whole, written),))


def _movable(text: str, entry: Entry) -> bool:
    """Whether the entry is a single line without alias, anchor or tag."""
    value = entry.value
    if not isinstance(value, Scalar) or value.origin is not None or entry.key.style:
        return False
    if value.span.start < entry.key.span.end:
        return False
    between = text[entry.key.span.end : value.span.start]
    line = text[entry.key.span.start : value.span.end]
    return not re.search(r"[&!\r\n]", between) and not re.search(r"[\r\n]", line)


def _groups(
    source: Source, start: int, end: int, column: int, config: Mapping
) -> list[tuple[int, list[str]]] | None:
    """Group the lines from `start` to `end` by entry, with the comments above it.

    None where a line at the level of the keys is not one of them, such as a merge.
    """
    keys = {source.line_start(entry.key.span.start) for entry in config.entries}
    text = source.text
    groups: list[tuple[int, list[str]]] = []
    waiting: list[str] = []
    at = start
    while at < end:
        match = re.compile(_LINE).match(text, at)
        line = match.group() if match is not None else text[at:end]
        if at in keys:
            groups.append((at, [*waiting, line]))
            waiting = []
        elif line.lstrip(" ").startswith("#") and len(line) - len(line.lstrip(" ")) <= column:
            waiting.append(line)
        else:
            if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
                return None
            target = waiting if waiting else groups[-1][1]
            target.append(line)
        at += len(line)
    return groups


def _newline(text: str) -> str:
    match = re.search(r"\r\n|\n|\r", text)
    return match.group() if match is not None else "\n"
