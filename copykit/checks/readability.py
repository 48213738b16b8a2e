"""Judges how hard a text is to read: its grade, its long sentences, its passives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, chain

from copykit.checks.context import Check, Context
from copykit.checks.finding import absent, found
from copykit.checks.passive import Passive, find_passives, passive_hints
from copykit.checks.remember import remembered
from copykit.findings import Area, Finding, Fix, Reference, Severity
from copykit.grammar import capitalize_first
from copykit.guide.types import Reading
from copykit.text import BlockKind, Document, Sentence
from copykit.text.metrics import Metrics, facts_of_words, heaviness, measure, syllables_of
from copykit.wording import listed

__all__ = ["READABILITY", "can_judge", "measured"]

_facts = remembered(facts_of_words)

# The formulas were fitted to passages of 100 words and more; below this they say nothing (our own choice).
LEAST_WORDS = 30
# The formulas differ by about this much among themselves, so that less is only a hint.
NEAR_GRADES = 1.0
COSTLIEST = 3
LEAST_LETTERS = 6  # shorter words seldom have three syllables
MOST_LETTERS = 40  # what is longer is no word
# A share needs sentences to be a share of (our own choice).
LEAST_SENTENCES = 5
LEAST_PASSIVES = 2
LEAST_PART = 4  # words that each half of a split sentence keeps
LEAST_CLAUSE = 6  # words between two commas that make a clause rather than an item of a list
# A set of characters at the start is quick to look for.
_MARKED = (
    r";\s+|:\s+|,\s+(?=(?:but|so|yet|because|while|which|although|though|since|whereas|where|who)\b)"
    r"|,\s+(?=(?:and|or)\s(?:we|you|they|it|he|she|i|there|this|that’s|it’s|we’re|if|when)\b)"
    r"|,\s+(?=and\s(?:the|our|your|their|its|his|her)\s)"
)
_AT_MARKS = re.compile(_MARKED)
_JOINTS = re.compile(rf"{_MARKED}|\s[–—]\s|\s(?=(?:because|although|whereas|so that)\b)")
# Without one of these every joint begins at one of the marks.
_UNMARKED = ("because", "although", "whereas", "so that", "–", "—")
# Behind these a main clause begins, so that a full stop is sure to be right.
_CLAUSE = re.compile(
    r"(?:(?P<and>and)|(?P<keep>but|so|yet))\s+(?P<rest>(?:we|you|they|it|he|she|i|there|this|that’s|it’s|we’re)\b)",
    re.IGNORECASE,
)


@remembered
def measured(document: Document) -> Metrics:
    """A document's figures; the check and the report want the same."""
    return measure(document, _facts(document))


def can_judge(document: Document) -> bool:
    """Whether there is enough text to judge how it reads: 30 words."""
    return len(document.said) >= LEAST_WORDS


def _target(context: Context) -> tuple[Reading, str] | None:
    found_one = context.guide.brand.reading_for(context.channel)
    return (found_one[1], found_one[0]) if found_one else None


def _named(name: str) -> str:
    return "the target" if name == "default" else f"the target for {name}"


def _reference(reading: Reading, name: str, key: str) -> Reference:
    quote = f"{key}: {getattr(reading, key):g}"
    return reading.reference(f"reading target: {name}", key=key, quote=quote)


# ── grade ───────────────────────────────────────────────────────────────────────────────────────────


def check_grade(document: Document, context: Context) -> Iterator[Finding]:
    """`readability.grade`: the consensus of the published formulas against the channel's target."""
    target = _target(context)
    if target is None or not can_judge(document):
        return
    reading, name = target
    grade = measured(document).grade
    if grade is None or grade <= reading.grade:
        return
    over = grade - reading.grade
    costly = sorted(_costs(document, reading.grade), reverse=True)[:COSTLIEST]
    spans = [(start, end) for cost, start, end in costly if cost > 0 or cost == costly[0][0]]
    first = f" It costs most in “{_beginning(document, *spans[0])}”." if spans else ""
    if heavy := _heavy_words(document):
        first += f" The words that cost most: {listed([f'“{word}”' for word in heavy])}."
    yield absent(
        document,
        document.field_at(spans[0][0]) if spans else None,
        check="readability.grade",
        severity=Severity.WARNING if over > NEAR_GRADES else Severity.SUGGESTION,
        area=Area.READABILITY,
        advice=f"It reads at grade {grade:g}, and {_named(name)} is {reading.grade:g}: "
        f"shorten the sentences and words that are marked.{first}",
        reference=_reference(reading, name, "grade"),
        related=[document.locate(*span) for span in spans],
    )


