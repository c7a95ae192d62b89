"""From events to trees: nodes with exact spans, aliases and merges resolved, duplicates kept.

Nothing here raises for what is in a text: what has no meaning becomes a `Problem`, and a
`Broken` node where its value should be.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from itertools import islice, pairwise
from typing import Any

from revox_lint.syntax.alias import MERGE_ONCE, NO_ANCHOR
from revox_lint.syntax.blanks import Blanks
from revox_lint.syntax.elements import missing_dash, run_together
from revox_lint.syntax.events import events
from revox_lint.syntax.node import Broken, Entry, Mapping, Node, Scalar, Sequence
from revox_lint.syntax.quote import excerpt, in_quotes
from revox_lint.syntax.scalar import TAGGED, Value, resolve
from revox_lint.syntax.span import Span
from revox_lint.syntax.tag import unknown_tag
from revox_lint.syntax.tree import (
    MAX_DEPTH,
    MAX_DOCUMENTS,
    MAX_EVENTS,
    MAX_EXPANSION,
    TOO_DEEP,
    Anchor,
    Problem,
    ProblemKind,
    Tree,
)

_CORE = "tag:yaml.org,2002:"
_TAG = r"!<[^>\s]*>|![^\s,\[\]{}]*"
_GAP = r"(?:[ \t\r\n]+(?:#[^\r\n]*)?)*"
_KEEP_ONE = "keep one of the two: a reader takes either of them, or refuses the file"


class _Frame:
    """A collection whose end has not come yet."""

    __slots__ = ("anchor", "flow", "items", "kind", "start", "tag_span")

    def __init__(self, kind: str, start: int, flow: bool, anchor: str | None) -> None:
        self.kind = kind
        self.start = start
        self.flow = flow
        self.anchor = anchor
        self.items: list[Node] = []


class _TooLargeError(Exception):
    """The aliases of a document bring in more nodes than any definition has."""


_OPEN = Broken(Span(0, 0))


class Composer:
    """One pass over the events of a text."""

    def __init__(self, text: str, blanks: list[Span], integer_keys: bool) -> None:
        """Read `text`, in which `blanks` are skipped; see `parse` for `integer_keys`."""
        self.text = text
        self.blanks = Blanks(blanks)
        self.key_types = (str, int) if integer_keys else (str,)
        self.trees: list[Tree] = []
        self.scalars: list[tuple[Span, str]] = []
        self._begin(0)

    def _begin(self, at: int) -> None:
        self.at = at
        self.root: Node | None = None
        self.stack: list[_Frame] = []
        self.closed: _Frame | None = None
        self.skipped = 0
        self.problems: list[Problem] = []
        self.problems_before_closing = 0
        self.anchors: dict[str, Node] = {}
        self.named: list[tuple[int, str, Node]] = []
        self.places: list[list[Any]] = []
        self.latest: dict[str, list[Any]] = {}
        self.budget = MAX_EXPANSION
        self.budgets: list[tuple[int, int]] = []
        self.opened = False

    def run(self, base: int = 0) -> None:
        """Compose what stands from `base` on; raises the parser's error where it is not YAML.

        `base` is 0, or an offset that `restart` returned, after a `rewind` to it.
        """
        text = self.text
        scalars = self.scalars
        blanked = bool(self.blanks)
        self.base = base
        stream = islice(events(text[base:]), MAX_EVENTS)
        if base:
            # The starts of stream, document and top mapping, all of which are there already.
            next(stream), next(stream), next(stream)
        name = ""
        for event in stream:
            name = type(event).__name__
            if name == "ScalarEvent":
                if self.skipped:
                    continue
                # Nearly every scalar has neither tag nor anchor and is in a collection.
                if event.anchor or event.tag is not None or blanked or not self.stack:
                    self._add(self._scalar(event), event)
                    continue
                start = base + event.start_mark.index
                end = base + event.end_mark.index
                style = event.style or ""
                value = event.value
                if (not style and value == "=") or text.startswith("!", start):
                    self._add(self._scalar(event), event)
                    continue
                if style == "|" or style == ">":
                    end = start + len(text[start:end].rstrip())
                span = Span(start, end)
                scalars.append((span, style))
                node = Scalar(span, value if style else resolve(value), value, style)
                self.stack[-1].items.append(node)
            elif name == "MappingStartEvent" or name == "SequenceStartEvent":
                self._open(event, name)
            elif name == "MappingEndEvent" or name == "SequenceEndEvent":
                self._end(event)
            elif name == "AliasEvent":
                if not self.skipped:
                    self._add(self._alias(event), None)
            elif name == "DocumentStartEvent":
                if len(self.trees) == MAX_DOCUMENTS:
                    break
                self._begin(base + event.start_mark.index)
                self.opened = True
            elif name == "DocumentEndEvent":
                self._finish(base + event.end_mark.index)
        if name != "StreamEndEvent":
            self._too_many(base + event.start_mark.index)

    def restart(self, changed: int) -> int:
        """Return where to read again from when the text changes at `changed`.

        That is the last key before it at the top of the document and the left margin, else 0.
        """
        frame = self.stack[0] if self.stack else self.closed
        directives = self.text.startswith("%", self.at)
        if frame is None or frame.flow or frame.kind != "mapping" or directives:
            return 0
        items = frame.items
        for index in range((len(items) - 1) // 2 * 2, -1, -2):
            at = items[index].span.start
            # The value that a `?` lacks is where the next key starts.
            apart = not index or items[index - 1].span.start < at
            if apart and 0 < at < changed and self.text[at - 1] in "\r\n":
                return at
        return 0

    def rewind(self, text: str, blank: Span, base: int) -> None:
        """Forget what was composed from `base` on; go on with `text`, in which `blank` is new."""
        self.text = text
        self.blanks.add(blank)
        if not base:
            self.trees, self.scalars = [], []
            self._begin(0)
            return
        if not self.opened:
            self.trees.pop()
            self.opened = True
        if not self.stack and self.closed is not None:
            self.stack.append(self.closed)
            del self.problems[self.problems_before_closing :]
        del self.stack[1:]
        items = self.stack[0].items
        del items[next(i for i in range(0, len(items), 2) if items[i].span.start >= base) :]
        del self.scalars[bisect_left(self.scalars, base, key=lambda one: one[0].start) :]
        self.root, self.closed, self.skipped = None, None, 0
        self.problems = [one for one in self.problems if one.span.start < base]
        self.named = [one for one in self.named if one[0] < base]
        self.anchors = {name: node for _, name, node in self.named}
        self.places = [place for place in self.places if place[1].start < base]
        for place in self.places:
            place[2] = place[2] if place[2] < base else 0
        self.latest = {place[0]: place for place in self.places}
        spent = bisect_left(self.budgets, (base, 0))
        if spent < len(self.budgets):
            self.budget = self.budgets[spent][1]
            del self.budgets[spent:]

    def _too_many(self, at: int) -> None:
        """Report that there are more events than are read, and keep what there is."""
        if not self.opened:
            self._begin(at)
            self.opened = True
        what = "documents" if len(self.trees) == MAX_DOCUMENTS else "values"
        most = MAX_DOCUMENTS if what == "documents" else MAX_EVENTS
        self._report(Span(at, at + 1), f"more than {most:,} {what}, the rest is not read")
        self.blanks.add(Span(at, len(self.text)))
        self.close()

    def close(self) -> None:
        """Keep what was composed before the text could not be read any further."""
        if not self.opened:
            return
        while self.stack:
            frame = self.stack.pop()
            self._add(self._build(frame, len(self.text)), None)
        self._finish(len(self.text))

    def _finish(self, end: int) -> None:
        root = self.root
        if isinstance(root, Scalar) and root.span.start == root.span.end and root.plain:
            root = None
        anchors = tuple(Anchor(name, span, used > 0) for name, span, used in self.places)
        problems = tuple(self.problems)
        since = self.trees[-1].span.end if self.trees else 0
        blanks = self.blanks.between(since, end)
        self.trees.append(Tree(root, Span(self.at, end), problems, anchors, blanks))
        self.opened = False

    def _report(self, span: Span, message: str, help: str | None = None) -> None:
        self.problems.append(Problem(ProblemKind.UNSUPPORTED, span, message, help))

    def _add(self, node: Node, event: Any) -> None:
        if event is not None and event.anchor:
            self._anchor(event.anchor, node, node.span.start)
        if self.stack:
            self.stack[-1].items.append(node)
        else:
            self.root = node

    def _anchor(self, name: str, node: Node, at: int) -> None:
        self.anchors[name] = node
        self.named.append((at, name, node))

    def _properties(self, event: Any, end: int) -> tuple[int, Span | None]:
        """Where the value starts behind its anchor and tag, and the place of the tag."""
        start: int = self.base + event.start_mark.index
        tag = None
        if not event.anchor and event.tag is None and self.text[start : start + 1] != "!":
            return start, None
        position = start
        while position < end and self.text[position] in "&!":
            if self.text[position] == "!":
                match = re.compile(_TAG).match(self.text, position)
                if match is None:
                    break
                tag = span = Span(position, match.end())
            elif not event.anchor:
                break  # that of the first key of the mapping
            else:
                # In libyaml the name ends where the letters end: a colon is not part of it.
                span = Span(position, position + 1 + len(event.anchor or ""))
                place = [event.anchor, span, 0]
                self.places.append(place)
                self.latest[event.anchor] = place
            gap = re.compile(_GAP).match(self.text, span.end)
            after = gap.end() if gap is not None else span.end
            if after >= end:
                return min(span.end, end), tag
            position = after
        return min(position, end), tag

    def _scalar(self, event: Any) -> Node:
        end: int = self.base + event.end_mark.index
        start, tag = self._properties(event, end)
        style: str = event.style or ""
        text: str = event.value
        if style in "|>" and style:
            end = start + len(self.text[start:end].rstrip())
            if self.blanks and not text.strip() and self.blanks.follow(self.text, end):
                return Broken(Span(start, end))
        span = Span(start, end)
        self.scalars.append((span, style))
        if self.blanks and self.blanks.hide(self.text, span):
            return Broken(span)
        if tag is None and text == "=" and not style:
            self.problems.append(
                Problem(
                    ProblemKind.SYNTAX,
                    span,
                    "unquoted `=` is a type of its own in YAML 1.1, which parsers refuse",
                    'put it in quotes: "="',
                )
            )
            return Broken(span)
        if tag is None:
            value: Value = text if style else resolve(text)
            return Scalar(span, value, text, style)
        return self._tagged(span, tag, str(event.tag), text, style)

    def _tagged(self, span: Span, place: Span, tag: str, text: str, style: str) -> Node:
        written = self.text[place.start : place.end]
        name = tag.removeprefix(_CORE)
        if tag == "!" or name == "str":
            return Scalar(span, text, text, style, tagged=True)
        if tag.startswith(_CORE) and name in TAGGED:
            value = resolve(text)
            if type(value) in TAGGED[name]:
                return Scalar(span, value, text, style, tagged=True)
            self._report(place, f"`{written}` does not fit the value `{excerpt(text)}`")
        else:
            self._report(place, *unknown_tag(written))
        return Broken(span)

    def _open(self, event: Any, name: str) -> None:
        if self.skipped or len(self.stack) >= MAX_DEPTH:
            if not self.skipped:
                at = self.base + event.start_mark.index
                self._report(Span(at, at + 1), TOO_DEEP)
            self.skipped += 1
            return
        start, tag = self._properties(event, len(self.text))
        kind = "mapping" if name == "MappingStartEvent" else "sequence"
        if tag is not None:
            written = self.text[tag.start : tag.end]
            core = {"mapping": "map", "sequence": "seq"}[kind]
            if str(event.tag) not in {"!", _CORE + core}:
                self._report(tag, *unknown_tag(written))
                kind = "broken"
        if event.anchor:
            self._anchor(event.anchor, _OPEN, start)
        self.stack.append(_Frame(kind, start, bool(event.flow_style), event.anchor))

    def _end(self, event: Any) -> None:
        if self.skipped:
            self.skipped -= 1
            if not self.skipped:
                start, end = event.start_mark.index, event.end_mark.index
                self._add(Broken(Span(self.base + start, self.base + end)), None)
            return
        frame = self.stack.pop()
        if not self.stack:
            self.closed = frame
            self.problems_before_closing = len(self.problems)
        if frame.kind == "mapping" and self.stack and self.stack[-1].kind == "sequence":
            frame = self._last_element(frame)
        node = self._build(frame, self.base + event.end_mark.index)
        if frame.anchor:
            self._anchor(frame.anchor, node, node.span.end)
        self._add(node, None)

    def _last_element(self, frame: _Frame) -> _Frame:
        """Add the elements that run together in one but the last, which is returned."""
        items = frame.items
        if frame.anchor or not (starts := run_together(items)):
            return frame
        self.problems.append(missing_dash(self.text, items, starts, frame.flow))
        for begin, end in pairwise([0, *starts, len(items)]):
            frame = _Frame("mapping", items[begin].span.start, frame.flow, None)
            frame.items = items[begin:end]
            if end < len(items):
                self._add(self._build(frame, frame.items[-1].span.end), None)
        return frame

    def _build(self, frame: _Frame, end: int) -> Node:
        if not frame.flow:
            end = frame.items[-1].span.end if frame.items else frame.start
            if frame.kind != "mapping" and frame.items and not frame.items[-1].span.end:
                end = frame.start
        span = Span(frame.start, max(frame.start, end))
        if frame.kind == "sequence":
            return Sequence(span, tuple(frame.items), frame.flow)
        if frame.kind == "broken":
            return Broken(span)
        return self._mapping(span, frame)

    def _mapping(self, span: Span, frame: _Frame) -> Node:
        entries: list[Entry] = []
        merges: list[tuple[Scalar, Node]] = []
        first: dict[str, Scalar] = {}
        items = frame.items
        if len(items) % 2:
            # The text broke off between a key and its value.
            items.append(Broken(Span(items[-1].span.end, items[-1].span.end)))
        for key, value in zip(items[::2], items[1::2], strict=True):
            if isinstance(key, Mapping) and key.flow and frame.flow and self._braces(span, key):
                return Broken(span)
            if not isinstance(key, Scalar):
                if not isinstance(key, Broken):
                    self._report(key.span, "a key must be a string")
                continue
            if key.plain and key.text == "<<":
                merges.append((key, value))
            elif not isinstance(key.value, self.key_types) or isinstance(key.value, bool):
                if key.text:
                    message = f"key `{excerpt(key.text)}` is not a string"
                    self._report(key.span, message, "quote the key")
                else:
                    self._report(key.span, "missing key before the colon")
                continue
            else:
                entries.append(Entry(key, value))
            if key.text in first:
                earlier = first[key.text]
                self.problems.append(
                    Problem(
                        ProblemKind.DUPLICATE_KEY,
                        key.span,
                        f"duplicate key `{excerpt(key.text)}`",
                        MERGE_ONCE if key.text == "<<" else _KEEP_ONE,
                        (("first given here", earlier.span),),
                    )
                )
            else:
                first[key.text] = key
        own = set(first)
        for key, value in merges:
            self._merge(key, value, entries, own)
        return Mapping(span, tuple(entries), frame.flow)

    def _braces(self, span: Span, inner: Mapping) -> bool:
        """Report `{{name}}` that stands without quotes: YAML reads it as two mappings."""
        if self.text[span.start : span.start + 2] != "{{" or inner.span.start != span.start + 1:
            return False
        whole = self.text[span.start : span.end]
        written = excerpt(whole)
        form = f": {in_quotes(written)}" if written == whole else ""
        self.problems.append(
            Problem(
                ProblemKind.SYNTAX,
                span,
                f"unquoted `{written}` is a mapping in YAML, not a variable",
                f"quote the whole value{form}",
            )
        )
        return True

    def _merge(self, key: Scalar, value: Node, entries: list[Entry], own: set[str]) -> None:
        elements = value.items if isinstance(value, Sequence) else (value,)
        for element in elements:
            if isinstance(element, Broken):
                continue
            if not isinstance(element, Mapping):
                self._report(element.span, "a merge (`<<`) takes a mapping or a list of mappings")
                continue
            new = [entry for entry in element.entries if entry.name not in own]
            entries.extend(Entry(entry.key, entry.value, element) for entry in new)
            own.update(entry.name for entry in new)

    def _alias(self, event: Any) -> Node:
        span = Span(self.base + event.start_mark.index, self.base + event.end_mark.index)
        name: str = event.anchor
        anchored = self.anchors.get(name)
        if anchored is None:
            known = f"; the anchors are {_listed(self.anchors)}" if self.anchors else ""
            self.problems.append(
                Problem(
                    ProblemKind.SYNTAX,
                    span,
                    f"alias `*{excerpt(name)}` without an anchor before it{known}",
                    NO_ANCHOR,
                )
            )
            return Broken(span)
        if name in self.latest:
            self.latest[name][2] = self.latest[name][2] or span.start
        if anchored is _OPEN:
            self._report(span, f"alias `*{excerpt(name)}` is inside its own anchor")
            return Broken(span)
        if self.budget < 0:
            return Broken(span)
        self.budgets.append((span.start, self.budget))
        try:
            return self._copy(anchored, span)
        except _TooLargeError:
            self._report(
                span, f"aliases expand to more than {MAX_EXPANSION:,} values, the rest is not read"
            )
            return Broken(span)

    def _copy(self, node: Node, span: Span) -> Node:
        self.budget -= 1
        if self.budget < 0:
            raise _TooLargeError
        origin = node.origin or node
        if isinstance(node, Scalar):
            return Scalar(span, node.value, node.text, node.style, node.tagged, origin)
        if isinstance(node, Sequence):
            items = tuple([self._copy(item, span) for item in node.items])
            return Sequence(span, items, node.flow, origin)
        if isinstance(node, Mapping):
            entries = []
            for entry in node.entries:
                key = Scalar(span, entry.key.value, entry.key.text, entry.key.style, False)
                key.origin = entry.key.origin or entry.key
                entries.append(Entry(key, self._copy(entry.value, span), entry.merged))
            return Mapping(span, tuple(entries), node.flow, origin)
        return Broken(span, origin)


def _listed(names: Collection[str], most: int = 5) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(f"`&{excerpt(name)}`" for name in islice(names, most)) + more
