"""The swap test: sentences that would be just as true with a rival's name in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from copykit.checks.context import Context
from copykit.checks.finding import found
from copykit.checks.lexicon import lowered, severity_of
from copykit.checks.remember import remembered
from copykit.checks.tokens import Line, lines
from copykit.checks.voice_words import ABSTRACT, FUNCTION, PRAISE
from copykit.findings import Finding
from copykit.guide import Guide
from copykit.text import BlockKind, Document
from copykit.text.inflect import forms

__all__ = ["check_swap"]

# Our own choices, set on the golden cases: fewer words are a label, and one concrete word makes it yours.
LEAST_WORDS = 4
LEAST_SAID = 3
MOST_LISTED = 3
_PARTIES = frozenset(
    ("you", "your", "yours", "you're", "you'll", "we", "our", "ours", "we're", "we'll", "us")
)
# Who denies, tells what was, or speaks for one person does not boast.
_REPORTS = frozenset(
    "not no never nobody nothing neither was were had did could wasn't weren't didn't don't doesn't can't"
    " isn't aren't won't cannot i i'm i've my me he she his her if when because".split()
)
_KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM, BlockKind.TITLE, BlockKind.DESCRIPTION)


@lru_cache(maxsize=1)
def _empty() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words of praise in all forms, those together with the abstract ones, and with all small words, too."""
    praise = frozenset(form for word in PRAISE for form in forms(word)) | PRAISE
    abstract = frozenset(form for word in ABSTRACT for form in forms(word)) | ABSTRACT
    return praise - FUNCTION, (praise | abstract) - FUNCTION, praise | abstract | FUNCTION


@remembered
def _concrete(guide: Guide) -> frozenset[str]:
    """Single words of the guide's names and search phrases: whoever says them says something of us."""
    said = [guide.brand.name, guide.brand.category, *(product.name for product in guide.products)]
    said += [feature.name for product in guide.products for feature in product.features]
    said += [phrase for cluster in guide.clusters for phrase in (cluster.main, *cluster.variants)]
    _, empty, _ = _empty()
    words = {word for text in said for word in text.lower().replace("’", "'").split()}
    return frozenset(word for word in words if word not in FUNCTION and word not in empty)


def check_swap(document: Document, context: Context) -> Iterator[Finding]:
    """`voice.anyone-could-say`: only praise and wide words; no number, no name, nothing to be touched."""
    manner = context.guide.brand.manner
    severity = severity_of(manner.swap_test)
    if severity is None:
        return
    concrete = _concrete(context.guide)
    known = _empty()[2]
    for line in lines(document):
        if line.kind not in _KINDS or not LEAST_WORDS <= len(line.words) <= 40:
            continue
        if not all(word in known or word.endswith("'s") for word in line.words):
            continue
        told = _says_nothing(document, line, concrete)
        if told is None:
            continue
        if document.is_quoted(line.start, line.end):
            lower = lowered(severity)
            if lower is None:
                continue
            severity_here = lower
        else:
            severity_here = severity
        yield found(
            document, line.start, line.end, check="voice.anyone-could-say", severity=severity_here,
            advice="Any rival could say this of itself: there is no number, name or thing in it, only "
            + ", ".join(f"“{word}”" for word in told)
            + ". Say what only you can say.",
            reference=manner.reference(
                "manner: swap test", key="swap_test", quote=f"swap_test: {manner.swap_test}"
            ),
        )  # fmt: skip


def _says_nothing(document: Document, line: Line, concrete: frozenset[str]) -> list[str] | None:
    """The empty words of a sentence that has no others; None when it says something."""
    praise, empty, _ = _empty()
    if document.text[line.end - 1] in "?:" or not _REPORTS.isdisjoint(line.words):
        return None
    said: list[str] = []
    praised = 0
    for word in line.words:
        bare = word[:-2] if word.endswith("'s") else word
        if bare in FUNCTION or word in FUNCTION:
            continue
        if bare not in empty or bare in concrete:
            return None
        if bare not in said:
            praised += bare in praise
            said.append(bare)
    # One word of praise may be a plain report; of "us", promised to "you", or beside another it is a boast.
    boasts = praised > 1 or (praised == 1 and not _PARTIES.isdisjoint(line.words))
    if len(said) < LEAST_SAID or not boasts or document.is_shielded(line.start, line.end):
        return None
    if line.kind is not BlockKind.HEADING and _has_name(document, line):
        return None
    return sorted(said, key=lambda word: word not in praise)[:MOST_LISTED]


def _has_name(document: Document, line: Line) -> bool:
    """Whether a word after the first has a capital, in a line that is no title with capitals on most."""
    words = document.text[line.start : line.end].split()[1:]
    capitals = sum(word[0].isupper() for word in words)
    return 0 < 2 * capitals <= len(words)
