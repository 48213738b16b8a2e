"""Collects a reader's text piece by piece together with the map back to its source."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"
    ALT = "alt"
    TITLE = "title"
    DESCRIPTION = "description"


class Block(NamedTuple):
    """A heading, paragraph, list item, table cell or the like: a span of the text.

    Attributes:
        level: 1 to 6 for a heading; how deep a list item is nested, from 1; 0 otherwise.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0


class Link(NamedTuple):
    """A linked span of the text and where it leads; an empty span for a linked image."""

    start: int
    end: int
    url: str


class Image(NamedTuple):
    """An image: a span of the source, not of the text.

    Attributes:
        alt: what is read in its place; empty when it is said to mean nothing, None when nothing is said.
    """

    start: int
    end: int
    url: str
    alt: str | None


SEPARATOR = "\n\n"
VERBATIM = -1


@dataclass(kw_only=True)
class Runs:
    """The map from text to source: parallel lists, one entry per run, in order.

    A verbatim run (`ends` holds VERBATIM) stands in the source letter for letter; any other run stands
    for the source span `sources[i]:ends[i]` as a whole (an entity, a hard wrap, a gap between blocks).
    """

    texts: list[int] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


class Builder:
    """A document under construction. Source offsets are code points, given in rising order."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.runs = Runs()
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.code: list[tuple[int, int]] = []
        self.quotes: list[tuple[int, int]] = []
        self.kind = BlockKind.PARAGRAPH
        self.level = 0
        self.source_end = 0
        self._block_start = -1
        self._next_source = -1
        self._asides: list[Builder] = []

    @property
    def open(self) -> bool:
        """Whether the current block has text yet."""
        return self._block_start >= 0

    @property
    def position(self) -> int:
        """Where in the text the next piece will begin."""
        if self.open or not self.length:
            return self.length
        return self.length + len(SEPARATOR)

    def begin(self, kind: BlockKind, level: int = 0) -> None:
        """Ends the current block; the next text starts one of this kind."""
        self.close()
        self.kind = kind
        self.level = level

    def close(self) -> None:
        """Ends the current block, without the white space at its end."""
        if self._block_start >= 0:
            if self.parts[-1][-1:].isspace():
                self._trim_end()
            self.blocks.append(Block(self.kind, self._block_start, self.length, self.level))
            self._block_start = -1
            self._next_source = -1
        while self._asides:
            waiting, self._asides = self._asides, []
            for aside in waiting:
                self._append(aside)

    def defer(self, aside: Builder) -> None:
        """Takes text that stands inside the current block in the source but is no part of it.

        It follows as blocks of its own when the current block ends, or at once if that has no text yet.
        """
        aside.close()
        if not aside.blocks:
            return
        if self.open:
            self._asides.append(aside)
        else:
            self._append(aside)

    def verbatim(self, piece: str, start: int) -> None:
        """Adds text that stands in the source at `start` letter for letter."""
        if self._block_start < 0:
            stripped = piece.lstrip()
            if not stripped:
                return
            start += len(piece) - len(stripped)
            piece = stripped
            self._open(start)
        elif not piece:
            return
        if start != self._next_source:
            self._run(start, VERBATIM)
        self.parts.append(piece)
        size = len(piece)
        self.length += size
        self._next_source = self.source_end = start + size

    def replaced(self, piece: str, start: int, end: int) -> None:
        """Adds text that stands for the source span as a whole."""
        if self._block_start < 0:
            piece = piece.lstrip()
            if not piece:
                return
            self._open(start)
        self._run(start, end)
        self._next_source = -1
        self.parts.append(piece)
        self.length += len(piece)
        self.source_end = end

    def space(self, start: int, end: int) -> None:
        """Adds one space for white space in the source, unless one is there already."""
        if self._block_start >= 0 and not self.parts[-1][-1:].isspace():
            self.replaced(" ", start, end)

    def line_break(self, start: int, end: int) -> None:
        """Adds a forced line break, without the white space before it."""
        if self._block_start < 0 or self.parts[-1][-1:] == "\n":
            return
        if self.parts[-1][-1:].isspace():
            self._trim_end()
        self.replaced("\n", start, end)

    @property
    def spaced(self) -> bool:
        """Whether white space was the last thing added to the open block."""
        return self._block_start >= 0 and self.parts[-1][-1:].isspace()

    def link(self, start: int, url: str) -> None:
        """Notes that the text from `start` to here is linked."""
        self.links.append(Link(min(start, self.length), self.length, url))

    def mark_code(self, start: int) -> None:
        """Notes that the text from `start` to here is code."""
        if start < self.length:
            self.code.append((start, self.length))

    def mark_quote(self, start: int) -> None:
        """Notes that the text from `start` to here is quoted."""
        if start < self.length:
            self.quotes.append((start, self.length))

    def _open(self, source: int) -> None:
        if self.length:
            self._run(self.source_end, source)
            self.parts.append(SEPARATOR)
            self.length += len(SEPARATOR)
        self._block_start = self.length

    def _run(self, source: int, end: int) -> None:
        runs = self.runs
        runs.texts.append(self.length)
        runs.sources.append(source)
        runs.ends.append(end)

    def _append(self, other: Builder) -> None:
        shift = self.position
        if self.length:
            self._run(self.source_end, other.runs.sources[0])
            self.parts.append(SEPARATOR)
        self.parts += other.parts
        self.length = shift + other.length
        self.runs.texts += [start + shift for start in other.runs.texts]
        self.runs.sources += other.runs.sources
        self.runs.ends += other.runs.ends
        self.blocks += [
            block._replace(start=block.start + shift, end=block.end + shift) for block in other.blocks
        ]
        self.code += [(start + shift, end + shift) for start, end in other.code]

    def _trim_end(self) -> None:
        runs = self.runs
        while self.parts[-1][-1:].isspace():
            last = self.parts.pop()
            kept = last.rstrip()
            self.length -= len(last) - len(kept)
            if kept:
                self.parts.append(kept)
            elif runs.texts[-1] >= self.length:
                # A run may hold several parts; it goes when the last of them is gone.
                runs.texts.pop()
                runs.sources.pop()
                runs.ends.pop()
        for spans in (self.code, self.quotes):
            cut = len(spans)
            while cut and spans[cut - 1][1] > self.length:
                cut -= 1
            spans[cut:] = [(start, self.length) for start, _ in spans[cut:] if start < self.length]
        for index in range(len(self.links) - 1, -1, -1):
            link = self.links[index]
            if link.end <= self.length:
                break
            self.links[index] = link._replace(start=min(link.start, self.length), end=self.length)
