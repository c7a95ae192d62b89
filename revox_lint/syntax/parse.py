"""From text to trees: the events of a YAML parser, composed into nodes with exact spans.

libyaml's events (through ruamel.yaml.clib) carry the place of everything that is written,
aliases included, which ruamel's own composer does not keep. Where the C extension is not
installed, ruamel's parser gives the same events, slower.

Nothing here raises: what cannot be read becomes a `Problem` and, in the tree, a `Broken`
node; after a syntax error the place is blanked and the rest is read again, so that one
missing quote does not hide the mistakes after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, NamedTuple

from revox_lint.diagnostic import Span
from revox_lint.syntax.node import Broken, Entry, Mapping, Node, Scalar, Sequence
from revox_lint.syntax.pattern import lazy
from revox_lint.syntax.scalar import Value, resolve
from revox_lint.syntax.source import Source
from revox_lint.syntax.trouble import Trouble, causes, translate

MAX_DEPTH = 100
"""Levels of nesting; an assistant has five."""
_DEEP = 500
"""Levels from which on one error is mended: reading the text again takes too long."""
_TOO_DEEP = 20_000
"""Levels from which on a text is not read any further."""
MAX_EXPANSION = 100_000
"""Nodes that all aliases and merges of a document may bring in together."""
_MAX_REPAIRS = 16
_MAX_REPAIRED_CHARACTERS = 1_600_000
"""Characters that are read again to mend errors, in all: of a large text, fewer are mended."""
# A private-use character: allowed in YAML, plain everywhere, and never the start of anything.
_BLANK = "\ue000"

_CORE = "tag:yaml.org,2002:"
_PROPERTY = lazy(r"!<[^>\s]*>|[&!][^\s,\[\]{}]*")
_GAP = lazy(r"(?:[ \t\r\n]+(?:#[^\r\n]*)?)*")


class Kind(Enum):
    """What sort of problem it is; each has a rule of its own."""

    SYNTAX = "syntax"
    DUPLICATE_KEY = "duplicate key"
    UNSUPPORTED = "unsupported"


class Problem(NamedTuple):
    """Something that keeps the text from being read as it stands."""

    kind: Kind
    span: Span
    message: str
    help: str | None = None
    related: tuple[tuple[str, Span], ...] = ()


class Anchor(NamedTuple):
    """An anchor's name, the place of `&name`, and whether an alias uses it."""

    name: str
    span: Span
    used: bool


