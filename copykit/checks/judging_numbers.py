"""Judges the numbers of a sentence, by what the guide and the brief can prove."""

from __future__ import annotations

from itertools import pairwise

from copykit.checks.advice import in_style
from copykit.checks.beyond import is_ours
from copykit.checks.evidence import Entry, Said
from copykit.checks.lines import Line
from copykit.checks.offering import Offering
from copykit.checks.offers import topic_of
from copykit.checks.quantities import Quantity, stem
from copykit.checks.statements import Statement
from copykit.checks.telling import Tale
from copykit.checks.vouching import Witness
from copykit.checks.widening import clause_of, dropped, placed, widened
from copykit.findings import Severity
from copykit.guide.types import Claim, Offer, Standing

__all__ = ["STATES", "NumberJudge"]

# Of an approved text's content words: the sentence states it (ours, see claims.py).
STATES = 0.75
LEAST_COUNT = 13  # a dozen of something is everyday talk, source or not
_RESEARCH = frozenset(
    "report reports reported study studies survey surveys surveyed research researchers data"
    " index analysis census"
    " figures statistics statistic poll polled source according found finds review barometer panel".split()
)


class NumberJudge:
    """Judges the numbers of a document.

    Attributes:
        wider: clauses of the sentence that say more than is approved; who judges the sentence clears it.
    """

    def __init__(self, tale: Tale, brief: Witness, offering: Offering) -> None:
        self.document = tale.document
        self.evidence = tale.evidence
        self.tale = tale
        self.brief = brief
        self.offering = offering
        self.wider: list[tuple[int, int]] = []

    def number(self, statement: Statement, one: Quantity, line: Line) -> Entry | None:
        """Judges a number; gives back the claim or offer that supports it."""
        best: tuple[bool, int, Said] | None = None
        near: Said | None = None
        for said, other in self.evidence.by_unit.get(one.unit, ()):
            if not one.same(other) or not self.same_noun(one, other, said):
                continue
            shared = self.about(line, said)
            if not shared and line.stems:
                usable = self.tale.standing(said.entry) is Standing.USABLE
                near = near or (said if usable and isinstance(said.entry, Claim) else None)
                continue
            rank = (self.tale.standing(said.entry) is Standing.USABLE, shared, said)
            if best is None or rank[:2] > best[:2]:
                best = rank
        if line.words[-1] == "?" and not statement.promises and not (best and best[0]):
            return None
        topic = topic_of(one, line.words)
        # Somebody else's figure, with its source.
        url = self.tale.source(line.start, line.end) if not (best and best[0]) else None
        if url and not is_ours(line, self.evidence) and (statement.promises or self.is_figure(one, line)):
            self.tale.cited((one.start, one.end), url)
            return None
        # A price is held against its plan before it is held against any text with the same sum.
        if best and best[0] and (topic != "prices" or isinstance(best[2].entry, Claim)):
            return self.support(best[2], one, line)
        # "You pay £7 today" is the reader's price.
        if one.unit.startswith("money:") and not statement.promises:
            topic = None
        # "50% cheaper local delivery" says a claim that was withdrawn, and no discount.
        if topic == "discount_percent" and best and best[1] >= 2:
            self.tale.misused(best[2].entry, self.tale.standing(best[2].entry), (one.start, one.end))
            return None
        if topic and (judged := self.offering.figure(one, topic, line, self.contradicted)):
            return judged if isinstance(judged, (Claim, Offer)) else None
        if best and best[0]:
            return self.support(best[2], one, line)
        # Another claim, which may be used here, says it with another number.
        if best and self.nearer(best[2], line) and self.contradicted(one, line):
            return None
        if best and (best[1] >= 2 or 2 * best[1] > len(line.stems)):
            self.tale.misused(best[2].entry, self.tale.standing(best[2].entry), (one.start, one.end))
            return None
        if not statement.promises and not line.alike and not self.brief.vouched:
            return None
        if self.brief.holds(one, line) or self.tale.in_guide(one.first, one.last, line.words):
            return None
        if self.contradicted(one, line) or self.brief.denies(one, line):
            return None
        if statement.promises:
            self.tale.unproven(statement, line.start, line.end, near=near)
        return None

    def is_figure(self, one: Quantity, line: Line) -> bool:
        """Whether a number is one that a source is linked for: a share, a sum or a great count."""
        if one.unit in ("date", "clock", "24/7"):
            return False
        # A source that is named in brackets is there for the figure, whatever its unit.
        rest = line.words[one.last :]
        named = self.tale.is_bracketed(one.end, line.end) or ["source", ":"] in map(list, pairwise(rest))
        if named and (one.unit != "count" or one.value >= LEAST_COUNT):
            return True
        great = one.unit in ("percent", "times", "stars") or one.unit.startswith("money:") or one.value >= 100
        return great and not _RESEARCH.isdisjoint(line.words)

    def support(self, said: Said, one: Quantity, line: Line) -> Entry | None:
        """Supports a number, or tells that its clause says more than is approved."""
        clause = clause_of(self.document.text, line.tokens, one.first, one.last)
        wide = None
        if isinstance(said.entry, Claim):
            entry = id(said.entry)
            wide = widened(
                self.document.text, *clause, self.evidence.texts[entry], self.evidence.subject[entry]
            )
        if wide is None:
            texts = self.evidence.texts[id(said.entry)]
            limit = dropped(self.document.text[line.start : line.end], texts) or self.left_without(line, said)
            if limit is None:
                place = placed(self.document.text[slice(*clause)], texts, self.evidence.names.names)
                if place is None or not isinstance(said.entry, Claim):
                    return self.tale.support(said.entry, one.start, one.end, said.key)
                self.tale.reworded(said, (one.start, one.end), f": “{place}” is added")
                return None
            self.tale.reworded(said, (one.start, one.end), f": “{limit}” is left out")
            return None
        self.wider.append(clause)
        span = (min(wide[0], one.start), max(wide[1], one.end))
        self.tale.reworded(said, span, f" (“{self.document.text[slice(*wide)]}”)")
        return None

    def left_without(self, line: Line, said: Said) -> str | None:
        """What a claim is about, where a sentence says it of those without: "shops without lockers, too"."""
        if "without" not in line.words:
            return None
        entry = id(said.entry)
        if any("without" in text for text in self.evidence.texts[entry]):
            return None
        after = line.words[line.words.index("without") + 1 :][:2]
        return next((word for word in after if stem(word) in self.evidence.subject[entry]), None)

    def nearer(self, said: Said, line: Line) -> bool:
        """Whether a sentence is nearer to a usable claim with another number than to this entry."""
        own = max(
            ((share, count) for one, share, count in line.alike if one.entry is said.entry), default=(0.0, 0)
        )
        return any(
            (share, count) > own
            for one, share, count in line.alike
            if isinstance(one.entry, Claim) and self.tale.standing(one.entry) is Standing.USABLE
        )

    def said(self, one: Quantity) -> str:
        return self.document.text[one.start : one.end]

    def about(self, line: Line, said: Said) -> int:
        """How many content words a sentence shares with a claim or an offer; 0 when it is not about it.

        One is enough only where it is most of what the sentence says, or half of the approved text.
        """
        shared = len(line.stems & self.evidence.subject[id(said.entry)])
        if (
            shared >= 2
            or 2 * shared > len(line.stems)
            or 2 * len(line.stems & said.stems) >= len(said.stems) > 0
        ):
            return shared
        return 0

    def same_noun(self, one: Quantity, other: Quantity, said: Said) -> bool:
        if one.unit != "count" or one.noun == other.noun:
            return True
        return not one.noun or not other.noun or one.noun in said.stems

    def contradicted(self, one: Quantity, line: Line) -> bool:
        """`claims.contradicted`: a sentence that says a claim with another number."""
        best: tuple[float, Said, Quantity] | None = None
        if one.unit == "date":
            return False
        for said, share, _ in line.alike:
            # A few words of a long sentence in common are chance.
            if (
                self.tale.standing(said.entry) is not Standing.USABLE
                or len(line.stems) > 2 * len(said.stems) + 4
            ):
                continue
            for other in said.quantities:
                if other.unit != one.unit or (one.unit == "count" and one.noun != other.noun):
                    continue
                # The right number stands in the sentence as well: this one is about something else.
                if any(other.same(quantity) for quantity in line.quantities):
                    continue
                if best is None or share > best[0]:
                    best = (share, said, other)
        if best is None:
            return False
        _, said, other = best
        what = "claim" if isinstance(said.entry, Claim) else "offer"
        self.tale.tell(
            "claims.contradicted", (one.start, one.end), Severity.ERROR,
            f'This says “{self.said(one)}”, and {what} "{said.entry.id}" says: “{said.text}”',
            reference=self.tale.refer(said.entry, said.key),
            right=in_style(one, other.unit, other.value, self.document.text), safe=best[0] >= STATES,
        )  # fmt: skip
        return True
