"""Points at words in what a model says of us that guide and brief never use, for a person to judge."""

from __future__ import annotations

from collections.abc import Iterator

from copykit.checks.context import Check, Context
from copykit.checks.evidence import content_stem
from copykit.checks.finding import found
from copykit.checks.freehand_words import IDIOMS
from copykit.checks.held import held_of
from copykit.checks.quantities import Token, tokens_of
from copykit.checks.remember import remembered
from copykit.checks.units import SMALL
from copykit.findings import Finding, Reference, Severity
from copykit.guide import Guide
from copykit.text import Document
from copykit.wording import listed

__all__ = ["UNTOLD"]

MOST_TOLD = 4  # words that are named in one sentence
_WE = frozenset("we our ours".split())
_LEADS = frozenset("the each every your a an all no any".split())
_GIVEN = frozenset("get can earn will may save receive".split())  # what "you" have of us


@remembered
def _names(guide: Guide) -> tuple[frozenset[str], frozenset[str]]:
    """Words that name us and what we sell; and the stems of what it has and is made of."""
    names = {token.text for product in guide.products for token in tokens_of(product.name)}
    names |= {token.text for token in tokens_of(guide.brand.name)}
    texts = [product.noun for product in guide.products]
    texts += [feature.name for _, feature in guide.features()]
    nouns = {content_stem(token.text) for text in texts for token in tokens_of(text)}
    return frozenset(names - _LEADS), frozenset(nouns - {""})


def _is_of_us(words: list[str], guide: Guide) -> bool:
    """Whether a sentence begins with us, with what we sell, or with what one gets of us."""
    names, nouns = _names(guide)
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in _WE or first in names:
        return True
    if first == "it":  # "it is raining", "it's a Tuesday"
        return second not in ("is", "was", "'s", "’s", "has", "never", "takes")
    if first == "you":
        return second in _GIVEN
    return first in _LEADS and any(content_stem(word) in nouns for word in words[1:3])


def check_untold(document: Document, context: Context) -> Iterator[Finding]:
    """`messages.untold`: words of a statement about us that neither guide nor brief has."""
    if not context.machine:
        return
    known = held_of(context)[1]
    for sentence in document.sentences:
        start, end = sentence.start, sentence.end
        text = document.text[start:end]
        if not text.rstrip().endswith((".", "!")) or document.is_quoted(start, end) or IDIOMS.search(text):
            continue
        tokens = [token for token in tokens_of(document.text, start, end) if token.text[0].isalpha()]
        if len(tokens) < 3 or not _is_of_us([token.text for token in tokens], context.guide):
            continue
        strange = [token for token in tokens if _is_strange(token, known.told.stems, known.vocabulary)]
        if strange:
            said = dict.fromkeys(f"“{document.text[one.start : one.end]}”" for one in strange[:MOST_TOLD])
            yield found(
                document, strange[0].start, strange[0].end, check="messages.untold",
                severity=Severity.SUGGESTION,
                advice=f"Neither guide nor brief has {listed([*said], last='or')}. Is this true of you?",
                reference=Reference(
                    label="the guide's claims", path=context.guide.file("messages.yaml").as_posix()
                ),
            )  # fmt: skip


def _is_strange(token: Token, stems: frozenset[str], words: frozenset[str]) -> bool:
    stem = content_stem(token.text) if "'" not in token.text and "’" not in token.text else ""
    if token.text in SMALL:
        return False  # numbers are looked at as such
    return bool(stem) and len(token.text) > 3 and stem not in stems and token.text not in words


UNTOLD: tuple[Check, ...] = (check_untold,)
