"""Statements by the shape of their sentence, and sentences of the same words that state nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copykit.checks import Context, check
from copykit.guide import Guide, load_guide
from copykit.text import Syntax, parse

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"


@pytest.fixture(scope="module")
def context() -> Context:
    guide: Guide = load_guide(BRAND)
    return Context(guide=guide, today=date(2026, 6, 15), channel="page")


def told(text: str, context: Context) -> list[tuple[str, str]]:
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    findings = check(document, context).findings
    return [(one.check, one.quote) for one in findings if one.check.split(".")[0] in ("claims", "offers")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Where others take weeks, we take a day.", "Where others take weeks, we"),
        ("Unlike most insurers, we pay first.", "Unlike most insurers, we"),
        ("Our paint outlasts the leading brands.", "outlasts the leading brands"),
        ("There's no better place to learn to dive.", "There's no better place"),
        ("Nothing cleans deeper.", "Nothing cleans deeper"),
        ("You won't find a lower price anywhere.", "You won't find a lower"),
        ("Stronger than steel, softer than silk.", "Stronger than steel"),
        ("Meet the world's lightest pushchair.", "lightest"),
        ("Britain's favourite tea, now in bags.", "favourite"),
        ("Our cleaners are fully insured.", "fully insured"),
        ("Free delivery on orders over £30.", "Free delivery"),
        ("Next-day delivery as standard", "Next-day delivery"),
        ("Returns are free for your customers.", "are free for your"),
        ("We plant two trees for every table we sell.", "plant two trees for every"),
        ("Our bread contains no additives.", "contains no additives"),
        ("Our pans are PFAS-free.", "PFAS-free"),
        ("Price match promise: find it cheaper elsewhere.", "Price match"),
        ("If it breaks, we replace it.", "If it breaks, we replace"),
        ("A method that is backed by science.", "backed by science"),
        ("Our insoles relieve back pain.", "relieve back pain"),
        ("No contract, no fuss.", "No contract"),
        ("The courier that florists trust.", "The courier that florists trust"),
        ("Our boots are waterproof down to 100 metres.", "100 metres"),
        ("Your beans are never more than five days old.", "five days"),
        ("Our vans are on the road 365 days a year.", "365 days"),
        ("We have grown to 650 lockers.", "650 lockers"),
        ("With 14 branches in the county, we know milk.", "14 branches"),
        ("Get paid in 24 hours.", "24 hours"),
        ("You pay £49 per box a month.", "£49"),
        ("Cuts admin by two thirds.", "two thirds"),
        ("Fold it in six seconds.", "six seconds"),
        ("Choose from over 400 fabrics.", "400 fabrics"),
        ("It works where other locks fail.", "where other locks fail"),
        ("Why pay more? Ours costs less than a bus ticket.", "Ours costs less than a bus ticket"),
        ("Our guides are qualified and insured.", "Our guides are qualified and insured"),
        ("Bank-level encryption keeps your files safe.", "Bank-level encryption"),
        ("Safe for children and pets.", "Safe for children"),
        ("Rich in vitamin C.", "Rich in vitamin C"),
        ("Our eggs are free-range and local.", "free-range"),
        ("No win, no fee.", "No win, no fee"),
        ("We'll match any quote.", "We'll match any quote"),
        ("As used by the national rowing team.", "As used by the national rowing team"),
        ("Our vets are here day and night.", "day and night"),
        ("Your first choice for secondhand pianos.", "Your first choice for"),
        ("Our bikes are serviced every 500 km.", "500 km"),
    ],
)
def test_a_boast_is_known_by_its_shape(text: str, quote: str, context: Context) -> None:
    assert told(text, context) == [("claims.unproven", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "What makes a company carbon neutral?",
        "Nobody has to remember the catheter at checkout.",
        "Is organic cotton worth the price?",
        "Files of up to 20 MB can be uploaded.",
        "Invoices are due within 30 days.",
        "Up to four guests can share the cabin.",
        "A cricket ball weighs about 160 grams.",
        "Bake it for ten minutes.",
        "Water boils at 100 degrees.",
        "Thanks for a million small kindnesses.",
        "Double the recipe if your aunt is coming.",
        "The ferry company raised its fares by 8%.",
        "We can't carry more than 25 kilos.",
        "We ate the best chips of our lives in Whitby.",
        "The smallest parcel that we ever saw held a thimble.",
        "Rather than wait, take the stairs.",
        "Better late than never, as the postman says.",
        "Are you free for 15 minutes on Thursday?",
        "There's no time like the present.",
        "Nothing is worse than a wet sock.",
    ],
)
def test_the_same_words_in_a_question_a_rule_or_a_story_state_nothing(text: str, context: Context) -> None:
    assert told(text, context) == []


def test_steps_of_a_scale_are_no_prices_where_nothing_is_sold(context: Context) -> None:
    blog = replace(context, channel="blog")
    assert told("- $200 and under\n- $500 – $999\n- $2,000+\n", blog) == []
    assert told("Each costs $500.", blog) == [("claims.unproven", "$500")]
