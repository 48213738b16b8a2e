"""Keeps what a function makes of a word, for so many words and no longer ones, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["LONGEST", "MOST_KEPT", "by_word"]

MOST_KEPT = 65_536  # about as many different words as a year's copy has
LONGEST = 64  # characters; what is longer is no word of a language, and may be a megabyte of something else
_Made = TypeVar("_Made")


class _Table(dict[str, _Made], Generic[_Made]):
    """From words to what was made of them; filled as they come, emptied when it is full."""

    def __init__(self, make: Callable[[str], _Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> _Made:
        made = self._make(word)
        if len(word) <= LONGEST:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[word] = made
        return made


def by_word(make: Callable[[str], _Made]) -> Callable[[str], _Made]:
    """Makes a function of one word keep its results: at most 65,536, of words of at most 64 characters.

    The function that comes back is the table's own look-up, which is as fast as a dict's; it takes its word
    by position only.
    """
    return _Table(make).__getitem__
