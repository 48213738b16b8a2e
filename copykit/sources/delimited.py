"""Reads CSV: finds out its encoding and divider, and sets aside rows that can't be read."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from copykit.errors import SourceError
from copykit.text import decode

__all__ = ["read_delimited"]

_DIVIDERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_LOOKED_AT = 30  # records that the divider is guessed from
_HEAD = 200_000  # characters that they are looked for in
_LOST = range(0xDC80, 0xDD00)  # what Python makes of a byte that it can't decode
_UNDEFINED = "\x81\x8d\x8f\x90\x9d"  # bytes that Windows-1252 does not define


def read_delimited(data: bytes, *, name: str) -> tuple[list[tuple[int, Sequence[str], str]], list[str]]:
    """The records of a CSV file: the line that each begins in, its cells, and what is wrong or "".

    Returns:
        The records, and what a user should know: the encoding and divider where they are not the usual.

    Raises:
        SourceError: when a quotation mark opens and never closes.
    """
    text, remarks = _decoded(data)
    text, divider = _divider(text)
    if divider != ",":
        remarks.append(f"The cells are divided by {_DIVIDERS[divider]}s.")
    return list(_records(text, divider, name)), remarks


def _decoded(data: bytes) -> tuple[str, list[str]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), ["The file is UTF-16."]
    head = data[:2000]
    if len(head) > 3 and head.count(0) * 3 > len(head):
        wide = "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
        return data.decode(wide, "replace"), ["The file is UTF-16 without a mark."]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    # One line in another encoding spoils that line; a file with no line of UTF-8 is in another encoding.
    odd = [line for line in data.split(b"\n") if not line.isascii()]
    if any(_is_utf8(line) for line in odd):
        return data.decode("utf-8", "surrogateescape"), []
    return decode(data), ["The file is not UTF-8; it was read as Windows-1252. Look at names with accents."]


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _divider(text: str) -> tuple[str, str]:
    """The divider that gives the headers most columns and most rows as many; Excel's `sep=;` line wins."""
    first, _, rest = text.partition("\n")
    first = first.strip().strip('"')
    if first.lower().startswith("sep=") and first[4:] in _DIVIDERS:
        # An empty line in its place keeps the lines' numbers right.
        return "\n" + rest, first[4:]

    def worth(divider: str) -> tuple[bool, int, int]:
        found = csv.reader(io.StringIO(text[:_HEAD], newline=""), delimiter=divider)
        try:
            counts = [len(cells) for cells in islice((one for one in found if any(one)), _LOOKED_AT)]
        except csv.Error:
            return (False, 0, 0)
        wide = counts[0] if counts else 0
        return (wide > 1, sum(count == wide for count in counts) if wide > 1 else 0, wide)

    return text, max(_DIVIDERS, key=worth)


def _records(text: str, divider: str, name: str) -> Iterator[tuple[int, Sequence[str], str]]:
    raw: list[str] = []

    def lines() -> Iterator[str]:
        for one in io.StringIO(text, newline=""):
            raw.append(one)
            yield one

    reader = csv.reader(lines(), delimiter=divider, strict=True)
    begun = False
    while True:
        line = reader.line_num + 1
        raw.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            said = str(error)
            if "end of data" in said:
                raise SourceError(
                    "the quotation mark that opens in this row is never closed",
                    path=name,
                    line=line,
                    advice='Close it; a quotation mark inside a quoted cell is written twice ("").',
                ) from None
            why = (
                "a cell is longer than 131,072 characters"
                if "field larger" in said
                else 'a quotation mark closes in mid-cell; inside a quoted cell write it twice ("")'
            )
            yield line, ["".join(raw)], why
            begun = True
            continue
        if not begun and not any(cell.strip() for cell in cells):
            continue  # empty lines above the headers
        begun = True
        # A line with nothing on it is no row, a line of empty cells is one.
        if cells:
            yield line, [_without_lost(cell) for cell in cells], _undecodable(cells)


def _undecodable(cells: Sequence[str]) -> str:
    whole = "".join(cells)
    if any(ord(letter) in _LOST for letter in whole):
        return "it holds a letter that is not UTF-8, while other rows are; export the file again as UTF-8"
    if any(letter in whole for letter in _UNDEFINED):
        return "it holds a byte that is no letter in Windows-1252; export the file again as UTF-8"
    return ""


def _without_lost(text: str) -> str:
    return "".join("�" if ord(letter) in _LOST else letter for letter in text) if not text.isascii() else text
