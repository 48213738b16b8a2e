"""A baseline: the findings that an old site is known to have, so that only new ones are told.

A finding is known again by its check, its quote and the four words on each side of it, wherever its lines
have gone in their file. What stands in a file more often than the baseline has it is new.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from copykit.checking import Checked
from copykit.errors import SourceError
from copykit.findings import Finding
from copykit.guide.saving import write_whole
from copykit.text import Document

__all__ = ["Baseline", "fingerprint", "load_baseline", "write_baseline"]

VERSION = 1
AROUND = 4  # words on each side
REACH = 200  # characters on each side in which they are looked for
LARGEST = 100_000_000
_WORD = re.compile(r"\w+")
_GAP = re.compile(r"\n[ \t]*\r?\n|\r[ \t]*\r")


def fingerprint(finding: Finding, document: Document) -> str:
    """What a finding is known by: 16 hex digits that stay the same when its lines move."""
    before, after = _around(finding, document)
    parts = (finding.check, " ".join(finding.quote.split()), before, after)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _around(finding: Finding, document: Document) -> tuple[str, str]:
    """The words beside a finding in its paragraph; none for what is missing."""
    place = finding.location
    if place.start == place.end:
        return "", ""
    source, start, end = document.source, *document.span(place)
    ahead = source[max(0, start - REACH) : start]
    ahead = _GAP.split(ahead)[-1]
    behind = _GAP.split(source[end : end + REACH])[0]
    return (
        " ".join(_WORD.findall(ahead.casefold())[-AROUND:]),
        " ".join(_WORD.findall(behind.casefold())[:AROUND]),
    )


@dataclass(kw_only=True)
class Baseline:
    """Known findings by document, and how many of them a run has met.

    Attributes:
        file: where it is kept; documents are named from its folder.
        left: how often each finding may still be met, by document and fingerprint.
        covered: how many were met.
    """

    file: Path
    left: dict[str, Counter[str]]
    covered: int = 0
    _seen: set[str] = field(default_factory=set)

    def cover(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """Passes documents on without the findings that are known; `metrics` tells how many these are."""
        for one in checked:
            name = _name(one.document.name, self.file)
            self._seen.add(name)
            left = self.left.get(name, Counter())
            new: list[Finding] = []
            for finding in one.report.findings:
                known = fingerprint(finding, one.document)
                if left[known] > 0:
                    left[known] -= 1
                else:
                    new.append(finding)
            covered = len(one.report.findings) - len(new)
            self.covered += covered
            metrics = {**one.report.metrics, "baseline": covered}
            yield Checked(
                document=one.document, report=replace(one.report, findings=tuple(new), metrics=metrics)
            )

    @property
    def gone(self) -> int:
        """How many known findings were not met in the documents of the run, or had theirs taken away."""
        return sum(
            left.total()
            for name, left in self.left.items()
            if name in self._seen or not (self.file.parent / name).exists()
        )


def load_baseline(file: Path) -> Baseline:
    """Reads a baseline.

    Raises:
        SourceError: when it is not there, can't be read or is none.
    """
    try:
        with file.open("rb") as opened:
            data = json.loads(opened.read(LARGEST))
    except FileNotFoundError:
        advice = f"make it with --write-baseline {file.as_posix()}"
        raise SourceError("there is no such baseline", path=file.as_posix(), advice=advice) from None
    except OSError as error:
        raise SourceError(f"can't be read: {error.strerror}", path=file.as_posix()) from None
    except ValueError:
        raise SourceError("this is not a baseline of copykit's", path=file.as_posix()) from None
    try:
        left = {str(name): _counted(entries) for name, entries in data["documents"].items()}
        version = data["version"]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise SourceError("this is not a baseline of copykit's", path=file.as_posix()) from None
    if version != VERSION:
        message = f"a baseline of version {version}, which this copykit does not know"
        raise SourceError(message, path=file.as_posix())
    return Baseline(file=file, left=left)


def _counted(entries: Any) -> Counter[str]:
    return Counter({str(one["hash"]): int(one["count"]) for one in entries})


def write_baseline(file: Path, checked: Iterable[Checked]) -> int:
    """Writes the findings of some documents as a baseline, in one step; returns how many there are.

    Raises:
        GuideError: when it can't be written.
    """
    documents: dict[str, list[dict[str, object]]] = {}
    total = 0
    for one in checked:
        entries: dict[str, dict[str, object]] = {}
        counts: Counter[str] = Counter()
        for finding in one.report.findings:
            known = fingerprint(finding, one.document)
            counts[known] += 1
            quote = " ".join(finding.quote.split())
            entries[known] = {"check": finding.check, "quote": quote[:80], "hash": known}
        total += counts.total()
        if entries:
            name = _name(one.document.name, file)
            documents[name] = [{**entry, "count": counts[known]} for known, entry in entries.items()]
    made = {"version": VERSION, "documents": dict(sorted(documents.items()))}
    write_whole(file, (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))
    return total


def _name(document: str, file: Path) -> str:
    """A document's path from the folder of the baseline, so that both may be anywhere."""
    if document == "-":
        return document
    try:
        return Path(os.path.relpath(Path(document).resolve(), file.resolve().parent)).as_posix()
    except ValueError:  # two drives of Windows
        return Path(document).resolve().as_posix()
