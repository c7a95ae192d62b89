"""The client: creates an assistant once, and reports what is known when it cannot.

    import os
    from revox_lint import Revox

    client = Revox(
        api_key=os.environ.get("REVOX_API_KEY"),  # This is the default and can be omitted
    )
    assistant = client.assistants.create(
        name="name",
        prompt="prompt",
    )
    print(assistant.assistant)

The create call is not idempotent: a request that was sent is never sent again, unless
the server answered 429. Every other failure is an error of `revox_lint.push.errors`
whose `outcome` tells "nothing exists" from "unknown".
"""

from __future__ import annotations

import json
import os
import random
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from revox_lint.environment import API_KEY_VARIABLE
from revox_lint.push.address import assistants_url, base_url_of, goes_around_proxy
from revox_lint.push.api_key import ApiKey
from revox_lint.push.errors import (
    ApiKeyError,
    CancelledAfterSendingError,
    CancelledError,
    CertificateError,
    ConfigurationError,
    ConnectionLostError,
    NotConnectedError,
    PayloadError,
    RevoxError,
    TimedOutError,
)
from revox_lint.push.printable import one_line
from revox_lint.push.request import CreateRequest, Fault, NoResponse
from revox_lint.push.response import Response, created_by, error_of
from revox_lint.push.retry import Retries

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self, Unpack

    import httpx

    from revox_lint.contract.v0_1 import AssistantCreateResponse
    from revox_lint.push.params import AssistantFields

_GRACE: Final = 2.0
"""Seconds that a request already sent is given to be answered after a cancel."""


class Created(NamedTuple):
    """A new assistant: its id, and the response as it came, as JSON values."""

    id: str
    response: dict[str, Any]


class Revox:
    """A client of the Revox API.

    `api_key` defaults to the variable REVOX_API_KEY, `base_url` to REVOX_BASE_URL, else
    the public address. `timeout` bounds one request as a whole, `connect_timeout` the
    making of its connection, `max_wait` the waiting between the tries of one create; all
    in seconds. Proxy variables (HTTPS_PROXY, NO_PROXY, …), SSL_CERT_FILE and SSL_CERT_DIR
    are honoured.

    `key_name` and `base_url_name` are what messages call the key and the base URL.
    `clock` (seconds that only grow), `now` (seconds since 1970), `sleep` and `chance`
    (0 to 1) stand for time and luck; setting `cancel` from another thread or a signal
    ends waiting soon; `on_wait` is called with a line before every wait for a next try.

    Raises ApiKeyError if there is no key or one that cannot be in a header,
    ConfigurationError for an unusable base URL or proxy, or if httpx is not installed.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float = 60.0,
        connect_timeout: float = 5.0,
        max_wait: float = 60.0,
        key_name: str | None = None,
        base_url_name: str = "the base URL",
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], None] | None = None,
        chance: Callable[[], float] = random.random,
        cancel: threading.Event | None = None,
        on_wait: Callable[[str], None] | None = None,
    ) -> None:
        """Make a client; nothing is sent."""
        self._url = ""
        called = API_KEY_VARIABLE if api_key is None else "api_key"
        self._key = _usable_key(api_key, key_name or called)
        self._url = _url(base_url, base_url_name, self._key)
        self.max_wait = max_wait
        self._timeout = timeout
        self._clock = clock
        self._now = now
        self._cancel = threading.Event() if cancel is None else cancel
        self._sleep: Callable[[float], object] = self._cancel.wait if sleep is None else sleep
        self._chance = chance
        self._on_wait = on_wait
        self._http = _http_client(self._url, timeout, connect_timeout, self._key)
        self.assistants = Assistants(self)

    def __repr__(self) -> str:
        return f"<Revox {self._url}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections. The client cannot be used afterwards."""
        self._http.close()

    @property
    def key(self) -> ApiKey:
        """The API key, which never shows itself."""
        return self._key

    @property
    def url(self) -> str:
        """Where assistants are posted to."""
        return self._url

    def _create(self, payload: Mapping[str, Any], retries: Retries) -> Created:
        body = wire_body(payload)
        while True:
            result = self._post(body)
            if isinstance(result, NoResponse):
                if result.fault is not Fault.NOT_CONNECTED:
                    raise self._error(result)
                wait = retries.after_no_connection(self._chance())
                if wait is None:
                    raise self._error(result)
                reason = "no connection"
            else:
                if (response := created_by(result, self._key)) is not None:
                    return Created(response["assistant"]["id"], response)
                if result.status != 429:
                    raise error_of(result, self._key, self._url)
                wait = retries.after_limit(result.retry_after, self._now(), self._chance())
                if wait is None:
                    raise error_of(result, self._key, self._url)
                reason = "too many requests"
            if self._on_wait is not None:
                self._on_wait(f"{reason}: next try in {wait:.1f} s")
            self._sleep(wait)

    def _post(self, body: bytes) -> Response | NoResponse:
        if self._cancel.is_set():
            return NoResponse(Fault.CANCELLED, sent=False)
        request = CreateRequest(self._http, self._url, body, _HEADERS, self._key)
        try:
            return request.send(self._timeout, self._clock, self._cancel.is_set, _GRACE)
        except BaseException:
            request.shut(Fault.CANCELLED)
            raise

    def _error(self, trouble: NoResponse) -> RevoxError:
        detail = f": {trouble.detail.rstrip('.')}" if trouble.detail else ""
        match trouble.fault:
            case Fault.CANCELLED if trouble.sent:
                return CancelledAfterSendingError(
                    "cancelled after the request was sent and before it was answered"
                )
            case Fault.CANCELLED:
                return CancelledError("cancelled before anything was sent")
            case Fault.TIMED_OUT if trouble.sent:
                return TimedOutError(
                    f"the request was sent, and no whole response came within {self._timeout:g} s"
                )
            case Fault.TIMED_OUT:
                return NotConnectedError(f"no connection to {self._url} within {self._timeout:g} s")
            case Fault.LOST:
                return ConnectionLostError(
                    f"the request was sent, and the connection broke before the response{detail}"
                )
            case Fault.CERTIFICATE:
                return CertificateError(
                    f"the certificate of {self._url} cannot be verified{detail}"
                    " (SSL_CERT_FILE names further authorities)"
                )
            case Fault.UNUSABLE:
                return ConfigurationError(f"{self._url} cannot be posted to{detail}")
            case Fault.NOT_CONNECTED:
                return NotConnectedError(f"no connection to {self._url}{detail or ': timed out'}")


