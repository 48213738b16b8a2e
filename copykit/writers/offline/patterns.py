"""What a pattern gives: its text filled and tidied, the blanks it has, and whether a field takes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from copykit.formats import Field
from copykit.guide.types import Message, Offer
from copykit.templates import Missing, Template
from copykit.text import count
from copykit.writers.offline.measure import Rendered

__all__ = ["fits", "is_over", "lead_of", "names_in", "render", "says"]

# These name somebody or something, and say nothing of it.
_NAMES = frozenset({"brand", "audience", "product", "ask"})


def fits(field: Field, text: str) -> bool:
    """Whether there is a text, and no more of it than the field takes."""
    return bool(text) and (field.limit is None or count(text, field.limit.counting) <= field.limit.max)


def render(alternative: Mapping[str, Template], frame: Mapping[str, Any]) -> Rendered | None:
    """A pattern with its blanks filled; None where a blank has no value."""
    try:
        return {name: _tidy(template.render(frame)) for name, template in alternative.items()}
    except Missing:
        return None


def _tidy(text: str) -> str:
    """Rendered text without the space that a template's empty lines leave, and without doubled stops."""
    text = re.sub(r"[ \t]+\n", "\n", text.strip())
    text = re.sub(r"\n{3,}", "\n\n", text)
    return re.sub(r"([.!?])\.(?=\s|$)", r"\1", text)


def names_in(alternative: Mapping[str, Template]) -> frozenset[str]:
    """The blanks that a pattern has."""
    return frozenset().union(*(template.names for template in alternative.values()))


def lead_of(alternative: Mapping[str, Template]) -> str:
    """What a pattern is about: the first of its blanks that says something, else the first."""
    text = " ".join(template.text for template in alternative.values())
    names = sorted(names_in(alternative), key=text.find)
    return next((name for name in names if name not in _NAMES), next(iter(names), ""))


def is_over(field: Field, text: str) -> bool:
    """Whether a text is longer than is shown or advised."""
    return any(limit and count(text, limit.counting) > limit.max for limit in (field.shown, field.advised))


def says(text: str, part: Message | Offer) -> bool:
    """Whether a text, in small letters, has a message or an offer in one of its wordings."""
    return any(one.casefold().rstrip(".") in text for one in (part.text, part.short, *part.wordings))
