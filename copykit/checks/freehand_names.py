"""Finds names in a model's copy that nobody told it: words with a capital that are not known."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from copykit.checks.context import Context
from copykit.checks.dictionary import is_word
from copykit.checks.freehand_words import CAPITALS, TITLES
from copykit.checks.naming_words import BREAKS
from copykit.text import BlockKind, Document, split_sentences
from copykit.text.easy import is_easy
from copykit.text.inflect import bases

__all__ = [
    "Names",
    "firm_names_in",
    "is_known",
    "is_title",
    "names_in",
    "strange_names",
    "unheard_names",
]

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
# Words that headlines in capitals leave small.
_SMALL = frozenset(
    "a an the and or but nor of in on at to for by with from as if is it not into than that over".split()
)
_OPENER = re.compile(r"(?:\A|[.!?…:]['\"”’)]*\s+|[\n“\"‘(\[|]\s*|[-*•#>]\s+)['\"“‘(*_]*\Z")


@dataclass(frozen=True)
class Names:
    """What is known of names.

    Attributes:
        capitals: every word that stands with a capital in guide or brief, were it in a headline.
        firm: those of them that are names: they have their capital within a sentence, or in a name.
        words: the words of guide and brief, in lower case.
        told: whether words in lower case stand like this, in a row, in guide or brief.
    """

    capitals: frozenset[str]
    firm: frozenset[str]
    words: Collection[str]
    told: Callable[[Sequence[str]], bool]


def names_in(text: str) -> set[str]:
    """The words of a text that begin with a capital, without the ends of the possessive."""
    return set(map(_bare, _CAPITAL.findall(text)))


def firm_names_in(text: str) -> set[str]:
    """Those whose capital is their own: neither a sentence's first word nor a word of a headline."""
    firm: set[str] = set()
    for start, end in split_sentences(text):
        if not _is_in_capitals(text[start:end]):
            firm |= {_bare(match.group()) for match in _CAPITAL.finditer(text, start + 1, end)}
    return firm


def _bare(word: str) -> str:
    return word.rstrip("'’").removesuffix("'s").removesuffix("’s")


def strange_names(document: Document, start: int, end: int, names: Names) -> Iterator[tuple[int, int]]:
    """Words with a capital that nobody knows: within a sentence, two in a row or made up at its beginning.

    Args:
        document: the text.
        start: where the sentence begins.
        end: one past where it ends.
        names: those that may be used.
    """
    text = document.text
    known, words = names.capitals, names.words
    matches = list(_CAPITAL.finditer(text, start, end))
    strange = [match for match in matches if not is_known(match.group(), known)]
    yield from _strange_pairs(text, start, matches, names)
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
            after = re.match(r" ([A-Z][\w'’-]+)((?: [A-Z][\w'’-]+)*)", text[match.end() : match.end() + 60])
            # "Milton Animal Clinic" begins with a name, "Watch Dewclaw Stock" with a word of every day.
            pair = after is not None and (
                not is_known(after.group(1), known)
                or not (_is_common(match.group(), words) or names.told(after.group().lower().split()))
            )
            if not (pair or match.group().rstrip(".") in TITLES or _is_made_up(match.group(), words)):
                continue
        first, last = match.start(), match.end()
    if first is not None:
        yield first, last


def _strange_pairs(
    text: str, start: int, matches: Sequence[re.Match[str]], names: Names
) -> Iterator[tuple[int, int]]:
    """Words in a row that guide or brief has in headlines, but never in this row: "in Open Day"."""
    run: list[re.Match[str]] = []
    for match in (*matches, None):
        if match and run and text[run[-1].end() : match.start()] == " ":
            run.append(match)
            continue
        said = [_bare(one.group()) for one in run]
        opens = bool(run) and (run[0].start() == start or bool(_OPENER.search(text[: run[0].start()][-12:])))
        if (
            len(run) > 1
            and all(word in names.capitals and word not in names.firm | CAPITALS for word in said[opens:])
            and not names.told([word.lower() for word in said])
            and not (opens and (said[0].lower() in BREAKS or names.told([word.lower() for word in said[1:]])))
        ):
            yield run[0].start(), run[-1].end()
        run = [match] if match else []


def unheard_names(document: Document, start: int, end: int, names: Names) -> Iterator[tuple[int, int]]:
    """Words of a line in title case that nobody knows and no dictionary has: names that somebody made up.

    Args:
        document: the text.
        start: where the line begins.
        end: one past where it ends.
        names: those that may be used.
    """
    text = document.text
    known, words = names.capitals, names.words
    for match in _CAPITAL.finditer(text, start, end):
        said = match.group()
        titled = any(
            word.rstrip(".") in TITLES
            for word in text[max(start, match.start() - 12) : match.start()].split(" ")[-2:-1]
        )
        if is_known(said, known) or (_is_common(said, words) and not titled):
            continue
        company = [word.strip(".,:'’").lower() for word in text[match.end() : end].split()[:2]]
        if (
            titled
            or not (_COMPANIES.isdisjoint(company) or _ADJECTIVE.search(said))
            or _is_made_up(said, words)
        ):
            yield match.span()


def _is_made_up(word: str, words: Collection[str]) -> bool:
    """Whether no dictionary has a word, nor guide and brief."""
    return not _is_common(word, words) and not all(
        any(map(is_word, (part, *bases(part)))) for part in _parts(word)
    )


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
    return _is_in_capitals(line)


def _is_in_capitals(line: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’-]*", line)
    if not words or words[-1][0].islower():
        return False  # the last word of a headline in capitals has one, too
    words = [word for word in words if word.lower() not in _SMALL]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
