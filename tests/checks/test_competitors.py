"""Rivals named against the guide's policy, and disclaimers where something calls for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copykit.brief import Brief, Person
from copykit.checks import Context, check
from copykit.findings import Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.guide.types import Claim, Competitor, LegalLine
from copykit.text import Syntax, parse

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"


@pytest.fixture(scope="module")
def plain() -> Guide:
    return load_guide(BRAND)


@pytest.fixture(scope="module")
def guide(plain: Guide) -> Guide:
    claim = plain.claims[0].model_copy(
        update={
            "id": "cheaper",
            "text": "Short rounds cost 22% less with Brackwater than with Fastvan.",
            "wordings": [],
            "short": None,
            "valid_to": None,
        }
    )
    assert isinstance(claim, Claim)
    rivals = (
        Competitor(id="thorn", name="Thornfield", aliases=["Thorn Maps"]),
        Competitor(id="fast", name="Fastvan", policy="claim"),
        Competitor(id="lone", name="Lonesome", policy="claim"),
        Competitor(id="paper", name="Paperway", policy="fine"),
    )
    return replace(plain, claims=(*plain.claims, claim), competitors=rivals)


def told(guide: Guide, text: str, family: str = "messages.", **settings: object) -> list[Finding]:
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(guide=guide, today=date(2026, 6, 15))
    found = check(document, replace(context, **settings)).findings  # type: ignore[arg-type]
    return [one for one in found if one.check.startswith(family) and one.check != "messages.required"]


# ── competitors ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Leave Thornfield behind.", "Thornfield"),
        ("Thorn Maps users like our depots, too.", "Thorn Maps"),
        ("Thornfield's maps are old.", "Thornfield"),
        ("Fastvan has an office in Hull.", "Fastvan"),
        ("We are friends with Lonesome.", "Lonesome"),
    ],
)
def test_a_rival_named_against_the_policy_is_told(guide: Guide, text: str, quote: str) -> None:
    (found,) = told(guide, text)
    assert (found.check, found.quote, found.severity) == ("messages.competitor", quote, Severity.WARNING)
    assert told(guide, text, own=True)[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "Paperway prints maps.",
        "Thornfields are farms, and a thornfield is a field of thorns.",
        "Short rounds cost 22% less with Brackwater than with Fastvan.",
        "For short rounds, Brackwater costs 22 percent less than Fastvan.",
    ],
)
def test_a_rival_that_may_be_named_is_left_alone(guide: Guide, text: str) -> None:
    assert told(guide, text) == []


def test_a_claim_told_wrong_is_told_as_that(guide: Guide) -> None:
    text = "Short rounds cost 45% less with Brackwater than with Fastvan."
    assert told(guide, text) == []
    assert [one.check for one in told(guide, text, "claims.")] == ["claims.contradicted"]


def test_the_advice_tells_the_words_in_which_a_rival_may_be_named(guide: Guide) -> None:
    assert "Short rounds cost 22% less" in told(guide, "Fastvan has an office in Hull.")[0].advice
    assert "no claim names it" in told(guide, "We are friends with Lonesome.")[0].advice


def test_a_mail_to_a_rival_may_name_it(guide: Guide) -> None:
    reader = Brief(recipient=Person(company="Thornfield"))
    assert told(guide, "You have been with Thornfield for years.", brief=reader) == []


# ── disclaimers ─────────────────────────────────────────────────────────────────────────────────────

DIFFER = "Results differ from fleet to fleet."


def disclaimed(guide: Guide, **callers: list[str]) -> Guide:
    line = LegalLine(id="differ", text=DIFFER, **callers)  # type: ignore[arg-type]
    return replace(guide, brand=guide.brand.model_copy(update={"legal": [line]}))


@pytest.mark.parametrize(
    ("callers", "text"),
    [
        ({"words": ["round"]}, "Rounds end at home."),
        ({"words": ["free trial"]}, "Take the free trials of this spring."),
        ({"claims": ["hours"]}, "Dispatchers save 11 hours a week on planning."),
        ({"claims": ["hours"]}, "Dispatchers get eleven hours a week of planning back."),
        ({"offers": ["trial"]}, "Your free trial lasts 14 days."),
    ],
)
def test_a_disclaimer_must_stand_where_it_is_called_for(
    plain: Guide, callers: dict[str, list[str]], text: str
) -> None:
    guide = disclaimed(plain, **callers)
    (found,) = told(guide, text, "legal.")
    assert "calls for it" in found.advice
    assert told(guide, f"{text} {DIFFER}", "legal.") == []


@pytest.mark.parametrize(
    ("callers", "text"),
    [
        ({"words": ["round"]}, "Maps end at home, and the ground is wet."),
        ({"claims": ["hours"]}, "Dispatchers have lunch for an hour."),
        ({"offers": ["trial"]}, "The jury was out for two days."),
    ],
)
def test_a_disclaimer_stays_away_where_nothing_calls_for_it(
    plain: Guide, callers: dict[str, list[str]], text: str
) -> None:
    assert told(disclaimed(plain, **callers), text, "legal.") == []


def test_a_line_without_callers_must_always_stand(plain: Guide) -> None:
    (found,) = told(disclaimed(plain), "Maps end at home.", "legal.")
    assert "calls for it" not in found.advice
