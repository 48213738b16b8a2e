"""Compounds with a hyphen, a space or nothing between their parts, as a brand writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from copykit.checks.remember import remembered
from copykit.checks.style.page import Page, Rule
from copykit.findings import Finding, Severity
from copykit.guide import Guide
from copykit.text.easy import easy_words
from copykit.text.wordset import word_set

__all__ = ["COMPOUNDS"]

_PARTICLES = frozenset("up down in out off on over back through around away by to".split())
_BEFORE_NOUN = frozenset(
    "a an the this that your our my his her its their each every new first no any".split()
)
# A closed word that begins with one of these has no sign behind it, and in the first row no space either.
_PREFIXES = (
    *"non multi semi anti inter intra micro mini mega hyper ultra cyber eco pre sub counter".split(),
    *"co re over under un up on in out off post auto super bio geo tele trans extra".split(),
)
_APART = frozenset(_PREFIXES[:15])
# "A part-time job" has its hyphen, and "she works part time" none in most guides.
_BEHIND = word_set(
    "time term quality class scale range level house line date size site speed depth end hand person demand"
)
_NO_NOUNS = word_set(
    "a an the and or but nor so yet if then than as at by for from in into of off on onto out over per to up"
    " down with within without about after before during since until till through under between is are was"
    " were be been being has have had do does did can could will would should may might must not never also"
    " too very just only we you he she it they i this that these those there here when where who which what"
    " why how because while although today tomorrow yesterday now again instead already still each every all"
    " both my your our his her its their"
)


class _Compound(NamedTuple):
    """How a compound is written, and when its open form is right all the same.

    Attributes:
        open: "verb": as a verb ("sign up"); "behind": where no noun follows ("works part time"); "": never.
    """

    right: str
    open: str


class _Compounds(NamedTuple):
    pattern: re.Pattern[str] | None
    wrong: Mapping[str, _Compound]
    words: frozenset[str]


@remembered
def _compounds(guide: Guide) -> _Compounds:
    wrong: dict[str, _Compound] = {}
    for given in guide.brand.style.hyphenation:
        parts = re.split(r"[- ]", given)
        opened = ""
        if len(parts) > 1 and (parts[-1].lower() in _PARTICLES or parts[0].lower() in _PARTICLES):
            opened = "verb"
        elif len(parts) > 1 and "-" in given and parts[-1].lower() in _BEHIND:
            opened = "behind"
        for right in [given, *_plurals(given)]:
            pieces = re.split(r"[- ]", right)
            for joint in ("-", " ", ""):
                made = joint.join(pieces).lower()
                if made != right.lower():
                    wrong.setdefault(made, _Compound(right, opened if joint == " " else ""))
        if len(parts) == 1:
            for made, open_ in _open_forms(given.lower()):
                for ending in ("", "s"):
                    wrong.setdefault(made + ending, _Compound(given + ending, open_))
    if not wrong:
        return _Compounds(None, {}, frozenset())
    joined = "|".join(re.escape(word) for word in sorted(wrong, key=len, reverse=True))
    first = frozenset(re.split(r"\W", word)[0] for word in wrong)
    return _Compounds(re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])"), wrong, first)


def _open_forms(word: str) -> Iterator[tuple[str, str]]:
    """The ways to write a closed word apart, each with when it is right: its parts can only be guessed."""
    if re.match(r"e[a-z]{4}", word):
        yield f"e-{word[1:]}", ""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) > 2:
            yield f"{prefix}-{word[len(prefix) :]}", ""
            if prefix in _APART:
                yield f"{prefix} {word[len(prefix) :]}", ""
    for at in range(2, len(word) - 1):
        left, right = word[:at], word[at:]
        if not (_is_word(left) and _is_word(right)):
            continue
        yield f"{left}-{right}", ""
        # "On line" and "in to" are words of their own.
        if left not in _PARTICLES:
            yield f"{left} {right}", "verb" if right in _PARTICLES else ""


def _plurals(word: str) -> Sequence[str]:
    return [f"{word}s"] if word[-1:].isalpha() and not word.endswith("s") else []


_PARTS = word_set("web net log home site worker blog app desk data case base ware channel sheet flow")


def _is_word(part: str) -> bool:
    return len(part) > 1 and (part in easy_words() or part in _PARTS)


def check_hyphenation(page: Page) -> Iterator[Finding]:
    """`style.hyphenation`: a compound with a hyphen, a space or nothing in it where the brand has another."""
    book = _compounds(page.context.guide)
    if book.pattern is None or page.document.vocabulary.isdisjoint(book.words):
        return
    for match in page.document.matches_at(book.words, book.pattern):
        start, end = match.span()
        right, opened = book.wrong[match.group()]
        if opened == "verb" and not _is_noun(page.folded, start, end):
            continue
        if opened == "behind" and not _goes_before_noun(page.folded, end):
            continue
        if not page.is_ours(start, end):
            continue
        made = right
        said = page.text[start:end]
        if said.isupper() and len(said) > 3:
            continue
        if said[0].isupper() and right[0].islower():
            made = right[0].upper() + right[1:]
        yield page.told(
            "hyphenation", start, end, f"We write it “{right}”.", fix=made, safe=not opened,
            severity=Severity.WARNING if not opened else Severity.SUGGESTION,
        )  # fmt: skip


_WORD_BEFORE = re.compile(r"([a-z']+)[ ]\Z")
_WORD_AFTER = re.compile(r" ([a-z][a-z'-]+)")
_NOUN_AFTER = re.compile(
    r" (?:page|pages|form|forms|sheet|sheets|button|buttons|link|links|list|lists|menu|menus|screen|date|time"
    r"|process|plan"
    r"|plans|fee|fees|call|calls|email|emails|guide|team|day|service|box|bar|flow|offer|code|rate|rates|is"
    r"|was|for|that|which|and|or|today|now|tomorrow|payment|payments|cost|costs|price|prices|bonus|gift|window"
    r"|windows|message|messages|shop|store|event|events|sale|sales|item|items|product|products|meeting"
    r"|meetings)\b"
)
# "The sign in French", "the log on the fire": what looks like a verb's particle begins another phrase.
_PREPOSITION = frozenset("in on to by".split())


def _is_noun(folded: str, start: int, end: int) -> bool:
    """Whether two words such as “sign up” are a noun, as an article before and what follows tell."""
    before = _WORD_BEFORE.search(folded, max(0, start - 12), start)
    if before is None or before.group(1) not in _BEFORE_NOUN:
        return False
    if _NOUN_AFTER.match(folded, end) or folded[end : end + 1] in (".", ",", ";", ":", "?", "!", ""):
        return True
    if folded[start:end].rpartition(" ")[2] in _PREPOSITION:
        return False
    after = _WORD_AFTER.match(folded, end)
    return after is not None and after.group(1) not in _NO_NOUNS and not after.group(1).endswith("ly")


def _goes_before_noun(folded: str, end: int) -> bool:
    after = _WORD_AFTER.match(folded, end)
    return after is not None and after.group(1) not in _NO_NOUNS and not after.group(1).endswith("ly")


COMPOUNDS: dict[str, Rule] = {"hyphenation": check_hyphenation}
