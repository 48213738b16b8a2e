"""Remembers what was made of a guide, a brief or a document, so that it is made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from threading import Lock
from typing import TypeVar
from weakref import ref

MOST_KEPT = 16
_Whole = TypeVar("_Whole")
_Made = TypeVar("_Made")


def remembered(make: Callable[[_Whole], _Made]) -> Callable[[_Whole], _Made]:
    """Makes a function keep its last results, told apart by the identity of its argument.

    Guides, briefs and documents never change once made, but cannot be hashed. At most sixteen results are
    kept, and each only as long as somebody else holds what it was made of: a checked text is forgotten.
    What is made must not hold its whole, or that is never forgotten.
    """
    kept: dict[int, tuple[ref[_Whole], _Made]] = {}
    lock = Lock()

    def forget(key: int, gone: ref[_Whole]) -> None:
        found = kept.get(key)
        if found is not None and found[0] is gone:
            kept.pop(key, None)

    @wraps(make)
    def once(whole: _Whole) -> _Made:
        found = kept.get(id(whole))
        if found is not None and found[0]() is whole:
            return found[1]
        made = make(whole)
        key = id(whole)
        with lock:
            for oldest in list(kept)[: len(kept) - MOST_KEPT + 1]:
                kept.pop(oldest, None)
            kept[key] = (ref(whole, partial(forget, key)), made)
        return made

    return once
