"""Remembers what was made of a guide, a brief or a document, so that it is made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Whole = TypeVar("_Whole")
_Made = TypeVar("_Made")


def remembered(make: Callable[[_Whole], _Made]) -> Callable[[_Whole], _Made]:
    """Makes a function keep its last results, told apart by the identity of its argument.

    Guides and briefs never change once loaded, but cannot be hashed; sixteen results are kept.
    """
    kept: dict[int, tuple[_Whole, _Made]] = {}

    @wraps(make)
    def once(whole: _Whole) -> _Made:
        found = kept.get(id(whole))
        if found is not None and found[0] is whole:
            return found[1]
        made = make(whole)
        while len(kept) >= 16:
            kept.pop(next(iter(kept)), None)
        kept[id(whole)] = (whole, made)
        return made

    return once
