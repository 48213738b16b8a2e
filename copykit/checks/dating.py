"""Holds the dates and years of a sentence against an offer's last day and an approved text's year."""

from __future__ import annotations

from collections.abc import Sequence

from copykit.checks.advice import dated, day_in_style
from copykit.checks.evidence import Entry, Said
from copykit.checks.lines import Line, years
from copykit.checks.telling import Tale
from copykit.findings import Severity
from copykit.guide.types import Offer

__all__ = ["deadlines", "other_year"]

_UNTIL = frozenset("by until till before through ends end offer to including of on".split())
# What stands beside a figure that is somebody's finding.


def deadlines(line: Line, supported: Sequence[Entry], tale: Tale) -> None:
    """`claims.contradicted`: an offer with another last day than its deadline."""
    dates = [one for one in line.quantities if one.unit == "date"]
    offers = [entry for entry in supported if isinstance(entry, Offer) and entry.deadline]
    if not dates or not offers:
        return
    offer = offers[0]
    days = [day for day in (offer.deadline, offer.valid_from, offer.valid_to) if day]
    for one in dates:
        before = line.words[max(0, one.first - 5) : one.first]
        if (
            not _UNTIL.isdisjoint(before)
            and offer.deadline
            and all(one.value != 100 * day.month + day.day for day in days)
        ):
            tale.tell(
                "claims.contradicted", (one.start, one.end), Severity.ERROR,
                f"This says “{tale.document.text[one.start : one.end]}”,"
                f' and the last day of offer "{offer.id}" is'
                f" {dated(offer.deadline, tale.context.guide)}.",
                reference=tale.refer(offer, "deadline"),
                right=day_in_style(one, offer.deadline, tale.document.text), safe=True,
            )  # fmt: skip


def other_year(line: Line, said: Said, tale: Tale) -> bool:
    """`claims.contradicted`: an award or the like of another year than the approved one."""
    ours = years(said.words)
    theirs = [token for token in line.tokens if years([token.text])]
    if not ours or not theirs or any(token.text in ours for token in theirs) or said.quantities:
        return False
    tale.tell(
        "claims.contradicted", (theirs[0].start, theirs[0].end), Severity.ERROR,
        f'This says “{theirs[0].text}”, and claim "{said.entry.id}" says: “{said.text}”',
        reference=tale.refer(said.entry, said.key),
    )  # fmt: skip
    return True
