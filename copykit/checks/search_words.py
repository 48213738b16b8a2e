"""The search words of a store's listing, which nobody reads: a list without repeats and without waste."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from copykit.checks.context import Check, Context
from copykit.checks.finding import found, replacement
from copykit.findings import Area, Finding, Reference, Severity
from copykit.guide.competitors import names
from copykit.platforms import Source
from copykit.text import Document
from copykit.text.inflect import bases

if TYPE_CHECKING:
    from copykit.formats import Field, Format

__all__ = ["SEARCH_WORDS"]

STORES = Source(text="appconnecttranslate.com", known="T")
# What a store searches anyway, beside the list.
_SHOWN = ("name", "title", "subtitle")
_ITEM = re.compile(r"[^,;\n]+")
_GAP = re.compile(r"(?<=,)[ \t]+|[ \t]+(?=,)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset("a an and as at by for from in of on or our the to with your".split())


class _Item(NamedTuple):
    """One search phrase: its place in the text and its words, each in its base form."""

    start: int
    end: int
    words: frozenset[str]


def check_search_words(document: Document, context: Context) -> Iterator[Finding]:
    """`format.search-words`: repeats, spaces and rivals' names in the search words of a listing.

    Fields with the role `search_words` are such lists. No other check of words looks at them.
    """
    format = context.format
    for span in document.fields if format else ():
        field = format.field(span.path) if format else None
        if format is None or field is None or field.role != "search_words":
            continue
        items = list(_items(document, span.start, span.end))
        yield from _repeats(document, format, field, items)
        for gap in _GAP.finditer(document.text, span.start, span.end):
            yield _told(
                document, format, field, *gap.span(),
                "The space counts, and the comma parts the words already: take it out.", fix="",
            )  # fmt: skip
        yield from _rivals(document, context, items)


def _items(document: Document, start: int, end: int) -> Iterator[_Item]:
    for match in _ITEM.finditer(document.text, start, end):
        said = match.group().strip()
        if said:
            begin = match.start() + match.group().index(said)
            yield _Item(begin, begin + len(said), _words(said))


def _words(said: str) -> frozenset[str]:
    found_ones = (word.casefold() for word in _WORD.findall(said))
    return frozenset(bases(word)[0] for word in found_ones if word not in _SMALL)


def _repeats(document: Document, format: Format, field: Field, items: list[_Item]) -> Iterator[Finding]:
    shown: dict[str, str] = {}
    for span in document.fields:
        if span.path in _SHOWN and (other := format.field(span.path)):
            for word in _words(document.text[span.start : span.end]):
                shown.setdefault(word, other.label)
    seen: set[str] = set()
    for number, item in enumerate(items):
        said = document.text[item.start : item.end]
        start = items[number - 1].end if number else item.start
        if not item.words or item.words <= seen:
            advice = (
                f"“{said}” stands in the list already, in this form or another, and is searched once."
                if item.words
                else f"Nobody searches for “{said}”: use the room."
            )
            yield _told(document, format, field, item.start, item.end, advice, first=start)
        elif item.words <= set(shown):
            label = shown[next(iter(sorted(item.words)))]
            yield _told(
                document, format, field, item.start, item.end,
                f"“{said}” stands in the {label.lower()}, which is searched anyway: use the room.",
            )  # fmt: skip
        seen |= item.words


def _told(
    document: Document,
    format: Format,
    field: Field,
    start: int,
    end: int,
    advice: str,
    *,
    fix: str | None = None,
    first: int | None = None,
) -> Finding:
    # With the comma before it, so that nothing is left behind.
    if first is not None and first < start:
        start, fix = first, ""
    return found(
        document, start, end, check="format.search-words", severity=Severity.SUGGESTION, area=Area.FORMAT,
        advice=f"{advice} {STORES}",
        fixes=[] if fix is None else [replacement(document, fix, title="Take it out", safe=True)],
        reference=Reference(
            label=f"{format.title}: {field.label}", url=STORES.text, date=STORES.read.isoformat()
        ),
    )  # fmt: skip


def _rivals(document: Document, context: Context, items: list[_Item]) -> Iterator[Finding]:
    for rival in context.guide.competitors:
        if rival.policy == "fine":
            continue
        called = [_words(name) for name in names(rival)]
        for item in items:
            if any(name and name <= item.words for name in called):
                said = document.text[item.start : item.end]
                yield found(
                    document, item.start, item.end, check="messages.competitor",
                    severity=Severity.ERROR if context.own else Severity.WARNING,
                    advice=f"“{said}” names {rival.name}, and stores reject other makers' names among the"
                    " search words.",
                    reference=rival.reference(
                        f'competitor "{rival.id}"', key="policy" if rival.place.of("policy") else "name",
                        quote=f"{rival.name}: {rival.policy}",
                    ),
                )  # fmt: skip


SEARCH_WORDS: tuple[Check, ...] = (check_search_words,)
