"""One matcher for keywords, used by every check of them: forms, hyphens, spellings, variants and synonyms."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from copykit.checks.context import Context
from copykit.checks.page_places import SLUG, Place, places_of
from copykit.findings import Reference
from copykit.guide.types import Cluster
from copykit.text import Document, Hit, Phrase, Phrasebook, Syntax, parse
from copykit.text.inflect import related_forms, spellings
from copykit.text.wordset import word_set

__all__ = [
    "Coverage",
    "cluster_of",
    "content_words",
    "coverage",
    "coverage_in",
    "every_form",
    "folded",
    "keyword_book",
    "keyword_phrases",
    "keywords_of",
    "reference_to",
]

# Words that nobody searches for by themselves: they count neither for a phrase's length nor in a slug.
SMALL = word_set(
    "a an and are as at be best but by can do does for from get has have how i if in into is it its like my"
    " no not of off on or our out over per so than that the their them this to up us use vs was we were what"
    " when where which who why will with without you your"
)


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Where a keyword stands in a text, its inflected forms, spellings and synonyms included.

    Attributes:
        count: how often it stands in the text.
        places: the places that count and have it ("title", "first paragraph"), in order.
        missing: the places that count and don't have it.
        spans: the spans of the document's text.
    """

    keyword: str
    count: int
    places: tuple[str, ...]
    missing: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def keywords_of(context: Context) -> list[str]:
    """The brief's keywords, each once, the main one first."""
    return list(dict.fromkeys(keyword for keyword in context.brief.keywords if keyword.strip()))


def folded(phrase: str) -> str:
    """A phrase for telling whether two are one: lower case, hyphens as spaces."""
    return " ".join(phrase.casefold().replace("-", " ").split())


def content_words(phrase: str) -> list[str]:
    """The words of a phrase that people search by, folded."""
    return [word for word in folded(phrase).split() if word not in SMALL]


def cluster_of(keyword: str, context: Context) -> Cluster | None:
    """The guide's cluster that a keyword belongs to, as its main phrase, a variant or a synonym."""
    wanted = folded(keyword)
    for cluster in context.guide.clusters:
        if any(folded(phrase) == wanted for phrase in (cluster.main, *cluster.variants, *cluster.synonyms)):
            return cluster
    return None


def reference_to(keyword: str, context: Context, *, key: str = "main") -> Reference:
    """The line that a keyword comes from: its cluster's, or the brief's."""
    cluster = cluster_of(keyword, context)
    if cluster:
        return cluster.reference(f"keyword cluster {cluster.id}", key=key, quote=cluster.main)
    place = context.brief.place
    return Reference(label=f"brief: keyword “{keyword}”", path=place.path, line=place.of("keywords"))


def keyword_phrases(context: Context) -> tuple[Phrase, ...]:
    """Every phrase that counts as a keyword: those of its cluster too, but for keywords of their own."""
    keywords = keywords_of(context)
    asked = {folded(keyword) for keyword in keywords}
    made: list[Phrase] = []
    for keyword in keywords:
        made.append(Phrase(keyword, keyword, loose=True))
        cluster = cluster_of(keyword, context)
        others = (cluster.main, *cluster.variants, *cluster.synonyms) if cluster else ()
        made += [Phrase(keyword, other, loose=True) for other in others if folded(other) not in asked]
    return tuple(made)


@lru_cache(maxsize=32)
def keyword_book(phrases: tuple[Phrase, ...]) -> Phrasebook:
    """A book of phrases, made once."""
    return Phrasebook(phrases)


def coverage(document: Document, context: Context) -> Mapping[str, Coverage]:
    """Where each of the brief's keywords stands, by keyword, the main one first."""
    return coverage_in(document, context, places_of(document, context))


def coverage_in(document: Document, context: Context, places: Sequence[Place]) -> Mapping[str, Coverage]:
    """The same, where the document's places are known."""
    phrases = keyword_phrases(context)
    hits = keyword_book(phrases).find(document) if phrases else []
    unread = context.format.unread if context.format and phrases else ()
    # Nobody reads a list of search words, but searches do.
    for field in document.fields if unread else ():
        if field.path in unread:
            inside = keyword_book(phrases).find(document, shielded=True)
            hits = [*hits, *(hit for hit in inside if field.start <= hit.start < field.end)]
    made: dict[str, Coverage] = {}
    for keyword in keywords_of(context):
        mine = [hit for hit in hits if hit.key == keyword]
        has = {place.name: _stands_in(place, mine, keyword, phrases, document) for place in places}
        spans = tuple(dict.fromkeys((hit.start, hit.end) for hit in mine))
        made[keyword] = Coverage(
            keyword=keyword,
            count=len(spans),
            places=tuple(name for name, stands in has.items() if stands),
            missing=tuple(name for name, stands in has.items() if not stands),
            spans=spans,
        )
    return made


def _stands_in(
    place: Place, hits: Sequence[Hit], keyword: str, phrases: Sequence[Phrase], document: Document
) -> bool:
    starts = [start for start, _ in place.spans]
    for hit in hits:
        at = bisect_right(starts, hit.start)
        if at and hit.end <= place.spans[at - 1][1]:
            return True
    if place.name == SLUG:
        text = place.text or " ".join(document.text[start:end] for start, end in place.spans)
        return any(_in_slug(phrase.text, text) for phrase in phrases if phrase.key == keyword)
    if place.text:
        inside = parse(place.text, name="", syntax=Syntax.PLAIN)
        mine = tuple(phrase for phrase in phrases if phrase.key == keyword)
        return bool(keyword_book(mine).find(inside))
    return False


def _in_slug(phrase: str, slug: str) -> bool:
    """Whether a slug has all words of a phrase, the small ones aside, which slugs leave out."""
    said = frozenset("".join(letter if letter.isalnum() else " " for letter in slug.casefold()).split())
    words = content_words(phrase) or folded(phrase).split()
    return all(not said.isdisjoint(every_form(word)) for word in words)


def every_form(word: str) -> frozenset[str]:
    """The forms of a word by itself, as keywords match: inflections, by its base too, and both spellings."""
    return frozenset(spelling for form in related_forms(word) for spelling in spellings(form))
