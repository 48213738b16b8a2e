"""Figures of law, of others, of examples and of what used to be; and what is ours in shapes like theirs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from copykit.checks import Context, check
from copykit.guide import Guide, load_guide
from copykit.text import Syntax, parse

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"
COURIER = Path(__file__).parents[2] / "benchmarks" / "data" / "claims-guide"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(BRAND)


def told(guide: Guide, text: str, *, channel: str = "page") -> list[str]:
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(guide=guide, today=date(2026, 6, 15), channel=channel)
    findings = check(document, context).findings
    return [one.quote for one in findings if one.check.split(".")[0] in ("claims", "offers")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Our bread is two hours old at most.", "two hours"),
        ("The compost feeds a bed for three months.", "three months"),
        ("40 rooms, each with a view of the sea.", "40 rooms"),
        ("Set up in two clicks.", "two clicks"),
        ("Privacy settings in one tap.", "in one tap"),
        ("In half the time and with none of the mess.", "half"),
        ("Our clinic sees you in half an hour.", "half an hour"),
        ("Send it back within 100 days.", "100 days"),
        ("One tin greases 200 cakes.", "200 cakes"),
        ("Talks by 40 speakers on two stages.", "40 speakers"),
        ("We have driven three million miles.", "three million miles"),
        ("Pianos insured against floods for $4 a month.", "4"),
        ("Kids get in free.", "get in free"),
        ("First lesson on us.", "First lesson on us"),
        ("We check your wiring every year, free.", "free"),
        ("Newborn photos, retouched free.", "retouched free"),
        ("Parking is free after six.", "Parking is free after"),
        ("No agency fees.", "No agency fees"),
        ("Love the tuba or get your deposit back.", "or get your deposit back"),
        ("Money moves the same day.", "Money moves the same day"),
        ("An answer the same week.", "An answer the same week"),
        ("Open every day of the year.", "Open every day"),
        ("No parcel lost in three years.", "No parcel lost in three years"),
        ("Every surgeon here has done a thousand hips.", "Every surgeon here has"),
        ("Letters that never arrive late.", "Letters that never arrive late"),
        ("Our printer never jams.", "Our printer never jams"),
        ("We never add 20% on top.", "We never add"),
        ("Nine generations at the same forge.", "Nine generations at the"),
        ("A century of mending clocks.", "A century of mending"),
        ("We answer faster than your bank.", "We answer faster than your bank"),
        ("Weddings that cost less than a car.", "Weddings that cost less than a"),
        ("The most useful tool you'll ever own.", "most useful tool you'll ever own"),
        ("Our vans run on sunlight.", "run on sunlight"),
        ("Our mugs are dishwasher safe for life.", "safe for life"),
        ("Our cleaners are police-checked.", "police-checked"),
        ("All our fitters are Gas Safe registered.", "Gas Safe registered"),
        ("As heard on Radio 4.", "As heard on Radio 4"),
        ("Our film editors have won four Baftas.", "have won four Baftas"),
        ("Costa-shortlisted storytellers teach here.", "Costa-shortlisted"),
        ("Sold out three years running.", "Sold out three years running"),
        ("Buses every ten minutes, all day.", "ten minutes"),
        ("Skates sharpened in three minutes.", "three minutes"),
        ("A locker within 300 metres of every door.", "300 metres"),
        ("Never more than eight to a group.", "eight"),
        ("No VAT to add.", "No VAT to add"),
        ("No goat ever sold for meat.", "No goat ever sold"),
        ("Fares included.", "Fares included"),
        ("We pay the postage.", "We pay the postage"),
        ("Orders before 3 pm arrive tomorrow.", "arrive tomorrow"),
        ("A bath in every room.", "A bath in every room"),
        ("Every complaint answered by a director.", "Every complaint answered by a director"),
        ("Maps updated monthly.", "Maps updated monthly"),
        ("Plants that water themselves.", "Plants that water themselves"),
        ("Nails that don't bend.", "Nails that don't bend"),
        ("Pies baked fresh each morning.", "Pies baked fresh each morning"),
        ("Your cat's teeth, cleaned without anaesthetic.", "Your cat's teeth, cleaned without anaesthetic"),
        ("Sixty flavours, no colourings.", "Sixty flavours, no colourings"),
        ("No one has ever asked for their money back.", "No one has ever asked for their money back"),
        ("Your bill will not rise before 2028.", "bill will not rise"),
        ("An e-bike that climbs any hill in Bath.", "An e-bike that climbs any hill in Bath"),
        ("Vets' first choice for itchy dogs.", "Vets' first choice"),
        ("A pushchair that keeps you dry all day.", "keeps you dry all day"),
        ("We recycle nine of every ten phones we buy.", "nine of every ten"),
        ("Weigh, tap, done: in 30 seconds.", "30 seconds"),
        ("Ready five minutes after you call.", "five minutes"),
        ("Rain or shine, never late.", "never late"),
        ("Ten years without a lost cake.", "Ten years without a lost cake"),
        ("Codes that cannot be guessed.", "Codes that cannot be guessed"),
        ("Every rider is first-aid trained.", "Every rider is first-aid trained"),
        ("All parcels insured.", "All parcels insured"),
        ("Flour milled within 24 hours of your order.", "24 hours"),
        ("Invoices paid in 7 days.", "7 days"),
        ("Cat-proof for five years.", "five years"),
        ("900 km on one charge.", "900 km"),
        ("Irregular verbs in 12 lessons.", "12 lessons"),
        ("We find you a grant in 48 hours.", "48 hours"),
        ("Tyres, fitted while you wait.", "fitted while you wait"),
        ("The paint that covers in one coat.", "in one coat"),
        ("Three clicks and your advert is live.", "Three clicks and"),
        ("Hearing tests, free for the over-60s.", "free for the over-60s"),
        ("Proofs are free.", "Proofs are free"),
        ("We add no fuel charge.", "no fuel charge"),
        ("Never forget a birthday again.", "Never forget a birthday again"),
        ("Our vault holds 256-bit keys.", "256-bit keys"),
        ("We have fed the town since the last war.", "We have fed the town since the last war"),
        ("First in the county to fit heat pumps.", "First in the county to fit"),
        ("Our pipes leak less than any on the market.", "less than any on the"),
    ],
)
def test_what_is_ours_is_told(guide: Guide, text: str, quote: str) -> None:
    assert quote in told(guide, text)


@pytest.mark.parametrize(
    "text",
    [
        # Where a rule of law begins to hold.
        "Anyone who earns less than £12,570 a year pays no income tax.",
        "Grants above €50,000 go to the full committee.",
        "Tenants can ask the tribunal to look at any rise above 5%.",
        "The fund pays out once costs pass £3,000.",
        "Planning rules let you build up to three metres behind a house.",
        "Anything under 100 ml may go in your hand luggage.",
        "Fines start at £60 and go up with each offence.",
        "Under the scheme, households get a grant of £5,000 towards a heat pump.",
        "The tribunal can award up to two years' pay.",
        "A visa costs $160.",
        # Examples, suppositions, wishes.
        "If you send 300 letters a month, the stamps alone come to $200.",
        "Imagine a warehouse with 10,000 shelves and no labels.",
        "Say the roof costs £9,000 and lasts 30 years.",
        "We would love to tell you that it takes five minutes.",
        "Our aim for next year is to halve our waste.",
        "We dream of a hundred shops, and have one.",
        "By 2035 we would like to run on renewable power.",
        "There is no best time to plant a tree.",
        "We are far from being carbon neutral.",
        # What was, and what is true of any.
        "A pint of milk used to cost 30 pence.",
        "In those days a loaf cost four pence.",
        "We had 20 chairs and 31 guests.",
        "The oldest tree in the park fell in 1987.",
        "The average dog lives for 11 years.",
        "A typical mortgage lasts 25 years.",
        "Light takes eight minutes to get here from the sun.",
        "A new kitchen can cost £20,000.",
        "Two thirds of the human body is water.",
        # Others.
        "House prices in the north rose 3% in the year to June.",
        "Most landlords ask for five weeks' rent.",
        "Our neighbour's cat weighs eight kilos.",
        "In the words of Sturgeon, 90% of everything is luck.",
        "The 80-20 rule: 80% of the benefit comes from 20% of the work.",
        "Gates open two hours before kick-off.",
        "Our next webinar is on 14 October at 2 pm and lasts 45 minutes.",
        "His novel was shortlisted for the Booker Prize.",
        "Congratulations to the winners of our photo contest.",
        # Words of a rule, of a definition, of a thing to look up.
        "Organic farms may use copper up to a limit.",
        "Sugar-free does not mean calorie-free.",
        "Read the warranty before you throw away the box.",
        "Strip back a third of the old stems each winter.",
        "Check back in one year.",
        "The bench is free when your bike arrives.",
        "Read the label in one go.",
        "Prices doubled in three years.",
        "Please allow up to 28 days for refunds.",
        "From the top you can see three counties.",
        "A new boiler could pay for itself, or it could not.",
        "A deposit of $10 is due when you book.",
        "A shop that keeps a bike for a week keeps its rider off the road.",
        "No award has ever come our way.",
        "Try it for a month and write down what you eat.",
        "You queue for 20 minutes and buy one stamp.",
        "A survey by the trade press put lost parcels at 2%.",
        "The low-emission zone costs £9 a day.",
        "The leading letter tells which town.",
        "The code is free text, up to 30 letters.",
        "The grant covers half the cost of a new window.",
        "The café opposite does a roll and tea for £4.",
        "An award for patience should go to my neighbour.",
        "In no time the children were muddy.",
        "A queue builds while you wait.",
        "A warranty is a promise in writing.",
        "The term organic is protected by law.",
        "Fair trade began in the 1940s.",
        "Within a week the paint had peeled.",
        "A parish may hold up to 12 fairs a year.",
        "Estate agents take about 1.5% of the price.",
        "A lion sleeps for 20 hours.",
    ],
)
def test_what_is_of_the_world_is_left_alone(guide: Guide, text: str) -> None:
    assert told(guide, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The share of former students earning over $25,000 is small.",
        "We should be spending 80 percent of our money on this, and 20 percent on that.",
        "We list domains which have received at least 1,000 visits in 30 days.",
        "We may buy services directly, as long as the price does not exceed $3,500.",
        "We learn what it takes (for example, to start within four weeks), and go on.",
        "This team won the award for the biggest impact.",
        "29 minutes",
        "We’re working toward getting the platform assessed as FedRAMP compliant.",
        "One year in and looking forward",
        "Users can watch at 1.25-2x speed, so they can get caught up more quickly.",
        "There are five groups, from “$200 and under” to “$2,000+.”",
        "It shows websites that are administered by one of 10 specific agencies.",
        "I joined to create and deploy best-in-class technology.",
        "We are on the way to making world-class websites.",
        "The opening bid starts at $3,499.",
    ],
)
def test_a_post_may_tell_of_others(guide: Guide, text: str) -> None:
    assert told(guide, text, channel="blog") == []


def test_a_noun_in_ed_makes_no_story(guide: Guide) -> None:
    assert told(guide, "Our seed feeds three hundred hens for six weeks.") != []


def verdict(text: str) -> list[tuple[str, str]]:
    guide = load_guide(COURIER)
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(guide=guide, today=date(2026, 9, 15), channel="page")
    findings = check(document, context).findings
    return [(one.check, one.quote) for one in findings if one.check.split(".")[0] in ("claims", "offers")]


@pytest.mark.parametrize(
    "text",
    [
        "Start with 30 free days.",
        "The first 30 days cost nothing.",
        "The fastest of six couriers tested in York in 2026: Wrenpost.",
        "Shop owners rate us 9.6 out of 10.",
        "Three pounds ninety for each city parcel.",
        "Switch from diesel vans to cargo bikes and each parcel causes 61% less CO2.",
        "Wrenpost delivers 94% of city parcels on the same day in May.",
        "Our network has 410 lockers, all run from an attic in York.",
        "410 lockers from a shed in York.",
    ],
)
def test_what_is_approved_is_not_told_as_wrong(text: str) -> None:
    assert {check for check, _ in verdict(text)} <= {"claims.expiring"}


@pytest.mark.parametrize(
    ("text", "check", "quote"),
    [
        ("Start with 14 free days.", "claims.contradicted", "14"),
        ("Courier of the Year 2025: Wrenpost.", "claims.contradicted", "2025"),
        ("Shop owners rate us 4.8 out of 10.", "claims.contradicted", "4.8"),
        ("With our lockers, failed deliveries drop by more than half.", "claims.contradicted", "half"),
        ("Wrenpost is the fastest courier in York.", "claims.reworded", "fastest"),
        ("Shops without lockers, too, see 38% fewer failed deliveries with us.", "claims.reworded", "38%"),
        ("Our network has 410 lockers in York.", "claims.reworded", "410"),
        ("Two pounds ninety for each city parcel.", "claims.contradicted", "ninety"),
        ("Wrenpost halves what local delivery costs.", "claims.withdrawn", "halves"),
    ],
)
def test_what_is_not_approved_is_told_for_what_it_is(text: str, check: str, quote: str) -> None:
    assert [(one, said) for one, said in verdict(text) if one == check and quote in said]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("{claim}, more than any other brand.", "more than any other brand"),
        ("We pay our drivers more than the market does, and {claim}.", "more than the market"),
        ("{claim} and are approved by doctors.", "approved by"),
    ],
)
def test_an_approved_claim_proves_no_boast_that_stands_beside_it(text: str, quote: str) -> None:
    said = verdict(text.format(claim="Our network has 410 lockers"))
    assert ("claims.unproven", quote) in said, said
