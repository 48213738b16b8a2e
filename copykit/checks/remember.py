"""Remembers what was made of a guide, a brief or a document, so that it is made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import TypeVar

MOST_KEPT = 16
_Whole = TypeVar("_Whole")
_Made = TypeVar("_Made")


def remembered(make: Callable[[_Whole], _Made]) -> Callable[[_Whole], _Made]:
    """Makes a function keep its last results, told apart by the identity of its argument.

    Guides and briefs never change once loaded, but cannot be hashed; sixteen results are kept.
    """
    kept: dict[int, tuple[_Whole, _Made]] = {}
    lock = Lock()

    @wraps(make)
    def once(whole: _Whole) -> _Made:
        found = kept.get(id(whole))
        if found is not None and found[0] is whole:
            return found[1]
        made = make(whole)
        with lock:
            while len(kept) >= MOST_KEPT:
                del kept[next(iter(kept))]
            kept[id(whole)] = (whole, made)
        return made

    return once
