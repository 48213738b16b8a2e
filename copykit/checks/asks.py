"""Counts what a text asks its reader to do: one ask in copy that allows one, the one of the brief.

An ask is a line of the guide's asks, a link to one of their addresses, or an imperative or a question that
asks for the same kind of step ("Book a call", "Do you have 15 minutes?"). Statements and how-to steps are
none, and "just reply" only says how to answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copykit.checks.context import Check, Context
from copykit.checks.evidence import Evidence, content, evidence_of
from copykit.checks.finding import absent, found, replacement
from copykit.checks.quantities import tokens_of
from copykit.checks.remember import remembered
from copykit.findings import Finding, Reference, Severity
from copykit.guide import Guide
from copykit.guide.types import Ask, Offer
from copykit.text import BlockKind, Document
from copykit.text.phrasebook import Phrase, Phrasebook

__all__ = ["ASKS", "wanted_ask"]

# Copy in which a second ask costs replies: one ask per email and per landing page is common advice of email
# tools (Boomerang 2016, Lavender) and of landing-page studies (Unbounce); no platform's rule.
TELLS = 0.6  # of an offer's content words: the sentence is about it
_ONE_ASK = frozenset({"ad", "email", "page"})
_NEEDS_ASK = frozenset({"cta", "email", "page"})

_KINDS: Sequence[tuple[str, str]] = (
    (
        "newsletter",
        r"subscribe\b|sign up (?:for|to) (?:our |the )?(?:newsletter|emails?|updates|list)"
        r"|join (?:our|the) (?:newsletter|list)",
    ),
    (
        "download",
        r"(?:download|grab|get) (?:the|our|your|a|this)(?: \w+){0,3} (?:guide|checklist|ebook|e-book|report"
        r"|template"
        r"|worksheet|whitepaper|pdf)\b|download\b",
    ),
    (
        "talk",
        r"(?:book|schedule|request|arrange|set up|grab|pick|hop on|jump on)(?: \w+){0,4} (?:demo|call|chat"
        r"|meeting|time"
        r"|slot|consultation|walkthrough|conversation)\b|(?:call|phone|ring) (?:us|me|\+?\d)",
    ),
    (
        "trial",
        r"(?:start|begin|try|get|claim|activate)(?: \w+){0,4} (?:free|trial)\b|try it\b|sign up\b"
        r"|create (?:an|your)(?: \w+)? account|register\b",
    ),
    ("buy", r"(?:buy|order|purchase|shop|check ?out|add to (?:cart|basket|bag))\b"),
    (
        "visit",
        r"(?:watch|see) (?:the|our|a) (?:video|demo|tour)\b|follow us\b|take (?:the|our) (?:survey|quiz)\b",
    ),
)
_IMPERATIVE = re.compile(
    r"(?:please |then |and |or |so |just |also |p\.?s\.? |you can (?:also )?|feel free to "
    r"|click (?:here )?to |tap to )*"
    rf"(?:{'|'.join(f'(?P<{kind}>{shape})' for kind, shape in _KINDS)})",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?P<talk>(?:do you have|have you got|got|(?:can|could|would) you (?:also )?(?:spare|find|give|have"
    r"|make)"
    r"|are you (?:free|available|around|open)|can we|could we|shall we|how about|what about|when (?:are"
    r"|would|is)"
    r"|does|would|is there|any chance|up for|open to)\b[^?]{0,80}\b(?:minutes?|mins?|call|chat|demo|meeting"
    r"|time|monday"
    r"|tuesday|wednesday|thursday|friday|next week|this week|tomorrow|calendar|coffee)\b[^?]{0,60}\?)"
    r"|(?P<send>(?:shall|should|can|could|may) (?:i|we) (?:also )?(?:send|post|share|forward"
    r"|mail)\b[^?]{0,100}\?"
    r"|(?:would|want|like)\b[^?]{0,30}\b(?:me to send|if i sent|send you|copy of|see)\b[^?]{0,80}\?)"
    r"|(?P<interest>(?:worth (?:a|another|exploring|seeing)|interested|curious|open to (?:learning|hearing"
    r"|seeing)"
    r"|is (?:this|that|it) (?:something|relevant|a priority|worth|on your)"
    r"|would (?:this|that|it) (?:help|be useful|be worth))\b[^?]{0,80}\?)",
    re.IGNORECASE,
)


class _Asked(NamedTuple):
    """One ask in a text."""

    start: int
    end: int
    kind: str  # what the reader is to do
    ask: Ask | None  # the guide's, where it is one


@remembered
def _book(guide: Guide) -> Phrasebook:
    return Phrasebook(
        [
            Phrase(number, text.rstrip(".?!"), inflect=False)
            for number, ask in enumerate(guide.asks)
            for text in (ask.text, *ask.wordings, ask.question)
        ]
    )


def kind_of(text: str) -> str:
    """What kind of step a line asks for; empty when it can't be told."""
    match = _QUESTION.search(text) if text.rstrip().endswith("?") else _IMPERATIVE.match(text)
    return match.lastgroup or "" if match else ""


