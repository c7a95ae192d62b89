"""Where a prompt says that the agent transfers calls, presses keys or books appointments.

In English, French, German and Spanish. What the prompt forbids, what the caller wants, what
somebody else does, and what is told to the caller does not count. Nothing here is certain:
the patterns are made to miss rather than to claim what is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple, TypeAlias

from revox_lint.text.normalize import present


class Mention(NamedTuple):
    """The word that says it; offsets in the text."""

    start: int
    end: int


def transfers(text: str) -> Iterator[Mention]:
    """Where the agent is to transfer a call to somebody."""
    return _mentions(text, _TRANSFERS, quoted=True)


def key_presses(text: str) -> Iterator[Mention]:
    """Where the agent is to press keys or find its way through a telephone menu."""
    return _mentions(text, _KEYS, quoted=False)


def bookings(text: str) -> Iterator[Mention]:
    """Where the agent is to book an appointment in a calendar."""
    for mention in _mentions(text, _BOOKINGS, quoted=True):
        start, end = _sentence(text, mention.start)
        if _pattern(_TAKEN_DOWN).search(text, start, min(len(text), end + 160)) is None:
            yield mention


def speaks_of_transfer(text: str) -> bool:
    """Whether a text speaks of handing a call to a human at all, in whatever way."""
    return _pattern(_HANDING_OVER).search(text) is not None


# For each language, what one of its patterns needs to match, and the patterns.
_Group: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]

_ADVERB = (
    r"(?:immediately |directly |straight |then |always |immédiatement |directement |toujours |"
    r"alors |ensuite |inmediatamente |directamente |siempre |entonces )?"
)

# --- transfers ---------------------------------------------------------------------------

_PEOPLE_EN = (
    r"(?:(?:an?|the|our|your|one of our|some|another|my)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:human|person|agents?|representatives?|rep|colleagues?|specialists?|advis[oe]rs?|"
    r"consultants?|managers?|supervisors?|operators?|receptionists?|team|department|staff|"
    r"desk|experts?|technicians?|nurses?|doctors?|salespe\w+|counsel+ors?|coordinators?|"
    r"dispatchers?|someone|reception|support|sales|billing|hotline)\b"
)
_WHO_EN = (
    r"(?:(?:the |this |that |any |all |these |every |such |an? )?(?:[a-z][\w-]* )?"
    r"(?:calls?|callers?|customers?|clients?|leads?|prospects?|patients?|users?|guests?|person|"
    r"conversation|tenants?|members?|buyers?|recipients?|contacts?|candidates?)\b|them\b|him\b|"
    r"her\b|you\b)"
)
_PEOPLE_FR = (
    r"(?:(?:une?|le|la|les|l['’]|nos|notre|votre|des|du|au|"
    r"l['’]un de nos)\s*)?(?:[\w'’-]+\s+){0,2}?"
    r"(?:conseill\w+|humaine?|agente?|collègues?|collaborat\w+|équipe|service|standard|"
    r"responsable|technicien\w*|commercial\w*|opérat\w+|secrét\w+|accueil|support|personne|"
    r"membre|spécialiste|expert\w*|gestionnaire|médecin|interlocut\w+|téléconseil\w+)\b"
)
_WHO_FR = (
    r"(?:(?:l['’]|cet |les |tout )(?:appels?|appelante?s?|interlocut\w+|utilisat\w+)|"
    r"la (?:communication|conversation|personne|cliente|patiente|ligne)|"
    r"le (?:client|patient|prospect|contact|locataire|candidat)|les (?:clients|patients))\b"
)
_PEOPLE_DE = (
    r"(?:[\wäöüß-]+\s+){0,3}?(?:Mitarbeit\w+|Kolleg\w+|Mensch\w*|menschlich\w+|Berater\w*|"
    r"Team\w*|Abteilung|\w*[Ss]upport|Vertrieb|Kundenservice|Kundendienst|Zentrale|Rezeption|"
    r"Empfang|Techniker\w*|Fach\w+|Expert\w+|Ansprechpartner\w*|Sachbearbeiter\w*|Person|"
    r"Spezialist\w*|Vorgesetzt\w+|Agent\w*|Service\w*)\b"
)
_WHO_DE = (
    r"(?:(?:de[nrm]|die|das|einen?|diesen?|alle|jeden|solche)\s+(?:[\wäöüß-]+\s+)?"
    r"(?:Anrufe?|Anrufer(?:s|n|in)?|Gespräche?|Kunden?|Kundin|Anrufenden?|Person|"
    r"Patient(?:en|in)?|Interessent(?:en|in)?|Telefonat|Mieter(?:in)?)|Anrufe|ihn|sie|Sie|dich)\b"
)
_PEOPLE_ES = (
    r"(?:(?:una?|el|la|los|las|nuestr[oa]s?|alg[uú]n|uno de nuestros)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:agentes?|asesor\w*|human[oa]s?|persona|compañer\w+|representantes?|equipo|departamento|"
    r"ejecutiv\w+|operador\w*|especialistas?|supervisor\w*|recepci\w+|soporte|ventas|colegas?|"
    r"encargad\w+|responsables?|técnic\w+|comercial\w*|médic\w+|alguien)\b"
)
_WHO_ES = (
    r"(?:las? llamadas?|(?:al|a la|a los|a las|el|la) (?:[\w-]+ )?(?:clientes?|personas?|"
    r"usuari[oa]s?|interlocutor\w*|pacientes?|contactos?|prospectos?|llamantes?|que llama))\b"
)
_TRANSFERS: tuple[_Group, ...] = (
    # en
    (
        (
            "transfer",
            "forward",
            "redirect",
            "rout",
            "escalat",
            "hand",
            "connect",
            "link",
            "put",
            "patch",
            "pass",
        ),
        (
            (
                rf"\b(?P<w>transfer(?:s|ring)?|"
                rf"hand(?:s|ing)? (?:off|over)|escalat(?:es?|"
                rf"ing))\s+{_ADVERB}{_WHO_EN}(?!['’]s (?!call))"
            ),
            # A conversation is redirected to its topic, and a customer to a web site.
            (
                rf"\b(?P<w>forward(?:s|ing)?|redirect(?:s|ing)?|(?:re)?rout(?:es?|ing))\s+{_ADVERB}"
                rf"(?:(?:the |this |that |any |all |these |every |such |an? |their )?"
                rf"(?:[a-z][\w-]* )?calls?\b(?!['’]s|[ -]back)"
                rf"|{_WHO_EN}\s+(?:over |through |on )?to\s+{_PEOPLE_EN})"
            ),
            (
                rf"\b(?P<w>transfer(?:s|ring)?|escalate|hand (?:off|"
                rf"over))\s+{_ADVERB}to\s+{_PEOPLE_EN}"
            ),
            (
                rf"\b(?P<w>(?:connect|link)(?:s|ing)?)\s+{_WHO_EN}\s+{_ADVERB}(?:to|"
                rf"with)\s+{_PEOPLE_EN}"
            ),
            rf"\b(?P<w>(?:put|patch)(?:s|ing)?)\s+{_WHO_EN}\s+{_ADVERB}through\b",
            (
                rf"\b(?P<w>(?:hand|pass)(?:es|s|ing)?)\s+{_WHO_EN}\s+(?:off|over|on|"
                rf"along)?\s*to\s+{_PEOPLE_EN}"
            ),
            (
                r"\b(?:offers?|initiate|make|do|perform|start|arrange|trigger|execute|attempt|"
                r"propose)\s+"
                r"(?:an?|the)\s+(?:[\w-]+\s+)?(?P<w>transfer)\b(?! (?:of|fee|money|fund))"
            ),
            (
                r"\b(?:if|when|once|whenever)\b[^.!?\n]{0,200},\s*(?:please |"
                r"then )?(?P<w>transfer)(?=\s*(?:[.!\n]|\Z))"
            ),
            r"\b(?P<w>transfer)\s+to\s+(?=\{\{)",
            r"\buse\s+(?:the |your )?[`'\"]?(?P<w>transfer)[`'\"]?\s+(?:tool|function|action)\b",
            r"\b(?P<w>transfer_?(?:the_)?call|transferCall|transfer_to_\w+|call_transfer)\b",
        ),
    ),
    # fr
    (
        (
            "transf",
            "redirige",
            "réoriente",
            "bascule",
            "renvo",
            "route",
            "passe",
            "met",
        ),
        (
            (rf"\b(?<!\bte )(?P<w>transf[éè]r(?:e[rsz]?|ons)|passe[rsz]?)\s+{_ADVERB}{_WHO_FR}"),
            (
                rf"\b(?P<w>redirige[rsz]?|réoriente[rsz]?|bascule[rsz]?|renvo(?:ie|yer|yez)|"
                rf"route[rz]?)\s+{_ADVERB}(?:(?:l['’]|cet |les |tout )appels?\b|la communication\b|"
                rf"{_WHO_FR}\s+(?:vers|à|au|chez)\s+{_PEOPLE_FR})"
            ),
            r"\b(?P<w>transf[éè]re[z]?-l(?:e|a|es))\b",
            rf"\b(?P<w>passez?-l(?:e|a|es))\s+(?:à|au)\s+{_PEOPLE_FR}",
            r"\b(?:le|la|les|vous|l['’])\s?(?P<w>transf[éè]r(?:e[rsz]?|ons))\b",
            rf"\b(?P<w>transf[éè]re[rsz]?)\s+{_ADVERB}(?:vers|à|au|chez)\s+{_PEOPLE_FR}",
            (
                rf"\b(?P<w>met(?:s|tre|tez|tons))(?:-l(?:e|a|es)|"
                rf"-l)?\s+(?:{_WHO_FR}\s+)?{_ADVERB}en "
                rf"(?:relation|contact|communication|ligne)\s+avec\s+{_PEOPLE_FR}"
            ),
            (
                r"\b(?:propose[rsz]?|fais|faire|effectue[rsz]?|lance[rsz]?|déclenche[rsz]?|"
                r"initie[rsz]?)\s+"
                r"(?:un|le)\s+(?P<w>transfert)\b(?! (?:d['’]argent|de fonds|bancaire))"
            ),
        ),
    ),
    # de
    (
        (
            "leite",
            "stell",
            "verbind",
            "überg",
            "vermitt",
            "transferiere",
            "gib",
        ),
        (
            (
                rf"\b(?P<w>leite(?:n Sie)?|leitest|leitet|"
                rf"leiten)\s+{_WHO_DE}(?:(?! und )[^.!?\n]){{0,80}}?"
                rf"\bweiter\b"
            ),
            (
                rf"\b(?P<w>stelle?n?(?: Sie)?|"
                rf"stellst)\s+{_WHO_DE}(?:(?! und )[^.!?\n]){{0,80}}?\bdurch\b"
            ),
            (
                rf"\b(?P<w>verbinde(?:n Sie)?|verbindest(?: du)?|verbindet|vermittle|"
                rf"vermitteln Sie)\s+{_WHO_DE}\s+"
                rf"(?:[\wäöüß]+\s+)?(?:mit|zu[rm]?|an|ins?)\s+{_PEOPLE_DE}"
            ),
            (
                rf"\b(?P<w>übergib|übergebe|übergeben Sie|transferiere|transferieren Sie|"
                rf"gib)\s+{_WHO_DE}\s+"
                rf"(?:[\wäöüß]+\s+)?an\s+{_PEOPLE_DE}"
            ),
            rf"\b(?P<w>(?:transferiere|verbinde)(?:n Sie)?)\s+{_WHO_DE}(?=\s*(?:[.!,\n]|\Z))",
            rf"\b(?P<w>transferiere(?:n Sie)?)\s+{_WHO_DE}",
            rf"\b(?P<w>verbinde(?:n Sie)?)\s+(?:[\wäöüß]+\s+){{0,3}}mit\s+ein\w*\s+{_PEOPLE_DE}",
            rf"\b(?P<w>verbinde(?:n Sie)?)\s+(?:sofort |direkt )?(?:mit|zu[rm]?)\s+{_PEOPLE_DE}",
            (
                rf"\b(?P<w>leite|leiten Sie|leitest du)\s+(?:sofort |direkt )?(?:an|zu[rm]?)\s+"
                rf"{_PEOPLE_DE}\s+weiter\b"
            ),
            (
                rf"\b(?P<w>stelle?|stellen Sie|stellst du)\s+(?:sofort |direkt )?(?:an|"
                rf"zu[rm]?)\s+"
                rf"{_PEOPLE_DE}\s+durch\b"
            ),
            (
                rf"{_WHO_DE}(?:(?! und |Nachricht|Anliegen|Anfrage|Daten)[^.!?,\n]){{0,70}}?\b"
                r"(?P<w>weiter(?:zu)?leite(?:n|st|t)|durch(?:zu)?stell(?:en|st|t)|"
                r"weiter(?:zu)?verbinden)\b"
            ),
            (
                rf"{_WHO_DE}(?:(?! und )[^.!?,\n]){{0,40}}?\b(?:mit|an|"
                rf"zu[rm]?)\s+{_PEOPLE_DE}\s+(?:zu )?"
                r"(?P<w>verbinden|übergeben|vermitteln|transferieren)\b"
            ),
        ),
    ),
    # es
    (
        (
            "transf",
            "deriv",
            "derív",
            "desv",
            "redirig",
            "redirija",
            "pas",
            "pás",
            "escal",
            "conect",
            "conéct",
            "comun",
        ),
        (
            (
                rf"\b(?P<w>transfier[eao]s?|transferir|deriv(?:a[rs]?|e)|desví[ae]s?|desviar|"
                rf"redirig(?:e|ir)|"
                rf"redirija|pas(?:a[rs]?|e)|escal(?:a[r]?|e))\s+"
                rf"{_ADVERB}{_WHO_ES}"
            ),
            (
                rf"\b(?P<w>transfier[eao]s?|transferir|comuni(?:ca[r]?|que)|conect(?:a[r]?|"
                rf"e))\s+{_ADVERB}"
                rf"(?:a|al|con|hacia)\s+{_PEOPLE_ES}"
            ),
            rf"\b(?P<w>conect(?:a[r]?|e)|comuni(?:ca[r]?|que))\s+{_WHO_ES}\s+con\s+{_PEOPLE_ES}",
            r"\b(?P<w>transfi[ée]re(?:l[oae]s?)|transferirl[oae]s?|(?:te|le|lo|la) transfiero)\b",
            (
                rf"\b(?P<w>derív[ae]l[oae]s?|derivarl[oae]s?|pás[ae]l[oae]s?|pasarl[oae]s?|"
                rf"comuníc[ae]l[oae]s?|comunicarl[oae]s?|conéct[ae]l[oae]s?|conectarl[oae]s?|"
                rf"(?:te|le) (?:paso|comunico|conecto))\s+{_ADVERB}(?:a|al|con)\s+{_PEOPLE_ES}"
            ),
            (
                r"\b(?:ofrec(?:e[r]?|a)|haz|hacer|haga|realiz(?:a[r]?|e)|inici(?:a[r]?|e)|"
                r"propon\w*)\s+"
                r"(?:una|la)\s+(?P<w>transferencia)\b(?! (?:bancaria|de dinero))"
            ),
        ),
    ),
)

# --- keys --------------------------------------------------------------------------------

_DIGIT_EN = (
    r"(?:the )?(?:key |number |digit |button |option )?[\"'“‘`]?(?:[0-9](?![0-9])|zero|one|two|"
    r"three|four|five|six|seven|eight|nine|star|pound|hash|\*|#)(?![\w])"
)
_MENU_EN = (
    r"(?:IVRs?|phone (?:menus?|trees?)|(?:automated|voice|telephone|call)[- ](?:\w+ )?menus?)"
)
_KEYS: tuple[_Group, ...] = (
    # en
    (
        (
            "press",
            "dtmf",
            "navigat",
            "keypad",
            "dial pad",
            "dialpad",
            "key pad",
        ),
        (
            rf"\b(?P<w>press)\s+{_DIGIT_EN}",
            (
                r"\b(?P<w>press)\s+(?:the )?(?:correct|right|appropriate|corresponding|relevant|"
                r"matching) "
                r"(?:key|number|digit|button|option)"
            ),
            (
                r"\b(?:send|use|enter|play|generate|transmit|"
                r"dial)\s+(?:the )?(?:[\w-]+ )?(?P<w>DTMF)\b"
            ),
            (
                rf"\b(?P<w>navigat(?:e|es|ing))\s+(?:through |past )?(?:an?|the|any|"
                rf"all)?\s*(?:[\w-]+ )?{_MENU_EN}"
            ),
            (
                r"\b(?:use|with|on)\s+the\s+(?P<w>(?:dial|key)\s?pad)\s+to\s+(?:select|choose|"
                r"enter|"
                r"navigate)"
            ),
            r"\b(?P<w>press)\s+(?:(?:the|any) )?(?:keys|digits|buttons|phone keys)\b",
        ),
    ),
    # fr
    (
        (
            "appuie",
            "appuyer",
            "appuyez",
            "tape",
            "compose",
            "dtmf",
            "navigue",
        ),
        (
            (
                r"\b(?P<w>appuie[sz]?|appuyer|appuyez|tape[rsz]?|"
                r"compose[rsz]?)\s+(?:sur )?(?:la |le )?"
                r"(?:touche |chiffre )?[\"'«“ ]*(?:[0-9](?![0-9])|dièse|étoile|zéro|\*|#)(?![\w])"
            ),
            (
                r"\b(?:envoie[rsz]?|envoyer|utilise[rsz]?)\s+(?:les |des |la )?(?:touches? |"
                r"tonalités? |codes? )?"
                r"(?P<w>DTMF)\b"
            ),
            (
                r"\b(?P<w>navigue[rsz]?)\s+(?:dans|à travers|parmi)\s+(?:les?|la|un|des)?\s*"
                r"(?:menus?|serveurs?|standards?|SVI|IVR)\b"
            ),
        ),
    ),
    # de
    (
        (
            "drück",
            "wähl",
            "tipp",
            "taste",
            "ziffer",
            "dtmf",
            "navigier",
        ),
        (
            (
                r"\b(?P<w>drücke?|drücken Sie|drückst|wähle|wählen Sie|tippe|"
                r"tippen Sie)\s+(?:auf )?"
                r"(?:die |den )?(?:Taste |Ziffer |Nummer |Option )?[\"'„“]?(?:[0-9](?![0-9])|"
                r"Eins|"
                r"Zwei|Drei|"
                r"Vier|Fünf|Null|Raute(?:taste)?|Stern(?:taste)?|\*|#)(?![\w])"
            ),
            (
                r"\b(?P<w>drücke?|drückst|drücken Sie)\s+[^.!?,;\n]{1,40}?\b(?:die|Taste)\s+"
                r"[\"'„“]?[0-9#](?![\w])"
            ),
            (
                r"\b(?:Taste|Ziffer)\s+[\"'„“]?[0-9*#](?![0-9])[\"'“”]?\s+(?:zu )?(?P<w>drücken|"
                r"wählen)\b"
            ),
            r"\b(?:sende|senden Sie|verwende|nutze)\s+(?:die )?(?P<w>DTMF)\b",
            (
                r"\b(?P<w>navigiere(?:n Sie)?|navigierst)\s+(?:durch|im|in)\s+(?:das|die|ein|"
                r"den)?\s*"
                r"(?:\w*menüs?|IVR)\b"
            ),
        ),
    ),
    # es
    (
        (
            "puls",
            "presion",
            "mar",
            "oprim",
            "tecle",
            "dtmf",
            "naveg",
        ),
        (
            (
                r"\b(?P<w>puls(?:a[rs]?|e)|presion(?:a[rs]?|e)|mar(?:ca[rs]?|que)|oprim(?:e|"
                r"ir|a)|"
                r"tecle(?:a[r]?|e))\s+(?:en )?(?:la |el )?(?:tecla |opción |número |"
                r"botón )?[\"'«“]?"
                r"(?:[0-9](?![0-9])|uno|dos|tres|cero|almohadilla|asterisco|numeral|\*|#)(?![\w])"
            ),
            (
                r"\b(?:env[ií]a[r]?|usa[r]?|utiliza[r]?)\s+(?:los |las )?(?:tonos |"
                r"teclas )?(?P<w>DTMF)\b"
            ),
            (
                r"\b(?P<w>naveg(?:a[r]?|ue))\s+(?:por|en|a través de)\s+(?:el|los|un|"
                r"del)?\s*(?:menús?|"
                r"IVR)\b"
            ),
        ),
    ),
)

# --- bookings ----------------------------------------------------------------------------

_MEETING_EN = (
    r"(?:appointments?|meetings?|demos?|demonstrations?|visits?|consultations?|slots?|viewings?|"
    r"inspections?|sessions? with|(?:\w+ )?calls?(?! ?-?back)|interviews?|test drives?)\b"
)
_MEETING_FR = (
    r"(?:rendez[- ]vous|rdv|créneaux?|démos?|démonstrations?|visites?|entretiens?|réunions?|"
    r"consultations?)\b"
)
_MEETING_DE = (
    r"(?:\w*[Tt]ermine?|\w*[Bb]esichtigung(?:en)?|\w*[Dd]emo|\w*[Bb]eratungsgespräche?|"
    r"\w*[Bb]esprechung|\w*[Mm]eeting|Vorführung)\b"
)
_MEETING_ES = r"(?:citas?|reuni(?:ón|ones)|demos?|demostraci\w+|visitas?|consultas?|turnos?)\b"
_ARTICLE_EN = r"(?:an? |the |their |your |this |that |his |her |any |new )?(?:[\w-]+ ){0,2}?"
_BOOKINGS: tuple[_Group, ...] = (
    # en
    (
        (
            "book",
            "schedul",
            "set up",
            "arrange",
            "calendly",
        ),
        (
            (
                rf"(?<!the )(?<!a )(?<!your )(?<!our )\b(?P<w>book|schedule|set up|"
                rf"arrange)\s+(?:them |him |her |you |the \w+ )?"
                rf"(?:for |in for )?{_ARTICLE_EN}{_MEETING_EN}"
            ),
            r"\b(?:in|through|via|using|with|use|on)\s+(?P<w>Calendly)\b",
        ),
    ),
    # fr
    (
        (
            "rendez",
            "rdv",
            "créneau",
            "démo",
            "visite",
            "entretien",
            "réunion",
            "consultation",
            "calendly",
        ),
        (
            (
                rf"\b(?P<w>prends|prendre|prenez|fixe[rsz]?|réserve[rsz]?|planifie[rsz]?|"
                rf"programme[rsz]?|"
                rf"cale[rsz]?|organise[rsz]?)\s+(?:lui |leur )?(?:une? |le |la |des |ce |"
                rf"les )?(?:[\w-]+ )?{_MEETING_FR}"
            ),
            r"\b(?:dans|via|sur|avec|utilise[rsz]?)\s+(?P<w>Calendly)\b",
        ),
    ),
    # de
    (
        (
            "termin",
            "besichtig",
            "demo",
            "gespräch",
            "besprech",
            "meeting",
            "vorführ",
            "calendly",
        ),
        (
            (
                rf"\b(?P<w>buche(?:n Sie)?|buchst|vereinbare(?:n Sie)?|vereinbarst|plane|"
                rf"reserviere(?:n Sie)?|"
                rf"mache?|lege)\s+(?:dann |direkt |gleich |ihm |ihr |mit \w+ (?:\w+ )?)?"
                rf"(?:einen? |den |die |das |neue |passende[n]? )?(?:[\wäöüß-]+ )?{_MEETING_DE}"
            ),
            (
                rf"\b(?:einen? |den |die |neue |"
                rf"Termine?\b)\s*(?:[\wäöüß-]+ )?(?:{_MEETING_DE})?\s*(?:zu )?"
                r"(?P<w>buchen|vereinbaren|reservieren)\b"
            ),
            r"\b(?:in|über|mit|via|nutze|verwende)\s+(?P<w>Calendly)\b",
        ),
    ),
    # es
    (
        (
            "agend",
            "reserv",
            "program",
            "conciert",
            "concert",
            "fij",
            "coordin",
            "calendly",
        ),
        (
            (
                rf"\b(?P<w>agend(?:a[rs]?|e)|reserv(?:a[rs]?|e)|program(?:a[rs]?|e)|"
                rf"conciert(?:a|e)|"
                rf"concertar|"
                rf"fij(?:a[rs]?|e)|coordin(?:a[rs]?|e))\s+(?:una? |la |el |su |las |"
                rf"los )?(?:[\w-]+ )?{_MEETING_ES}"
            ),
            r"\b(?:en|con|por|mediante|usa|utiliza)\s+(?P<w>Calendly)\b",
        ),
    ),
)
# Somebody else books, or the caller does: the agent takes the wish down.
_TAKEN_DOWN = (
    r"(?i)\b(?:call(?:s|ing)? (?:them |you |the \w+ )?back|callback|"
    r"(?:will|to) (?:then )?(?:confirm|get back|contact|follow up)|website|online|web ?site|"
    r"link|e-?mail|by sms|preferred|preference|take (?:down )?(?:their|a) |note (?:down )?|"
    r"write down|record (?:their|the)|message|colleague|front desk|reception|"
    r"rappel(?:le|ler|lera|lerons|lez)|en ligne|lien|site|préfér\w+|note[rz]?|collègue|"
    r"confirmera|"
    r"zurückruf\w*|ruft .{0,30}zurück|Rückruf|online|Webseite|Website|Link|Wunschtermin\w*|"
    r"notier\w+|bestätigt|Kolleg\w+|"
    r"devolv\w+ la llamada|llamar[áa]\w*|en línea|enlace|página|sitio|web|preferid\w+|"
    r"preferencia|"
    r"anot\w+|compañer\w+|confirmará)\b"
)

_HANDING_OVER = (
    r"(?i)transf[eéèi]r|transfier|forward(?:s|ing)? (?:the |this |calls?|them)|redirect|redirig|"
    r"escalat|\bescala|hand(?:s|ing)?[ -]?(?:off|over)|handoff|"
    r"\b(?:hand|pass)(?:s|es|ing)? (?:\w+ ){1,3}(?:off|over|on|to)\b|\bthrough to\b|"
    r"(?:put|patch)(?:s|ting)? (?:\w+ ){1,3}through|connect(?:s|ing)? (?:\w+ ){1,3}(?:to|with)|"
    r"\bhuman\b|live (?:agent|person)|real person|colleague|representative|"
    r"(?:speak|talk)(?:s|ing)? (?:to|with) (?:a |an |the |our |some|your )|"
    r"conseill[eè]re?\b|\bhumaine?\b|collègue|en relation|en communication avec|"
    r"pass(?:e|er|ez) l['’]appel|weiter(?:zu)?leit|leite\w* .{0,60}\bweiter\b|"
    r"durch(?:zu)?stell|stell\w* .{0,60}\bdurch\b|verbind|\bMensch|Kolleg|Mitarbeit|"
    r"\basesor|human[oa]\b|compañer|deriv[ae]|pas(?:a|ar|e) (?:la llamada|con)|comuni(?:ca|que)|"
    r"otra persona|\boperador"
)

# --- what does not count -----------------------------------------------------------------

_CLAUSE = (
    r"(?i)[,;:()\[\]—–\n.!?\"“”„«»]|\b(?:if|when|unless|until|because|but|otherwise|si|quand|lorsque|"
    r"mais|sinon|wenn|falls|sobald|aber|sonst|sondern|weil|cuando|pero|sino|porque|whenever|"
    r"once)\b"
)
_NOT = (
    r"(?i)\b(?:not|never|cannot|can['’]?t|don['’]?t|doesn['’]t|won['’]t|mustn['’]t|shouldn['’]t|"
    r"without|unable|refuse|avoid|instead of|rather than|no longer|impossible|forbidden|"
    r"prohibited|neither|nor|no|ne|n['’](?=\w)|pas|jamais|aucune?|sans|évite[rsz]?|interdit|"
    r"plutôt que|au lieu|nicht|nie|niemals|kein\w*|ohne|statt|anstatt|verboten|unterlasse|"
    r"nunca|jamás|tampoco|sin|evita[r]?|en lugar de|en vez de|prohibid\w+|"
    r"asks? (?:you|the agent|us) to|isn['’]t|aren['’]t)\b|n['’](?=\w)"
)
_NEVER = (
    r"(?i)\b(?:never|do not|don['’]t|must not|may not|cannot|can['’]t|should not|under no "
    r"circumstances|no circumstances|not (?:allowed|able|permitted)|ne \w+ (?:jamais|pas)|"
    r"n['’]\w+ (?:jamais|pas)|jamais|en aucun cas|niemals|nie|auf keinen Fall|"
    r"darfst (?:du )?nicht|"
    r"kannst (?:du )?(?:nicht|keine)|nunca|jamás|en ningún caso|bajo ningún concepto|"
    r"no (?:debes|puedes|debe|puede|hagas|intentes|ofrezcas))\b"
)
_BUT = (
    r"(?i)\b(?:but|instead|unless|otherwise|then|if|when|mais|sauf|sinon|si|alors|aber|sondern|sonst|"
    r"wenn|außer|pero|sino|salvo|entonces|cuando)\b"
)
# The caller wants it, or somebody else does it.
_OTHERS = (
    r"(?i)(?:\b(?:asks?|wants?|wish(?:es)?|requests?|demands?|insists?|(?:would|['’]d) like|tries|"
    r"hopes|"
    r"prefers?|need(?:s|ed)?|how|where|able|already|who|which|that)"
    r"(?: you| us| the agent)?(?: to| for| on)?(?: be| a| help)?"
    r"|\b(?:teams?|colleagues?|staff|someone|representatives?|office|specialists?|they|he|she|"
    r"system|callers?|customers?|clients?|patients?|users?|leads?|prospects?|recipients?|people|"
    r"advis[oe]rs?|it|humans?|nurses?|"
    r"tell|ask|invite|advise|instruct|have|let(?! me)) ?(?:\w+ ){0,3}?(?:will|would|can|may|"
    r"then|to|"
    r"could|should|must|has to|needs? to|who)?)\s*(?:then |also |simply )?\Z"
)
_HELPS = r"(?i)\bhelp(?:s|ing)? (?:\w+ ){1,2}(?:to )?\Z"
_WANTS = (
    r"(?i)\b(?:want(?:s|ed)?|wish(?:es)?|would like|asks?|requests?|prefers?|veut|veulent|"
    r"souhaite(?:nt)?|"
    r"voudrait|demande(?:nt)?|désire|préfère|möchten?|will|wollen|wünscht|wünschen|bittet|"
    r"verlangt|"
    r"quiere|quieren|desea|desean|solicita|pide|prefiere|quisiera|necesita|équipe va|"
    r"equipo|Team wird|Kollege wird|collègue va)\b"
)
_FORBIDS = (
    r"(?i)\b(?:never|not|don['’]?t|do['’]?nts|cannot|can['’]t|avoid|forbidden|out of scope|"
    r"limit\w*|restrictions?|prohibited|refuse|jamais|interdi\w+|ne .{0,30}pas|hors périmètre|"
    r"limites?|nicht|niemals|nie|verbot\w*|keine?|tabu|nunca|prohibi\w+|no (?:debes|puedes|"
    r"hagas)|"
    r"límites?|evita\w*|example|exemple|beispiel|ejemplo)\b"
)
_ITEM = r"[ \t]*(?:[-*•+–❌✗🚫]|\d{1,2}[.)]|[a-z][.)])[ \t]*"


# A line that says it more often is made by a machine.
_MOST = 20


def _mentions(text: str, groups: tuple[_Group, ...], *, quoted: bool) -> Iterator[Mention]:
    groups = tuple(group for group in groups if present(group[0], text))
    if not groups:
        return
    text = _unwrapped(text)
    first = 0
    while first < len(text):
        last = text.find("\n", first)
        last = len(text) if last < 0 else last
        line = text[first:last].casefold()
        found = set()
        for stems, patterns in groups:
            if any(stem in line for stem in stems):
                for pattern in patterns:
                    matches = _pattern("(?i)" + pattern).finditer(text, first, last)
                    for match in islice(matches, _MOST):
                        start = match.start("w")
                        end = start + len(re.sub(_ADDRESSED, "", match["w"]))
                        if not quoted and _in_quotes(text, start):
                            continue
                        if not _is_excluded(text, start, match.end()):
                            found.add(Mention(start, end))
        yield from sorted(found)
        first = last + 1


# Of "leiten Sie" only the verb is the word that says it.
_ADDRESSED = r"(?i) (?:sie|du)$"
_WRAP = r"(?<=\S)[ \t]*\r?\n[ \t]*(?=[^\W\d_])"


def _unwrapped(text: str) -> str:
    """`text` with spaces for line breaks within a sentence and for asterisks; as long as it "
    "was."""

    def spaces(match: re.Match[str]) -> str:
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        continued = text[match.end()].islower() and not before.lstrip().startswith(("#", "["))
        full = len(before) >= 50 and before[-1] not in '.:;!?"”»|]' and "#" not in before[:3]
        return " " * len(match.group()) if continued or full else match.group()

    return re.sub(_WRAP, spaces, text).replace("*", " ")


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _sentence(text: str, place: int) -> tuple[int, int]:
    """The sentence around `place`; a line break ends one."""
    near = max(0, place - 600)
    start = max(text.rfind(mark, near, place) for mark in ("\n", ". ", "! ", "? ", "; ")) + 1
    match = re.compile(r"[.!?;](?=\s|\Z)|\n").search(text, place, place + 600)
    return max(start, near), match.start() if match is not None else min(len(text), place + 600)


