"""The client against a server that misbehaves: what it says of the outcome, and what it sends."""

from __future__ import annotations

import json
import logging
import os
import socket
import ssl
import threading
import traceback
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from revox_lint.contract.v0_1 import AssistantCreateParams, FaqItem, Voice
from revox_lint.push import errors
from revox_lint.push.api_key import ApiKey
from revox_lint.push.client import Revox
from revox_lint.push.errors import Outcome
from revox_lint.push.params import AssistantFields
from revox_lint.push.response import Response, error_of
from tests.push import api as faults
from tests.push.api import KEY, Api, Connection, Fault, answers, serving

FAILED = Outcome.FAILED
UNKNOWN = Outcome.UNKNOWN


class Time:
    """A clock that stands still until a test moves it, and sleeps that take no time."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def client(api: Api, time: Time) -> Iterator[Revox]:
    with Revox(clock=time.clock, now=time.clock, sleep=time.sleep, chance=lambda: 0.0) as made:
        yield made


def create(client: Revox) -> str:
    return client.assistants.create(name="name", prompt="prompt").assistant.id


def refused(client: Revox) -> errors.RevoxError:
    with pytest.raises(errors.RevoxError) as caught:
        create(client)
    return caught.value


# --- the contract's own words ----------------------------------------------------------


def test_the_contract_s_example_works_word_for_word(
    api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    from revox_lint import Revox

    client = Revox(
        api_key=os.environ.get("REVOX_API_KEY"),  # This is the default and can be omitted
    )
    assistant = client.assistants.create(
        name="name",
        prompt="prompt",
    )
    print(assistant.assistant)  # noqa: T201 (it is the example)
    client.close()

    assert capsys.readouterr().out.startswith("id='asst_0001' ")
    assert [created.payload for created in api.created] == [{"name": "name", "prompt": "prompt"}]


def test_models_iterables_and_nulls_are_sent_as_the_contract_spells_them(
    api: Api, client: Revox
) -> None:
    client.assistants.create(
        name="Zoé",
        prompt="a\n\nb  \n",
        voice=Voice(id="v", provider="cartesia", speed=1.0),
        faq_items=(FaqItem(question=q, answer="a") for q in "xy"),
        background_sound=None,
        voicemail_message=None,
        first_sentence_delay_ms=400,
        max_call_duration_secs=0.5,
    )
    assert api.requests[0].body.decode() == (
        '{"name":"Zoé","prompt":"a\\n\\nb  \\n",'
        '"voice":{"id":"v","provider":"cartesia","speed":1.0},'
        '"faq_items":[{"answer":"a","question":"x"},{"answer":"a","question":"y"}],'
        '"background_sound":null,"voicemail_message":null,'
        '"first_sentence_delay_ms":400,"max_call_duration_secs":0.5}'
    )


def test_the_typed_parameters_are_those_of_the_contract() -> None:
    typed = {"name", "prompt", *AssistantFields.__annotations__}
    assert typed == set(AssistantCreateParams.model_fields)


def test_what_json_cannot_hold_is_refused_before_anything_is_sent(api: Api, client: Revox) -> None:
    for value in (float("nan"), object(), "\ud800", b"bytes"):
        with pytest.raises(errors.PayloadError) as caught:
            client.assistants.create(name="n", prompt="p", webhook_url=value)  # type: ignore[arg-type]
        assert caught.value.outcome is FAILED
    assert api.connections == 0


def test_an_odd_answer_with_an_id_is_still_an_assistant(api: Api, client: Revox) -> None:
    odd = {"assistant": {"id": "asst_9", "voice": 7, "llm_model": [], "name": None, "new": {}}}
    api.faults[1] = answers(200, odd)
    assert create(client) == "asst_9"


# --- what an answer means --------------------------------------------------------------

ANSWERS: list[tuple[str, Fault, type[errors.RevoxError], Outcome]] = [
    ("400", answers(400, {"error": "x"}), errors.BadRequestError, FAILED),
    ("401", answers(401, {"error": "x"}), errors.AuthenticationError, FAILED),
    ("403", answers(403), errors.PermissionDeniedError, FAILED),
    ("404", answers(404, b"<html>"), errors.NotFoundError, FAILED),
    ("422", answers(422, []), errors.UnprocessableEntityError, FAILED),
    ("429 to the end", answers(429), errors.RateLimitError, FAILED),
    ("408", answers(408, creates=True), errors.UnexpectedAnswerError, UNKNOWN),
    ("409", answers(409, creates=True), errors.UnexpectedAnswerError, UNKNOWN),
    ("418", answers(418), errors.UnexpectedAnswerError, UNKNOWN),
    ("500", answers(500, creates=True), errors.UnexpectedAnswerError, UNKNOWN),
    ("502", answers(502, b"<html>Bad gateway"), errors.UnexpectedAnswerError, UNKNOWN),
    ("503", answers(503, headers={"Retry-After": "1"}), errors.UnexpectedAnswerError, UNKNOWN),
    ("504", answers(504, creates=True), errors.UnexpectedAnswerError, UNKNOWN),
    *[
        (
            str(status),
            answers(status, headers={"Location": "/api/assistants"}, creates=True),
            errors.UnexpectedAnswerError,
            UNKNOWN,
        )
        for status in (301, 302, 303, 304, 307, 308)
    ],
    ("200 no body", answers(200, b"", creates=True), errors.UnexpectedAnswerError, UNKNOWN),
    ("204", answers(204, b"", creates=True), errors.UnexpectedAnswerError, UNKNOWN),
    ("200 HTML", answers(200, b"<html>", creates=True), errors.UnexpectedAnswerError, UNKNOWN),
    ("200 a list", answers(200, [{"id": "a"}]), errors.UnexpectedAnswerError, UNKNOWN),
    ("200 no id", answers(201, {"assistant": {}}), errors.UnexpectedAnswerError, UNKNOWN),
    ("200 null", answers(201, {"assistant": None}), errors.UnexpectedAnswerError, UNKNOWN),
    ("200 id 7", answers(201, {"assistant": {"id": 7}}), errors.UnexpectedAnswerError, UNKNOWN),
    (
        "200 blank id",
        answers(201, {"assistant": {"id": " "}}),
        errors.UnexpectedAnswerError,
        UNKNOWN,
    ),
    (
        "200 id above",
        answers(201, {"id": "a", "assistant": {}}),
        errors.UnexpectedAnswerError,
        UNKNOWN,
    ),
    (
        "200 the key as id",
        answers(201, {"assistant": {"id": KEY}}),
        errors.UnexpectedAnswerError,
        UNKNOWN,
    ),
    (
        "200 deep",
        answers(200, b'{"assistant":' + b"[" * 100_000),
        errors.UnexpectedAnswerError,
        UNKNOWN,
    ),
    (
        "200 not gzip",
        answers(200, {"assistant": {"id": "a"}}, {"Content-Encoding": "gzip"}),
        errors.ConnectionLostError,
        UNKNOWN,
    ),
    ("dropped at once", faults.drops_at_once, errors.ConnectionLostError, UNKNOWN),
    ("reset", faults.resets_after_reading, errors.ConnectionLostError, UNKNOWN),
    ("reset after", faults.resets_after_creating, errors.ConnectionLostError, UNKNOWN),
    ("dropped after", faults.drops_after_creating, errors.ConnectionLostError, UNKNOWN),
    ("cut body", faults.cuts_the_body, errors.ConnectionLostError, UNKNOWN),
    ("cut JSON", faults.cuts_after_the_json, errors.ConnectionLostError, UNKNOWN),
    (
        "cut, no length",
        faults.cuts_a_body_of_unknown_length,
        errors.UnexpectedAnswerError,
        UNKNOWN,
    ),
    ("cut head", faults.cuts_the_head, errors.ConnectionLostError, UNKNOWN),
    ("no HTTP", faults.speaks_no_http, errors.ConnectionLostError, UNKNOWN),
]


@pytest.mark.parametrize(
    ("fault", "kind", "outcome"),
    [row[1:] for row in ANSWERS],
    ids=[row[0] for row in ANSWERS],
)
def test_every_answer_means_one_thing(
    api: Api, client: Revox, fault: Fault, kind: type[errors.RevoxError], outcome: Outcome
) -> None:
    api.usual = fault
    error = refused(client)
    assert (type(error), error.outcome) == (kind, outcome)
    if kind is not errors.RateLimitError:
        assert api.connections == 1, "a request that was sent is not sent again"
    assert {(request.method, request.path) for request in api.requests} <= {
        ("POST", "/api/assistants")
    }
    assert "\n" not in error.message


def test_a_refusal_whose_body_is_cut_is_still_a_refusal(api: Api, client: Revox) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        connection.answer(422, b'{"error": "no', length=1000)

    api.faults[1] = fault
    assert isinstance(refused(client), errors.UnprocessableEntityError)


def test_messages_say_what_to_do(api: Api, client: Revox) -> None:
    api.faults[1] = answers(401, {"error": {"message": "bad \x1b[31mkey\n::error::x"}})
    api.faults[2] = answers(404, b"<html><body>nope")
    api.faults[3] = answers(307, headers={"Location": "https://elsewhere/"})
    api.faults[4] = answers(503, b"")
    assert [refused(client).message for _ in range(4)] == [
        (
            "the server refuses the API key in `REVOX_API_KEY` (401);"
            " response: `bad [31mkey ::error::x`"
        ),
        f"there is nothing at {api.base_url}/assistants: is the base URL right? (404);"
        " response: `nope`",
        (
            "the server redirects (307); a redirect is never followed, as it may turn the create"
            " into something else"
        ),
        "the server answered 503, which does not say whether it created the assistant",
    ]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (
            {"message": "invalid", "errors": [{"path": "voice.id", "message": "unknown voice"}]},
            "invalid: voice.id: unknown voice",
        ),
        ({"detail": [{"loc": ["body", "voice", "id"], "msg": "unknown"}]}, "voice.id: unknown"),
        ({"errors": {"name": ["too long", "taken"]}}, "name: too long; name: taken"),
        ({"error": {"message": "no", "details": [{"field": "name"}]}}, "no: name"),
        ({"errors": ["name is taken"]}, "name is taken"),
        ({"errors": [{"path": f"f{n}"} for n in range(9)]}, "f0; f1; f2; f3; f4; 4 more"),
        (b"<html><head><title>400 Bad Request</title></head><h1>x</h1>", "400 Bad Request"),
        (b"<html><script>a()</script><p>Too &lt;large&gt;</p>", "Too <large>"),
    ],
)
def test_the_fields_that_the_server_refuses_are_named(
    api: Api, client: Revox, body: object, shown: str
) -> None:
    api.faults[1] = answers(422, body)
    assert refused(client).message == (
        f"the server refuses the definition (422); response: `{shown}`"
    )


def test_a_given_key_is_not_called_by_the_variable(api: Api) -> None:
    api.faults[1] = answers(401, {"message": "no"})
    with Revox(api_key="rvx_given_key_0001", base_url=api.base_url) as client:
        assert refused(client).message == (
            "the server refuses the API key in `api_key` (401); response: `no`"
        )


# --- trying again ----------------------------------------------------------------------


def test_429_is_tried_again_after_what_the_server_asks(api: Api, client: Revox, time: Time) -> None:
    api.faults[1] = answers(429, headers={"Retry-After": "7"})
    api.faults[2] = answers(429, headers={"Retry-After": formatdate(1000 + 7 + 12, usegmt=True)})
    assert create(client) == "asst_0001"
    assert time.slept == [7.0, 12.0]
    assert len({request.body for request in api.requests}) == 1


def test_429_without_a_usable_retry_after_backs_off_by_itself(
    api: Api, client: Revox, time: Time
) -> None:
    for number, given in enumerate(["", "soon", formatdate(0, usegmt=True), "-5"], start=1):
        api.faults[number] = answers(429, headers={"Retry-After": given} if given else None)
    assert create(client) == "asst_0001"
    assert time.slept == [0.5, 1.0, 2.0, 4.0]


@pytest.mark.parametrize("asked", ["3600", "9" * 400, formatdate(1e10, usegmt=True)])
def test_the_waits_are_capped_and_their_sum_is_bounded(
    api: Api, client: Revox, time: Time, asked: str
) -> None:
    api.usual = answers(429, headers={"Retry-After": asked})
    assert isinstance(refused(client), errors.RateLimitError)
    assert time.slept == [30.0, 30.0]


def test_the_number_of_tries_is_bounded(api: Api, client: Revox, time: Time) -> None:
    api.usual = answers(429, headers={"Retry-After": "0"})
    assert isinstance(refused(client), errors.RateLimitError)
    assert api.connections == 5


@pytest.mark.parametrize("chance", [0.0, 0.3, 1.0])
def test_jitter_only_adds(api: Api, time: Time, chance: float) -> None:
    api.faults[1] = answers(429, headers={"Retry-After": "8"})
    api.faults[2] = answers(429, headers={"Retry-After": "0"})
    with Revox(now=time.clock, sleep=time.sleep, chance=lambda: chance) as client:
        create(client)
    assert time.slept == [8.0 + 2.0 * chance, 0.125 * chance]


def test_a_429_then_an_unknown_answer_ends_it(api: Api, client: Revox) -> None:
    api.faults[1] = answers(429)
    api.faults[2] = answers(500, creates=True)
    assert refused(client).outcome is UNKNOWN
    assert api.connections == 2


def test_no_connection_is_tried_again_and_nothing_exists(
    client: Revox, api: Api, time: Time
) -> None:
    api.close()
    error = refused(client)
    assert type(error) is errors.NotConnectedError
    assert error.message.startswith(f"no connection to {api.base_url}/assistants: ")
    assert error.message.endswith("Connection refused")
    assert time.slept == [0.5, 1.0]


def test_a_server_that_comes_up_meanwhile_gets_the_request(
    monkeypatch: pytest.MonkeyPatch, api: Api, client: Revox
) -> None:
    calls: list[object] = []
    connect = socket.create_connection

    def refusing_twice(*args: Any, **kwargs: Any) -> socket.socket:
        calls.append(args)
        if len(calls) < 3:
            raise ConnectionRefusedError(111, "Connection refused")
        return connect(*args, **kwargs)

    monkeypatch.setattr(socket, "create_connection", refusing_twice)
    assert create(client) == "asst_0001"
    assert len(api.requests) == 1


def test_a_name_that_does_not_resolve(monkeypatch: pytest.MonkeyPatch, time: Time) -> None:
    def unknown(*args: object, **kwargs: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with Revox(base_url="https://revox.invalid/api", sleep=time.sleep) as client:
        error = refused(client)
    assert (type(error), error.outcome) == (errors.NotConnectedError, FAILED)
    assert len(time.slept) == 2


# --- time ------------------------------------------------------------------------------


def test_a_server_that_never_answers(api: Api, client: Revox, time: Time) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        connection.create()
        time.seconds += 60
        connection.until_gone()

    api.faults[1] = fault
    error = refused(client)
    assert type(error) is errors.TimedOutError
    assert error.message == "the request was sent, and no whole response came within 60 s"


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n"])
def test_a_server_that_drips(api: Api, client: Revox, time: Time, start: bytes) -> None:
    # Each byte comes well within any time-out that counts from the last one.
    def fault(connection: Connection) -> None:
        connection.read()
        connection.create()
        connection.send(start)
        for byte in b"HTTP/1.1 201" * 10:
            connection.send(bytes([byte]))
            time.seconds += 1
        connection.until_gone()

    api.faults[1] = fault
    error = refused(client)
    assert error.outcome is UNKNOWN
    assert api.connections == 1


def test_an_answer_without_end(api: Api, client: Revox) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        connection.create()
        connection.send(b"HTTP/1.1 201 Created\r\n\r\n")
        while True:
            connection.send(b" " * 1_000_000)

    api.faults[1] = fault
    assert type(refused(client)) is errors.ConnectionLostError


def test_a_handshake_that_never_ends(time: Time) -> None:
    held = threading.Event()
    with (
        serving() as server,
        Revox(
            base_url=server.base_url.replace("http:", "https:"),
            sleep=time.sleep,
            connect_timeout=0.05,
        ) as client,
    ):
        server.usual = lambda connection: connection.until_gone()
        error = refused(client)
        held.set()
        assert (type(error), error.outcome) == (errors.NotConnectedError, FAILED)
        assert server.connections == 3


def test_what_was_given_up_before_it_was_sent_is_never_sent(
    monkeypatch: pytest.MonkeyPatch, api: Api, client: Revox, time: Time
) -> None:
    released = threading.Event()
    resolve = socket.getaddrinfo

    def slow(*args: Any, **kwargs: Any) -> Any:
        time.seconds += 60
        released.wait()
        return resolve(*args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    error = refused(client)
    assert (type(error), error.outcome) == (errors.NotConnectedError, FAILED)
    (thread,) = [thread for thread in threading.enumerate() if thread.name == "revox-create"]
    released.set()
    thread.join()
    api.close()
    assert api.requests == []


def test_cancelling_before_and_after_sending(api: Api, time: Time) -> None:
    cancel = threading.Event()

    def fault(connection: Connection) -> None:
        connection.read()
        connection.create()
        cancel.set()
        while not connection.stream.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            time.seconds += 1
            if not connection.stream.recv(1):
                return

    api.faults[1] = fault
    with Revox(cancel=cancel, clock=lambda: tick(time)) as client:
        error = refused(client)
        assert (type(error), error.outcome) == (errors.CancelledAfterSendingError, UNKNOWN)
        error = refused(client)
        assert (type(error), error.outcome) == (errors.CancelledError, FAILED)
    assert api.connections == 1


def tick(time: Time) -> float:
    """Return a time that is a second later with every look at it."""
    time.seconds += 1
    return time.seconds


# --- the key ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "no API key: set the variable `REVOX_API_KEY`"),
        ("", "the API key in `REVOX_API_KEY` is empty"),
        (" \n", "the API key in `REVOX_API_KEY` is empty"),
        (KEY + "\n", "the API key in `REVOX_API_KEY` begins or ends with white space"),
        ("a\r\nX: y", "the API key in `REVOX_API_KEY` contains a character that no API key has"),
        ("clé", "the API key in `REVOX_API_KEY` contains a character that no API key has"),
    ],
)
def test_a_key_that_cannot_be(
    monkeypatch: pytest.MonkeyPatch, value: str | None, message: str
) -> None:
    if value is None:
        monkeypatch.delenv("REVOX_API_KEY")
    else:
        monkeypatch.setenv("REVOX_API_KEY", value)
    with pytest.raises(errors.ApiKeyError) as caught:
        Revox()
    assert str(caught.value) == message


def test_a_key_that_cannot_be_is_not_in_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVOX_API_KEY", KEY + "\n")
    with pytest.raises(errors.ApiKeyError) as caught:
        Revox()
    lines = traceback.TracebackException.from_exception(caught.value, capture_locals=True).format()
    shown = [line for line in lines if Path(__file__).name not in line]
    assert any("<Revox >" in line for line in shown)
    assert KEY not in "".join(shown)


def test_a_long_message_is_not_searched_to_its_end(api: Api, client: Revox) -> None:
    searched: list[int] = []

    class Counting(ApiKey):
        def redact(self, text: str) -> str:
            searched.append(len(text))
            return super().redact(text)

    body = json.dumps({"message": f"no {KEY}" + "x" * 1_000_000}).encode()
    error = error_of(Response(400, body), Counting(KEY, "REVOX_API_KEY"), client.url)
    assert str(error).startswith(
        "the server refuses the definition (400); response: `no [redacted]"
    )
    assert max(searched) <= 4000


def chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


@pytest.mark.parametrize("status", [200, 307, 400, 401, 422, 429, 500])
def test_the_key_is_shown_nowhere_even_if_the_server_says_it(
    api: Api, client: Revox, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    api.usual = answers(
        status,
        {"error": f"{KEY} {KEY.upper()} {KEY[:12]} {KEY[6:20]}"},
        {"X-Echo": f"Bearer {KEY}", "Location": f"/?key={KEY}", "Retry-After": KEY},
    )
    error = refused(client)
    shown = "\n".join(
        [
            str(error),
            repr(error),
            repr(error.__dict__),
            repr(client),
            caplog.text,
            *traceback.TracebackException.from_exception(error, capture_locals=True).format(),
        ]
    )
    assert "receive_response_headers.complete" in caplog.text
    lowered = shown.lower()
    for at in range(len(KEY) - 8 + 1):
        assert KEY[at : at + 8].lower() not in lowered
    assert list(chain(error)) == [error], "no exception of the transport hangs on to it"


def test_the_key_is_not_in_the_traceback_of_a_failure_to_connect(
    api: Api, client: Revox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    api.close()
    error = refused(client)
    lines = traceback.TracebackException.from_exception(error, capture_locals=True).format()
    assert KEY not in "".join(lines) + caplog.text
    assert list(chain(error)) == [error]


# --- the way there ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://www.getrevox.com/api", "is not https"),
        ("http://10.0.0.1/api", "is not https"),
        ("http://localhost.example.com", "is not https"),
        ("www.getrevox.com/api", "is not an absolute URL"),
        ("ftp://www.getrevox.com", "is not an absolute URL"),
        ("https://", "is not an absolute URL"),
        ("https://[::1/api", "is not a URL"),
        ("https://host:port/api", "is not a URL"),
        ("https://user:pass@www.getrevox.com/api", "contains a user name or password"),
        ("https://www.getrevox.com/api?x=1", "has a query or a fragment"),
        ("https://www.getrevox.com/api#x", "has a query or a fragment"),
        ("https://www.getrevox.com/api\n", "contains white space or a control character"),
        (f"https://{KEY}.example.com", "contains the API key"),
    ],
)
def test_a_base_url_that_is_not_used(
    monkeypatch: pytest.MonkeyPatch, url: str, message: str
) -> None:
    monkeypatch.setenv("REVOX_BASE_URL", url)
    with pytest.raises(errors.ConfigurationError) as caught:
        Revox()
    assert str(caught.value).startswith(f"`REVOX_BASE_URL` {message}")
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.getrevox.com/api",
        "https://www.getrevox.com/api/",
        "http://localhost:8080",
        "http://127.0.0.2/api",
        "http://[::1]:80/api",
    ],
)
def test_a_base_url_that_is_used(url: str) -> None:
    with Revox(base_url=url) as client:
        assert client.url == url.rstrip("/") + "/assistants"


CERTIFICATE = Path(__file__).with_name("loopback.pem")


@pytest.fixture
def secure_api() -> Iterator[Api]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with serving(tls=context) as server:
        yield server


def test_a_certificate_that_nobody_vouches_for(secure_api: Api, time: Time) -> None:
    with Revox(base_url=secure_api.base_url, sleep=time.sleep) as client:
        error = refused(client)
    assert (type(error), error.outcome) == (errors.CertificateError, FAILED)
    assert "self-signed certificate" in error.message
    assert (secure_api.connections, secure_api.requests, time.slept) == (1, [], [])


def test_a_certificate_that_the_environment_vouches_for(
    secure_api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with Revox(base_url=secure_api.base_url) as client:
        assert create(client) == "asst_0001"


def test_an_environment_whose_authorities_are_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    with pytest.raises(errors.ConfigurationError) as caught:
        Revox()
    assert str(caught.value).startswith("the proxy or certificate variables cannot be used: ")


def test_https_takes_the_proxy_of_the_environment_and_nothing_is_sent_when_it_refuses(
    monkeypatch: pytest.MonkeyPatch, time: Time
) -> None:
    with serving() as proxy:
        proxy.usual = answers(407, headers={"X-Echo": "y"})
        monkeypatch.setenv("HTTPS_PROXY", f"http://joe:swordfish@127.0.0.1:{proxy.port}")
        with Revox(base_url="https://revox.invalid/api", sleep=time.sleep) as client:
            error = refused(client)
        assert (type(error), error.outcome) == (errors.NotConnectedError, FAILED)
        assert {request.method for request in proxy.requests} == {"CONNECT"}
        assert "swordfish" not in str(error)
        assert all("authorization" not in request.headers for request in proxy.requests)


def test_no_proxy_is_honoured(monkeypatch: pytest.MonkeyPatch, secure_api: Api) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Revox(base_url=secure_api.base_url) as client:
        assert create(client) == "asst_0001"


def test_plain_http_takes_a_proxy_of_this_machine_and_no_other(
    monkeypatch: pytest.MonkeyPatch, api: Api
) -> None:
    with serving() as proxy:
        proxy.usual = answers(201, {"assistant": {"id": "by proxy"}})
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.port}")
        with Revox() as client:
            assert create(client) == "by proxy"
    for name in ("HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.delenv("HTTP_PROXY", raising=False)
        monkeypatch.setenv(name, "http://proxy.invalid:3128")
        with Revox() as client:
            assert create(client).startswith("asst_")


def test_a_proxy_variable_that_is_no_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "gopher://joe:swordfish@proxy.invalid")
    with pytest.raises(errors.ConfigurationError) as caught:
        Revox()
    assert str(caught.value).startswith("the proxy or certificate variables cannot be used: ")
    assert "swordfish" not in str(caught.value)


# --- beside the client of the API's makers ---------------------------------------------

PARAMETERS: dict[str, Any] = {
    "name": "Ünïcode ✓ 😀",
    "prompt": 'Line one\n\n  indented\nlast, with "quotes" and \\ and \u2028\n',
    "background_sound": None,
    "calendly": {"connection_id": "c", "event_type_id": "https://api.calendly.com/x"},
    "call_retry_config": {
        "calling_windows": [
            {
                "calling_window_start_time": "09:00",
                "calling_window_end_time": "6pm",
                "retry_delay_seconds": 7200,
            }
        ],
        "max_retry_attempts": 3,
        "timezone": None,
    },
    "end_of_call_sentence": "Bye",
    "faq_items": [{"question": "q", "answer": "a"}],
    "first_sentence": "Hi {{name}}",
    "first_sentence_delay_ms": 400,
    "first_sentence_mode": "static",
    "ivr_navigation_enabled": True,
    "llm_model": {
        "type": "openrouter",
        "openrouter_model_id": "openai/gpt-4.1",
        "openrouter_provider": "azure",
    },
    "max_call_duration_secs": 600,
    "structured_output_config": [
        {"name": "plan", "required": True, "type": "enum", "enum_options": ["a", "b"]}
    ],
    "transfer_phone_number": "+14155550100",
    "voice": {"id": "v", "provider": "elevenlabs", "speed": 1.15},
    "voicemail_message": None,
    "webhook_url": "https://hooks.acme.com/revox",
}


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize(
    "parameters",
    [
        PARAMETERS,
        {"name": "n", "prompt": "p"},
        {"name": "n", "prompt": "p", "max_call_duration_secs": 600.0, "voicemail_message": ""},
    ],
    ids=["all", "least", "numbers"],
)
def test_the_request_is_that_of_the_api_s_python_client(
    api: Api, client: Revox, parameters: dict[str, Any]
) -> None:
    import revox

    with revox.Revox() as theirs:
        theirs.assistants.create(**parameters)
    client.assistants.create(**parameters)

    their_request, our_request = api.requests
    assert their_request[:2] == our_request[:2] == ("POST", "/api/assistants")
    for name in ("authorization", "content-type", "accept"):
        assert their_request.headers[name] == our_request.headers[name]
    assert our_request.headers["connection"] == "close"
    assert "transfer-encoding" not in our_request.headers

    def spelled(body: bytes) -> Any:
        return json.loads(
            body, parse_int=lambda text: ("int", text), parse_float=lambda t: ("float", t)
        )

    assert spelled(their_request.body) == spelled(our_request.body)
    assert sorted(their_request.body) == sorted(our_request.body)
