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
        rol objetivo negocio horario horarios servicios sitio
    """,
    bracketed="silencio espera pausa risa suspiro importante opcional obligatorio nota acento",
    at=r"(para|de|del|en|a|con|es)( la| el)?",
    before_gap=r"""
        (asistente|agente|recepcionista|trabaj*|llam*|bienvenid*|ubicad*|nombre)( [\w-]+){0,4} <at>
        (nombre|n[úu]mero|direcci[óo]n|sitio|empresa) es
        (eres|somos|soy)( [\w-]+){0,8} (de|para)( la)?, nuestr[oa]s?
    """,
    some="una?, alg[uú]n[ao]?, algo",
    before_mark=r"""
        (di|diga|escrib*|a[ñn]ad*|devuelv*|usa|use|marca|marque|respond*|termin*)( \w+){0,3}
        c[óo]digo, estado, etiqueta, secci[óo]n, paso, palabra clave, ve a, ver
    """,
    script="espera*, escucha*, si",
    stand_in="voz tu su aqui aquí poner reemplazar completar rellenar pendiente",
    stand_in_or_name="tu su",
    leftover_signs="hacer rellenar reemplazar pendiente [tu [su",
    notes="",
    notes_at_end="(POR|A)[ _](COMPLETAR|RELLENAR|DEFINIR|HACER)",
    author_verbs="""
        añadir agregar preguntar consultar comprobar verificar definir pedir completar revisar
        escribir cambiar poner rellenar reemplazar confirmar
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
        perfecto, aquel*
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
        p[aá]s(a|ar|e|en|o)(l[oae]s?)? (la llamada|a|al|con)\b, comun[ií](ca|qu), otra persona
        \boperador, conect, conéct, deriv, derív, p[oó]n(ga)?l[oae]s? (en|con)\b, recepci[oó]n\b
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
    no_thing="",
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
    advice=r"""
        lo (mejor|ideal) (es|sería), conviene, antes de, al(?= (presionar|pulsar|marcar|oprimir))
        (recomiend|recomend|aconsej|invit|record|recuerd|anim|sugier|suger)\w* (\S+ ){0,4}?(a|que)
        quer(em)?, quiser(em)?, você
        (pregunt(a|an|e)|saber) (si|cómo) (puedes|podemos|se puede|usted|tú|puede (transf|agend)*)
    """,
    purpose="para",
    elsewhere="""
        (con|en) (su|tu|sus) (médico|doctora?|dentista|especialista|banco|taller|concesionario)
        (en|con|desde|por) (la|nuestra|su|una) (app|aplicación), en el (portal|programa|software)
        (con|en) (su|tu|sus) (abogad[oa]|veterinari[oa]|gestor)
    """,
    speaker="yo, te, le, les, voy, vamos, puedo, podemos",
    clause="cuando, pero, sino, porque",
    negation="""
        no, nunca, jamás, tampoco, sin, evitar?, en lugar de, en vez de, prohibid*
    """,
    never="""
        no dig*, evit* (frases|decir), prohibid*, todo (menos|salvo|excepto),
        nunca, jamás, en ningún caso, bajo ningún concepto
        no (debes|puedes|debe|puede|hagas|intentes|ofrezcas)
    """,
    but="si, pero, sino, salvo, entonces, cuando",
    wants=r"""
        quiere, quieren, desea, desean, (?<=\w[ ])(solicita|pide), prefiere, quisiera, necesita
        equipo
    """,
    reminder=r"no (olvides?|dudes?) (en|de), no olvides?",
    task=r"tareas?, objetivo, función, trabajo, misión, rol, papel, meta",
    agent=r"""
        usted, tú, yo, (el|la|tu) (asistente|agente|bot)( virtual)?
        ((tu|su|el|la) )?<task>( \w+)?( (es|consiste|son))
        (ayuda|ayude|ayudar) (al?|a la|a los) (?!<people>)[\w-]+(?= a )
    """,
    lead=r"""
        luego, después, entonces, y, o, siempre, por favor, \w+mente, primero, también
        debe[srá]*
        pued[ea]s?, podrá[sn]?, tienes?, que, has?, va[sn]?, capaz, encargad[oa], me, te, le, lo
        la, les
        los, las, se lo, intent[ea]r?, ofrec\w+, ofrezc\w+, ofréz\w+, procur[ea], asegúr[ae][ts]e
        recuerd[ae]
        a, de, para, en, si, necesario, posible, solicita, es, está[s]?, listo, inclu\w+, \d+
        paso, además
        finalmente, contrario, solo, sólo, inmediato, ahora, quieres, quiera
    """,
    setting=r"""
        (al|en|tras|durante|para)( (el|las?|los|est[ea]|es[ea]|una?))? [\w-]+( del?( la)? [\w-]+)?
        después de( (el|las?|los|una?))? [\w-]+
        (por|con|ante|como)( (el|las?|los|est[ea]|es[ea]|una?))? [\w-]+( del?( la)? [\w-]+)?
    """,
    subject=r"""
        el, la, los, las, un, una, nuestr[oa]s?, mi, mis, este, esta, ese, ellos, él, ella, se
        quien*
        cada, algun[oa]s?, sus?, doctora?, dr, dra
    """,
    joint="y, luego",
    third="",
    governs="",
    in_writing="por (e-?mail|mail|correo|escrito|sms|mensaje|fax)",
    to_agent="",
    third_person="""
        clientes?, llamantes?, personas?, usuari[oa]s?, pacientes?, contactos?
        interlocutor(a|es)?, prospectos?, candidat[oa]s?, inquilin[oa]s?, destinatari[oa]s?
        invitad[oa]s?
    """,
    not_third_person="",
    the_caller=r"""
        (al|a la|a los|a las|el|la|los|las|a cada) <third_person>\b(?! (anterior|siguiente))
        [{]+[^{}]*[}]+
    """,
    addressed=r"""
        me, mi, mis, \w+rme, por favor, si o no, recepcion, mostrador, taquilla, puerta, entrada
        caja
        nuestr[oa]s?(?! (<ours>)), nosotros, de (mi|nuestra) parte, descuento, ofertas?, \d+ ?%
        por ciento, gratis
        verano, invierno, primavera, otono, navidad, (el|del|la) (tono|senal)
        (antes|despues) de la cita
        ayunas
        (tu|su)s? (familia|medico|dni|documento|codigo|tarjeta|amigos|suyos|inquilinos|padres|hijos)
        conductor, propina, pulsando, marcando, dni, sobre, de nuevo, los suyos
        (hay|queda) (sitio|plaza\w*)
        en casa
    """,
    sure_caller=r"""
        (cliente|llamante|interlocutora?|usuari[oa]|prospecto|destinatari[oa])s?\b
        como (puedes|puede) ayudar(le)?, que (eres|llamas|es usted)
        (salud[ae]|pregunt[ae]|record[ae]r?) a [{]
    """,
    whom=r"""
        <the_caller>, a [{], (a )?quien\b, \w+mente\b
        (con|y|por|en)\b(?! (nosotros|un \d|nuestr\w+)\b), [.!,]?\Z
    """,
    oneself=r"""
        \s*[.!,;:]?\Z, \s*[,;:]\s
        \s+(y|como|luego|brevemente|primero|amablemente|cordialmente|claramente)\b
        \s+(en (espanol|ingles)|al <third_person>|a la persona)\b
    """,
    opener=r"""
        es (un )?buen, esta (disponible|ocupad[oa]|libre), tiene (un )?(momento|minuto|tiempo)
        (puede|quiere) hablar, desea, necesita, le, hablas?
    """,
    asked="",
    leaving="",
    ours=r"""
        empresa, clinica, agencia, negocio, consulta, nombre
    """,
    say="",
    brief="",
    telling="""
        (salud(a|e|ar)|pregunt(a|e|ar)|inform(a|e|ar)) <the_caller>
        (agradec(e|er)|agradezca|explic(a|ar)) <the_caller>
        (explique|di|diga|recib(e|ir)|recuerda|recordar) <the_caller>
    """,
    telling_verbs="salud pregunt inform agrade explic di diga recib recuerd record",
    imperatives=r"""
        salud(a|e|ar|ando)(le)? <whom>, present(ate|ese|arse|arte)<oneself>, identificate como\b
        salud(a|e)[.!]?\Z
        (di|diga|decir) (hola|buenos|buenas)\b(?! al? (?!(la )?<third_person>))
        (di|diga|decir) (que (eres|llamas)|quien eres)\b
        (dale|da|de|dar) (la bienvenida|los buenos dias)\b(?! al? (?!(la )?<third_person>))
        pregunt(a|e|ar) (<the_caller>|si <opener>)\b
        pregunt(a|e|ar) (como esta|con quien hablas?|amablemente|el nombre|el motivo)\b
        (preguntale|preguntele|informale|agradecele|explicale|dile|ofrecele)\b(?! a (?!la persona))
        desp(idete|idase)\b(?! de (?!la persona))
        (empieza|comienza|inicia|abre|empiece|comience|inicie) (la llamada|la conversacion)\b
        (empieza|comienza|inicia|empiece|comience|inicie) por (saludar|presentar|decir|agradecer)
        (empieza|comienza|inicia) (con|saludando|presentandote|diciendo)\b
        (abre|empiece|comience|inicie) (con|saludando|presentandote|diciendo)\b
        (explica|menciona|indica) (brevemente )?(que (eres|llamas|estas))\b
        (explica|menciona|indica) (brevemente )?por que llamas\b
        (explica|menciona|indica) (brevemente )?quien eres\b
        (explica|menciona|indica) (brevemente )?el motivo de (la|tu) llamada\b(?! (despues|tras))
        (confirma|verifica|comprueba|asegurate de) (que (hablas|estas|es|el|la)|con quien)\b
        eres (\w+,\s)?((una?|el|la) )?(\w+ ){0,4}?(asistente|agente|recepcionista)\b
        (debes|debe|tienes que|hay que) (\w+mente )?(saludar|preguntar(?! por)|decir)\b
        (debes|debe|tienes que|hay que) (\w+mente )?(presentar(te|se)<oneself>|explicar)
        (debes|debe|tienes que|hay que) (\w+mente )?(empezar|comenzar) (por|con un saludo)
        (el|la) (agente|asistente) (debe|saluda|se presenta|pregunta|dice)\b
        (si|cuando|en cuanto) (el|la) <third_person>\b[^.!?]{0,60},\s?(salud|pregunt)
        (si|cuando|en cuanto) (el|la) <third_person>\b[^.!?]{0,60},\s?(present|di|explic)
        (genera|usa|utiliza|haz) una? [^.!?]{0,30}(saludo|bienvenida|presentacion|tono)\b
        se (amable|breve|cordial|educad[oa])\b, habla (en|con|despacio)\b
        espera a que (el|la) <third_person>\b
    """,
    lead_in="primero, por favor, en (espanol|ingles)",
    said_first="hola buenos buenas buen gracias bienvenido bienvenida soy le me",
    noise="""
        pausas?, silencio, risas?, rie, riendo, sonrie, sonriendo, con una sonrisa, suspiros?
        suspira, suspirando, tose, susurra, susurrando, carraspea, respira( hondo)?, esperando
    """,
    manner="despacio, lentamente, amablemente, suavemente, alegremente, calurosamente",
    lasting=r"((de|durante) )?(\d+([.,]\d+)?|un|dos)(\s?(s|ms|segundos?|momentos?))?",
    short="corta, pequena, larga, leve, breve",
    tone=r"(con|en) (un )?(voz|tono)\b.{0,40}, tono [a-z]+",
    waiting=r"""
        (esperar?|esperando) .{0,30}\b(respuesta|cliente|conteste|responda)\b.{0,20}
        haz una (breve )?pausa.{0,40}
    """,
    direction="rie, sonrie, suspira, susurra, espera[r]?, habla[r]?, cuelga, colgar, pausa",
    or_="o, u",
    and_="y",
    yes="sí, si, quizás",
    unsure="",
    one_of=r"""
        un[ao] de
        (valores|opciones|respuestas) (posibles|permitid[oa]s|válid[oa]s)
        (valores|opciones)(?=\s*:)
    """,
    announcing="l[oa]s siguientes, valores, opciones, son, es",
    may_be="(puede|debe) ser, ya sea",
    for_example=r"por ejemplo, p\.\s?ej, como, ejemplos?",
    and_so_on="",
    or_other="otr[oa]s?",
    no_value="vacío",
    kind="nombre apellido teléfono correo dirección ciudad",
    determiner="el los las una su sus",
    date_names="fecha hora cumpleaños cumpleanos",
    date_endings="",
    date_openings="fecha hora",
    date_of="de",
    time_of="",
    done_at="",
    not_date="rango zona indiferente conocida flexible",
    date_goes_on="""
        del?, y, deseada, preferida, prevista, para, en que, acordada, propuesta, exacta
        solicitada, elegida
    """,
    date_heads="día y (la )?hora, fecha, hora",
    date_end=r"\b(?! (format|range|zone|limite de la)\b)(?=\s*([.,;:()\n]|$)|\s+<date_goes_on>)",
    date_article="la, el, los, las, una",
    date_topic="",
    dates="(<date_article> )?<date_heads><date_end>",
    date_signs="fecha hora",
    no_date="si, motivo, resumen, nota, número",
    each="",
    money="precio",
    naming="nombre",
    repeated="notas?, usuario, agente, paso, sí, si",
    always_repeated="""
        ejemplos?, cliente, pregunta, respuesta, conversación, caso, escenario, objeción
    """,
    opening="""
        salud[aeo], pres[ée]nt[ae](te|se|rse), apertura, primera frase
        (empieza|comienza|inicia|abre) (la|cada|por|con)
    """,
    before_pound="pulse, presione, marque, oprima, tecla, n[úu]mero",
)
