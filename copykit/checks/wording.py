"""Finds roundabout wording: long phrases for short ones, nouns for verbs, stacked nouns, unknown acronyms."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from copykit.checks.capitals import capitals
from copykit.checks.context import Check, Context
from copykit.checks.finding import found
from copykit.checks.lexicon import spots, tell
from copykit.checks.noun_words import COMMON_ACRONYMS, NOUN_ENDINGS, NOUNS
from copykit.checks.remember import remembered
from copykit.checks.rhythm import RHYTHM
from copykit.findings import Area, Finding, Reference, Severity
from copykit.guide import Guide
from copykit.guide.types import Wording
from copykit.text import BlockKind, Document
from copykit.text.by_word import by_word
from copykit.text.easy import is_easy

__all__ = ["WORDING"]

_ACRONYM = re.compile(r"(?<![\w.&/$#@-])[A-Z]{2,6}(?:s\b|\b)(?![.&/-]?\w)")
_SHOUTED = re.compile(r"[A-Z]{2,}\W{1,3}[A-Z]{2,}")
# Acronyms whose names are looked for in the whole text; what has more is a list of codes (our own choice).
MOST_LOOKED_FOR = 500
_STATE = re.compile(r", \Z")
_SPEAKER = re.compile(r"[A-Z]{2,3}(?:(?:, | and )[A-Z]{2,3})*:")
_TELLS = re.compile(
    r"s?\s{0,2}(?:\(|, (?:or|short for|which stands for|the)\b|[—–-]\s|stands for|means|is short for)"
)


def check_wordy(document: Document, context: Context) -> Iterator[Finding]:
    """`readability.wordy`: a roundabout phrase, or a heavy word unless the guide's voice is formal."""
    brand = context.guide.brand
    lists = ("wordy",) if brand.manner.formality == "formal" else ("wordy", "formal")
    for spot in spots(document, context.guide, *lists, "hidden"):
        entry = spot.entry
        if entry.list == "hidden":
            continue
        said = " ".join(document.text[spot.start : spot.end].split())
        advised = entry.advised
        if not advised:
            advice = f"“{said}” says nothing: leave it out."
        elif advised.startswith("("):
            advice = f"“{said}” says little: {advised[1:-1]}."
        else:
            advice = f"Write {advised} for “{said}”."
        yield from tell(
            document, spot, check="readability.wordy", severity=Severity.SUGGESTION, area=Area.READABILITY,
            advice=advice, reference=_allowed(brand.wording),
        )  # fmt: skip


def check_hidden_verbs(document: Document, context: Context) -> Iterator[Finding]:
    """`readability.nominalisation`: a weak verb with the noun of a strong one, "make a decision"."""
    for spot in spots(document, context.guide, "hidden"):
        said = " ".join(document.text[spot.start : spot.end].split())
        advised = spot.entry.advised
        do = f"write {advised}" if not advised.startswith("(") else advised[1:-1]
        yield from tell(
            document, spot, check="readability.nominalisation", severity=Severity.SUGGESTION,
            area=Area.READABILITY, advice=f"“{said}” hides its verb in a noun: {do}.",
            reference=_allowed(context.guide.brand.wording),
        )  # fmt: skip


# ── stacked nouns ───────────────────────────────────────────────────────────────────────────────────


@by_word
def _is_noun(word: str) -> bool:
    """Whether a word is a noun in the singular that is hardly ever anything else."""
    return word in NOUNS or (len(word) > 6 and word.endswith(NOUN_ENDINGS))


@by_word
def _ends_stack(word: str) -> bool:
    return _is_noun(word) or (word.endswith("s") and (_is_noun(word[:-1]) or _is_noun(word[:-2])))


def check_stacked_nouns(document: Document, context: Context) -> Iterator[Finding]:
    """`readability.noun-stack`: so many nouns in a row that the reader must guess which belongs to which."""
    wording = context.guide.brand.wording
    own = _known(context.guide)
    text = document.text
    for first, last in _stacks(document, wording.stacked_nouns):
        span = (document.word_starts[first], document.word_ends[last])
        if (
            document.is_shielded(*span)
            or document.is_quoted(*span)
            or any(phrase in text[slice(*span)] for phrase in own)
        ):
            continue
        one, other = (text[document.word_starts[at] : document.word_ends[at]] for at in (last, first))
        yield found(
            document, *span, check="readability.noun-stack", severity=Severity.SUGGESTION,
            area=Area.READABILITY,
            advice=f"{last - first + 1} nouns in a row: say how “{one}” and “{other}” hang together, with"
            " “of”, “for” or a verb.",
            reference=_reference(wording, "stacked_nouns"),
        )  # fmt: skip


