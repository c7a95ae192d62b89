"""Definitions with one seeded mistake each: what is extracted, said and connected to.

Every mistake is data (see `content_writing`), so that each is written out in every style of
file. `SEEDS` has, for each rule, definitions in which that rule alone must speak.
"""

from __future__ import annotations

from typing import Any

from tests.corpus.content_writing import at

Definition = dict[str, Any]

PROMPTS = {
    "en": "You call homeowners who asked for a solar quote.\nBe brief and kind.",
    "fr": "Vous rappelez les clients qui ont demandé un devis.\nRestez bref et aimable.",
    "de": "Sie rufen Kunden an, die ein Angebot möchten.\nFassen Sie sich kurz, bleiben Sie höflich.",
    "es": "Llama a los clientes que pidieron un presupuesto.\nSea breve y amable con todos.",
}
FIRST = {
    "en": "Hello, this is Ana from Fern Solar.",
    "fr": "Bonjour, ici Ana de Fern Solaire.",
    "de": "Guten Tag, hier ist Ana von Fern Solar.",
    "es": "Hola, soy Ana de Fern Solar.",
}
TRANSFER = {
    "en": "If they ask for a person, transfer the call.",
    "fr": "Si la personne le demande, transférez l'appel à un conseiller.",
    "de": "Wenn jemand einen Menschen verlangt, leiten Sie den Anruf weiter.",
    "es": "Si piden hablar con una persona, transfiera la llamada.",
}
BOOK = {
    "en": "When they agree, book an appointment.",
    "fr": "S'ils sont d'accord, prenez un rendez-vous.",
    "de": "Wenn sie zustimmen, buchen Sie einen Termin.",
    "es": "Si aceptan, reserva una cita.",
}
LANGUAGES = ("en", "fr", "de", "es")


def base(language: str = "en") -> Definition:
    """A definition of which nothing is said."""
    return {
        "name": "Fern Solar",
        "prompt": PROMPTS[language],
        "voice": {"provider": "cartesia", "id": "a0e99841-438c-4a64-b679-ae501e7d6091"},
        "first_sentence_mode": "static",
        "first_sentence": FIRST[language],
    }


HOOK = "https://hooks.fernsolar.com/revox/calls"


def output(name: Any, kind: Any = "string", /, **more: Any) -> Definition:
    """An extracted value, described unless `description` is None."""
    item = {"name": name, "type": kind, "required": True, **more}
    if (
        item.setdefault("description", "What the customer said about it, in their own words.")
        is None
    ):
        del item["description"]
    if kind == "enum":
        item.setdefault("enum_options", ["owner", "tenant"])
    return item


def outputs(*items: Definition, hook: bool = True) -> Definition:
    """Extracted values, with a webhook that receives them."""
    given: Definition = {"webhook_url": HOOK} if hook else {}
    return {**given, "structured_output_config": list(items)}


def prompt(text: str, language: str = "en") -> Definition:
    """A prompt of which `text` is the second paragraph."""
    return {"prompt": f"{PROMPTS[language]}\n\n{text}\n"}


def phone(rule: str, value: str, language: str = "en") -> Definition:
    """A transfer number that the prompt uses."""
    return {
        "prompt": f"{PROMPTS[language]}\n{TRANSFER[language]}",
        "transfer_phone_number": at(rule, value),
    }


def hook(rule: str, value: str) -> Definition:
    """A webhook."""
    return {"webhook_url": at(rule, value)}


def calendly(rule: str, value: str, language: str = "en") -> Definition:
    """A calendar that the prompt uses."""
    return {
        "prompt": f"{PROMPTS[language]}\n{BOOK[language]}",
        "calendly": {"connection_id": "conn_8fk2", "event_type_id": at(rule, value)},
    }


def router(model: Any, provider: Any = "openai") -> Definition:
    """A model of OpenRouter."""
    return {
        "llm_model": {
            "type": "openrouter",
            "openrouter_model_id": model,
            "openrouter_provider": provider,
        }
    }


def faq(*items: tuple[Any, Any]) -> Definition:
    """Questions and answers."""
    return {"faq_items": [{"question": question, "answer": answer} for question, answer in items]}


# Secrets that never were: their characters are drawn, their shapes are those documented.
SECRETS = (
    "sk-proj-Qm3vT8xLr2Zp9KdW4nYb7HcJ5sGf",
    "sk-ant-api03-Zk4Rt9WqLm2Xv7NbPc6HdJ8sYg3Fa5",
    "AKIA4QH7VZ2M9XKLTR3B",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI4NDIxNyIsIm5hbWUiOiJBbmEifQ.t8Vq2mXz5Kp1Rw7Yb4Nc9Ld3Hg6Js0Fa",
    "ghp_R7tK2mWq9Xz4Lv8Bn3Pc6Hd1Js5Yg0FaTuEi",
    "xoxb-2837465910-5647382910-Rk3Tq8WmZx2Lv7Nb",
    "sk_live_4Rk9Tq2WmZx7Lv3NbPc8Hd1J",
    "AIzaSyR7tK2mWq9Xz4Lv8Bn3Pc6Hd1Js5Yg0FaT",
)
PEM = (
    "-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu\n"
    "KUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQJAIJLixBy2qpFoS4DSmoEm\n-----END RSA PRIVATE KEY-----"
)


