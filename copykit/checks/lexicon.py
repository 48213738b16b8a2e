"""Finds the words of our own lists in a document: all lists in one go, once for each document and guide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from weakref import ref

from copykit.checks.finding import found, replacement
from copykit.checks.inflecting import reworded
from copykit.checks.remember import remembered
from copykit.checks.word_lists import Entry, find_entries
from copykit.findings import Area, Finding, Fix, Reference, Severity
from copykit.grammar import article, capitalize_first, is_many
from copykit.guide import Guide
from copykit.guide.types import Level
from copykit.text import BlockKind, Document
from copykit.text.inflect import forms
from copykit.text.wordset import word_set

__all__ = ["Entry", "Spot", "lowered", "severity_of", "spots", "tell"]

_ARTICLE = re.compile(r"\b(a|an)\s\Z", re.IGNORECASE)
_NEXT_WORD = re.compile(r",?\s+(\w[\w'’-]*)")
_WORD = re.compile(r"\w+")
WINDOW = 300  # characters before and behind a phrase in which its exceptions are looked for (our own choice)
_TITLES = (BlockKind.HEADING, BlockKind.TITLE)


_CAPITAL = word_set(
    "adhd asian chinese crow dutch eskimo eskimos french gypsies gypsy indian irish jap japs jewish mexican"
    " ocd oriental orientals ptsd russian welsh"
)


class Spot(NamedTuple):
    """Where an entry's phrase stands in a document's text."""

    start: int
    end: int
    entry: Entry


@remembered
def _own(guide: Guide) -> Mapping[str, tuple[str, ...]]:
    """The guide's own phrases by each of their words: names, search phrases, words to use and to avoid."""
    brand = guide.brand
    said = [brand.name, brand.category, brand.tagline, *(line.text for line in brand.legal)]
    for product in guide.products:
        said += [product.name, product.noun, *(feature.name for feature in product.features)]
    for cluster in guide.clusters:
        said += [cluster.main, *cluster.variants, *cluster.synonyms, *cluster.related]
    for term in guide.terms:
        said += [*([term.use] if term.use else []), *term.unless]
        for word in term.avoid:
            said += [word, *forms(word)] if word.isalpha() and term.inflect else [word]
    said += [word for audience in guide.audiences for word in audience.use]
    said += [*brand.manner.allow, *brand.inclusive.allow, *brand.wording.allow]
    said += [form for word in said[-200:] if word.isalpha() for form in forms(word)]
    phrases = {" ".join(one.replace("’", "'").casefold().split()) for one in said}
    by_word: dict[str, list[str]] = {}
    for phrase in sorted(phrases):
        for word in set(_WORD.findall(phrase)):
            by_word.setdefault(word, []).append(phrase)
    return {word: tuple(held) for word, held in by_word.items()}


# Of the last document, held loosely, so that a checked text is forgotten.
_last: tuple[ref[Document] | None, ref[Guide] | None, Mapping[str, tuple[Spot, ...]]] = (None, None, {})


def spots(document: Document, guide: Guide, *lists: str) -> list[Spot]:
    """Where the phrases of some lists stand, in order; of overlapping ones in these lists the longest.

    What is shielded, a name, or a word of the guide's own is left out, and so are the lists' exceptions.
    """
    global _last
    kept_document, kept_guide, kept = _last
    if not (kept_document and kept_guide and kept_document() is document and kept_guide() is guide):
        kept = _all(document, guide)
        _last = (ref(document), ref(guide), kept)
    chosen = sorted(
        (spot for name in lists for spot in kept.get(name, ())), key=lambda spot: (spot.start, -spot.end)
    )
    apart: list[Spot] = []
    for spot in chosen:
        if not apart or spot.start >= apart[-1].end:
            apart.append(spot)
    return apart


def _all(document: Document, guide: Guide) -> Mapping[str, tuple[Spot, ...]]:
    own = _own(guide)
    found_ones: dict[str, list[Spot]] = {}
    for start, end, entry in find_entries(document):
        if document.is_shielded(start, end) or _is_fine(document, start, end, entry, own):
            continue
        found_ones.setdefault(entry.list, []).append(Spot(start, end, entry))
    return {name: tuple(spots) for name, spots in found_ones.items()}


