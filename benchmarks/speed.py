"""How fast the default suite is on a folder of texts, beside two peers, and how its cost grows.

    python benchmarks/speed.py FOLDER [--npm] [--documents 10000] [--json] [--by-family]

A guide of 200 terms and 60 claims is made from the sample brand Dewclaw in a temporary folder, the same
each time. Then, on the folder's texts: words per CPU-second of the suite, of all that textstat measures
in English, of the seven formulas that we have of it, and (with `--npm`, which installs it in a temporary
folder) of write-good; one process and two on the wall clock; a cold `copykit check` of one short file; a
warm check of 300 words; memory over many documents; words per CPU-second from 10 KB to 1 MB. Peers get
the same plain text; textstat remembers its last 128 texts, so a folder should hold more. Each figure is
the best of three rounds.
Garbage is looked for as seldom as by the command itself. `--by-family` tells instead what reading, cutting a
text up and each module of checks cost a word, so that a check that is too dear is seen.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from copykit.checking import Desk
from copykit.checks import CHECKS, Context
from copykit.checks.distinct import distinct
from copykit.cli import GARBAGE
from copykit.findings import Finding
from copykit.formats import load_formats
from copykit.guide import load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.sources import read_document, walk
from copykit.text import Syntax, parse

TODAY = date(2026, 11, 23)
TERMS, CLAIMS = 200, 60
SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 3

_FIRST = "amber basalt cedar delta ember fjord garnet harbor indigo juniper".split()
_SECOND = "ledger marker notebook outline packet quarter register schedule template voucher".split()
_WORDS = (
    "actionable bandwidth cadence deliverable ecosystem enablement granular holistic ideate learnings".split()
)


def large_guide(folder: Path) -> Path:
    """Copies the sample brand and fills it up to 200 terms and 60 claims."""
    brand = folder / "dewclaw"
    shutil.copytree(brands_dir() / "dewclaw", brand)
    guide = load_guide(brand)
    terms: list[str] = []
    pairs = [f"{first} {second}" for first in _FIRST for second in _SECOND]
    for at, word in enumerate([*_WORDS, *pairs, *(f"{one}s per week" for one in pairs)]):
        if len(guide.terms) + len(terms) == TERMS:
            break
        terms.append(f"  - avoid: [{word}]\n    use: plan {at}\n    reason: The plain word is shorter.\n")
    claims: list[str] = []
    for at in range(CLAIMS - len(guide.claims)):
        pair = pairs[at * 7 % len(pairs)]
        claims.append(
            f"  - id: made-{at}\n"
            f"    text: Teams that keep a {pair} finish {at + 12}% sooner.\n"
            f"    wordings: [A {pair} saves {at + 3} hours a week.]\n"
            f"    proof: {{source: Survey {at}, date: 2026-03-01, owner: Research}}\n"
        )
    path = brand / "terms.yaml"
    path.write_text(path.read_text(encoding="utf-8").rstrip() + "\n" + "".join(terms), encoding="utf-8")
    path = brand / "messages.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nclaims:\n", "\nclaims:\n" + "".join(claims), 1), encoding="utf-8")
    return brand


def desk_of(brand: Path) -> Desk:
    """The guide and the formats, ready to check."""
    return Desk(guide=load_guide(brand), formats=load_formats([prompts_dir()]), today=TODAY)


def best(
    step: Callable[[], object], rounds: int = ROUNDS, clock: Callable[[], float] = time.process_time
) -> float:
    """The shortest time of a step, in seconds, after one round that is not counted."""
    step()
    times = []
    for _ in range(rounds):
        start = clock()
        step()
        times.append(clock() - start)
    return max(min(times), 1e-9)


def check_files(brand: Path, paths: Sequence[Path]) -> int:
    """Reads and checks files; the number of words."""
    global _desk  # one guide a process, however many tasks it gets
    if _desk is None:
        _desk = desk_of(brand)
    return sum(_desk.check(read_document(path)).report.words for path in paths)


_desk: Desk | None = None


def as_the_command() -> None:
    """Looks for garbage as seldom as `copykit check` does."""
    gc.set_threshold(*GARBAGE)


def with_processes(brand: Path, paths: Sequence[Path], processes: int) -> float:
    """Wall seconds for a folder, the processes started and warm."""
    shares = [paths[start :: processes * 4] for start in range(processes * 4)]
    with ProcessPoolExecutor(processes, initializer=as_the_command) as pool:

        def run() -> None:
            list(pool.map(check_files, [brand] * len(shares), shares))

        return best(run, rounds=2, clock=time.perf_counter)


# All that textstat 0.7 measures in an English text.
_ENGLISH = (
    "flesch_reading_ease flesch_kincaid_grade gunning_fog smog_index coleman_liau_index"
    " automated_readability_index dale_chall_readability_score dale_chall_readability_score_v2"
    " linsear_write_formula spache_readability mcalpine_eflaw lix rix text_standard difficult_words"
    " reading_time syllable_count lexicon_count sentence_count char_count letter_count polysyllabcount"
    " monosyllabcount long_word_count miniword_count words_per_sentence avg_syllables_per_word"
    " avg_character_per_word avg_letter_per_word"
).split()


def textstat_seconds(texts: Sequence[str], folder: Path, *, whole: bool) -> float:
    """CPU seconds of textstat over texts: of all that it measures, or of the seven formulas that we have."""
    import textstat

    from copykit.text.easy import textstat_figures

    def all_of_it(text: str) -> list[object]:
        return [getattr(textstat, name)(text) for name in _ENGLISH]

    textstat_figures(texts[0], folder)  # puts its data where it looks
    measured = all_of_it if whole else partial(textstat_figures, cache_folder=folder)
    return best(lambda: [measured(text) for text in texts], rounds=1)


_NODE = """
const fs = require('fs'), writeGood = require('write-good');
const texts = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const run = () => { const start = process.cpuUsage(); for (const text of texts) writeGood(text);
  const used = process.cpuUsage(start); return (used.user + used.system) / 1e6; };
