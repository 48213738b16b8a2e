"""Finds what a model has typed by itself: figures, deadlines, names and promises of nobody's.

Other checks ask whether a statement is a claim, and let pass what promises nothing in copy that people write.
A model has no knowledge of its own about a brand, so that in its copy every figure, name and quotation must
stand in the guide or the brief. Only drafts that a model wrote are held to this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copykit.checks.claims import verdicts
from copykit.checks.context import Check, Context
from copykit.checks.evidence import content
from copykit.checks.finding import found
from copykit.checks.freehand_names import (
    is_known,
    is_title,
    strange_names,
    unheard_names,
)
from copykit.checks.freehand_words import IDIOMS, PROMISES, SMALL_NUMBERS
from copykit.checks.held import DIGITS, LEAST_WORDS_HELD, Held, held_of
from copykit.checks.inventing import inventions, own_names
from copykit.checks.naming import Line, grammatical_names
from copykit.checks.quantities import Quantity, Token, read_quantities, tokens_of
from copykit.checks.remember import remembered
from copykit.checks.superlatives import OURS
from copykit.findings import Finding, Reference, Severity
from copykit.guide import Guide
from copykit.text import Document

__all__ = ["FREEHAND"]

LEAST_WORDS_QUOTED = 5  # fewer are a name or a turn of phrase, not somebody's words
SLUG = "slug"  # the field with the last part of a page's address
AROUND = 2  # words on each side of a span that make it the guide's own turn of phrase
_COMPARED = re.compile(r" (?:\w+ )?(?:fewer|more|less|extra|faster|times)\b")
# "Half of it is habit", "that is half the battle": nobody counts.
_HALF_OF_IT = re.compile(
    r"half (?:of (?:it|that|this|life)|the (?:battle|fun|job|trick|trouble|joy|secret|story))\b", re.I
)
_ACRONYM = re.compile(r"(?<!\w)([A-Z]{2,})[ -]\Z")  # "SOC 3", "ISO-9001": the number is part of a name
_STARS = re.compile(r"[★⭐☆]+|\b\d-for-\d\b")
# Who is said to have said it, after a quotation: ” – J. Smith
_SPOKEN = re.compile(r"[”\"’'][ \n]{0,2}[–—-]{1,2} ?(?P<name>(?:[A-Z]\.? ?){1,2}[A-Z][\w'’-]+|[A-Z][\w'’-]+)")
_FREE = re.compile(r"(?<!feel )(?<![-\w])free(?![-\w])(?! (?:up|of|hands?|to|from)\b)", re.IGNORECASE)


# What the brief says about the reader is no proof of what we say of ourselves.
_HEARSAY = ("brief, observation", "brief, notes", "brief, topic")


@remembered
def _own_words(guide: Guide) -> frozenset[str]:
    """Words by which a sentence speaks of the brand."""
    names = {guide.brand.name.lower(), *(product.name.lower().split()[0] for product in guide.products)}
    return OURS | (names - {"the", "a", "an"})


class _Spot(NamedTuple):
    start: int
    end: int
    what: str


def _unnamed(document: Document, context: Context) -> Iterator[_Spot]:
    """Customers and rivals who may not be named, however their names are written: small, or with hyphens."""
    guide = context.guide
    names = [story.customer for story in guide.stories if not story.nameable(context.today)]
    names += [name for one in guide.competitors if one.policy == "never" for name in (one.name, *one.aliases)]
    for name in names:
        written = r"[\W_]{1,3}".join(map(re.escape, re.findall(r"\w+", name)))
        for match in re.finditer(rf"\b{written}\b", document.text, re.IGNORECASE):
            yield _Spot(*match.span(), "name")


def _coded(document: Document, known: Held, context: Context) -> Iterator[_Spot]:
    """Code that nobody gave the model: no other check reads what is marked as code."""
    unread = context.format.unread if context.format else frozenset()
    for start, end in document.code:
        said = [token.text for token in tokens_of(document.text, start, end) if token.text[0].isalnum()]
        if said and not known.holds(said) and document.field_at(start) not in unread:
            yield _Spot(start, end, "coded")


def _slugs(document: Document, known: Held) -> Iterator[_Spot]:
    """What a slug states, and its words that stand nowhere else."""
    for field in document.fields:
        if field.path != SLUG:
            continue
        rest = {token.text for token in tokens_of(document.text) if token.start < field.start}
        rest |= {token.text for token in tokens_of(document.text, field.end)}
        plain = document.text[field.start : field.end].replace("-", " ")
        for low, high in inventions(plain, known.told):
            yield _Spot(field.start + low, field.start + high, "promise")
        for match in re.finditer(r"[^\W\d_]{3,}", document.text[field.start : field.end]):
            word = match.group().lower()
            if word not in known.vocabulary and word not in rest:
                yield _Spot(field.start + match.start(), field.start + match.end(), "name")


def check_freehand(document: Document, context: Context) -> Iterator[Finding]:
    """`claims.freehand`: a figure, deadline, promise, name or quotation that only the model knows of."""
    if not context.machine:
        return
    of_us, of_reader = held_of(context)
    known = of_reader
    own = _own_words(context.guide)
    names = own_names(context.guide)
    proven = verdicts(document, context).facts
    facts = [(fact.start, fact.end) for fact in proven]
    strict = [(fact.start, fact.end) for fact in proven if not fact.reference.label.startswith(_HEARSAY)]
    legal = _legal_spans(document, context)
    told: list[tuple[int, int]] = []
    for match in _STARS.finditer(document.text):
        told.append(match.span())
        yield _told(document, context, _Spot(*match.span(), "figure"))
    for sentence in document.sentences:
        start, end = sentence.start, sentence.end
        if any(low <= start < high for low, high in legal):
            continue
        tokens = tokens_of(document.text, start, end)
        said = [token.text for token in tokens if token.text[0].isalnum()]
        ours = not own.isdisjoint(said)
        known, allowed = (of_us, strict) if ours else (of_reader, facts)
        if not said or known.holds(said):
            continue
        title = is_title(document, start, end, context)
        line = Line(document.text[start:end], title, of_reader.holds, names)
        idioms = [match.span() for match in IDIOMS.finditer(document.text, start, end)]
        whole = {
            *_figures(document, tokens, known, context),
            *(
                _Spot(*span, "name")
                for span in (
                    unheard_names(document, start, end, of_reader.naming)
                    if title
                    else strange_names(document, start, end, of_reader.naming)
                )
            ),
            *(_Spot(start + low, start + high, "name") for low, high in grammatical_names(line)),
        }
        spots = {(spot, (start, end)) for spot in whole}
        for piece in ((start, end), *_between(tokens, known)):
            spots |= {(spot, piece) for spot in _vows(document, *piece, tokens, known)}
        for spot, piece in sorted(spots):
            span = spot.start, spot.end
            # "SOC 777 Type II": a fact around a number that nobody holds does not prove it, nor does one that
            # reaches over what the guide says to what is put beside it.
            proved = spot.what != "code" and any(
                _within(span, [fact]) and _within(fact, [piece]) for fact in allowed
            )
            if proved or _touches(span, told) or document.is_shielded(*span):
                continue
            if _within(span, idioms) or _touches(span, document.slots) or known.holds(_around(tokens, *span)):
                continue
            told.append(span)
            yield _told(document, context, spot)
    hidden = [
        *_slugs(document, of_reader),
        *_unnamed(document, context),
        *_coded(document, of_reader, context),
    ]
    yield from (_told(document, context, spot) for spot in hidden)
    known = of_reader
    for match in _SPOKEN.finditer(document.text):
        if not is_known(match.group("name").split()[-1], known.names):
            yield _told(document, context, _Spot(*match.span("name"), "name"))
    for start, end in document.quoted:
        said = [token.text for token in tokens_of(document.text, start, end) if token.text[0].isalnum()]
        if len(said) < LEAST_WORDS_QUOTED or known.holds(said) or _touches((start, end), facts):
            continue
        if any(low <= start < high for low, high in legal):
            continue
        yield _told(document, context, _Spot(start, end, "quotation"))


_ADVICE = {
    "code": "Neither guide nor brief holds this number. Place a fact that does, or say it without.",
    "coded": "Neither guide nor brief holds this code. Write it in words, or leave it out.",
    "figure": "Neither guide nor brief holds this figure. Place a fact that does, or say it without.",
    "promise": "Neither guide nor brief allows this to be said. Place a fact, or say what is sure.",
    "free": "No offer that may be made here says that this is free. Place the offer, or leave it out.",
    "name": "Neither guide nor brief names this. Leave the name out, or add it to the brief's facts.",
    "quotation": "Neither guide nor brief holds these words. Quote a story of the guide, or nobody.",
}


def _told(document: Document, context: Context, spot: _Spot) -> Finding:
    return found(
        document, spot.start, spot.end, check="claims.freehand", severity=Severity.ERROR,
        advice=_ADVICE[spot.what],
        reference=Reference(
            label="the guide's claims", path=context.guide.file("messages.yaml").as_posix()
        ),
    )  # fmt: skip


def _within(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(low <= span[0] and span[1] <= high for low, high in others)


def _touches(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(low < span[1] and span[0] < high for low, high in others)


def _around(tokens: list[Token], start: int, end: int) -> list[str]:
    """The words of a span with their neighbours; all of a short sentence's."""
    words = [token for token in tokens if token.text[0].isalnum()]
    first = next((at for at, token in enumerate(words) if token.end > start), 0)
    last = next((at for at, token in enumerate(words) if token.start >= end), len(words))
    low, high = max(0, first - AROUND), min(len(words), last + AROUND)
    return [token.text for token in words[low:high]]


