"""Finds names in a model's copy that nobody told it: words with a capital that are not known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from copykit.checks.context import Context
from copykit.checks.dictionary import is_word
from copykit.checks.freehand_words import CAPITALS, TITLES
from copykit.text import BlockKind, Document
from copykit.text.inflect import bases

__all__ = ["is_known", "is_title", "names_in", "strange_names", "unheard_names"]

_CAPITAL = re.compile(r"(?<![\w@/.'’-])[A-Z][\w'’&-]*")
_OPENER = re.compile(r"(?:\A|[.!?…:]['\"”’)]*\s+|[\n“\"‘(\[|]\s*|[-*•#>]\s+)['\"“‘(*_]*\Z")


def names_in(text: str) -> set[str]:
    """The words of a text that begin with a capital, without the ends of the possessive."""
    return {word.rstrip("'’").removesuffix("'s").removesuffix("’s") for word in _CAPITAL.findall(text)}


def strange_names(
    document: Document, start: int, end: int, known: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Words with a capital that nobody knows: within a sentence, or two in a row at its beginning."""
    text = document.text
    matches = list(_CAPITAL.finditer(text, start, end))
    strange = [match for match in matches if not is_known(match.group(), known)]
    first: int | None = None
    last = 0
    for match in strange:
        opens = (
            bool(_OPENER.search(text[max(0, match.start() - 12) : match.start()])) or match.start() == start
        )
        follows = first is not None and text[last : match.start()] in (" ", " & ", ". ")
        if follows:
            last = match.end()
            continue
        if first is not None:
            yield first, last
            first = None
        if opens:
            after = re.match(r" ([A-Z][\w'’-]+)", text[match.end() : match.end() + 40])
            pair = after is not None and not is_known(after.group(1), known)
            if not (pair or match.group().rstrip(".") in TITLES):
                continue
        first, last = match.start(), match.end()
    if first is not None:
        yield first, last


def unheard_names(
    document: Document, start: int, end: int, known: Collection[str], words: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Words of a line in title case that nobody knows and no dictionary has: names that somebody made up.

    Args:
        document: the text.
        start: where the line begins.
        end: one past where it ends.
        known: names that may be used.
        words: the words of guide and brief, in lower case.
    """
    for match in _CAPITAL.finditer(document.text, start, end):
        if is_known(match.group(), known):
            continue
        bare = match.group().rstrip("'’").removesuffix("'s").removesuffix("’s").lower()
        parts = [part for part in re.split(r"[-’'&\d]", bare) if len(part) > 2]
        if any(not (part in words or any(map(is_word, (part, *bases(part))))) for part in parts):
            yield match.span()


def is_known(word: str, known: Collection[str]) -> bool:
    """Whether a word with a capital names nobody, or somebody who is known."""
    bare = word.rstrip("'’").removesuffix("'s").removesuffix("’s")
    parts = [part for part in re.split(r"[-’'&]", bare) if part]
    return (
        bare in known
        or bare in CAPITALS
        or all(part in known or part in CAPITALS or part.islower() for part in parts)
        or (bare.isupper() and len(bare) <= 3)
    )


def is_title(document: Document, start: int, end: int, context: Context) -> bool:
    """Whether a line has its words in capitals as headlines do, so that names can't be told apart."""
    line = document.text[start:end].rstrip()
    path = document.field_at(start)
    field = context.format.field(path) if context.format and path else None
    heading = document.block_at(start).kind in (BlockKind.HEADING, BlockKind.TITLE) or (
        field is not None and field.role in ("title", "heading", "ask")
    )
    if not heading and line.endswith((".", "!", "?", "”", '"')):
        return False
    if heading and context.guide.brand.style.headline_case == "title":
        return True
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if len(word) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
