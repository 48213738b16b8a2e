"""The patterns of what copy offers and vows in words: free of charge, at any time, since 1962."""

from __future__ import annotations

from copykit.checks.doing_rules import DOING
from copykit.checks.soon_rules import SOON
from copykit.checks.spared_rules import SPARED
from copykit.checks.stating import Rules, rule

__all__ = ["OFFERS"]

_STEP = r"[^.!?;,]"

OFFERS: Rules = (
    # ── what it costs ──
    (
        "nothing",
        rule(
            "promise",
            r"(?<!and )\b(?:pays?|costs?|owe|charge) (?:you |them |us )?nothing\b|(?<!with )\bnothing to"
            # What asks for nothing, or for nothing but a kettle, costs what it costs.
            r" pay\b|(?<!ask )(?<!asks )(?<!asking )\bfor nothing\b(?! but\b)",
            ours=True,
            sells=True,
            now=True,
            needs="pay pays cost costs owe charge for",
        ),
    ),
    (
        "penny pence cent cents dime",
        rule(
            "promise",
            # The denial is the promise: "it won't cost you a penny more".
            r"(?:n['’]t|not|never|without) (?:[\w'’]+ ){0,4}?(?:an? |one |single )+(?:extra )?"
            r"(?:penny|cent|dime)\b(?: more| extra)?"
            r"|\b(?:won['’]t|don['’]t|doesn['’]t|cannot|can['’]t) (?:[\w'’]+ ){0,4}?(?:an? |one |single )+"
            r"(?:extra )?(?:penny|cent|dime)\b(?: more| extra)?",
            ours=True,
            sells=True,
        ),
    ),
    (
        "free",
        rule(
            "promise",
            # "Kids eat free", "dogs travel free": a verb and how.
            r"\b(?:(?:gets?|comes?|goes|go) in|eats?|travels?|rides?|stays?|enters?|goes|swims?|skis?|plays?"
            r"|drinks?|parks?|ships?|flies|fly"
            r"|learns?|joins?|comes?|visits?|attends?|skates?|trains?|dines?|works?|calls?|stream|watch|read"
            r"|(?:them|kids|children|dogs|under-\w+) go) free\b(?!-| of | from | to | for all)",
            ours=True,
            sells=True,
            now=True,
        ),
    ),
    (
        "free cost charge us house",
        rule(
            "promise",
            # "We'll redo it for free", "taken back at no cost", "postage is on us".
            r"\bwe(?:['’]ll| will| also| even)? (?:[\w'’]+ ){1,8}?(?:for free|free of charge"
            r"|at no (?:extra |additional )?(?:cost|charge)|without (?:extra )?charge|at our (?:own )?cost"
            r"|on us)\b"
            rf"|\b{_STEP}{{0,30}}\b(?:is|are|['’]s) (?:always )?on (?:us|the house)\b"
            r"|\b(?:free of charge|at no (?:extra |additional )(?:cost|charge))\b",
            ours=True,
            sells=True,
            now=True,
            needs="for of at without on",
        ),
    ),
    (
        "price",
        rule(
            "promise",
            r"\b(?:\w+ )?\w+ for the price of (?:a |an |one|two|three)\b"
            r"|\bhalf[- ]price(?:d)?(?: \w+)?\b(?! of)",
            ours=True,
            sells=True,
            needs="for half",
        ),
    ),
    (
        "hundreds thousands fortune",
        rule(
            "promise",
            r"\bsav(?:e|es|ed|ing) (?:(?:you|them|yourself|our \w+) )?(?:hundreds|thousands|millions|a"
            r" fortune)\b"
            r"(?! of (?:lives|people|files))",
            ours=True,
            sells=True,
            needs="save saves saved saving",
        ),
    ),
    # ── on what terms ──
    (
        "whenever anytime time",
        rule(
            "promise",
            # A right that the customer has: "cancel whenever you like".
            r"\b(?:cancel|leave|pause|stop|switch|return|change|swap|quit|end|opt out|upgrade|downgrade"
            r"|rebook"
            rf"|exchange)\b{_STEP}{{0,30}}\b(?:whenever (?:you|they) (?:like|want|wish|please|need)"
            r"|(?:at )?any ?time)\b",
            ours=True,
            sells=True,
            now=True,
        ),
    ),
    (
        "stand stands",
        rule(
            "guarantee",
            rf"\b(?:we|our \w+) (?:always |fully )?stands? (?:by|behind)\b{_STEP}{{0,40}}",
            ours=True,
            needs="behind by",
        ),
    ),
    (
        "assured word promise",
        rule(
            "guarantee",
            rf"\b(?:you can )?rest assured\b{_STEP}{{0,40}}|\byou have (?:our|my) word\b"
            r"|, (?:we |i )?promise(?=[.!]|$)",
            ours=True,
            sells=True,
        ),
    ),
    (
        "or",
        rule(
            "guarantee",
            # "… or your fee returned", "… or the coffee's on us".
            r"\bor (?:get )?your \w+(?: is)? (?:back|returned|refunded)\b"
            r"|\bor (?:the |your )?\w+(?:['’]s| is| are) (?:on us|free)\b",
            ours=True,
            sells=True,
            needs="back returned refunded us free",
        ),
    ),
    (
        "never",
        rule(
            "promise",
            # What has never gone wrong.
            r"\b(?:we|we['’]ve|our \w+)(?: have| has)? never (?:once |yet |had to )?(?:dropped|damaged"
            r"|cancel(?:led)?"
            r"|turn(?:ed)? (?:\w+ )?away|let (?:\w+ ){1,3}down|raised?|charged?|sold|shared|skipped|delayed"
            r"|close|closed|stopped|overbooked|overcharged|leaked|been (?!to\b|in\b|so\b|a\b|the\b)[a-z]+)\b"
            # What goods never do, and what a seller never does.
            r"|\bour (?:\w+ )?\w+ never (?!(?:mind|again|be|been|know|knows|was|were|had|did|said"
            r"|thought|came"
            r"|ever)\b)[a-z]+\b"
            r"|\bwe never (?:add|use|sell|share|send|ship|buy|freeze|spray|cut|test|subcontract"
            r"|outsource|store"
            r"|keep|raise|round|skip|mix|reheat|tie|pass|post|print|spam)\b",
            ours=True,
            sells=True,
        ),
    ),
    *SOON,
    *SPARED,
    *DOING,
    # ── for how long we have been at it: who says it can be asked since when ──
    (
        "since",
        rule(
            "number",
            rf"\b(?:we|our|us|we['’]ve|we['’]re)\b{_STEP}{{0,80}}\bsince (?:the (?:early |late )?)?"
            r"(?:1[5-9]\d\d|20\d\d)s?\b"
            rf"|\b(?:we|our|we['’]ve)\b{_STEP}{{0,80}}\bsince the (?:last |first |second |great )*war\b"
            rf"|\bsince (?:the (?:early |late )?)?(?:1[5-9]\d\d|20\d\d)s?\b,?{_STEP}{{0,30}}\b(?:we|our"
            rf"|we['’]ve)\b",
            lexeme="since",
            ours=True,
            needs="we our us ve",
        ),
    ),
    (
        "since established est founded trading",
        rule(
            "number",
            r"\b(?:since|established(?: in)?|est\.?|founded in|trading since)"
            r" (?:the (?:early |late )?)?(?:1[5-9]\d\d|20\d\d)s?\b",
            lexeme="since",
            ours=True,
            place="bare",
        ),
    ),
    (
        "established founded opened began started",
        rule(
            "number",
            r"\b(?:we|we['’]re|we were|our \w+(?: was)?|company|firm|business)(?: were| was)? (?:\w+ )?"
            r"(?:established|founded|opened(?: our doors| for business)?|began|started(?: out)?)"
            rf"{_STEP}{{0,30}}\bin (?:1[5-9]\d\d|20\d\d)\b"
            rf"|(?:established|founded|opened) {_STEP}{{0,20}}\bin (?:1[5-9]\d\d|20\d\d)\b, (?:we|our)\b",
            lexeme="since",
            ours=True,
            needs="in",
        ),
    ),
    (
        "generations generation",
        rule(
            "number",
            r"\b(?:for|over|across|through|in its|in our|now in (?:its|our)) (?:the )?(?:\w+ )?generations?\b"
            r"|\b(?:second|third|fourth|fifth|sixth)[- ]generation(?: \w+)?\b",
            lexeme="generations",
            ours=True,
            sells=True,
        ),
    ),
    (
        "generations century centuries decade decades",
        rule(
            "number",
            # "Nine generations at the same forge", "a century of mending clocks".
            r"(?:over |more than |nearly |almost )?(?:an? |half a |two |three |four |five |six |seven |eight"
            r" |nine |ten |\d+ )(?:generations?|century|centuries|decades?)"
            r" (?:of (?!the\b)(?:\w+ing|experience|service|craft\w*|know-how|trust|care|[a-z]+(?:ers|ors"
            r"|smiths))\b"
            r"|at (?:the|one)|in (?:the|one|a)|on (?:the|one)|behind)\b",
            lexeme="generations",
            ours=True,
            place="first",
            sells=True,
            now=True,
        ),
    ),
)
