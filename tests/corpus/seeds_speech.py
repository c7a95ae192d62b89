"""Mistakes in the voice, the first sentence, voicemail and sound."""

from __future__ import annotations

from typing import Final

from tests.corpus.seeds import DROP, Seed, bad, seeds
from tests.corpus.written import Raw, Value

_UUID = "a0e99841-438c-4a64-b679-ae501e7d6091"
_TWENTY = "EXAVITQu4vr4xnSDxMaL"


def _cartesia(speed: Value, voice: Value = _UUID) -> dict[str, Value]:
    return {"voice": {"provider": "cartesia", "id": voice, "speed": speed}}


def _eleven(speed: Value, voice: Value = _TWENTY) -> dict[str, Value]:
    return {"voice": {"id": voice, "provider": "elevenlabs", "speed": speed}}


def _static(text: Value, base: str = "") -> dict[str, Value]:
    edits: dict[str, Value] = {"first_sentence": text, "first_sentence_mode": "static"}
    return {**edits, "base": base} if base else edits


_LONG = {
    "en": (
        "Hello and thank you very much for picking up the phone today, my name is Emma and I am "
        "calling you on behalf of Northwind Bikes because you asked us some time ago for a test "
        "ride with one of our new electric city bikes."
    ),
    "fr": (
        "Bonjour, je suis Camille, l'assistante du cabinet dentaire Lumière situé au douze rue de "
        "la République à Lyon, et je vous appelle aujourd'hui au sujet du rendez-vous que vous "
        "avez pris chez nous il y a quelques semaines pour un contrôle annuel."
    ),
    "de": (
        "Guten Tag, mein Name ist Jonas und ich rufe Sie heute im Auftrag der Stadtwerke Wien an, "
        "weil wir gerne von Ihnen wissen möchten, wie zufrieden Sie in den vergangenen zwölf "
        "Monaten mit unserer Strom- und Gasversorgung gewesen sind."
    ),
    "es": (
        "Hola, buenos días, soy Lucía de la clínica Olivar de Sevilla y le llamo hoy para hablar "
        "con usted de la cita que pidió hace unas semanas con nuestro equipo de fisioterapia en "
        "la avenida de la Constitución, cerca de la catedral."
    ),
}

