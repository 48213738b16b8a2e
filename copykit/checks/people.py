"""Sees that customers are named and quoted only with their leave, and only in words that they said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from copykit.checks.advice import dated
from copykit.checks.context import Check, Context
from copykit.checks.evidence import evidence_of
from copykit.checks.finding import found
from copykit.checks.quantities import first_word, tokens_of
from copykit.checks.remember import remembered
from copykit.findings import Finding, Reference, Severity
from copykit.guide import Guide
from copykit.guide.types import Story
from copykit.text import Document
from copykit.text.phrasebook import Phrase, Phrasebook

__all__ = ["PEOPLE", "spoken_facts"]

# Fewer words in quotation marks are a name or a turn of phrase, not a testimonial.
LEAST_WORDS_QUOTED = 5
LEAST_WORDS_OF_A_CUSTOMER = 3  # where a customer is said to have said them
NEARLY = 0.6
_SELLING = frozenset({"ad", "cta", "email", "page", "social"})
# "… said Ann Lee" or "— Ann Lee, manager" after a quotation.
_SAID = re.compile(
    r"\s{0,3}[,.]?\s{0,3}(?:[—–-]{1,2}\s?[A-Z][\w'’.-]+|(?:says|said|writes|wrote|tells us|told us)"
    r"\s(?:[A-Z]|(?:one of our|our|a|an|another)\s(?:\w+\s)?(?:customers?|clients?|users?|members?"
    r"|guests?)\b)"
    r"|[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+)?\s(?:says|said|writes|wrote)\b)"
)


# "Worth every penny" – K. Osei
_SIGNED = re.compile(r"\s{0,3}[—–]\s?[A-Z]")
# As Tom Perry of Nordhaven puts it: "…"
_INTRODUCED = re.compile(
    r"[A-Z][\w'’.-]+[^.!?;:\n]{0,40}\b(?:puts it|says|said|writes|wrote|tells us|told us)[:,]?\s$"
)
_A_CUSTOMER = re.compile(r"[^.!?;]{0,40}\b(?:customer|client|user|member|guest)s?\b")


@remembered
def _customers(guide: Guide) -> Phrasebook:
    return Phrasebook(
        [
            Phrase((number, key), name, inflect=False, case=True)
            for number, story in enumerate(guide.stories)
            for key, name in (("customer", story.customer), ("person", story.person))
            if name
        ]
    )


def check_permission(document: Document, context: Context) -> Iterator[Finding]:
    """`claims.permission`: a customer is named who gave no leave, or whose leave has ended."""
    guide = context.guide
    if not guide.stories:
        return
    hits = _customers(guide).find(document)
    if not hits:
        return
    free = {
        name
        for story in guide.stories
        if story.nameable(context.today)
        for name in (story.customer, story.person)
        if name
    }
    told: dict[tuple[int, int], tuple[int, int]] = {}
    first: dict[tuple[int, int], tuple[Story, str | None]] = {}
    for hit in hits:
        number, key = hit.key if isinstance(hit.key, tuple) else (0, "")
        story = guide.stories[number]
        name = story.customer if key == "customer" else story.person
        recipient = context.brief.recipient
        if story.nameable(context.today) or name in free or name in (recipient.company, recipient.name):
            continue
        # A quotation, who said it and where they work are one: told once in each sentence.
        sentence = document.sentence_at(hit.start)
        low, high = sentence.start, sentence.end
        spoken = [span for span in document.quoted if low <= span[0] < high]
        start = min([hit.start, *(span[0] for span in spoken)])
        end = max([hit.end, *(span[1] for span in spoken)])
        if (number, low) in told:
            start, end = min(start, told[number, low][0]), max(end, told[number, low][1])
        told[number, low] = (start, end)
        first.setdefault((number, low), (story, name))
    for (number, low), (start, end) in told.items():
        story, name = first[number, low]
        until = story.permission.until
        if story.permission.granted and until:
            why, line = f"leave to name {name} ended on {dated(until, context.guide)}", "until"
        else:
            why, line = f"{name} gave no leave to be named", "granted"
        yield found(
            document, start, end, check="claims.permission", severity=Severity.ERROR,
            advice=f"The guide says that {why}. Tell the story without the name, or ask for leave again.",
            reference=Reference(
                label=f'story "{story.id}"', quote=f"{line}: {getattr(story.permission, line)}",
                path=story.place.path, line=story.permission.place.of(line) or story.place.of("permission"),
            ),
        )  # fmt: skip


@remembered
def _named(guide: Guide) -> re.Pattern[str]:
    names = (guide.brand.name, *(product.name for product in guide.products))
    return re.compile("|".join(map(re.escape, names)), re.IGNORECASE)


def check_testimonials(document: Document, context: Context) -> Iterator[Finding]:
    """`claims.testimonial`: a customer's quotation about us that no story of the guide holds."""
    if not document.quoted:
        return
    evidence = evidence_of(context.guide)
    text = document.text
    selling = context.channel in _SELLING
    for start, end in document.quoted:
        if not (
            (_SAID.match(text, end, end + 60) or _INTRODUCED.search(text, max(0, start - 80), start))
            and (selling or _named(context.guide).search(text, start, end))
        ):
            continue
        words = [token.text for token in tokens_of(text, start, end) if token.text[0].isalnum()]
        customers = _A_CUSTOMER.match(text, end, end + 60) or _SIGNED.match(text, end, end + 20)
        if len(words) < (LEAST_WORDS_OF_A_CUSTOMER if customers else LEAST_WORDS_QUOTED):
            continue
        said = " ".join(words)
        if any(said in quote or quote in said for quote in evidence.quotes) or said in _in_brief(context):
            continue
        if (story := _nearly_said(words, context.guide)) is not None:
            yield found(
                document, start, end, check="claims.reworded", severity=Severity.WARNING,
                advice=(
                    f"{story.person or story.customer} did not say it in these words. Approved is: "
                    f"“{story.quote}”"
                ),
                reference=story.reference(f'story "{story.id}"', key="quote", quote=story.quote or ""),
            )  # fmt: skip
            continue
        yield found(
            document, start, end, check="claims.testimonial",
            severity=Severity.ERROR if context.own else Severity.WARNING,
            advice="No story in the guide holds this quotation. Quote a customer's own words with their"
            " leave, and keep both in the guide's stories.",
            reference=Reference(
                label="the guide's stories", path=context.guide.file("messages.yaml").as_posix()
            ),
        )  # fmt: skip


