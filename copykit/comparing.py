"""One brief written twice: with the guide and without it, or in two brands; and what the difference is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from copykit.brief import Brief, check_brief
from copykit.draft import Draft, overlap, trigrams
from copykit.findings import Finding, Reference, Severity
from copykit.formats import Format
from copykit.formats.bare import bare_format
from copykit.guide import Guide
from copykit.guide.bare import bare_guide
from copykit.house import prompts_dir
from copykit.improve import Budget
from copykit.readiness import judge
from copykit.writers import Note, Task, Writer
from copykit.writing import begun, grow, write

__all__ = [
    "WITH", "WITHOUT", "Comparison", "Difference", "Side", "compare", "compare_brands", "compare_guide",
    "without_guide",
]  # fmt: skip

WITH = "with the guide"
WITHOUT = "without it"
MOST_QUOTES = 5
OFFLINE = "offline"


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of the two pieces.

    Attributes:
        label: what sets it apart: "with the guide", or the brand's name.
        draft: the piece, judged by its guide.
        left_out: settings of the brief that this brand's guide does not have.
    """

    label: str
    draft: Draft
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What one check found on both sides.

    Attributes:
        check: its id.
        severity: the gravest that it found.
        counts: how often it found something, on the first side and on the second.
        quotes: what it marked there, at most five texts each; the advice where something is missing.
        advice: what its first finding says.
        reference: the line of the guide, or the source, that it comes from.
    """

    check: str
    severity: Severity
    counts: tuple[int, int]
    quotes: tuple[tuple[str, ...], tuple[str, ...]]
    advice: str
    reference: Reference | None


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two pieces from one brief.

    Attributes:
        sides: the first and the second.
        differences: by check, those that count more on the second side first, the gravest first.
        alike: the share of word trigrams that both have, 0 to 1.
    """

    sides: tuple[Side, Side]
    differences: tuple[Difference, ...]
    alike: float

    @property
    def prevented(self) -> tuple[Difference, ...]:
        """What stands more often in the second piece than in the first."""
        return tuple(one for one in self.differences if one.counts[1] > one.counts[0])


def without_guide(
    format: Format,
    brief: Brief,
    *,
    guide: Guide,
    writer: Writer,
    today: date,
    seed: int = 0,
    prompts: Path | None = None,
) -> Draft:
    """Writes a brief as if there were no guide, and judges the piece by the guide.

    A model gets a plain prompt: the brief, the names of brand, product and audience with their description,
    and the words of the offer, the messages and the ask that the brief names. Without a model, the same words
    are put into the fields and nothing is added. Nothing is improved afterwards, since improving needs a
    guide.

    Args:
        prompts: the folder of prompts; by default the one that comes with copykit.

    Raises:
        BriefError: when the brief names what the guide does not have.
        WriterError: when the writer gives up.
    """
    check_brief(brief, guide)
    today = guide.today(today)
    bare = bare_guide(
        guide, product=brief.product, audience=brief.audience, offer=brief.offer,
        ask=_ask_of(guide, brief), messages=brief.messages,
    )  # fmt: skip
    if writer.name == OFFLINE:
        from copykit.writers.offline.bare import BareWriter

        writer = BareWriter()
    task = Task(
        format=bare_format(format, prompts or prompts_dir()), brief=brief, guide=bare, seed=seed, today=today
    )
    draft = replace(begun(task, writer), format=format)  # the fields are the same, and judged as such
    notes: list[Note] = []
    for part in writer.write(task):
        draft = grow(draft, part, notes)
    draft = replace(draft, structure=WITHOUT)
    return judge(draft, guide=guide, today=today, notes=notes)


def _ask_of(guide: Guide, brief: Brief) -> str:
    """The ask that the brief names, or the first that serves its goal and its reader."""
    if brief.ask:
        return brief.ask
    fitting = [one for one in guide.asks if not one.audiences or brief.audience in ("", *one.audiences)]
    serving = [one for one in (*fitting, *guide.asks) if not brief.goal or one.goal == brief.goal]
    return serving[0].id if serving else ""


