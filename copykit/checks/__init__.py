"""Checks: plain functions from a document and its context to findings. `check` runs them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from copykit.checks.asks import ASKS
from copykit.checks.by_model import BY_MODEL
from copykit.checks.claims import check_claims, facts_of
from copykit.checks.context import Check, Context
from copykit.checks.control import hold_to_levels, overrule
from copykit.checks.custom import CUSTOM
from copykit.checks.distinct import distinct
from copykit.checks.email import EMAIL
from copykit.checks.filler import FILLER
from copykit.checks.finish import FINISH
from copykit.checks.ignoring import ignore
from copykit.checks.inclusive import INCLUSIVE
from copykit.checks.keywords import KEYWORDS, topics
from copykit.checks.language import check_language, leave_out, parts_of
from copykit.checks.limits import LIMITS
from copykit.checks.messages import MESSAGES
from copykit.checks.names import NAMES
from copykit.checks.people import PEOPLE
from copykit.checks.policy import POLICY
from copykit.checks.readability import READABILITY, can_judge, measured
from copykit.checks.search import SEARCH
from copykit.checks.search_words import SEARCH_WORDS
from copykit.checks.style import STYLE
from copykit.checks.terms import TERMS
from copykit.checks.text_messages import TEXT_MESSAGES
from copykit.checks.voice import VOICE
from copykit.checks.wording import WORDING
from copykit.findings import Area, Finding, Report
from copykit.text import Document

__all__ = ["CHECKS", "Check", "Context", "check"]

CHECKS: tuple[Check, ...] = (
    check_claims, *BY_MODEL, *PEOPLE, *TERMS, *NAMES, *MESSAGES, *ASKS,
    *READABILITY, *KEYWORDS, *SEARCH, *LIMITS, *TEXT_MESSAGES, *SEARCH_WORDS, *POLICY, *EMAIL,
    *FILLER, *FINISH, *CUSTOM, *VOICE, *INCLUSIVE, *STYLE, *WORDING, check_language,
)  # fmt: skip


def check(document: Document, context: Context, *, more: Iterable[Finding] = ()) -> Report:
    """Runs every check on a document and gathers what they find, the gravest first.

    What the guide's `checks.yaml` sets, and what `accepted.yaml` and comments in the file overrule, is done
    before anything is counted, so that the scores follow.

    Args:
        document: the text.
        context: what it is held against.
        more: findings that the caller has made itself, to be settled with the others.

    Raises:
        GuideError: when the guide sets or overrules a check that there is none of.
    """
    findings = [*(finding for one in CHECKS for finding in one(document, context)), *more]
    foreign = parts_of(document)
    if foreign:
        findings = leave_out(findings, document, foreign)
    findings = distinct(hold_to_levels(findings, document.name, context))
    findings, accepted = overrule(findings, document.name, context)
    findings, ignored = ignore(findings, document)
    return Report(
        document=document.name,
        words=len(document.said),
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
        judged=_judged(document, context, whole=not any(part.whole for part in foreign)),
        metrics={**_metrics(document, context), "accepted": len(accepted) + len(ignored)},
        facts=facts_of(document, context),
        accepted=(*accepted, *ignored),
    )


def _metrics(document: Document, context: Context) -> dict[str, object]:
    """Figures for information: the grade and its formulas, lengths, reading time; topics in depth."""
    told = asdict(measured(document))
    figures: dict[str, object] = {
        name: round(value, 1) if isinstance(value, float) else value for name, value in told.items()
    }
    if context.deep:
        figures["topics"] = [
            {"phrase": phrase, "score": round(score, 4)} for phrase, score in topics(document)
        ]
    return figures


def _judged(document: Document, context: Context, *, whole: bool) -> frozenset[Area]:
    """The areas that can be judged; `whole` is False where most of the text is in a language unchecked."""
    areas = set[Area]()
    if document.said:
        if whole:
            areas.add(Area.CONSISTENCY)
        if context.brief.keywords:
            areas.add(Area.KEYWORDS)
    if whole and can_judge(document):
        areas.add(Area.READABILITY)
    return frozenset(areas)
