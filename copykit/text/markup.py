"""Reads HTML with exact offsets: what a browser shows as text, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from typing import NamedTuple

from copykit.text.build import BlockKind, Builder, Image
from copykit.text.wordset import word_set

# Possessive quantifiers keep a broken tag from being tried in many ways. Quotes count only after "=".
_TAG = re.compile(
    r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>\"'=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[\"'=])*+)>",
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_TITLE_END = re.compile(r"</title(?=[\s/>])", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
_PIECE = re.compile(r"(\s+)|(&[^\s&]*)|[^\s&]+(?: [^\s&]+)*")

# Their content is no text of the page. <pre> is a block of code here, like a fenced block in Markdown.
_SKIPPED = word_set("script style template noscript svg math iframe object canvas audio video pre head")
_RAW = word_set("script style iframe noscript noembed noframes xmp title")
# Those of the skipped that may stand within a sentence.
_WITHIN = word_set("script style template noscript svg math head")
_INLINE_CODE = word_set("code kbd samp tt var")
_BLOCKS = word_set(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu"
    " nav ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead"
    " tr ul"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_VOID = word_set("area base br col embed hr img input link meta source track wbr")


class Tag(NamedTuple):
    """A tag in a source: `closing` for `</p>`."""

    name: str
    closing: bool
    start: int
    end: int
    inside: tuple[int, int]


def find_tags(source: str, start: int, end: int) -> Iterator[Tag | tuple[int, int]]:
    """The tags of HTML and, as plain spans, the text between them; comments and declarations are dropped.

    Never raises; a tag that is not closed is text up to the next "<".
    """
    position = text_start = start
    broken = False
    while True:
        low = source.find("<", position, end)
        if low < 0:
            break
        if source.startswith("<!--", low):
            high = source.find("-->", low + 4, end)
            high = end if high < 0 else high + 3
            if source.startswith(("<!-->", "<!--->"), low):
                high = source.index(">", low) + 1
        elif source.startswith(("<!", "<?"), low):
            high = source.find(">", low, end)
            high = end if high < 0 else high + 1
        else:
            match = None if broken else _TAG.match(source, low, end)
            if match is None:
                # Without a ">" that closes this tag, none closes a later one either, quotes apart.
                if not broken and source[low + 1 : low + 2].isalpha():
                    broken = True
                match = _SIMPLE_TAG.match(source, low, end) if broken else None
            if match is None:
                position = low + 1
                continue
            if text_start < low:
                yield text_start, low
            name = match.group(2).lower()
            tag = Tag(name, bool(match.group(1)), low, match.end(), match.span(3))
            yield tag
            position = text_start = match.end()
            if name in _RAW and not tag.closing:
                closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, position, end)
                position = text_start = closing.start() if closing else end
            continue
        if text_start < low:
            yield text_start, low
        position = text_start = high
    if text_start < end:
        yield text_start, end


_SIMPLE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/><]*+)([^<>]*+)>")


def read_attributes(source: str, tag: Tag) -> dict[str, tuple[str, int, int]]:
    """The attributes of a tag: name → (raw value, where it begins and ends in the source)."""
    found: dict[str, tuple[str, int, int]] = {}
    for match in _ATTRIBUTE.finditer(source, *tag.inside):
        group = match.lastindex if match.lastindex and match.lastindex > 1 else None
        if group:
            found.setdefault(match.group(1).lower(), (match.group(group), *match.span(group)))
        else:
            found.setdefault(match.group(1).lower(), ("", match.end(), match.end()))
    return found


class HtmlReader:
    """Turns HTML into blocks of a builder; keeps open elements from one call to the next."""

    def __init__(
        self,
        builder: Builder,
        source: str,
        *,
        base: int = 0,
        embedded: bool = False,
        skip: Collection[int] = (),
    ) -> None:
        """Args:
        base: where `source` stands in the document's source.
        embedded: whether this is HTML inside Markdown, which gives the blocks their kinds.
        """
        self.builder = builder
        self.source = source
        self.base = base
        self.embedded = embedded
        self.skip = skip
        self.title = ""
        self.description = ""
        self.skipping: list[str] = []
        self._stack: list[tuple[BlockKind, int, str]] = []
        self._links: list[tuple[int, str]] = []
        self._code: list[int] = []
        self._quotes: list[int] = []
        self._lists = 0

    def read(self, start: int, end: int) -> None:
        """Reads a stretch of the source."""
        for token in find_tags(self.source, start, end):
            if isinstance(token, Tag):
                self.tag(token)
            elif not self.skipping:
                self.text(*token)

    def finish(self) -> None:
        """Closes what is still open."""
        while self._links:
            self.builder.link(*self._links.pop())
        while self._code:
            self.builder.mark_code(self._code.pop())
        self.builder.close()
        while self._quotes:
            self.builder.mark_quote(self._quotes.pop())
        self.skipping.clear()
        self._stack.clear()

    def text(self, start: int, end: int) -> None:
        """Adds text, its white space collapsed and its entities decoded."""
        source, builder, base = self.source, self.builder, self.base
        for match in _PIECE.finditer(source, start, end):
            low, high = match.span()
            if match.lastindex == 1:
                builder.space(base + low, base + high)
            elif match.lastindex == 2:
                self._entity(low, high)
            else:
                builder.verbatim(source[low:high], base + low)

    def _entity(self, low: int, high: int) -> None:
        match = _ENTITY.match(self.source, low, high)
        decoded = unescape(match.group()) if match else ""
        if match is None or decoded == match.group():
            self.builder.verbatim(self.source[low:high], self.base + low)
            return
        # Without a semicolon only the old names are entities, and only their own letters.
        cut = match.end()
        if not match.group().endswith(";") and not match.group().startswith("&#"):
            tail = 0
            while decoded[len(decoded) - tail - 1 :] == self.source[cut - tail - 1 : cut] and tail + 1 < len(
                decoded
            ):
                tail += 1
            cut -= tail
            decoded = decoded[: len(decoded) - tail]
        self.builder.replaced(decoded, self.base + low, self.base + cut)
        if cut < high:
            self.builder.verbatim(self.source[cut:high], self.base + cut)

    def tag(self, tag: Tag) -> None:
        """Takes one tag."""
        name = tag.name
        if self.skipping:
            if name == self.skipping[-1]:
                if tag.closing:
                    self.skipping.pop()
                elif name != "head":
                    self.skipping.append(name)
            elif self.skipping[-1] == "head" and not tag.closing:
                if name == "body":
                    self.skipping.pop()
                elif name in ("title", "meta"):
                    self._head(tag)
                elif name in _BLOCKS:
                    # A page whose <head> was never closed.
                    self.skipping.pop()
                    self.tag(tag)
            return
        if tag.closing:
            self._close(name, tag)
        else:
            self._open(name, tag)

    def _head(self, tag: Tag) -> None:
        if tag.name == "title":
            # The text of a title holds no tags, whatever it looks like.
            closing = _TITLE_END.search(self.source, tag.end)
            end = closing.start() if closing else len(self.source)
            self.title = self.title or self._aside(BlockKind.TITLE, tag.end, end)
            return
        attributes = read_attributes(self.source, tag)
        kind = attributes.get("name", ("",))[0].lower()
        if kind == "description" and "content" in attributes:
            said = self._aside(BlockKind.DESCRIPTION, *attributes["content"][1:])
            self.description = self.description or said

    def _aside(self, kind: BlockKind, start: int, end: int) -> str:
        """Reads text that is no part of the block around it; it follows as a block of its own."""
        page = self.builder
        self.builder = Builder()
        self.builder.begin(kind)
        self.text(start, end)
        said = "".join(self.builder.parts).strip()
        page.defer(self.builder)
        self.builder = page
        return said

    def _open(self, name: str, tag: Tag) -> None:
        builder = self.builder
        if name in _SKIPPED or (tag.start in self.skip and name not in _VOID):
            if name not in _WITHIN:
                self._break()
            if not self.source.endswith("/>", tag.start, tag.end):
                self.skipping.append(name)
        elif name in ("title", "meta"):
            if not self.embedded:
                self._head(tag)
            if name == "title":
                self.skipping.append(name)
        elif name == "br":
            builder.line_break(self.base + tag.start, self.base + tag.end)
        elif name == "img":
            self._image(tag)
        elif name == "a":
            href = read_attributes(self.source, tag).get("href")
            self._links.append((builder.position, unescape(href[0]).strip() if href else ""))
        elif name in _INLINE_CODE:
            self._code.append(builder.position)
        elif name in _BLOCKS:
            self._open_block(name)

    def _open_block(self, name: str) -> None:
        builder = self.builder
        if name in _HEADINGS:
            kind, level = BlockKind.HEADING, _HEADINGS[name]
        elif name in ("li", "dd", "dt", "option"):
            kind, level = BlockKind.ITEM, max(1, self._lists)
        elif name in ("td", "th"):
            kind, level = BlockKind.CELL, 0
        elif name == "blockquote":
            kind, level = BlockKind.QUOTE, 0
        else:
            if name in ("ul", "ol", "dl", "menu"):
                self._lists += 1
            kind, level = (builder.kind, builder.level)
        if name == "hr":
            self._break()
            return
        self._stack.append((builder.kind, builder.level, name))
        if len(self._stack) > 500:
            del self._stack[0]
        builder.begin(kind, level)
        if name == "blockquote":
            self._quotes.append(builder.position)

    def _close(self, name: str, tag: Tag) -> None:
        builder = self.builder
        if name == "a" and self._links:
            start, url = self._links.pop()
            if url:
                builder.link(start, url)
        elif name in _INLINE_CODE and self._code:
            builder.mark_code(self._code.pop())
        elif name == "p" or name in _BLOCKS:
            self._close_block(name)

    def _close_block(self, name: str) -> None:
        builder = self.builder
        if name in ("ul", "ol", "dl", "menu") and self._lists:
            self._lists -= 1
        for index in range(len(self._stack) - 1, max(-1, len(self._stack) - 50), -1):
            kind, level, opened = self._stack[index]
            if opened == name:
                builder.begin(kind, level)
                del self._stack[index:]
                break
        else:
            self._break()
        if name == "blockquote" and self._quotes:
            builder.mark_quote(self._quotes.pop())

    def _break(self) -> None:
        self.builder.begin(self.builder.kind, self.builder.level)

    def _image(self, tag: Tag) -> None:
        held = read_attributes(self.source, tag)
        alt = held.get("alt")
        self.builder.images.append(
            Image(self.base + tag.start, self.base + tag.end, _said(held, "src").strip(), _alt(held))
        )
        if alt and alt[0].strip():
            self._aside(BlockKind.ALT, *alt[1:])


def _said(attributes: Mapping[str, tuple[str, int, int]], name: str) -> str:
    return unescape(attributes[name][0]) if name in attributes else ""


def _alt(attributes: Mapping[str, tuple[str, int, int]]) -> str | None:
    """What is read in place of an image; empty for decoration, None when nothing is said of it."""
    for name in ("alt", "aria-label"):
        if name in attributes:
            return _said(attributes, name).strip()
    decoration = _said(attributes, "role") in ("presentation", "none")
    hidden = _said(attributes, "aria-hidden") == "true" or "aria-labelledby" in attributes
    return "" if decoration or hidden else None


def read_html(builder: Builder, source: str, base: int = 0, skip: Collection[int] = ()) -> dict[str, object]:
    """Adds a page or a piece of HTML to a builder; returns its title and description where it has them.

    Args:
        skip: offsets of the start tags whose elements are not read.
    """
    reader = HtmlReader(builder, source, base=base, skip=skip)
    reader.read(1 if source.startswith("\ufeff") else 0, len(source))
    reader.finish()
    meta = {"title": reader.title, "description": reader.description}
    return {key: value for key, value in meta.items() if value}
