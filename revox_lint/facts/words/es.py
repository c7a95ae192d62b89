"""Spanish."""

from __future__ import annotations

from typing import Final

from revox_lint.facts.words import Words

WORDS: Final = Words(
    common="""
        el la los las es soy usted su sus le nosotros nuestro nuestra con para y de del al un
        una que hola buenos días gracias por favor llamo en está
    """,
    syllables_per_second=7.82,
    silent_e=False,
    data="""
        nombre apellido apellidos empresa fecha hora día dia teléfono telefono número dirección
        direccion ciudad importe monto precio cliente pedido cuenta producto cita
    """,
    bracketed="silencio espera pausa risa suspiro",
    script="espera*, escucha*, si",
    stand_in="voz tu su aqui aquí poner reemplazar completar rellenar pendiente",
    stand_in_or_name="tu su",
    leftover_signs="hacer rellenar reemplazar pendiente [tu [su",
    notes="",
    notes_at_end="(POR|A)[ _](COMPLETAR|RELLENAR|DEFINIR|HACER)",
    author_verbs="""
        añadir agregar completar revisar escribir cambiar poner rellenar reemplazar confirmar
    """,
    owner="tu, tus, su, sus, nuestr[ao]",
    thing="""
        empresa, negocio, marca, nombre, teléfono, número, dirección, horarios?, ciudad, sitio
    """,
    fill="insertar, reemplazar, completar, rellenar",
    gap_end="aquí",
    to_fill="(por )?(completar|rellenar|definir)",
    form="aquí, completar, rellenar",
    answer="respuesta",
    todo_before="""
        ante, sobre, de, del, con, en, para, por, y, es, a, hace, hacer, que, lo, él, ella, incluye
        ofrece, explica, sabe, acepta, contra, em, com, tudo
    """,
    todo_after="""
        el, la, los, las, lo, un, una, su, sus, tu, tus, mi, esto?, está, es, de, del, en, con
        para, por, y, a, al, que, se, le, nuestr*, incluid*, list[oa], bien, correcto, gratis
        perfecto
    """,
    todo_list=r"[ \t]*(?!\w+([aei]r(l[aeo]s?)?)\b)[^\n:]{2,60}(,|\by\b)",
    adverb="inmediatamente, directamente, siempre, entonces",
    call="las? llamadas?",
    callers="""
        clientes?, personas?, usuari[oa]s?, interlocutor*, pacientes?, contactos?, prospectos?
        llamantes?, que llama
    """,
    caller=r"""
        las? llamadas?
        (al|a la|a los|a las|el|la) ([\w-]+ )?<callers>
    """,
    people="""
        agentes?, asesor*, human[oa]s?, persona, compañer*, representantes?, equipo, departamento
        ejecutiv*, operador*, especialistas?, supervisor*, recepci*, soporte, ventas, colegas?
        encargad*, responsables?, técnic*, comercial*, médic*, alguien
    """,
    person=r"""
        ((una?|el|la|los|las|nuestr[oa]s?|alg[uú]n|uno de nuestros) )?([\w-]+ ){0,2}?<people>
    """,
    transfer="transfier[eao]s?, transferir",
    redirect="redirig(e|ir), redirija",
    connect="comuni(car?|que), conect(ar?|e)",
    hand="deriv(a[rs]?|e), desví[ae]s?, desviar, pas(a[rs]?|e), escal(ar?|e)",
    put="",
    onward="(derív[ae]|derivar|pás[ae]|pasar|comuníc[ae]|comunicar|conéct[ae]|conectar)l[oae]s?",
    offer="ofrec(er?|a), haz, hacer, haga, realiz(ar?|e), inici(ar?|e), propon*",
    transfers="""
        {<transfer>|<hand>} (<adverb> )?<caller>
        {<transfer>|<connect>} (<adverb> )?(a|al|con|hacia) <person>
        {<redirect>} (<adverb> )?<call>
        {<redirect>} (<adverb> )?<caller> (a|al|con|hacia) <person>
        {<connect>} <caller> con <person>
        {transfi[ée]re(l[oae]s?)|transferirl[oae]s?|(te|le|lo|la) transfiero}
        {<onward>} (<adverb> )?(a|al|con) <person>
        {(te|le) (paso|comunico|conecto)} (<adverb> )?(a|al|con) <person>
        <offer> (una|la) {transferencia}(?! (bancaria|de dinero))
    """,
    transfer_signs="""
        transf, deriv, derív, desv, redirig, redirija, pas, pás, escal, conect, conéct, comun
    """,
    mentions_transfer=r"""
        transfer, transfier, redirig, \bescala, \basesor, human[oa]\b, compañer, deriv[ae]
        pas(a|ar|e) (la llamada|con), comuni(ca|que), otra persona, \boperador
    """,
    press="""
        puls(a[rs]?|e), presion(a[rs]?|e), mar(ca[rs]?|que), oprim(e|ir|a), tecle(ar?|e)
    """,
    digit="[0-9](?![0-9]), uno, dos, tres, cero, almohadilla, asterisco, numeral, [*], #",
    key="""
        ((la|el) )?((tecla|opción|número|botón) )?["'«“]?<digit>
    """,
    menu="menús?, IVR",
    key_presses="""
        {<press>} (en )?<key>
        (env[ií]ar?|usar?|utilizar?) ((los|las) )?((tonos|teclas) )?{DTMF}
        {naveg(ar?|ue)} (por|en|a través de) ((el|los|un|del) )?<menu>
    """,
    key_signs="puls, presion, mar, oprim, tecle, dtmf, naveg",
    book="""
        agend(a[rs]?|e), reserv(a[rs]?|e), program(a[rs]?|e), conciert(a|e), concertar
        fij(a[rs]?|e), coordin(a[rs]?|e)
    """,
    meeting=r"((una?|la|el|su|las|los) )?([\w-]+ )?<meetings>",
    meetings="citas?, reuni(ón|ones), demos?, demostraci*, visitas?, consultas?, turnos?",
    bookings=r"""
        {<book>} <meeting>
        (en|con|por|mediante|usa|utiliza) {Calendly}
    """,
    booking_signs="agend, reserv, program, conciert, concert, fij, coordin, calendly",
    taken_down="""
        devolv* la llamada, llamar[áa]*, en línea, enlace, página, sitio, web, preferid*
        preferencia, anot*, compañer*, confirmará
    """,
    clause="cuando, pero, sino, porque",
    negation="""
        no, nunca, jamás, tampoco, sin, evitar?, en lugar de, en vez de, prohibid*
    """,
    never="""
        nunca, jamás, en ningún caso, bajo ningún concepto
        no (debes|puedes|debe|puede|hagas|intentes|ofrezcas)
    """,
    but="si, pero, sino, salvo, entonces, cuando",
    wants="""
        quiere, quieren, desea, desean, solicita, pide, prefiere, quisiera, necesita, equipo
    """,
    wish="",
    other="",
    others="",
    helps="",
    to_agent="",
    forbids="nunca, prohibi*, no (debes|puedes|hagas), límites?, evita*, ejemplo",
)
