"""Finds superlatives and exclusives that speak of the brand's own things: best, most trusted, only, first.

"Best practices" and "the first step" are everyday talk. A superlative is a claim where it is told of us ("we
are the fastest"), of a thing that we sell ("the only porridge …"), with a scope ("in Britain"), or where it
opens a headline about such a thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from copykit.checks.quantities import Token, stem
from copykit.checks.verb_words import BEING, NO_PAST, PAST, VERBS

__all__ = ["GRADES", "OURS", "SELLS", "WEAK", "is_bare", "superlatives"]


class Superlative(NamedTuple):
    """A superlative: what it says in one word, and its span."""

    lexeme: str
    start: int
    end: int


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


OURS = _set("we our ours us we're we’re we've we’ve we'll we’ll")
GRADES = _set(
    "best fastest easiest simplest cheapest safest smartest strongest largest biggest smallest finest"
    " greatest"
    " quickest lowest highest longest lightest freshest friendliest cleanest purest healthiest tastiest"
    " greenest"
    " coolest warmest softest toughest quietest richest creamiest kindest cleverest brightest boldest"
    " crispest"
    " deepest widest clearest neatest sleekest slimmest thinnest hardest sturdiest handiest happiest juiciest"
    " crunchiest fluffiest cosiest coziest comfiest sharpest nicest prettiest sweetest truest fairest calmest"
    " oldest steadiest speediest gentlest closest surest slimmest tightest snuggest plushest brightest"
    " mildest simplest roomiest darkest whitest fattest leanest"
)
WEAK = GRADES | _set("leading sole only first most top favourite favorite")
# What we sell, whatever the brand.
SELLS = _set(
    "app software platform tool product company brand provider solution price rate supplier maker agency"
    " vendor range"
)
_PLAIN_MOST = _set(
    "important common likely often recent people of need times part effective useful interesting basic"
    " current"
    " difficult challenging critical relevant urgent obvious valuable appropriate"
)
_PRAISE = _set("popular trusted loved recommended awarded advanced accurate reliable powerful affordable")
_NOT_HEADS = _set(
    "practice way of to when if before with for part thing bit time friend guess wish interest use possible"
    " day idea"
    " question answer approach case effort start place step moment reason foot work be regard luck chance"
    " hope bet shot option"
)
# Where or among what: a field or an area, a place with a name, or all that there is.
_SCOPE = re.compile(
    r"\b(?:in|on|across|around|of|for) (?:the |all |our )?(?:[a-z]+ ){0,1}"
    r"(?:world|market|industry|country|county|region|business|planet|class|category|town|city"
    r"|state|nation|earth|field|trade|sector|area|coast|continent|north|south|east|west|midlands|valley"
    r"|neighbourhood|neighborhood|street|web|internet|universe)\b"
    r"|\b(?:in|across|around|of) (?:the )?(?-i:US|USA|UK|EU)\b|\b(?:in|across"
    r"|around) (?:the )?(?-i:[A-Z][a-z]+)"
    r"|\b(?:anywhere|available|money can buy|on offer|of its kind|ever made|in years)\b"
    r"|\byou(?: can|['’]ll ever|['’]ve ever| will ever| have ever)(?: ever)? (?:buy|get|find|touch|own"
    r"|taste|wear|hold"
    r"|ride|drive|eat|drink|hear|see|need|use|try|meet|sleep on|book|read)\b",
    re.IGNORECASE,
)
_WHOSE = frozenset(
    f"{name}{mark}s"
    for name in _set(
        "world industry market nation country town city britain england scotland wales ireland america"
        " canada europe"
        " australia uk us"
    )
    for mark in "'’"
)
_IS = _set("is are was were 're ’re makes make offer offers has have gives give remain remains be sell sells")
_PAST = _set("was were had held did went came took made")
_DENIED = _set("not never when if")
# What a maker, a seller or a service does with what it boasts of: "we serve the best breakfast".
_SUPPLY = _set(
    "serve serves sell sells bake bakes brew brews roast roasts build builds grow grows run runs provide"
    " provides"
    " deliver delivers supply supplies stock stocks produce produces craft crafts print prints carry carries"
    " operate operates employ employs cook cooks design designs manufacture manufactures opened launched"
    " built"
    " invented created introduced developed pay pays charge charges use uses source sources"
)
_WE = _set("we i")
_LIVED = PAST - _set("was were had made built won led grew gave found held ran kept sold drew wrote")
_JOINS = _set("for to that who which you we in on of with from at between under and")
_FIRST = _set("to ever")
# "From the top you can see three counties."
_NO_NOUN = _set("up the - you we i they it he she is was are were")
_PRESENTS = _set("meet discover introducing presenting experience taste")
_TIES = _set("is are was were :")
# What one is still after: "to ensure the best result", "looking for the easiest way" promise nothing.
_SOUGHT = _set(
    "ensure ensuring find finding choose choosing pick select selecting get getting capture identify review"
    " reviewed consider considering want wants need needs seek seeking looking hope towards toward determine"
    " decide explore implementing implement discuss about compare evaluate try trying support"
)


def superlatives(
    text: str,
    tokens: Sequence[Token],
    names: frozenset[str],
    nouns: frozenset[str],
    *,
    ours: bool,
    fragment: bool,
    selling: bool,
    approved: bool,
) -> Iterator[Superlative]:
    """The superlatives of one sentence that are claims.

    Args:
        text: the whole text.
        tokens: the sentence's tokens.
        names: words of the sentence that name the brand, or begin the name of a product.
        nouns: stems of the nouns for what the brand sells.
        ours: whether the sentence speaks of us.
        fragment: whether it is a headline or label.
        selling: whether the text sells.
        approved: whether it is a claim of the guide: then any superlative is one.
    """
    words = [token.text for token in tokens]
    # "The largest parcel so far held a canoe" is a story.
    told_past = OURS.isdisjoint(words) and not names and (not _PAST.isdisjoint(words) or _is_over(words))
    for at, word in enumerate(words):
        if word not in WEAK or (at and words[at - 1] == "-"):
            continue
        before = words[at - 1] if at else ""
        after = words[at + 1] if at + 1 < len(words) else ""
        head = at + 2 if word == "most" else at + 1
        # "The fastest-growing gym" is a superlative of two words.
        if after == "-" and word in GRADES and words[at + 2][-3:] in ("ing", "ted", "ved", "wed"):
            head, after = at + 3, words[at + 3] if at + 3 < len(words) else ""
        # "London's most central hostel": of a place, in a line that begins with it.
        named = at in (1, 2) and before[-2:] in ("'s", "’s") and text[tokens[at - 1].start].isupper()
        whose = before in _WHOSE or (named and fragment)
        # "Meet the world's lightest pushchair" presents it, as the bare line would.
        place = at - (words[0] in _PRESENTS)
        only_us = word == "only" and at == 0 and after in names
        if not (approved or only_us or _may_be(word, before, after, whose=whose)):
            continue
        near = [stem(one) for one in _thing(words, head)]
        about = any(one in nouns or one in SELLS for one in near)
        stop = tokens[min(at + 12, len(tokens) - 1)].end
        scoped = whose or _SCOPE.search(text, tokens[at].end, stop) is not None
        # "To deliver the best service possible" is a wish; so is what one looks for.
        sought = (
            not _SOUGHT.isdisjoint(words[max(0, at - 6) : at])
            or "possible" in words[at : at + 5]
            or (words[max(0, at - 3) : max(0, at - 2)] == ["to"] and not selling)
        )
        # "We ate the best chips of our lives", "the smallest parcel that we ever saw": a story.
        if not approved and _is_lived(words, at, head):
            continue
        # "Some of the biggest companies" are others.
        among = words[max(0, at - 2) : at] in (["of", "the"], ["all", "the"], ["with", "the"])
        if among and not (approved or _said_of_us(words, at, names)):
            continue
        if (
            approved
            or only_us
            or (
                _said_of_us(words, at, names)
                # "We built the first version" is no boast; the first in Leeds or the first to do it is.
                and not sought
                and (word != "first" or scoped or _is_a_first(words[head : head + 6]))
            )
            or (word == "most" and after in _PRAISE and (ours or fragment))
            or (
                about
                and not sought
                and word not in ("first", "top", "only")
                and (
                    (ours and (selling or before == "our") and not told_past)
                    or scoped
                    or (fragment and (at == 0 or before == "the"))
                )
            )
            or (
                about
                and word in ("first", "top", "only")
                and not sought
                and (scoped or (ours and "to" in words[head + 1 : head + 3]) or (fragment and at <= 1))
            )
            or (scoped and ours and selling and not whose and not sought and not told_past)
            or ("ours" in words[-2:] and words[-1 - (words[-1] != "ours") - 1] in _TIES)
            or (whose and fragment and place <= 2)
            or (whose and selling and place <= 2 and is_label(words[head:]))
            # "The cheapest flights to Rome": a line of a text that sells, and no whole sentence.
            or (
                place <= 1
                and not told_past
                and word not in ("top", "most", "favourite", "favorite")
                and selling
                and is_label(words[head:])
            )
            or (at <= 1 and near[:1] == ["way"] and ours and _IS.isdisjoint(words))
        ):
            lexeme = f"most {after}" if word == "most" else word
            yield Superlative(lexeme, tokens[at].start, tokens[min(head, len(tokens)) - 1].end)


def _is_over(words: Sequence[str]) -> bool:
    """Whether a whole sentence tells of something of old: "the oldest tree in the park fell in 1987"."""
    verb = next((at for at, word in enumerate(words) if word in VERBS or word in PAST), 0)
    return bool(verb) and words[verb] in PAST and words[0] == "the"


def _is_lived(words: Sequence[str], at: int, head: int) -> bool:
    """Whether a superlative is of what we went through: "we ate the best chips", "that we ever saw"."""
    before, after = words[max(0, at - 3) : at], words[head : head + 5]
    return any(one in _WE and other in _LIVED for one, other in pairwise(before)) or any(
        one in _WE and other == "ever" for one, other in pairwise(after)
    )


def _is_a_first(after: Sequence[str]) -> bool:
    """Whether what follows "first" makes a boast of it: "first to carry soup", or nothing more."""
    return not after or after[0] in (".", "!", ",") or not _FIRST.isdisjoint(after)


def _thing(words: Sequence[str], at: int) -> Sequence[str]:
    """The words from a place on that may name one thing: at most four, up to a mark."""
    end = next((index for index in range(at, len(words)) if not words[index][0].isalpha()), len(words))
    return words[at : min(end, at + 4)]


def is_bare(words: Sequence[str]) -> bool:
    """Whether a line is short and has no verb of its own: "A five-minute setup."."""
    return (
        len(words) <= 10
        and VERBS.isdisjoint(words)
        and not any(word.endswith("ed") and word not in NO_PAST for word in words[1:])
    )


def is_label(words: Sequence[str]) -> bool:
    """Whether what follows a superlative is a bare name of a thing, with no verb of its own: "app for"
    " runners"."""
    thing: list[str] = []
    for word in words:
        if word in _JOINS or not word[0].isalpha():
            break
        thing.append(word)
    # A longer run of words, or one with a verb in it, is a sentence about something.
    after = words[len(thing)] if len(thing) < len(words) else "."
    return (
        0 < len(thing) <= 3
        and (after in _JOINS or after in ".!,")
        and not any(word in VERBS or (word.endswith("ed") and word not in NO_PAST) for word in thing)
        and BEING.isdisjoint(words)
    )


def _may_be(word: str, before: str, after: str, *, whose: bool) -> bool:
    """Whether a word is a superlative at all, by the words on both sides."""
    if word == "most":
        return after.isalpha() and after not in _PLAIN_MOST and (whose or before in ("the", "our"))
    if word in GRADES:
        mine = ("at", "your", "my", "their", "his", "her", "do", "its", "’s", "’", "'")
        return (
            before not in mine
            and after != "-"
            and not (before != "the" and not whose and after.endswith("ing"))
            and (stem(after or ".") not in _NOT_HEADS or (after == "way" and word != "best"))
        )
    if not (whose or before == "the" or (word == "leading" and before in ("", "a", "as"))):
        return False
    return after not in _NO_NOUN and (word == "first" or after not in ("to", "and", "of"))


def _said_of_us(words: Sequence[str], at: int, names: frozenset[str]) -> bool:
    """Whether "we are the", "Acme makes the" or the like stands before a superlative."""
    before = words[max(0, at - 6) : at]
    if not _DENIED.isdisjoint(before):
        return False
    # "We think that the best guides are short" says it of others.
    if "that" in before[-3:]:
        return False
    if any(one in ("we're", "we’re") for one in before):
        return True
    return any(
        (one in _IS and any(other in OURS or other in names for other in before[:index]))
        # "We serve the best": side by side, for "we think that you use the best" is none.
        or (
            one in _SUPPLY
            and 0 < index >= len(before) - 2
            and (before[index - 1] == "we" or before[index - 1] in names)
        )
        for index, one in enumerate(before)
    )
