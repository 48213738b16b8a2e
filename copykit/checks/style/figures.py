"""Reads the figures of a page once, and tells a date from a price from a telephone number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

__all__ = ["MONTHS", "Figure", "read_figures"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)


class Figure(NamedTuple):
    """One figure with all that belongs to it.

    Attributes:
        kind: "date" (with `order` in `parts`), "numeric date", "time", "phone", "money", "percent",
            "ordinal", "range", "version", "measure", "plain" or "other".
        start: first code point, the sign of a currency or a month's name included.
        digits: where the first digit stands.
        number: the figure itself, as written.
        parts: what the kind's rule needs, by position.
    """

    kind: str
    start: int
    end: int
    digits: int
    number: str
    parts: tuple[str, ...] = ()


_RUN = re.compile(r"\d")
# No number that anybody writes is longer; without bounds a hostile text would cost its square.
_NUMBER = re.compile(r"\d{1,40}(?:[,.\u202f]\d{1,20}){0,12}")
_WORDLIKE = re.compile(r"[\w.-]")
_PHONE = re.compile(
    r"\+?(?:\d{1,3}[ .-]?)?\(0?\d{2,5}\)[ .-]?\d{2,5}(?:[ .-]\d{2,5}){0,3}|\+?\d{1,5}(?:[ .-]\d{2,5}){1,4}"
)
_NUMERIC_DATE = re.compile(r"(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?![\w/-]|\.\d)")
_VERSION = re.compile(r"\d{1,20}(?:\.\d{1,20}){2,12}")
_CLOCK = re.compile(
    r"(\d{1,2})(?:([:.])(\d{2}))?(\s?)(a\.m\.|p\.m\.|am|pm|A\.M\.|P\.M\.|AM|PM|a\.m|p\.m)(?![\w])"
    r"|([01]?\d|2[0-3])(:)([0-5]\d)(?![\w:])"
)
_OPENS_HOURS = re.compile(r"(?<![\w:.])\d{1,2}(?::\d{2})?\s?(?:[ap]m|[AP]M|[ap]\.m\.)?-\Z")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})(st|nd|rd|th)?( of)? ({_MONTH})\b(\.?)(?:(,? )(\d{{4}})\b)?")
_MONTH_BEFORE = re.compile(rf"\b({_MONTH})(\.?) (?:the )?\Z")
_DAY = re.compile(r"(\d{1,2})(st|nd|rd|th)?\b(?:(,? )(\d{4})\b)?(?![:.,]?\d|\s?%)")
_SIGN = re.compile(r"((?:US|CA|A|NZ|C|HK)?[$£€¥])( ?)\Z")
_SIGNS = frozenset("$£€¥")
_CODE_BEFORE = re.compile(r"\b(USD|GBP|EUR|CAD|AUD|NZD|CHF|JPY)(\s)\Z")
_MONEY_AFTER = re.compile(r"\s(USD|GBP|EUR|CAD|AUD|NZD|CHF|JPY|dollars?|pounds?|euros?)\b")
# "It costs 75 pounds": money beyond doubt.
_PAID = re.compile(
    r"\b(?:costs?|costing|pays?|paid|paying|prices?|priced|worth|spen[dt]|spending|charges?|charged|fees?|fines?"
    r"|budget|owes?|owed|refund(?:ed)?|earn(?:ed|s)?|rent|deposit)"
    r"(?: (?:you|us|them|just|only|about|at|of|is|was|from|up|to|an|the|a|over|under)){0,3} \Z",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(\s?)(%|percent\b|per cent\b)")
_ORDINAL = re.compile(r"(\d{1,12})(st|nd|rd|th)\b")
_RANGE = re.compile(r"(\s?[-–—]\s?|\sto\s)(\d{1,12}(?:[,.]\d{1,6}){0,4})(?![\w-])")
# What is measured keeps its figures: lengths, weights, volumes, heat, data, angles, money's millions.
_UNIT = re.compile(
    r"[ \xa0-]?(?:mm|cm|m|km|in|ft|yd|mi|mph|g|kg|mg|lb|lbs|oz|ml|l|cl|gal|kB|KB|MB|GB|TB|px|pt|kW|W|V|A|Hz"
    r"|GHz|°[CF]?"
    r"|degrees?|inch(?:es)?|feet|foot|yards?|miles?|met(?:re|er)s?|kilomet(?:re|er)s?|centimet(?:re|er)s?"
    r"|millimet(?:re|er)s?|grams?|kilos?|kilograms?|pounds?|ounces?|lit(?:re|er)s?|millilit(?:re|er)s?"
    r"|gallons?"
    r"|gigabytes?|megabytes?|terabytes?|pixels?|acres?|hectares?|calories|kcal|cups?|tsp|tbsp|teaspoons?"
    r"|tablespoons?"
    r"|seconds?|minutes?|hours?|million|billion|trillion|thousand|points?|stars?)\b(?!['’])|[xX×]\b|[′″\"°]"
)
_AGE = re.compile(r"[ -](?:years? old|year-olds?|years-old|months? old|month-old)\b")
_RATIO = re.compile(r"\s(?:out of|of|in|by)\s(?:the )?\d|[:/]\d")
_RATIO_BEFORE = re.compile(r"\d\s(?:out of|of|in|by)\s(?:the )?\Z|\d[:/]\Z")
# A word after which a figure is a name: step 3, version 2, page 7.
_LABEL = re.compile(
    r"\b(?:step|page|pages|chapter|version|level|phase|section|figure|fig\.|table|no\.|nos\.|number|type|tier"
    r"|grade|route"
    r"|part|play|volume|vol\.|room|suite|unit|apt\.|line|day|week|month|year|round|question|item|option"
    r"|article|rule|tip"
    r"|appendix|gate|platform|stage|act|scene|lesson|module|class|group|zone|size|age|aged|ages|channel|exit"
    r"|floor"
    r"|track|episode|season|verse|row|seat|bay|key|press|dial|text|equals|score|scored|rated|rating|minus"
    r"|plus|times"
    r"|ratio|area|highway|interstate|form|note|paragraph|clause|point|slide|batch|lot|shift|aisle|shelf|box"
    r"|bin)s?[ \xa0]\Z",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"([A-Z][\w’'-]*)[ \xa0]\Z")


def read_figures(text: str) -> Sequence[Figure]:
    """The figures of a text in order, each claimed once: the month of a date is a part of its figure."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[Figure]:
    done = 0
    for match in _RUN.finditer(text):
        start = match.start()
        if start < done:
            continue
        figure = _figure(text, start, done)
        done = max(figure.end, start + 1)
        yield figure


