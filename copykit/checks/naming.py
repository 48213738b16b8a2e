"""Finds names made of everyday words by their grammar: what stands before "Ltd", who chose us, who is asked.

In a headline each word has a capital, so that a capital says nothing. What says something: a clinic or a
school in the singular without "a" or "the" is somebody's, and so is what stands before "Award" or "Council";
whoever "chose" our product is a customer; "Grace Porter" is a person. All rules are ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from copykit.checks.naming_words import (
    AMBIGUOUS_GIVEN,
    ASKED_OF_PEOPLE,
    BREAKS,
    CHOOSING,
    COUNTED_HEADS,
    DETERMINERS,
    DONE_BY_PEOPLE,
    GENERIC,
    GIVEN,
    JOINED,
    MASS,
    OWNED,
    PLACES,
    PLURAL_HEADS,
    PROPER_HEADS,
    SURNAMES,
    THINGS_GIVEN,
    TITLES_OF_PEOPLE,
)
from copykit.text.inflect import bases, is_past

__all__ = ["Line", "grammatical_names"]

MOST_WORDS = 12  # longer names are none

_WORD = re.compile(r"[^\W\d_][\w'’-]*|&")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
# Surnames that are also what a bare headline may have behind a month, a season or an order.
_PLAIN = frozenset(
    "black brown green white gray grey young long snow winter day field park hill rose".split()
)


@dataclass(frozen=True)
class _Word:
    text: str
    start: int
    end: int
    after: str  # what stands between this word and the next

    @property
    def lower(self) -> str:
        return self.text.lower().removesuffix("'s").removesuffix("’s").rstrip("'’")

    @property
    def tall(self) -> bool:
        return self.text[0].isupper() or self.text == "&"

    @property
    def owns(self) -> bool:
        return self.text.endswith(_POSSESSIVE)

    @property
    def ends(self) -> bool:
        """Whether something other than a space follows."""
        return self.after != " "


@dataclass(frozen=True)
class Line:
    """A sentence or a headline, and what is known where it stands.

    Attributes:
        text: its text.
        titled: whether its words have capitals as in a headline.
        told: whether words in lower case stand like this, in a row, in guide or brief.
        ours: names of ours in lower case, word by word: the brand's and the products'.
    """

    text: str
    titled: bool
    told: Callable[[Sequence[str]], bool]
    ours: frozenset[str]


def grammatical_names(line: Line) -> Iterator[tuple[int, int]]:
    """The spans of a line that name somebody or something whom guide and brief do not name."""
    matches = list(_WORD.finditer(line.text))
    words = [
        _Word(
            match.group(), match.start(), match.end(),
            line.text[match.end() : matches[at + 1].start() if at + 1 < len(matches) else len(line.text)],
        )
        for at, match in enumerate(matches)
    ]  # fmt: skip
    for rule in (_houses, _people, _customers, _joined):
        for low, high in rule(words, line):
            if not _is_told(words[low:high], line):
                yield words[low].start, words[high - 1].end


def _is_told(words: Sequence[_Word], line: Line) -> bool:
    """Whether guide or brief has a name, whatever capitals stand before it in a headline."""
    said = [word.lower for word in words if word.text != "&"]
    return line.told(said) or any(
        line.told(said[at:]) and not GENERIC.issuperset(said[at:-1]) for at in range(1, len(said) - 1)
    )


def _left_of(words: Sequence[_Word], at: int) -> int:
    """Where the words in capitals before a word begin, up to one that can't be part of a name."""
    low = at
    while (
        low > at - MOST_WORDS
        and low
        and words[low - 1].tall
        and not words[low - 1].ends
        and words[low - 1].lower not in BREAKS
    ):
        if words[low - 1].owns or (words[low - 1].text.isupper() and len(words[low - 1].text) > 3):
            break
        low -= 1
    return low


def _determined(words: Sequence[_Word], low: int) -> str:
    """The determiner or possessive before a word, in lower case; "" where there is none."""
    if not low or words[low - 1].ends:
        return ""
    before = words[low - 1]
    return before.lower if before.lower in DETERMINERS or before.owns else ""


def _closes(words: Sequence[_Word], at: int) -> bool:
    """Whether a noun is the last of its phrase: no other noun follows."""
    if at + 1 == len(words) or words[at].ends or words[at].owns:
        return True
    after = words[at + 1].lower
    several = words[at].lower.endswith("s")
    return after in BREAKS or _is_verb(after) or (several and after in _VERBS)


def _is_verb(word: str) -> bool:
    """Whether a word may be a verb in the past or of one person: "chose", "fills"."""
    return is_past(word) or (
        word.endswith("s") and not word.endswith("ss") and any(base in _VERBS for base in bases(word))
    )


_VERBS = frozenset(
    "answer ask balance book build buy call care catch check choose come confirm count cover cut do eat"
    " feed fill find get give go grow keep know learn like live look lose love make need open order own"
    " pack pay pick post put read rely reorder run save say scan see sell send serve skip sleep start stay"
    " stir stock stop swap switch take talk taste tell text trade trust try turn use wait want wash watch win"
    " work write".split()
)


