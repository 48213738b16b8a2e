"""Holds the brand's own lines to their words and their places: wordplay, the tagline, the boilerplate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from copykit.checks.context import Context
from copykit.checks.evidence import content, evidence_of
from copykit.checks.finding import found, replacement
from copykit.checks.quantities import tokens_of
from copykit.checks.remember import remembered
from copykit.findings import Finding, Reference, Severity
from copykit.guide import Guide
from copykit.guide.situations import is_one_of
from copykit.text import Document, Sentence, split_sentences
from copykit.text.easy import is_easy
from copykit.text.phrasebook import Phrase, Phrasebook
from copykit.text.words import fold

__all__ = ["check_boilerplate", "check_tagline", "check_wordplay"]

SAYS = 2 / 3  # of the tagline's content words, in a line that may be meant as it
# Of the words of a boilerplate sentence, in order: two slips in sixteen words pass, another one does not.
QUOTED = 0.85
LEAST_QUOTED = 8  # words: shorter sentences of the boilerplate may stand anywhere in other words


@remembered
def _wordplay(guide: Guide) -> Phrasebook:
    return Phrasebook(
        [Phrase(number, one.text.rstrip("."), inflect=False) for number, one in enumerate(guide.wordplay)]
    )


def check_wordplay(document: Document, context: Context) -> Iterator[Finding]:
    """`wordplay.misplaced`: a playful line in a channel or a situation that it is not for."""
    if not context.guide.wordplay:
        return
    for hit in _wordplay(context.guide).find(document):
        line = context.guide.wordplay[int(str(hit.key))]
        situation = context.brief.situation
        if is_one_of(situation, line.not_in):
            severity, key = Severity.ERROR, "not_in"
            advice = f"This line is not for “{situation}”: it would hurt there. Say it straight."
        elif context.channel and line.channels and context.channel not in line.channels:
            severity, key = Severity.WARNING, "channels"
            advice = (
                f"This line is for {', '.join(line.channels)}, not for {context.channel}. Say it straight."
            )
        else:
            continue
        yield found(
            document, hit.start, hit.end, check="wordplay.misplaced", severity=severity, advice=advice,
            reference=line.reference("wordplay", key=key, quote=line.text),
        )  # fmt: skip


def check_tagline(document: Document, context: Context) -> Iterator[Finding]:
    """`tagline.misquoted`: a line that is nearly the tagline: four fifths of its letters in order."""
    tagline = context.guide.brand.tagline.rstrip(".")
    wanted = tagline.casefold().replace("’", "'")
    stems = content(token.text for token in tokens_of(tagline))
    if len(stems) < 2 or not document.said:
        return
    size = len(tagline.split())
    # Texts of which one is more than half as long again are never four fifths alike; two letters to spare.
    shortest, longest = len(tagline) / 1.5 - 2, 1.5 * len(tagline) + 2
    trusted = evidence_of(context.guide).trusted
    for sentence in document.sentences:
        end = sentence.end
        while end > sentence.start and document.text[end - 1] in ".!":
            end -= 1
        if not shortest <= end - sentence.start <= longest:
            continue
        said = document.text[sentence.start : end]
        folded = said.casefold().replace("’", "'")
        if abs(len(said.split()) - size) > 2 or folded == wanted or wanted in folded:
            continue
        tokens = tokens_of(said)
        if len(content(token.text for token in tokens) & stems) < SAYS * len(stems):
            continue
        if f" | {' '.join(token.text for token in tokens)} " in trusted:
            continue
        # difflib's ratio: a wrong word passes 0.8, another sentence does not.
        if SequenceMatcher(None, wanted, folded).ratio() >= 0.8:
            reference: Reference = context.guide.brand.reference("tagline", key="tagline", quote=tagline)
            yield found(
                document, sentence.start, end, check="tagline.misquoted", severity=Severity.WARNING,
                advice=f"This is nearly our tagline, which is “{tagline}”.",
                fixes=[replacement(document, tagline, safe=True)], reference=reference,
            )  # fmt: skip


class _Given(NamedTuple):
    """A sentence of the boilerplate."""

    key: str
    text: str
    words: tuple[str, ...]
    distinct: frozenset[str]
    stems: frozenset[str]
    rare: tuple[str, ...]  # a sentence that is nearly it has one of these at least


@remembered
def _boilerplate(guide: Guide) -> tuple[_Given, ...]:
    given: dict[str, _Given] = {}
    texts = guide.brand.boilerplate
    for key, text in (("long", texts.long), ("medium", texts.medium), ("short", texts.short)):
        for start, end in split_sentences(text):
            words = tuple(token.text for token in tokens_of(text, start, end) if token.text[0].isalnum())
            if len(words) >= LEAST_QUOTED:
                one = _Given(key, text[start:end], words, frozenset(words), content(words), _rare(words))
                given.setdefault(" ".join(words), one)
    return tuple(given.values())


def _rare(words: Sequence[str]) -> tuple[str, ...]:
    """One more of the rarest words than a line that is nearly it may lack, as `Document.folded` has them."""
    # Of two texts that are QUOTED alike, the other has all the words that they share.
    missing = int(len(words) * (1 - QUOTED / (2 - QUOTED)) + 1e-9)
    ranked = sorted(frozenset(words), key=lambda word: (is_easy(word), -len(word), word))
    return tuple(map(fold, ranked[: missing + 1]))


def _perhaps_quoted(document: Document, given: Iterable[_Given]) -> list[Sentence]:
    """The sentences that hold one of the rarest words of one of these, in order."""
    folded = document.folded
    places: set[int] = set()
    for word in {word for one in given for word in one.rare}:
        at = folded.find(word)
        while at >= 0:
            places.add(at)
            at = folded.find(word, at + 1)
    return sorted({document.sentence_at(at) for at in places})


def _has_most(document: Document, one: _Given) -> bool:
    return len(one.distinct & document.vocabulary) >= SAYS * len(one.distinct)


def check_boilerplate(document: Document, context: Context) -> Iterator[Finding]:
    """`boilerplate.misquoted`: a sentence that is nearly one of the boilerplate's, and not word for word."""
    # Most texts lack most of its words, and are left at that.
    given = [one for one in _boilerplate(context.guide) if _has_most(document, one)]
    if not given:
        return
    evidence = evidence_of(context.guide)
    for sentence in _perhaps_quoted(document, given):
        seen = content(token.text for token in tokens_of(document.text, sentence.start, sentence.end))
        near = [one for one in given if 3 * len(one.stems & seen) >= 2 * len(one.stems)]
        if not near:
            continue
        words = [
            token.text
            for token in tokens_of(document.text, sentence.start, sentence.end)
            if token.text[0].isalnum()
        ]
        ranked = sorted(
            ((SequenceMatcher(None, one.words, words, autojunk=False).ratio(), one) for one in near),
            key=lambda pair: -pair[0],
        )
        ratio, one = ranked[0]
        if ratio < QUOTED or ratio == 1 or " ".join(words) in evidence.trusted:
            continue
        reference: Reference = context.guide.brand.boilerplate.reference(
            "boilerplate", key=one.key, quote=one.text
        )
        yield found(
            document, sentence.start, sentence.end, check="boilerplate.misquoted", severity=Severity.WARNING,
            advice=f"This is nearly a sentence of our boilerplate, which says: “{one.text}”",
            fixes=[replacement(document, one.text, safe=True)], reference=reference,
        )  # fmt: skip
