"""Judges numbers that speak of an offer: its trial, its guarantee, its discount, its prices."""

from __future__ import annotations

from collections.abc import Callable

from copykit.checks.advice import in_style, plain_number
from copykit.checks.evidence import Entry, content
from copykit.checks.lines import Line
from copykit.checks.offers import Figure, figures_of, plan_at, price_is_told
from copykit.checks.quantities import Quantity
from copykit.checks.telling import Tale
from copykit.checks.vouching import Witness
from copykit.checks.widening import clause_of, dropped, widened
from copykit.findings import Severity
from copykit.guide.types import Standing

__all__ = ["Offering"]


class Offering:
    """What the guide's offers say in figures, held against the numbers of a document."""

    def __init__(self, tale: Tale, brief: Witness) -> None:
        self.tale = tale
        self.brief = brief
        self.figures = figures_of(tale.context.guide)

    def figure(
        self, one: Quantity, topic: str, line: Line, contradicted: Callable[[Quantity, Line], bool]
    ) -> Entry | bool:
        """Judges a number that speaks of an offer's trial, guarantee, discount or price.

        Gives back the offer that supports it, True when it was told as wrong, False when nothing is known.
        """
        figures = [figure for figure in self.figures.all if figure.key == topic]
        plan = plan_at(one, line.words, self.figures) if topic == "prices" else None
        if topic == "prices":
            figures = [
                figure
                for figure in figures
                if figure.price and (plan is None or figure.price.plan in (plan, None))
            ]
        if topic == "discount_percent":
            figures = [figure for figure in figures if self.is_off_the_same(figure, one, line)]
        equal = [
            figure for figure in figures if figure.unit == one.unit and abs(figure.value - one.value) < 1e-6
        ]
        for figure in equal:
            if self.stands(figure) is Standing.USABLE:
                return self.support(figure, one, line)
        if equal:
            self.tale.misused(equal[0].offer, self.stands(equal[0]), (one.start, one.end), key=equal[0].key)
            return True
        usable = [figure for figure in figures if self.stands(figure) is Standing.USABLE]
        if topic == "guarantee_days" and _MONEY.isdisjoint(line.words):
            # A ten-year guarantee on a roof is no money-back guarantee of another length.
            return False
        if topic == "prices":
            usable = [
                figure
                for figure in usable
                if (plan is not None and one.value)
                or (one.unit == figure.unit and price_is_told(one, line.words, figure))
            ]
            if plan is not None:
                told = [
                    word for word in line.words[max(0, one.first - 6) : one.last + 4] if word in _PRICE_WORDS
                ]
                usable = usable if told else []
            # "From $49" is held against the text that says from what, or against the lowest price.
            if usable and plan is None and contradicted(one, line):
                return True
            if not _FROM.isdisjoint(line.words[max(0, one.first - 4) : one.first]):
                usable = sorted(usable, key=lambda figure: figure.value)[:1]
        if not usable or (self.brief.holds(one, line, quiet=True) and topic == "prices"):
            return False
        self.wrong(one, usable, line)
        return True

    def is_off_the_same(self, figure: Figure, one: Quantity, line: Line) -> bool:
        """Whether a discount is off what the offer is off: "25% off garden tools" is none on lockers."""
        after = line.words[one.last : one.last + 6]
        end = next(
            (at for at, word in enumerate(after) if not word[0].isalpha() or word in _TURNS), len(after)
        )
        off = content(after[after.index("off") + 1 : end]) if "off" in after[:end] else frozenset[str]()
        evidence = self.tale.evidence
        ours = evidence.subject[id(figure.offer)] | evidence.names.world | _ANYTHING
        return not off or not off.isdisjoint(ours)

    def support(self, figure: Figure, one: Quantity, line: Line) -> Entry | bool:
        """Supports a figure, or tells that more is offered than the offer holds: a discount on everything."""
        text, offer = self.tale.document.text, figure.offer
        if figure.key != "prices":
            clause = clause_of(text, line.tokens, one.first, one.last)
            wide = widened(text, *clause, self.tale.evidence.texts[id(offer)])
            if wide is not None:
                said = next(said for said in self.tale.evidence.said if said.entry is offer)
                span = (min(wide[0], one.start), max(wide[1], one.end))
                self.tale.reworded(said, span, f" (“{text[slice(*wide)]}”)")
                return True
            limit = dropped(text[line.start : line.end], self.tale.evidence.texts[id(offer)])
            if limit is not None:
                said = next(said for said in self.tale.evidence.said if said.entry is offer)
                self.tale.reworded(said, (one.start, one.end), f": “{limit}” is left out")
                return True
        return self.tale.support(offer, one.start, one.end, figure.key)

    def stands(self, figure: Figure) -> Standing:
        standing = self.tale.standing(figure.offer)
        region = figure.price.region if figure.price else None
        if standing is Standing.USABLE and region and region != self.tale.context.region:
            return Standing.REGION
        return standing

    def wrong(self, one: Quantity, usable: list[Figure], line: Line) -> None:
        """`claims.contradicted`: a figure that differs from the offer's."""
        wanted = self.tale.context.brief.offer or self.tale.context.brief.product
        figure = next(
            (one for one in usable if wanted and (one.offer.id == wanted or wanted in one.offer.products)),
            usable[0],
        )
        text = self.tale.document.text
        right = in_style(one, figure.unit, figure.value, text)
        # With the right figure the sentence is about the offer, to whose last day its dates are then held.
        dated = any(other.unit == "date" for other in line.quantities)
        sure = len({(figure.unit, figure.value) for figure in usable}) == 1 and not dated
        unit = _SAID[figure.key].format(_told(figure))
        self.tale.tell(
            "claims.contradicted", (one.start, one.end), Severity.ERROR,
            f'This says “{text[one.start : one.end]}”, and offer "{figure.offer.id}" has {unit}.',
            reference=self.tale.refer(figure.offer, figure.key),
            right=right, safe=sure,
        )  # fmt: skip


_FROM = frozenset("from start starts starting".split())
_MONEY = frozenset("money refund refunds refunded refundable money-back".split())
_TURNS = frozenset("until till before when if for in with and by from at on through".split())
# Off what any offer may be said to be.
_ANYTHING = frozenset("order bill price everything anything purchase basket first month year".split())
_PRICE_WORDS = frozenset(
    "cost costs price priced prices pay pays from only just for at start starts per a month year is".split()
)
_SAID = {
    "trial_days": "a trial of {} days",
    "guarantee_days": "a guarantee of {} days",
    "discount_percent": "{} % off",
    "prices": "a price of {}",
}


def _told(figure: Figure) -> str:
    if figure.price:
        return f"{plain_number(figure.value)} {figure.price.currency} per {figure.price.per}"
    return plain_number(figure.value / figure_scale(figure))


def figure_scale(figure: Figure) -> float:
    """What one day or one percent is worth in the figure's unit."""
    return 86400 if figure.unit == "time" else 1
