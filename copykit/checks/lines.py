"""One sentence, read; and how it compares with an approved text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from copykit.checks.evidence import Said, content
from copykit.checks.quantities import Quantity, Token

__all__ = ["Line", "agree", "codes", "covered", "same_lexeme", "years"]

_YEAR = re.compile(r"(?:19|20)\d\d")


class Line(NamedTuple):
    """One sentence, read."""

    start: int
    end: int
    tokens: list[Token]
    words: list[str]
    quantities: list[Quantity]
    stems: frozenset[str]
    alike: list[tuple[Said, float, int]]


def agree(ones: Iterable[Quantity], others: Iterable[Quantity]) -> bool:
    """Whether two texts have a quantity in common, or neither has any."""
    ones, others = list(ones), list(others)
    return any(one.same(other) for one in ones for other in others) if ones else True


def years(words: Iterable[str]) -> frozenset[str]:
    """The words that are years."""
    return frozenset(word for word in words if _YEAR.fullmatch(word))


def same_lexeme(one: str, other: str) -> bool:
    """Whether two lexemes are one, or one begins the other: "soc 2" and "soc 2 type ii"."""
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def codes(said: Said) -> frozenset[str]:
    """The numbers that name something: the 27001 of a standard, no quantity and no year."""
    taken = {index for one in said.quantities for index in range(one.first, one.last)}
    return frozenset(
        word
        for index, word in enumerate(said.words)
        if word.isdecimal() and index not in taken and len(word) > 1 and not _YEAR.fullmatch(word)
    )


def covered(line: Line, said: Said) -> tuple[int, int]:
    """From the first to the last word that a sentence shares with an approved text."""
    shared = [token for token in line.tokens if content([token.text]) & said.stems]
    spans = [(token.start, token.end) for token in shared]
    spans += [
        (one.start, one.end) for one in line.quantities if any(one.same(other) for other in said.quantities)
    ]
    return min(start for start, _ in spans), max(end for _, end in spans)
