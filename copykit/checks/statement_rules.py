"""The patterns of statements other than numbers and superlatives, each under the words that let it run."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

__all__ = ["TRIGGERS", "Kind", "Rule", "rules_for"]

Kind = Literal[
    "number",
    "promise",
    "superlative",
    "comparison",
    "guarantee",
    "certificate",
    "endorsement",
    "green",
    "health",
]

_OTHERS = (
    r"(?:any|all|every|most|many|the|its|our|your|their|a|an|no) (?:\w+ )?(?:other|others|else|competitors?"
    r"|competing|competition"
    r"|rivals?|alternatives?|leading|average|traditional|conventional|ordinary|standard|typical|rest|market"
    r"|industry|brands?)"
    r"|others?|other [\w-]+|anyone|competitors?|rivals?|alternatives?|the rest|average"
    r"|spreadsheets?|paper"
)
# One of these stands in each of them.
_OTHERS_WORDS = (
    "other others else competitor competitors competing competition rival rivals alternative alternatives"
    " leading average traditional conventional ordinary standard typical rest market industry brand brands"
    " anyone spreadsheet spreadsheets paper"
)


@dataclass(frozen=True)
class Rule:
    """One pattern, what it finds, and when that counts."""

    kind: Kind
    source: str  # of the pattern
    lexeme: str  # empty: what the pattern found
    ours: bool  # whether it counts only where the sentence is about the brand, or is a bare headline
    place: Place  # where in the sentence it counts: anywhere, as its first words, after the brand's name
    needs: tuple[tuple[frozenset[str], ...], ...]  # of one of these ways, a word of each set has to be there

    def may_match(self, seen: Set[str]) -> bool:
        """Whether a sentence has the words for a match, by its runs of letters in lower case."""
        return not self.needs or any(all(not words.isdisjoint(seen) for words in way) for way in self.needs)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern; compiled when its words are first met, since few texts have those of all rules."""
        return re.compile(self.source, re.IGNORECASE)


Place = Literal["any", "first", "after a name"]


