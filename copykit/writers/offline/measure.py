"""How texts are measured while they are put together: words, slots, and what comes back in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from copykit.draft import SLOT

__all__ = [
    "Rendered", "Said", "alike", "all_echoes", "count_slots", "count_words", "echoes_of", "sentences_of",
    "short_sentences",
]  # fmt: skip

Rendered: TypeAlias = Mapping[str, str]  # a filled alternative: its texts by subfield, or one under ""
_SENTENCE = re.compile(r"[^.!?:\n“]+")
_NOT_WORD = re.compile(r"[^\w' ]+")
_ECHO = 5  # words
_LEAST_SENTENCE = 3  # shorter ones ("No card needed") may come back


def count_words(parts: Iterable[Rendered]) -> int:
    """How many words filled alternatives have."""
    return sum(len(value.split()) for part in parts for value in part.values())


def count_slots(parts: Iterable[Rendered]) -> int:
    """How many open slots they leave."""
    return sum(len(SLOT.findall(value)) for part in parts for value in part.values())


def sentences_of(texts: Iterable[str]) -> Iterator[str]:
    """The sentences of some texts, bare and in small letters; the shortest are passed over."""
    for text in texts:
        for found in _SENTENCE.findall(text):
            bare = _NOT_WORD.sub("", found).strip().casefold()
            if bare.count(" ") >= _LEAST_SENTENCE:
                yield bare


def echoes_of(texts: Iterable[str]) -> Iterator[str]:
    """Every run of words that a reader would notice if it came back."""
    for text in texts:
        words = _NOT_WORD.sub(" ", text).casefold().split()
        for at in range(len(words) - _ECHO + 1):
            yield " ".join(words[at : at + _ECHO])


@lru_cache(maxsize=4096)
def all_echoes(texts: tuple[str, ...]) -> frozenset[str] | None:
    """The echoes of some texts; None when one comes back within them."""
    told = list(echoes_of(texts))
    found = frozenset(told)
    return found if len(found) == len(told) else None


def alike(one: str, other: str) -> float:
    """How many of the shorter text's words the other has too, 0 to 1; plurals count as the same."""
    first, second = _stems(one), _stems(other)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def _stems(text: str) -> set[str]:
    return {word.rstrip("s") for word in _NOT_WORD.sub(" ", text).casefold().split()}


def short_sentences(text: str) -> list[str]:
    """The sentences of a text of two words and more, bare."""
    found = (one.strip(" .!?").casefold() for one in re.split(r"(?<=[.!?])\s+", text))
    return [one for one in found if " " in one]


class Said:
    """What a piece has said so far, so that it says nothing twice."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def repeats(self, rendered: Rendered) -> bool:
        """Whether a sentence or a long run of words has been said."""
        texts = rendered.values()
        return any(told in self._told for told in (*sentences_of(texts), *echoes_of(texts)))

    def add(self, parts: Iterable[Rendered]) -> None:
        """Takes down what some parts say."""
        for part in parts:
            self._told.update(sentences_of(part.values()))
            self._told.update(echoes_of(part.values()))
