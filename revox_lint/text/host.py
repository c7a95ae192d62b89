"""Hosts that a request from the internet cannot reach, and hosts for development only.

Networks come from the IANA registries of special-purpose addresses for IPv4 and IPv6, names
from the RFCs and pages named beside them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

METADATA = {
    "169.254.169.254": "the metadata service of a cloud machine",  # AWS, Azure, Google, …
    "fd00:ec2::254": "the metadata service of a cloud machine",  # AWS
    "100.100.100.200": "the metadata service of a cloud machine",  # Alibaba Cloud
    "192.0.0.192": "the metadata service of a cloud machine",  # Oracle Cloud
    "168.63.129.16": "a service of Azure for its own machines",  # Azure
}
"""Addresses that a cloud answers only from within. Source: each cloud's documentation."""

NETWORKS = (
    ("0.0.0.0/8", "an unspecified address"),  # RFC 791
    ("10.0.0.0/8", "a private address"),  # RFC 1918
    ("100.64.0.0/10", "an address shared behind a carrier's NAT"),  # RFC 6598
    ("127.0.0.0/8", "the local machine"),  # RFC 1122
    ("169.254.0.0/16", "a link-local address"),  # RFC 3927
    ("172.16.0.0/12", "a private address"),  # RFC 1918
    ("192.0.0.0/24", "an address reserved for protocols"),  # RFC 6890
    ("192.0.2.0/24", "an address reserved for documentation"),  # RFC 5737
    ("192.168.0.0/16", "a private address"),  # RFC 1918
    ("198.18.0.0/15", "an address reserved for benchmarks"),  # RFC 2544
    ("198.51.100.0/24", "an address reserved for documentation"),  # RFC 5737
    ("203.0.113.0/24", "an address reserved for documentation"),  # RFC 5737
    ("224.0.0.0/4", "a multicast address"),  # RFC 1112
    ("240.0.0.0/4", "a reserved address"),  # RFC 1112
    ("::/128", "an unspecified address"),  # RFC 4291
    ("::1/128", "the local machine"),  # RFC 4291
    ("100::/64", "an address that discards everything"),  # RFC 6666
    ("2001:db8::/32", "an address reserved for documentation"),  # RFC 3849
    ("3fff::/20", "an address reserved for documentation"),  # RFC 9637
    ("fc00::/7", "a private address"),  # RFC 4193
    ("fe80::/10", "a link-local address"),  # RFC 4291
    ("fec0::/10", "a private address"),  # RFC 3879
    ("ff00::/8", "a multicast address"),  # RFC 4291
)
"""Networks that are not routed on the internet, and what an address in them is."""

EMBEDDING = (
    ("::ffff:0:0/96", 0),  # IPv4-mapped, RFC 4291
    ("::/96", 0),  # IPv4-compatible, RFC 4291
    ("64:ff9b::/96", 0),  # NAT64, RFC 6052
    ("2002::/16", 80),  # 6to4, RFC 3056
)
"""IPv6 networks whose addresses hold an IPv4 address, and how many bits stand behind it."""

LOCAL_NAMES = {
    "localhost": "the local machine",  # RFC 6761
    "localdomain": "the local machine",  # the name in many a hosts file
    "local": "a name of the local network",  # RFC 6762
    "internal": "a name of a private network",  # ICANN, 29 July 2024
    "intranet": "a name of a private network",  # RFC 6762, appendix G
    "private": "a name of a private network",  # RFC 6762, appendix G
    "corp": "a name of a private network",  # RFC 6762, appendix G
    "home": "a name of a private network",  # RFC 6762, appendix G
    "lan": "a name of a private network",  # RFC 6762, appendix G
    "home.arpa": "a name of a private network",  # RFC 8375
    "test": "a name reserved for tests",  # RFC 6761
    "invalid": "a reserved name that never exists",  # RFC 6761
    "onion": "a name in the Tor network",  # RFC 7686
    "localtest.me": "the local machine",  # https://readme.localtest.me
    "lvh.me": "the local machine",  # resolves to 127.0.0.1
    "vcap.me": "the local machine",  # resolves to 127.0.0.1
    "lacolhost.com": "the local machine",  # resolves to 127.0.0.1
}
"""Names, and ends of names, that lead to no machine on the internet."""

ADDRESS_IN_NAME = ("nip.io", "sslip.io", "xip.io", "traefik.me")
"""Domains whose names lead to the address written in them: `10-0-0-1.nip.io`."""

