"""What the pieces of one writer come to: rates, means and sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

from copykit.draft import Usage, overlap, trigrams
from copykit.evaluation.pieces import AREAS, Piece
from copykit.formats import Format

__all__ = ["Figures", "figures_of", "sameness_of"]


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What some pieces come to. Means are over the pieces that were written; None where there are none.

    Attributes:
        pieces: how many were asked for; `failed` of them were not written.
        ready: the share that may leave as they are, of those asked for, 0 to 1.
        rounds: rounds of improvement a piece; `undone` is the share of them that did not help.
        before: errors a piece in the first version; `after` in the last. `errors_before` and `errors_after`
            have their sums by check.
        scores: the mean of each area, over the pieces in which it can be judged.
        facts: statements that guide or brief hold, a piece.
        alike: the mean share of word trigrams that two pieces of one format and brand have in common.
        most_alike: the greatest such share of two pieces of one brief; None where each was written once.
        usage: the sum.
        seconds: a piece.
        problems: why pieces were not written, and how often.
        blocked: why pieces are not ready, and how often.
    """

    pieces: int
    failed: int
    ready: float | None
    rounds: float | None
    undone: float | None
    before: float | None
    after: float | None
    warnings: float | None
    suggestions: float | None
    errors_before: Mapping[str, int]
    errors_after: Mapping[str, int]
    warnings_after: Mapping[str, int]
    scores: Mapping[str, float]
    facts: float | None
    words: float | None
    alike: float | None
    most_alike: float | None
    usage: Usage
    seconds: float | None
    problems: Mapping[str, int]
    blocked: Mapping[str, int]


def figures_of(pieces: Sequence[Piece], formats: Mapping[str, Mapping[str, Format]]) -> Figures:
    """The figures of some pieces.

    Args:
        pieces: those of one writer, or of one writer and format.
        formats: for each brand its formats by name.
    """
    written = [piece for piece in pieces if not piece.problem]
    rounds = sum(piece.rounds for piece in written)
    alike, most_alike = sameness_of(written, formats)
    scores = {
        area: round(fmean(values), 1)
        for area in AREAS
        if (values := [piece.scores[area] for piece in written if area in piece.scores])
    }
    return Figures(
        pieces=len(pieces),
        failed=len(pieces) - len(written),
        ready=sum(piece.ready for piece in pieces) / len(pieces) if pieces else None,
        rounds=_mean(piece.rounds for piece in written),
        undone=sum(piece.undone for piece in written) / rounds if rounds else None,
        before=_mean(sum(piece.before.values()) for piece in written),
        after=_mean(sum(piece.after.values()) for piece in written),
        warnings=_mean(sum(piece.warnings.values()) for piece in written),
        suggestions=_mean(piece.suggestions for piece in written),
        errors_before=_sum(piece.before for piece in written),
        errors_after=_sum(piece.after for piece in written),
        warnings_after=_sum(piece.warnings for piece in written),
        scores=scores,
        facts=_mean(piece.facts for piece in written),
        words=_mean(piece.words for piece in written),
        alike=alike,
        most_alike=most_alike,
        usage=sum((piece.usage for piece in written), Usage()),
        seconds=_mean(piece.seconds for piece in written),
        problems=dict(Counter(piece.problem for piece in pieces if piece.problem).most_common()),
        blocked=dict(Counter(reason for piece in written for reason in piece.blocked).most_common()),
    )


def sameness_of(
    pieces: Iterable[Piece], formats: Mapping[str, Mapping[str, Format]]
) -> tuple[float | None, float | None]:
    """How alike pieces of one brand and format are on average, and the most alike two of one brief."""
    groups: dict[tuple[str, str], list[tuple[str, frozenset[tuple[str, ...]]]]] = {}
    for piece in pieces:
        format = formats.get(piece.brand, {}).get(piece.format)
        if format is not None and piece.fields:
            groups.setdefault((piece.brand, piece.format), []).append(
                (piece.name, trigrams(format, piece.fields))
            )
    shares: list[float] = []
    within: list[float] = []
    for group in groups.values():
        for (name, one), (other_name, other) in combinations(group, 2):
            shares.append(overlap(one, other))
            if name == other_name:
                within.append(shares[-1])
    return (fmean(shares) if shares else None), max(within, default=None)


def _mean(values: Iterable[float]) -> float | None:
    several = list(values)
    return fmean(several) if several else None


def _sum(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return dict(total.most_common())