run();
console.log(Math.min(run(), run(), run()));
"""


def write_good_seconds(texts: Sequence[str], folder: Path) -> float | None:
    """CPU seconds of write-good over texts; None when npm is absent or does not deliver it."""
    if not shutil.which("npm") or not shutil.which("node"):
        return None
    room = folder / "node"
    room.mkdir()
    (room / "package.json").write_text("{}", encoding="utf-8")
    made = subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "write-good@1.0.8"],
        cwd=room, capture_output=True, check=False,
    )  # fmt: skip
    if made.returncode:
        return None
    (room / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    (room / "run.js").write_text(_NODE, encoding="utf-8")
    told = subprocess.run(["node", "run.js", "texts.json"], cwd=room, capture_output=True, check=True)
    return float(told.stdout)


def cold_seconds(brand: Path, folder: Path, text: str) -> float:
    """CPU seconds of `copykit check` of one short file, in a new process each time.

    Python keeps the bytecode of what it has once read, as an installer does; the round that is not counted
    makes it, in a folder of its own, whatever the surroundings say of that.
    """
    path = folder / "short.md"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "copykit", "check", str(path), "--brand", str(brand)]
    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)

    def used() -> float:
        told = resource.getrusage(resource.RUSAGE_CHILDREN)
        return told.ru_utime + told.ru_stime

    def run() -> None:
        ended = subprocess.run(command, env=surroundings, capture_output=True, check=False)
        assert ended.returncode in (0, 1), ended.stderr

    return best(run, rounds=9, clock=used)


def resident_megabytes() -> float:
    """The memory that this process holds now; its peak where the system tells no more."""
    status = Path("/proc/self/statm")
    if status.is_file():
        return int(status.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


_WORD = re.compile(r"[a-z]{4,}")
_PARTS = "ba cor den fil gam hus jin kel lom mar nes pol ras sit tov vun".split()


def varied(text: str, seed: int) -> str:
    """A text with every second of its longer words made up, so that no two documents share their words."""
    rng = random.Random(seed)

    def one(found: re.Match[str]) -> str:
        return "".join(rng.choices(_PARTS, k=4)) if rng.random() < 0.5 else found.group()

    return _WORD.sub(one, text)


def memory(desk: Desk, texts: Sequence[str], documents: int) -> tuple[float, float]:
    """Megabytes after a tenth of the documents, when all tables of words are full, and after all of them.

    Of 10,000 documents of 300 words, the first tenth has twice as many different words as a table keeps.
    """
    first = 0.0
    for at, text in enumerate(islice(cycle(texts), documents), 1):
        desk.check(parse(varied(text, at), name=f"document {at}", syntax=Syntax.PLAIN))
        if at == max(1, documents // 10):
            first = resident_megabytes()
    return first, resident_megabytes()


def first_words(texts: Sequence[str], many: int) -> str:
    """The first words of a folder's texts, in their sentences."""
    found: list[str] = []
    for text in texts:
        for block in text.split("\n\n"):
            found.append(block)
            if sum(len(one.split()) for one in found) >= many:
                return "\n\n".join(found)
    return "\n\n".join(found)


