"""Two pieces from one brief, side by side: as text for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import with_config
from typing_extensions import TypedDict

from copykit.comparing import WITHOUT, Comparison, Difference
from copykit.exports.payload import draft_payload
from copykit.exports.shapes import CLOSED, DraftShape
from copykit.exports.text import draft_text, usage_text, visible
from copykit.findings import Severity

__all__ = ["CompareShape", "compare_payload", "comparison_text"]

LABEL, COLUMN = 22, 18
LONGEST = 110
_AREAS = ("readability", "keywords", "consistency")


@with_config(CLOSED)
class DifferenceShape(TypedDict):
    """What one check found on the two sides, and what it marked there."""

    check: str
    severity: str
    counts: list[int]
    quotes: list[list[str]]
    advice: str
    reference: str | None


@with_config(CLOSED)
class SideShape(TypedDict):
    """One of two pieces. `left_out` names settings of the brief that this brand does not have."""

    label: str
    left_out: list[str]
    draft: DraftShape


@with_config(CLOSED)
class CompareShape(TypedDict):
    """What `copykit compare --output json` prints. `alike` is the share of three-word runs that both have."""

    version: Literal[1]
    sides: list[SideShape]
    alike: float
    differences: list[DifferenceShape]


def compare_payload(comparison: Comparison) -> CompareShape:
    """The comparison as JSON."""
    return {
        "version": 1,
        "sides": [
            {"label": side.label, "left_out": list(side.left_out), "draft": draft_payload(side.draft)}
            for side in comparison.sides
        ],
        "alike": round(comparison.alike, 3),
        "differences": [
            {
                "check": one.check,
                "severity": one.severity.value,
                "counts": list(one.counts),
                "quotes": [list(texts) for texts in one.quotes],
                "advice": one.advice,
                "reference": str(one.reference) if one.reference else None,
            }
            for one in comparison.differences
        ],
    }


def comparison_text(comparison: Comparison, *, colour: bool = False) -> str:
    """The figures side by side, the differences by check, then both pieces."""
    first, second = comparison.sides
    blocks = [_title(comparison), "\n".join(_figures(comparison))]
    for side in comparison.sides:
        if side.left_out:
            blocks.append(
                f"{visible(side.label)} has not what the brief names as: {', '.join(side.left_out)}."
            )
    against = second.label == WITHOUT
    fewer = [one for one in comparison.differences if one.counts[1] < one.counts[0]]
    same = [one for one in comparison.differences if one.counts[1] == one.counts[0]]
    for heading, several in (
        ("What the guide prevented:" if against else f"More with {second.label}:", comparison.prevented),
        ("More with the guide:" if against else f"More with {first.label}:", fewer),
        ("In both alike:", same),
    ):
        if several:
            blocks.append("\n".join([heading, *(line for one in several for line in _difference(one))]))
    if not comparison.differences:
        blocks.append("Nothing was found in either.")
    for side in comparison.sides:
        blocks.append(f"── {visible(side.label)} {'─' * 40}")
        blocks.append(draft_text(side.draft, colour=colour).rstrip("\n"))
    return "\n\n".join(blocks) + "\n"


def _title(comparison: Comparison) -> str:
    first, second = (side.draft for side in comparison.sides)
    whom = first.brand if first.brand == second.brand else f"{first.brand} and {second.brand}"
    return f"{first.format.title} for {visible(whom)}, by {first.writer}, seed {first.seed}"


def _figures(comparison: Comparison) -> Iterator[str]:
    drafts = [side.draft for side in comparison.sides]
    yield _row("", *(visible(side.label) for side in comparison.sides))
    yield _row("ready", *("yes" if draft.ready else "no" for draft in drafts))
    yield _row("score", *(_score(draft.report.scores.overall) for draft in drafts))
    for area in _AREAS:
        yield _row(f"  {area}", *(_score(getattr(draft.report.scores, area)) for draft in drafts))
    for severity in Severity:
        yield _row(
            f"{severity.value}s",
            *(str(sum(one.severity is severity for one in draft.report.findings)) for draft in drafts),
        )
    yield _row("statements proved", *(str(len(draft.facts)) for draft in drafts))
    yield _row("words", *(str(draft.report.words) for draft in drafts))
    yield _row("words in common", f"{comparison.alike:.0%} of three-word runs")
    if any(usage_text(draft.usage) for draft in drafts):
        yield _row("tokens", *(f"{draft.usage.tokens:,}" for draft in drafts))


def _row(label: str, *cells: str) -> str:
    return f"{label:<{LABEL}}{''.join(f'{cell:<{COLUMN}}' for cell in cells)}".rstrip()


def _score(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"


def _difference(one: Difference) -> Iterator[str]:
    yield f"  {one.check}  {one.severity.value}  {one.counts[0]} → {one.counts[1]}"
    texts = one.quotes[1] if one.counts[1] >= one.counts[0] else one.quotes[0]
    for text in texts:
        shown = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
        yield f"    {visible(shown)}"
    if one.reference:
        yield f"    rule: {visible(str(one.reference))}"
