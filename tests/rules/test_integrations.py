"""The rules about phone numbers, webhooks, Calendly and OpenRouter, value by value.

All rules of the family run together: one mistake gives one diagnostic.
"""

from __future__ import annotations

import json

import pytest

from revox_lint import edit
from revox_lint.diagnostic import Diagnostic
from revox_lint.engine import Settings, lint
from revox_lint.rule import all_rules
from revox_lint.syntax.source import Source

RULES = tuple(rule for rule in all_rules() if rule.family == "integrations")

Found = list[tuple[str, str]]


def _lint(text: str) -> tuple[Diagnostic, ...]:
    return lint(Source("assistant.yaml", text), Settings(rules=RULES)).diagnostics


def _said(text: str) -> list[tuple[str, str, str]]:
    """Rule, severity and the marked text of every diagnostic."""
    return [
        (one.rule, one.severity.value, text[one.span.start : one.span.end]) for one in _lint(text)
    ]


def _about(field: str, value: str) -> Found:
    """Rule and severity for a field of that value, which must be what is marked."""
    written = json.dumps(value, ensure_ascii=False)
    text = f"name: Reminder\n{field}: {written}  # as agreed\nprompt: Hello\n"
    said = _said(text)
    assert {marked for _, _, marked in said} <= {written}
    return [(rule, severity) for rule, severity, _ in said]


def _fixed(text: str) -> str:
    return edit.apply(text, [one.fix for one in _lint(text) if one.fix is not None])


# --- transfer_phone_number -------------------------------------------------------------

INVALID: Found = [("invalid-phone-number", "error")]
FORMATTED: Found = [("formatted-phone-number", "error")]
UNASSIGNED: Found = [("unassigned-phone-number", "warning")]
COSTLY: Found = [("costly-phone-number", "warning")]
EMERGENCY: Found = [("emergency-phone-number", "error")]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        # Right as they are: numbers kept for fiction where a country has them.
        ("+33199001234", []),
        ("+12025550123", []),
        ("+442079460018", []),
        ("+4915112345678", []),
        ("+390612345678", []),  # Italy keeps its zero
        ("+34910000000", []),
        ("+18005550199", []),
        ("+80012345678", []),
        ("+6421555555", []),
        ("+5491123456789", []),
        # Not E.164 in any reading.
        ("", INVALID),
        ("  ", INVALID),
        ("+1234567890", INVALID),
        ("01 99 00 12 34", INVALID),
        ("0199001234", INVALID),
        ("(202) 555-0123", INVALID),
        ("2025550123", INVALID),
        ("33199001234", INVALID),
        ("+331990012", INVALID),
        ("+331990012345678", INVALID),
        ("+99912345678", INVALID),
        ("+1-800-FLOWERS", INVALID),
        ("+12025550123 ext. 4", INVALID),
        ("+12025550123,,4", INVALID),
        ("+33199001234 / +33199001235", INVALID),
        ("++33199001234", INVALID),
        ("011 44 20 7946 0018", INVALID),  # an exit code in America, an area code elsewhere
        ("sip:desk@acme.com", INVALID),
        ("{{transfer_number}}", INVALID),
        ("support", INVALID),
        ("+", INVALID),
        ("116117", INVALID),
        ("+" + "1" * 400, INVALID),
        # E.164 once something is taken away.
        ("+33 1 99 00 12 34", FORMATTED),
        ("+33.1.99.00.12.34", FORMATTED),
        ("+1 (202) 555-0123", FORMATTED),
        ("+1-202-555-0123", FORMATTED),
        ("+44 (0)20 7946 0018", FORMATTED),
        ("+330199001234", FORMATTED),
        ("0033199001234", FORMATTED),
        ("00 44 20 7946 0018", FORMATTED),
        ("+33\u00a01\u202f99\u00a000\u00a012\u00a034", FORMATTED),
        ("\u202a+33 1 99 00 12 34\u202c", FORMATTED),  # as copied from an address book
        ("+33 1–99−00‑12 34", FORMATTED),
        ("＋３３１９９００１２３４", FORMATTED),
        ("tel:+33199001234", FORMATTED),
        (" +33199001234 ", FORMATTED),
        # Possible, and in no range of the country.
        ("+15555555555", UNASSIGNED),
        ("+33000000000", UNASSIGNED),
        ("+447700900123", UNASSIGNED),
        # Costs extra.
        ("+33899123456", COSTLY),
        ("+19002345678", COSTLY),
        ("+448711234567", COSTLY),
        ("+979123456789", COSTLY),
        # Two mistakes: the way it is written, and what it costs.
        ("+33 8 99 12 34 56", [*COSTLY, *FORMATTED]),
        # Emergency numbers, alone, marked as international, or behind a country code.
        ("112", EMERGENCY),
        ("911", EMERGENCY),
        ("999", EMERGENCY),
        ("000", EMERGENCY),
        ("15", EMERGENCY),
        ("9-1-1", EMERGENCY),
        ("+112", EMERGENCY),
        ("+33112", EMERGENCY),
        ("+1 911", EMERGENCY),
        ("00112", EMERGENCY),
    ],
)
def test_a_transfer_number_is_reported_once_for_each_mistake(value: str, found: Found) -> None:
    assert _about("transfer_phone_number", value) == found


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            "+1234567890",
            (
                "the transfer number `+1234567890` is too short for a number of +1; "
                "it must be in E.164 format, such as `+33199001234`"
            ),
        ),
        (
            "01 99 00 12 34",
            (
                "the transfer number `01 99 00 12 34` has no country code; "
                "it must be in E.164 format, such as `+33199001234`"
            ),
        ),
        (
            "",
            "the transfer number is empty; it must be in E.164 format, such as `+33199001234`",
        ),
        (
            "+33 1 99 00 12 34",
            (
                "the transfer number `+33 1 99 00 12 34` is not in E.164 format, "
                "which is `+33199001234`"
            ),
        ),
        (
            "+33000000000",
            "the transfer number `+33000000000` is in no range of numbers that +33 (FR) uses",
        ),
        (
            "+19002345678",
            (
                "the transfer number `+19002345678` is a premium-rate number of +1 (US): "
                "every transferred call costs extra, if it is connected at all"
            ),
        ),
        (
            "+1 911",
            (
                "the transfer number `+1 911` is the emergency number 911: "
                "calls must not be transferred there"
            ),
        ),
    ],
)
def test_what_is_said_of_a_transfer_number(value: str, message: str) -> None:
    found = _lint(f"transfer_phone_number: {json.dumps(value)}\n")
    assert [one.message for one in found] == [message]


