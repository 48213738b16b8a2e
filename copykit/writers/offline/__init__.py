"""Writing without a model: composes copy from what the guide's owner wrote, the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copykit.draft import Values, leaves, overlap, trigrams
from copykit.guide.legal import legal_lines
from copykit.guide.situations import is_bad_news
from copykit.writers import Chunk, Note, Part, Task
from copykit.writers.offline.compose import Composer
from copykit.writers.offline.plan import make_plan
from copykit.writers.offline.pool import Choice, Pool, fill_pool, pool_key, sole_field
from copykit.writers.offline.spread import BLOCK

__all__ = ["OfflineWriter"]

# A seed's piece may share this much with those of the seeds before it in its block; .5 is what we promise,
# and others may count words a little differently.
MOST_ALIKE = 0.45
MOST_ALIKE_ALONE = 0.4  # the same for a sole text: what stands beside it, such as a title, adds to it
TAKES = 10  # numbers that each seed has for its pieces
PATIENCE = 4  # further pieces composed where one has a gap, since most gaps are in every piece
MOST_TAKES = 32  # pieces composed for a seed before the least alike is taken
# The guide's texts are there to sell; what happened, and what is done about it, stands in none of them.
BAD_NEWS = "the situation is “{}”: only you can say what went wrong, for whom, and what happens next"
KEPT = 256  # pieces remembered, so that a run over many seeds composes each once
KEPT_POOLS = 8


@dataclass(frozen=True, kw_only=True)
class _Piece:
    values: Values
    structure: str
    problems: tuple[tuple[str, str], ...]
    unsaid: int  # of what the brief asks to be said
    trigrams: frozenset[tuple[str, ...]]


class OfflineWriter:
    """Plans what to say from guide and brief, and says it in the format's patterns.

    The 24 seeds of a block (0 to 23, 24 to 47 …) are kept apart: each gives a piece that shares as little
    as can be with those of the seeds before it in the block.
    """

    name = "offline"

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], _Piece] = {}
        self._pools: dict[tuple[object, ...], Pool] = {}

    def write(self, task: Task) -> Iterator[Part]:
        """Streams the copy, field by field; see `Writer.write`."""
        piece = self._piece(task)
        values = dict(piece.values)
        for field in task.format.fields:
            if field.role == "legal" and (legal := "\n".join(_legal_lines(task, values))):
                values[field.name] = legal
        yield Note(structure=piece.structure)
        for leaf in leaves(task.format, values):
            yield Chunk(path=leaf.path, text=leaf.text)
        for name, problem in piece.problems:
            yield Note(field=name, problem=problem)
        if is_bad_news(task.brief.situation):
            yield Note(problem=BAD_NEWS.format(task.brief.situation))

    def _piece(self, task: Task) -> _Piece:
        what = (task.format.path, task.format.version, task.guide.folder, task.guide.version)
        key = (*what, task.brief.model_dump_json(), task.today, task.seed)
        if key not in self._kept:
            pool = self._pool(task)
            first = task.seed - task.seed % BLOCK
            before = [self._piece(replace(task, seed=seed)) for seed in range(first, task.seed)]
            found = _least_alike(task, before, pool)
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = found
        return self._kept[key]

    def _pool(self, task: Task) -> Pool:
        if sole_field(task.format) is None:
            return Pool()
        key = pool_key(task)
        if key not in self._pools:
            while len(self._pools) >= KEPT_POOLS:
                del self._pools[next(iter(self._pools))]
            self._pools[key] = fill_pool(task)
        return self._pools[key]


def _least_alike(task: Task, before: list[_Piece], pool: Pool) -> _Piece:
    if pool.choices:
        return _compose(task, 0, _dealt(task, before, pool))
    best: tuple[tuple[bool, int, float], _Piece] | None = None
    for take in range(MOST_TAKES):
        piece = _compose(task, take, ())
        worth = (bool(piece.problems), piece.unsaid, _closest(piece.trigrams, before))
        if best is None or worth < best[0]:
            best = (worth, piece)
        faulty = best[0][0] or best[0][1]
        if best[0][2] <= MOST_ALIKE and not (faulty and take < PATIENCE):
            break
    assert best is not None
    return best[1]


def _closest(said: frozenset[tuple[str, ...]], before: Sequence[_Piece]) -> float:
    return max((overlap(said, other.trigrams) for other in before), default=0.0)


def _dealt(task: Task, before: Sequence[_Piece], pool: Pool) -> list[Choice]:
    """What the block has left for a seed, the first that is far enough from the earlier ones in front."""
    name = pool.field
    told = {piece.values.get(name) for piece in before}
    left = [one for one in pool.of_block(task.seed // BLOCK) if one.text not in told]
    likeness = [_closest(trigrams(task.format, {name: one.text}), before) for one in left]
    far = next((at for at, alike in enumerate(likeness) if alike <= MOST_ALIKE_ALONE), None)
    first = far if far is not None else min(range(len(left)), key=likeness.__getitem__, default=0)
    return [*left[first : first + 1], *left[:first], *left[first + 1 :]]


def _compose(task: Task, take: int, candidates: Sequence[Choice]) -> _Piece:
    plan, seed = make_plan(task, take), task.seed * TAKES + take
    composer = Composer(task.format, plan, seed, block=task.seed // BLOCK, candidates=candidates)
    values = composer.compose()
    return _Piece(
        values=values,
        structure=composer.structure,
        problems=tuple(composer.problems),
        unsaid=composer.unsaid,
        trigrams=trigrams(task.format, values),
    )


def _legal_lines(task: Task, values: Values) -> Iterator[str]:
    region = task.brief.region or task.guide.brand.region
    said = "\n".join(leaf.text for leaf in leaves(task.format, values))
    for line in legal_lines(task.guide, channel=task.format.channel, region=region, said=said):
        yield line.text
