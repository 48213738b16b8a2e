"""How alike the pieces of a batch are: subjects and openings within a company, and sameness over all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copykit.brief import Brief
from copykit.draft import ADDRESS, SLOT, leaves
from copykit.formats import Format
from copykit.likeness import APART, SENTENCE, Face, face_of, names_of, words_of

__all__ = ["MAIL_MERGE", "MUCH_ALIKE", "Face", "Sameness", "face_of", "measure_sameness"]

# Bounds of the sentence that tells the sameness, in percent; our own choice (docs/batches.md).
MAIL_MERGE = 60
MUCH_ALIKE = 35


@dataclass(frozen=True, kw_only=True)
class Sameness:
    """How alike the pieces of a batch are.

    Attributes:
        percent: the share of a piece's word trigrams that another piece of the batch has, too: the mean over
            all pairs, 0 to 100. Names of people and companies, legal lines and addresses don't count.
        pieces: how many were compared.
        repeated: the sentences that stand in most pieces, and in how many; the sender's lines left out.
    """

    percent: float
    pieces: int
    repeated: tuple[tuple[str, int], ...]


def measure_sameness(format: Format, pieces: Sequence[tuple[Mapping[str, Any], Brief]]) -> Sameness | None:
    """Measures pieces against one another; None for fewer than two.

    The mean over all pairs is had without looking at pairs. With `n` pieces, `T` the trigrams of one and
    `d(t)` the number of pieces that have `t`, a piece shares `sum(d(t) - 1 for t in T) / (n - 1)` trigrams
    with another on average; divided by `len(T)`, that is its share. The cost grows with the text alone.
    """
    sets = [shingles for fields, brief in pieces if (shingles := _shingles(format, fields, brief))]
    if len(sets) < 2:
        return None
    spread = Counter(shingle for one in sets for shingle in one)
    others = len(sets) - 1
    shares = [sum(spread[shingle] - 1 for shingle in one) / (others * len(one)) for one in sets]
    return Sameness(
        percent=100 * sum(shares) / len(shares), pieces=len(sets), repeated=tuple(_repeated(format, pieces))
    )


def _shingles(format: Format, fields: Mapping[str, Any], brief: Brief) -> frozenset[tuple[str, str, str]]:
    names = names_of(brief)
    found: set[tuple[str, str, str]] = set()
    for leaf in leaves(format, fields):
        if leaf.field.role not in ("legal", "url"):
            words = words_of(ADDRESS.sub("", SLOT.sub("", leaf.text)), names)
            found.update(zip(words, words[1:], words[2:], strict=False))
    return frozenset(found)


_MOST_TOLD = 3
_LEAST_WORDS = 5


def _repeated(format: Format, pieces: Sequence[tuple[Mapping[str, Any], Brief]]) -> Iterator[tuple[str, int]]:
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for fields, brief in pieces:
        names, here = names_of(brief), set[str]()
        for leaf in leaves(format, fields):
            if leaf.field.role in APART:
                continue
            for paragraph in SLOT.sub("", leaf.text).split("\n"):
                for match in SENTENCE.finditer(paragraph):
                    words = words_of(match.group(), names)
                    if len(words) >= _LEAST_WORDS:
                        here.add(" ".join(words))
                        shown.setdefault(" ".join(words), match.group().strip())
        counts.update(here)
    for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_TOLD]:
        if count > 1:
            yield shown[key], count
