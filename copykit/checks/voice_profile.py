"""Measures a text's voice as a whole: who speaks to whom, and how it compares with the approved samples."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from copykit.checks.context import Check, Context
from copykit.checks.finding import absent, found
from copykit.checks.remember import remembered
from copykit.checks.tokens import Line, prose
from copykit.findings import Finding, Reference, Severity
from copykit.guide import Guide
from copykit.guide.situations import is_bad_news
from copykit.guide.types import Sample
from copykit.text import BlockKind, Document, Syntax, parse
from copykit.text.by_word import by_word
from copykit.text.easy import is_easy
from copykit.text.syllables import syllables

__all__ = ["PROFILE"]

# All thresholds of this file are our own choices: below them a figure says more of chance than of voice.
LEAST_WORDS = 150
LEAST_SENTENCES = 8
LEAST_WE = 6
# A text may differ from the samples by half and by these steps before it is told.
SHARE_APART = 1.6
WORDS_APART = 5.0
POINTS_APART = 6.0
LEAST_FLAT = 3
FLAT_PERCENT = 12.0
LEAST_STIFF = 6
LEAST_LETTERS = 6
_WE = frozenset("we us our ours ourselves we're we've we'll we'd".split())
_YOU = frozenset("you your yours yourself yourselves you're you've you'll you'd".split())
_I = frozenset("i me my mine myself i'm i've i'll i'd".split())
_SIGNED = frozenset({"email", "call"})
_FLAT = re.compile(
    r"(?:there(?:'s| is| are| was| were| will be| has been| have been) "
    r"|it(?:'s| is| was) (?:\w+ ){1,2}(?:that|to|for) )"
)
_OPEN = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|has|have|had|would|could|should|will|can) ?not"
    r"|(?:it|that|there|what|here) is|(?:we|you|they) (?:are|have|will)|i (?:am|have|will))\b"
)
_CLOSED = re.compile(r"\b\w+(?:n't|'re|'ve|'ll|'m)\b|\b(?:it|that|there|what|here|let)'s\b")


class _Profile(NamedTuple):
    """How a text or several sound.

    Attributes:
        words: how many words of prose.
        sentences: how many sentences.
        length: words a sentence.
        hard: words of three or more syllables that are no everyday ones, in a hundred.
    """

    words: int
    sentences: int
    length: float
    hard: float


@remembered
def _counts(document: Document) -> Counter[str]:
    """How often each word of a document's prose is there."""
    return Counter(chain.from_iterable(line.words for line in prose(document)))


@remembered
def _hard_counts(document: Document) -> Counter[str]:
    """How often each hard word of a document's prose is there."""
    counts = _counts(document)
    long = [word for word in counts if len(word) > LEAST_LETTERS]
    return Counter({word: counts[word] for word in long if _is_hard(word)})


def _profile(documents: Iterable[Document]) -> _Profile:
    words = sentences = hard = 0
    for document in documents:
        words += _counts(document).total()
        sentences += len(prose(document))
        hard += _hard_counts(document).total()
    return _Profile(
        words, sentences, words / sentences if sentences else 0.0, 100 * hard / words if words else 0.0
    )


@by_word
def _is_hard(word: str) -> bool:
    return len(word) > LEAST_LETTERS and word.isalpha() and syllables(word) >= 3 and not is_easy(word)


@remembered
def _samples(guide: Guide) -> dict[tuple[bool, str], _Profile]:
    """The profile of the samples of good or bad news and of each channel, where there are enough of them.

    The first half of a key says whether it is of bad news: an apology is no measure for an ordinary day. The
    second is the channel, or empty for all of them.
    """
    parsed: list[tuple[Sample, Document]] = [
        (sample, parse(sample.text, name=sample.id, syntax=Syntax.MARKDOWN)) for sample in guide.samples
    ]
    made: dict[tuple[bool, str], _Profile] = {}
    for bad in (False, True):
        some = [(sample, said) for sample, said in parsed if is_bad_news(sample.situation or "") is bad]
        made[bad, ""] = _profile(said for _, said in some)
        for channel in {sample.channel for sample, _ in some}:
            made[bad, channel] = _profile(said for sample, said in some if sample.channel == channel)
    return {
        key: one for key, one in made.items() if one.words >= LEAST_WORDS and one.sentences >= LEAST_SENTENCES
    }


