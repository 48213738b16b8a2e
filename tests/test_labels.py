"""Labels are read as models type them, and told from all else that stands in braces."""

from __future__ import annotations

import pytest

from copykit.guide import load_guide
from copykit.house import brands_dir
from copykit.labels import Label, money, named_prices, read_label, why_unknown


@pytest.mark.parametrize(
    ("typed", "kind", "id", "form"),
    [
        ("{claim:no-shows}", "claim", "no-shows", ""),
        ("{claim:no-shows short}", "claim", "no-shows", "short"),
        ("{ Claim : No-Shows }", "claim", "no-shows", ""),
        ("{claim:no_shows}", "claim", "no-shows", ""),
        ("{claim: no shows}", "claim", "no-shows", ""),
        ("{claim no-shows}", "claim", "no-shows", ""),
        ("{claims:no-shows|short}", "claim", "no-shows", "short"),
        ("{claim:no-shows, headline}", "claim", "no-shows", "short"),
        ("{claim:no-shows (short)}", "claim", "no-shows", "short"),
        ("{claim:no-shows:short}", "claim", "no-shows", "short"),
        ("{{claim:no-shows}}", "claim", "no-shows", ""),
        ("{no-shows}", "", "no-shows", ""),
        ("{price:desk}", "price", "desk", ""),
        ("{fact:1}", "fact", "1", ""),
        ("{fact 12}", "fact", "12", ""),
        ("{story:fellhope quote}", "story", "fellhope", "quote"),
        ("{stories:fellhope name}", "story", "fellhope", "person"),
        ("{story:fellhope company}", "story", "fellhope", "customer"),
        ("{claim:}", "claim", "", ""),
    ],
)
def test_a_label_is_read_as_it_was_meant(typed: str, kind: str, id: str, form: str) -> None:
    assert read_label(typed) == Label(kind=kind, id=id, form=form)


@pytest.mark.parametrize(
    "typed",
    [
        "{{first_name}}", "{{ contact.first_name | default: 'there' }}", "{{ offer.price }}", "{!Lead.Name}",
        "{contactfield=firstname}", "{Hi|Hello}", "{ }", "{a sentence, with a comma and a stop.}",
        "{'claim': 1}", "{" + "x" * 200 + "}",
    ],
)  # fmt: skip
def test_other_things_in_braces_name_no_fact(typed: str) -> None:
    label = read_label(typed)
    # Without a kind it may look like an id; then the guide decides, and has none of that name.
    assert label is None or not label.kind


def test_a_label_is_written_in_one_way() -> None:
    for label in (Label(kind="claim", id="a-b"), Label(kind="story", id="x", form="quote")):
        assert read_label(str(label)) == label


def test_every_price_of_a_region_has_a_label_of_its_own() -> None:
    for brand in ("dewclaw", "oatwhistle"):
        prices = [(id, price.region) for id, _, price in named_prices(load_guide(brands_dir() / brand))]
        assert prices
        assert len(set(prices)) == len(prices)


def test_sums_are_written_with_their_sign() -> None:
    offers = load_guide(brands_dir() / "dewclaw").offers
    price = next(price for offer in offers for price in offer.prices)
    assert money(price) == "$89"
    assert money(price.model_copy(update={"amount": 1234.5, "currency": "GBP"})) == "£1,234.50"
    assert money(price.model_copy(update={"currency": "CHF"})) == "89 CHF"


def test_a_label_that_stands_for_nothing_says_why() -> None:
    guide = load_guide(brands_dir() / "dewclaw")
    assert why_unknown(Label(kind="claim", id="nope"), guide) == 'the guide has no claim "nope"'
    assert why_unknown(Label(kind="offer", id="spring-switch"), guide) == (
        'offer "spring-switch" may not be used in this copy today'
    )
    assert why_unknown(Label(kind="fact", id="9"), guide) == "the brief has no fact 9"
