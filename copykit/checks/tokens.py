"""A document's prose as words in lower case, sentence by sentence; made once for all checks that count."""

from __future__ import annotations

from typing import NamedTuple

from copykit.checks.remember import remembered
from copykit.text import BlockKind, Document

__all__ = ["Line", "lines", "prose"]

_PROSE = (BlockKind.PARAGRAPH, BlockKind.QUOTE)


class Line(NamedTuple):
    """A sentence with its words.

    Attributes:
        start: first code point in the document's text.
        end: one past the last.
        block: the index of its block.
        kind: what that block is.
        words: its words in lower case, with plain apostrophes.
    """

    start: int
    end: int
    block: int
    kind: BlockKind
    words: tuple[str, ...]


@remembered
def lines(document: Document) -> tuple[Line, ...]:
    """All sentences of a document, headings and items of lists included."""
    words, blocks = tuple(document.folded_words), document.blocks
    return tuple(
        Line(start, end, block, blocks[block].kind, words[first:last])
        for (start, end, block), (first, last) in zip(
            document.sentences, document.sentence_words, strict=True
        )
    )


@remembered
def prose(document: Document) -> tuple[Line, ...]:
    """The sentences of paragraphs, those in quotation marks left out."""
    return tuple(
        line
        for line in lines(document)
        if line.kind in _PROSE and line.words and not _is_speech(document, line)
    )


def _is_speech(document: Document, line: Line) -> bool:
    """Whether a sentence is quoted from its first letter on."""
    return document.is_quoted(line.start, line.start + 1)
