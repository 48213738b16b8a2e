"""Looks at a page as search engines and screen readers do: title, description, headings, links, images."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from copykit.checks.context import Check, Context
from copykit.checks.finding import absent, found
from copykit.checks.page_places import (
    SEARCH_TEXT,
    SEARCH_TITLE,
    SLUG,
    Place,
    is_page,
    places_of,
    read_setting,
    setting,
)
from copykit.checks.pixels import cut_at, pixels
from copykit.findings import Area, Finding, Fix, Location, Reference, Severity
from copykit.text import BlockKind, Document, Syntax
from copykit.text.wordset import word_set

__all__ = ["SEARCH"]

# YoastSEO's repository: a title of 400 to 600 pixels. Google names no limit; its results set the title in
# Arial at 20 pixels and the text below at 14 (third-party measurements). The 200 are ours: "Prices" is no
# title, but a short one that says enough is none the worse.
TITLE_SIZE = 20
MOST_TITLE = 600
LEAST_TITLE = 200
# Third-party measurements: 120 to 158 characters, about 920 pixels on a desktop. The two don't quite agree
# (158 average characters are about 980 pixels): what is over both is told, and what is wider than such 158.
TEXT_SIZE = 14
MOST_TEXT = 920
WIDE_TEXT = 1000
MOST_CHARACTERS = 158
LEAST_CHARACTERS = 120
# Our own choice: more words than that, and nobody reads an address out or remembers it.
MOST_SLUG_WORDS = 8

_TITLES = Reference(
    label="title width: 400 to 600 pixels (Yoast; Google names no limit)",
    url="https://github.com/Yoast/wordpress-seo",
    date="2026-11-23",
)
_SNIPPETS = Reference(
    label="description: 120 to 158 characters, 920 pixels (third-party; Google names no limit)",
    url="https://developers.google.com/search/docs/appearance/snippet",
    date="2026-11-23",
)
_HEADINGS = Reference(label="WAI: headings", url="https://www.w3.org/WAI/tutorials/page-structure/headings/")
_IMAGES = Reference(
    label="WCAG 2.2, 1.1.1: text alternatives", url="https://www.w3.org/TR/WCAG22/#non-text-content"
)
_LINKS = Reference(label="W3C: don't use “click here”", url="https://www.w3.org/QA/Tips/noClickHere")
_ADDRESSES = Reference(
    label="Google Search Central: URL structure",
    url="https://developers.google.com/search/docs/crawling-indexing/url-structure",
)


# A tag of the site's, or a slot that the author has yet to fill: nobody knows how long it will be.
_BLANK = re.compile(r"\{\{|\{%|\[\[")


class _Value(NamedTuple):
    """One of the texts that searches show, and where it stands."""

    text: str
    location: Location
    explicit: bool  # whether it was written for searches


def check_search(document: Document, context: Context) -> Iterator[Finding]:
    """The checks of a page, where the document is one.

    `search.title-width`, `search.description-length`, `search.missing`, `search.slug`, `search.h1`,
    `search.heading-order`, `search.repeated-heading`, `search.link-text`, `search.image-alt`.
    """
    if not is_page(document, context):
        return
    places = {place.name: place for place in places_of(document, context)}
    yield from _title(document, context, places.get(SEARCH_TITLE))
    yield from _description(document, context, places.get(SEARCH_TEXT))
    yield from _missing(document)
    yield from _slug(document, places.get(SLUG))
    yield from _headings(document, context)
    yield from _links(document, context)
    yield from _images(document)


# ── what a result shows ─────────────────────────────────────────────────────────────────────────────


def _value(document: Document, place: Place | None, *keys: str) -> _Value | None:
    """The text of a place; else a setting of the front matter that may serve for it."""
    if place and place.spans:
        start, end = place.spans[0]
        return _Value(document.text[start:end], document.locate(start, end), True) if start < end else None
    if place and place.location:
        return _Value(unescape(place.text), place.location, True)
    told = setting(document, *keys)
    return _Value(unescape(told[0]), told[1], False) if told else None


def _cut_off_already(document: Document, context: Context, place: Place | None) -> bool:
    """Whether the format itself says that this field is cut off, so that it is told once."""
    if context.format is None or place is None or not place.spans:
        return False
    start, end = place.spans[0]
    field = context.format.field(document.field_at(start) or "")
    return bool(field and field.shown and end - start > field.shown.max)


def _title(document: Document, context: Context, place: Place | None) -> Iterator[Finding]:
    value = _value(document, place, "title")
    if value is None or _BLANK.search(value.text) or _cut_off_already(document, context, place):
        return
    width = pixels(value.text, TITLE_SIZE)
    if width > MOST_TITLE:
        kept = value.text[: cut_at(value.text, TITLE_SIZE, MOST_TITLE)]
        advice = (
            f"As a search result this title is {width:.0f} pixels wide, and about {MOST_TITLE} are shown, "
            f"up to “{kept} …”: shorten it, or put what counts first."
        )
    elif value.explicit and width < LEAST_TITLE:
        advice = (
            f"As a search result this title fills {width:.0f} of about {MOST_TITLE} pixels: say what the "
            "page has that others don't."
        )
    else:
        return
    yield _told(document, value.location, "search.title-width", advice, _TITLES)


def _description(document: Document, context: Context, place: Place | None) -> Iterator[Finding]:
    value = _value(document, place)
    if value is None or _BLANK.search(value.text) or _cut_off_already(document, context, place):
        return
    length, width = len(value.text), pixels(value.text, TEXT_SIZE)
    if width > MOST_TEXT and (length > MOST_CHARACTERS or width > WIDE_TEXT):
        kept = min(cut_at(value.text, TEXT_SIZE, MOST_TEXT), MOST_CHARACTERS)
        end = " ".join(value.text[:kept].split()[-4:])
        advice = (
            f"This description has {length} characters ({width:.0f} pixels); about {MOST_CHARACTERS} "
            f"({MOST_TEXT} pixels) are shown, up to “… {end}”: say what counts before that."
        )
    elif length < LEAST_CHARACTERS:
        advice = (
            f"This description has {length} characters, and {LEAST_CHARACTERS} to {MOST_CHARACTERS} are "
            "shown: use the room to say why to click, or the search engine picks a line of its own."
        )
    else:
        return
    yield _told(document, value.location, "search.description-length", advice, _SNIPPETS)


_WHOLE = re.compile(r"<(?:!doctype|html|head)\b", re.IGNORECASE)


def _is_whole(document: Document) -> bool:
    """Whether a document is a whole page of HTML and no piece of one."""
    return document.syntax is Syntax.HTML and _WHOLE.search(document.source, 0, 2000) is not None


def _missing(document: Document) -> Iterator[Finding]:
    if not _is_whole(document):
        return
    kinds = {block.kind for block in document.blocks}
    if BlockKind.TITLE not in kinds:
        advice = "This page has no title, so searches and tabs show its address: add a <title>."
        yield absent(
            document, check="search.missing", severity=Severity.WARNING, area=Area.FORMAT, advice=advice,
            reference=_TITLES,
        )  # fmt: skip
    if BlockKind.DESCRIPTION not in kinds:
        advice = "This page has no description, so the search engine picks a line of its own: add one."
        yield absent(
            document, check="search.missing", severity=Severity.SUGGESTION, area=Area.FORMAT, advice=advice,
            reference=_SNIPPETS,
        )  # fmt: skip


# ── slug ────────────────────────────────────────────────────────────────────────────────────────────

_BAD_IN_SLUG = re.compile(r"[A-Z]|[^\w/.~-]|_|--|(?:^|/)-|-(?:/|$)")
_ENDING = re.compile(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)


def _slug(document: Document, place: Place | None) -> Iterator[Finding]:
    value = _value(document, place)
    if value is None or re.search(r"[{}:<>?#]", value.text):  # a pattern of the site's, or a whole address
        return
    said = unquote(value.text)
    words = re.split(r"[^\w]+|_", _ENDING.sub("", said).rstrip("/").rpartition("/")[2])
    if _BAD_IN_SLUG.search(said) or not said.isascii():
        better = _as_slug(said)
        fixes = (Fix(title=f"Write “{better}”", replacement=better),) if better else ()
        advice = "An address is easiest to read, link and find in small letters with hyphens between words."
        if better:
            advice += f" Write “{better}”; if the page is already out, lead its old address there."
        yield _told(document, value.location, "search.slug", advice, _ADDRESSES, fixes)
    elif len(words) > MOST_SLUG_WORDS:
        advice = f"This address has {len(words)} words: the three to six that name the page are enough."
        yield _told(document, value.location, "search.slug", advice, _ADDRESSES)


def _as_slug(said: str) -> str:
    """The slug in small ASCII letters, digits and hyphens; empty where it can't be had."""
    plain = unicodedata.normalize("NFKD", said).replace("’", "").replace("'", "")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    if any(letter.isalpha() and not letter.isascii() for letter in plain):
        return ""
    made = re.sub(r"[^a-z0-9/.~]+", "-", plain.lower())
    return re.sub(r"-*/-*", "/", made).strip("-")


