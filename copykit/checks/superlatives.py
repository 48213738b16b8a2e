"""Finds superlatives and exclusives that speak of the brand's own things: best, most trusted, only, first.

"Best practices" and "the first step" are everyday talk. A superlative is a claim where it is told of us ("we
are the fastest"), of a thing that we sell ("the only porridge …"), with a scope ("in Britain"), or where it
opens a headline about such a thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copykit.checks.quantities import Token, stem

__all__ = ["OURS", "SELLS", "WEAK", "superlatives"]


class Superlative(NamedTuple):
    """A superlative: what it says in one word, and its span."""

    lexeme: str
    start: int
    end: int


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


OURS = _set("we our ours us we're we’re we've we’ve we'll we’ll")
_GRADES = _set(
    "best fastest easiest simplest cheapest safest smartest strongest largest biggest smallest finest"
    " greatest"
    " quickest lowest highest longest lightest freshest friendliest cleanest purest healthiest tastiest"
    " greenest"
    " coolest warmest softest toughest quietest richest creamiest kindest"
)
WEAK = _GRADES | _set("leading only first most top favourite favorite")
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
    " question answer approach case effort start place step moment reason foot work be"
)
_SCOPE = re.compile(
    r"\b(?:in|on|across|around) (?:the )?(?:world|market|industry|country|business|planet|class|category|uk"
    r"|us|usa|eu"
    r"|town|city|state|britain|england|scotland|wales|ireland|america|canada|europe|australia|nation|earth"
    r"|field)\b"
    r"|\b(?:anywhere|available|money can buy|on offer|of its kind|ever made)\b",
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


def superlatives(
    text: str,
    tokens: Sequence[Token],
    names: frozenset[str],
    nouns: frozenset[str],
    *,
    ours: bool,
    fragment: bool,
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
        approved: whether it is a claim of the guide: then any superlative is one.
    """
    words = [token.text for token in tokens]
    # "The largest parcel so far held a canoe" is a story.
    told_past = OURS.isdisjoint(words) and not names and not _PAST.isdisjoint(words)
    for at, word in enumerate(words):
        if word not in WEAK or (at and words[at - 1] == "-"):
            continue
        before = words[at - 1] if at else ""
        after = words[at + 1] if at + 1 < len(words) else ""
        whose = before in _WHOSE
        only_us = word == "only" and at == 0 and after in names
        if not (approved or only_us or _may_be(word, before, after, whose=whose)):
            continue
        head = at + 2 if word == "most" else at + 1
        near = [stem(one) for one in words[head : head + 4]]
        about = any(one in nouns or one in SELLS for one in near)
        stop = tokens[min(at + 12, len(tokens) - 1)].end
        scoped = whose or _SCOPE.search(text, tokens[at].end, stop) is not None
        # "Some of the biggest companies" are others.
        among = words[max(0, at - 2) : at] == ["of", "the"]
        if among and not (approved or _said_of_us(words, at, names)):
            continue
        if (
            approved
            or only_us
            or _said_of_us(words, at, names)
            or (word == "most" and after in _PRAISE and (ours or fragment))
            or (about and ((ours and not told_past) or scoped or (fragment and (at == 0 or before == "the"))))
            or (scoped and ours and not whose)
            or (whose and fragment and at <= 1)
            or (at <= 1 and near[:1] == ["way"] and ours and _IS.isdisjoint(words))
        ):
            lexeme = f"most {after}" if word == "most" else word
            yield Superlative(lexeme, tokens[at].start, tokens[min(head, len(tokens)) - 1].end)


def _may_be(word: str, before: str, after: str, *, whose: bool) -> bool:
    """Whether a word is a superlative at all, by the words on both sides."""
    if word == "most":
        return after.isalpha() and after not in _PLAIN_MOST and (whose or before in ("the", "our"))
    if word in _GRADES:
        mine = ("at", "your", "my", "their", "his", "her", "do", "its", "’s", "’", "'")
        return (
            before not in mine
            and after != "-"
            and (stem(after or ".") not in _NOT_HEADS or (after == "way" and word != "best"))
        )
    if not (whose or before == "the" or (word == "leading" and before in ("a", "as"))):
        return False
    return after not in ("up", "the", "-") and (word == "first" or after not in ("to", "and"))


def _said_of_us(words: Sequence[str], at: int, names: frozenset[str]) -> bool:
    """Whether "we are the", "Acme makes the" or the like stands before a superlative."""
    before = words[max(0, at - 6) : at]
    if not _DENIED.isdisjoint(before):
        return False
    if any(one in ("we're", "we’re") for one in before):
        return True
    return any(
        one in _IS and any(other in OURS or other in names for other in before[:index])
        for index, one in enumerate(before)
    )
