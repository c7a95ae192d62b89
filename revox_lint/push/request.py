"""One POST, watched from outside: what came back in time, or how far it got.

The request runs in a thread of its own, because nothing else bounds it as a whole: name
resolution knows no time-out, and a server that sends a byte now and then never runs into
one that counts from the last byte. The watcher decides between "not sent" and "sent"
through one gate, the iterator that yields the body: before it is asked for the body, no
byte of it can have left, and once the gate is shut none ever will.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from revox_lint.push.api_key import ApiKey
from revox_lint.push.printable import one_line
from revox_lint.push.response import Response

if TYPE_CHECKING:
    import httpx

LONGEST_ANSWER: Final = 16 * 1024 * 1024
"""Bytes of a body beyond which a response is taken for broken."""

_GLANCE: Final = 0.05
"""Seconds between two looks at the clock while waiting."""


class Fault(Enum):
    """Why there is no response."""

    NOT_CONNECTED = "not connected"
    CERTIFICATE = "certificate"
    UNUSABLE = "unusable"
    TIMED_OUT = "timed out"
    LOST = "lost"
    CANCELLED = "cancelled"


class NoResponse(NamedTuple):
    """No response. `sent` is False only if no byte of the body can have left.

    `detail` is the message of the system, as one line without the key.
    """

    fault: Fault
    sent: bool
    detail: str = ""


class _Shut(Exception):  # noqa: N818
    """The gate was shut before the body was asked for."""


class _State(Enum):
    CONNECTING = 1
    SENT = 2
    SHUT = 3


class CreateRequest:
    """One POST. `send` gives what came of it; `shut` ends it."""

    def __init__(
        self, http: httpx.Client, url: str, body: bytes, headers: Mapping[str, str], key: ApiKey
    ) -> None:
        """Prepare the request."""
        self._http = http
        self._url = url
        self._body = body
        self._headers = headers
        self._key = key
        self._gate = threading.Lock()
        self._state = _State.CONNECTING
        self._done = threading.Event()
        self._status: int | None = None
        self._retry_after: str | None = None
        self._result: Response | NoResponse | None = None
        self._stream: Any = None
        self._thread = threading.Thread(target=self._run, name="revox-create", daemon=True)

    def send(
        self,
        seconds: float,
        clock: Callable[[], float],
        cancelled: Callable[[], bool],
        grace: float,
    ) -> Response | NoResponse:
        """Send the request and wait for its response.

        At most `seconds` by `clock` from now, and `grace` once cancelled.
        """
        end = clock() + seconds
        self._thread.start()
        fault = Fault.TIMED_OUT
        while not self._done.wait(_GLANCE):
            now = clock()
            if fault is not Fault.CANCELLED and cancelled():
                fault = Fault.CANCELLED
                end = min(end, now + grace)
            if now >= end or (fault is Fault.CANCELLED and self._state is _State.CONNECTING):
                return self.shut(fault)
        assert self._result is not None  # noqa: S101 (set before `_done`)
        return self._result

    def shut(self, fault: Fault) -> Response | NoResponse:
        """End the request: what has not been sent will never be. Returns what is known."""
        with self._gate:
            if self._result is not None:
                return self._result
            sent = self._state is _State.SENT
            self._state = _State.SHUT
        with contextlib.suppress(Exception):
            # The plain socket's method: that of a TLS socket is not made for another thread.
            socket.socket.shutdown(self._stream.get_extra_info("socket"), socket.SHUT_RDWR)
        if sent and self._status is not None:
            return Response(self._status, b"", whole=False, retry_after=self._retry_after)
        return NoResponse(fault, sent)

    def _content(self) -> Iterator[bytes]:
        with self._gate:
            if self._state is not _State.CONNECTING:
                raise _Shut
            self._state = _State.SENT
        yield self._body

    def _trace(self, event: str, details: Mapping[str, Any]) -> None:
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._stream = details.get("return_value")

    def _run(self) -> None:
        try:
            with _unlogged(self._key):
                result: Response | NoResponse = self._post()
        except BaseException as error:  # a thread's exception goes nowhere
            status = self._status
            result = (
                self._trouble(error)
                if status is None
                else Response(status, b"", whole=False, retry_after=self._retry_after)
            )
        with self._gate:
            self._result = result
        self._done.set()

    def _post(self) -> Response:
        body = bytearray()
        headers = {
            **self._headers,
            "Authorization": f"Bearer {self._key.reveal()}",
            "Content-Length": str(len(self._body)),
        }
        whole = True
        with self._http.stream(
            "POST",
            self._url,
            content=self._content(),
            headers=headers,
            follow_redirects=False,
            extensions={"trace": self._trace},
        ) as response:
            self._retry_after = response.headers.get("Retry-After")
            self._status = response.status_code
            try:
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > LONGEST_ANSWER:
                        whole = False
                        break
            except Exception:  # the status is known; the body is broken
                whole = False
        return Response(self._status, bytes(body), whole, self._retry_after)

    def _trouble(self, error: BaseException) -> NoResponse:
        import httpx

        with self._gate:
            sent = self._state is not _State.CONNECTING
        detail = self._key.redact(one_line(str(error), 160))
        if isinstance(error, httpx.TimeoutException):
            return NoResponse(Fault.TIMED_OUT if sent else Fault.NOT_CONNECTED, sent, detail)
        if not sent and _is_certificate(error):
            return NoResponse(Fault.CERTIFICATE, sent, detail)
        unusable = (httpx.UnsupportedProtocol, httpx.InvalidURL, httpx.LocalProtocolError)
        if not sent and (isinstance(error, unusable) or not isinstance(error, httpx.HTTPError)):
            return NoResponse(Fault.UNUSABLE, sent, detail)
        return NoResponse(Fault.LOST if sent else Fault.NOT_CONNECTED, sent, detail)


def _is_certificate(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY" in str(seen):
            return True
        seen = seen.__cause__ or seen.__context__
    return False


class _Redaction(logging.Filter):
    def __init__(self, key: ApiKey) -> None:
        super().__init__()
        self._key = key

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            text = record.getMessage()
        except Exception:  # a malformed record is for its handler to report
            return True
        record.msg, record.args = self._key.redact(text), ()
        return True


_LOGGERS: Final = (
    "httpx",
    "httpcore.connection",
    "httpcore.http11",
    "httpcore.proxy",
    "httpcore.socks",
)


@contextlib.contextmanager
def _unlogged(key: ApiKey) -> Iterator[None]:
    # httpcore logs the headers of every response, and a server may send the key back.
    redaction = _Redaction(key)
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addFilter(redaction)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(redaction)
