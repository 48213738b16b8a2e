"""Puts a word in place of another in the same form: "logs in" becomes "signs in", "LOG IN" "SIGN IN"."""

from __future__ import annotations

import re
from typing import Literal

from copykit.grammar import capitalize_first, some, title_case
from copykit.text.inflect import irregular_pasts, plurals, spellings, verb_forms

__all__ = ["reworded"]

Form = Literal["s", "ing", "past"]
# What closes a phrasal verb: "work with", "set up".
_PARTICLES = frozenset(
    "about after along around at away back by down for forward from in into of off on out over through to"
    " together up with".split()
)


def reworded(said: str, avoided: str, use: str) -> tuple[str, bool]:
    """What to write in place of a word or phrase that was found, and whether that is sure to fit.

    Args:
        said: what stands in the text, perhaps inflected or in capitals.
        avoided: the guide's word that it is a form of.
        use: the guide's word to use instead.

    Returns:
        The replacement with the case and the form of what stood there. It is sure when the form is the
        same as the guide's, or could be made without doubt, and both have as many words.
    """
    said_words, words, use_words = said.split(), avoided.split(), use.split()
    sure = len(words) == len(use_words)
    if len(said_words) != len(words) and len(_parts(said)) == len(_parts(avoided)):
        said_words, words = _parts(said), _parts(avoided)  # "user friendly" for "user-friendly"
    text = use
    changed = [
        at
        for at, (one, other) in enumerate(zip(said_words, words, strict=False))
        if _fold(one) != _fold(other) and _fold(other) not in spellings(_fold(one))
    ]
    if len(said_words) != len(words):
        sure = False
    elif changed:
        at = changed[0]
        form = _form(_fold(said_words[at]), _fold(words[at]))
        # The first word of a phrasal verb changes, or the last of a noun phrase.
        phrasal = len(use_words) > 1 and (form in ("ing", "past") or use_words[-1] in _PARTICLES)
        place = 0 if phrasal or (at == 0 and len(words) > 1) else len(use_words) - 1
        made = _inflected(use_words[place], form, verb=phrasal) if form and len(changed) == 1 else None
        if made is None:
            sure = False
        else:
            text = " ".join([*use_words[:place], made, *use_words[place + 1 :]])
    return _cased(text, said, avoided), sure


def _fold(word: str) -> str:
    return word.lower().replace("’", "'").replace("‑", "-")


def _parts(phrase: str) -> list[str]:
    return re.split(r"[\s‑-]+", phrase)


def _form(said: str, base: str) -> Form | None:
    head, _, last = base.rpartition("-")
    if head and said.startswith(f"{head}-"):
        said, base = said.removeprefix(f"{head}-"), last
    either = spellings(said)
    if not either.isdisjoint(plurals(base)):
        return "s"
    if not either.isdisjoint(verb_forms(base)):
        return "ing" if said.endswith("ing") else "past"
    return None


def _inflected(word: str, form: Form, *, verb: bool = False) -> str | None:
    """A word in another form; None where there is more than one, or where it is no plain word."""
    head, hyphen, base = word.rpartition("-")
    if not base.isalpha() or not base.islower():
        return None
    if form == "s":
        many = plurals(base)
        # "software" has no plural, and what has none takes no article either.
        made = many[0] if len(many) == 1 and (verb or some(base) != base) else None
    elif form == "ing":
        made = next((one for one in verb_forms(base) if one.endswith("ing") and one != base), None)
    else:
        if base in irregular_pasts(base) and len(irregular_pasts(base)) > 1:
            return None  # "ran" or "run"
        past = [
            one
            for one in verb_forms(base)
            if one != base and not one.endswith("ing") and one not in plurals(base)
        ]
        made = past[0] if len(past) == 1 else None
    return f"{head}{hyphen}{made}" if made else None


def _cased(text: str, said: str, avoided: str) -> str:
    letters = [letter for letter in said if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters) and not avoided.isupper():
        return text.upper()
    if said[:1].isupper() and not avoided[:1].isupper():
        words = said.split()
        titled = len(words) > 1 and all(word[0].isupper() for word in words)
        return title_case(text) if titled else capitalize_first(text)
    return text
