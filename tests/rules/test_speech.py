"""The rules about voice, first sentence and voicemail: the input and all that is said of it.

Every fragment stands below a name and a prompt. The rules of the schema and of YAML run too:
one mistake gives one diagnostic.
"""

from __future__ import annotations

import json

import pytest

from revox_lint import edit
from revox_lint.engine import Settings, lint
from revox_lint.rule import all_rules, load
from revox_lint.syntax.source import Source

RULES = tuple(rule for rule in all_rules() if rule.family in ("syntax", "schema", "speech"))
HEAD = "name: Reception\nprompt: You answer the phone.\n"

Said = tuple[str, str, str]


def said(text: str, path: str = "assistant.yaml") -> list[Said]:
    """Rule, severity and the marked characters of every diagnostic."""
    return [
        (one.rule, one.severity.value, text[one.span.start : one.span.end])
        for one in lint(Source(path, text), Settings(rules=RULES)).diagnostics
    ]


def messages(fragment: str) -> list[str]:
    outcome = lint(Source("assistant.yaml", HEAD + fragment), Settings(rules=RULES))
    return [one.message for one in outcome.diagnostics]


VOICE = "voice:\n  provider: {}\n  id: {}\n"
UUID = "e07c00bc-4134-4eae-9ea4-1a55fb45746b"
SHORT = "21m00Tcm4TlvDq8ikWAM"


@pytest.mark.parametrize(
    ("provider", "voice_id", "rule", "severity"),
    [
        ("elevenlabs", SHORT, None, None),
        ("cartesia", UUID, None, None),
        ("cartesia", UUID.upper(), None, None),
        ("elevenlabs", UUID, "voice-id-of-other-provider", "warning"),
        ("cartesia", SHORT, "voice-id-of-other-provider", "warning"),
        ("elevenlabs", "Rachel", "unusual-voice-id", "info"),
        ("elevenlabs", "21m00Tcm4TlvDq8ikWA", "unusual-voice-id", "info"),
        ("elevenlabs", "my-cloned-voice", "unusual-voice-id", "info"),
        # Twenty small letters are a word, not an id.
        ("cartesia", "marieclonedforbookin", "unusual-voice-id", "info"),
        ("cartesia", "e07c00bc41344eae9ea41a55fb45746b", "unusual-voice-id", "info"),
        ("elevenlabs", "voice-id", "placeholder-voice-id", "warning"),
        ("elevenlabs", "xxx", "placeholder-voice-id", "warning"),
        ("cartesia", "TODO", "placeholder-voice-id", "warning"),
        ("cartesia", "id", "placeholder-voice-id", "warning"),
        ("elevenlabs", "YOUR_ELEVENLABS_VOICE_ID", "placeholder-voice-id", "warning"),
        ("elevenlabs", "yourVoiceIdHere", "placeholder-voice-id", "warning"),
        ("cartesia", "<voice-id>", "placeholder-voice-id", "warning"),
        ("cartesia", "${VOICE_ID}", "placeholder-voice-id", "warning"),
        ("elevenlabs", "'{{voice_id}}'", "placeholder-voice-id", "warning"),
        ("elevenlabs", "votre-id-de-voix", "placeholder-voice-id", "warning"),
        ("elevenlabs", "deine-stimmen-id", "placeholder-voice-id", "warning"),
        ("elevenlabs", "id-de-voz", "placeholder-voice-id", "warning"),
        # It has the shape of an id of Cartesia, and is none of anybody.
        (
            "elevenlabs",
            "00000000-0000-0000-0000-000000000000",
            "placeholder-voice-id",
            "warning",
        ),
        (
            "cartesia",
            "12345678-1234-1234-1234-123456789012",
            "placeholder-voice-id",
            "warning",
        ),
        ("elevenlabs", "xxxxxxxxxxxxxxxxxxxx", "placeholder-voice-id", "warning"),
    ],
)
def test_voice_id(provider: str, voice_id: str, rule: str | None, severity: str | None) -> None:
    expected = [(rule, severity, voice_id)] if rule else []
    assert said(HEAD + VOICE.format(provider, voice_id)) == expected


