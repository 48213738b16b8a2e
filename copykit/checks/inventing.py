"""Finds statements of a kind that only the guide can know, where the guide does not hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from copykit.brief import Brief
from copykit.checks.evidence import content, content_stem
from copykit.checks.inventing_words import (
    FREE_NOUNS,
    FREE_VERBS,
    KINDS,
    ONLY_OF_PEOPLE,
    OURS_WITH,
    PAST,
    SPECIAL,
    WE_DO,
    WORD_FOR_WORD,
)
from copykit.checks.own_story import main_clause, untold_story
from copykit.checks.own_story_words import LIGHT
from copykit.checks.quantities import stem, tokens_of
from copykit.checks.remember import remembered
from copykit.guide import Guide
from copykit.text.inflect import bases

__all__ = ["Told", "inventions", "own_names", "told_by"]

MOSTLY = 0.6  # the share of a statement's words that one sentence of the guide must hold (ours)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")  # quotations are judged by themselves
_BEFORE = "\\b(?:and|but|so|while|because|that|when|if|where|as|our|old|what|how|why)"
LEAST_SAID = 3  # words of meaning beside a name that make a statement about who has it
_PATTERNS = tuple(
    (re.compile(pattern, re.IGNORECASE), kind in WORD_FOR_WORD)
    for kind, patterns in KINDS.items()
    for pattern in patterns
)


@dataclass(frozen=True, eq=False)
class Told:
    """What guide and brief tell.

    Attributes:
        words: all their words in a row, " w w w | w w ".
        sentences: the words of meaning of each sentence.
        stems: all of these together.
        about: people and customers of whom nothing else may be told, in lower case; for each the stems of
            the whole name, and those of all that is told of them.
        ours: words of the brand's and the products' names, in lower case.
        own: stems of the nouns for what we sell, what it has and what it is made of.
    """

    words: str
    sentences: tuple[frozenset[str], ...]
    stems: frozenset[str]
    about: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    ours: frozenset[str]
    own: frozenset[str]

    def says(self, text: str) -> bool:
        """Whether the words of a text stand in a row in one of the texts."""
        return f" {' '.join(_words(text))} " in self.words

    def holds(self, stems: frozenset[str], *, mostly: float = MOSTLY, verb: str = "") -> bool:
        """Whether one sentence tells most of these words, the verb among them; none tells no words."""
        return bool(stems) and any(
            len(stems & one) >= mostly * len(stems) and (not verb or verb in one) for one in self.sentences
        )


@lru_cache(maxsize=4096)
def inventions(sentence: str, told: Told) -> tuple[tuple[int, int], ...]:
    """The spans of a sentence that state what only the guide could know, and does not tell."""
    return tuple(_inventions(sentence, told))


def _inventions(sentence: str, told: Told) -> Iterator[tuple[int, int]]:
    for pattern, word_for_word in _PATTERNS:
        for match in pattern.finditer(sentence):
            said = match.group()
            if told.says(said) or (not word_for_word and told.holds(_stems(said))):
                continue
            yield match.span()
    for match in SPECIAL.finditer(sentence):
        said = match.group()
        if not told.says(said) and (" " in said or not _stems(said) <= told.stems):
            yield match.span()
    if sentence.rstrip().endswith("?"):
        return
    yield from _of_us(sentence, told)
    yield from untold_story(sentence, holds=told.holds, stems=told.stems, ours=told.ours, own=told.own)
    yield from _of_the_named(sentence, told)


def _of_us(sentence: str, told: Told) -> Iterator[tuple[int, int]]:
    """What we are said to do, to have done and to have."""
    for match in WE_DO.finditer(sentence):
        verb = match["verb"].lower()
        if verb in FREE_VERBS:
            continue
        past = verb not in LIGHT and (verb in PAST or (verb.endswith("ed") and len(verb) > 4))
        base = next((one for one in bases(verb) if content_stem(one) in told.stems), verb)
        verb = base if past and content_stem(verb) not in told.stems else verb
        meant = content_stem(verb)  # "" for "made" and "gave", which say little by themselves
        past = past and bool(meant)
        rest = main_clause(match["rest"])
        said = _stems(rest if verb in LIGHT else f"{verb} {rest}")
        # What a guide's "we" does is told in its words; a verb that it knows leaves more to the writer.
        strict = past or stem(verb) not in told.stems
        if said and not told.holds(said, mostly=MOSTLY if strict else MOSTLY / 2, verb=meant if past else ""):
            yield match.span()
    for match in OURS_WITH.finditer(sentence):
        noun = match["noun"].lower()
        if noun not in FREE_NOUNS and ONLY_OF_PEOPLE.fullmatch(noun) and not _stems(noun) <= told.stems:
            yield match.span()


def _of_the_named(sentence: str, told: Told) -> Iterator[tuple[int, int]]:
    """What is said of people and customers whom the guide names."""
    line = f" | {' '.join(_words(sentence))} "
    for name in told.about:
        if not re.search(rf"(?:\||{_BEFORE}) {re.escape(name)}(?:['’]s)? (?!\Z)", line):
            continue
        whole, about = told.about[name]
        stems = _stems(_QUOTED.sub(" ", sentence)) - whole
        if len(stems) >= LEAST_SAID and len(stems & about) < MOSTLY * len(stems):
            yield 0, len(sentence)
            return


@remembered
def own_names(guide: Guide) -> frozenset[str]:
    """The words of the brand's and the products' names, in lower case."""
    names = (guide.brand.name, *(product.name for product in guide.products))
    return frozenset(word for name in names for word in name.lower().split())


@remembered
def _own_nouns(guide: Guide) -> frozenset[str]:
    texts = [product.noun for product in guide.products]
    texts += [feature.name for _, feature in guide.features()]
    texts += re.findall(r"(?i)\b(?:our|each|the) (\w+)", " ".join(one.text for _, one in guide.features()))
    return frozenset({content_stem(token.text) for text in texts for token in tokens_of(text)} - {""})


@remembered
def _named(guide: Guide) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """First names of the guide's people and its customers' names, in lower case, and what it tells of each.

    A story, a feature or a message speaks of whom it names in all of its sentences.
    """
    people = [claim.proof.owner.partition(",")[0] for claim in guide.claims]
    people += [story.person for story in guide.stories if story.person]
    names = {person.split()[0]: person for person in people if person.split()}
    names |= {story.customer: story.customer for story in guide.stories}
    parts = [
        " ".join(
            filter(None, (one.before, one.change, one.result, one.quote, one.person, one.role, one.customer))
        )
        for one in guide.stories
    ]
    parts += [f"{one.name} {one.text} {one.benefit} {one.headline}" for _, one in guide.features()]
    parts += [" ".join((one.text, *one.wordings, one.explanation)) for one in guide.messages]
    told = [_stems(part) for part in parts]
    return {
        " ".join(_words(name)): (
            _stems(whole), frozenset().union(*(one for one in told if _stems(name) <= one))
        )
        for name, whole in sorted(names.items())
    }  # fmt: skip


def _words(text: str) -> list[str]:
    return [token.text for token in tokens_of(text) if token.text[0].isalnum()]


def _stems(text: str) -> frozenset[str]:
    return content(token.text for token in tokens_of(text))


def told_by(words: str, texts: Sequence[Sequence[str]], *, guide: Guide, brief: Brief) -> Told:
    """What sentences tell.

    Args:
        words: all words in a row, as `Told.words`.
        texts: each sentence as its words in lower case.
        guide: whose people and customers are known by name.
        brief: who writes and who is written to; they may be spoken of.
    """
    sentences = tuple(dict.fromkeys(filter(None, map(content, texts))))
    mine = {part.lower() for part in (brief.sender.first_name, brief.recipient.first_name) if part}
    return Told(
        words=words,
        sentences=sentences,
        stems=frozenset().union(*sentences),
        about={
            name: (whole, about.union(*(one for one in sentences if _stems(name) <= one)))
            for name, (whole, about) in _named(guide).items()
            if name not in mine
        },
        ours=own_names(guide),
        own=_own_nouns(guide),
    )
