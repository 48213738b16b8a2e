"""Finds the names of those who are said to buy from us or to vouch for us: "trusted by Acme", "like Acme".

There is no list of names: a name is a run of words with capitals in a place where a customer stands. Whose
name it may be is then asked of the guide and the brief.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from copykit.checks.lines import Line
from copykit.checks.quantities import tokens_of
from copykit.checks.remember import remembered
from copykit.checks.statements import Statement
from copykit.checks.superlatives import OURS
from copykit.checks.telling import Tale
from copykit.guide import Guide

__all__ = ["ENDORSING", "endorsements", "may_endorse"]

# Each part is bounded, so that no run of capitals costs more than its length.
_CAPITAL = r"(?<!\w)(?-i:[A-Z])[\w'’.-]{0,30}\w"
_NAME = rf"{_CAPITAL}(?: (?:& |and |of (?:the )?|de |van |von )?{_CAPITAL}){{0,4}}"
_BUYERS = (
    "customer customers client clients user users member members partner partners brand brands companies"
    " firms"
    " businesses team teams shop shops store stores school schools hotel hotels restaurant restaurants clinic"
    " clinics agencies organisations organizations retailers makers"
)
_A_BUYER = rf"(?:{'|'.join(_BUYERS.split())})"
_DOES_WORDS = (
    "switched moved signed changed use uses used chose chooses picked picks trust trusts relies relied"
    " works ships"
    " sends books buys bought runs swears saved saves cut cuts doubled doubles halved halves grew loves"
    " recommends"
    " partnered partners prefers endorses"
)
_DOES = rf"(?:{'|'.join(_DOES_WORDS.split())})"
_DO = (
    r"(?:rely|trust|use|choose|chose|work|send|ship|buy|book|run|love|save|saved|switched|moved|prefer|recommend"
    r"|swear|grow|shop|bank|train)"
)


@dataclass(frozen=True)
class _Frame:
    """One place where a customer's name stands.

    Attributes:
        words: one of these has to stand in the sentence, and one of `needs`.
        alone: whether it speaks of us by itself.
    """

    words: str
    needs: frozenset[str]
    source: str
    alone: bool

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when its words are first met."""
        return re.compile(self.source, re.IGNORECASE)


def _frame(words: str, needs: str, pattern: str, *, alone: bool = False) -> _Frame:
    return _Frame(words, frozenset(needs.split()), pattern, alone)


_BY = _frame(
    "trusted used loved chosen recommended",
    "by",
    rf"\b(?<!be )(?<!been )(?:trusted|used|loved|chosen|recommended) by (?:the )?(?P<name>{_NAME})",
    alone=True,
)
_CUSTOMERS = _frame(
    _BUYERS,
    "include are range such like including one our other a",
    rf"\bour {_A_BUYER} (?:include|are|range from|such as|like|including) (?:the )?(?P<name>{_NAME})"
    rf"|\b{_A_BUYER} (?:such as|like|including) (?:the )?(?P<like>{_NAME})(?:,? [\w&]+){{0,6}}? {_DO}\b"
    rf"|(?P<buyer>{_NAME}), (?:one of our|our|a) (?:\w+ )?(?:customers?|clients?)\b"
    rf"|(?P<other>{_NAME}) and (?:\w+ )?other (?:\w+ )?{_A_BUYER} (?:who|that|use|send|trust|rely)\b",
)
_FRAMES: tuple[_Frame, ...] = (
    _BY,
    _frame(
        "join",
        "and",
        rf"\bjoin (?P<name>{_NAME})(?:, {_NAME}){{0,4}},? and"
        r" (?:\w+ )?(?:other|others|hundreds|thousands)\b",
        alone=True,
    ),
    _CUSTOMERS,
    _frame(
        "see read learn hear find ask watch discover",
        "why how",
        r"\b(?:see|read|learn|hear|find out|ask|watch|discover) (?:why|how) (?:the )?"
        rf"(?P<name>{_NAME}) {_DOES}\b",
        alone=True,
    ),
    _frame(
        _DOES_WORDS,
        "us our",
        rf"(?P<name>{_NAME}) (?:(?:has|have|had|recently|already|now|also|just|always) ){{0,2}}{_DOES}"
        r"(?: [\w%-]+){0,5}? (?:us|our \w+)\b",
    ),
    _frame(
        "says said calls told swears",
        "of at from",
        rf"(?P<name>{_NAME}),? (?:the )?[a-z ]{{2,30}} (?:of|at|from) {_NAME},?"
        r" (?:says|said|calls|told|swears)\b",
    ),
)


def _by_word() -> dict[str, tuple[_Frame, ...]]:
    found: dict[str, tuple[_Frame, ...]] = {}
    for frame in _FRAMES:
        for word in frame.words.split():
            found[word] = (*found.get(word, ()), frame)
    return found


