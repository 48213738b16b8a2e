"""A text parsed once: blocks, sentences and words, each with the way back to its exact source span."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, partial
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from copykit.findings import Location
from copykit.text.build import VERBATIM, Block, BlockKind, Image, Link, Runs
from copykit.text.front_matter import FrontText, Meta
from copykit.text.sentences import has_emoji, list_mark, runs_on, sentence_spans
from copykit.text.shield import Span, find_addresses, find_quotes, find_slots, find_tags, merge
from copykit.text.words import Words, cut_atoms, cut_words, fold

_LINE_END = re.compile(r"\r\n|\n|\r")


class Syntax(StrEnum):
    """How a source is written."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"


class Sentence(NamedTuple):
    """A span of the text and the index of the block that it stands in."""

    start: int
    end: int
    block: int


class Word(NamedTuple):
    """A span of the text that counts as one word."""

    start: int
    end: int


class Field(NamedTuple):
    """The span of the text that one field of a draft fills; `path` is as in `headlines[7]`."""

    path: str
    start: int
    end: int


class Part(NamedTuple):
    """Where a field's source stands in the document's source.

    Attributes:
        base: what is taken off an offset into the document's source to get the location's own.
    """

    path: str
    start: int
    end: int
    base: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Document:
    """A text with its map back to the source. Made by `parse`, `parse_fields` or `parse_with_fields`.

    All spans of attributes and methods are code points into `text`, except where a `Location` is named:
    that holds code points into the source, exactly as given.

    Attributes:
        name: the file's path as given, `draft` or `-`.
        source: the text exactly as given, byte-order mark and line ends kept; for a draft its fields'
            texts one after another.
        text: what a reader reads: marks gone, entities decoded, a hard wrap as one space, a forced line
            break as one newline, blocks apart by an empty line.
        blocks: the parts of the page in order; they never overlap.
        images: the images in order, each with its span of the source; see `place`.
        fields: the fields of a draft in order; empty for a document without fields.
        front: the texts of the front matter that get published; they are the first blocks.
    """

    name: str
    source: str
    syntax: Syntax
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    fields: tuple[Field, ...] = ()
    front: tuple[FrontText, ...] = ()
    code: tuple[Span, ...] = ()
    block_quotes: tuple[Span, ...] = ()
    runs: Runs = field(repr=False)
    parts: tuple[Part, ...] = field(default=(), repr=False)
    read_meta: Callable[[], Meta] | None = field(default=None, repr=False)

    @cached_property
    def _meta(self) -> Meta:
        return self.read_meta() if self.read_meta else (MappingProxyType({}), ())

    @property
    def meta(self) -> Mapping[str, object]:
        """Front matter of Markdown, or `title` and `description` of HTML; empty when there is none."""
        return self._meta[0]

    @property
    def problems(self) -> tuple[str, ...]:
        """What could not be read, such as front matter that is not YAML."""
        return self._meta[1]

    @cached_property
    def shielded(self) -> tuple[Span, ...]:
        """What prose checks skip: code, addresses, paths, merge tags, template tags. Sorted, disjoint."""
        return merge([*self.code, *find_tags(self.text), *find_addresses(self.text)])

    @cached_property
    def slots(self) -> tuple[Span, ...]:
        """Open slots `[[...]]` that only the author can fill."""
        return find_slots(self.text, self.code)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """Quoted speech: “…”, ‘…’ and "…" inside one block, and block quotes. Sorted, disjoint."""
        return merge([*self.block_quotes, *find_quotes(self.text, self.blocks)])

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order; a heading, list item or cell without a stop is one too."""
        text = self.text
        emoji = has_emoji(text)
        found: list[Sentence] = []
        for index, block in enumerate(self.blocks):
            mark = None
            if block.kind is BlockKind.ITEM and runs_on(text, block.start, block.end):
                at = self.locate(block.start, block.start).start
                mark = list_mark(self.source[max(0, at - 8) : at])
            for start, end in sentence_spans(text, block.start, block.end, emoji=emoji, mark=mark):
                found.append(Sentence(start, end, index))
        return tuple(found)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words in order. A shielded span counts as one word, a template tag `{% … %}` as none."""
        # Half the cost of Word._make, and there is one for every word.
        return tuple(map(partial(tuple.__new__, Word), zip(self.word_starts, self.word_ends, strict=True)))

    @property
    def word_starts(self) -> list[int]:
        """Where each word begins."""
        return self._words.starts

    @property
    def word_ends(self) -> list[int]:
        """One past where each word ends."""
        return self._words.ends

    @property
    def said(self) -> list[str]:
        """Each word as it stands; a shielded span is empty."""
        return self._words.said

    @cached_property
    def word_counts(self) -> Counter[str]:
        """How often each of `said` is there."""
        return Counter(self.said)

    @cached_property
    def folded_words(self) -> list[str]:
        """Each word as it stands in `folded`, a shielded span whole."""
        folded, starts, ends = self.folded, self.word_starts, self.word_ends
        words = list(map(str.lower, self.said))
        # Slices cost more; they are for what lower case alone does not fold, and for what is shielded.
        for at in [at for at, word in enumerate(words) if not word.isascii() or not word]:
            words[at] = folded[starts[at] : ends[at]]
        return words

    @cached_property
    def sentence_words(self) -> tuple[tuple[int, int], ...]:
        """For each sentence the indexes of its first word and of the one behind its last."""
        return self._by_sentence(self.word_starts)

    @cached_property
    def sentence_atoms(self) -> tuple[tuple[int, int], ...]:
        """For each sentence the indexes of its first atom and of the one behind its last."""
        return self._by_sentence(self.atoms.starts)

    @cached_property
    def folded(self) -> str:
        """The text for finding phrases, offset for offset: in lower case, its punctuation plain."""
        return fold(self.text)

    @cached_property
    def atoms(self) -> Words:
        """All runs of letters and digits of `folded`, shielded ones included; "don't" has two."""
        return cut_atoms(self.folded)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """What `atoms` holds, each once."""
        return frozenset(self.occurrences)

    @cached_property
    def occurrences(self) -> Mapping[str, Sequence[int]]:
        """Where each run of letters and digits of `folded` begins."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for start, run in zip(self.atoms.starts, self.atoms.said, strict=True):
            found[run].append(start)
        return dict(found)

    def matches_at(self, words: Set[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches in `folded` of a pattern, none over another, as `finditer` has them.

        Args:
            words: runs of letters and digits with one of which every match begins.
            pattern: what to look for there.
        """
        folded = self.folded
        done = 0
        for place in sorted(chain.from_iterable(self.occurrences[word] for word in self.vocabulary & words)):
            if place >= done and (match := pattern.match(folded, place)):
                done = match.end()
                yield match

    def _by_sentence(self, starts: Sequence[int]) -> tuple[tuple[int, int], ...]:
        found: list[tuple[int, int]] = []
        last = 0
        for start, end, _ in self.sentences:
            first = bisect_left(starts, start, last)
            last = bisect_left(starts, end, first)
            found.append((first, last))
        return tuple(found)

    @cached_property
    def _words(self) -> Words:
        return cut_words(self.text, self.shielded)

    def locate(self, start: int, end: int) -> Location:
        """The exact source span of a span of the text.

        A span that begins or ends inside an entity or a hard wrap widens to the whole of it; one that
        reaches over two fields is cut to the first. `start == end` anchors an absence. Offsets outside
        the text are taken to its ends.
        """
        runs = self.runs
        start = max(0, min(start, len(self.text)))
        end = max(start, min(end, len(self.text)))
        part = self._part(start)
        if not runs.texts:
            place = part.start if part else 0
            return self._location(part, place, place)
        first = max(0, bisect_right(runs.texts, start) - 1)
        offset = start - runs.texts[first]
        whole = runs.ends[first]
        begin = runs.sources[first] + offset if whole == VERBATIM else runs.sources[first]
        if start == end:
            if whole != VERBATIM and offset:
                begin = whole
            return self._location(part, begin, begin)
        last = max(first, bisect_left(runs.texts, end) - 1)
        whole = runs.ends[last]
        stop = runs.sources[last] + end - runs.texts[last] if whole == VERBATIM else whole
        return self._location(part, begin, max(begin, stop))

    def anchor(self, path: str | None = None) -> Location:
        """The empty place at the start of a field, or of the document: where something is absent.

        A field that the draft does not have gets a location too, at 0.
        """
        if path is None:
            return Location(document=self.name, field=None, start=0, end=0)
        part = self._part_by_path.get(path)
        place = part.start - part.base if part else 0
        return Location(document=self.name, field=path, start=place, end=place)

    def place(self, start: int, end: int) -> Location:
        """The location of a span of the source, such as an image's; it names the field that holds it."""
        part = next((part for part in self.parts if part.start <= start <= part.end), None)
        return self._location(part, start, end)

    def quote(self, location: Location) -> str:
        """The source slice that a location of this document names."""
        base = self._base(location)
        return self.source[base + location.start : base + location.end]

    def is_plain(self, start: int, end: int) -> bool:
        """Whether a span stands in the source letter for letter, so that replacing it is sure."""
        runs = self.runs
        if not 0 <= start < end <= len(self.text):
            return False
        index = bisect_right(runs.texts, start) - 1
        following = runs.texts[index + 1] if index + 1 < len(runs.texts) else len(self.text)
        return runs.ends[index] == VERBATIM and end <= following

    def is_shielded(self, start: int, end: int) -> bool:
        """Whether a span touches one that prose checks skip."""
        return _touches(self.shielded, self._shield_starts, start, end)

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether a span touches quoted speech."""
        return _touches(self.quoted, self._quote_starts, start, end)

    def block_at(self, offset: int) -> Block:
        """The block that holds an offset, or the one before it between two blocks.

        Raises:
            LookupError: if the document has no blocks.
        """
        if not self.blocks:
            raise LookupError(f"{self.name} has no text")
        return self.blocks[max(0, bisect_right(self._block_starts, offset) - 1)]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an offset, or the one before it between two sentences.

        Raises:
            LookupError: if the document has no sentences.
        """
        if not self.sentences:
            raise LookupError(f"{self.name} has no text")
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def field_at(self, offset: int) -> str | None:
        """The path of the field that holds an offset; None in a document without fields."""
        part = self._part(offset)
        return part.path if part else None

    def line_column(self, location: Location) -> tuple[int, int]:
        """Line and column of a location's start, from 1, in the location's own source.

        Line ends are CRLF, LF and CR; columns count code points.
        """
        if location.field is None or not self.parts or self._part_by_path.get(location.field) is None:
            starts, offset = self._line_starts, location.start
        else:
            part = self._part_by_path[location.field]
            if part.base == 0:
                starts, offset = self._line_starts, location.start
            else:
                starts = _lines(self.source[part.start : part.end])
                offset = location.start
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line_text(self, location: Location) -> str:
        """The whole line in which a location starts, without its line end, from the location's own source."""
        start, _ = self.span(location)
        part = self._part_by_path.get(location.field) if location.field is not None else None
        low, high = (part.start, part.end) if part and part.base else (0, len(self.source))
        _, column = self.line_column(location)
        begin = max(low, start - column + 1)
        end = _LINE_END.search(self.source, begin, high)
        return self.source[begin : end.start() if end else high]

    def span(self, location: Location) -> Span:
        """Where a location stands in the document's source, whichever field it is in."""
        base = self._base(location)
        return location.start + base, location.end + base

    @cached_property
    def _shield_starts(self) -> list[int]:
        return [start for start, _ in self.shielded]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [start for start, _ in self.quoted]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _field_starts(self) -> list[int]:
        return [item.start for item in self.fields]

    @cached_property
    def _line_starts(self) -> list[int]:
        return _lines(self.source)

    @cached_property
    def _part_by_path(self) -> Mapping[str, Part]:
        return {part.path: part for part in reversed(self.parts)}

    def _part(self, offset: int) -> Part | None:
        if not self.parts:
            return None
        index = bisect_right(self._field_starts, offset) - 1
        # Empty fields share their start with the next one that has text; that one owns the place.
        return self.parts[max(0, index)]

    def _base(self, location: Location) -> int:
        part = self._part_by_path.get(location.field) if location.field is not None else None
        return part.base if part else 0

    def _location(self, part: Part | None, start: int, end: int) -> Location:
        if part is None:
            return Location(document=self.name, field=None, start=start, end=end)
        start = max(part.start, min(start, part.end))
        end = max(start, min(end, part.end))
        return Location(document=self.name, field=part.path, start=start - part.base, end=end - part.base)


def _touches(spans: Sequence[Span], starts: list[int], start: int, end: int) -> bool:
    index = bisect_left(starts, end if end > start else start + 1) - 1
    return index >= 0 and spans[index][1] > start


def _lines(source: str) -> list[int]:
    return [0, *(match.end() for match in _LINE_END.finditer(source))]
