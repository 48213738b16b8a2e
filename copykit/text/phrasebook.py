"""Finds many phrases in a document at once, in their inflected forms."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from copykit.text.document import Document
from copykit.text.inflect import forms, related_forms, spellings
from copykit.text.wordset import word_set

_TOKEN = re.compile(r"(\w+(?:'\w+)*)|(\s+)|([-/])|(.)")
# Too common to look for first: a phrase is looked for by its rarest word.
_COMMON = word_set(
    "a about all also an and any are as at be but by can do for from get has have how i if in into is"
    " it its just like make more most my new no not of on one only or our out over so than that the"
    " their them then there these they this to up us use was we were what when which who will with you"
    " your"
)


class Phrase(NamedTuple):
    """What to look for.

    Attributes:
        key: what a hit is told by; the same key may stand for several phrases.
        text: the phrase; any white space in it stands for any white space, straight and curly
            apostrophes are one, and so are hyphens and non-breaking hyphens.
        inflect: whether the first and the last content word match in their inflected forms too
            (`inflect.forms`).
        case: whether capitals must be as given.
        loose: for keywords: an inflected word matches by its base too ("scheduling" → schedule), a hyphen,
            a space and nothing between two words are one, and so are American and British spellings.
        variants: whether American and British spellings are one, and so are a hyphen and a space.
    """

    key: Hashable
    text: str
    inflect: bool = True
    case: bool = False
    loose: bool = False
    variants: bool = False


class Hit(NamedTuple):
    """Where a phrase was found: a span of the document's text, without a possessive 's but in keywords."""

    start: int
    end: int
    key: Hashable


class _Entry:
    """A phrase made ready: the forms of its rarest word, and what must stand around that word."""

    def __init__(self, phrase: Phrase) -> None:
        self.key = phrase.key
        self.case = phrase.case
        self.loose = phrase.loose
        text = " ".join(phrase.text.replace("’", "'").replace("‑", "-").replace("\xa0", " ").split())
        tokens = _TOKEN.findall(text)
        words = [index for index, token in enumerate(tokens) if token[0]]
        content = [index for index in words if tokens[index][0].lower() not in _COMMON]
        changing = {content[0], content[-1]} if phrase.inflect and content else set()
        if changing and phrase.loose:
            changing.add(words[-1])
        self.slots: list[frozenset[str]] = []
        pieces: list[str] = []
        anchor = max(words, key=lambda index: _weight(tokens[index][0]), default=-1)
        self.anchors: frozenset[str] = frozenset()
        self._before = ""
        for index, (word, space, join, other) in enumerate(tokens):
            if word:
                found = _forms(word, changing=index in changing, loose=phrase.loose)
                if phrase.variants:
                    found = _spelled(found)
                if phrase.loose and index == words[-1] != words[0]:
                    # "sign-ups", "how-tos": the last word of a compound takes its plural, whatever it is.
                    found |= {word.lower() + "s"}
                if index == anchor:
                    self.anchors = found
                    self._before = "".join(pieces)
                    pieces = []
                else:
                    pieces.append(_alternatives(found))
            elif phrase.loose and (space or join == "-") and 0 < index < len(tokens) - 1:
                pieces.append(r"(?:\s+|-|)")
            elif phrase.variants and (space or join == "-") and 0 < index < len(tokens) - 1:
                pieces.append(r"(?:\s+|-)")
            elif space:
                pieces.append(r"\s+")
            else:
                pieces.append(re.escape(join or other))
        self._after = "".join(pieces)
        self.text = text
        self.bare = not self._before and not self._after
        if phrase.loose and len(words) > 1 and not any(other for *_, other in tokens):
            # The closed spelling ("signin") has no anchor of its own.
            self.closed = frozenset(
                first + "".join(tokens[index][0].lower() for index in words[1:-1]) + last
                for first in _forms(tokens[words[0]][0], changing=False, loose=False)
                for last in _forms(tokens[words[-1]][0], changing=words[-1] in changing, loose=True)
                | {tokens[words[-1]][0].lower() + "s"}
            )
        else:
            self.closed = frozenset()
        self._patterns: tuple[re.Pattern[str] | None, re.Pattern[str] | None] | None = None

    def match(self, folded: str, start: int, end: int) -> tuple[int, int] | None:
        """The span of the whole phrase around its anchor, if it stands there."""
        if self._patterns is None:
            self._patterns = (
                re.compile(rf"(?:{self._before})\Z") if self._before else None,
                re.compile(self._after) if self._after else None,
            )
        before, after = self._patterns
        if after:
            found = after.match(folded, end)
            if found is None:
                return None
            end = found.end()
        if before:
            window = max(0, start - len(self.text) - 40)
            found = before.search(folded, window, start)
            if found is None:
                return None
            start = found.start()
        return start, end


def _weight(word: str) -> int:
    return 0 if word.lower() in _COMMON else len(word)


def _forms(word: str, *, changing: bool, loose: bool) -> frozenset[str]:
    lower = word.lower()
    found = frozenset((lower,))
    if changing:
        found = related_forms(word) if loose else forms(word)
    if loose:
        found = _spelled(found)
    return found


def _spelled(words: frozenset[str]) -> frozenset[str]:
    """Words in both of their spellings."""
    return frozenset(spelling for word in words for spelling in spellings(word))


def _alternatives(words: frozenset[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.escape(ordered[0]) if len(ordered) == 1 else f"(?:{'|'.join(map(re.escape, ordered))})"


class Phrasebook:
    """Many phrases, found in one go.

    The cost is one look at the document's vocabulary and a little for each phrase whose rarest word
    occurs in it, so that hundreds of phrases cost hardly more than one.
    """

    def __init__(self, phrases: Iterable[Phrase | tuple[Hashable, str]]) -> None:
        self._by_word: dict[str, list[_Entry]] = {}
        self._closed: dict[str, list[_Entry]] = {}
        self._wordless: list[_Entry] = []
        for item in phrases:
            phrase = Phrase(*item)
            if not phrase.text.strip():
                continue
            entry = _Entry(phrase)
            if not entry.anchors:
                self._wordless.append(entry)
            for word in entry.anchors:
                # The vocabulary holds "don" and "t", not "don't".
                self._by_word.setdefault(word, []).append(entry)
            for word in entry.closed:
                self._closed.setdefault(word, []).append(entry)
        self._looked_up: dict[str, list[str]] = {}
        for word in self._by_word.keys() | self._closed.keys():
            self._looked_up.setdefault(word.partition("'")[0], []).append(word)
        self._seen = frozenset(self._looked_up)

    def find(self, document: Document, *, shielded: bool = False, overlapping: bool = False) -> list[Hit]:
        """All hits in the order of the text.

        Args:
            shielded: whether to look in what prose checks skip, too.
            overlapping: whether to keep hits that lie in or reach into another; otherwise the longest of
                the leftmost is kept. Hits of several keys on one span are always kept.
        """
        hits = self._hits(document)
        if not shielded and document.shielded:
            hits = [hit for hit in hits if not document.is_shielded(hit.start, hit.end)]
        return hits if overlapping else _longest(hits)

    def _hits(self, document: Document) -> list[Hit]:
        folded = document.folded
        found: set[Hit] = set()
        occurrences = document.occurrences
        for seen in document.vocabulary & self._seen:
            places = occurrences[seen]
            for word in self._looked_up[seen]:
                self._occurrences(document, folded, word, places, found)
        for entry in self._wordless:
            start = folded.find(entry.text)
            while start >= 0:
                found.add(Hit(start, start + len(entry.text), entry.key))
                start = folded.find(entry.text, start + len(entry.text))
        return sorted(found, key=lambda hit: (hit.start, -hit.end, str(hit.key)))

    def _occurrences(
        self, document: Document, folded: str, word: str, places: Sequence[int], found: set[Hit]
    ) -> None:
        entries: Sequence[_Entry] = self._by_word.get(word, ())
        closed: Sequence[_Entry] = self._closed.get(word, ())
        size = len(word)
        for start in places:
            end = start + size
            if folded.startswith(word, start) and is_whole(folded, start, end):
                for entry in entries:
                    if entry.bare:
                        span: tuple[int, int] | None = (start, end)
                    else:
                        span = entry.match(folded, start, end)
                    if (
                        span
                        and (span == (start, end) or is_whole(folded, *span))
                        and _has_case(document, entry, span)
                    ):
                        found.add(Hit(span[0], _possessed(folded, span[1], entry), entry.key))
                for entry in closed:
                    found.add(Hit(start, _possessed(folded, end, entry), entry.key))


def _possessed(folded: str, end: int, entry: _Entry) -> int:
    """The end of a hit; a keyword's holds its possessive 's."""
    if entry.loose and folded.startswith("'s", end) and not folded[end + 2 : end + 3].isalnum():
        return end + 2
    return end


def is_whole(folded: str, start: int, end: int) -> bool:
    """Whether no word goes on at either end; "can" is no hit in "can't"."""
    if start and folded[start].isalnum() and (folded[start - 1].isalnum() or folded[start - 1] == "_"):
        return False
    if end < len(folded) and folded[end - 1].isalnum():
        following = folded[end]
        if following.isalnum() or following == "_":
            return False
        if following == "'" and folded.startswith("t", end + 1):
            return folded[end + 2 : end + 3].isalnum()
    return True


def _has_case(document: Document, entry: _Entry, span: tuple[int, int]) -> bool:
    if not entry.case:
        return True
    said = document.text[span[0] : span[1]]
    # An inflected form may differ from the phrase in its last letters, but not in its capitals.
    said_words, words = re.findall(r"\w+", said), re.findall(r"\w+", entry.text)
    return len(said_words) == len(words) and all(map(_same_capitals, said_words, words))


def _same_capitals(one: str, other: str) -> bool:
    return all(first.isupper() == second.isupper() for first, second in zip(one, other, strict=False)) and (
        not one[len(other) :].isupper()
    )


def _longest(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end or (hit.start, hit.end) == (kept[-1].start, kept[-1].end):
            kept.append(hit)
    return kept
