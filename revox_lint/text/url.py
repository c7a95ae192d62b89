"""Read a URL, and find what keeps a request from being sent to it.

It is read as the WHATWG URL standard has it, only more strictly: what that standard forgives
(white space, missing slashes, backslashes) is a slip in a file all the same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Url(NamedTuple):
    """A string read as an absolute http or https URL.

    `trouble` is what is wrong with it, to go behind "it", empty when nothing is; `help` what
    would be right. `leftover` is a piece of a template that nobody filled in. `host` is in
    small letters, decoded, without brackets or a dot at the end; empty when it cannot be told,
    and then the other parts are empty, too. `user` is what stands before `@`, `query` what
    stands behind `?`, both as written.
    """

    trouble: str = ""
    help: str = ""
    leftover: str = ""
    scheme: str = ""
    user: str = ""
    host: str = ""
    port: int | None = None
    path: str = ""
    query: str = ""


_ABSOLUTE = "write the whole address, such as `https://hooks.acme.com/calls`"
_SCHEME = r"([A-Za-z][A-Za-z0-9+.-]*):"
_FORBIDDEN = r'[<>"{}\\^`]'
_LONGEST = 8000  # what RFC 9110, 4.1 asks everybody to support
_LONGEST_LABEL = 63  # RFC 1035, 2.3.4


@lru_cache(maxsize=64)
def read(text: str) -> Url:
    """Read `text`; never raises."""
    body = text.strip()
    if not body:
        return Url("is empty", "write an address, or leave the field out")
    if len(body) > _LONGEST:
        return Url(f"has {len(body):,} characters, more than servers take", _ABSOLUTE)
    left = leftover(body)
    if any(unicodedata.category(char) in ("Cc", "Zs", "Zl", "Zp") for char in body):
        if left:
            return _left_over(left)
        return Url("has white space in it", "take it away, or write `%20` for a blank")
    if any(unicodedata.category(char) == "Cf" for char in body):
        return Url("has an invisible character in it", "type the address anew")
    scheme = re.match(_SCHEME, body)
    if scheme is None or body[scheme.end() : scheme.end() + 2] != "//":
        return _left_over(left) if left else _not_absolute(body, scheme)
    name = scheme[1].lower()
    if name not in ("http", "https"):
        if left:
            return _left_over(left)
        right = "https" if name.startswith(("ht", "tt")) else ""
        return Url(
            f"begins with `{scheme[1][:12]}:`, not `https:`",
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
            "take user name and password out of the URL",
        )
    host, port, trouble = _host(place)
    if trouble:
        return Url(trouble, _ABSOLUTE)
    before_fragment, hash_mark, _ = tail.partition("#")
    path, _, query = before_fragment.partition("?")
    help = ""
    if left:
        trouble, help = _left_over(left)[:2]
    elif hash_mark:
        trouble = "has a fragment, which no request carries"
        help = "take away the `#` and what follows, or write `%23` if it belongs to the path"
    elif re.search(_FORBIDDEN, path + query):
        found = re.search(_FORBIDDEN, path + query)
        trouble = f"has a character in it that no URL has: {found[0] if found else ''}"
        help = "percent-encode it, or take it away"
    elif re.search(r"[,;|]https?://", path):
        trouble, help = "is more than one URL", "give one: it gets the result of every call"
    elif text != body:
        trouble, help = "has white space around it", "take it away"
    return Url(trouble, help, left, name, user, host, port, path, query)


def shown(text: str) -> str:
    """`text` between backticks and a space, without what may be secret; empty for a blank one."""
    from revox_lint.text.secret import secrets

    line = "".join(char if char.isprintable() else " " for char in text[:_LONGEST])
    line = " ".join(line.split())
    parts = re.match(r"([^/]*//)([^/?#]*)(.*)", line)
    if parts is not None:
        authority, tail = parts[2], parts[3]
        if "@" in authority:
            authority = "…@" + authority.rpartition("@")[2]
        elif re.search(r":(?!\d*\Z)", authority) and "@" in tail:
            # A password with a slash in it ends the host early.
            authority, tail = "…@", tail.rpartition("@")[2]
        line = parts[1] + authority + tail
    line, mark, query = line.partition("?")
    line = line.partition("#")[0]
    if mark:
        line += "?" + "&".join(re.sub("=.*", "=…", part, flags=re.S) for part in query.split("&"))
    for secret in reversed(tuple(secrets(line))):
        line = line[: secret.start + 4] + "…" + line[secret.end :]
    if len(line) > 60:
        line = line[:59] + "…"
    return f"`{line}` " if line else ""


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
        f"still has `{piece}` in it, which nobody filled in",
        "write the address itself",
        left,
    )


def _not_absolute(body: str, scheme: re.Match[str] | None) -> Url:
    if scheme is not None and scheme[1].lower() in ("http", "https"):
        return Url("lacks the `//` behind its scheme", f"write `{scheme[1].lower()}://`")
    if scheme is not None and scheme[1].lower() == "mailto":
        return Url("is a mail address", _ABSOLUTE)
    if body.startswith("//"):
        return Url("lacks its scheme", "write `https:` before it")
    if body.startswith(("/", "./", "../")):
        return Url("is a path without a host", _ABSOLUTE)
    if re.match(r"https?/", body, re.IGNORECASE):
        return Url("lacks the `:` behind its scheme", "write `https://`")
    if re.fullmatch(r"[^/@\s]+@[\w.-]+", body):
        return Url("is a mail address", _ABSOLUTE)
    if re.match(r"[\w-]+(?:\.[\w-]+)+(?:[:/?]|\Z)", body):
        return Url("lacks its scheme", "write `https://` before it")
    return Url("is no absolute URL", _ABSOLUTE)


def _host(place: str) -> tuple[str, int | None, str]:
    """The host and port of `place`, and what is wrong with them."""
    if place.startswith("["):
        inner, closed, after = place[1:].partition("]")
        if not closed:
            return "", None, "has a `[` that is never closed"
        host, port_text = inner.lower().replace("%25", "%"), after
        if not _is_ipv6(host):
            return "", None, "has no IPv6 address between its brackets"
    else:
        host, colon, digits = place.partition(":")
        port_text = colon + digits
        host = _name(host)
        if not host:
            return "", None, "has no host"
        if host in ("http", "https"):
            return "", None, "has its scheme twice"
        trouble = _wrong_name(host)
        if trouble:
            return "", None, trouble
    port = _port(port_text)
    if port == 0:
        return "", None, f"has no possible port: `{port_text[:8]}`"
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
        return "" if address_of(host) is not None else "has an IP address that cannot be"
    for label in host.split("."):
        if not label:
            return "has a host with two dots in a row, or one at its start"
        if label.startswith("-") or label.endswith("-"):
            return "has a host with a hyphen where none can be"
        if len(label) > _LONGEST_LABEL or not all(c.isalnum() or c in "-_" for c in label):
            # Marks of scripts that combine letters are no letters themselves.
            if len(label) <= _LONGEST_LABEL and all(
                c.isalnum() or c in "-_" or unicodedata.category(c) in ("Mn", "Mc") for c in label
            ):
                continue
            return "has a host that no name can be"
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
