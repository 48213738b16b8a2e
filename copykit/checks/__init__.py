"""Checks: plain functions from a document and its context to findings. `check` runs them all."""

from __future__ import annotations

from collections.abc import Iterable

from copykit.checks.asks import ASKS
from copykit.checks.claims import check_claims, facts_of
from copykit.checks.context import Check, Context
from copykit.checks.finish import FINISH
from copykit.checks.keywords import KEYWORDS
from copykit.checks.limits import LIMITS
from copykit.checks.messages import MESSAGES
from copykit.checks.people import PEOPLE
from copykit.checks.terms import TERMS
from copykit.findings import Area, Finding, Report
from copykit.text import Document

__all__ = ["CHECKS", "Check", "Context", "check"]

CHECKS: tuple[Check, ...] = (check_claims, *PEOPLE, *TERMS, *MESSAGES, *ASKS, *KEYWORDS, *LIMITS, *FINISH)

# Findings of these families name one spot each: of two on the same spot, the graver is enough.
_ONE_PER_SPOT = {"claims": "claims", "offers": "claims", "terms": "terms"}


def check(document: Document, context: Context) -> Report:
    """Runs every check on a document and gathers what they find, the gravest first."""
    words = len(document.words)
    findings = [finding for one in CHECKS for finding in one(document, context)]
    return Report(
        document=document.name,
        words=words,
        findings=tuple(sorted(_distinct(findings), key=lambda finding: finding.order)),
        judged=_judged(document, context),
        facts=facts_of(document, context),
    )


def _judged(document: Document, context: Context) -> frozenset[Area]:
    areas = set[Area]()
    if document.words:
        areas.add(Area.CONSISTENCY)
        if context.brief.keywords:
            areas.add(Area.KEYWORDS)
    return frozenset(areas)


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without exact doubles and, in families of one per spot, without lesser overlapping ones."""
    kept: list[Finding] = []
    spots: dict[tuple[str, str | None], list[tuple[int, int, int]]] = {}
    seen: set[tuple[object, ...]] = set()
    # What the guide bans or retires by name needs no second finding that it is unproven.
    ranked = sorted(
        findings,
        key=lambda one: (
            one.check == "claims.unproven",
            one.severity.rank,
            one.location.start - one.location.end,
            one.order,
        ),
    )
    for finding in ranked:
        place = finding.location
        same = (finding.check, place, finding.advice)
        if same in seen:
            continue
        seen.add(same)
        family = _ONE_PER_SPOT.get(finding.check.partition(".")[0])
        if family and place.start < place.end:
            taken = spots.setdefault((family, place.field), [])
            others = spots.get(("terms", place.field), []) if finding.check == "claims.unproven" else []
            if any(
                start < place.end and place.start < end and rank <= finding.severity.rank
                for start, end, rank in (*taken, *others)
            ):
                continue
            taken.append((place.start, place.end, finding.severity.rank))
        kept.append(finding)
    return kept
