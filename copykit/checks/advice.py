"""What checks of statements say, and how they write a number in the style of the one that it replaces."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from copykit.checks.context import Context
from copykit.checks.quantities import Quantity
from copykit.checks.statement_rules import Kind
from copykit.findings import Severity
from copykit.guide import Guide
from copykit.guide.types import Claim, Offer, Standing

__all__ = ["PROOF", "STANDINGS", "dated", "in_style", "plain_number", "why_not"]

PROOF: Mapping[Kind, str] = {
    "number": (
        "Nothing in the guide or the brief holds this number. Add a claim with its source, or take it out."
    ),
    "promise": (
        "Nothing in the guide or the brief holds this promise. Add a claim with its source, or take it out."
    ),
    "superlative": (
        "Nothing in the guide proves this superlative. Say what you can show, or add a claim with its source."
    ),
    "comparison": (
        "Nothing in the guide proves this comparison. Say what you do yourself, or add a claim that names"
        " what was"
        " compared, how and when."
    ),
    "guarantee": (
        "No offer in the guide gives this guarantee. Add it to the offers with its days, or take it out."
    ),
    "certificate": (
        "The guide holds no certificate or endorsement of this kind. Add a claim with who gave it and when,"
        " or take it out."
    ),
    "endorsement": (
        "The guide holds no leave and no claim for this endorsement. Add a story with the customer's"
        " permission, or a claim"
        " with who said it and when, or take it out."
    ),
    "green": (
        "A green claim has to be specific and proven. Say what the thing is made of and what happens to it,"
        " with a claim"
        " that holds the test or certificate."
    ),
    "health": (
        "A health or nutrition claim needs its own proof, and in many places a licence. Add a claim, or"
        " take it out."
    ),
}

STANDINGS: Mapping[Standing, str] = {
    Standing.EXPIRED: "expired",
    Standing.NOT_YET: "not-yet",
    Standing.WITHDRAWN: "withdrawn",
    Standing.REGION: "region",
    Standing.CHANNEL: "channel",
    Standing.AUDIENCE: "audience",
}
_SOFT = (Standing.CHANNEL, Standing.AUDIENCE)

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen"
    " eighteen nineteen twenty"
).split()


def dated(day: date, guide: Guide) -> str:
    """A day as the brand writes it: "October 31, 2026" or "31 October 2026"."""
    if guide.brand.language == "en-US":
        return f"{day:%B} {day.day}, {day.year}"
    return f"{day.day} {day:%B} {day.year}"


def severity_of(standing: Standing, *, own: bool) -> Severity:
    """How grave it is to use what may not be used."""
    return Severity.WARNING if standing in _SOFT and not own else Severity.ERROR


def why_not(entry: Claim | Offer, standing: Standing, context: Context) -> str:
    """A sentence that says why a claim or an offer may not be used here."""
    what = f'{"claim" if isinstance(entry, Claim) else "offer"} "{entry.id}"'
    if standing is Standing.EXPIRED and entry.valid_to:
        verb = "could be used until" if isinstance(entry, Claim) else "ended on"
        return f"This is {what}, which {verb} {dated(entry.valid_to, context.guide)}."
    if standing is Standing.NOT_YET and entry.valid_from:
        return f"This is {what}, which may be used from {dated(entry.valid_from, context.guide)} on."
    if standing is Standing.WITHDRAWN and isinstance(entry, Claim):
        return f"This is {what}, which was withdrawn{': ' + entry.reason if entry.reason else '.'}"
    if standing is Standing.REGION:
        regions = ", ".join(entry.regions)
        return f"This is {what}, which is for {regions} only, and this copy is for {context.region}."
    if standing is Standing.CHANNEL:
        return (
            f"This is {what}, which may stand in {', '.join(entry.channels)} only, not in {context.channel}."
        )
    audiences = entry.audiences if isinstance(entry, Claim) else []
    return f"This is {what}, which is for {', '.join(audiences)} only."


def plain_number(value: float) -> str:
    """A number as it is written: 1,400 or 2.60 or 14."""
    if abs(value - round(value)) < 1e-6:
        return f"{round(value):,}"
    text = f"{value:,.2f}"
    return text if len(f"{value:.4f}".rstrip("0").partition(".")[2]) > 1 else text.rstrip("0")


def in_style(written: Quantity, unit: str, value: float, text: str) -> tuple[int, int, str] | None:
    """The span to replace and its replacement, so that a quantity says another value.

    Args:
        written: the quantity as it stands.
        unit: the unit of the right value, as in `Quantity`.
        value: the right value.
        text: the text that it stands in.

    Returns:
        None where the two can't be written alike.
    """
    said = text[written.start : written.end]
    # "Three pounds ninety": the coin stands inside the number.
    if unit.startswith("money:") and written.number == (written.start, written.end):
        return None
    if unit == written.unit:
        number = value / written.scale
        whole = abs(number - round(number)) < 1e-6
        singular = abs(written.value / written.scale - 1) < 1e-6
        plural_changes = written.unit in ("time", "months", "workdays") and singular and "-" not in said
        if (whole or unit != "time") and not plural_changes and not written.about:
            as_word = written.word and whole and round(number) < len(_WORDS)
            new = _WORDS[round(number)] if as_word else plain_number(number)
            if unit.startswith("money:") and "." in text[slice(*written.number)] and whole:
                new += ".00"
            if text[written.number[0]].isupper():
                new = new[0].upper() + new[1:]
            return *written.number, new
        if unit == "percent":
            return written.start, written.end, f"{plain_number(value)}%"
    if unit == "time" and value % 86400 == 0:
        days = round(value / 86400)
        new = f"{days}-day" if "-" in said else f"{days} day{'' if days == 1 else 's'}"
        return written.start, written.end, new
    return None


def day_in_style(written: Quantity, day: date, text: str) -> tuple[int, int, str]:
    """The span of a date and another date in the same order, with a year where one stood."""
    said = text[written.start : written.end]
    year = said[-4:].isdecimal()
    if said[0].isdecimal():
        new = f"{day.day} {day:%B}{f' {day.year}' if year else ''}"
    else:
        new = f"{day:%B} {day.day}{f', {day.year}' if year else ''}"
    return written.start, written.end, new