class Tree(NamedTuple):
    """One YAML document: its root (None when it is empty), and what was noticed on the way.

    `blanks` are the places that were passed over after a syntax error.
    """

    root: Node | None
    span: Span
    problems: tuple[Problem, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    blanks: tuple[Span, ...] = ()


class Parsed(NamedTuple):
    """A file's documents and the `scalars`' spans, in which no comment can stand."""

    trees: tuple[Tree, ...]
    scalars: tuple[tuple[Span, str], ...]


def parse(source: Source, *, integer_keys: bool = False) -> Parsed:
    """Parse every document of `source`.

    With `integer_keys`, a key such as `2` is kept: its text is its name, its value an int.

    There is always at least one tree; syntax errors are with the document they stand in.
    """
    written, offsets = _json_escapes(source)
    text = written
    troubles: list[Trouble] = []
    blanks: list[Span] = []
    repairs = max(1, min(_MAX_REPAIRS, _MAX_REPAIRED_CHARACTERS // (len(text) + 1)))
    patience = _Patience()
    events = _events
    while True:
        composer = _Composer(text, blanks, integer_keys)
        try:
            composer.run(events(text))
            break
        except _TooDeepError:
            composer.close()
            break
        except _yaml_error() as error:
            if events is _events and _reads_further(text, error, patience):
                events = _slow_events
                continue
            trouble = translate(error, text)
            troubles.append(trouble)
            mended = None
            if len(troubles) <= (repairs if composer.deepest <= _DEEP else 1):
                mended = _mend(text, trouble, patience)
            if mended is None:
                # What was read before the error still stands.
                composer.close()
                break
            text, blank = mended
            blanks.append(blank)
    trees = _attach(composer.trees, [_problem(t) for t in causes(troubles, written)], len(written))
    if offsets:
        _shift(trees, offsets)
        trees = [_shift_tree(tree, offsets) for tree in trees]
        scalars = [(_moved(span, offsets), style) for span, style in composer.scalars]
    else:
        scalars = composer.scalars
    return Parsed(tuple(trees), tuple(scalars))


def _problem(trouble: Trouble) -> Problem:
    return Problem(Kind.SYNTAX, trouble.span, trouble.message, trouble.help, trouble.related)


def _attach(trees: list[Tree], problems: list[Problem], length: int) -> list[Tree]:
    """Give each syntax problem to the document it stands in."""
    if not trees:
        trees = [Tree(None, Span(0, length))]
    if not problems:
        return trees
    placed: list[list[Problem]] = [[] for _ in trees]
    for problem in problems:
        at = problem.span.start
        index = max((i for i, tree in enumerate(trees) if tree.span.start <= at), default=0)
        placed[index].append(problem)
    return [
        tree._replace(problems=(*more, *tree.problems))
        for tree, more in zip(trees, placed, strict=True)
    ]


# --- composing -------------------------------------------------------------------------


class _Frame:
    """A collection whose end has not come yet."""

    __slots__ = ("anchor", "flow", "items", "kind", "start", "tag_span")

    def __init__(self, kind: str, start: int, flow: bool, anchor: str | None) -> None:
        self.kind = kind
        self.start = start
        self.flow = flow
        self.anchor = anchor
        self.items: list[Node] = []


class _TooDeepError(Exception):
    """The parser takes time by the square of the levels: so many are not waited for."""


class _TooLargeError(Exception):
    """The aliases of a document bring in more nodes than any definition has."""


_OPEN = Broken(Span(0, 0))


class _Composer:
    """One pass over the events of a text."""

    def __init__(self, text: str, blanks: list[Span], integer_keys: bool) -> None:
        self.text = text
        self.blanks = blanks
        self.deepest = 0
        self.key_types = (str, int) if integer_keys else (str,)
        self.trees: list[Tree] = []
        self.scalars: list[tuple[Span, str]] = []
        self._begin(0)

    def _begin(self, at: int) -> None:
        self.at = at
        self.root: Node | None = None
        self.stack: list[_Frame] = []
        self.skipped = 0
        self.problems: list[Problem] = []
        self.anchors: dict[str, Node] = {}
        self.places: list[list[Any]] = []
        self.latest: dict[str, list[Any]] = {}
        self.budget = MAX_EXPANSION
        self.opened = False

    def run(self, events: Iterator[Any]) -> None:
        """Compose all documents; raises the parser's YAMLError at the first syntax error."""
        text = self.text
        scalars = self.scalars
        for event in events:
            name = type(event).__name__
            if name == "ScalarEvent":
                if self.skipped:
                    continue
                # Nearly every scalar has neither tag nor anchor and stands in a collection.
                if event.anchor or event.tag is not None or self.blanks or not self.stack:
                    self._add(self._scalar(event), event)
                    continue
                start = event.start_mark.index
                end = event.end_mark.index
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
                self._begin(event.start_mark.index)
                self.opened = True
            elif name == "DocumentEndEvent":
                self._finish(event.end_mark.index)

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
        anchors = tuple(Anchor(name, span, used) for name, span, used in self.places)
        problems = tuple(self.problems)
        blanks = tuple(self.blanks)
        self.trees.append(Tree(root, Span(self.at, end), problems, anchors, blanks))
        self.opened = False

    def _report(self, span: Span, message: str, help: str | None = None) -> None:
        self.problems.append(Problem(Kind.UNSUPPORTED, span, message, help))

    def _add(self, node: Node, event: Any) -> None:
        if event is not None and event.anchor:
            self._anchor(event.anchor, node)
        if self.stack:
            self.stack[-1].items.append(node)
        else:
            self.root = node

    def _anchor(self, name: str, node: Node) -> None:
        self.anchors[name] = node

    def _properties(self, event: Any, end: int) -> tuple[int, Span | None]:
        """Where the value starts behind its anchor and tag, and the place of the tag."""
        start: int = event.start_mark.index
        tag = None
        if not event.anchor and event.tag is None and self.text[start : start + 1] != "!":
            return start, None
        position = start
        while position < end and self.text[position] in "&!":
            match = _PROPERTY.match(self.text, position)
            if match is None:
                break
            span = Span(match.start(), match.end())
            if self.text[position] == "!":
                tag = span
            else:
                place = [event.anchor, span, False]
                self.places.append(place)
                self.latest[event.anchor] = place
            gap = _GAP.match(self.text, match.end())
            after = gap.end() if gap is not None else match.end()
            if after >= end:
                return min(match.end(), end), tag
            position = after
        return min(position, end), tag

    def _scalar(self, event: Any) -> Node:
        end: int = event.end_mark.index
        start, tag = self._properties(event, end)
        style: str = event.style or ""
        text: str = event.value
        if style in "|>" and style:
            end = start + len(self.text[start:end].rstrip())
            if not text.strip() and any(self._follows(end, blank) for blank in self.blanks):
                return Broken(Span(start, end))
        span = Span(start, end)
        self.scalars.append((span, style))
        if self.blanks and any(self._blanked(start, end, blank) for blank in self.blanks):
            return Broken(span)
        if tag is None and text == "=" and not style:
            self.problems.append(
                Problem(
                    Kind.SYNTAX,
                    span,
                    "a bare `=` is a type of its own in YAML 1.1, whose readers refuse it",
                    'put it in quotes: "="',
                )
            )
            return Broken(span)
        if tag is None:
            value: Value = text if style else resolve(text)
            return Scalar(span, value, text, style)
        return self._tagged(span, tag, str(event.tag), text, style)

    def _blanked(self, start: int, end: int, blank: Span) -> bool:
        """Whether a scalar stands where text was blanked, or is empty because of it."""
        if blank.start <= start < blank.end:
            return True
        return start == end and self._follows(end, blank)

    def _follows(self, end: int, blank: Span) -> bool:
        """Whether nothing but space stands between `end` and text that was blanked."""
        return end <= blank.start and not self.text[end : blank.start].strip()

    def _tagged(self, span: Span, place: Span, tag: str, text: str, style: str) -> Node:
        written = self.text[place.start : place.end]
        name = tag.removeprefix(_CORE)
        if tag == "!" or name == "str":
            return Scalar(span, text, text, style, tagged=True)
        wanted: dict[str, tuple[type, ...]] = {
            "int": (int,),
            "float": (int, float),
            "bool": (bool,),
            "null": (type(None),),
        }
        if tag.startswith(_CORE) and name in wanted:
            value = resolve(text)
            fits = isinstance(value, wanted[name]) and (
                name == "bool" or not isinstance(value, bool)
            )
            if fits:
                return Scalar(span, value, text, style, tagged=True)
            self._report(place, f"`{written}` does not fit the value `{_short(text)}`")
            return Broken(span)
        self._unknown_tag(place, written)
        return Broken(span)

    def _unknown_tag(self, place: Span, written: str) -> None:
        help = "quote the text if it only begins with `!`"
        message = f"the tag `{_short(written)}` is not one of YAML's core tags"
        self._report(place, message, help)

    def _open(self, event: Any, name: str) -> None:
        if self.skipped or len(self.stack) >= MAX_DEPTH:
            if not self.skipped:
                at = event.start_mark.index
                self._report(
                    Span(at, at + 1), f"nesting goes deeper than {MAX_DEPTH} levels: not read"
                )
            self.skipped += 1
            self.deepest = max(self.deepest, MAX_DEPTH + self.skipped)
            if self.deepest > _TOO_DEEP:
                raise _TooDeepError
            return
        start, tag = self._properties(event, len(self.text))
        kind = "mapping" if name == "MappingStartEvent" else "sequence"
        if tag is not None:
            written = self.text[tag.start : tag.end]
            core = {"mapping": "map", "sequence": "seq"}[kind]
            if str(event.tag) not in {"!", _CORE + core}:
                self._unknown_tag(tag, written)
                kind = "broken"
        if event.anchor:
            self._anchor(event.anchor, _OPEN)
        self.stack.append(_Frame(kind, start, bool(event.flow_style), event.anchor))

    def _end(self, event: Any) -> None:
        if self.skipped:
            self.skipped -= 1
            if not self.skipped:
                self._add(Broken(Span(event.start_mark.index, event.end_mark.index)), None)
            return
        frame = self.stack.pop()
        node = self._build(frame, event.end_mark.index)
        if frame.anchor:
            self._anchor(frame.anchor, node)
        self._add(node, None)

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
                    self._key_problem(key, "a key is a word")
                continue
            if key.plain and key.text == "<<":
                merges.append((key, value))
            elif not isinstance(key.value, self.key_types) or isinstance(key.value, bool):
                self._key_problem(key, f"the key `{_short(key.text)}` is not a string", quote=True)
                continue
            else:
                entries.append(Entry(key, value))
            if key.text in first:
                earlier = first[key.text]
                self.problems.append(
                    Problem(
                        Kind.DUPLICATE_KEY,
                        key.span,
                        f"the key `{_short(key.text)}` is given twice in this mapping",
                        "keep one of the two: a reader takes either of them, or refuses the file",
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
        written = _short(self.text[span.start : span.end])
        self.problems.append(
            Problem(
                Kind.SYNTAX,
                span,
                f"`{written}` without quotes is a mapping to YAML, not a variable",
                f'quote the whole value: "{written}"',
            )
        )
        return True

    def _key_problem(self, key: Node, message: str, quote: bool = False) -> None:
        self._report(key.span, message, "put the key in quotes" if quote else None)

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
        span = Span(event.start_mark.index, event.end_mark.index)
        name: str = event.anchor
        anchored = self.anchors.get(name)
        if anchored is None:
            known = f"; the anchors so far are {_listed(self.anchors)}" if self.anchors else ""
            self.problems.append(
                Problem(
                    Kind.SYNTAX,
                    span,
                    f"the alias `*{_short(name)}` has no anchor `&{_short(name)}` before it{known}",
                    "quote the text if it only begins with `*`",
                )
            )
            return Broken(span)
        if name in self.latest:
            self.latest[name][2] = True
        if anchored is _OPEN:
            self._report(span, f"the alias `*{_short(name)}` stands inside its own anchor")
            return Broken(span)
        if self.budget < 0:
            return Broken(span)
        try:
            return self._copy(anchored, span)
        except _TooLargeError:
            self._report(
                span, f"the aliases bring in more than {MAX_EXPANSION:,} values: not read further"
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


def _short(text: str, most: int = 60) -> str:
    """`text` on one line, cut where it is too long for a message."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _listed(names: Iterable[str], most: int = 5) -> str:
    shown = list(names)
    more = f" and {len(shown) - most} more" if len(shown) > most else ""
    return ", ".join(f"`&{_short(name)}`" for name in shown[:most]) + more


# --- the parser underneath ----------------------------------------------------------------


def _events(text: str) -> Iterator[Any]:
    try:
        from _ruamel_yaml import CParser
    except ImportError:  # pragma: no cover - a platform without a wheel
        return _slow_events(text)
    # At the end of the stream, `get_event` answers None.
    return iter(CParser(text).get_event, None)


def _slow_events(text: str) -> Iterator[Any]:
    """The events of ruamel's own parser, with the marks that libyaml gives."""
    from ruamel.yaml import YAML

    yield from YAML(typ="safe", pure=True).parse(text)


def _yaml_error() -> tuple[type[Exception], ...]:
    from ruamel.yaml.error import YAMLError

    try:
        from _ruamel_yaml import YAMLError as CYAMLError
    except ImportError:  # pragma: no cover - a platform without a wheel
        return (YAMLError,)
    return (YAMLError, CYAMLError)


# --- reading on after an error ----------------------------------------------------------------

_LINE = lazy(r"[^\r\n]*")
_BREAK_AFTER = lazy(r"\r\n|\n|\r")
_KEY = lazy(r"""[ \t]*(?:-[ ]+)*(?:[\w$-]+|"[^"\r\n]*"|'[^'\r\n]*')[ ]*:[ \t]+""")
_TABS = lazy(r"(?m)^[ \t]*\t[ \t]*")
_TOP = lazy(r"(?m)^[^\s#\-.}\]][^\r\n]*")


def _mend(text: str, trouble: Trouble, patience: _Patience) -> tuple[str, Span] | None:
    """The text with the place of the error made harmless, same length; None if nothing helps."""
    at = min(trouble.span.start, max(len(text) - 1, 0))
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    line = _LINE.match(text, start)
    end = line.end() if line is not None else start
    if text[at : at + 1] == "\t":
        spaced = _TABS.sub(lambda match: " " * len(match.group()), text)
        further = _first_error(spaced, patience)
        if further is None or further > at:
            return spaced, Span(at, at)
    candidates: list[Span] = []
    key = _KEY.match(text, start, end)
    if key is not None and key.end() < end and not text[key.end()].isspace():
        candidates.append(Span(key.end(), end))
    if text[start:end].strip(_BLANK + " \t"):
        candidates.append(Span(start, end))
    tops = [match.start() for match in _TOP.finditer(text)]
    before = [top for top in tops if top <= at]
    after = [top for top in tops if top > max(at, trouble.reached)]
    if before:
        block = Span(before[-1], after[0] if after else len(text))
        key = _KEY.match(text, block.start, min(block.end, block.start + 200))
        if key is not None:
            candidates.append(Span(key.end(), block.end))
        candidates.append(block)
    elif after:
        candidates.append(Span(0, after[0]))
    for blank in candidates:
        mended = _blanked(text, blank)
        if mended == text:
            continue
        further = _first_error(mended, patience)
        if further is None or further >= blank.end:
            return mended, blank
    return None


def _blanked(text: str, span: Span) -> str:
    """`text` with a plain scalar at the start of `span` and nothing in the rest of it."""
    inside = text[span.start : span.end]
    first = _LINE.match(inside)
    cut = first.end() if first is not None else 0
    whole_line = span.start == 0 or text[span.start - 1] in "\r\n"
    head = inside[:cut]
    filler = " " * len(head) if whole_line else _BLANK * len(head)
    rest = re.sub(r"[^\r\n]", " ", inside[cut:])
    return text[: span.start] + filler + rest + text[span.end :]


def _first_error(text: str, patience: _Patience) -> int | None:
    found = _error(_events(text))
    if found is None:
        return None
    at, error = found
    if not _is_of_its_age(error) or not patience.allows(text):
        return at
    later = _error(_slow_events(text))
    return None if later is None else max(at, later[0])


def _reads_further(text: str, error: Exception, patience: _Patience) -> bool:
    """Whether a parser that is up to date gets beyond the `error` of the C parser."""
    if not _is_of_its_age(error) or not patience.allows(text):
        return False
    later = _error(_slow_events(text))
    return later is None or later[0] > _index(error)


class _Patience:
    """How many characters ruamel's own parser, which is slow, may read once more to make sure."""

    def __init__(self) -> None:
        self.left = 150_000

    def allows(self, text: str) -> bool:
        """Whether it may read `text`, which is then accounted for."""
        if len(text) > self.left:
            return False
        self.left -= len(text)
        return True


def _is_of_its_age(error: Exception) -> bool:
    """Whether libyaml 0.1, which the C parser is made of, may be alone in refusing the text.

    Since 0.2.1 and 0.2.3 libyaml knows that a colon or a question mark inside a word is part
    of it in flow collections, too: `{webhook_url: https://acme.com, question: Open?}`.
    """
    words = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    return "a flow " in words or "found unexpected ':'" in words


def _error(events: Iterator[Any]) -> tuple[int, Exception] | None:
    """The first error of a parser and where it is, None when it reads to the end."""
    depth = 0
    try:
        for event in events:
            name = type(event).__name__
            if name == "SequenceStartEvent" or name == "MappingStartEvent":
                depth += 1
                if depth > _TOO_DEEP:
                    return None
            elif name == "SequenceEndEvent" or name == "MappingEndEvent":
                depth -= 1
    except Exception as error:  # ruamel's own parser has others than YAMLError
        return _index(error), error
    return None


def _index(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.index if mark is not None else 0


# --- what JSON writes and libyaml does not read -----------------------------------------------

_PAIR = lazy(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


def _json_escapes(source: Source) -> tuple[str, list[tuple[int, int]]]:
    r"""The text with `\ud83d\ude00` pairs replaced by their character, in a JSON file.

    Also answers where characters went missing: (offset in the new text, how many).
    """
    text = source.text
    if not source.path.endswith(".json") or "\\u" not in text:
        return text, []
    offsets: list[tuple[int, int]] = []
    parts: list[str] = []
    done = 0
    length = 0
    for match in _PAIR.finditer(text):
        high, low = int(match[2], 16), int(match[3], 16)
        start = match.start() + len(match[1])
        parts.append(text[done:start])
        length += start - done + 1
        parts.append(chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)))
        offsets.append((length, match.end() - start - 1))
        done = match.end()
    parts.append(text[done:])
    return "".join(parts), offsets


def _moved(span: Span, offsets: list[tuple[int, int]]) -> Span:
    def move(offset: int) -> int:
        return offset + sum(missing for place, missing in offsets if place <= offset)

    return Span(move(span.start), move(span.end))


def _shift(trees: list[Tree], offsets: list[tuple[int, int]]) -> None:
    """Move the spans of all nodes back to the text as it was written."""
    seen: set[int] = set()
    stack: list[Node] = [tree.root for tree in trees if tree.root is not None]
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        node.span = _moved(node.span, offsets)
        if isinstance(node, Mapping):
            for entry in node.entries:
                stack.extend((entry.key, entry.value))
        elif isinstance(node, Sequence):
            stack.extend(node.items)
        if node.origin is not None:
            stack.append(node.origin)


def _shift_tree(tree: Tree, offsets: list[tuple[int, int]]) -> Tree:
    problems = tuple(
        problem._replace(
            span=_moved(problem.span, offsets),
            related=tuple((words, _moved(span, offsets)) for words, span in problem.related),
        )
        for problem in tree.problems
    )
    anchors = tuple(anchor._replace(span=_moved(anchor.span, offsets)) for anchor in tree.anchors)
    return Tree(tree.root, _moved(tree.span, offsets), problems, anchors)
