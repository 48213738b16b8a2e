"""The patterns of comparisons: with others, with rivals by name, and with nobody at all."""

from __future__ import annotations

from copykit.checks.stating import Rules, rule
from copykit.checks.superlatives import GRADES

__all__ = ["COMPARISONS"]

_OTHERS = (
    r"(?:any|all|every|most|many|two|three|four|five|ten|the|its|our|your|their|a|an|no) (?:\w+ )?(?:other"
    r"|others|else|competitors?"
    r"|competing|competition"
    r"|rivals?|alternatives?|leading|average|traditional|conventional|ordinary|standard|typical|rest|market"
    r"|industry|brands?)"
    r"|others?|other [\w-]+|any on (?:the|sale)|any [\w-]+ (?:on|in) the|anyone|competitors?|rivals?"
    r"|alternatives?|the rest|average"
    r"|spreadsheets?|paper"
)
# One of these stands in each of them.
_OTHERS_WORDS = (
    "other others else competitor competitors competing competition rival rivals alternative alternatives"
    " leading average traditional conventional ordinary standard typical rest market industry brand"
    " brands any"
    " anyone spreadsheet spreadsheets paper"
)


# A word of the same clause; what a comparison compares; what it is compared with, but for one's own past.
_WORD = r"(?!(?:that|which|who|whose|and|but|or|when|if|because|not|never)\b)[\w'’-]+"
_MORE = (
    r"(?!(?:other|rather|ever|never|over|under|further|after|number|order|paper|customer|later|sooner)\b)"
    r"(?:\w{2,}er|(?:more|less|fewer) [\w-]+|better)"
)
_THAN = (
    r" than (?!(?:ever|before|expected|usual|normal|that|this|i|you|we|they|he|she|it|one|two|to|last"
    r"|just|half"
    r"|most|enough|your|what|how|when|nothing|anticipated|planned|necessary|needed|\d+"
    r"|a (?:year|month|week|day|dozen|hundred|thousand|million|few))\b)[\w'’-]+"
)
# Comparatives that praise; of the superlatives that do.
_BETTER = rf"(?:better|{'|'.join(sorted(f'{one[:-3]}er' for one in GRADES if one.endswith('est')))})"
COMPARISONS: Rules = (
    (
        "other",
        rule(
            "comparison",
            r"\bno other (?!(?:way|option|choice|reason|means|place|thing|news|question)\b)\w+(?: \w+){0,4}?"
            r" (?:comes close|can|will|\w+s)\b",
            ours=True,
            needs="no",
        ),
    ),
    (
        "than unlike beats outperforms outperform outsells t can cannot",
        rule(
            "comparison",
            rf"\b(?:\w+er|more|less|fewer|better)\b(?: [\w-]+){{0,4}} than (?:(?:at|in|on|with|from)"
            rf" )?(?:{_OTHERS})\b"
            rf"|\bunlike (?:{_OTHERS})\b|\bunlike (?-i:[A-Z])[\w'’-]+, (?:we|our)\b"
            r"|\bcan(?:no|['’])t (?:match|beat|rival|compete with) (?:us|our)\b"
            rf"|\b(?:beats?|outperforms?|outsells?) (?:{_OTHERS})\b",
            ours=True,
            needs=f"than unlike beat beats outperform outperforms outsell outsells & {_OTHERS_WORDS}"
            " | unlike & we our | match beat rival compete & us our",
        ),
    ),
    (
        "than",
        rule(
            "comparison",
            # "Cheaper than Fastvan": somebody with a name.
            r"\b(?:we|we['’]re|our|us)\b[^.!?;]{0,60}\b(?!(?:other|rather|ever|never|over|under)\b)"
            r"(?:\w{2,}er|(?:more|less) \w+) than (?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)*",
            ours=True,
            needs="we our us",
        ),
    ),
    (
        "than",
        rule(
            "comparison",
            # "Our glue holds longer than a nail."
            rf"\b(?:our (?:{_WORD} ){{1,3}}|we(?:['’]re| are)? )(?:{_WORD} ){{0,4}}{_MORE}{_THAN}",
            ours=True,
            needs="we our",
        ),
    ),
    (
        "than",
        rule(
            "comparison",
            # "We answer faster than your bank", but not than one's own eyes, or what one has.
            rf"\b(?:our (?:{_WORD} ){{1,3}}|we(?:['’]re| are)? )(?:{_WORD} ){{0,4}}{_BETTER} than your"
            r" (?!(?:own|last|eyes?|thumb|hand|head|hair|\w+ed)\b)[\w'’-]+",
            ours=True,
            sells=True,
            now=True,
            needs="your & we our",
        ),
    ),
    (
        "than",
        rule("comparison", rf"(?:{_WORD} ){{0,4}}{_MORE}{_THAN}", ours=True, place="after a name"),
    ),
    (
        "than",
        rule(
            "comparison",
            # "Cheaper than Fastvan for big boxes."
            rf"(?:even |far |much |always )?{_MORE} than (?-i:[A-Z]|(?:any|the|every|all|most) )[\w'’-]+"
            rf"|(?:even|far|much) {_MORE}{_THAN}",
            ours=True,
            place="first",
        ),
    ),
    (
        "nobody nothing no none like",
        rule(
            "comparison",
            r"\b(?:nobody|no one|none|no (?!doubt\b)(?:other )?\w+)\b(?: else)?(?: \w+){1,3} (?:faster"
            r"|cheaper"
            r"|quicker|better|safer"
            r"|greener|cleaner|closer|sooner|friendlier|easier|simpler|stronger|more|less)\b"
            r"|\b(?:nobody|no one) else (?:in \w+ |here )?(?:can [a-z]+|(?:has|have|offer|make|do)\b"
            r"|(?!(?:was|is|knows|sees|cares|minds|notices|thinks|seems)\b)[a-z]+s\b)"
            r"|\b(?:nobody|no one|none)(?: else)? (?:(?!to\b)\w+ ){1,3}?(?:a |an )?(?:wider|bigger|larger"
            r"|longer|lower|higher"
            r"|deeper|fresher|finer|richer|lighter|warmer|softer|brighter|quieter|shorter|smaller)\b"
            r"|\blike no other\b|\bnothing (?:else )?(?:beats|compares|comes close|works as)\b",
            ours=True,
            needs="faster cheaper quicker better safer greener cleaner closer sooner friendlier easier"
            " simpler stronger more less wider bigger larger longer lower higher deeper fresher finer richer"
            " lighter warmer softer brighter quieter shorter smaller else beats compares comes works"
            " | like & other",
        ),
    ),
    (
        "beat undercut outperform outsell",
        rule(
            "comparison",
            r"\b(?:we|us)(?: can| always)? (?:beat|undercut|outperform|outsell) (?:(?-i:[A-Z])|(?:every"
            r"|any|all) )[\w'’-]+",
            ours=True,
        ),
    ),
    (
        "other others rivals competitors rest most",
        rule(
            "comparison",
            # "Where others take weeks, we take a day."
            r"\b(?:where|while) (?:most|many|all|other|others|the (?:rest|others?)|(?:our"
            r" )?(?:rivals|competitors))\b"
            r"[^.!?;,]{1,60}, (?:we|our)\b",
            ours=True,
            needs="where while & we our",
        ),
    ),
    (
        "other others",
        rule(
            "comparison",
            r"\bwhere others?(?: \w+)? (?:fail|fails|stop|stops|give up|struggle|can(?:no|['’])t)\b",
            ours=True,
            needs="where",
        ),
    ),
    (
        "than",
        rule(
            "comparison",
            # "Ours costs less than a bus ticket."
            rf"\bours? (?:{_WORD} ){{0,3}}(?:costs?|weighs?|takes?|uses?|needs?) (?:less|more|no more) than"
            r" (?:an? |the |your )?(?!(?:an|one|two|three|half|ever|you)\b)[a-z]+(?: [a-z]+)?",
            ours=True,
            needs="our ours",
        ),
    ),
    (
        "unlike",
        rule(
            "comparison",
            r"\bunlike (?:most|many|other|some|all|any) [\w-]+(?: [\w-]+)?, (?:we|our)\b",
            ours=True,
            needs="we our",
        ),
    ),
    (
        "outlast outlasts outlive outlives outshine outshines outclass outclasses outdo outdoes"
        " outrun outruns outpace"
        " outpaces",
        rule(
            "comparison",
            rf"\bout(?:last|live|shine|class|do|run|pace)(?:e?s)? (?:{_OTHERS})(?: [\w-]+)?",
            ours=True,
        ),
    ),
    (
        "no",
        rule(
            "comparison",
            # "There's no better place to learn to dive."
            rf"(?:there(?:['’]s| is)|you(?:['’]ll| will) (?:find|see|get|have|meet)) no {_MORE} (?!(?:time"
            rf"|feeling|than|to|need|reason|doubt|joy"
            rf"|friend)\b)[a-z]+",
            ours=True,
            place="first",
        ),
    ),
    (
        "nothing nobody",
        rule(
            "comparison",
            r"(?:nothing|nobody) (?:(?:on|in) (?:the )?\w+ |else )?(?!(?:is|was|feels|looks|gets|seems"
            r"|matters|lasts|goes|\w+ to)\b)\w{2,}s"
            r" (?:(?!than\b)\w+ ){0,2}?(?!(?:after|over|under|never|other|dinner|water"
            r"|paper)\b)(?:\w{2,}er|better)\b",
            ours=True,
            place="first",
        ),
    ),
    (
        "won won't won’t can can't can’t cannot",
        rule(
            "comparison",
            # "You won't find a lower price anywhere."
            r"\byou (?:won['’]t|will not|can['’]t|cannot) (?:find|get|buy) (?:a |an |any )?(?:\w+ )?"
            r"(?!(?:other|another|under|over|ever|never)\b)(?:\w{2,}er|better)\b",
            ours=True,
            needs="find get buy",
        ),
    ),
    (
        "elsewhere nowhere else",
        rule(
            "superlative",
            # What nobody else has: "you can't get this cheese anywhere else".
            r"\b(?:can['’]t|cannot|can not|won['’]t|will not|never) (?:find|get|buy|have|taste|see|try"
            r"|order|hear)\b"
            r"[^.!?;,]{0,40}\b(?:anywhere else|elsewhere)\b|\b(?:found|made|sold|taught) nowhere else\b",
            lexeme="only",
            ours=True,
            sells=True,
            now=True,
        ),
    ),
    (
        "invented invent pioneered patented",
        rule(
            "superlative",
            r"\bwe(?:['’]ve| have)? (?:invented|pioneered|patented) [^.!?;,]{1,40}",
            lexeme="invented",
            ours=True,
        ),
    ),
    (
        "last only most",
        rule(
            "superlative",
            r"\b(?:last|only|best|most \w+) [\w -]{1,30} (?:that )?you(?:['’]ll| will) ever (?:need|buy"
            r"|own|want)\b",
            ours=True,
            sells=True,
            needs="ever",
        ),
    ),
    (
        "than",
        rule(
            "comparison",
            # "It's quieter than a fridge", "lower fees than your bank".
            rf"(?:it|this|they)(?:['’]s|['’]re| is| are) (?:far |much |even )?{_BETTER} than"
            r" (?:an?|the|your|any|most|every|\w+ing)\b(?: [\w-]+)?"
            rf"|(?:{_BETTER}|more|less|fewer) [\w-]+ than (?:your|any|most|every|the)\b(?: [\w-]+)?",
            ours=True,
            place="first",
            sells=True,
        ),
    ),
    (
        "than",
        rule(
            "comparison",
            # "Stronger than steel." and "It's cheaper than hiring a lawyer."
            rf"\b(?!rather\b){_MORE}{_THAN}|(?:[\w'’-]+ ){{1,3}}that (?:costs?|weighs?|takes?|needs?)"
            rf" less{_THAN}|(?:it|they)(?:['’]s|['’]re| is| are) (?:far |much |even"
            rf" )?(?:cheap|fast|quick|eas|saf|clean|strong"
            r"|simpl)i?e?r than \w+ing\b",
            ours=True,
            place="first",
        ),
    ),
    (
        "nowhere exist exists won won't won’t never can't can’t cannot can t few none nobody no doesn't"
        " doesn’t",
        rule(
            "comparison",
            # Denied of all others, a comparative is a superlative: "nowhere will you find a finer espresso",
            # "a safer helmet does not exist", "few firms know it better".
            rf"\bnowhere (?:else )?(?:will|can|do) you [^.!?;,]{{1,30}}\b{_BETTER}\b"
            rf"|\byou(?:['’]ll)? (?:won['’]t|will not|will never|never|can['’]t|cannot) [^.!?;,]{{1,30}}?"
            rf"(?:\ba |\ban |\bany )?{_BETTER} [\w-]+[^.!?;,]{{0,20}}\b(?:anywhere|elsewhere)\b"
            rf"|\b(?:few|no|none|nobody|no one)(?: \w+){{0,3}}? (?!(?:is|are|was|were)\b)\w+"
            rf" [^.!?;,]{{0,30}}?\b{_BETTER}"
            rf"(?: than (?:us|we|our)\b| [\w-]+[.!]?$|(?=[.!,]|$))"
            rf"|\bno \w+ (?:is|are) {_BETTER}(?=[.!,]|$)"
            rf"|\ban? {_BETTER} [\w-]+ (?:does not|doesn['’]t|can['’]t) (?:exist|be found|be had)\b",
            ours=True,
            sells=True,
            now=True,
        ),
    ),
)
