"""Which choices a seed stands for, spread so that pieces of different seeds share as little as can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from random import Random
from typing import TypeVar

__all__ = ["BLOCK", "WEIGHTS", "choices", "turned"]

_Item = TypeVar("_Item")
BLOCK = 24  # seeds that are spread against one another
TRIED = 12  # candidates for each seed, of which the least like the earlier ones is taken
# How much text a choice brings along, roughly: two pieces with one message share more than two with one goal.
WEIGHTS: Mapping[str, int] = {
    "message": 5, "pain": 4, "story": 4, "objection": 4, "structure": 3, "round": 3, "wording": 3, "claim": 2,
    "offer": 1, "goal": 1, "wordplay": 1, "ask": 1, "fact": 1, "feature": 1,
}  # fmt: skip


def choices(sizes: Mapping[str, int], seed: int, take: int = 0) -> dict[str, int]:
    """For each kind of choice the number of the one that comes first with this seed.

    Args:
        sizes: how many there are of each kind.
        seed: any integer; the seeds of one block of 24 are spread against one another.
        take: 0 for the seed's own choice; another number for a choice at random in its stead.
    """
    if take:
        rng = Random(f"{seed}:{take}")
        return {name: rng.randrange(max(1, size)) for name, size in sizes.items()}
    block, at = divmod(seed, BLOCK)
    names = tuple(sizes)
    vector = _spread(names, tuple(max(1, size) for size in sizes.values()), block, at)
    return dict(zip(names, vector, strict=True))


def turned(items: Sequence[_Item], first: int) -> list[_Item]:
    """The items, beginning with one and going round."""
    at = first % len(items) if items else 0
    return [*items[at:], *items[:at]]


@lru_cache(maxsize=2048)
def _spread(names: tuple[str, ...], sizes: tuple[int, ...], block: int, at: int) -> tuple[int, ...]:
    rng = Random(f"{names}:{sizes}:{block}:{at}")
    before = [_spread(names, sizes, block, earlier) for earlier in range(at)]
    # A choice among one or none tells no two pieces apart.
    weights = [WEIGHTS.get(name, 1) if size > 1 else 0 for name, size in zip(names, sizes, strict=True)]
    best: tuple[tuple[int, int], tuple[int, ...]] | None = None
    for _ in range(TRIED if before else 1):
        vector = tuple(rng.randrange(size) for size in sizes)
        shared = [
            sum(weight for weight, one, other in zip(weights, vector, earlier, strict=True) if one == other)
            for earlier in before
        ]
        worth = (max(shared, default=0), sum(number * number for number in shared))
        if best is None or worth < best[0]:
            best = (worth, vector)
    assert best is not None
    return best[1]
