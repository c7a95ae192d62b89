"""What a response to a create means: an assistant, nothing, or unknown.

| response | outcome |
|---|---|
| 2xx with an id | created |
| 400, 401, 403, 404, 422, 429 | failed: nothing exists |
| 408, 409, 5xx; 2xx that is not JSON, is cut, or has no id; a redirect; any other | unknown |
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from revox_lint.push.api_key import ApiKey
from revox_lint.push.errors import (
    AuthenticationError,
    BadRequestError,
    ConnectionLostError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    RefusedError,
    RevoxError,
    UnexpectedAnswerError,
    UnprocessableEntityError,
)
from revox_lint.push.printable import one_line


class Response(NamedTuple):
    """What came back: `whole` is False when the connection broke within the body."""

    status: int
    body: bytes
    whole: bool = True
    retry_after: str | None = None

    def __repr__(self) -> str:
        # A server may send the key back, and a traceback may show its locals.
        return f"<response {self.status}, {len(self.body)} bytes>"


LONGEST_ID: Final = 512
"""Characters beyond which a string is not an id."""

_LONGEST_MESSAGE: Final = 200
"""Characters of the server's own words that are shown."""

_LOOKED_AT: Final = 20 * _LONGEST_MESSAGE
"""Characters of them that are searched for the key: what is shown comes from before."""

_MOST_FIELDS: Final = 5
"""Fields with an error that are named one by one."""

_REFUSALS: Final[dict[int, tuple[type[RefusedError], str]]] = {
    400: (BadRequestError, "the server refuses the definition"),
    401: (AuthenticationError, "the server refuses the API key in `{key}`"),
    403: (PermissionDeniedError, "the API key in `{key}` may not create assistants"),
    404: (NotFoundError, "there is nothing at {url}: is the base URL right?"),
    422: (UnprocessableEntityError, "the server refuses the definition"),
    429: (RateLimitError, "the server still answers that there are too many requests"),
}


def created_by(response: Response, key: ApiKey) -> dict[str, Any] | None:
    """Return the response's JSON object if it certainly has a new assistant, else None.

    Certainly: 2xx, a whole JSON object, and a string in `assistant.id` that can be an id.
    """
    if not 200 <= response.status < 300 or not response.whole:
        return None
    try:
        parsed = json.loads(response.body)
    except (ValueError, RecursionError):
        return None
    assistant = parsed.get("assistant") if isinstance(parsed, dict) else None
    if not isinstance(assistant, dict):
        return None
    name = assistant.get("id")
    if not isinstance(name, str) or not 0 < len(name.strip()) <= LONGEST_ID:
        return None
    if key.is_in(name):
        return None
    try:
        name.encode()
    except UnicodeEncodeError:
        return None
    return dict(parsed)


def error_of(response: Response, key: ApiKey, url: str) -> RevoxError:
    """Return the error for a response without a new assistant."""
    status = response.status
    if (refusal := _REFUSALS.get(status)) is not None:
        kind, words = refusal
        parsed = words.format(key=key.name, url=url)
        return kind(f"{parsed} ({status}){_quoted(response, key)}", status=status)
    if 300 <= status < 400:
        return UnexpectedAnswerError(
            f"the server redirects ({status}); a redirect is never followed, as it may turn"
            " the create into something else",
            status=status,
        )
    if not 200 <= status < 300:
        return UnexpectedAnswerError(
            f"the server answered {status}, which does not say whether it created the"
            f" assistant{_quoted(response, key)}",
            status=status,
        )
    if not response.whole:
        return ConnectionLostError(
            f"the server answered {status}, but the response is incomplete", status=status
        )
    return UnexpectedAnswerError(
        f"the server answered {status}, but {_lack(response.body)}", status=status
    )


def _lack(body: bytes) -> str:
    if not body.strip():
        return "without a body"
    try:
        parsed = json.loads(body)
    except (ValueError, RecursionError):
        page = body.lstrip().startswith(b"<")
        return f"the response is {'HTML, not JSON: is the base URL right?' if page else 'not JSON'}"
    if isinstance(parsed, dict) and isinstance(parsed.get("assistant"), dict):
        return "the response has no usable `assistant.id`"
    return "the response has no `assistant`"


def _quoted(response: Response, key: ApiKey) -> str:
    text = key.redact(_message_in(response.body)[:_LOOKED_AT])
    shown = key.redact(one_line(text, _LONGEST_MESSAGE)).replace("`", "'")
    return f"; response: `{shown}`" if shown else ""


def _message_in(body: bytes) -> str:
    text = body[:65536].decode("utf-8", "replace")
    try:
        parsed: object = json.loads(body)
    except (ValueError, RecursionError):
        return _words_of_page(text) if text.lstrip().startswith("<") else text
    fields = list(_field_errors(parsed))
    more = f"; {len(fields) - _MOST_FIELDS} more" if len(fields) > _MOST_FIELDS else ""
    message = _own_message(parsed)
    if fields:
        listed = "; ".join(fields[:_MOST_FIELDS]) + more
        return f"{message}: {listed}" if message else listed
    return message or text


def _words_of_page(text: str) -> str:
    """Return the words of an HTML page, which often has the reason."""
    text = re.sub(r"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->", " ", text)
    title = re.search(r"(?is)<title[^>]*>(.*?)</title>", text)
    shown = title[1] if title is not None and title[1].strip() else text
    return html.unescape(re.sub(r"<[^<>]*>", " ", shown)).strip()


_PATHS: Final = ("path", "field", "loc", "pointer", "param", "name", "instancePath")
_WORDS: Final = ("message", "msg", "detail", "error", "reason", "title", "code")


def _field_errors(parsed: object) -> Iterator[str]:
    """Yield `voice.id: unknown voice` for each error about a field in the usual forms."""
    if not isinstance(parsed, dict):
        return
    for name in ("errors", "details", "detail", "violations", "issues", "error"):
        listed = parsed.get(name)
        if isinstance(listed, dict) and name != "error":
            listed = [
                {"path": path, "message": word}
                for path, words in listed.items()
                for word in (words if isinstance(words, list) else [words])
            ]
        if not isinstance(listed, list):
            listed = [*_nested(listed)]
        for one in listed:
            if isinstance(one, str):
                yield one
            elif isinstance(one, dict):
                where = next((one[key] for key in _PATHS if one.get(key)), None)
                steps = where if isinstance(where, list) else [where]
                path = ".".join(str(step) for step in steps if step not in (None, "body"))
                words = next((one[key] for key in _WORDS if isinstance(one.get(key), str)), "")
                if path or words:
                    yield f"{path}: {words}" if path and words else path or words


def _nested(value: object) -> list[object]:
    """Return the list of errors in `{"error": {"errors": […]}}`."""
    found = value.get("errors", value.get("details")) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def _own_message(parsed: object) -> str:
    for _ in range(4):
        if isinstance(parsed, list) and parsed:
            parsed = parsed[0]
        if not isinstance(parsed, dict):
            break
        parsed = next(
            (parsed[name] for name in ("message", "error", "detail", "title") if parsed.get(name)),
            None,
        )
    return parsed if isinstance(parsed, str) else ""
