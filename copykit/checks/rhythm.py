"""Looks at the shape of a text: same openings, even sentence lengths, long paragraphs and sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from copykit.checks.context import Check, Context
from copykit.checks.finding import found
from copykit.checks.tokens import Line, lines
from copykit.findings import Area, Finding, Severity
from copykit.text import BlockKind, Document

__all__ = ["RHYTHM"]

_YOAST_LABEL = "YoastSEO repository, read 2026-11-23"
_ARTICLES = frozenset(("a", "an", "the", "this", "that", "these", "those"))
# Our own choices: shorter ones in a row are a figure of speech ("No calls. No forms. No waiting."),
LEAST_OPENING_WORDS = 5
# and five sentences of nearly one length are heard as a drum.
LEAST_EVEN = 5
EVEN_WITHIN = 2
LEAST_EVEN_WORDS = 6
_BREAKS = (BlockKind.HEADING, BlockKind.TITLE)
# What has its own form, or is read by ear, needs no headings.
_WITHOUT_HEADINGS = frozenset({"ad", "call", "cta", "email", "social"})


def check_openings(document: Document, context: Context) -> Iterator[Finding]:
    """`readability.same-openings`: sentences of a paragraph in a row with one first word; YoastSEO's 3."""
    wording = context.guide.brand.wording
    run: list[Line] = []
    opening = ""
    for line in (*lines(document), None):
        said = _opening(line, document) if line else ""
        if line and said and said == opening and line.block == run[-1].block:
            run.append(line)
            continue
        if len(run) >= wording.same_openings and _is_told(run):
            first, size = run[0], len(opening)
            begun = document.text[first.start : first.start + size]
            yield found(
                document, first.start, first.start + size, check="readability.same-openings",
                severity=Severity.SUGGESTION, area=Area.READABILITY,
                advice=f"{len(run)} sentences in a row begin with “{begun}”: begin one of them otherwise, or"
                " join two.",
                related=[(one.start, one.start + size) for one in run[1:]],
                reference=wording.reference(
                    "wording: same openings", key="same_openings",
                    quote=f"same_openings: {wording.same_openings} (3 by the {_YOAST_LABEL})",
                ),
            )  # fmt: skip
        run, opening = ([line], said) if line and said else ([], "")


def _opening(line: Line, document: Document) -> str:
    """A sentence's first word, with the next one of a name or behind an article; "" where none counts."""
    if line.kind is not BlockKind.PARAGRAPH or not line.words or not document.text[line.start].isalpha():
        return ""
    first = line.words[0]
    text, size = document.text, len(first)
    at = line.start + size
    named = text[at + 1 : at + 2].isupper() and not text.startswith((" I ", " I’", " I'"), at)
    if first in _ARTICLES or named:
        if len(line.words) < 2 or text[at] != " ":
            return ""
        return f"{first} {line.words[1]}"
    return first


def _is_told(run: Sequence[Line]) -> bool:
    return sum(len(line.words) for line in run) >= LEAST_OPENING_WORDS * len(run)


def check_even_lengths(document: Document, context: Context) -> Iterator[Finding]:
    """`readability.monotone`: five sentences or more in one paragraph of nearly the same length."""
    times = Counter(block for _, _, block in document.sentences)
    long = {block for block, number in times.items() if number >= LEAST_EVEN}
    if not long:
        return
    run: list[Line] = []
    least = most = 0
    for line in (*(line for line in lines(document) if line.block in long), None):
        size = len(line.words) if line and line.kind is BlockKind.PARAGRAPH else 0
        if line and run and line.block == run[-1].block and size >= LEAST_EVEN_WORDS:
            if max(most, size) - min(least, size) <= EVEN_WITHIN:
                run.append(line)
                least, most = min(least, size), max(most, size)
                continue
        elif len(run) < LEAST_EVEN:
            run = []
        if len(run) >= LEAST_EVEN:
            yield _even(document, run)
            run = []
        if not line or size < LEAST_EVEN_WORDS:
            run = []
            continue
        run = [line, *run[::-1]]  # of a run that was too short, what still fits stays
        kept = [line]
        for one in run[1:]:
            sizes = [len(other.words) for other in (*kept, one)]
            if one.block != line.block or max(sizes) - min(sizes) > EVEN_WITHIN:
                break
            kept.append(one)
        run = kept[::-1]
        least, most = min(len(one.words) for one in run), max(len(one.words) for one in run)


def _even(document: Document, run: Sequence[Line]) -> Finding:
    sizes = sorted({len(line.words) for line in run})
    size = f"{sizes[0]}" if len(sizes) == 1 else f"{sizes[0]} to {sizes[-1]}"
    return found(
        document, run[0].start, run[-1].end, check="readability.monotone", severity=Severity.SUGGESTION,
        area=Area.READABILITY,
        advice=f"{len(run)} sentences in a row have {size} words: put a short one between, or join two.",
    )  # fmt: skip


def check_paragraphs(document: Document, context: Context) -> Iterator[Finding]:
    """`readability.long-paragraph`: more words than the guide allows; YoastSEO's limit is 150."""
    wording = context.guide.brand.wording
    counted: dict[int, int] = {}
    first: dict[int, Line] = {}
    for line in lines(document):
        if line.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            counted[line.block] = counted.get(line.block, 0) + len(line.words)
            first.setdefault(line.block, line)
    for block, words in counted.items():
        if words <= wording.paragraph_words:
            continue
        line = first[block]
        yield found(
            document, line.start, line.end, check="readability.long-paragraph", severity=Severity.SUGGESTION,
            area=Area.READABILITY,
            advice=f"This paragraph has {words} words, and {wording.paragraph_words} is the most: part it"
            " where the thought turns.",
            reference=wording.reference(
                "wording: paragraph words", key="paragraph_words",
                quote=f"paragraph_words: {wording.paragraph_words} (150 by the {_YOAST_LABEL})",
            ),
        )  # fmt: skip


def check_sections(document: Document, context: Context) -> Iterator[Finding]:
    """`readability.long-section`: a long stretch without a heading; YoastSEO's limit is 300 words."""
    wording = context.guide.brand.wording
    if context.channel in _WITHOUT_HEADINGS or len(document.said) <= wording.section_words:
        return
    words = 0
    anchor: Line | None = None
    field: str | None = None
    for line in (*lines(document), None):
        before, field = field, document.field_at(line.start) if line and document.fields else None
        if line and line.kind not in _BREAKS and field == before:
            words += len(line.words)
            anchor = anchor or line
            continue
        if anchor and words > wording.section_words:
            yield found(
                document, anchor.start, anchor.end, check="readability.long-section",
                severity=Severity.SUGGESTION, area=Area.READABILITY,
                advice=f"{words} words without a heading, and {wording.section_words} is the most: give the"
                " reader who skims a heading on the way.",
                reference=wording.reference(
                    "wording: section words", key="section_words",
                    quote=f"section_words: {wording.section_words} (300 by the {_YOAST_LABEL})",
                ),
            )  # fmt: skip
        words, anchor = 0, line


RHYTHM: tuple[Check, ...] = (check_openings, check_even_lengths, check_paragraphs, check_sections)
