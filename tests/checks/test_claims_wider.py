"""Who vouches for us, what is compared, and numbers told of things that no guide has heard of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copykit.brief import Brief, Person
from copykit.checks import Context, check
from copykit.findings import Finding
from copykit.guide import Guide, load_guide
from copykit.text import Syntax, parse

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(BRAND)


def told(guide: Guide, text: str, **settings: object) -> list[tuple[str, str]]:
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(guide=guide, today=date(2026, 6, 15), channel="page")
    found: tuple[Finding, ...] = check(document, replace(context, **settings)).findings  # type: ignore[arg-type]
    for finding in found:
        assert document.quote(finding.location) == finding.quote
    return [(one.check, one.quote) for one in found if one.check.split(".")[0] in ("claims", "offers")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Trusted by Larkfield Dairies and Orme.", "Trusted by"),
        ("Companies like Larkfield and Orme ship with us.", "Companies like Larkfield and Orme ship"),
        ("Join Larkfield Dairies and 300 others.", "Join Larkfield Dairies and 300 others"),
        ("Our customers include Larkfield Dairies.", "Our customers include Larkfield Dairies"),
        ("Larkfield Dairies switched to us in May.", "Larkfield Dairies switched to us"),
        ("See why Larkfield Dairies trusts our maps.", "See why Larkfield Dairies trusts"),
        ("Larkfield, one of our customers, drives at night.", "Larkfield, one of our customers"),
        ("Jo Orme, head of fleet at Arc, says our maps are right.", "Jo Orme, head of fleet at Arc, says"),
        ("Recommended by the Hauliers' League.", "Recommended by"),
        ("Teachers recommend our maps.", "Teachers recommend"),
    ],
)  # fmt: skip
def test_who_is_said_to_vouch_for_us_needs_leave(guide: Guide, text: str, quote: str) -> None:
    assert told(guide, text) == [("claims.unproven", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "Like Paris, our town has a tower.",
        "People like Joe make the world go round.",
        "Greetings from Hull and Leeds.",
        "Ask Maria at the desk for our form.",
        "We will use what Larkfield advises.",
        "Coffee keeps us going.",
        "Both Larkfield and our team know the road.",
    ],
)
def test_a_name_alone_is_no_endorsement(guide: Guide, text: str) -> None:
    assert told(guide, text) == []


def test_a_name_that_the_brief_knows_is_no_invention(guide: Guide) -> None:
    text = "Our customers include Larkfield Dairies."
    assert told(guide, text, brief=Brief(facts=["Larkfield Dairies drives with us and says so."])) == []
    reader = Brief(recipient=Person(company="Larkfield Dairies"))
    assert told(guide, "See why Larkfield Dairies trusts our maps.", brief=reader) == []


def test_a_few_words_of_an_unnamed_customer_are_a_quotation(guide: Guide) -> None:
    found = told(guide, '"I sleep better," says one of our customers, a driver.')
    assert [check for check, _ in found] == ["claims.testimonial"]
    assert told(guide, '"Wet paint," says the sign on the door.') == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Our glue holds longer than a nail.", "Our glue holds longer than a"),
        ("Cheaper than Thornfield for long trips.", "Cheaper than Thornfield"),
        ("No other map works offline.", "No other map works"),
        ("Zero downtime, even in winter.", "Zero downtime"),
        ("Delivered by noon, or you don't pay.", "or you don't pay"),
        ("If we are late, you don't pay.", "If we are late, you don't pay"),
        ("No hidden fees.", "No hidden fees"),
        ("Thousands of cooks swear by our pans.", "Thousands of cooks"),
        ("Unlike Thornfield, we call you back.", "Unlike Thornfield, we"),
        ("Support around the clock.", "around the clock"),
        ("Far lighter than steel.", "Far lighter than steel"),
        ("Our sleeves are made from ocean plastic.", "made from ocean"),
        ("The cheapest flights to Rome.", "cheapest"),
        ("We serve the best breakfast on the coast.", "best"),
        ("The fastest-growing gym in the Midlands is ours.", "fastest-growing"),
        ("The softest towel you will ever touch.", "softest"),
    ],
)
def test_more_ways_to_compare_and_to_guarantee_need_proof(guide: Guide, text: str, quote: str) -> None:
    assert told(guide, text) == [("claims.unproven", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "We would lose a sale sooner than guess.",
        "Our form is longer than it was.",
        "It is warmer in the yard than outside.",
        "We want to find the best way to the coast.",
        "We decided to review the top apps.",
        "The mayor called it the best market in England.",
        "From zero to hero in one song.",
        "Organic waste goes in the brown bin.",
        "The oldest letter in the archive is from 1782.",
    ],
)
def test_everyday_comparisons_and_wishes_are_left_alone(guide: Guide, text: str) -> None:
    assert told(guide, text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Loans are approved in ten minutes.", "ten minutes"),
        ("The battery lasts up to 14 hours.", "14 hours"),
        ("Runs for 20 hours on one charge.", "20 hours"),
        ("Over 600 recipes in one app.", "600 recipes"),
        ("Our gym has 120 machines.", "120 machines"),
        ("Twenty years of experience in roofing.", "Twenty years"),
        ("Our pages answer in under 50 ms.", "50 ms"),
        ("A decision within 24 hours.", "24 hours"),
        ("Sleep two hours longer with our mattress.", "two hours"),
        ("Rated 4.9 on the app stores.", "4.9"),
        ("The tent weighs 980 g.", "980 g"),
        ("Transfers arrive in seconds.", "in seconds"),
        ("We have been fixing roofs for 35 years.", "35 years"),
        ("Buy two, get one free.", "Buy two, get one free"),
    ],
)
def test_a_number_that_is_promised_of_anything_needs_proof(guide: Guide, text: str, quote: str) -> None:
    assert told(guide, text) == [("claims.unproven", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "You raised £4 million in May, so hiring is on your desk.",
        "Your last campaign reached 9,000 people.",
        "I noticed that your site takes 6 seconds to load.",
        "When 50 orders come in at once, the printer jams.",
        "A poll by the local paper found 60% in favour.",
        "For example, ten contracts of $5 million each.",
        "That would double the weight.",
        "We spent the second half of the day in the yard.",
        "I look forward to what 2016 brings.",
        "Your post about the 4-day week stuck with me.",
        "Are you free for 15 minutes on Thursday?",
        "We played cards for 3 hours and lost €5.",
        "Today you pay £7 a parcel, plus fuel.",
        "Perhaps you pay £7 a parcel today.",
        "Figures from the port show that freight rose by 11%.",
        "Statistics Denmark counts 5.9 million people.",
        "In a poll for the evening paper, 7 out of 10 readers wanted fewer cars.",
        "The Post Office lost £200 million that year.",
        "Look at your last invoice: £9.80 for one parcel.",
        "It takes you 25 minutes to walk to the post office.",
        "Let us have your answer within a week.",
        "Your courier charges by weight, and 2 kg is the limit.",
    ],
)
def test_the_readers_and_the_worlds_numbers_are_left_alone(guide: Guide, text: str) -> None:
    assert told(guide, text) == []


SAME = [
    # The guide says 11 hours, 18 %, 2,300 fleets, 14 days, 60 days, $29 and 4.6 stars.
    "Dispatchers save 11 h a week on planning.",
    "Dispatchers save 660 minutes a week on planning.",
    "More than 2 300 fleets drive with Brackwater.",
    "More than 2.3k fleets drive with Brackwater.",
    "More than two thousand three hundred fleets drive with Brackwater.",
    "Drivers rate Brackwater 4.6★.",
    "Drivers rate Brackwater 4.6/5.0.",
    "Fleets burn 18-percent less fuel with Brackwater Loop.",
    "18 in a hundred litres less: fleets burn 18% less fuel with Brackwater Loop.",
]


@pytest.mark.parametrize("text", SAME)
def test_a_number_is_one_however_it_is_written(guide: Guide, text: str) -> None:
    wrong = ("claims.unproven", "claims.contradicted", "claims.reworded")
    assert [one for one in told(guide, text) if one[0] in wrong] == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Dispatchers save 11½ hours a week on planning.", "11½"),
        ("Dispatchers save 11 h 30 min a week on planning.", "11 h 30"),
        ("More than 22 300 fleets drive with Brackwater.", "22 300"),
        ("Drivers rate Brackwater 4.8★.", "4.8"),
    ],
)
def test_another_number_is_another_however_it_is_written(guide: Guide, text: str, quote: str) -> None:
    (found,) = told(guide, text)
    assert found[0] == "claims.contradicted" and found[1].startswith(quote[:4])


def test_a_discount_is_held_against_what_it_is_off(guide: Guide) -> None:
    assert told(guide, "Sign up by July 31 and take 20% off your first year.") == []
    assert told(guide, "Take 20% off garden tools.") == [("claims.unproven", "20%")]
    (found,) = told(guide, "Take 20% off every order until July 31.")
    assert found[0] == "claims.reworded"


def test_a_source_in_brackets_is_there_for_its_figure(guide: Guide) -> None:
    text = "The average courier walks 11 miles a day ([Fleet Study](https://fleet.example.org/walk))."
    assert told(guide, text) == [("claims.cited", "11 miles")]


def test_a_limit_that_is_left_out_makes_more_of_a_claim(guide: Guide) -> None:
    text = "The typical depot cuts its fuel bill by 12%."
    claim = guide.claims[0].model_copy(update={"id": "bill", "text": text, "wordings": [], "short": None})
    limited = replace(guide, claims=(*guide.claims, claim))
    assert told(limited, "A typical depot cuts 12% off its fuel bill.") == []
    assert told(limited, "Depots usually cut their fuel bill by 12%.") == []
    document = parse("Depots cut their fuel bill by 12%.", name="x", syntax=Syntax.MARKDOWN)
    (found,) = check(document, Context(guide=limited, today=date(2026, 6, 15))).findings
    assert found.check == "claims.reworded" and "“typical” is left out" in found.advice
