"""Descriptions that list the only values of a text, and descriptions that do not."""

from __future__ import annotations

import pytest

from revox_lint.text.choices import choices

LISTS = (
    "One of: hot, warm, cold",
    "one of hot, warm or cold",
    "Possible values: new, existing.",
    "Level of interest: low, medium, high",
    "Either 'yes' or 'no'",
    "yes/no",
    "Whether they agreed (yes or no)",
    'Must be "low", "medium" or "high"',
    "hot | warm | cold",
    "small, medium or large",
    "Soit particulier, soit professionnel",
    "L'une des valeurs suivantes : chaud, tiède, froid",
    "Entweder privat oder geschäftlich",
    "Mögliche Werte: klein, mittel, groß",
    "Uno de: alto, medio, bajo",
    "Valores posibles: sí, no, quizás",
    "Interest: high/medium/low",
    "One of:\n- sales\n- support\n- billing",
    "The outcome: 'booked', 'refused', 'callback'",
    "Oui ou non",
    "Sí o no",
    "ja/nein",
    "Ergebnis des Anrufs: gebucht, abgelehnt oder offen",
    "Niveau d'intérêt (faible, moyen ou fort)",
    "Un de : oui, non, peut-être",
    "Can be small, medium or large",
    "Customer sentiment, either positive, neutral or negative",
    "Type de client : particulier ou professionnel",
    "Eines von: ja, nein",
    "Puede ser alto, medio o bajo",
    "Choose one of the following: new customer, existing customer, former customer",
)

NO_LISTS = (
    "The customer's name, email or phone number",
    "One of the customer's phone numbers",
    "Preferred colour, e.g. red, green or blue",
    "Product of interest (such as 'pen', 'book', 'lamp')",
    "Why the caller is calling",
    "Contact (phone or email)",
    "Email or phone",
    "Summary of the call, including name, date, and reason",
    "The reason: price, timing, etc.",
    "First name/last name",
    "Date and time of the appointment, in ISO 8601",
    "Company name or 'unknown'",
    "Notes: anything the caller said about price or delivery.",
    "The caller's answer, or null",
    "How the caller heard about us, for example Google, friends or press",
    "Wie der Kunde uns gefunden hat",
    "Nom et prénom",
    "Motif de l'appel en une ou deux phrases",
    "A summary in one or two sentences",
    "Resumen en una o dos frases",
    "Zusammenfassung in ein oder zwei Sätzen",
    "What the caller wants, in his or her own words",
    "Order number: six digits, starting with A or B",
    "City or town where they live",
    "The name and/or company",
    "a or " * 240,
    "one of " * 140,
    "(a or " * 160,
)


@pytest.mark.parametrize("text", LISTS)
def test_a_list_of_the_only_values_is_found(text: str) -> None:
    found = choices(text)
    assert found is not None
    assert len(found.values) > 1
    assert all(value in text[found.start : found.end] for value in found.values)


@pytest.mark.parametrize("text", NO_LISTS)
def test_examples_and_kinds_of_information_are_no_list(text: str) -> None:
    assert choices(text) is None


@pytest.mark.parametrize(
    ("text", "values", "listed"),
    [
        ("One of: hot, warm or cold.", ("hot", "warm", "cold"), "hot, warm or cold"),
        ("Soit particulier, soit professionnel", ("particulier", "professionnel"), None),
        ("Mögliche Werte: klein, mittel, groß", ("klein", "mittel", "groß"), None),
        ("Uno de: alto, medio o bajo", ("alto", "medio", "bajo"), None),
        ("One of:\n- sales\n- after sales", ("sales", "after sales"), None),
        ('Must be "low" or "high"', ("low", "high"), '"low" or "high"'),
    ],
)
def test_the_values_are_told_apart(text: str, values: tuple[str, ...], listed: str | None) -> None:
    found = choices(text)
    assert found is not None
    assert found.values == values
    assert listed is None or text[found.start : found.end] == listed