def _seeds() -> dict[str, list[Definition]]:
    return {
        # --- outputs ---------------------------------------------------------------------
        "enum-without-options": [
            outputs(
                {
                    "name": "status",
                    "type": at("enum-without-options", "enum"),
                    "required": True,
                    "description": d,
                }
            )
            for d in ("Owner or tenant.", "Propriétaire ou locataire.")
        ]
        + [
            outputs(output("status", "enum", enum_options=at("enum-without-options", []))),
            outputs(
                output("a"), output("status", "enum", enum_options=at("enum-without-options", None))
            ),
            outputs(
                output("a"),
                {
                    "type": at("enum-without-options", "enum"),
                    "name": "b",
                    "required": False,
                    "description": "Whether it holds.",
                },
            ),
            outputs(
                {
                    "description": "Wie es steht.",
                    "name": "b",
                    "required": False,
                    "type": at("enum-without-options", "enum"),
                },
                output("c", "number"),
            ),
            outputs(
                output("a", "boolean"),
                output("status", "enum", enum_options=at("enum-without-options", [])),
            ),
            outputs(
                {
                    "required": False,
                    "type": at("enum-without-options", "enum"),
                    "name": "b",
                    "description": "Lo que dijo.",
                }
            ),
        ],
        "options-without-enum": [
            outputs({**output("city", kind), "⟪options-without-enum|enum_options⟫": options})
            for kind, options in (
                ("string", ["Paris", "Lyon"]),
                ("number", ["one", "two"]),
                ("boolean", ["oui", "non"]),
                ("date", ["heute", "morgen"]),
                ("datetime", ["hoy", "mañana"]),
            )
        ]
        + [
            outputs({**output("city"), "⟪options-without-enum|enum_options⟫": ["Paris"]}),
            outputs(
                output("a"), {"⟪options-without-enum|enum_options⟫": ["x", "z"], **output("city")}
            ),
            outputs({**output("city"), "⟪options-without-enum|enum_options⟫": []}),
        ],
        "duplicate-output": [
            outputs(output("email"), output(at("duplicate-output:error", "email"))),
            outputs(output("email"), output(at("duplicate-output:warning", "Email"))),
            outputs(
                output("email"),
                output("b"),
                output(at("duplicate-output:error", "email"), "boolean"),
            ),
            outputs(
                output("prenom"),
                output(at("duplicate-output:error", "prenom"), description="Le prénom."),
            ),
            outputs(output("owner", "enum"), output(at("duplicate-output:error", "owner"), "enum")),
            outputs(
                output("callBack", "boolean"),
                output(at("duplicate-output:warning", "callback"), "boolean"),
            ),
            outputs(
                output("a"), output("b"), output("c"), output(at("duplicate-output:error", "b"))
            ),
            outputs(output("NAME"), output(at("duplicate-output:warning", "name"))),
        ],
        "duplicate-option": [
            outputs(output("s", "enum", enum_options=options))
            for options in (
                ["yes", "no", at("duplicate-option:error", "yes")],
                ["Yes", "no", at("duplicate-option:warning", "yes")],
                ["chaud", "froid", at("duplicate-option:error", "froid")],
                ["sehr gut", "gut", at("duplicate-option:warning", "Sehr gut")],
                ["call back", "no", at("duplicate-option:warning", "call  back")],
                ["sí", "no", at("duplicate-option:error", "sí")],
                ["a", "b", "c", at("duplicate-option:warning", "c ")],
                ["très", at("duplicate-option:warning", "Très"), "peu"],
            )
        ],
        "single-option-enum": [
            outputs(output("s", "enum", enum_options=at("single-option-enum", [one])))
            for one in ("yes", "owner", "à rappeler", "Zusage", "sí", "n/a", "true", "OK")
        ],
        "unusual-output-name": [
            outputs(output(at("unusual-output-name", name)))
            for name in (
                "first name",
                "customer-name",
                "prénom",
                "2nd_choice",
                "e.mail",
                "name?",
                "größe",
                "nombre del cliente",
                "a" * 65,
                "company/name",
                "$amount",
            )
        ],
        "undescribed-output": [
            outputs({"⟪undescribed-output|name⟫": "budget", "type": kind, "required": True, **more})
            for kind, more in (
                ("string", {}),
                ("number", {}),
                ("boolean", {}),
                ("enum", {"enum_options": ["a", "b"]}),
            )
        ]
        + [
            outputs(
                output("a"),
                {"⟪undescribed-output|required⟫": False, "type": "number", "name": "roof"},
            ),
            outputs(
                output("a"),
                {"⟪undescribed-output|type⟫": "boolean", "name": "roof", "required": False},
            ),
            outputs({"⟪undescribed-output|name⟫": "visit", "type": "date", "required": True}),
            outputs({"⟪undescribed-output|name⟫": "visit", "type": "datetime", "required": True}),
        ],
        "choices-in-description": [
            outputs(output("status", at("choices-in-description", "string"), description=text))
            for text in (
                "One of: interested, not interested, call back",
                'Either "yes", "no" or "maybe".',
                "Possible values: low, medium, high.",
                "L'une des valeurs suivantes : chaud, tiède, froid.",
                "Valeurs possibles : propriétaire, locataire.",
                "Eine von: Eigentümer, Mieter, Sonstige",
                "Mögliche Werte: niedrig, mittel, hoch.",
                "Uno de: propietario, inquilino, otro.",
                "Valores posibles: bajo, medio, alto",
                "Must be 'owner' or 'tenant'.",
                "hot | warm | cold",
            )
        ],
        "date-as-string": [
            outputs(output(name, at("date-as-string", "string"), description=text))
            for name, text in (
                ("visit_date", "When the visit takes place."),
                ("appointment_datetime", "The appointment."),
                ("date_of_birth", "Of the patient."),
                ("callback", "The date on which to call back, as YYYY-MM-DD."),
                ("date_rendez_vous", "Le rendez-vous convenu."),
                ("geburtsdatum", "Des Patienten."),
                ("fecha_cita", "La cita acordada."),
                ("visite", "La date de la visite, au format AAAA-MM-JJ."),
                ("birthdate", "Of the patient."),
                ("start_time", "The date and time of the start, ISO 8601."),
            )
        ],
        "outputs-without-webhook": [
            outputs(*items, hook=False)
            for items in (
                (output("a"),),
                (output("a"), output("b", "number")),
                (output("s", "enum"),),
            )
        ],
        # --- prompt ----------------------------------------------------------------------
        "malformed-placeholder": [
            prompt(text, language)
            for language, text in (
                ("en", "Greet ⟪malformed-placeholder|{{name⟫ and go on."),
                ("en", "Greet ⟪malformed-placeholder|{{name}⟫ and go on."),
                ("en", "Greet ⟪malformed-placeholder|name}}⟫ and go on."),
                ("en", "Greet ⟪malformed-placeholder|{name}}⟫ and go on."),
                ("fr", "Saluez ⟪malformed-placeholder|{{}}⟫ et poursuivez."),
                ("de", "Begrüßen Sie ⟪malformed-placeholder|{{ }}⟫ und fahren Sie fort."),
                ("es", "Salude a ⟪malformed-placeholder|{{nombre del cliente}}⟫ y siga."),
                ("fr", "Le code est ⟪malformed-placeholder|{{1er_code}}⟫ 😀 voilà."),
                ("en", "Greet ⟪malformed-placeholder|{{name!}}⟫ and go on."),
            )
        ]
        + [
            {"first_sentence": "Hello ⟪malformed-placeholder|{{first name}}⟫, this is Ana."},
            {"voicemail_message": "Hello, it is Ana for ⟪malformed-placeholder|{{name⟫. Bye."},
            faq(("Who calls?", "Ana calls for ⟪malformed-placeholder|{{}}⟫, always.")),
        ],
        "lookalike-placeholder": [
            prompt(text, language)
            for language, text in (
                ("en", "Greet ⟪lookalike-placeholder|{name}⟫ and go on."),
                ("en", "Greet ⟪lookalike-placeholder|${name}⟫ and go on."),
                ("en", "Greet ⟪lookalike-placeholder|<<name>>⟫ and go on."),
                ("en", "Greet ⟪lookalike-placeholder|[NAME]⟫ and go on."),
                ("en", "Greet ⟪lookalike-placeholder|%name%⟫ and go on."),
                ("fr", "Saluez ⟪lookalike-placeholder|{prenom}⟫, de la société {{societe}}."),
                ("fr", "Vous travaillez pour ⟪lookalike-placeholder|[NOM_ENTREPRISE]⟫, à Lyon."),
                ("de", "Begrüßen Sie ⟪lookalike-placeholder|${vorname}⟫ und fahren Sie fort."),
                ("de", "Sie arbeiten für ⟪lookalike-placeholder|%firma%⟫ in Köln."),
                ("es", "Salude a ⟪lookalike-placeholder|<<nombre>>⟫ y siga."),
                ("en", "The plan is ⟪lookalike-placeholder|{plan_name}⟫, as they know."),
            )
        ]
        + [
            {"first_sentence": "Hello ⟪lookalike-placeholder|{first_name}⟫, this is Ana."},
            {"first_sentence": "Hello ⟪lookalike-placeholder|[NAME]⟫, this is Ana."},
            {"voicemail_message": "Hello ⟪lookalike-placeholder|%name%⟫, it is Ana."},
            faq(("Who calls?", "Ana calls for ⟪lookalike-placeholder|${company}⟫, always.")),
        ],
        "near-duplicate-variable": [
            prompt(text, language)
            for language, text in (
                (
                    "en",
                    "Greet {{contactName}}. Say goodbye to ⟪near-duplicate-variable|{{contact_name}}⟫.",
                ),
                (
                    "en",
                    "Greet {{ first_name }}. Say goodbye to ⟪near-duplicate-variable|{{ firstName }}⟫.",
                ),
                ("fr", "Saluez {{prenom}}. Puis remerciez ⟪near-duplicate-variable|{{Prenom}}⟫."),
                (
                    "de",
                    "Begrüßen Sie {{kunden_name}}, danken Sie ⟪near-duplicate-variable|{{kundenName}}⟫.",
                ),
                (
                    "es",
                    "Salude a {{nombreCliente}}. Agradezca a ⟪near-duplicate-variable|{{nombre_cliente}}⟫.",
                ),
                (
                    "en",
                    "Greet {{email}}. Repeat {{email}}. Then ⟪near-duplicate-variable|{{EMAIL}}⟫.",
                ),
                ("en", "Greet {{CompanyName}}. Then ⟪near-duplicate-variable|{{companyName}}⟫."),
            )
        ]
        + [
            {
                **prompt("Greet {{contact_name}}."),
                "first_sentence": "Hello ⟪near-duplicate-variable|{{contactName}}⟫, it is Ana.",
            },
            {
                **prompt("Greet {{contact_name}}."),
                "voicemail_message": "Hello ⟪near-duplicate-variable|{{ContactName}}⟫, it is Ana.",
            },
        ],
        "leftover-todo": [
            prompt(text, language)
            for language, text in (
                ("en", "⟪leftover-todo|TODO⟫: say what it costs."),
                ("en", "⟪leftover-todo|FIXME⟫ the price is wrong."),
                ("en", "⟪leftover-todo|Lorem ipsum⟫ dolor sit amet."),
                ("en", "You work for ⟪leftover-todo|REPLACE_ME⟫, in Leeds."),
                ("en", "You work for ⟪leftover-todo|<your company>⟫, in Leeds."),
                ("fr", "Les tarifs. ⟪leftover-todo|TODO⟫ : à compléter par Marc."),
                ("de", "Preise: ⟪leftover-todo|TODO⟫ mit Karin klären."),
                (
                    "es",
                    "Precios. ⟪leftover-todo|TODO:⟫ preguntar a Marta.".replace("TODO:⟫", "TODO⟫:"),
                ),
                ("en", "You work for ⟪leftover-todo|<your-company-name>⟫, in Leeds."),
            )
        ]
        + [
            {"first_sentence": "Hello, this is ⟪leftover-todo|REPLACE_ME⟫ from Fern Solar."},
            {"end_of_call_sentence": "Goodbye from ⟪leftover-todo|<your name>⟫ at Fern Solar."},
            faq(("What does it cost?", "⟪leftover-todo|TODO⟫")),
            faq(("What does it cost?", "⟪leftover-todo|FIXME⟫: ask sales.")),
            outputs(output("a", description="⟪leftover-todo|TODO⟫ describe this.")),
        ],
        "secret-in-text": [
            prompt(f"The key of the calendar is ⟪secret-in-text|{one}⟫ and stays here.")
            for one in SECRETS
        ]
        + [
            prompt(f"⟪secret-in-text|{PEM}⟫"),
            prompt(
                "Envoyez ⟪secret-in-text|Bearer 8fKq2mXz5Kp1Rw7Yb4Nc9Ld3Hg6Js0Fa⟫ au serveur.", "fr"
            ),
            {"first_sentence": f"Hello, ⟪secret-in-text|{SECRETS[0]}⟫ is it."},
            {"voicemail_message": f"Hello, ⟪secret-in-text|{SECRETS[2]}⟫ is it."},
            {"end_of_call_sentence": f"Bye, ⟪secret-in-text|{SECRETS[4]}⟫ is it."},
            faq(("What is the key?", f"Es ist ⟪secret-in-text|{SECRETS[6]}⟫, immer.")),
            outputs(output("a", description=f"Con la clave ⟪secret-in-text|{SECRETS[7]}⟫ va.")),
        ],
        "repeated-section": [
            {"prompt": text}
            for text in (
                "# Role\nYou call.\n# Tone\nKind.\n⟪repeated-section|# Tone⟫\nBrief.",
                "## Rôle\nVous appelez.\n## Ton\nAimable.\n⟪repeated-section|## Ton⟫\nBref.",
                "# Rolle\nSie rufen an.\n# Ton\nHöflich.\n⟪repeated-section|# Rolle⟫\nKurz.",
                "# Papel\nUsted llama.\n# Tono\nAmable.\n⟪repeated-section|# Tono⟫\nBreve.",
                "[Style]\nKind.\n[Task]\nCall.\n⟪repeated-section|[Style]⟫\nBrief.",
                "# Objections\nStay calm.\n\n# Goal\nA visit.\n\n⟪repeated-section|# OBJECTIONS⟫\nStay calm.",
            )
        ]
        + [
            {
                "prompt": f"You call.\n\n{text}\n\nAsk for the roof.\n\n⟪repeated-section|{text}⟫\n\nThank them."
            }
            for text in (
                "If the customer hesitates, remind them that the visit is free, that it takes "
                "no more than twenty minutes, and that nothing has to be signed on that day.",
                "Si le client hésite, rappelez-lui que la visite est gratuite, qu'elle dure "
                "vingt minutes au plus, et que rien n'est à signer ce jour-là, jamais.",
            )
        ],
        "capability-not-configured": [
            prompt(text, language)
            for language, text in (
                ("en", "If they ask for a person, ⟪capability-not-configured|transfer⟫ the call."),
                ("en", "When you hear a menu, ⟪capability-not-configured|press⟫ 1 for sales."),
                ("en", "When they agree, ⟪capability-not-configured|book⟫ an appointment."),
                (
                    "fr",
                    "Si on le demande, ⟪capability-not-configured|transférez⟫ l'appel à un conseiller.",
                ),
                (
                    "fr",
                    "Au menu, ⟪capability-not-configured|appuyez⟫ sur la touche 2 pour les ventes.",
                ),
                (
                    "fr",
                    "S'ils sont d'accord, ⟪capability-not-configured|prenez⟫ un rendez-vous avec eux.",
                ),
                ("de", "Auf Wunsch ⟪capability-not-configured|leiten⟫ Sie den Anruf weiter."),
                ("de", "Im Menü ⟪capability-not-configured|drücken⟫ Sie die 1 für den Verkauf."),
                ("de", "Bei Zusage ⟪capability-not-configured|buchen⟫ Sie einen Termin."),
                (
                    "es",
                    "Si lo piden, ⟪capability-not-configured|transfiera⟫ la llamada a un agente.",
                ),
                ("es", "En el menú, ⟪capability-not-configured|pulse⟫ 1 para ventas."),
                ("es", "Si aceptan, ⟪capability-not-configured|reserva⟫ una cita con ellos."),
            )
        ],
        "transfer-never-mentioned": [
            {**base(language), "transfer_phone_number": at("transfer-never-mentioned", number)}
            for language, number in zip(
                LANGUAGES * 2,
                (
                    "+442079460018",
                    "+33612345678",
                    "+4930901820",
                    "+34612345678",
                    "+14155552671",
                    "+33123456789",
                    "+436601234567",
                    "+525512345678",
                ),
                strict=True,
            )
        ],
        "duplicate-question": [
            faq((one, "Ninety euros."), ("Where are you?", "In Leeds."), (two, answer))
            for one, two, answer in (
                (
                    "What does it cost?",
                    at("duplicate-question:warning", "What does it cost?"),
                    "Ninety euros.",
                ),
                (
                    "What does it cost?",
                    at("duplicate-question:error", "What does it cost?"),
                    "A hundred euros.",
                ),
                (
                    "What does it cost?",
                    at("duplicate-question:warning", "what does it  cost"),
                    "Ninety euros.",
                ),
                (
                    "Combien ça coûte ?",
                    at("duplicate-question:error", "Combien ça coûte?"),
                    "Cent euros.",
                ),
                (
                    "Was kostet das?",
                    at("duplicate-question:error", "was kostet das"),
                    "Hundert Euro.",
                ),
                ("¿Cuánto cuesta?", at("duplicate-question:error", "Cuánto cuesta"), "Cien euros."),
                ("Is it free?", at("duplicate-question:error", "IS IT FREE?!"), "No."),
                ("Is it free?", at("duplicate-question:warning", "Is it free"), "Ninety euros."),
            )
        ],
        "long-faq-answer": [
            faq(("Where?", "In Leeds."), ("How?", at("long-faq-answer", text)))
            for text in (
                "We come, we look at the roof, we measure. " * 13,
                "Nous venons, nous regardons le toit, nous mesurons. " * 11,
                "Wir kommen, wir sehen uns das Dach an, wir messen. " * 11,
                "Venimos, miramos el tejado, medimos todo bien. " * 12,
                "First one thing.\nThen another thing.\n" * 15,
                "x" * 40 + " and so on, as was said before." * 20,
            )
        ],
        "long-prompt": [
            {
                "prompt": at(
                    "long-prompt", "".join(f"{number}. {sentence}\n" for number in range(1, 701))
                )
            }
            for sentence in (
                "Ask about the roof of house number {n}, its age, its slope and its neighbours.",
                "Interrogez le client sur le toit, son âge, sa pente et ses voisins immédiats.",
            )
        ],
        # --- integrations ----------------------------------------------------------------
        "invalid-phone-number": [
            phone("invalid-phone-number", value, LANGUAGES[index % 4])
            for index, value in enumerate(
                (
                    "+1234567890",
                    "call the office",
                    "0612345678",
                    "+33",
                    "+336123456789012345",
                    "+999123456789",
                    "+336",
                    "33612345678",
                    "612345678",
                    "+44 20",
                    "{{transfer_number}}",
                    "+33 6 12 34 56",
                    "020 7946 0018",
                    "+1 415 555",
                )
            )
        ],
        "formatted-phone-number": [
            phone("formatted-phone-number", value, LANGUAGES[index % 4])
            for index, value in enumerate(
                (
                    "+33 6 12 34 56 78",
                    "+33-6-12-34-56-78",
                    "0033612345678",
                    "+1 (415) 555-2671",
                    "+44 20 7946 0018",
                    "+49.30.901820",
                    "00 44 20 7946 0018",
                    "+34 612-345-678",
                    "+44 (0)20 7946 0018",
                    " +33612345678",
                    "+33\u00a0612345678",
                    "tel:+33612345678",
                    "(+33) 612345678",
                    "+1-415-555-2671",
                )
            )
        ],
        "unassigned-phone-number": [
            phone("unassigned-phone-number", value, LANGUAGES[index % 4])
            for index, value in enumerate(
                (
                    "+15550123456",
                    "+33012345678",
                    "+34412345678",
                    "+17005551234",
                    "+14031234567",
                    "+33700000000",
                    "+12011234567",
                    "+14151234567",
                )
            )
        ],
        "costly-phone-number": [
            phone("costly-phone-number", value, LANGUAGES[index % 4])
            for index, value in enumerate(
                (
                    "+33899123456",
                    "+19005551234",
                    "+448712345678",
                    "+449061234567",
                    "+34806123456",
                    "+34902123456",
                    "+499001234567",
                    "+491801234567",
                    "+33810123456",
                    "+41900123456",
                )
            )
        ],
        "emergency-phone-number": [
            phone("emergency-phone-number", value, LANGUAGES[index % 4])
            for index, value in enumerate(
                (
                    "112",
                    "911",
                    "999",
                    "15",
                    "17",
                    "18",
                    "110",
                    "000",
                    "+112",
                    "+911",
                    "1 1 2",
                ),
            )
        ],
        "invalid-webhook-url": [
            hook("invalid-webhook-url", value)
            for value in (
                "hooks.fernsolar.com/revox",
                "/revox/calls",
                "ftp://hooks.fernsolar.com/x",
                "https://",
                "https:///revox",
                "https://hooks.fernsolar.com/a b",
                " https://hooks.fernsolar.com/x",
                "https://hooks.fernsolar.com/x#calls",
                "https://{{host}}/revox",
                "https://${HOST}/revox",
                "https://<your-domain>/revox",
                "https//hooks.fernsolar.com",
                "mailto:ana@fernsolar.com",
                "https://hooks.fernsolar.com:99999/x",
                "wss://hooks.fernsolar.com/x",
                "https://hooks.fernsolar.com/{{call_id}}",
                "https:/hooks.fernsolar.com/x",
                "not a url",
                "https://hooks.fernsolar.com/x\n",
                "https://[NAME].fernsolar.com/x",
                "https://hooks..fernsolar.com/x",
            )
        ],
        "insecure-webhook": [
            hook("insecure-webhook", value)
            for value in (
                "http://hooks.fernsolar.com/revox",
                "HTTP://hooks.fernsolar.com/revox",
                "http://hooks.fernsolar.com",
                "http://hooks.fernsolar.com:8080/revox?id=7",
                "http://5.9.12.40/revox",
                "http://bücher.fernsolar.de/revox",
                "http://api.fernsolar.fr/appels",
                "http://hooks.fernsolar.com:80/",
            )
        ],
        "unreachable-webhook": [
            hook("unreachable-webhook", value)
            for value in (
                "https://localhost/revox",
                "http://localhost:3000/revox",
                "https://127.0.0.1/x",
                "https://192.168.1.20/x",
                "https://10.0.0.5/x",
                "https://172.16.4.2/x",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/x",
                "https://[::1]/x",
                "https://[fd00::1]/x",
                "https://[fe80::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://2130706433/x",
                "https://0x7f000001/x",
                "https://0x7f.0.0.1/x",
                "https://0177.0.0.1/x",
                "https://printer.local/x",
                "https://metadata.google.internal/x",
                "https://0.0.0.0/x",
                "https://api.localhost/x",
                "http://127.1:8080/x",
                "https://LOCALHOST/x",
                "https://localhost./x",
            )
        ],
        "credentials-in-webhook": [
            hook("credentials-in-webhook", value)
            for value in (
                "https://ana:Kp1Rw7Yb4Nc9@hooks.fernsolar.com/x",
                "https://ana@hooks.fernsolar.com/x",
                "https://hooks.fernsolar.com/x?token=Kp1Rw7Yb4Nc9Ld3Hg6Js0Fa",
                "https://hooks.fernsolar.com/x?api_key=Kp1Rw7Yb4Nc9Ld3Hg6Js0Fa",
                "https://hooks.fernsolar.com/x?a=1&secret=Kp1Rw7Yb4Nc9Ld3Hg6Js0Fa",
                "https://hooks.fernsolar.com/x?access_token=Kp1Rw7Yb4Nc9Ld3Hg6Js0Fa",
                "https://hooks.fernsolar.com/x?apikey=Kp1Rw7Yb4Nc9Ld3Hg6Js0Fa&b=2",
                "https://hooks.fernsolar.com/x?password=Kp1Rw7Yb4Nc9",
                f"https://hooks.fernsolar.com/x?k={SECRETS[0]}",
                "https://:Kp1Rw7Yb4Nc9@hooks.fernsolar.com/x",
            )
        ],
        "throwaway-webhook": [
            hook("throwaway-webhook", value)
            for value in (
                "https://webhook.site/4f1c2b7e-9a3d-4a7e-8c55-0d2f6b1e9a30",
                "https://ab12cd34.ngrok-free.app/x",
                "https://ab12cd34.ngrok.io/x",
                "https://fern.loca.lt/x",
                "https://calm-sea.trycloudflare.com/x",
                "https://example.com/webhook",
                "https://api.example.org/x",
                "https://eo1a2b3c4d5e6f.m.pipedream.net",
                "https://fern.free.beeceptor.com/x",
                "https://fern.requestcatcher.com/x",
                "https://www.example.net/x",
                "https://hooks.example.com/revox/calls",
            )
        ],
        "invalid-calendly-event-type": [
            calendly("invalid-calendly-event-type", value, LANGUAGES[index % 4])
            for index, value in enumerate(
                (
                    "https://calendly.com/fern-solar/visit",
                    "b2330295-2a91-4a1d-bb73-99e7707663d5",
                    "https://api.calendly.com/users/b2330295-2a91-4a1d-bb73-99e7707663d5",
                    "https://api.calendly.com/event_types/",
                    "https://api.calendly.com/event_types",
                    "http://api.calendly.com/event_types/b2330295-2a91-4a1d-bb73-99e7707663d5",
                    "api.calendly.com/event_types/b2330295-2a91-4a1d-bb73-99e7707663d5",
                    "https://api.calendly.com/event_types/b2330295-2a91",
                    "30min",
                    "https://api.calendly.com/scheduled_events/b2330295-2a91-4a1d-bb73-99e7707663d5",
                    "https://calendly.com/d/abc-123-xyz/visit",
                    "{{event_type}}",
                )
            )
        ],
        "invalid-openrouter-model": [
            router(at("invalid-openrouter-model", value))
            for value in (
                "openrouter/openai/gpt-4.1",
                "gpt-4.1",
                "openai/",
                "OpenAI: GPT-4.1",
                "openai/gpt 4.1",
                "https://openrouter.ai/openai/gpt-4.1",
                "openai:gpt-4.1",
                "/gpt-4.1",
                "openai/gpt-4.1:",
                "openrouter/anthropic/claude-sonnet-4:free",
                "mistralai\\mistral-large",
            )
        ],
        "unusual-openrouter-provider": [
            router("openai/gpt-4.1", at("unusual-openrouter-provider", value))
            for value in (
                "OpenAI",
                "Google Vertex",
                "Azure",
                "Together AI",
                "Amazon Bedrock",
                "openai/gpt-4.1",
                "Nebius AI Studio",
                "DeepInfra",
                "azure openai",
            )
        ],
    }


