"""The patterns of statements other than numbers and superlatives, each under the words that let it run."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

__all__ = ["TRIGGERS", "Kind", "Rule"]

Kind = Literal[
    "number", "promise", "superlative", "comparison", "guarantee", "certificate", "green", "health"
]

_OTHERS = (
    r"(?:any|all|every|most|many|the|its|our|your|their|a|an|no) (?:\w+ )?(?:other|others|else|competitors?"
    r"|competing|competition"
    r"|rivals?|alternatives?|leading|average|traditional|conventional|ordinary|standard|typical|rest|market"
    r"|industry|brands?)"
    r"|others?|other [\w-]+|anyone|competitors?|rivals?|alternatives?|the rest|average"
    r"|spreadsheets?|paper"
)


class Rule(NamedTuple):
    """One pattern, what it finds, and when that counts."""

    kind: Kind
    pattern: re.Pattern[str]
    lexeme: str  # empty: what the pattern found
    ours: bool  # whether it counts only where the sentence is about the brand, or is a bare headline


def _rule(kind: Kind, pattern: str, *, lexeme: str = "", ours: bool = False) -> Rule:
    return Rule(kind, re.compile(pattern, re.IGNORECASE), lexeme, ours)


_NO = r"(?<!no )(?<!not )(?<!n't )(?<!n’t )(?<!without )(?<!never )"
_AWARD = _rule(
    "superlative",
    r"\baward[- ]winning\b|\b(?:winners?|finalists?) (?:of|for|in|at) [^.!?;]{0,60}"
    r"|\bvoted (?:the |as )?(?:[\w.]+['’]s )?(?:best|#1|no\. ?1|number one|top|most"
    r"|favou?rite)\b[^.!?;,]{0,40}"
    r"|\b(?:won|wins|winning|earned|received|named)\b[^.!?;]{0,60}\b(?<!contract )awards?\b"
    r"|\b(?<!contract )awards? (?:for|of|winner)\b[^.!?;,]{0,40}",
    lexeme="award",
)
_RULES: tuple[tuple[str, Rule], ...] = (
    ("award awards winner winners finalist finalists voted won named", _AWARD),
    (
        "1 number no",
        _rule(
            "superlative",
            # "tenet #1" is a number; "the #1 app" is a claim.
            r"(?:(?<!\w )(?<!\w)|(?<=\bthe )|(?<=\bour )|(?<=\bis )|(?<=\bare )|(?<=\bas )|(?<=['’]s )"
            r"|(?<=['’]re )"
            r"|(?<=\brated )|(?<=\branked )|(?<=\bvoted ))(?:#\s?1|no\. ?1|number one)\b"
            r"(?! (?:priority|goal|reason|thing|rule|question|problem|concern|complaint|mistake|request"
            r"|issue|tip))",
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
            r"|teams|companies"
            r"|businesses|shops|members|subscribers|readers|parents|fans)\b",
            ours=True,
        ),
    ),
    (
        "other",
        _rule(
            "comparison",
            r"\bno other (?:\w+ ){1,3}(?:comes close|does|can|has|offers|makes|gives|will)\b",
            ours=True,
        ),
    ),
    (
        "than unlike beats outperforms outperform outsells",
        _rule(
            "comparison",
            rf"\b(?:\w+er|more|less|fewer|better)\b(?: [\w-]+){{0,4}} than (?:{_OTHERS})\b"
            rf"|\bunlike (?:{_OTHERS})\b|\b(?:beats?|outperforms?|outsells?) (?:{_OTHERS})\b",
            ours=True,
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
        ),
    ),
    (
        "nobody nothing no none",
        _rule(
            "comparison",
            r"\b(?:nobody|no one|none|no (?:other )?\w+)\b(?: else)?(?: \w+){1,3} (?:faster|cheaper"
            r"|quicker|better|safer"
            r"|greener|cleaner|closer|sooner|friendlier|easier|simpler|stronger|more|less)\b"
            r"|\b(?:nobody|no one) else (?:has|have|offers?|does|can|delivers?|gives?|makes?|sells?|gets?)\b"
            r"|\bnothing (?:else )?(?:beats|compares|comes close|works as)\b",
            ours=True,
        ),
    ),
    (
        "beat undercut outperform outsell",
        _rule(
            "comparison",
            r"\b(?:we|us)(?: can| always)? (?:beat|undercut|outperform|outsell) (?-i:[A-Z])[\w'’-]+",
            ours=True,
        ),
    ),
    (
        "us",
        _rule(
            "certificate",
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
        "tested certified approved accredited listed marked certification accreditation",
        _rule(
            "certificate",
            r"(?<!\w)(?-i:[A-ZÄÖÜ]{2,6})[- ](?:tested|certified|approved|accredited|listed|marked"
            r"|certification"
            r"|accreditation)\b",
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
        "guaranteed guarantee guarantees risk warranty double twice difference",
        _rule(
            "guarantee",
            r"\bwe(?:['’]ll| will)? (?:pay|refund|give)(?: you)?(?: back)? (?:double|twice|the difference)\b|"
            rf"{_NO}\b(?:guaranteed|risk[- ]free)\b|\bno[- ]risk\b|\bwe guarantee\b|\b(?:\w+ )?warranty\b"
            r"|\b(?:lifetime|price|results?) guarantees?\b",
            ours=True,
        ),
    ),
    (
        "iso soc b hipaa gdpr pci fedramp ccpa fsc fairtrade fair soil organic vegan kosher halal gluten"
        " cruelty certified"
        " accredited approved fda clinically scientifically dermatologist vet doctor dentist lab recommend"
        " recommended"
        " endorsed trusted seen",
        _rule(
            "certificate",
            r"\bISO[ -]?\d{4,5}\b(?:[- ]certified)?|\bSOC ?2\b(?: Type (?:II|I|2|1))?|\bB[ -]Corp\b"
            r"|\b(?:HIPAA|GDPR|PCI(?: DSS)?|FedRAMP|CCPA)[- ](?:compliant|certified|ready|compliance)\b"
            r"|\bFSC\b|\bFairtrade\b"
            r"|\bfair[- ]trade\b|\bSoil Association\b|\b(?:certified|approved|accredited) by\b"
            r"|\bcertified (?:organic|vegan|carbon)\b"
            r"|\b(?:(?<!\ba )vegan|vegan(?= (?!and|or|who|in|on|is)\w)|kosher|halal|gluten[- ]free"
            r"|cruelty[- ]free)\b(?:[- ](?:certified|approved))?"
            r"|\bFDA[- ](?:approved|registered|cleared)\b|\b(?:clinically|scientifically) (?:proven|tested)\b"
            r"|\b(?<!the )(?<!my )(?<!\ba )(?:dermatologist|vet|doctor|dentist|lab)[- ](?:tested|approved"
            r"|recommended)\b"
            r"|\b(?:vets|doctors|dentists|experts|dietitians|nutritionists) recommend\b"
            r"|\b(?:recommended|endorsed|trusted) by\b|\bas seen (?:in|on)\b"
            r"|\borganic\b(?!(?:ally)? (?:search|traffic|growth|reach|results?|posts?|views?|social"
            r"|content))",
            ours=True,
        ),
    ),
    (
        "plant eco earth planet climate environmentally environment biodegradable compostable carbon net zero"
        " plastic natural"
        " toxic chemical recyclable recycled renewable sustainable sustainably greener",
        _rule(
            "green",
            r"\bplants? (?:a|one|\d+) trees?\b|\b(?:eco|earth|planet|climate)[- ]friendly\b"
            r"|\benvironmentally[- ](?:friendly|sound|safe"
            r"|responsible)\b"
            r"|\b(?:home[- ])?(?:biodegradable|compostable)\b|\b(?:carbon|climate)[- ](?:neutral|negative"
            r"|positive|free)\b"
            r"|\bnet[- ]zero\b|\blow[- ]carbon\b|\bzero[- ](?:waste|emissions?)\b|\bplastic[- ]free\b"
            r"|\b(?:kind(?:er)?|gentle|good|better) (?:to|on|for) the (?:planet|environment|earth)\b"
            r"|\bnon[- ]toxic\b"
            r"|\bchemical[- ]free\b|\b(?:100 ?%|all|fully|completely) (?:natural|recyclable|recycled"
            r"|renewable|sustainable)\b"
            r"|\bsustainabl[ey][- ](?:sourced|made|grown|farmed|packaged|packaging|materials?|ingredients?"
            r"|choice|pots?|boxes)\b"
            r"|\b(?:is|are|['’]re) (?:\w+ )?(?:recyclable|sustainable)\b|\bgreener (?:packaging|choice"
            r"|option|way)\b"
            r"|\brecyclable (?:pots?|packaging|box(?:es)?|pouch(?:es)?|sleeves?|lids?|tubs?|bags?|bottles?)\b"
            r"|\bsaves? the planet\b",
        ),
    ),
    (
        "better good immunity immune digestion cholesterol fibre fiber protein heart detox detoxes"
        " detoxing superfood"
        " superfoods sugar"
        " fat",
        _rule(
            "health",
            r"\b(?:better|good) for you\b|\b(?:boosts?|supports?|strengthens?) (?:your )?(?:immunity"
            r"|immune|digestion)\b"
            r"|\blowers? (?:your )?cholesterol\b"
            r"|\b(?:high in|source of|rich in|packed with) (?:fibre|fiber|protein)\b|\bheart-healthy\b"
            r"|\bdetox(?:es|ing)?\b"
            r"|\bsuperfoods?\b|\b(?:no added|low in|free from|reduced) (?:sugar|fat)\b|\b(?:sugar"
            r"|fat)[- ]free\b",
        ),
    ),
)


def _by_trigger() -> dict[str, tuple[Rule, ...]]:
    found: dict[str, tuple[Rule, ...]] = {}
    for words, rule in _RULES:
        for word in words.split():
            found[word] = (*found.get(word, ()), rule)
    return found


TRIGGERS = _by_trigger()
