"""A server on loopback that enforces the contract, and misbehaves on request.

It keeps a record of every request and of every assistant that it created: what a test
compares the lock with. A fault is a function of the connection; it decides what is read,
created and answered.
"""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from revox_lint.contract.v0_1 import AssistantCreateParams, AssistantCreateResponse

KEY = "rvx_live_4f9Kq2LmZ8sTn1WbXc7D"


class Request(NamedTuple):
    """A request as it came: header names in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Created(NamedTuple):
    """An assistant that exists at the server."""

    id: str
    payload: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.payload["name"])


class Connection:
    """One connection: what a fault can do with it."""

    def __init__(self, api: Api, stream: socket.socket) -> None:
        self.api = api
        self.stream = stream
        self.request: Request | None = None

    def read(self) -> Request | None:
        """Read one request; None when the client left before it was whole."""
        data = b""
        while b"\r\n\r\n" not in data:
            if not (chunk := self.stream.recv(65536)):
                return None
            data += chunk
        head, _, body = data.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, path, _ = first.split(" ", 2)
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in lines)
        }
        while len(body) < int(headers.get("content-length", "0")):
            if not (chunk := self.stream.recv(65536)):
                return None
            body += chunk
        self.request = Request(method, path, headers, body)
        self.api.requests.append(self.request)
        return self.request

    def refusal(self) -> tuple[int, object] | None:
        """What the contract says against the request, as status and body."""
        request = self.request
        assert request is not None
        if (request.method, request.path) != ("POST", "/api/assistants"):
            return 404, {"error": "not found"}
        if request.headers.get("authorization") != f"Bearer {self.api.key}":
            return 401, {"error": "bad key"}
        if request.headers.get("content-type") != "application/json":
            return 415, {"error": "not JSON"}
        try:
            AssistantCreateParams.model_validate_json(request.body)
        except ValidationError as error:
            return 422, {"error": {"message": str(error)}}
        return None

    def create(self) -> dict[str, Any]:
        """Create the assistant of the request and returns the answer of the contract."""
        assert self.request is not None
        payload = self.request.json
        with self.api.lock:
            created = Created(f"asst_{len(self.api.created) + 1:04}", payload)
            self.api.created.append(created)
        answer = {
            "assistant": {
                "id": created.id,
                "organization_id": "org_1",
                "created_at": "2025-01-01T00:00:00Z",
                "updated_at": "2025-01-01T00:00:00Z",
                "first_sentence_delay_ms": 400,
                "first_sentence_mode": "generated",
                "ivr_navigation_enabled": False,
                "llm_model": {"type": "dedicated-instance", "name": "gpt-4.1"},
                "max_call_duration_secs": 1200,
                "tomorrows_field": 1,
                **payload,
            }
        }
        AssistantCreateResponse.model_validate(answer)
        return answer

    def send(self, data: bytes) -> None:
        self.stream.sendall(data)

    def answer(
        self,
        status: int,
        body: object = None,
        headers: dict[str, str] | None = None,
        *,
        length: int | None = None,
    ) -> None:
        """Answer with JSON, or with bytes as they are."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        lines = [f"HTTP/1.1 {status} Whatever"]
        given = {"Content-Type": "application/json", **(headers or {})}
        given.setdefault("Content-Length", str(len(data) if length is None else length))
        lines += [f"{name}: {value}" for name, value in given.items()]
        self.send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + data)

    def reset(self) -> None:
        """End the connection with a reset."""
        self.stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.stream.close()

    def until_gone(self) -> None:
        """Wait until the client has closed the connection."""
        with contextlib.suppress(OSError):
            while self.stream.recv(65536):
                pass


Fault = Callable[[Connection], None]


def well(connection: Connection) -> None:
    """What a server does that is well: reads, creates, answers."""
    if connection.read() is None:
        return
    if (refusal := connection.refusal()) is not None:
        connection.answer(*refusal)
        return
    connection.answer(201, connection.create())