def _stacks(document: Document, least: int) -> Iterator[tuple[int, int]]:
    """The first and the last word of each row of nouns, by their indexes; any mark or capital ends a row."""
    text, starts, ends = document.text, document.word_starts, document.word_ends
    known = {word for word in document.word_counts if len(word) > 6 and word.endswith(NOUN_ENDINGS)}
    known |= NOUNS & document.word_counts.keys()
    nouns = bytearray(map(known.__contains__, document.said))
    # What is shielded counts by what stands there.
    for at in (bisect_left(starts, start) for start, _ in document.shielded):
        if at < len(starts) and _is_noun(text[starts[at] : ends[at]]):
            nouns[at] = True
    nouns.append(False)
    last = len(starts) - 1
    row = b"\1" * (least - 1)  # one more word may close it
    first = nouns.find(row)
    while first >= 0:
        at = first
        # One space alone stands between a word and the next.
        while nouns[at + 1] and (end := ends[at]) + 1 == starts[at + 1] and text[end] == " ":
            at += 1
        if at - first + 2 >= least and at < last and (end := ends[at]) + 1 == starts[at + 1]:
            at += text[end] == " " and _ends_stack(text[starts[at + 1] : ends[at + 1]])
        if at - first + 1 >= least:
            yield first, at
        first = nouns.find(row, at + 1)


def _reference(wording: Wording, key: str) -> Reference:
    name = key.replace("_", " ")
    return wording.reference(f"wording: {name}", key=key, quote=f"{key}: {getattr(wording, key)}")


def _allowed(wording: Wording) -> Reference:
    said = f"allow: {', '.join(wording.allow)}" if wording.allow else ""
    return wording.reference("wording: allow", key="allow", quote=said)


@remembered
def _known(guide: Guide) -> tuple[str, ...]:
    """The guide's names and search phrases of two words and more, in lower case."""
    said = [guide.brand.name, guide.brand.category]
    said += [name for product in guide.products for name in (product.name, product.noun)]
    said += [feature.name for product in guide.products for feature in product.features]
    for cluster in guide.clusters:
        said += [cluster.main, *cluster.variants, *cluster.synonyms, *cluster.related]
    said += [term.use for term in guide.terms if term.use]
    return tuple({one.lower() for one in said if " " in one})


# ── acronyms ────────────────────────────────────────────────────────────────────────────────────────


@remembered
def _told_acronyms(guide: Guide) -> frozenset[str]:
    """All words in capitals that the guide itself uses in names, terms, search phrases and legal lines."""
    brand = guide.brand
    said = [brand.name, brand.legal_name or "", brand.region, brand.currency, *brand.wording.acronyms]
    said += [line.text for line in brand.legal]
    said += [name for product in guide.products for name in (product.name, product.noun)]
    said += [feature.name for product in guide.products for feature in product.features]
    for term in guide.terms:
        said += [*([term.use] if term.use else []), *term.avoid, *term.unless]
        said += [old.name for old in term.was]
    for cluster in guide.clusters:
        said += [cluster.main, *cluster.variants, *cluster.synonyms, *cluster.related]
    for audience in guide.audiences:
        said += [*audience.use, *audience.fit.titles, *audience.fit.industries]
    return frozenset(word.upper() for text in said for word in re.findall(r"[A-Z]{2,6}\b", text)) | frozenset(
        word.upper() for word in brand.wording.acronyms
    )


