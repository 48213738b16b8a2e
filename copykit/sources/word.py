"""Reads Word files: paragraphs, headings, lists, tables and links of a .docx."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from copykit.errors import SourceError
from copykit.sources.archives import inspect_archive
from copykit.text import BlockKind, Document, Passage, parse_passages

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# A file that unpacks to more than this is not copy, whatever its size on disk.
_LARGEST_UNPACKED = 200_000_000
_COMPOUND = b"\xd0\xcf\x11\xe0"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


def read_word(data: bytes, *, name: str) -> Document:
    """Reads the bytes of a .docx. The document's source is the extracted text, one paragraph or cell a line.

    Raises:
        SourceError: if it is no Word file, broken, protected by a password or unreasonably large.
    """
    _inspect(data, name)
    import docx
    from docx.opc.exceptions import OpcError

    try:
        word = docx.Document(io.BytesIO(data))
        passages = list(_passages(word))
    except (OpcError, zipfile.BadZipFile, zlib.error) as error:
        raise _broken(name) from error
    except (SyntaxError, LookupError, ValueError, AttributeError, NotImplementedError, RuntimeError) as error:
        # What python-docx and lxml raise for parts that are missing, malformed or packed in an unknown way;
        # lxml's XMLSyntaxError is a SyntaxError.
        raise _broken(name) from error
    return parse_passages(passages, name=name)


def _inspect(data: bytes, name: str) -> None:
    if data.startswith(_COMPOUND):
        raise SourceError(
            "the file is protected by a password, or an old .doc",
            path=name,
            advice="Open it in Word and save it as .docx without a password.",
        )
    inspect_archive(data, name, largest=_LARGEST_UNPACKED, broken=_broken(name), what="a document")


def _broken(name: str) -> SourceError:
    return SourceError(
        "this is no Word file, or it is broken",
        path=name,
        advice="Open it in Word and save it again as .docx.",
    )


def _passages(word: WordDocument) -> Iterator[Passage]:
    from docx.table import Table

    for part in word.iter_inner_content():
        if isinstance(part, Table):
            yield from _cells(part)
        else:
            yield _passage(part)


def _cells(table: Any) -> Iterator[Passage]:
    from docx.table import Table

    for row in table.rows:
        seen: set[int] = set()
        for cell in row.cells:
            # A merged cell is handed out once for each column that it covers.
            if id(cell._tc) in seen:
                continue
            seen.add(id(cell._tc))
            for part in cell.iter_inner_content():
                if isinstance(part, Table):
                    yield from _cells(part)
                else:
                    yield _passage(part)._replace(kind=BlockKind.CELL, level=0)


def _passage(paragraph: Any) -> Passage:
    from docx.text.hyperlink import Hyperlink

    text = ""
    links: list[tuple[int, int, str]] = []
    for piece in paragraph.iter_inner_content():
        if isinstance(piece, Hyperlink) and piece.url:
            links.append((len(text), len(text) + len(piece.text), piece.url))
        text += piece.text
    kind, level = _kind(paragraph)
    return Passage(text, kind, level, tuple(links))


def _kind(paragraph: Any) -> tuple[BlockKind, int]:
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    heading = _HEADING.match(style)
    if heading:
        return BlockKind.HEADING, max(1, min(6, int(heading.group(1))))
    if style == "Title":
        return BlockKind.HEADING, 1
    properties = paragraph._p.pPr
    numbering = properties.numPr if properties is not None else None
    if numbering is not None:
        return BlockKind.ITEM, 1 + (numbering.ilvl.val if numbering.ilvl is not None else 0)
    if style.startswith("List"):
        return BlockKind.ITEM, 1
    if "Quote" in style:
        return BlockKind.QUOTE, 0
    return BlockKind.PARAGRAPH, 0
