"""Reads Markdown with exact offsets: pulldown-cmark's events become blocks of text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import pyromark

from copykit.text.build import BlockKind, Builder, Image
from copykit.text.front_matter import FrontMatter, FrontText, Meta, read_published
from copykit.text.markup import HtmlReader
from copykit.text.shield import Span, merge

_PARSER = pyromark.Markdown(
    options=pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_GFM
)
# Settings begin with a key or a comment; a rule with text below it is no front matter.
_FRONT = re.compile(
    r"---[ \t]*(?:\r\n|\n|\r)(?=\s*(?:#|---|\.\.\.|[^\r\n]*:))(.*?)"
    r"(?:^|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)",
    re.DOTALL | re.MULTILINE,
)
# Tags and slots that Markdown would take apart: an underscore, a bracket or a space in a link's address.
_TAG = re.compile(
    r"\{\{\{?[^{}]{0,400}\}\}\}?|\{%[^{}]{0,600}%\}|\{![^{}\s][^{}]{0,200}\}"
    # A Mailchimp tag that lacks its last bar is no stress.
    r"|\*\|[A-Za-z0-9_:, =.!\"'-]{1,200}\|\*|\*\|[A-Z][A-Z0-9_]{1,40}\*|\[\[[^\[\]\r\n]{1,400}\]\](?![(\[:])"
)
_TAG_HINTS = ("{{", "{%", "{!", "*|", "[[")
# Jekyll's blocks of code and comments; without an end they are text like any other.
_BLOCK = re.compile(r"\{%-?\s*(highlight|comment)\b[^{}]{0,200}%\}")
_BLOCK_ENDS = {name: re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}") for name in ("highlight", "comment")}
# Template tags alone on their line, looked for only where one begins; kramdown's attributes.
_TAG_LINE = re.compile(r"[ \t]*(?:\{%[^{}]{0,600}%\}[ \t]*)+(?=[\r\n]|\Z)")
_ATTRIBUTES = re.compile(r"\{:[^{}\r\n]{0,200}\}")
_HEADING_ID = re.compile(r"[ \t]\{#[\w:.-]{1,100}\}(?=[ \t#]*(?:[\r\n]|\Z))")
_NO_LINE_END = re.compile(r"[^\r\n]")
_INK = re.compile(r"((?<=[\r\n])[ \t>]+)|[^\r\n]")
_WIDE = re.compile(r"[^\x00-\x7f]")
_BACKTICKS = re.compile(r"`+")
_ADDRESS = re.compile(r"\]\(\s*<?(.*?)>?(?:\s+\"[^\"]*\")?\s*\)\Z", re.DOTALL)


class _Point:
    """Turns byte offsets of a text's UTF-8 into code points of the source."""

    def __init__(self, text: str, shift: int) -> None:
        self._shift = shift
        self._ends: list[int] = []
        self._shifts: list[int] = [shift]
        surplus = 0
        for match in () if text.isascii() else _WIDE.finditer(text):
            character = match.group()
            surplus += 1 if character < "\u0800" else 2 if character < "\U00010000" else 3
            self._ends.append(match.end() + surplus)
            self._shifts.append(shift - surplus)

    def __call__(self, offset: int) -> int:
        if not self._ends:
            return offset + self._shift
        return offset + self._shifts[bisect_right(self._ends, offset)]


def read_markdown(
    builder: Builder, source: str, base: int = 0, *, front_matter: bool = True
) -> FrontMatter | None:
    """Adds Markdown to a builder, what its front matter publishes first; returns the front matter, if any."""
    start = 1 if source.startswith("\ufeff") else 0
    front = _FRONT.match(source, start) if front_matter else None
    texts: list[FrontText] = []
    if front:
        start = front.end()
        texts = read_published(builder, source, base, *front.span(1))
    _Reader(builder, source, start, base).read()
    if front is None:
        return None
    text = front.group(1)
    return FrontMatter(tuple(texts), lambda: _read_front_matter(text))


