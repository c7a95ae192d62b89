"""Texts that tell somebody what to say instead of saying it, in en, fr, de and es.

`Greet the caller and ask …`, `Présente-toi`, `Begrüße den Anrufer`, `Saluda al cliente`. Two
signs are enough: the text begins with an imperative that nobody would say to a caller, or it
speaks of the caller as a third person.

The patterns are matched against folded text: small letters, no accents, `ß` as `ss`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from revox_lint.text.normalize import fold

_PERSON = {
    "en": (
        r"(?:callers?|customers?|clients?|users?|contacts?|person|people|prospects?|patients?"
        r"|guests?|leads?|recipients?|callee|candidates?|members?|tenants?|owners?|homeowners?"
        r"|drivers?|subscribers?|applicants?|visitors?|buyers?|sellers?|students?|parents?"
        r"|employees?)\b(?![ -](?:service|support|care|success|relations|area|portal|satisfaction"
        r"|experience))"
    ),
    "fr": (
        r"(?:client(?:e|s|es)?|appelante?s?|interlocuteurs?|interlocutrice|personnes?|contacts?"
        r"|prospects?|patient(?:e|s)?|utilisat(?:eur|rice)s?|correspondante?|candidat(?:e|s)?"
        r"|locataires?|abonnee?s?|destinataires?|proprietaires?|adherente?s?)\b"
    ),
    "de": (
        r"(?:anrufer(?:in|s)?|anrufende[nr]?|kund(?:e|en|in)|gesprachspartner(?:in|s)?|person"
        r"|angerufene[nr]?|patient(?:en|in)?|nutzer(?:in|s)?|kontakt|interessent(?:en|in)?|gast"
        r"|bewerber(?:in)?|mieter(?:in)?|empfanger(?:in)?|teilnehmer(?:in)?|mitglied|gegenuber)\b"
    ),
    "es": (
        r"(?:clientes?|llamantes?|personas?|usuari[oa]s?|pacientes?|contactos?"
        r"|interlocutor(?:a|es)?|prospectos?|candidat[oa]s?|inquilin[oa]s?|destinatari[oa]s?"
        r"|invitad[oa]s?)\b"
    ),
}
_NAME = r"\{+[^{}]*\}+"
_CALLER = {
    "en": rf"(?:(?:the|your|each|every|all|any) (?:[a-z]+ )?{_PERSON['en']}|{_PERSON['en']}"
    rf"|(?:them|him|her)\b|{_NAME})",
    "fr": rf"(?:(?:le|la|l'|les|au|a la|a l'|aux|chaque) ?{_PERSON['fr']}|{_NAME})",
    "de": rf"(?:(?:den|die|dem|der|das|jeden|alle) {_PERSON['de']}|ihn\b|{_NAME})",
    "es": rf"(?:(?:al|a la|a los|a las|el|la|los|las|a cada) {_PERSON['es']}|{_NAME})",
}

# Verbs with the caller as a third person: nobody says "the caller" to the caller.
_ABOUT = (
    (
        r"(?:greet|ask|tell|inform|remind|thank|welcome|invite|notify|address|reassure|alert|warn"
        r"|congratulate|offer|let|wish|explain to|apologi[sz]e to|confirm with|check with|say to"
        rf"|verify with|engage|approach|acknowledge) {_CALLER['en']}"
    ),
    (
        r"(?:say (?:hello|hi|good (?:morning|afternoon|evening)) to|introduce yourself to"
        rf"|speak (?:to|with)|wait for|respond to) {_CALLER['en']}"
    ),
    (
        r"(?:salue|accueille|informe|remercie|rassure|invite|previens|demande|explique|dis|dire"
        rf"|rappelle|souhaite)(?:r|z)? (?:poliment |chaleureusement |bonjour )?{_CALLER['fr']}"
    ),
    rf"(?:saluez|accueillez|dites|prevenez) (?:poliment |chaleureusement )?{_CALLER['fr']}",
    (
        r"(?:begr(?:u|ue)ss|frag|informier|bitt|erklar|heiss|erinner|sprech)(?:e|en sie) "
        rf"{_CALLER['de']}"
    ),
    rf"(?:sag|sage|sagen sie|sprich|danke|danken sie) {_CALLER['de']}",
    (
        r"(?:salud(?:a|e|ar)|pregunt(?:a|e|ar)|inform(?:a|e|ar)|agradec(?:e|er)|agradezca"
        rf"|explic(?:a|ar)|explique|di|diga|recib(?:e|ir)|recuerda|recordar) {_CALLER['es']}"
    ),
)
# What the verbs above begin with.
_TELLING = """
    greet ask tell inform remind thank welcome invite notify address reassure alert warn
    congratulate offer let wish explain apologi confirm check say verify engage approach
    acknowledge introduce speak wait respond salu accueil remerci rassur previ demand
    expliqu dis dire dites rappel souhait begr frag bitt erklar heiss erinner sprech sprich
    sag danke pregunt agrade explic di diga recib recuerd record