def test_a_number_without_plus_is_offered_with_one() -> None:
    (found,) = _lint('transfer_phone_number: "33199001234"\n')
    assert found.help == "if it is of +33, write `+33199001234`"


@pytest.mark.parametrize("value", ["33199001234", "+33199001234", "null", "[]", "{}", "true", ""])
def test_a_transfer_number_that_is_no_string_is_not_ours(value: str) -> None:
    assert _said(f"transfer_phone_number: {value}\n") == []


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "transfer_phone_number: +33 1 99 00 12 34 # desk\r\n",
            'transfer_phone_number: "+33199001234" # desk\r\n',
        ),
        (
            "transfer_phone_number: '+44 (0)20 7946 0018'\n",
            "transfer_phone_number: '+442079460018'\n",
        ),
        (
            '{"transfer_phone_number": "0033-199001234"}',
            '{"transfer_phone_number": "+33199001234"}',
        ),
        # A block scalar is left to its author.
        ("transfer_phone_number: |-\n  +33 199001234\n",) * 2,
    ],
)
def test_a_number_is_written_as_e164_in_its_own_quotes(bad: str, good: str) -> None:
    assert _fixed(bad) == good


def test_a_number_behind_an_alias_is_reported_at_the_alias_and_not_rewritten() -> None:
    text = 'name: &desk "+33 1 99 00 12 34"\ntransfer_phone_number: *desk\n'
    assert _said(text) == [("formatted-phone-number", "error", "*desk")]
    assert _fixed(text) == text


