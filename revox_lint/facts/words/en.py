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
        hours services list website location role position industry
    """,
    bracketed="""
        pause wait silence break breath breathe sigh sighs laugh laughs laughter chuckle chuckles
        smile smiles whisper whispers cough gasp clears beep music end stop start begin hangup
        excited cheerful calm sad happy curious sarcastic yes no true false null none section
        example examples optional important note required mandatory critical accent tone
        sings cries yells shouts hums groans snorts gulps swallows exhales inhales sniffs
        applause angry clapping crying surprised frustrated annoyed tired nervous gunshot explosion
    """,
    at=r"(for|of|at|from|to|in)( the)?",
    before_gap=r"""
        (assistant|agent|receptionist|work*|speak*|behalf|welcome|located)( [\w'’-]+){0,4} <at>
        calling <at>, you are( [\w,'’-]+){0,8} (for|of|at|from), this is, named, is called, our
        (visit|contact) us (at|on)
        (name|number|address|website|company) is
    """,
    some="an?, some, any, something",
    before_mark=r"""
        says?, output, write, append, emit, return, send, use, print, include, trigger
        (add|tag|mark)(ged|ed)? ((it|this|them|the \w+) )?(as|with|by), status( is)?
        (reply|respond|answer|end|finish|start|begin|prefix)(s|ed)?( \w+){0,3} (with|by|in)
        token, keyword, code, flag, label, tags?, step, section, go( back)? to, skip to, see, mode
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
        ____ xxxx
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
    adverb="immediately, directly, straight, then, always",
    call=r"""
        ((the|this|that|any|all|these|every|such|an?|their) )?([\w-]+ )?calls?(?!['’]s|[ -]back)
    """,
    callers="""
        calls?, callers?, customers?, clients?, leads?, prospects?, patients?, users?, guests?
        person, conversation, tenants?, members?, buyers?, recipients?, contacts?, candidates?
    """,
    caller=r"""
        ((the|this|that|any|all|these|every|such|an?) )?([a-z][\w-]* )?<callers>
        them, him, her, you
    """,
    people="""
        human, person, agents?, representatives?, rep, colleagues?, specialists?, advis[oe]rs?
        consultants?, managers?, supervisors?, operators?, receptionists?, team, department, staff
        desk, experts?, technicians?, nurses?, doctors?, salespe*, counsel+ors?, coordinators?
        dispatchers?, someone, reception, support, sales, billing, hotline
    """,
    person=r"((an?|the|our|your|one of our|some|another|my) )?([\w-]+ ){0,2}?<people>",
    transfer="""
        transfer(s|ring)?, escalat(es?|ing)(?! (it|this|to (level|tier))), hand(s|ing)? (off|over)
    """,
    redirect="forward(s|ing)?, redirect(s|ing)?, (re)?rout(es?|ing)",
    connect="connect(s|ing)?, link(s|ing)?",
    hand="hand(s|ing)?, pass(es|ing)?",
    put="put(s|ting)?, patch(es|ing)?",
    onward="",
    offer="""
        offers?, initiate, make, do, perform, start, arrange, trigger, execute, attempt, propose
    """,
    transfers=r"""
        {<transfer>} (<adverb> )?<caller>(?!['’]s (?!call))
        {<transfer>} (<adverb> )?to <person>
        {<redirect>} (<adverb> )?<call>
        {<redirect>} (<adverb> )?<caller> ((over|through|on) )?to <person>
        {<connect>} <caller> (<adverb> )?(to|with) <person>
        {<put>} <caller> (<adverb> )?through
        {<hand>} <caller> ((off|over|on|along) )?to <person>
        <offer> (an?|the) ([\w-]+ )?{transfer}(?! (of|fee|money|fund))
        (if|when|once|whenever)\b[^.!?\n]{0,200},\s*((please|then) )?{transfer}(?=\s*([.!\n]|\Z))
        {transfer} to (?=[{][{])
        use ((the|your) )?[`'"]?{transfer}[`'"]? (tool|function|action)
        {transfer_?(the_)?call|transferCall|transfer_to_*|call_transfer}
    """,
    transfer_signs="""
        transfer, forward, redirect, rout, escalat, hand, connect, link, put, patch, pass
    """,
    mentions_transfer=r"""
        transfer, forward(s|ing)? ((the|this) |calls?|them), redirect, escalat, handoff
        hand(s|ing)?[ -]?(off|over)
        \b(hand|pass)(s|es|ing)? (\w+ ){1,3}(off|over|on|to)\b
        \bthrough to\b, (put|patch)(s|ting)? (\w+ ){1,3}through
        connect(s|ing)? (\w+ ){1,3}(to|with), \bhuman\b, live (agent|person), real person, colleague
        \brout(e|ing)\b, representative, (speak|talk)(s|ing)? (to|with) ((an?|the|our) |some|your )
    """,
    press="press",
    digit="""
        [0-9](?![0-9]), zero, one, two, three, four, five, six, seven, eight, nine, star, pound
        hash, [*], #
    """,
    key=r"""
        (the )?((key|number|digit|button|option) )?["'“‘`]?<digit>
    """,
    menu=r"IVRs?, phone (menus?|trees?), (automated|voice|telephone|call)[- ](\w+ )?menus?",
    key_presses=r"""
        {<press>} <key>
        {<press>} (the )?(correct|right|appropriate) (key|number|digit|button|option)
        {<press>} (the )?(corresponding|relevant|matching) (key|number|digit|button|option)
        {<press>} ((the|any) )?(keys|digits|buttons|phone keys)
        (send|use|enter|play|generate|transmit|dial) (the )?([\w-]+ )?{DTMF}
        {navigat(e|es|ing)} ((through|past) )?((an?|the|any|all) )?([\w-]+ )?<menu>
        (use|with|on) the {(dial|key)\s?pad} to (select|choose|enter|navigate)
    """,
    key_signs="press, dtmf, navigat, keypad, dial pad, dialpad, key pad",
    book="(?<!(the|our)[ ])(?<!a[ ])(?<!your[ ])(book|schedule|arrange), set up",
    no_thing=r"""
        (?![ -]?(reminder|notification|confirmation|alert|request|software|app|page|link|type)s?\b)
    """,
    meeting=r"""
        ((an?|the|their|your|this|that|his|her|any|new) )?((?!lunch|dinner)[\w-]+ ){0,2}?<meetings>
    """,
    meetings=r"""
        appointments?<no_thing>, meetings?<no_thing>, demos?, demonstrations?, visits?<no_thing>
        consultations?, slots?, viewings?, inspections?, sessions? with
        (\w+ )?calls?(?!\s?-?back)<no_thing>, interviews?, test drives?
    """,
    bookings=r"""
        {<book>} ((them|him|her|you|the \w+) )?((in )?for )?<meeting>
        (in|through|via|using|with|use|on) {Calendly}
    """,
    booking_signs="book, schedul, set up, arrange, calendly",
    taken_down=r"""
        call(s|ing)? ((them|you|the \w+) )?back, callback
        (will|to) (then )?(confirm|get back|contact|follow up), web\s?site, online, link, e-?mail
        by sms, preferred, preference, take ((down )?their|a) (?=\w), note (down )?(?=\w)
        write down, record (their|the), message, colleague, front desk, reception
    """,
    advice=r"""
        best (\w+ )?(is|would be) to, before( you| they| the \w+)?, by(?= pressing)
        (encourage|remind|recommend|suggest|urge|persuade|convince|direct|motivate) (\w+ ){1,4}to
        (recommend|suggest|advise)\w* (that )?(you|they)
        (asks|asked|asking|wonders?|to know)( (you|us))? (if|whether|how|when) (you|i|we|they|it)
    """,
    purpose="to",
    elsewhere=r"""
        (with|at|by) (their|his|her) (?!(home|house|place|address|office|site|property|prefer)\w*)
        (in|on|through|via|with) (the|our|your|their|an?) (app|application|software|portal|program)
        (with|at) your (own )?(doctor|physician|gp|dentist|vet|bank|dealer|garage|lawyer|mechanic)
    """,
    speaker="i, i['’]ll, i['’]m, i['’]d, we, we['’]ll, we['’]d, let me, let us, let['’]s",
    clause="if, when, whenever, once, unless, until, because, but, otherwise",
    negation="""
        not, never, cannot, can['’]?t, don['’]?t, doesn['’]t, won['’]t, mustn['’]t, shouldn['’]t
        isn['’]t, aren['’]t, without, unable, refuse, avoid, instead of, rather than, no, no longer
        impossible, forbidden, prohibited, neither, nor, asks? (you|the agent|us) to, asked to
        you used to, would normally, (is|are) (currently )?(disabled|unavailable|switched off)
    """,
    never="""
        forbidden, prohibited, (any|every)thing (but|except), avoid (phrases|saying)
        never, do not, don['’]t, must not, may not, cannot, can['’]t, should not
        (under )?no circumstances, not (allowed|able|permitted)
    """,
    but="but, instead, unless, otherwise, then, (?<!even[ ])(if|when)",
    wants=r"want(s|ed)?, wish(es)?, would like, asks, (they|\w+s) ask, requests?, prefers?",
    reminder=r"(don['’]t|do not|never) (forget|hesitate|fail) to",
    task=r"job, tasks?, goals?, role, purpose, objective, mission, dut(y|ies), responsibilit*, aim",
    agent=r"""
        (?<!(by|to)[ ])you, you['’]ll, i, i['’]ll, i['’]d, let me
        (the|this|an|your) (ai|assistant|bot)(?! can\b)
        the (voice |ai |virtual )?(agent|assistant(?! can\b))
        ((your|the|main) )?([\w-]+ )?<task>( is| are| include*)
        use ((the|your) )?([\w-]+ )?(tool|function)
        help(s|ing)? (?!(the |our )?(team|staff|colleague*)\b)(\w+ ){1,2}?(?=(to )?\Z|to )
    """,
    lead=r"""
        then, now, please, and, or, also, always, just, next, first, finally, lastly, instead
        only, can, could, may, might, must, should, will, shall, would, want, have, has, need, needs
        are, is, be, do, ready, prepared, able, allowed, going, here, there, to, in order, so
        so as, responsible, for, try, tries, offers?, make sure, that, sure, remember, feel free
        go ahead
        attempt, aim, the (ability|authority|option), proceed, continue, either, otherwise
        \w+ly(?! (can|will|may|must|should|could|would)\b)
        straight, \d+, step, needed, asked
        necessary, required, possible, requested, not, if, simply, still, ever, even, again, when
        prompted, which, use, \w+ing, it, help, must, used, at least, [a-z] instead
    """,
    setting=r"""
        (at|in|on|after|during|upon)( (the|that|this|such|an?))? \w+( (of|for)( the)? \w+)?
        (for|by|with|as)( (the|that|this|any|each|every|all|an?))? \w+( of( the)? \w+)?
    """,
    subject=r"""
        the, our, my, an?, their, his, her, its, some, most, all, every*, each, many, they, he
        she, it, we, who*, that, which, those, these, anyone, someone, nobody, dr, mr, mrs, ms
        callers?, customers?, patients?, clients?, people, nurses, doctors, users?, \w+ists
        your [\w-]+ helps?, colleagues, teams?, staff, dispatchers, operators, managers
    """,
    joint="and, then",
    third=r"\w*[^\Ws]s( off| over)?",
    governs="",
    in_writing=r"(by|per|via) (e-?mail|text|sms|post|mail|fax|chat)",
    to_agent=r"(\w+ )?to you",
    third_person="""
        callers?, customers?, clients?, users?, contacts?, person(?! in), people, prospects?
        patients?, guest, leads?, recipients?, callee, candidates?, members?, tenant, owner
        homeowners?, driver, subscribers?, applicants?, visitor, buyer, seller
        student, parent, employee
    """,
    not_third_person="""
        service, support, care, success, relations, area, portal, satisfaction, experience
        of (this|that), (in front|behind|next to|ahead)
    """,
    the_caller=r"""
        (the|each|every|all|any) ((?!prev|next)[a-z]+ )?<third_person>\b(?![ -]<not_third_person>)
        your (caller|customer|client|user|prospect|patient|guest|lead)\b(?![ -]<not_third_person>)
        <third_person>\b(?![ -]<not_third_person>)
        (them|him|her)\b, [{]+[^{}]*[}]+
    """,
    addressed=r"""
        me, my, please, yes or no, (have|bring|keep|hold) your, speak (up|slowly|clearly)[.,!]
        us, our(?! (company|business|agency|practice|clinic|team|service|name)\b)
        we(?! (are|call)\b)
        at the (?!(beginning|start|end|moment)\b)\w+, sent you, you have a, (front )?desk, counter
        reception, gate, door, entrance, booth, lobby, hall, website, app, letter
        (the|a) (tone|beep|signal), when you (arrive|come|call|visit|get), by pressing
        press(ing)? \w+
        percent, %, voucher, discount, free, tip, spring, summer, autumn, fall, winter, season
        new year
        your(?! (<ours>)), (get|earn|save|win) \w+, friends, family
        (guard|driver|doctor|manager|police)
        booth, is that (right|correct)
    """,
    sure_caller=r"""
        (?<!our[ ])(caller|customer|client|user|prospect|callee)s?\b(?![ -]<not_third_person>)
        (their|his|her) ([a-z]+ )?(name|number|order|date)\b, how (you can|to|i can) help
        introduce yourself and ask, ask them (if|whether|for|what|how)\b
        (greet|ask|tell|thank|remind|inform) [{]
        you (are|['’]re) (calling|an ai|a virtual)
    """,
    whom=r"""
        <the_caller>, [a-z]+ly\b, (and|in|by|with an?|using|everyone|whoever|first)\b, [.!,]?\Z
    """,
    oneself=r"""
        \s*[.!,;:]?\Z, \s*[,;:] (?!sir|madam)
        \s+(and|as|briefly|politely|warmly|clearly|first|by name|using|then)\b
        \s+to <the_caller>
        \s+(with (your|the) name|in (english|french|german|spanish)|before|when|once)\b
        \s+(&|in an? [a-z]+ (way|manner|tone))
    """,
    opener="""
        greeting, introduction, opening, intro, sentence, welcome, opener, tone, pitch, icebreaker
    """,
    asked=r"""
        ([a-z]+ )?(names?|number|id|reason|date|time|order|e-?mail|address|details|topic)
        (caller|customer|client|user|patient|person|guest)['’]s
    """,
    leaving=r"""
        saying, asking, explaining, that, to, in which
    """,
    ours=r"""
        (own|caller|customer|client|user|prospect|patient|guest|lead)s?\b, first
        (last|full) name\b, name\b(?! (after|at))
        company, role, agency, business, clinic, practice, team, assistant, voice, tone, call
        answer, sentence, opening, greeting, response, message, language, instruction, goal, task
        job, objective, introduction, style, reply, replies, purpose, reason for
    """,
    say="""
        greet, introduce, ask, say, tell, welcome, explain, inform, thank, present, start, begin
        open, mention, confirm, offer, wish, apologi[sz]e, speak, respond
    """,
    brief="""
        short, brief, warm, friendly, polite, professional, quick, simple, natural
        personali[sz]ed, cheerful, formal, casual
    """,
    telling=r"""
        (greet|ask|tell|inform|remind|thank) <the_caller>
        (invite|notify|address|reassure|alert|warn) <the_caller>
        welcome ((the|your|each|every|all|any) ([a-z]+ )?<third_person>|them|him|her)\b
        (congratulate|offer|let|wish|explain to|apologi[sz]e to) <the_caller>
        (confirm with|check with|say to|verify with|engage|approach|acknowledge) <the_caller>
        (say (hello|hi|good(bye| morning| afternoon| evening)) to) <the_caller>
        introduce yourself to <the_caller>
        (speak (to|with)|wait for|respond to) <the_caller>
    """,
    telling_verbs="""
        greet ask tell inform remind thank welcome invite notify address reassure alert warn
        congratulate offer let wish explain apologi confirm check say verify engage approach
        acknowledge introduce speak wait respond
    """,
    imperatives=r"""
        greet <whom>, greet,\s(introduce|ask|say|thank|offer)\b
        introduce (yourself|itself)<oneself>
        introduce (the|our|your) (company|business|agency|practice|clinic|service|name)
        introduce (the|our|your) team(?! to\b)
        [a-z]+ly,? (and [a-z]+ly )?<say>\b(?! (yes|no)\b)
        ask (if|whether|who|permission)\b
        ask (politely|for (their|his|her|permission)|for the <asked>)\b
        ask (to (speak|talk)|how (they|he|she|you can|you may|i can)|what (they|the))\b
        say (hello|hi|hey|good (morning|afternoon|evening|day))\b(?! to\b)
        say (something|that (you|we|nobody|no one)|who you|your name|you are|you're)\b
        say (goodbye|bye)[.!]?\Z, say (goodbye|bye) (politely|and (end|hang))\b
        apologi[sz]e( briefly| politely)? and\b
        leave (a|an) [^.!?]{0,30}(message|voicemail) <leaving>
        say in (english|french|german|spanish)\b
        (start|begin|open) by (greet|introduc|say|ask|thank|welcom|tell|explain|stat|confirm)ing\b
        (start|begin|open) by (present|wish|verify|check|identify|mention|apologi[sz])ing\b
        (start|begin|open) with [^.!?]{0,40}(greeting|intro*|hello|name|question|welcome|thank*)\b
        (start|begin|open) (the|this|each|every|your) (call|conversation)\b(?! (log|again|list))
        (generate|produce|create|compose) (an?|the|your|them an?) ([a-z-]+,? ){0,4}<opener>\b
        (craft|deliver|write|use|give) (an?|the|your|them an?) ([a-z-]+,? ){0,4}<opener>\b
        (make|provide|improvise|offer) (an?|the|your|them an?) ([a-z-]+,? ){0,4}<opener>\b
        (mention|explain|announce|state|specify) that (you|we)('re| are| call| work)\b
        (mention|explain|announce|state|specify) (who you|why you)\b
        (explain|mention) the (company name|(reason|purpose|goal) (of|for))\b
        identify yourself as\b(?! (an?|our) (customer|guest|client|member))
        present yourself<oneself>, make sure (to|you)\b, be sure to\b
        (confirm|verify|check) (that )?you('re| are) (speaking|talking)\b
        wait (for|until) (the <third_person>\b|they|someone|a (response|reply)\b)
        (be|stay|sound|remain|keep it) (friendly|polite|warm|professional|brief)\b
        (be|stay|sound|remain|keep it) (short|concise|cheerful|natural|upbeat)\b
        (answer|respond) (the (call|phone)|with|to the)\b
        speak (in (english|french|german|spanish|an?)|slowly|clearly)\b
        read (out )?(the|this) (following|script|disclaimer|message|text)\b
        (the )?(agent|assistant|ai|bot) (should|must|will|has to|needs to|greets?)\b
        (the )?(agent|assistant|ai|bot) (introduces?|says?|asks?|starts?|opens?|begins?)\b
        you (should|must|need to|have to|are to) ([a-z]+ly )?<say>\b
        (your|the) (first sentence|opening|greeting|introduction) (should|must)\b(?! be \w+ed\b)
        you are (\w+,\s)?(an?|the) ([\w'-]+ ){0,5}?(assistant|agent|receptionist)\b
        you are (\w+,\s)?(an?|the) ([\w'-]+ ){0,5}?(bot|representative|secretary)\b
        (if|when) (the <third_person>\b|they)[^.!?]{0,80}?,? (then )?([a-z]+ly )?<say>\b
        (once|as soon as|after) the <third_person>\b[^.!?]{0,80}?,? (then )?([a-z]+ly )?<say>\b
        (once|as soon as|after) they (answer|pick|speak|respond)[^.!?]{0,80}?,? (then )?<say>\b
        (if|when) (someone (answers|picks)|the call)[^.!?]{0,80}?,? (then )?([a-z]+ly )?<say>\b
        (once|as soon as|after) someone[^.!?]{0,80}?,? (then )?([a-z]+ly )?<say>\b
        (once|as soon as|after) the (call|phone)[^.!?]{0,80}?,? (then )?([a-z]+ly )?<say>\b
        (an? |the )?(<brief>,? (and )?)+(greeting|introduction|intro)\b
        (an? |the )?(<brief>,? (and )?)+(opening|opener|welcome message)\b
    """,
    lead_in="""
        instructions?, note, first, please, then, now, in (english|french|german|spanish)
        in an? [a-z -]{2,40} (tone|voice|manner|way)
    """,
    said_first="hello hi hey good thanks yes dear sorry i i'm it's this my we me",
    noise="""
        pauses?, pausing, beat, silence, breath, breathes( in| out| deeply)?, breathing, sighs?
        sighing, laughs?, laughing, laughter, chuckles?, chuckling, giggles?, giggling, smiles?
        smiling, coughs?, coughing
        (clears?|clearing) ((his|her|their|your|its) )?throat
        inhales?, exhales?, gasps?, whispers?, whispering, yawns?, waits?, waiting, listens?
        nods?, nodding, takes? a (deep )?breath, deep breath, typing( sounds?)?, hangs? up
        with a smile, beep, tone, music, ring(s|ing)?
    """,
    manner="""
        soft(ly)?, warmly, cheerfully, cheerily, quietly, slowly, politely, excitedly
        enthusiastically, happily, sadly, gently, calmly, seriously, sarcastically, nervously
        brightly, lightly, briefly
    """,
    lasting=r"""
        ((for|of) )?(\d+([.,]\d+)?|an?|one|two|three|a few)(\s?(m?s|(sec|second|moment|beat)s?))?
    """,
    short="short, long, brief, slight, small, dramatic, quick, soft, light, deep, nervous",
    tone="(in|with) an? [a-z -]{2,40} (tone|voice), [a-z-]+ (tone|voice)",
    waiting=r"""
        (waits?|pauses?|waiting) (here )?(for|until|to) .{0,40}\b(response|answer)\b.{0,20}
        (waits?|pauses?|waiting) (here )?(for|until|to) .{0,40}\b(reply|caller|customer)\b.{0,20}
        (pausing|stops?|listens?) (here )?(for|until|to) .{0,40}\b(response|answer)\b.{0,20}
        (pausing|stops?|listens?) (here )?(for|until|to) .{0,40}\b(reply|caller|customer)\b.{0,20}
        (waits?|pauses?|waiting) (here )?(for|until|to) .{0,40}\b(client|user)\b.{0,20}
        (waits?|pauses?|waiting) (here )?(for|until|to) .{0,40}\b(person|them|they)\b.{0,20}
        (pausing|stops?|listens?) (here )?(for|until|to) .{0,40}\b(client|user)\b.{0,20}
        (pausing|stops?|listens?) (here )?(for|until|to) .{0,40}\b(person|them|they)\b.{0,20}
    """,
    direction="""
        sounds? of, pauses?, sighs?, laughs?, chuckles?, smiles?, smiling, whispers?, speaks?
        speaking, says?, waits?, waiting, listens?, clears?, hangs? up, end (the )?call
        transfer(s|ring)? (the )?call, play(s|ing)?(?= ), nods?, inhales?, exhales?, takes? a
        excited, cheerful, friendly, happy, warm, calm
    """,
    or_="or",
    and_="and",
    yes="yes, no, maybe, unknown, true, false, y, n, unsure, not sure, unclear",
    unsure="maybe, unknown, unsure, unclear, not sure",
    one_of=r"""
        one of
        (possible|allowed|valid|accepted|permitted) (values|options|choices|answers)
        (options|choices|values|enum)(?=\s*:)
    """,
    announcing="the following, these, this list, values?, options?, choices?, are, is",
    may_be="""
        (can|must|should|may|will|to)( only)? be, either, is either, answer with, rate as
        classify as
    """,
    for_example=r"e\.\s?g, for example, for instance, such as, like, including, examples?",
    and_so_on="etc, and so on, et cetera, and more, among others",
    or_other="similar, other, another, anything, something",
    no_value="null none empty blank nothing n/a omitted",
    kind="""
        email e-mail phone telephone mobile name surname address date time number city country
        company url sms id zip postcode she he they him her his their one more less it
    """,
    determiner="the a an his her their its your my our which what how if when whether",
    date_names="date datetime timestamp birthday birthdate dob deadline",
    date_endings="",
    date_openings="",
    date_of="of and time birth from until start end",
    time_of="""
        appointment callback call meeting arrival departure pickup start end delivery booking
        reservation visit scheduled preferred requested desired checkin checkout demo interview
        best due back in out up off and exact opening closing slot date
    """,
    done_at="scheduled booked called created starts ends due born",
    not_date="""
        format range zone zones timezone type count flexibility reason window period change
        confirmed known ok works status note notes preference preferences of_day flexible slots
        pattern name changed agreed valid accepted given missing available requested idea ideas
        night
    """,
    date_goes_on="""
        and, or, of, for, when, on, at, that, which, in, as, by, to, the, until, from, if, with
        requested, agreed, chosen, given, mentioned, proposed, preferred, they, he, she, is
    """,
    date_heads=r"""
        dates? and times?, date, datetime, timestamp, birthday, birthdate, date of birth
        (appointment|callback|call-back|call|meeting|arrival|departure|pick-?up|start|end) time
        (delivery|booking|reservation|visit|preferred|requested|scheduled) time
        time(?=\s+of\s+(?!day))
    """,
    date_end=r"(?=\s*([.,;:()\n–—/]|$|\b<date_goes_on>\b))",
    date_article="the, an?, this is the, exact, full, (extract|get|capture) the",
    date_topic="about, on, why, whether, if",
    dates=r"""
        (<date_article> )?(?!\w+s? <date_topic>\b)([\w'’-]+ ){0,4}?<date_heads><date_end>
    """,
    date_signs="dat tim birth",
    no_date="""
        notes?, reason, summary, comment, details, whether, if, why, how, number, name, format
    """,
    each="",
    money="price, amount, cost, total, fee, balance, budget, salary, value, rate",
    naming="name",
    repeated="""
        (good |bad |full |sample |counter)?examples?, notes?, ai, you, step, if yes, if no, yes, no
        option, script, good, bad, do, don'?ts?, input, output, tool, goal, objective
        when to use, how to use, parameters
        instructions
    """,
    always_repeated="""
        (good |bad |full |sample )?examples?, user, caller, agent, assistant, customer, human
        question, answer, dialog(ue)?, scenario, conversation, (use )?case, situation, response
        objection
    """,
    opening="""
        greet, introduce yourself, opening, opener, first (sentence|words|message|line)
        (start|begin|open) ((the|each|every|your) (call|conversation)s?|by|with)
    """,
    before_pound="""
        press, dial, hit, push, enter, then, the, number, key, and, or, room, extension, line
    """,
)
