"""Reads plain text: paragraphs, list items and label lines."""

from __future__ import annotations

import re

from copykit.text.build import BlockKind, Builder

# A line that is empty parts paragraphs; CRLF, which is one line end, makes none.
_LINE = re.compile(r"[^\r\n]+|(?<=\n)(?=\n)|(?<=\n)(?=\r)|(?<=\r)(?=\r)")
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
    builder.begin(BlockKind.PARAGRAPH)
    ended = 0
    previous = ""
    for match in _LINE.finditer(source, 1 if source.startswith("\ufeff") else 0):
        line = match.group()
        item = _ITEM.match(line)
        stripped = line[item.end() :].strip() if item else line.strip()
        if not stripped:
            builder.begin(BlockKind.PARAGRAPH)
            previous = ""
            continue
        start = match.start() + (item.end() if item else line.index(stripped))
        if item:
            builder.begin(BlockKind.ITEM, 1 + len(item.group(1).expandtabs(4)) // 2)
        elif _LABEL.match(stripped) or (_LABEL.match(previous) and not stripped[0].islower()):
            builder.begin(BlockKind.PARAGRAPH)
        elif builder.open:
            builder.replaced(" " if _is_wrap(previous, stripped) else "\n", base + ended, base + start)
        builder.verbatim(stripped, base + start)
        ended = start + len(stripped)
        previous = stripped
    builder.close()


def _is_wrap(line: str, following: str) -> bool:
    if following[0].islower():
        return True
    if len(line) >= 2 * _NARROWEST_WRAP:
        return True
    return len(line) >= _NARROWEST_WRAP and line[-1] not in ".!?:"
