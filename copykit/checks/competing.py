"""Tells pages of one run that compete for the same search phrase."""

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

__all__ = ["Pages"]


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
        key = (context.region, cluster.id if cluster else _as_one(main))
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