def test_a_voice_of_an_unknown_provider_is_left_to_the_schema() -> None:
    fragment = VOICE.format("eleven-labs", UUID) + "  speed: 9\n"
    assert said(HEAD + fragment) == [("unknown-value", "error", "eleven-labs")]


@pytest.mark.parametrize(
    ("provider", "speed", "nearest"),
    [
        ("cartesia", "0.5", "0.6"),
        ("cartesia", "1.51", "1.5"),
        ("elevenlabs", "1.5", "1.2"),
        ("elevenlabs", "0", "0.7"),
        ("elevenlabs", "-1", "0.7"),
        ("elevenlabs", "120", "1.2"),
    ],
)
def test_speed_out_of_range(provider: str, speed: str, nearest: str) -> None:
    head = VOICE.format(provider, SHORT if provider == "elevenlabs" else UUID) + "  speed: "
    text = HEAD + head + speed + "  # brisk\n"
    assert said(text) == [("voice-speed-out-of-range", "error", speed)]
    outcome = lint(Source("a.yaml", text), Settings(rules=RULES))
    fixes = [one.fix for one in outcome.diagnostics if one.fix is not None]
    assert edit.apply(text, fixes) == HEAD + head + nearest + "  # brisk\n"


@pytest.mark.parametrize("speed", [".inf", "-.INF", ".nan"])
def test_a_speed_that_is_no_finite_number_is_out_of_every_range(speed: str) -> None:
    text = HEAD + VOICE.format("elevenlabs", SHORT) + f"  speed: {speed}\n"
    assert said(text) == [("number-out-of-range", "error", speed)]


@pytest.mark.parametrize(
    ("provider", "speed"),
    [("cartesia", "0.6"), ("cartesia", "1.5"), ("elevenlabs", "0.70"), ("elevenlabs", "1")],
)
def test_the_bounds_of_a_speed_belong_to_it(provider: str, speed: str) -> None:
    voice = VOICE.format(provider, SHORT if provider == "elevenlabs" else UUID)
    assert said(f"{HEAD}{voice}  speed: {speed}\n") == []


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        (
            "first_sentence_mode: static\n",
            [("static-without-sentence", "error", "static")],
        ),
        # Null and blank are nothing to say; the null is not reported a second time.
        (
            "first_sentence_mode: static\nfirst_sentence: null\n",
            [("static-without-sentence", "error", "static")],
        ),
        (
            "first_sentence_mode: 'static'\nfirst_sentence:\n",
            [("static-without-sentence", "error", "'static'")],
        ),
        (
            "first_sentence: '  '\nfirst_sentence_mode: static\n",
            [("static-without-sentence", "error", "static")],
        ),
        ("first_sentence_mode: static\nfirst_sentence: Hello?\n", []),
        # A value of a wrong type is given all the same.
        (
            "first_sentence_mode: static\nfirst_sentence: 5\n",
            [("wrong-type", "error", "5")],
        ),
        (
            "first_sentence_mode: none\nfirst_sentence: Hello?\n",
            [("sentence-never-spoken", "warning", "Hello?")],
        ),
        (
            "first_sentence_mode: none\nfirst_sentence_delay_ms: 800\n",
            [("sentence-never-spoken", "warning", "800")],
        ),
        # One mistake: the mode and what does not go with it.
        (
            "first_sentence_mode: none\nfirst_sentence: Hello?\nfirst_sentence_delay_ms: 8000\n",
            [("sentence-never-spoken", "warning", "Hello?")],
        ),
        (
            "first_sentence_mode: none\nfirst_sentence_delay_ms: 8000\n",
            [("sentence-never-spoken", "warning", "8000")],
        ),
        ("first_sentence_mode: none\n", []),
        ("first_sentence_mode: none\nfirst_sentence: ''\nfirst_sentence_delay_ms: 0\n", []),
        (
            "first_sentence_mode: generated\n",
            [("generated-without-instruction", "warning", "generated")],
        ),
        (
            "first_sentence_mode: generated\nfirst_sentence: ' '\n",
            [("generated-without-instruction", "warning", "generated")],
        ),
        ("first_sentence_mode: generated\nfirst_sentence: Greet the caller.\n", []),
        (
            'first_sentence: "Hello, this is Ava."\n',
            [("implicit-sentence-mode", "info", '"Hello, this is Ava."')],
        ),
        (
            "first_sentence: Hello?\nfirst_sentence_mode: null\n",
            [("implicit-sentence-mode", "info", "Hello?")],
        ),
        ("first_sentence: ''\n", []),
        # A mode that does not exist is one mistake.
        (
            "first_sentence_mode: Static\n",
            [("unknown-value", "error", "Static")],
        ),
        (
            "first_sentence_mode: static\nfirst_sentence: Hello?\nfirst_sentence_delay_ms: 5001\n",
            [("long-first-delay", "warning", "5001")],
        ),
        (
            "first_sentence_mode: static\nfirst_sentence: Hello?\nfirst_sentence_delay_ms: 5000\n",
            [],
        ),
    ],
)
def test_mode_of_the_first_sentence(fragment: str, expected: list[Said]) -> None:
    assert said(HEAD + fragment) == expected