# ── headings ────────────────────────────────────────────────────────────────────────────────────────


class _Heading(NamedTuple):
    """A heading of a page or a draft."""

    start: int
    end: int
    level: int
    block: bool  # whether the text marks it, so that its level can be changed


def _outline(document: Document, context: Context) -> list[_Heading]:
    """All headings in order: those that the text marks, and the fields of a draft that are headings."""
    told = [
        _Heading(block.start, block.end, block.level, True)
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    ]
    if context.format:
        for field in document.fields:
            known = context.format.field(field.path)
            level = {"title": 1, "heading": 2}.get((known and known.role) or "", 0)
            if level and field.start < field.end:
                told = [one for one in told if not field.start <= one.start < field.end]
                told.append(_Heading(field.start, field.end, level, False))
    return sorted(told)


def _headings(document: Document, context: Context) -> Iterator[Finding]:
    outline = _outline(document, context)
    titles = [one for one in outline if one.level == 1]
    titled = bool(titles) or read_setting(document, "title") is not None
    if len(titles) > 1:
        first = document.text[titles[0].start : titles[0].end]
        yield _at(
            document, titles[1], "search.h1",
            f"A page has one main heading, and “{first}” is it: make this one a heading of the second level.",
            related=[(titles[0].start, titles[0].end), *((one.start, one.end) for one in titles[2:])],
        )  # fmt: skip
    elif not titled and (_is_whole(document) or (outline and context.channel and not document.fields)):
        yield absent(
            document, check="search.h1", severity=Severity.SUGGESTION, area=Area.FORMAT, reference=_HEADINGS,
            advice="This page has no main heading (H1): say in one line, at the top, what it is about.",
        )  # fmt: skip
    yield from _order(document, outline, titled)
    yield from _repeated(document, outline)


