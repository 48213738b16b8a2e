"""Finds phrases that no voice should have: worn, machine-sounding, hedging, boasting, or too casual ones."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from copykit.checks.context import Check, Context
from copykit.checks.finding import found
from copykit.checks.lexicon import severity_of, spots, tell
from copykit.checks.situations import SITUATIONS
from copykit.checks.swap import check_swap
from copykit.checks.voice_profile import PROFILE
from copykit.checks.voice_words import PRAISE
from copykit.findings import Finding, Severity
from copykit.text import Document
from copykit.text.shield import merge
from copykit.text.wordset import word_set

__all__ = ["VOICE"]

_CHECKS = {"cliche": "voice.cliche", "machine": "voice.machine"}
LEAST_HEDGES = 3  # a share of so few words needs some to be a share (our own choice)
_STOPPED = r"[^.?!\n]"
# Figures of speech that writing machines fall back on, each with the words without which it can't be there,
# and those that it begins with.
_FIGURES: tuple[tuple[tuple[str, ...], frozenset[str], re.Pattern[str], str], ...] = (
    (
        ("just", "but"),
        word_set("not never"),
        re.compile(rf"\b(?:not|never) (?:just|merely|simply) {_STOPPED}{{2,70}}?[,;]? but (?:also )?"),
        "“Not just X but Y” is a figure that machines love: say Y.",
    ),
    (
        ("just",),
        word_set("is are was isn aren wasn it that we"),
        re.compile(
            r"\b(?:(?:is|are|was)(?: not|n't)|(?:it|that)'s not|we're not) (?:just|merely|simply) "
            rf"{_STOPPED}{{2,60}}"
            r"(?:[,;.–—]| -) ?(?:it's|it is|they're|they are|we're|we are|this is|that's) "
        ),
        "“It isn't just X, it's Y” is a figure that machines love: say Y.",
    ),
    (
        ("whether", "or"),
        word_set("whether"),
        re.compile(rf"\bwhether you(?:'re| are) {_STOPPED}{{2,70}}? or (?=\w)"),
        "“Whether you're X or Y” speaks to everybody, so to nobody: name one reader.",
    ),
    (
        ("today",),
        word_set("in"),
        re.compile(
            r"\bin today's (?:[\w-]+,? ){0,3}(?:world|landscape|market|marketplace|economy|age|era"
            r"|environment|climate|society|workplace|business|industry)\b"
        ),
        "“In today's …” is how nobody begins who has something to say: begin with it.",
    ),
    (
        ("from", "got"),
        word_set("from"),
        re.compile(
            rf"\bfrom {_STOPPED}{{2,40}}? to {_STOPPED}{{2,40}}?, (?:we've|we have) got (?:you|it)\b"
        ),
        "“From X to Y, we've got you” lists what everybody lists: name the one thing that matters.",
    ),
    (
        ("worry", "forget", "fret"),
        word_set("worry fret forget"),
        re.compile(r"\b(?:worry|fret) not\b|\bforget (?:everything|all) (?:that )?you (?:know|knew)\b"),
        "Nobody talks like this: leave it out.",
    ),
)  # fmt: skip
_PILE = re.compile(r", ([\w-]+),? (?:and|&) ([\w-]+)\b")
_PRAISING = frozenset(word.partition("-")[0] for word in PRAISE)
_LAST_WORD = re.compile(r"[\w-]+\Z")
_RHETORIC = re.compile(
    r"(?:the|and the|but the) (?:best (?:part|thing|bit)|result|good news|secret|answer|truth|bottom line"
    r"|kicker|catch|reality|takeaway|outcome)\?"
)


def check_phrases(document: Document, context: Context) -> Iterator[Finding]:
    """`voice.cliche` and `voice.machine`: worn phrases, and those that writing machines fall back on."""
    manner = context.guide.brand.manner
    severity = severity_of(manner.cliches)
    if severity is None:
        return
    reference = manner.reference("manner: clichés", key="cliches", quote=f"cliches: {manner.cliches}")
    figures = [one for one in _figures(document) if not document.is_quoted(one[0], one[1])]
    for start, end, advice in figures:
        yield found(
            document, start, end, check="voice.machine", severity=severity, advice=advice, reference=reference
        )
    taken = merge((start, end) for start, end, _ in figures)
    begins = [start for start, _ in taken]
    for spot in spots(document, context.guide, "cliche", "machine"):
        entry = spot.entry
        at = bisect_left(begins, spot.end) - 1
        if at >= 0 and taken[at][1] > spot.start:
            continue
        said = document.text[spot.start : spot.end]
        yield from tell(
            document, spot, check=_CHECKS[entry.list], severity=severity, reference=reference,
            advice=f"“{said}”: {entry.reason[:1].lower()}{entry.reason[1:]} {_imperative(entry.instead[0])}",
            spoken=context.channel == "call",
        )  # fmt: skip


def _imperative(instead: str) -> str:
    return f"{instead[:1].upper()}{instead[1:]}."


def _piles(document: Document) -> Iterator[re.Match[str]]:
    """What `_PILE` finds, looked for only around each word of praise."""
    places = chain.from_iterable(document.occurrences[word] for word in document.vocabulary & _PRAISING)
    for place in sorted(places):
        if place > 1 and (match := _PILE.match(document.folded, place - 2)):
            yield match


def _figures(document: Document) -> Iterator[tuple[int, int, str]]:
    """Figures of speech with what to do about each."""
    vocabulary, folded = document.vocabulary, document.folded
    for triggers, begins, pattern, advice in _FIGURES:
        needed = vocabulary.issuperset(triggers) if len(triggers) < 3 else not vocabulary.isdisjoint(triggers)
        if needed:
            for match in document.matches_at(begins, pattern):
                if not document.is_shielded(*match.span()):
                    yield match.start(), match.start() + len(match.group().rstrip()), advice
    if "?" in folded:
        for start, end, _ in document.sentences:
            asked = _RHETORIC.match(folded, start, end) if folded[end - 1] == "?" else None
            if asked:
                yield *asked.span(), "A question that you answer yourself is a drum roll: give the answer."
    for match in _piles(document):
        if match.group(1) not in PRAISE or match.group(2) not in PRAISE:
            continue
        first = _LAST_WORD.search(folded, max(0, match.start() - 24), match.start())
        if first and first.group() in PRAISE:
            yield first.start(), match.end(), "Three words of praise prove less than one fact: give the fact."


def check_intensifiers(document: Document, context: Context) -> Iterator[Finding]:
    """`voice.intensifier`: "very", "truly" and their kind."""
    manner = context.guide.brand.manner
    severity = severity_of(manner.intensifiers)
    if severity is None:
        return
    reference = manner.reference(
        "manner: intensifiers", key="intensifiers", quote=f"intensifiers: {manner.intensifiers}"
    )
    for spot in spots(document, context.guide, "intensifier"):
        said = document.text[spot.start : spot.end]
        do = _imperative(spot.entry.instead[0] or "leave it out, or give the fact")
        yield from tell(
            document, spot, check="voice.intensifier", severity=severity, reference=reference,
            advice=f"“{said}” weakens the words beside it, since it asks to be believed. {do}",
        )  # fmt: skip


def check_hedges(document: Document, context: Context) -> Iterator[Finding]:
    """`voice.hedge`: two hedges on one statement; `voice.hedges`: more of them than the guide allows."""
    manner = context.guide.brand.manner
    for spot in spots(document, context.guide, "hedging"):
        said = document.text[spot.start : spot.end]
        yield from tell(
            document, spot, check="voice.hedge", severity=Severity.SUGGESTION,
            advice=f"“{said}” doubts twice: one doubt is enough. Write {spot.entry.advised}.",
            reference=manner.reference("manner: hedges", key="hedges", quote=f"hedges: {manner.hedges:g}"),
        )  # fmt: skip
    hedges = [
        spot
        for spot in spots(document, context.guide, "hedge")
        if not document.is_quoted(spot.start, spot.end)
    ]
    words = len(document.said)
    if len(hedges) < LEAST_HEDGES or 100 * len(hedges) / words <= manner.hedges:
        return
    said = ", ".join(dict.fromkeys(f"“{document.text[one.start : one.end].lower()}”" for one in hedges[:5]))
    yield found(
        document, hedges[0].start, hedges[0].end, check="voice.hedges", severity=Severity.SUGGESTION,
        advice=f"{len(hedges)} hedges in {words} words ({said}), and the guide allows {manner.hedges:g} in a"
        " hundred: say what you know, and leave out what you don't.",
        related=[(one.start, one.end) for one in hedges[1:]],
        reference=manner.reference("manner: hedges", key="hedges", quote=f"hedges: {manner.hedges:g}"),
    )  # fmt: skip


def check_slang(document: Document, context: Context) -> Iterator[Finding]:
    """`voice.slang`: a casual word where the guide's voice is formal."""
    manner = context.guide.brand.manner
    if manner.formality != "formal":
        return
    for spot in spots(document, context.guide, "slang"):
        said = document.text[spot.start : spot.end]
        yield from tell(
            document, spot, check="voice.slang", severity=Severity.SUGGESTION,
            advice=f"“{said}” is casual, and the guide's voice is formal."
            f" {_imperative(spot.entry.instead[0])}",
            reference=manner.reference("manner: formality", key="formality", quote="formality: formal"),
        )  # fmt: skip


VOICE: tuple[Check, ...] = (
    check_phrases, check_intensifiers, check_hedges, check_slang, check_swap, *PROFILE, *SITUATIONS,
)  # fmt: skip
