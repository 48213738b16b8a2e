"""Situations: an outage, an apology, a complaint or a launch, by whatever word a brief or a guide says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

__all__ = ["Situation", "is_bad_news", "is_one_of", "situation_of"]

Situation = Literal["outage", "apology", "complaint", "launch"]

_NAMES: dict[str, Situation] = {
    "outage": "outage", "outages": "outage", "incident": "outage", "downtime": "outage",
    "apology": "apology", "apologies": "apology", "recall": "apology", "delay": "apology",
    "complaint": "complaint", "complaints": "complaint",
    "launch": "launch", "launches": "launch", "release": "launch",
}  # fmt: skip
_WORD = re.compile(r"[a-z]+")


def situation_of(text: str) -> Situation | None:
    """The situation that a text names ("Outage on Tuesday", "product launch"); None for any other."""
    return next((_NAMES[word] for word in _WORD.findall(text.casefold()) if word in _NAMES), None)


def is_bad_news(text: str) -> bool:
    """Whether something has gone wrong for the reader."""
    return situation_of(text) in ("outage", "apology", "complaint")


def is_one_of(text: str, named: Iterable[str]) -> bool:
    """Whether a brief's situation is one of those that a guide names.

    It is when it has all words of the name ("price rise in May" and "price-rise"), or when both are words
    for one thing ("downtime" and "outage"). An empty text is none of them.
    """
    words, kind = set(_WORD.findall(text.casefold())), situation_of(text)
    if not words:
        return False
    for name in named:
        # A recall and a delay call for the same tone, and yet a line may be fine in one of them.
        own = set(_WORD.findall(name.casefold()))
        if own <= words or (kind is not None and situation_of(name) == kind and kind in own):
            return True
    return False
