"""English inflection for matching: the forms in which a word or a phrase of a guide turns up in copy."""

from __future__ import annotations

import re
from functools import lru_cache

from copykit.text.wordset import word_set

# base: past, participle (the same where only one is given).
_VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown
break broke broken|breed bred|bring brought|broadcast broadcast|build built|burn burnt burned
burst burst|buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came come
cost cost|creep crept|cut cut|deal dealt|dig dug|do did done|draw drew drawn|dream dreamt dreamed
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought
find found|fit fit fitted|flee fled|fling flung|fly flew flown|forbid forbade forbidden
forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown
hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known
lay laid|lead led|lean leant leaned|leap leapt leaped|learn learnt learned|leave left|lend lent
let let|lie lay lain|light lit lighted|lose lost|make made|mean meant|meet met
mistake mistook mistaken|offset offset|outdo outdid outdone|outgrow outgrew outgrown|outsell outsold
overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|pay paid
prove proved proven|put put|quit quit|read read|rebuild rebuilt|redo redid redone|resell resold
reset reset|rethink rethought|rewrite rewrote rewritten|rid rid|ride rode ridden|ring rang rung
rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set
sew sewed sewn|shake shook shaken|shed shed|shine shone shined|shoot shot|show showed shown
shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid
sling slung|smell smelt smelled|sow sowed sown|speak spoke spoken|speed sped|spell spelt spelled
spend spent|spill spilt spilled|spin spun|split split|spoil spoilt spoiled|spread spread
spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|stride strode
strike struck stricken|string strung|strive strove striven|swear swore sworn|sweep swept
swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|thrust thrust|undergo underwent undergone|understand understood
undertake undertook undertaken|undo undid undone|uphold upheld|upset upset|wake woke woken
wear wore worn|weave wove woven|win won|wind wound|withdraw withdrew withdrawn|withhold withheld
withstand withstood|wring wrung|write wrote written
"""
_NOUNS = """
analysis analyses|axis axes|basis bases|child children|crisis crises|criterion criteria
curriculum curricula|datum data|die dice|elf elves|foot feet|goose geese|half halves
hypothesis hypotheses|index indices indexes|knife knives|leaf leaves|life lives|loaf loaves
louse lice|man men|matrix matrices|medium media|memo memos|mouse mice|ox oxen|person people persons
phenomenon phenomena|quiz quizzes|thought thoughts|bit bits|shot shots|rose roses|given givens
scarf scarves|self selves|shelf shelves|synopsis synopses|thesis theses|thief thieves|tooth teeth
vertex vertices|wife wives|wolf wolves|woman women|demo demos|photo photos|logo logos|promo promos
video videos|hero heroes|echo echoes|potato potatoes|tomato tomatoes|veto vetoes|bus buses|gas gases
plus pluses|focus focuses|bonus bonuses|status statuses
aquarium aquariums aquaria|stadium stadiums stadia|terrarium terrariums terraria|podium podiums podia
gymnasium gymnasiums gymnasia|symposium symposiums symposia|millennium millenniums millennia
memorandum memorandums memoranda|referendum referendums referenda|bacterium bacteria|stratum strata
cactus cactuses cacti|fungus funguses fungi|radius radii|nucleus nuclei|alumnus alumni|stimulus stimuli
syllabus syllabuses syllabi|terminus terminuses termini|octopus octopuses octopi|hippopotamus hippopotamuses
appendix appendixes appendices|antenna antennas antennae|formula formulas formulae|larva larvae
vertebra vertebrae|parenthesis parentheses|oasis oases|diagnosis diagnoses|emphasis emphases
prognosis prognoses|ellipsis ellipses|calf calves|hoof hooves hoofs|dwarf dwarves dwarfs|sheep sheep
deer deer|fish fish fishes|salmon salmon|aircraft aircraft|bureau bureaus bureaux|plateau plateaus plateaux
gateau gateaux|tableau tableaus tableaux|cargo cargoes cargos|mango mangoes mangos|volcano volcanoes volcanos
tornado tornadoes tornados|mosquito mosquitoes|torpedo torpedoes|buffalo buffaloes buffalo
motto mottoes mottos|domino dominoes|zero zeros zeroes|embargo embargoes
"""
_GRADED = word_set(
    "big bold brave brief bright broad busy calm cheap clean clear close cold cool costly deep dirty"
    " early easy fair fast fat few fine firm free fresh friendly full funny fussy good great green happy"
    " hard healthy heavy high hot huge keen kind large late lazy light likely long loud low lucky mad"
    " mean near neat new nice noisy old plain poor pretty pricey quick quiet rare rich ripe risky rough"
    " sad safe scary sharp short shy simple slim slow small smart smooth soft soon sore spicy steady"
    " steep strict strong sunny sure sweet tall tasty thick thin tidy tight tiny tough true ugly warm"
    " weak wealthy weird wide wild wise young able black bland blank bleak blind blond blue blunt brash"
    " brisk brown clever coarse crass crisp crude cruel cute damp dark deaf dear dense dim dour drab drunk"
    " dry dull dumb faint false feeble fierce flat fond foul frail frank gaunt gay gentle glib glum"
    " grand grave gray grey grim gross gruff handsome harsh hip hoarse hollow hot humble idle keen lame"
    " lax lean limp loose lush meek mellow mild moist mute naive narrow noble numb odd pale pink plump"
    " plush polite posh proud prim pure rash raw red remote rude sane scarce severe shallow sheer shrewd"
    " sick simple sincere slack sleek slick slight sly smug snug sober sparse spry squat staid stale stark"
    " stern stiff stout strange subtle suave supple swift tame tart taut tense terse trim vague vain vast"
    " vile white yellow"
)
# Verbs and nouns in -y of which -ier is another word.
_CARRIES = word_set(
    "carry copy courtesy deny espy marry occupy pacy query rally rely ferry tarry bully levy study bury vary"
    " hurry worry party penny"
)
_IRREGULAR_GRADES = {
    "good": ("better", "best"),
    "bad": ("worse", "worst"),
    "far": ("farther", "farthest", "further", "furthest"),
}
_FIXED = word_set(
    "a an the and or but nor so yet if than as at by for from in into of off on onto out over per to"
    " under up upon via with without within about after against along among around before behind below"
    " beneath beside between beyond down during except inside near outside since through throughout till"
    " toward towards until i me my mine we us our ours you your yours he him his she her hers it its"
    " they them their theirs this that these those who whom whose which what where when why how all any"
    " both each every either neither no not none only same such too very most more much many few some"
    " other another can could may might must shall should will would am is are was were been being be"
    " one two three four five six seven eight nine ten first second third etc"
)
_BASE_ING = word_set(
    "bring sing thing king string spring ring wing swing sling cling fling sting wring bling ping ding zing"
)
_BASE_ED = word_set("bed bid embed fed led red shed shred sled wed hundred biped kindred naked sacred wicked")
_FINAL_STRESS = word_set(
    "abet abhor acquit admit allot annul appal begin commit compel concur confer control corral debug"
    " defer deter dispel embed emit enrol equip excel expel extol forget format handicap incur infer"
    " input kidnap occur offset omit outfit output patrol permit prefer program propel rebel rebut recap"
    " recur refer regret remit reset submit transfer transmit unplug unsubscribe unzip upset worship"
    " zigzag"
)
# Words in -s that are no plurals.
_NO_PLURAL = word_set(
    "anything everything nothing something across afterwards always besides does goes has james means"
    " news nowadays ourselves overseas perhaps series sometimes species themselves this thus towards was"
    " yes yourselves whereas"
)
_NO_ADVERB = word_set(
    "ally anomaly apply assembly belly bully butterfly comply family fly imply jelly july monopoly"
    " multiply rally rely reply supply tally"
)
_DOUBLE_L = word_set(
    "befall install forestall recall reinstall appall uninstall refill overspill oversell resell retell"
)
# Stems that have lost an e before -ed or -ing, told by their last letters: "provid", "enabl", "pursu".
_DROPS_E = re.compile(
    r"(?:[bcdfgkptz]l|[cvz]|u|qu|[lrnd]g|(?<![aeiou])[aeiou]g|[aeiounlrp]s|(?<![aeiou])[aiou]d|(?<![aeiou])in"
    r"|(?<![aeiou])(?:at|ut|ot)|[iu]at|creat|lineat|(?<![aeiou])[aiu]r|quir|(?:st|pl|gn|sc)or|(?<![aeiou])[auo]m"
    r"|(?<![aeiou])[iu]l|yp|[sc]hap|scap|(?<![aeiou])[aio]k|(?<![aeiou])[cp]ed|uad|guid|scrib|[rn]ven|[wpt]ast"
    r"|(?:l|pl|comp|del|excr|obsol)et|(?:exc|inv|un|ign|rec|wr)it|nterfer|adher|[aeiou]th)\Z"
)
_KEEPS_NO_E = word_set(
    "accustom author belong bias bring combat custom debut echo edit focus format hang long monitor"
    " obtain pilot pivot random target vector"
)
_VOWELS = "aeiou"


def _read(table: str) -> dict[str, tuple[str, ...]]:
    rows = (row.split() for line in table.split("\n") for row in line.split("|"))
    return {row[0]: tuple(row[1:]) for row in rows if row}


_PASTS = _read(_VERBS)
_PLURALS = _read(_NOUNS)
_BASES = {form: base for table in (_PASTS, _PLURALS) for base, forms in table.items() for form in forms}


# How nouns end that are made of one with a plural of its own: "midwife", "bookshelf".
_ENDINGS = (
    ("person", "people"), ("child", "children"), ("life", "lives"), ("shelf", "shelves"), ("wife", "wives"),
    ("knife", "knives"), ("leaf", "leaves"), ("loaf", "loaves"), ("wolf", "wolves"), ("thief", "thieves"),
    ("tooth", "teeth"), ("foot", "feet"), ("mouse", "mice"),
)  # fmt: skip
_MANY_ENDINGS = tuple(many for _, many in _ENDINGS)


def plurals(noun: str) -> tuple[str, ...]:
    """The plural of a noun in lower case; more than one where two are in use."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if len(noun) > 4 and noun.endswith(("woman", "man")) and not noun.endswith(("human", "german", "roman")):
        return (noun[:-2] + "en",)
    for ending, many in _ENDINGS:
        if len(noun) > len(ending) and noun.endswith(ending):
            return (noun[: -len(ending)] + many,)
    return (_third_person(noun),)


