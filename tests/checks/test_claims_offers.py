"""Offers and vows in words, and the moods in which a number promises nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copykit.brief import Brief
from copykit.checks import Context, check
from copykit.guide import load_guide
from copykit.house import brands_dir
from copykit.text import Syntax, parse

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"


@pytest.fixture(scope="module")
def context() -> Context:
    return Context(guide=load_guide(BRAND), today=date(2026, 6, 15), channel="page")


def told(text: str, context: Context) -> list[str]:
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    return [one.quote for one in check(document, context).findings if one.check == "claims.unproven"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # What it costs, said without a figure.
        ("Dogs travel free on all lines.", "travel free"),
        ("The repair won't cost you a cent.", "won't cost you a cent"),
        ("Three loaves for the price of two.", "Three loaves for the price of two"),
        ("We will mend it free of charge.", "We will mend it free of charge"),
        ("Leave whenever you like.", "Leave whenever you like"),
        ("We stand behind each seam.", "We stand behind each seam"),
        # How soon, said without a figure.
        ("We'll have the lamp lit by Tuesday.", "We'll have the lamp lit by Tuesday"),
        ("Moving house takes a morning.", "Moving house takes a morning"),
        ("Home in days, not weeks.", "in days, not weeks"),
        # Since when: anybody can ask.
        ("Since 1931 we have printed maps.", "Since 1931 we"),
        ("Rope makers since 1804", "since 1804"),
        ("Our firm was founded in 1977.", "Our firm was founded in 1977"),
        ("Two decades of mending nets.", "Two decades"),
        # A comparative that is denied of everybody else is a superlative.
        ("Nobody in Bern bakes a lighter roll.", "Nobody in Bern bakes a lighter"),
        ("You can't hear this band anywhere else.", "can't hear this band anywhere else"),
        # Figures told of us need no cue in copy that sells; what each piece does speaks of the goods.
        ("Forty ferries run on our engines.", "Forty ferries"),
        ("Each jar holds nine figs.", "nine figs"),
        ("Our guests lose three kilos on average.", "three kilos"),
        ("Our rope is tested to 18 kN.", "18 kN"),
        # Norms, makers, origins.
        ("Splash-proof to IP54.", "IP54"),
        ("Woven in Wales.", "Woven in Wales"),
        ("Every jar plants a tree.", "plants a tree"),
        ("Plumbers swear by it.", "Plumbers swear by it"),
        # What goods do, how fast and for whom.
        ("The press makes juice in five minutes.", "five minutes"),
        ("The gutters carry 60 litres.", "60 litres"),
        ("Members have 20 days to change their minds.", "20 days"),
        ("A million candles sold.", "A million candles"),
        ("The filter stops all dust.", "stops all dust"),
        ("We paint any wall.", "We paint any wall"),
        ("It's lighter than a pillow.", "It's lighter than a pillow"),
        ("Buy four and the fifth is free.", "the fifth is free"),
        ("We don't charge for the key.", "We don't charge for the key"),
        ("We are there within the hour.", "within the hour"),
        ("The bench is made from 93% old rope.", "93%"),
        ("It takes three clicks to send a cake.", "three clicks"),
        ("With 25 years in the trade, we know rope.", "25 years"),
        ("We mend most pipes at the first try.", "We mend most pipes at the first try"),
        ("Your shirt dries overnight.", "dries overnight"),
        ("Lower rates than your bank.", "Lower rates than your bank"),
    ],
)
def test_an_offer_in_words_needs_proof(text: str, quote: str, context: Context) -> None:
    assert quote in told(text, context)


@pytest.mark.parametrize(
    "text",
    [
        # Instructions and duties.
        "Grate 90 grams of cheese.",
        "First, upload a photo of up to 9 MB.",
        "Once the dough has risen, fold it over and rest it for 40 minutes.",
        "Boxes must not weigh more than 12 kg.",
        "You have to wait for 30 minutes.",
        # What the reader did, and what rivals do.
        "You won Baker of the Year in 2021.",
        "Your rivals reply within an hour.",
        # An event, and how long it takes.
        "The reading is on 4 May at 7 p.m. and lasts 90 minutes.",
        # Others, history, denials.
        "The average queue takes 12 minutes, says the port office.",
        "The competition has 300 branches.",
        "Mill Bakery charges $9 for a loaf.",
        "There were 300 crates in the yard.",
        "Half of the crates were red.",
        "A crate that weighs more than 30 kg needs two people.",
        "If the cake is not there by noon, call us.",
        "You're on the phone five hours a day.",
        "Aim for a soup that cooks in ten minutes.",
        "A crate holds about 20 bottles.",
        "Applicants need at least three years of practice.",
        "You've doubled your crew in a year.",
        "Don't wait more than three days before you call.",
        "The law asks for three weeks' notice.",
        "The first trams in the city were drawn by mules.",
        "Nobody will tell you that it takes ten minutes.",
        "Best regards, Ane",
        "You could try it free-hand.",
    ],
)
def test_the_mood_of_a_sentence_tells_what_promises_nothing(text: str, context: Context) -> None:
    assert told(text, context) == []


@pytest.mark.parametrize(
    "text",
    [
        'One guard told us: "I promise everyone a seat within ten minutes, and I never keep it."',
        'Sounds familiar? "We guarantee a call back, and nobody calls."',
    ],
)
def test_whoever_is_quoted_promises_for_themselves(text: str, context: Context) -> None:
    assert told(text, context) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ('Our founder likes to say: "We answer in 25 minutes."', "25 minutes"),
        ('"We guarantee a call back."', "We guarantee"),
    ],
)
def test_what_we_quote_ourselves_with_is_our_promise(text: str, quote: str, context: Context) -> None:
    assert quote in told(text, context)


def test_a_text_that_does_not_sell_makes_no_offers(context: Context) -> None:
    from dataclasses import replace

    blog = replace(context, channel="blog")
    assert told("Dogs travel free on all lines.", context)
    assert told("Dogs travel free on all lines.", blog) == []


def test_a_pain_of_the_guide_is_said_by_a_customer() -> None:
    guide = load_guide(brands_dir() / "dewclaw")
    context = Context(guide=guide, today=date(2026, 9, 30), channel="ad")
    assert told("“I promise callbacks all day, and then I can't read my own sticky notes.”", context) == []
    assert told("“I promise callbacks all day, and then we read them out.”", context) != []


def test_what_a_brief_says_without_a_figure_is_vouched_for() -> None:
    guide = load_guide(brands_dir() / "dewclaw")
    brief = Brief(source="Read it out. It takes a minute and pleases everyone.")
    context = Context(guide=guide, today=date(2026, 9, 30), channel="ad", brief=brief)
    assert told("It takes a minute and pleases everyone.", context) == []
    assert told("Setup takes a minute.", replace(context, brief=Brief())) != []