def spoken_facts(document: Document, context: Context) -> Iterator[tuple[int, int, Reference]]:
    """The customers named and the quotations that a story of the guide holds, with leave: span and story."""
    stories = context.guide.stories
    for hit in _customers(context.guide).find(document) if stories else ():
        number, key = hit.key if isinstance(hit.key, tuple) else (0, "")
        story = stories[number]
        if story.nameable(context.today):
            name = story.customer if key == "customer" else story.person or ""
            yield hit.start, hit.end, story.reference(f'story "{story.id}"', key=str(key), quote=name)
    told, known = _told(context.guide) if document.quoted else ((), frozenset())
    text = document.text
    for start, end in document.quoted:
        if first_word(text, start, end) not in known:
            continue
        words = _words(text[start:end])
        if len(words) < LEAST_WORDS_QUOTED:
            continue
        said = " ".join(words)
        for story, quote in told:
            if said in quote and story.nameable(context.today):
                yield start, end, story.reference(f'story "{story.id}"', key="quote", quote=story.quote or "")
                break


@remembered
def _told(guide: Guide) -> tuple[tuple[tuple[Story, str], ...], frozenset[str]]:
    """The stories that hold a quotation, with its words; and the words of all of them."""
    told = tuple((story, " ".join(_words(story.quote))) for story in guide.stories if story.quote)
    return told, frozenset(word for _, quote in told for word in quote.split(" "))


def _words(text: str) -> list[str]:
    return [token.text for token in tokens_of(text) if token.text[0].isalnum()]


def _nearly_said(words: list[str], guide: Guide) -> Story | None:
    """The story whose quotation shares at least six tenths of the words, in order (ours)."""
    for story in guide.stories:
        if not story.quote:
            continue
        theirs = _words(story.quote)
        # difflib's quick bound first: most quotations have nothing in common.
        matcher = SequenceMatcher(None, theirs, words, autojunk=False)
        if matcher.quick_ratio() >= NEARLY and matcher.ratio() >= NEARLY:
            return story
    return None


def _in_brief(context: Context) -> str:
    text = " ".join([context.brief.source, *context.brief.facts, context.brief.observation])
    return " ".join(token.text for token in tokens_of(text) if token.text[0].isalnum())


PEOPLE: tuple[Check, ...] = (check_permission, check_testimonials)
