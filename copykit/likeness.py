"""How alike two pieces are: the runs of words that they share, and what a reader sees of them first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from copykit.brief import Brief
from copykit.draft import ADDRESS, SLOT, Draft, Leaf, leaves, overlap, trigrams

if TYPE_CHECKING:
    from copykit.formats import Format

__all__ = [
    "APART", "SENTENCE", "Face", "Spread", "face_of", "is_same", "likeness", "names_of", "same_face",
    "spread_of", "words_of",
]  # fmt: skip

SENTENCE = re.compile(r".+?[.!?…]+[\"”’)]*(?=\s|$)|.+", re.DOTALL)
APART = ("legal", "url", "meta")  # roles of fields that nobody reads for their words
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NAME = "▢"
_SLOT = "▣"
_GREETING_WORDS = 6


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
    found = [leaf for leaf in leaves(format, fields) if leaf.field.role not in APART]
    if not found:
        return Face(subject="", opening="", own=False)
    names = names_of(brief)
    titles = [leaf for leaf in found if leaf.field.name == "subject" or leaf.field.role == "title"]
    subject = (titles or found)[0]
    body = max(found, key=lambda leaf: len(leaf.text))
    sentence = _opening(body) if body is not subject else ""
    opening = " ".join(words_of(sentence, names))
    noticed = " ".join(words_of(brief.observation, names))
    return Face(
        subject=" ".join(words_of(subject.text, names)),
        opening=opening,
        own=bool(opening) and noticed.startswith(opening),
    )


def _opening(leaf: Leaf) -> str:
    text = SLOT.sub(_SLOT, leaf.text)  # a slot may hold a question of several sentences
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    if len(paragraphs) > 1 and len(paragraphs[0].split()) <= _GREETING_WORDS and paragraphs[0][-1:] in ",!:":
        paragraphs = paragraphs[1:]
    first = SENTENCE.match(paragraphs[0]) if paragraphs else None
    sentence = first.group() if first else ""
    return "" if _SLOT in sentence else sentence


def names_of(brief: Brief) -> tuple[str, ...]:
    """What is the reader's alone, as plain words: the company's name as a whole, first and last name."""
    who = brief.recipient
    said = (" ".join(_plain(name)) for name in (who.company, who.name, who.first_name, who.last_name))
    return tuple(name for name in said if name)


def _plain(text: str) -> list[str]:
    return [word.replace("’", "'").removesuffix("'s") for word in _WORD.findall(text.casefold())]


def words_of(text: str, names: tuple[str, ...]) -> list[str]:
    """The words of a text with one mark for each of the names."""
    whole = f" {' '.join(_plain(text))} "
    for name in names:
        whole = whole.replace(f" {name} ", f" {_NAME} ")
    return whole.split()


# ── variants of one brief ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How far some drafts of one brief are apart.

    Attributes:
        most: the greatest share of word trigrams that two of them have in common, 0 to 1.
        subjects: how many begin with a subject or title that another one has, too.
        openings: how many open with a sentence that another one has, too; the brief's own words don't count.
        structures: how many different structures they have; 0 where the writer names none.
        drafts: how many were compared.
    """

    most: float
    subjects: int
    openings: int
    structures: int
    drafts: int


def spread_of(drafts: Sequence[Draft]) -> Spread | None:
    """Measures drafts against one another; None for fewer than two."""
    if len(drafts) < 2:
        return None
    faces = [face_of(draft.format, draft.fields, draft.brief) for draft in drafts]
    openings = [face.opening for face in faces if face.opening and not face.own]
    return Spread(
        most=max(likeness(one, other) for one, other in combinations(drafts, 2)),
        subjects=_repeated(
            [face.subject for face, draft in zip(faces, drafts, strict=True) if _is_own(face.subject, draft)]
        ),
        openings=_repeated(openings),
        structures=len({draft.structure for draft in drafts if draft.structure}),
        drafts=len(drafts),
    )


def _is_own(subject: str, draft: Draft) -> bool:
    """Whether a first line is the piece's own, and not a search phrase that has to stand there."""
    phrases = (words_of(phrase, ()) for phrase in draft.brief.keywords)
    asked = any(" ".join(words) in subject and len(subject.split()) <= len(words) + 2 for words in phrases)
    return bool(subject) and not asked


def _repeated(texts: Sequence[str]) -> int:
    return len(texts) - len(set(texts))


def likeness(one: Draft, other: Draft) -> float:
    """The Jaccard index of two drafts' word trigrams, 0 to 1."""
    return overlap(trigrams(one.format, one.fields), trigrams(other.format, other.fields))


def is_same(one: Draft, other: Draft) -> bool:
    """Whether two drafts say the same, word for word; where an address leads to makes no difference."""
    return _read(one) == _read(other)


def _read(draft: Draft) -> list[str]:
    return [ADDRESS.sub("", leaf.text) for leaf in draft.leaves() if leaf.field.role not in APART]


def same_face(draft: Draft, others: Iterable[Draft]) -> int:
    """How many of a draft's subject and opening stand in one of the others, too: 0 to 2.

    An opening that is the brief's own observation counts as none: no seed could change it.
    """
    here = face_of(draft.format, draft.fields, draft.brief)
    faces = [face_of(other.format, other.fields, other.brief) for other in others]
    own = _is_own(here.subject, draft)
    return max(
        (
            (own and here.subject == face.subject) + (here.opening == face.opening != "" and not here.own)
            for face in faces
        ),
        default=0,
    )