def _legal_spans(document: Document, context: Context) -> list[tuple[int, int]]:
    """The fields whose texts the guide fixes."""
    if context.format is None:
        return []
    fixed = []
    for block in document.blocks:
        path = document.field_at(block.start)
        field = context.format.field(path) if path else None
        if field is not None and field.role in ("legal", "url"):
            fixed.append((block.start, block.end))
    return fixed


# ── figures ─────────────────────────────────────────────────────────────────────────────────────────


def _figures(document: Document, tokens: list[Token], known: Held, context: Context) -> Iterator[_Spot]:
    text = document.text
    read: list[tuple[int, int]] = []
    for one in read_quantities(text, tokens, currency=context.guide.brand.currency):
        read.append((one.start, one.end))
        if (one.unit, one.value, one.noun) in known.quantities or _is_everyday(one, text):
            continue
        yield _Spot(one.start, one.end, "figure")
    low, high = tokens[0].start, tokens[-1].end
    for match in DIGITS.finditer(text, low, high):
        digits = match.group().replace(",", "")
        coded = _ACRONYM.search(text[max(low, match.start() - 12) : match.start()])
        if coded and not known.holds([coded.group(1).lower(), digits]):
            yield _Spot(*match.span(), "code")
            continue
        if (
            _touches(match.span(), read)
            or digits in known.digits
            or re.match(r"\d{1,3}[.)]\s", text[match.start() :])
        ):
            continue
        if len(digits) == 1 and not re.search(r"[%$£€#]", text[max(0, match.start() - 1) : match.end() + 1]):
            continue
        yield _Spot(*match.span(), "code")


