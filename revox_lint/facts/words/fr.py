"""French."""

from __future__ import annotations

from typing import Final

from revox_lint.facts.words import Words

WORDS: Final = Words(
    common="""
        le la les des du est je vous votre vos nous notre avec pour et de au aux ce une un que
        qui bonjour merci suis c'est l'agence chez sur dans ici appelle
    """,
    syllables_per_second=7.18,
    silent_e=True,
    data="""
        nom prénom prenom société societe entreprise heure jour téléphone telephone numéro numero
        adresse ville montant prix commande compte produit horaires services rôle poste site
    """,
    bracketed="""
        attends attente attendre rire rires soupir important facultatif optionnel obligatoire
        remarque accent
    """,
    at=r"(pour|chez|de|du|des|[àa]|au|le|la|d['’]|l['’])( la| l['’])?",
    before_gap=r"""
        (assistante?|agent|standardiste|travaill*|appel*|bienvenue|situ*|nom)( [\w'’-]+){0,4} <at>
        (tu es|vous êtes)( [\w'’-]+){0,8} (de|du|pour|chez)( la)?, s['’]appelle
        (nom|num[ée]ro|adresse|site|entreprise) est, ici, notre, nos
    """,
    some="une?, des, quelque",
    before_mark=r"""
        (dis|dites|[ée]cri[st]|ajoute|renvoie|utilise|marque|r[ée]ponds|termine)r?z?( \w+){0,3}
        code, statut, [ée]tiquette, balise, section, [ée]tape, mot-cl[ée], va [àa], voir
    """,
    script="attend*, écoute*, silence, si",
    stand_in="voix votre ton ta de la du ici identifiant remplacer à a compléter completer remplir",
    stand_in_or_name="a à de la du ta",
    leftover_signs="faire compl remplir remplacer [votre",
    notes="",
    notes_at_end="[ÀA][ _](COMPL[ÉE]TER|REMPLIR|REMPLACER|D[ÉE]FINIR|FAIRE)",
    author_verbs="ajouter écrire compléter remplir vérifier remplacer préciser",
    owner="votre, vos, ton, ta, tes",
    thing="""
        société, entreprise, marque, agence, cabinet, nom, prénom, téléphone, numéro, adresse
        horaires?, ville, site
    """,
    fill="insérer, remplacer, compléter, remplir",
    gap_end="ici",
    to_fill="(à|a) (compléter|remplir|définir)",
    form="ici, compléter, remplir, définir",
    answer="réponse",
    todo_before="",
    todo_after="",
    todo_list="",
    adverb="immédiatement, directement, toujours, alors, ensuite",
    call="(l['’]|(cet|les|tout) )appels?, la communication",
    callers="""
        appels?, appelante?s?, interlocut*, utilisat*, communication, conversation, personne
        cliente?, patiente?, ligne, prospect, contact, locataire, candidat, clients, patients
    """,
    caller="""
        (l['’]|(cet|la|le|les|tout) )<callers>
    """,
    people="""
        conseill*, humaine?, agente?, collègues?, collaborat*, équipe, service, standard
        responsable
        technicien*, commercial*, opérat*, secrét*, accueil, support, personne, membre, spécialiste
        expert*, gestionnaire, médecin, interlocut*, téléconseil*
    """,
    person=r"""
        ((une?|le|la|les|nos|notre|votre|des|du|au|l['’](un de nos)?)\s*)?([\w'’-]+ ){0,2}?<people>
    """,
    transfer="transf[éè]r(e[rsz]?|ons)",
    redirect="redirige[rsz]?, réoriente[rsz]?, bascule[rsz]?, renvo(ie|yer|yez), route[rz]?",
    connect="",
    hand="passe[rsz]?",
    put="met(s|tre|tez|tons)",
    onward="",
    offer="""
        propose[rsz]?, fais, faire, effectue[rsz]?, lance[rsz]?, déclenche[rsz]?, initie[rsz]?
    """,
    transfers=r"""
        (?<!\bte[ ]){<transfer>|<hand>} (<adverb> )?<caller>
        {<transfer>} (<adverb> )?(vers|à|au|chez) <person>
        ((le|la|les|vous) |l['’]){<transfer>}
        {transf[éè]rez?-l(e|a|es)}
        {passez?-l(e|a|es)} (à|au) <person>
        {<redirect>} (<adverb> )?<call>
        {<redirect>} (<adverb> )?<caller> (vers|à|au|chez) <person>
        {<put>}(-l(a|es?)?)? (<caller> )?(<adverb> )?en (relation|contact|com*|ligne) avec <person>
        <offer> (un|le) {transfert}(?! (d['’]argent|de fonds|bancaire))
    """,
    transfer_signs="transf, redirige, réoriente, bascule, renvo, route, passe, met",
    mentions_transfer=r"""
        transf[éè]r, redirig, conseill[eè]re?\b, \bhumaine?\b, collègue, en relation
        en communication avec, pass(e|er|ez)[- ](l['’]appel|le|la|les|lui|à|au)\b, renvo(ie|y)
        bascul(e|er|ez)\b, orient(e|er|ez)[- ]
    """,
    press="appuie[sz]?, appuyer, appuyez, tape[rsz]?, compose[rsz]?",
    digit="[0-9](?![0-9]), dièse, étoile, zéro, [*], #",
    key="""
        ((la|le) )?((touche|chiffre) )?["'«“ ]*<digit>
    """,
    menu="menus?, serveurs?, standards?, SVI, IVR",
    key_presses="""
        {<press>} ((ensuite|alors|puis) )?(sur )?<key>
        (envoie[rsz]?|envoyer|utilise[rsz]?) ((les|des|la) )?((touches?|tonalités?|codes?) )?{DTMF}
        {navigue[rsz]?} (dans|à travers|parmi) ((les?|la|un|des) )?<menu>
    """,
    key_signs="appuie, appuyer, appuyez, tape, compose, dtmf, navigue",
    book="""
        prends, prendre, prenez, fixe[rsz]?, réserve[rsz]?, planifie[rsz]?, programme[rsz]?
        cale[rsz]?, organise[rsz]?
    """,
    no_thing="",
    meeting=r"((une?|le|la|des|ce|les) )?([\w-]+ )?<meetings>",
    meetings="""
        (rendez[- ]vous|rdv)(?! de (livraison|paiement)), créneaux?, démos?, démonstrations?,
        visites?,
        entretiens?, réunions?
        consultations?
    """,
    bookings=r"""
        {<book>} ((lui|leur) )?<meeting>
        (dans|via|sur|avec|utilise[rsz]?) {Calendly}
    """,
    booking_signs="""
        rendez, rdv, créneau, démo, visite, entretien, réunion, consultation, calendly
    """,
    taken_down="""
        rappel(le|ler|lera|lerons|lez), en ligne, lien, site, préfér*, note[rz]?, collègue
        confirmera
    """,
    advice=r"""
        le (mieux|plus simple) (est|serait) de, il (faut|vaut mieux|suffit de|convient de)
        avant de, (conseille|recommande|encourage|rappelle|invite)[rsz]? (\S+ ){0,4}?(de|à)
        (demande(nt)?|savoir) (si|comment|quand) (tu|vous|on|nous)
    """,
    purpose="pour",
    elsewhere="""
        (avec|chez) (votre|vos|son|sa|leurs?) (médecin|docteur|dentiste|spécialiste|banque|banquier)
        (dans|sur|avec|via) (l['’]|notre |votre |leur |une )app*
        (dans|sur|avec) le (logiciel|portail)
        (avec|chez) (votre|vos|son|sa|leurs?) (garagiste|garage|notaire|avocat|vétérinaire|pharmac*)
    """,
    speaker="je, j['’], nous, on",
    clause="si, quand, lorsque, mais, sinon",
    negation=r"""
        ne, n['’](?=\w), pas, jamais, aucune?, sans, évite[rsz]?, interdit, plutôt que, au lieu
    """,
    never=r"""
        ne \w+ (jamais|pas), n['’]\w+ (jamais|pas), jamais, en aucun cas, interdite?s?
        tout sauf( de)?, évite[rsz]? (les phrases|de dire)
    """,
    but="mais, sauf, sinon, si, alors",
    wants=r"""
        veut, veulent, souhaite(nt)?, voudrait, (?<=\w[ ])demande(nt)?, désire, préfère, équipe va
        collègue va
    """,
    reminder=r"n['’](hésite[sz]?|oublie[sz]?) (pas|jamais) (à|de|d['’])",
    task=r"rôle, mission, tâches?, objectif, but, travail",
    agent=r"""
        tu, (?<!-)vous, je, j['’], toi, l['’](agent|assistante?(?! peut\b))
        ((ton|ta|votre|tes|vos|le) |l['’])?<task>( (\w+ )?(est|consiste|sont))
        (aides?|aider|aidez) (les? |la |l['’])?(?!<people>)[\w-]+(?= [àa] )
    """,
    lead=r"""
        puis, ensuite, alors, et, ou, toujours, d['’]abord, enfin, sinon, aussi, \w+ment, peu[xt]
        avez, la possibilité
        pouvez, pourr[ae][sz]?, doi[st], devez, devr[ae][sz]?, va, vas, allez, veux, voulez, sais
        savez, es, êtes, est, chargée?s?, là, capables?, prête?s?, sois, soyez, de, d['’], à
        pour, afin
        propose[rsz]?(?!-l), essaie[sz]?, essayez, pense[sz]?, veille[sz]?
        assure[sz]?(-toi|-vous)?, me, te, le
        la, les, lui, leur, nous, vous, y, en, l['’], merci, veuillez, si, besoin, nécessaire
        possible
        demandé, \d+, étape, surtout, tout de suite, hésite[sz]?, n['’], pas, dois, permet
    """,
    setting=r"""
        (à|aux?|en|dans|dès) ((la|l['’]|les?|cet?|cette|une?)\s?)?[\w-]+( d(e|u|['’])\s?[\w'’-]+)?
        (pour|sur|après|avec|lors) ((la|l['’]|les?|une?|d[eu])\s?)?[\w-]+( d(e|u|['’])\s?[\w'’-]+)?
    """,
    subject=r"""
        les?, la, l['’], une?, des, nos, notre, mon, ma, mes, ce, cet, cette, ces, ils?, elles?
        on
        celui, ceux, celles?, qui, chaque, son, sa, ses, leurs?, nous, mme, docteur, dr
    """,
    joint="et, puis",
    third="",
    governs="",
    in_writing="par (e-?mail|mail|courriel|courrier|sms|message|écrit|fax)",
    to_agent="",
    third_person="""
        client(e|s|es)?, appelante?s?, interlocuteurs?, interlocutrice, personnes?, contacts?
        prospects?, patient(e|s)?, utilisat(eur|rice)s?, correspondante?, candidat(e|s)?
        locataires?, abonnee?s?, destinataires?, proprietaires?, adherente?s?
    """,
    not_third_person="",
    the_caller=r"""
        (le|la|l'|les|au|a la|a l'|aux|chaque)\s?<third_person>\b(?! (precedent|suivant|d'avant))
        [{]+[^{}]*[}]+
    """,
    addressed=r"""
        me, moi, m'(?=\w), mon, ma, mes, s'il vous plait, oui ou (par )?non
        nous(?! (appel|sommes))\w*, nos, notre(?! (<ours>)), votre(?! (<ours>)), vos
        (a l'|l')accueil, guichet, comptoir, reception
        salle, caisse, porte, badge, piece d'identite, carte, (bip|signal|tonalite), application
        \d+ ?%, pour cent, remise, reduction, gratuit\w*, printemps, l'ete, l'hiver, automne
        noel
        munie?s?, a jeun, minutes (avant|apres), chez vous, chauffeur, parraine\w*, en tapant
        tapez
        proches, amis, famille, conseiller, medecin, vous (venez|parlez assez)
    """,
    sure_caller=r"""
        (?<!votre[ ])client(e|s|es)?\b(?! suivant), appelante?s?\b, interlocut\w+
        correspondante?\b, prospects?\b
        comment (tu peux|vous pouvez|l'|les |lui )aider, que (tu|vous) (es|etes|appelez|appelles)
        (salue[rz]?|remercie[rz]?|demande[rz]? a) [{]
    """,
    whom=r"""
        <the_caller>, \w+ment\b, (et|puis|par|en|avec)\b(?! (nous|nos|vos|votre|vingt)\b)
        [.!,]?\Z
    """,
    oneself=r"""
        \s*[.!,;:]?\Z, \s*[,;:]\s
        \s+(et|puis|comme|en tant|au nom|brievement|poliment|rapidement|d'abord)\b
        \s+(en (francais|anglais)|chaleureusement|clairement|(a|au|a la) ?(l')?<third_person>)\b
    """,
    opener=r"""
        te, vous (presenter|saluer), se, saluer, dire (bonjour|que|qui)
        demander (au|a l'|a la|son|si|le), remercier, accueillir, expliquer (que|pourquoi)
        une (salutation|presentation)
    """,
    asked="",
    leaving="",
    ours=r"""
        nom, prenom, agence, societe, entreprise, role, cabinet, clinique, boutique, client*
        interlocut*
        appelant*, ton, voix, objectif, mission, tache, message, reponse*, phrase*, langage, aide
        correspondant*
    """,
    say="",
    brief="",
    telling="""
        (salue|accueille|informe)(r|z)? (poliment |chaleureusement |bonjour )?<the_caller>
        (remercie|rassure|invite)(r|z)? (poliment |chaleureusement |bonjour )?<the_caller>
        (previens|demande|explique)(r|z)? (poliment |chaleureusement |bonjour )?<the_caller>
        (dis|dire|dites) (bonjour|au revoir|merci) <the_caller>
        (dis|dire|rappelle|souhaite)(r|z)? (poliment |chaleureusement |bonjour )?<the_caller>
        (saluez|accueillez|dites|prevenez) (poliment |chaleureusement )?<the_caller>
    """,
    telling_verbs="""
        salu accueil inform remerci rassur invit previ demand expliqu dis dire dites rappel
        souhait
    """,
    imperatives=r"""
        presente(r|z)?[- ](toi|vous)<oneself>, se presenter\b
        presente(r|z)? (l'entreprise|la societe|l'agence|brievement|rapidement|ton|le motif)
        (salue|saluer|saluez|accueille|accueiller|accueillez) <whom>, (salue|saluez)[.!]?\Z
        (dis|dire|dites) (bonjour|bonsoir)\b(?! (a|au|aux)\b)
        (dis|dire|dites) (qui tu|que (tu|vous (appelez|etes)))\b
        demande(r|z)?[- ](lui|leur)\b
        demande(r|z)? (poliment|si|comment (il|elle|tu)|son|sa|le (pre)?nom)\b
        demande(r|z)? s'ils?\b(?! (reste|y a|faut))
        demander? a parler\b, demande(r|z)? (la raison|le motif) (de l'|de son )appel
        laisse[rz]? un ((bref|court) )?message (expliquant|disant|demandant)\b
        souhaite(r|z)?[- ](la bienvenue|lui|leur|une? (bonne|agreable))\b
        (commence|debute|ouvre|demarre)(r|z)? par <opener>\b
        (commence|debute|ouvre|demarre)(r|z)? (l'appel|la conversation)\b(?! en (appu|tap))
        (explique|annonce|precise|indique|mentionne)(r|z)? (brievement )?(que|pourquoi|qui) tu\b
        (explique|annonce)(r|z)? (brievement )?(la raison|le motif) de l'appel\b
        (precise|indique|mentionne)(r|z)? (la raison de l'appel|le motif de l'appel)\b
        (explique|propose|rappelle|remercie)(r|z)?[- ](lui|leur|le|la|les)\b
        (verifie|confirme|assure[- ]toi|veille a)(r|z)? (que tu|que vous parlez)\b
        (verifie|confirme|assure[- ]toi|veille a)(r|z)? (qu'il|que c'est bien)\b
        (tu es|vous etes) (\w+,\s)?(une? |l')?(assistante?|agent|receptionniste)\b
        (tu es|vous etes) (\w+,\s)?(une? |l')?(standardiste|conseillere?|secretaire)\b
        (tu dois|vous devez|il faut) (\w+ment |d'abord )?(saluer|accueillir|demander|dire)\b
        (tu dois|vous devez|il faut) (\w+ment |d'abord )?(te|vous|se) presenter<oneself>
        (tu dois|vous devez|il faut) (\w+ment |d'abord )?(commencer par <opener>|expliquer)\b
        l'(agent|assistante?) (doit|devra|se presente|salue|dit|demande|commence)\b
        (si|quand) (le |la |l')<third_person>\b[^.!?]{0,60},\s?(salue|presente|dis|demande)
        lorsque (le |la |l')<third_person>\b[^.!?]{0,60},\s?(salue|presente|dis|demande)
        (des que|une fois que) (le |la |l')<third_person>\b[^.!?]{0,60},\s?(salue|presente)
        (des que|une fois que) (le |la |l')<third_person>\b[^.!?]{0,60},\s?(dis|demande)
        (si|quand) (le |la |l')<third_person>\b[^.!?]{0,60},\s?(explique|accueille)
        (si|quand) (le |la |l')<third_person>\b[^.!?]{0,60},\s?(remercie|commence)
        lorsque (le |la |l')<third_person>\b[^.!?]{0,60},\s?(explique|accueille)
        (des que|une fois que) (le |la |l')<third_person>\b[^.!?]{0,60},\s?(explique|accueille)
        lorsque (le |la |l')<third_person>\b[^.!?]{0,60},\s?(remercie|commence)
        (des que|une fois que) (le |la |l')<third_person>\b[^.!?]{0,60},\s?(remercie|commence)
        (utilise|adopte|genere)(r|z)? une? [^.!?]{0,30}(salutation|accroche|accueil)\b
        (redige|formule|fais)(r|z)? une? [^.!?]{0,30}(salutation|accroche|accueil)\b
        (utilise|adopte|genere)(r|z)? une? [^.!?]{0,30}(presentation|ton|introduction|phrase)\b
        (redige|formule|fais)(r|z)? une? [^.!?]{0,30}(presentation|ton|introduction|phrase)\b
        (une? )?(courte|breve|petite) (salutation|presentation|phrase d'accueil)\b
        attend(s|re|ez) qu(e |')((la |le |l')?<third_person>|il|elle)\b
        sois (poli|bref|aimable|chaleureu), parle (en|d'une|lent)
    """,
    lead_in="d'abord, ensuite, en (francais|anglais|espanol|ingles)",
    said_first="bonjour bonsoir salut allo merci bienvenue oui ici je nous le",
    noise="""
        respiration, soupirs?, soupire, rires?, rit, riant, sourires?, sourit, souriante?
        en souriant, en riant, chuchote, murmure, tousse, inspire, expire, se racle la gorge
        raclement de gorge, (avec )?(un |le )?sourire
        avec (enthousiasme|chaleur|douceur|bienveillance)
    """,
    manner="""
        doucement, lentement, chaleureusement, calmement, joyeusement, poliment, gentiment
        gaiement
    """,
    lasting=r"""
        ((de|pendant) )?(\d+([.,]\d+)?|une?|deux|quelques)(\s?(s|ms|secondes?|moments?|instants?))?
    """,
    short="courte, petite, longue, breve, legere?, petit, court",
    tone=r"""
        (d'un|d'une|sur un|avec une?) (ton|voix)\b.{0,40}
        (ton|voix) [a-z]+
    """,
    waiting=r"""
        (attend(s|re|ez)?|attendant) .{0,40}\b(reponse|client|interlocuteur|personne)\b.{0,20}
        marque(r|z)? une? .{0,20}(pause|silence).{0,40}
        laisse(r|z)? .{0,30}(parler|repondre).{0,30}
    """,
    direction="""
        rit, sourit, soupire, attend(re|s|ez)?, parle[rz]?, chuchote, raccroche[rz]?, ton(?= )
        voix(?= ), d'un ton
    """,
    or_="ou",
    and_="et",
    yes="oui, non, peut-être",
    unsure="",
    one_of=r"""
        l['’]une? (des|de), une? (des|parmi), parmi, au choix, choix possibles
        (valeurs|options|réponses) (possibles|autorisées|acceptées|permises)
        (options|choix|valeurs)(?=\s*:)
    """,
    announcing="valeurs?, suivante?s?, sont, est",
    may_be="(peut|doit) être, soit",
    for_example=r"par exemple, p\.\s?ex, par ex, comme, tel(le)?s? que, exemples?",
    and_so_on="",
    or_other="autre, similaire",
    no_value="vide",
    kind="nom prénom adresse téléphone ville",
    determiner="le la les un une son sa leur",
    date_names="heure horaire",
    date_endings="",
    date_openings="heure",
    date_of="""
        de du d et rdv rendez naissance livraison souhaitee preferee debut fin arrivee depart
        limite prevue
    """,
    time_of="",
    done_at="",
    not_date="plage format tranche indifferente connue flexible",
    date_goes_on="""
        d[eu]s?, d['’], et, souhaité, préféré, prévu, limite, pour, à, où, convenu, proposé
        exacte?, demandé, choisi
    """,
    date_heads="jour et (l['’])?heure, date, heure",
    date_end=r"\b(?! (format|range|zone|limite de la)\b)(?=\s*([.,;:()\n]|$)|\s+<date_goes_on>)",
    date_article="la, le, les, l['’], une?",
    date_topic="",
    dates=r"(<date_article>\s*)?<date_heads><date_end>",
    date_signs="dat heure",
    no_date="raison, résumé, motif, nom, si",
    each="soit",
    money="prix",
    naming="nom",
    repeated="remarques?, utilisateur, étape, oui, non",
    always_repeated="exemples?, client, appelant, réponse, cas, scénario",
    opening=r"""
        accueil, présente[rz]?[- ](toi|vous), salue[rz]?\b, ouverture, première phrase
        (commence|débute|ouvre)[rz]? (l'appel|la conversation|par)
    """,
    before_pound="touche, appuyez sur, composez, tapez, pressez, num[ée]ro",
)