def measure(
    folder: Path, *, processes: bool = True, cold: bool = True, npm: bool = False, documents: int = 0
) -> dict[str, float]:
    """All figures by name; see the table for their units."""
    paths = list(walk([folder]))
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as made:
        room = Path(made)
        brand = large_guide(room)
        desk = desk_of(brand)
        figures["terms"], figures["claims"] = len(desk.guide.terms), len(desk.guide.claims)
        words = sum(desk.check(read_document(path)).report.words for path in paths)
        figures["words"] = words
        figures["suite"] = words / best(lambda: [desk.check(read_document(path)) for path in paths])
        texts = [read_document(path).text for path in paths]
        figures["textstat"] = words / textstat_seconds(texts, room, whole=True)
        figures["its formulas"] = words / textstat_seconds(texts, room, whole=False)
        if npm and (seconds := write_good_seconds(texts, room)):
            figures["write-good"] = words / seconds
        figures["warm"] = _warm(desk, first_words(texts, 300))
        if processes:
            one, two = with_processes(brand, paths, 1), with_processes(brand, paths, 2)
            figures["one process"], figures["two processes"] = words / one, words / two
        if cold:
            figures["cold"] = cold_seconds(brand, room, first_words(texts, 120))
        if documents:
            short = [first_words([text], 300) for text in texts]
            figures["memory first"], figures["memory last"] = memory(desk, short, documents)
            whole = "\n\n".join(islice(cycle(texts), 4 * SIZES[-1] // max(1, sum(map(len, texts))) + 4000))
            for size in SIZES:
                text = whole[:size]
                document = parse(text, name="long", syntax=Syntax.PLAIN)
                took = best(
                    lambda text=text: desk.check(parse(text, name="long", syntax=Syntax.PLAIN)),  # type: ignore[misc]
                    rounds=1 if size == SIZES[-1] else ROUNDS,
                )
                figures[f"size {size}"] = len(document.words) / took
    return figures


# What a document makes of itself when it is first asked; each once, for all checks.
_CUT = (
    "folded", "shielded", "sentences", "word_starts", "folded_words", "word_counts", "vocabulary", "quoted",
    "sentence_words", "sentence_atoms",
)  # fmt: skip


def by_family(folder: Path) -> dict[str, float]:
    """Microseconds of CPU a word: reading files, cutting texts up, each module of checks, settling."""
    paths = list(walk([folder]))
    best_of: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as made:
        desk = desk_of(large_guide(Path(made)))
        for _ in range(ROUNDS + 1):
            words, spent = 0, Counter[str]()
            for path in paths:
                words += _spend(desk, path, spent)
            for name, seconds in spent.items():
                best_of[name] = min(best_of.get(name, seconds), seconds)
    return {name: 1e6 * seconds / words for name, seconds in best_of.items()}


def _spend(desk: Desk, path: Path, spent: Counter[str]) -> int:
    """Checks one file step by step; adds the seconds of each, and gives back the words."""
    last = time.process_time()

    def add(name: str) -> None:
        nonlocal last
        now = time.process_time()
        spent[name] += now - last
        last = now

    document = read_document(path)
    add("(reading)")
    for part in _CUT:
        getattr(document, part)
    add("(cutting up)")
    context = Context(guide=desk.guide, today=TODAY)
    found: list[Finding] = []
    for one in CHECKS:
        found += one(document, context)
        add(one.__module__.removeprefix("copykit.checks."))
    distinct(found)
    add("(settling)")
    return len(document.said)


def _warm(desk: Desk, text: str) -> float:
    """Milliseconds of CPU for a text that is checked again and again, as the app does."""
    rounds = 20

    def run() -> None:
        for _ in range(rounds):
            desk.check(parse(text, name="draft", syntax=Syntax.PLAIN))

    return 1000 * best(run) / rounds


def show(figures: dict[str, float]) -> None:
    """Prints the table."""
    suite = figures["suite"]
    guide = f"a guide of {figures['terms']:.0f} terms, {figures['claims']:.0f} claims"
    print(f"{figures['words']:,.0f} words; {guide}")
    print(f"{'default suite':<28}{suite:>12,.0f} words per CPU-second")
    for name in ("textstat", "its formulas", "write-good"):
        if name in figures:
            ratio = suite / figures[name]
            print(f"{name:<28}{figures[name]:>12,.0f} words per CPU-second; ours is {ratio:.2f}×")
        else:
            print(f"{name:<28}{'left out':>12} (needs npm and --npm)")
    if "two processes" in figures:
        one, two = figures["one process"], figures["two processes"]
        print(f"{'one process, wall':<28}{one:>12,.0f} words per second")
        print(f"{'two processes, wall':<28}{two:>12,.0f} words per second; {two / one:.2f}× of one")
    print(f"{'warm check of 300 words':<28}{figures['warm']:>12.1f} ms of CPU")
    if "cold" in figures:
        print(f"{'cold check of a short file':<28}{figures['cold']:>12.2f} s of CPU")
    if "memory last" in figures:
        first, last = figures["memory first"], figures["memory last"]
        print(f"{'memory':<28}{first:>12.0f} MB at a tenth of the documents, {last:.0f} MB at the end")
    for size in SIZES:
        if f"size {size}" in figures:
            title = f"one text of {size // 1000:,} KB"
            print(f"{title:<28}{figures[f'size {size}']:>12,.0f} words per CPU-second")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table, or JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--npm", action="store_true", help="install write-good and time it, too")
    parser.add_argument("--documents", type=int, default=10_000, help="for memory; 0 leaves long runs out")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--by-family", action="store_true", help="what each module of checks costs a word")
    asked = parser.parse_args(arguments)
    as_the_command()
    if asked.by_family:
        costs = by_family(asked.folder)
        for name, cost in sorted(costs.items(), key=lambda pair: -pair[1]):
            print(f"{name:<28}{cost:>8.2f} µs a word")
        print(f"{'all':<28}{sum(costs.values()):>8.2f} µs a word")
        return
    figures = measure(asked.folder, npm=asked.npm, documents=asked.documents)
    if asked.json:
        print(json.dumps({name: round(value, 3) for name, value in figures.items()}))
    else:
        show(figures)


if __name__ == "__main__":
    main()
