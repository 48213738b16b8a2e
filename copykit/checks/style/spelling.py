"""American or British spelling, as the brand's language says; names and quoted speech keep theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from copykit.checks.remember import remembered
from copykit.checks.style.page import Page
from copykit.checks.style.spelling_words import american_to_british, british_to_american, ise_to_ize
from copykit.findings import Finding
from copykit.guide import Guide
from copykit.text.inflect import forms

__all__ = ["check_spelling"]

_WORD = re.compile(r"\w+")


class _Book(NamedTuple):
    wrong: Mapping[str, str]
    words: frozenset[str]


@cache
def _book(american: bool, verbs: str | None) -> _Book:
    if american:
        wrong = dict(british_to_american())
    else:
        wrong = dict(american_to_british())
        if verbs == "ise":
            wrong |= {ize: ise for ise, ize in ise_to_ize().items()}
        elif verbs == "ize":
            wrong |= ise_to_ize()
    return _Book(wrong, frozenset(wrong))


@remembered
def _told_by_terms(guide: Guide) -> frozenset[str]:
    """Words that the guide's own terms tell, in all their forms."""
    words = (word.lower() for term in guide.terms for word in (*term.avoid, term.use or ""))
    return frozenset(form for word in words if word.isalpha() for form in forms(word))


def check_spelling(page: Page) -> Iterator[Finding]:
    """`style.spelling`: American spelling where the brand's language is British, or the other way round."""
    book = _book(page.american, None if page.american else page.style.verbs)
    hits = page.document.vocabulary & book.words
    hits -= _told_by_terms(page.context.guide) if hits else frozenset()
    if not hits:
        return
    brand = page.context.guide.brand
    for match in page.document.matches_at(hits, _WORD):
        word = match.group()
        start, end = match.span()
        said = page.text[start:end]
        if _is_named(page, said, start) or page.text[start - 1 : start] in ("#", "@"):
            continue
        if not page.is_ours(start, end):
            continue
        right = book.wrong[word]
        by_verbs = not page.american and page.style.verbs and word in _verbs()
        made = right.upper() if said.isupper() else right.capitalize() if said[0].isupper() else right
        english = "American" if page.american else "British"
        advice = f"In {english} English it is “{right}”."
        reference = brand.reference("language", key="language", quote=f"language: {brand.language}")
        if by_verbs:
            advice = f"We write verbs with -{page.style.verbs}: “{right}”."
        yield page.told(
            "verbs", start, end, advice, fix=made, safe=True, check="style.spelling",
            reference=None if by_verbs else reference,
        )  # fmt: skip


@cache
def _verbs() -> frozenset[str]:
    return frozenset(ise_to_ize()) | frozenset(ise_to_ize().values())


def _is_named(page: Page, said: str, start: int) -> bool:
    """Whether a capital makes it a name: Lincoln Center, Department of Defense."""
    if not said[0].isupper() or (said.isupper() and len(said) > 1):
        return False
    return not page.starts_sentence(start) and not page.is_short(start)
