"""The patterns of promises of how soon: the same day, by Friday, in an afternoon, overnight."""

from __future__ import annotations

from copykit.checks.stating import Rules, rule

__all__ = ["SOON"]

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

SOON: Rules = (
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
            r"\bovernight\b|\b(?:with|get|free|our|offers?|includes?|by) overnight"
            r" (?:delivery|shipping|service)\b",
            ours=True,
            sells=True,
            now=True,
        ),
    ),
    (
        "overnight",
        rule(
            "promise",
            r"overnight (?:delivery|shipping|service)\b",
            ours=True,
            place="first",
            sells=True,
            needs="delivery shipping service",
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
            # What follows from something is told there: "it folds open, so it needs no shelf".
            r"(?<!you )(?<!so it )(?<!so they )\b(?:needs?|requires?) no (?!(?:introduction|explanation"
            r"|more|further|longer|one)\b)[a-z]+",
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
            r"(?<!\bfits )(?<!\bfit )(?<!\bleaves )(?<!\bstarts )(?<!\bopens )(?<!\bbegins )(?<!\bcloses )"
            r"(?<!\bback )(?<!\bonce )(?<!\btwice )(?<!\bhours )(?<!\btimes )(?<!\bdays )(?<!\bminutes )"
            r"\bin (?:just )?(?:a|an|one) (?:single )?(?:weekend|afternoon"
            r"|morning|evening|day|hour|week|sitting|visit|appointment|quarter of an hour)\b"
            r"(?! (?:when|that|or two|like|of|full))",
            ours=True,
            sells=True,
            now=True,
            needs="in",
        ),
    ),
)
