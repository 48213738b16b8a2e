"""Holds words against the guide's terms: to avoid or to spell in one way, old names, an audience's dislikes.

Quoted speech is somebody else's: what would be an error or a warning there is a suggestion. Code, addresses
and merge tags are passed over, and so are the brand's and the products' own names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from copykit.checks.advice import dated
from copykit.checks.context import Check, Context
from copykit.checks.finding import found, replacement
from copykit.checks.inflecting import reworded
from copykit.checks.lengthening import overfills
from copykit.checks.remember import remembered
from copykit.findings import Finding, Fix, Reference, Severity
from copykit.grammar import article, capitalize_first, some
from copykit.guide import Guide
from copykit.guide.types import Term
from copykit.text import BlockKind, Document
from copykit.text.inflect import spellings
from copykit.text.phrasebook import Hit, Phrase, Phrasebook
from copykit.text.wordset import word_set

__all__ = ["TERMS"]

_AVOID, _OLD, _SPELLING, _UNLESS, _NEAR, _NAME = "avoid", "old", "spelling", "unless", "near", "name"
LEAST_SPOKEN = 5  # words; shorter quotations in a model's copy are turns of phrase, not somebody's words
# "Formerly Acme Ring": an old name that is told as one.
_FORMER = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|once|used to be|was|were|known as|called|name)\W+(?:\w+\W+){0,2}$",
    re.I,
)


class _Key(NamedTuple):
    """What a hit is told by: its kind, the term's number, and the number of the phrase in the term."""

    kind: str
    term: int
    number: int


class _Book(NamedTuple):
    phrases: Phrasebook
    names: tuple[str, ...]


@remembered
def _book(guide: Guide) -> _Book:
    phrases: list[Phrase] = []
    fixed = {term.use.casefold() for term in guide.terms if term.use and not term.avoid}
    for number, term in enumerate(guide.terms):
        phrases += [
            Phrase(
                _Key(_AVOID, number, at),
                word,
                inflect=term.inflect,
                case=term.case,
                variants=_varies(term, word),
            )
            for at, word in enumerate(term.avoid)
        ]
        phrases += [
            # One word alone may be an everyday one.
            Phrase(_Key(_OLD, number, at), old.name, inflect=False, case=" " not in old.name)
            for at, old in enumerate(term.was)
        ]
        phrases += [Phrase(_Key(_UNLESS, number, at), phrase) for at, phrase in enumerate(term.unless)]
        phrases += [Phrase(_Key(_NEAR, number, at), phrase) for at, phrase in enumerate(term.near)]
        if term.use and not term.avoid:
            phrases.append(Phrase(_Key(_SPELLING, number, 0), term.use, inflect=False))
    names = [guide.brand.name, *(product.name for product in guide.products)]
    phrases += [Phrase(_Key(_NAME, 0, at), name, inflect=False) for at, name in enumerate(names)]
    spelled = tuple(
        name if name.casefold() not in fixed and (at == 0 or " " in name) else ""
        for at, name in enumerate(names)
    )
    return _Book(Phrasebook(phrases), spelled)


def _varies(term: Term, avoided: str) -> bool:
    """Whether a word to avoid means its other spellings, too: not where the spelling is what it is about."""
    if not term.inflect or term.case:
        return False
    given = [one for one in (term.use, *term.avoid) if one and one != avoided]
    return _bare(avoided) not in {_bare(one) for one in given}


def _bare(phrase: str) -> str:
    """A phrase without what spellings differ in: hyphens and spaces, and American or British letters."""
    words = re.findall(r"[^\W_]+", phrase.casefold())
    return "".join(min(spellings(word)) for word in words)