def _is_fine(
    document: Document, start: int, end: int, entry: Entry, own: Mapping[str, tuple[str, ...]]
) -> bool:
    # "the sign-off of mails": a phrase does not begin in the middle of a compound.
    if document.text[start - 1 : start] in ("-", "‑") and entry.list != "inclusive" and " " in entry.phrase:
        return True
    sentence = document.sentence_at(start)
    # A window keeps a text of one endless sentence from costing its square.
    begin = max(sentence.start, start - WINDOW)
    folded = document.folded[begin : max(end, min(sentence.end, end + WINDOW))]
    if any(phrase in folded for phrase in entry.unless):
        return True
    if _is_name(document, start, end, sentence.start):
        return True
    at, stop = start - begin, end - begin
    first = _WORD.search(folded, at, stop)
    for phrase in own.get(first.group(), ()) if first else ():
        place = folded.find(phrase, max(0, at - len(phrase) + 1))
        if 0 <= place < stop and ((place <= at and stop <= place + len(phrase)) or phrase == folded[at:stop]):
            return True
    return False


def _is_name(document: Document, start: int, end: int, sentence: int) -> bool:
    """Whether a phrase inside a sentence has capitals that only a name has there."""
    text = document.text
    # "An Indian giver", "so OCD" have capitals anywhere, unless another follows: "the Oriental Hotel".
    if not _CAPITAL.isdisjoint(_WORD.findall(text[start:end].casefold())):
        return bool(re.match(r" [A-Z][a-z]", text[end : end + 3]))
    later = [word for word in text[start:end].split()[1:] if word[0].isalpha()]
    titled = bool(later) and later[0][0].isupper() and document.block_at(start).kind not in _TITLES
    if titled and not text[start:end].isupper():
        return True
    if start == sentence or not text[start].isupper():
        return False
    if document.block_at(start).kind in _TITLES or text[start:end].isupper():
        return False
    before = text[max(sentence, start - 4) : start].rstrip()
    return before[-1:].isalnum() or before[-1:] in ",;)"


def severity_of(level: Level) -> Severity | None:
    """The severity that a setting names; None for "off"."""
    return None if level == "off" else Severity(level)


def lowered(severity: Severity) -> Severity | None:
    """The severity of the same thing in somebody else's mouth: one less, and a suggestion is none."""
    return {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.SUGGESTION}.get(severity)


def tell(
    document: Document,
    spot: Spot,
    *,
    check: str,
    severity: Severity,
    advice: str,
    area: Area = Area.CONSISTENCY,
    reference: Reference | None = None,
    spoken: bool = False,
) -> Iterator[Finding]:
    """The finding of a spot with its fix; milder or none in quoted speech.

    Args:
        spoken: whether quotation marks hold our own words here, as in a call script.
    """
    judged: Severity | None = severity
    if not spoken and document.is_quoted(spot.start, spot.end):
        judged = lowered(severity)
    if judged is None:
        return
    start, end, fix = _fix(document, spot)
    yield found(
        document, start, end, check=check, severity=judged, area=area, advice=advice,
        fixes=[fix] if fix else (), reference=reference,
    )  # fmt: skip


def _fix(document: Document, spot: Spot) -> tuple[int, int, Fix | None]:
    """The span that a fix replaces and the fix; the spot and None where no wording is sure to help."""
    start, end, entry = spot
    said = document.text[start:end]
    if said.split()[0].casefold() in _CAPITAL and document.sentence_at(start).start < start:
        said = said[0].lower() + said[1:]  # the capital is the word's own
    instead = entry.instead[0]
    if instead.startswith("(") or not (entry.sure or (instead == "" and entry.list == "wordy")):
        return start, end, None
    if not instead:
        return _left_out(document, start, end)
    text, sure = reworded(said, entry.phrase, instead)
    as_written = _plain(said) == _plain(entry.phrase)
    if not (sure or as_written):
        return start, end, None
    before = _ARTICLE.search(document.text, max(0, start - 3), start)
    if before is not None:
        if is_many(text):
            return start, end, None
        whole = article(text)
        if whole.partition(" ")[0] != before.group(1).lower():
            start = before.start()
            text = capitalize_first(whole) if before.group(1)[0].isupper() else whole
    quoted = document.is_quoted(start, end)
    return start, end, replacement(document, text, safe=not quoted)


def _left_out(document: Document, start: int, end: int) -> tuple[int, int, Fix | None]:
    """The phrase with the word after it, and that word alone, with a capital where the phrase had one."""
    after = _NEXT_WORD.match(document.text, end)
    if after is None or document.is_shielded(start, after.end()):
        return start, end, None
    word = after.group(1)
    text = capitalize_first(word) if document.text[start].isupper() else word
    return start, after.end(), replacement(document, text, title="Leave it out")


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("‑", "-").lower().split())
