"""The places of a page that searches look at: title, start, headings, body, search texts, slug, alt texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from copykit.checks.context import Context
from copykit.findings import Location
from copykit.text import BlockKind, Document, Syntax

__all__ = ["BODY", "META_KEYS", "PLACES", "Place", "is_page", "places_of", "read_setting", "setting"]

TITLE, OPENING, HEADINGS, BODY = "title", "first paragraph", "headings", "body"
SEARCH_TITLE, SEARCH_TEXT, SLUG, ALTS = "title for search", "description for search", "slug", "alt texts"
PLACES = (TITLE, OPENING, HEADINGS, BODY, SEARCH_TITLE, SEARCH_TEXT, SLUG, ALTS)
# How front matter calls what searches show; the first that is there counts.
META_KEYS = {
    SEARCH_TITLE: ("meta_title", "metaTitle", "seo_title", "seoTitle"),
    SEARCH_TEXT: ("meta_description", "metaDescription", "seo_description", "description"),
    SLUG: ("slug", "permalink"),
}
# Below this, the text after the opening is too short to be held to anything (our own choice).
LEAST_BODY_WORDS = 100
_ROLES = {"title": TITLE, "lead": OPENING, "heading": HEADINGS, "body": BODY}
_OF_A_PAGE = (BlockKind.HEADING, BlockKind.TITLE, BlockKind.DESCRIPTION)
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL})
_VALUE = r"[^\r\n]*(?:(?:\r\n|\n|\r)[ \t]+[^\r\n]*)*"
# Patterns that begin with a line end are quick to look for.
_FRONT_END = re.compile(r"\n(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place where a main keyword counts: spans of the text, or a text from the front matter.

    Attributes:
        spans: spans of the document's text; empty for a text from the front matter.
        text: the text from the front matter.
        location: where that stands.
    """

    name: str
    spans: tuple[tuple[int, int], ...] = ()
    text: str = ""
    location: Location | None = None


def is_page(document: Document, context: Context) -> bool:
    """Whether a document is a page that searches find: by its channel, or by what a page has."""
    if context.channel is not None:
        return context.channel in ("page", "blog")
    if document.fields or context.of_guide:
        return False
    # What front matter publishes comes first; a title alone makes no page of a text.
    blocks = document.blocks[len(document.front) :]
    return any(block.kind in _OF_A_PAGE for block in blocks) or _has_settings(document)


def _has_settings(document: Document) -> bool:
    """Whether the front matter has a text for searches."""
    return any(read_setting(document, *keys) for keys in META_KEYS.values())


def setting(document: Document, *keys: str) -> tuple[str, Location] | None:
    """A text from the front matter of Markdown, with the place of its value; the first key that has one."""
    told = read_setting(document, *keys)
    return (told[1], _value_at(document, *told)) if told else None


def read_setting(document: Document, *keys: str) -> tuple[str, str] | None:
    """The first key of the front matter that has a text, and that text."""
    if document.syntax is not Syntax.MARKDOWN or not document.source.startswith(("---", "\ufeff---")):
        return None
    for key in keys:
        value = document.meta.get(key)
        if isinstance(value, str) and value.strip():
            return key, value.strip()
    return None


@lru_cache(maxsize=32)
def _line_of(key: str) -> re.Pattern[str]:
    """A setting in front matter, with its value."""
    return re.compile(rf"\n[\"']?{re.escape(key)}[\"']?[ \t]*:[ \t]*({_VALUE})")


def _value_at(document: Document, key: str, value: str) -> Location:
    source = document.source
    ending = _FRONT_END.search(source, 3)
    end = ending.start() + 1 if ending else len(source)
    match = _line_of(key).search(source, 0, end)
    if match is None:
        return document.anchor()
    at = source.find(value, match.start(1), end)
    if at < 0:
        # A value over several lines: all of it, but for the mark that says so.
        said = match.group(1)
        start = match.start(1) + len(said) - len(said.lstrip(" \t\r\n>|+-\"'"))
        return document.place(start, start + len(source[start : match.end(1)].rstrip(" \t\r\n\"'")))
    return document.place(at, at + len(value))


def places_of(document: Document, context: Context) -> list[Place]:
    """The places that a document has, in the order of PLACES; none in plain running text."""
    places = _field_places(document, context) if document.fields else _page_places(document)
    return sorted(places, key=lambda place: PLACES.index(place.name) if place.name in PLACES else len(PLACES))


def _field_places(document: Document, context: Context) -> list[Place]:
    """The places of a draft: by its fields' roles; in an ad its first list of texts."""
    spans: dict[str, list[tuple[int, int]]] = {}
    lists: list[str] = []
    for field in document.fields:
        known = context.format.field(field.path) if context.format else None
        if known is None:
            continue
        name = _ROLES.get(known.role or "", "")
        if known.role == "meta":
            name = _meta_place(known.name) or known.label.lower()
        elif not name and known.kind == "list" and context.channel == "ad":
            name = known.label.lower()
            if name not in lists:
                lists.append(name)
            if lists.index(name) > 0:
                continue
        if name:
            spans.setdefault(name, []).append((field.start, field.end))
    if not _is_long(document, spans.get(BODY, ())):
        spans.pop(BODY, None)
    places = [Place(name=name, spans=tuple(found)) for name, found in spans.items()]
    return [*places, *_alts(document)]


def _meta_place(field: str) -> str:
    """Which place a field for searches is, by its name: `meta_title`."""
    for word, name in (("title", SEARCH_TITLE), ("description", SEARCH_TEXT), ("slug", SLUG)):
        if word in field:
            return name
    return ""


def _page_places(document: Document) -> list[Place]:
    """The places of a page: its blocks and its front matter."""
    spans: dict[str, list[tuple[int, int]]] = {}
    names = {BlockKind.TITLE: SEARCH_TITLE, BlockKind.DESCRIPTION: SEARCH_TEXT}
    for block in document.blocks[len(document.front) :]:
        if block.kind is BlockKind.HEADING:
            name = TITLE if block.level == 1 else HEADINGS
        elif block.kind is BlockKind.PARAGRAPH and OPENING not in spans:
            name = OPENING
        else:
            name = BODY if block.kind in _RUNNING else names.get(block.kind, "")
        if name:
            spans.setdefault(name, []).append((block.start, block.end))
    if not _is_long(document, spans.get(BODY, ())):
        spans.pop(BODY, None)
    places = [Place(name=name, spans=tuple(found)) for name, found in spans.items()]
    title = setting(document, "title")
    headed = bool(title) or TITLE in spans or HEADINGS in spans
    if not headed and not _has_settings(document):
        return []  # plain running text has no places
    for name, keys in META_KEYS.items():
        if name not in spans and (told := setting(document, *keys)):
            places.append(Place(name=name, text=told[0], location=told[1]))
    if TITLE not in spans and title:
        places.append(Place(name=TITLE, text=title[0], location=title[1]))
    return [*places, *_alts(document)]


def _alts(document: Document) -> list[Place]:
    found = [(block.start, block.end) for block in document.blocks if block.kind is BlockKind.ALT]
    return [Place(name=ALTS, spans=tuple(found))] if found else []


def _is_long(document: Document, spans: tuple[tuple[int, int], ...] | list[tuple[int, int]]) -> bool:
    """Whether spans hold enough words; six characters a word are near enough, and cost nothing."""
    return sum(end - start for start, end in spans) >= 6 * LEAST_BODY_WORDS
