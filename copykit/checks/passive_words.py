"""The word lists that tell a passive from what looks like one."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Irregular participles that are no form of the past: "written", not "built".
ONLY_PARTICIPLES = _set(
    "awoken beaten begun bidden bitten blown borne broken chosen done drawn driven drunk eaten flown"
    " forbidden forgiven forgotten forsaken frozen given grown hewn hidden known laden mistaken mown"
    " overseen overthrown proven ridden risen rung sawn seen sewn shaken shaven shown shrunk slain"
    " smitten sown spoken stolen strewn stricken striven sung sunk swollen sworn taken thrown torn"
    " trodden undertaken undone withdrawn woken worn woven written"
)
# All irregular participles.
PARTICIPLES = ONLY_PARTICIPLES | _set(
    "bent beset bet bought bound bred broadcast brought built burnt cast caught cut dealt dreamt dug fed"
    " felt flung forecast fought found ground heard held hit hung hurt input kept knelt knit laid learnt"
    " led left lent let lit lost made meant met misled outdone overheard overrun paid put read rent run"
    " said sent set shed shod shone shot shut slit slung smelt sold sought spelt spent spilt split spoilt"
    " spread spun stood struck strung stuck stung swept swung taught thought thrust told undercut"
    " understood upheld used withheld won wound wrung"
)
# In other words un- makes an adjective: "unexpected".
UN_VERBS = _set(
    "unblocked uncovered undercut undermined understood undertaken undone unearthed unfolded unfrozen"
    " unhooked uninstalled unleashed unlinked unloaded unlocked unmasked unpacked unplugged unraveled"
    " unravelled unscrewed unsubscribed untangled untied unveiled unwound unwrapped unzipped"
)
# Words in -ed that are no participles, or are adjectives alone.
NOT_PARTICIPLES = _set(
    "advanced aged airspeed allied assorted belated beloved bigoted biped bleed blessed bloodshed bobsled"
    " bowlegged breed breeds colored coloured complicated creed crooked crowded cultured deed detailed"
    " dogged embed exceed experienced feed flatbed gifted greed handed hatred heed hotbed hundred indeed"
    " infrared jagged kindred learned legged limited minded misguided naked need nuanced overbed precede"
    " privileged proceed ragged reed rugged sacred scared seed sized skilled sled sophisticated speed"
    " spirited steed succeed talented tired united unmatched varied watershed weed wicked winged wooded"
    " wretched"
)
# Adjectives in form of a participle: never a passive, not even before "by".
STATES = _set(
    "accustomed acquainted advanced aligned ashamed based belated blessed born committed crowded dated"
    " dedicated delighted destined determined devoted divorced dressed engaged entitled equipped fated"
    " focused focussed gone headed inclined indebted invested muted interested jaded limited"
    " located lopsided married"
    " mistaken opposed outdated overrated poised prepared qualified related reputed retarded retired"
    " rooted rumored rumoured seasoned situated skilled steeped stranded suited supposed tempted"
    " underrated unrelated versed well-known"
)
# What one feels: a passive only when somebody or something does it ("surprised by the noise").
PSYCH = _set(
    "amazed amused annoyed appalled astonished baffled bored bothered charmed concerned confused"
    " convinced depressed disappointed disgusted distracted disturbed embarrassed enthralled excited"
    " exhausted fascinated flattered frightened frustrated gutted heartbroken horrified humbled impressed"
    " inspired intimidated intrigued irritated motivated mystified offended overjoyed overwhelmed"
    " perplexed pleased puzzled relaxed relieved saddened satisfied scared shocked spooked startled"
    " stunned surprised terrified thrilled tired troubled unnerved upset worried"
)
# The state after the deed: a passive only with "by", "been" or "being" ("has been closed").
STATIVE = _set(
    "armed broken burnt closed complete connected damaged detached disorganised experienced finished"
    " involved organised organized parked retired spoilt stuck swollen"
)
# "Get started", "got married": what the subject does or becomes.
GET_IDIOMS = _set(
    "accustomed acquainted annoyed better bored burnt changed confused divorced dressed drunk engaged"
    " excited frustrated hurt inspired interested involved lost married organised organized prepared rid"
    " set settled started stuck tired undressed used worried"
)
# Nothing can be done to their subject.
INTRANSITIVE = _set(
    "appeared arisen arrived become belonged collapsed come consisted died disappeared elapsed emerged"
    " existed expired fallen gone happen happened lapsed lasted laughed lived occurred persisted"
    " prospered relied remained resided risen seemed slept smiled stayed thrived vanished waited yawned"
)
# After "it's" and "he's" these mean "has": "it's changed".
AMBIGUOUS_WITH_HAS = _set(
    "agreed asked begun called changed decided decreased dropped ended failed finished forgotten got"
    " grown had helped improved increased known lasted learned learnt lost loved moved needed promised"
    " seen started stopped succeeded tried turned wanted won worked"
)
# These may rule a second object or a complement: "were sent flowers", "is kept fresh".
OBJECT_VERBS = _set(
    "allotted allowed appointed asked assigned awarded billed bought called charged considered crowned"
    " declared deemed denied dubbed elected entitled fed fined forgiven found given granted guaranteed"
    " handed held kept labeled labelled left lent made marked named nicknamed offered owed paid painted"
    " passed promised rated read refunded refused rendered sent served set shown sold spared stamped"
    " taught termed titled told turned voted wished"
)
DETERMINERS = _set(
    "a all an another any both each eight either every few five four her his its less many more most my"
    " neither nine no one's our seven several six some such ten that the their these this those three two"
    " what which whose your"
)
PRONOUNS = _set(
    "he he's him i i'm i've it it's me she she's them they they're they've us we we're we've you you're"
    " you've"
)
CLAUSE_STARTS = _set(
    "after although as because before how if since so than that though unless until what when where"
    " whether which while who whom whose why"
)
PREPOSITIONS = _set(
    "about above across after against ahead along aloud among apart around as aside at away back before"
    " behind below beneath beside besides between beyond by concerning despite down during except for"
    " forward from in inside into near of off on onto out outside over past per regarding since than"
    " through throughout till to together toward towards under underneath until up upon via with within"
    " without"
)
# May close a clause behind a participle: times and places without a preposition, and what ends in a state.
TIMES = _set(
    "afterwards already also always annually anymore anyway anywhere better daily downstairs either"
    " elsewhere enough ever every faster first flat free fresh friday fridays here indoors last later"
    " monday mondays monthly never next nights now nowadays offline once online open outdoors overseas"
    " right saturday saturdays second separately shut sometimes somewhere soon sooner sunday sundays then"
    " there third this thrice thursday thursdays today together tomorrow tonight too tuesday tuesdays"
    " twice upstairs wednesday wednesdays weekdays weekends weekly well wrong yearly yesterday yet"
)
# May stand between the auxiliary and its participle, besides words in -ly.
ADVERBS = _set(
    "again all almost already also always automatically badly best better both currently each either even"
    " ever far fast first further half hard hence however indeed instead just last late later least less"
    " likely long longer maybe merely more most much nearly neither never newly not now often once only"
    " otherwise partly perhaps quite rarely rather seldom simply so somehow sometimes soon still then"
    " thereby therefore thrice thus today together tomorrow too twice usually very well yesterday yet"
)
# Common nouns that no ending gives away.
NOUNS = _set(
    "advice aim app art bread business car cat child content copy cost cotton data deal design dog energy"
    " fact feedback file fish food form friend glass goal gold goods home horse house idea information"
    " input iron item job land leather life line list man market mathematics meat member metal milk mode"
    " money music name need news note office output page paper peace people plan price product risk road"
    " role rule sale seat silver site skill software space staff steel stock stone team term time tool"
    " treat version want war water woman wood wool word work world"
)
# The auxiliaries.
FINITE_BE = _set("am is are was were isn't aren't wasn't weren't ain't")
BE = FINITE_BE | _set("be been being")
GET = _set("get gets got getting gotten")
# Before 's they may mean "is"; behind a noun it is a possessive.
WITH_IS = _set("it he she that what who there here this where how everything nothing")
# Before the verb these put the subject behind it.
ASKING = _set("how when where why what which who whom whose")
INVERTING = _set("never nor neither rarely seldom so")
# Rule an -ing form: "was seen leaving".
WITNESSED = _set("caught seen heard noticed observed filmed photographed spotted")
