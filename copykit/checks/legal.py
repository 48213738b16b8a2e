"""Looks for lines that must stand word for word: legal lines, and disclaimers where they are called for."""

from __future__ import annotations

from collections.abc import Iterator

from copykit.checks.claims import verdicts
from copykit.checks.context import Context
from copykit.checks.finding import absent, found, replacement
from copykit.findings import Area, Finding, Fix, Location, Severity
from copykit.guide.legal import caller_of, is_disclaimer, legal_lines
from copykit.guide.types import LegalLine
from copykit.text import Document, Syntax

__all__ = ["check_legal"]

LIKE = 0.75  # of a legal line's words in one block: meant, but not word for word


def check_legal(document: Document, context: Context) -> Iterator[Finding]:
    """`legal.missing`: a line that must stand, word for word, in copy for this channel and region.

    A disclaimer must stand only where one of its words does, or where one of its claims or offers is made,
    in whatever words.
    """
    if not document.said:
        return
    text = ""
    for line in legal_lines(context.guide, channel=context.channel, region=context.region):
        text = text or " ".join(document.text.split())
        if " ".join(line.text.split()) in text:
            continue
        called = ""
        if is_disclaimer(line):
            said = _said(document, context, line)
            if said is None:
                continue
            called = f" “{said}” calls for it."
        yield _missing_line(document, context, line, called)


def _said(document: Document, context: Context, line: LegalLine) -> str | None:
    """What in a document calls for a disclaimer."""
    said = caller_of(line, context.guide, document.text)
    if said is not None or not (line.claims or line.offers):
        return said
    labels = {f'claim "{id}"' for id in line.claims} | {f'offer "{id}"' for id in line.offers}
    for fact in verdicts(document, context).facts:
        if fact.reference.label in labels:
            return document.text[fact.start : fact.end]
    return None


def _missing_line(document: Document, context: Context, line: LegalLine, called: str) -> Finding:
    severity = Severity.ERROR if context.own else Severity.WARNING
    reference = line.reference(f'legal line "{line.id}"', key="text", quote=line.text)
    near = _nearest(document, line)
    if near:
        start, end = near
        return found(
            document, start, end, check="legal.missing", severity=severity, area=Area.FORMAT,
            advice=f"This must stand word for word: “{line.text}”{called}",
            fixes=[replacement(document, line.text, safe=True)], reference=reference,
        )  # fmt: skip
    where = "here" if called else "in such copy"
    advice = f"This line must stand {where}, word for word: “{line.text}”{called}"
    if not document.fields:
        # A sentence more may cost reading ease, so that adding it is not called safe.
        fix = replacement(document, line.text, title=f"Add: “{line.text}”")
        marked = document.syntax is Syntax.HTML
        added = f"\n<p>{fix.replacement}</p>\n" if marked else f"\n\n{fix.replacement}\n"
        fix = Fix(title=fix.title, replacement=added)
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
