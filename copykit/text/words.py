"""Cuts a text into words and into runs of letters and digits, as lists side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

# A number keeps its separators and an abbreviation its stops: "1,000.50", "24/7" is two, "U.S." is one.
# The look ahead spares the other alternatives at the end of every plain word.
WORD = re.compile(
    r"\w+(?:(?=[-‑'’.,\u0300-\u036f])"
    r"(?:[-‑'’\u0300-\u036f]\w+|[\u0300-\u036f]+|(?<=\d)[.,]\d+|(?<=\b[A-Za-z])\.[A-Za-z]\b))*"
)
_WORDS = re.compile(f"({WORD.pattern})")
_RUNS = re.compile(r"(\w+)")


class Words(NamedTuple):
    """Words in the order of the text: as they stand, where each begins, and one past where it ends."""

    said: list[str]
    starts: list[int]
    ends: list[int]


def fold(text: str) -> str:
    """A text for finding phrases, offset for offset: in lower case, its punctuation plain, no line ends."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    if lower.isascii():
        return lower.replace("\n", " ")
    return lower.replace("’", "'").replace("‑", "-").replace("\xa0", " ").replace("\n", " ")


def cut_atoms(text: str) -> Words:
    """All runs of letters and digits of a text; "don't" has two."""
    return _cut(_RUNS, text, 0)


def cut_words(text: str, shielded: Sequence[tuple[int, int]]) -> Words:
    """All words. A shielded span counts as one, empty as it stands; a template tag `{% … %}` as none.

    Args:
        text: the text.
        shielded: sorted, disjoint spans of it.
    """
    if not shielded:
        return _cut(_WORDS, text, 0)
    made = Words([], [], [])
    last = 0
    for start, end in shielded:
        _add(made, text, last, start)
        if not text.startswith("{%", start):
            made.said.append("")
            made.starts.append(start)
            made.ends.append(end)
        last = end
    _add(made, text, last, len(text))
    return made


def _add(made: Words, text: str, start: int, end: int) -> None:
    if start == end:
        return
    # What stands right before may belong to the first word, as the "A" of "A.b" does.
    joined = start > 0 and _is_wordlike(text[start - 1]) and _is_wordlike(text[start])
    if joined:
        for match in WORD.finditer(text, start, end):
            made.said.append(match.group())
            made.starts.append(match.start())
            made.ends.append(match.end())
        return
    said, starts, ends = _cut(_WORDS, text[start:end], start)
    made.said.extend(said)
    made.starts.extend(starts)
    made.ends.extend(ends)


def _is_wordlike(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _cut(pattern: re.Pattern[str], text: str, start: int) -> Words:
    # What a pattern splits off and what lies between by turns: so no match is made into an object.
    pieces = pattern.split(text)
    places = list(accumulate(map(len, pieces), initial=start))
    return Words(pieces[1::2], places[1:-1:2], places[2::2])
