"""What a pattern of statements is: its kind, its source, where it counts, and the words that let it run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

__all__ = ["Kind", "Place", "Rule", "Rules", "rule"]

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


@dataclass(frozen=True)
class Rule:
    """One pattern, what it finds, and when that counts."""

    kind: Kind
    source: str  # of the pattern
    lexeme: str  # empty: what the pattern found
    ours: bool  # whether it counts only where the sentence is about the brand, or is a bare headline
    place: (
        Place  # where it counts: anywhere, as first words, after the brand's name, in a line without a verb
    )
    needs: tuple[tuple[frozenset[str], ...], ...]  # of one of these ways, a word of each set has to be there
    sells: bool = False  # whether it counts only in a text that sells
    now: bool = False  # whether it counts only where the sentence does not tell of what was

    def may_match(self, seen: Set[str]) -> bool:
        """Whether a sentence has the words for a match, by its runs of letters in lower case."""
        return not self.needs or any(all(not words.isdisjoint(seen) for words in way) for way in self.needs)

    def matches(self, text: str, start: int, end: int) -> Iterable[re.Match[str]]:
        """The matches in a sentence, between its first token and its last, at places where they may count."""
        if self.place in ("first", "first and bare"):
            first = self.pattern.match(text, start, end)
            return (first,) if first else ()
        return self.pattern.finditer(text, start, end)

    def is_in(self, text: str, start: int, end: int) -> bool:
        """Whether there is such a match."""
        return any(True for _ in self.matches(text, start, end))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern; compiled when its words are first met, since few texts have those of all rules."""
        return re.compile(self.source, re.IGNORECASE)


Place = Literal["any", "first", "after a name", "bare", "first and bare"]


def rule(
    kind: Kind,
    pattern: str,
    *,
    lexeme: str = "",
    ours: bool = False,
    place: Place = "any",
    needs: str = "",
    sells: bool = False,
    now: bool = False,
) -> Rule:
    """Makes a rule.

    Args:
        kind: what it finds.
        pattern: a regular expression; case does not count.
        lexeme: what two statements of the kind must share to be the same; empty for what the pattern found.
        ours: whether it counts only where the sentence is about the brand, or is a bare headline.
        place: where in the sentence it counts.
        needs: ways joined by "|"; of each set of words in a way, joined by "&", one word has to be there.
        sells: whether it counts only in a text that sells.
        now: whether it counts only where the sentence does not tell of what was.
    """
    ways = tuple(
        tuple(frozenset(words.split()) for words in way.split("&")) for way in needs.split("|") if way
    )
    return Rule(kind, pattern, lexeme, ours, place, ways, sells, now)


# Patterns in the order in which they speak, each under the words of which one has to stand in the sentence.
Rules = tuple[tuple[str, Rule], ...]
