"""Which legal lines a piece needs: those for its channel and region, and disclaimers where they are due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from copykit.guide.types import Claim, LegalLine, Offer
from copykit.guide.whole import Guide
from copykit.text.inflect import forms

__all__ = ["caller_of", "is_disclaimer", "legal_lines"]


def legal_lines(
    guide: Guide, *, channel: str | None, region: str, said: str | None = None
) -> Iterator[LegalLine]:
    """The lines that must stand in copy for a channel and a region.

    Args:
        guide: whose lines.
        channel: where the copy stands; None is nowhere in particular, so that only lines for everywhere fit.
        region: where it is used.
        said: the copy; a disclaimer then counts only where something in it calls for it. None: every one.
    """
    for line in guide.brand.legal:
        if (line.channels and channel not in line.channels) or (line.regions and region not in line.regions):
            continue
        if said is None or not is_disclaimer(line) or caller_of(line, guide, said) is not None:
            yield line


def is_disclaimer(line: LegalLine) -> bool:
    """Whether a line must stand only beside something."""
    return bool(line.words or line.claims or line.offers)


def caller_of(line: LegalLine, guide: Guide, said: str) -> str | None:
    """What in a text calls for a disclaimer: one of its words, or an approved text of its claims and offers.

    The line itself is not counted: "free" in "The free plan has limits" does not call for that line.
    """
    plain = _plain(said).replace(_plain(line.text), " ")
    for phrase in line.words:
        if (match := _pattern(phrase).search(plain)) is not None:
            return match.group()
    entries: list[Claim | Offer] = [
        *(one for one in guide.claims if one.id in line.claims),
        *(one for one in guide.offers if one.id in line.offers),
    ]
    for entry in entries:
        for text in (entry.text, *entry.wordings, entry.short or ""):
            bare = _plain(text).rstrip(".!")
            if bare and bare in plain:
                return text
    return None


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()


@lru_cache(maxsize=1024)
def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase whose last word may be inflected."""
    *before, last = _plain(phrase).split()
    ends = "|".join(re.escape(one) for one in sorted({last, *forms(last)}, key=len, reverse=True))
    return re.compile(r"\b" + r"\s".join([*map(re.escape, before), f"(?:{ends})"]) + r"\b")
