"""Looks for the brief's keywords: in the places that count, not too often, and in what the text is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from copykit.checks.context import Check, Context
from copykit.checks.finding import absent, found
from copykit.findings import Area, Finding, Reference, Severity
from copykit.guide.types import Cluster
from copykit.text import BlockKind, Document, Hit, Phrase, Phrasebook, Syntax, parse
from copykit.wording import listed

__all__ = ["KEYWORDS", "Coverage", "coverage", "topics"]

# YoastSEO's repository: from 100 words on, up to 3.5 % where forms count too; over 4 % is stuffing.
MOST_PERCENT = 3.5
LEAST_WORDS = 100
# In a headline or another short field the third time is one too many (our own choice).
MOST_IN_FIELD = 2
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


@dataclass(frozen=True, kw_only=True)
class _Place:
    """A place where a main keyword counts: spans of the text, or a text from the front matter."""

    name: str
    spans: tuple[tuple[int, int], ...] = ()
    text: str = ""


# ── matching ────────────────────────────────────────────────────────────────────────────────────────


def _keywords(context: Context) -> list[str]:
    return list(dict.fromkeys(keyword for keyword in context.brief.keywords if keyword.strip()))


def cluster_of(keyword: str, context: Context) -> Cluster | None:
    """The guide's cluster that a keyword belongs to, as its main phrase, a variant or a synonym."""
    wanted = _folded(keyword)
    for cluster in context.guide.clusters:
        if any(_folded(phrase) == wanted for phrase in (cluster.main, *cluster.variants, *cluster.synonyms)):
            return cluster
    return None


def _folded(phrase: str) -> str:
    return " ".join(phrase.casefold().replace("-", " ").split())


def _phrases(context: Context) -> tuple[Phrase, ...]:
    """Every phrase that counts as a keyword: those of its cluster too, but for keywords of their own."""
    keywords = _keywords(context)
    asked = {_folded(keyword) for keyword in keywords}
    made: list[Phrase] = []
    for keyword in keywords:
        made.append(Phrase(keyword, keyword, loose=True))
        cluster = cluster_of(keyword, context)
        others = (cluster.main, *cluster.variants, *cluster.synonyms) if cluster else ()
        made += [Phrase(keyword, other, loose=True) for other in others if _folded(other) not in asked]
    return tuple(made)


@lru_cache(maxsize=32)
def _book(phrases: tuple[Phrase, ...]) -> Phrasebook:
    return Phrasebook(phrases)


def _hits(document: Document, context: Context) -> list[Hit]:
    phrases = _phrases(context)
    return _book(phrases).find(document) if phrases else []


# ── places ──────────────────────────────────────────────────────────────────────────────────────────


def _places(document: Document, context: Context) -> list[_Place]:
    return _field_places(document, context) if document.fields else _page_places(document)


def _field_places(document: Document, context: Context) -> list[_Place]:
    """The places of a draft: by its fields' roles; in an ad its first list of texts."""
    spans: dict[str, list[tuple[int, int]]] = {}
    lists: list[str] = []
    for field in document.fields:
        known = context.format.field(field.path) if context.format else None
        if known is None:
            continue
        name = {"title": "title", "lead": "first paragraph", "heading": "headings"}.get(known.role or "", "")
        if known.role == "meta":
            name = known.label.lower()
        elif not name and known.kind == "list" and context.channel == "ad":
            name = known.label.lower()
            if name not in lists:
                lists.append(name)
            if lists.index(name) > 0:
                continue
        if name:
            spans.setdefault(name, []).append((field.start, field.end))
    return [_Place(name=name, spans=tuple(found)) for name, found in spans.items()]


def _page_places(document: Document) -> list[_Place]:
    """The places of a page: its blocks and its front matter."""
    spans: dict[str, list[tuple[int, int]]] = {}
    names = {BlockKind.TITLE: "title for search", BlockKind.DESCRIPTION: "description for search"}
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            name = "title" if block.level == 1 else "headings"
        elif block.kind is BlockKind.PARAGRAPH:
            name = "first paragraph" if "first paragraph" not in spans else ""
        else:
            name = names.get(block.kind, "")
        if name:
            spans.setdefault(name, []).append((block.start, block.end))
    places = [_Place(name=name, spans=tuple(found)) for name, found in spans.items()]
    if not any(name in spans for name in ("title", "headings")):
        return []  # plain running text has no places
    for key, name in (("title", "title"), ("description", "description for search"), ("slug", "slug")):
        value = document.meta.get(key)
        if isinstance(value, str) and value.strip() and name not in spans:
            places.append(_Place(name=name, text=value))
    return places


def _stands_in(place: _Place, hits: Sequence[Hit], keyword: str, context: Context) -> bool:
    if place.text:
        inside = parse(place.text, name="", syntax=Syntax.PLAIN)
        return any(hit.key == keyword for hit in _book(_phrases(context)).find(inside))
    starts = [start for start, _ in place.spans]
    for hit in hits:
        if (
            hit.key == keyword
            and (at := bisect_right(starts, hit.start))
            and hit.end <= place.spans[at - 1][1]
        ):
            return True
    return False


def coverage(document: Document, context: Context) -> Mapping[str, Coverage]:
    """Where each of the brief's keywords stands, by keyword, the main one first."""
    hits = _hits(document, context)
    places = _places(document, context)
    made: dict[str, Coverage] = {}
    for keyword in _keywords(context):
        has = {place.name: _stands_in(place, hits, keyword, context) for place in places}
        spans = tuple(dict.fromkeys((hit.start, hit.end) for hit in hits if hit.key == keyword))
        made[keyword] = Coverage(
            keyword=keyword,
            count=len(spans),
            places=tuple(name for name, stands in has.items() if stands),
            missing=tuple(name for name, stands in has.items() if not stands),
            spans=spans,
        )
    return made


