"""Dates, times of day and time zones that a brand has decided on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from copykit.checks.style.figures import MONTHS, Figure
from copykit.checks.style.page import Page, Rule
from copykit.findings import Finding, Severity

__all__ = ["CALENDAR"]

_FULL: Mapping[str, str] = {month[:3].lower(): month for month in MONTHS}
_SPLIT = re.compile(r"[/.-]")


def check_dates(page: Page) -> Iterator[Finding]:
    """`style.dates`: a date in another order, with another comma, or all in figures."""
    wanted = str(page.style.dates)
    month_first = wanted.startswith("Sept")
    for figure in page.figures:
        if figure.kind == "numeric date":
            if page.is_short(figure.start) or not page.is_ours(figure.start, figure.end):
                continue
            made = _from_figures(page, figure, month_first, wanted)
            yield page.told(
                "dates", figure.start, figure.end,
                f"Readers differ over which figure is the month: write the date like “{wanted}”.", fix=made,
                safe=made is not None and figure.number[:1] != "0" and len(figure.number) > 4,
            )  # fmt: skip
        elif figure.kind == "date":
            yield from _order(page, figure, month_first, wanted)


def _order(page: Page, figure: Figure, month_first: bool, wanted: str) -> Iterator[Finding]:
    order, day, _, month, dot, comma, year, *of = figure.parts
    right = ("month" if month_first else "day") == order
    comma_right = not year or comma.startswith(",") == month_first
    said = _month(page, figure, month, dot, wanted)
    end, named = figure.end, f"{month}{dot}"
    # "We met on 30 Sept.": the stop behind it closes the sentence.
    if order == "day" and dot and not year and (month in MONTHS or _closes(page, end)):
        end, named = end - 1, month
    if (right and comma_right and said == named) or not page.is_ours(figure.start, figure.end):
        return
    # "the 30th of September" is how one speaks; its ordinal is another switch's matter.
    if of and of[0] and not year:
        return
    if month_first:
        made = f"{said} {int(day)}" + (f", {year}" if year else "")
    else:
        made = f"{int(day)} {said}" + (f" {year}" if year else "")
    bare = not page.text[max(0, figure.start - 4) : figure.start].lower().endswith("the ")
    yield page.told(
        "dates", figure.start, end, f"We write dates like “{wanted}”: {made}.", fix=made, safe=bare,
        severity=Severity.WARNING if not right else Severity.SUGGESTION,
    )  # fmt: skip


# In house styles that shorten months, these stand in full: "May 3", "June 3".
_KEPT = frozenset(("March", "April", "May", "June", "July"))


def _month(page: Page, figure: Figure, month: str, dot: str, wanted: str) -> str:
    """A month as the brand writes it beside a day; as it stands where there is no room for the long form."""
    full = _FULL[month[:3].lower()]
    made = _as_wanted(full, wanted)
    return f"{month}{dot}" if made == full != month and page.is_short(figure.start) else made


def _as_wanted(full: str, wanted: str) -> str:
    if wanted.startswith(("September", "30 September")) or full in _KEPT:
        return full
    short = "Sept" if full == "September" else full[:3]
    return f"{short}." if "." in wanted else short


def _from_figures(page: Page, figure: Figure, month_first: bool, wanted: str) -> str | None:
    """The date in words, where the order of its figures can't be mistaken."""
    said = page.text[figure.start : figure.end]
    parts = [int(part) for part in _SPLIT.split(said)]
    if parts[0] > 31:
        year, month, day = parts
    elif parts[2] < 100:
        return None
    else:
        first, second, year = parts
        # 10/22: only one of the two can be a month; 10/02 is read as the brand's country reads it.
        if first > 12 >= second:
            day, month = first, second
        elif second > 12 >= first:
            day, month = second, first
        else:
            day, month = (second, first) if page.american else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    name = _as_wanted(MONTHS[month - 1], wanted)
    return f"{name} {day}, {year}" if month_first else f"{day} {name} {year}"