class Assistants:
    """The assistants of an organization."""

    def __init__(self, client: Revox) -> None:
        """Make the part of a client that creates."""
        self._client = client

    def create(
        self, *, name: str, prompt: str, **params: Unpack[AssistantFields]
    ) -> AssistantCreateResponse:
        """Create an assistant and return the API's response.

        Parameters are the contract's, as plain values or as the models of the contract;
        one that is left out is not sent, one that is None is sent as null.

        Raises a RevoxError. If its `outcome` is `Outcome.FAILED` nothing was created;
        if it is `Outcome.UNKNOWN` an assistant may exist, and creating again may make
        a second.
        """
        # Imported before anything is sent: a response must not be lost to an import error.
        from revox_lint.contract.v0_1 import AssistantCreateResponse

        created = self.create_from({"name": name, "prompt": prompt, **params})
        return AssistantCreateResponse.model_validate(created.response)

    def create_from(self, payload: Mapping[str, Any], retries: Retries | None = None) -> Created:
        """Create an assistant from wire values, sent as they are. Raises as `create`.

        `retries` is what may still be spent on waiting, and is used up by it.
        """
        if retries is None:
            retries = Retries(self._client.max_wait)
        return self._client._create(payload, retries)


_HEADERS: Final = {
    "Accept": "application/json",
    # Answers are small; a compressed one could unfold without bound.
    "Accept-Encoding": "identity",
    # A connection kept open may be closed by the server just as the next request leaves,
    # and then it is unknown whether that request arrived.
    "Connection": "close",
    "Content-Type": "application/json",
    "User-Agent": "revox-lint",
}


def wire_body(payload: Mapping[str, Any]) -> bytes:
    """Return a payload as the JSON that is sent: UTF-8, keys and values as they are.

    Raises PayloadError for a value that JSON does not have.
    """
    try:
        text = json.dumps(
            payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_wire
        )
        return text.encode()
    except (TypeError, ValueError, RecursionError) as error:
        reason = one_line(str(error), 120)
    raise PayloadError(f"the parameters cannot be written as JSON: {reason}")


def _wire(value: object) -> object:
    from pydantic import BaseModel

    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_unset=True)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes, bytearray)):
        return list(value)
    raise TypeError(f"a value of type `{type(value).__name__}`")


def _usable_key(given: str | None, name: str) -> ApiKey:
    value = os.environ.get(name) if given is None else given
    if value is None:
        objection = f"no API key: set the variable `{name}`"
    elif not value.strip():
        objection = f"the API key in `{name}` is empty"
    elif value != value.strip():
        objection = f"the API key in `{name}` begins or ends with white space"
    elif any(not 32 < ord(character) < 127 for character in value):
        objection = f"the API key in `{name}` contains a character that no API key has"
    else:
        return ApiKey(value, name)
    # What is almost a key is one, and a traceback may show its locals.
    del given, value
    raise ApiKeyError(objection)


def _url(given: str | None, name: str, key: ApiKey) -> str:
    base, called = base_url_of(given, name)
    if key.is_in(base):
        raise ConfigurationError(f"{called} contains the API key in `{key.name}`")
    return assistants_url(base, called)


def _http_client(url: str, timeout: float, connect: float, key: ApiKey) -> httpx.Client:
    try:
        import httpx
    except ImportError:
        httpx_is_here = False
    else:
        httpx_is_here = True
    if not httpx_is_here:
        raise ConfigurationError("creating needs httpx: pip install 'revox-lint[push]'")
    import urllib.request

    around = goes_around_proxy(url, urllib.request.getproxies())
    try:
        return httpx.Client(
            timeout=httpx.Timeout(timeout, connect=min(connect, timeout)),
            follow_redirects=False,
            mounts={"http://": None} if around else None,
        )
    except Exception as error:  # of any kind, from variables of the environment
        reason = key.redact(one_line(_without_credentials(str(error)), 160))
    raise ConfigurationError(f"the proxy or certificate variables cannot be used: {reason}")


def _without_credentials(text: str) -> str:
    import re

    return re.sub(r"[^\s/'\"@]+@", "", text)
