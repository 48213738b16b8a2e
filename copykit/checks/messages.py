"""Looks for the messages that a text must bring across.

A message is there when one of its texts stands word for word, or when two sentences side by side hold at
least two thirds of a text's content words (ours, set on our golden cases), with its number if it has one,
and don't deny it: the meaning counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from copykit.checks.competitors import check_competitors
from copykit.checks.context import Check, Context
from copykit.checks.evidence import content, own_stems
from copykit.checks.finding import absent, found, replacement
from copykit.checks.legal import check_legal
from copykit.checks.lines import agree
from copykit.checks.own_lines import check_boilerplate, check_tagline, check_wordplay
from copykit.checks.quantities import Quantity, read_quantities, tokens_of
from copykit.findings import Finding, Severity
from copykit.guide.types import Message
from copykit.text import BlockKind, Document

__all__ = ["MESSAGES"]

SAYS = 2 / 3
LEAST_PARAGRAPH = 8  # words of a paragraph that a message may follow


# ── required messages ───────────────────────────────────────────────────────────────────────────────


def required_messages(context: Context) -> list[Message]:
    """The messages that a text must bring across: the brief's, and those required in its kind of copy."""
    brief, guide = context.brief, context.guide
    kinds = {context.channel, context.format.name if context.format else None}
    found_ones = []
    for message in guide.messages:
        fits = (not message.audiences or context.audience in message.audiences) and (
            not message.products or not brief.product or brief.product in message.products
        )
        if message.id in brief.messages or (fits and not kinds.isdisjoint(message.required_in)):
            found_ones.append(message)
    return found_ones


def check_required(document: Document, context: Context) -> Iterator[Finding]:
    """`messages.required`: a message that the brief or the guide asks for does not come across."""
    wanted = required_messages(context)
    if not wanted or not document.said:
        return
    own = own_stems(context.guide)
    sentences = [_read(document.text, own, one.start, one.end) for one in document.sentences]
    pairs = [*sentences, *(_joined(one, other) for one, other in pairwise(sentences))]
    folded = " ".join(document.folded.split())
    for message in wanted:
        if any(_says(text, folded, pairs, own) for text in (message.text, *message.wordings, message.short)):
            continue
        in_brief = message.id in context.brief.messages
        why = (
            "The brief asks for this message"
            if in_brief
            else "Copy of this kind must bring this message across"
        )
        advice = f"{why}: “{message.text}” Say it in your own words, or add one of its wordings."
        reference = message.reference(
            f'message "{message.id}"', key="text" if in_brief else "required_in", quote=message.text
        )
        place = _place_for(document, context, message.text)
        if place is None:
            yield absent(
                document, check="messages.required", severity=Severity.WARNING, advice=advice,
                reference=reference,
            )  # fmt: skip
        else:
            fix = replacement(document, f" {message.text}", title=f"Add: “{message.text}”")
            yield found(
                document, place, place, check="messages.required", severity=Severity.WARNING, advice=advice,
                fixes=[fix], reference=reference,
            )  # fmt: skip


class _Meant(NamedTuple):
    """What a sentence says: its content words, its numbers, and whether it denies them."""

    stems: frozenset[str]
    quantities: tuple[Quantity, ...]
    denied: bool


def _read(text: str, own: frozenset[str], start: int = 0, end: int | None = None) -> _Meant:
    tokens = tokens_of(text, start, end)
    words = [token.text for token in tokens]
    # Two denials are none: "never far from home" is at home.
    denials = sum(word in _DENIALS or word.endswith(("n't", "n’t")) for word in words)
    return _Meant(content(words) - own, tuple(read_quantities(text, tokens)), denials % 2 == 1)


def _joined(one: _Meant, other: _Meant) -> _Meant:
    return _Meant(one.stems | other.stems, (*one.quantities, *other.quantities), one.denied != other.denied)


_DENIALS = frozenset(
    "not never no nobody nothing without hardly cannot far instead elsewhere neither".split()
)


def _says(text: str, folded: str, pairs: Sequence[_Meant], own: frozenset[str]) -> bool:
    plain = " ".join(text.casefold().replace("’", "'").rstrip(".").split())
    if plain in folded:
        return True
    meant = _read(text, own)
    return len(meant.stems) >= 2 and any(
        len(meant.stems & one.stems) >= SAYS * len(meant.stems)
        and one.denied == meant.denied
        and agree(meant.quantities, one.quantities)
        for one in pairs
    )


def _place_for(document: Document, context: Context, text: str) -> int | None:
    """The end of the first full paragraph that has room for one more sentence."""
    for block in document.blocks:
        said = document.text[block.start : block.end]
        if (
            block.kind is not BlockKind.PARAGRAPH
            or len(said.split()) < LEAST_PARAGRAPH
            or said[-1] not in ".!?"
        ):
            continue
        path = document.field_at(block.start)
        field = context.format.field(path) if context.format and path else None
        if path and (
            field is None or field.role in ("legal", "ask", "meta", "title", "search_words") or field.limit
        ):
            continue
        return block.end
    return None


MESSAGES: tuple[Check, ...] = (
    check_required, check_legal, check_wordplay, check_tagline, check_boilerplate, check_competitors,
)  # fmt: skip
