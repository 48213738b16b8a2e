"""What a batch came to, as files: CSV, JSON Lines, Markdown and mail drafts, one entry for each row."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from copykit.draft import leaves
from copykit.draft_file import render_values
from copykit.errors import LibraryError
from copykit.exports.shapes import RowShape
from copykit.formats import Format
from copykit.outreach.batch import Piece
from copykit.outreach.mails import mail_draft
from copykit.outreach.mapping import FROM_US
from copykit.outreach.prospects import Aside, List, Prospect

__all__ = ["KINDS", "Entry", "entries", "safe_cell", "write_results"]

Status: TypeAlias = Literal["ready", "blocked", "failed", "set aside", "not written"]
KINDS = ("csv", "jsonl", "md", "eml")
# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"; full-width signs too).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_OURS = re.compile(r"\d{4,}-[a-z0-9-]*\.(?:md|eml)")
_LONGEST_NAME = 60
_ABOUT = (
    "status", "reasons", "remarks", "audience", "audience_reason", "seed", "overall", "readability",
    "keywords", "consistency", "facts", "tokens", "cost",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A row and what became of it.

    Attributes:
        status: `not written` where the batch was stopped before it.
        reasons: why it is not ready.
    """

    number: int
    line: int
    cells: Mapping[str, str]
    status: Status
    reasons: tuple[str, ...] = ()
    prospect: Prospect | None = None
    piece: Piece | None = None


def entries(found: List, pieces: Sequence[Piece]) -> list[Entry]:
    """One entry for each row of the table, in its order."""
    done = {piece.prospect.number: piece for piece in pieces}
    made = [_entry(one, done.get(one.number)) for one in found.prospects]
    made += [_set_aside(one) for one in found.aside]
    return sorted(made, key=lambda entry: entry.number)


def _set_aside(one: Aside) -> Entry:
    return Entry(number=one.number, line=one.line, cells=one.cells, status="set aside", reasons=(one.reason,))


def _entry(one: Prospect, piece: Piece | None) -> Entry:
    status: Status
    reasons: tuple[str, ...]
    if piece is None:
        status, reasons = "not written", ("the batch was stopped before it",)
    elif piece.failed:
        status, reasons = "failed", (str(piece.attempt["error"]),)
    else:
        status = "ready" if piece.ready else "blocked"
        reasons = tuple(
            f"{one['reason']} ({one['field']})" if one["field"] else str(one["reason"])
            for one in piece.attempt["blocked"]
        )
    return Entry(
        number=one.number, line=one.line, cells=one.cells, status=status, reasons=reasons, prospect=one,
        piece=piece,
    )  # fmt: skip


def write_results(
    folder: Path, found: List, pieces: Sequence[Piece], *, format: Format, kinds: Sequence[str]
) -> list[Path]:
    """Writes the results, each file whole or not at all, and gives back what it wrote: files and folders.

    Rows that were set aside are also in `set-aside.csv`, under the table's own headers, to be mended and
    given to the command again.

    Raises:
        LibraryError: when something can't be written.
    """
    made = entries(found, pieces)
    written: list[Path] = []
    try:
        if "csv" in kinds:
            written.append(_whole(folder / "results.csv", _csv(_table(found, made, format))))
        if "jsonl" in kinds:
            lines = "".join(json.dumps(_object(one), ensure_ascii=False) + "\n" for one in made)
            written.append(_whole(folder / "results.jsonl", lines.encode("utf-8", "replace")))
        if "md" in kinds:
            written += _folder(folder / "pieces", made, ".md", lambda one: _markdown(one, format))
        if "eml" in kinds:
            written += _folder(folder / "mails", made, ".eml", lambda one: _mail(one, format))
        aside = folder / "set-aside.csv"
        if found.aside:
            written.append(_whole(aside, _csv(_aside_table(found))))
        else:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise LibraryError(
            f"the results can't be written: {error.strerror}",
            path=str(error.filename or folder),
            advice="The journal holds all that was written: make room and run the same command again.",
        ) from None
    return written


