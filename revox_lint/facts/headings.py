"""Words of headings, lead-ins and labels that tell whose doing what stands below them is.

In all languages together: a heading is short, and its language seldom known. The notation is
that of `Phrases` in `revox_lint.facts.words`, without `<table>`.
"""

from __future__ import annotations

from typing import Final

FORBIDDEN: Final = r"""
    never, not, don['’]?ts?, do['’]?nts?, cannot, can['’]t, avoid, forbidden, out of scope, limit*
    restrict*, prohibit*, refuse, examples?, exclu*, exceptions?, disallowed, banned, off-limits
    bad, wrong, incorrect, sample*, transcripts?, dialog(ue)?s?
    jamais, interdi*, évite*, (ne |n['’]).{0,30}pas, hors périmètre, exemples?, mauvais, incorrecte?
    à proscrire, éviter, faux
    nicht, niemals, nie, vermeid*, verbot*, verbiet*, keine?, tabus?, beispiel*, falsch, schlecht*
    ausschl[uü]ss*, ausnahmen?, ausgeschlossen
    nunca, jamás, prohibi*, límites?, evit*, ejemplos?, mal, incorrect[oa], malo, excepciones
    no (debes|puedes|hagas|haces|hacer|se|está), incorrecto
"""
"""What stands below is forbidden, wrong, or an example."""

PRODUCT: Final = r"""
    products?, (?<!your[ ])features?, software, apps?, applications?, platforms?, pricing, plans?
    how (?!(you|to|the (ai|assistant|agent|bot))\b)[\w ]{1,30} works?, (?<!you[ ])offers\Z
    what (?!(you|i|to|the (ai|assistant|agent|bot))\b)[\w' ]{1,30} (does|do|offers?|can do)
    produits?, logiciels?, (?<!tes[ ])(?<!vos[ ])fonction(s|nalités?), plateforme
    produkt*, (?<!deine[ ])(?<!ihre[ ])funktion*, plattform, leistungsumfang
    was (?!(du|sie|zu)\b)[\w ]{1,30} (kann|macht|bietet|können)
    productos?, características, aplicación, programa, plataforma, funcionalidades, funciones del?
"""
"""What a product does, or somebody else who is named."""

TOPICS: Final = r"""
    reasons?(?! (for|of) your), outputs?, intents?, intentions?, requests?, why, inquir*, enquir*,
    questions?, faqs?, categor*
    classif*, label*, tag(s|ged)?, topics?, types?, kinds?, use cases?, wish(es)?
    explain, describe, list the, hears?, (our|your) (\w+ )?menus?,
    outcomes?, dispositions?, results?, status(es)?
    (motifs?|raisons?)(?! d[eu] (ton|votre)), demandes?, pourquoi, souhaits?, besoins?, catégor*,
    class(e|er|ez|ifi\w+)
    sujets?, (notre|votre) (\w+ )?menu, entend(ent)?
    appellent, expliqu*, résultats?, statuts?
    *anliegen, *gründe?n?, *grund, anfragen?, wünsche*, warum, weshalb, absicht*, kategor*
    klassifi*, unser \w*menü, hören, fragen?, themen, thema, arten, rufen, anrufen, erklär*
    ergebnis*
    motivos?, raz(ón|ones), intenci*, solicitud(es)?, petici*, consultas?, por qué, clasific*
    nuestro menú, oyen, escuchan, preguntas?, tipos?, temas?, llaman, explic*, resultados?, estados?
"""
"""What calls are about, or how they are to be described."""

CALLERS: Final = r"""
    callers?, people, guests?, tenants?, visitors?, prospects?, leads?, members?, users?, they
    (customers?|clients?|patients?)(?! (service|support|care|success|relations|experience))
    appelante?s?, usagers?, utilisat*, locataires?, gens, interlocut*
    anrufer*, anrufende*, kund(e|en|in|innen), patient(in|innen|en)?, mieter*, nutzer*, gäste, leute
    interessent*, mandant*
    clientes?, pacientes?, usuari[oa]s?, llamantes?, inquilin[oa]s?, gente, personas
"""
"""Those who call."""

STAFF: Final = r"""
    staff, teams?, colleagues?, receptionists?, reception, front desk, secretar(y|ies), nurses?
    doctors?, employees?, someone, somebody, humans, office, practice, clinic
    équipe, personnel, secrétaires?, secrétariat, cabinet, collègues?, médecins?, accueil
    quelqu['’]un, conseill*, standard
    praxis, kolleg*, mitarbeit*, personal, empfang*, sekret*, ärzt*, arzt, jemand, büro
    equipo, recepci*, compañer*, médic[oa]s?, consultorio, clínica, alguien, oficina
"""
"""Those who do what the agent does not."""