def _costs(document: Document, grade: float) -> Iterator[tuple[float, int, int]]:
    """How much each sentence lifts the grade: its own Flesch–Kincaid grade above the target, by its words."""
    # How many syllables stand before each word; a shielded span, which is empty, counts as one.
    sizes = syllables_of(_facts(document))
    before = list(accumulate(map(sizes.__getitem__, document.said), initial=0))
    blocks = document.blocks
    for (start, end, block), (first, last) in zip(document.sentences, document.sentence_words, strict=True):
        words = last - first
        if words < LEAST_PART or blocks[block].kind is BlockKind.HEADING:
            continue
        above = 0.39 * words + 11.8 * (before[last] - before[first]) / words - 15.59 - grade
        yield above * words, start, end


def _heavy_words(document: Document) -> list[str]:
    """The long words that lift the grade most: by their syllables beyond two, as often as they stand."""
    facts, counts = _facts(document), document.word_counts
    # A capital may be a name's, which can't be said in a shorter word.
    costs = {
        word: cost
        for word, told in facts.items()
        if LEAST_LETTERS < len(word) < MOST_LETTERS
        and word.islower()
        and (cost := heaviness(told) * counts[word]) > 1
        and word.isalpha()
    }
    return sorted(costs, key=lambda word: (-costs[word], word))[:COSTLIEST]


def _beginning(document: Document, start: int, end: int) -> str:
    words = document.text[start:end].split(None, 6)
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


# ── long sentences ──────────────────────────────────────────────────────────────────────────────────


def check_long_sentences(document: Document, context: Context) -> Iterator[Finding]:
    """`readability.long-sentence`: more words than the channel's target allows."""
    target = _target(context)
    if target is None:
        return
    reading, name = target
    reference = _reference(reading, name, "sentence_words")
    unmarked = [one for one in _UNMARKED if one in document.text]
    for sentence, (first, last) in zip(document.sentences, document.sentence_words, strict=True):
        words = last - first
        if words <= reading.sentence_words or document.is_quoted(sentence.start, sentence.end):
            continue
        joint = _joint(document, sentence, first, last, unmarked)
        if joint:
            around = _around(document, sentence, *joint)
            advice = f"{words} words, and {reading.sentence_words} is the most: split it at “{around}”."
        else:
            advice = f"{words} words, and {reading.sentence_words} is the most: say it in two sentences."
        yield found(
            document,
            sentence.start,
            sentence.end,
            check="readability.long-sentence",
            severity=Severity.WARNING,
            area=Area.READABILITY,
            advice=advice,
            fixes=[_split(document, sentence, *joint)] if joint else (),
            reference=reference,
        )


def _joint(
    document: Document, sentence: Sentence, first: int, last: int, unmarked: Sequence[str]
) -> tuple[int, int] | None:
    """The joint nearest to the middle, among those where a full stop is sure if there are any.

    Args:
        unmarked: what of `_UNMARKED` the document has.
    """
    starts = document.word_starts[first:last]
    best: tuple[bool, int] | None = None
    joint: tuple[int, int] | None = None
    text, low, high = document.text, sentence.start, sentence.end
    pattern = _JOINTS if any(text.find(one, low, high) >= 0 for one in unmarked) else _AT_MARKS
    for match in pattern.finditer(text, low, high):
        before = bisect_left(starts, match.start())
        if _is_list(document, starts, match, sentence):
            continue
        if before < LEAST_PART or len(starts) - before < LEAST_PART or document.is_shielded(*match.span()):
            continue
        rank = (_rest(document, sentence, *match.span()) is None, abs(2 * before - len(starts)))
        if best is None or rank < best:
            best, joint = rank, match.span()
    return joint