SPEECH: Final[list[Seed]] = [
    *seeds(
        "voice-speed-out-of-range",
        _cartesia(bad(1.6)),
        _cartesia(bad(0.5)),
        _eleven(bad(1.25)),
        _eleven(bad(0.65)),
        _eleven(bad(1.5)),
        _cartesia(bad(2)),
        _cartesia(bad(0)),
        _eleven(bad(-1)),
        _cartesia(bad(Raw("1.5e1"))),
        {"voice/speed": bad(10)},
    ),
    *seeds(
        "voice-id-of-other-provider",
        _eleven(1.0, bad(_UUID)),
        _cartesia(1.0, bad(_TWENTY)),
        _eleven(1.0, bad("b9de4a89-2257-424b-94c2-db18ba68c81a")),
        _cartesia(1.0, bad("21m00Tcm4TlvDq8ikWAM")),
        {"voice": {"provider": "elevenlabs", "id": bad(_UUID)}},
        {"voice": {"id": bad("pNInz6obpgDQGcFmaJgB"), "provider": "cartesia"}},
        {"voice/provider": "cartesia", "voice/id": bad(_TWENTY), "base": "es"},
        {"voice/provider": "elevenlabs", "voice/id": bad(_UUID.upper()), "base": "de"},
    ),
    *seeds(
        "unusual-voice-id",
        _eleven(1.0, bad("rachel")),
        _cartesia(1.0, bad("sonic-french-female")),
        _eleven(1.0, bad("21m00Tcm4TlvDq8ikWA")),
        _cartesia(1.0, bad("a0e99841-438c-4a64-b679-ae501e7d609")),
        _eleven(1.0, bad("Charlotte")),
        _cartesia(1.0, bad("248be419-c632-4f23-adf1")),
        _eleven(1.0, bad("my cloned voice 2")),
        _cartesia(1.0, bad("emma_v3")),
    ),
    *seeds(
        "placeholder-voice-id",
        _eleven(1.0, bad("voice-id")),
        _cartesia(1.0, bad("xxx")),
        _eleven(1.0, bad("TODO")),
        _cartesia(1.0, bad("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")),
        _eleven(1.0, bad("<voice id>")),
        _cartesia(1.0, bad("YOUR_VOICE_ID")),
        _eleven(1.0, bad("your-voice-id")),
        _cartesia(1.0, bad("voice_id")),
        _eleven(1.0, bad("changeme")),
        _cartesia(1.0, bad("00000000-0000-0000-0000-000000000000")),
        _eleven(1.0, bad("VOICE_ID_HERE")),
        _cartesia(1.0, bad("à compléter")),
    ),
    *seeds(
        "static-without-sentence",
        *[
            {
                "first_sentence": DROP,
                "first_sentence_mode": bad("static"),
                "base": base,
            }
            for base in ("en", "fr", "de", "es")
        ],
        *[
            {
                "first_sentence": None,
                "first_sentence_mode": bad("static"),
                "base": base,
            }
            for base in ("en", "fr", "de", "es")
        ],
    ),
    *seeds(
        "sentence-never-spoken",
        {"first_sentence": bad("Hello!"), "first_sentence_mode": "none"},
        {"first_sentence": bad("Bonjour !"), "first_sentence_mode": "none"},
        {"first_sentence": bad("Guten Tag!"), "first_sentence_mode": "none"},
        {"first_sentence": bad("¡Hola!"), "first_sentence_mode": "none"},
        *[
            {
                "first_sentence": DROP,
                "first_sentence_mode": "none",
                "first_sentence_delay_ms": bad(800),
                "base": base,
            }
            for base in ("en", "fr", "de", "es")
        ],
    ),
    *seeds(
        "generated-without-instruction",
        *[
            {"first_sentence": DROP, "first_sentence_mode": bad("generated"), "base": base}
            for base in ("en", "fr", "de", "es")
        ],
        *[
            {"first_sentence": None, "first_sentence_mode": bad("generated"), "base": base}
            for base in ("en", "fr", "de", "es")
        ],
    ),
    *seeds(
        "implicit-sentence-mode",
        *[
            {"first_sentence_mode": DROP, "first_sentence": bad("Hello, here I am."), "base": base}
            for base in ("en", "fr", "de", "es")
        ],
        *[
            {"first_sentence_mode": None, "first_sentence": bad("Hello, here I am."), "base": base}
            for base in ("en", "fr", "de", "es")
        ],
    ),
    *seeds(
        "instruction-as-static-sentence",
        _static(bad("Greet the caller and ask how you can help."), "en"),
        _static(bad("Présente-toi et demande si la personne est disponible."), "fr"),
        _static(bad("Begrüße den Kunden und stelle dich vor."), "de"),
        _static(bad("Saluda al cliente y preséntate."), "es"),
        _static(bad("Introduce yourself as Emma from Northwind."), "en"),
        _static(bad("Saluez le client et présentez-vous."), "fr"),
        _static(bad("Stellen Sie sich vor und fragen Sie nach dem Namen."), "de"),
        _static(bad("Preséntate y pregunta por el nombre del cliente."), "es"),
        _static(bad("Say hello to the customer and ask for their name."), "en"),
        _static(bad("Demande à la personne si elle a deux minutes."), "fr"),
        _static(bad("Ask the user whether they have a minute."), "en"),
        _static(bad("Dis bonjour et présente le cabinet."), "fr"),
        _static(bad("You should greet the customer warmly."), "en"),
        _static(bad("Commence par saluer la personne."), "fr"),
        _static(bad("Stelle dich vor und frage, ob es gerade passt."), "de"),
        _static(bad("Pregunta al cliente si tiene un momento."), "es"),
        _static(bad("Explain that you're calling about the invoice."), "en"),
        _static(bad("Your first sentence should be a greeting."), "en"),
        _static(bad("Tu dois saluer la personne poliment."), "fr"),
        _static(bad("Fragen Sie, ob es gerade passt."), "de"),
        _static(bad("Debes saludar y presentarte."), "es"),
    ),
    *seeds(
        "unspeakable-text",
        {"voicemail_message": "Please call us back ⟦**today**⟧, thank you.", "base": "en"},
        {"voicemail_message": "Bonjour ⟦😊⟧, merci de nous rappeler.", "base": "fr"},
        {
            "end_of_call_sentence": "Mehr finden Sie auf ⟦https://www.stadtwerke.at/info⟧.",
            "base": "de",
        },
        {"end_of_call_sentence": "Gracias ⟦🙏⟧", "base": "es"},
        _static("Hello ⟦*there*⟧, this is Emma from Northwind.", "en"),
        _static("Bonjour, ici Camille ⟦(ton chaleureux)⟧ du cabinet Lumière.", "fr"),
        _static("⟦[lacht]⟧ Guten Tag, hier ist Jonas.", "de"),
        _static("⟦[pausa]⟧ Hola, soy Lucía de la clínica.", "es"),
        {"end_of_call_sentence": "See ⟦www.northwind-bikes.co.uk/rides⟧ for more.", "base": "en"},
        {"voicemail_message": "⟦# Message⟧\nBonjour, merci de nous rappeler.\n", "base": "fr"},
        {"end_of_call_sentence": "Bis ⟦__morgen__⟧ dann!", "base": "de"},
        {"voicemail_message": "Visite ⟦[nuestra web](https://olivar.es)⟧ por favor.", "base": "es"},
        {"end_of_call_sentence": "Run ⟦`reset`⟧ and call again, goodbye.", "base": "en"},
        {"end_of_call_sentence": "Au revoir ⟦👋🏽⟧", "base": "fr"},
    ),
    *seeds("long-opening", *[_static(bad(text), base) for base, text in _LONG.items()]),
    *seeds(
        "long-voicemail",
        *[
            {"voicemail_message": bad(" ".join([text] * 3)), "base": base}
            for base, text in _LONG.items()
            if base != "de"
        ],
        {
            "voicemail_message": bad(" ".join([_LONG["de"]] * 3)),
            "call_retry_config/max_retry_attempts": 2,
            "base": "de",
        },
    ),
    *seeds(
        "repeated-voicemail",
        *[
            {
                "voicemail_message": bad("Bonjour, merci de rappeler le cabinet."),
                "call_retry_config/max_retry_attempts": n,
                "base": base,
            }
            for n, base in ((3, "fr"), (4, "fr"), (5, "es"), (10, "es"))
        ],
        {"voicemail_message": bad("Guten Tag, wir versuchen es wieder."), "base": "de"},
    ),
    *seeds(
        "long-first-delay",
        *[
            {"first_sentence_delay_ms": bad(n), "base": base}
            for n, base in ((5001, "fr"), (6000, "de"), (10000, "fr"), (60000, "de"))
        ],
        *[{"first_sentence_delay_ms": bad(n)} for n in (7500, 8000, 20000, 400000)],
    ),
    *seeds(
        "duration-in-minutes",
        *[{"max_call_duration_secs": bad(n)} for n in (5, 10, 15, 29, 7201, 36000, 86400, 3.5)],
    ),
]
