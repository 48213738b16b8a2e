"""Tells the sentences that are worth reading for statements, so that the others cost next to nothing.

A sentence is read where a word of it is a hint of a statement, or where it shares two words with an approved
text (one, where that has no other). Whatever makes `Judge.sentence` look closer has to be among the hints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import NamedTuple

from copykit.checks.beyond import EVERYONE
from copykit.checks.endorsing import ENDORSING, names_somebody
from copykit.checks.evidence import Evidence, evidence_of
from copykit.checks.judging import EVERY
from copykit.checks.quantities import HINTS, is_coined
from copykit.checks.remember import remembered
from copykit.checks.statement_rules import triggers
from copykit.checks.superlatives import WEAK
from copykit.checks.units import SYMBOLS
from copykit.guide import Guide
from copykit.text import Document
from copykit.text.by_word import MOST_KEPT

__all__ = ["Telling", "parts_of", "telling_words"]

LONGEST = 60  # letters; what is longer is no word, and is not kept
_RUN = re.compile(r"[^\W\d_]+|\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_HINTS = {selling: HINTS | EVERYONE | WEAK | triggers(selling=selling) for selling in (False, True)}


def parts_of(runs: Iterable[str], coined: Set[str] = frozenset()) -> set[str]:
    """The words of a sentence, each once; of a run with figures in it the letters, and each digit.

    Args:
        runs: the sentence's runs of letters and digits, in lower case.
        coined: those that are names such as B2B, whose digits are no numbers.
    """
    found = set(runs)
    for run in [run for run in found if not run.isalpha()]:
        found.discard(run)
        found.update(_LETTERS.findall(run) if run in coined else _RUN.findall(run))
    return found


class Telling(NamedTuple):
    """The runs of letters and digits of a document that make a sentence worth reading.

    Attributes:
        alone: one of these is enough.
        pairs: of these it takes two.
        people: these tell only beside what a name of a customer stands with.
        coined: names such as B2B and 18F, whose digits tell nothing.
    """

    alone: set[str]
    pairs: set[str]
    people: set[str]
    coined: set[str]

    def are_in(self, runs: list[str]) -> bool:
        """Whether a sentence is worth reading, by its runs in lower case."""
        if not self.alone.isdisjoint(runs) or len(self.pairs.intersection(runs)) > 1:
            return True
        if runs and runs[0] in EVERY:
            return True
        return not self.people.isdisjoint(runs) and names_somebody(frozenset(runs))


class _Words:
    """The words that were met in copy, by what they tell under one guide."""

    def __init__(self, evidence: Evidence, hints: frozenset[str]) -> None:
        self._evidence = evidence
        self._hints = hints
        self._met: set[str] = set()
        self._told = Telling(set(), set(), set(), set())
        self._long: list[str] = []

    def among(self, vocabulary: frozenset[str]) -> Telling:
        """The telling ones of a document's runs."""
        for run in vocabulary - self._met:
            self._meet(run)
        found = Telling(*(words.intersection(vocabulary) for words in self._told))
        for run in self._long:
            for words in (self._met, *self._told):
                words.discard(run)
        self._long.clear()
        if len(self._met) > MOST_KEPT:
            for words in (self._met, *self._told):
                words.clear()
        return found

    def _meet(self, run: str) -> None:
        self._met.add(run)
        if len(run) > LONGEST:
            self._long.append(run)
        parts = [run] if run.isalpha() else _RUN.findall(run)
        if is_coined(run):
            self._told.coined.add(run)
            parts = _LETTERS.findall(run)
        stems = [stem for part in parts if (stem := self._evidence.words[part])]
        # "team2" is read for its letters: nothing less is sure to be enough.
        mixed = len(parts) > 1 or parts != [run]
        if (
            any(part in self._hints or part.isdecimal() or (mixed and part in ENDORSING) for part in parts)
            or len(stems) > 1
            or not self._evidence.alone.keys().isdisjoint(stems)
        ):
            self._told.alone.add(run)
            return
        if stems:
            self._told.pairs.add(run)
        if run in ENDORSING:
            self._told.people.add(run)


@remembered
def _words(guide: Guide) -> _Words:
    return _Words(evidence_of(guide), _HINTS[False])


@remembered
def _selling_words(guide: Guide) -> _Words:
    return _Words(evidence_of(guide), _HINTS[True])


def telling_words(document: Document, guide: Guide, *, selling: bool) -> Telling:
    """The words of a document that make a sentence of it worth reading under a guide.

    Args:
        document: the document.
        guide: the guide.
        selling: whether the document sells: offers in words are looked for only then.
    """
    telling = (_selling_words if selling else _words)(guide).among(document.vocabulary)
    text, places = document.text, document.occurrences
    # "$18F" may be no name after all.
    paid = {run for run in telling.coined if any(text[at - 1 : at] in SYMBOLS for at in places[run])}
    if not paid:
        return telling
    return telling._replace(alone=telling.alone | paid, coined=telling.coined - paid)