def test_an_opening_in_the_prompt_is_something_to_go_by() -> None:
    for prompt in (
        "Start the call by saying who you are.",
        "Greet the caller.",
        "Présente-toi, puis demande le nom.",
        "Begrüße den Anrufer.",
        "Saluda al cliente.",
    ):
        text = f"name: Reception\nprompt: {prompt}\nfirst_sentence_mode: generated\n"
        assert said(text) == [("generated-without-instruction", "info", "generated")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Greet the caller and ask how you can help.",
        "Greet {{first_name}} warmly.",
        "Introduce yourself as Ava and ask whether now is a good time.",
        "Warmly welcome the person and explain why you are calling.",
        "Say hello and ask how they are doing.",
        "Thank the caller for calling and offer help.",
        "Start the call by introducing yourself.",
        "You are Ava, a friendly assistant. Find out what they need.",
        "When the customer answers, greet them by name.",
        "In a warm tone, greet the caller.",
        "[Greet the caller]",
        "A short, friendly greeting that mentions the company.",
        "Ask {{first_name}} if they are free on Tuesday.",
        "Présente-toi et demande si c'est le bon moment.",
        "Présentez-vous au nom de l'agence.",
        "Salue le client par son nom.",
        "Saluer l’interlocuteur et se présenter.",
        "Demande au client son numéro de dossier.",
        "Dis bonjour et présente l'agence.",
        "Tu es Léa, assistante de l'agence. Sois aimable.",
        "Begrüße den Anrufer und stelle dich vor.",
        "Begrüßen Sie den Kunden und fragen Sie nach seinem Anliegen.",
        "Begruesse den Anrufer.",
        "Stellen Sie sich kurz vor und fragen Sie, ob es gerade passt.",
        "Sag hallo und frage, wie du helfen kannst.",
        "Den Anrufer freundlich begrüßen und nach dem Grund fragen.",
        "Saluda al cliente y preséntate.",
        "Preséntate como Lucía y pregunta si es un buen momento.",
        "Da la bienvenida al cliente y ofrece ayuda.",
        "Dile que llamas de la clínica.",
    ],
)
def test_instruction_as_static_sentence(sentence: str) -> None:
    written = json.dumps(sentence, ensure_ascii=False)
    text = f"{HEAD}first_sentence_mode: static\nfirst_sentence: {written}\n"
    assert said(text) == [("instruction-as-static-sentence", "warning", written)]
    # The same text is right where the model makes up the sentence.
    assert said(text.replace("static", "generated")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you for calling Acme. How can I help you?",
        "Welcome to Acme customer support.",
        "Please state your name and the reason for your call after the tone.",
        "Tell me, how can I help you today?",
        "Ask me anything about your order.",
        "Say hello to savings! This is Ava.",
        "Warm greetings from Acme!",
        "You should have received a letter from us.",
        "You are speaking with Ava, the virtual assistant of Acme.",
        "Finally, a dentist that calls you back!",
        "I'd like to introduce myself. My name is Ava.",
        "If you are calling about a bill, say billing.",
        "Hi, is this the owner of the car?",
        "Hi, please ask your parents to call me back.",
        "Demandez votre devis gratuit dès aujourd'hui !",
        "Indiquez le motif de votre appel après le bip.",
        "Présentez votre carte à l'accueil.",
        "Dites-moi, comment puis-je vous aider ?",
        "Vous êtes en relation avec l'assistant du cabinet Martin.",
        # "Imagine", not "introduce yourself".
        "Stellen Sie sich vor, Sie sparen hundert Euro!",
        "Sagen Sie mir bitte, worum es geht.",
        "Sie sprechen mit der digitalen Assistentin der Praxis.",
        "Saludos de Clínica Sol.",
        "Dígame su nombre, por favor.",
        "Me presento: soy Lucía.",
    ],
)
def test_what_is_said_is_no_instruction(sentence: str) -> None:
    written = json.dumps(sentence, ensure_ascii=False)
    assert said(f"{HEAD}first_sentence_mode: static\nfirst_sentence: {written}\n") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Book at https://acme.com/book.", "https://acme.com/book"),
        ("Book at https://acme.com/{{id}}, or call.", "https://acme.com/{{id}}"),
        ("Visit www.acme.com!", "www.acme.com"),
        ("Go to acme.com/book now.", "acme.com/book"),
        ("See [our site](https://acme.com).", "[our site](https://acme.com)"),
        ("This is **very important**.", "**very important**"),
        ("Call us __now__.", "__now__"),
        ("Call **555-1234**.", "**555-1234**"),
        ("This is *really* urgent.", "*really*"),
        ("Type `start`.", "`start`"),
        ("<b>Hello</b>", "<b>"),
        ("Hi 👋 there", "👋"),
        ("Great 🎉🎉!", "🎉🎉"),
        ("Thanks ❤️", "❤️"),
        ("Hi :wave: there", ":wave:"),
        ("Press 1️⃣.", "1️⃣"),
        ("• cleaning • repairs", "•"),
        ("We do: - cleaning - repairs", "-"),
        ("[pause] Hello.", "[pause]"),
        ("Hello (pause 2 seconds) there.", "(pause 2 seconds)"),
        ("Hello *smiles* there.", "*smiles*"),
        ("[wait for response] Good.", "[wait for response]"),
        ("[in a cheerful voice] Hello.", "[in a cheerful voice]"),
        ("Bonjour (rires).", "(rires)"),
        ("(d'un ton chaleureux) Bonjour.", "(d'un ton chaleureux)"),
        ("[kurze Pause] Hallo.", "[kurze Pause]"),
        ("Hallo (lacht).", "(lacht)"),
        ("Hola (risas).", "(risas)"),
        ("[sonríe] Hola.", "[sonríe]"),
    ],
)
@pytest.mark.parametrize("field", ["first_sentence", "voicemail_message", "end_of_call_sentence"])
def test_unspeakable(field: str, text: str, marked: str) -> None:
    # In quotes, in a block, and in JSON with escapes: the same word is marked.
    mode = "first_sentence_mode: static\n" if field == "first_sentence" else ""
    for written in (json.dumps(text, ensure_ascii=False), f"|\n  Hello.\n  {text}"):
        assert said(f"{HEAD}{mode}{field}: {written}\n") == [
            ("unspeakable-text", "warning", marked)
        ]
    document = {"name": "A", "prompt": "P", field: text}
    if mode:
        document["first_sentence_mode"] = "static"
    assert said(json.dumps(document), "a.json") == [
        ("unspeakable-text", "warning", json.dumps(marked)[1:-1])
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("# Welcome", "Hello."), ["# Welcome"]),
        (("Hello.", "## Offer", "Cheap."), ["## Offer"]),
        (("We do:", "- cleaning", "- repairs"), ["-"]),
        (("We do", "* cleaning", "* repairs"), ["*"]),
        (("1. cleaning", "2. repairs"), ["1."]),
        (("Hello.", "---", "Bye."), ["---"]),
        # Of a kind the first is marked; the others are related places.
        (("- **Monday**", "- **Tuesday** 🎉"), ["-", "**Monday**", "🎉"]),
        (("Press", "# to end."), []),
        (("Wir sehen uns am", "3. Mai."), []),
        (("Bonjour Marie", "- c'est Léa - et je rappelle."), []),
        (("– Bonjour, c'est Léa.",), []),
        (("Hello.", "", "Bye."), []),
    ],
)
def test_unspeakable_lines(lines: tuple[str, ...], expected: list[str]) -> None:
    block = "".join(f"  {line}\n" if line else "\n" for line in lines)
    assert [marked for _, _, marked in said(f"{HEAD}voicemail_message: |\n{block}")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Call us back at (555) 123-4567, 24/7!",
        "Write to hello at acme dot com.",
        "Write to hello@acme.com, or look at acme.com.",
        "Our C# course, our R&D, our #1 offer: 50 % off, 10 €.",
        'He said "yes"... really? It\'s 5 * 3 – or 5*, they say.',
        "Press * to repeat, # to end; or dial *67#.",
        'One moment. <break time="1s"/> It\'s <emphasis>you</emphasis>.',
        "Your code is <spell>AB-12</spell>. <speed ratio='1.2'/> Bye.",
        "Hello {{first_name}}, from {{ company }}; {{__x__}}.",
        "Bonjour, M. ou Mme {{nom}} ; c'est (vraiment) gentil.",
        "Nous sommes fermés (pause déjeuner) à midi.",
        "L`avion d`Air France.",
        "Öffnungszeiten: 1. Mai, 2. Juni, 3. Juli.",
        "z.B./d.h. von 9:00/17:30 Uhr, a.m./p.m., and/or.",
        "¿Hola? ¡Sí! «Claro».",
        "Tom's™ wait times (wait times may vary) are short.",
        "In C♯, snake_case, ~10 minutes, 3 > 2.",
    ],
)
def test_what_can_be_said(text: str) -> None:
    written = json.dumps(text, ensure_ascii=False)
    assert said(f"{HEAD}voicemail_message: {written}\n") == []
    assert said(f"{HEAD}voicemail_message: >-\n  {text}\n") == []


