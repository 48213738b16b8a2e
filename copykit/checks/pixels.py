"""How wide a text is on a page of search results, in pixels, by the metrics of the font that it is set in."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from copykit.text.by_word import by_word

__all__ = ["cut_at", "pixels"]

TABLE = Path(__file__).with_name("widths.txt")
EM = 2048
# An average letter of Arial, for characters that the table does not have.
USUAL = 1139


@lru_cache(maxsize=1)
def _widths() -> dict[str, int]:
    found: dict[str, int] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        width, *ranges = line.split()
        for told in ranges:
            low, _, high = told.partition("-")
            for point in range(int(low, 16), int(high or low, 16) + 1):
                found[chr(point)] = int(width)
    return found


@by_word
def _units(character: str) -> int:
    known = _widths().get(character)
    if known is not None:
        return known
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Cf"):
        return 0
    wide = unicodedata.east_asian_width(character) in "WF" or unicodedata.category(character) == "So"
    return EM if wide else USUAL


def pixels(text: str, size: int) -> float:
    """The width of a line of text in Arial, in pixels, at a size in pixels (0 and up, kerning left aside)."""
    return sum(map(_units, text)) * size / EM


def cut_at(text: str, size: int, most: float) -> int:
    """How many characters are shown of a line that is too wide: as many whole words as fit with an ellipsis.

    Args:
        text: one line.
        size: the font's size in pixels.
        most: the width that there is, in pixels.
    """
    if pixels(text, size) <= most:
        return len(text)
    left = most * EM / size - _units("…") - _units(" ")
    for at, character in enumerate(text):
        left -= _units(character)
        if left < 0:
            kept = text[:at].rfind(" ")
            return kept if kept > 0 else at
    return len(text)
