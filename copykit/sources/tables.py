"""Tables of rows: CSV, Excel workbooks and JSON Lines, with each row's line, and bad rows set aside."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from copykit.errors import SourceError
from copykit.sources.delimited import read_delimited
from copykit.wording import listed

__all__ = ["TABLES", "BadRow", "Row", "Table", "read_table"]

TABLES = (".csv", ".jsonl", ".ndjson", ".tsv", ".txt", ".xlsm", ".xlsx")
LARGEST = 50_000_000  # bytes
MOST_ROWS = 250_000  # as HubSpot's import takes (its help, read 2026-11-23)
LONGEST_CELL = 32_767  # characters, as Excel takes in a cell (Microsoft's specifications)

Record: TypeAlias = tuple[int, Sequence[str], str]  # its line, its cells, and what is wrong with it or ""

_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row.

    Attributes:
        number: counted from 1 for the first row under the headers, bad rows counted too.
        line: where it begins: the line of the file, or the row of the sheet.
        cells: its texts by column; "" for an empty cell.
    """

    number: int
    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class BadRow:
    """A row that can't be used as it is, and why; `number` and `line` as in `Row`."""

    number: int
    line: int
    cells: Sequence[str]
    reason: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table as it was read.

    Attributes:
        name: the file, as the user named it.
        columns: the headers in order, each once.
        bad: rows that were set aside.
        remarks: what a user should know about how it was read, a sentence each.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    bad: tuple[BadRow, ...] = ()
    remarks: tuple[str, ...] = ()


def read_table(path: Path | str, *, data: bytes | None = None, sheet: str = "") -> Table:
    """Reads a table whose first row has the headers.

    CSV may be UTF-8 with or without a byte-order mark, UTF-16 or Windows-1252, and divided by commas,
    semicolons, tabs or bars; a workbook gives the values that its formulas had when it was saved.

    Args:
        path: the file; its suffix tells its kind.
        data: its content, where it is at hand already.
        sheet: the name of a workbook's sheet; without it, the only one that holds anything.

    Raises:
        SourceError: if it is missing, too large, of another kind or broken, or holds no row.
    """
    name = path if isinstance(path, str) else path.as_posix()
    suffix = Path(name).suffix.lower()
    if suffix not in TABLES:
        raise SourceError(
            f'a table can\'t be read from a file of the kind "{suffix or Path(name).name}"',
            path=name,
            advice="Save it as .csv or .xlsx (or .jsonl, one JSON object a line).",
        )
    data = _bytes(Path(name), name) if data is None else data
    if len(data) > LARGEST:
        raise SourceError(
            f"the file has {len(data) / 1_000_000:.0f} MB; up to {LARGEST // 1_000_000} MB are read",
            path=name,
            advice="Split it.",
        )
    _look_inside(data, name, suffix)
    if sheet and suffix not in (".xlsx", ".xlsm"):
        raise SourceError(f'only a workbook has sheets such as "{sheet}"', path=name, advice="Leave it out.")
    if suffix in (".xlsx", ".xlsm"):
        from copykit.sources.sheets import read_sheet

        records, remarks = read_sheet(data, name=name, sheet=sheet)
    elif suffix in (".jsonl", ".ndjson"):
        records, remarks = _read_lines(data, name), []
    else:
        records, remarks = read_delimited(data, name=name)
    return _made(name, records, remarks)


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(
            "there is no such file", path=name, advice="Check the spelling of the path."
        ) from None
    except OSError as error:
        raise SourceError(
            f"the file can't be read: {error.strerror}",
            path=name,
            advice="Check its name and who may open it.",
        ) from None


def _look_inside(data: bytes, name: str, suffix: str) -> None:
    """Tells a file whose content is not what its name says."""
    packed = data.startswith(b"PK\x03\x04")
    if packed and suffix not in (".xlsx", ".xlsm"):
        raise SourceError(
            "this is a workbook by another name", path=name, advice="Rename it to end in .xlsx."
        )
    if not packed and suffix in (".xlsx", ".xlsm"):
        what = (
            "the workbook is protected by a password, or an old .xls"
            if data.startswith(b"\xd0\xcf\x11\xe0")
            else "this is no workbook, or it is broken"
        )
        raise SourceError(what, path=name, advice="Open it and save it as .xlsx without a password.")
    if re.match(rb"\s*<(?:!doctype|html)", data[:200], re.IGNORECASE):
        raise SourceError(
            "this is a web page and no table", path=name, advice="Download the list again: a login page came."
        )


# ── JSON Lines ──────────────────────────────────────────────────────────────────────────────────────


