"""Word lists written as text."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written with white space between them."""
    return frozenset(words.split())