def check_terms(document: Document, context: Context) -> Iterator[Finding]:
    """`terms.avoid`, `terms.banned`, `terms.old-name`, `terms.spelling`: what the guide says of words."""
    guide = context.guide
    book = _book(guide)
    hits = [
        (hit, hit.key) for hit in book.phrases.find(document, overlapping=True) if isinstance(hit.key, _Key)
    ]
    text = document.text
    names = [guide.brand.name, *(product.name for product in guide.products)]
    exempt = _Spans(
        hit for hit, key in hits if key.kind == _NAME and text[hit.start : hit.end] == names[key.number]
    )
    unless: dict[int, list[Hit]] = {}
    near: dict[int, list[int]] = {}
    for hit, key in hits:
        if key.kind == _UNLESS:
            unless.setdefault(key.term, []).append(hit)
        elif key.kind == _NEAR:
            near.setdefault(key.term, []).append(hit.start)
    fine = {term: _Spans(around) for term, around in unless.items()}

    def is_fine(hit: Hit, term: int) -> bool:
        if term in fine and fine[term].hold(hit):
            return True
        if term not in near:
            return False
        sentence = document.sentence_at(hit.start)
        at = bisect_left(near[term], sentence.start)
        return at < len(near[term]) and near[term][at] < sentence.end

    last = -1  # the longest of the leftmost hits counts
    for hit, key in hits:
        if key.kind not in (_AVOID, _OLD) or hit.start < last or is_fine(hit, key.term):
            continue
        if key.kind == _AVOID and exempt.hold(hit):
            continue
        term = guide.terms[key.term]
        if key.kind == _AVOID and _is_as_used(document, hit, term, key.number):
            continue
        made = (
            _avoided(document, context, hit, term, key.number)
            if key.kind == _AVOID
            else _old_name(document, context, hit, term, key.number)
        )
        if made:
            last = hit.end
            yield made
    for hit, key in hits:
        if key.kind == _SPELLING and not is_fine(hit, key.term):
            term = guide.terms[key.term]
            if term.use:
                reference = term.reference(f'term "{term.use}"', key="use", quote=term.reason)
                yield from _misspelled(
                    document, context, hit, term.use, Severity(term.severity), term.reason, reference
                )
        elif key.kind == _NAME and book.names[key.number]:
            part = guide.brand if key.number == 0 else guide.products[key.number - 1]
            reference = part.reference(f'name "{part.name}"', key="name", quote=part.name)
            yield from _misspelled(
                document, context, hit, part.name, Severity.WARNING, "It is a name of ours.", reference
            )


class _Spans:
    """Spans in the order of the text, asked whether one of them holds another."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        ordered = sorted((hit.start, hit.end) for hit in hits)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))  # the furthest end so far

    def hold(self, inner: Hit) -> bool:
        """Whether a span begins at or before a hit and ends at or after it."""
        at = bisect_right(self._starts, inner.start) - 1
        return at >= 0 and self._ends[at] >= inner.end


def _is_others(document: Document, context: Context, hit: Hit) -> bool:
    """Whether words are quoted speech; what a call script has in quotation marks is ours to say."""
    if context.channel == "call" or not document.is_quoted(hit.start, hit.end):
        return False
    # A model's longer quotations are held against the guide's stories; what is shorter, nobody said.
    return not context.machine or any(
        start <= hit.start and hit.end <= end and len(document.text[start:end].split()) >= LEAST_SPOKEN
        for start, end in document.quoted
    )


def _avoided(document: Document, context: Context, hit: Hit, term: Term, number: int) -> Finding:
    said = document.text[hit.start : hit.end]
    avoided = term.avoid[number]
    reference = term.reference(f'term "{term.use or avoided}"', key="avoid", quote=term.reason)
    quoted = _is_others(document, context, hit)
    named = not quoted and not context.machine and _may_be_name(document, hit, avoided)
    severity = Severity.SUGGESTION if quoted or named else Severity(term.severity)
    if not term.use:
        advice = f"Leave out “{said}”. {term.reason}"
        return found(
            document, hit.start, hit.end, check="terms.banned", severity=severity, advice=advice,
            reference=reference,
        )  # fmt: skip
    text, sure = _written(said, avoided, term.use)
    start, text = _with_article(document, hit, text)
    # A part of a compound ("micro-purchase") may have to stay.
    joined = (
        document.text[max(0, hit.start - 1) : hit.start] == "-" or document.text[hit.end : hit.end + 1] == "-"
    )
    # "a request for" and "ask for": the small word stands already.
    following = document.text[hit.end : hit.end + 16].split()
    twice = bool(following) and text.rpartition(" ")[2] == following[0]
    safe = sure and not (quoted or named or joined or twice)
    safe = safe and not overfills(document, context, start, hit.end, text)
    return found(
        document, start, hit.end, check="terms.avoid", severity=severity,
        advice=f"Write “{term.use}”, not “{said}”. {term.reason}",
        fixes=[replacement(document, text, safe=safe)], reference=reference,
    )  # fmt: skip


def _is_as_used(document: Document, hit: Hit, term: Term, number: int) -> bool:
    """Whether a word to avoid stands as the guide writes it: in its capitals, or as a part of what to use."""
    if not term.use:
        return False
    said, use, avoided = document.text[hit.start : hit.end], term.use, term.avoid[number]
    if use.casefold() == avoided.casefold():
        # Only the capitals are meant; a sentence's start, a heading and a line in capitals have theirs.
        return _is_in_case(document, hit, said, _written(said, avoided, use)[0])
    # "the disabled people" beside "use: disabled people": the words go on to what is to be used.
    for at in range(hit.start + 1, hit.end):
        if document.text[at - 1].isspace() and document.folded.startswith(use.casefold(), at):
            stop = at + len(use)
            return stop > hit.end and not document.folded[stop : stop + 1].isalnum()
    return False


def _written(said: str, avoided: str, use: str) -> tuple[str, bool]:
    """What is said, in the guide's word and its form, and whether that is sure."""
    if use.casefold() == avoided.casefold() and said.casefold().startswith(use.casefold()):
        return use + said[len(use) :].lower(), True
    return reworded(said, avoided, use)


