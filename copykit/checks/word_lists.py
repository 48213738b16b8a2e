"""Reads our own lists of words and phrases, and finds them in a text by one look-up for each of its words.

A `Phrasebook` compiles every phrase; with thousands of them that would cost more than checking a short page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from copykit.checks.inclusive_words import INCLUSIVE
from copykit.checks.voice_words import CLICHES, HEDGES, HEDGING, INTENSIFIERS, JOKING, MACHINE, SLANG
from copykit.checks.wordy_words import FORMAL, HIDDEN_VERBS, WORDY
from copykit.text.document import Document
from copykit.text.inflect import forms
from copykit.text.phrasebook import is_whole

__all__ = ["Entry", "find_entries"]

_LISTS: Mapping[str, str] = {
    **{f"inclusive.{area}": lines for area, lines in INCLUSIVE.items()},
    "wordy": WORDY, "formal": FORMAL, "hidden": HIDDEN_VERBS, "cliche": CLICHES, "machine": MACHINE,
    "intensifier": INTENSIFIERS, "hedge": HEDGES, "hedging": HEDGING, "slang": SLANG, "joking": JOKING,
}  # fmt: skip
# In these a phrase of several words begins with a verb; in the others only a plural is looked for.
_VERBAL = frozenset({"hidden", "formal"})
_RUN = re.compile(r"\w+")


class Entry(NamedTuple):
    """A phrase of a list, in one of its forms.

    Attributes:
        list: the list's name.
        phrase: the phrase as written there.
        instead: what to write; empty to leave it out; in brackets where only advice helps.
        sure: whether the first of `instead` fits wherever the phrase stands as written.
        reason: why, a sentence; a comment in the lists of wordy phrases.
        unless: phrases in the same sentence beside which it is fine.
        inflect: whether other forms of it are meant too.
    """

    list: str
    phrase: str
    instead: tuple[str, ...]
    sure: bool
    reason: str
    unless: tuple[str, ...]
    inflect: bool

    @property
    def advised(self) -> str:
        """What to write, as a writer would be told."""
        told = [one if one.startswith("(") else f"“{one}”" for one in self.instead if one]
        return " or ".join(told)


class _Variant(NamedTuple):
    """A form in which a phrase is looked for.

    Attributes:
        phrase: the form, in lower case.
        at: where its longest word begins in it.
    """

    phrase: str
    at: int
    entry: Entry


def _entries(name: str, lines: str) -> Iterator[Entry]:
    reason, inflect = "", True
    for line in lines.replace("\n  ", " ").strip().splitlines():
        if line[0] in "?!":
            reason, inflect = line[1:].strip(), line[0] == "?"
            continue
        said, _, unless = line.partition("~")
        phrases, _, instead = said.partition("=")
        sure = instead.startswith(">")
        told = tuple(one.strip() for one in instead.removeprefix(">").split(";"))
        fine = tuple(one.strip() for one in unless.split(",") if one.strip())
        for phrase in phrases.split(","):
            # A middle dot stands for a comma of the phrase's own.
            text = phrase.strip().replace("·", ",")
            if text:
                yield Entry(name, text, told, sure, reason, fine, inflect)


def _variants(entry: Entry) -> Collection[str]:
    """The forms in which an entry's phrase is looked for."""
    phrase = entry.phrase
    if not entry.inflect:
        return (phrase,)
    first, space, rest = phrase.partition(" ")
    if not space:
        head, hyphen, last = phrase.rpartition("-")
        return [f"{head}{hyphen}{form}" for form in forms(last)] if last.isalpha() else (phrase,)
    if entry.list in _VERBAL:
        return [f"{form} {rest}" for form in forms(first)]
    return (phrase, f"{phrase}s") if phrase[-1].isalpha() and phrase[-1] != "s" else (phrase,)


@lru_cache(maxsize=1)
def _index() -> Mapping[str, Mapping[str, list[_Variant]]]:
    """All forms of all phrases by their longest word, then by their second longest or again the longest."""
    index: dict[str, dict[str, list[_Variant]]] = {}
    for name, lines in _LISTS.items():
        for entry in _entries(name, lines):
            for variant in _variants(entry):
                word, other = variant, variant
                if not variant.isalpha():
                    words = sorted(_RUN.findall(variant), key=len, reverse=True)
                    word, other = words[0], words[min(1, len(words) - 1)]
                at = next(match.start() for match in _RUN.finditer(variant) if match.group() == word)
                index.setdefault(word, {}).setdefault(other, []).append(_Variant(variant, at, entry))
    return index


def find_entries(document: Document) -> Iterator[tuple[int, int, Entry]]:
    """Where phrases of the lists stand in a text, in no order, each with its entry."""
    index = _index()
    folded, occurrences = document.folded, document.occurrences
    begins = folded.startswith
    for word in occurrences.keys() & index.keys():
        places = occurrences[word]
        for other, variants in index[word].items():
            if other not in occurrences:
                continue
            for phrase, at, entry in variants:
                done = 0
                for place in places:
                    # A start before the text's is ruled out below: few phrases come that far.
                    if begins(phrase, place - at) and place - at >= done:
                        start, end = place - at, place - at + len(phrase)
                        if is_whole(folded, start, end):
                            yield start, end, entry
                            done = end
