"""Reads the texts of front matter that get published: a page's title and description, a mail's subject."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from copykit.text.build import BlockKind, Builder

# What is shown to readers under these names; other settings are for the site's machinery.
PUBLISHED: Mapping[str, BlockKind] = {
    **dict.fromkeys(
        ("title", "headline", "meta_title", "metaTitle", "seo_title", "seoTitle", "subject"), BlockKind.TITLE
    ),
    **dict.fromkeys(
        ("subtitle", "description", "meta_description", "metaDescription", "seo_description", "preheader"),
        BlockKind.DESCRIPTION,
    ),
}
_SETTING = re.compile(
    rf"^(?P<mark>[\"']?)(?P<key>{'|'.join(PUBLISHED)})(?P=mark)[ \t]*:(?P<gap>[ \t]+|(?=[\r\n]))"
    r"(?P<value>[^\r\n]*(?:(?:\r\n|\n|\r)(?:[ \t]+[^\r\n]*|(?=[\r\n])))*)",
    re.MULTILINE,
)
_BLOCK_MARK = re.compile(r"[|>][+-]?\d?[+-]?[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_COMMENT = re.compile(r"[ \t]#")
_WRAP = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED: Mapping[str, str] = {"n": " ", "t": " ", "_": "\xa0", "r": " "}


Meta = tuple[Mapping[str, object], tuple[str, ...]]


class FrontText(NamedTuple):
    """A published text of the front matter: its key, and its span of the document's text."""

    key: str
    start: int
    end: int


class FrontMatter(NamedTuple):
    """What a file says of itself: the texts that get published, and what reads all of its settings."""

    texts: tuple[FrontText, ...]
    read: Callable[[], Meta]


def read_published(builder: Builder, source: str, base: int, start: int, end: int) -> list[FrontText]:
    """Adds the published texts of front matter as blocks, letter for letter where YAML writes them so.

    Args:
        base: where `source` stands in the document's source.
        start: where the settings begin in `source`.
        end: one past their last character.
    """
    found: list[FrontText] = []
    for match in _SETTING.finditer(source, start, end):
        builder.begin(PUBLISHED[match["key"]])
        first = builder.position
        _read_value(builder, source, base, *match.span("value"))
        builder.close()
        if builder.length > first:
            found.append(FrontText(match["key"], first, builder.length))
    return found


def _read_value(builder: Builder, source: str, base: int, start: int, end: int) -> None:
    said = source[start:end].lstrip(" \t\r\n")
    start = end - len(said)
    if block := _BLOCK_MARK.match(source, start, end):
        _read_lines(builder, source, base, block.end(), end)
    elif said[:1] == '"':
        _read_quoted(builder, source, base, start + 1, _closing(source, start + 1, end, '"'), _ESCAPE)
    elif said[:1] == "'":
        _read_quoted(builder, source, base, start + 1, _closing(source, start + 1, end, "'"), _DOUBLED)
    elif said[:1] not in tuple("[{&*!|>%@`#"):
        comment = _COMMENT.search(source, start, end)
        _read_lines(builder, source, base, start, comment.start() if comment else end)


def _read_lines(builder: Builder, source: str, base: int, start: int, end: int) -> None:
    """Adds what stands between two offsets; a line end with the white space around it is one space."""
    at = start
    for wrap in _WRAP.finditer(source, start, end):
        builder.verbatim(source[at : wrap.start()], base + at)
        builder.space(base + wrap.start(), base + wrap.end())
        at = wrap.end()
    builder.verbatim(source[at:end], base + at)


_DOUBLED = re.compile(r"''")


def _closing(source: str, start: int, end: int, mark: str) -> int:
    """Where a quoted value ends; without its mark, where the value does."""
    at = start
    while at < end:
        if source[at] == "\\" and mark == '"':
            at += 2
        elif source[at] != mark:
            at += 1
        elif mark == "'" and source.startswith("''", at):
            at += 2
        else:
            return at
    return end


def _read_quoted(
    builder: Builder, source: str, base: int, start: int, end: int, escape: re.Pattern[str]
) -> None:
    at = start
    for match in escape.finditer(source, start, end):
        _read_lines(builder, source, base, at, match.start())
        builder.replaced(_meant(match), base + match.start(), base + match.end())
        at = match.end()
    _read_lines(builder, source, base, at, end)


def _meant(match: re.Match[str]) -> str:
    if match.group() == "''":
        return "'"
    code = match.group(1) or match.group(2) or match.group(3)
    if code:
        number = int(code, 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    letter = match.group(4)
    return _ESCAPED.get(letter, " " if letter.isspace() else letter)