def test_a_number_that_a_merge_brings_in_is_reported_at_the_merge() -> None:
    text = 'voice: &base\n  transfer_phone_number: "112"\n<<: *base\nname: x\n'
    assert _said(text) == [("emergency-phone-number", "error", "*base")]


# --- webhook_url -----------------------------------------------------------------------

BAD_URL: Found = [("invalid-webhook-url", "error")]
INSECURE: Found = [("insecure-webhook", "error")]
UNREACHABLE: Found = [("unreachable-webhook", "error")]
CREDENTIALS: Found = [("credentials-in-webhook", "error")]
THROWAWAY: Found = [("throwaway-webhook", "warning")]


@pytest.mark.parametrize(
    "value",
    [
        "https://hooks.acme.com/calls",
        "https://hooks.acme.com",
        "HTTPS://Hooks.Acme.COM/Calls",
        "https://hooks.acme.com./calls",
        "https://hooks.acme.com:8443/calls",
        "https://acme_crm.acme.com/calls",
        "https://münchen-klinik.de/anrufe",
        "https://xn--mnchen-klinik-dlb.de/anrufe",
        "https://8.8.8.8/calls",
        "https://[2606:4700:4700::1111]/calls",
        "https://hooks.zapier.com/hooks/catch/1234567/b9x2k1z/",
        "https://hook.eu1.make.com/k3j4h5g6f7d8s9a0k3j4h5g6f7d8",
        "https://acme.app.n8n.cloud/webhook/550e8400-e29b-41d4-a716-446655440000",
        "https://discord.com/api/webhooks/123456789012345678/AbC-dEf",
        (
            "https://acme.webhook.office.com/webhookb2/550e8400-e29b-41d4-a716-446655440000"
            "@550e8400-e29b-41d4-a716-446655440000/IncomingWebhook/abc/def"
        ),
        "https://api.acme.com/v1/assistants/:id/calls",
        "https://api.acme.com/calls?filter[status]=done&source=revox",
        "https://api.acme.com/calls?id=550e8400-e29b-41d4-a716-446655440000",
        "https://api.acme.com/calls?key=customer&lang=fr&code=FR",
        "https://api.acme.com/calls?token_type=bearer&auth=none",
        "https://api.acme.com/caf%C3%A9/%FAB%20C",
        "https://hooks.acme.example/calls",  # nobody writes that by mistake
        "https://localhost-consulting.com/calls",
        "https://my-backend.fly.dev/calls",
        "https://exampleclinic.com/calls",
        "https://10.acme.com/calls",
        "https://8-8-8-8.nip.io/calls",
        "https://proxy.acme.com/https://hooks.acme.com/calls",
    ],
)
def test_an_address_that_works_is_left_alone(value: str) -> None:
    assert _about("webhook_url", value) == []


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("", BAD_URL),
        ("   ", BAD_URL),
        ("hooks.acme.com/calls", BAD_URL),
        ("www.acme.com", BAD_URL),
        ("localhost:3000/calls", BAD_URL),
        ("//hooks.acme.com/calls", BAD_URL),
        ("/calls", BAD_URL),
        ("webhook", BAD_URL),
        ("https:/hooks.acme.com", BAD_URL),
        ("https:hooks.acme.com", BAD_URL),
        ("https//hooks.acme.com", BAD_URL),
        ("htps://hooks.acme.com", BAD_URL),
        ("ftp://hooks.acme.com", BAD_URL),
        ("wss://hooks.acme.com", BAD_URL),
        ("mailto:calls@acme.com", BAD_URL),
        ("calls@acme.com", BAD_URL),
        ("https://", BAD_URL),
        ("https:///calls", BAD_URL),
        ("https://?x=1", BAD_URL),
        ("https://https://hooks.acme.com", BAD_URL),
        ("https://hooks..acme.com", BAD_URL),
        ("https://acme,com", BAD_URL),
        ("https://-acme.com", BAD_URL),
        ("https://256.1.1.1/calls", BAD_URL),
        ("https://1.2.3.4.5/calls", BAD_URL),
        ("https://08.1.1.1/calls", BAD_URL),
        ("https://0x-4/calls", UNREACHABLE),  # a name, and one without a domain
        ("https://[::1/calls", BAD_URL),
        ("https://[12345]/calls", BAD_URL),
        ("https://hooks.acme.com:99999/calls", BAD_URL),
        ("https://hooks.acme.com:port/calls", BAD_URL),
        ("https://hooks.acme.com/calls of today", BAD_URL),
        ("https://hooks.acme.com/\ncalls", BAD_URL),
        (" https://hooks.acme.com/calls", BAD_URL),
        ("https://hooks.acme.com/calls\n", BAD_URL),
        ("https://hooks.acme.com/\u200bcalls", BAD_URL),
        ("https://hooks.acme.com\\calls", BAD_URL),
        ("https://hooks.acme.com/calls#result", BAD_URL),
        ("https://a.acme.com/x,https://b.acme.com/x", BAD_URL),
        ("<https://hooks.acme.com/calls>", BAD_URL),
        ("[webhook](https://hooks.acme.com/calls)", BAD_URL),
        ("https://hooks.acme.com/" + "a" * 8000, BAD_URL),
        # What a template left behind.
        ("https://{{host}}/calls", BAD_URL),
        ("https://hooks.acme.com/{{assistant_id}}", BAD_URL),
        ("https://hooks.acme.com/{assistant_id}", BAD_URL),
        ("https://hooks.acme.com/calls?token={{token}}", BAD_URL),
        ("https://user:{{password}}@hooks.acme.com/", BAD_URL),
        ("${WEBHOOK_URL}", BAD_URL),
        ("$WEBHOOK_URL", BAD_URL),
        ("https://hooks.acme.com/${HOOK_ID}", BAD_URL),
        ("%WEBHOOK_URL%", BAD_URL),
        ("<your webhook url>", BAD_URL),
        ("YOUR_WEBHOOK_URL", BAD_URL),
        ("TODO", BAD_URL),
        ("https://hooks.acme.com/REPLACE_ME", BAD_URL),
        ("https://hooks.zapier.com/hooks/catch/your-id/", BAD_URL),
        ("https://hooks.slack.com/services/T000/B000/XXXXXXXXXXXX", BAD_URL),
        ("https://hooks.acme.com/...", BAD_URL),
        # Not encrypted.
        ("http://hooks.acme.com/calls", INSECURE),
        ("HTTP://hooks.acme.com:8080/calls", INSECURE),
        ("http://8.8.8.8/calls", INSECURE),
        # Out of reach: one mistake, https or not.
        ("http://localhost:3000/calls", UNREACHABLE),
        ("https://localhost/calls", UNREACHABLE),
        ("https://LOCALHOST./calls", UNREACHABLE),
        ("https://app.localhost/calls", UNREACHABLE),
        ("https://%6c%6fcalhost/calls", UNREACHABLE),
        ("http://127.0.0.1:8000/calls", UNREACHABLE),
        ("https://127.1/calls", UNREACHABLE),
        ("https://2130706433/calls", UNREACHABLE),
        ("https://0x7f000001/calls", UNREACHABLE),
        ("https://0x7f.0.0.1/calls", UNREACHABLE),
        ("https://0177.0.0.1/calls", UNREACHABLE),
        ("https://１２７.0.0.1/calls", UNREACHABLE),
        ("https://0.0.0.0/calls", UNREACHABLE),
        ("https://[::1]:3000/calls", UNREACHABLE),
        ("https://[::]/calls", UNREACHABLE),
        ("https://[::ffff:127.0.0.1]/calls", UNREACHABLE),
        ("https://[::ffff:a00:1]/calls", UNREACHABLE),
        ("https://[64:ff9b::10.0.0.1]/calls", UNREACHABLE),
        ("https://[2002:c0a8:101::]/calls", UNREACHABLE),
        ("https://[fe80::1%25eth0]/calls", UNREACHABLE),
        ("https://[fd00::1]/calls", UNREACHABLE),
        ("https://10.1.2.3/calls", UNREACHABLE),
        ("https://172.31.255.255/calls", UNREACHABLE),
        ("https://172.32.0.1/calls", []),
        ("https://192.168.1.10/calls", UNREACHABLE),
        ("https://169.254.169.254/calls", UNREACHABLE),
        ("https://100.64.0.1/calls", UNREACHABLE),
        ("https://100.128.0.1/calls", []),
        ("https://203.0.113.5/calls", UNREACHABLE),
        ("https://printer.local/calls", UNREACHABLE),
        ("https://metadata.google.internal/calls", UNREACHABLE),
        ("https://crm.corp/calls", UNREACHABLE),
        ("https://acme.test/calls", UNREACHABLE),
        ("http://n8n:5678/webhook/x", UNREACHABLE),
        ("https://10-0-0-1.nip.io/calls", UNREACHABLE),
        # Secrets.
        ("https://user:hunter2@hooks.acme.com/calls", CREDENTIALS),
        ("https://s3cr3tt0ken@hooks.acme.com/calls", CREDENTIALS),
        ("https://hooks.acme.com/calls?token=hunter2", CREDENTIALS),
        ("https://hooks.acme.com/calls?lang=fr&api_key=abcdef123456", CREDENTIALS),
        ("https://hooks.acme.com/calls?apiKey=abcdef123456", CREDENTIALS),
        ("https://hooks.acme.com/calls?X-Access-Token=abcdef123456", CREDENTIALS),
        ("https://hooks.acme.com/calls?secret=abcdef", CREDENTIALS),
        ("https://hooks.acme.com/calls?key=9f8a7c6b5d4e3f2a1b0c", CREDENTIALS),
        ("https://hooks.acme.com/calls?auth=Bearer%209f8a7c6b5d4e3f2a1b0c", CREDENTIALS),
        ("https://hooks.acme.com/calls?v=sk_live_9f8a7c6b5d4e3f2a1b0c", CREDENTIALS),
        ("https://hooks.acme.com/sk_live_9f8a7c6b5d4e3f2a1b0c/calls", CREDENTIALS),
        # An address of Slack is a secret by itself, and there is no other.
        ("https://hooks.slack.com/services/T0123ABCD/B0123ABCD/abcdEFGHijkl1234MNOPqrst", []),
        (
            (
                "https://prod-1.westeurope.logic.azure.com:443/workflows/a1/triggers/manual/paths/invoke"
                "?api-version=2016-10-01&sv=1.0&sig=k3J4h5G6f7D8s9A0k3J4"
            ),
            [("credentials-in-webhook", "info")],
        ),
        # Made to be thrown away.
        ("https://webhook.site/550e8400-e29b-41d4-a716-446655440000", THROWAWAY),
        ("https://eo1a2b3c.free.beeceptor.com/calls", THROWAWAY),
        ("https://a1b2c3.ngrok-free.app/calls", THROWAWAY),
        ("https://a1b2c3.eu.ngrok.io/calls", THROWAWAY),
        ("https://brave-red-fox.trycloudflare.com/calls", THROWAWAY),
        ("https://calm-cat-7.loca.lt/calls", THROWAWAY),
        ("https://example.com/calls", THROWAWAY),
        ("https://api.example.org/calls", THROWAWAY),
        ("https://www.exemple.fr/calls", THROWAWAY),
        ("https://example.co.uk/calls", THROWAWAY),
        ("https://api.your-domain.com/calls", THROWAWAY),
        ("https://your-app.fly.dev/calls", THROWAWAY),
        ("https://mycompany.com/calls", THROWAWAY),
        ("https://acme.app.n8n.cloud/webhook-test/calls", THROWAWAY),
        ("https://eo1a2b3c.m.pipedream.net", [("throwaway-webhook", "info")]),
        # Two mistakes each.
        ("http://user:hunter2@hooks.acme.com/calls", [*CREDENTIALS, *INSECURE]),
        ("http://user:hunter2@localhost/calls", [*CREDENTIALS, *UNREACHABLE]),
        ("http://example.com/calls", [*INSECURE, *THROWAWAY]),
        ("http://hooks.acme.com/calls#result", [*INSECURE, *BAD_URL]),
    ],
)
def test_an_address_is_reported_once_for_each_mistake(value: str, found: Found) -> None:
    assert _about("webhook_url", value) == found


