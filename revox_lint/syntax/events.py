"""The events of libyaml, through PyYAML; of PyYAML's own parser where it has no C extension."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

MAX_LEVELS = 1000
"""Levels of nesting that libyaml reads; the parser written in Python is held to them, too."""


def events(text: str) -> Iterator[Any]:
    """Return the events of `text`; raises a `yaml_error` on its way where it is not YAML."""
    try:
        from yaml._yaml import CParser
    except ImportError:  # pragma: no cover - a platform without a wheel
        return pure_events(text)
    # At the end of the stream, `get_event` returns None.
    return iter(CParser(text).get_event, None)


def pure_events(text: str) -> Iterator[Any]:
    """Return the same events with the same marks, from PyYAML's parser in Python."""
    from yaml import SafeLoader, parse
    from yaml.scanner import ScannerError

    class Loader(SafeLoader):
        """Refuses what libyaml refuses: each token costs it a look at every open bracket."""

        def fetch_flow_collection_start(self, token: Any) -> None:
            if self.flow_level >= MAX_LEVELS:
                mark = self.get_mark()
                raise ScannerError(None, mark, "exceeded maximum nesting depth", mark)
            super().fetch_flow_collection_start(token)

    return parse(text, Loader=Loader)


def yaml_error() -> type[Exception]:
    """Return the exception by which the parsers report that a text is not YAML."""
    from yaml.error import YAMLError

    return YAMLError


def reads(text: str) -> bool:
    """Return whether `text` is YAML."""
    try:
        for _ in events(text):
            pass
    except yaml_error():
        return False
    return True
