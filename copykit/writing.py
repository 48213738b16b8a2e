"""From a brief to a checked draft: a writer's stream is gathered, checked, and told ready or blocked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from copykit.brief import Brief, check_brief
from copykit.checks.control import verify_control
from copykit.draft import Draft, Usage, get_leaf, overlap, set_leaf, trigrams
from copykit.formats import Format
from copykit.guide import Guide
from copykit.readiness import UNJUDGED, judge
from copykit.writers import Chunk, Note, Part, Task, Writer

__all__ = ["likeness", "stream", "variants", "write"]

# How alike two variants may be: the share of word trigrams that they have in common (Jaccard).
MOST_ALIKE = 0.5
TRIES = 12  # seeds tried for a variant that differs from those before
PAID_TRIES = 2  # the same where each try costs money


def write(format: Format, brief: Brief, *, guide: Guide, writer: Writer, today: date, seed: int = 0) -> Draft:
    """Writes one draft and checks it.

    Raises:
        BriefError: when the brief names what the guide does not have.
        WriterError: when the writer gives up.
    """
    *_, draft = stream(format, brief, guide=guide, writer=writer, today=today, seed=seed)
    return draft


def stream(
    format: Format, brief: Brief, *, guide: Guide, writer: Writer, today: date, seed: int = 0
) -> Iterator[Draft]:
    """Writes one draft, giving it back as it grows; only the last one is checked and may be ready.

    Raises:
        BriefError: before anything is written, when the brief names what the guide does not have.
        GuideError: as early, when the guide sets a check that there is none of.
        WriterError: when the writer gives up; the drafts given back before hold what it wrote.
    """
    check_brief(brief, guide)
    verify_control(guide)
    today = guide.today(today)
    task = Task(format=format, brief=brief, guide=guide, seed=seed, today=today)
    draft = Draft(
        format=format, brand=guide.brand.name, brief=brief, fields={}, writer=writer.name, seed=seed,
        guide_version=guide.version, report=UNJUDGED, ready=False,
    )  # fmt: skip
    notes: list[Note] = []
    for part in writer.write(task):
        draft = _grow(draft, part, notes)
        yield draft
    yield judge(draft, guide=guide, today=today, notes=notes)


def _grow(draft: Draft, part: Part, notes: list[Note]) -> Draft:
    if isinstance(part, Chunk):
        text = get_leaf(draft.fields, part.path) + part.text
        return replace(draft, fields=set_leaf(draft.fields, part.path, text))
    if isinstance(part, Usage):
        return replace(draft, usage=draft.usage + part)
    notes.append(part)
    return replace(draft, structure=part.structure or draft.structure)


def variants(
    format: Format, brief: Brief, *, guide: Guide, writer: Writer, today: date, count: int = 1, seed: int = 0
) -> list[Draft]:
    """Writes several drafts of one brief that differ from one another.

    Any two share at most half of their word trigrams, where the guide holds enough to say; a draft that
    comes too close to an earlier one is written anew from a later seed, and the least alike is kept.
    """
    kept: list[Draft] = []
    spare = seed + count
    for number in range(count):
        tries = [write(format, brief, guide=guide, writer=writer, today=today, seed=seed + number)]
        most = TRIES if writer.name == "offline" else PAID_TRIES
        while kept and _closest(tries[-1], kept) > MOST_ALIKE and len(tries) < most:
            tries.append(write(format, brief, guide=guide, writer=writer, today=today, seed=spare))
            spare += 1
        kept.append(
            min(tries, key=lambda draft: (not draft.ready, _closest(draft, kept))) if kept else tries[0]
        )
    return kept


def _closest(draft: Draft, others: Iterable[Draft]) -> float:
    return max((likeness(draft, other) for other in others), default=0.0)


def likeness(one: Draft, other: Draft) -> float:
    """The Jaccard index of two drafts' word trigrams, 0 to 1."""
    return overlap(trigrams(one.format, one.fields), trigrams(other.format, other.fields))