def _is_list(document: Document, starts: list[int], match: re.Match[str], sentence: Sentence) -> bool:
    """Whether ", and the" may close a list: few words since the comma before it."""
    if not document.text.startswith("and ", match.end()):
        return False
    comma = document.text.rfind(",", sentence.start, match.start())
    return comma >= 0 and bisect_left(starts, match.start()) - bisect_left(starts, comma) < LEAST_CLAUSE


def _around(document: Document, sentence: Sentence, start: int, end: int) -> str:
    before = document.text[sentence.start : start].rsplit(None, 2)[-2:]
    after = document.text[end : sentence.end].split(None, 3)[:3]
    return f"{' '.join(before)}{document.text[start:end]}{' '.join(after)}"


def _rest(document: Document, sentence: Sentence, start: int, end: int) -> int | None:
    """Where the second sentence begins if the joint becomes a full stop; None where that may be wrong."""
    text = document.text
    if text[start] == ";":
        return None if text.startswith(("and ", "or "), end) else end
    if text[start] == "," and (clause := _CLAUSE.match(text, end, sentence.end)):
        return clause.start("rest") if clause["and"] else end
    return None


def _split(document: Document, sentence: Sentence, start: int, end: int) -> Fix | None:
    """The sentence in two, where a full stop at the joint is sure to be right."""
    rest = _rest(document, sentence, start, end)
    if rest is None:
        return None
    first, second = document.text[sentence.start : start], document.text[rest : sentence.end]
    return Fix(title="Split it in two", replacement=f"{first}. {capitalize_first(second)}")


# ── passive voice ───────────────────────────────────────────────────────────────────────────────────


def check_passive(document: Document, context: Context) -> Iterator[Finding]:
    """`readability.passive` for each passive sentence, `readability.passive-share` for too many of them."""
    target = _target(context)
    if target is None:
        return
    reading, name = target
    reference = _reference(reading, name, "passive_percent")
    judged = 0
    passives: list[Passive] = []
    begins, participles = passive_hints(document.vocabulary)
    starts = _places(document, begins)
    ends = _places(document, participles)
    for number, (first, last) in enumerate(document.sentence_words):
        if last - first < LEAST_PART - 1:
            continue
        judged += 1
        sentence = document.sentences[number]
        # The last participle has to stand behind the first word that a passive may begin with.
        start, end = bisect_left(starts, sentence.start), bisect_left(ends, sentence.end)
        if start == len(starts) or not end or ends[end - 1] <= starts[start]:
            continue
        here = _first_passive(document, sentence)
        if here is None:
            continue
        passives.append(here)
        yield found(
            document,
            here.start,
            here.end,
            check="readability.passive",
            severity=Severity.SUGGESTION,
            area=Area.READABILITY,
            advice=_passive_advice(document, here),
            reference=reference,
        )
    share = 100 * len(passives) / judged if judged else 0.0
    if share > reading.passive_percent and judged >= LEAST_SENTENCES and len(passives) >= LEAST_PASSIVES:
        allowed = int(judged * reading.passive_percent / 100)
        yield found(
            document,
            passives[0].start,
            passives[0].end,
            check="readability.passive-share",
            severity=Severity.WARNING,
            area=Area.READABILITY,
            advice=f"{len(passives)} of {judged} sentences ({share:.0f} %) are passive, and {_named(name)}"
            f" is {reading.passive_percent:g} %: turn {len(passives) - allowed} of them round.",
            reference=reference,
            related=[(one.start, one.end) for one in passives[1:]],
        )


def _places(document: Document, words: Set[str]) -> list[int]:
    """Where some runs of letters of a document begin, in order."""
    return sorted(chain.from_iterable(document.occurrences[word] for word in words))


def _first_passive(document: Document, sentence: Sentence) -> Passive | None:
    for one in find_passives(document.text, sentence.start, sentence.end):
        if not document.is_shielded(one.start, one.end) and not document.is_quoted(one.start, one.end):
            return one
    return None


def _passive_advice(document: Document, one: Passive) -> str:
    said = " ".join(document.text[one.start : one.end].split())
    if one.agent:
        who = " ".join(document.text[one.agent[0] : one.agent[1]].split())
        return f"“{said}” is passive: begin with who does it, “{who}”."
    return f"“{said}” is passive: say who does it (“we”, “you”, a name), or leave it if nobody asks."


READABILITY: tuple[Check, ...] = (check_grade, check_long_sentences, check_passive)
