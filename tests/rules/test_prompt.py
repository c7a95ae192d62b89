"""What the rules about prompts, variables and the FAQ say: the input and the whole output."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from revox_lint import edit
from revox_lint.diagnostic import Diagnostic
from revox_lint.engine import Settings, lint
from revox_lint.rule import Rule, all_rules
from revox_lint.syntax.source import Source

RULES = tuple(rule for rule in all_rules() if rule.family == "prompt")
Said = tuple[str, str, str]


def _diagnostics(text: str, *rules: str, path: str = "assistant.yaml") -> tuple[Diagnostic, ...]:
    chosen: tuple[Rule, ...] = tuple(r for r in RULES if not rules or r.name in rules)
    outcome = lint(Source(path, text), Settings(rules=chosen))
    assert [d.message for d in outcome.diagnostics if d.rule == "internal-error"] == []
    return outcome.diagnostics


def _said(text: str, *rules: str, path: str = "assistant.yaml") -> list[Said]:
    """Rule, severity and marked characters of everything that is said."""
    return [
        (d.rule, str(d.severity), text[d.span.start : d.span.end])
        for d in _diagnostics(text, *rules, path=path)
    ]


def _prompt(words: str) -> str:
    return "prompt: |2\n" + "".join(f"  {line}\n" if line else "\n" for line in words.split("\n"))


# --- texts that a competent author writes ------------------------------------------------

_FIELDS = {
    "transfer": 'transfer_phone_number: "+33142685300"\n',
    "keys": "ivr_navigation_enabled: true\n",
    "calendly": "calendly: {connection_id: a, event_type_id: b}\n",
}


def _competent() -> list[tuple[str, str]]:
    text = Path(__file__).with_name("prompts.txt").read_text("utf-8")
    definitions = []
    for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        title, _, words = block.partition("\n")
        name, _, fields = title.partition(" | ")
        given = "".join(_FIELDS[field] for field in fields.split())
        definitions.append((name, given + _prompt(words.rstrip("\n"))))
    return definitions


@pytest.mark.parametrize(("name", "definition"), _competent())
def test_a_competent_prompt_is_met_with_silence(name: str, definition: str) -> None:
    assert _said(definition) == []


def test_what_is_no_text_is_no_matter_for_these_rules() -> None:
    assert (
        _said("prompt: 12\nfaq_items: [1, {question: 3, answer: null}]\nvoice: {id: [a]}\n") == []
    )


# --- placeholders ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        (
            "prompt: &p |\n  Hi {{name}.\nfirst_sentence: *p\n",
            [("{{name}", "the placeholder `{{name}` is not closed by two braces")],
        ),
        (
            "x-p: &p Hi {{}}\nprompt: *p\n",
            [("*p", "the placeholder `{{}}` has no name between its braces")],
        ),
        (
            "x-b: &b {voicemail_message: 'Hi {name}}, call us'}\n<<: *b\n",
            [("*b", "the placeholder `{name}}` is not opened by two braces")],
        ),
        (
            "prompt: >\n  You are calling {{company\n  name}}.\n",
            [
                (
                    "{{company\n  name}}",
                    "the placeholder `{{company name}}` has something between its braces "
                    "that is no name",
                )
            ],
        ),
        (
            "faq_items:\n- {question: 'Who?', answer: \"It's \\u00e9 {{1st}}\"}\n",
            [
                (
                    "{{1st}}",
                    "the placeholder `{{1st}}` has something between its braces that is no name",
                )
            ],
        ),
    ],
)
def test_malformed_placeholder(definition: str, said: list[tuple[str, str]]) -> None:
    found = _diagnostics(definition, "malformed-placeholder")
    assert [(definition[d.span.start : d.span.end], d.message) for d in found] == said


@pytest.mark.parametrize(
    ("definition", "marked", "fixed"),
    [
        ("prompt: Call {name} of ${company}\n", "{name} ${company}", "{{name}} of {{company}}"),
        ("prompt: 'It''s #{name} <<id>>'\n", "#{name} <<id>>", "'It''s {{name}} {{id}}'"),
        ('prompt: "Caf\\u00e9 %name%"\n', "%name%", '"Caf\\u00e9 {{name}}"'),
        ("prompt: Bonjour {prénom}, %(ville)s\n", "{prénom} %(ville)s", "{{prénom}}, {{ville}}"),
        ("prompt: |\n  Hi {name},\n  bye.\n", "{name}", "  Hi {{name}},\n  bye."),
        ("prompt: x {{a}} [[lead.name]]\n", "[[lead.name]]", "x {{a}} {{lead.name}}"),
        # The name that the definition has already is the one that was meant.
        (
            "prompt: '{{firstName}}, or [First Name]'\n",
            "[First Name]",
            "'{{firstName}}, or {{firstName}}'",
        ),
        # A plain scalar cannot begin with a brace, so that there is no fix.
        ("prompt: <<name>>, hello\n", "<<name>>", "prompt: <<name>>, hello"),
        # The dollar sign may be one.
        ("prompt: It costs ${price}.\n", "{price}", "costs ${{price}}."),
    ],
)
def test_lookalike_placeholder_and_its_fix(definition: str, marked: str, fixed: str) -> None:
    found = _diagnostics(definition, "lookalike-placeholder")
    assert " ".join(definition[d.span.start : d.span.end] for d in found) == marked
    assert {str(d.severity) for d in found} == {"warning"}
    text = edit.apply(definition, [d.fix for d in found if d.fix is not None])
    assert fixed in text


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        # Read aloud, a bracket can only be a placeholder.
        (
            "first_sentence_mode: static\nfirst_sentence: Hi [First Name], [laughs] [pause]\n",
            [("warning", "[First Name]")],
        ),
        (
            "voicemail_message: Ici [Société] pour [prenom_client]\n",
            [("warning", "[Société]"), ("warning", "[prenom_client]")],
        ),
        # In a prompt it may be for the model to fill in.
        ("prompt: Call [NAME] of Fern Solar.\n", [("warning", "[NAME]")]),
        ("prompt: 'Say: \"Hi [NAME], this is Ann.\"'\n", [("info", "[NAME]")]),
        ("prompt: Hi [NAME], about [the reason you know].\n", []),
        ("prompt: Hi [Name], hi [name].\n", []),
        ("prompt: '{{name}} Hi [Name]'\n", [("warning", "[Name]")]),
        # What stands in JSON is left alone; what stands beside it is not.
        (
            'prompt: \'Say {name}. Send {"a": {b}, "c": "{d}"}\'\n',
            [("warning", "{name}")],
        ),
    ],
)
def test_lookalike_placeholder_in_brackets(definition: str, said: list[tuple[str, str]]) -> None:
    assert [(s, m) for _, s, m in _said(definition, "lookalike-placeholder")] == said


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        (
            "prompt: '{{first_name}} {{firstName}} {{FIRST-NAME}} {{last_name}} {{firstName}}'\n",
            [("warning", "{{firstName}}"), ("warning", "{{FIRST-NAME}}")],
        ),
        # The later one in the file, whatever the order of the contract.
        (
            "voicemail_message: '{{contactName}}'\nprompt: '{{contact_name}}'\n",
            [("warning", "{{contact_name}}")],
        ),
        ("prompt: '{{prénom}} {{prenom | upcase}}'\n", [("warning", "{{prenom | upcase}}")]),
        ("prompt: '{{customer_name}} {{custmer_name}}'\n", [("info", "{{custmer_name}}")]),
        ("prompt: '{{customer_name}} {{cusotmer_name}}'\n", [("info", "{{cusotmer_name}}")]),
        ("prompt: '{{slot_1}} {{slot_2}} {{slots}} {{slot}} {{date}} {{data}}'\n", []),
    ],
)
def test_near_duplicate_variable(definition: str, said: list[tuple[str, str]]) -> None:
    assert [(s, m) for _, s, m in _said(definition, "near-duplicate-variable")] == said


def test_near_duplicate_variable_shows_the_first() -> None:
    text = "first_sentence: Hi {{contact_name}}\nprompt: Thank {{contactName}}.\n"
    (found,) = _diagnostics(text, "near-duplicate-variable")
    assert found.message == (
        "the variables `{{contact_name}}` and `{{contactName}}` differ only in spelling, "
        "and are two variables"
    )
    assert [(r.message, text[r.span.start : r.span.end]) for r in found.related] == [
        ("`{{contact_name}}` is first used here", "{{contact_name}}")
    ]


# --- leftovers and secrets ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("TODO: add the hours", "TODO"),
        ("# TODO add the hours", "TODO"),
        ("We are open (TODO).", "TODO"),
        ("TODO(ann): ask", "TODO"),
        ("Price: TBD", "TBD"),
        ("FIXME the greeting", "FIXME"),
        ("You work for <your company>.", "<your company>"),
        ("Ici <votre entreprise>", "<votre entreprise>"),
        ("Hier ist <Ihre Firma>", "<Ihre Firma>"),
        ("Soy de <tu empresa>", "<tu empresa>"),
        ("<YOUR_NAME> and [Your Company]", "<YOUR_NAME> [Your Company]"),
        (
            "[INSERT COMPANY NAME] [Firmenname einsetzen]",
            "[INSERT COMPANY NAME] [Firmenname einsetzen]",
        ),
        ("REPLACE_ME, CHANGEME, INSERT_NAME_HERE", "REPLACE_ME CHANGEME INSERT_NAME_HERE"),
        ("Lorem ipsum dolor sit amet, consectetur", "Lorem ipsum"),
        ("Horaires : À COMPLÉTER", "À COMPLÉTER"),
        ("Eres de la clínica.\nTODO: completar el horario", "TODO"),
        # None of these is a note to the author.
        ("TODO el personal de la clínica es amable", ""),
        ("Explica TODO a los clientes. Ante TODO: calma", ""),
        ("todo: la cortesía es lo primero", ""),
        ("the TODO list of the caller, a to-do app", ""),
        ("XXX-XXX-XXXX or (XXX) XXX-XXXX", ""),
        ("If the date is TBD, say so.", ""),
        ("<your_role>be nice</your_role> <role> <wait for user response>", ""),
        ('Say: "this is [your name]", then [name].', ""),
        ("Say nothing of `TODO`.", ""),
        ("Change me to another line, fill in the form, replace the part here", ""),
    ],
)
def test_leftover_todo(words: str, marked: str) -> None:
    said = _said(_prompt(words), "leftover-todo")
    assert " ".join(one for _, _, one in said) == marked
    assert {severity for _, severity, _ in said} <= {"warning"}


def test_leftover_todo_looks_at_texts_and_not_at_comments() -> None:
    text = (
        "# TODO: everything\n"
        "prompt: Hi # FIXME\n"
        "voicemail_message: 'TODO: record'\n"
        "structured_output_config:\n"
        "- {name: todo, description: REPLACE_ME}\n"
    )
    assert [(d.message, text[d.span.start : d.span.end]) for d in _diagnostics(text)] == [
        ("`TODO` is a note to the author, left in a text that is read aloud", "TODO"),
        (
            "`REPLACE_ME` is a note to the author, left in a text that is given to the model",
            "REPLACE_ME",
        ),
    ]


_JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N"


@pytest.mark.parametrize(
    ("words", "secret", "said"),
    [
        ("key sk-proj-abcdefgh12345678ijkl", "sk-proj-abcdefgh12345678ijkl", "(API key)"),
        ("sk-1234567890abcdef", "sk-1234567890abcdef", "(API key)"),
        ("AKIAIOSFODNN7EXAMPLE.", "AKIAIOSFODNN7EXAMPLE", "(AWS access key)"),
        (f"Bearer {_JWT}", _JWT, "(JSON web token)"),
        ("Bearer 4f9c2b7ae81d4c03b5aa", "Bearer 4f9c2b7ae81d4c03b5aa", "(bearer token)"),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7\n-----END RSA PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\n  MIIEpAIBAAKCAQEA7\n  -----END RSA PRIVATE KEY-----",
            "(private key)",
        ),
        (
            "ghp_0123456789abcdefghijABCDEFGHIJ012345",
            "ghp_0123456789abcdefghijABCDEFGHIJ012345",
            "(GitHub token)",
        ),
        ("postgres://admin:hunter2222@db.example.com", "hunter2222", "(password)"),
        ('{"api_key": "v3KQ7bHcP8fLTjGxE5mRnZ2s"}', "v3KQ7bHcP8fLTjGxE5mRnZ2s", "(key)"),
    ],
)
def test_secret_in_text_shows_four_characters_at_most(words: str, secret: str, said: str) -> None:
    text = _prompt(words)
    (found,) = _diagnostics(text, "secret-in-text")
    assert text[found.span.start : found.span.end] == secret
    assert str(found.severity) == "error" and said in found.message
    bare = secret.removeprefix("Bearer ")
    for shown in (found.message, found.help or "", *(r.message for r in found.related)):
        assert bare[:5] not in shown
    assert found.message.endswith(f"`{bare[:4]}…`")


@pytest.mark.parametrize(
    "words",
    [
        "sk-your-api-key-here, sk-xxxxxxxxxxxxxxxxxxxxxxxx, task-based-communication-strategy",
        "Bearer token in the header, bearer of bad news 12345",
        "-----BEGIN PUBLIC KEY-----",
        "password: please ask the caller; the password is 4F2A",
        "Track 1Z999AA10123456784, IBAN DE89370400440532013000",
        "https://{{user}}:{{password}}@northwind.example",
    ],
)
def test_secret_in_text_leaves_alone(words: str) -> None:
    assert _said(_prompt(words), "secret-in-text") == []


def test_secret_in_text_looks_at_every_text_once_but_not_at_the_webhook() -> None:
    text = (
        "name: AKIAIOSFODNN7EXAMPLE\n"
        "webhook_url: https://northwind.example/?key=AKIAIOSFODNN7EXAMPLE\n"
        "prompt: &p The key is AKIAIOSFODNN7EXAMPLE\n"
        "first_sentence: *p\n"
    )
    found = _diagnostics(text, "secret-in-text")
    assert [d.source.position(d.span.start).line for d in found] == [1, 3]


# --- sections ----------------------------------------------------------------------------

_LONG = (
    "Answer in full sentences and never read a list aloud, because nobody can follow a list "
    "on the telephone, whatever it says and however short."
)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("# Goal\nAsk.\n# Tone\nWarm.\n# goal:\nAsk again.", [("# goal:", "# Goal")]),
        # A part that was pasted twice is one mistake.
        ("# A\nx\n## B\ny\n# A\nx\n## B\ny", [("# A", "# A")]),
        ("[Goal]\nAsk.\n\n[Tone]\nWarm.\n\n[Goal]\nAsk.", [("[Goal]", "[Goal]")]),
        ("Goal\n====\nAsk.\n\nTone\n----\nx\n\nGoal\n====\nAsk.", [("Goal", "Goal")]),
        (f"{_LONG}\n\nAsk.\n\n{_LONG}", [(_LONG, _LONG)]),
        # The paragraph belongs to the section, which has been named.
        (f"## A\n\n{_LONG}\n\n## A\n\n{_LONG}", [("## A", "## A")]),
        ("# In\n## Greeting\nx\n# Out\n## Greeting\ny", []),
        ("## Example\na\n## Example\nb", []),
        ("# A\n```\n# Goal\n# Goal\n```", []),
        (f'"{_LONG}"\n\nor\n\n"{_LONG}"', []),
        ("Ask one thing at a time.\n\nx\n\nAsk one thing at a time.", []),
        ("{% if a %}\n# A\n{% else %}\n# A\n{% endif %}", []),
    ],
)
def test_repeated_section(words: str, said: list[tuple[str, str]]) -> None:
    text = _prompt(words)
    found = [
        (text[d.span.start : d.span.end], text[d.related[0].span.start : d.related[0].span.end])
        for d in _diagnostics(text, "repeated-section")
    ]
    assert found == said
    for d in _diagnostics(text, "repeated-section"):
        assert d.related[0].span < d.span


def test_repeated_paragraph_in_a_folded_scalar() -> None:
    text = f"prompt: >\n  {_LONG}\n\n  Ask.\n\n  {_LONG}\n"
    assert _said(text) == [("repeated-section", "warning", _LONG)]


# --- capabilities ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("If the caller asks for a human, transfer the call.", "transfer"),
        ("Offer to transfer them to a colleague.", "transfer"),
        ('Say: "I\'ll put you through to our team."', "put"),
        ("If you cannot help, connect the caller with a live agent.", "connect"),
        ("Whoever insists: **transfer the\ncall** to sales.", "transfer"),
        ("Use transfer_call when needed.", "transfer_call"),
        ("Si le client le demande, transfère l'appel à un conseiller.", "transfère"),
        ("« Je vais vous mettre en relation avec un conseiller. »", "mettre"),
        ("Leite den Anruf an einen Mitarbeiter weiter.", "Leite"),
        ("Auf Wunsch den Anrufer zu einem Kollegen durchstellen.", "durchstellen"),
        ("„Ich verbinde Sie mit einem Kollegen.“", "verbinde"),
        ("Transfiere la llamada a un agente humano.", "Transfiere"),
        ("« Le paso con un compañero »", "Le paso"),
        # not the agent, not now, not a call
        ("Never transfer the call.", ""),
        ("Whatever they say, you must never\ntransfer the call.", ""),
        ("Never:\n- Transfer the call\n- Give prices", ""),
        ("## What you must not do\n- transfer calls", ""),
        ("If the caller asks to be transferred, take a message.", ""),
        ("If the caller asks you to transfer them, explain that you cannot.", ""),
        ("The switchboard transfers calls to you.", ""),
        ("Explain how to transfer money. Forward the message to our team.", ""),
        ("Ne transfère jamais l'appel. Le client paie par virement.", ""),
        ("Leite Anrufe niemals weiter. Leite die Nachricht weiter.", ""),
        ("No transfieras la llamada. Pasa al siguiente paso.", ""),
        # keys
        ("If you reach a menu, press 1 for sales.", "press"),
        ("Navigate the phone menu to reach billing.", "Navigate"),
        ("Si un standard vocal répond, appuie sur la touche 1.", "appuie"),
        ("Wenn ein Menü kommt, drücke die 1.", "drücke"),
        ("Si responde un menú, pulsa 1.", "pulsa"),
        ('Say: "Press 1 to confirm." Ask them to press 1.', ""),
        ("If you reach an IVR, hang up. In an emergency dial 112.", ""),
        ("Dites : « appuyez sur 1 ».", ""),
        # bookings
        ("At the end, book an appointment.", "book"),
        ("Your goal is to schedule a demo with the prospect.", "schedule"),
        ("Fixe un rendez-vous avec le client.", "Fixe"),
        ("Vereinbare einen Termin mit dem Kunden.", "Vereinbare"),
        ("Agenda una cita con el cliente.", "Agenda"),
        ("Do not book appointments.", ""),
        ("If the caller wants to book an appointment, send them to the website.", ""),
        ("Take their preferred day; a colleague will schedule the appointment.", ""),
        ("Confirm the appointment booked for {{date}}.", ""),
        ("Ne prends jamais de rendez-vous. Vereinbare keine Termine. No agendes citas.", ""),
    ],
)
def test_capability_not_configured(words: str, marked: str) -> None:
    said = _said(_prompt(words), "capability-not-configured")
    assert said == ([("capability-not-configured", "warning", marked)] if marked else [])


@pytest.mark.parametrize(
    ("field", "message", "related"),
    [
        ("", "no `transfer_phone_number` is given", []),
        (
            "transfer_phone_number: null\n",
            "`transfer_phone_number` is null",
            ["transfer_phone_number"],
        ),
    ],
)
def test_capability_not_configured_says_what_is_missing(
    field: str, message: str, related: list[str]
) -> None:
    text = f"{field}prompt: Transfer the call.\n"
    (found,) = _diagnostics(text, "capability-not-configured")
    said = "the prompt says that the agent transfers calls (`Transfer`), but "
    assert found.message == said + message
    assert [text[r.span.start : r.span.end] for r in found.related] == related


def test_ivr_navigation_that_is_switched_off_enables_nothing() -> None:
    text = "ivr_navigation_enabled: false\nprompt: When a menu answers, press 1.\n"
    assert _said(text) == [("capability-not-configured", "warning", "press")]
    assert _said(text.replace("false", "true")) == []


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("prompt: Ask whether the delivery arrived.\n", True),
        ("prompt: Demande si la livraison est arrivée.\n", True),
        ("prompt: If they ask for a human, say that one will come on the line.\n", False),
        ("prompt: Bei Bedarf weiterleiten.\n", False),
        ("prompt: Propose un conseiller.\n", False),
        ("prompt: Never transfer the call.\n", False),
        (
            "prompt: Be kind.\nfaq_items: [{question: Can I talk to a human?, answer: 'Yes.'}]\n",
            False,
        ),
        ("prompt: ''\n", False),
        ("name: x\n", False),
    ],
)
def test_transfer_never_mentioned(rest: str, said: bool) -> None:
    text = f"transfer_phone_number: '+33142685300'\n{rest}"
    expected = [("transfer-never-mentioned", "info", "'+33142685300'")] if said else []
    assert _said(text, "transfer-never-mentioned") == expected


# --- FAQ and lengths ---------------------------------------------------------------------


def test_duplicate_question_is_worse_when_the_answers_differ() -> None:
    text = (
        "faq_items:\n"
        "- {question: 'Open?', answer: a}\n"
        "- {question: ' open ?', answer: A.}\n"
        '- {question: "OPEN!", answer: b}\n'
        "- {question: 'Open? Where?', answer: a}\n"
    )
    found = _diagnostics(text)
    assert [(str(d.severity), text[d.span.start : d.span.end], d.message) for d in found] == [
        ("warning", "' open ?'", "the question `open ?` is in the FAQ twice"),
        (
            "error",
            '"OPEN!"',
            "the question `OPEN!` is in the FAQ twice, with two different answers",
        ),
    ]
    assert {text[d.related[0].span.start : d.related[0].span.end] for d in found} == {"'Open?'"}


def test_duplicate_question_through_an_alias() -> None:
    text = "faq_items:\n- &q {question: 'Open?', answer: a}\n- *q\n"
    assert _said(text) == [("duplicate-question", "warning", "*q")]


def test_questions_without_letters_are_not_compared() -> None:
    assert _said("faq_items: [{question: '?', answer: a}, {question: '', answer: b}]\n") == []


@pytest.mark.parametrize(("length", "said"), [(500, 0), (501, 1)])
def test_long_faq_answer_counts_characters(length: int, said: int) -> None:
    text = f"faq_items: [{{question: Who?, answer: {'é' * length}}}]\n"
    assert [m for _, _, m in _said(text)] == ["é" * length] * said


@pytest.mark.parametrize(("length", "said"), [(32_003, 0), (32_004, 1)])
def test_long_prompt_counts_four_bytes_a_token(length: int, said: int) -> None:
    text = f"prompt: {'a' * length}\n"
    assert [rule for rule, _, _ in _said(text)] == ["long-prompt"] * said


def test_places_are_exact_in_json_too() -> None:
    text = '{"name": "x", "prompt": "Caf\\u00e9 {{}} \\n {name} \\u00e9 TODO: x {{a_b}} {{aB}}"}'
    assert _said(text, path="assistant.json") == [
        ("malformed-placeholder", "error", "{{}}"),
        ("lookalike-placeholder", "warning", "{name}"),
        ("leftover-todo", "warning", "TODO"),
        ("near-duplicate-variable", "warning", "{{aB}}"),
    ]


def test_every_document_is_looked_at() -> None:
    text = "prompt: Hi {name}, x\n---\nprompt: Hi {{name}, x\n"
    assert _said(text) == [
        ("lookalike-placeholder", "warning", "{name}"),
        ("malformed-placeholder", "error", "{{name}"),
    ]
