"""Every error of creating an assistant, each with what is known of the outcome.

An error's `outcome` answers the one question that matters afterwards: is there an
assistant or not? `failed`: nothing exists, trying again is safe. `unknown`: there may be
one; trying again may make a second.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar


class Outcome(StrEnum):
    """What is known after a create that did not succeed."""

    FAILED = "failed"
    UNKNOWN = "unknown"


class RevoxError(Exception):
    """Creating did not succeed. `outcome` is whether something may exist all the same.

    `status` is the HTTP status of the response, None when there was none. The message is
    one line; it never contains the API key or a control character.
    """

    outcome: ClassVar[Outcome] = Outcome.FAILED

    def __init__(self, message: str, *, status: int | None = None) -> None:
        """Make the error from its one line and the HTTP status of the response."""
        super().__init__(message)
        self.message = message
        self.status = status


class ConfigurationError(RevoxError):
    """Nothing was sent: the client cannot be used as it is set up (base URL, proxy, …)."""


class ApiKeyError(ConfigurationError):
    """Nothing was sent: there is no API key, or it cannot be put in a header."""


class PayloadError(RevoxError):
    """Nothing was sent: the parameters cannot be written as JSON."""


class CancelledError(RevoxError):
    """Nothing was sent: the caller cancelled before."""


class NotConnectedError(RevoxError):
    """No connection was made (name, network, proxy, handshake), so nothing was created."""


class CertificateError(NotConnectedError):
    """The server's certificate could not be verified, so nothing was sent."""


class RefusedError(RevoxError):
    """The server answered that nothing was created."""


class BadRequestError(RefusedError):
    """400: the server refuses the parameters."""


class AuthenticationError(RefusedError):
    """401: the server refuses the API key."""


class PermissionDeniedError(RefusedError):
    """403: the API key may not create assistants."""


class NotFoundError(RefusedError):
    """404: there is no such address; the base URL is probably wrong."""


class UnprocessableEntityError(RefusedError):
    """422: the server refuses the parameters."""


class RateLimitError(RefusedError):
    """429, still after the last try."""


class UnknownOutcomeError(RevoxError):
    """The request was sent, and nothing certain came back: an assistant may exist."""

    outcome: ClassVar[Outcome] = Outcome.UNKNOWN


class TimedOutError(UnknownOutcomeError):
    """The request was sent, and no whole response came in time."""


class ConnectionLostError(UnknownOutcomeError):
    """The request was sent, and the connection broke before a whole response."""


class UnexpectedAnswerError(UnknownOutcomeError):
    """A response that does not say whether an assistant was created.

    408, 409, 5xx, a redirect, a status that the API does not document, or a success that
    is not JSON, is cut, or has no id.
    """


class CancelledAfterSendingError(UnknownOutcomeError):
    """The caller cancelled after the request was sent and before the response came."""


class LockError(Exception):
    """The lock file cannot be used. The message is one line and says what to do."""


class LockUnreadableError(LockError):
    """The lock file is not a lock: empty, corrupt, of another format, …."""


class OtherServerError(LockError):
    """The lock keeps assistants of another server for the environment."""


class LockUnwritableError(LockError):
    """The lock file, or its folder, cannot be written."""


class EntryError(LockError):
    """What is asked for does not fit the entry in the lock."""


class LockBusyError(LockError):
    """Another process is pushing with the same lock file."""
