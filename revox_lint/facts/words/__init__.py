"""The words by which rules read prompts: one file per language, all with the same tables.

The listing of this folder is the registry: a further language is one further file that
defines `WORDS`. `revox_lint.text.words` reads the tables; two notations are in use.

- `Plain`: single words in lower case, separated by white space.
- `Phrases`: separated by a line break or a comma and a space. A phrase is a regular
  expression in which a space is any white space, `*` after letters (or alone) is any further
  letters, `...` is up to 70 characters of the same clause, `(…)` does not capture, `<table>`
  is any phrase of that table, and `{…}` is the part that a finding points to.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Plain: TypeAlias = str
Phrases: TypeAlias = str


class Words(NamedTuple):
    """The tables of one language; an empty one where the language needs none."""

    # --- the language itself: text/language, text/speech_time
    common: Plain
    """The commonest words, by which the language of a text is recognized."""
    syllables_per_second: float
    """How fast people read aloud, pauses left out: F. Pellegrino, C. Coupé, E. Marsico,
    "A cross-language perspective on speech information rate", Language 87 (2011)."""
    silent_e: bool
    """Whether an `e` at the end of a word is no syllable."""

    # --- brackets and headings: text/lookalike, text/heading
    data: Plain
    """Data that a call knows before it begins, or that a sentence is made for: `[NAME]`."""
    bracketed: Plain
    """What the voice or the model is told in the brackets that names are written in too."""
    script: Phrases
    """What makes `[…]` alone on its line a direction in a script, and not a heading."""

    # --- stand-ins: text/voice_id, rules/prompt/leftover_todo
    stand_in: Plain
    """Words that stand where the id of a voice is still to come: `your-voice-id`."""
    stand_in_or_name: Plain
    """Those of `stand_in` that alone, or with one another, are as likely to be a name."""
    leftover_signs: Plain
    """One of these is somewhere in every text with a leftover note."""
    notes: Phrases
    """Notes to the author, in exactly this case: `REPLACE_ME`."""
    notes_at_end: Phrases
    """Notes only where a colon, a bracket or the end of the line follows: `À COMPLÉTER`."""
    author_verbs: Plain
    """What follows `TODO` in a note: verbs for the author."""
    owner: Phrases
    """Whose thing a gap names: `<your company>`."""
    thing: Phrases
    """The thing that a gap names."""
    fill: Phrases
    """Verbs with which a gap begins: `[insert name]`."""
    gap_end: Phrases
    """Words with which a gap ends: `[name here]`."""
    to_fill: Phrases
    """Gaps as a whole: `[à compléter]`."""
    form: Phrases
    """What shows that a gap in small letters is not for the model to fill in."""
    answer: Phrases
    """What `<your …>` asks the model for."""
    todo_before: Phrases
    """Words of a language in which `todo` is a word, before it."""
    todo_after: Phrases
    """Words of a language in which `todo` is a word, after it."""
    todo_list: Phrases
    """What follows `todo:` where it is a word."""