def compare_guide(
    format: Format,
    brief: Brief,
    *,
    guide: Guide,
    writer: Writer,
    today: date,
    seed: int = 0,
    budget: Budget | None = None,
) -> Comparison:
    """Writes a brief with the guide and without it; both are judged by the guide.

    Raises:
        BriefError: when the brief names what the guide does not have.
        WriterError: when the writer gives up.
    """
    first = write(format, brief, guide=guide, writer=writer, today=today, seed=seed, budget=budget)
    second = without_guide(format, brief, guide=guide, writer=writer, today=today, seed=seed)
    return compare(Side(label=WITH, draft=first), Side(label=WITHOUT, draft=second))


def compare_brands(
    format: Format,
    brief: Brief,
    *,
    guides: tuple[Guide, Guide],
    writer: Writer,
    today: date,
    seed: int = 0,
    budget: Budget | None = None,
) -> Comparison:
    """Writes a brief in two brands; each piece is judged by its own guide.

    What the brief names of one guide (an audience, a product) and the other does not have is left out there,
    and the side says so.

    Raises:
        BriefError: when the brief names what neither guide has.
        WriterError: when the writer gives up.
    """
    check_brief(_fitted(brief, guides[0], spare=guides[1])[0], guides[0])
    sides: list[Side] = []
    for guide, other in (guides, guides[::-1]):
        fitted, left_out = _fitted(brief, guide, spare=other)
        draft = write(format, fitted, guide=guide, writer=writer, today=today, seed=seed, budget=budget)
        sides.append(Side(label=guide.brand.name, draft=draft, left_out=left_out))
    return compare(sides[0], sides[1])


def _fitted(brief: Brief, guide: Guide, *, spare: Guide) -> tuple[Brief, tuple[str, ...]]:
    """The brief without the ids that only the other guide has, and which settings those were."""

    def ids(one: Guide) -> dict[str, set[str]]:
        return {
            "audience": {part.id for part in one.audiences}, "product": {part.id for part in one.products},
            "ask": {part.id for part in one.asks}, "offer": {part.id for part in one.offers},
            "messages": {part.id for part in one.messages}, "goal": {part.goal for part in one.asks},
        }  # fmt: skip

    own, others = ids(guide), ids(spare)
    changes: dict[str, object] = {}
    for key in own:
        value = getattr(brief, key)
        if isinstance(value, list):
            kept = [id for id in value if id in own[key] or id not in others[key]]
            if kept != value:
                changes[key] = kept
        elif value and value not in own[key] and value in others[key]:
            changes[key] = ""
    if "region" not in changes and brief.region and changes:
        changes["region"] = ""  # it was the other brand's
    return brief.model_copy(update=changes), tuple(changes)


def compare(first: Side, second: Side) -> Comparison:
    """What sets two judged pieces apart."""
    drafts = (first.draft, second.draft)
    found = [_by_check(draft.report.findings) for draft in drafts]
    differences = [
        _difference(check, (found[0].get(check, []), found[1].get(check, [])), drafts)
        for check in {**found[0], **found[1]}
    ]
    differences.sort(key=lambda one: (one.counts[0] - one.counts[1] >= 0, one.severity.rank, one.check))
    shared = [trigrams(draft.format, draft.fields) for draft in drafts]
    return Comparison(
        sides=(first, second), differences=tuple(differences), alike=overlap(shared[0], shared[1])
    )


def _by_check(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    kept: dict[str, list[Finding]] = {}
    for finding in findings:
        kept.setdefault(finding.check, []).append(finding)
    return kept


def _difference(
    check: str, found: tuple[list[Finding], list[Finding]], drafts: tuple[Draft, Draft]
) -> Difference:
    every = sorted((*found[0], *found[1]), key=lambda one: one.severity.rank)
    # What stands only on the second side is what a reader wants explained.
    first = (found[1] or found[0])[0]
    quotes = tuple(_quotes(draft, findings) for draft, findings in zip(drafts, found, strict=True))
    return Difference(
        check=check,
        severity=every[0].severity,
        counts=(len(found[0]), len(found[1])),
        quotes=(quotes[0], quotes[1]),
        advice=first.advice,
        reference=first.reference,
    )


def _quotes(draft: Draft, findings: Sequence[Finding]) -> tuple[str, ...]:
    said = Counter(" ".join((draft.quote(one) or one.advice).split()) for one in findings)
    return tuple(text for text, _ in said.most_common(MOST_QUOTES))
