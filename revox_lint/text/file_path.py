"""Strings that name a file with the text, in place of the text: a path, a URL, an include."""

from __future__ import annotations

import re
from typing import Final

from revox_lint.syntax.node import Mapping, Node, Scalar, Sequence

_FILE: Final = (
    r"[\w.~@$%{}()\\/:+-]*[\w}]\.(?:md|mdx|markdown|txt|ya?ml|json|j2|jinja2?|prompt|prompty|docx?"
    r"|odt|pdf|rst|tmpl|hbs|liquid|mustache)"
)
_FILES: Final = rf"{_FILE}(?:[\s,;]+{_FILE})*"
_INCLUDE: Final = (
    rf"(?:@|<|file:/{{0,3}})?{_FILES}"
    r"|file:/{0,3}\S+"
    r"|(?:[!@#<{%][!@#<{\s%>-]*(?:include|import|file|load|read)\w*|include|import)"
    rf"[\s:(\"'=]+{_FILES}[\s)\"'%}}>-]*"
    r"|\$[{(](?:file|cat|include|read)\w*[\s:(]+\S+?[)}]+"
    r"|\{\{>\s*\S+\s*\}\}"
)
_URL: Final = r"https?://[^\s{}]+"

_KEY: Final = (
    r"(?i)[$_@!]?(?:from_?)?(?:ref|file|path|include|import|from|src|source|ur[li])"
    r"(?:_?(?:name|path))?"
)


def is_path(text: str, *, url: bool) -> bool:
    """Return whether all of a string is a path of text files or an include, or, if asked, a URL."""
    if len(text) > 300 or ("." not in text and ":" not in text and "{" not in text):
        return False
    text = text.strip().strip("\"'`")
    if text.lower().startswith(("http://", "https://")):
        return url and re.fullmatch(_URL, text) is not None
    return re.fullmatch(_INCLUDE, text, re.IGNORECASE) is not None


def names_file(node: Node, *, url: bool = True) -> bool:
    """Return whether a value stands for a file with the text: `a.md`, `{$ref: a.md}`, `[a.md]`."""
    if isinstance(node, Mapping):
        single = node.entries[0] if len(node.entries) == 1 else None
        return single is not None and (
            (url and re.fullmatch(_KEY, single.name) is not None)
            or names_file(single.value, url=url)
        )
    if isinstance(node, Sequence):
        return bool(node.items) and all(names_file(one, url=url) for one in node.items)
    return isinstance(node, Scalar) and is_path(node.text, url=url)


def instead(what: str) -> str:
    """Return the help about a file in place of `what`, such as "the value itself"."""
    return f"a definition has no includes: write {what}"


def text_itself(field: str, *, as_json: bool) -> str:
    """Return the help: the text belongs in `field` of the definition."""
    itself = f"the text itself in `{field}`" if as_json else f"the text below `{field}: |`"
    return instead(itself)