def _read_front_matter(text: str) -> Meta:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        found = yaml.load(text, Loader=loader)
    except (yaml.YAMLError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        place = f" (line {line + 2})" if line is not None else ""
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        return MappingProxyType({}), (f"the front matter is not valid YAML{place}: {reason}",)
    if found is None:
        return MappingProxyType({}), ()
    if not isinstance(found, Mapping):
        return MappingProxyType({}), ("the front matter is not a list of settings (key: value)",)
    return MappingProxyType({str(key): value for key, value in found.items()}), ()


def _find_dropped(source: str, start: int) -> list[Span]:
    found: list[Span] = []
    last = start
    endless: set[str] = set()
    blocks = "highlight" in source or "comment" in source
    for opening in _BLOCK.finditer(source, start) if blocks else ():
        name = opening.group(1)
        if opening.start() < last or name in endless:
            continue
        ending = _BLOCK_ENDS[name].search(source, opening.end())
        if ending is None:
            endless.add(name)
        else:
            last = ending.end()
            found.append((opening.start(), last))
    found += _find_tag_lines(source, start)
    if "{:" in source:
        found += [match.span() for match in _ATTRIBUTES.finditer(source, start)]
    if "{#" in source:
        found += [match.span() for match in _HEADING_ID.finditer(source, start)]
    return list(merge(found))


def _find_tag_lines(source: str, start: int) -> Iterator[Span]:
    at = source.find("{%", start)
    while at >= 0:
        low = at
        while low > start and source[low - 1] in " \t":
            low -= 1
        begins = low == 0 or source[low - 1] in "\r\n"
        match = _TAG_LINE.match(source, low) if begins else None
        if match:
            yield match.span()
        at = source.find("{%", match.end() if match else at + 2)


def _cover(match: re.Match[str]) -> str:
    return match.group() if match.lastindex else "x"


class _Reader:
    """One pass over the events of one Markdown text."""

    def __init__(self, builder: Builder, source: str, start: int, base: int) -> None:
        self.builder = builder
        self.source = source
        self.start = start
        self.base = base
        self.dropped: list[tuple[int, int]] = []
        self.masked: list[tuple[int, int]] = []
        self.html = HtmlReader(builder, source, base=base, embedded=True)
        self.contexts: list[tuple[BlockKind, int]] = [(BlockKind.PARAGRAPH, 0)]
        self.links: list[tuple[int, str]] = []
        self.outer: list[Builder] = []
        self.images: list[tuple[int, int, str]] = []
        self.quotes: list[int] = []
        self.code_depth = 0
        self.gap = False
        self.depth = 0

    def read(self) -> None:
        """Adds all blocks to the builder."""
        shown = self._mask()
        whole = shown[self.start :] if self.start else shown
        self.shown = shown
        events: Iterable[tuple[Any, Any]] = _PARSER.events_with_range(whole)
        point = _Point(whole, self.start)
        html: list[tuple[int, int]] = []
        for event, span in events:
            low, high = span["start"], span["end"]
            if event.__class__ is str:
                self._break(event, point(low), point(high))
                continue
            ((key, value),) = event.items()
            if key == "Text":
                if not self.code_depth:
                    start = point(low)
                    # A verbatim piece is as long as its span; entities never are.
                    whole_span = value.isascii() and len(value) == high - low
                    self._text(value, start, start + len(value) if whole_span else point(high))
            elif key == "Start":
                self._open(value, low, high, point)
            elif key == "End":
                if value == "HtmlBlock":
                    self._html_block(html)
                    html = []
                else:
                    self._close(value)
            elif key == "Code":
                self._code(value, point(low), point(high))
            elif key == "Html":
                html.append((point(low), point(high)))
            elif key == "InlineHtml":
                self.html.builder = self.builder
                self.html.read(point(low), point(high))
                self.gap = True
        self.html.finish()
        self.builder.close()

    def _mask(self) -> str:
        """The source for the parser: what Markdown would misread covered, code point for code point."""
        source = self.source
        shown = source
        if "{%" in source or "{:" in source or "{#" in source:
            self.dropped = _find_dropped(source, self.start)
            pieces, last = [], 0
            for low, high in self.dropped:
                pieces += [source[last:low], _NO_LINE_END.sub(" ", source[low:high])]
                last = high
            shown = "".join([*pieces, source[last:]])
        self.kept = shown
        if any(hint in shown for hint in _TAG_HINTS):

            def cover(match: re.Match[str]) -> str:
                if match.start() < self.start:
                    return match.group()
                self.masked.append(match.span())
                return _INK.sub(_cover, match.group())

            shown = _TAG.sub(cover, shown)
        self.special = sorted(self.dropped + self.masked)
        return shown

    def _break(self, event: str, low: int, high: int) -> None:
        builder, base = self.builder, self.base
        if event == "SoftBreak":
            if not self.html.skipping:
                builder.space(base + low, base + high)
        elif event == "HardBreak" and not self.html.skipping:
            builder.line_break(base + low, base + high)
            self.gap = True

    def _text(self, value: str, low: int, high: int) -> None:
        if self.html.skipping:
            return
        if self.gap:
            # What stood here gave no text: the spaces on both sides of it are one.
            self.gap = False
            if self.builder.spaced and len(value) == high - low:
                low += len(value) - len(value.lstrip(" "))
                value = value.lstrip(" ")
        if len(value) != high - low:
            self.builder.replaced(value, self.base + low, self.base + high)
        elif not self.special:
            self.builder.verbatim(value, self.base + low)
        else:
            index = bisect_left(self.special, (high, high)) - 1
            if index < 0 or self.special[index][1] <= low:
                self.builder.verbatim(value, self.base + low)
            else:
                self._uncovered(low, high)

    def _uncovered(self, low: int, high: int) -> None:
        index = max(0, bisect_left(self.dropped, (low, low)) - 1)
        for start, end in self.dropped[index:]:
            if start >= high:
                break
            if end <= low:
                continue
            if start > low:
                self.builder.verbatim(self.source[low:start], self.base + low)
            self.builder.space(self.base + max(start, low), self.base + min(end, high))
            low = min(end, high)
        if low < high:
            self.builder.verbatim(self.source[low:high], self.base + low)

    def _code(self, value: str, low: int, high: int) -> None:
        if self.html.skipping:
            return
        builder = self.builder
        match = _BACKTICKS.match(self.shown, low)
        ticks = match.end() - low if match else 0
        inner = self.shown[low + ticks : high - ticks]
        # One space on either side may belong to the marks.
        lead = 0 if inner == value else 1 if inner[1:-1] == value else -1
        position = builder.position
        if lead < 0:
            builder.replaced(value, self.base + low, self.base + high)
        else:
            start = low + ticks + lead
            builder.verbatim(self.source[start : start + len(value)], self.base + start)
        builder.mark_code(position)

    def _html_block(self, lines: list[tuple[int, int]]) -> None:
        if not lines:
            return
        self.html.builder = self.builder
        start, end = lines[0][0], lines[-1][1]
        gaps = [(first[1], second[0]) for first, second in pairwise(lines) if first[1] < second[0]]
        original = self.html.source
        if gaps or self.dropped:
            # The marks of a quote or a list at the start of each line are no part of the HTML.
            text = self.kept
            pieces, last = [], start
            for low, high in gaps:
                pieces += [text[last:low], " " * (high - low)]
                last = high
            self.html.source = original[:start] + "".join([*pieces, text[last:end]]) + original[end:]
        self.html.read(start, end)
        self.html.source = original
        self.html.skipping.clear()
        self.builder.begin(*self.contexts[-1])

    def _open(self, value: object, low: int, high: int, point: _Point) -> None:
        builder = self.builder
        if isinstance(value, str):
            if value == "Paragraph":
                builder.begin(*self.contexts[-1])
            elif value == "Item":
                self.contexts.append((BlockKind.ITEM, self.depth))
                builder.begin(BlockKind.ITEM, self.depth)
            elif value == "TableCell":
                builder.begin(BlockKind.CELL)
            return
        if not isinstance(value, Mapping):
            return
        for key, detail in value.items():
            if key == "Heading":
                builder.begin(BlockKind.HEADING, int(detail["level"][1]))
            elif key == "List":
                self.depth += 1
            elif key == "BlockQuote":
                # A note or a warning (detail) is written as a quotation, but nobody is quoted.
                self.contexts.append(self.contexts[-1] if detail else (BlockKind.QUOTE, 0))
                builder.begin(*self.contexts[-1])
                self.quotes.append(-1 if detail else builder.position)
            elif key == "CodeBlock" or key == "MetadataBlock":
                builder.begin(*self.contexts[-1])
                self.code_depth += 1
            elif key == "Link":
                self.links.append((builder.position, self._address(detail["dest_url"], low, high, point)))
            elif key == "Image":
                self.images.append(
                    (point(low), point(high), self._address(detail["dest_url"], low, high, point))
                )
                self.outer.append(builder)
                self.builder = Builder()
                self.builder.begin(BlockKind.ALT)
            elif key == "FootnoteDefinition":
                builder.begin(*self.contexts[-1])

    def _close(self, value: object) -> None:
        builder = self.builder
        key = value if isinstance(value, str) else next(iter(value)) if isinstance(value, Mapping) else ""
        if key == "Link":
            builder.link(*self.links.pop())
        elif key == "Image":
            self.builder = self.outer.pop()
            low, high, url = self.images.pop()
            said = "".join(builder.parts).strip() or None
            self.builder.images.append(Image(self.base + low, self.base + high, url, said))
            self.builder.defer(builder)
            self.gap = True
        elif key in ("Paragraph", "Heading", "TableCell", "FootnoteDefinition"):
            self.html.skipping.clear()
            builder.begin(*self.contexts[-1])
        elif key == "Item":
            self.contexts.pop()
            builder.begin(*self.contexts[-1])
        elif key == "List":
            self.depth -= 1
        elif key == "BlockQuote":
            self.contexts.pop()
            builder.begin(*self.contexts[-1])
            start = self.quotes.pop()
            if start >= 0:
                builder.mark_quote(start)
        elif key in ("CodeBlock", "MetadataBlock"):
            self.code_depth -= 1

    def _address(self, url: str, low: int, high: int, point: _Point) -> str:
        """The address as the source has it, where a template tag in it was covered."""
        if self.masked:
            low, high = point(low), point(high)
            index = bisect_left(self.masked, (low, low))
            if index < len(self.masked) and self.masked[index][0] < high:
                match = _ADDRESS.search(self.source, low, high)
                if match:
                    return match.group(1)
        return url
