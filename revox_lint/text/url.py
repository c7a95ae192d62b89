"""A string read as a URL: its parts, and why no request can be sent to it.

It is read as the WHATWG URL standard does, but strictly: what that standard tolerates (white space,
missing slashes, backslashes) is a mistake in a file all the same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Url(NamedTuple):
    """A string read as an absolute http or https URL.

    `problem` is what is wrong with it, as the predicate of a message ("has no host"), empty when it
    is valid; `help` is what to write. `leftover` is a placeholder of a template. `host` is in
    lower case, decoded, without brackets or a dot at the end; empty when it cannot be told, and
    then the other parts are empty, too. `user` is the part before `@`, `query` the part
    behind `?`, both as written.
    """

    problem: str = ""
    help: str = ""
    leftover: str = ""
    scheme: str = ""
    user: str = ""
    host: str = ""
    port: int | None = None
    path: str = ""
    query: str = ""


_ABSOLUTE = "write the whole URL, such as `https://hooks.acme.com/calls`"
_SCHEME = r"([A-Za-z][A-Za-z0-9+.-]*):"
_FORBIDDEN = r'[<>"{}\\^`]'
_LONGEST = 8000  # what RFC 9110, 4.1 asks everybody to support
_LONGEST_LABEL = 63  # RFC 1035, 2.3.4


@lru_cache(maxsize=64)
def read(text: str) -> Url:
    """Read `text`; never raises."""
    body = text.strip()
    if not body:
        return Url("is empty", "write a URL, or remove the field")
    if len(body) > _LONGEST:
        return Url(f"has {len(body):,} characters, more than servers take", _ABSOLUTE)
    if (wrapped := _wrapped(body)) is not None:
        return wrapped
    left = leftover(body)
    if any(unicodedata.category(char) in ("Cc", "Zs", "Zl", "Zp") for char in body):
        if left:
            return _left_over(left)
        return Url("has white space in it", "remove it, or write `%20` for a space")
    if any(unicodedata.category(char) == "Cf" for char in body):
        return Url("has an invisible character in it", "type the URL again")
    scheme = re.match(_SCHEME, body)
    if scheme is None or body[scheme.end() : scheme.end() + 2] != "//":
        return _left_over(left) if left else _not_absolute(body, scheme)
    name = scheme[1].lower()
    if name not in ("http", "https"):
        if left:
            return _left_over(left)
        right = "https" if name.startswith(("ht", "tt")) else ""
        return Url(
            f"starts with `{scheme[1][:12]}:`, not `https:`",
            f"write `{right}:`" if right else _ABSOLUTE,
        )
    rest = body[scheme.end() + 2 :]
    end = re.search(r"[/?#\\]", rest)
    authority, tail = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    user, _, place = authority.rpartition("@")
    if left and (leftover(place) or not place):
        return _left_over(left)
    if "@" in tail and ":" in place and not place.rpartition(":")[2].isdigit():
        return Url(
            "has a `/`, `?` or `#` in its user name or password",
            "remove user name and password from the URL",
        )
    host, port, problem = _host(place)
    if problem:
        return Url(problem, _ABSOLUTE)
    before_fragment, hash_mark, _ = tail.partition("#")
    path, _, query = before_fragment.partition("?")
    help = ""
    if left:
        problem, help = _left_over(left)[:2]
    elif hash_mark:
        problem = "has a fragment, which no request carries"
        help = "remove the `#` and what follows, or write `%23` if it belongs to the path"
    elif re.search(_FORBIDDEN, path + query):
        found = re.search(_FORBIDDEN, path + query)
        problem = f"has a character that is not allowed in a URL: {found[0] if found else ''}"
        help = "percent-encode it, or remove it"
    elif re.search(r"[,;|]https?://", path):
        problem, help = "is more than one URL", "write one: it gets the result of every call"
    elif text != body:
        problem, help = "has white space around it", "remove it"
    return Url(problem, help, left, name, user, host, port, path, query)


_WRAPPED = (
    (r"\[[^\]]*\]\((https?://[^\s()]+)\)", "is a Markdown link", ""),
    (r"[<(\[](https?://[^\s<>()\[\]]+)[>)\]]", "has brackets around it", "remove the brackets"),
    (
        r"[\"'`“”«]+(https?://[^\s\"'`“”«»]+)[\"'`“”»]+",
        "has quotes in it",
        "remove them",
    ),
)


def _wrapped(body: str) -> Url | None:
    """Return what is wrong with a URL in brackets or quotes, or as Markdown; None otherwise."""
    for pattern, problem, help in _WRAPPED:
        match = re.fullmatch(pattern, body)
        if match is not None and not read(match[1]).problem:
            shown = f"write `{match[1]}`" if public(match[1]) == match[1] else ""
            return Url(problem, ": ".join(one for one in (help, shown) if one) or "write the URL")
    return None


def stop(text: str) -> str:
    """Return the punctuation of a sentence that a valid URL ends with, else empty."""
    match = re.search(r"[,;.!'\"”»]+\Z|[^\s()]+(\))\Z", text)
    found = "" if match is None else match[1] or match[0]
    return "" if read(text).problem or "(" in text or "?" in text or len(found) > 3 else found


def public(text: str) -> str:
    """Return `text` without what may be secret: user name, password, values of the query."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[:_LONGEST]).split())
    parts = re.match(r"([^/]*//)([^/?#]*)(.*)", line)
    if parts is not None:
        authority, tail = parts[2], parts[3]
        if "@" in authority:
            authority = "…@" + authority.rpartition("@")[2]
        elif re.search(r":(?!\d*\Z)", authority) and "@" in tail:
            # A password with a slash in it ends the host early.
            authority, tail = "…@", tail.rpartition("@")[2]
        line = parts[1] + authority + tail
    line, _, fragment = line.partition("#")
    spaced = line != line.rstrip()
    line, mark, query = line.rstrip().partition("?")
    if mark:
        line += "?" + "&".join(re.sub("=.*", "=…", part, flags=re.S) for part in query.split("&"))
    # The names of pages, but nothing that may be a token.
    plain = re.fullmatch(r"[/!]*(?:[A-Za-z-]{1,20}/?)+", fragment)
    return line if plain is None or spaced else f"{line}#{fragment}"


