"""An editor without a screen: talks to a language server over its standard input and output."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

SECONDS: Final = 60
"""How long to wait for one message before the server counts as hung."""

_END: Final = object()


class LanguageClient:
    """A running language server, and what an editor would ask of it.

    `settings` are what the server gets when it asks for its configuration, by section.
    Use it in a `with`: the server is ended at the end of it.
    """

    def __init__(self, command: Sequence[str], root: Path, settings: dict[str, Any]) -> None:
        """Starts the server for the folder `root` and tells it `settings`."""
        self._root = root
        self._settings = settings
        self._next = 0
        self._messages: queue.Queue[Any] = queue.Queue()
        self._diagnostics: dict[str, list[Any]] = {}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        stdout = self._process.stdout
        assert stdout is not None
        self._reader = threading.Thread(target=self._read, args=(stdout,), daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": self._root.as_uri(),
                "workspaceFolders": [{"uri": self._root.as_uri(), "name": "root"}],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {
                        "completion": {
                            "completionItem": {
                                "snippetSupport": True,
                                "documentationFormat": ["markdown"],
                            }
                        },
                        "hover": {"contentFormat": ["markdown"]},
                        "publishDiagnostics": {},
                    },
                },
            },
        )
        self.notify("initialized", {})
        self.notify("workspace/didChangeConfiguration", {"settings": self._settings})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self.request("shutdown", None)
                self.notify("exit", None)
                self._process.wait(SECONDS)
        finally:
            self._process.kill()
            self._process.wait()
            self._reader.join()
            for stream in (self._process.stdin, self._process.stdout):
                assert stream is not None
                stream.close()

    def open(self, path: Path, text: str) -> list[Any]:
        """Opens a YAML text under a name and returns its diagnostics."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._diagnostics.pop(uri, None)
        self.notify("textDocument/didOpen", {"textDocument": document})
        while uri not in self._diagnostics:
            self._handle(self._wait())
        return self._diagnostics[uri]

    def wait_for_marks(self, path: Path) -> None:
        """Waits until an opened text has a diagnostic: the server then knows its settings."""
        while not self._diagnostics.get(path.as_uri()):
            self._handle(self._wait())

    def ask(self, question: str, path: Path, line: int, character: int) -> Any:
        """Returns the answer to a `textDocument/` request about a place, counted from 0."""
        place = {"line": line, "character": character}
        params = {"textDocument": {"uri": path.as_uri()}, "position": place}
        return self.request(f"textDocument/{question}", params)

    def request(self, method: str, params: Any) -> Any:
        """Sends a request and returns its result; raises RuntimeError on an error."""
        self._next += 1
        number = self._next
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._wait()
            if message.get("id") == number and "method" not in message:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message.get("result")
            self._handle(message)

    def notify(self, method: str, params: Any) -> None:
        """Sends a notification."""
        self._send({"method": method, "params": params})

    def _handle(self, message: dict[str, Any]) -> None:
        method, params = message.get("method"), message.get("params")
        if method == "textDocument/publishDiagnostics" and params is not None:
            self._diagnostics[params["uri"]] = params["diagnostics"]
        elif method is not None and "id" in message:
            result: Any = None
            if method == "workspace/configuration" and params is not None:
                result = [self._settings.get(item.get("section")) for item in params["items"]]
            self._send({"id": message["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stdin = self._process.stdin
        assert stdin is not None
        stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stdin.flush()

    def _wait(self) -> dict[str, Any]:
        try:
            message = self._messages.get(timeout=SECONDS)
        except queue.Empty:
            raise TimeoutError(f"the language server said nothing for {SECONDS} s") from None
        if message is _END:
            raise EOFError("the language server ended")
        answer: dict[str, Any] = message
        return answer

    def _read(self, stdout: IO[bytes]) -> None:
        while header := stdout.readline():
            length = int(header.split(b":")[1])
            while stdout.readline().strip():
                pass
            self._messages.put(json.loads(stdout.read(length)))
        self._messages.put(_END)