def test_a_line_break_that_is_none() -> None:
    assert said(HEAD + r"voicemail_message: 'Hello.\nBye.'" + "\n") == [
        ("unspeakable-text", "warning", r"\n")
    ]


def test_a_tag_that_the_voice_understands() -> None:
    fragment = 'voicemail_message: "Oh, [laughter] it is you."\n'
    assert said(HEAD + VOICE.format("cartesia", UUID) + fragment) == []
    assert said(HEAD + VOICE.format("elevenlabs", SHORT) + fragment) == [
        ("unspeakable-text", "warning", "[laughter]")
    ]


def test_only_what_is_said_word_for_word_is_held_to_it() -> None:
    fragment = "first_sentence_mode: generated\nfirst_sentence: Greet **warmly** 👋.\n"
    assert said(HEAD + fragment) == []


LONG = (
    "Hello, thank you so much for taking my call today. My name is Ava and I am calling on behalf "
    "of Brightside Dental to talk about your upcoming appointment and about our new services."
)
MIDDLE = "Hello, this is Ava from Brightside Dental. Is now a good time to talk about your visit?"


def test_long_opening() -> None:
    static = "first_sentence_mode: static\nfirst_sentence: "
    assert said(f"{HEAD}{static}{MIDDLE}\n") == []
    assert said(f"{HEAD}{static}{LONG}\n") == [("long-opening", "info", LONG)]
    # A slow voice takes longer; a pause is time as well.
    slow = VOICE.format("cartesia", UUID) + "  speed: 0.6\n"
    assert said(f"{HEAD}{slow}{static}{MIDDLE}\n") == [("long-opening", "info", MIDDLE)]
    paused = f"'{MIDDLE} <break time=\"3s\"/> Yes?'"
    assert said(f"{HEAD}{static}{paused}\n") == [("long-opening", "info", paused)]
    assert messages(f"{static}{LONG}\n") == [
        "the first sentence takes about 11 s to say; 6 s are plenty"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "Bonjour, ici Léa de l'agence Horizon, je vous appelle pour votre devis. Avez-vous une "
            "minute ?"
        ),
        "Guten Tag, hier ist Lena von der Praxis Müller. Spreche ich mit {{name}}?",
        "Hola, soy Lucía de Clínica Sol. ¿Hablo con {{nombre}}? Le llamo por su cita.",
        "こんにちは、アクメのアヴァです。",
    ],
)
def test_openings_of_a_usual_length(sentence: str) -> None:
    assert said(f"{HEAD}first_sentence_mode: static\nfirst_sentence: '{_yaml(sentence)}'\n") == []