def _order(document: Document, outline: list[_Heading], titled: bool) -> Iterator[Finding]:
    # A title in front matter stands above all.
    before = 1 if titled and not any(one.level == 1 for one in outline) else 0
    for number, one in enumerate(outline):
        if before and one.level > before + 1 and one.block:
            following = outline[number + 1].level if number + 1 < len(outline) else 0
            yield _jump(document, one, before + 1, safe=following <= before + 2)
        before = one.level


def _jump(document: Document, one: _Heading, level: int, *, safe: bool) -> Finding:
    advice = (
        f"This heading of level {one.level} follows one of level {level - 1}, so readers who go by headings "
        f"miss a step: make it level {level}."
    )
    marks = _marks(document, one)
    if marks is None:
        return _at(document, one, "search.heading-order", advice)
    fix = Fix(title=f"Make it level {level}", replacement="#" * level, safe=safe)
    return _told(document, marks, "search.heading-order", advice, _HEADINGS, (fix,))


def _marks(document: Document, one: _Heading) -> Location | None:
    """The number signs before a heading of Markdown."""
    place = document.locate(one.start, one.end)
    part = next((part for part in document.parts if part.path == place.field), None)
    shift = part.base if part else 0
    line = max(
        document.source.rfind("\n", 0, shift + place.start),
        document.source.rfind("\r", 0, shift + place.start),
    )
    match = re.compile(r"[ \t>]*(#{2,6})(?=[ \t])").match(document.source, line + 1, shift + place.start)
    return document.place(*match.span(1)) if match and len(match.group(1)) == one.level else None


_SMALL = word_set("a an and at by for in of on or our the to with your")


def _repeated(document: Document, outline: list[_Heading]) -> Iterator[Finding]:
    """Headings under one parent that say the same, so that two parts compete for one question."""
    seen: dict[tuple[int, frozenset[str]], _Heading] = {}
    parents: dict[int, int] = {}
    for one in outline:
        parents = {level: start for level, start in parents.items() if level < one.level}
        parent = max(parents.values(), default=0)
        parents[one.level] = one.start
        words = frozenset(re.findall(r"\w+", document.folded[one.start : one.end])) - _SMALL
        if len(words) < 2:
            continue
        first = seen.setdefault((parent, words), one)
        if first is not one and first.level == one.level:
            yield _at(
                document, one, "search.repeated-heading",
                f"“{document.text[first.start : first.end]}” stands above another part already: say what is "
                "new in this one, or join the two.",
                related=[(first.start, first.end)],
            )  # fmt: skip