def check_samples(document: Document, context: Context) -> Iterator[Finding]:
    """`voice.sentence-length` and `voice.vocabulary`: far from what the approved samples are like."""
    guide = context.guide
    if not guide.brand.manner.like_samples or context.of_guide or len(document.said) < LEAST_WORDS:
        return
    said = prose(document)
    here = _profile([document])
    if here.words < LEAST_WORDS or here.sentences < LEAST_SENTENCES:
        return
    samples = _samples(guide)
    bad = is_bad_news(context.brief.situation)
    channel = context.channel if (bad, context.channel) in samples else ""
    theirs = samples.get((bad, channel or ""))
    if theirs is None:
        return
    which = f"your {channel} samples" if channel else "your samples"
    label = f"approved samples{f' for {channel}' if channel else ''}"
    reference = Reference(label=label, path=(guide.folder / "samples").as_posix())
    apart = here.length - theirs.length
    if abs(apart) >= WORDS_APART and max(here.length, theirs.length) > SHARE_APART * min(
        here.length, theirs.length
    ):
        longest = sorted(said, key=lambda line: len(line.words), reverse=apart > 0)[:3]
        do = "split the longest sentences" if apart > 0 else "join some of the shortest sentences"
        yield _of_whole(
            document, "voice.sentence-length", longest, reference,
            f"{_capital(which)} average {theirs.length:.0f} words a sentence; this has"
            f" {here.length:.0f}: {do}.",
        )  # fmt: skip
    if here.hard - theirs.hard >= POINTS_APART and here.hard > SHARE_APART * theirs.hard:
        hard = _hard_counts(document)
        most = ", ".join(f"“{word}”" for word, _ in hard.most_common(4))
        worst = sorted(said, key=lambda line: sum(map(hard.__contains__, line.words)), reverse=True)[:3]
        yield _of_whole(
            document, "voice.vocabulary", worst, reference,
            f"{_capital(which)} have {theirs.hard:.0f} long, rare words in a hundred; this has"
            f" {here.hard:.0f} (such as {most}): say it in shorter ones.",
        )  # fmt: skip


