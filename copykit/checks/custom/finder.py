"""Finds the words and patterns of a rule: its alternatives, each compiled when a text may hold it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from copykit.checks.custom.cost import Ready, prepare
from copykit.checks.custom.dialect import NotPython
from copykit.checks.custom.page import Page, Piece, Selectors
from copykit.guide.vale import Lined

__all__ = ["Alternative", "Exceptions", "Finder", "Found", "compiled", "is_within", "ungrouped"]

# Letters, digits, single spaces, hyphens and apostrophes: nothing that a pattern takes for more.
_PLAIN = re.compile(r"[A-Za-z0-9]+(?:[ '-][A-Za-z0-9]+)*")
_RUN = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_GROUP = re.compile(r"(?<!\\)\((?:(?!\?)|\?P?<\w+>|\?'\w+')")
_FAR = 1 << 62
_SHORT = 60  # a repetition that is cut shorter than this is worth telling


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern of Vale as one of Python.

    Raises:
        NotPython: when Python can't take it.
    """
    return re.compile(prepare(pattern, flags).source, flags)


def ungrouped(pattern: str) -> str:
    """A pattern whose groups catch nothing, so that it can stand beside others."""
    return _GROUP.sub("(?:", pattern)


class Alternative:
    """One token of a rule.

    Attributes:
        text: the token as it stands in the rule's file.
        number: its place among the rule's tokens.
    """

    __slots__ = ("_fault", "_pattern", "_ready", "_regex", "flags", "number", "text", "words")

    def __init__(self, text: Lined, number: int, *, template: str, flags: int = 0) -> None:
        self.text = text
        self.number = number
        self.flags = flags
        self._pattern = template.replace("%s", text)
        is_plain = template == r"\b(?:%s)\b" and _PLAIN.fullmatch(text)
        # The words that a document must have for a plain token to be found.
        self.words = frozenset(_RUN.findall(text.lower())) if is_plain else frozenset[str]()
        self._ready: Ready | None = Ready(self._pattern, ((text.lower(),),)) if is_plain else None
        self._regex: re.Pattern[str] | None = None
        self._fault = ""

    @property
    def fault(self) -> str:
        """Why it can't be run; empty when it can."""
        if not self._ready and not self._fault:
            try:
                self._ready = prepare(self._pattern, self.flags)
            except NotPython as error:
                self._fault = str(error)
        return self._fault

    @property
    def cut(self) -> int:
        """How far its repetitions reach, when that is worth telling; else 0."""
        return self._ready.most if not self.fault and self._ready and self._ready.most < _SHORT else 0

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; one that finds nothing when it can't be run."""
        if self._regex is None:
            ready = self._ready if not self.fault else None
            self._regex = re.compile(ready.source, self.flags) if ready else _NOTHING
        return self._regex

    @property
    def is_numeric(self) -> bool:
        """Whether every match begins with a digit."""
        return self._ready is not None and self._ready.numeric

    def may_be_in(self, small: str) -> bool:
        """Whether a piece in lower case may hold it, as far as letters go."""
        return self._ready is None or _has_each(small, self._ready.literals)

    def is_in(self, page: Page, *, raw: bool) -> bool:
        """Whether a document may hold it."""
        if self.words and not raw:
            return self.words <= page.document.vocabulary
        if self.fault or self._ready is None:
            return False
        return _has_each(page.raw_lower if raw else page.document.folded, self._ready.literals)


def _has_each(text: str, literals: Sequence[Sequence[str]]) -> bool:
    """Whether a text holds one of each set of texts."""
    for texts in literals:
        if len(texts) == 1:
            if texts[0] not in text:
                return False
        elif not any(map(text.__contains__, texts)):
            return False
    return True


_NOTHING = re.compile(r"(?!)")


class Found(NamedTuple):
    """A match of an alternative in a piece."""

    start: int
    end: int
    alternative: Alternative
    match: re.Match[str]


