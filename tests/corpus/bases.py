"""Four full definitions about which nothing is to be said, one in each language."""

from __future__ import annotations

from typing import Final

from tests.corpus.written import Value

FR: Final[dict[str, Value]] = {
    "name": "Rappel de rendez-vous Cabinet Lumière",
    "prompt": (
        "# Rôle\n"
        "Vous êtes Camille, l'assistante du cabinet dentaire Lumière à Lyon.\n"
        "Vous rappelez à {{contact_name}} son rendez-vous du {{appointment_date}}.\n"
        "\n"
        "# Déroulement\n"
        "1. Vérifiez que vous parlez à la bonne personne.\n"
        "2. Confirmez ou déplacez le rendez-vous.\n"
        "3. Si la personne le demande, transférez l'appel à l'accueil.\n"
        "\n"
        "# Style\n"
        "Phrases courtes, ton chaleureux.\n"
    ),
    "voice": {
        "provider": "cartesia",
        "id": "a0e99841-438c-4a64-b679-ae501e7d6091",
        "speed": 1.05,
    },
    "first_sentence": "Bonjour, ici Camille du cabinet Lumière.",
    "first_sentence_mode": "static",
    "first_sentence_delay_ms": 600,
    "end_of_call_sentence": "Merci et à bientôt !",
    "voicemail_message": "Bonjour, merci de rappeler le cabinet Lumière.",
    "max_call_duration_secs": 300,
    "call_retry_config": {
        "timezone": "Europe/Paris",
        "max_retry_attempts": 2,
        "calling_windows": [
            {
                "calling_window_start_time": "10:00",
                "calling_window_end_time": "13:00",
                "retry_delay_seconds": 5400,
            },
            {
                "calling_window_start_time": "14:00",
                "calling_window_end_time": "20:00",
                "retry_delay_seconds": 7200,
            },
        ],
    },
    "faq_items": [
        {"question": "Où se trouve le cabinet ?", "answer": "Au 12 rue de la République, à Lyon."},
        {"question": "Puis-je annuler ?", "answer": "Oui, jusqu'à la veille du rendez-vous."},
    ],
    "structured_output_config": [
        {
            "name": "statut",
            "type": "enum",
            "required": True,
            "description": "Ce que la personne a décidé.",
            "enum_options": ["confirmé", "déplacé", "annulé"],
        },
        {
            "name": "rappel_souhaite",
            "type": "boolean",
            "required": False,
            "description": "Vrai si la personne veut être rappelée.",
        },
    ],
    "webhook_url": "https://hooks.cabinet-lumiere.fr/revox",
    "transfer_phone_number": "+33478421234",
}

EN: Final[dict[str, Value]] = {
    "name": "Outbound sales Northwind",
    "prompt": (
        "You are Emma, a friendly sales agent of Northwind Bikes in London.\n"
        "\n"
        "## Goal\n"
        "Find out whether {{first_name}} still wants a test ride.\n"
        "\n"
        "## Rules\n"
        "- Ask one question at a time.\n"
        "- Never promise a discount.\n"
        "- If the caller asks for a person, transfer the call.\n"
    ),
    "voice": {"id": "21m00Tcm4TlvDq8ikWAM", "provider": "elevenlabs", "speed": 0.95},
    "first_sentence_mode": "generated",
    "first_sentence": "Greet {{first_name}} and say why you are calling.",
    "end_of_call_sentence": "Thanks for your time, have a great day!",
    "voicemail_message": "Hello, this is Emma from Northwind Bikes. I will try again later.",
    "background_sound": "audio/office.ogg",
    "max_call_duration_secs": 600,
    "llm_model": {
        "type": "openrouter",
        "openrouter_model_id": "openai/gpt-4.1",
        "openrouter_provider": "openai",
    },
    "call_retry_config": {
        "max_retry_attempts": 2,
        "timezone": "Europe/London",
        "calling_windows": [
            {
                "calling_window_start_time": "9:30am",
                "calling_window_end_time": "1pm",
                "retry_delay_seconds": 3600,
            },
            {
                "calling_window_start_time": "2pm",
                "calling_window_end_time": "6pm",
                "retry_delay_seconds": 7200,
            },
        ],
    },
    "faq_items": [
        {"question": "How long is a test ride?", "answer": "About half an hour."},
        {"question": "Is it free?", "answer": "Yes, it costs nothing."},
    ],
    "structured_output_config": [
        {
            "name": "wants_test_ride",
            "type": "boolean",
            "required": True,
            "description": "Whether the person agreed to a test ride.",
        },
        {
            "name": "ride_date",
            "type": "date",
            "required": False,
            "description": "The day that was agreed.",
        },
    ],
    "webhook_url": "https://crm.northwind-bikes.co.uk/hooks/revox?source=calls",
    "transfer_phone_number": "+442079476330",
}

