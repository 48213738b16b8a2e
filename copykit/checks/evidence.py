"""What a guide and a brief can prove, made ready once: their texts, quantities and superlatives by key."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, TypeAlias

from copykit.brief import Brief
from copykit.checks.quantities import Quantity, Token, read_quantities, stem, tokens_of
from copykit.checks.remember import remembered
from copykit.checks.statements import Names, Statement, read_statements
from copykit.findings import Reference
from copykit.guide import Guide
from copykit.guide.types import Claim, Offer, Part
from copykit.text import split_sentences
from copykit.text.by_word import LONGEST, by_word

__all__ = [
    "Entry",
    "PERIODS",
    "Evidence",
    "Said",
    "Vouched",
    "Words",
    "content",
    "content_stem",
    "evidence_of",
    "guide_texts",
    "own_stems",
    "vouched_by",
]

Entry: TypeAlias = Claim | Offer

STOP = frozenset(
    "a about after all also am an and any are as at be been before being both but by can could did do does"
    " each even"
    " every for from get gets getting got had has have he her here him his how i if in into is it its it's"
    " just let like"
    " may me more most much my no nor not now of off on once one only or other our out over own per say says"
    " she should so"
    " some such take takes tell than that the their them then there these they this those through to too"
    " under up us use"
    " very want was way we were what when where which while who will with within without would you your"
    " yours make makes"
    " made give gives n't 're 've 'll s t see need work try come go new".split()
)


_NOTHING = frozenset([""])


@by_word
def content_stem(word: str) -> str:
    """The stem of a word in lower case; empty for a small word, a number or a mark."""
    if word == "co₂":
        word = "co"  # as in CO2, whose figure is a token of its own
    if len(word) > 8 and word.endswith("ction"):
        word = word[:-3]  # a collection is what one collects
    return stem(word) if len(word) > 1 and word not in STOP and word[0].isalpha() else ""


def content(words: Iterable[str]) -> frozenset[str]:
    """The stems of the words that carry meaning: no small words, no numbers, no marks."""
    return frozenset(map(content_stem, words)) - _NOTHING


PERIODS = frozenset("day week month quarter year hour minute first second".split())


class Said(NamedTuple):
    """One approved text of a claim or an offer, read."""

    entry: Entry
    text: str
    key: str  # the setting that it stands in
    words: tuple[str, ...]
    stems: frozenset[str]
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]


class Vouched(NamedTuple):
    """A sentence of the brief."""

    key: str
    text: str
    stems: frozenset[str]
    quantities: tuple[Quantity, ...]
    lexemes: frozenset[tuple[str, str]]


class Words(dict[str, str]):
    """From words in lower case to their stems, as far as an approved text has them; else to nothing.

    Filled as words come; the most of them, our own choice, keeps it small over many documents.
    """

    MOST = 65_536

    def __init__(self, known: Set[str]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, word: str) -> str:
        stem = content_stem(word)
        known = stem if stem in self._known else ""
        if len(word) <= LONGEST:
            if len(self) >= self.MOST:
                self.clear()
            self[word] = known
        return known

    def stems(self, words: Iterable[str]) -> frozenset[str]:
        """The stems of a sentence's words that approved texts have."""
        return frozenset(map(self.__getitem__, words)) - _NOTHING


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A guide's claims and offers, read.

    Attributes:
        said: every approved text of every claim and offer.
        by_unit: those texts by the units of their quantities.
        by_lexeme: those texts by the kind and lexeme of their other statements.
        by_stem: positions in `said` by the stems that tell texts apart.
        alone: the same for texts that have but one stem.
        words: from the words of a sentence to those stems.
        subject: for each entry's id, all stems of its texts.
        core: for each entry's id, the stems that all its texts share: without them it is another claim.
        texts: for each entry's id, its approved texts.
        telling: stems that few entries share, so that two of them in common mean one subject.
        trusted: the guide's other texts as one string of words, sentences apart by " | ".
        trusted_sentences: what stands in it between two bars, each with the space before it.
        quotes: customers' own words, without marks.
    """

    names: Names
    currency: str
    said: tuple[Said, ...]
    by_unit: Mapping[str, tuple[tuple[Said, Quantity], ...]]
    by_lexeme: Mapping[tuple[str, str], tuple[Said, ...]]
    by_stem: Mapping[str, tuple[int, ...]]
    alone: Mapping[str, tuple[int, ...]]
    words: Words
    subject: Mapping[int, frozenset[str]]
    telling: frozenset[str]
    core: Mapping[int, frozenset[str]]
    texts: Mapping[int, tuple[str, ...]]
    trusted: str
    trusted_sentences: frozenset[str]
    quotes: frozenset[str]

    def alike(
        self, stems: frozenset[str], *, share: float = 0.0, count: int = 1
    ) -> list[tuple[Said, float, int]]:
        """Texts that share stems with a sentence: the share of the text's stems found, and how many.

        Args:
            stems: the sentence's.
            share: the share below which a text is passed over.
            count: the number below which it is.
        """
        if len(stems) == 1 and share > 0.5:
            # One word is enough of a text that has no other.
            (one,) = stems
            counts = Counter(self.alone.get(one, ()))
        else:
            counts = Counter(chain.from_iterable(filter(None, map(self.by_stem.get, stems))))
        said = self.said
        # In the guide's order, whatever the order of the set: so the first of equals is always the same.
        return [
            (said[position], found / len(said[position].stems), found)
            for position, found in sorted([one for one in counts.items() if one[1] >= count])
            if found / len(said[position].stems) >= share
        ]

    def trusts(self, sentence: str) -> bool:
        """Whether a sentence, as words with a space between them, stands in the guide's other texts."""
        if sentence and "|" not in sentence:
            return f" {sentence}" in self.trusted_sentences
        return f" | {sentence} | " in self.trusted


