"""Makes documents: of one source, of a draft's fields, of the fields inside a file."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from copykit.text.build import BlockKind, Builder, Link
from copykit.text.document import Document, Field, Part, Syntax
from copykit.text.front_matter import FrontMatter
from copykit.text.markup import read_html
from copykit.text.plain import read_plain


class Passage(NamedTuple):
    """A block that a reader of another file format has taken out: its text, kind and links in it."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    links: tuple[tuple[int, int, str], ...] = ()


def parse(source: str, *, name: str, syntax: Syntax, skip: Collection[int] = ()) -> Document:
    """Parses a text. Never raises on content: whatever is malformed is read as a browser would.

    Args:
        name: what findings call the document: the path as given, `draft` or `-`.
        skip: of HTML, the offsets of the start tags whose elements are not to be read.
    """
    builder = Builder()
    front = _read(builder, source, syntax, 0, skip=skip)
    builder.close()
    return _document(builder, name=name, source=source, syntax=syntax, front=front)


def parse_fields(
    fields: Sequence[tuple[str, str, Syntax]], *, name: str, unread: Collection[str] = ()
) -> Document:
    """One document over the fields of a draft: (path, text, syntax) each, parsed on its own.

    A location in it names the field and counts from the start of that field's text as given.

    Args:
        unread: the paths of fields that no reader sees, such as a list of search words; they are shielded.
    """
    builder = Builder()
    sources: list[str] = []
    parts: list[Part] = []
    spans: list[Field] = []
    base = 0
    for path, text, syntax in fields:
        start = builder.position
        _read(builder, text, syntax, base, field=True)
        builder.close()
        if path in unread:
            builder.mark_code(start)
        spans.append(_field(builder, path, start))
        parts.append(Part(path, base, base + len(text), base))
        sources.append(text)
        base += len(text) + 1
    syntax = fields[0][2] if fields else Syntax.PLAIN
    return _document(
        builder, name=name, source="\n".join(sources), syntax=syntax, fields=tuple(spans), parts=tuple(parts)
    )


def parse_with_fields(
    source: str,
    *,
    name: str,
    syntax: Syntax,
    spans: Sequence[tuple[str, int, int, Syntax]],
    unread: Collection[str] = (),
) -> Document:
    """A document over the fields that a file holds: (path, start, end, syntax), offsets into `source`.

    Only the fields are read, in their order; a location names the field and counts in the whole file.
    `unread` is as in `parse_fields`.
    """
    builder = Builder()
    parts: list[Part] = []
    found: list[Field] = []
    for path, low, high, kind in spans:
        start = builder.position
        _read(builder, source[low:high], kind, low, field=True)
        builder.close()
        if path in unread:
            builder.mark_code(start)
        found.append(_field(builder, path, start))
        parts.append(Part(path, low, high, 0))
    return _document(
        builder, name=name, source=source, syntax=syntax, fields=tuple(found), parts=tuple(parts)
    )


def parse_passages(passages: Sequence[Passage], *, name: str) -> Document:
    """A document whose blocks are known; its source is their texts, one a line."""
    builder = Builder()
    sources: list[str] = []
    base = 0
    for text, kind, level, links in passages:
        builder.begin(kind, level)
        lead = len(text) - len(text.lstrip())
        shift = builder.position - lead
        builder.verbatim(text, base)
        builder.close()
        for start, end, url in links:
            low, high = max(start + shift, shift + lead), min(end + shift, builder.length)
            if low < high:
                builder.links.append(Link(low, high, url))
        if builder.blocks and builder.blocks[-1].start == shift + lead and kind is BlockKind.QUOTE:
            builder.mark_quote(shift + lead)
        sources.append(text)
        base += len(text) + 1
    return _document(builder, name=name, source="\n".join(sources), syntax=Syntax.PLAIN)


def _field(builder: Builder, path: str, start: int) -> Field:
    return Field(path, min(start, builder.length), builder.length)


def _read(
    builder: Builder,
    source: str,
    syntax: Syntax,
    base: int,
    *,
    skip: Collection[int] = (),
    field: bool = False,
) -> FrontMatter | None:
    if syntax is Syntax.MARKDOWN:
        # pyromark is a compiled module; a run on plain fields can do without it.
        from copykit.text.markdown import read_markdown

        return read_markdown(builder, source, base, front_matter=not field)
    if syntax is Syntax.HTML:
        meta: Mapping[str, object] = MappingProxyType(read_html(builder, source, base, skip))
        return FrontMatter((), lambda: (meta, ()))
    read_plain(builder, source, base)
    return None


def _document(
    builder: Builder,
    *,
    name: str,
    source: str,
    syntax: Syntax,
    front: FrontMatter | None = None,
    fields: tuple[Field, ...] = (),
    parts: tuple[Part, ...] = (),
) -> Document:
    return Document(
        name=name,
        source=source,
        syntax=syntax,
        text="".join(builder.parts),
        blocks=tuple(builder.blocks),
        links=tuple(builder.links),
        images=tuple(builder.images),
        fields=fields,
        code=tuple(builder.code),
        block_quotes=tuple(builder.quotes),
        runs=builder.runs,
        parts=parts,
        front=front.texts if front else (),
        read_meta=front.read if front else None,
    )