def _missing_webhooks(seeds: dict[str, list[Definition]]) -> None:
    """Mark where a webhook is missing: the outputs are there, in vain."""
    for definition in seeds["outputs-without-webhook"]:
        items = definition.pop("structured_output_config")
        definition["⟪outputs-without-webhook|structured_output_config⟫"] = items


SEEDS = _seeds()
_missing_webhooks(SEEDS)

# Files as they are written by hand: what comes through merges and aliases of elements, several
# mistakes in one text, further documents, comments and suppressions beside them.
WRITTEN: list[tuple[str, str]] = [
    (
        "an element that is an alias",
        """\
name: A
prompt: Ask how it was.
webhook_url: https://hooks.fernsolar.com/x
structured_output_config:
  - &email {name: email, type: string, required: true, description: As spelled.}
  - ⟪duplicate-output:error|*email⟫
""",
    ),
    (
        "a name that a merge brings in",
        """\
name: A
prompt: Ask how it was.
webhook_url: https://hooks.fernsolar.com/x
structured_output_config:
  - &email
    name: email
    type: string
    required: true
    description: As spelled.
  - <<: ⟪duplicate-output:error|*email⟫
    required: false
""",
    ),
    (
        "options that a merge brings in",
        """\
name: A
prompt: Ask how it was.
webhook_url: https://hooks.fernsolar.com/x
structured_output_config:
  - &mood {name: mood, type: enum, required: true, description: How., enum_options: [good, bad]}
  - <<: ⟪options-without-enum|*mood⟫
    name: city
    type: string
""",
    ),
    (
        "a type and an option by alias",
        """\
name: A
prompt: Ask how it was.
webhook_url: https://hooks.fernsolar.com/x
structured_output_config:
  - name: mood
    type: &enum enum
    required: true
    description: How they sounded.
    enum_options: [&good good, bad, ⟪duplicate-option:error|*good⟫]
  - name: wish
    type: ⟪enum-without-options|*enum⟫
    required: true
    description: What they wish.
""",
    ),
    (
        "a string that is a date by alias",
        """\
name: A
prompt: Ask how it was.
webhook_url: https://hooks.fernsolar.com/x
structured_output_config:
  - {name: city, type: &text string, required: true, description: Where they live.}
  - {name: visit_date, type: ⟪date-as-string|*text⟫, required: true, description: The visit.}
""",
    ),
    (
        "a question by alias",
        """\
name: A
prompt: Ask how it was.
faq_items:
  - question: &cost What does it cost?
    answer: Ninety euros.
  - question: ⟪duplicate-question:error|*cost⟫
    answer: A hundred euros.
""",
    ),
    (
        "a question and its answer by alias",
        """\
name: A
prompt: Ask how it was.
faq_items:
  - &cost
    question: What does it cost?
    answer: Ninety euros.
  - {question: Is it free?, answer: No.}
  - ⟪duplicate-question:warning|*cost⟫
""",
    ),
    (
        "a voice of its own and a merged model",
        """\
name: A
prompt: Ask how it was.
llm_model: &model
  type: openrouter
  openrouter_model_id: ⟪invalid-openrouter-model|openrouter/openai/gpt-4.1⟫
  openrouter_provider: ⟪unusual-openrouter-provider|OpenAI⟫
""".replace(" &model", ""),
    ),
    (
        "four mistakes in one text",
        """\
name: A
prompt: >
  You call ⟪lookalike-placeholder|{name}⟫ of {{company}}.
  Greet ⟪malformed-placeholder|{{first name}}⟫ kindly.


  ⟪leftover-todo|TODO⟫: say what it costs, and that the
  key is ⟪secret-in-text|AKIA4QH7VZ2M9XKLTR3B⟫ for now.
""",
    ),
    (
        "mistakes in both documents",
        """\
name: A
prompt: Ask how it was.
webhook_url: ⟪insecure-webhook|http://hooks.fernsolar.com/x⟫
--- # the second
name: B
prompt: Ask how it was.
webhook_url: ⟪unreachable-webhook|https://192.168.0.7/x⟫
...
---
name: C
prompt: ⟪leftover-todo|TODO⟫
""",
    ),
    (
        "comments that are no texts",
        """\
# TODO: the hours; {name} and sk-live are fine here
name: A # FIXME
prompt: Ask how it was. # TODO
transfer_phone_number: ⟪formatted-phone-number|+33 1 42 68 53 00⟫ # Zentrale
first_sentence_mode: generated
first_sentence: If they ask, transfer the call.
""".replace("Ask how it was. # TODO", "Transfer the call when they ask. # TODO").replace(
            "If they ask, transfer the call.", "Greet them."
        ),
    ),
    (
        "all in one line",
        '{"name": "A", "prompt": "Greet ⟪malformed-placeholder|{{}}⟫ \\u00e9t\\u00e9 \\ud83d\\ude42 '
        '⟪leftover-todo|TODO⟫", "webhook_url": '
        '⟪invalid-webhook-url|"https:\\/\\/hooks.fernsolar.com\\/x#y"⟫, "transfer_phone_number": '
        '⟪emergency-phone-number|"911"⟫, "faq_items": [{"question": "Human?", "answer": "Yes."}]}\n',
    ),
    (
        "an apostrophe and a fold in quotes",
        """\
name: A
prompt: 'It''s for ⟪lookalike-placeholder|{name}⟫, isn''t it: ⟪leftover-todo|<your
  company>⟫?'
""",
    ),
    (
        "a folded double-quoted text",
        """\
name: A
prompt: "Greet them.\\
  \\ Then say ⟪malformed-placeholder|{{first
  name}}⟫ \\
  and \\"⟪leftover-todo|FIXME⟫\\"."
""",
    ),
    (
        "an indented literal with a keep sign",
        """\
name: A
prompt: |2+
    # ⟪leftover-todo|TODO⟫: the tone
  Be brief.

faq_items:
- question: >-
    Who
    are you?
  answer: |
    Ana, of ⟪lookalike-placeholder|%company%⟫.

    Really.
""",
    ),
    (
        "the same secret in two places",
        """\
name: A
prompt: The key is ⟪secret-in-text|AKIA4QH7VZ2M9XKLTR3B⟫.
voicemail_message: Hello, the key is ⟪secret-in-text|AKIA4QH7VZ2M9XKLTR3B⟫.
""",
    ),
    (
        "one capability of three is missing",
        """\
name: A
prompt: |
  In a menu, press 1.
  If they ask, transfer the call. If they insist, transfer the call again.
  At the end, ⟪capability-not-configured|book⟫ an appointment. Book an appointment, please.
transfer_phone_number: "+33142685300"
ivr_navigation_enabled: true
""",
    ),
    (
        "a capability that is switched off",
        """\
name: A
prompt: In a menu, ⟪capability-not-configured|press⟫ 1 for sales.
ivr_navigation_enabled: false
""",
    ),
    (
        "a null where a webhook should be",
        """\
name: A
prompt: Ask how it was.
⟪outputs-without-webhook|structured_output_config⟫:
  - {name: city, type: string, required: true, description: Where they live.}
""",
    ),
    (
        "an option in a block list with a comment",
        """\
name: A
prompt: Ask how it was.
webhook_url: https://hooks.fernsolar.com/x
structured_output_config:
- name: ⟪unusual-output-name|"the mood"⟫
  type: enum
  required: true
  description: How they sounded.
  enum_options:
  - good   # the best
  - bad
  - ⟪duplicate-option:warning|'Good'⟫ # again
""",
    ),
]