# "Crates of pots for shops" are crates.
_HEAD = re.compile(r"\s(?:of|for|by|in|on|with|from|to|at)\s")


def names_of(guide: Guide) -> Names:
    """The brand's names and the nouns for what it sells."""
    products = [[token.text for token in tokens_of(product.name)] for product in guide.products]
    brand = [token.text for token in tokens_of(guide.brand.name)]
    nouns = [guide.brand.category, *(product.noun for product in guide.products)]
    stems = {stem(token.text) for noun in nouns for token in tokens_of(_HEAD.split(noun)[0])[-2:]} - PERIODS
    # "The Oat Post" is named by its whole name only, "Oatwhistle" by the word.
    alone = {name[0] for name in (brand, *products) if len(name) == 1}
    phrases = tuple((name[0], " ".join(name)) for name in (brand, *products) if len(name) > 1)
    world = frozenset(
        content_stem(token.text)
        for text in [
            *(text for _, _, text in guide_texts(guide)),
            *(text for claim in guide.claims for text in (claim.text, *claim.wordings)),
            *(text for offer in guide.offers for text in (offer.text, *offer.wordings)),
        ]
        for token in tokens_of(text)
    )
    return Names(
        names=frozenset(alone),
        phrases=phrases,
        nouns=frozenset(stems),
        world=world - own_stems(guide) - _NOTHING,
    )


def own_stems(guide: Guide) -> frozenset[str]:
    """The stems of the brand's name, which tell nothing about what a sentence of the brand's says."""
    return frozenset(stem(token.text) for token in tokens_of(guide.brand.name) if token.text not in STOP)


@remembered
def evidence_of(guide: Guide) -> Evidence:
    """A guide's evidence; read once for each guide."""
    names = names_of(guide)
    currency = guide.brand.currency
    own = own_stems(guide)
    said: list[Said] = []
    entries: list[Entry] = [*guide.claims, *guide.offers]
    for entry in entries:
        texts = [("text", entry.text), *(("wordings", text) for text in entry.wordings)]
        if entry.short:
            texts.append(("short", entry.short))
        said += [_read(entry, key, text, names, currency, own) for key, text in texts]
    by_unit: dict[str, list[tuple[Said, Quantity]]] = defaultdict(list)
    by_lexeme: dict[tuple[str, str], list[Said]] = defaultdict(list)
    by_stem: dict[str, list[int]] = defaultdict(list)
    subject: dict[int, set[str]] = defaultdict(set)
    stems: dict[int, list[frozenset[str]]] = defaultdict(list)
    for position, one in enumerate(said):
        subject[id(one.entry)] |= one.stems
        stems[id(one.entry)].append(one.stems)
        for quantity in one.quantities:
            by_unit[quantity.unit].append((one, quantity))
        for statement in one.statements:
            if statement.lexeme:
                by_lexeme[statement.kind, statement.lexeme].append(one)
        for word in one.stems:
            by_stem[word].append(position)
    trusted = " | ".join(["", *(_plain(text) for _, _, text in guide_texts(guide)), ""])
    return Evidence(
        names=names,
        currency=currency,
        said=tuple(said),
        by_unit={unit: tuple(ones) for unit, ones in by_unit.items()},
        by_lexeme={key: tuple(ones) for key, ones in by_lexeme.items()},
        by_stem={key: tuple(ones) for key, ones in by_stem.items()},
        alone={
            key: alone
            for key, ones in by_stem.items()
            if (alone := tuple(position for position in ones if len(said[position].stems) == 1))
        },
        words=Words(by_stem.keys()),
        subject={key: frozenset(stems) for key, stems in subject.items()},
        core={key: frozenset.intersection(*ones) for key, ones in stems.items()},
        texts={id(entry): tuple(one.text for one in said if one.entry is entry) for entry in entries},
        telling=frozenset(_telling(subject.values())),
        trusted=trusted,
        trusted_sentences=frozenset(trusted.split(" |")),
        quotes=frozenset(
            " ".join(token.text for token in tokens_of(text) if token.text[0].isalnum())
            for text in [
                *(story.quote for story in guide.stories if story.quote),
                *(pain.quote for audience in guide.audiences for pain in audience.pains),
                *(objection.quote for audience in guide.audiences for objection in audience.objections),
            ]
        ),
    )


