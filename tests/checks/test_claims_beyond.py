"""Claims said beyond their words, numbers that are somebody else's, and what stands without a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copykit.brief import Brief
from copykit.checks import Context, check
from copykit.findings import Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.text import Syntax, parse

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(BRAND)


def told(guide: Guide, text: str, **settings: object) -> list[Finding]:
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(guide=guide, today=date(2026, 6, 15), channel="page")
    made = check(document, replace(context, **settings))  # type: ignore[arg-type]
    for finding in made.findings:
        assert document.quote(finding.location) == finding.quote
    return [one for one in made.findings if one.check.split(".")[0] in ("claims", "offers")]


@pytest.mark.parametrize(
    "text",
    [
        "Every dispatcher saves 11 hours a week on planning.",
        "Dispatchers always save 11 hours a week on planning.",
        "Dispatchers save 11 hours a week on planning, guaranteed.",
        "Dispatchers save 11 hours or more a week on planning.",
    ],
)
def test_more_than_is_approved_is_told_with_the_approved_words(guide: Guide, text: str) -> None:
    (found,) = told(guide, text)
    assert (found.check, found.severity) == ("claims.reworded", Severity.WARNING)
    assert "Dispatchers save 11 hours a week on planning." in found.advice


@pytest.mark.parametrize(
    "text",
    [
        "Dispatchers save 11 hours each week on planning.",
        "Dispatchers save eleven hours a week on planning, and all of them sleep.",
        "Drivers rate us 4.6 stars out of five.",
        "After all, dispatchers save 11 hours a week on planning.",
    ],
)
def test_the_same_in_other_words_is_not_more(guide: Guide, text: str) -> None:
    assert told(guide, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Suppose a tenth of your boxes come back.",
        "Do you wait 45 minutes at the counter?",
        "You pay 3% on each card payment.",
        "Half of your customers never read the card.",
        "The post office says that queues grew by 20%.",
        "Ofsted found that 3 in 4 pupils like soup.",
        "According to the weather service, 80% of the week will be wet.",
        "My sister swears that 9 out of 10 cats are liars.",
        "In 1888, a letter cost the sender £3.",
        "Bake for 25 minutes at 180 degrees.",
        "Keep the cake in the tin for three days.",
        "Fold the paper in half.",
        "Half the fun is the hill.",
        "A cup of tea cost me £4 at the station.",
        "Please reply within two days.",
        "We don't deliver in 30 minutes.",
        "VAT is 20% in the UK.",
        "We would love to say that we are the best, but we are not.",
        "We have no idea who is number one.",
        "The song lasts three minutes, but it feels like five.",
    ],
)
def test_numbers_of_others_promise_nothing(guide: Guide, text: str) -> None:
    assert told(guide, text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We are cheaper than Thornfield on every route.", "We are cheaper than Thornfield"),
        ("Nobody plans routes faster.", "Nobody plans routes faster"),
        ("Our trackers are TÜV tested.", "TÜV tested"),
        ("Our trackers last 20 years.", "20 years"),
        ("Our phone lines are open 365 days a year.", "365 days"),
        ("Our map is accurate to 3 metres.", "3 metres"),
        ("I can promise you a reply by noon.", "I can promise you a reply by noon"),
        ("We serve every depot in the country.", "every depot in the country"),
        ("Our repairs take two and a half days.", "two and a half days"),
        ("More than 300 mechanics work for us.", "300 mechanics"),
        ("Our vans are a quarter cheaper to run.", "a quarter"),
        ("Our customers rate the depot cafe 4.9 stars out of five.", "4.9 stars out of five"),
    ],
)
def test_more_kinds_of_promise_need_proof(guide: Guide, text: str, quote: str) -> None:
    (found,) = told(guide, text)
    assert (found.check, found.quote) == ("claims.unproven", quote)


def test_a_fact_of_the_brief_is_held_against_the_text(guide: Guide) -> None:
    brief = Brief(facts=["Our Hull depot opened in June 2026 with 14 riders.", "We answer letters by hand."])
    assert told(guide, "Our Hull depot has 14 riders.", brief=brief) == []
    (found,) = told(guide, "Our Hull depot has 41 riders.", brief=brief)
    assert (found.check, found.quote) == ("claims.contradicted", "41")
    document = parse("We answer letters by hand.", name="x", syntax=Syntax.MARKDOWN)
    made = check(document, Context(guide=guide, today=date(2026, 6, 15), brief=brief))
    assert [quote for _, quote, _ in made.facts] == ["We answer letters by hand."]


def test_a_source_written_out_or_named_beside_a_figure_is_looked_at(guide: Guide) -> None:
    for text in (
        "Three in five shoppers collect (source: https://panel.example.org/collect).",
        "Britons ordered 4.2 billion parcels, as [the regulator's report](https://watch.example.org) shows.",
    ):
        assert [one.check for one in told(guide, text)] == ["claims.cited"]
