"""Holds sentences against the facts of the brief."""

from __future__ import annotations

from copykit.checks.advice import in_style
from copykit.checks.evidence import reference_to, vouched_by
from copykit.checks.lines import Line
from copykit.checks.quantities import Quantity
from copykit.checks.telling import Fact, Tale
from copykit.findings import Severity

__all__ = ["Witness"]


class Witness:
    """What the brief vouches for.

    Attributes:
        vouched: the sentences of the brief that hold something checkable.
    """

    def __init__(self, tale: Tale) -> None:
        self.tale = tale
        self.vouched = vouched_by(tale.context.brief)

    def holds(self, one: Quantity, line: Line, *, quiet: bool = False) -> bool:
        """Whether the brief vouches for a number, or it is from the reader's own world."""
        for vouched in self.vouched:
            if not any(one.same(other) for other in vouched.quantities):
                continue
            if line.stems & vouched.stems or not line.stems or vouched.key == "observation":
                if not quiet and vouched.key != "observation":
                    self.tale.facts.append(
                        Fact(one.start, one.end, reference_to(self.tale.context.brief, vouched))
                    )
                return True
        return False

    def denies(self, one: Quantity, line: Line) -> bool:
        """`claims.contradicted`: a fact of the brief, told with another number."""
        if one.unit in ("date", "clock"):
            return False
        for vouched in self.vouched:
            shared = len(line.stems & vouched.stems)
            if vouched.key != "facts" or shared < 2 or 3 * shared < 2 * len(line.stems):
                continue
            others = [
                other for other in vouched.quantities if other.unit == one.unit and other.noun == one.noun
            ]
            if not others or any(other.same(quantity) for other in others for quantity in line.quantities):
                continue
            self.tale.tell(
                "claims.contradicted", (one.start, one.end), Severity.ERROR,
                f"This says “{self.tale.document.text[one.start : one.end]}”, and the brief says:"
                f" “{vouched.text}”",
                reference=reference_to(self.tale.context.brief, vouched),
                right=in_style(one, others[0].unit, others[0].value, self.tale.document.text),
            )  # fmt: skip
            return True
        return False

    def whole(self, line: Line) -> None:
        """Notes a sentence that says a fact of the brief that holds no figure."""
        for vouched in self.vouched:
            if vouched.quantities or vouched.lexemes or len(vouched.stems) < 2:
                continue
            if len(line.stems & vouched.stems) >= 0.9 * len(vouched.stems):
                end = line.tokens[-1].end
                self.tale.facts.append(Fact(line.start, end, reference_to(self.tale.context.brief, vouched)))
