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
    at: Phrases
    """Prepositions before the name of a firm or place."""
    before_gap: Phrases
    """What a name follows that the author is to fill in: "You work for [RESTAURANT]"."""
    some: Phrases
    """What brackets begin with that speak of something, and are not to be filled in."""
    before_mark: Phrases
    """What brackets follow that the model is to write, or to find: "end with [DONE]"."""
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

    # --- rules/speech/generated_without_instruction, rules/syntax/text_cut_by_comment
    opening: Phrases
    """What a prompt has that describes how a call begins."""
    before_pound: Phrases
    """What precedes a `#` that is a key of the phone or a number sign."""

    # --- what a prompt tells the agent to do: text/capability
    adverb: Phrases
    """What may stand between a verb and its object: "transfer immediately the call"."""
    call: Phrases
    """A call, where a caller would not do: "redirect the call"."""
    callers: Phrases
    """Nouns for a call and for those who call."""
    caller: Phrases
    """One of `callers`, with what stands before the noun: "transfer the caller"."""
    people: Phrases
    """Who may take over a call."""
    person: Phrases
    """One of `people`, with what stands before the noun."""
    transfer: Phrases
    """Verbs that with a call or caller mean handing it over."""
    redirect: Phrases
    """Verbs that mean it with a call, or with a person at the other end."""
    connect: Phrases
    """Verbs that mean it with a person at the other end."""
    hand: Phrases
    """Verbs with further meanings: "pass the caller on to a colleague"."""
    put: Phrases
    """Verbs that mean it with a particle: "put the caller through"."""
    onward: Phrases
    """Verbs that mean it at the end of a clause: "den Anrufer weiterleiten"."""
    offer: Phrases
    """Verbs that mean it with the noun: "offer a transfer"."""
    transfers: Phrases
    """Sentences that tell the agent to hand a call over."""
    transfer_signs: Phrases
    """One of these, read literally and in lower case, is in each of `transfers`."""
    mentions_transfer: Phrases
    """What is written of handing over a call at all, as parts of words too."""
    press: Phrases
    """Verbs of pressing a key."""
    digit: Phrases
    """What is on a key of a telephone."""
    key: Phrases
    """One `digit`, with what stands before it."""
    menu: Phrases
    """A telephone menu."""
    key_presses: Phrases
    """Sentences that tell the agent to press keys or to navigate a menu."""
    key_signs: Phrases
    """One of these, read literally and in lower case, is in each of `key_presses`."""
    book: Phrases
    """Verbs of booking."""
    meetings: Phrases
    """Nouns for what is booked."""
    no_thing: Phrases
    """What makes another thing of a noun of `meetings`: "appointment reminders"."""
    meeting: Phrases
    """One of `meetings`, with what stands before the noun."""
    bookings: Phrases
    """Sentences that tell the agent to book an appointment."""
    booking_signs: Phrases
    """One of these, read literally and in lower case, is in each of `bookings`."""
    taken_down: Phrases
    """Near a booking: somebody else books, or the caller does, and the agent notes the wish."""
    advice: Phrases
    """Before it in the sentence: what the caller is told or asks, or what is generally best."""
    purpose: Phrases
    """The word that begins "To book a visit, press 2"."""
    elsewhere: Phrases
    """Behind a booking: it is in somebody else's calendar, "with your doctor"."""
    speaker: Phrases
    """The agent, where it speaks of itself in quotation marks."""
    clause: Phrases
    """Words that begin another clause."""
    negation: Phrases
    """Words that negate a clause, or say that it does not happen."""
    never: Phrases
    """Words that forbid the rest of a sentence."""
    but: Phrases
    """Words that end what `never` forbids."""
    wants: Phrases
    """In the same clause: somebody wants it, or somebody else does it."""
    reminder: Phrases
    """Negated verbs that forbid nothing: "don't forget to"."""
    task: Phrases
    """What the agent is there for: "your job"."""
    agent: Phrases
    """The agent as the one who does it: "you", "your task is to", "help them"."""
    lead: Phrases
    """What stands between the agent, or the beginning of a clause, and an imperative."""
    setting: Phrases
    """What may begin a clause before an imperative: "at the end"."""
    subject: Phrases
    """What begins a clause about somebody else."""
    joint: Phrases
    """Words between two imperatives."""
    third: Phrases
    """Forms of a verb that are not imperatives: "transfers"."""
    governs: Phrases
    """What governs the infinitive in a clause of its own, where the agent is to do it."""
    in_writing: Phrases
    """What makes a message of what is handed over: "by e-mail"."""
    to_agent: Phrases
    """Right after it: the call comes to the agent."""

    # --- instructions: text/instruction, on folded text: small letters without accents
    third_person: Phrases
    """The caller as somebody who is spoken of."""
    not_third_person: Phrases
    """What makes a word of `third_person` something else: "customer service"."""
    the_caller: Phrases
    """`third_person` as an object, with what stands before it, or a placeholder."""
    addressed: Phrases
    """What is said to a person, and not told to somebody who speaks with one: "me", "please"."""
    sure_caller: Phrases
    """What is only written of callers, and not said to them: "the caller", "how to help"."""
    whom: Phrases
    """What makes an instruction of "greet": the caller, or how to do it."""
    oneself: Phrases
    """What makes an instruction of "introduce yourself": its end, or "as Anna", "and ask"."""
    opener: Phrases
    """What a call is to begin with, or the caller is to be asked first."""
    asked: Phrases
    """What a caller is asked for: "the order number"."""
    leaving: Phrases
    """What follows "leave a message" in an instruction."""
    ours: Phrases
    """What "your" stands before in an instruction: "your tone"."""
    say: Phrases
    """Verbs of saying, in the imperative."""
    brief: Phrases
    """Adjectives of a greeting."""
    telling: Phrases
    """Imperatives with the caller as a third person: nobody says "the caller" to the caller."""
    telling_verbs: Plain
    """One of these begins a word in every phrase of `telling`."""
    imperatives: Phrases
    """What an instruction begins with, and what is said to a caller does not."""
    lead_in: Phrases
    """What may stand before the first imperative."""
    said_first: Plain
    """First words of a text that says something, which is most of them."""

    # --- stage directions: text/stage_directions, on folded text too
    noise: Phrases
    """Noises, pauses and faces: `[laughs]`."""
    manner: Phrases
    """How something is said: `[softly]`."""
    lasting: Phrases
    """How long it lasts: `[pause for 2 seconds]`."""
    short: Phrases
    """Adjectives of `noise`."""
    tone: Phrases
    """In which voice: `[in a warm tone]`."""
    waiting: Phrases
    """Waiting for somebody."""
    direction: Phrases
    """Between square brackets or stars, nothing else is written that begins like this."""

    # --- descriptions of outputs: text/choices, text/dates
    or_: Phrases
    """Words between the last two of several choices."""
    and_: Phrases
    """Words for `and`."""
    yes: Phrases
    """Answers to a question of yes or no."""
    unsure: Phrases
    """Those of `yes` that follow after a comma alone."""
    one_of: Phrases
    """Announces the only values: "one of"."""
    announcing: Phrases
    """What may stand between an announcement and the list."""
    may_be: Phrases
    """Announces values of one word each: "must be"."""
    for_example: Phrases
    """Announces examples, which are not all the values."""
    and_so_on: Phrases
    """Ends a list that is open: "etc."."""
    or_other: Phrases
    """After `or_`, ends a list that is open: "or other"."""
    no_value: Plain
    """Values that stand for none."""
    kind: Plain
    """Kinds of information, and persons: a list of them is not a list of values."""
    determiner: Plain
    """Words that begin a phrase, and not a value."""
    date_names: Plain
    """Words that name a date or time wherever a name ends with them: `start_date`."""
    date_endings: Plain
    """The same as ends of words: `lieferdatum`."""
    date_openings: Plain
    """Words that name a date or time wherever a name begins with them."""
    date_of: Plain
    """Words after which a name that begins with `date` is one: `date_of_birth`."""
    time_of: Plain
    """Words before `time` that make it a time of the day, and not a duration: `callback_time`."""
    done_at: Plain
    """Words before `at` that make it a time: `booked_at`."""
    not_date: Plain
    """Words that make something else of a date or time beside them."""
    date_goes_on: Phrases
    """How a description goes on after `date_heads`."""
    date_heads: Phrases
    """What describes a date or time."""
    date_end: Phrases
    """What stands behind `date_heads`."""
    date_article: Phrases
    """What may stand before `date_heads`."""
    date_topic: Phrases
    """What makes of a date only what a noun is about: "questions about the date"."""
    dates: Phrases
    """How the description of a date or time begins."""
    date_signs: Plain
    """One of these is in every description that `dates` matches."""
    no_date: Phrases
    """What begins the description of something else."""
    each: Phrases
    """Words that stand before each of several choices: "soit … soit"."""

    # --- words of text/lookalike and rules/prompt/repeated_section
    money: Phrases
    """Parts of names of amounts, before which `$` is as likely a dollar sign."""
    naming: Plain
    """Last words of the name of a name: `[CONTACT NAME]`."""
    repeated: Phrases
    """Headings that a prompt may have more than once."""
    always_repeated: Phrases
    """Those that it may have even where the sections are the same."""