def _figure(text: str, at: int, floor: int) -> Figure:
    number = _NUMBER.match(text, at)
    said = number.group() if number else text[at]
    end = at + len(said)
    low = max(floor, at - 24)

    def made(kind: str, stop: int, *parts: str, begin: int = at) -> Figure:
        return Figure(kind, begin, stop, at, said, parts)

    before = text[at - 1 : at]
    if (found := _NUMERIC_DATE.match(text, at)) and not before.isalnum():
        return made("numeric date", found.end())
    if (
        before.isalpha()
        or before in ("#", "_")
        or (before in ("-", "/", ".") and text[at - 2 : at - 1].isalnum() and not _ends_hours(text, at))
    ):
        # A part of a name or a code: A4, COVID-19, #3, 2.1.
        stop = end
        while stop < len(text) and stop < end + 40 and (text[stop].isalnum() or text[stop] in "_-"):
            stop += 1
        return made("other", stop)
    if (phone := _phone(text, at, floor)) is not None:
        return made("phone", phone[1], begin=phone[0])
    if (found := _VERSION.match(text, at)) or before in ("v", "V"):
        return made("version", found.end() if found else end)
    if found := _CLOCK.match(text, at):
        hour, dot, minutes, space, half = found.group(1, 2, 3, 4, 5)
        if half is None:
            hour, dot, minutes, space, half = found.group(6), found.group(7), found.group(8), "", ""
        if int(hour) <= 24:
            return made("time", found.end(), hour, dot or "", minutes or "", space or "", half or "")
    if found := _DAY_FIRST.match(text, at):
        day, ending, of, month, dot, comma, year = found.groups()
        return made(
            "date", found.end(), "day", day, ending or "", month, dot, comma or "", year or "", of or ""
        )
    # Nothing in small letters alone is a month.
    if before == " " and not text[low:at].islower() and (found := _MONTH_BEFORE.search(text, low, at)):
        day_found = _DAY.match(text, at)
        # "In May. 14 of us": a stop behind a whole name ends the sentence.
        if found.group(2) and found.group(1) in MONTHS:
            return _amount(text, at, end, low, said)
        if day_found and 1 <= int(day_found.group(1)) <= 31:
            day, ending, comma, year = day_found.groups()
            return made(
                "date", day_found.end(), "month", day, ending or "", found.group(1), found.group(2),
                comma or "", year or "", begin=found.start(),
            )  # fmt: skip
        return made("other", end, begin=found.start())
    return _amount(text, at, end, low, said)


