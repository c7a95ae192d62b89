"""A section or a long paragraph that is in the prompt twice.

The model reads it twice at every turn, and when one of the two is changed later, it gets two
instructions.

Headings are compared without case and punctuation, and only with those of the same level below
the same headings and in the same tag: two parts, and two `<example>`, may each have `## Greeting`.
Titles that usually recur (`Example`, `Question`, `User`) are not reported. Paragraphs count from
120 characters; quoted speech may recur.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Scalar
from revox_lint.text.heading import Heading, fold, headings, paragraphs
from revox_lint.text.words import pattern

SEVERITY = Severity.WARNING

BAD = """\
prompt: |
  ## Greeting
  Say hello and who you are.

  ## Goal
  Ask whether the delivery arrived.

  ## Greeting  # error
  Say hello, and that the call is recorded.
"""

GOOD = """\
prompt: |
  ## Greeting
  Say hello, who you are, and that the call is recorded.

  ## Goal
  Ask whether the delivery arrived.
"""

_LONG = 120
# A prompt with more of them is generated.
_MOST = 50


@cache
def _expected() -> re.Pattern[str]:
    titles = f"{pattern('repeated')}|{pattern('always_repeated')}"
    return re.compile(rf"(?i)\W*(?:{titles})\W*\d*\W*")


@cache
def _always_expected() -> re.Pattern[str]:
    return re.compile(rf"(?i)\W*{pattern('always_repeated')}\W*\d*\W*")


def check(document: Document) -> Iterator[Finding]:
    prompt = document.prompt
    if prompt is None or "\n" not in prompt.text:
        return
    text = prompt.text
    # The branches of a template may each have the section.
    if "{%" in text or "{{#" in text:
        return
    repeated: list[int] = []
    yield from islice(_headings(document, prompt, repeated), _MOST)
    yield from islice(_paragraphs(document, prompt, repeated), _MOST)


def _headings(document: Document, prompt: Scalar, repeated: list[int]) -> Iterator[Finding]:
    first: dict[tuple[int, int, tuple[str, ...], str], tuple[int, Heading]] = {}
    tags = _tags(prompt.text)
    starts = [start for start, _ in tags]
    found = headings(prompt.text)
    counts = Counter(heading.folded for heading in found)
    # `## Q` and `## A`, and those of other languages.
    paired = any(counts[one] > 1 for one in "qfp") and any(counts[one] > 1 for one in "ar")
    previous = -1
    for index, heading in enumerate(found):
        section = tags[bisect_right(starts, heading.start) - 1][1] if tags else 0
        key = (section, heading.level, heading.path, heading.folded)
        known_index, known = first.setdefault(key, (index, heading))
        if known is heading:
            previous = -1
            continue
        end = found[index + 1].start if index + 1 < len(found) else len(prompt.text)
        repeated.extend((heading.start, end))
        # The next heading of a repeated part is the same mistake.
        follows = previous >= 0 and known_index == previous + 1
        previous = known_index
        often = counts[heading.folded] > 3 or (paired and heading.folded in "qfpar")
        if follows or often or _is_expected(heading):
            continue
        yield Finding(
            document.within(prompt, heading.start, heading.end),
            f"duplicate section {document.quoted(heading.title)}",
            help="merge the two sections",
            related=(("the first one is here", document.within(prompt, known.start, known.end)),),
        )


def _tags(text: str) -> list[tuple[int, int]]:
    """Where `<example>` and the like begin or end, with the innermost that is open from there.

    That is told by the offset at which it begins.
    """
    closing = set(re.findall(r"</([A-Za-z][\w-]{0,40})>", text))
    open_: list[tuple[str, int]] = []
    found = [(0, 0)] if closing else []
    for match in re.finditer(r"<(/?)([A-Za-z][\w-]{0,40})(?:\s[^<>\n]{0,80})?>", text):
        slash, name = match.groups()
        if name not in closing:
            continue
        if not slash:
            open_.append((name, match.start()))
        elif open_ and open_[-1][0] == name:
            open_.pop()
        found.append((match.end(), open_[-1][1] + 1 if open_ else 0))
    return found


def _is_expected(heading: Heading) -> bool:
    """Whether a title is one that usually recurs."""
    if heading.level > 1 and heading.path and _expected().fullmatch(heading.title):
        return True
    return _always_expected().fullmatch(heading.title) is not None


def _paragraphs(document: Document, prompt: Scalar, repeated: list[int]) -> Iterator[Finding]:
    text = prompt.text
    if len(text) < 2 * _LONG:
        return
    parts = list(zip(repeated[::2], repeated[1::2], strict=True))
    first: dict[str, tuple[int, int]] = {}
    for start, end in paragraphs(text):
        if end - start < _LONG or not _is_prose(text[start:end]):
            continue
        known = first.setdefault(fold(text[start:end]), (start, end))
        if known == (start, end) or any(a <= start < b for a, b in parts):
            continue
        yield Finding(
            document.within(prompt, start, end),
            f"duplicate paragraph {document.quoted(text[start:end])}",
            help="remove one of the two",
            related=(("the first one is here", document.within(prompt, *known)),),
        )


def _is_prose(text: str) -> bool:
    return text[0] not in "\"'“„«|{<`#" and len(text.split()) >= 12
