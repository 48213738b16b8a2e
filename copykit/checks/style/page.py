"""A document under a brand's style: what is ours to judge in it, and how a finding is told."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple, TypeAlias

from copykit.checks.context import Context
from copykit.checks.finding import found, replacement
from copykit.checks.lengthening import overfills
from copykit.checks.remember import remembered
from copykit.checks.style.figures import Figure, read_figures
from copykit.findings import Finding, Fix, Reference, Severity
from copykit.guide import Guide
from copykit.text import Document
from copykit.text.build import BlockKind
from copykit.text.shield import merge
from copykit.text.words import cut_atoms, fold

__all__ = ["Page", "Rule", "Span", "touches"]

Span: TypeAlias = tuple[int, int]

_HEADINGS = frozenset({BlockKind.HEADING, BlockKind.TITLE})
# Fields whose text is shown large, in the formats that we ship and in those that follow their names.
_HEADLINE = re.compile(r"(?:^|[._])(?:title|heading|headline|headlines)(?:\[\d+\])?$")
# Parts of a guide that stand in an ad's headline or beside a button.
_SHORT = re.compile(r"\.(?:short|headline|title)$")


@remembered
def _names(guide: Guide) -> tuple[str, ...]:
    """What is spelled as it is: the names that a guide knows, and the lines that stand word for word."""
    brand = guide.brand
    names = {
        brand.name, brand.legal_name or "", brand.website, *(line.text for line in brand.legal),
        *(product.name for product in guide.products),
        *(feature.name for _, feature in guide.features()),
        *(term.use for term in guide.terms if term.use and (not term.avoid or term.use != term.use.lower())),
        *(old.name for term in guide.terms for old in term.was),
        *(name for story in guide.stories for name in (story.customer, story.person or "")),
    }  # fmt: skip
    return tuple(sorted(name for name in names if name))


class _Name(NamedTuple):
    """A name as it is spelled, and what a text must have for it to stand there.

    Attributes:
        inner: its words but the first and the last, which may be parts of longer ones.
        last: the first letters of its last word; empty when that is shorter, or its only one.
    """

    text: str
    inner: frozenset[str]
    last: str


LETTERS = 4  # of a word's beginning: few words share so many


@remembered
def _spelled(guide: Guide) -> tuple[_Name, ...]:
    """The names and the tagline, with each apostrophe, the longest first."""
    # The tagline stands word for word, too; its words are no names elsewhere.
    lines = {*_names(guide), guide.brand.tagline.rstrip(".!?")}
    names = {*lines, *(line.replace("'", "’") for line in lines)}
    made: list[_Name] = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        words = cut_atoms(fold(name)).said
        last = words[-1][:LETTERS] if len(words) > 1 and len(words[-1]) >= LETTERS else ""
        made.append(_Name(name, frozenset(words[1:-1]), last))
    return tuple(made)


@lru_cache(maxsize=64)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some names; of those that begin in one place the first."""
    return re.compile("|".join(map(re.escape, names)))


@remembered
def _acronyms(guide: Guide) -> frozenset[str]:
    return frozenset((*guide.brand.style.acronyms, *guide.brand.wording.acronyms))


@remembered
def _name_words(guide: Guide) -> frozenset[str]:
    """The words of the guide's names that have a capital, which therefore keep it in a heading."""
    own = {word for name in _names(guide) if len(name) < 60 for word in re.findall(r"\w+", name)}
    return frozenset(word for word in own if word != word.lower()) | _acronyms(guide)