def _telling(subjects: Iterable[Iterable[str]]) -> Iterator[str]:
    counts = Counter(one for subject in subjects for one in subject)
    most = max(3, sum(1 for _ in counts) // 40)
    return (one for one, count in counts.items() if count <= most and one not in PERIODS and one != "free")


def _read(entry: Entry, key: str, text: str, names: Names, currency: str, own: frozenset[str]) -> Said:
    tokens = tokens_of(text)
    quantities = read_quantities(text, tokens, currency=currency)
    statements = read_statements(text, tokens, quantities, names, approved=True)
    words = tuple(token.text for token in tokens)
    return Said(
        entry, text, key, words, meaning(tokens, quantities, own), tuple(quantities), tuple(statements)
    )


def meaning(tokens: Sequence[Token], quantities: Sequence[Quantity], own: frozenset[str]) -> frozenset[str]:
    """A sentence's content without its numbers and units, and without the brand's name."""
    if quantities:
        taken: set[int] = set()
        for one in quantities:
            # What is counted says what the number is about.
            taken.update(
                index
                for index in range(one.first, one.last)
                if one.unit != "count" or tokens[index].start < one.number[1]
            )
        words = [token.text for index, token in enumerate(tokens) if index not in taken]
    else:
        words = [token.text for token in tokens]
    return content(words) - own


def guide_texts(guide: Guide) -> Iterator[tuple[Part, str, str]]:
    """Every text of a guide that may stand in copy, with its mapping and key, but for claims and offers."""
    roots: tuple[Part, ...] = (
        guide.brand, *guide.products, *guide.steps, *guide.messages, *guide.stories, *guide.asks,
        *guide.wordplay, *guide.audiences, *guide.samples,
    )  # fmt: skip
    for root in roots:
        yield from _texts(root)


_NOT_COPY = frozenset(
    "id url website region regions channels channel products product audiences claims goal effort"
    " required_in not_in"
    " language currency customer format fit use avoid kind of dont counterexample why".split()
)


def _texts(part: Part) -> Iterator[tuple[Part, str, str]]:
    for key, value in part:
        if key == "place" or key in _NOT_COPY:
            continue
        if isinstance(value, str):
            yield part, key, value
        elif isinstance(value, Part):
            yield from _texts(value)
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, str):
                    yield part, key, item
                elif isinstance(item, Part):
                    yield from _texts(item)


def _plain(text: str) -> str:
    """A text as its words in lower case, sentences apart by " | "."""
    return " | ".join(
        " ".join(token.text for token in tokens_of(text, start, end)) for start, end in split_sentences(text)
    )


@remembered
def vouched_by(brief: Brief) -> tuple[Vouched, ...]:
    """The sentences of a brief that hold something checkable; read once for each brief."""
    found: list[Vouched] = []
    texts = [
        *(("facts", fact) for fact in brief.facts),
        ("source", brief.source),
        ("observation", brief.observation),
        ("notes", brief.notes),
        ("topic", brief.topic),
    ]
    told = [(key, text) for key, text in texts if text]
    if not told:
        return ()
    from copykit.orders import order_in

    for key, text in told:
        # What gives orders to a model came from somebody who wants something: it proves nothing.
        for start, end in split_sentences(text) if not order_in(text) else ():
            tokens = tokens_of(text, start, end)
            quantities = read_quantities(text, tokens)
            statements = read_statements(text, tokens, quantities, Names(), approved=True, selling=True)
            lexemes = frozenset((one.kind, one.lexeme) for one in statements if one.lexeme)
            if quantities or lexemes or key == "facts":
                stems = meaning(tokens, quantities, frozenset())
                found.append(Vouched(key, text[start:end], stems, tuple(quantities), lexemes))
    return tuple(found)


def reference_to(brief: Brief, vouched: Vouched) -> Reference:
    """A reference to a sentence of the brief."""
    return Reference(
        label=f"brief, {vouched.key}",
        quote=vouched.text,
        path=brief.place.path,
        line=brief.place.of(vouched.key),
    )