@pytest.mark.parametrize(
    ("value", "messages"),
    [
        (
            "hooks.acme.com/calls",
            [
                (
                    "the webhook URL `hooks.acme.com/calls` lacks its scheme; "
                    "it must look like `https://hooks.acme.com/calls`"
                )
            ],
        ),
        (
            "https://hooks.acme.com/{{id}}",
            [
                (
                    "the webhook URL `https://hooks.acme.com/{{id}}` still has `{{id}}` in it, "
                    "which nobody filled in; it must look like `https://hooks.acme.com/calls`"
                )
            ],
        ),
        (
            "http://hooks.acme.com/calls",
            [
                (
                    "the webhook URL `http://hooks.acme.com/calls` is not encrypted: "
                    "results of calls need `https`"
                )
            ],
        ),
        (
            "https://2130706433/calls",
            [
                (
                    "the webhook's host `2130706433` (`127.0.0.1`) is the machine itself, "
                    "which cannot be reached from the internet"
                )
            ],
        ),
        (
            "https://a1b2c3.ngrok-free.app/calls",
            [
                (
                    "the webhook's host `a1b2c3.ngrok-free.app` is a tunnel; "
                    "results of calls would be lost there"
                )
            ],
        ),
        (
            "https://hooks.acme.com/calls?token=hunter2hunter2",
            [
                (
                    "the webhook URL has a secret in it, the parameter `token=hun…`, "
                    "where everybody who sees the file can read it"
                )
            ],
        ),
    ],
)
def test_what_is_said_of_an_address(value: str, messages: list[str]) -> None:
    found = _lint(f"webhook_url: {json.dumps(value)}\n")
    assert [one.message for one in found] == messages