_BY_WORD = _by_word()
ENDORSING = frozenset(_BY_WORD)
# What somebody with a name does; "saves us" may be said of coffee.
_STEADY = re.compile(
    r", (?:one of )?our |, a | (?:switched|moved|signed|chose|relies|ships|sends|partnered|partners) "
)
_GENERIC = frozenset(_BUYERS.split()) | frozenset(
    "farmers people parents bakers florists families teachers".split()
)
# Words that begin a sentence with a capital and are no name.
_SMALL = frozenset(
    "a all an and any anyone as at both but each everybody everyone every few for he here how i if in it"
    " its many"
    " most my no nobody none now of on once one or other others our she since so some somebody someone"
    " that the"
    " their there these they this those to we what when where who why with you your yes not only then thanks"
    " more nothing everything something read see join ask meet like because while after before today tomorrow"
    " yesterday please".split()
)


@remembered
def _known(guide: Guide) -> frozenset[str]:
    """Names that are no customer's, or a customer's that the permissions of stories are held against."""
    stories = [name for story in guide.stories for name in (story.customer, story.person) if name]
    ours = [guide.brand.name, guide.brand.legal_name or "", *(product.name for product in guide.products)]
    return frozenset(" ".join(one.text for one in tokens_of(name)) for name in (*stories, *ours) if name)


def names_somebody(words: Set[str]) -> bool:
    """Whether the words of a text in lower case may name a customer at all."""
    return bool(_frames(words))


def may_endorse(text: str, start: int, end: int, seen: Set[str], *, named: bool, ours: bool) -> bool:
    """Whether a sentence is worth reading for names of customers, by its words in lower case.

    Args:
        text: the whole text.
        start: where the sentence begins.
        end: one past where it ends.
        seen: its words.
        named: whether it may name the brand or a product.
        ours: whether it may speak of us all the same.
    """
    frames = _frames(seen)
    if not frames:
        return False
    about_us = named or not seen.isdisjoint(OURS)
    return any(
        (about_us or (ours and frame.alone))
        and (frame is not _CUSTOMERS or _may_be_customers(seen))
        and frame.pattern.search(text, start, end)
        for frame in frames
    )


def _may_be_customers(seen: Set[str]) -> bool:
    """Whether the words of one of the ways in `_CUSTOMERS` are there."""
    return not seen.isdisjoint(("our", "such", "like", "including", "other")) or not seen.isdisjoint(
        ("customer", "customers", "client", "clients")
    )


def _frames(seen: Set[str]) -> list[_Frame]:
    words = seen & ENDORSING
    if not words:
        return []
    frames = {id(frame): frame for word in words for frame in _BY_WORD[word]}
    return [frame for frame in frames.values() if not frame.needs.isdisjoint(seen)]


def endorsements(line: Line, tale: Tale, seen: Set[str], *, ours: bool) -> list[Statement]:
    """Those who are named as customers or friends of ours, and whom neither guide nor brief knows.

    Args:
        line: a sentence, read.
        tale: what is found in the document.
        seen: the words of the sentence in lower case.
        ours: whether a sentence that names nobody of us is about us all the same.
    """
    if seen.isdisjoint(ENDORSING):
        return []
    about_us = not OURS.isdisjoint(seen) or bool(tale.evidence.names.among(line.words))
    found: list[Statement] = []
    named = sorted(_named(tale.document.text, line, seen, about_us, ours), key=lambda one: (one[0], -one[1]))
    for low, high, name in named:
        said = " ".join(one.text for one in tokens_of(name))
        if any(one.start < high and low < one.end for one in found) or _is_known(said, name, tale):
            continue
        found.append(Statement("endorsement", "vouched for", low, high, None, True))
    return found


def _named(
    text: str, line: Line, seen: Set[str], about_us: bool, ours: bool
) -> Iterator[tuple[int, int, str]]:
    start, end = line.tokens[0].start, line.tokens[-1].end
    titled: bool | None = None
    for frame in _frames(seen):
        if not (about_us or (frame.alone and ours)):
            continue
        for match in frame.pattern.finditer(text, start, end):
            group = next(one for one in frame.pattern.groupindex if match[one])
            low, high = match.span(group)
            words = text[low:high].split(" ")
            while words and words[0].lower().rstrip(",") in _SMALL:
                low += len(words.pop(0)) + 1
            # One word that begins a sentence may be any word: "Coffee saves us", "Shops trust us".
            if not words or (low == start and len(words) == 1 and not _STEADY.search(match.group())):
                continue
            if len(words) == 1 and words[0].lower() in _GENERIC:
                continue
            if titled is None:
                titled = _is_titled(text[start:end].split())
            if titled and frame is not _BY:
                continue
            yield match.start(), match.end(), " ".join(words)


def _is_titled(words: Sequence[str]) -> bool:
    """Whether a line has capitals on all of its longer words, so that they tell nothing."""
    long = [word for word in words if len(word) > 3]
    return len(long) > 2 and all(not word[0].islower() for word in long)


def _is_known(said: str, name: str, tale: Tale) -> bool:
    context = tale.context
    if any(said == one or one in said for one in _known(context.guide)):
        return True
    brief = context.brief
    if name in (brief.recipient.company, brief.recipient.name, brief.sender.company, brief.sender.name):
        return True
    if any(name in text for text in (brief.source, brief.observation, brief.notes, *brief.facts)):
        return True
    return not context.of_guide and f" {said} " in tale.evidence.trusted
