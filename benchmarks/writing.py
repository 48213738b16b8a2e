"""How long the offline writer takes, and how full and different its pieces are.

    python benchmarks/writing.py [--seeds 20]

For each sample brand and format: milliseconds of CPU for one piece (median over the seeds, after one
warm-up), written and checked apart; how many are ready; and the most that any two share (Jaccard over
word trigrams). Aims: 20 ms for a short piece, 60 ms for a post, all ready, at most .50 alike.
"""

from __future__ import annotations

import argparse
import time
from datetime import date
from itertools import combinations
from pathlib import Path
from statistics import median

from copykit.brief import load_brief
from copykit.formats import Format, load_formats
from copykit.guide import load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.likeness import likeness
from copykit.writers import Task
from copykit.writers.offline import OfflineWriter
from copykit.writing import write

TODAY = date(2026, 11, 23)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seeds", type=int, default=20)
    seeds = range(parser.parse_args().seeds)
    formats = load_formats([prompts_dir()])
    print(f"{'brand':<12}{'format':<15}{'write ms':>9}{'+ check ms':>11}{'ready':>8}{'alike':>7}")
    for folder in sorted(path for path in brands_dir().iterdir() if (path / "brand.yaml").is_file()):
        for name in sorted(formats):
            _row(folder, name, formats[name], seeds)


def _row(folder: Path, name: str, format: Format, seeds: range) -> None:
    guide = load_guide(folder)
    brief = load_brief(folder / "examples" / f"{name}.yaml")
    today = guide.today(TODAY)
    writer = OfflineWriter()
    list(writer.write(Task(format=format, brief=brief, guide=guide, seed=10_000, today=today)))
    writing, whole, drafts = [], [], []
    for seed in seeds:
        begin = time.process_time()
        list(writer.write(Task(format=format, brief=brief, guide=guide, seed=seed, today=today)))
        written = time.process_time()
        drafts.append(write(format, brief, guide=guide, writer=writer, today=TODAY, seed=seed))
        writing.append(1000 * (written - begin))
        whole.append(1000 * (time.process_time() - written))
    alike = max((likeness(one, other) for one, other in combinations(drafts, 2)), default=0.0)
    ready = sum(draft.ready for draft in drafts)
    print(
        f"{folder.name:<12}{name:<15}{median(writing):>9.1f}{median(whole):>11.1f}"
        f"{ready:>5}/{len(drafts)}{alike:>7.2f}"
    )


if __name__ == "__main__":
    main()
