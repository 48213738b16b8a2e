"""The brand's own names: slips of one letter, names in two, and trademark signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copykit.checks import Context
from copykit.checks.names import NAMES
from copykit.findings import Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.guide.types import Place, Term
from copykit.text import Syntax, parse

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(BRAND)


def told(guide: Guide, text: str) -> list[Finding]:
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(guide=guide, today=date(2026, 6, 15))
    found = [finding for one in NAMES for finding in one(document, context)]
    for finding in found:
        assert document.quote(finding.location) == finding.quote
    return found


# (text, quote, replacement, safe)
NEAR = [
    ("Ask Brackwatter now.", "Brackwatter", "Brackwater", False),
    ("Ask Brackwter now.", "Brackwter", "Brackwater", False),
    ("Ask Brackwaetr now.", "Brackwaetr", "Brackwater", False),
    ("ask brackwoter now.", "brackwoter", "Brackwater", False),
    ("BRACKWATR IS HERE", "BRACKWATR", "BRACKWATER", False),
    ("Ask Brack Water now.", "Brack Water", "Brackwater", True),
    ("Ask Brack-Water now.", "Brack-Water", "Brackwater", True),
    ("Try BrackwaterLoop today.", "BrackwaterLoop", "Brackwater Loop", True),
    ("Try Brackwater-Loop today.", "Brackwater-Loop", "Brackwater Loop", True),
]


@pytest.mark.parametrize(("text", "quote", "fix", "safe"), NEAR)
def test_what_is_nearly_a_name_is_told(guide: Guide, text: str, quote: str, fix: str, safe: bool) -> None:
    (found,) = told(guide, text)
    assert (found.check, found.quote, found.severity) == ("terms.near-name", quote, Severity.WARNING)
    assert [(one.replacement, one.safe) for one in found.fixes] == [(fix, safe)]


@pytest.mark.parametrize(
    "text",
    [
        "Brackwater and Brackwater Loop.",
        "Brackwaters are rare, and Brackwater's vans are blue.",
        "They sat in the backwater and went to the Backwater.",
        "We swim in the brack water.",
        "Follow #BrackwaterLoop and @BrackwaterLoop.",
        "See `Brackwatter` and https://brackwatter.example/page.",
        "The loop, the loops, the dock and the deck.",
        "The BRACKWATR is an acronym.",
    ],
)
def test_words_of_their_own_are_none(guide: Guide, text: str) -> None:
    assert told(guide, text) == []


def test_in_quoted_speech_it_is_a_suggestion(guide: Guide) -> None:
    (found,) = told(guide, "“I love Brackwatter,” she said.")
    assert found.severity is Severity.SUGGESTION


@pytest.fixture(scope="module")
def marked(guide: Guide) -> Guide:
    place = Place(path="terms.yaml", line=1)
    term = Term.model_validate(
        {"use": "Brackwater", "mark": "®", "reason": "It is registered.", "__place__": place}
    )
    return replace(guide, terms=(term,))


# (text, quote, replacement)
SIGNS = [
    ("Ask Brackwater. Brackwater knows.", "Brackwater", "Brackwater®"),
    ("# Brackwater\n\nAsk Brackwater®.", "Brackwater", "Brackwater®"),
    ("Ask Brackwater™ now.", "Brackwater™", "Brackwater®"),
    ("Ask Brackwater(R) now.", "Brackwater(R)", "Brackwater®"),
    ("Brackwater's vans.", "Brackwater", "Brackwater®"),
]


@pytest.mark.parametrize(("text", "quote", "fix"), SIGNS)
def test_the_first_mention_wants_its_sign(marked: Guide, text: str, quote: str, fix: str) -> None:
    found = told(marked, text)[0]
    assert (found.check, found.quote, found.fixes[0].replacement) == ("terms.trademark", quote, fix)
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "Ask Brackwater®. Brackwater knows.",
        "Brackwater®'s vans.",
        "Try Brackwater Loop.",
        "“Brackwater is good,” she said.",
        "See `Brackwater`.",
    ],
)
def test_with_the_sign_it_is_quiet(marked: Guide, text: str) -> None:
    assert told(marked, text) == []


def test_a_second_sign_is_one_too_many(marked: Guide) -> None:
    (found,) = told(marked, "Ask Brackwater®. Brackwater® knows.")
    assert (found.quote, found.severity) == ("Brackwater®", Severity.SUGGESTION)
    assert found.fixes[0].replacement == "Brackwater"


def test_a_brand_without_signs_hears_nothing_of_them(guide: Guide) -> None:
    assert told(guide, "Ask Brackwater. Brackwater® knows.") == []
