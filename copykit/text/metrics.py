"""Readability: the published formulas over a document's prose, and the grade that they agree on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from math import sqrt
from operator import mul

from copykit.text.build import BlockKind
from copykit.text.by_word import by_word
from copykit.text.document import Document
from copykit.text.easy import is_easy
from copykit.text.syllables import syllables

# Below these the formulas give figures that mean nothing; SMOG was made for 30 sentences (McLaughlin 1969).
LEAST_WORDS = 30
LEAST_SENTENCES = 3
LEAST_SENTENCES_SMOG = 10
# Brysbaert (2019), "How many words do we read per minute?": the mean for silent reading of non-fiction.
WORDS_PER_MINUTE = 238
# Words in a row that are judged: headings, cells, alt texts and page titles are no running text.
_PROSE = frozenset((BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE))
_ENDING = re.compile(r"(?:es|ed|ing)\Z")
# Dale-Chall scores as school grades, from the table that comes with the formula (Dale and Chall 1948).
_DALE_CHALL_GRADES = ((5.0, 4.0), (6.0, 5.5), (7.0, 7.5), (8.0, 9.5), (9.0, 11.5), (10.0, 14.0))
_DALE_CHALL_TOP = 16.0


@dataclass(frozen=True, kw_only=True)
class Metrics:
    """How hard a text is to read. A formula is None where the text is too short for it.

    Attributes:
        words: words of running text; shielded spans and headings, cells, alt texts are left out.
        sentences: sentences of running text.
        syllables: their syllables.
        characters: their letters and digits.
        hard_words: words of three syllables or more, without names, compounds and endings (Gunning).
        polysyllables: words of three syllables or more.
        unfamiliar_words: words that are not on Dale and Chall's list, without names and figures.
        flesch_reading_ease: about 0 (hard) to 100 (easy), not a grade.
        dale_chall: the formula's own scale, about 4 to 10, not a grade.
        grade: the consensus: the median of Flesch-Kincaid, Gunning fog, SMOG, Coleman-Liau, ARI and
            Dale-Chall's grade, as far as the text is long enough for each; in US school years, at least 0.
        reading_seconds: time to read all words of the document, headings included, at 238 a minute.
    """

    words: int
    sentences: int
    syllables: int
    characters: int
    hard_words: int
    polysyllables: int
    unfamiliar_words: int
    flesch_reading_ease: float | None
    flesch_kincaid: float | None
    gunning_fog: float | None
    smog: float | None
    coleman_liau: float | None
    ari: float | None
    dale_chall: float | None
    grade: float | None
    reading_seconds: float


def measure(document: Document, facts: Mapping[str, int] | None = None) -> Metrics:
    """Measures a document. From 30 words in 3 sentences on the formulas are given, SMOG from 10 sentences.

    Args:
        document: the text.
        facts: those of its words, by `facts_of_words`, where they are known already.
    """
    facts = facts_of_words(document) if facts is None else facts
    blocks, starts, words = document.blocks, document.word_starts, document.said
    other: list[str] = []
    for block in blocks:
        if block.kind not in _PROSE:
            first = bisect_left(starts, block.start)
            other += words[first : bisect_left(starts, block.end, first)]
    opening: list[str] = []
    sentences = 0
    for (_, _, block_index), (first, last) in zip(document.sentences, document.sentence_words, strict=True):
        if blocks[block_index].kind in _PROSE:
            sentences += 1
            if first < last:
                opening.append(words[first])
    counts = document.word_counts
    total = sum(map(mul, map(facts.__getitem__, counts), counts.values()))
    # A capital after the sentence's first word marks a name, which no formula holds against a text.
    total += sum(map(_facts_first, opening)) - sum(map(facts.__getitem__, chain(other, opening)))
    return _metrics(total, sentences, len(words))


def facts_of_words(document: Document) -> dict[str, int]:
    """What the formulas want of each word of `Document.said`, each looked up once; see `syllables_of`."""
    return dict(zip(document.word_counts, map(_facts, document.word_counts), strict=True))


def syllables_of(facts: Mapping[str, int]) -> dict[str, int]:
    """How many syllables each word has, by its facts; what is shielded has one."""
    return {word: told & _FIELD or 1 for word, told in facts.items()}


def heaviness(facts: int) -> int:
    """The syllables beyond two of a word that is no everyday one, name or figure; 0 and less for others."""
    return (facts & _FIELD) - 2 if facts & _UNFAMILIAR else 0


# The fields of a word's facts, side by side in one number: to add numbers adds up each field by itself.
_WIDTH = 32  # bits of each: no text has as many letters
_FIELD = (1 << _WIDTH) - 1
_SYLLABLES, _LETTERS, _WORD, _LONG, _HARD, _UNFAMILIAR = (1 << _WIDTH * at for at in range(6))


# Words of a kind share one number: what is looked up for every word is worth keeping small.
_KINDS: dict[int, int] = {}


def _field(facts: int, field: int) -> int:
    return facts // field & _FIELD


def _read(word: str, *, named: bool) -> int:
    """What the formulas want of a word, in one number, so that those of all words are added up at once.

    Its syllables, its letters and digits; that it is one; whether it is long, hard, unfamiliar. 0 for what is
    shielded.

    Args:
        named: whether a capital marks a name.
    """
    if not word:
        return 0
    size = syllables(word)
    facts = size * _SYLLABLES | sum(map(str.isalnum, word)) * _LETTERS | _WORD
    name = named and word[0].isupper()
    if size >= 3:
        facts |= _LONG
        if not name and _is_hard(word):
            facts |= _HARD
    if not name and not word[0].isdigit() and not is_easy(word):
        facts |= _UNFAMILIAR
    return _KINDS.setdefault(facts, facts)


@by_word
def _facts(word: str) -> int:
    return _read(word, named=True)


@by_word
def _facts_first(word: str) -> int:
    return _read(word, named=False)


def _metrics(facts: int, sentences: int, all_words: int) -> Metrics:
    words, total, characters = _field(facts, _WORD), _field(facts, _SYLLABLES), _field(facts, _LETTERS)
    many, hard, unfamiliar = _field(facts, _LONG), _field(facts, _HARD), _field(facts, _UNFAMILIAR)
    long_enough = words >= LEAST_WORDS and sentences >= LEAST_SENTENCES
    seconds = round(all_words * 60 / WORDS_PER_MINUTE, 1)
    if not long_enough:
        ease = kincaid = fog = smog = liau = ari = chall = None
    else:
        length = words / sentences
        # Flesch 1948; Kincaid and others 1975; Gunning 1952; McLaughlin 1969; Coleman and Liau 1975; Senter
        # and Smith 1967; Dale and Chall 1948 in its usual form.
        ease = 206.835 - 1.015 * length - 84.6 * total / words
        kincaid = 0.39 * length + 11.8 * total / words - 15.59
        fog = 0.4 * (length + 100 * hard / words)
        enough = sentences >= LEAST_SENTENCES_SMOG
        smog = 1.0430 * sqrt(many * 30 / sentences) + 3.1291 if enough else None
        liau = 5.88 * characters / words - 29.6 * sentences / words - 15.8
        ari = 4.71 * characters / words + 0.5 * length - 21.43
        share = 100 * unfamiliar / words
        chall = 0.1579 * share + 0.0496 * length + (3.6365 if share > 5 else 0)
    return Metrics(
        words=words,
        sentences=sentences,
        syllables=total,
        characters=characters,
        hard_words=hard,
        polysyllables=many,
        unfamiliar_words=unfamiliar,
        flesch_reading_ease=_rounded(ease),
        flesch_kincaid=_rounded(kincaid),
        gunning_fog=_rounded(fog),
        smog=_rounded(smog),
        coleman_liau=_rounded(liau),
        ari=_rounded(ari),
        dale_chall=_rounded(chall),
        grade=consensus((kincaid, fog, smog, liau, ari, None if chall is None else dale_chall_grade(chall))),
        reading_seconds=seconds,
    )


def consensus(grades: Iterable[float | None]) -> float | None:
    """The median of the grades that are given, at least 0; None when none is."""
    given = sorted(grade for grade in grades if grade is not None)
    if not given:
        return None
    middle = (given[(len(given) - 1) // 2] + given[len(given) // 2]) / 2
    return max(0.0, round(middle, 1))


def dale_chall_grade(score: float) -> float:
    """The school grade that a Dale-Chall score stands for: the middle of its band, 4 to 16."""
    for below, grade in _DALE_CHALL_GRADES:
        if score < below:
            return grade
    return _DALE_CHALL_TOP


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _is_hard(word: str) -> bool:
    if "-" in word:
        return False
    stem = _ENDING.sub("", word)
    return stem == word or len(stem) < 3 or syllables(stem) >= 3
