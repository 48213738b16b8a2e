"""A document as the rules of Vale see it: pieces of text in scopes, with what is code masked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import PurePath
from typing import NamedTuple

from copykit.findings import Location
from copykit.text import Block, BlockKind, Document, Syntax

__all__ = ["SCOPES", "Page", "Piece", "Selectors", "selectors"]

# Vale's names for parts of a page that we know; a last part may name the syntax (`heading.md`).
SCOPES = frozenset(
    "text heading h1 h2 h3 h4 h5 h6 table header cell list paragraph sentence blockquote attr alt"
    " summary raw md html txt".split()
)
_ENDINGS = {Syntax.MARKDOWN: "md", Syntax.HTML: "html", Syntax.PLAIN: "txt"}
_KINDS: dict[BlockKind, frozenset[str]] = {
    BlockKind.PARAGRAPH: frozenset({"text", "paragraph"}),
    BlockKind.ITEM: frozenset({"text", "list"}),
    BlockKind.CELL: frozenset({"text", "table", "cell"}),
    BlockKind.QUOTE: frozenset({"text", "blockquote"}),
    BlockKind.ALT: frozenset({"text", "attr", "alt"}),
    BlockKind.TITLE: frozenset({"text"}),
    BlockKind.DESCRIPTION: frozenset({"text"}),
}
# What Vale's summary is made of.
SUMMARY = frozenset((BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE))
_RULER = re.compile(r"[ \t>|:-]+")
_OPENED = re.compile(r"<t([dh])\b", re.IGNORECASE)


Selectors = tuple[tuple[tuple[bool, frozenset[str]], ...], ...]


def selectors(scope: Iterable[str]) -> Selectors:
    """A rule's scopes, parsed: of the alternatives one must hold, and in it all parts (`a & ~b`)."""
    return tuple(
        tuple(
            (part.strip().startswith("~"), frozenset(part.strip().removeprefix("~").strip().split(".")))
            for part in one.split("&")
        )
        for one in scope
    )


def _selects(chosen: Selectors, names: frozenset[str]) -> bool:
    is_sentence = "sentence" in names
    for parts in chosen:
        # A sentence is read by rules that ask for sentences; the others read its whole block.
        if is_sentence and not any("sentence" in wanted and not negated for negated, wanted in parts):
            continue
        if all(_holds(negated, wanted, names) for negated, wanted in parts):
            return True
    return False


def _holds(negated: bool, wanted: frozenset[str], names: frozenset[str]) -> bool:
    if not negated:
        return wanted <= names
    # "Not a heading" means nothing for the page as a whole.
    return not wanted <= names and not names & {"raw", "summary"}


class Piece(NamedTuple):
    """A text that a rule reads at once.

    Attributes:
        text: what the rule sees.
        start: where it begins in the document's text; for raw text, in the document's source.
        joints: for a text put together from parts: where each part begins in it, and in the document.
        raw: whether it is source.
        field: for raw text of a draft, the field that it is.
    """

    text: str
    start: int
    joints: tuple[tuple[int, int], ...] = ()
    raw: bool = False
    field: str | None = None

    def place(self, at: int) -> int:
        """The offset in the document of an offset in the piece."""
        if not self.joints:
            return self.start + at
        index = max(0, bisect_right(self.joints, at, key=lambda joint: joint[0]) - 1)
        inside, outside = self.joints[index]
        return outside + at - inside


@cache
def _heading(level: int) -> frozenset[str]:
    return frozenset({"text", "heading", f"h{level}"})