@pytest.mark.parametrize(
    "value",
    [
        "http://admin:hunter2hunter2@localhost/x?token=hunter2hunter2#hunter2hunter2",
        "https://admin:hunter2/hunter2@hooks.acme.com/calls",
        "https://admin:hunter2#hunter2@hooks.acme.com/calls",
        "https://admin:hunter2?hunter2@hooks.acme.com/calls",
        "ftp://admin:hunter2@hooks.acme.com/calls",
        "http://hunter2hunter2@example.com/calls",
        "http://hooks.acme.com/x?password=hunter2hunter2&v=1",
        "https://hooks.acme.com/x?password=hunter2 hunter2",
        "http://hooks.acme.com/x?token=sk_live_hunter2hunter2hunter2",
        "http://hooks.acme.com/sk_live_hunter2hunter2hunter2",
    ],
)
def test_no_message_shows_more_than_four_characters_of_a_secret(value: str) -> None:
    found = _lint(f"webhook_url: {json.dumps(value)}\n")
    assert found
    for one in found:
        assert "hunte" not in f"{one.message} {one.help} {one.fix}"


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "webhook_url: http://hooks.acme.com/calls?a=b # ours\r\n",
            "webhook_url: https://hooks.acme.com/calls?a=b # ours\r\n",
        ),
        ("webhook_url: 'HTTP://hooks.acme.com'\n", "webhook_url: 'https://hooks.acme.com'\n"),
        ('{"webhook_url": "http:\\/\\/acme.com"}', '{"webhook_url": "https:\\/\\/acme.com"}'),
        # A port of its own hardly speaks https; a block scalar is left to its author.
        ("webhook_url: http://hooks.acme.com:8080/calls\n",) * 2,
        ("webhook_url: >-\n  http://hooks.acme.com/calls\n",) * 2,
        ("name: &url http://hooks.acme.com/calls\nwebhook_url: *url\n",) * 2,
    ],
)
def test_only_the_scheme_is_written_anew(bad: str, good: str) -> None:
    assert _fixed(bad) == good