YOURS: Final = "your, ton, ta, tes, votre, vos, deine?[nrms]?, (?-i:Ihre?[nrms]?), tus?, sus?"
"""What makes the agent's own of the noun behind it, unless that is one of people."""

YOU: Final = r"""
    you, you['’](re|ll|ve), tu, vous, du(?= \w+st\b), \w+st du, (?-i:Sie), tú, usted, haces, debes
    puedes
"""
"""The agent."""

OWN: Final = r"""
    tasks?, rules?, steps?, instructions?, process, procedures?, workflow, *flow, guid(e|elines?)
    goals?, objectives?, dut(y|ies), responsibilit*, roles?, job, tools?, skills?, capabilit*
    abilit(y|ies), actions?, protocols?, playbook, script, always, must, should, do, dos, do['’]s
    how, what to do, polic(y|ies), order, sequence, phases?, stages?, structure, behaviou?r, agenda
    (ai )?(assistant|agent|bot), things, following, can, may, if*, when, ideal*, good, right
    tâches?, règles?, étapes?, consignes?, processus, procédures?, déroulé, déroulement, objectifs?
    missions?, rôle, outils?, capacités, toujours, à faire, que faire, comment, assistante?
    suivante?s?, scénario
    aufgaben?, regeln?, schritte?, *ablauf, anweisung*, vorgeh*, prozess, ziele?, rolle, werkzeuge?
    fähigkeiten, immer, leitfaden, auftrag, pflichten, richtlinien, verhalten, zu tun, assistent*
    folgende*
    tareas?, reglas?, pasos?, instrucci*, proceso, procedimientos?, flujo, objetivos?, misión, rol
    función, herramientas?, capacidades, siempre, acciones, guion, protocolo, qué hacer, cómo
    asistente, siguientes?
"""
"""What is told to the agent itself."""

IN_CASE: Final = r"""
    if, when, whenever, once, after, before, upon, as soon as, unless, in case, in an? emergenc*
    si, s['’](?=il), quand, lorsqu*, après, dès, en cas, une fois
    wenn, falls, sobald, nachdem, nach, bei, im fall*
    cuando, tras, después, en caso, al
"""
"""What begins a condition."""

THEN: Final = "then, and, next, first, puis, ensuite, et, dann, und, luego, entonces, y"
"""What a lead-in ends with that goes on in the list."""

TO: Final = """
    to, often, can, wants?, needs?, for, about, pour, de, à, veulent, peuvent, um, zu, wollen
    möchten?, will, können, para, a, quieren?, desean?, pueden
"""
"""What ends a lead-in about those who call that goes on in the list."""

QUESTIONS: Final = """
    questions?, requests?, inquir*, enquir*, demandes?, *fragen, *frage, *anfrage, preguntas?
    consultas?, solicitud(es)?
"""
"""What ends a label that tells a case from others: "Billing questions"."""

USUAL: Final = """
    typical, common, usual, frequent*, possible, callers?, customers?, all, any, courante?s?
    fréquent*, possibles?, häufig*, typisch*, mögliche*, frecuent*, comun(es)?, posibles?
"""
"""What makes a list of topics of such a label."""

FOR: Final = "for, of, by, pour, du, des?, für, vo[nm], der, para, del?"
"""What stands before the one who does what follows a label."""

STEP: Final = r"""
    step \d+, étape \d+, schritt \d+, paso \d+, if, when, si, wenn, falls, cuando, quand
"""
"""What makes an instruction of a heading."""

UNREAL: Final = r"""
    if (i|we|you|it) (could|was|were), wenn (ich|wir) könnten?, si (je|on) pouvais?t?
    si (pudiera|pudiéramos)
"""
"""Behind a verb: it is not done."""

DEVICES: Final = r"""
    remote( control)?, elevator, lift, intercom, keyboard, microwave, router, modem, device
    thermostat, boiler, alarm panel, doorbell, buzzer, gate, door, (power|reset) button, machine
    interphone, ascenseur, télécommande, digicode, sonnette, sonner, portail, porte, appareil
    aufzug, fahrstuhl, fernbedienung, klingel*, *sprechanlage, tastatur, gerät, automaten?, tür
    ascensor, interfono, portero, telefonillo, mando, control remoto, timbre, aparato, puerta
"""
"""What has keys and is no telephone."""
