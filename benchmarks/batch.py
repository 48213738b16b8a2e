"""How fast a batch is without a model, and whether it survives being killed.

    python benchmarks/batch.py [--rows 1000] [--killed-rows 500] [--kills 20] [--seed 1]

First the documented command writes a list of `--rows` made-up prospects, all cores, as a user would run it.
Then another list is written by a process that gets SIGKILL at `--kills` random moments and is run again each
time: every row must be in the results exactly once, no attempt may be in the journal twice, and the results
must be those of a run that nobody killed.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import json
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from copykit.house import brands_dir

FIRST = (
    "Ana Ben Cleo Dev Elif Finn Gina Hugo Ivy Jon Kit Lena Mia Ned Ola Pia Quinn Rosa Sam Tia Uma Vic".split()
)
LAST = "Ash Birch Cole Dunn Ellis Frost Gray Hale Ives Jonas Kerr Lund Marsh Nash Orr Penn Quill Reed".split()
TITLES = ("Practice Manager", "Owner", "Lead Technician")
HEADERS = ("First Name", "Last Name", "Title", "Company", "Industry", "Employees", "Email", "Observation")


def main() -> None:
    """Prints the figures; ends with 1 when a row is missing or there twice."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--killed-rows", type=int, default=500)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _time(folder, asked.rows)
        sys.exit(0 if _kill(folder, asked.killed_rows, asked.kills, random.Random(asked.seed)) else 1)


def _list(path: Path, count: int) -> Path:
    """A list of made-up people, three at each clinic."""
    rng = random.Random(count)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        for number in range(count):
            firm = number // 3
            who = (rng.choice(FIRST), rng.choice(LAST), rng.choice(TITLES))
            where = (f"Animal Clinic {firm}", "Veterinary", rng.randint(6, 50))
            noticed = (
                f"Door {number} of your clinic has had a new coat of paint since {rng.choice(FIRST)} came."
            )
            writer.writerow([*who, *where, f"p{number}@clinic{firm}.example", noticed])
    return path


def _command(rows: Path, out: Path) -> list[str]:
    return [
        sys.executable, "-m", "copykit", "write-batch", "sales-email", "--writer", "offline",
        "--brand", str(brands_dir() / "dewclaw"), "--rows", str(rows), "--out", str(out),
    ]  # fmt: skip


def _time(folder: Path, count: int) -> None:
    rows = _list(folder / "rows.csv", count)
    began = time.monotonic()
    told = subprocess.run(_command(rows, folder / "timed"), capture_output=True, text=True, check=False)
    seconds = time.monotonic() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(told.stdout.strip())
    print(f"{count:,} rows: {seconds:.1f} s, {used.ru_utime + used.ru_stime:.1f} s of CPU")


def _kill(folder: Path, count: int, kills: int, moments: random.Random) -> bool:
    rows = _list(folder / "killed.csv", count)
    whole, killed = folder / "whole", folder / "killed"
    subprocess.run(_command(rows, whole), capture_output=True, check=False)
    done = 0
    for number in range(kills):
        # After so many further attempts, and then at any moment within the next few.
        until = len(_attempts(killed)) + moments.randint(0, 2 * count // (kills + 1))
        process = subprocess.Popen(_command(rows, killed), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        while process.poll() is None and len(_attempts(killed)) < until:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.02)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=moments.uniform(0, 0.1))
        process.kill()
        _, told = process.communicate()
        if process.returncode != -signal.SIGKILL:
            done += 1
            print(f"it ended by itself with {process.returncode}: {told.decode()}")
        print(f"kill {number + 1}: {len(_attempts(killed))} attempts kept", flush=True)
    subprocess.run(_command(rows, killed), capture_output=True, check=False)
    with (killed / "results.csv").open(encoding="utf-8-sig", newline="") as file:
        numbers = Counter(int(row["copy_row"]) for row in csv.DictReader(file))
    once = numbers == Counter(range(1, count + 1))
    twice = [one for one, times in Counter(_attempts(killed)).items() if times > 1]
    same = (killed / "results.csv").read_bytes() == (whole / "results.csv").read_bytes()
    print(f"{count} rows, killed {kills - done} times: every row exactly once: {once}; "
          f"attempts made twice: {len(twice)}; as if never killed: {same}")  # fmt: skip
    return once and same and not twice


def _attempts(folder: Path) -> list[tuple[str, int]]:
    path = folder / "journal.jsonl"
    if not path.exists():
        return []
    found = []
    for line in path.read_bytes().split(b"\n")[1:]:
        try:
            one = json.loads(line)
        except ValueError:
            continue
        found.append((one["key"], one["try"]))
    return found


if __name__ == "__main__":
    main()