@pytest.mark.parametrize("value", ["", "null", "80", "[]", "{}", "true"])
def test_an_address_that_is_no_string_is_not_ours(value: str) -> None:
    assert _said(f"webhook_url: {value}\n") == []


# --- calendly --------------------------------------------------------------------------

_API = "https://api.calendly.com/event_types/"
_UUID = "b2330295-2a91-4a1d-bb73-99e7707663d5"


@pytest.mark.parametrize(
    ("value", "right"),
    [
        # The ID is there: the fix can give it its address.
        (_UUID, _API + _UUID),
        ("GBGBDCAADAEDCRZ2", _API + "GBGBDCAADAEDCRZ2"),
        (f"{_API}{_UUID}/", _API + _UUID),
        (f" {_API}{_UUID}", _API + _UUID),
        (f"http://api.calendly.com/event_types/{_UUID}", _API + _UUID),
        (f"api.calendly.com/event_types/{_UUID}", _API + _UUID),
        (f"https://calendly.com/event_types/{_UUID}", _API + _UUID),
        (f"event_types/{_UUID}", _API + _UUID),
        # Nobody can know it.
        ("https://calendly.com/acme/intro-call", None),
        ("https://calendly.com/acme/intro-call?month=2025-01", None),
        ("calendly.com/acme/30min", None),
        ("https://calendly.com/discoverymeeting", None),
        ("discoverymeeting", None),
        (f"https://api.calendly.com/users/{_UUID}", None),
        (f"https://api.calendly.com/scheduled_events/{_UUID}", None),
        (f"{_API}{_UUID[:-1]}", None),
        (_API, None),
        ("https://cal.com/acme/30min", None),
        ("{{event_type}}", None),
        ("30-minute meeting", None),
    ],
)
def test_an_event_type_must_be_its_address_in_the_api(value: str, right: str | None) -> None:
    text = f"calendly:\n  connection_id: c1\n  event_type_id: {json.dumps(value)}\n"
    assert _said(text) == [("invalid-calendly-event-type", "error", json.dumps(value))]
    expected = text if right is None else text.replace(json.dumps(value), json.dumps(right))
    assert _fixed(text) == expected


