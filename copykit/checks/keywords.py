"""Looks for the brief's keywords: in the places that count, not too often, and in what the text is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from copykit.checks.competing import check_one_search
from copykit.checks.context import Check, Context
from copykit.checks.finding import absent, found
from copykit.checks.keyword_depth import check_depth
from copykit.checks.keyword_matching import (
    Coverage,
    cluster_of,
    coverage,
    coverage_in,
    folded,
    keyword_book,
    keyword_phrases,
    keywords_of,
    reference_to,
)
from copykit.checks.page_places import ALTS, BODY, HEADINGS, Place, places_of
from copykit.findings import Area, Finding, Reference, Severity
from copykit.text import Document, Syntax, parse
from copykit.wording import listed

__all__ = ["KEYWORDS", "Coverage", "coverage", "topics"]

# YoastSEO's repository: from 100 words on, up to 3.5 % where forms count too; over 4 % is stuffing.
MOST_PERCENT = 3.5
LEAST_WORDS = 100
# In a headline or another short field the third time is one too many (our own choice).
MOST_IN_FIELD = 2
# Places told at once: a keyword that stands in the wrong ones must not cost more than one that is missing.
MOST_PLACES = 3
SHORT_FIELD_WORDS = 40
# Below this, what a text is about is read off too few repetitions (our own choice).
LEAST_WORDS_FOR_TOPICS = 200
TOPICS = 10
_YOAST = Reference(
    label="keyphrase density: up to 3.5 % counting forms",
    url="https://github.com/Yoast/wordpress-seo",
    date="2026-11-23",
)
# Where pieces of a list are shown apart, a share of the whole says nothing.
_IN_PIECES = frozenset({"ad", "cta"})


def check_keywords(document: Document, context: Context) -> Iterator[Finding]:
    """`keywords.missing`, `keywords.placement`, `keywords.stuffing`, and what `check_depth` tells."""
    if not context.brief.keywords or not document.said:
        return
    places = places_of(document, context)
    told = coverage_in(document, context, places)
    for number, (keyword, one) in enumerate(told.items()):
        if not one.count and not one.places:
            yield _missing(document, context, keyword, one, places, main=number == 0)
        elif number == 0:
            yield from _misplaced(document, context, one, places)
    yield from _stuffing(document, context, told)
    yield from check_depth(document, context, told)


# ── places ──────────────────────────────────────────────────────────────────────────────────────────


def _missing(
    document: Document, context: Context, keyword: str, told: Coverage, places: Sequence[Place], *, main: bool
) -> Finding:
    cluster = cluster_of(keyword, context)
    asked = {folded(other) for other in keywords_of(context)}
    others = (cluster.main, *cluster.synonyms) if cluster else ()
    synonyms = [f"“{phrase}”" for phrase in others if folded(phrase) not in asked][:3]
    counts = f"its forms{f' and {listed(synonyms)}' if synonyms else ''} count too"
    where = (
        f", best in {listed([f'the {place}' for place in told.missing[:3]], last='or')}"
        if told.missing
        else ""
    )
    first = next((place.spans[0][0] for place in places if place.spans), None)
    return absent(
        document,
        document.field_at(first) if first is not None else None,
        check="keywords.missing",
        severity=Severity.WARNING if main else Severity.SUGGESTION,
        area=Area.KEYWORDS,
        advice=f"The {'main ' if main else ''}keyword “{keyword}” is missing: use it once{where} ({counts}).",
        reference=reference_to(keyword, context),
    )


def _misplaced(
    document: Document, context: Context, told: Coverage, places: Sequence[Place]
) -> Iterator[Finding]:
    missing = [
        place
        for place in places
        if place.name in told.missing and not (place.name == BODY and HEADINGS in told.places)
    ]
    for place in missing[:MOST_PLACES]:
        what = "one of the headings" if place.name == HEADINGS else f"the {place.name}"
        why = "where readers and searches look first"
        if document.fields and context.channel == "ad":
            what = f"one of the {place.name}"
        elif place.name == BODY:
            what, why = "the text after the opening", "so the text does not keep what its beginning promises"
        elif place.name == ALTS:
            what, why = "any image's alt text", "and if a picture shows it, the alt text should say so"
        advice = f"The main keyword “{told.keyword}” is not in {what}, {why}."
        reference = reference_to(told.keyword, context)
        if place.location is not None:
            yield Finding(
                check="keywords.placement",
                severity=Severity.SUGGESTION,
                area=Area.KEYWORDS,
                advice=advice,
                location=place.location,
                quote=document.quote(place.location),
                reference=reference,
            )
            continue
        start = place.spans[0][0]
        yield found(
            document,
            start,
            start,
            check="keywords.placement",
            severity=Severity.SUGGESTION,
            area=Area.KEYWORDS,
            advice=advice,
            reference=reference,
        )


# ── how often ───────────────────────────────────────────────────────────────────────────────────────


def _stuffing(document: Document, context: Context, told: Mapping[str, Coverage]) -> Iterator[Finding]:
    """Too often for the length of the text, or three times in a short field."""
    words = len(document.said)
    for keyword, one in told.items():
        if one.count <= MOST_IN_FIELD:
            continue
        allowed = max(int(words * MOST_PERCENT / 100), MOST_IN_FIELD)
        if words >= LEAST_WORDS and one.count > allowed and context.channel not in _IN_PIECES:
            percent = 100 * one.count / words
            advice = (
                f"“{keyword}” stands here {one.count} times in {words} words ({percent:.1f} %), forms and"
                f" synonyms counted; {allowed} is enough. Say “it”, or recast the later ones."
            )
            yield _stuffed(document, one.spans[allowed:], advice)
            continue
        for field in document.fields:
            inside = [(start, end) for start, end in one.spans if field.start <= start < field.end]
            if (
                len(inside) > MOST_IN_FIELD
                and _words_in(document, field.start, field.end) <= SHORT_FIELD_WORDS
            ):
                advice = f"“{keyword}” stands {len(inside)} times in one short text: once or twice is enough."
                yield _stuffed(document, inside[MOST_IN_FIELD:], advice)


def _words_in(document: Document, start: int, end: int) -> int:
    return sum(start <= word < end for word in document.word_starts)


def _stuffed(document: Document, spans: Sequence[tuple[int, int]], advice: str) -> Finding:
    return found(
        document,
        *spans[0],
        check="keywords.stuffing",
        severity=Severity.WARNING,
        area=Area.KEYWORDS,
        advice=advice,
        reference=_YOAST,
        related=spans[1:],
    )


# ── what the text is about ──────────────────────────────────────────────────────────────────────────


def topics(document: Document) -> list[tuple[str, float]]:
    """What a text is about according to YAKE: up to ten phrases of one to three words, the likeliest first.

    The score is YAKE's own: 0 and up, lower is more telling. It takes about 15 ms for 300 words. A headline
    or an item of a list is a sentence of its own, so that no phrase is made of two of them.
    """
    if not document.said:
        return []
    from yake import KeywordExtractor

    said = (document.text[one.start : one.end].rstrip() for one in document.sentences)
    text = "\n".join(one if one[-1:] in ".!?" else f"{one}." for one in said)
    extractor = KeywordExtractor(lan="en", n=3, dedup_lim=0.7, top=TOPICS)
    return [(str(phrase), float(score)) for phrase, score in extractor.extract_keywords(text)]


def check_topic(document: Document, context: Context) -> Iterator[Finding]:
    """`keywords.topic`: the main keyword is not among what the text is about; looked at in depth only."""
    keywords = keywords_of(context)
    if not context.deep or not keywords or len(document.said) < LEAST_WORDS_FOR_TOPICS:
        return
    told = topics(document)
    about = parse("\n\n".join(phrase for phrase, _ in told), name="", syntax=Syntax.PLAIN)
    main = frozenset(folded(keywords[0]).split())
    if any(hit.key == keywords[0] for hit in keyword_book(keyword_phrases(context)).find(about)) or any(
        2 * len(main & frozenset(folded(phrase).split())) > len(main) for phrase, _ in told
    ):
        return
    best = listed([f"“{phrase}”" for phrase, _ in told[:3]])
    yield absent(
        document,
        None,
        check="keywords.topic",
        severity=Severity.SUGGESTION,
        area=Area.KEYWORDS,
        advice=f"It seems to be about {best} rather than “{keywords[0]}”: bring that forward.",
        reference=Reference(
            label="YAKE, keywords of a single document", url="https://github.com/INESCTEC/yake"
        ),
    )


KEYWORDS: tuple[Check, ...] = (check_keywords, check_one_search, check_topic)
