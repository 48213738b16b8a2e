"""Reads plain text: paragraphs, list items and label lines."""

from __future__ import annotations

import re

from copykit.text.build import BlockKind, Builder

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_ITEM = re.compile(r"([ \t]*)(?:[-*•‣▪–]|\d{1,3}[.)])[ \t]+(?=\S)")
_LABEL = re.compile(r"[A-Z][\w /&-]{0,24}:[ \t]+\S")
# Nobody wraps lines by hand at fewer columns than this; a shorter line was meant to end.
_NARROWEST_WRAP = 30


def read_plain(builder: Builder, source: str, base: int = 0) -> None:
    """Adds plain text to a builder; `base` is where the text stands in the document's source.

    Blank lines part paragraphs. "- ", "* ", "• ", "1. " and "1) " begin list items, "Subject: …" and the
    like a paragraph of its own. Any other line end is a hard wrap (one space) if the line is long or
    the next one goes on in lower case, and otherwise a forced line break.
    """
    if source.startswith("\ufeff"):
        position = 1
    else:
        position = 0
    builder.begin(BlockKind.PARAGRAPH)
    ended = (position, position)
    previous = ""
    size = len(source)
    while position < size:
        match = _LINE.match(source, position)
        if match is None:  # pragma: no cover - the pattern matches anywhere
            break
        line = match.group(1)
        start = match.start()
        stripped = line.strip()
        position = match.end()
        if not stripped:
            builder.begin(BlockKind.PARAGRAPH)
            previous = ""
        else:
            item = _ITEM.match(line)
            if item:
                builder.begin(BlockKind.ITEM, 1 + len(item.group(1).expandtabs(4)) // 2)
                start += item.end()
                stripped = line[item.end() :].strip()
            elif _LABEL.match(stripped):
                builder.begin(BlockKind.PARAGRAPH)
            else:
                if previous and _LABEL.match(previous) and not stripped[0].islower():
                    builder.begin(BlockKind.PARAGRAPH)
                start += line.index(stripped)
                if builder.open:
                    wrapped = _is_wrap(previous, stripped)
                    builder.replaced(" " if wrapped else "\n", base + ended[0], base + start)
            builder.verbatim(stripped, base + start)
            ended = (start + len(stripped), position)
            previous = stripped
    builder.close()


def _is_wrap(line: str, following: str) -> bool:
    if following[0].islower():
        return True
    if len(line) >= 2 * _NARROWEST_WRAP:
        return True
    return len(line) >= _NARROWEST_WRAP and line[-1] not in ".!?:"
