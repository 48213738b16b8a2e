"""Finds the words that make more of an approved claim than it says: every, always, guaranteed, or less."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache

from copykit.checks.quantities import Token, stem

__all__ = ["TRAILING", "clause_of", "dropped", "placed", "widened"]

_WIDE = re.compile(
    r"\b(?:"
    # "all day" and "all but" are everyday talk, "94% of all parcels" is the whole of a share.
    r"(?<!of )(?<!at )(?<!above )(?<!after )(?<!we )(?<!you )(?<!they )all(?!-)(?! (?:but|day|right|in"
    r"|set|the same|kinds|sorts|sizes|along|of (?:\d|an? |one |two |three |four |five |six |seven "
    r"|eight |nine |ten )))"
    r"|(?<!of )every(?!day)(?:one|body|thing|where|time)?(?! other\b)|always|never|anyone|anybody"
    r"|any other|than any"
    r"|anywhere|any \w+|entire|whole|guaranteed?|guarantees|without (?:fail|exception)|no exceptions?"
    r"|no matter|whatever|whenever|wherever|whoever|no (?:[a-z]+ )?limits?|unlimited|no one|nobody|none"
    r"|nothing|no \w+ (?:of ours |with us )?(?:(?:is|are|gets?|will|has) )?ever|no time|entirely|exclusively"
    r"|not (?:a single|one)|without (?:a )?limits?|(?:say|wave) goodbye to|lifetime|a thing of the past"
    r"|history"
    r"|for good|for ever|forever|or (?:less|more|faster|sooner|better)|at (?:least|most)|there is"
    r"|in the world"
    r"|in the country|zero(?!-)|eliminates?|(?:puts? an )?ends?(?= (?:to |all |\w+ed |\w+s\b))|no more|each"
    r"|within (?:minutes|seconds|moments|hours)|in (?:minutes|seconds|moments|no time)|instantly|immediately"
    r"|at once|completely|totally|fully|100 ?%"
    r")\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\s(?:(?:single )?(?:second|minute|hour|day|morning|afternoon|evening|night|week|month|season|quarter"
    r"|year|time)s?\b"
    r"|[\w-]+ (?:seconds|minutes|hours|days|nights|weeks|months|years)\b)",
    re.IGNORECASE,
)
_EVERY_TIME = re.compile(r"\s(?:single )?time\b(?!\s(?:you|we|they|i|he|she|it|the|a|an|some\w+)\b)", re.I)
_BOUND = re.compile(
    r"\b(?:within|under|up to|(?:fewer|less|no more) than|at most|max(?:imum)?)\b", re.IGNORECASE
)
_AT_MOST = frozenset(("at most", "or less", "or faster", "or sooner"))
_OF_EACH = re.compile(r"\b(?:a|an|our) ([a-z]+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_PER = (" for ", " per ", " with ")
_MARKS = frozenset(", ; : — – ( )".split())
_LEADING = frozenset("guaranteed guarantee always promised promise".split())


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(match.group().lower() for match in _WIDE.finditer(text))


@lru_cache(maxsize=8)
def _wide_words(text: str, start: int, end: int) -> tuple[re.Match[str], ...]:
    """The widening words of a span; kept for the next number of the same clause."""
    return tuple(_WIDE.finditer(text, start, end))


def widened(
    text: str, start: int, end: int, approved: Sequence[str], subject: Set[str] = frozenset()
) -> tuple[int, int] | None:
    """The first widening word of a span that none of the approved texts has.

    Args:
        text: the whole text.
        start: where the span begins.
        end: one past where it ends.
        approved: the approved texts.
        subject: the stems of what they are about; "every" may stand before one of them where one has "each".
    """
    allowed = frozenset[str]().union(*map(_words, approved))
    bounded = any(_BOUND.search(one) for one in approved)
    for match in _wide_words(text, start, end):
        said = match.group().lower()
        # "Each bag" and "every bag" say one thing.
        if said in allowed or (said in ("every", "each", "all") and allowed & {"every", "each", "all"}):
            after = [stem(word) for word in _WORD.findall(text, match.end(), end)[:3]]
            if said not in ("every", "each", "all") or not subject or not subject.isdisjoint(after):
                continue
        # "A parcel causes" and "our riders earn" are told of each.
        if said == "each" and (noun := _WORD.match(text, match.end() + 1, end)):
            one = stem(noun.group().lower())
            if any(stem(word.lower()) == one for text_ in approved for word in _OF_EACH.findall(text_)):
                continue
        # "90 minutes at most" is "within 90 minutes".
        if bounded and said in _AT_MOST:
            continue
        # "6 hours every week" is a rate; "every time", but for "every time you call", is a promise.
        timely = said in ("each", "every", "any") and _TIME.match(text, match.end())
        if timely and not (said == "every" and _EVERY_TIME.match(text, match.end())):
            continue
        if said == "each" and text[match.end() : match.end() + 1] in (".", ",", ""):
            continue
        # "For each parcel" says "per parcel", not "of all".
        if said in ("each", "every") and text[max(start, match.start() - 5) : match.start()].endswith(_PER):
            continue
        return match.span()
    return None


# Words that limit what is said, by what they mean: one of a group does for another.
_LIMITS = (
    re.compile(r"\b(?:typical(?:ly)?|average|median|usual(?:ly)?|normal(?:ly)?|mostly|about|around)\b"),
    re.compile(r"\b(?:up to|at most|max(?:imum)?|as much as|no more than|to (?=[£$€\d]))\b"),
    re.compile(r"\b(?:first|initial|opening|new)\b"),
    re.compile(r"\b(?:some|most|many|selected|certain|participating)\b"),
)


@lru_cache(maxsize=4096)
def _limits(text: str) -> frozenset[int]:
    folded = text.casefold()
    return frozenset(at for at, limit in enumerate(_LIMITS) if limit.search(folded))


def dropped(said: str, approved: Sequence[str]) -> str | None:
    """A limit that each of the approved texts has, and a sentence lacks: "up to", "typical", "first"."""
    kept = frozenset.intersection(*map(_limits, approved)) - _limits(said) if approved else frozenset[int]()
    for at in sorted(kept):
        match = _LIMITS[at].search(approved[0].casefold())
        if match is not None:
            return match.group()
    return None


# "410 lockers in York" says where, and in a month says when.
_PLACE = re.compile(
    r"\b(?:in|across|around|throughout) (?:the )?(?!(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Sept|Nov|Dec)ember|October|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?P<name>[A-Z][\w-]+)"
)
# "From a shed in Leeds": the place is the shed's, not the claim's.
_ITS_OWN = re.compile(r"\b(?:an?|our|the|this|your)(?: [\w-]+){1,2} \Z", re.IGNORECASE)


def placed(said: str, approved: Sequence[str], names: Set[str] = frozenset()) -> str | None:
    """A place that a text names and none of the approved ones does: "in York".

    Args:
        said: the text.
        approved: the approved texts.
        names: words that name the brand, in lower case, and no place.
    """
    for match in _PLACE.finditer(said):
        name = match["name"]
        if _ITS_OWN.search(said[max(0, match.start() - 40) : match.start()]):
            continue
        if name.lower() not in names and not any(name in one for one in approved):
            return match.group()
    return None


TRAILING = re.compile(
    r"[,;:—–]? ?(?:always|guaranteed|every (?:single )?time|without (?:fail|exception)"
    r"|no exceptions?|whatever|no matter"
    r"|or (?:less|faster|sooner|better))\b",
    re.IGNORECASE,
)


def clause_of(text: str, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The span of the clause that holds the tokens from `first` to before `last`, ", always" with it."""
    low, high, most = first, max(first, last - 1), len(tokens) - 1
    while low and tokens[low - 1].text not in _MARKS:
        low -= 1
    while high < most and tokens[high + 1].text not in _MARKS:
        high += 1
    # "Guaranteed: …" speaks of what follows.
    if low >= 2 and tokens[low - 2].text in _LEADING:
        low -= 2
    end = tokens[high].end
    trailing = TRAILING.match(text, end, tokens[-1].end)
    return tokens[low].start, trailing.end() if trailing else end
