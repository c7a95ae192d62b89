"""Names and descriptions that are dates or times, and those that only sound like it."""

from __future__ import annotations

import pytest

from revox_lint.text.dates import described_as_date, named_as_date

DATES = (
    "date",
    "appointment_date",
    "appointmentDate",
    "callback_time",
    "date_of_birth",
    "dob",
    "birthday",
    "preferred_datetime",
    "rendez_vous_date",
    "date_naissance",
    "date_rdv",
    "heure_rdv",
    "fecha_cita",
    "hora_cita",
    "geburtsdatum",
    "Termin_Datum",
    "lieferdatum",
    "uhrzeit",
    "start_time",
    "move_in_date",
    "date_de_rendez_vous",
    "appointment_date_time",
    "meeting_datetime",
    "fecha_nacimiento",
    "terminuhrzeit",
    "scheduled_at",
    "dateRendezVous",
)

OTHERS = (
    "update",
    "candidate",
    "timezone",
    "time_zone",
    "lifetime",
    "first_time_buyer",
    "full_time",
    "date_format",
    "response_time",
    "time_to_close",
    "up_to_date",
    "date_confirmed",
    "date_range",
    "reason_for_date_change",
    "mandate",
    "name",
    "email",
    "horaires_preference",
    "real_time",
    "validated",
    "summary",
    "budget",
    "contact_name",
    "time",
    "date_flexibility",
    "last_update",
    "wait_time",
    "candidate_name",
    "format",
)

DESCRIBED = (
    "The date of the appointment",
    "Date in YYYY-MM-DD format",
    "Preferred callback time (HH:MM)",
    "Requested delivery date",
    "Datum der Lieferung",
    "Gewünschtes Lieferdatum",
    "Uhrzeit des Termins",
    "Date de naissance",
    "Heure du rendez-vous",
    "Jour et heure du rendez-vous",
    "Fecha de la cita",
    "Hora preferida",
    "Appointment date and time",
    "ISO 8601 timestamp",
    "Candidate's date of birth",
    "La date du rendez-vous",
    "Das Datum des Termins",
    "La fecha de nacimiento",
    "Date",
    "The time of the appointment",
    "Date souhaitée pour la livraison",
    "Wunschtermin im Format TT.MM.JJJJ",
    "Customer's birthday",
)

OTHERWISE_DESCRIBED = (
    "Order update",
    "Name of the person",
    "Reason for the date change",
    "Notes on delivery date",
    "Time zone of the customer",
    "How much time they have",
    "A short summary of the call",
    "The candidate's name",
    "Whether the date works for the caller",
    "Up-to-date address",
    "Date format the caller prefers",
    "What the caller says about the delivery date",
    "The product they want to update",
    "Whether the appointment date is confirmed",
)


def test_names_of_dates_and_times() -> None:
    assert [name for name in DATES if not named_as_date(name)] == []


def test_names_of_something_else() -> None:
    assert [name for name in OTHERS if named_as_date(name)] == []


@pytest.mark.parametrize("text", DESCRIBED)
def test_descriptions_of_dates_and_times(text: str) -> None:
    assert described_as_date(text)


@pytest.mark.parametrize("text", OTHERWISE_DESCRIBED)
def test_descriptions_of_something_else(text: str) -> None:
    assert not described_as_date(text)