def _of_whole(
    document: Document, check: str, worst: Sequence[Line], reference: Reference, advice: str
) -> Finding:
    return absent(
        document,
        document.field_at(worst[0].start) if worst else None,
        check=check,
        severity=Severity.SUGGESTION,
        advice=advice,
        reference=reference,
        related=[document.locate(line.start, line.end) for line in worst],
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# ── who speaks to whom ──────────────────────────────────────────────────────────────────────────────

# "Ann Poe: Tell me how you came here.", "AP: I walked."
_SPEAKER = re.compile(r"(?:[A-Z]{2,3}|[A-Z][a-z'’-]+(?: [A-Z][\w.'’-]*){1,3}): ?[\w“\"]")
LEAST_TURNS = 3  # fewer are no talk between two


def check_person(document: Document, context: Context) -> Iterator[Finding]:
    """`voice.person`: "I" where the brand is "we", or the other way; `voice.we-and-you`: too much of "we"."""
    manner = context.guide.brand.manner
    said = prose(document)
    wrong = {"we": _I, "I": _WE}.get(manner.first_person or "")
    # A text of the guide may be for an email, and a button speaks as the reader: "Start my trial".
    for_emails = context.channel in _SIGNED or (context.of_guide and context.channel is None)
    if wrong and not for_emails and not _counts(document).keys().isdisjoint(wrong):
        asks = [text for ask in context.guide.asks for text in (ask.text, *ask.wordings)]
        full = [
            line
            for line in said
            if not wrong.isdisjoint(line.words)
            and document.text[line.end - 1] in ".!…"
            and len(line.words) > 3
            and not any(ask in document.text[line.start : line.end] for ask in asks)
        ]
        spans = [span for line in full for span in _words_in(document, line, wrong)]
        if spans and not _is_interview(document):
            other = document.text[spans[0][0] : spans[0][1]]
            times = f", {len(spans)} times" if len(spans) > 1 else ""
            yield found(
                document, *spans[0], check="voice.person", severity=Severity.SUGGESTION,
                advice=f"The brand calls itself “{manner.first_person}”, and this says “{other}”{times}: that"
                " is for emails and calls, which a person signs.",
                related=spans[1:],
                reference=manner.reference(
                    "manner: first person", key="first_person", quote=f"first_person: {manner.first_person}"
                ),
            )  # fmt: skip
    if manner.we_per_you is None or len(document.said) < LEAST_WORDS:
        return
    counts = _counts(document)
    we, you = sum(map(counts.__getitem__, _WE)), sum(map(counts.__getitem__, _YOU))
    if we >= LEAST_WE and we > manner.we_per_you * you:
        about = (line for line in said if not _WE.isdisjoint(line.words) and _YOU.isdisjoint(line.words))
        yield _of_whole(
            document, "voice.we-and-you", list(islice(about, 5)),
            manner.reference(
                "manner: we per you", key="we_per_you", quote=f"we_per_you: {manner.we_per_you:g}"
            ),
            f"“We” and “our” stand {we} times, “you” and “your” {you} times, and the guide allows"
            f" {manner.we_per_you:g} of “we” for each “you”: begin more sentences with the reader.",
        )  # fmt: skip


def _is_interview(document: Document) -> bool:
    """Whether paragraphs begin with their speakers' names: what they say of themselves is theirs to say."""
    paragraphs = (block for block in document.blocks if block.kind is BlockKind.PARAGRAPH)
    return sum(_SPEAKER.match(document.text, block.start) is not None for block in paragraphs) >= LEAST_TURNS


def _words_in(document: Document, line: Line, wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[\w'’]+", document.text[line.start : line.end]):
        span = (line.start + match.start(), line.start + match.end())
        if match.group().lower().replace("’", "'") not in wanted or match.group() in ("US", "i"):
            continue
        if not document.is_quoted(*span) and not document.is_shielded(*span):
            yield span


# ── liveliness and stiffness ────────────────────────────────────────────────────────────────────────


def check_flat(document: Document, context: Context) -> Iterator[Finding]:
    """`voice.flat`: too many sentences that begin with "there is" or "it is … that", where nobody acts."""
    if len(document.said) < LEAST_WORDS:
        return
    said = prose(document)
    flat = [
        (line.start, line.start + len(match.group().rstrip()))
        for line in said
        if line.words[0] in ("there", "there's", "it", "it's")
        and (match := _FLAT.match(document.folded, line.start, line.end))
    ]
    if len(flat) < LEAST_FLAT or 100 * len(flat) / len(said) <= FLAT_PERCENT:
        return
    yield found(
        document, *flat[0], check="voice.flat", severity=Severity.SUGGESTION,
        advice=f"{len(flat)} of {len(said)} sentences begin with “there is” or “it is … that”: begin with who"
        " does what.",
        related=flat[1:],
    )  # fmt: skip


def check_stiff(document: Document, context: Context) -> Iterator[Finding]:
    """`voice.stiff`: no contraction at all in a text of a casual voice."""
    manner = context.guide.brand.manner
    if manner.formality != "casual" or len(document.said) < LEAST_WORDS:
        return
    folded = document.folded
    if _CLOSED.search(folded):
        return
    spans = [
        match.span() for match in _OPEN.finditer(folded) if not document.is_quoted(match.start(), match.end())
    ]
    if len(spans) < LEAST_STIFF:
        return
    said = document.text[spans[0][0] : spans[0][1]]
    yield found(
        document, *spans[0], check="voice.stiff", severity=Severity.SUGGESTION,
        advice=f"“{said}” and {len(spans) - 1} others stand written out, and the guide's voice is casual:"
        " contract some of them, as one would in talk.",
        related=spans[1:],
        reference=manner.reference("manner: formality", key="formality", quote="formality: casual"),
    )  # fmt: skip


PROFILE: tuple[Check, ...] = (check_samples, check_person, check_flat, check_stiff)
