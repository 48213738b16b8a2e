"""Tells whose "we" it is in a quotation: what somebody else is quoted with is no promise of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copykit.guide.types import Audience
from copykit.text import Document

__all__ = ["is_quoted_of_others"]

NEAR = 80  # characters on either side of a quotation, in which its speaker stands
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|[Ww]e|[Ww]e['’]\w+|[Mm]y|[Oo]urs?|us|me)\b")
_MARKS = " “”\"'‘’.,"
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OURS = frozenset("we our we're we’re we've we’ve".split())
_CUSTOMERS = frozenset(
    "customer customers client clients user users member members guest guests patient patients".split()
)


def is_quoted_of_others(document: Document, start: int, end: int, audiences: Sequence[Audience]) -> bool:
    """Whether a span stands in a quotation whose "we" or "I" is not us.

    It is somebody else's where words around the quotation introduce it and none of them is "we" or "our", but
    for "one of our customers"; and where the guide holds it as what a customer says, a pain or an objection.
    Any other line that is all quotation may be our own slogan. Whether a customer may be quoted at all is
    asked apart from this (`claims.testimonial`).
    """
    span = next((one for one in document.quoted if one[0] <= start and end <= one[1]), None)
    if span is None or not _FIRST_PERSON.search(document.text, *span):
        return False
    said = document.text[slice(*span)].strip(_MARKS)
    held = [one.quote for who in audiences for one in who.pains]
    held += [one.quote for who in audiences for one in who.objections]
    if any(said == quote.strip(_MARKS) for quote in held):
        return True
    block = next(one for one in document.blocks if one.start <= span[0] < max(one.end, one.start + 1))
    around = (
        document.text[max(block.start, span[0] - NEAR) : span[0]]
        + " "
        + document.text[span[1] : min(block.end, span[1] + NEAR)]
    )
    words = [word.lower() for word in _WORDS.findall(around)]
    return len(words) > 1 and (_OURS.isdisjoint(words) or not _CUSTOMERS.isdisjoint(words))