def asks_in(document: Document, context: Context) -> list[_Asked]:
    """Every ask of a text, in order."""
    guide = context.guide
    told: list[_Asked] = []
    for hit in _book(guide).find(document):
        ask = guide.asks[int(str(hit.key))]
        whole = document.sentence_at(hit.start)
        # "see the prices" inside a longer statement asks for nothing.
        if hit.end - hit.start >= 0.5 * (whole.end - whole.start) or hit.start == whole.start:
            told.append(_Asked(hit.start, hit.end, ask.goal, ask))
    urls = {ask.url.rstrip("/"): ask for ask in guide.asks}
    for link in document.links:
        found_ask = urls.get(link.url.partition("?")[0].rstrip("/"))
        if found_ask:
            told.append(_Asked(link.start, link.end, found_ask.goal, found_ask))
    evidence = evidence_of(guide)
    goals = {kind: ask for ask in guide.asks for kind in [kind_of(ask.text), kind_of(ask.question)] if kind}
    asking = {
        document.sentence_at(at).start for one in told for at in (one.start, max(one.start, one.end - 1))
    }
    for sentence in document.sentences:
        start, end = sentence.start, sentence.end
        if start in asking or document.is_quoted(start, end):
            continue
        if document.blocks[sentence.block].kind is BlockKind.HEADING:
            continue
        said = document.text[start:end]
        kind = kind_of(said)
        if not kind:
            continue
        words = [token.text for token in tokens_of(said)]
        # "Order by 30 November and take 15% off" tells the offer, right or wrong; the ask stands beside it.
        if f" | {' '.join(words)} |" in evidence.trusted or _tells_offer(words, evidence):
            continue
        goal = goals[kind].goal if kind in goals else kind
        told.append(_Asked(start, end, goal, None))
    return sorted(told)


def _tells_offer(words: Sequence[str], evidence: Evidence) -> bool:
    return any(
        count >= 2 and share >= TELLS and isinstance(said.entry, Offer)
        for said, share, count in evidence.alike(content(words))
    )


def wanted_ask(context: Context) -> tuple[str, Ask | None]:
    """The goal that the brief names, and an ask that serves it."""
    guide, brief = context.guide, context.brief
    ask = guide.ask(brief.ask) if brief.ask else None
    goal = ask.goal if ask else brief.goal
    return goal, ask or next((one for one in guide.asks if one.goal == goal), None)


def check_asks(document: Document, context: Context) -> Iterator[Finding]:
    """`asks.more-than-one`, `asks.other-goal`, `asks.missing`: what a text asks its reader to do."""
    if context.channel not in _ONE_ASK | _NEEDS_ASK or not document.said:
        return
    told = asks_in(document, context)
    goal, ask = wanted_ask(context)
    reference = ask.reference(f'ask "{ask.id}"', key="goal", quote=ask.text) if ask else None
    if context.channel in _ONE_ASK:
        yield from _more_than_one(document, context, told, goal, reference)
    if not goal:
        return
    if any(one.kind == goal for one in told) or (ask and _asks_alike(document, ask)):
        return
    guided = [one for one in told if one.ask is not None]
    if guided:
        other = guided[0]
        fixes = [replacement(document, ask.text, title=f"Write “{ask.text}”")] if ask else []
        yield found(
            document, other.start, other.end, check="asks.other-goal",
            severity=Severity.ERROR if context.machine else Severity.WARNING,
            advice=f"This ask serves “{other.kind}”, and the brief's goal is “{goal}”.",
            fixes=fixes, reference=reference,
        )  # fmt: skip
    elif context.channel in _NEEDS_ASK:
        text = f" Add “{ask.text}” or “{ask.question}”" if ask else ""
        yield absent(
            document, check="asks.missing", severity=Severity.WARNING,
            advice=f"Nothing here asks the reader for the brief's goal, “{goal}”.{text}", reference=reference,
        )  # fmt: skip


def _more_than_one(
    document: Document, context: Context, told: Sequence[_Asked], goal: str, reference: Reference | None
) -> Iterator[Finding]:
    kinds: dict[str, _Asked] = {}
    for one in told:
        # A word of interest and the step itself are one ask: "Worth a look? Book a demo."
        kind = one.kind if one.kind != "interest" or one.ask else ""
        if kind:
            kinds.setdefault(kind, one)
    if len(kinds) < 2:
        return
    kept = kinds.get(goal) or next(iter(kinds.values()))
    is_sales = context.channel == "email"
    for other in kinds.values():
        if other is kept:
            continue
        yield found(
            document, other.start, other.end, check="asks.more-than-one",
            severity=Severity.ERROR if is_sales else Severity.WARNING,
            advice=f"This is a second ask: the first is “{document.text[kept.start:kept.end]}” Keep one,"
            " so that the reader has one thing to decide.",
            reference=reference, related=[(kept.start, kept.end)],
        )  # fmt: skip


def _asks_alike(document: Document, ask: Ask) -> bool:
    """Whether a question or a short line says most of an ask in other words."""
    for text in (ask.text, *ask.wordings, ask.question):
        stems = content(token.text for token in tokens_of(text))
        if not stems:
            continue
        for sentence in document.sentences:
            said = document.text[sentence.start : sentence.end]
            if said.endswith("?") or len(said.split()) <= 8:
                shared = stems & content(token.text for token in tokens_of(said))
                if len(shared) >= 2 and len(shared) >= len(stems) / 2:
                    return True
    return False


ASKS: tuple[Check, ...] = (check_asks,)
