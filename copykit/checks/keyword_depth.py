"""Looks deeper at the main keyword: how it is spread, what belongs beside it, its intent and its length."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import pairwise

from copykit.checks.asks import asks_in
from copykit.checks.context import Context
from copykit.checks.finding import absent, found
from copykit.checks.keyword_matching import (
    Coverage,
    cluster_of,
    content_words,
    keyword_book,
    reference_to,
)
from copykit.checks.page_places import is_page
from copykit.findings import Area, Finding, Reference, Severity
from copykit.text import BlockKind, Document, Phrase
from copykit.wording import listed

__all__ = ["check_depth"]

# A stretch of so many words, and of so much of the text, without a word of the keyword or its cluster is a
# gap (our own choice: YoastSEO marks uneven spread too, but publishes no single figure).
GAP_WORDS = 300
GAP_SHARE = 0.4
# Below this, a text has no room for related terms; a quarter of them is enough (our own choice).
LEAST_WORDS_FOR_RELATED = 200
ENOUGH_RELATED = 0.25
LEAST_WORDS_FOR_INTENT = 100
# YoastSEO's repository: 1 to 4 content words are good, 5 to 8 weak, more than 8 bad.
MOST_CONTENT_WORDS = 4
_LENGTH = Reference(
    label="keyphrase length: 1 to 4 content words",
    url="https://github.com/Yoast/wordpress-seo",
    date="2026-11-23",
)


def check_depth(document: Document, context: Context, told: Mapping[str, Coverage]) -> Iterator[Finding]:
    """`keywords.gap`, `keywords.related`, `keywords.intent`, `keywords.length`."""
    if not is_page(document, context):
        return
    for keyword in told:
        yield from _length(document, context, keyword)
    main = next(iter(told.values()), None)
    if main is None or not main.count:
        return
    yield from _gap(document, context, main)
    yield from _related(document, context, main)
    yield from _intent(document, context, main)


def _gap(document: Document, context: Context, told: Coverage) -> Iterator[Finding]:
    words = len(document.said)
    if words <= GAP_WORDS:
        return
    starts = document.word_starts
    hits = keyword_book(_words_about(context, told.keyword)).find(document, overlapping=True)
    marks = [0, *(bisect_left(starts, hit.start) for hit in hits), words]
    length, before = max((later - earlier, earlier) for earlier, later in pairwise(marks))
    if length <= GAP_WORDS or length <= GAP_SHARE * words:
        return
    start, end = _mark(document, before, length)
    yield found(
        document,
        start,
        end,
        check="keywords.gap",
        severity=Severity.SUGGESTION,
        area=Area.KEYWORDS,
        advice=(
            f"For {length} of {words} words, around here, no word of “{told.keyword}” and nothing related to "
            "it turns up: say what this part has to do with it, or ask whether it belongs here."
        ),
        reference=reference_to(told.keyword, context),
    )


def _words_about(context: Context, keyword: str) -> tuple[Phrase, ...]:
    """Each word of a keyword and of its cluster's phrases by itself, and the related terms."""
    cluster = cluster_of(keyword, context)
    phrases = [keyword, *((cluster.main, *cluster.variants, *cluster.synonyms) if cluster else ())]
    alone = {word: None for phrase in phrases for word in content_words(phrase)}
    return tuple(Phrase(0, text, loose=True) for text in (*alone, *(cluster.related if cluster else ())))


def _mark(document: Document, before: int, length: int) -> tuple[int, int]:
    """The heading nearest the middle of a stretch of words, or the sentence there."""
    starts = document.word_starts
    first, middle = starts[before], starts[before + length // 2]
    last = starts[min(before + length, len(starts)) - 1]
    headings = [
        block
        for block in document.blocks
        if block.kind is BlockKind.HEADING and first < block.start <= last and block.level > 1
    ]
    if headings:
        nearest = min(headings, key=lambda block: abs(block.start - middle))
        return nearest.start, nearest.end
    sentence = document.sentence_at(middle)
    return sentence.start, sentence.end


def _related(document: Document, context: Context, told: Coverage) -> Iterator[Finding]:
    cluster = cluster_of(told.keyword, context)
    if cluster is None or not cluster.related or len(document.said) < LEAST_WORDS_FOR_RELATED:
        return
    phrases = tuple(Phrase(term, term, loose=True) for term in cluster.related)
    said = {hit.key for hit in keyword_book(phrases).find(document, overlapping=True)}
    lacking = [f"“{term}”" for term in cluster.related if term not in said]
    if len(said) >= ENOUGH_RELATED * len(cluster.related):
        return
    yield absent(
        document,
        check="keywords.related",
        severity=Severity.SUGGESTION,
        area=Area.KEYWORDS,
        advice=(
            f"Who searches for “{told.keyword}” also wants to read of {listed(lacking, last='or')}: "
            f"of {len(cluster.related)} related terms, {len(said) or 'none'} "
            f"{'is' if len(said) == 1 else 'are'} here. Take up those that fit."
        ),
        reference=cluster.reference(
            f"keyword cluster {cluster.id}", key="related", quote=", ".join(cluster.related)
        ),
    )


def _intent(document: Document, context: Context, told: Coverage) -> Iterator[Finding]:
    cluster = cluster_of(told.keyword, context)
    if cluster is None or cluster.intent != "transactional" or len(document.said) < LEAST_WORDS_FOR_INTENT:
        return
    # Where the brief names a goal, `asks.missing` holds a page to it.
    wanted = context.brief.goal or context.brief.ask
    if (wanted and context.channel == "page") or asks_in(document, context):
        return
    yield absent(
        document,
        check="keywords.intent",
        severity=Severity.SUGGESTION,
        area=Area.KEYWORDS,
        advice=(
            f"Who searches for “{told.keyword}” is ready to act, and nothing here asks them to: "
            "add one of the guide's asks, with its link."
        ),
        reference=cluster.reference(f"keyword cluster {cluster.id}", key="intent", quote=cluster.intent),
    )


def _length(document: Document, context: Context, keyword: str) -> Iterator[Finding]:
    count = len(content_words(keyword))
    if count <= MOST_CONTENT_WORDS:
        return
    brief = context.brief.place
    yield absent(
        document,
        check="keywords.length",
        severity=Severity.SUGGESTION,
        area=Area.KEYWORDS,
        advice=(
            f"The keyword “{keyword}” has {count} words that carry meaning; up to {MOST_CONTENT_WORDS} are "
            "what people type and what a text can say without effort. Choose a shorter one in the brief."
        ),
        reference=reference_to(keyword, context) if brief.path else _LENGTH,
    )