# ── checks ──────────────────────────────────────────────────────────────────────────────────────────


def _reference(keyword: str, context: Context) -> Reference:
    cluster = cluster_of(keyword, context)
    if cluster:
        return cluster.reference(f"keyword cluster {cluster.id}", key="main", quote=cluster.main)
    place = context.brief.place
    return Reference(label=f"brief: keyword “{keyword}”", path=place.path, line=place.of("keywords"))


def check_coverage(document: Document, context: Context) -> Iterator[Finding]:
    """`keywords.missing` and `keywords.placement`."""
    if not context.brief.keywords or not document.words:
        return
    for number, (keyword, told) in enumerate(coverage(document, context).items()):
        if not told.count and not told.places:
            yield _missing(document, context, keyword, told, main=number == 0)
        elif number == 0:
            yield from _misplaced(document, context, keyword, told)


def _missing(document: Document, context: Context, keyword: str, told: Coverage, *, main: bool) -> Finding:
    cluster = cluster_of(keyword, context)
    asked = {_folded(other) for other in _keywords(context)}
    others = (cluster.main, *cluster.synonyms) if cluster else ()
    synonyms = [f"“{phrase}”" for phrase in others if _folded(phrase) not in asked][:3]
    counts = f"its forms{f' and {listed(synonyms)}' if synonyms else ''} count too"
    where = (
        f", best in {listed([f'the {place}' for place in told.missing[:3]], last='or')}"
        if told.missing
        else ""
    )
    first = next((place.spans[0][0] for place in _places(document, context) if place.spans), None)
    return absent(
        document,
        document.field_at(first) if first is not None else None,
        check="keywords.missing",
        severity=Severity.WARNING if main else Severity.SUGGESTION,
        area=Area.KEYWORDS,
        advice=f"The {'main ' if main else ''}keyword “{keyword}” is missing: use it once{where} ({counts}).",
        reference=_reference(keyword, context),
    )


def _misplaced(document: Document, context: Context, keyword: str, told: Coverage) -> Iterator[Finding]:
    for place in _places(document, context):
        if place.name not in told.missing:
            continue
        start = place.spans[0][0] if place.spans else 0
        what = "one of the headings" if place.name == "headings" else f"the {place.name}"
        if document.fields and context.channel == "ad":
            what = f"one of the {place.name}"
        yield found(
            document,
            start,
            start,
            check="keywords.placement",
            severity=Severity.SUGGESTION,
            area=Area.KEYWORDS,
            advice=f"The main keyword “{keyword}” is not in {what}, where readers and searches look first.",
            reference=_reference(keyword, context),
        )


def check_stuffing(document: Document, context: Context) -> Iterator[Finding]:
    """`keywords.stuffing`: too often for the length of the text, or three times in a short field."""
    words = len(document.words)
    for keyword, told in coverage(document, context).items() if context.brief.keywords else ():
        if told.count <= MOST_IN_FIELD:
            continue
        allowed = max(int(words * MOST_PERCENT / 100), MOST_IN_FIELD)
        if words >= LEAST_WORDS and told.count > allowed and context.channel not in _IN_PIECES:
            percent = 100 * told.count / words
            advice = (
                f"“{keyword}” stands here {told.count} times in {words} words ({percent:.1f} %), forms and"
                f" synonyms counted; {allowed} is enough. Say “it”, or recast the later ones."
            )
            yield _stuffed(document, told.spans[allowed:], advice)
            continue
        for field in document.fields:
            inside = [(start, end) for start, end in told.spans if field.start <= start < field.end]
            if (
                len(inside) > MOST_IN_FIELD
                and _words_in(document, field.start, field.end) <= SHORT_FIELD_WORDS
            ):
                advice = f"“{keyword}” stands {len(inside)} times in one short text: once or twice is enough."
                yield _stuffed(document, inside[MOST_IN_FIELD:], advice)


def _words_in(document: Document, start: int, end: int) -> int:
    return sum(start <= word.start < end for word in document.words)


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

    The score is YAKE's own: 0 and up, lower is more telling. It takes about 15 ms for 300 words.
    """
    if not document.words:
        return []
    from yake import KeywordExtractor

    extractor = KeywordExtractor(lan="en", n=3, dedup_lim=0.7, top=TOPICS)
    return [(str(phrase), float(score)) for phrase, score in extractor.extract_keywords(document.text)]


def check_topic(document: Document, context: Context) -> Iterator[Finding]:
    """`keywords.topic`: the main keyword is not among what the text is about; looked at in depth only."""
    keywords = _keywords(context)
    if not context.deep or not keywords or len(document.words) < LEAST_WORDS_FOR_TOPICS:
        return
    told = topics(document)
    about = parse("\n\n".join(phrase for phrase, _ in told), name="", syntax=Syntax.PLAIN)
    main = frozenset(_folded(keywords[0]).split())
    if any(hit.key == keywords[0] for hit in _book(_phrases(context)).find(about)) or any(
        2 * len(main & frozenset(_folded(phrase).split())) > len(main) for phrase, _ in told
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


KEYWORDS: tuple[Check, ...] = (check_coverage, check_stuffing, check_topic)
