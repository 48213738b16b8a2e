"""Times reading, word by word: how many words a second each step of the text layer takes on a folder.

Run: python benchmarks/text_speed.py FOLDER
CPU time of one process, the files read beforehand; each figure is the best of three rounds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from copykit.sources import read_document, walk
from copykit.text import Document, Phrasebook, measure, parse

TERMS = [
    (number, f"{first} {second}")
    for number, first in enumerate("team data sales payroll content open agile user service product".split())
    for second in "plan tool system review report guide policy test model cost goal list site page".split()
] + [(word, word) for word in "leverage utilize seamless robust synergy impactful streamline".split()]


def best(step: Callable[[], object], rounds: int = 3) -> float:
    """The shortest CPU time of a step, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        step()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Prints one line a step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    given = [read_document(path) for path in walk([parser.parse_args().folder])]
    book = Phrasebook(TERMS)

    def fresh() -> list[Document]:
        return [parse(one.source, name=one.name, syntax=one.syntax) for one in given]

    words = sum(len(one.words) for one in given)
    reading = best(fresh)
    print(f"{len(given)} documents, {words:,} words, {len(TERMS)} phrases")
    print(f"{'parse':<10} {words / reading:>12,.0f} words/s")
    for name, step in {
        "shielded": lambda one: one.shielded,
        "words": lambda one: one.words,
        "sentences": lambda one: one.sentences,
        "quoted": lambda one: one.quoted,
        "measure": measure,
        "phrases": book.find,
    }.items():
        documents = given if name in ("measure", "phrases") else fresh()
        took = best(lambda step=step, documents=documents: [step(one) for one in documents], 1)  # type: ignore[misc]
        print(f"{name:<10} {words / max(took, 1e-9):>12,.0f} words/s")
    everything = best(
        lambda: [(one.sentences, one.words, one.quoted, one.slots, measure(one)) for one in fresh()]
    )
    print(f"{'all':<10} {words / everything:>12,.0f} words/s")


if __name__ == "__main__":
    main()