"""

_SAY = (
    r"(?:greet|introduce|ask|say|tell|welcome|explain|inform|thank|present|start|begin|open"
    r"|mention|confirm|offer|wish|apologi[sz]e|speak|respond)"
)
# What an instruction begins with, and what is said to a caller does not.
_BEGINNINGS = {
    "en": (
        r"greet\b(?! (?:the|your) (?:day|morning|season|new|sun|future))",
        r"introduce (?:yourself|itself)\b",
        r"introduce (?:the|our|your) (?:company|business|agency|practice|clinic|team|service|name)",
        rf"[a-z]+ly,? (?:and [a-z]+ly )?{_SAY}\b(?! (?:yes|no)\b)",
        (
            r"ask (?:if|whether|who|permission|politely|for (?:the|their|his|her|a)"
            r"|to (?:speak|talk)"
            r"|how (?:they|he|she|you can|you may|i can)|what (?:they|the))\b"
        ),
        r"say (?:hello|hi|hey|good (?:morning|afternoon|evening|day))\b(?! to\b)",
        r"say (?:something|that (?:you|we)|who you|your name|you are|you're)\b",
        r"say in (?:english|french|german|spanish)\b",
        r"(?:start|begin|open) (?:by|with)\b",
        r"(?:start|begin|open) (?:the|this|each|every|your) (?:call|conversation)\b",
        (
            r"(?:generate|produce|create|compose|craft|deliver|write|use|give|make"
            r"|provide|improvise"
            r"|offer) (?:an?|the|your|them an?) (?:[a-z-]+,? ){0,4}(?:greeting|introduction|opening"
            r"|intro|sentence|welcome|opener|tone|pitch|icebreaker)\b"
        ),
        (
            r"(?:mention|explain|announce|state|specify) (?:that (?:you|we)(?:'re| are| call"
            r"| work)|who you"
            r"|why you)\b"
        ),
        r"(?:explain|mention) the (?:reason|purpose|goal) (?:of|for)\b",
        r"identify yourself as\b|present yourself\b|make sure (?:to|you)\b|be sure to\b",
        r"(?:confirm|verify|check) (?:that )?you(?:'re| are) (?:speaking|talking)\b",
        rf"wait (?:for|until) (?:the {_PERSON['en']}|they|someone|a (?:response|reply)\b)",
        (
            r"(?:be|stay|sound|remain|keep it) (?:friendly|polite|warm|professional|brief|short"
            r"|concise|cheerful|natural|upbeat)\b"
        ),
        r"(?:answer|respond) (?:the (?:call|phone)|with|to the)\b",
        r"speak (?:in (?:english|french|german|spanish|an?)|slowly|clearly)\b",
        r"read (?:out )?(?:the|this) (?:following|script|disclaimer|message|text)\b",
        (
            r"(?:the )?(?:agent|assistant|ai|bot) (?:should|must|will|has to|needs to|greets?"
            r"|introduces?|says?|asks?|starts?|opens?|begins?)\b"
        ),
        rf"you (?:should|must|need to|have to|are to) (?:[a-z]+ly )?{_SAY}\b",
        r"(?:your|the) (?:first sentence|opening|greeting|introduction) (?:should|must)\b",
        (
            r"you are (?:\w+, )?(?:an?|the) (?:[\w'-]+ ){0,5}?(?:assistant|agent|receptionist|bot"
            r"|representative|secretary)\b"
        ),
        (
            rf"(?:if|when|once|as soon as|after) (?:the {_PERSON['en']}|they|someone"
            rf"|the (?:call|phone))"
            rf"[^.!?]{{0,80}}?,? (?:then )?(?:[a-z]+ly )?{_SAY}\b"
        ),
        (
            r"(?:an? |the )?(?:(?:short|brief|warm|friendly|polite|professional|quick"
            r"|simple|natural"
            r"|personali[sz]ed|cheerful|formal|casual),? (?:and )?)+(?:greeting|introduction|intro"
            r"|opening|opener|welcome message)\b"
        ),
    ),
    "fr": (
        r"presente(?:r|z)?[- ](?:toi|vous)\b|se presenter\b",
        r"presente(?:r|z)? (?:l'entreprise|la societe|l'agence|brievement|rapidement|ton|le motif)",
        r"(?:salue|saluer|saluez)\b",
        r"accueille(?:r|z)? ",
        r"(?:dis|dire|dites) (?:bonjour|bonsoir)\b(?! (?:a|au|aux)\b)",
        r"(?:dis|dire|dites) (?:qui tu|que (?:tu|vous (?:appelez|etes)))\b",
        r"demande(?:r|z)?[- ](?:lui|leur)\b",
        r"demande(?:r|z)? (?:poliment|si|s'il|s'ils|a parler|comment (?:il|elle|tu)|son|sa)\b",
        r"souhaite(?:r|z)? (?:la bienvenue|lui|leur|une? (?:bonne|agreable))\b",
        r"(?:commence|debute|ouvre|demarre)(?:r|z)? (?:par|l'appel|la conversation)\b",
        (
            r"(?:explique|annonce|precise|indique|mentionne)(?:r|z)? (?:que tu|pourquoi tu|qui tu"
            r"|brievement|la raison de l'appel|le motif de l'appel)\b"
        ),
        r"(?:explique|propose|rappelle|remercie)(?:r|z)?[- ](?:lui|leur|le|la|les)\b",
        (
            r"(?:verifie|confirme|assure[- ]toi|veille a)(?:r|z)? (?:que tu|que vous parlez|qu'il"
            r"|que c'est bien)\b"
        ),
        (
            r"(?:tu es|vous etes) (?:\w+, )?(?:une? |l')?(?:assistante?|agent|receptionniste"
            r"|standardiste|conseillere?|secretaire)\b"
        ),
        (
            r"(?:tu dois|vous devez|il faut) (?:\w+ment |d'abord )?(?:saluer|demander|dire"
            r"|(?:te|vous|se) presenter|accueillir|commencer|expliquer)\b"
        ),
        r"l'(?:agent|assistante?) (?:doit|devra|se presente|salue|dit|demande|commence)\b",
        (
            rf"(?:si|quand|lorsque|des que|une fois que) (?:le |la |l'){_PERSON['fr']}"
            r"[^.!?]{0,60}, ?(?:salue|presente|dis|demande|explique|accueille|remercie|commence)"
        ),
        (
            r"(?:utilise|adopte|genere|redige|formule|fais)(?:r|z)? une? [^.!?]{0,30}(?:salutation"
            r"|accroche|accueil|presentation|ton|introduction|phrase)\b"
        ),
        r"(?:une? )?(?:courte|breve|petite) (?:salutation|presentation|phrase d'accueil)\b",
        r"attend(?:s|re|ez) que\b|sois (?:poli|bref|aimable|chaleureu)|parle (?:en|d'une|lent)",
    ),
    "de": (
        r"begr(?:u|ue)ss(?:e|en sie)?\b",
        r"stelle? dich\b|sich vorstellen\b|dich (?:kurz )?vorstellen\b",
        # "Stellen Sie sich vor, …" is "imagine".
        r"stellen sie sich (?:\w+ ){0,4}?vor\b(?!,)",
        r"frag(?:e|en sie)?,? (?:den|die|nach|ob|wie|hoflich|freundlich|zuerst)\b",
        r"sag(?:e|en sie)? (?:hallo|guten|dem|der|dass|freundlich)\b",
        r"(?:beginn|start|eroffn)(?:e|en sie)? (?:das gesprach|den anruf|mit|jedes)\b",
        r"(?:erklar|nenn)(?:e|en sie)? (?:kurz|warum du|dass du|den grund|deinen|dem|der)\b",
        r"bedank(?:e|en sie)? (?:dich|sich)\b|(?:uberprufe|prufe),? ob\b",
        (
            r"(?:du bist|sie sind) (?:\w+, )?(?:eine?|der|die) (?:\w+ ){0,4}?(?:\w*assistent(?:in)?"
            r"|\w*agent(?:in)?|rezeptionist(?:in)?|mitarbeiter(?:in)?)\b"
        ),
        (
            r"(?:der|die) (?:\w*agent(?:in)?|\w*assistent(?:in)?) (?:soll|muss|stellt"
            r"|begrusst|fragt"
            r"|sagt)\b"
        ),
        (
            rf"(?:wenn|sobald|falls) (?:der|die"
            rf"|das) {_PERSON['de']}[^.!?]{{0,60}}, ?(?:begruss|stell"
            r"|frag|sag|erklar)"
        ),
        (
            rf"(?:den |die )?{_PERSON['de']} (?:[\w-]+ ){{0,6}}?(?:begrussen|fragen"
            rf"|informieren|bitten"
            r"|ansprechen)\b"
        ),
        r"(?:eine )?(?:kurze|freundliche|warme|hofliche) (?:begrussung|vorstellung)\b",
        r"sei (?:freundlich|hoflich|kurz)\b|sprich (?:langsam|auf|mit|den|die)\b",
        r"warte,? (?:bis|auf)\b",
    ),
    "es": (
        r"salud(?:a|e|ar|ando)(?:le)? (?:al?|con|cordial\w*|amable\w*|cortes\w*|calur\w*|y|por)\b",
        r"salud(?:a|e)[.!]?\Z",
        r"present(?:ate|ese|arse|arte)\b|identificate como\b",
        r"(?:di|diga|decir) (?:hola|buenos|buenas|que eres|quien eres)\b",
        r"(?:dale|da|de|dar) (?:la bienvenida|los buenos dias)\b",
        r"pregunt(?:a|e|ar) (?:al|a la|a los|si|como esta|con quien|amablemente)\b",
        r"(?:preguntale|preguntele|informale|agradecele|explicale|dile|ofrecele)\b",
        (
            r"(?:empieza|comienza|inicia|abre|empiece|comience|inicie) (?:la llamada"
            r"|la conversacion"
            r"|por|con|saludando|presentandote|diciendo)\b"
        ),
        (
            r"(?:explica|menciona|indica) (?:que (?:eres|llamas|estas)|brevemente|por que llamas"
            r"|quien eres|el motivo de (?:la|tu) llamada(?! (?:despues|tras)))\b"
        ),
        (
            r"(?:confirma|verifica|comprueba|asegurate de) (?:que (?:hablas|estas|es|el"
            r"|la)|con quien)"
            r"\b"
        ),
        r"eres (?:\w+, )?(?:una?|el|la) (?:\w+ ){0,4}?(?:asistente|agente|recepcionista)\b",
        (
            r"(?:debes|debe|tienes que|hay que) (?:\w+mente )?(?:saludar|preguntar|decir"
            r"|presentar(?:te|se)|explicar|empezar|comenzar)\b"
        ),
        r"(?:el|la) (?:agente|asistente) (?:debe|saluda|se presenta|pregunta|dice)\b",
        (
            rf"(?:si|cuando|en cuanto) (?:el|la) {_PERSON['es']}[^.!?]{{0,60}}, ?(?:salud|pregunt"
            r"|present|di|explic)"
        ),
        r"(?:genera|usa|utiliza|haz) una? [^.!?]{0,30}(?:saludo|bienvenida|presentacion|tono)\b",
        r"se (?:amable|breve|cordial|educad[oa])\b|habla (?:en|con|despacio)\b|espera a que\b",
    ),
}
_LEAD = (
    r"[\s\"'“”«»*_\[(<#>-]*(?:(?:instructions?|note|first|please|then|now|d'abord|ensuite|zuerst"
    r"|bitte|primero|por favor|in (?:english|french|german|spanish|an? [a-z ,-]{2,40} (?:tone"
    r"|voice|manner|way))|en (?:francais|anglais|espanol|ingles)|auf (?:deutsch|englisch))[,:]? +)"
    r"{0,2}"
)
# A text that begins like this says something; it is the most of them, and spares the patterns.
_SAID_FIRST = """
    hello hi hey good thanks yes dear sorry i i'm it's this my we bonjour bonsoir salut allo
    merci bienvenue oui ici je nous guten hallo gruss danke willkommen herzlich hier ich wir
    hola buenos buenas buen gracias bienvenido bienvenida soy le me
"""
_BEFORE = r"(?:[.;:!?,] |\b(?:and|then|et|puis|und|dann|y|luego) )"


@lru_cache(maxsize=16)
def is_instruction(text: str) -> bool:
    """Whether `text` tells somebody what to say instead of saying it."""
    folded = " ".join(fold(text).split())
    words = re.findall(r"[a-z'-]+", folded)
    if not words:
        return False
    if words[0] not in _SAID_FIRST.split() and not folded.startswith(("thank you ", "welcome to ")):
        lead = re.match(_LEAD, folded)
        start = lead.end() if lead is not None else 0
        for patterns in (_ABOUT, *_BEGINNINGS.values()):
            for pattern in patterns:
                if re.compile(pattern).match(folded, start):
                    return True
    verbs = tuple(_TELLING.split())
    if not any(word.startswith(verbs) for word in words):
        return False
    return any(re.search(_BEFORE + f"(?:{pattern})", folded) for pattern in _ABOUT)
