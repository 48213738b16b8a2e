"""How alike the pieces of a batch are: subjects and openings within a company, and sameness over all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copykit.brief import Brief
from copykit.draft import SLOT, Leaf, leaves
from copykit.formats import Format

__all__ = ["MAIL_MERGE", "MUCH_ALIKE", "Face", "Sameness", "face_of", "measure_sameness"]

# Bounds of the sentence that tells the sameness, in percent; our own choice (docs/batches.md).
MAIL_MERGE = 60
MUCH_ALIKE = 35

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r".+?[.!?…]+[\"”’)]*(?=\s|$)|.+", re.DOTALL)
_NAME = "▢"
_GREETING_WORDS = 6
_APART = ("legal", "url", "meta")


@dataclass(frozen=True, kw_only=True)
class Face:
    """What a reader sees first, without the reader's own names: the subject and the opening sentence.

    Attributes:
        subject: its words; "" where there is none.
        opening: the words of the first sentence after the greeting; "" where it is an open slot.
        own: whether the opening is the observation that the list gave, which no seed can change.
    """

    subject: str
    opening: str
    own: bool


def face_of(format: Format, fields: Mapping[str, Any], brief: Brief) -> Face:
    """Subject and opening of a piece; of one without a subject, its title or first text."""
    found = [leaf for leaf in leaves(format, fields) if leaf.field.role not in _APART]
    if not found:
        return Face(subject="", opening="", own=False)
    names = _names(brief)
    titles = [leaf for leaf in found if leaf.field.name == "subject" or leaf.field.role == "title"]
    subject = (titles or found)[0]
    body = max(found, key=lambda leaf: len(leaf.text))
    sentence = _opening(body) if body is not subject else ""
    opening = " ".join(_words(sentence, names))
    noticed = " ".join(_words(brief.observation, names))
    return Face(
        subject=" ".join(_words(subject.text, names)),
        opening=opening,
        own=bool(opening) and noticed.startswith(opening),
    )


def _opening(leaf: Leaf) -> str:
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", leaf.text) if part.strip()]
    if len(paragraphs) > 1 and len(paragraphs[0].split()) <= _GREETING_WORDS and paragraphs[0][-1:] in ",!:":
        paragraphs = paragraphs[1:]
    first = _SENTENCE.match(paragraphs[0]) if paragraphs else None
    sentence = first.group() if first else ""
    return "" if SLOT.search(sentence) else sentence


def _names(brief: Brief) -> tuple[str, ...]:
    """What is the reader's alone, as plain words: the company's name as a whole, first and last name."""
    who = brief.recipient
    said = (" ".join(_plain(name)) for name in (who.company, who.name, who.first_name, who.last_name))
    return tuple(name for name in said if name)


def _plain(text: str) -> list[str]:
    return [word.replace("’", "'").removesuffix("'s") for word in _WORD.findall(text.casefold())]


def _words(text: str, names: tuple[str, ...]) -> list[str]:
    """The words of a text with one mark for each of the names."""
    whole = f" {' '.join(_plain(text))} "
    for name in names:
        whole = whole.replace(f" {name} ", f" {_NAME} ")
    return whole.split()


# ── Over the whole batch ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class Sameness:
    """How alike the pieces of a batch are.

    Attributes:
        percent: the share of a piece's word trigrams that another piece of the batch has, too: the mean over
            all pairs, 0 to 100. Names of people and companies, legal lines and addresses don't count.
        pieces: how many were compared.
        repeated: the sentences that stand in most pieces, and in how many; the sender's lines left out.
    """

    percent: float
    pieces: int
    repeated: tuple[tuple[str, int], ...]


def measure_sameness(format: Format, pieces: Sequence[tuple[Mapping[str, Any], Brief]]) -> Sameness | None:
    """Measures pieces against one another; None for fewer than two.

    The mean over all pairs is had without looking at pairs. With `n` pieces, `T` the trigrams of one and
    `d(t)` the number of pieces that have `t`, a piece shares `sum(d(t) - 1 for t in T) / (n - 1)` trigrams
    with another on average; divided by `len(T)`, that is its share. The cost grows with the text alone.
    """
    sets = [shingles for fields, brief in pieces if (shingles := _shingles(format, fields, brief))]
    if len(sets) < 2:
        return None
    spread = Counter(shingle for one in sets for shingle in one)
    others = len(sets) - 1
    shares = [sum(spread[shingle] - 1 for shingle in one) / (others * len(one)) for one in sets]
    return Sameness(
        percent=100 * sum(shares) / len(shares), pieces=len(sets), repeated=tuple(_repeated(format, pieces))
    )


def _shingles(format: Format, fields: Mapping[str, Any], brief: Brief) -> frozenset[tuple[str, str, str]]:
    names = _names(brief)
    found: set[tuple[str, str, str]] = set()
    for leaf in leaves(format, fields):
        if leaf.field.role not in ("legal", "url"):
            words = _words(leaf.text, names)
            found.update(zip(words, words[1:], words[2:], strict=False))
    return frozenset(found)


_MOST_TOLD = 3
_LEAST_WORDS = 5


def _repeated(format: Format, pieces: Sequence[tuple[Mapping[str, Any], Brief]]) -> Iterator[tuple[str, int]]:
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for fields, brief in pieces:
        names, here = _names(brief), set[str]()
        for leaf in leaves(format, fields):
            if leaf.field.role in _APART:
                continue
            for paragraph in leaf.text.split("\n"):
                for match in _SENTENCE.finditer(paragraph):
                    words = _words(match.group(), names)
                    if len(words) >= _LEAST_WORDS and not SLOT.search(match.group()):
                        here.add(" ".join(words))
                        shown.setdefault(" ".join(words), match.group().strip())
        counts.update(here)
    for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_TOLD]:
        if count > 1:
            yield shown[key], count
