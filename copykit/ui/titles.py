"""What the checks are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from copykit.findings import Area

__all__ = ["AREAS", "title_of"]

AREAS: Mapping[Area, str] = {
    Area.READABILITY: "Readability",
    Area.KEYWORDS: "Keywords",
    Area.CONSISTENCY: "Consistency",
    Area.FORMAT: "Format",
}

_TITLES: Mapping[str, str] = {
    "asks.missing": "No call to action",
    "asks.more-than-one": "More than one ask",
    "asks.other-goal": "Asks for something else",
    "claims.cited": "Cited figure",
    "claims.contradicted": "Contradicts the guide",
    "claims.expired": "Expired claim",
    "claims.expiring": "Claim about to expire",
    "claims.permission": "No permission to name",
    "claims.testimonial": "Unapproved quote",
    "claims.unproven": "Unproven claim",
    "format.cut-off": "Cut off when shown",
    "format.limit": "Over the limit",
    "format.merge-tag": "Open merge tag",
    "format.missing-field": "Empty field",
    "format.open-slot": "Yours to fill in",
    "format.repeat": "Said twice",
    "format.repeat-sentence": "Sentence said twice",
    "format.rule": "Against the format's rules",
    "format.stray-text": "Not checked",
    "format.too-few": "Too few",
    "format.too-many": "Too many",
    "format.words": "Length",
    "keywords.missing": "Keyword missing",
    "keywords.placement": "Keyword placement",
    "keywords.stuffing": "Keyword too often",
    "keywords.topic": "Off topic",
    "legal.missing": "Legal line missing",
    "messages.required": "Message missing",
    "readability.grade": "Hard to read",
    "readability.long-sentence": "Long sentence",
    "readability.passive": "Passive voice",
    "readability.passive-share": "Much passive voice",
    "style.exclamation": "Exclamation marks",
    "tagline.misquoted": "Tagline misquoted",
    "terms.audience": "Not this audience's word",
    "terms.avoid": "Word to avoid",
    "terms.banned": "Banned word",
    "terms.old-name": "Old name",
    "terms.spelling": "Brand spelling",
    "wordplay.misplaced": "Wordplay out of place",
}


def title_of(check: str) -> str:
    """A check's title: "Old name" for `terms.old-name`; of one without a title, its id in words."""
    family, _, name = check.partition(".")
    words = f"{family.rstrip('s')} {name}".replace("-", " ").strip()
    return _TITLES.get(check) or words.capitalize()
