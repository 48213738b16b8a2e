"""Statements held against claims, offers and the brief: what must be told, and what must be left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copykit.brief import Brief, Person
from copykit.checks import Context, check
from copykit.checks.statement_rules import rules_for, triggers
from copykit.findings import Finding, Report, Severity
from copykit.guide import Guide, load_guide
from copykit.text import Syntax, parse

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(BRAND)


def report(guide: Guide, text: str, **settings: object) -> Report:
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    context = replace(Context(guide=guide, today=date(2026, 6, 15)), **settings)  # type: ignore[arg-type]
    made = check(document, context)
    for finding in made.findings:
        assert document.quote(finding.location) == finding.quote
    return made


def told(guide: Guide, text: str, **settings: object) -> list[Finding]:
    return [
        finding
        for finding in report(guide, text, **settings).findings
        if finding.check.split(".")[0] in ("claims", "offers")
    ]


# (text, check, quote, the first fix's replacement)
WRONG = [
    ("Start your 30-day trial today.", "claims.contradicted", "30", "14"),
    ("Try it free for three weeks.", "claims.contradicted", "three", "two"),
    ("Your free trial lasts a whole 10 days.", "claims.contradicted", "10", "14"),
    ("We have a one-month free trial.", "claims.contradicted", "one-month", "14-day"),
    ("You get your money back within 90 days.", "claims.contradicted", "90", "60"),
    ("There is a 30-day money-back guarantee.", "claims.contradicted", "30", "60"),
    ("Sign up now and take 25% off your first year.", "claims.contradicted", "25", "20"),
    ("Brackwater Loop costs $39 per van a month.", "claims.contradicted", "39", "29"),
    ("Brackwater Dock costs $29 per van a month.", "claims.contradicted", "29", "19"),
    ("Brackwater Dock is $24.50 a month.", "claims.contradicted", "24.50", "19.00"),
    ("Dispatchers save 15 hours a week on planning.", "claims.contradicted", "15", "11"),
    ("Dispatchers save fifteen hours a week on planning.", "claims.contradicted", "fifteen", "eleven"),
    ("More than 4,000 fleets drive with Brackwater.", "claims.contradicted", "4,000", "2,300"),
    ("Sign up by August 31 and take 20% off your first year.", "claims.contradicted", "August 31", "July 31"),
    ("Switch this spring and take 35% off your first year.", "offers.ended", None, None),
    ("Take 35% off this spring.", "offers.ended", "35%", None),
    ("Drivers get a free pair of wool gloves this winter.", "offers.not-yet", None, None),
    ("Brackwater won the Golden Axle award for fleet software.", "claims.expired", None, None),
    ("We are the Golden Axle winner, by the way.", "claims.expired", None, None),
    ("Brackwater cuts accidents in half.", "claims.withdrawn", None, None),
    ("Brackwater halves nothing, but it cuts accidents by 50%.", "claims.withdrawn", None, None),
    ("Brackwater shows distances in kilometers for every depot.", "claims.region", None, None),
    ("From autumn on, Brackwater plans rounds for cargo bikes.", "claims.not-yet", None, None),
]


@pytest.mark.parametrize(("text", "name", "quote", "fix"), WRONG)
def test_wrong_statements_are_errors_in_any_copy(
    guide: Guide, text: str, name: str, quote: str | None, fix: str | None
) -> None:
    (found,) = told(guide, text)
    assert (found.check, found.severity) == (name, Severity.ERROR)
    assert found.reference is not None and found.reference.path.endswith(("messages.yaml", "products.yaml"))
    assert found.reference.line and found.reference.quote
    if quote is not None:
        assert found.quote == quote
    if fix is not None:
        assert found.fixes[0].replacement == fix


def test_a_wrong_number_points_at_the_line_that_has_the_right_one(guide: Guide) -> None:
    (found,) = told(guide, "Start your 30-day trial today.")
    assert found.reference is not None and found.reference.line is not None
    line = (BRAND / "products.yaml").read_text(encoding="utf-8").splitlines()[found.reference.line - 1]
    assert line.strip() == "trial_days: 14"


UNPROVEN = [
    ("We are the fastest planner in the country.", "fastest"),
    ("Brackwater is the #1 app for dispatchers.", "#1"),
    ("America's best route planner.", "best"),
    ("We make the most trusted app for couriers.", "most trusted"),
    ("Brackwater is the only planner that drivers like.", "only"),
    ("Voted best thing on wheels.", "Voted best thing on wheels"),
    ("Award-winning maps.", "Award-winning"),
    ("Our industry-leading app saves you time.", "industry-leading"),
    ("Unlike other planners, we know the roads.", "Unlike other"),
    ("We are faster than any other app.", "faster than any other"),
    ("Results guaranteed with our app.", "guaranteed"),
    ("We offer a lifetime warranty.", "lifetime warranty"),
    ("We are ISO 27001 certified.", "ISO 27001 certified"),
    ("Our app is HIPAA-compliant.", "HIPAA-compliant"),
    ("Our delivery is carbon neutral.", "carbon neutral"),
    ("Eco-friendly rounds for the city.", "Eco-friendly"),
    ("Customers see sales go up by 45% in spring.", "45%"),
    ("Nine out of ten drivers love us.", "Nine out of ten"),
    ("It plans rounds 3x faster.", "3x"),
    ("You finish twice as fast.", "twice"),
    ("We answer the phone in 2 minutes.", "2 minutes"),
    ("Save $1,200 on tires.", "$1,200"),
    ("Join over 9,000 customers.", "9,000 customers"),
    ("You get 24/7 support.", "24/7"),
    ("Rated 4.9 stars by dispatchers.", "4.9 stars"),
    ("Trusted by nobody you know, but we say so.", "Trusted by"),
]


@pytest.mark.parametrize(("text", "quote"), UNPROVEN)
def test_what_nothing_proves_is_an_error_in_our_copy_and_a_warning_in_others(
    guide: Guide, text: str, quote: str
) -> None:
    brought = [one for one in told(guide, text) if one.check == "claims.unproven"]
    assert quote in [one.quote for one in brought]
    assert {one.severity for one in brought} == {Severity.WARNING}
    assert {one.severity for one in told(guide, text, own=True)} == {Severity.ERROR}


QUIET = [
    "In 2024 we had three meetings about it.",
    "Call (555) 555-0142 or +44 20 7946 0018.",
    "Step 2: print the list of 7 stops.",
    "Version 4.2 came out on May 3, 2026.",
    "The depot opens at 9:30 a.m. and closes at 5pm.",
    "We are at 7 Ferry Road, Portland, ME 04101.",
    "Two people can load a van, and one person can drive it.",
    "Here are three ways to fold a map.",
    "Would a ten-minute call next week help?",
    "Two weeks ago, a driver told us a story.",
    "Best practices for dispatchers.",
    "The best way to load a van is slowly.",
    "The first step is to park.",
    "Do your best, and only then worry.",
    "This is the only way to Portland.",
    "Most people like soup, and the most important thing is salt.",
    "We can't guarantee sunshine.",
    "We don't claim to be carbon neutral.",
    "That leads to the leading question.",
    "Organic search results are down.",
    "It took them six months to hire a driver.",
    "Report B-26 is in form 1099 on page 12.",
    "B2B and COVID-19 are not numbers.",
    "One day you will see it, on the other hand maybe not.",
    "She checked it three times a week.",
    "Double-check the doors.",
    "Your 40 vans are in the yard.",
    "It is better late than never.",
    "Write to us by October 31.",
    "Brackwater Dock knows three kinds of shelf.",
    "Once your trial is over, you have two days to eat the cake.",
    "Brackwater Loop is the app that our dispatchers know, and half-way home they call.",
]


@pytest.mark.parametrize("text", QUIET)
def test_what_promises_nothing_is_left_alone(guide: Guide, text: str) -> None:
    assert told(guide, text, own=True) == []


SUPPORTED = [
    ("Dispatchers save 11 hours a week on planning.", "11 hours", 'claim "hours"'),
    ("You save eleven hours of planning.", "eleven hours", 'claim "hours"'),
    ("Save 11h of planning each week.", "11h", 'claim "hours"'),
    ("Burn 18% less fuel.", "18%", 'claim "fuel"'),
    ("Fleets burn eighteen percent less fuel.", "eighteen percent", 'claim "fuel"'),
    ("2,300 fleets use it.", "2,300 fleets", 'claim "fleets"'),
    ("Try it free for two weeks.", "two weeks", 'offer "trial"'),
    ("Start your 14-day trial.", "14-day", 'offer "trial"'),
    ("Brackwater Loop costs $29 per van a month.", "$29", 'offer "prices"'),
    ("Take 20% off your first year.", "20%", 'offer "summer"'),
    ("You get your money back for 60 days.", "60 days", 'offer "money-back"'),
    ("Ask us for the SOC 2 report.", "SOC 2", 'claim "soc"'),
]


@pytest.mark.parametrize(("text", "quote", "label"), SUPPORTED)
def test_supported_statements_are_facts_however_they_are_written(
    guide: Guide, text: str, quote: str, label: str
) -> None:
    made = report(guide, text, own=True)
    assert [one.check for one in made.errors if one.check.startswith(("claims", "offers"))] == []
    assert (quote, label) in [(said, reference.label) for _, said, reference in made.facts]


def test_a_sum_that_is_saved_is_no_price(guide: Guide) -> None:
    found = told(guide, "Brackwater Loop saves you $640 a month in fuel.")
    assert [one.check for one in found] == ["claims.unproven"]


def test_how_long_a_refund_takes_is_no_guarantee(guide: Guide) -> None:
    found = told(guide, "Refunds take five days to reach the bank.", own=True)
    assert [one.check for one in found] == ["claims.unproven"]


def test_a_number_that_a_claim_has_for_something_else_names_the_claim(guide: Guide) -> None:
    (found,) = told(guide, "You wait 11 hours less at the border crossing up north.", own=True)
    assert found.check == "claims.unproven"
    assert found.reference is not None and found.reference.label == 'claim "hours"'
    assert "Dispatchers save 11 hours a week on planning." in found.advice


def test_a_price_from_which_others_rise_is_the_lowest(guide: Guide) -> None:
    (found,) = told(guide, "Plans from $15 a month.")
    assert (found.check, found.fixes[0].replacement) == ("claims.contradicted", "19")


SELLING = [
    ("Ready in under a minute.", "a minute"),
    ("Delivered within two working days.", "two working days"),
    ("Lasts for 18 months in the glovebox.", "18 months"),
    ("Recommended by mechanics.", "Recommended by"),
    ("You'll save an hour every week.", "an hour"),
    ("It halves your paperwork.", "halves"),
    ("Join thousands of happy families.", "thousands of happy families"),
    ("No other planner comes close.", "No other planner comes close"),
    ("Cuts wrong turns by a third.", "a third"),
]


@pytest.mark.parametrize(("text", "quote"), SELLING)
def test_copy_that_sells_speaks_of_us_without_saying_so(guide: Guide, text: str, quote: str) -> None:
    found = told(guide, text, channel="page")
    assert [(one.check, one.quote) for one in found] == [("claims.unproven", quote)]


def test_a_product_named_after_an_everyday_word_is_named_by_its_whole_name(guide: Guide) -> None:
    products = (guide.products[0].model_copy(update={"name": "The Saturday Van"}), *guide.products[1:])
    made = replace(guide, products=products)
    assert told(made, "On Saturday, the bus was the cheapest in the city.", channel="blog") == []
    found = told(made, "The Saturday Van is the cheapest in the city.", channel="blog")
    assert [one.check for one in found] == ["claims.unproven"]


def test_what_is_right_after_one_wrong_number_is_left_alone(guide: Guide) -> None:
    text = "Brackwater Loop costs $35 and Brackwater Dock $19 per van a month."
    (found,) = told(guide, text)
    assert (found.quote, found.fixes[0].replacement) == ("35", "29")


def test_a_proven_superlative_of_one_thing_proves_no_other(guide: Guide) -> None:
    claims = [
        one.model_copy(update={"text": "Brackwater is the fastest route planner in the Axle test."})
        if one.id == "fleets"
        else one
        for one in guide.claims
    ]
    made = replace(guide, claims=tuple(claims))
    assert told(made, "In the Axle test, we are the fastest route planner.") == []
    found = told(made, "We are the fastest bakers in the country.")
    assert [one.check for one in found] == ["claims.unproven"]


def test_a_fact_quotes_its_proof(guide: Guide) -> None:
    ((_, _, reference),) = report(guide, "Dispatchers save 11 hours a week on planning.").facts
    assert reference.quote == "Survey of 204 dispatchers, report B-26 (2026-02-01)"


def test_the_channel_and_the_audience_of_a_claim_count(guide: Guide) -> None:
    rating = "Drivers rate Brackwater 4.6 out of 5 stars."
    assert [one.check for one in told(guide, rating, channel="ad")] == ["claims.channel"]
    assert told(guide, rating, channel="ad")[0].severity is Severity.WARNING
    assert told(guide, rating, channel="ad", own=True)[0].severity is Severity.ERROR
    assert [one.check for one in told(guide, rating, channel="page")] == []
    late = "Brackwater moves a late stop in 40 seconds."
    assert [one.check for one in told(guide, late, brief=Brief(audience="owners"))] == ["claims.audience"]
    assert told(guide, late, brief=Brief(audience="dispatchers")) == []


def test_a_region_opens_what_is_for_it(guide: Guide) -> None:
    text = "Brackwater shows distances in kilometers for every depot."
    assert told(guide, text, brief=Brief(region="CA")) == []


def test_a_claim_that_ends_soon_is_a_suggestion(guide: Guide) -> None:
    (found,) = told(guide, "Burn 18% less fuel.")
    assert (found.check, found.severity) == ("claims.expiring", Severity.SUGGESTION)
    assert "July 10, 2026, 25 days" in found.advice
    assert told(guide, "Burn 18% less fuel.", today=date(2026, 6, 9)) == []


def test_a_source_linked_beside_it_is_looked_at_not_refused(guide: Guide) -> None:
    text = "Vans stand still 62% of the day ([study](https://research.example/vans))."
    (found,) = told(guide, text, own=True)
    assert (found.check, found.severity) == ("claims.cited", Severity.SUGGESTION)
    own = text.replace("research.example/vans", "www.brackwater.example/blog")
    assert [one.check for one in told(guide, own)] == ["claims.unproven"]


def test_the_brief_vouches_for_its_facts_and_its_source(guide: Guide) -> None:
    text = "Our drivers saw 71% fewer wrong turns."
    assert [one.check for one in told(guide, text, own=True)] == ["claims.unproven"]
    for brief in (
        Brief(facts=["Drivers saw 71% fewer wrong turns in May."]),
        Brief(source="Q: And the turns?\n\nA: Drivers made 71 percent fewer wrong turns."),
    ):
        made = report(guide, text, own=True, brief=brief)
        assert [one.check for one in made.errors if one.check.startswith("claims")] == []
        assert made.facts[0][2].label.startswith("brief, ")


def test_the_brief_does_not_overrule_an_offer(guide: Guide) -> None:
    found = told(guide, "Start your 30-day trial.", brief=Brief(facts=["The trial has 30 days."]))
    assert [one.check for one in found] == ["claims.contradicted"]


def test_the_readers_own_world_is_left_alone(guide: Guide) -> None:
    brief = Brief(observation="Saw that you opened depot number 40 and added 120 vans.")
    assert told(guide, "You added 120 vans, which is a lot of keys.", own=True, brief=brief) == []


def test_customers_are_named_only_with_leave(guide: Guide) -> None:
    for name, why in (
        ("Eastside Bakery Vans", "ended on March 31, 2026"),
        ("Quiet Couriers", "gave no leave"),
    ):
        (found,) = told(guide, f"Ask {name} how it went.")
        assert (found.check, found.quote, found.severity) == ("claims.permission", name, Severity.ERROR)
        assert why in found.advice
    assert told(guide, "Ask Harbor Fish Run how it went.") == []
    mail = Brief(recipient=Person(company="Quiet Couriers"))
    assert told(guide, "How are things at Quiet Couriers?", brief=mail) == []


def test_testimonials_are_in_the_guide(guide: Guide) -> None:
    known = "“The vans come home before the soup is cold,” says Lena Marsh."
    made_up = "“This app has changed my whole life,” says Dana Poe."
    assert told(guide, known, channel="page") == []
    assert [one.check for one in told(guide, made_up, channel="page")] == ["claims.testimonial"]
    assert told(guide, "She called it “a very odd kind of map” and left.", channel="page") == []
    assert told(guide, made_up, channel="blog") == []


def test_code_addresses_and_slots_hold_no_statements(guide: Guide) -> None:
    text = "Run `trial --days 30` or see https://www.example.com/30-day-trial or [[offer: Is it 40% off?]]."
    assert told(guide, text) == []


def test_a_number_in_the_guides_own_texts_is_taken_on_trust_but_for_the_guide(guide: Guide) -> None:
    message = replace(
        guide,
        messages=(
            guide.messages[0].model_copy(update={"text": "Drivers drop 80% fewer parcels with us."}),
            *guide.messages[1:],
        ),
    )
    text = "Drivers drop 80% fewer parcels with us."
    assert told(message, text, own=True) == []
    assert [one.check for one in told(message, text, own=True, of_guide=True)] == ["claims.unproven"]


def test_a_withdrawn_claim_is_mended_by_one_about_the_same(guide: Guide) -> None:
    claims = [
        one.model_copy(update={"text": "Drivers report 12% fewer dents and accidents on Brackwater."})
        if one.id == "dispatch-only"
        else one
        for one in guide.claims
    ]
    claims = [
        one.model_copy(update={"text": "Drivers on Brackwater have half the dents and accidents."})
        if one.id == "accidents"
        else one.model_copy(update={"audiences": []})
        for one in claims
    ]
    made = replace(guide, claims=tuple(claims))
    (found,) = told(made, "Drivers on Brackwater have half the dents and accidents.")
    assert found.check == "claims.withdrawn" and "The pilot was too small" in found.advice
    assert found.fixes[0].replacement == "Drivers report 12% fewer dents and accidents on Brackwater."


def test_of_equals_the_first_of_the_guide_is_told(guide: Guide) -> None:
    from copykit.checks.evidence import evidence_of

    evidence = evidence_of(guide)
    met = [said for said, _, _ in evidence.alike(frozenset(evidence.by_stem))]
    assert [id(one) for one in met] == [id(one) for one in evidence.said if one.stems]


def test_every_rule_of_statements_has_a_pattern_that_can_be_read() -> None:
    """They are compiled when their words are first met, so that a slip in one would show late."""
    rules = rules_for(triggers(selling=True), selling=True)
    assert len(rules) > 10
    assert [rule for rule in rules if not rule.pattern.pattern] == []
