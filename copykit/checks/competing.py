"""Tells what competes for one search phrase: pages of one run, and keywords of one brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from copykit.checks.context import Context
from copykit.checks.finding import absent
from copykit.checks.keyword_matching import (
    cluster_of,
    content_words,
    every_form,
    folded,
    keywords_of,
    reference_to,
)
from copykit.checks.page_places import TITLE, is_page, places_of
from copykit.findings import Area, Finding, Location, Severity
from copykit.text import Document

__all__ = ["Pages", "check_one_search", "search_of"]


@dataclass(frozen=True)
class Pages:
    """The pages that a run has met so far, by region and the phrase that each is to be found by."""

    met: dict[tuple[str, str], Location] = field(default_factory=dict)

    def meet(self, document: Document, context: Context) -> Iterator[Finding]:
        """Takes a page in; `keywords.competing` where an earlier one has the same main keyword.

        Phrases of one cluster are the same, and so are the forms and spellings of one phrase. Pages for
        different regions don't compete, and nothing but pages and posts does.
        """
        keywords = keywords_of(context)
        if not keywords or not is_page(document, context):
            return
        main = keywords[0]
        cluster = cluster_of(main, context)
        key = (context.region, search_of(main, context))
        first = self.met.setdefault(key, _title_of(document, context))
        if first.document == document.name:
            return
        same = f"“{main}”" if not cluster or folded(cluster.main) == folded(main) else f"“{cluster.main}”"
        yield absent(
            document,
            check="keywords.competing",
            severity=Severity.WARNING,
            area=Area.KEYWORDS,
            advice=(
                f"{first.document} wants to be found for {same} too, so the two compete for one place in the"
                " results: give this page a phrase of its own, or join them."
            ),
            reference=reference_to(main, context),
            related=[first],
        )


def search_of(keyword: str, context: Context) -> str:
    """What a keyword is a search for: its cluster's id, or the words themselves in their shortest forms."""
    cluster = cluster_of(keyword, context)
    if cluster:
        return cluster.id
    said = _as_one(keyword)
    for cluster in context.guide.clusters:
        if said in map(_as_one, (cluster.main, *cluster.variants, *cluster.synonyms)):
            return cluster.id
    return said


def check_one_search(document: Document, context: Context) -> Iterator[Finding]:
    """`keywords.competing`: two keywords of one brief that are one search, and spend one page on it."""
    keywords = keywords_of(context)
    if len(keywords) < 2 or not is_page(document, context):
        return  # an ad's keywords are a group of likes
    first: dict[str, str] = {}
    for keyword in keywords:
        other = first.setdefault(search_of(keyword, context), keyword)
        if other == keyword:
            continue
        yield absent(
            document, check="keywords.competing", severity=Severity.SUGGESTION, area=Area.KEYWORDS,
            advice=f"“{keyword}” is the same search as “{other}”, and the two compete for one page: leave it"
            " out, so that it counts for the other, and ask for another search in its place.",
            reference=reference_to(keyword, context),
        )  # fmt: skip


def _as_one(phrase: str) -> str:
    """A phrase by its words' shortest forms, so that "shift planners" is "shift planner"."""
    words = content_words(phrase) or folded(phrase).split()
    return " ".join(min(every_form(word), key=lambda form: (len(form), form)) for word in words)


def _title_of(document: Document, context: Context) -> Location:
    """Where a page says its title, or its start."""
    for place in places_of(document, context):
        if place.name == TITLE:
            return place.location or document.locate(*place.spans[0])
    return document.anchor()
