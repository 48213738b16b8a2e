"""Reads days of the year and times of day out of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["MONTHS", "moments"]

MONTHS = ("January February March April May June July August September October November December").split()
_MONTH = "|".join(f"{name}|{name[:3]}\\b\\.?" for name in MONTHS) + r"|Sept\b\.?"
_DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)"
    r"(?![\d:])(?:,? (?:19|20)\d\d\b)?"
)
_CLOCK = re.compile(
    r"\b(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))? ?(?P<half>a\.?m\b\.?|p\.?m\b\.?)|\b(?P<h2>[01]?\d"
    r"|2[0-3]):(?P<m2>[0-5]\d)\b"
    r"|\b(?P<h3>\d{1,2}) o['’]clock",
    re.IGNORECASE,
)


def moments(text: str, start: int, end: int) -> Iterator[tuple[str, float, int, int]]:
    """The days (`date`: 100 × month + day) and times (`clock`: minutes after midnight), with their spans."""
    for match in _DATE.finditer(text, start, end):
        name = match["m1"] or match["m2"]
        month = next(index for index, one in enumerate(MONTHS, 1) if one[:3] == name[:3])
        yield "date", 100 * month + int(match["d1"] or match["d2"]), *match.span()
    for match in _CLOCK.finditer(text, start, end):
        hour = int(match["h"] or match["h2"] or match["h3"])
        minute = int(match["m"] or match["m2"] or 0)
        if (match["half"] or "").lower().startswith("p") and hour < 12:
            hour += 12
        yield "clock", 60 * hour + minute, *match.span()