def _whole(path: Path, data: bytes) -> Path:
    """Writes a file beside its place and then puts it there, so that no half of one is ever seen."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


# ── CSV ─────────────────────────────────────────────────────────────────────────────────────────────


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins like a formula gets a ' before it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(rows: Iterator[list[str]]) -> bytes:
    """CSV as Excel opens it: UTF-8 with a mark, lines that end in CRLF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow([safe_cell(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def _aside_table(found: List) -> Iterator[list[str]]:
    own = [column for column in found.table.columns if not column.startswith(FROM_US)]
    yield [*own, f"{FROM_US}line", f"{FROM_US}reason"]
    for one in found.aside:
        yield [*(one.cells.get(column, "") for column in own), str(one.line), one.reason]


def _table(found: List, made: Sequence[Entry], format: Format) -> Iterator[list[str]]:
    own = [column for column in found.table.columns if not column.startswith(FROM_US)]
    texts = {one.number: _texts(one, format) for one in made}
    paths = sorted({path for one in texts.values() for path in one}, key=lambda path: _place(path, format))
    names = ["row", "line", *_ABOUT, *(_header(path) for path in paths)]
    yield [*own, *(FROM_US + name for name in names)]
    for one in made:
        about = _about(one)
        yield [
            *(one.cells.get(column, "") for column in own),
            str(one.number),
            str(one.line),
            *(about[name] for name in _ABOUT),
            *(texts[one.number].get(path, "") for path in paths),
        ]


def _texts(one: Entry, format: Format) -> dict[str, str]:
    fields = one.piece.attempt.get("fields", {}) if one.piece else {}
    return {leaf.path: leaf.text for leaf in leaves(format, fields)}


def _place(path: str, format: Format) -> list[int]:
    """Sorts paths as the format does: by field, then by the numbers in them."""
    names = [field.name for field in format.fields]
    first = re.split(r"[\[.]", path, maxsplit=1)[0]
    return [names.index(first), *(int(number) for number in re.findall(r"\[(\d+)\]", path))]


def _header(path: str) -> str:
    """`headlines[7]` as `headlines_8`: people count from one."""
    return re.sub(r"\[(\d+)\]", lambda match: f"_{int(match[1]) + 1}", path).replace(".", "_")


def _about(one: Entry) -> Mapping[str, str]:
    attempt: Mapping[str, Any] = one.piece.attempt if one.piece else {}
    usage = attempt.get("usage", {})
    scores = attempt.get("scores", {})
    tokens = usage.get("input_tokens", 0) + usage.get("output_tokens", 0)
    return {
        "status": one.status,
        "reasons": "\n".join(one.reasons),
        "remarks": "\n".join(_remarks(one)),
        "audience": one.prospect.brief.audience if one.prospect else "",
        "audience_reason": one.prospect.why if one.prospect else "",
        "seed": str(attempt.get("seed", "")),
        **{name: _score(scores.get(name)) for name in ("overall", "readability", "keywords", "consistency")},
        "facts": "\n".join(f"{fact['quote']}: {fact['reference']}" for fact in attempt.get("facts", ())),
        "tokens": str(tokens) if tokens else "",
        "cost": f"{usage['cost']:.6f}" if usage.get("cost") else "",
    }


def _score(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}"


def _remarks(one: Entry) -> list[str]:
    remarks = list(one.prospect.remarks) if one.prospect else []
    return remarks + ([*one.piece.alike, *one.piece.attempt.get("remarks", ())] if one.piece else [])


# ── JSON Lines, Markdown, mails ─────────────────────────────────────────────────────────────────────


def _object(one: Entry) -> RowShape:
    attempt: Mapping[str, Any] = one.piece.attempt if one.piece else {}
    return {
        "row": one.number,
        "line": one.line,
        "status": one.status,
        "reasons": list(one.reasons),
        "remarks": _remarks(one),
        "audience": one.prospect.brief.audience if one.prospect else "",
        "audience_reason": one.prospect.why if one.prospect else "",
        "cells": dict(one.cells),
        "tries": one.piece.tries if one.piece else 0,
        "seed": attempt.get("seed"),
        "day": attempt.get("day"),
        "writer": attempt.get("writer"),
        "structure": attempt.get("structure"),
        "scores": attempt.get("scores"),
        "fields": attempt.get("fields"),
        "facts": attempt.get("facts"),
        "rounds": attempt.get("rounds"),
        "usage": attempt.get("usage"),
    }


def _folder(
    folder: Path, made: Sequence[Entry], suffix: str, content: Callable[[Entry], bytes | None]
) -> list[Path]:
    """Writes a file for each entry that has content, and takes away those of an earlier run."""
    folder.mkdir(exist_ok=True)
    kept: set[str] = set()
    digits = max(4, len(str(max((one.number for one in made), default=0))))
    for one in made:
        data = content(one)
        if data is not None:
            name = f"{one.number:0{digits}}-{_slug(one)}{suffix}"
            _whole(folder / name, data)
            kept.add(name)
    for path in folder.iterdir():
        if path.name not in kept and path.suffix == suffix and _OURS.fullmatch(path.name):
            path.unlink()
    return [folder]


def _slug(one: Entry) -> str:
    """A name that every system takes: small letters and digits of the person's or the company's name."""
    who = one.prospect.brief.recipient if one.prospect else None
    said = (who.name or who.company) if who else ""
    bare = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST_NAME].strip("-") or "row"


def _markdown(one: Entry, format: Format) -> bytes | None:
    if not one.piece or one.piece.failed or not one.prospect:
        return None
    text = render_values(format, one.piece.attempt["fields"], brief=one.prospect.brief)
    return text.encode("utf-8", "replace")


def _mail(one: Entry, format: Format) -> bytes | None:
    """A draft of the mail; none of a piece that is not ready, so that it can't be sent by mistake."""
    if not one.piece or not one.piece.ready or not one.prospect:
        return None
    return mail_draft(format, one.piece.attempt["fields"], one.prospect.brief)