@pytest.mark.parametrize(
    "value",
    [_API + _UUID, _API + _UUID.upper(), _API + "AAAAAAAAAAAAAAAA", _API + "GBGBDCAADAEDCRZ2"],
)
def test_an_event_type_of_either_shape_is_right(value: str) -> None:
    assert _said(f"calendly: {{connection_id: c1, event_type_id: {json.dumps(value)}}}\n") == []


def test_what_is_said_of_a_public_link() -> None:
    text = "calendly: {connection_id: c1, event_type_id: https://calendly.com/acme/intro}\n"
    assert [one.message for one in _lint(text)] == [
        (
            "the Calendly event type `https://calendly.com/acme/intro` is the link that people "
            "book with; it must be `https://api.calendly.com/event_types/<id>`"
        )
    ]


# --- llm_model -------------------------------------------------------------------------

MODEL: Found = [("invalid-openrouter-model", "error")]


def _model(model: str, provider: str = "openai", kind: str = "openrouter") -> str:
    return (
        f"llm_model:\n  type: {kind}\n  openrouter_model_id: {json.dumps(model)}\n"
        f"  openrouter_provider: {json.dumps(provider)}\n"
    )


@pytest.mark.parametrize(
    "value",
    [
        "openai/gpt-4.1",
        "anthropic/claude-3.5-sonnet:beta",
        "meta-llama/llama-3.3-70b-instruct:free",
        "mistralai/mistral-7b-instruct-v0.1",
        "01-ai/yi-large",
        "x-ai/grok-4-fast:free:online",
        "openrouter/auto",
        "openrouter/sonoma-dusk-alpha",
        "~anthropic/claude-sonnet-latest",
        "@preset/sales-calls",
        "openai/gpt-4.1@preset/sales-calls",
    ],
)
def test_a_model_id_of_openrouter_is_right(value: str) -> None:
    assert _said(_model(value)) == []


