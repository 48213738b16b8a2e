"""The words that American and British English spell differently, made from stems by rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

__all__ = ["american_to_british", "british_to_american", "ise_to_ize"]

# Verbs in -ise or -ize. Those that end in -ise everywhere (advise, exercise, surprise) are none of them.
_ISE = """
    acclimat agon alphabet amort anatom anonym antagon apolog atom author bapt brutal burglar cannibal canon
    capital
    caramel categor cauter central character civil collectiv colon commod compartmental computer conceptual
    concret
    constitutional contextual critic criminal crystall custom decentral dehuman demagnet democrat demon
    demoral
    depersonal depolar desensit destabil devital digit dramat econom editorial emphas energ epitom equal
    etern eternal
    euthan evangel external familiar fantas fertil fictional final formal fossil fratern galvan general
    global harmon
    homogen hospital human hybrid hydrogen hyperbol hypnot hypothes ideal idol immobil immortal immun
    incentiv individual
    industrial initial institutional intellectual internal international ion italic item jeopard journal
    legal legitim
    liberal lion literal local magnet marginal market material maxim mechan memor mesmer metabol militar
    mineral
    miniatur minim mobil modern modular moistur monet monopol moral motor municipal mytholog narcot national
    natural
    neutral normal notar operational optim organ ostrac overemphas oxid palat parenthes particular pasteur
    patron
    penal personal philosoph plagiar plural polar politic polymer popular pressur priorit privat professional
    proselyt
    psycholog public pulver radical random rational real recogn reenerg regular reinitial reorgan reprior
    revital
    revolution ritual romantic sanit satir scandal scrutin secular sensational sensit sentimental serial
    sermon sexual
    social solemn special spiritual stabil standard steril stigmat strateg suburban subsid summar symbol
    sympath
    synchron synthes systemat tantal temporal temporar territorial terror theor token total tranquill traumat
    tribal
    trivial tyrann underutil union universal unorgan unrecogn urban util vandal vapor verbal victim virtual
    visual
    vital vocal volatil vulcan weapon western winter woman
"""
_ISE_ENDINGS = ("e", "es", "ed", "ing", "er", "ers", "ation", "ations", "able")
# Nouns and adjectives of these that no ending makes.
_ISE_MORE = (
    "organisational organisationally unauthorised unrealised uncivilised unorganised customisability"
    " recognisably"
    " unrecognisably"
)
_ISE_IN = re.compile(r"is(?=[ae])")

# Verbs that double the l in British English before an ending; some are nouns of persons only.
_L_VERBS = """
    apparel barrel bedevil bevel cancel channel chisel counsel cudgel dial dishevel dowel drivel duel enamel
    equal
    flannel fuel funnel gambol grovel imperil initial jewel kennel label level libel marshal marvel mislabel
    model panel
    parcel pedal pencil pummel quarrel refuel relabel remodel revel rival shovel shrivel signal snivel
    snorkel spiral
    stencil swivel tassel tinsel total towel travel trowel tunnel unravel untravel unlabel unrival weasel
    yodel