def _is_in_case(document: Document, hit: Hit, said: str, right: str) -> bool:
    if said == right or (said.isupper() and _shouts(document, hit)):
        return True
    if said.casefold() != right.casefold():
        return False
    if right.islower() and said == capitalize_first(right):
        block = document.block_at(hit.start)
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            return True
        begin = document.sentence_at(hit.start).start
        return not any(letter.isalnum() for letter in document.text[begin : hit.start])
    return False


# "Citizen Services and Innovative Technology": capitals beside it, small words between them aside.
_NAMED_BEFORE = re.compile(r"\b[A-Z][\w’'-]* (?:(?:and|of|for|the|in|on|de) ){0,2}\Z")
_NAMED_AFTER = re.compile(r" (?:(?:and|of|for|the|in|on|de) ){0,2}[A-Z][\w’'-]")


def _may_be_name(document: Document, hit: Hit, avoided: str) -> bool:
    """Whether a word has a capital inside a sentence and stands beside one that has, as in a name."""
    text = document.text
    if not text[hit.start].isupper() or avoided[:1].isupper() or text[hit.start : hit.end].isupper():
        return False
    if document.block_at(hit.start).kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE):
        return False
    sentence = document.sentence_at(hit.start)
    words = [word for word in text[sentence.start : sentence.end].split() if word[0].isalpha()]
    if not any(word.islower() and len(word) > 3 for word in words):
        return False  # a line in title case
    before = _NAMED_BEFORE.search(text, max(sentence.start, hit.start - 40), hit.start)
    if before is not None and before.start() > sentence.start:
        return True
    return hit.start > sentence.start and _NAMED_AFTER.match(text, hit.end) is not None


_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_ARTICLE = re.compile(r"\b(a|an)\s+$", re.IGNORECASE)


def _with_article(document: Document, hit: Hit, text: str) -> tuple[int, str]:
    """Where to begin, and what to write, so that the article before a word fits its replacement, too."""
    before = _ARTICLE.search(document.text, max(0, hit.start - 4), hit.start)
    if before is None or (article(text).partition(" ")[0] == before.group(1).lower() and some(text) != text):
        return hit.start, text
    whole = some(text)
    return before.start(), capitalize_first(whole) if before.group(1)[0].isupper() else whole


def _old_name(document: Document, context: Context, hit: Hit, term: Term, number: int) -> Finding | None:
    if _FORMER.search(document.text, max(0, hit.start - 40), hit.start):
        return None
    old = term.was[number]
    said = document.text[hit.start : hit.end]
    reference = term.reference(f'term "{term.use or old.name}"', key="was", quote=term.reason)
    quoted = _is_others(document, context, hit)
    severity = Severity.SUGGESTION if quoted else Severity(term.severity)
    since = dated(old.until + timedelta(days=1), context.guide)
    now = (
        f"“{said}” has been called “{term.use}” since {since}."
        if term.use
        else f"“{said}” has been out of use since {since}."
    )
    fixes: Sequence[Fix] = ()
    if term.use:
        text = term.use.upper() if said.isupper() else term.use
        fixes = [replacement(document, text, safe=not quoted)]
    return found(
        document, hit.start, hit.end, check="terms.old-name", severity=severity,
        advice=f"{now} {term.reason}",
        fixes=fixes, reference=reference,
    )  # fmt: skip


