"""Ranges of figures, hours, days and months with the sign between their ends that a brand has decided on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copykit.checks.style.figures import Figure
from copykit.checks.style.page import Page, Rule
from copykit.findings import Finding, Severity

__all__ = ["RANGES"]

_BETWEEN = {"en dash": "–", "hyphen": "-", "to": " to "}
_SIGNS = {"en dash": "an en dash (10–15)", "hyphen": "a hyphen (10-15)", "to": "the word “to”"}
_FROM = re.compile(r"\b(from|between)\s[$£€]?\Z", re.IGNORECASE)


def check_ranges(page: Page) -> Iterator[Finding]:
    """`style.ranges`: a range of figures with another sign between them than the brand's."""
    wanted = page.style.ranges
    text = page.text
    yield from _named_ranges(page, str(wanted))
    for figure in page.figures:
        if figure.kind == "time":
            yield from _hours(page, figure, str(wanted))
        if figure.kind != "range":
            continue
        sign, last, *_ = figure.parts
        first = figure.number.replace(",", "")
        # Scores, codes and ZIP+4 don't rise, or not like this.
        if sign.strip() != "to" and not _rises(first, last.replace(",", "")):
            continue
        start = figure.digits + len(figure.number)
        end = start + len(sign)
        if not page.is_ours(figure.start, figure.end):
            continue
        opened = _FROM.search(text, max(0, figure.digits - 10), figure.digits)
        if sign.strip() == "to":
            continue  # it is right in running text, whatever the sign
        if opened:
            word = "to" if opened.group(1).lower() == "from" else "and"
            yield page.told(
                "ranges", start, end, f"After “{opened.group(1)}” write “{word}”, not a dash.",
                fix=f" {word} ",
                title=f"Write “{word}”", safe=True,
            )  # fmt: skip
            continue
        right = _BETWEEN[str(wanted)]
        if sign != right:
            yield page.told(
                "ranges", start, end, f"We write ranges with {_SIGNS[str(wanted)]}.", fix=right,
                title=f"Write “{figure.number}{right}{last}”", safe=True, severity=Severity.SUGGESTION,
            )  # fmt: skip


_HOURS = re.compile(
    r"(?<![\w:.])(?:(from|between)\s)?\d{1,2}(?:[:.]\d{2})?(?:\s?(?:[ap]m|[AP]M|[ap]\.m\.))?(\s?[-–—]\s?)\Z"
)


def _hours(page: Page, figure: Figure, wanted: str) -> Iterator[Finding]:
    """A range of hours: 9am-5pm, 10–11am."""
    opened = _HOURS.search(page.text, max(0, figure.start - 28), figure.start)
    if opened is None or not (figure.parts[4] or ":" in opened.group()):
        return
    yield from _joined(page, *opened.span(2), wanted=wanted, after=opened.group(1) or "")


_DAYS = (
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday"
).split()
_MONTH_NAMES = (
    "jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august"
    " september october november december"
).split()
_NAMES = frozenset((*_DAYS, *_MONTH_NAMES))
_NAMED_RANGE = re.compile(
    "|".join(
        rf"(?<![\w-])(?:{'|'.join(names)})\.?(\s?[-–—]\s?)(?:{'|'.join(names)})(?![\w-])"
        for names in (_DAYS, _MONTH_NAMES)
    )
)


def _named_ranges(page: Page, wanted: str) -> Iterator[Finding]:
    """A range of days or months: Monday-Friday, May–June."""
    if len(page.document.vocabulary & _NAMES) < 2:
        return
    for match in page.document.matches_at(_NAMES, _NAMED_RANGE):
        group = 1 if match.group(1) else 2
        # "Monday - Friday is far": a dash that sets off is no range when small letters stand there.
        if page.text[match.start()].isupper() and page.text[match.end(group)].isupper():
            before = _FROM.search(page.text, max(0, match.start() - 10), match.start())
            after = before.group(1) if before else ""
            yield from _joined(page, *match.span(group), wanted=wanted, after=after)


def _joined(page: Page, start: int, end: int, *, wanted: str, after: str) -> Iterator[Finding]:
    """The sign between the ends of a range of hours, days or months."""
    sign, right = page.text[start:end], _BETWEEN[wanted]
    word = {"": "", "from": "to", "between": "and"}[after.lower()]
    if (sign.strip() == right and not word) or not page.is_ours(start, end):
        return
    if word:
        advice = f"After “{after}” write “{word}”, not a dash."
        made = f" {word} "
    else:
        advice, made = f"We write ranges with {_SIGNS[wanted]}.", right
    yield page.told(
        "ranges", start, end, advice, fix=made, safe=True, severity=Severity.SUGGESTION,
        title=f"Write “{made.strip()}”",
    )  # fmt: skip


def _rises(first: str, last: str) -> bool:
    try:
        low, high = float(first), float(last)
    except ValueError:
        return False
    return low < high and not (len(first) > 1 and first[0] == "0") and len(last) - len(first) <= 2


RANGES: dict[str, Rule] = {"ranges": check_ranges}
