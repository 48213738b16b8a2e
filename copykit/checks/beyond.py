"""Finds sentences that say more than an approved claim without its number: of all, of everyone, for ever."""

from __future__ import annotations

from collections.abc import Callable

from copykit.checks.evidence import PERIODS, Evidence, Said
from copykit.checks.lines import Line, covered
from copykit.checks.quantities import stem
from copykit.checks.superlatives import OURS
from copykit.checks.telling import Tale
from copykit.checks.widening import TRAILING, widened
from copykit.guide.types import Standing

__all__ = ["EVERYONE", "is_ours", "more_than_approved"]

# Of a claim's content words, in a sentence that says it without its number; ours. With fewer, what they share
# is the things that the brand talks about all day.
SAYS_IT = 0.75
EVERYONE = frozenset("everyone everybody nobody nothing".split())
_WIDE = frozenset("ever always never anyone anybody everything whatever whenever single".split())
_BUYERS = frozenset("customer client user member reader buyer guest patient people".split())


def is_ours(line: Line, evidence: Evidence) -> bool:
    """Whether a sentence names us or the brand."""
    return not OURS.isdisjoint(line.words) or bool(evidence.names.among(line.words))


def more_than_approved(line: Line, tale: Tale, elsewhere: Callable[[Said], bool]) -> tuple[int, int] | None:
    """Tells a sentence that is about a claim and says it without its number, and of everything."""
    text = tale.document.text
    for said, share, count in line.alike:
        if share < SAYS_IT and not line.stems - _WIDE <= tale.evidence.subject[id(said.entry)]:
            continue
        # "The same day" alone makes no two sentences one.
        if count < 2 or len((line.stems & said.stems) - PERIODS) < min(2, len(said.stems - PERIODS)):
            continue
        usable = tale.standing(said.entry) is Standing.USABLE
        if not usable or not said.quantities or len(line.stems) > len(said.stems) + 4:
            continue
        units = {one.unit for one in said.quantities}
        # A sum or a length of its own is what the sentence is about.
        if any(one.unit in units or one.unit != "count" or one.value > 12 for one in line.quantities):
            continue
        if elsewhere(said):
            continue
        wide = widened(text, line.start, line.end, tale.evidence.texts[id(said.entry)])
        if wide is None or text[line.start : line.end].rstrip().endswith("?"):
            continue
        low, high = covered(line, said)
        span = (min(low, wide[0]), max(high, wide[1]))
        if tale.document.is_shielded(*span):
            continue
        # ", guaranteed" at the end is of the same statement.
        trailing = TRAILING.match(text, span[1], line.end)
        span = (span[0], trailing.end()) if trailing else span
        tale.reworded(said, span, f" (“{text[slice(*wide)]}”, without its number)")
        return span
    return _of_everyone(line, tale)


def _of_everyone(line: Line, tale: Tale) -> tuple[int, int] | None:
    """Tells "everyone would recommend us" where a claim says it of a share of them."""
    first = next((token for token in line.tokens[:3] if token.text in EVERYONE), None)
    near = frozenset(stem(word) for word in line.words[1:4])
    all_of = line.words[0] in ("all", "every")
    if all_of:
        first = line.tokens[0]
    if first is None or line.quantities:
        return None
    for word in sorted(line.stems & tale.evidence.telling):
        for position in tale.evidence.by_stem[word]:
            said = tale.evidence.said[position]
            share = any(one.unit == "percent" for one in said.quantities)
            # "All our customers", "every shop owner", but not "every morning".
            if all_of and near.isdisjoint(said.stems | _BUYERS):
                continue
            if share and tale.standing(said.entry) is Standing.USABLE and is_ours(line, tale.evidence):
                span = (first.start, line.end)
                tale.reworded(said, span, f" (“{tale.document.text[first.start : first.end]}”)")
                return span
    return None