THROWAWAY = {
    # Request bins: what is sent there is shown to everyone who knows the address, then deleted.
    "webhook.site": "a request bin",
    "webhook.cool": "a request bin",
    "webhook-test.com": "a request bin",
    "webhookinbox.com": "a request bin",
    "typedwebhook.tools": "a request bin",
    "requestbin.com": "a request bin",
    "requestbin.net": "a request bin",
    "requestbin.io": "a request bin",
    "requestb.in": "a request bin",
    "requestinspector.com": "a request bin",
    "requestcatcher.com": "a request bin",
    "request.dev": "a request bin",
    "hookbin.com": "a request bin",
    "hookdump.com": "a request bin",
    "hookb.in": "a request bin",
    "postb.in": "a request bin",
    "ptsv2.com": "a request bin",
    "ptsv3.com": "a request bin",
    "beeceptor.com": "a mock server",
    "mockbin.org": "a mock server",
    "mockbin.io": "a mock server",
    "mocky.io": "a mock server",
    "mockapi.io": "a mock server",
    "play.svix.com": "a request bin",
    "httpbin.org": "an echo server",
    "httpbingo.org": "an echo server",
    "postman-echo.com": "an echo server",
    "reqres.in": "a mock server",
    "jsonplaceholder.typicode.com": "a mock server",
    "httpstat.us": "an echo server",
    "smee.io": "a relay for development",
    # Tunnels: the address lives as long as a program on somebody's machine.
    "ngrok.io": "a tunnel",
    "ngrok.app": "a tunnel",
    "ngrok.dev": "a tunnel",
    "ngrok-free.app": "a tunnel",
    "ngrok-free.dev": "a tunnel",
    "ngrok.pizza": "a tunnel",
    "ngrok.com": "a tunnel",
    "trycloudflare.com": "a tunnel",
    "loca.lt": "a tunnel",
    "localtunnel.me": "a tunnel",
    "localhost.run": "a tunnel",
    "lhr.life": "a tunnel",
    "lhr.rocks": "a tunnel",
    "lhr.pro": "a tunnel",
    "serveo.net": "a tunnel",
    "serveousercontent.com": "a tunnel",
    "loophole.site": "a tunnel",
    "telebit.io": "a tunnel",
    "pagekite.me": "a tunnel",
    "tunnelmole.net": "a tunnel",
    "tunnelmole.com": "a tunnel",
    "tunnelto.dev": "a tunnel",
    "sharedwithexpose.com": "a tunnel",
    "expose.dev": "a tunnel",
    "bore.pub": "a tunnel",
    "pinggy.io": "a tunnel",
    "pinggy.link": "a tunnel",
    "pinggy.online": "a tunnel",
    "loclx.io": "a tunnel",
    "localxpose.io": "a tunnel",
    "zrok.io": "a tunnel",
    "devtunnels.ms": "a tunnel",
    "playit.gg": "a tunnel",
    # Workspaces of a developer: they sleep when nobody works in them.
    "app.github.dev": "a developer's workspace",
    "githubpreview.dev": "a developer's workspace",
    "gitpod.io": "a developer's workspace",
    "replit.dev": "a developer's workspace",
    "webcontainer.io": "a developer's workspace",
    # Placeholders that are somebody else's, or nobody's. RFC 2606 reserves the first three.
    "example.com": "a placeholder domain",
    "example.net": "a placeholder domain",
    "example.org": "a placeholder domain",
    "example.edu": "a placeholder domain",
}
"""Domains, with all below them, and what they are. Source: the page at each domain."""


def domain_of(host: str, domains: dict[str, str]) -> str | None:
    """Return the longest of `domains` that `host` is or lies below, or None."""
    labels = host.split(".")
    for start in range(len(labels)):
        domain = ".".join(labels[start:])
        if domain in domains:
            return domain
    return None


# Labels to be replaced by a name: api.your-domain.com, your-app.fly.dev.
_YOURS = (
    r"your[-_]?(?:domain|company|business|organi[sz]ation|website|site|webhook|server|backend"
    r"|host|hostname|app|api|url|name|brand|instance|subdomain|workspace|project|n8n|tenant|crm)"
)
# Domains of the same kind, too close to real names to be looked for below a domain.
_MINE = (
    r"(?:my|votre|mon|tu|su|ihre|deine|meine)[-_]?"
    r"(?:domaine?|company|business|website|site|server|entreprise|soci[eé]t[eé]|serveur|empresa"
    r"|dominio|firma|dom[aä]ne)"
)
_EXAMPLE = frozenset({"example", "exemple", "ejemplo", "esempio", "beispiel"})
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov"})