class Page:
    """One document, cut into pieces on demand."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._pieces: dict[Selectors, tuple[Piece, ...]] = {}
        self._made_small: dict[str, str] = {}

    @cached_property
    def file(self) -> str:
        """The name that `.vale.ini` knows the document by; a text without one ends as its syntax does."""
        name = self.document.name
        return name if PurePath(name).suffix else f"{name}.{self._ending}"

    @property
    def _ending(self) -> str:
        return _ENDINGS[self.document.syntax]

    @cached_property
    def masked(self) -> str:
        """The text with each letter of code, addresses and tags as `*`, as Vale masks code."""
        text = self.document.text
        shielded = self.document.shielded
        if not shielded:
            return text
        made: list[str] = []
        last = 0
        for start, end in shielded:
            made += [text[last:start], "*" * (end - start)]
            last = end
        return "".join([*made, text[last:]])

    @cached_property
    def raw_lower(self) -> str:
        """The source in lower case."""
        return self.document.source.lower()

    def small(self, piece: Piece) -> str:
        """A piece in lower case, made once."""
        text = piece.text
        if text not in self._made_small:
            self._made_small[text] = text.lower()
        return self._made_small[text]

    def pieces(self, chosen: Selectors) -> tuple[Piece, ...]:
        """The pieces that a rule's scopes choose, in order."""
        if chosen not in self._pieces:
            self._pieces[chosen] = tuple(self._cut(chosen))
        return self._pieces[chosen]

    def _cut(self, chosen: Selectors) -> Iterator[Piece]:
        ending = frozenset({self._ending})
        named = frozenset[str]().union(*(wanted for parts in chosen for _, wanted in parts))
        if _selects(chosen, frozenset({"raw"}) | ending):
            yield from self._raw()
        if _selects(chosen, frozenset({"summary"}) | ending):
            yield self.summary
        whole = named - {"raw", "summary"}
        if not whole:
            return
        masked = self.masked
        with_sentences = "sentence" in named
        sentences = self._sentences_by_block if with_sentences else {}
        exactly = "table" in named
        selected: dict[frozenset[str], tuple[bool, bool]] = {}
        for index, block in enumerate(self.document.blocks):
            names = self._names(block, exactly=exactly)
            if names not in selected:
                whole_block = _selects(chosen, names | ending)
                each = with_sentences and _selects(chosen, names | ending | {"sentence"})
                selected[names] = whole_block, each
            whole_block, each = selected[names]
            if whole_block:
                yield Piece(masked[block.start : block.end], block.start)
            if each:
                for start, end in sentences.get(index, ()):
                    yield Piece(masked[start:end], start)

    @cached_property
    def _sentences_by_block(self) -> dict[int, list[tuple[int, int]]]:
        made: dict[int, list[tuple[int, int]]] = {}
        for sentence in self.document.sentences:
            made.setdefault(sentence.block, []).append((sentence.start, sentence.end))
        return made

    def _names(self, block: Block, *, exactly: bool) -> frozenset[str]:
        if block.kind is BlockKind.HEADING:
            return _heading(block.level)
        if block.kind is BlockKind.CELL and exactly and self._is_header(block):
            return frozenset({"text", "table", "header"})
        return _KINDS[block.kind]

    def _is_header(self, block: Block) -> bool:
        """Whether a cell heads its column: it stands in a `<th>`, or above a Markdown table's ruler."""
        document = self.document
        place = document.locate(block.start, block.start)
        base = next((part.base for part in document.parts if part.path == place.field), 0)
        offset = place.start + base
        source = document.source
        if document.syntax is Syntax.HTML:
            opened = [*_OPENED.finditer(source, max(0, offset - 400), offset)]
            return bool(opened) and opened[-1].group(1) in "hH"
        end = source.find("\n", offset)
        below = source[end + 1 : end + 400].split("\n", 1)[0].rstrip("\r") if end >= 0 else ""
        return "-" in below and bool(_RULER.fullmatch(below))

    def _raw(self) -> Iterator[Piece]:
        document = self.document
        if not document.parts:
            yield Piece(text=document.source, start=0, raw=True)
        for part in document.parts:
            text = document.source[part.start : part.end]
            yield Piece(text=text, start=part.start - part.base, raw=True, field=part.path)

    @cached_property
    def summary(self) -> Piece:
        """Paragraphs, list items and quotes as one text."""
        made: list[str] = []
        joints: list[tuple[int, int]] = []
        length = 0
        for block in self.document.blocks:
            if block.kind in SUMMARY:
                text = self.masked[block.start : block.end]
                joints.append((length, block.start))
                made.append(text + "\n\n")
                length += len(text) + 2
        return Piece(text="".join(made), start=0, joints=tuple(joints) or ((0, 0),))

    def locate(self, piece: Piece, start: int, end: int) -> tuple[Location, str]:
        """The place and the source of a span of a piece."""
        document = self.document
        if piece.raw:
            low, high = piece.start + start, piece.start + end
            place = Location(document=document.name, field=piece.field, start=low, end=high)
            return place, document.quote(place)
        low, high = self.span(piece, start, end)
        place = document.locate(low, high)
        return place, document.quote(place)

    def span(self, piece: Piece, start: int, end: int) -> tuple[int, int]:
        """A span of a piece as one of the document's text, cut to the block that it begins in."""
        low = piece.place(start)
        if not piece.joints:
            return low, piece.start + end
        reach = piece.place(end - 1) + 1 if end > start else low
        return low, reach if reach >= low else low

    def is_shielded(self, piece: Piece, start: int, end: int) -> bool:
        """Whether a span lies in masked text as a whole; raw text is read with its code."""
        return (
            not piece.raw
            and start < end
            and piece.text[start:end].strip("*") == ""
            and (self.document.is_shielded(*self.span(piece, start, end)))
        )