def _is_excluded(text: str, start: int, end: int) -> bool:
    first, last = _sentence(text, start)
    clause = first
    for match in re.compile(_CLAUSE).finditer(text, first, start):
        clause = match.end()
    after = re.compile(_CLAUSE).search(text, end, last)
    stop = after.start() if after is not None else last
    before = text[clause:start]
    if re.search(_NOT, before) or re.compile(_NOT).search(text, start + 1, stop):
        return True
    if re.match(r"\s+(?:\w+ )?to you\b", text[end:stop]):
        return True
    if re.search(_OTHERS, before) and re.search(_HELPS, before) is None:
        return True
    if re.compile(_WANTS).search(text, clause, start) or re.compile(_WANTS).search(text, end, stop):
        return True
    nevers = list(re.compile(_NEVER).finditer(text, first, start))
    # "If you cannot help, transfer the call" forbids nothing.
    if nevers and not re.search(
        _BUT, text[first : nevers[-1].start()] + text[nevers[-1].end() : start]
    ):
        return True
    return _is_forbidden_above(text, first)


def _is_forbidden_above(text: str, start: int) -> bool:
    """Whether the heading or the words in front of the list forbid what stands in it."""
    line = text.rfind("\n", 0, start) + 1
    own = text[line : text.find("\n", line) if "\n" in text[line:] else len(text)]
    if own.lstrip(" -*•").startswith(("❌", "✗", "🚫")):
        return True
    listed = re.match(_ITEM, own) is not None
    above = line - 1
    for _ in range(60):
        if above <= 0:
            break
        begin = text.rfind("\n", 0, above) + 1
        other = text[begin:above].strip()
        above = begin - 1
        if not other:
            continue
        if other.startswith("#") or (other.startswith("[") and other.endswith("]")):
            return re.search(_FORBIDS, other) is not None
        if other.rstrip("*_ ").endswith(":"):
            return re.search(_FORBIDS, other) is not None if listed else False
        if not re.match(_ITEM, other) and listed:
            return False
    return False


def _in_quotes(text: str, place: int) -> bool:
    near = max(0, place - 600)
    line = text[max(near, text.rfind("\n", near, place) + 1) : place]
    if line.count('"') % 2:
        return True
    return any(
        line.rfind(opening) > line.rfind(closing)
        for opening, closing in (("“", "”"), ("«", "»"), ("„", "“"))
        if opening in line
    )