def _rule(
    kind: Kind, pattern: str, *, lexeme: str = "", ours: bool = False, place: Place = "any", needs: str = ""
) -> Rule:
    ways = tuple(
        tuple(frozenset(words.split()) for words in way.split("&")) for way in needs.split("|") if way
    )
    return Rule(kind, pattern, lexeme, ours, place, ways)


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
_ZERO = (
    r"zero[ -](?!(?:interest|chance|idea|tolerance|sum|in|to|hour|or|point|percent|per|degrees?|based|day"
    r"|days"
    r"|waste|emissions?|carbon|co2)\b)[a-z]+\b"
)
_NO = r"(?<!no )(?<!not )(?<!n't )(?<!n’t )(?<!without )(?<!never )"
_AWARD = _rule(
    "superlative",
    r"\baward[- ]winning\b|\bwinners?[,:] [^.!?;]{0,60}|\b(?:winners?|finalists?) (?:of|for|in"
    r"|at) [^.!?;]{0,60}"
    r"|\bvoted (?:the |as )?(?:[\w.]+['’]s )?(?:best|#1|no\. ?1|number one|top|most"
    r"|favou?rite)\b[^.!?;,]{0,40}"
    r"|\b(?:won|wins|winning|earned|received|named|took home)\b[^.!?;]{0,60}\b(?<!contract )awards?\b"
    r"|\b(?<!contract )awards? (?:for|winner)\b[^.!?;,]{0,40}",
    lexeme="award",
)
_RULES: tuple[tuple[str, Rule], ...] = (
    ("award awards winner winners finalist finalists voted won named took", _AWARD),
    (
        "1 number no",
        _rule(
            "superlative",
            # "tenet #1" is a number; "the #1 app" is a claim.
            r"(?:(?<!\w )(?<!\w)|(?<=\bthe )|(?<=\bour )|(?<=\bis )|(?<=\bare )|(?<=\bas )|(?<=['’]s )"
            r"|(?<=['’]re )"
            r"|(?<=\brated )|(?<=\branked )|(?<=\bvoted ))(?:#\s?1|no\. ?1|number one)\b"
            r"(?! (?:priority|goal|reason|thing|rule|question|problem|concern|complaint|mistake|request"
            r"|issue|tip|obstacle|challenge|barrier|cause|source|enemy|fear))",
            lexeme="number one",
        ),
    ),
    (
        "industry market world best bestselling top unrivalled unrivaled unbeatable unmatched unparalleled"
        " first none",
        _rule(
            "superlative",
            r"\b(?:(?:industry|market|world)[- ]leading|best[- ]in[- ]class|best-?selling|top-(?:rated"
            r"|selling)|unrivalled"
            r"|unrivaled|unbeatable|unmatched|unparalleled|best-loved|first-ever|second to none"
            r"|world-class)\b",
            ours=True,
        ),
    ),
    (
        "hundreds thousands millions",
        _rule(
            "number",
            r"\b(?:hundreds|thousands|millions) of (?:\w+ ){0,2}(?:customers|clients|users|families|people"
            r"|teams|companies|businesses|shops|members|subscribers|readers|parents|fans)\b",
            ours=True,
        ),
    ),
    (
        "hundreds thousands millions",
        _rule(
            "number",
            r"(?:hundreds|thousands|millions) of (?!(?:years|miles|times|hours|ways|things|words|dollars"
            r"|pounds"
            r"|euros|lines|pages)\b)(?:\w+ )?\w+s\b",
            ours=True,
            place="first",
        ),
    ),
    (
        "other",
        _rule(
            "comparison",
            r"\bno other (?!(?:way|option|choice|reason|means|place|thing|news|question)\b)\w+(?: \w+)?"
            r" (?:comes close|can|will|\w+s)\b",
            ours=True,
        ),
    ),
    (
        "than unlike beats outperforms outperform outsells t can cannot",
        _rule(
            "comparison",
            rf"\b(?:\w+er|more|less|fewer|better)\b(?: [\w-]+){{0,4}} than (?:{_OTHERS})\b"
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
        _rule(
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
        _rule(
            "comparison",
            # "Our glue holds longer than a nail."
            rf"\b(?:our (?:{_WORD} ){{1,3}}|we(?:['’]re| are)? )(?:{_WORD} ){{0,4}}{_MORE}{_THAN}",
            ours=True,
            needs="we our",
        ),
    ),
    (
        "than",
        _rule("comparison", rf"(?:{_WORD} ){{0,4}}{_MORE}{_THAN}", ours=True, place="after a name"),
    ),
    (
        "than",
        _rule(
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
        _rule(
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
        ),
    ),
    (
        "beat undercut outperform outsell",
        _rule(
            "comparison",
            r"\b(?:we|us)(?: can| always)? (?:beat|undercut|outperform|outsell) (?:(?-i:[A-Z])|(?:every"
            r"|any|all) )[\w'’-]+",
            ours=True,
        ),
    ),
    (
        "seconds minutes moments",
        _rule(
            "promise",
            r"\b(?:within|in) (?:just |mere |a few )?(?:seconds|minutes|moments)\b(?! (?:of|from|later"
            r"|after))",
            ours=True,
        ),
    ),
    (
        "free",
        _rule("promise", r"\b(?:buy|order) \w+,? (?:and )?get \w+(?: \w+)? free\b", ours=True),
    ),
    (
        "clock week",
        _rule("promise", r"\b(?:a)?round the clock\b|\b(?:seven|7) days a week\b", ours=True),
    ),
    ("zero", _rule("promise", _ZERO, ours=True, place="first")),
    ("zero", _rule("promise", rf"(?:\b(?:with|at|have|has|get|gets|means)|,) {_ZERO}", ours=True)),
    (
        "featured",
        _rule("endorsement", r"featured (?:in|on|by) [^.!?;]{0,40}", ours=True, place="first"),
    ),
    (
        "sustainable",
        _rule(
            "green",
            r"\b(?:more |most |truly |a )?sustainable (?:way|option|alternative|solution|product|delivery"
            r"|deliveries"
            r"|shipping|paper|fabric|clothing|clothes|wood|packs?)\b",
            ours=True,
        ),
    ),
    (
        "free pay back refund",
        _rule(
            "guarantee",
            r"\bor (?:it(?:['’]s| is)|they(?:['’]re| are)|(?:your|the) \w+ (?:is|are)) (?:free|on us)\b"
            r"|\bor you (?:don['’]t|do not|won['’]t) pay\b|\bor you pay nothing\b"
            r"|\bor we(?:['’]ll)? (?:pay|refund)\b"
            r"|\bor (?:we['’]ll )?(?:get )?your money back\b"
            r"|\bif (?:we|it|they)(?:['’]re)? [^.!?;,]{0,40}, (?:you (?:don['’]t|won['’]t|do not) pay"
            r"|it['’]s free|we pay)\b",
            ours=True,
        ),
    ),
    (
        "us",
        _rule(
            "endorsement",
            # "Florists recommend us", "Nurses, teachers and four MPs send with us": somebody vouches for us.
            r"\b(?!(?:can|to|you|we|i|they|should|will|would|could|may|might|please|and|not|who|that|don|must|let|also)\b)"
            r"\w+ (?:endorses?|recommends?|trusts?|prefers?|swears? by|rel(?:y|ies) on|chose|chooses?) us\b"
            r"|(?-i:[A-Z])\w+, \w+(?:, \w+)? and (?:\w+ ){1,2}(?:send|ship|shop|bank|train|book|buy|fly"
            r"|travel|sign up)"
            r" (?:with|from) us\b",
            ours=True,
        ),
    ),
    (
        "recommend recommended endorsed trusted loved adored preferred chosen picked used relied"
        " seen featured",
        _rule(
            "endorsement",
            r"\b(?:vets|doctors|dentists|experts|nurses|dietitians|nutritionists|teachers|lawyers|engineers"
            r"|farmers|chefs|midwives|physios) recommend\b"
            r"|\b(?:recommended|endorsed|trusted) by\b"
            r"|\bas seen (?:in|on)\b[^.!?;]{0,40}|\bas featured (?:in|on|by) [^.!?;]{0,40}"
            r"|(?<!was )(?<!were )\b(?:loved|adored|preferred|chosen"
            r"|picked) by (?:\w+ )?(?:(?-i:[A-Z])[\w'’-]+|\w+s)\b"
            r"|(?<!be )(?<!been )\b(?:used|relied (?:up)?on) by (?:the )?(?:(?:team|people"
            r"|staff)s? at )?(?-i:[A-Z])[\w'’-]+",
            lexeme="vouched for",
            ours=True,
        ),
    ),
    (
        "free",
        _rule(
            "guarantee",
            r"\bfree(?: for (?:everyone|everybody|all))?,? (?:for ever|forever|for life|for good"
            r"|for as long as)\b",
            lexeme="free for ever",
            ours=True,
        ),
    ),
    (
        "hidden extra setup set joining booking upfront cancellation",
        _rule(
            "promise",
            r"\b(?:no|without) (?:hidden|extra|set-?up|joining|booking|upfront|cancellation) (?:fees?"
            r"|charges?|costs?)\b",
            ours=True,
        ),
    ),
    (
        "never",
        _rule(
            "promise",
            r"\b(?:we|we['’]ve|our \w+)(?: have| has)? never (?:lose|lost|loses|miss|missed|fail|failed"
            r"|broke|broken"
            r"|been late|run out|late)\b[^.!?;,]{0,30}|\byou(?:['’]ll| will)? never (?:\w+ ){1,4}again\b",
            ours=True,
        ),
    ),
    (
        "emit emits emissions emission exhaust",
        _rule(
            "green",
            r"\b(?:emits?|produces?|causes?|makes?) (?:no|zero) (?:CO2|CO₂|carbon|emissions?|exhaust|waste)"
            r"|\b(?:no|without|zero)[- ](?:emissions?|exhaust)\b|\bemissions?[- ]free\b",
            ours=True,
        ),
    ),
    (
        "every each all anywhere nationwide worldwide",
        _rule(
            "promise",
            r"\b(?:every|each|all)(?: \w+){1,3} (?:in|across|on) (?:the |our )?"
            r"(?:world|country|county|nation|planet|earth|continent|uk|us|usa|eu|britain|england|scotland|wales|ireland"
            r"|america|canada|europe|australia)\b|\banywhere in (?:the )?\w+\b|\b(?:nation|world)wide\b",
            ours=True,
        ),
    ),
    (
        "promise promises",
        _rule("promise", r"\b(?:i|we)(?: can| do)? promise(?: you)?\b(?: [^.!?;,]{0,60})?", ours=True),
    ),
    (
        "tested certified approved accredited listed marked compliant certification accreditation",
        _rule(
            "certificate",
            r"(?<!\w)(?-i:[A-ZÄÖÜ]{2,6})[- ](?:tested|certified|approved|accredited|listed|marked"
            r"|compliant|certification|accreditation)\b|\b(?:certified|tested"
            r"|accredited) to (?-i:(?!ISO)[A-Z]{2,})\b",
            ours=True,
        ),
    ),
    (
        "guarantee guarantees money refund refunds",
        _rule(
            "guarantee",
            r"\b(?:your |our |their )?money[- ]back\b(?:[- ]guarantee| promise)?|\bwe(?:['’]ll)? refund\b"
            r"|\b(?:full|complete) refunds?\b|\b(?:our|a|day|money|satisfaction) (?:\w+ )?guarantees?\b",
            lexeme="money back",
            ours=True,
        ),
    ),
    (
        "guaranteed guarantee guarantees risk warranty double twice difference quibble questions hassle",
        _rule(
            "guarantee",
            r"\bwe(?:['’]ll| will)? (?:pay|refund|give)(?: you)?(?: back)? (?:double|twice|the difference)\b|"
            rf"{_NO}\b(?:guaranteed|risk[- ]free)\b|\bno[- ](?:risk|quibble|questions[- ]asked|hassle)\b"
            rf"|\bwe guarantee\b|\b(?:\w+ )?warranty\b"
            r"|\b(?:lifetime|price|results?) guarantees?\b",
            ours=True,
        ),
    ),
    (
        "iso soc b hipaa gdpr pci fedramp ccpa fsc fairtrade fair soil organic vegan kosher halal gluten"
        " cruelty certified"
        " accredited approved fda clinically scientifically dermatologist vet doctor dentist lab",
        _rule(
            "certificate",
            r"\bISO(?:/IEC)?[ -]?\d{4,5}\b(?:[- ]certified)?|\bSOC ?2\b(?: Type (?:II|I|2|1))?|\bB[ -]Corp\b"
            r"|\b(?:HIPAA|GDPR|PCI(?: DSS)?|FedRAMP|CCPA)[- ](?:compliant|certified|ready|compliance)\b"
            r"|\bFSC\b|\bFairtrade\b"
            r"|\bfair[- ]trade\b|\bSoil Association\b|\b(?:certified|approved|accredited) by\b"
            r"|\bcertified (?:organic|vegan|carbon)\b"
            r"|\b(?:(?<!\ba )vegan|vegan(?= (?!and|or|who|in|on|is)\w)|kosher|halal|gluten[- ]free"
            r"|cruelty[- ]free)\b(?:[- ](?:certified|approved))?"
            r"|\bFDA[- ](?:approved|registered|cleared)\b|\b(?:clinically|scientifically) (?:proven|tested)\b"
            r"|\b(?<!the )(?<!my )(?<!\ba )(?:dermatologist|vet|doctor|dentist|lab)[- ](?:tested|approved"
            r"|recommended)\b"
            r"|(?<!open, )\borganic\b(?!(?:ally)? (?:search|traffic|growth|reach|results?|posts?|views?"
            r"|social"
            r"|content|waste|matter|process|chemistry|way|leads?))",
            ours=True,
        ),
    ),
    (
        "plant eco earth planet climate environmentally environment biodegradable compostable carbon net zero"
        " plastic natural"
        " toxic chemical recyclable recycled renewable sustainable sustainably greener ocean reclaimed"
        " upcycled",
        _rule(
            "green",
            r"\bplants? (?:a|one|\d+) trees?\b|\b(?:eco|earth|planet|climate)[- ]friendly\b"
            r"|\benvironmentally[- ](?:friendly|sound|safe"
            r"|responsible)\b"
            r"|\b(?:home[- ])?(?:biodegradable|compostable)\b|\b(?:carbon|climate)[- ](?:neutral(?:ity"
            r"|ly)?|negative"
            r"|positive|free)\b"
            r"|\bnet[- ]zero\b|\blow[- ]carbon\b|\bzero[- ](?:waste|emissions?)\b|\bplastic[- ]free\b"
            r"|\b(?:kind(?:er)?|gentle|good|better) (?:to|on|for) the (?:planet|environment|earth)\b"
            r"|\bnon[- ]toxic\b"
            r"|\bchemical[- ]free\b|\b(?:100 ?%|all|fully|completely) (?:natural|recyclable|recycled"
            r"|renewable|sustainable)\b"
            r"|\bsustainabl[ey][- ](?:sourced|made|grown|farmed|packaged|packaging|materials?|ingredients?"
            r"|choice|pots?|boxes)\b"
            r"|\b(?:made|woven|cut|sewn|built|printed) (?:from|of|with|on) (?:\w+ )?(?:ocean|reclaimed"
            r"|upcycled|recycled)\b"
            r"|\b(?:is|are|['’]re) (?:\w+ )?(?:recyclable|sustainable)\b|\bgreener (?:packaging|choice"
            r"|option|way)\b"
            r"|\brecyclable (?:pots?|packaging|box(?:es)?|pouch(?:es)?|sleeves?|lids?|tubs?|bags?|bottles?)\b"
            r"|\bsaves? the planet\b|\b(?:all[- ]natural|natural ingredients)\b"
            r"|\b(?:powered|driven) by (?:\w+ )?(?:renewables?|green|solar|wind|clean|sun)\b",
        ),
    ),
    (
        "better good immunity immune digestion cholesterol fibre fiber protein heart detox detoxes"
        " detoxing superfood"
        " superfoods sugar"
        " fat",
        _rule(
            "health",
            r"\b(?:better|good) for you\b(?!\?)|\b(?:boosts?|supports?|strengthens?) (?:your )?(?:immunity"
            r"|immune|digestion)\b"
            r"|\blowers? (?:your )?cholesterol\b"
            r"|\b(?:high in|source of|rich in|packed with) (?:fibre|fiber|protein)\b|\bheart-healthy\b"
            r"|\bdetox(?:es|ing)?\b"
            r"|\bsuperfoods?\b|\b(?:no added|low in|free from|reduced) (?:sugar|fat)\b|\b(?:sugar"
            r"|fat)[- ]free\b",
        ),
    ),
)


def _by_trigger() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for at, (words, _) in enumerate(_RULES):
        for word in words.split():
            found[word] = found.get(word, frozenset()) | {at}
    return found


_TRIGGERS = _by_trigger()
TRIGGERS = frozenset(_TRIGGERS)


def rules_for(seen: Set[str]) -> list[Rule]:
    """The rules that a sentence's words in lower case let run, in the order in which they speak."""
    words = seen & TRIGGERS
    if not words:
        return []
    places = frozenset[int]().union(*(_TRIGGERS[word] for word in words))
    return [_RULES[at][1] for at in sorted(places)]