# ── links and images ────────────────────────────────────────────────────────────────────────────────

_VAGUE = frozenset(
    (
        "click|click here|click this link|continue|continue reading|details|find out more|go here|here"
        "|learn more|link|more|more details|more info|more information|page|read here|read more|read on"
        "|see here|see more|tap here|this|this article|this link|this page|this post|this website|website"
    ).split("|")
)
_BARE = re.compile(r"(?:https?://|www\.)\S+")


def _links(document: Document, context: Context) -> Iterator[Finding]:
    # A brand that has decided on `vague_links` hears of them from `style.vague-links`, or not at all.
    if context.guide.brand.style.vague_links is not None:
        return
    for link in document.links:
        said = document.folded[link.start : link.end].strip(" .:;,!»›>→")
        if said in _VAGUE:
            advice = "says nothing of where it leads: link the words that name what is there."
        elif _BARE.fullmatch(said):
            advice = "is hard to read, and worse to hear read out: link the words that name what is there."
        else:
            continue
        yield found(
            document, link.start, link.end, check="search.link-text", severity=Severity.SUGGESTION,
            area=Area.FORMAT, advice=f"“{document.text[link.start : link.end]}” {advice}", reference=_LINKS,
        )  # fmt: skip


_FILE = re.compile(r"[\w()@%+ .-]+\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|heic)", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:img|image|dsc[fn]?|dcim|pic|pxl|photo|picture|screen ?shot|untitled|graphic|unnamed)[\W_]*\d[\d\W_]*"
    r"|(?:image|photo|picture|screenshot|untitled|graphic|img|alt|alt text|placeholder)",
    re.IGNORECASE,
)
_PIXEL = re.compile(r"\b(?:width|height)\s*=\s*[\"']?1(?!\d)", re.IGNORECASE)


def _images(document: Document) -> Iterator[Finding]:
    for image in document.images:
        whole = document.place(image.start, image.end)
        source = document.quote(whole)
        if image.alt is None:
            if _PIXEL.search(source) or "{{" in source:
                continue
            advice = (
                "This image has no alt text: say in a few words what it shows, for those who can't see it "
                'and for image search; for mere decoration, write alt="" in HTML.'
            )
            yield _told(document, whole, "search.image-alt", advice, _IMAGES)
        elif _is_file_name(image.alt, image.url):
            at = source.find(image.alt)
            location = (
                document.place(image.start + at, image.start + at + len(image.alt)) if at >= 0 else whole
            )
            advice = (
                f"“{image.alt}” is the name of a file, not what the image shows: say that in a few words."
            )
            yield _told(document, location, "search.image-alt", advice, _IMAGES)


def _is_file_name(alt: str, url: str) -> bool:
    if not alt:
        return False
    if _FILE.fullmatch(alt) or _CAMERA.fullmatch(alt):
        return True
    name = unquote(url.partition("?")[0].rpartition("/")[2]).rpartition(".")[0]
    return alt.casefold() == name.casefold() and bool(re.search(r"[\d_-]", alt))


# ── findings ────────────────────────────────────────────────────────────────────────────────────────


def _told(
    document: Document,
    location: Location,
    check: str,
    advice: str,
    reference: Reference,
    fixes: tuple[Fix, ...] = (),
) -> Finding:
    return Finding(
        check=check,
        severity=Severity.SUGGESTION,
        area=Area.FORMAT,
        advice=advice,
        location=location,
        quote=document.quote(location),
        fixes=fixes,
        reference=reference,
    )


def _at(
    document: Document,
    one: _Heading,
    check: str,
    advice: str,
    *,
    related: list[tuple[int, int]] | None = None,
) -> Finding:
    return found(
        document, one.start, one.end, check=check, severity=Severity.SUGGESTION, area=Area.FORMAT,
        advice=advice, reference=_HEADINGS, related=related or (),
    )  # fmt: skip


SEARCH: tuple[Check, ...] = (check_search,)