def _is_everyday(one: Quantity, text: str) -> bool:
    """Whether a number is a small one of everyday talk, such as "three things" or "two minutes"."""
    if _HALF_OF_IT.match(text, one.start):
        return True
    said = text[one.start : one.end].lower()
    if re.search(r"[%$£€#]|percent|per cent", said) or _COMPARED.match(text, one.number[1]):
        return False
    if one.unit == "count" or (one.unit in ("time", "months") and one.word):
        small = one.value if one.unit == "count" else one.value / (one.scale or 1)
        return small <= SMALL_NUMBERS
    return one.unit in ("clock", "ordinal")


# ── promises ────────────────────────────────────────────────────────────────────────────────────────


def _promises(document: Document, start: int, end: int, known: Held) -> Iterator[_Spot]:
    for pattern in PROMISES:
        for match in pattern.finditer(document.text, start, end):
            words = [
                token.text for token in tokens_of(document.text, *match.span()) if token.text[0].isalnum()
            ]
            # A guide in which somebody "hoped for the best" does not call the brand "the best".
            if len(content(words)) < 2 or not known.holds(words):
                yield _Spot(*match.span(), "promise")


def _vows(document: Document, start: int, end: int, tokens: list[Token], known: Held) -> Iterator[_Spot]:
    """What a sentence, or a piece of one, promises or tells that nobody holds."""
    said = [one.text for one in tokens if start <= one.start < end and one.text[0].isalnum()]
    yield from _free(document, start, end, said, known)
    yield from _promises(document, start, end, known)
    for low, high in inventions(document.text[start:end], known.told):
        yield _Spot(start + low, start + high, "promise")


def _between(tokens: list[Token], known: Held) -> Iterator[tuple[int, int]]:
    """What stands around words that guide or brief has in this order: each piece is read as by itself.

    A headline has no stop between what the guide says and what a model puts in front of it.
    """
    words = [token for token in tokens if token.text[0].isalnum()]
    first = at = 0
    cut = False
    while at < len(words):
        last = at + LEAST_WORDS_HELD
        if tuple(token.text for token in words[at:last]) in known.runs:
            while last < len(words) and known.holds(token.text for token in words[at : last + 1]):
                last += 1
            if first < at:
                yield words[first].start, words[at - 1].end
            first = at = last
            cut = True
        else:
            at += 1
    if cut and first < len(words):
        yield words[first].start, tokens[-1].end


def _free(document: Document, start: int, end: int, said: list[str], known: Held) -> Iterator[_Spot]:
    """Something is free that shares no word with what the guide says is free."""
    for match in _FREE.finditer(document.text, start, end):
        stems = content(word for word in said if word != "free")
        if not stems and known.free:
            continue
        shared = max((len(stems & one) for one in known.free), default=0)
        if shared < 2 and 2 * shared <= len(stems):
            yield _Spot(*match.span(), "free")


FREEHAND: tuple[Check, ...] = (check_freehand,)