def _misspelled(
    document: Document,
    context: Context,
    hit: Hit,
    use: str,
    severity: Severity,
    reason: str,
    reference: Reference,
) -> Iterator[Finding]:
    said = document.text[hit.start : hit.end].replace("’", "'").replace("‑", "-")
    said = re.sub(r"\s+", " ", said)
    wanted = use.replace("’", "'")
    if said == wanted or (said.isupper() and _shouts(document, hit)):
        return
    if _is_capitalised(said, wanted) and _has_reason(document, hit):
        return
    if _is_slug(document, hit):
        return
    quoted = _is_others(document, context, hit)
    yield found(
        document, hit.start, hit.end, check="terms.spelling",
        severity=Severity.SUGGESTION if quoted else severity,
        advice=f"Spell it “{use}”. {reason}",
        fixes=[replacement(document, use, safe=not quoted)], reference=reference,
    )  # fmt: skip


def _is_slug(document: Document, hit: Hit) -> bool:
    """Whether the words are all of a part of an address, such as an ad's path "acme-desk"."""
    block = document.block_at(hit.start)
    return bool(_SLUG.fullmatch(document.text, block.start, block.end))


def _is_capitalised(said: str, use: str) -> bool:
    """Whether a word that we write small has only the capitals of a heading or of a sentence's start."""
    if not use.islower():
        return False
    return all(
        one == other or (one.isupper() and one.lower() == other and (at == 0 or not use[at - 1].isalnum()))
        for at, (one, other) in enumerate(zip(said, use, strict=False))
    )


# What title case leaves small.
_SMALL = word_set(
    "an and as at but by for from if in into nor of off on onto or over per so than the to up via vs with yet"
)


def _has_reason(document: Document, hit: Hit) -> bool:
    """Whether a capital may be a heading's, a sentence's, a name's or a label's."""
    text = document.text
    if document.block_at(hit.start).kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE):
        return True
    sentence = document.sentence_at(hit.start)
    if not any(letter.isalnum() for letter in text[sentence.start : hit.start]):
        return True
    if text[hit.start - 1] != " " or not (text[hit.start - 2].islower() or text[hit.start - 2] == ","):
        return True
    # Another capital or figure beside it makes a name; without small words it is a line in title case.
    if re.match(r"[ -][A-Z\d]", text[hit.end : hit.end + 2]):
        return True
    around = text[max(sentence.start, hit.start - 80) : min(sentence.end, hit.end + 80)]
    return all(word in _SMALL for word in re.findall(r"(?<![\w'’-])[a-z]{2,}", around))


def _shouts(document: Document, hit: Hit) -> bool:
    """Whether the whole line is in capitals, so that a name in capitals means nothing."""
    block = document.block_at(hit.start)
    return document.text[block.start : block.end].isupper()


# ── the audience's own dislikes ─────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=64)
def _dislikes(words: tuple[str, ...]) -> Phrasebook:
    return Phrasebook([Phrase(word, word) for word in words])


def check_audience_words(document: Document, context: Context) -> Iterator[Finding]:
    """`terms.audience`: words that put off the audience that the brief names."""
    audience = context.guide.audience(context.audience) if context.audience else None
    if audience is None or not audience.avoid:
        return
    for hit in _dislikes(tuple(audience.avoid)).find(document):
        if _is_others(document, context, hit):
            continue
        said = document.text[hit.start : hit.end]
        theirs = f" They say: {', '.join(audience.use[:5])}." if audience.use else ""
        yield found(
            document, hit.start, hit.end, check="terms.audience", severity=Severity.SUGGESTION,
            advice=f"“{said}” puts off {audience.plural}.{theirs}",
            reference=audience.reference(
                f'audience "{audience.id}"', key="avoid", quote=", ".join(audience.avoid)
            ),
        )  # fmt: skip


TERMS: tuple[Check, ...] = (check_terms, check_audience_words)
