"""German."""

from __future__ import annotations

from typing import Final

from revox_lint.facts.words import Words

WORDS: Final = Words(
    common="""
        der die das ist ich sie ihr ihre ihren wir unser unsere mit für und zu von im am ein
        eine guten tag hallo bin spreche bitte danke hier den dem auf
    """,
    syllables_per_second=5.97,
    silent_e=False,
    data="""
        vorname nachname firma unternehmen datum uhrzeit tag telefon nummer adresse stadt betrag
        preis kunde kundenname bestellung produkt termin
    """,
    bracketed="pausieren warten lachen seufzen lacht seufzt stille",
    script="warte*, zuhören, wenn",
    stand_in="""
        stimme stimmen stimm deine dein ihre ihr hier ersetzen eintragen ausfüllen
    """,
    stand_in_or_name="",
    leftover_signs="""
        eintragen einsetzen einfügen ersetzen ergänzen ausfüllen [ihr [dein
    """,
    notes="""
        (HIER|BITTE)[ _](EINF[ÜU]GEN|EINSETZEN|EINTRAGEN|ERSETZEN|ERG[ÄA]NZEN|AUSF[ÜU]LLEN)
    """,
    notes_at_end="ZU[ _](ERG[ÄA]NZEN|ERLEDIGEN)",
    author_verbs="ergänzen einfügen prüfen ersetzen schreiben eintragen klären",
    owner="ihre?[nrms]?, deine?[nrms]?",
    thing="firma, unternehmen, name, nummer, telefon*, öffnungszeiten, stadt, webseite",
    fill="einfügen, einsetzen, eintragen, ersetzen, ergänzen, ausfüllen",
    gap_end="hier, einfügen, einsetzen, eintragen, ersetzen",
    to_fill="",
    form="hier, einsetzen, eintragen, einfügen",
    answer="antwort",
    todo_before="",
    todo_after="",
    todo_list="",
)
