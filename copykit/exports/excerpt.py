"""The line of the source that a finding stands in, with the place marked beneath it."""

from __future__ import annotations

import re
import unicodedata

from copykit.findings import Location
from copykit.text import Document

__all__ = ["excerpt", "visible"]

# What a terminal would obey instead of showing: text from outside must not move the cursor or change colours.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
WIDTH = 96  # columns of the source that are shown
BEFORE = 32  # of them, before the place


def visible(text: str) -> str:
    """Text without the characters that would steer a terminal."""
    return _CONTROL.sub("�", text.replace("\r\n", "\n").replace("\r", "\n"))


def excerpt(location: Location, document: Document, *, colour: str = "") -> list[str]:
    """The source line of a place and a line of carets under it; nothing for the place of what is missing.

    A long line is cut around the place, and a place of several lines is marked to the end of its first.

    Args:
        location: the place.
        document: the document that it stands in.
        colour: the ANSI colour of the carets, such as "31"; none when empty.
    """
    if location.start >= location.end:
        return []
    number, column = document.line_column(location)
    line = document.line_text(location)
    start = column - 1
    # What is blank at the ends of a place, and its further lines, are not marked.
    end = min(start + location.end - location.start, len(line.rstrip()))
    more = "…" if document.quote(location).rstrip()[end - start :].strip() else ""
    if end <= start:
        return []
    low = _cut(line, start)
    high = min(len(line), low + WIDTH)
    head, tail = "…" if low else "", "…" if high < len(line.rstrip()) else ""
    shown = visible(line[low:high].rstrip()).replace("\t", " ").replace("\n", " ")
    before = _columns(head + line[low:start])
    marks = "^" * max(1, _columns(line[start : min(end, high)]))
    marked = f"\x1b[{colour}m{marks}{more}\x1b[0m" if colour else f"{marks}{more}"
    gutter = " " * len(str(number))
    return [f"    {number} | {head}{shown}{tail}", f"    {gutter} | {' ' * before}{marked}"]


def _cut(line: str, start: int) -> int:
    """Where the shown part of a line begins: at a word, not too far before the place."""
    if len(line) <= WIDTH or start <= BEFORE:
        return 0
    low = min(start - BEFORE, max(0, len(line) - WIDTH))
    space = line.find(" ", low, start)
    return space + 1 if space >= 0 else low


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