def _ends_hours(text: str, at: int) -> bool:
    """Whether a time of day closes a range: the second of 9am-5pm."""
    found = _CLOCK.match(text, at) if text[at - 1] == "-" else None
    if found is None or found.group(5) is None:
        return False
    return _OPENS_HOURS.search(text, max(0, at - 12), at) is not None


def _amount(text: str, at: int, end: int, low: int, said: str) -> Figure:
    """Money, shares, ordinals, ranges, measures and plain counts."""

    def made(kind: str, stop: int, *parts: str, begin: int = at) -> Figure:
        return Figure(kind, begin, stop, at, said, parts)

    near = text[max(low, at - 2) : at]
    if not _SIGNS.isdisjoint(near) and (found := _SIGN.search(text, low, at)):
        if span := _RANGE.match(text, end):
            return made("range", span.end(), span.group(1), span.group(2), "", "", begin=found.start())
        return made("money", end, "sign", found.group(1), begin=found.start())
    if near[:1].isupper() and near[-1:].isspace() and (found := _CODE_BEFORE.search(text, low, at)):
        return made("money", end, "before", found.group(1), begin=found.start())
    if found := _MONEY_AFTER.match(text, end):
        weighs = found.group(1).startswith("pound") and "." not in said
        if weighs and (text.startswith(" of ", found.end()) or not _PAID.search(text, max(0, at - 24), at)):
            return made("measure", found.end())  # weight or money: nobody can tell
        return made("money", found.end(), "after", found.group(1))
    if found := _PERCENT.match(text, end):
        return made("percent", found.end(), found.group(1), found.group(2))
    if found := _ORDINAL.match(text, at):
        return made("ordinal", found.end(), found.group(1), found.group(2))
    if found := _RANGE.match(text, end):
        after = found.end()
        unit = _PERCENT.match(text, after)
        return made(
            "range",
            unit.end() if unit else after,
            found.group(1),
            found.group(2),
            unit.group(2) if unit else "",
            unit.group(1) if unit else "",
        )
    if _UNIT.match(text, end) or _AGE.match(text, end) or _RATIO.match(text, end):
        return made("measure", end)
    following = text[end : end + 1]
    if following.isalpha() or following == "_" or not said.replace(",", "").replace("\u202f", "").isdigit():
        stop = end
        while stop < len(text) and stop < end + 40 and text[stop].isalnum():
            stop += 1
        return made("other", stop)
    if _LABEL.search(text, max(0, at - 24), at) or _RATIO_BEFORE.search(text, max(0, at - 14), at):
        return made("other", end)
    return made("plain", end)


def _phone(text: str, at: int, floor: int) -> tuple[int, int] | None:
    begin = at
    while begin > floor and begin > at - 2 and text[begin - 1] in "+(":
        begin -= 1
    found = _PHONE.match(text, begin)
    if not found:
        return None
    said = found.group().rstrip(" .-")
    digits = sum(letter.isdigit() for letter in said)
    groups = re.split(r"\D+", said.strip("+()"))
    sure = (
        said[0] in "+("
        or said[0] == "0"
        or [len(group) for group in groups] in ([3, 3, 4], [3, 4], [1, 3, 3, 4])
    )
    if not 7 <= digits <= 15 or not sure or text[found.end() : found.end() + 1].isalnum():
        return None
    if "." in said and "-" not in said and said[0] not in "+(" and len(groups) == 2:
        return None  # a decimal
    return begin, begin + len(said)
