"""From a brief to a draft that is ready or says why not: it is written, checked and improved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from copykit.brief import Brief, check_brief
from copykit.checks.control import verify_control
from copykit.draft import Draft, Usage, get_leaf, set_leaf
from copykit.errors import BadOutput, WriterError
from copykit.formats import Format
from copykit.guide import Guide
from copykit.improve import Budget, better, first_version, improve
from copykit.likeness import is_same, likeness, same_face
from copykit.readiness import UNJUDGED, judge
from copykit.writers import Chunk, Note, Part, Restart, Task, Writer

__all__ = ["begun", "grow", "stream", "variants", "write"]

# How alike two variants may be: the share of word trigrams that they have in common (Jaccard).
MOST_ALIKE = 0.5
TRIES = 12  # seeds tried for a variant that differs from those before
PAID_TRIES = 2  # the same where each try costs money
MOST_TEXT = 400_000  # characters of a draft; a writer that says more has lost its way


def write(
    format: Format,
    brief: Brief,
    *,
    guide: Guide,
    writer: Writer,
    today: date,
    seed: int = 0,
    budget: Budget | None = None,
    best_of: int = 1,
) -> Draft:
    """Writes one draft, checks it and improves it; see `stream`.

    Raises:
        BriefError: when the brief names what the guide does not have.
        WriterError: when the writer gives up.
    """
    *_, draft = stream(
        format, brief, guide=guide, writer=writer, today=today, seed=seed, budget=budget, best_of=best_of
    )
    return draft


def stream(
    format: Format,
    brief: Brief,
    *,
    guide: Guide,
    writer: Writer,
    today: date,
    seed: int = 0,
    budget: Budget | None = None,
    best_of: int = 1,
) -> Iterator[Draft]:
    """Writes one draft, giving it back as it grows and after each round of improvement.

    What is given back before it is checked is never ready; the last one is the result. Closing the stream
    stops the writer; what was given back before stays good.

    Args:
        seed: the same seed gives the same copy (offline), or is passed on to the model.
        budget: what improving may take; by default three rounds.
        best_of: how many first versions are written, from as many seeds; the checks choose the one that is
            improved.

    Raises:
        BriefError: before anything is written, when the brief names what the guide does not have.
        GuideError: as early, when the guide sets a check that there is none of.
        WriterError: when the writer gives up; the drafts given back before hold what it wrote.
    """
    check_brief(brief, guide)
    verify_control(guide)
    today = guide.today(today)
    best: tuple[Draft, Task, list[Note]] | None = None
    spent = Usage()
    for number in range(max(1, best_of)):
        task = Task(format=format, brief=brief, guide=guide, seed=seed + number, today=today)
        notes: list[Note] = []
        draft = begun(task, writer)
        try:
            for part in _watched(writer.write(task), writer):
                draft = grow(draft, part, notes)
                yield draft
        except WriterError:
            if best is None:
                raise
            break  # an earlier version is there
        finally:
            spent += draft.usage
        draft = first_version(judge(draft, guide=guide, today=today, notes=notes))
        if best is None or better(draft, best[0]):
            best = draft, task, notes
    assert best is not None
    draft, task, notes = best
    draft = replace(draft, usage=spent)
    yield draft
    yield from improve(draft, task=task, writer=writer, notes=notes, budget=budget)


def begun(task: Task, writer: Writer) -> Draft:
    """The draft of a task before its writer has said a word."""
    return Draft(
        format=task.format, brand=task.guide.brand.name, brief=task.brief, fields={}, writer=writer.name,
        seed=task.seed, guide_version=task.guide.version, report=UNJUDGED, ready=False,
    )  # fmt: skip


def _watched(parts: Iterable[Part], writer: Writer) -> Iterator[Part]:
    """The parts of a draft, as long as they end."""
    letters = 0
    for part in parts:
        letters += len(part.text) if isinstance(part, Chunk) else 0
        if letters > MOST_TEXT:
            raise BadOutput(f"{writer.name} does not end", advice="Try again, or use another writer.")
        yield part


def grow(draft: Draft, part: Part, notes: list[Note]) -> Draft:
    """The draft with one more part of a writer's stream; what the writer noted is added to the notes."""
    if isinstance(part, Chunk):
        text = get_leaf(draft.fields, part.path) + part.text
        return replace(draft, fields=set_leaf(draft.fields, part.path, text))
    if isinstance(part, Usage):
        return replace(draft, usage=draft.usage + part)
    if isinstance(part, Restart):
        return replace(
            draft, fields={name: value for name, value in draft.fields.items() if name != part.field}
        )
    notes.append(part)
    remarks = (*draft.remarks, part.remark) if part.remark else draft.remarks
    structure, writer = part.structure or draft.structure, part.writer or draft.writer
    return replace(draft, structure=structure, writer=writer, remarks=remarks)


def variants(
    format: Format,
    brief: Brief,
    *,
    guide: Guide,
    writer: Writer,
    today: date,
    count: int = 1,
    seed: int = 0,
    budget: Budget | None = None,
    best_of: int = 1,
    seen: Callable[[Draft], None] | None = None,
) -> Iterator[Draft]:
    """Writes several drafts of one brief that differ from one another, and gives each back when it is done.

    Any two share at most half of their word trigrams and neither subject nor opening, where the guide holds
    enough to say; a draft that comes too close to an earlier one is written anew from a later seed, and the
    least alike is kept. `spread_of` tells how far apart they are. Without a model there are fewer than asked
    for once guide and brief have no words for one more: a repeat is no variant.

    Args:
        seen: is told each draft as it grows, as `stream` gives it back; see there for the others.

    Raises:
        BriefError: when the brief names what the guide does not have.
        WriterError: when the writer gives up; the drafts given back before stay good.
    """

    def one(number: int) -> Draft:
        coming = stream(
            format, brief, guide=guide, writer=writer, today=today, seed=seed + number * best_of,
            budget=budget, best_of=best_of,
        )  # fmt: skip
        for draft in coming:
            if seen:
                seen(draft)
        return draft

    kept: list[Draft] = []
    spare = count
    most = TRIES if writer.name == "offline" else PAID_TRIES
    for number in range(count):
        tries = [one(number)]
        while kept and _too_close(tries[-1], kept) and len(tries) < most:
            tries.append(one(spare))
            spare += 1
        best = min(tries, key=lambda draft: _worth(draft, kept)) if kept else tries[0]
        if writer.name == "offline" and any(is_same(best, other) for other in kept):
            return
        spent = sum((draft.usage for draft in tries), Usage())
        kept.append(replace(best, usage=spent))
        yield kept[-1]


def _too_close(draft: Draft, others: Sequence[Draft]) -> bool:
    return _closest(draft, others) > MOST_ALIKE or same_face(draft, others) > 0


def _worth(draft: Draft, others: Sequence[Draft]) -> tuple[bool, bool, int, float]:
    """What is wrong with a draft as one more variant, the worst first."""
    closest = _closest(draft, others)
    return (not draft.ready, closest > MOST_ALIKE, same_face(draft, others), closest)


def _closest(draft: Draft, others: Iterable[Draft]) -> float:
    return max((likeness(draft, other) for other in others), default=0.0)
