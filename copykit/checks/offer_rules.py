"""The patterns of what copy offers and vows in words: free of charge, at any time, since 1962."""

from __future__ import annotations

from copykit.checks.stating import Rules, rule

__all__ = ["OFFERS"]

_DAY = r"(?:working |business )?(?:day|morning|afternoon|evening|night)"
# What is done with a thing, before a moment by which it is done.
_DONE = (
    r"(?:ready|done|up|running|live|fixed|delivered|back|sorted|sent|paid|installed|open|home|fitted|repaired"
    r"|shipped|approved|answered|finished|here|there|cleaned|booked|yours)"
)
_MOMENT = (
    r"(?:tomorrow|tonight|noon|midnight|lunch(?:time)?|breakfast|dinner|dawn|sunrise|teatime|christmas"
    r"|the (?:weekend|morning|end of (?:the |your )?\w+)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
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
            r"\b(?:eats?|travels?|rides?|stays?|enters?|goes|swims?|skis?|plays?|drinks?|parks?|ships?"
            r"|flies|fly"
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
            r"\bor your \w+(?: is)? (?:back|returned|refunded)\b"
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
            r"|close|closed|stopped|overbooked|overcharged|leaked|been (?!to\b|in\b|so\b|a\b|the\b)[a-z]+)\b",
            ours=True,
            sells=True,
        ),
    ),
    # ── how soon ──
    (
        "same next",
        rule(
            "promise",
            r"\b(?:paid|sent|done|back|here|there|built|home|seen|yours|ready|open)(?: on)? the (?:same|next)"
            rf" {_DAY}\b"
            rf"|\b(?:we|gets?|you|you['’]ll|we['’]ll)\b{_STEP}{{1,40}}\bthe (?:same|next) {_DAY}\b"
            rf"|\bour \w+(?: \w+)? (?:sees?|calls?|visits?|comes?|answers?|repl(?:y|ies)|delivers?|fix(?:es)?"
            rf"|repairs?|ships?)\b{_STEP}{{1,30}}\bthe (?:same|next) {_DAY}\b",
            ours=True,
            sells=True,
            now=True,
            needs="day morning afternoon evening night",
        ),
    ),
    (
        "hours days weeks minutes",
        rule(
            "promise",
            r"\bin (?:hours|days|weeks|minutes|seconds),? (?:and )?not (?:in )?(?:hours|days|weeks|months"
            r"|years)\b",
            ours=True,
            sells=True,
            needs="not",
        ),
    ),
    (
        "time",
        rule(
            "comparison",
            r"\bin less time than\b(?: \w+){0,6}|\bin no time\b",
            ours=True,
            sells=True,
            needs="less no",
        ),
    ),
    (
        "lasts last keeps stays",
        rule(
            "promise",
            r"\b(?:lasts?|keeps?|stays?) (?:[\w-]+ )?(?:for )?(?:a|an|one|all)(?: (?:whole|full|entire"
            r"|good))?"
            r" (?:day|night|week|month|year|season|winter|summer|lifetime)\b",
            ours=True,
            sells=True,
            now=True,
        ),
    ),
    (
        "itself themselves",
        rule(
            "promise", r"\bpays? for (?:itself|themselves)\b[^.!?;,]{0,30}", ours=True, sells=True, now=True
        ),
    ),
    (
        "unlimited",
        rule("promise", r"\bunlimited (?!by\b)[a-z]+", ours=True, sells=True),
    ),
    (
        "any",
        rule(
            "promise",
            # Whatever of a kind: "we repair any phone".
            r"\bwe(?:['’]ll| will| can)? (?:[a-z]+)(?: up| down| out)? any (?!(?:more|longer|time|of|other"
            r"|such|way"
            r"|questions?|one|kind)\b)[a-z]+",
            ours=True,
            sells=True,
            now=True,
            needs="we",
        ),
    ),
    (
        "single",
        rule("promise", r"not a single [a-z]+", ours=True, place="first", sells=True, needs="not"),
    ),
    (
        "lifetime",
        rule(
            "guarantee",
            r"\blifetime (?:[a-z]+ )?(?:promise|repairs?|replacements?|cover|support)\b",
            ours=True,
            sells=True,
        ),
    ),
    (
        "one none",
        rule(
            "promise",
            r"\b(?:not (?:a single )?one|none) of our \w+[^.!?;,]{0,40}",
            ours=True,
            sells=True,
            needs="our",
        ),
    ),
    (
        "no",
        rule(
            "promise",
            # "No queue, no forms."
            r"no (?!(?:pain|news|man|wonder|doubt|matter|idea|problem|worries|thanks)\b)[a-z]+(?:,| and)"
            r" no [a-z]+",
            ours=True,
            place="first",
            sells=True,
        ),
    ),
    (
        "free",
        rule(
            "promise",
            # A line that only names what is free.
            r"free (?!(?:your|the|of|from|to|for|up|as|and|time|will|speech|spirits?|range|standing|lance"
            r"|fall"
            r"|trade|market)\b)[a-z-]+",
            ours=True,
            place="first and bare",
            sells=True,
        ),
    ),
    (
        "free half us",
        rule(
            "promise",
            r"\bthe (?:second|third|fourth|fifth|sixth|tenth|next|other|rest|last)(?: one| \w+)? (?:is|are"
            r"|comes?)"
            r" (?:free|on us|half[- ]price)\b",
            ours=True,
            sells=True,
        ),
    ),
    (
        "visit try attempt call go",
        rule(
            "promise",
            r"\b(?:we|our)\b[^.!?;]{1,60}\b(?:on|at) the first (?:visit|try|attempt|call|go)\b",
            ours=True,
            sells=True,
            now=True,
            needs="first",
        ),
    ),
    (
        "free",
        rule(
            "promise",
            r"\b(?:first|second|third|tenth)(?: one| \w+)? free\b",
            ours=True,
            sells=True,
            needs="first second third tenth",
        ),
    ),
    (
        "overnight",
        rule(
            "promise",
            r"\b(?:delivered|delivers?|ships?|shipped|reach(?:es)?|arrives?|dries|works|there"
            r"|sent)\b[^.!?;,]{0,30}"
            r"\bovernight\b|\bovernight (?:delivery|shipping|service)\b",
            ours=True,
            sells=True,
            now=True,
        ),
    ),
    (
        "charge",
        rule(
            "promise",
            r"\bwe (?:don['’]t|do not|never|won['’]t|will not) charge\b[^.!?;,]{0,30}",
            ours=True,
            sells=True,
            needs="we",
        ),
    ),
    (
        "needs need requires require",
        rule(
            "promise",
            r"(?<!you )\b(?:needs?|requires?) no (?!(?:introduction|explanation|more|further|longer"
            r"|one)\b)[a-z]+",
            ours=True,
            sells=True,
            now=True,
            needs="no",
        ),
    ),
    (
        "minute second moment day",
        rule(
            "promise",
            r"\bthe (?:very )?(?:minute|second|moment|day) you (?:pay|sign|order|join|book|apply|call|ask"
            r"|arrive)\b",
            ours=True,
            sells=True,
            now=True,
            needs="pay sign order join book apply call ask arrive",
        ),
    ),
    (
        "blocks kills removes stops covers filters cleans fits catches absorbs survives withstands replaces",
        rule(
            "promise",
            # What goods do, of all there is: "the lens blocks all UV light".
            r"\b(?:blocks|kills|removes|stops|covers|filters|cleans|fits|catches|absorbs|survives|withstands"
            r"|replaces)(?: out)? (?:all|every|any)\b(?: [\w-]+){1,2}",
            ours=True,
            sells=True,
            now=True,
            needs="all every any",
        ),
    ),
    (
        "takes",
        rule(
            "promise",
            # What the customer does is a gerund: "switching takes a day".
            r"(?:[\w-]*ing\b(?: [\w'’-]+){0,3}|it|set-?up|installation|delivery)(?: only| just)? takes"
            r" (?:only |just"
            r" )?(?:an?|one) (?:single )?(?:second|moment|minute|hour|day|week|afternoon|morning)\b(?! of)",
            ours=True,
            place="first",
            sells=True,
        ),
    ),
    (
        "always never",
        rule(
            "promise",
            r"\bwith us,? [^.!?;]{1,60}\b(?:always|never)\b",
            ours=True,
            sells=True,
            now=True,
            needs="us",
        ),
    ),
    (
        "second third fourth fifth tenth other",
        rule(
            "number",
            # "Every second driver is insured with us": a share of all.
            r"\bevery (?:second|third|fourth|fifth|tenth|other) \w+ [^.!?;,]{0,60}\b(?:us|our|ours)\b",
            lexeme="share",
            ours=True,
            sells=True,
            now=True,
            needs="every",
        ),
    ),
    (
        "by before",
        rule(
            "promise",
            # "We'll have your car back by Friday", "up and running before lunch".
            rf"\bwe(?:['’]ll| will) {_STEP}{{1,60}} (?:by|before) {_MOMENT}\b"
            rf"|\b(?:is|are|be|get|gets|['’]s|['’]re) (?:\w+ ){{0,2}}?{_DONE} {_STEP}{{0,30}}?\b"
            rf"(?:by|before) {_MOMENT}\b"
            rf"|\b(?:ordered|booked|sent|order|book) {_STEP}{{0,30}}, (?:\w+ )?{_DONE} (?:by|before)"
            rf" {_MOMENT}\b",
            ours=True,
            sells=True,
            now=True,
            needs="tomorrow tonight noon midnight lunch lunchtime breakfast dinner dawn sunrise teatime"
            " christmas"
            " weekend morning end monday tuesday wednesday thursday friday saturday sunday",
        ),
    ),
    (
        "weekend afternoon morning evening day hour week minute sitting visit appointment quarter",
        rule(
            "promise",
            r"(?<!\bleaves )(?<!\bstarts )(?<!\bopens )(?<!\bbegins )(?<!\bcloses )(?<!\bback )(?<!\bonce )"
            r"(?<!\btwice )(?<!\bhours )(?<!\btimes )(?<!\bdays )(?<!\bminutes )\bin (?:just )?(?:a|an"
            r"|one) (?:single )?(?:weekend|afternoon"
            r"|morning|evening|day|hour|week|sitting|visit|appointment|quarter of an hour)\b"
            r"(?! (?:when|that|or two|like|of|full))",
            ours=True,
            sells=True,
            now=True,
            needs="in",
        ),
    ),
    # ── for how long we have been at it: who says it can be asked since when ──
    (
        "since",
        rule(
            "number",
            rf"\b(?:we|our|us|we['’]ve|we['’]re)\b{_STEP}{{0,80}}\bsince (?:the (?:early |late )?)?"
            r"(?:1[5-9]\d\d|20\d\d)s?\b"
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
)