def _read_lines(data: bytes, name: str) -> list[Record]:
    """Each line's object; the first record has all the keys that come up, in order."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SourceError("not UTF-8 text", path=name, line=line, advice="Save it as UTF-8.") from None
    found: list[tuple[int, dict[str, str], str]] = []
    for line, part in enumerate(text.split("\n"), 1):
        if not part.strip():
            continue
        try:
            value = json.loads(part)
        except (ValueError, RecursionError) as error:
            said = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
            found.append((line, {}, f"not JSON: {said[:1].lower()}{said[1:]}"))
            continue
        if isinstance(value, dict):
            found.append((line, dict(_flat(value, "")), ""))
        else:
            found.append((line, {}, "no JSON object in braces"))
    if found and not any(cells for _, cells, _ in found):
        raise SourceError(
            f"no line holds a JSON object ({found[0][2] or 'the objects are empty'})",
            path=name,
            line=found[0][0],
            advice='Each line should read like {"first_name": "Jo", "company": "Acme"}.',
        )
    columns = list(dict.fromkeys(key for _, cells, _ in found for key in cells))
    records: list[Record] = [(0, columns, "")]
    records += [(line, [cells.get(key, "") for key in columns], wrong) for line, cells, wrong in found]
    return records


def _flat(value: Mapping[str, object], above: str) -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            yield from _flat(inner, f"{above}{key}.")
        else:
            yield above + key, _json_text(inner)


def _json_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list) and all(not isinstance(item, list | dict) for item in value):
        return ", ".join(_json_text(item) for item in value)
    return json.dumps(value, ensure_ascii=False)


# ── From records to rows ────────────────────────────────────────────────────────────────────────────


def _made(name: str, records: Sequence[Record], remarks: list[str]) -> Table:
    while records and not any(cell.strip() for cell in records[-1][1]) and not records[-1][2]:
        records = records[:-1]
    if not records:
        raise SourceError("the file is empty", path=name, advice="The first row should hold the headers.")
    line, first, wrong = records[0]
    if wrong:
        raise SourceError(f"the headers can't be read: {wrong}", path=name, line=line)
    used = {at for _, cells, _ in records[1:] for at, cell in enumerate(cells) if cell.strip()}
    columns, said = _columns([clean(cell) for cell in first], used)
    if any(_ADDRESS.fullmatch(column) for column in columns.values()):
        raise SourceError(
            "the first row holds an email address, so it looks like data and not like headers",
            path=name,
            line=line,
            advice="Put a row of headers above it: First Name, Email, Company and so on.",
        )
    rows: list[Row] = []
    bad: list[BadRow] = []
    for number, (at, cells, wrong) in enumerate(records[1:], 1):
        texts = [clean(cell) for cell in cells]
        wrong = wrong or _fault(texts, len(first))
        if wrong:
            bad.append(BadRow(number=number, line=at, cells=texts, reason=wrong))
        else:
            by_column = {
                title: texts[place] if place < len(texts) else "" for place, title in columns.items()
            }
            rows.append(Row(number=number, line=at, cells=by_column))
    if not rows and not bad:
        raise SourceError("there is no row under the headers", path=name, line=line)
    if len(rows) > MOST_ROWS:
        raise SourceError(
            f"there are {len(rows):,} rows, more than the {MOST_ROWS:,} that are read",
            path=name,
            advice="Split it.",
        )
    return Table(
        name=name,
        columns=tuple(columns.values()),
        rows=tuple(rows),
        bad=tuple(bad),
        remarks=(*remarks, *said),
    )


def clean(text: str) -> str:
    """A cell's text without what can't be seen: control characters, marks of direction, odd spaces."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u00a0", " ")
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).strip()


def _columns(headers: Sequence[str], used: set[int]) -> tuple[dict[int, str], list[str]]:
    """The place and title of each column; a title that is empty or stands twice gets one of its own."""
    columns: dict[int, str] = {}
    twice: list[str] = []
    nameless: list[str] = []
    for place, header in enumerate(headers):
        title = " ".join(header.split())
        if not title:
            if place not in used:
                continue
            title = f"Column {_letters(place)}"
            nameless.append(title)
        taken = {one.casefold() for one in columns.values()}
        if title.casefold() in taken:
            count = 2
            while f"{title} ({count})".casefold() in taken:
                count += 1
            title = f"{title} ({count})"
            twice.append(title)
        columns[place] = title
    said = []
    if nameless:
        verb = "has" if len(nameless) == 1 else "have"
        said.append(f"{listed(nameless)} {verb} no header.")
    if twice:
        said.append(f"A header stands more than once; read as {listed(twice)}.")
    return columns, said


def _letters(place: int) -> str:
    """A column's letters as spreadsheets show them: A, Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _fault(texts: Sequence[str], wanted: int) -> str:
    """What is wrong with a row's cells, or nothing."""
    filled = len(texts)
    while filled > wanted and not texts[filled - 1]:
        filled -= 1
    if not any(texts):
        return "the row is empty"
    if filled != wanted:
        more = "; a quotation mark or a divider may be missing or too many"
        return f"it has {filled} cell{'s' * (filled != 1)} where the header has {wanted}{more}"
    if any("\ufffd" in text for text in texts):
        return "a letter was lost when the file was saved (�); export it again as UTF-8"
    longest = max(len(text) for text in texts)
    if longest > LONGEST_CELL:
        return f"a cell has {longest:,} characters, more than the {LONGEST_CELL:,} that a sheet takes"
    return ""