def check_date_ordinals(page: Page) -> Iterator[Finding]:
    """`style.date-ordinals`: “30th September” where the brand writes “30 September”, or the other way."""
    wanted = page.style.date_ordinals
    for figure in page.figures:
        if figure.kind != "date":
            continue
        _, day, ending, *_ = figure.parts
        if len(figure.parts) > 7 and figure.parts[7]:
            if not wanted:
                yield from _of_month(page, figure)
            continue
        if bool(ending) == wanted:
            continue
        start = figure.digits
        end = start + len(day) + len(ending)
        if not page.is_ours(figure.start, figure.end):
            continue
        if wanted:
            made = f"{int(day)}{_ending(int(day))}"
            advice = f"We write days with their ending: {made}."
        else:
            made = str(int(day))
            advice = f"We write the day without an ending: {made}."
        bare = not page.text[max(0, figure.start - 4) : figure.start].lower().endswith("the ")
        yield page.told(
            "date_ordinals", start, end, advice, fix=made, safe=bare, severity=Severity.SUGGESTION
        )


def _of_month(page: Page, figure: Figure) -> Iterator[Finding]:
    """“The 5th of April”, but for the Fourth of July, which is the name of a day."""
    _, day, ending, month, dot, _, year, _ = figure.parts
    if (month, int(day)) == ("July", 4) or not ending or not page.is_ours(figure.start, figure.end):
        return
    start, end = figure.start, figure.end - (1 if dot and not year else 0)
    if page.folded[max(0, start - 4) : start] == "the ":
        start -= 4
    full = _FULL[month[:3].lower()]
    if str(page.style.dates).startswith("Sept") or (page.style.dates is None and page.american):
        made = f"{full} {int(day)}" + (f", {year}" if year else "")
    else:
        made = f"{int(day)} {full}" + (f" {year}" if year else "")
    yield page.told(
        "date_ordinals", start, end, f"We write the day without an ending: {made}.", fix=made,
        severity=Severity.SUGGESTION,
    )  # fmt: skip


