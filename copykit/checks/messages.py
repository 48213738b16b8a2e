"""Looks for what must be there (messages, legal lines) and for the brand's own lines where they don't belong.

A message is there when one of its texts stands word for word, or when two sentences side by side hold at
least two thirds of a text's content words (ours, set on our golden cases): the meaning counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from copykit.checks.context import Check, Context
from copykit.checks.evidence import content, evidence_of, own_stems
from copykit.checks.finding import absent, found, replacement
from copykit.checks.quantities import tokens_of
from copykit.checks.remember import remembered
from copykit.findings import Area, Finding, Fix, Location, Reference, Severity
from copykit.guide import Guide
from copykit.guide.situations import is_one_of
from copykit.guide.types import LegalLine, Message
from copykit.text import BlockKind, Document
from copykit.text.phrasebook import Phrase, Phrasebook

__all__ = ["MESSAGES"]

SAYS = 2 / 3
LIKE = 0.75  # of a legal line's words in one block: meant, but not word for word
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
    if not wanted or not document.words:
        return
    own = own_stems(context.guide)
    sentences = [
        content(token.text for token in tokens_of(document.text, one.start, one.end)) - own
        for one in document.sentences
    ]
    pairs = [*sentences, *(one | other for one, other in pairwise(sentences))]
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


def _says(text: str, folded: str, pairs: Sequence[frozenset[str]], own: frozenset[str]) -> bool:
    plain = " ".join(text.casefold().replace("’", "'").rstrip(".").split())
    if plain in folded:
        return True
    stems = content(token.text for token in tokens_of(text)) - own
    return len(stems) >= 2 and any(len(stems & one) >= SAYS * len(stems) for one in pairs)


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
        if path and (field is None or field.role in ("legal", "ask", "meta", "title") or field.limit):
            continue
        return block.end
    return None


# ── legal lines ─────────────────────────────────────────────────────────────────────────────────────


def check_legal(document: Document, context: Context) -> Iterator[Finding]:
    """`legal.missing`: a line that must stand, word for word, in copy for this channel and region."""
    if not document.words:
        return
    text = ""
    for line in context.guide.brand.legal:
        if line.channels and context.channel not in line.channels:
            continue
        if line.regions and context.region not in line.regions:
            continue
        text = text or " ".join(document.text.split())
        if " ".join(line.text.split()) not in text:
            yield _missing_line(document, context, line)


def _missing_line(document: Document, context: Context, line: LegalLine) -> Finding:
    severity = Severity.ERROR if context.own else Severity.WARNING
    reference = line.reference(f'legal line "{line.id}"', key="text", quote=line.text)
    near = _nearest(document, line)
    if near:
        start, end = near
        return found(
            document, start, end, check="legal.missing", severity=severity, area=Area.FORMAT,
            advice=f"This must stand word for word: “{line.text}”",
            fixes=[replacement(document, line.text, safe=True)], reference=reference,
        )  # fmt: skip
    advice = f"This line must stand in such copy, word for word: “{line.text}”"
    if not document.fields:
        fix = replacement(document, line.text, title=f"Add: “{line.text}”", safe=True)
        fix = Fix(title=fix.title, replacement=f"\n\n{fix.replacement}\n", safe=True)
        end = len(document.source)
        return Finding(
            check="legal.missing", severity=severity, area=Area.FORMAT, advice=advice,
            location=Location(document=document.name, start=end, end=end), quote="", fixes=(fix,),
            reference=reference,
        )  # fmt: skip
    fields = [one.name for one in context.format.fields if one.role == "legal"] if context.format else []
    return absent(
        document, fields[0] if fields else None, check="legal.missing", severity=severity, area=Area.FORMAT,
        advice=advice, reference=reference,
    )  # fmt: skip


def _nearest(document: Document, line: LegalLine) -> tuple[int, int] | None:
    words = set(line.text.casefold().split())
    for block in document.blocks:
        said = set(document.text[block.start : block.end].casefold().split())
        if len(said) <= 2 * len(words) and len(words & said) >= LIKE * len(words):
            return block.start, block.end
    return None


# ── the brand's own lines ───────────────────────────────────────────────────────────────────────────


@remembered
def _wordplay(guide: Guide) -> Phrasebook:
    return Phrasebook(
        [Phrase(number, one.text.rstrip("."), inflect=False) for number, one in enumerate(guide.wordplay)]
    )


def check_wordplay(document: Document, context: Context) -> Iterator[Finding]:
    """`wordplay.misplaced`: a playful line in a channel or a situation that it is not for."""
    if not context.guide.wordplay:
        return
    for hit in _wordplay(context.guide).find(document):
        line = context.guide.wordplay[int(str(hit.key))]
        situation = context.brief.situation
        if is_one_of(situation, line.not_in):
            severity, key = Severity.ERROR, "not_in"
            advice = f"This line is not for “{situation}”: it would hurt there. Say it straight."
        elif context.channel and line.channels and context.channel not in line.channels:
            severity, key = Severity.WARNING, "channels"
            advice = (
                f"This line is for {', '.join(line.channels)}, not for {context.channel}. Say it straight."
            )
        else:
            continue
        yield found(
            document, hit.start, hit.end, check="wordplay.misplaced", severity=severity, advice=advice,
            reference=line.reference("wordplay", key=key, quote=line.text),
        )  # fmt: skip


def check_tagline(document: Document, context: Context) -> Iterator[Finding]:
    """`tagline.misquoted`: a line that is nearly the tagline: four fifths of its letters in order."""
    tagline = context.guide.brand.tagline.rstrip(".")
    wanted = tagline.casefold().replace("’", "'")
    stems = content(token.text for token in tokens_of(tagline))
    if len(stems) < 2 or not document.words:
        return
    size = len(tagline.split())
    # Texts of which one is more than half as long again are never four fifths alike; two letters to spare.
    shortest, longest = len(tagline) / 1.5 - 2, 1.5 * len(tagline) + 2
    trusted = evidence_of(context.guide).trusted
    for sentence in document.sentences:
        end = sentence.end
        while end > sentence.start and document.text[end - 1] in ".!":
            end -= 1
        if not shortest <= end - sentence.start <= longest:
            continue
        said = document.text[sentence.start : end]
        folded = said.casefold().replace("’", "'")
        if abs(len(said.split()) - size) > 2 or folded == wanted or wanted in folded:
            continue
        tokens = tokens_of(said)
        if len(content(token.text for token in tokens) & stems) < SAYS * len(stems):
            continue
        if f" | {' '.join(token.text for token in tokens)} " in trusted:
            continue
        # difflib's ratio: a wrong word passes 0.8, another sentence does not.
        if SequenceMatcher(None, wanted, folded).ratio() >= 0.8:
            reference: Reference = context.guide.brand.reference("tagline", key="tagline", quote=tagline)
            yield found(
                document, sentence.start, end, check="tagline.misquoted", severity=Severity.WARNING,
                advice=f"This is nearly our tagline, which is “{tagline}”.",
                fixes=[replacement(document, tagline, safe=True)], reference=reference,
            )  # fmt: skip


MESSAGES: tuple[Check, ...] = (check_required, check_legal, check_wordplay, check_tagline)