@pytest.mark.parametrize(
    ("value", "severity", "help"),
    [
        ("openrouter/openai/gpt-4.1", "error", "write `openai/gpt-4.1`"),
        ("openrouter/openrouter/auto", "error", "write `openrouter/auto`"),
        ("https://openrouter.ai/openai/gpt-4.1", "error", "write `openai/gpt-4.1`"),
        ("openrouter/gpt-4.1", "error", "did you mean `openai/gpt-4.1`?"),
        ("gpt-4.1", "error", "did you mean `openai/gpt-4.1`?"),
        ("o3-mini", "error", "did you mean `openai/o3-mini`?"),
        ("claude-3.5-sonnet:beta", "error", "did you mean `anthropic/claude-3.5-sonnet:beta`?"),
        ("openai:gpt-4.1", "error", "did you mean `openai/gpt-4.1`?"),
        ("our-model", "error", "copy the ID from openrouter.ai/models"),
        ("openai/gpt 4.1", "error", "copy the ID from openrouter.ai/models"),
        (" openai/gpt-4.1", "error", "copy the ID from openrouter.ai/models"),
        ("azure/openai/gpt-4.1", "error", "copy the ID from openrouter.ai/models"),
        ("openai/", "error", "copy the ID from openrouter.ai/models"),
        ("/gpt-4.1", "error", "copy the ID from openrouter.ai/models"),
        ("openai/gpt-4.1:", "error", "copy the ID from openrouter.ai/models"),
        ("{{model}}", "error", "copy the ID from openrouter.ai/models"),
        ("OpenAI/GPT-4.1", "warning", "copy the ID from openrouter.ai/models"),
    ],
)
def test_a_model_id_that_openrouter_cannot_have(value: str, severity: str, help: str) -> None:
    text = _model(value)
    assert _said(text) == [("invalid-openrouter-model", severity, json.dumps(value))]
    assert [one.help for one in _lint(text)] == [help]


def test_the_service_is_taken_away_from_a_model_id_and_nothing_else() -> None:
    bad = "llm_model: {type: openrouter, openrouter_model_id: openrouter/openai/gpt-4.1:nitro}\n"
    assert _fixed(bad) == bad.replace("openrouter/openai", "openai")


@pytest.mark.parametrize(
    "value",
    ["openai", "z-ai", "ai21", "google-vertex", "deepinfra/turbo", "google-vertex/us-east5"],
)
def test_a_slug_of_a_provider_is_right(value: str) -> None:
    assert _said(_model("openai/gpt-4.1", value)) == []


@pytest.mark.parametrize(
    ("value", "help"),
    [
        ("OpenAI", "did you mean `openai`?"),
        ("DeepInfra", "did you mean `deepinfra`?"),
        ("Google Vertex", "did you mean `google-vertex`?"),
        ("Together AI", "did you mean `together`?"),
        ("AWS Bedrock", "did you mean `amazon-bedrock`?"),
        ("amazon_bedrock", "did you mean `amazon-bedrock`?"),
        ("openai/gpt-4.1", "did you mean `openai`?"),
        ("openai, azure", "copy the slug from openrouter.ai/providers"),
        ("{{provider}}", "copy the slug from openrouter.ai/providers"),
        ("https://nebius.com", "copy the slug from openrouter.ai/providers"),
    ],
)
def test_a_provider_that_is_no_slug(value: str, help: str) -> None:
    text = _model("openai/gpt-4.1", value)
    assert _said(text) == [("unusual-openrouter-provider", "warning", json.dumps(value))]
    assert [one.help for one in _lint(text)] == [help]


def test_fields_of_openrouter_beside_a_dedicated_instance_are_another_rule_s() -> None:
    assert _said(_model("gpt-4.1", "Open AI", "dedicated-instance")) == []


def test_a_blank_id_is_another_rule_s() -> None:
    text = _model(" ", " ") + 'calendly: {connection_id: c1, event_type_id: ""}\n'
    assert _said(text) == []


def test_the_second_document_and_flow_style_are_read_alike() -> None:
    text = (
        'webhook_url: https://hooks.acme.com\n---\n{webhook_url: "http://hooks.acme.com",\n'
        ' transfer_phone_number: "911"}\n'
    )
    assert _said(text) == [
        ("insecure-webhook", "error", '"http://hooks.acme.com"'),
        ("emergency-phone-number", "error", '"911"'),
    ]