def _ending(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


# ── times ───────────────────────────────────────────────────────────────────────────────────────────

# What stands between the hour and its half of the day, and how the halves are written.
_HALVES: Mapping[str, tuple[str, str, str]] = {
    "9 a.m.": (" ", "a.m.", "p.m."),
    "9 am": (" ", "am", "pm"),
    "9am": ("", "am", "pm"),
    "9 AM": (" ", "AM", "PM"),
    "9AM": ("", "AM", "PM"),
}


_AT = re.compile(
    r"\b(?:at|by|from|until|till|to|between|before|after|around|about|since|is|it's)\s\Z|\d\s?[–-]\s?\Z"
)


def check_times(page: Page) -> Iterator[Finding]:
    """`style.times`: a time of day in another form than the brand's."""
    wanted = str(page.style.times)
    for figure in page.figures:
        if figure.kind != "time" or not page.is_ours(figure.start, figure.end):
            continue
        hour, dot, minutes, _, half = figure.parts
        made = _time(hour, dot, minutes, half, wanted)
        end = figure.end
        if page.text[figure.start : end] == made:
            continue
        if not half and not _AT.search(page.folded, max(0, figure.start - 10), figure.start):
            continue  # a ratio, a verse, a length
        if not half and 1 <= int(hour) <= 12 and wanted != "09:00":
            yield page.told(
                "times", figure.start, end, f"Morning or evening? We write times like “{wanted}”.",
                severity=Severity.SUGGESTION,
            )  # fmt: skip
            continue
        if made.endswith(".") and page.text[end : end + 1] == "." and half:
            end += 1  # the stop of a sentence is the abbreviation's too
        safe = (bool(half) and "." not in half) or wanted == "09:00" or half.endswith(".")
        if half.endswith(".") and not made.endswith(".") and _closes(page, end):
            made += "."
        # A stop that comes or goes before a line end may part sentences or join them.
        stops = page.text[end - 1 : end] == "." or page.text[end : end + 1] == "."
        safe = safe and (stops == made.endswith(".") or _GOES_ON.match(page.text, end) is not None)
        yield page.told(
            "times", figure.start, end, f"We write times like “{wanted}”.", fix=made, safe=safe,
            severity=Severity.SUGGESTION,
        )  # fmt: skip


_GOES_ON = re.compile(r"[ \xa0]*[a-z0-9,;:)]")


def _closes(page: Page, end: int) -> bool:
    """Whether a stop before an offset ended the sentence too."""
    rest = page.text[end : end + 3].lstrip("”\"' \n\xa0")
    return not rest or rest[:1].isupper()


def _time(hour: str, dot: str, minutes: str, half: str, wanted: str) -> str:
    value = int(hour)
    afternoon = half[:1].lower() == "p" if half else value >= 12
    if wanted == "09:00":
        if half:
            value = value % 12 + (12 if afternoon else 0)
        return f"{value:02d}:{minutes or '00'}"
    gap, morning, evening = _HALVES[wanted]
    if not half:
        value = value % 12 or 12
    tail = f"{dot or ':'}{minutes}" if minutes else ""
    if not half and minutes == "00":
        tail = ""
    return f"{value}{tail}{gap}{evening if afternoon else morning}"


def check_zero_minutes(page: Page) -> Iterator[Finding]:
    """`style.zero-minutes`: “9:00 a.m.” where the brand writes “9 a.m.”, or the other way round."""
    wanted = page.style.zero_minutes
    for figure in page.figures:
        if figure.kind != "time":
            continue
        hour, _, minutes, _, half = figure.parts
        if not half or not page.is_ours(figure.start, figure.end):
            continue
        after = figure.start + len(hour)
        if minutes == "00" and not wanted:
            yield page.told(
                "zero_minutes", figure.start, after + 3, f"A full hour needs no minutes: {hour}.", fix=hour,
                safe=True, severity=Severity.SUGGESTION,
            )  # fmt: skip
        elif not minutes and wanted:
            yield page.told(
                "zero_minutes", figure.start, after, f"We give a full hour its minutes: {hour}:00.",
                fix=f"{hour}:00", safe=True, severity=Severity.SUGGESTION,
            )  # fmt: skip


# The same zone by other names; a word for a zone stands for summer and winter.
_ZONES = (
    ("ET", "EST", "EDT", "Eastern time", "Eastern Time"),
    ("CT", "CST", "CDT", "Central time", "Central Time"),
    ("MT", "MST", "MDT", "Mountain time", "Mountain Time"),
    ("PT", "PST", "PDT", "Pacific time", "Pacific Time"),
    ("GMT", "BST", "UK time"),
    ("CET", "CEST"),
)
_ZONE = re.compile(
    r"\s\(?([ECMP][SD]?T|[ECMP]astern [Tt]ime|Eastern [Tt]ime|Central [Tt]ime|Mountain [Tt]ime|Pacific"
    r" [Tt]ime|GMT|BST"
    r"|UK time|CES?T|UTC|AEST|AEDT|IST|JST)\b"
)


def check_time_zones(page: Page) -> Iterator[Finding]:
    """`style.time-zones`: a time zone after a time by another name than the brand's."""
    allowed = page.style.time_zones
    for figure in page.figures:
        if figure.kind != "time":
            continue
        found = _ZONE.match(page.text, figure.end)
        if not found or found.group(1) in allowed or not page.is_ours(*found.span(1)):
            continue
        said = found.group(1)
        group = next((zones for zones in _ZONES if said in zones), ())
        right = next((zone for zone in allowed if zone in group), None)
        listed = " or ".join(allowed)
        yield page.told(
            "time_zones", *found.span(1), f"We write {right or listed} for the time zone.", fix=right,
            safe=right is not None, severity=Severity.SUGGESTION,
        )  # fmt: skip


CALENDAR: dict[str, Rule] = {
    "dates": check_dates,
    "date_ordinals": check_date_ordinals,
    "times": check_times,
    "zero_minutes": check_zero_minutes,
    "time_zones": check_time_zones,
}