def _yaml(sentence: str) -> str:
    return sentence.replace("'", "''")


def test_long_voicemail() -> None:
    assert said(f"{HEAD}voicemail_message: {LONG}\n") == []
    thrice = f"{LONG} {LONG} {LONG}"
    assert said(f"{HEAD}voicemail_message: {thrice}\n") == [("long-voicemail", "info", thrice)]


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        (
            (
                "voicemail_message: Please call back.\ncall_retry_config: {max_retry_attempts: 3, "
                "calling_windows: []}\n"
            ),
            [("repeated-voicemail", "info", "Please call back.")],
        ),
        (
            (
                "voicemail_message: Please call back.\ncall_retry_config: {max_retry_attempts: 2, "
                "calling_windows: []}\n"
            ),
            [],
        ),
        (
            (
                "voicemail_message: null\ncall_retry_config: {max_retry_attempts: 9, "
                "calling_windows: []}\n"
            ),
            [],
        ),
        # The default of three attempts is nobody's choice.
        ("voicemail_message: Please call back.\n", []),
    ],
)
def test_repeated_voicemail(fragment: str, expected: list[Said]) -> None:
    assert said(HEAD + fragment) == expected


@pytest.mark.parametrize(
    ("duration", "rule"),
    [
        ("1", "duration-in-minutes"),
        ("10", "duration-in-minutes"),
        ("29.5", "duration-in-minutes"),
        ("30", None),
        ("45", None),
        ("600", None),
        ("7200", None),
        ("7201", "duration-in-minutes"),
        ("600000", "duration-in-minutes"),
        ("1e300", "duration-in-minutes"),
        ("9" * 400, "duration-in-minutes"),
        ("0", "number-out-of-range"),
        ("-5", "number-out-of-range"),
        (".inf", "number-out-of-range"),
        ("'10'", "wrong-type"),
        ("true", "wrong-type"),
    ],
)
def test_duration_in_minutes(duration: str, rule: str | None) -> None:
    found = said(f"{HEAD}max_call_duration_secs: {duration}\n")
    assert [(one, marked) for one, _, marked in found] == ([(rule, duration)] if rule else [])


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        (
            "max_call_duration_secs: 10\n",
            (
                "`10` ends every call after 10 seconds: the field is in seconds, and 10 minutes "
                "are "
                "600"
            ),
        ),
        (
            "max_call_duration_secs: 600000\n",
            (
                "`600000` allows calls of 167 hours: the field is in seconds, and 600000 "
                "milliseconds "
                "are 600 seconds"
            ),
        ),
        (
            "first_sentence_mode: static\n",
            (
                "the mode `static` speaks the first sentence exactly as given, but there is no "
                "`first_sentence`"
            ),
        ),
        (
            "first_sentence_mode: none\nfirst_sentence: Hello?\n",
            (
                "the first sentence `Hello?` is never spoken: with the mode `none` the agent "
                "does not "
                "speak first"
            ),
        ),
        (
            "end_of_call_sentence: Bye 👋\n",
            "`👋` in the sentence at the end of the call is an emoji, which a voice cannot say",
        ),
        (
            VOICE.format("elevenlabs", UUID),
            (
                f"the voice id `{UUID}` has the shape of an id of cartesia, but the provider is "
                "elevenlabs, whose ids are 20 letters and digits"
            ),
        ),
    ],
)
def test_messages(fragment: str, expected: str) -> None:
    assert messages(fragment) == [expected]