DE: Final[dict[str, Value]] = {
    "name": "Kundenbefragung Stadtwerke",
    "prompt": (
        "Sie sind Jonas von den Stadtwerken Wien und führen eine kurze Befragung durch.\n"
        "Sprechen Sie {{anrede}} {{nachname}} immer mit Sie an.\n"
        "\n"
        "Fragen Sie nach der Zufriedenheit auf einer Skala von 1 bis 10\n"
        "und danach nach dem wichtigsten Grund.\n"
    ),
    "voice": {
        "id": "b9de4a89-2257-424b-94c2-db18ba68c81a",
        "provider": "cartesia",
        "speed": 1,
    },
    "first_sentence": "Guten Tag, hier ist Jonas von den Stadtwerken.",
    "first_sentence_mode": "static",
    "first_sentence_delay_ms": 400,
    "end_of_call_sentence": "Vielen Dank und auf Wiederhören.",
    "voicemail_message": None,
    "ivr_navigation_enabled": False,
    "max_call_duration_secs": 420,
    "llm_model": {"type": "dedicated-instance", "name": "gpt-4.1"},
    "call_retry_config": {
        "timezone": "Europe/Vienna",
        "max_retry_attempts": 4,
        "calling_windows": [
            {
                "calling_window_start_time": "09:00",
                "calling_window_end_time": "12:00",
                "retry_delay_seconds": 5400,
            },
            {
                "calling_window_start_time": "13:00",
                "calling_window_end_time": "17:30",
                "retry_delay_seconds": 7200,
            },
        ],
    },
    "faq_items": [
        {"question": "Wie lange dauert es?", "answer": "Etwa drei Minuten."},
        {"question": "Ist die Befragung anonym?", "answer": "Ja, vollständig."},
    ],
    "structured_output_config": [
        {
            "name": "zufriedenheit",
            "type": "number",
            "required": True,
            "description": "Die genannte Note von 1 bis 10.",
        },
        {
            "name": "grund",
            "type": "string",
            "required": False,
            "description": "Der wichtigste Grund in einem Satz.",
        },
    ],
    "webhook_url": "https://umfrage.stadtwerke-wien.at/revox",
}

ES: Final[dict[str, Value]] = {
    "name": "Recordatorio de la clínica Olivar",
    "prompt": (
        "Eres Lucía, de la clínica Olivar de Sevilla.\n"
        "Llamas a {{nombre}} para recordarle su cita.\n"
        "\n"
        "- Habla de usted.\n"
        "- Si no puede venir, ofrécele otra fecha.\n"
    ),
    "voice": {"provider": "elevenlabs", "id": "pNInz6obpgDQGcFmaJgB", "speed": 1.1},
    "first_sentence": "Hola, soy Lucía, de la clínica Olivar.",
    "first_sentence_mode": "static",
    "end_of_call_sentence": "Muchas gracias, ¡hasta pronto!",
    "voicemail_message": "Hola, le llamamos de la clínica Olivar. Volveremos a intentarlo.",
    "max_call_duration_secs": 240,
    "call_retry_config": {
        "timezone": "Europe/Madrid",
        "max_retry_attempts": 2,
        "calling_windows": [
            {
                "calling_window_start_time": "10:00",
                "calling_window_end_time": "14:00",
                "retry_delay_seconds": 3600,
            },
            {
                "calling_window_start_time": "17:00",
                "calling_window_end_time": "20:00",
                "retry_delay_seconds": 3600,
            },
        ],
    },
    "faq_items": [
        {"question": "¿Dónde está la clínica?", "answer": "En la avenida de la Constitución."},
        {"question": "¿Puedo cambiar la cita?", "answer": "Sí, con un día de antelación."},
    ],
    "structured_output_config": [
        {
            "name": "asistencia",
            "type": "enum",
            "required": True,
            "description": "Si el paciente vendrá.",
            "enum_options": ["sí", "no", "otra fecha"],
        }
    ],
    "webhook_url": "https://api.clinica-olivar.es/revox",
}

BASES: Final = {"en": EN, "fr": FR, "de": DE, "es": ES}
