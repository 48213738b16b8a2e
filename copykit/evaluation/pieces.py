"""One brief written once by one writer: what is asked for, and what is kept of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from copykit.brief import Brief, load_brief
from copykit.draft import Draft, Usage, Values
from copykit.errors import BriefError, CopykitError, FormatError, MissingKey
from copykit.findings import Finding, Severity
from copykit.formats import Format
from copykit.guide import Guide
from copykit.improve import Budget
from copykit.readiness import judge
from copykit.wording import did_you_mean
from copykit.writers import Writer
from copykit.writing import write

__all__ = ["Job", "Piece", "jobs_in", "write_piece"]

AREAS = ("overall", "readability", "keywords", "consistency")


@dataclass(frozen=True, kw_only=True)
class Job:
    """One piece that is to be written.

    Attributes:
        name: the brief's file, from the folder of briefs: `dewclaw/blog-post-01`.
        brand: the brand's folder name.
        key: tells this piece from all others, and from itself under another guide, prompt, brief or writer.
    """

    name: str
    brand: str
    guide: Guide
    format: Format
    brief: Brief
    writer: Writer
    seed: int
    today: date
    key: str


@dataclass(frozen=True, kw_only=True)
class Piece:
    """What is kept of one piece.

    Attributes:
        problem: why there is none, in a sentence; empty when there is one.
        rounds: rounds of improvement in which the writer was asked again; `undone` of them did not help.
        before: errors by check in the first version; `after` in the last, with `warnings` and `suggestions`.
        scores: overall, readability, keywords and consistency, 0 to 100; an area that can't be judged is
            left out.
        facts: checkable statements that guide or brief hold.
        seconds: how long it took.
        fields: its texts.
    """

    key: str
    name: str
    brand: str
    format: str
    writer: str
    seed: int
    guide_version: str
    prompt_version: str
    ready: bool = False
    problem: str = ""
    blocked: tuple[str, ...] = ()
    rounds: int = 0
    undone: int = 0
    before: Mapping[str, int] = field(default_factory=dict)
    after: Mapping[str, int] = field(default_factory=dict)
    warnings: Mapping[str, int] = field(default_factory=dict)
    suggestions: int = 0
    scores: Mapping[str, float] = field(default_factory=dict)
    facts: int = 0
    words: int = 0
    usage: Usage = field(default_factory=Usage)
    seconds: float = 0.0
    fields: Values = field(default_factory=dict)


def jobs_in(
    folder: Path,
    *,
    guides: Mapping[str, Guide],
    formats: Mapping[str, Mapping[str, Format]],
    writers: Sequence[Writer],
    seeds: int,
    today: date,
) -> Iterator[Job]:
    """Every piece that the briefs of a folder ask for, brief by brief, each by every writer.

    A brief lies in a folder with its brand's name (`dewclaw/blog-post-01.yaml`), or in the folder itself when
    there is one brand only; its `format` says what is written.

    Args:
        folder: the folder of briefs.
        guides: the brands by their folder's name.
        formats: for each brand the formats that it has, by name.
        writers: who writes.
        seeds: how many seeds each brief is written with, from 0 on.
        today: the day that dated claims and offers are judged by, where a brand pins none.

    Raises:
        BriefError: when there is no brief, or one can't be read.
        FormatError: when a brief names no format that there is.
    """
    paths = sorted(
        (path, brand) for brand in guides for path in _paths(folder, brand, alone=len(guides) == 1)
    )
    if not paths:
        brands = " or ".join(f"{brand}/" for brand in guides)
        raise BriefError(
            f'there is no brief under "{folder}"', advice=f"Put YAML files into {brands} in that folder."
        )
    for path, brand in paths:
        brief, guide = load_brief(path), guides[brand]
        found = formats[brand].get(brief.format)
        if found is None:
            near = did_you_mean(brief.format, formats[brand], tell=True)
            raise FormatError(f'there is no format "{brief.format}"{near}', path=path.as_posix())
        name = f"{brand}/{path.stem}"
        for seed in range(seeds):
            for writer in writers:
                said = (
                    name, brief.model_dump_json(), guide.version, found.version, writer.name, seed,
                    guide.today(today).isoformat(),
                )  # fmt: skip
                key = hashlib.sha256("\0".join(map(str, said)).encode()).hexdigest()[:16]
                yield Job(
                    name=name, brand=brand, guide=guide, format=found, brief=brief, writer=writer, seed=seed,
                    today=today, key=key,
                )  # fmt: skip


def _paths(folder: Path, brand: str, *, alone: bool) -> Sequence[Path]:
    within = sorted((folder / brand).glob("*.yaml"))
    return within or (sorted(folder.glob("*.yaml")) if alone else [])


def write_piece(job: Job, *, clock: Callable[[], float], budget: Budget | None = None) -> Piece:
    """Writes a piece and counts. What hinders the writer becomes the piece's problem and is not raised.

    Raises:
        MissingKey: when the model wants a key that is not set: every piece would fail.

    Args:
        job: what to write.
        clock: seconds that only rise.
        budget: what improving may take; see `copykit.improve.Budget`.
    """
    begun = clock()
    piece = Piece(
        key=job.key, name=job.name, brand=job.brand, format=job.format.name, writer=job.writer.name,
        seed=job.seed, guide_version=job.guide.version, prompt_version=job.format.version,
    )  # fmt: skip
    try:
        draft = write(
            job.format, job.brief, guide=job.guide, writer=job.writer, today=job.today, seed=job.seed,
            budget=budget,
        )  # fmt: skip
    except MissingKey:
        raise  # no other piece could be written either
    except CopykitError as error:
        return replace(piece, problem=" ".join(str(error).split()), seconds=clock() - begun)
    taken = clock() - begun
    return _counted(piece, draft, job, taken)


def _counted(piece: Piece, draft: Draft, job: Job, seconds: float) -> Piece:
    first = draft.history[0].fields if draft.history else draft.fields
    began = judge(draft.with_fields(first), guide=job.guide, today=job.today)
    asked = [one for one in draft.history if one.usage.requests or one.usage.cached][1:]
    scores = draft.report.scores
    found = draft.report.findings
    return replace(
        piece,
        ready=draft.ready,
        blocked=tuple(dict.fromkeys(one.reason for one in draft.blocked)),
        rounds=len(asked),
        undone=sum(not one.kept for one in asked),
        before=_by_check(began.report.findings, Severity.ERROR),
        after=_by_check(found, Severity.ERROR),
        warnings=_by_check(found, Severity.WARNING),
        suggestions=sum(one.severity is Severity.SUGGESTION for one in found),
        scores={area: value for area in AREAS if (value := getattr(scores, area)) is not None},
        facts=len(draft.facts),
        words=draft.report.words,
        usage=draft.usage,
        seconds=seconds,
        fields=dict(draft.fields),
    )


def _by_check(findings: Sequence[Finding], severity: Severity) -> dict[str, int]:
    return dict(sorted(Counter(one.check for one in findings if one.severity is severity).items()))
