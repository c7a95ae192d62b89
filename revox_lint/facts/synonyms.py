"""Names that people and other voice platforms use for the fields and values of an assistant.

Sources of the platforms' names: Vapi's `POST /assistant` (`firstMessage`, `endCallMessage`,
`maxDurationSeconds`, `server.url`), Retell's `create-agent` (`begin_message`, `webhook_url`),
Bland's `POST /calls` (`task`, `first_sentence`, `max_duration`).
"""

from __future__ import annotations

from typing import Final

FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "name": (
        "title",
        "label",
        "nom",
        "titre",
        "titel",
        "bezeichnung",
        "nombre",
        "titulo",
        "título",
    ),
    "prompt": (
        *("invite", "consigne", "consignes", "anweisung", "anweisungen", "instrucciones"),
        "system",
        "system_prompt",
        "instruction",
        "instructions",
        "system_message",
        "system_instructions",
        "task",
    ),
    "first_sentence_mode": (
        *("first_sentence_type", "first_sentence_kind", "first_message_mode", "opening_mode"),
    ),
    "first_sentence": (
        *("premiere_phrase", "première_phrase", "erster_satz", "primera_frase"),
        "first_message",
        "begin_message",
        "greeting",
        "opening",
        "welcome_message",
        "intro",
        "opening_line",
    ),
    "end_of_call_sentence": (
        "end_call_message",
        "end_sentence",
        "end_message",
        "closing",
        "closing_sentence",
        "goodbye",
        "farewell",
    ),
    "first_sentence_delay_ms": ("first_message_delay", "initial_delay", "start_delay"),
    "voicemail_message": ("voicemail", "voice_mail", "answering_machine_message"),
    "webhook_url": ("callback_url", "server_url", "webhook_uri", "webhooks"),
    "background_sound": ("ambient_sound", "background_noise", "background_audio"),
    "transfer_phone_number": ("transfer_to", "transfer", "forwarding_phone_number"),
    "max_call_duration_secs": ("max_duration", "max_call_length", "call_timeout"),
    "structured_output_config": (
        "outputs",
        "structured_output",
        "structured_outputs",
        "structured_data",
        "output_schema",
    ),
    "faq_items": ("faqs", "faq", "questions"),
    "calling_windows": ("windows", "call_windows", "time_windows"),
    "calling_window_start_time": ("start", "from", "start_time", "window_start", "opens"),
    "calling_window_end_time": ("end", "to", "until", "end_time", "window_end", "closes"),
    "retry_delay_seconds": ("delay", "retry_delay", "retry_interval", "delay_between_retries"),
    "max_retry_attempts": (
        "max_retries",
        "max_attempts",
        "retries",
        "attempts",
        "max_iterations",
        "retry_attempts",
    ),
    "timezone": (
        *("tz", "time_zone", "time_zone_override", "zeitzone", "fuseau_horaire", "zona_horaria"),
    ),
    "enum_options": ("options", "choices", "values", "enum", "enum_values", "allowed_values"),
    "description": ("desc", "prompt", "details", "beschreibung", "descripcion", "descripción"),
    "question": ("q", "frage", "pregunta", "ask"),
    "answer": ("a", "response", "reply", "antwort", "reponse", "réponse", "respuesta"),
    "voice": ("voix", "stimme", "voz", "speaker"),
    "provider": ("vendor", "anbieter", "fournisseur", "proveedor"),
    "speed": ("rate", "tempo", "vitesse", "geschwindigkeit", "velocidad"),
    "type": ("typ", "tipo", "kind", "datatype", "data_type"),
    "required": ("mandatory", "is_required", "obligatoire", "pflicht", "obligatorio"),
    "llm_model": ("model", "llm"),
    "calendly": ("calendar", "scheduling"),
    "ivr_navigation_enabled": ("ivr", "ivr_enabled", "enable_ivr"),
}
"""A field of the contract → other names for it, in lower case with underscores."""

VALUES: Final[dict[str, tuple[str, ...]]] = {
    "string": ("str", "text", "varchar", "email", "phone", "url"),
    "number": ("int", "integer", "float", "double", "numeric", "decimal", "long"),
    "boolean": ("bool", "yes_no", "yes/no", "flag"),
    "enum": ("choice", "choices", "select", "option", "options", "list", "literal"),
    "date": ("day",),
    "datetime": ("timestamp", "date_time", "date-time", "time", "iso8601"),
    "elevenlabs": ("11labs", "eleven", "11-labs", "xi"),
    "generated": ("dynamic", "auto", "llm", "ai", "generate"),
    "static": ("fixed", "exact", "verbatim", "literal"),
    "none": ("off", "no", "silent", "wait", "disabled"),
    "dedicated-instance": ("dedicated", "instance"),
    "openrouter": ("open_router", "openrouter.ai", "router"),
    "audio/office.ogg": ("office", "office.mp3", "office.wav", "audio/office", "office-sound"),
}
"""A literal of the contract → other words for it, in lower case."""

ON: Final = frozenset(
    {"true", "yes", "on", "y", "1", "enabled", "enable", "active"}
    | {"oui", "vrai", "ja", "wahr", "an", "sí", "si", "verdadero"}
)
OFF: Final = frozenset(
    {
        "",
        "[]",
        "{}",
        "none",
        "off",
        "no",
        "null",
        "nil",
        "false",
        "n",
        "n/a",
        "silence",
        "disabled",
        "disable",
    }
    | {"undefined", "nothing", "non", "aucun", "aucune", "faux", "nein", "keine", "aus", "falsch"}
    | {"ninguno", "ninguna", "falso"}
)
DEFAULT: Final = frozenset({"default", "auto", "automatic", "standard", "défaut"})
"""What people write to switch something on or off, or to leave it as it is, in lower case."""

DAYS: Final[dict[str, str]] = {
    word: day
    for day, words in {
        "mon": "mon monday mondays lundi lun lunes montag mo",
        "tue": "tue tues tuesday tuesdays mardi mar martes dienstag di",
        "wed": "wed wednes wednesday wednesdays mercredi mer miércoles miercoles mié mie "
        "mittwoch mi",
        "thu": "thu thur thurs thursday thursdays jeudi jeu jueves jue donnerstag do",
        "fri": "fri friday fridays vendredi ven viernes vie freitag fr",
        "sat": "sat saturday saturdays samedi sam sabado sábado sab sáb samstag sonnabend sa",
        "sun": "sun sunday sundays dimanche dim domingo dom sonntag so",
    }.items()
    for word in words.split()
}
"""A day of the week in English, French, Spanish or German, in lower case → its English name."""
