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
)
