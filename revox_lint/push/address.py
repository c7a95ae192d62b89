"""Where assistants are created: which base URLs are accepted, and by which way.

The API key goes out with every request, so it must not cross a network in the clear:
https only, plain http to this machine alone.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from revox_lint.push.errors import ConfigurationError
from revox_lint.push.printable import one_line

DEFAULT_BASE_URL: Final = "https://www.getrevox.com/api"
BASE_URL_VARIABLE: Final = "REVOX_BASE_URL"


def base_url_of(given: str | None, named: str) -> tuple[str, str]:
    """Return the base URL that counts, and what a message calls it.

    `given` overrides the variable REVOX_BASE_URL, and that the public address.
    """
    from_environment = os.environ.get(BASE_URL_VARIABLE)
    if given is not None:
        return given, named
    if from_environment:
        return from_environment, f"`{BASE_URL_VARIABLE}`"
    return DEFAULT_BASE_URL, "the base URL"


def assistants_url(base_url: str, named: str) -> str:
    """Return the URL to post assistants to, below a base URL.

    `named` is what a message calls the base URL: the variable or setting it came from.
    Raises ConfigurationError if it is not an absolute https URL (or http to loopback),
    or carries credentials, a query or a fragment.
    """
    shown = one_line(base_url, 120)
    if any(ord(character) <= 32 or ord(character) == 127 for character in base_url):
        raise ConfigurationError(f"{named} contains white space or a control character: `{shown}`")
    try:
        parts = urlsplit(base_url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise ConfigurationError(
            f"{named} is not a URL: `{shown}`; it should look like `{DEFAULT_BASE_URL}`"
        ) from None
    if parts.username is not None or parts.password is not None:
        raise ConfigurationError(f"{named} contains a user name or password; the API key is enough")
    if parts.scheme not in ("https", "http") or not host:
        raise ConfigurationError(
            f"{named} is not an absolute URL: `{shown}`; it should look like `{DEFAULT_BASE_URL}`"
        )
    if parts.query or parts.fragment or base_url.endswith(("?", "#")):
        raise ConfigurationError(
            f"{named} has a query or a fragment: `{shown}`;"
            f" it should look like `{DEFAULT_BASE_URL}`"
        )
    if parts.scheme == "http" and not is_loopback(host):
        raise ConfigurationError(
            f"{named} is not https: `{shown}`; the API key would cross the network in the clear"
        )
    return base_url.rstrip("/") + "/assistants"


def normalized(base_url: str) -> str:
    """Return a usable base URL in the one spelling of all that name the same server.

    Scheme and host in lower case, no default port, no slash at the end.
    """
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    default = {"https": 443, "http": 80}.get(parts.scheme)
    port = "" if parts.port in (None, default) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}{parts.path.rstrip('/')}"


def is_loopback(host: str) -> bool:
    """Return whether a host, by name or address, is this machine."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def goes_around_proxy(url: str, proxies: Mapping[str, str]) -> bool:
    """Return whether a request must not take the proxy that the environment names.

    Plain http is only for this machine: a proxy on another one would carry the API key
    there in the clear. `proxies` maps schemes to proxy URLs, as `urllib` reads them.
    """
    if urlsplit(url).scheme != "http":
        return False
    proxy = proxies.get("http") or proxies.get("all") or ""
    if not proxy:
        return False
    try:
        host = urlsplit(proxy if "://" in proxy else f"http://{proxy}").hostname
    except ValueError:
        return True
    return host is None or not is_loopback(host)