"""

# British stem, American stem, the endings that both take ("-" for none).
_TABLE = """
    colour color - s ed ing ful fully less ist ists able blind blindness fast way ways
    discolour discolor - s ed ing
    multicolour multicolor - ed
    watercolour watercolor - s ist ists
    tricolour tricolor - s
    flavour flavor - s ed ing ings ful less some
    honour honor - s ed ing able ably ee ees
    dishonour dishonor - s ed ing able ably
    favour favor - s ed ing able ably ite ites itism
    disfavour disfavor - ed
    unfavourabl unfavorabl e y
    labour labor - s ed ing er ers
    belabour belabor - ed ing
    neighbour neighbor - s ing ly hood hoods liness
    humour humor - s ed ing less
    rumour rumor - s ed
    harbour harbor - s ed ing side front
    savour savor - s ed ing y ies
    unsavoury unsavory -
    vapour vapor - s
    odour odor - s less
    armour armor - s ed y ies er
    behaviour behavior - s al ally ist ists ism
    misbehaviour misbehavior -
    endeavour endeavor - s ed ing
    ardour ardor -
    candour candor -
    clamour clamor - ed ing s
    demeanour demeanor - s
    fervour fervor -
    parlour parlor - s
    rancour rancor -
    rigour rigor - s
    saviour savior - s
    splendour splendor - s
    succour succor - ed
    tumour tumor - s
    valour valor -
    vigour vigor -
    arbour arbor - s
    enamour enamor ed
    misdemeanour misdemeanor - s
    centr center e=- es=s ed=ed ing=ing epiece=piece
    theatr theater e=- es=s egoer=goer egoers=goers
    amphitheatr amphitheater e=- es=s
    fibr fiber e=- es=s eglass=glass eboard=board
    litr liter e=- es=s
    millilitr milliliter e=- es=s
    kilometr kilometer e=- es=s
    centimetr centimeter e=- es=s
    millimetr millimeter e=- es=s
    calibr caliber e=- es=s
    lustr luster e=-
    lacklustr lackluster e=-
    sombr somber e=- ely=ly
    spectr specter e=- es=s
    sabr saber e=- es=s
    sceptr scepter e=- es=s
    meagr meager e=- ely=ly
    epicentr epicenter e=- es=s
    manoeuvr maneuver e=- es=s ed=ed ing=ing able=able ability=ability ings=ings
    defence defense - s less
    offence offense - s
    pretence pretense - s
    practis practic ed ing
    anaesthe anesthe tic tics tist tists tise=tize tised=tized sia siology siologist
    anaem anem ia ic
    paediatric pediatric - s ian ians
    orthopaedic orthopedic - s
    gynaecolog gynecolog y ist ists ical
    haemo hemo globin philia philiac dialysis rrhage rrhages rrhaged rrhaging rrhoids
    haematolog hematolog y ist
    leukaemia leukemia -
    oestrogen estrogen - s
    oesophag esophag us eal
    diarrhoea diarrhea -
    oedema edema -
    coeliac celiac -
    septicaemia septicemia -
    hypoglycaem hypoglycem ia ic
    ischaem ischem ia ic
    faec fec es al
    palaeo paleo lithic ntology ntologist
    paedophil pedophil e es ia
    catalogu catalog e=- es=s ed=ed ing=ing er=er
    analogue analog - s
    grey gray - s ed er est ing ish ness scale
    aluminium aluminum -
    aeroplane airplane - s
    pyjama pajama - s
    moustache mustache - s d
    plough plow - s ed ing man
    snowplough snowplow - s
    sulph sulf ur uric ate ates ide ite ites urous
    sceptic skeptic - s al ally ism
    mould mold - s ed ing ings y ier
    moult molt - s ed ing
    smoulder smolder - s ed ing
    cos coz y=y ier=ier iest=iest ily=ily iness=iness
    jewellery jewelry -
    jewell jewel ed er ers
    artefact artifact - s
    ageing aging -
    liquorice licorice -
    marvellous marvelous - ly
    libellous libelous -
    woollen woolen - s
    tranquillity tranquility -
    counsell counsel or ors ing
    panellist panelist - s
    medallist medalist - s
    enrol enroll - s
    enrolment enrollment - s
    fulfil fulfill - s
    fulfilment fulfillment - s
    instil instill - s
    distil distill - s
    appal appall - s
    enthral enthrall - s
    instalment installment - s
    skilful skillful - ly ness
    wilful willful - ly ness
    phoney phony -
    pedlar peddler - s
    callipers calipers -
    mollusc mollusk - s
    carburettor carburetor - s
    behove behoove s
    titbit tidbit - s
    glycerine glycerin -
    analys analyz e=e ed=ed ing=ing er=er ers=ers
    overanalys overanalyz e=e ed=ed ing=ing
    reanalys reanalyz e=e ed=ed ing=ing
    paralys paralyz e=e ed=ed ing=ing
    catalys catalyz e=e ed=ed ing=ing
    hydrolys hydrolyz e=e ed=ed ing=ing
    breathalys breathalyz e=e ed=ed er=er ers=ers
    psychoanalys psychoanalyz e=e ed=ed ing=ing
"""
# British words that American English lacks, though British English has the American word, too.
_TO_AMERICAN = """
    tyre tire - s
    kerb curb - s side stone
    cheque check - s book books
    storey story -
    storeys stories -
    draught draft - s y sman
    programme program - s
    judgement judgment - s al
    misjudgement misjudgment - s
    acknowledgement acknowledgment - s
    chilli chili - es
    yoghurt yogurt - s
    foet fet us al uses
    mediaeval medieval -
    encyclopaedia encyclopedia - s
    caesarean cesarean - s
    licence license - s
    practis practic e es
    metre meter - s
    learnt learned -
    dreamt dreamed -
    whilst while -
    amongst among -
    gaol jail - s er
    waggon wagon - s
    gramme gram - s
    kilogramme kilogram - s
"""
# American words that British English lacks, where the way back is not the same.
_TO_BRITISH = """
    analyzes analyses -
    paralyzes paralyses -
    catalyzes catalyses -
    chili chilli - s=es
"""


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    for line in table.splitlines():
        one, other, *endings = line.split() or ("", "")
        for ending in endings:
            left, _, right = ending.partition("=")
            right = right or left
            yield one + left.strip("-"), other + right.strip("-")


@cache
def ise_to_ize() -> Mapping[str, str]:
    """Each British -ise form with its -ize form: organised → organized."""
    stems = _ISE.split()
    made = {f"{stem}is{ending}": f"{stem}iz{ending}" for stem in stems for ending in _ISE_ENDINGS}
    return made | {word: _ISE_IN.sub("iz", word) for word in _ISE_MORE.split()}


def _doubled() -> Iterator[tuple[str, str]]:
    for stem in _L_VERBS.split():
        for ending in ("ed", "ing", "er", "ers", "ings"):
            yield f"{stem}l{ending}", stem + ending


@cache
def british_to_american() -> Mapping[str, str]:
    """Each British form with its American one, -ise to -ize included."""
    return {**ise_to_ize(), **dict(_doubled()), **dict(_pairs(_TABLE)), **dict(_pairs(_TO_AMERICAN))}


@cache
def american_to_british() -> Mapping[str, str]:
    """Each American form with its British one, -ize left out: that is a brand's own choice."""
    both = {american: british for british, american in (*_doubled(), *_pairs(_TABLE))}
    return {**both, **dict(_pairs(_TO_BRITISH))}
