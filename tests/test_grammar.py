"""Grammar for joining texts into copy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.grammar import (
    FILTERS,
    article,
    capitalize_first,
    join_words,
    lower_first,
    plural,
    title_case,
    unstop,
)


@pytest.mark.parametrize(
    "phrase",
    [
        "an app",
        "an hour", "an honest price", "an heirloom", "an FAQ", "an SMS", "an X-ray", "an 8-week trial",
        "an 11-day trip", "an 18-month plan", "an 80-seat room", "an unpaid shift", "an unimportant call",
        "an upgrade", "an MRI", "an “easy” week", "an RSVP", "an umbrella", "an idea",
        "a kettle", "a user", "a unicorn", "a uniform", "a university", "a European town", "a one-off",
        "a US company", "a UK office", "a usual day",
        "a 14-day trial", "a 110-page book", "a house",
        "a Falcon",
        "a utility bill", "a utensil", "a unanimous vote", "a once-a-year sale", "a Xerox",
    ],
)  # fmt: skip
def test_the_article_follows_the_sound(phrase: str) -> None:
    assert article(phrase.split(" ", 1)[1]) == phrase


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("box", "boxes"), ("operations lead", "operations leads"), ("city", "cities"), ("day", "days"),
        ("business owner", "business owners"), ("class", "classes"), ("branch", "branches"),
        ("person", "people"), ("Child", "Children"), ("sales person", "sales people"), ("half", "halves"),
        ("staff", "staff"), ("hero", "heroes"), ("quiz", "quizzes"),
    ],
)  # fmt: skip
def test_the_plural_is_the_last_word_s(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("tea is ready", "Tea is ready"),
        ("“tea” is ready", "“Tea” is ready"),
        ("iPad cases", "iPad cases"),
        ("14 days free", "14 days free"),
        ("élan", "Élan"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_the_first_letter_becomes_a_capital(given: str, made: str) -> None:
    assert capitalize_first(given) == made


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("Tea is ready", "tea is ready"),
        ("Tarn One boils", "Tarn One boils"),
        ("I drink tea", "I drink tea"),
        ("I’m ready", "I’m ready"),
        ("It boils", "it boils"),
        ("SMS reminders", "SMS reminders"),
        ("", ""),
    ],
)
def test_the_first_letter_becomes_small_but_in_names(given: str, made: str) -> None:
    assert lower_first(given, ["Tarn"]) == made


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("fill open shifts by text", "Fill Open Shifts by Text"),
        ("what it is for", "What It Is For"),
        ("tea: a short guide", "Tea: A Short Guide"),
        ("the iPad in the shop", "The iPad in the Shop"),
        ("a how-to for day-to-day work", "A How-to for Day-to-Day Work"),
        ("no-show fees", "No-Show Fees"),
    ],
)
def test_title_case(given: str, made: str) -> None:
    assert title_case(given) == made


def test_items_join_to_a_list() -> None:
    assert join_words([]) == ""
    assert join_words(["tea"]) == "tea"
    assert join_words(["tea", "milk"]) == "tea and milk"
    assert join_words(["tea", "milk", "jam"]) == "tea, milk, and jam"
    assert join_words(["tea", "milk", "jam"], serial_comma=False, last="or") == "tea, milk or jam"


def test_a_closing_stop_goes_but_an_ellipsis_stays() -> None:
    assert unstop("It boils.") == "It boils"
    assert unstop("It boils...") == "It boils..."
    assert unstop("Does it?") == "Does it?"


def test_a_text_becomes_a_sentence_once() -> None:
    sentence = FILTERS["sentence"]
    assert sentence("it boils") == "It boils."
    assert sentence("does it?") == "Does it?"
    assert sentence("she said “yes.”") == "She said “yes.”"
    assert sentence("") == ""


def test_the_first_sentence_is_cut_out() -> None:
    first = FILTERS["first_sentence"]
    assert first("It boils. It whistles.") == "It boils."
    assert first("It costs 4.50 a cup! Cheap.") == "It costs 4.50 a cup!"
    assert first("No stop") == "No stop"


@given(text=st.text(max_size=40))
def test_changing_the_first_letter_changes_nothing_else(text: str) -> None:
    assert capitalize_first(text).casefold() == text.casefold()
    assert lower_first(text).casefold() == text.casefold()
    assert capitalize_first(capitalize_first(text)) == capitalize_first(text)
