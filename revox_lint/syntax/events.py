"""The events of the YAML parser underneath: libyaml's, or ruamel's own where it must be.

libyaml's (through ruamel.yaml.clib) carry the place of everything that is written, aliases
included. Where the C extension is not installed, and where its age shows, ruamel's parser
gives the same events, slower.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

TOO_DEEP = 20_000
"""Levels from which on a text is not read any further."""


def fast_events(text: str) -> Iterator[Any]:
    """The events of libyaml, where it is installed; raises one of `yaml_error` on its way."""
    try:
        from _ruamel_yaml import CParser
    except ImportError:  # pragma: no cover - a platform without a wheel
        return slow_events(text)
    # At the end of the stream, `get_event` answers None.
    return iter(CParser(text).get_event, None)


def slow_events(text: str) -> Iterator[Any]:
    """The events of ruamel's own parser, with the marks that libyaml gives."""
    from ruamel.yaml import YAML

    yield from YAML(typ="safe", pure=True).parse(text)


def yaml_error() -> tuple[type[Exception], ...]:
    """The exceptions by which the parsers say that a text is not YAML."""
    from ruamel.yaml.error import YAMLError

    try:
        from _ruamel_yaml import YAMLError as CYAMLError
    except ImportError:  # pragma: no cover - a platform without a wheel
        return (YAMLError,)
    return (YAMLError, CYAMLError)


def first_error(text: str, patience: Patience) -> int | None:
    """Where `text` stops being YAML, None when it does not."""
    found = _error(fast_events(text))
    if found is None:
        return None
    at, error = found
    if not _is_of_its_age(error) or not patience.allows(text):
        return at
    later = _error(slow_events(text))
    return None if later is None else max(at, later[0])


def reads_further(text: str, error: Exception, patience: Patience) -> bool:
    """Whether a parser that is up to date gets beyond the `error` of the C parser."""
    if not _is_of_its_age(error) or not patience.allows(text):
        return False
    later = _error(slow_events(text))
    return later is None or later[0] > _index(error)


class Patience:
    """How many characters ruamel's own parser, which is slow, may read once more to make sure."""

    def __init__(self) -> None:
        """Begin with all characters left."""
        self.left = 150_000

    def allows(self, text: str) -> bool:
        """Whether it may read `text`, which is then accounted for."""
        # For each word it looks at every open bracket again.
        price = len(text) * (1 + (text.count("[") + text.count("{")) // 500)
        if price > self.left:
            return False
        self.left -= price
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
                if depth > TOO_DEEP:
                    return None
            elif name == "SequenceEndEvent" or name == "MappingEndEvent":
                depth -= 1
    except Exception as error:  # ruamel's own parser has others than YAMLError
        return _index(error), error
    return None


def _index(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.index if mark is not None else 0
