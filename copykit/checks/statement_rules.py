"""The patterns of promises, guarantees and endorsements, and all patterns by the words that let them run."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from copykit.checks.comparison_rules import COMPARISONS
from copykit.checks.offer_rules import OFFERS
from copykit.checks.quality_rules import QUALITIES
from copykit.checks.stating import Kind, Rule, Rules, rule

__all__ = ["Kind", "Rule", "rules_for", "triggers"]

_ZERO = (
    r"zero[ -](?!(?:is|was|out|interest|chance|idea|tolerance|sum|in|to|hour|or|point|percent|per|degrees?"
    r"|based|day"
    r"|days"
    r"|waste|emissions?|carbon|co2)\b)[a-z]+\b"
)
_NO = r"(?<!no )(?<!not )(?<!n't )(?<!n’t )(?<!without )(?<!never )"
_AWARD = rule(
    "superlative",
    r"\b(?:award|prize|medal)[- ]winning\b|(?-i:\b[A-Z])[\w'’]+-(?:shortlisted|nominated|winning)\b"
    r"|(?:^|(?<=[.!?] ))runners?-up (?:of|for|in|at)\b|\bwinners?[,:] [^.!?;]{0,60}|\b(?:winners?"
    r"|finalists?) (?:of|for|in"
    r"|at) [^.!?;]{0,60}"
    r"|\bvoted (?:the |as )?(?:[\w.]+['’]s )?(?:best|#1|no\. ?1|number one|top|most"
    r"|favou?rite|\w{3,}est)\b[^.!?;,]{0,40}"
    r"|\brated (?:\w+ )?(?:good|excellent|outstanding|superb|exceptional|five stars?) (?:by|at|for|on|in)"
    r" [^.!?;,]{0,40}"
    r"|\b(?:won|wins|winning|earned|received|named|took home)\b[^.!?;]{0,60}\b(?<!contract )awards?\b"
    r"|\b(?<!contract )awards? (?:for|winner)\b[^.!?;,]{0,40}"
    r"|\branked (?:first|second|third|number|among|top|\d+)[^.!?;,]{0,40}"
    r"|\b(?:nominated|shortlisted|highly commended) (?:for|at|by|in) [^.!?;,]{0,40}",
    lexeme="award",
)
_PROMISES: Rules = (
    (
        "award awards winning runners runner winner winners finalist finalists voted won named took"
        " nominated shortlisted"
        " commended rated ranked",
        _AWARD,
    ),
    (
        "won win wins",
        rule(
            "superlative",
            # Prizes with a name: "we have won four Baftas".
            r"\b(?:have|has|['’]ve|to) w[oi]n (?:an? |the |two |three |four |five |six |\d+ )?"
            r"(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)*",
            lexeme="award",
            ours=True,
            sells=True,
        ),
    ),
    (
        "running row",
        rule(
            "promise",
            r"\b(?:sold out|fully booked|full|first|champions?|winners?|top) [^.!?;,]{0,20}?"
            r"(?:two|three|four|five|six|seven|ten|\d+) \w+s (?:running|in a row)\b",
            ours=True,
            sells=True,
        ),
    ),
    (
        "year decade century",
        rule(
            "superlative",
            r"(?-i:\b[A-Z])[\w'’-]+ of the (?-i:Year|Decade|Century)\b",
            sells=True,
            ours=True,
        ),
    ),
    (
        "1 number no",
        rule(
            "superlative",
            # "tenet #1" is a number; "the #1 app" is a claim.
            r"(?:(?<!\w )(?<!\w)|(?<=\bthe )|(?<=\bour )|(?<=\bis )|(?<=\bare )|(?<=\bas )|(?<=['’]s )"
            r"|(?<=['’]re )"
            r"|(?<=\brated )|(?<=\branked )|(?<=\bvoted ))(?:#\s?1|no\. ?1|number (?:one|1))\b"
            r"(?! (?:priority|goal|reason|thing|rule|question|problem|concern|complaint|mistake|request"
            r"|issue|tip|obstacle|challenge|barrier|cause|source|enemy|fear))",
            lexeme="number one",
            needs="1 | number & one",
        ),
    ),
    (
        "industry market world best bestselling top unrivalled unrivaled unbeatable unmatched unparalleled"
        " first none",
        rule(
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
        rule(
            "number",
            r"\b(?:hundreds|thousands|millions) of (?:\w+ ){0,2}(?:customers|clients|users|families|people"
            r"|teams|companies|businesses|shops|members|subscribers|readers|parents|fans)\b",
            ours=True,
        ),
    ),
    (
        "hundreds thousands millions",
        rule(
            "number",
            r"(?:hundreds|thousands|millions) of (?!(?:years|miles|times|hours|ways|things|words|dollars"
            r"|pounds"
            r"|euros|lines|pages)\b)(?:\w+ )?\w+s\b",
            ours=True,
            place="first",
        ),
    ),
    (
        "no",
        rule(
            "promise",
            r"no (?:[a-z-]+ )?(?:contracts?|commitments?|deposits?"
            r"|strings attached|minimum|fees?|charges?"
            r"|subscriptions?|lock-?in)\b",
            ours=True,
            place="first",
        ),
    ),
    (
        "win",
        rule("guarantee", r"\bno win,? no fee\b", ours=True),
    ),
    (
        "night",
        rule("promise", r"\b(?:day and night|night and day)\b", ours=True),
    ),
    (
        "one first",
        rule(
            "superlative",
            r"the one and only(?: \w+)?|your (?:first|number one) choice (?:for|of|in)\b",
            lexeme="first choice",
            ours=True,
            place="first",
        ),
    ),
    (
        "first",
        rule(
            "superlative",
            r"(?:the )?first (?:\w+ )?(?:in|on) (?:the )?\w+ to [a-z]+",
            lexeme="first",
            ours=True,
            place="first",
            sells=True,
        ),
    ),
    (
        "match beat",
        rule("guarantee", r"\bwe(?:['’]ll| will) (?:match|beat) (?:any|every|all)\b(?: \w+)?", ours=True),
    ),
    (
        "used",
        rule("endorsement", r"as used (?:by|in|on) [^.!?;]{1,40}", ours=True, place="first"),
    ),
    (
        "same next",
        rule("promise", r"\b[a-z]+ed the (?:same|next) (?:working |business )?day\b", ours=True),
    ),
    (
        "free",
        rule(
            "promise",
            r"(?<!\bwe )\b(?:is|are) (?:always |completely )?free (?:for (?:all|every|your|our|new"
            r"|members|children)"
            r"|of charge|with (?:every|each|your|any))\b",
            ours=True,
        ),
    ),
    (
        "trust love prefer choose recommend rely",
        rule(
            "endorsement",
            # "The courier that florists trust."
            r"the \w+ (?:that |which )?(?:\w+ )?\w+s (?:trust|love|prefer|choose|recommend|rely on)\b",
            ours=True,
            place="first",
            needs="the",
        ),
    ),
    (
        "same next",
        rule("promise", r"(?:same|next)-day [a-z]+", ours=True, place="first"),
    ),
    (
        "free",
        rule(
            "promise",
            r"free (?:[a-z-]+ )?(?:delivery|shipping|postage|returns?|installation|fitting|collection"
            r"|parking|entry|admission|breakfast|assembly"
            r"|exchanges?|refills?|repairs?"
            r"|updates?|servicing)\b",
            ours=True,
            place="first",
        ),
    ),
    (
        "every each",
        rule(
            "promise",
            # "We plant two trees for every table that we sell."
            r"\b(?:plants?|donates?|gives?|funds?|removes?|offsets?) [^.!?;,]{1,40} (?:for|with|from)"
            r" (?:every|each)\b",
            ours=True,
            needs="plant plants donate donates give gives fund funds remove removes offset offsets &"
            " for with from",
        ),
    ),
    (
        "contains contain adds uses",
        rule("promise", r"\b(?:contains?|adds|uses) (?:no|zero) [a-z]+", ours=True, needs="no zero"),
    ),
    (
        "price",
        rule("guarantee", r"\bprice[- ](?:match|promise|beat)\b", ours=True, needs="match promise beat"),
    ),
    (
        "replace repair fix refund swap mend redo pay",
        rule(
            "guarantee",
            # "If it breaks, we replace it."
            r"\bif (?:it|they|one|yours?|anything|something|any \w+|your \w+|a \w+) [^.!?;,]{1,40},"
            r" we(?:['’]ll| will)? (?:replace|repair|fix|refund|swap|mend|redo|pay)\b",
            ours=True,
            needs="if",
        ),
    ),
    (
        "seconds minutes moments",
        rule(
            "promise",
            r"(?<!estimating )(?<!estimated )(?<!measured )(?<!counted )(?<!priced )\b(?:within|in)"
            r" (?:just |mere |a few )?(?:seconds|minutes|moments)\b(?! (?:of|from|later"
            r"|after))",
            ours=True,
        ),
    ),
    (
        "free",
        rule("promise", r"\b(?:buy|order) \w+,? (?:and )?get \w+(?: \w+)? free\b", ours=True),
    ),
    (
        "clock week",
        rule("promise", r"\b(?:a)?round the clock\b|\b(?:seven|7) days a week\b", ours=True),
    ),
    ("zero", rule("promise", _ZERO, ours=True, place="first")),
    (
        "zero",
        rule("promise", rf"(?:\b(?:with|at|have|has|get|gets|means|and|enjoy|expect)|,) {_ZERO}", ours=True),
    ),
    (
        "featured",
        rule("endorsement", r"featured (?:in|on|by) [^.!?;]{0,40}", ours=True, place="first"),
    ),
    (
        "free pay back refund",
        rule(
            "guarantee",
            r"\bor (?:it(?:['’]s| is)|they(?:['’]re| are)|(?:your|the) \w+ (?:is|are)) (?:free|on us)\b"
            r"|\bor you (?:don['’]t|do not|won['’]t) pay\b|\bor you pay nothing\b"
            r"|\bor we(?:['’]ll)? (?:pay|refund)\b"
            r"|\bor (?:we['’]ll )?(?:get )?your money back\b"
            r"|\bif (?:we|it|they)(?:['’]re)? [^.!?;,]{0,40}, (?:you (?:don['’]t|won['’]t|do not) pay"
            r"|it['’]s free|we pay|(?:the|your) \w+ (?:is|are) (?:free|on us))\b",
            ours=True,
        ),
    ),
    (
        "us",
        rule(
            "endorsement",
            # "Florists recommend us", "Nurses, teachers and four MPs send with us": somebody vouches for us.
            r"\b(?!(?:can|to|you|we|i|they|should|will|would|could|may|might|please|and|not|who|that"
            r"|don|must|let|also)\b)"
            r"\w+ (?:endorses?|recommends?|trusts?|prefers?|swears? by|rel(?:y|ies) on|chose|chooses?) us\b"
            r"|(?-i:[A-Z])\w+, \w+(?:, \w+)? and (?:\w+ ){1,2}(?:send|ship|shop|bank|train|book|buy|fly"
            r"|travel|sign up)"
            r" (?:with|from) us\b",
            ours=True,
            needs="endorse endorses recommend recommends trust trusts prefer prefers swear swears rely relies"
            " chose choose chooses send ship shop bank train book buy fly travel sign",
        ),
    ),
    (
        "recommend agree recommended endorsed trusted loved adored preferred chosen picked used relied"
        " seen featured heard read",
        rule(
            "endorsement",
            r"\b(?:vets|doctors|dentists|experts|nurses|dietitians|nutritionists|teachers|lawyers|engineers"
            r"|farmers|chefs|midwives|physios) (?:recommend|agree)\b"
            r"|\b(?:recommended|endorsed|trusted) by\b"
            r"|(?<!be )\btrusted (?:to|with) (?!you\b)[^.!?;,]{1,40}"
            r"|\bas (?:seen|heard|read) (?:in|on)\b[^.!?;]{0,40}|\bas featured (?:in|on|by) [^.!?;]{0,40}"
            r"|(?<!was )(?<!were )\b(?:loved|adored|preferred|chosen"
            r"|picked) by (?:\w+ )?(?:(?-i:[A-Z])[\w'’-]+|\w+s)\b"
            r"|(?<!be )(?<!been )\b(?:used|relied (?:up)?on) by (?:the )?(?:(?:team|people"
            r"|staff)s? at )?(?-i:[A-Z])[\w'’-]+",
            lexeme="vouched for",
            ours=True,
            needs="by as recommend agree to with",
        ),
    ),
    (
        "love choose swear trust recommend prefer adore rave pick",
        rule(
            "endorsement",
            # "Physios swear by it": those who vouch, as a kind, for what the line is about.
            r"(?<!\w)(?:(?!(?:hundreds|thousands|millions)\b)[\w'’-]+ ){0,2}(?!(?:us|always|this|its|is"
            r"|was|has)\b)[\w'’-]*(?:s|people|men|women|children)"
            r"(?: all| really| just| still)? (?:love|choose|swear by|trust|recommend|prefer|adore|rave"
            r" about|pick)"
            r" (?:it|them|us|our)\b",
            lexeme="vouched for",
            ours=True,
            place="first",
            sells=True,
        ),
    ),
    (
        "say tell rave call agree love",
        rule(
            "endorsement",
            # "Our customers say it best."
            r"\bour (?:\w+ )?(?:customers|clients|guests|patients|members|users|students|readers|fans"
            r"|visitors"
            r"|diners) (?:all |often |keep )?(?:say|tell(?:ing)? us|rave|call|agree|love)\b[^.!?;]{0,40}",
            lexeme="vouched for",
            ours=True,
            sells=True,
            now=True,
            needs="our",
        ),
    ),
    (
        "choice secret favourite favorite",
        rule(
            "endorsement",
            # "The choice of champions."
            r"the (?:first |preferred )?(?:choice|secret weapon|favou?rite) (?:of|for|among) [^.!?;,]{1,40}"
            r"|[\w-]+s['’] (?:first|top|preferred|number one) choice\b",
            ours=True,
            place="first",
            sells=True,
            needs="of for among first top preferred number",
        ),
    ),
    (
        "free",
        rule(
            "guarantee",
            r"\bfree(?: for (?:everyone|everybody|all))?,? (?:for ever|forever|for life|for good"
            r"|for as long as)\b",
            lexeme="free for ever",
            ours=True,
        ),
    ),
    (
        "hidden extra setup set joining booking upfront cancellation call callout exit admin monthly",
        rule(
            "promise",
            r"\b(?:no|without) (?:hidden|extra|set-?up|joining|booking|upfront|cancellation|call-?out"
            r"|exit|admin|monthly) (?:fees?"
            r"|charges?|costs?)\b",
            ours=True,
        ),
    ),
    (
        "never",
        rule(
            "promise",
            r"\b(?:we|we['’]ve|our \w+)(?: have| has)? never (?:lose|lost|loses|miss|missed|fail|failed"
            r"|broke|broken"
            r"|been late|run out|late)\b[^.!?;,]{0,30}|\byou(?:['’]ll| will)? never (?:\w+ ){1,4}again\b",
            ours=True,
        ),
    ),
    (
        "every each all anywhere nationwide worldwide",
        rule(
            "promise",
            r"\b(?:every|each|all)(?: \w+){1,3} (?:in|across|on) (?:the |our )?"
            r"(?:world|country|county|nation|planet|earth|continent|uk|us|usa|eu|britain|england"
            r"|scotland|wales|ireland"
            r"|america|canada|europe|australia)\b|\banywhere in (?:the )?\w+\b|\b(?:nation|world)wide\b",
            ours=True,
            needs="world country county nation planet earth continent uk us usa eu britain england scotland"
            " wales ireland america canada europe australia anywhere nationwide worldwide",
        ),
    ),
    (
        "promise promises",
        rule("promise", r"\b(?:i|we)(?: can| do)? promise(?: you)?\b(?: [^.!?;,]{0,60})?", ours=True),
    ),
    (
        "guarantee guarantees money refund refunds",
        rule(
            "guarantee",
            r"\b(?:your |our |their )?money[- ]back\b(?:[- ]guarantee| promise)?|\bwe(?:['’]ll)? refund\b"
            r"|\b(?:full|complete) refunds?\b|\b(?:our|a|day|money|satisfaction) (?:\w+ )?guarantees?\b",
            lexeme="money back",
            ours=True,
        ),
    ),
    (
        "guaranteed guarantee guarantees risk warranty double twice difference quibble questions hassle",
        rule(
            "guarantee",
            r"\bwe(?:['’]ll| will)? (?:pay|refund|give)(?: you)?(?: back)? (?:double|twice|the difference)\b|"
            rf"{_NO}\b(?:guaranteed|risk[- ]free)\b|\bno[- ](?:risk|quibble|questions[- ]asked|hassle)\b"
            rf"|\bwe guarantee\b|\b(?:\w+ )?warranty\b"
            r"|\b(?:lifetime|price|results?) guarantees?\b",
            ours=True,
        ),
    ),
)
_RULES: Rules = (*COMPARISONS, *_PROMISES, *OFFERS, *QUALITIES)


def _by_trigger(*, selling: bool) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for at, (words, one) in enumerate(_RULES):
        for word in words.split() if selling or not one.sells else ():
            found[word] = found.get(word, frozenset()) | {at}
    return found


_TRIGGERS = {selling: _by_trigger(selling=selling) for selling in (False, True)}


def triggers(*, selling: bool) -> frozenset[str]:
    """The words of which one has to stand in a sentence for any rule to run."""
    return _ALL[selling]


_ALL = {selling: frozenset(found) for selling, found in _TRIGGERS.items()}


def rules_for(seen: Set[str], *, selling: bool) -> tuple[Rule, ...]:
    """The rules that a sentence's words in lower case let run, in the order in which they speak."""
    words = _ALL[selling].intersection(seen)
    return _rules_of(words, selling) if words else ()


@lru_cache(maxsize=4096)  # about as many as a few thousand pages have
def _rules_of(words: frozenset[str], selling: bool) -> tuple[Rule, ...]:
    places = frozenset[int]().union(*map(_TRIGGERS[selling].__getitem__, words))
    return tuple(_RULES[at][1] for at in sorted(places))