class Finder:
    """Alternatives, found as one pattern `a|b|c` would find them: leftmost first, then in their order."""

    def __init__(self, alternatives: Sequence[Alternative]) -> None:
        self.alternatives = tuple(alternatives)

    def alive(self, page: Page, *, raw: bool) -> list[Alternative]:
        """The alternatives that a document may hold."""
        return [one for one in self.alternatives if one.is_in(page, raw=raw)]

    @staticmethod
    def within(
        alive: Sequence[Alternative], page: Page, chosen: Selectors
    ) -> Iterator[tuple[Piece, list[Alternative]]]:
        """The pieces that may hold one of some alternatives, each with those."""
        without_digits = [one for one in alive if not one.is_numeric]
        for piece in page.pieces(chosen):
            fit = alive
            if len(without_digits) < len(alive) and not _DIGIT.search(piece.text):
                fit = without_digits
            if fit:
                small = page.small(piece)
                here = [one for one in fit if one.may_be_in(small)]
                if here:
                    yield piece, here

    @staticmethod
    def find(alive: Sequence[Alternative], piece: Piece) -> Iterator[Found]:
        """Every match in a piece, none over another, empty ones left out."""
        text = piece.text
        heads: list[tuple[int, int, re.Match[str], Alternative]] = []
        for one in alive:
            match = _next(one, text, 0)
            if match:
                heads.append((match.start(), one.number, match, one))
        while heads:
            best = min(heads, key=_order)
            start, _, match, one = best
            end = match.end()
            yield Found(start, end, one, match)
            left: list[tuple[int, int, re.Match[str], Alternative]] = []
            for head in heads:
                if head[0] >= end:
                    left.append(head)
                    continue
                again = _next(head[3], text, end)
                if again:
                    left.append((again.start(), head[1], again, head[3]))
            heads = left


def _order(head: tuple[int, int, re.Match[str], Alternative]) -> tuple[int, int]:
    return head[0], head[1]


def _next(one: Alternative, text: str, start: int) -> re.Match[str] | None:
    if one.is_numeric:
        # A search would try the pattern at every letter.
        try_at = one.regex.match
        tried = (try_at(text, digit.start()) for digit in _DIGIT.finditer(text, start))
        return next((match for match in tried if match), None)
    search = one.regex.search
    match = search(text, start)
    while match and match.start() == match.end():
        if match.end() >= len(text):
            return None
        match = search(text, match.end() + 1)
    return match


class Exceptions:
    """What a rule leaves alone: a match that holds an exception, or lies within one of several words."""

    def __init__(self, entries: Sequence[Lined]) -> None:
        self.entries = tuple(sorted(dict.fromkeys(entries), key=len, reverse=True))

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
        return _exceptions(self.entries)

    def holds(self, match: str) -> bool:
        """Whether a match holds an exception."""
        within = self._patterns[0] if self.entries else None
        return bool(within and within.search(match))

    def phrases(self, text: str) -> list[tuple[int, int]]:
        """The spans of a text that are an exception of several words."""
        phrase = self._patterns[1] if self.entries else None
        return [match.span() for match in phrase.finditer(text)] if phrase else []

    @property
    def union(self) -> str:
        """All exceptions as one pattern; empty without any."""
        within = self._patterns[0] if self.entries else None
        return within.pattern if within else ""

    def faults(self) -> Iterator[tuple[Lined, str]]:
        """(entry, why) for each that Python can't take."""
        for entry in self.entries:
            try:
                prepare(_bounded(ungrouped(entry)))
            except NotPython as error:
                yield entry, str(error)


def _bounded(entry: str) -> str:
    return rf"\b(?:{entry})\b"


@lru_cache(maxsize=256)
def _exceptions(entries: tuple[Lined, ...]) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    usable: list[str] = []
    several: list[str] = []
    for entry in entries:
        source = str(entry)
        if not _PLAIN.fullmatch(entry):
            try:
                source = prepare(f"(?:{ungrouped(entry)})").source
                re.compile(source)
            except (NotPython, re.error):
                continue
        usable.append(source)
        if " " in entry or "\t" in entry or r"\s" in entry:
            several.append(source)
    # Each was held to its own steps; the words around them make no further ways to read a text.
    within = re.compile(rf"\b(?:{'|'.join(usable)})\b", re.MULTILINE) if usable else None
    phrase = re.compile(rf"\b(?:{'|'.join(several)})\b", re.IGNORECASE) if several else None
    return within, phrase


def is_within(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span lies in one of these, which are sorted and apart."""
    index = bisect_right(spans, (start, _FAR)) - 1
    return index >= 0 and spans[index][0] <= start and end <= spans[index][1]
