"""Tells the sentences that are worth reading for statements, so that the others cost next to nothing.

A sentence is read where a word of it is a hint of a statement, or where it shares two words with an approved
text (one, where that has no other). Whatever makes `Judge.sentence` look closer has to be among the hints.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from copykit.checks.beyond import EVERYONE
from copykit.checks.endorsing import ENDORSING
from copykit.checks.evidence import Evidence, evidence_of
from copykit.checks.judging import EVERY
from copykit.checks.quantities import HINTS
from copykit.checks.remember import remembered
from copykit.checks.statement_rules import TRIGGERS
from copykit.checks.superlatives import WEAK
from copykit.guide import Guide
from copykit.text import Document
from copykit.text.by_word import MOST_KEPT

__all__ = ["Telling", "telling_words"]

_RUN = re.compile(r"[^\W\d_]+|\d")
_HINTS = HINTS | EVERYONE | EVERY | WEAK | ENDORSING | TRIGGERS


class Telling(NamedTuple):
    """The runs of letters and digits of a document that make a sentence worth reading.

    Attributes:
        alone: one of these is enough.
        pairs: of these it takes two.
    """

    alone: frozenset[str]
    pairs: frozenset[str]

    def are_in(self, runs: list[str]) -> bool:
        """Whether a sentence is worth reading, by its runs in lower case."""
        return not self.alone.isdisjoint(runs) or len(self.pairs.intersection(runs)) > 1


class _Words:
    """The words that were met in copy, by what they tell under one guide."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._alone: set[str] = set()
        self._pairs: set[str] = set()
        self._dull: set[str] = set()

    def among(self, vocabulary: frozenset[str]) -> Telling:
        """The telling ones of a document's runs."""
        for run in vocabulary - self._dull - self._alone - self._pairs:
            self._kind(run).add(run)
        found = Telling(vocabulary & self._alone, vocabulary & self._pairs)
        if len(self._dull) + len(self._alone) + len(self._pairs) > MOST_KEPT:
            for words in (self._alone, self._pairs, self._dull):
                words.clear()
        return found

    def _kind(self, run: str) -> set[str]:
        parts = [run] if run.isalpha() else _RUN.findall(run)
        stems = [stem for part in parts if (stem := self._evidence.words[part])]
        if len(stems) > 1 or any(part in _HINTS or part.isdecimal() for part in parts):
            return self._alone
        if stems:
            return self._alone if stems[0] in self._evidence.alone else self._pairs
        return self._dull


@remembered
def _words(guide: Guide) -> _Words:
    return _Words(evidence_of(guide))


def telling_words(document: Document, guide: Guide) -> Telling:
    """The words of a document that make a sentence of it worth reading under a guide."""
    return _words(guide).among(document.vocabulary)