def throwaway(host: str) -> str | None:
    """What `host` is when it is only for development or a placeholder, else None.

    `host` is as in `unreachable`.
    """
    import re

    domain = domain_of(host, THROWAWAY)
    if domain is not None:
        return THROWAWAY[domain]
    labels = host.split(".")
    domain_labels = labels[:-1]
    if len(domain_labels) > 1 and domain_labels[-1] in _SECOND_LEVEL:
        domain_labels.pop()
    name = domain_labels[-1] if domain_labels else ""
    yours = any(re.fullmatch(_YOURS, label) for label in labels)
    if yours or name in _EXAMPLE or re.fullmatch(_MINE, name):
        return "a placeholder domain"
    return None


def unreachable(host: str) -> str | None:
    """Return what `host` is when the internet cannot reach it, else None.

    `host` is a name in small letters without a dot at the end, or an address in any form that
    browsers read, an IPv6 one without brackets.
    """
    address = address_of(host)
    if address is not None:
        return _unreachable_address(address)
    if ":" in host:
        return None
    domain = domain_of(host, LOCAL_NAMES)
    if domain is not None:
        return LOCAL_NAMES[domain]
    for domain in ADDRESS_IN_NAME:
        if host.endswith("." + domain):
            return _address_in_name(host[: -len(domain) - 1])
    if "." not in host:
        return "a name without a domain"
    return None


def address_of(host: str) -> IPv4Address | IPv6Address | None:
    """Return the address that `host` is, as browsers read it: decimal, hexadecimal, octal."""
    import ipaddress

    if ":" in host:
        try:
            return ipaddress.IPv6Address(host.partition("%")[0])
        except ValueError:
            return None
    number = _ipv4(host)
    return None if number is None else ipaddress.IPv4Address(number)


def looks_like_address(host: str) -> bool:
    """Return whether `host` ends in a number, so that it cannot be a name (WHATWG URL, 3.5)."""
    last = host.rpartition(".")[2]
    return bool(last) and (last.isdigit() or _number(last) is not None)


def _ipv4(host: str) -> int | None:
    """The IPv4 parser of the WHATWG URL standard, 3.5."""
    parts = host.split(".")
    if len(parts) > 4:
        return None
    numbers = []
    for part in parts:
        number = _number(part)
        if number is None:
            return None
        numbers.append(number)
    *head, last = numbers
    if any(number > 255 for number in head) or last >= 256 ** (5 - len(numbers)):
        return None
    for place, number in enumerate(head):
        last += number << (8 * (3 - place))
    return last


def _number(part: str) -> int | None:
    if not part.isascii() or len(part) > 40:
        return None
    base, digits = 10, part
    if part[:2] in ("0x", "0X"):
        base, digits = 16, part[2:] or "0"
    elif len(part) > 1 and part[0] == "0":
        base, digits = 8, part
    if not set(digits) <= _DIGITS[base] or not digits:
        return None
    return int(digits, base)


_DIGITS = {8: set("01234567"), 10: set("0123456789"), 16: set("0123456789abcdefABCDEF")}


@lru_cache(maxsize=1)
def _networks() -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    import ipaddress

    return tuple((ipaddress.ip_network(network), what) for network, what in NETWORKS)


def _unreachable_address(address: IPv4Address | IPv6Address) -> str | None:
    import ipaddress

    known = METADATA.get(str(address))
    if known is not None:
        return known
    for network, what in _networks():
        if address.version == network.version and address in network:
            return what
    if isinstance(address, ipaddress.IPv6Address):
        for within, shift in EMBEDDING:
            if address in ipaddress.IPv6Network(within):
                inner = ipaddress.IPv4Address((int(address) >> shift) & 0xFFFFFFFF)
                return _unreachable_address(inner)
    return None


def _address_in_name(name: str) -> str | None:
    """What the address is that `app.10.0.0.1` or `10-0-0-1` leads to."""
    import re

    found = re.search(r"(?:^|[.-])(\d{1,3}(?:[.-]\d{1,3}){3})$", name)
    if found is None:
        return None
    address = address_of(found[1].replace("-", "."))
    return None if address is None else _unreachable_address(address)
