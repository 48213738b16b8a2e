"""Sees that bad news sounds like bad news: outages, apologies and answers to complaints; and launches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from copykit.checks.context import Check, Context
from copykit.checks.finding import absent, found
from copykit.checks.lexicon import spots
from copykit.checks.remember import remembered
from copykit.findings import Finding, Reference, Severity
from copykit.guide import Guide
from copykit.guide.situations import situation_of
from copykit.text import Document
from copykit.text.phrasebook import Phrase, Phrasebook

__all__ = ["SITUATIONS"]

# Fewer words are a headline, which can't say everything (our own choice).
LEAST_WORDS = 25
_EMOJI = re.compile(r"[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]")
_SORRY = re.compile(r"\b(?:sorry|apolog(?:y|ies|i[sz]e[sd]?|i[sz]ing))\b")
_WHAT = re.compile(
    r"\b(?:because|fault|mistake[sn]?|errors?|caused?|went (?:wrong|down|out)|broke|broken|fail(?:ed|ure|s)"
    r"|(?:was|were|is|are|been) (?:down|wrong|missing|unavailable|short|offline|slow)|outage|stopped|crashed"
    r"|did(?: not|n't)|could(?: not|n't)|can(?:not|'t)|mixed up|mislabell?ed|sent (?:you )?(?:the|a) wrong"
    r"|forgot|missed|dropped|leak(?:ed)?|spoil(?:ed|t)|damaged|overcharged|double|twice|late|delay(?:ed|s)?|lost)\b"
)
_NEXT = re.compile(
    r"\b(?:will|'ll|we have|we've|i have|i've|now|from (?:now|today|tomorrow)|next|by \w+day|refund(?:ed|s)?"
    r"|replac(?:e|ed|ing|ement)|fixed|restored|working on|on (?:its|their) way|please|no longer|so that"
    r"|again)\b"
)
_WHEN = re.compile(
    r"\b(?:today|now|tomorrow|available|out|live|from|starting|starts|until|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|spring"
    r"|summer|autumn|fall|winter|week|month|\d{1,2}(?:st|nd|rd|th))\b"
)
_EVASIVE = """
any inconvenience|inconvenience this may have caused|inconvenience caused|mistakes were made
if you were affected|if anyone was offended|if we offended|sorry if you|sorry you feel|sorry that you feel
apologize if you|apologise if you|you may have experienced|some users may have|you may have noticed
regret any|sorry for any|apologize for any|apologise for any|for any trouble this may|out of our control
beyond our control|thank you for your patience|thanks for your patience|we appreciate your patience
your patience and understanding|we take this very seriously|we take this seriously|we take your
takes this very seriously|an abundance of caution
"""
_BLAME = """
you should have|you failed to|you neglected to|you must have|as you know|as stated in|as stated above
per our policy|as per our policy|our policy clearly|our terms clearly|you agreed to|you claim that
you allege|your failure to|you did not read|you didn't read|had you read|if you had read|if you'd read
you obviously|user error|calm down
"""
_SELLING = """
upgrade now|upgrade today|upgrade to|buy now|shop now|order now|order today|sign up now|sign up today
start your free trial|start free trial|start a free trial|free trial|book a demo|special offer
limited time|limited-time|while you're here|while you are here|check out our|discover our|don't miss
refer a friend|premium plan|add-on|add-ons|subscribe now|subscribe today
"""


def _rows(lines: str) -> list[str]:
    return [phrase.strip() for line in lines.splitlines() for phrase in line.split("|") if phrase.strip()]


@lru_cache(maxsize=1)
def _phrases() -> Phrasebook:
    return Phrasebook(
        [
            Phrase(kind, phrase, inflect=False)
            for kind, rows in (("evasive", _EVASIVE), ("blame", _BLAME), ("selling", _SELLING))
            for phrase in _rows(rows)
        ]
    )


@remembered
def _asks(guide: Guide) -> Phrasebook:
    """The guide's asks that cost money or begin a sale, and its offers in short."""
    texts = [offer.short for offer in guide.offers]
    for ask in guide.asks:
        if ask.effort == "purchase" or ask.goal in ("trial", "demo", "order"):
            texts += [ask.text, *ask.wordings]
    return Phrasebook([Phrase(text, text, inflect=False) for text in texts])