def test_through_aliases_merges_and_flow_style() -> None:
    text = (
        "name: Reception\n"
        "prompt: &sentence Greet the caller.\n"
        "first_sentence: *sentence\n"
        "first_sentence_mode: static\n"
        "voicemail_message: &bye Bye 👋\n"
        "end_of_call_sentence: *bye\n"
        "voice: {provider: elevenlabs, id: xxx, speed: 2}\n"
    )
    assert said(text) == [
        ("instruction-as-static-sentence", "warning", "*sentence"),
        ("unspeakable-text", "warning", "👋"),
        ("unspeakable-text", "warning", "*bye"),
        ("placeholder-voice-id", "warning", "xxx"),
        ("voice-speed-out-of-range", "error", "2"),
    ]
    merged = (
        "name: Reception\n"
        "prompt: &base {provider: cartesia, id: 21m00Tcm4TlvDq8ikWAM}\n"
        "voice:\n"
        "  <<: *base\n"
        "  speed: 1\n"
    )
    assert ("voice-id-of-other-provider", "warning", "*base") in said(merged)


def test_a_stage_direction_is_no_placeholder() -> None:
    rules = (*RULES, load("lookalike-placeholder"))
    for text, expected in (
        ("[Greet the caller]", ("instruction-as-static-sentence", "'[Greet the caller]'")),
        ("[Pause] Hello", ("unspeakable-text", "[Pause]")),
        ("Hello [NAME]", ("lookalike-placeholder", "[NAME]")),
    ):
        source = f"{HEAD}first_sentence_mode: static\nfirst_sentence: '{text}'\n"
        found = lint(Source("a.yaml", source), Settings(rules=rules)).diagnostics
        assert [(one.rule, source[one.span.start : one.span.end]) for one in found] == [expected]


def test_each_document_is_judged_by_itself() -> None:
    text = f"{HEAD}first_sentence: Hello?\nfirst_sentence_mode: static\n---\n{HEAD}"
    assert said(text + "first_sentence_mode: static\n") == [
        ("static-without-sentence", "error", "static")
    ]


def test_where_the_text_cannot_be_read_nothing_is_missing() -> None:
    text = f"{HEAD}first_sentence_mode: static\nfirst_sentence: {{{{name}}}}, hello\n"
    assert {rule for rule, _, _ in said(text)} == {"invalid-yaml"}


def test_bounds_can_be_set() -> None:
    rule = load("long-first-delay")
    assert rule.options is not None
    settings = Settings(rules=(rule,), options={rule.name: rule.options(max_ms=1000)})
    text = "first_sentence_delay_ms: 1001\n"
    assert [
        text[one.span.start : one.span.end]
        for one in lint(Source("a.yaml", text), settings).diagnostics
    ] == ["1001"]
