"""Finds names in a model's copy that nobody told it: words with a capital that are not known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from copykit.checks.context import Context
from copykit.checks.dictionary import is_word
from copykit.checks.freehand_words import CAPITALS, TITLES
from copykit.text import BlockKind, Document
from copykit.text.easy import is_easy
from copykit.text.inflect import bases

__all__ = ["is_known", "is_title", "names_in", "strange_names", "unheard_names"]

_CAPITAL = re.compile(r"(?<![\w@/.'’-])[A-Z][\w'’&-]*")
# What stands behind a company's own name in its whole name, one or two words on.
_COMPANIES = frozenset(
    "clinic hospital veterinary animal vets practice center centre partners group foods kitchen bakery"
    " bakers cafe café coffee shop store stores hotel inn school academy studio studios labs logistics"
    " dental health care company".split()
)
# "Hectic Clinic Mornings" names nobody.
_ADJECTIVE = re.compile(
    r"(?:ic|al|ed|ing|ent|ant|ous|ive|ful|able|ible|less|ary|ory|ern|ish|ly|est|er|ite|-[a-z]+)\Z",
    re.IGNORECASE,
)
_OPENER = re.compile(r"(?:\A|[.!?…:]['\"”’)]*\s+|[\n“\"‘(\[|]\s*|[-*•#>]\s+)['\"“‘(*_]*\Z")


def names_in(text: str) -> set[str]:
    """The words of a text that begin with a capital, without the ends of the possessive."""
    return {word.rstrip("'’").removesuffix("'s").removesuffix("’s") for word in _CAPITAL.findall(text)}


def strange_names(
    document: Document, start: int, end: int, known: Collection[str], words: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Words with a capital that nobody knows: within a sentence, or two in a row at its beginning.

    Args:
        document: the text.
        start: where the sentence begins.
        end: one past where it ends.
        known: names that may be used.
        words: the words of guide and brief, in lower case.
    """
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
            # "Milton Animal Clinic" begins with a name, "Watch Dewclaw Stock" with a word of every day.
            pair = after is not None and (
                not is_known(after.group(1), known) or not _is_common(match.group(), words)
            )
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
    text = document.text
    for match in _CAPITAL.finditer(text, start, end):
        said = match.group()
        if is_known(said, known) or _is_common(said, words):
            continue
        titled = text[max(start, match.start() - 12) : match.start()].split(" ")[-2:-1]
        company = [word.strip(".,:'’").lower() for word in text[match.end() : end].split()[:2]]
        if (
            any(word.rstrip(".") in TITLES for word in titled)
            or not (_COMPANIES.isdisjoint(company) or _ADJECTIVE.search(said))
            or not all(any(map(is_word, (part, *bases(part)))) for part in _parts(said))
        ):
            yield match.span()


def _parts(word: str) -> list[str]:
    bare = word.rstrip("'’").removesuffix("'s").removesuffix("’s").lower()
    return [part for part in re.split(r"[-’'&\d]", bare) if len(part) > 2]


def _is_common(word: str, words: Collection[str]) -> bool:
    """Whether a word is one of every day, or of guide and brief, whatever its form."""
    return all(part in words or is_easy(part) or any(map(is_easy, bases(part))) for part in _parts(word))


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