def _third_person(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        doubled = word.endswith("z") and not word.endswith("zz") and _one_short_syllable(word)
        return word + ("zes" if doubled else "es")
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith("o") and word in ("do", "go", "undo", "redo", "undergo", "outdo", "forgo"):
        return word + "es"
    return word + "s"


def _one_short_syllable(word: str) -> bool:
    return bool(re.fullmatch(r"(?:[^aeiou]*|[^aeiou]*qu)[aeiouy][^aeiouwxy]", word))


def _verb_stems(verb: str) -> tuple[str, ...]:
    """What -ed and -ing are put to."""
    if len(verb) < 3 or verb[-1] in _VOWELS:
        return (verb,)
    if verb in ("benefit", "combat", "bias"):
        return (verb, verb + verb[-1])
    if verb in _FINAL_STRESS or _one_short_syllable(verb):
        return (verb + verb[-1],)
    if verb.endswith("c"):
        return (verb, verb + "k")
    if verb[-1] in "lpsm" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        # British "travelled", American "traveled"; "focussed", "programmed".
        return (verb, verb + verb[-1])
    return (verb,)


def irregular_pasts(verb: str) -> tuple[str, ...]:
    """Past and participle of an irregular verb, or the one that is both; nothing for a regular one."""
    return tuple(_PASTS.get(verb, ()))


_PAST_FORMS = frozenset(form for base, forms in _PASTS.items() for form in forms if form != base)


def is_past(word: str) -> bool:
    """Whether a word in small letters looks like a verb's past or participle: "came", "packed"."""
    return word.endswith("ed") or word in _PAST_FORMS


def verb_forms(verb: str) -> frozenset[str]:
    """All forms of a verb given in its base form, in lower case."""
    if verb == "be":
        return word_set("be am is are was were been being")
    forms = {verb, "has" if verb == "have" else _third_person(verb)}
    irregular = _PASTS.get(verb)
    for stem in _verb_stems(verb):
        if stem.endswith("ie"):
            past, present = stem + "d", stem[:-2] + "ying"
        elif stem.endswith("e"):
            past = stem + "d"
            present = (stem if stem.endswith(("ee", "oe", "ye")) else stem[:-1]) + "ing"
        elif stem.endswith("y") and stem[-2:-1] not in _VOWELS:
            past, present = stem[:-1] + "ied", stem + "ing"
        else:
            past, present = stem + "ed", stem + "ing"
        forms.add(present)
        if irregular is None:
            forms.add(past)
    return frozenset(forms.union(irregular or ()))


def _grades(adjective: str) -> tuple[str, ...]:
    if adjective in _IRREGULAR_GRADES:
        return _IRREGULAR_GRADES[adjective]
    if adjective not in _GRADED and not _grades_in_y(adjective):
        return ()
    if adjective.endswith("e"):
        return (adjective + "r", adjective + "st")
    if adjective.endswith("y") and adjective[-2] not in _VOWELS:
        return (adjective[:-1] + "ier", adjective[:-1] + "iest")
    stem = adjective + adjective[-1] if _one_short_syllable(adjective) else adjective
    return (stem + "er", stem + "est")


def _grades_in_y(word: str) -> bool:
    """Whether a word in -y is one that would be compared if it is an adjective: "savvy", not "carry"."""
    return (
        len(word) > 3
        and word.endswith("y")
        and word[-2] not in _VOWELS
        and not word.endswith(("fy", "ply", "ity"))
        and word not in _CARRIES
        and len(re.findall("[aeiouy]+", word)) == 2
    )


@lru_cache(maxsize=8192)
def forms(word: str) -> frozenset[str]:
    """The forms in which a word may turn up, itself among them, all in lower case.

    A base form gives its plural, its verb forms and, for common adjectives, its comparison: "utilize" →
    utilizes, utilized, utilizing. A word that is given inflected stands for itself, so that a rule against
    "leading" leaves "lead" alone; only "-ing" has a plural ("learning", "learnings"). Function words,
    numbers and words of one letter have no forms. Possessives are the finder's matter.
    """
    lower = word.lower().replace("’", "'")
    if not lower.isalpha() or len(lower) < 2 or lower in _FIXED:
        return frozenset((lower,))
    if word[1:] != word[1:].lower():
        # Acronyms and names spelled in their own way: KPIs, but not KPIed.
        return frozenset((lower, lower + "s"))
    if lower in _BASES and lower not in _PASTS and lower not in _PLURALS:
        return frozenset((lower,))
    if lower.endswith("ing") and len(lower) > 4 and lower not in _BASE_ING:
        return frozenset((lower, lower + "s"))
    if lower.endswith("ed") and not lower.endswith("eed") and lower not in _BASE_ED and len(lower) > 3:
        return frozenset((lower,))
    if (
        lower.endswith("s")
        and not lower.endswith(("ss", "us", "is", "as"))
        and lower not in _PLURALS
        and len(lower) > 3
    ):
        return frozenset((lower,))
    if lower.endswith("ly") and len(lower) > 4 and lower not in _NO_ADVERB:
        return frozenset((lower, *_grades(lower)))
    if word[0].isupper() and lower not in _PASTS:
        return frozenset((lower, *plurals(lower)))
    return verb_forms(lower).union(plurals(lower), _grades(lower))


def bases(word: str) -> tuple[str, ...]:
    """What a word may be a form of, the likeliest first; the word itself when it is no inflected form.

    Without a dictionary some of the second guesses are no words ("schedul"); they match nothing and do
    no harm.
    """
    lower = word.lower().replace("’", "'").removesuffix("'s")
    if lower in _BASES:
        return (_BASES[lower],)
    if lower in _FIXED or lower in _NO_PLURAL or not lower.isalpha():
        return (lower,)
    if lower.endswith("ing") and len(lower) > 4 and lower not in _BASE_ING and _has_vowel(lower[:-3]):
        return _from_stem(lower[:-3])
    if lower.endswith("ied") and len(lower) > 4:
        return (lower[:-3] + "y",)
    if lower.endswith("ed") and len(lower) > 3 and lower not in _BASE_ED and _has_vowel(lower[:-2]):
        if not lower.endswith("eed"):
            return _from_stem(lower[:-2])
        return (
            (lower[:-1],) if lower in ("agreed", "freed", "guaranteed", "disagreed", "refereed") else (lower,)
        )
    if lower.endswith("ies") and len(lower) > 4:
        return (lower[:-3] + "y", lower[:-1])
    if lower.endswith(("women", "smen", "cemen", "remen")):
        return (lower[:-2] + "an",)
    if lower.endswith(_MANY_ENDINGS):
        for ending, many in _ENDINGS:
            if lower.endswith(many):
                return (lower[: -len(many)] + ending,)
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return (lower[:-2], lower[:-1])
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is", "as", "ics")) and len(lower) > 3:
        return (lower[:-1],)
    return (lower,)


def _has_vowel(stem: str) -> bool:
    return any(letter in "aeiouy" for letter in stem)


def _from_stem(stem: str) -> tuple[str, ...]:
    """The verb of which -ed or -ing left this stem."""
    if stem[-1] == stem[-2:-1] and stem[-1] not in _VOWELS:
        single = stem[:-1]
        # "calling" is call and "expressing" express, but "planning" is plan and "cancelling" cancel.
        syllables = len(re.findall("[aeiouy]+", stem))
        kept = stem[-1] in "sfz" or (stem[-1] == "l" and (syllables < 2 or stem in _DOUBLE_L))
        return (stem, single) if kept else (single, stem)
    if _one_short_syllable(stem):
        # "hoping" is hope: hop would have doubled.
        return (stem + "e", stem)
    return (stem + "e", stem) if _DROPS_E.search(stem) and stem not in _KEEPS_NO_E else (stem, stem + "e")


def related_forms(word: str) -> frozenset[str]:
    """The forms of a word and of whatever it may itself be a form of: "scheduling" → schedule, scheduled."""
    return forms(word).union(*(forms(base) for base in bases(word)))


# American and British words that no rule tells; each with its plural or its forms.
_PAIRS = """
gray grey|tire tyre|mold mould|plow plough|jewelry jewellery|aluminum aluminium|pajamas pyjamas
program programme|license licence|practice practise|defense defence|offense offence|pretense pretence
curb kerb|skeptic sceptic|skeptical sceptical|artifact artefact|mustache moustache|donut doughnut
yogurt yoghurt|whiskey whisky|cozy cosy|disk disc|draft draught|enroll enrol|enrollment enrolment
fulfill fulfil|fulfillment fulfilment|installment instalment|skillful skilful|woolen woollen|ax axe
maneuver manoeuvre|pediatric paediatric|orthopedic orthopaedic|anesthetic anaesthetic|fetal foetal
encyclopedia encyclopaedia|archeology archaeology|aging ageing|acknowledgment acknowledgement
judgment judgement|airplane aeroplane|molding moulding|caliber calibre|specialty speciality
"""
_SPELLINGS = (
    (re.compile(r"([a-z]{2,})([iy])([sz])(e|ed|es|ing|er|ers|ation|ations)$"), "sz"),
    (re.compile(r"([a-z]*[aeiouy][a-z]*[^aeiou\W][aeiou])(l{1,2})(ed|er|ers|ing|ings|or|ors|ous)$"), "ll"),
    (
        re.compile(
            r"([a-z]*(?:col|fav|flav|hon|lab|behavi|neighb|hum|rum|harb|arm|vig|endeav|rig|sav))(ou?r)([a-z]*)$"
        ),
        "or",
    ),
    (re.compile(r"([a-z]*(?:cent|met|lit|fib|theat|calib))(re|er)(s?)$"), "re"),
    (re.compile(r"([a-z]*(?:catal|dial|anal))(ogue|og)(s?)$"), "og"),
)


_TWINS = {
    one: tuple(other for other in pair if other != one)
    for pair in (row.split() for line in _PAIRS.split("\n") for row in line.split("|"))
    for one in pair
}


def spellings(word: str) -> frozenset[str]:
    """A word in its American and British spellings, as far as rules tell; itself among them."""
    found = {word, *_TWINS.get(word, ())}
    if word.endswith("s"):
        found |= {f"{twin}s" for twin in _TWINS.get(word[:-1], ())}
    for pattern, kind in _SPELLINGS:
        match = pattern.fullmatch(word)
        if not match:
            continue
        head, *_, tail = match.groups()
        if kind == "sz":
            found |= {f"{head}{match.group(2)}{letter}{tail}" for letter in "sz"}
        elif kind == "ll":
            found |= {f"{head}{letters}{tail}" for letters in ("l", "ll")}
        elif kind == "or":
            found |= {head + "or" + tail, head + "our" + tail}
        elif kind == "re":
            found |= {head + "re" + tail, head + "er" + tail}
        else:
            found |= {head + "og" + tail, head + "ogue" + tail}
    return frozenset(found)