def _houses(words: Sequence[_Word], line: Line) -> Iterator[tuple[int, int]]:
    """What stands before the name of a house, a place or an honour."""
    for at, word in enumerate(words):
        low = _left_of(words, at) if word.tall else at
        if low < at and _is_name(words, low, at, line):
            yield low, at + 1


def _is_name(words: Sequence[_Word], low: int, at: int, line: Line) -> bool:
    """Whether the words up to a noun make a name of it."""
    noun, determiner = words[at].lower, _determined(words, low)
    before = [one.lower for one in words[low:at]]
    own = [one for one in before if one not in GENERIC and one not in line.ours and one != "&"]
    if noun in ("sons", "daughters", "co") and "&" in before:
        return True
    if noun in PROPER_HEADS:
        return bool(own) and determiner not in ("your", "every", "any")
    if not _closes(words, at):
        return False
    if noun in THINGS_GIVEN:
        return len(own) > 1
    if determiner and not (determiner == "the" and len(own) > 1):
        return False
    if noun in PLURAL_HEADS:
        return _is_one(words, at) or (bool(own) and not PLACES.isdisjoint(before))
    if noun in PLACES:
        return (bool(own) or len(before) > 1) and before[-1] not in ("main", "high")
    return noun == "veterinary" or (noun in COUNTED_HEADS and bool(own))


def _is_one(words: Sequence[_Word], at: int) -> bool:
    """Whether a verb of one person follows a plural: "Corner Vets Tries" is one firm."""
    after = "" if words[at].ends or at + 1 == len(words) else words[at + 1].lower
    return after.endswith("s") and not after.endswith("ss") and _is_verb(after)


def _people(words: Sequence[_Word], line: Line) -> Iterator[tuple[int, int]]:
    """Given names with a surname, a title or what only people do."""
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) and not word.ends else None
        if after is None or not word.tall:
            continue
        if word.lower in TITLES_OF_PEOPLE and after.tall and after.lower in SURNAMES | GIVEN:
            yield at, at + 2
        elif word.lower in GIVEN and after.tall and after.lower in SURNAMES:
            if word.lower not in AMBIGUOUS_GIVEN or after.lower not in _PLAIN:
                yield at, at + 2
        elif word.lower in ASKED_OF_PEOPLE and after.tall and after.lower in GIVEN and not after.owns:
            beyond = words[at + 2].lower if at + 2 < len(words) else ""
            if after.lower not in AMBIGUOUS_GIVEN or beyond in ("at", "from", "of", "how", "about", ""):
                yield at + 1, at + 2
        elif not (at or line.titled or after.tall) and _is_person(word, after):
            yield 0, 1


def _is_person(word: _Word, after: _Word) -> bool:
    """Whether a sentence's first word is a person, by the next: "Joy called", "Carter's clinic"."""
    if word.owns:
        return word.lower in GIVEN | SURNAMES and after.lower in OWNED
    return word.lower in GIVEN and after.lower in DONE_BY_PEOPLE and not after.ends


def _customers(words: Sequence[_Word], line: Line) -> Iterator[tuple[int, int]]:
    """Who is said to have chosen what we sell, or to have said this: "The Copper Pot Serves Our Porridge"."""
    for at, word in enumerate(words):
        after = words[at + 1 : at + 4]
        if (
            word.lower in ("says", "said")
            and len(after) > 1
            and after[0].tall
            and after[0].lower not in BREAKS
        ):
            yield at + 1, min(len(words), at + 1 + MOST_WORDS)
            continue
        if word.lower not in CHOOSING or not at or not after or word.ends:
            continue
        if not (after[0].lower in ("our", "us") or after[0].lower in line.ours):
            continue
        low = _left_of(words, at)
        said = words[low:at]
        if len(said) < 2 or _determined(words, low) not in ("", "the"):
            continue
        # "Busy Clinics Like Our Texts" is told as praise.
        if said[-1].lower.endswith("s") or any(one.lower in line.ours for one in said):
            continue
        yield low, at


def _joined(words: Sequence[_Word], line: Line) -> Iterator[tuple[int, int]]:
    """What our product is said to work with: two words in capitals that need an "a" and have none."""
    for at, word in enumerate(words[1:], 1):
        first = words[at - 1].lower
        joined = (first in JOINED and word.lower in ("with", "to", "into")) or word.lower == "meets"
        if not joined or word.ends:
            continue
        low = high = at + 1
        while (
            high < len(words)
            and high < low + MOST_WORDS
            and words[high].tall
            and words[high].lower not in BREAKS
        ):
            high += 1
            if words[high - 1].ends:
                break
        said = [one.lower for one in words[low:high]]
        if len(said) < 2 or said[-1] in MASS or said[-1].endswith("s") or not line.ours.isdisjoint(said):
            continue
        yield low, high
