"""Terms: words to use and avoid in every form, fixed spellings, old names, an audience's dislikes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from copykit.brief import Brief
from copykit.checks import Context
from copykit.checks.terms import TERMS
from copykit.findings import Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.guide.types import Place, Term
from copykit.text import Syntax, parse

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(BRAND)


def told(guide: Guide, text: str, *, audience: str = "", channel: str | None = None) -> list[Finding]:
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(guide=guide, today=date(2026, 6, 15), brief=Brief(audience=audience), channel=channel)
    found = [finding for one in TERMS for finding in one(document, context)]
    for finding in found:
        assert document.quote(finding.location) == finding.quote
        assert finding.reference is not None and finding.reference.line
    return found


# (text, check, quote, replacement, safe)
HITS = [
    ("Please log in now.", "terms.avoid", "log in", "sign in", True),
    ("She logs in every day.", "terms.avoid", "logs in", "signs in", True),
    ("They logged in early.", "terms.avoid", "logged in", "signed in", True),
    ("Logging on is quick.", "terms.avoid", "Logging on", "Signing in", True),
    ("Log In to See More", "terms.avoid", "Log In", "Sign In", True),
    ("LOG IN NOW", "terms.avoid", "LOG IN", "SIGN IN", True),
    ("Three vehicles left.", "terms.avoid", "vehicles", "vans", True),
    ("Park the vehicle here.", "terms.avoid", "vehicle", "van", True),
    ("It's a solution.", "terms.avoid", "a solution", "software", True),
    ("Our solutions help.", "terms.avoid", "solutions", "software", False),
    ("An e-mail came.", "terms.avoid", "e-mail", "email", True),
    ("Ask HR first.", "terms.avoid", "HR", "the team", False),
    ("Synergies are here.", "terms.banned", "Synergies", None, None),
    ("A disruptive idea.", "terms.banned", "disruptive", None, None),
    ("Try Brackwater Ring.", "terms.old-name", "Brackwater Ring", "Brackwater Loop", True),
    ("Try brackwater.", "terms.spelling", "brackwater", "Brackwater", True),
    ("Try BrackWater today.", "terms.spelling", "BrackWater", "Brackwater", True),
    ("Join the WaitList.", "terms.spelling", "WaitList", "waitlist", True),
    ("The brackwater Dock is full.", "terms.spelling", "brackwater Dock", "Brackwater Dock", True),
]


@pytest.mark.parametrize(("text", "check", "quote", "fix", "safe"), HITS)
def test_words_are_told_with_what_to_write(
    guide: Guide, text: str, check: str, quote: str, fix: str | None, safe: bool | None
) -> None:
    found = max(told(guide, text), key=lambda one: len(one.quote))
    assert (found.check, found.quote) == (check, quote)
    assert [(one.replacement, one.safe) for one in found.fixes] == ([(fix, safe)] if fix else [])


CLEAN = [
    "Sign in to Brackwater.",
    "Put another log in the fireplace.",
    "A saline solution is salt and water.",
    "We swim in brackwater creek.",
    "BRACKWATER IS HERE",
    "Waitlist for Vans",
    "Formerly Brackwater Ring, now Brackwater Loop.",
    "Run `log in` and see https://example.com/log-in/vehicle.",
    "Write to hr or {{ vehicle.name }}.",
    "The catalog in the office is old.",
    "Brackwater’s vans are blue.",
]


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_fine_stays_quiet(guide: Guide, text: str) -> None:
    assert told(guide, text) == []


def test_quoted_speech_is_somebody_elses_but_not_in_a_call_script(guide: Guide) -> None:
    text = "He said “synergy is a disruptive vehicle” and left."
    assert {one.severity for one in told(guide, text)} == {Severity.SUGGESTION}
    assert Severity.ERROR in {one.severity for one in told(guide, text, channel="call")}


def test_old_names_tell_since_when(guide: Guide) -> None:
    (found,) = told(guide, "Try Brackwater Ring.")
    assert "since February 1, 2026" in found.advice
    assert found.severity is Severity.ERROR


def test_words_that_put_off_the_named_audience_are_suggestions(guide: Guide) -> None:
    (found,) = told(guide, "Track every asset.", audience="dispatchers")
    assert (found.check, found.severity) == ("terms.audience", Severity.SUGGESTION)
    assert "round, stop" in found.advice
    assert told(guide, "Track every asset.", audience="owners") == []
    assert told(guide, "Track every asset.") == []


def test_the_reason_and_the_line_of_the_guide_are_given(guide: Guide) -> None:
    (found,) = told(guide, "Park the vehicle here.")
    assert found.reference is not None and found.reference.line is not None
    assert "It is a van." in found.advice and found.reference.quote == "It is a van."
    line = (BRAND / "terms.yaml").read_text(encoding="utf-8").splitlines()[found.reference.line - 1]
    assert line.strip() == "avoid: [vehicle]"


def with_terms(guide: Guide, *terms: dict[str, Any]) -> Guide:
    made = [
        Term.model_validate({"reason": "Ours.", "__place__": Place(path="t", line=1), **one}) for one in terms
    ]
    return replace(guide, terms=tuple(made))


# A word is meant in both spellings, and with a space for its hyphen.
@pytest.mark.parametrize(
    ("avoid", "use", "text", "quote", "fix"),
    [
        ("utilize", "use", "He utilised it.", "utilised", "used"),
        ("utilise", "use", "Utilizing it helps.", "Utilizing", "Using"),
        ("user-friendly", "easy", "It is user friendly.", "user friendly", "easy"),
        ("cutting edge", "new", "A cutting-edge van.", "cutting-edge", "new"),
        ("behavior", "habit", "Such behaviours are rare.", "behaviours", "habits"),
    ],
)
def test_other_spellings_of_a_word_to_avoid_are_found(
    guide: Guide, avoid: str, use: str, text: str, quote: str, fix: str
) -> None:
    (found,) = told(with_terms(guide, {"avoid": [avoid], "use": use}), text)
    assert found.quote == quote
    assert found.fixes[0].replacement == fix


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ({"avoid": ["colour"], "use": "color"}, "A color."),
        ({"avoid": ["e-mail"], "use": "email"}, "An email, or an e mail."),
        ({"avoid": ["sign-up"], "use": "sign up"}, "Please sign up."),
        ({"avoid": ["log in", "login"], "use": "sign in"}, "The log-in page."),
        ({"avoid": ["organize"], "inflect": False}, "We organise."),
        ({"avoid": ["re-sign"]}, "They resign."),
    ],
)
def test_where_the_spelling_is_the_point_only_that_spelling_is_meant(
    guide: Guide, term: dict[str, Any], text: str
) -> None:
    assert told(with_terms(guide, term), text) == []


CAPITALS = {"avoid": ["Government"], "use": "government"}
NAME = {"avoid": ["AcornMail", "Acorn mail"], "use": "Acorn Mail"}
SMALL = {"use": "internet"}


@pytest.mark.parametrize(
    ("term", "text", "quote", "fix"),
    [
        (CAPITALS, "We told the Government so.", "Government", "government"),
        (CAPITALS, "Two Governments met.", "Governments", "governments"),
        (NAME, "Try Acorn mail today.", "Acorn mail", "Acorn Mail"),
        (NAME, "Try acorn mail today.", "acorn mail", "Acorn Mail"),
        (NAME, "Try AcornMail today.", "AcornMail", "Acorn Mail"),
        (SMALL, "We found it on the Internet today.", "Internet", "internet"),
    ],
)
def test_a_term_may_be_about_capitals_alone(
    guide: Guide, term: dict[str, Any], text: str, quote: str, fix: str
) -> None:
    (found,) = told(with_terms(guide, term), text)
    assert (found.quote, found.fixes[0].replacement) == (quote, fix)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (CAPITALS, "The government acts."),
        (CAPITALS, "Government acts. “Government acts,” she said."),
        (CAPITALS, "# What Government does"),
        (CAPITALS, "GOVERNMENT ACTS NOW"),
        (NAME, "Try Acorn Mail today."),
        (SMALL, "Internet vans. The internet is big."),
        (SMALL, "Ask the Internet Society."),
        (SMALL, "# Vans on the Internet"),
        ({"avoid": ["the disabled"], "use": "disabled people"}, "Ask the disabled people whom we met."),
    ],
)
def test_what_stands_as_the_guide_has_it_is_fine(guide: Guide, term: dict[str, Any], text: str) -> None:
    assert told(with_terms(guide, term), text) == []


@pytest.mark.parametrize(
    ("avoid", "use", "text", "fix", "safe"),
    [
        ("collaborate", "work with", "We collaborated.", "worked with", False),
        ("collaborate", "work with", "She collaborates.", "works with", False),
        ("commence", "get started", "Commencing it.", "Getting started", False),
        ("execute", "run", "It can be executed.", "run", False),
        ("purchase", "buy", "Our micro-purchases help.", "buys", False),
    ],
)
def test_a_phrase_takes_its_form_on_its_verb(
    guide: Guide, avoid: str, use: str, text: str, fix: str, safe: bool
) -> None:
    (found,) = told(with_terms(guide, {"avoid": [avoid], "use": use}), text)
    assert (found.fixes[0].replacement, found.fixes[0].safe) == (fix, safe)


def test_what_may_be_a_name_is_only_a_suggestion(guide: Guide) -> None:
    made = with_terms(guide, {"avoid": ["innovative"]})
    (found,) = told(made, "The Office of Citizen Services and Innovative Technology hums along.")
    assert found.severity is Severity.SUGGESTION
    for text in (
        "Innovative vans rule.",
        "# Our Innovative Vans",
        "We like Innovative vans.",
        "INNOVATIVE VANS",
    ):
        (found,) = told(made, text)
        assert found.severity is Severity.WARNING, text


def test_a_word_is_fine_in_one_sentence_with_what_makes_it_so(guide: Guide) -> None:
    made = with_terms(guide, {"avoid": ["deploy"], "near": ["software", "open source"]})
    for fine in ("We deploy the software.", "Open source is what they deployed.", "Deploying our softwares?"):
        assert told(made, fine) == [], fine
    (found,) = told(made, "We sell software. We deploy people.")
    assert found.quote == "deploy"
