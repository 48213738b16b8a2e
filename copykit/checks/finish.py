"""Finds what must not stand in finished copy: open slots, merge tags, repeats, too many exclamation marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from copykit.checks.context import Check, Context
from copykit.checks.email.tag_systems import in_code
from copykit.checks.finding import found, replacement
from copykit.draft import SLOT
from copykit.findings import Area, Finding, Fix, Severity
from copykit.labels import LABEL, read_label, why_unknown
from copykit.text import BlockKind, Document, Sentence

__all__ = ["FINISH"]

# A repeat shorter than this is a turn of phrase ("No card needed."), not a sentence said twice.
LEAST_WORDS_REPEATED = 5
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_TAG = re.compile(
    r"\{\{\{?[^{}]{1,400}\}\}\}?|\{![^{}\s][^{}]{0,200}\}|\*\|[^|*]{1,200}\|\*|\{\w+field=[^{}]{1,100}\}"
)
_MARKS = re.compile(r"!+")


def check_slots(document: Document, context: Context) -> Iterator[Finding]:
    """`format.open-slot`: a place that only the writer can fill is still open."""
    for start, end in document.slots:
        slot = SLOT.fullmatch(document.text[start:end])
        question = (slot["question"] if slot else None) or "Fill this in"
        yield found(
            document, start, end, check="format.open-slot",
            severity=Severity.ERROR if context.own else Severity.WARNING, area=Area.FORMAT,
            advice=f"Only you can say this: {question}",
        )  # fmt: skip


def check_labels(document: Document, context: Context) -> Iterator[Finding]:
    """`format.open-label`: a label that no fact could be put in for, such as `{claim:no-shows}`."""
    if "{" not in document.text:
        return
    for match in LABEL.finditer(document.text):
        label = read_label(match.group())
        # Without its kind it may be anything in a text that somebody brings.
        if label is None or not (label.kind or context.own) or in_code(document, *match.span()):
            continue
        if document.is_shielded(*match.span()) and not label.kind:
            continue
        yield found(
            document, *match.span(), check="format.open-label",
            severity=Severity.ERROR if context.own else Severity.WARNING, area=Area.FORMAT,
            advice=f"{match.group()} stands for nothing: {why_unknown(label, context.guide)}. "
            "Say it without, or place a fact that may be used.",
        )  # fmt: skip


def check_merge_tags(document: Document, context: Context) -> Iterator[Finding]:
    """`format.merge-tag`: a blank of a mail tool in finished copy of our own; `email.merge-*` tell others."""
    if not context.own:
        return
    for start, end in document.shielded:  # tags side by side are one span, and one may stand in an address
        for match in _TAG.finditer(document.text, start, end):
            yield found(
                document, *match.span(), check="format.merge-tag", severity=Severity.ERROR, area=Area.FORMAT,
                advice="A blank of a mail tool stands in finished copy: put the real word here.",
            )  # fmt: skip


def check_exclamations(document: Document, context: Context) -> Iterator[Finding]:
    """`style.exclamation`: more exclamation marks than the guide allows in one piece."""
    allowed = context.guide.brand.style.exclamation_marks
    if allowed is None or "!" not in document.text:
        return
    marks = [
        match.span()
        for match in _MARKS.finditer(document.text)
        if not document.is_shielded(*match.span()) and not document.is_quoted(*match.span())
    ]
    style = context.guide.brand.style
    rule = f"at most {allowed} exclamation mark{'s' * (allowed > 1)}" if allowed else "no exclamation mark"
    spent = 0
    short: dict[int, bool] = {}
    for start, end in marks:
        spent += end - start
        if spent <= allowed:
            continue
        block = document.block_at(start)
        if block.start not in short:
            short[block.start] = _is_short_line(document.text[block.start : block.end])
        yield found(
            document, start, end, check="style.exclamation", severity=Severity.WARNING, area=Area.CONSISTENCY,
            advice=f"The guide allows {rule} in one piece: let the words carry the joy.",
            fixes=[_calmed(document, start, end, short[block.start])],
            reference=style.reference(
                "style: exclamation marks", key="exclamation_marks", quote=f"exclamation_marks: {allowed}"
            ),
        )  # fmt: skip


def _calmed(document: Document, start: int, end: int, short: bool) -> Fix:
    """A full stop for the mark; nothing after another mark or in a line that is no sentence."""
    if short or document.text[start - 1 : start] in ("?", "!", "."):
        return replacement(document, "", title="Take the mark out")
    return replacement(document, ".", title="Put a full stop")


def _is_short_line(text: str) -> bool:
    return not any(mark in text.rstrip("!") for mark in ".?!") and len(_WORD.findall(text)) <= 6


def _is_pulled(document: Document, block: int) -> bool:
    """Whether a block is a quote set apart, as one pulled out of the text is."""
    start = document.blocks[block].start
    return any(low <= start < high for low, high in document.block_quotes)


def check_repeats(document: Document, context: Context) -> Iterator[Finding]:
    """`format.repeat-sentence`: a sentence of five words or more stands twice in a piece."""
    seen: dict[str, tuple[int, int]] = {}
    for start, end, block in _perhaps_repeated(document):
        words = _WORD.findall(document.text[start:end].casefold())
        if len(words) < LEAST_WORDS_REPEATED or _is_pulled(document, block):
            continue
        if document.blocks[block].kind in (BlockKind.TITLE, BlockKind.DESCRIPTION):
            continue  # it may say what the page says
        if context.format and (path := document.field_at(start)):
            field = context.format.field(path)
            # A search description may say what the page says, and small print what the law says.
            if field and field.role in ("meta", "ask", "legal", "url"):
                continue
        key = " ".join(words)
        if key in seen:
            yield found(
                document, start, end, check="format.repeat-sentence", severity=Severity.WARNING,
                area=Area.FORMAT, advice="This sentence stood before: say it once.", related=[seen[key]],
            )  # fmt: skip
        seen.setdefault(key, (start, end))


def _perhaps_repeated(document: Document) -> list[Sentence]:
    """The sentences that begin like another one of as many words, in order."""
    text, folded, atoms = document.text, document.folded, document.atoms.said
    # Where lower case does not tell what is the same, each sentence may be.
    sure = folded == folded.casefold()
    found: list[Sentence] = []
    keys: list[tuple[object, ...]] = []
    for sentence, (first, last) in zip(document.sentences, document.sentence_atoms, strict=True):
        start, end, _ = sentence
        # Headings and lines of a list may come again; a sentence has its stop.
        if end - start >= 15 and text[end - 1] in '.!?…"”’':
            found.append(sentence)
            keys.append((last - first, *atoms[first : min(last, first + 4)]) if sure else ())
    times = Counter(keys)
    if len(times) == len(keys):
        return []
    return [one for one, key in zip(found, keys, strict=True) if times[key] > 1]


FINISH: tuple[Check, ...] = (check_slots, check_labels, check_merge_tags, check_exclamations, check_repeats)
