"""Reads one sheet of an Excel workbook: the values as a person sees them, formulas by what they gave."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from copykit.errors import SourceError
from copykit.sources.archives import inspect_archive
from copykit.wording import did_you_mean, listed

if TYPE_CHECKING:
    from openpyxl import Workbook

__all__ = ["read_sheet"]

# A workbook that unpacks to more than this is no list of people, whatever its size on disk.
_LARGEST_UNPACKED = 400_000_000
_LEADING_ZEROS = re.compile(r"0{2,}")
_DIGITS = 15  # that a number in a workbook keeps (IEEE 754)


def read_sheet(
    data: bytes, *, name: str, sheet: str = ""
) -> tuple[list[tuple[int, Sequence[str], str]], list[str]]:
    """The rows of a sheet: each one's row number, its texts, and what is wrong with it or "".

    Raises:
        SourceError: if it is broken or unreasonably large, or when it is not clear which sheet is meant.
    """
    inspect_archive(data, name, largest=_LARGEST_UNPACKED, broken=_broken(name), what="a list")
    import openpyxl

    try:
        with warnings.catch_warnings():
            # openpyxl warns of every part that it does not keep; nothing is written back here.
            warnings.simplefilter("ignore", UserWarning)
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            title = _chosen(book, sheet, name)
            records = _records(book[title])
            remarks = [f'Read from the sheet "{title}".'] if len(book.sheetnames) > 1 else []
            book.close()
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        ValueError,
        TypeError,
        SyntaxError,
        AttributeError,
    ) as error:
        # What openpyxl and its XML parser raise for parts that are missing or malformed (ParseError is a
        # SyntaxError).
        raise _broken(name) from error
    return records, remarks


def _broken(name: str) -> SourceError:
    return SourceError(
        "this is no workbook, or it is broken", path=name, advice="Open it and save it again as .xlsx."
    )


def _chosen(book: Workbook, wanted: str, name: str) -> str:
    titles = [one.title for one in book.worksheets]
    if wanted:
        if wanted not in titles:
            raise SourceError(
                f'the workbook has no sheet "{wanted}"{did_you_mean(wanted, titles, tell=True)}', path=name
            )
        return wanted
    shown = [one for one in book.worksheets if one.sheet_state == "visible"]
    full = [one.title for one in shown if any(any(row) for row in one.iter_rows(max_row=2, values_only=True))]
    if len(full) > 1:
        named = listed([f'"{title}"' for title in full])
        raise SourceError(
            f"the workbook has several sheets with rows: {named}", path=name, advice="Name one with --sheet."
        )
    return full[0] if full else titles[0]


def _records(sheet: Any) -> list[tuple[int, Sequence[str], str]]:
    records: list[tuple[int, Sequence[str], str]] = []
    for number, cells in enumerate(sheet.iter_rows(), 1):
        texts = [
            _text(cell.value, str(cell.number_format or "") if cell.value is not None else "")
            for cell in cells
        ]
        if not records and not any(text.strip() for text in texts):
            continue  # empty rows above the headers
        records.append((number, texts, ""))
    # Rows are given as wide as the widest: what is empty to the right of the headers is no cell.
    wide = max(
        (at + 1 for _, texts, _ in records for at, text in enumerate(texts) if text.strip()), default=0
    )
    if records:
        wide = max(wide, len(records[0][1])) if any(records[0][1]) else wide
    padded: list[tuple[int, Sequence[str], str]] = []
    for number, cells, wrong in records:
        cut = list(cells[:wide])
        padded.append((number, cut + [""] * (wide - len(cut)), wrong))
    while padded and not any(padded[-1][1]):
        padded.pop()
    return padded


def _text(value: object, shown_as: str) -> str:
    """A value as its cell shows it, as far as a text can: no ".0", dates as ISO has them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return (
            value.date().isoformat()
            if value.time() == time()
            else value.isoformat(sep=" ", timespec="minutes")
        )
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, int | float | Decimal):
        return _number(float(value), shown_as) if not isinstance(value, int) else _whole(value, shown_as)
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def _whole(value: int, shown_as: str) -> str:
    if "%" in shown_as:
        return f"{value * 100}%"
    # A postcode or number of an account that is shown with leading zeros.
    return str(value).zfill(len(shown_as)) if _LEADING_ZEROS.fullmatch(shown_as) else str(value)


def _number(value: float, shown_as: str) -> str:
    if "%" in shown_as:
        return f"{value * 100:.{_DIGITS}g}%"
    if value.is_integer() and abs(value) < 10**_DIGITS:
        return _whole(int(value), shown_as)
    return f"{value:.{_DIGITS}g}"
