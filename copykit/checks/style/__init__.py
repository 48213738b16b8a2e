"""Holds a text against the brand's house style: each switch that the guide has decided, and its spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from copykit.checks.context import Check, Context
from copykit.checks.remember import remembered
from copykit.checks.style.calendar import CALENDAR
from copykit.checks.style.compounds import COMPOUNDS
from copykit.checks.style.headings import HEADINGS
from copykit.checks.style.lists import LISTS
from copykit.checks.style.marks import MARKS
from copykit.checks.style.money import MONEY
from copykit.checks.style.numbers import NUMBERS
from copykit.checks.style.page import Page, Rule
from copykit.checks.style.ranges import RANGES
from copykit.checks.style.serial import SERIAL
from copykit.checks.style.spelling import check_spelling
from copykit.checks.style.words import WORDS
from copykit.findings import Finding
from copykit.guide import Guide
from copykit.text import Document

__all__ = ["RULES", "STYLE"]

# Each switch of `style` in brand.yaml with the rule that reads it.
RULES: Mapping[str, Rule] = {
    **HEADINGS, **SERIAL, **LISTS, **MARKS, **NUMBERS, **RANGES, **CALENDAR, **MONEY, **WORDS, **COMPOUNDS,
    "emoji_allowed": MARKS["emoji"],
}  # fmt: skip


@remembered
def _decided(guide: Guide) -> Sequence[Rule]:
    """The rules whose switches a brand has decided, each once."""
    style = guide.brand.style
    rules = [rule for switch, rule in RULES.items() if getattr(style, switch) not in (None, [])]
    return tuple(dict.fromkeys((*rules, check_spelling)))


def check_style(document: Document, context: Context) -> Iterator[Finding]:
    """The switches of house style."""
    if not document.text:
        return
    page = Page(document, context)
    for rule in _decided(context.guide):
        yield from rule(page)


check_style.__doc__ = "\n".join(
    [
        "The switches of house style:",
        *dict.fromkeys(rule.__doc__ or "" for rule in (*RULES.values(), check_spelling)),
    ]
)

STYLE: tuple[Check, ...] = (check_style,)
