"""Words by which a sentence tells a company's own story, and things that it has or gives: our own lists."""

from __future__ import annotations

import re

from copykit.text.wordset import word_set

__all__ = [
    "CLAUSE_ENDS",
    "DEALINGS",
    "FREE_GIFTS",
    "FREE_HOLDINGS",
    "FREE_TALK",
    "GIVEN_TO",
    "HOLDINGS",
    "LIGHT",
    "OPINIONS",
    "PATTERNS",
    "THINGS",
]

# Where a clause about us ends and one about the reader's day begins.
CLAUSE_ENDS = re.compile(
    r"[,;:—–()]|\s(?:while|when|whenever|as|if|because|so|until|unless|before|after|which|whose|where|though"
    r"|although|like|than)\b"
    r"|\s(?:and|but|or) (?:you|your|the|they|nobody|everybody|everyone|he|she|it|we|no)\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:staff|team|people|crew|founders?|owners?|presidents?|chair(?:man|woman)|boss|directors?|engineers?"
    r"|designers?|developers?|trainers?|packers?|millers?|drivers?|buyers?|growers?|cooks?|chefs?|farmers?"
    r"|investors?|managers?|partners?|colleagues|company|firm|business|family)"
)
_PROFESSIONS = (
    r"(?:vet|veterinarian|nurse|dieti[ct]ian|nutritionist|doctor|dentist|chef|inspector|lawyer|auditor"
    r"|accountant|pharmacist|scientist|engineer|chemist|baker|miller|farmer|monk|priest|vicar|professor"
    r"|psychologist|coach|trainer|designer|specialist|expert|consultant|panel)"
)
# What such a pattern finds must be told, most of it, by one sentence of guide or brief.
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Who we are, and where.
        r"\bwe(?:['’]re| are| were)(?: still| also| all| just)? (?:an?|three|two|four|five|six|based|owned"
        r"|run|staffed|led|funded|backed|headquartered|former|all (?!in\b|here\b|set\b|ears\b|yours\b)\w+s\b"
        r"|from (?!here\b))[^.?!;,\n]*",
        r"\bwe (?:also |all |still )?(?:live|sit|work|cook|bake|mill|pack|operate|ship|brew|meet) "
        r"(?:from|above|below|beside|by|next to|near|in|inside|under|behind|between|on top of|across from|at"
        r"|over)"
        r" (?:an?|the|our) [^.?!;,\n]*",
        r"\b(?:the|our|this) (?:company|firm|business|brand|start-?up|outfit|operation) (?:was|is|has|had"
        r"|began|started|moved|grew|came|belongs|sits|stands|lives|runs)\b[^.?!;\n]*",
        rf"\bour (?:\w+ )?{_PEOPLE}(?: is| are| was| were| used to| once| has| have| had| comes?| came| grew"
        rf"| lives?| sits?| works?| owns?| speaks?| studied| trained| answers?)\b[^.?!;,\n]*",
        r"\bour (?:founders?|owners?|presidents?|boss|directors?|ceo|chair\w*) \w+[^.?!;,\n]*",
        r"\b(?:two|three|four|a pair of|our|my|his|her) (?:sisters|brothers|cousins|twins|friends|neighbou?rs"
        r"|students|grandmothers?|grandfathers?|grand(?:ma|pa)) \w+[^.?!;,\n]*",
        r"\b(?:everyone|everybody|(?:each|all|most|half|some|none) of us|no one|nobody) "
        r"(?:here|on our team|in our (?:team|shed|office|kitchen|company)|who works here) [^.?!;,\n]*",
        rf"\b(?:most|all|some|many|half|none|several|each|both|every(?: one)?) (?:of )?our {_PEOPLE}\b"
        r"[^.?!;,\n]*",
        r"\bthe (?:people|person|man|woman|couple|team|family|brothers?|sisters?|nurse|vet|doctor|engineers?"
        r"|developers?|designers?|farmers?) (?:who|that|behind) (?:\w+ )?(?:buil[dt]s?|made|makes?|wrote"
        r"|writes?|designed|designs?|started|founded|invented|invents?|runs?|ran|owns?|owned|this|it|us)\b"
        r"[^.?!;\n]*",
        rf"\ban? {_PROFESSIONS} (?:\w+ly |also |personally )?(?:checks|reviews|tests|approves|signs(?: off)?"
        r"|designed|wrote|developed|created|oversees|supervises|inspects|tastes|reads|blends|leads|trained|helped)"
        r" (?:each|every|all|our|us)\b[^.?!;,\n]*",
        # How it came about.
        r"\b(?:it|this)(?: all)? (?:began|started|goes back|grew out|grew from|dates)(?: out)?(?: life)? "
        r"(?:as|with|in|at|on|from|to|of|when) (?!the day\b|like\b)[^.?!;,\n]*",
        r"\bthe (?:idea|name|recipe|design|whole thing) (?:came|comes|was born|goes back|belongs|belonged|was"
        r"|is) (?:from|to|in|on|at|over|after|my|his|her|an? \w+['’]s)\b[^.?!;\n]*",
        r"\b(?:was|were) (?:started|founded|set up|built|invented|created|born|bought|taken over) (?:by|in|on"
        r"|at) [^.?!;,\n]*",
        r"\b(?:the|our) \w+ (?:came|comes|come) (?:straight |all the way |here )?from (?:an?|the|our|my|his"
        r"|her|another) [^.?!;,\n]*",
        r"\b(?:the|our) \w+ (?:stands?|sits|is|are|was|were) (?:right )?(?:beside|next to|behind|across from"
        r"|older than|younger than|bigger than|as old as|as big as|named after) [^.?!;,\n]*",
    )
)
# What we, or what we sell, have.
HOLDINGS = re.compile(
    r"\b(?P<who>we|our (?:\w+ )?\w+)(?: also| even| now| already)? (?P<have>have|has|keep|own|run|operate)s? "
    r"(?P<what>(?:an?|our own|our|two|three|four|several|some|the|another) [^.?!;:,\n]*)",
    re.IGNORECASE,
)
FREE_HOLDINGS = word_set(
    "spot weakness habit hunch question questions idea ideas rule rules opinion opinions answer answers"
    " favourite favorite favourites favorites word words time room reason reasons point view views"
    " secret secrets drawer feeling theory soft lot bit job plan story chance way name choice eye hand"
    " bet taste nose problem trouble list promise wish good bad long short simple"
)
# What readers and customers are said to get.
GIVEN_TO = re.compile(
    r"\b(?:you|(?:each|every|all|new|our) (?:\w+ )?\w+|(?:your )?(?:children|kids|shops|clinics|staff|teams?"
    r"|technicians|managers|owners|customers|clients|families|parents|guests|members|readers))"
    r"(?: will|['’]ll| also| even| then)* (?:get|gets|receive|receives|earn|earns|win|wins) "
    r"(?P<what>(?:an?|our|two|three|some|free|the) [^.?!;:,\n]*)",
    re.IGNORECASE,
)
FREE_GIFTS = word_set(
    "yes no answer answers moment minute hour day days morning evening afternoon night weekend chance"
    " break rest breather lift hand head start list text texts slot visit say feel sense idea result"
    " point bit lot look second life time way word quiet calm picture choice clear clean better good hot"
    " warm proper full fresh calmer shorter quieter little small big reason lunch breakfast bowl sleep"
    " coffee seat turn whole most best last"
)
# What a customer may do, as the terms of a sale have it.
DEALINGS = re.compile(
    r"\byou can (?:also |always |even |now )?(?P<deal>pay(?! attention)|collect|return|cancel|exchange|rent"
    r"|lease|borrow|gift|redeem|earn|download|pause|upgrade|insure|finance|subscribe|send one)\b"
    r"(?P<rest>[^.?!;:,\n]*)",
    re.IGNORECASE,
)
# What anybody may have said of them: it states nothing about the world.
FREE_TALK = word_set(
    "opinion opinions favourite favourites favorite favorites habit weakness view views love loves like"
    " likes hate hates think thinks hope hopes wish wishes know knows"
)
# Verbs that say nothing without their object.
LIGHT = word_set("handle set do take look sort deal")
# Verbs with which we state nothing about the world.
OPINIONS = word_set(
    "think know believe hope like love wish guess suspect doubt remember mean feel hate enjoy"
    " understand admit agree imagine prefer need want would could should might can't won't don't didn't"
    " wouldn't cannot never"
)
# Tangible things, services, places and trades that one company has and another has not.
THINGS = word_set(
    "flag flags riddle riddles coaster coasters sound sounds barrel barrels card postcard poster badge"
    " mug sticker stickers chart puzzle toy toys booklet brochure leaflet certificate letter sample"
    " samples bag tote shirt pen pencil notebook diary calendar magnet keyring candle ribbon gift gifts"
    " hamper voucher ticket tickets medal trophy scanner tablet handle zip zipper fingerprint camera"
    " cameras sensor sensors thermometer temperature printer kiosk speaker battery batteries charger"
    " drone robot robots keypad headset earpiece microphone projector coach coaches coaching trainer"
    " trainers training course courses lesson lessons webinar webinars seminar workshop workshops"
    " podcast podcasts newsletter magazine hotline helpline concierge butler consultation consultations"
    " tutorial tutorials manual manuals handbook installment installments instalments loan loans lease"
    " office offices café cafe stall garden gardens orchard warehouse barn lighthouse castle tower"
    " chapel greenhouse brewery bakery dairy distillery cinema theatre museum gallery gym pool sauna"
    " playground crèche nursery library laboratory lab studio boat boats ship ferry horse horses cart"
    " donkey camel bicycle bicycles bike bikes helicopter plane airship tram tractor lorry lorries truck"
    " trucks goat goats sheep cow cows pig pigs hen hens duck ducks bee bees nurse nurses monk monks nun"
    " inspector inspectors dietitian dietician nutritionist brothers sisters twins cousins uncle aunt"
    " widow soldier soldiers sailor sailors pilot pilots teacher teachers poet painter carpenter"
    " blacksmith musician choir orchestra glass granite marble bamboo cork copper steel aluminium"
    " aluminum silk wool cotton linen leather plastic rubber velvet gold silver diamond map maps weather"
    " music photo photos video videos birthday birthdays anniversary emoji emojis animation hologram"
    " lock locks alarms siren elevator playlist quiz contest raffle lottery concert festival party"
    " parties picnic barbecue marathon race charity charities school schools hospital hospitals church"
    " churches rescue rescues shelter shelters islands island airport embassy parliament union"
    " wholesaler wholesalers supermarket supermarkets postman milkman courier couriers payroll invoices"
    " insurance pension passport visa recipe recipes cookbook spice spices cinnamon cocoa chocolate"
    " vanilla caramel banana bananas coconut almonds hazelnuts walnuts biscuits cake cakes flapjacks"
    " bread jam honey syrup cream yoghurt yogurt cheese eggs moss seaweed chip oil fuel solar windmill"
    " turbine waterwheel paddle oven ovens kiln sea ocean beach harbour harbor mountain mountains forest"
    " desert jungle"
)
