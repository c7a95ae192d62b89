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
        preis kunde kundenname bestellung produkt termin öffnungszeiten leistungen rolle ort
    """,
    bracketed="pausieren warten lachen seufzen lacht seufzt stille wichtig pflicht hinweis akzent",
    at=r"(für|fuer|von|bei|in|im|der|des|aus|zu|zum|mit|ist)( der)?",
    before_gap=r"""
        (assistent|agent|mitarbeiter|arbeite|willkommen|auftrag|sprechen|name)\w*( [\w-]+){0,4} <at>
        (du bist|Sie sind)( [\w-]+){0,8} (bei|für|der|von), praxis, kanzlei, firma, hotel
        restaurant
        hei(ß|ss)t, (name|nummer|adresse|webseite|firma) (ist|lautet), hier ist, unsere?[nrms]?
    """,
    some="eine?[nrms]?, etwas",
    before_mark=r"""
        (sage?|schreib|gib|verwende|nutze|markiere|antworte|beende|setze)\w*( \w+){0,3}
        code, status, kennung, abschnitt, schritt, stichwort, siehe, zu
    """,
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
    author_verbs="fragen nachfragen ergänzen einfügen prüfen ersetzen schreiben eintragen klären",
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
    adverb="sofort, direkt",
    call="",
    callers="""
        Anrufe?, Anrufer(s|n|in)?, Gespräche?, Kunden?, Kundin, Anrufenden?, Person, Patient(en|in)?
        Interessent(en|in)?, Telefonat, Mieter(in)?
    """,
    caller=r"""
        (de[nrm]|die|das|einen?|diesen?|alle|jeden|solche) ([\w-]+ )?<callers>
        (\w+e )?Anrufe\b, ihn\b, (?-i:sie)\b(?! (d(ie|en|as|er|iese\w*)|eine?n?) ), dich\b
    """,
    people="""
        Mitarbeit*, Kolleg*, Mensch*, menschlich*, Berater*, Team*, Abteilung, *support, Vertrieb
        Kundenservice, Kundendienst, Zentrale, Rezeption, Empfang, Techniker*, Fach*, Expert*
        Ansprechpartner*, Sachbearbeiter*, Person, Spezialist*, Vorgesetzt*, Agent*, Service*
    """,
    person=r"([\w-]+ ){0,3}?<people>",
    transfer="transferiere, transferieren(?= Sie)",
    redirect="leite, leiten, leitest, leitet",
    connect="verbinde, verbinden(?= Sie), verbindest, verbindet, vermittle, vermitteln(?= Sie)",
    hand="übergib, übergebe, übergeben(?= Sie), gib",
    put="stelle?, stellen, stellst",
    onward="weiter(zu)?leite(n|st|t), durch(zu)?stell(en|st|t), weiter(zu)?verbinden",
    offer="verbinden, übergeben, vermitteln, transferieren",
    transfers=r"""
        {<transfer>}( Sie)? <caller>
        {<transfer>|<hand>}( Sie)? <caller> (\w+ )?an <person>
        {<connect>}( Sie| du)? <caller> (\w+ )?(mit|zu[rm]?|an|ins?) <person>
        {verbinde|verbinden(?= Sie)}( Sie)? <caller>(?=\s*([.!,\n]|\Z))
        {verbinde|verbinden(?= Sie)}( Sie)? (\w+ ){0,3}mit ein* <person>
        {verbinde|verbinden(?= Sie)}( Sie)? (<adverb> )?(mit|zu[rm]?) <person>
        {<redirect>}( Sie| du)? <caller>((?! und )[^.!?\n]){0,80}?\bweiter
        {<redirect>}( Sie| du)? (<adverb> )?(an|zu[rm]?) <person> weiter
        {<put>}( Sie| du)? <caller>((?! und )[^.!?\n]){0,80}?\bdurch
        {<put>}( Sie| du)? (<adverb> )?(an|zu[rm]?) <person> durch
        ich {<redirect>} Sie((?! und )[^.!?\n]){0,80}?\bweiter
        ich {<put>} Sie((?! und )[^.!?\n]){0,80}?\bdurch
        <caller>((?! und |Nachricht|Anliegen|Anfrage|Daten)[^.!?,\n]){0,70}?\b{<onward>}
        <caller>((?! und )[^.!?,\n]){0,40}?\b(mit|an|zu[rm]?) <person> (zu )?{<offer>}
    """,
    transfer_signs="leite, stell, verbind, überg, vermitt, transferiere, gib",
    mentions_transfer=r"""
        transfer, weiter(zu)?leit, leite* ...\bweiter\b, durch(zu)?stell, stell* ...\bdurch\b
        verbind, \bMensch, Kolleg, Mitarbeit, vermittel, übergib, übergeb, reich* ...\bweiter\b
    """,
    press="drücke?, drücken(?= Sie), drückst, wähle, wählen(?= Sie), tippe, tippen(?= Sie)",
    digit=r"""
        [0-9](?![0-9])(?-i:(?! [a-zäöü]+en? [A-ZÄÖÜ])), Eins, Zwei, Drei, Vier, Fünf, Null
        Raute(taste)?, Stern(taste)?, [*], #
    """,
    key="""
        ((die|den) )?((Taste|Ziffer|Nummer|Option) )?["'„“]?<digit>
    """,
    menu="*menüs?, IVR",
    key_presses=r"""
        {<press>}( Sie)? (auf )?<key>
        {drücke?|drückst|drücken(?= Sie)} [^.!?,;\n]{1,40}?\b(die|Taste) ["'„“]?[0-9#]
        (Taste|Ziffer) ["'„“]?[0-9*#](?![0-9])["'“”]? (zu )?{drücken|wählen}
        (sende|senden Sie|verwende|nutze) (die )?{DTMF}
        {navigiere|navigieren(?= Sie)|navigierst}( Sie)? (durch|im|in) ((das|die|ein|den) )?<menu>
    """,
    key_signs="drück, wähl, tipp, taste, ziffer, dtmf, navigier",
    book="""
        buche, buchen(?= Sie), buchst, vereinbare, vereinbaren(?= Sie), vereinbarst, plane
        reserviere, reservieren(?= Sie), mache?, lege
    """,
    no_thing=r"(?! (für|zur) (die |eine )?(zahl|rate|überweis|liefer)\w*)",
    meeting=r"((einen?|den|die|das|neue|passenden?) )?([\w-]+ )?<meetings>",
    meetings=r"""
        (?!(zahl|liefer|abgabe|fällig|end|miet|stich)\w*termin)\w*termine?<no_thing>
        *besichtigung(en)?, *demo, *beratungsgespräche?, *besprechung, *meeting
        Vorführung
    """,
    bookings=r"""
        {<book>}( Sie)? ((dann|direkt|gleich|ihm|ihr|bitte|am Ende|mit \w+( \w+)?) )?<meeting>
        (einen?|den|die|neue) ([\w-]+ )?<meetings> (zu )?{buchen|vereinbaren|reservieren}
        Termine?<no_thing> ([\w-]+ )?(<meetings> )?(zu )?{buchen|vereinbaren|reservieren}
        (in|über|mit|via|nutze|verwende) {Calendly}
    """,
    booking_signs="termin, besichtig, demo, gespräch, besprech, meeting, vorführ, calendly",
    taken_down="""
        zurückruf*, ruft .{0,30}zurück, Rückruf, online, Webseite, Website, Link, Wunschtermin*
        notier*, bestätigt, Kolleg*
    """,
    advice=r"""
        in (der|unserer|Ihrer) (App|Anwendung|Software), am besten, bevor, beim(?= Drücken)
        (empfiehl|empfehl|rate|rät|ermutig|erinner|laden? |forder)\w*[^.!?\n]{0,60},
        (Kunde|Anrufer|Patient|Interessent)(n|en|in|innen)? (muss|kann|soll|darf)
        (Kunden|Anrufer|Patienten|Interessenten) (müssen|können|sollen|dürfen)
        (fragt|wissen will|wissen möchte),\s(ob|wie|wann) (du|Sie|man|wir)
    """,
    purpose="um",
    elsewhere=r"""
        (in|mit|über) (der|unserer|deiner|Ihrer) (App|Anwendung|Software), im (Portal|Programm)
        (bei|mit|in) (Ihr|dein|sein)\w* (Haus|Zahn|Fach|Tier)?(arzt|ärztin)
        (bei|mit|in) (Ihr|dein|sein)\w* (Bank|Händler|Werkstatt|Anwalt|Arzt|Ärztin)
        beim (Haus|Zahn|Fach|Tier)?arzt
    """,
    speaker="ich, wir",
    clause="wenn, falls, sobald, aber, sonst, sondern, weil",
    negation="nicht, nie, niemals, kein*, ohne, statt, anstatt, verboten, unterlasse",
    never="""
        verboten, alles außer, vermeide[nt]? (Sätze|Formulierungen), vermeiden Sie Sätze
        niemals, nie, auf keinen Fall, darfst (du )?nicht
        kannst (du )?(nicht|keine)
    """,
    but="aber, sondern, sonst, außer, wenn",
    wants="""
        möchten?, will, wollen, wünscht, wünschen, bittet, verlangt, Team wird, Kollege wird
    """,
    reminder=r"",
    task=r"aufgaben?, ziele?, rolle, job, auftrag, hauptaufgabe, hauptziel",
    agent=r"""
        (?-i:[Dd]u|Sie|Ich|ich)
        (der |die )?(*assistent(in)?|KI|Bot)(?! kann\b)( (soll|muss|darf))?
        (der |die )?agent(in)?( (soll|muss|kann|darf))?
        ((deine?|ihre?|das|die) )?(\w+ )?<task>( (des|der) \w+)? (ist|sind|besteht)
        (hilf|helfen Sie)( \w+){1,2}
    """,
    lead=r"""
        dann, danach, bitte, nun, jetzt, anschließend, zuerst, zunächst, immer, sofort, direkt
        um
        umgehend, freundlich, und, oder, auch, gern, gerne, stets, nur, ihn, sie, es, ihm, ihr
        sich
        (kann|darf|soll|muss|wir|will)st, können, dürfen, sollen, müssen, werden, zu
        gegebenenfalls
        schließlich, daraufhin, sonst, ansonsten, ggf, falls, nötig, möglich, gewünscht, \d+
        schritt
        Sie, du, hier, darin, damit, dafür, später, gleich, das, den, dem, die, anbieten, erst
    """,
    setting=r"""
        (als|beim?|auf|[ai]m|nach|zu[mr])( (de[rnms]|die|das|diese\w|eine\w?))? \w+( de[rs] \w+)?
        (in|für|während|mit|ab)( (de[rnms]|die|das|diese\w|eine\w?))? \w+( (de[rs]|vo[mn]) \w+)?
    """,
    subject=r"""
        der, die, das, dem, den, eine?, einer, unsere?, unser, meine?, er, es, wir, man, wer
        jede*, frau, herr
        kunden, anrufer, patienten, dr
    """,
    joint="und, dann",
    third=r"\w+[^\Ws]t",
    governs=r"""
        <task>, biete*, anbieten, versuche*(?! nicht), hilf*
        helfen(?! (de[mnr]|unser\w+|eure\w+) (\w+ )?(<people>|Praxis|Kanzlei))
        bereit, vergiss nicht, vergessen Sie nicht, zöger(e|n Sie) nicht, denk
        bist (du )?(da|befugt|berechtigt), du (kannst|darfst|hast), sie (können|dürfen|haben)
    """,
    in_writing="per (e-?mail|mail|sms|post|fax|nachricht), schriftlich",
    to_agent="",
    third_person="""
        anrufer(in|s)?, anrufende[nr]?, kund(e|en|in), gesprachspartner(in|s)?, person
        angerufene[nr]?, patient(en|in)?, nutzer(in|s)?, kontakt, interessent(en|in)?, gast
        bewerber(in)?, mieter(in)?, empfanger(in)?, teilnehmer(in)?, mitglied, gegenuber
    """,
    not_third_person="",
    the_caller=r"""
        (den|die|dem|der|das|jeden|alle) <third_person>\b
        ihn\b, [{]+[^{}]*[}]+
    """,
    addressed=r"""
        mir, mich, meine?[nmr]?, bitte, ja oder nein, mit ihre[mr] (namen|anliegen|kundennummer)
        uns, unsere?[nmrs]?(?! (<ours>)), wir(?! (rufen|sind))
        (am|beim|zum) (empfang|schalter|tresen|eingang|tor|stand|chef)
        an der (rezeption|kasse|tur|theke|pforte)
        empfang, rezeption, schalter, fahrer\w*, rabatt, prozent, %, angebot, aktion
        kostenlos\w*, gutschein\w*
        fruhling, sommer, herbst, winter, weihnachten, neue jahr, nach dem (ton|signal|piep\w*)
        ausweis
        die tur, taste, ziffer, mit der (eins|zwei|drei|vier|funf|null|\d), erneut
        deine? (anliegen|problem|frage|wunsch)
        herein, stimmt das, lebewohl, trinkgeld, (ein)?sparen
        liefern
        ihre?[nrms]? (freunde*|familie|arzt|gast*|mieter*|karte|bank|auto|code|eltern|kinder*)
    """,
    sure_caller=r"""
        anrufer(in|s|n)?\b, anrufende\w*, kund(e|en|in)\b, gesprachspartner\w*, angerufene\w*
        interessent\w*
        wie (du|sie) (ihm |ihr |ihnen )?(weiter)?(helfen|hilfst)
        (begrusse|frage|informiere)n?( sie)? [{]
    """,
    whom=r"""
        <the_caller>, (freundlich|hoflich|herzlich|kurz|zuerst|warm)\b
        (und|mit (namen|einem)|auf)\b, [.!,]?\Z
        die? (anruf|kund)\w+
    """,
    oneself="",
    opener=r"[^.!?]{0,30}(begrussung|vorstellung|gruss|frage)",
    asked=r"""
        (de[rmn]|(sein|ihr)e[mrn]) ([a-z]+ )?(\w*namen?|anliegen|grund|\w*nummer|adresse)\b
        (de[rmn]|(sein|ihr)e[mrn]) (\w*datum|uhrzeit|\w*termin|befinden|wunsch|e-?mail|zweck)\b
        namen, <the_caller>
    """,
    leaving="",
    ours=r"""
        firma, praxis, agentur, kanzlei, unternehmen, namen?, leistung\w*, team
    """,
    say="nenn, frag, erklar, sag, begruss, bitt, und",
    brief="",
    telling="""
        (begr(u|ue)ss|frag|informier|bitt|erklar|heiss|erinner|sprech)(e|en sie) <the_caller>
        (sag|sage|sagen sie|sprich|danke|danken sie) <the_caller>
    """,
    telling_verbs="begr frag inform bitt erklar heiss erinner sprech sprich sag danke",
    imperatives=r"""
        begr(u|ue)ss(e|en sie)? <whom>, stelle? dich\b, sich vorstellen\b, dich (kurz )?vorstellen\b
        stellen sie sich ((kurz|freundlich|hoflich|zuerst) )?vor\b(?!\s?[,:!–-]\s(?!<say>))
        stellen sie sich als [^.!?]{1,40} vor\b(?!\s?[,:–-]\s(?!<say>))
        verabschiede dich\b, verabschieden sie sich (vom|von der|hoflich|freundlich)\b
        frag(e|en sie)?,? (<the_caller>|nach <asked>|hoflich|freundlich|zuerst)
        frag(e|en sie)?,? ob (es|er|du|ihr|jemand|sie (zeit|gerade|kurz|mit))\b
        frag(e|en sie)?,? wie (du|sie (helfen|ihm|ihr)|es)\b
        sag(e|en sie)? (hallo|guten|freundlich|(dem|der) <third_person>)\b(?! zu\b)
        sage? dass\b, sagen sie,? dass sie [^.!?]{0,60}anrufen\b, sage?,? dass du\b
        (beginn|start|eroffn)(e|en sie)? (das gesprach|den anruf|jedes|mit <opener>)\b(?! neu)
        (erklar|nenn)e? (kurz|warum du|dass du|den grund|deinen|(dem|der) <third_person>)\b
        (erklaren|nennen) sie (kurz )?(warum sie|dass sie anrufen|(dem|der) <third_person>)\b
        bedank(e|en sie)? (dich|sich)\b, (uberprufe|prufe),? ob\b
        (du bist|sie sind) (\w+,\s)?(eine?|der|die) (\w+ ){0,4}?(*assistent(in)?|*agent(in)?)\b
        (du bist|sie sind) (\w+,\s)?(eine?|der|die) (\w+ ){0,4}?rezeptionist(in)?\b
        (du bist|sie sind) (\w+,\s)?(eine?|der|die) (\w+ ){0,4}?mitarbeiter(in)?\b
        (der|die) (*agent(in)?|*assistent(in)?) (soll|muss|stellt|begrusst|fragt|sagt)\b
        (wenn|sobald|falls) (der|die|das) <third_person>\b[^.!?]{0,60},\s?(begruss|stell)
        (wenn|sobald|falls) (der|die|das) <third_person>\b[^.!?]{0,60},\s?(frag|sag|erklar)
        (den |die )?<third_person>\b ([\w-]+ ){0,6}?(begrussen|fragen)\b
        (den |die )?<third_person>\b ([\w-]+ ){0,6}?(informieren|bitten|ansprechen)\b
        (eine )?(kurze|freundliche|warme|hofliche) (begrussung|vorstellung)\b
        sei (freundlich|hoflich|kurz)\b, sprich (langsam|auf|mit|den|die)\b, warte,? (bis|auf)\b
    """,
    lead_in="zuerst, bitte, auf (deutsch|englisch)",
    said_first="guten hallo gruss danke willkommen herzlich hier ich wir",
    noise="""
        seufzt, seufzer, seufzend, lacht, lachen, lachend, lachelt, lacheln, lachelnd
        mit einem lacheln, rauspert sich, hustet, flustert, flusternd
        atmet( tief)?( ein| aus| durch)?, wartet, stille
    """,
    manner="freundlich, langsam, leise, herzlich, ruhig, frohlich, sanft",
    lasting=r"((von|fur) )?(\d+([.,]\d+)?|zwei|ein paar)(\s?(s|ms|sekunden?|momente?))?",
    short="kurze[rs]?, lange, kleine",
    tone="(mit|in) [a-z]+ (stimme|ton|tonfall)",
    waiting=r"""
        (warte[nt]?|pausieren?) (auf|bis) .{0,40}\b(antwort|anrufer|kunde)\b.{0,20}
        auf (die )?antwort warten
    """,
    direction="""
        lacht, lachelt, seufzt, flustert, warte[nt]?, sprich, auflegen, kurze pause, freundlich
    """,
    or_=r"oder, bzw\.",
    and_="und",
    yes="ja, nein, vielleicht",
    unsure="",
    one_of=r"""
        eine?[srm]? (von|der|aus)
        (mögliche|erlaubte|zulässige|gültige)n? (werte|optionen|antworten)
        (werte|optionen|auswahl)(?=\s*:)
    """,
    announcing="folgenden?, werten?, optionen, sind, ist",
    may_be="entweder",
    for_example=r"z\.\s?B, zum Beispiel, beispielsweise, wie, etwa, Beispiele?",
    and_so_on=r"usw, u\.\s?[äa]\.",
    or_other="ähnlich*, ander*, sonst*",
    no_value="leer",
    kind="telefon vorname nachname straße stadt",
    determiner="der die das den dem ein eine einen sein ihr ihre",
    date_names="datum uhrzeit zeitpunkt zeitstempel geburtstag",
    date_endings="datum uhrzeit zeitpunkt",
    date_openings="datum uhrzeit",
    date_of="",
    time_of="",
    done_at="",
    not_date="spanne egal bekannt flexibel",
    date_goes_on="",
    date_heads="*datum, *uhrzeit, *zeitpunkt, tag und uhrzeit",
    date_end=r"(?![\w-])",
    date_article="das, die, der, eine?",
    date_topic="",
    dates=r"(<date_article> )?(\w{3,}(e|es|er|en) ){0,2}<date_heads><date_end>",
    date_signs="dat zeit",
    no_date="grund, notiz, ob, warum, anzahl",
    each="",
    money="preis",
    naming="",
    repeated="hinweise?, schritt, ja, nein",
    always_repeated="""
        beispiele?, anrufer, kunde, frage, antwort, *gespräch, *dialog, fall, szenario, einwand
    """,
    opening="""
        begrü(ß|ss), begruess, stelle?n? (dich|sie sich), gesprächs(beginn|eröffnung|einstieg)
        einstieg, eröffnung, erste[rn]? satz, (beginne?|starte?|eröffne)n? (das|jedes) gespräch
    """,
    before_pound="taste, dr[üu]cken sie, w[äa]hlen sie, raute, nummer",
)