def check_acronyms(document: Document, context: Context) -> Iterator[Finding]:
    """`readability.acronym`: an acronym that is not spelled out where it first stands."""
    text = document.text
    known = _told_acronyms(context.guide)
    seen: dict[str, int] = {}
    asked = " ".join((*context.brief.keywords, context.brief.topic, *context.brief.facts)).upper()
    for start in capitals(document):
        match = _ACRONYM.match(text, start)
        if match is None:
            continue
        acronym = match.group().removesuffix("s")
        if acronym in seen:
            continue
        seen[acronym] = match.start()
        if acronym in COMMON_ACRONYMS or acronym in known:
            continue
        if acronym in asked and re.search(rf"\b{acronym}\b", asked):
            continue
        if is_easy(acronym.lower()) or acronym.lower() in NOUNS or document.is_shielded(*match.span()):
            continue
        block = document.block_at(match.start())
        if block.kind in (BlockKind.ALT, BlockKind.TITLE, BlockKind.DESCRIPTION):
            del seen[acronym]
            continue
        if document.is_quoted(*match.span()) or _is_speaker(text, match, block.start):
            continue
        if _is_shouted(text, match, block.start, block.end) or _is_told(text, acronym, match.start()):
            continue
        if _is_ship(text, match):
            continue
        if len(acronym) > 2 and len(seen) <= MOST_LOOKED_FOR and _stands_in_full(document, acronym):
            continue
        yield found(
            document, *match.span(), check="readability.acronym", severity=Severity.SUGGESTION,
            area=Area.READABILITY,
            advice=f"Who does not know “{acronym}” stops here: spell it out at first, with “({acronym})”"
            " behind it, or list it in the guide, `acronyms` under `wording`.",
            reference=_reference(context.guide.brand.wording, "acronyms"),
        )  # fmt: skip


def _is_speaker(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the capitals are somebody's initials before what they say: "MK: How did you …"."""
    return match.start() == start and len(match.group()) < 4 and bool(_SPEAKER.match(text, start))


def _is_shouted(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether the capitals are emphasis or a state in an address."""
    around = text[max(start, match.start() - 12) : min(end, match.end() + 12)]
    if _SHOUTED.search(around):
        return True
    return len(match.group()) == 2 and bool(_STATE.search(text, max(start, match.start() - 2), match.start()))


def _is_ship(text: str, match: re.Match[str]) -> bool:
    return match.group() in ("USS", "HMS", "RMS") and text[match.end() + 1 : match.end() + 2].isupper()


@remembered
def _openings(_document: Document) -> dict[str, list[int]]:
    """Where the name behind an acronym may begin, by its first letter; filled as letters are asked for."""
    return {}


def _stands_in_full(document: Document, acronym: str) -> bool:
    """Whether the words behind an acronym stand anywhere in the text, as a name."""
    match, text, letter = _in_full(acronym).match, document.text, acronym[0]
    known = _openings(document)
    if letter not in known:
        known[letter] = [
            start
            for word, starts in document.occurrences.items()
            if word[0] == letter.lower()
            for start in starts
            if text[start] == letter or word in _SMALL
        ]
    return any(match(text, start) for start in known[letter])


@lru_cache(maxsize=512)
def _in_full(acronym: str) -> re.Pattern[str]:
    """The words behind an acronym as a name: "Blanket Purchase Agreement" for BPA."""
    between = r"(?:[ -](?:and|of|the|for|in|on|to|&)){0,2}[ -]"
    words = []
    for letter in acronym:
        # "Freedom of Information Act" gives FOIA its o.
        small = [word for word in _SMALL if word[0] == letter.lower()]
        words.append(f"(?:{'|'.join([f'{letter}[a-z]+', *sorted(small)])})")
    return re.compile(rf"\b{between.join(words)}\b")


def _is_told(text: str, acronym: str, at: int) -> bool:
    """Whether the words for it stand beside its first use: before it in brackets, or behind it."""
    before = text[max(0, at - 160) : at]
    if before.rstrip().endswith(("(", "“", '"', "’s", "or")) and _spells(before, acronym):
        return True
    after = text[at + len(acronym) : at + len(acronym) + 120]
    if _TELLS.match(after):
        return _spells(after, acronym)
    return _spells(before[-90:], acronym)


def _spells(text: str, acronym: str) -> bool:
    """Whether words in a row begin with the acronym's letters, small words between them left out."""
    words = re.findall(r"[A-Za-z][\w’']*", text)
    initials = "".join(word[0] for word in words).upper()
    if acronym in initials:
        return True
    content = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    if acronym in content:
        return True
    # "Extensible Markup Language": letters from inside the words.
    named = [word.lower() for word in words if word[0].isupper()]
    first = next((at for at, word in enumerate(named) if word[0] == acronym[0].lower()), None)
    if first is None or len(acronym) < 3 or len(named) - first < 2:
        return False
    return _in_order(acronym.lower(), "".join(named[first:]))


_SMALL = frozenset("a an and as at by de for from in of on or the to with".split())


def _in_order(letters: str, text: str) -> bool:
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True


WORDING: tuple[Check, ...] = (
    check_wordy, check_hidden_verbs, check_stacked_nouns, check_acronyms, *RHYTHM,
)  # fmt: skip