class Page:
    """A document under a brand's style. All spans are code points into the document's text."""

    def __init__(self, document: Document, context: Context) -> None:
        self.document = document
        self.context = context
        self.text = document.text
        self.style = context.guide.brand.style
        self.american = context.guide.brand.language == "en-US"
        self._references: dict[str, Reference] = {}

    @cached_property
    def folded(self) -> str:
        """The text in lower case with straight apostrophes, offset for offset."""
        return self.document.folded

    @cached_property
    def figures(self) -> Sequence[Figure]:
        """The figures of the text, each read once."""
        return read_figures(self.text)

    @property
    def acronyms(self) -> frozenset[str]:
        """The words in capitals that the guide knows, those that need no explanation included."""
        return _acronyms(self.context.guide)

    def is_off(self, start: int, end: int) -> bool:
        """Whether a span touches code, an address, a merge tag or an open slot."""
        return self.document.is_shielded(start, end) or touches(self.document.slots, start, end)

    def is_said(self, start: int, end: int) -> bool:
        """Whether a span is quoted speech; what a call script has in quotation marks is ours to say."""
        return self.context.channel != "call" and self.document.is_quoted(start, end)

    @cached_property
    def _name_spans(self) -> Sequence[Span]:
        text, words = self.text, self.document.vocabulary
        begun = {"", *(word[:LETTERS] for word in words)}
        here = tuple(
            name.text
            for name in _spelled(self.context.guide)
            if name.last in begun and name.inner <= words and name.text in text
        )
        if not here:
            return ()
        search = _any_of(here).search
        spans: list[Span] = []
        match = search(text)
        while match:
            spans.append(match.span())
            # One name may begin inside another.
            match = search(text, match.start() + 1)
        return merge(spans)

    def is_name(self, start: int, end: int) -> bool:
        """Whether a span touches a name of the guide's, or a line that stands word for word."""
        return touches(self._name_spans, start, end)

    def is_name_word(self, word: str) -> bool:
        """Whether a word with a capital is one of a name or an acronym that the guide knows."""
        return word in self._name_words

    @cached_property
    def _name_words(self) -> frozenset[str]:
        return _name_words(self.context.guide)

    def is_ours(self, start: int, end: int) -> bool:
        """Whether a span is running text that the brand's style has a say in."""
        spans = self._not_ours
        at = bisect_left(spans, (end, 0)) - 1
        return at < 0 or spans[at][1] <= start

    @cached_property
    def _not_ours(self) -> Sequence[Span]:
        """What the brand's style has no say in; what a call script has in quotation marks is ours to say."""
        document = self.document
        said = () if self.context.channel == "call" else document.quoted
        return merge([*document.shielded, *document.slots, *said, *self._name_spans])

    @cached_property
    def headings(self) -> Sequence[Span]:
        """Headings, page titles, and the fields of a draft that are shown as such."""
        document = self.document
        format = self.context.format
        spans = [(block.start, block.end) for block in document.blocks if block.kind in _HEADINGS]
        for field in document.fields if format else ():
            if _HEADLINE.search(field.path) and field.start < field.end:
                spans.append((field.start, field.end))
        return sorted(set(spans))

    @cached_property
    def _short_starts(self) -> Sequence[Span]:
        document = self.document
        spans = list(self.headings)
        format = self.context.format
        for field in document.fields:
            known = format.field(field.path) if format else None
            narrow = known and (
                known.role in ("ask", "meta", "url")
                or (known.limit and known.limit.max <= 40 and known.limit.counting != "sms")
            )
            if narrow or (format is None and _SHORT.search(field.path)) or field.path == "subject":
                spans.append((field.start, field.end))
        spans += [(block.start, block.end) for block in document.blocks if block.kind is BlockKind.CELL]
        return sorted(set(spans))

    def is_short(self, offset: int) -> bool:
        """Whether an offset is in a heading, a label, a table cell or a field with no room for long forms."""
        spans = self._short_starts
        at = bisect_right(spans, (offset, len(self.text) + 1)) - 1
        return at >= 0 and offset < spans[at][1]

    def starts_sentence(self, start: int) -> bool:
        """Whether a sentence begins at an offset, quotation marks and brackets before it left out."""
        if not self.document.sentences:
            return True
        begin = self.document.sentence_at(start).start
        return not any(letter.isalnum() for letter in self.text[begin:start])

    def ends_sentence(self, end: int) -> bool:
        """Whether only a stop or the end of the text follows."""
        rest = self.text[end : end + 1]
        return not rest or rest in ".!?\n"

    def told(
        self,
        switch: str,
        start: int,
        end: int,
        advice: str,
        *,
        fix: str | None = None,
        title: str = "",
        safe: bool = False,
        severity: Severity = Severity.WARNING,
        related: Iterable[Span] = (),
        check: str = "",
        reference: Reference | None = None,
    ) -> Finding:
        """A finding of a switch: its check's id is `style.` and the switch's name with hyphens."""
        fixes: list[Fix] = []
        if fix is not None:
            safe = safe and self._is_alike(start, end, fix)
            safe = safe and not overfills(self.document, self.context, start, end, fix)
            made = replacement(self.document, fix, title=title, safe=safe)
            fixes.append(made)
        return found(
            self.document, start, end, check=check or _check_of(switch), severity=severity,
            advice=advice, fixes=fixes, related=related,
            reference=reference or self._reference(switch),
        )  # fmt: skip

    def _reference(self, switch: str) -> Reference:
        """The line of the guide that sets a switch; made once, since many findings may come from it."""
        if switch not in self._references:
            value = getattr(self.style, switch)
            if isinstance(value, bool):
                value = str(value).lower()
            elif isinstance(value, list):
                value = ", ".join(value)
            self._references[switch] = self.style.reference(
                f"style: {switch.replace('_', ' ')}", key=switch, quote=f"{switch}: {value}"
            )
        return self._references[switch]

    def _is_alike(self, start: int, end: int, fix: str) -> bool:
        """Whether a fix leaves to other checks what they see: where its words are headings or stand alone."""
        more = _WORDS.findall(fix)
        if not more:
            return True
        said = self.text[start:end]
        if len(_WORDS.findall(said)) == len(more) and not any(map(str.isdigit, said + fix)):
            return True
        block = self.document.block_at(start)
        if block.kind in _HEADINGS or touches(self.headings, start, end):
            return False
        # "5 dollars" alone is a label, and "$5" alone a price that needs proof.
        sentence = self.document.sentence_at(start)
        return len(_WORDS.findall(self.text, sentence.start, min(sentence.end, sentence.start + 200))) > 4


_WORDS = re.compile(r"\w+(?:['’]\w+)*")


@cache
def _check_of(switch: str) -> str:
    return f"style.{switch.replace('_', '-')}"


def touches(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether a span touches one of sorted, disjoint spans."""
    at = bisect_left(spans, (end, 0)) - 1
    return at >= 0 and spans[at][1] > start


Rule: TypeAlias = Callable[[Page], Iterator[Finding]]