def check_situation(document: Document, context: Context) -> Iterator[Finding]:
    """How bad news sounds, and what a launch has to say.

    `voice.tone-mark`, `voice.tone-joke`, `voice.tone-ask`, `voice.tone-evasive`, `voice.tone-blame`,
    `voice.tone-missing`.
    """
    situation = situation_of(context.brief.situation)
    if situation is None or not document.said:
        return
    what = _named(situation)
    reference = Reference(label=f'the brief\'s situation: "{context.brief.situation}"')
    if situation == "launch":
        if len(document.said) >= LEAST_WORDS and not _WHEN.search(document.folded):
            yield _missing(document, reference, "A launch says since when, or from when on, it can be had.")
        return
    yield from _marks(document, what, reference)
    for spot in spots(document, context.guide, "joking"):
        if document.is_quoted(spot.start, spot.end):
            continue
        quote = document.text[spot.start : spot.end]
        yield found(
            document, spot.start, spot.end, check="voice.tone-joke", severity=Severity.WARNING,
            advice=f"“{quote}” makes light of it. In {what}, say plainly what went wrong.",
            reference=reference,
        )  # fmt: skip
    told = list(_said(document, what, reference))
    yield from told
    places = {one.location for one in told}
    for hit in _asks(context.guide).find(document):
        if document.locate(hit.start, hit.end) not in places:
            yield _sold(document, hit.start, hit.end, what, reference)
    if len(document.said) >= LEAST_WORDS:
        yield from _absences(document, situation, reference)


def _named(situation: str) -> str:
    return {"outage": "news of an outage", "apology": "an apology"}.get(situation, "an answer to a complaint")


def _marks(document: Document, what: str, reference: Reference) -> Iterator[Finding]:
    for pattern, name in ((re.compile(r"!+"), "An exclamation mark"), (_EMOJI, "An emoji")):
        for match in pattern.finditer(document.text):
            if document.is_shielded(*match.span()) or document.is_quoted(*match.span()):
                continue
            yield found(
                document, *match.span(), check="voice.tone-mark", severity=Severity.WARNING,
                advice=f"{name} sounds cheerful, and nobody is in {what}: take it out.", reference=reference,
            )  # fmt: skip


def _said(document: Document, what: str, reference: Reference) -> Iterator[Finding]:
    for hit in _phrases().find(document):
        span = (hit.start, hit.end)
        if document.is_quoted(*span):
            continue
        quote = document.text[hit.start : hit.end]
        if hit.key == "evasive":
            yield found(
                document, *span, check="voice.tone-evasive", severity=Severity.WARNING,
                advice=f"“{quote}” steps around it: say what went wrong and whom it hit.",
                reference=reference,
            )  # fmt: skip
        elif hit.key == "blame":
            yield found(
                document, *span, check="voice.tone-blame", severity=Severity.WARNING,
                advice=f"“{quote}” puts the blame on the reader: say what you will do.", reference=reference,
            )  # fmt: skip
        else:
            yield _sold(document, *span, what, reference)


def _sold(document: Document, start: int, end: int, what: str, reference: Reference) -> Finding:
    quote = document.text[start:end]
    return found(
        document, start, end, check="voice.tone-ask", severity=Severity.WARNING,
        advice=f"“{quote}” sells something. In {what}, ask for nothing but what puts it right.",
        reference=reference,
    )  # fmt: skip


def _absences(document: Document, situation: str, reference: Reference) -> Iterator[Finding]:
    folded = document.folded
    if situation != "outage" and not _SORRY.search(folded):
        yield _missing(document, reference, "Nobody says sorry: say it, in that word, for what went wrong.")
    if not _WHAT.search(folded):
        yield _missing(document, reference, "It does not say what happened: say it in one plain sentence.")
    if not _NEXT.search(folded):
        advice = "It does not say what happens next: say what you do, and by when."
        yield _missing(document, reference, advice)


def _missing(document: Document, reference: Reference, advice: str) -> Finding:
    return absent(
        document, check="voice.tone-missing", severity=Severity.WARNING, advice=advice, reference=reference
    )


SITUATIONS: tuple[Check, ...] = (check_situation,)