class Api:
    """The server. `faults` maps the number of a connection, from 1, to what it does."""

    def __init__(self, key: str = KEY, tls: ssl.SSLContext | None = None) -> None:
        self.key = key
        self.tls = tls
        self.lock = threading.Lock()
        self.requests: list[Request] = []
        self.created: list[Created] = []
        self.faults: dict[int, Fault] = {}
        self.usual: Fault = well
        self.connections = 0
        self.errors: list[BaseException] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = int(self._listener.getsockname()[1])
        self._streams: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    @property
    def base_url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}/api"

    def _accept(self) -> None:
        while True:
            try:
                stream, _ = self._listener.accept()
            except OSError:
                return
            with self.lock:
                self.connections += 1
                number = self.connections
                self._streams.append(stream)
            thread = threading.Thread(target=self._serve, args=(stream, number), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, stream: socket.socket, number: int) -> None:
        try:
            if self.tls is not None:
                stream = self.tls.wrap_socket(stream, server_side=True)
            self.faults.get(number, self.usual)(Connection(self, stream))
        except OSError:
            pass
        except BaseException as error:
            self.errors.append(error)
        finally:
            with contextlib.suppress(OSError):
                stream.shutdown(socket.SHUT_RDWR)
            stream.close()

    def settle(self) -> None:
        """Wait until every connection made so far has come to its end."""
        # Connections are taken in turn: when this one is at its end, all before it are taken.
        with socket.create_connection(("127.0.0.1", self.port)) as last:
            last.shutdown(socket.SHUT_WR)
            last.recv(1)
        for thread in list(self._threads):
            thread.join()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for stream in self._streams:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(stream, socket.SHUT_RDWR)
        self._accepting.join()
        for thread in self._threads:
            thread.join()


@contextlib.contextmanager
def serving(key: str = KEY, tls: ssl.SSLContext | None = None) -> Iterator[Api]:
    """A server for the length of a block; what went wrong in it is raised at the end."""
    api = Api(key, tls)
    try:
        yield api
    finally:
        api.close()
    if api.errors:
        raise api.errors[0]


# --- faults ----------------------------------------------------------------------------


def answers(
    status: int,
    body: object = None,
    headers: dict[str, str] | None = None,
    *,
    creates: bool = False,
) -> Fault:
    """Read, creates if told to, and answers what it is told to."""

    def fault(connection: Connection) -> None:
        if connection.read() is None:
            return
        if creates:
            connection.create()
        connection.answer(status, body, headers)

    return fault


def drops_at_once(connection: Connection) -> None:
    """Take the connection and closes it, nothing read."""


def resets_after_reading(connection: Connection) -> None:
    if connection.read() is not None:
        connection.reset()


def resets_after_creating(connection: Connection) -> None:
    if connection.read() is not None:
        connection.create()
        connection.reset()


def drops_after_creating(connection: Connection) -> None:
    if connection.read() is not None:
        connection.create()


def cuts_the_body(connection: Connection) -> None:
    """Create, and promises more bytes than it sends."""
    if connection.read() is not None:
        body = json.dumps(connection.create()).encode()
        connection.answer(201, body[: len(body) // 2], length=len(body))


def cuts_after_the_json(connection: Connection) -> None:
    """Create, sends JSON that is complete, and promised more."""
    if connection.read() is not None:
        body = json.dumps(connection.create()).encode()
        connection.answer(201, body, length=len(body) + 1)


def cuts_a_body_of_unknown_length(connection: Connection) -> None:
    """Create, and closes the connection in the middle of a body that ends with it."""
    if connection.read() is not None:
        body = json.dumps(connection.create()).encode()
        connection.send(b"HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n" + body[:-7])


def cuts_the_head(connection: Connection) -> None:
    if connection.read() is not None:
        connection.create()
        connection.send(b"HTTP/1.1 201 Cre")


def speaks_no_http(connection: Connection) -> None:
    if connection.read() is not None:
        connection.create()
        connection.send(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")


def stalls(connection: Connection) -> None:
    """Read, creates, and never answers."""
    if connection.read() is not None:
        connection.create()
        connection.until_gone()
