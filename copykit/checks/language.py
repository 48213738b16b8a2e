"""Says what was not checked where a text is in a language that we don't check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copykit.checks.context import Context
from copykit.checks.evidence import guide_texts
from copykit.checks.finding import found
from copykit.checks.remember import remembered
from copykit.findings import Area, Finding, Severity
from copykit.guide import Guide
from copykit.text import Document
from copykit.text.language import Foreign, foreign_parts, sentence_language
from copykit.wording import listed

__all__ = ["check_language", "leave_out", "parts_of"]

_FAMILIES_TOLD = 8
_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
parts_of = remembered(foreign_parts)


def check_language(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each part of the text that is not English."""
    for part in parts_of(document):
        block = document.block_at(part.start)
        yield found(
            document, block.start, block.end, check="document.language",
            # What can't be checked can't be ready, when a model wrote it.
            severity=Severity.ERROR if context.machine else Severity.SUGGESTION,
            area=Area.FORMAT, advice=_advice(part),
        )  # fmt: skip

    if context.machine:
        yield from _foreign_sentences(document, context)


def _foreign_sentences(document: Document, context: Context) -> Iterator[Finding]:
    """Single sentences of a model's in another language: what they say, no check has read."""
    known = _known_words(context.guide) | set(re.findall(_WORD, context.brief.model_dump_json().lower()))
    parts = parts_of(document)
    for sentence in document.sentences:
        start, end = sentence.start, sentence.end
        if any(part.start <= start < part.end for part in parts):
            continue
        if language := sentence_language(document.text[start:end], known):
            yield found(
                document, start, end, check="document.language", severity=Severity.ERROR, area=Area.FORMAT,
                advice=f"This sentence seems to be {language}, which is not checked. Write it in English.",
            )  # fmt: skip


@remembered
def _known_words(guide: Guide) -> frozenset[str]:
    return frozenset(word for _, _, text in guide_texts(guide) for word in re.findall(_WORD, text.lower()))


def leave_out(findings: Iterable[Finding], document: Document, parts: Iterable[Foreign]) -> list[Finding]:
    """Findings without those that mean nothing in the parts that are not English."""
    from copykit.checks.facts import facts_about

    spots = [(document.locate(part.start, part.end), part.whole) for part in parts]
    kept: list[Finding] = []
    for finding in findings:
        facts = facts_about(finding.check)
        place = finding.location
        if (facts is not None and facts.any_language) or not any(
            whole or (spot.field == place.field and spot.start <= place.start and place.end <= spot.end)
            for spot, whole in spots
        ):
            kept.append(finding)
    return kept


def _advice(part: Foreign) -> str:
    from copykit.checks.facts import FAMILIES

    left_out: dict[str, bool] = {}
    for facts in (facts for family in FAMILIES for facts in family.checks):
        left_out[facts.family] = left_out.get(facts.family, True) and not facts.any_language
    names = [name for name, english in left_out.items() if english][:_FAMILIES_TOLD]
    what = "This text" if part.whole else "This part"
    return (
        f"{what} seems to be {part.language}, which is not checked: {listed(names)} were left out here. "
        "Terms, names, keywords, legal lines and limits were looked at."
    )
