"""Finds what a sentence tells of the company in plain words: who we are, what we have, what comes with it.

Nothing but the guide can know whether the founder was a nurse. A sentence of guide or brief has to tell most
of what such a statement says; a thing that neither of them names is found wherever we are said to have it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from copykit.checks.evidence import content, content_stem
from copykit.checks.own_story_words import (
    CLAUSE_ENDS,
    DEALINGS,
    FREE_GIFTS,
    FREE_HOLDINGS,
    FREE_TALK,
    GIVEN_TO,
    HOLDINGS,
    OPINIONS,
    PATTERNS,
    THINGS,
)
from copykit.checks.quantities import tokens_of

__all__ = ["main_clause", "untold_story"]

Holds = Callable[..., bool]  # `Told.holds`
NEARLY_ALL = 0.75  # of what is said about who we are, a sentence of the guide must hold so much (ours)
_OPENING = re.compile(r"(?:and|but|so|now|today|here|plus|yes),? ", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\s(?:of|with|for|from|in|on|at|to|by|about|that|who|which|beside|above|into|near)\s", re.IGNORECASE
)
_BEFORE_VERBS = frozenset("we to can will 'll ’ll also".split())  # "we train" names no train
_SUBJECT = 3  # words in which what we sell has to be named at the beginning


def untold_story(
    sentence: str, *, holds: Holds, stems: Collection[str], ours: Collection[str], own: Collection[str]
) -> Iterator[tuple[int, int]]:
    """The spans of a sentence that tell of us what guide and brief do not.

    Args:
        sentence: one that asks nothing.
        holds: whether one sentence of guide or brief tells most of these stems.
        stems: all stems that guide and brief have.
        ours: words of the brand's and the products' names, in lower case.
        own: stems of the nouns for what we sell and what it is made of.
    """
    for pattern in PATTERNS:
        for match in pattern.finditer(sentence):
            said = _stems(match.group())
            if said and FREE_TALK.isdisjoint(_words(match.group())) and not holds(said, mostly=NEARLY_ALL):
                yield match.span()
    for match in HOLDINGS.finditer(sentence):
        said = _stems(main_clause(match["what"]))
        noun = _PREPOSITION.split(match["what"], maxsplit=1)[0]
        if said and FREE_HOLDINGS.isdisjoint(_words(noun)) and not holds(said):
            yield match.span()
    for match in GIVEN_TO.finditer(sentence):
        noun = _PREPOSITION.split(main_clause(match["what"]), maxsplit=1)[0]
        said = _stems(noun)
        if said and not said <= set(stems) and FREE_GIFTS.isdisjoint(_words(noun)):
            yield match.span()
    for match in DEALINGS.finditer(sentence):
        said = _stems(f"{match['deal']} {main_clause(match['rest'])}")
        if said and not holds(said):
            yield match.span()
    yield from _strange_things(sentence, stems, ours, own)


def _strange_things(
    sentence: str, stems: Collection[str], ours: Collection[str], own: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Things that nobody ever named, in a clause that is about us or what we sell."""
    opening = _OPENING.match(sentence)
    begin = opening.end() if opening else 0
    words = _words(sentence[begin : begin + 60])
    if not words:
        return
    first, second = words[0], words[1] if len(words) > 1 else ""
    about = (
        first in ("we", "our")
        or first in ours
        or (first == "it" and second not in ("is", "was", "takes", "smells", "feels", "looks", "sounds"))
        or (
            first in ("the", "each", "every") and any(content_stem(word) in own for word in words[1:_SUBJECT])
        )
    )
    if not about or (first == "we" and not OPINIONS.isdisjoint(words[1:4])):
        return
    stop = CLAUSE_ENDS.search(sentence, begin)
    end = stop.start() if stop else len(sentence)
    if not FREE_TALK.isdisjoint(_words(sentence[begin:end])):
        return
    before = ""
    for token in tokens_of(sentence, begin, end):
        thing = token.text in THINGS and content_stem(token.text) not in stems
        if thing and before not in _BEFORE_VERBS:
            yield begin, end
            return
        before = token.text


def main_clause(text: str) -> str:
    """A text up to where the reader's day begins."""
    stop = CLAUSE_ENDS.search(text)
    return text[: stop.start()] if stop else text


def _words(text: str) -> list[str]:
    return [token.text for token in tokens_of(text) if token.text[0].isalpha()]


def _stems(text: str) -> frozenset[str]:
    return content(token.text for token in tokens_of(text))
