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
        "same",
        rule(
            "promise",
            # A short line that ends with it: "money moves the same day".
            rf"(?![^.!?]*(?:\d|\b(?:in|of)\b))(?:[\w'’-]+ ){{2,6}}the same (?:{_DAY}|week)(?=[.!]?$)",
            ours=True,
            place="first",
            sells=True,
            now=True,
            needs="day morning afternoon evening night week",
        ),
    ),
    (
        "one single",
        rule(
            "promise",
            r"\b(?:in|with|takes?|just|only|needs?) (?:just |only )?(?:one|a single) (?:click|tap|swipe"
            r"|keystroke"
            r"|step|call|email|form)\b",
            ours=True,
            sells=True,
            needs="click tap swipe keystroke step call email form",
        ),
    ),
    (
        "wait",
        rule(
            "promise",
            r"\b(?:(?:we|our)\b[^.!?;]{1,60}|\w+ed) while you wait\b",
            ours=True,
            sells=True,
            needs="while",
        ),
    ),
    (
        "clicks taps swipes",
        rule(
            "promise",
            r"(?:just |only )?(?:two|three|four|five|\d) (?:clicks|taps|swipes)(?:,| and| to)\b",
            ours=True,
            place="first",
            sells=True,
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
            r"\bin less time than\b(?: \w+){0,6}|\bin no time\b"
            r"|\bin the time (?:that )?it takes (?:you )?to \w+",
            ours=True,
            sells=True,
            now=True,
            needs="less no the",
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
        "by before",
        rule(
            "promise",
            # "We'll have your car back by Friday", "up and running before lunch".
            rf"\bwe(?:['’]ll| will) {_STEP}{{1,60}} (?:by|before) {_MOMENT}\b"
            rf"|\b(?:is|are|be|get|gets|['’]s|['’]re) (?:\w+ ){{0,2}}?{_DONE} {_STEP}{{0,30}}?\b"
            rf"(?:by|before) {_MOMENT}\b"
            r"|\b(?:arrives?|delivered|with you|ready|yours) tomorrow\b"
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
