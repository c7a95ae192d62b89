"""English."""

from __future__ import annotations

from typing import Final

from revox_lint.facts.words import Words

WORDS: Final = Words(
    common="""
        the this is are you your we our with for and to of my i'm i am calling from about can
        hello hi please thank thanks have on at
    """,
    syllables_per_second=6.19,
    silent_e=True,
    data="""
        name firstname lastname surname forename fname lname fullname company business date time
        day phone number email address city amount price customer client contact caller lead
        agent product service order account appointment recipient prospect patient
    """,
    bracketed="""
        pause wait silence break breath breathe sigh sighs laugh laughs laughter chuckle chuckles
        smile smiles whisper whispers cough gasp clears beep music end stop start begin hangup
        excited cheerful calm sad happy curious sarcastic yes no true false null none section
        example examples
    """,
    script="""
        wait*, paus*, listen*, silence, end, hang, continue, if, when, user, caller, agent, after
    """,
    stand_in="""
        voice voices voiceid id ids uuid your yourvoiceid my the a an some here insert enter put add
        replace replaceme replaced me with real todo tbd tba tbc fixme change changeme placeholder
        example sample dummy test fake foo bar string value none null na n unknown missing fill
        elevenlabs eleven labs cartesia provider abc abc123 asdf qwerty
    """,
    stand_in_or_name="a an my some n me with your real",
    leftover_signs="""
        todo fixme xxx tbd lorem placeholder < _me me_ replace change fill insert your
        here
    """,
    notes="""
        (REPLACE|CHANGE|FILL|EDIT|UPDATE)[_-]?(ME|THIS)([_-]?IN)?, (replace|change)[_-]me
        (INSERT|REPLACE|YOUR)_[A-Z][A-Z_]+, [A-Z]+(_[A-Z]+)*_HERE
    """,
    notes_at_end="",
    author_verbs="""
        add write fill fix replace update check confirm ask insert describe put change define
        complete finish remove translate review
    """,
    owner="your",
    thing="""
        company, business, brand, agency, clinic, firm, organi[sz]ation, website, url, domain, phone
        number, e-?mail, address, hours?, city, product, service, agent, assistant, bot, name, text
        prompt
    """,
    fill="insert, replace, fill[ _-]?in",
    gap_end="here",
    to_fill="",
    form="here, company, business, website, brand",
    answer="answer, response, reply, reasoning",
    todo_before="",
    todo_after="",
    todo_list="",
)