def leftover(text: str) -> str:
    """Return the first piece of a URL that a template should have filled in, else empty."""
    for pattern in _TEMPLATE:
        found = re.search(pattern, text)
        if found is not None:
            return found[0]
    return ""


_TEMPLATE = (
    r"\{\{.*?\}\}|\{\{|\}\}|\$\{[^}]*\}?|\$\([^)]*\)?|<[^<>]*>|\{[^{}]*\}",
    r"(?<![\w\]])\[[A-Za-z][A-Za-z _-]*\]|\.{3,}|…",
    r"\$[A-Z][A-Z0-9_]{2,}|%[A-Z_][A-Z0-9_]{4,}%|__[A-Z][A-Z0-9_]*__",
    (
        r"(?<![A-Za-z0-9])(?:TODO|TBD|FIXME|PLACEHOLDER|(?i:REPLACE[_-]?ME|CHANGE[_-]?ME)"
        r"|(?:REPLACE|INSERT|YOUR|MY)[_-][A-Z][A-Z_-]+"
        r"|(?i:your[_-](?:[a-z]+[_-])?(?:id|ids|key|token|secret|uuid|url|path|slug|hash|webhook"
        r"|endpoint))"
        r"|[Xx]{4,})(?![A-Za-z0-9])"
    ),
)


def _left_over(left: str) -> Url:
    piece = " ".join("".join(char if char.isprintable() else " " for char in left).split())
    piece = piece if len(piece) <= 30 else piece[:29] + "…"
    return Url(
        f"has a placeholder that was not filled in, `{piece}`",
        "write the URL itself",
        left,
    )


def _not_absolute(body: str, scheme: re.Match[str] | None) -> Url:
    if scheme is not None and scheme[1].lower() in ("http", "https"):
        return Url("has no `//` after its scheme", f"write `{scheme[1].lower()}://`")
    if scheme is not None and scheme[1].lower() == "mailto":
        return Url("is a mail address", _ABSOLUTE)
    if body.startswith("//"):
        return Url("has no scheme", "write `https:` before it")
    if body.startswith(("/", "./", "../")):
        return Url("is a path without a host", _ABSOLUTE)
    if re.match(r"https?/", body, re.IGNORECASE):
        return Url("has no `:` after its scheme", "write `https://`")
    if re.fullmatch(r"[^/@\s]+@[\w.-]+", body):
        return Url("is a mail address", _ABSOLUTE)
    if re.match(r"[\w-]+(?:\.[\w-]+)+(?:[:/?]|\Z)", body):
        return Url("has no scheme", "write `https://` before it")
    return Url("is not an absolute URL", _ABSOLUTE)


def _host(place: str) -> tuple[str, int | None, str]:
    """The host and port of `place`, and what is wrong with them."""
    if place.startswith("["):
        inner, closed, after = place[1:].partition("]")
        if not closed:
            return "", None, "has a `[` that is never closed"
        host, port_text = inner.lower().replace("%25", "%"), after
        if not _is_ipv6(host):
            return "", None, "has brackets without an IPv6 address"
    else:
        host, colon, digits = place.partition(":")
        port_text = colon + digits
        host = _name(host)
        if not host:
            return "", None, "has no host"
        if host in ("http", "https"):
            return "", None, "has its scheme twice"
        problem = _wrong_name(host)
        if problem:
            return "", None, problem
    port = _port(port_text)
    if port == 0:
        return "", None, f"has an invalid port, `{port_text[:8]}`"
    return host, port, ""


def _name(host: str) -> str:
    """The host as it is looked up: decoded, in small letters, without a dot at the end."""
    if "%" in host:
        from urllib.parse import unquote

        host = unquote(host)
    if not host.isascii():
        host = unicodedata.normalize("NFKC", host).replace("。", ".")
    return host.lower().removesuffix(".")


def _wrong_name(host: str) -> str:
    from revox_lint.text.host import address_of, looks_like_address

    if looks_like_address(host):
        return "" if address_of(host) is not None else "has an invalid IP address"
    for label in host.split("."):
        if not label:
            return "has a host with two dots in a row, or one at its start"
        if label.startswith("-") or label.endswith("-"):
            return "has a host with a hyphen at the start or end of a label"
        if len(label) > _LONGEST_LABEL or not all(c.isalnum() or c in "-_" for c in label):
            # Marks of scripts that combine letters are no letters themselves.
            if len(label) <= _LONGEST_LABEL and all(
                c.isalnum() or c in "-_" or unicodedata.category(c) in ("Mn", "Mc") for c in label
            ):
                continue
            return "has an invalid host"
    return ""


def _is_ipv6(host: str) -> bool:
    from revox_lint.text.host import address_of

    return ":" in host and address_of(host) is not None


def _port(text: str) -> int | None:
    """The port of `:443`, None when none is given, 0 when there is no such port."""
    if text in ("", ":"):
        return None
    if not re.fullmatch(r":[0-9]{1,5}", text) or not 0 < int(text[1:]) < 65536:
        return 0
    return int(text[1:])
