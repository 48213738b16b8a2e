"""Messages, legal lines, the brand's own lines, and asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copykit.brief import Brief
from copykit.checks import Context
from copykit.checks.asks import ASKS
from copykit.checks.messages import MESSAGES
from copykit.findings import Area, Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.text import Document, Syntax, parse, parse_fields

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"
ADDRESS = "Brackwater Inc., 7 Ferry Road, Portland, ME 04101"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(BRAND)


def page(text: str) -> Document:
    return parse(text, name="page.md", syntax=Syntax.MARKDOWN)


def told(guide: Guide, text: str | Document, **settings: object) -> list[Finding]:
    document = page(text) if isinstance(text, str) else text
    context = replace(Context(guide=guide, today=date(2026, 6, 15)), **settings)  # type: ignore[arg-type]
    found = [finding for one in (*MESSAGES, *ASKS) for finding in one(document, context)]
    for finding in found:
        assert document.quote(finding.location) == finding.quote
    return found


def checks(guide: Guide, text: str | Document, **settings: object) -> list[str]:
    return [one.check for one in told(guide, text, **settings)]


# ── required messages ───────────────────────────────────────────────────────────────────────────────

SAYS_IT = [
    "A round should end where the driver lives.",
    "Every round should end right where your drivers live, we think.",
    "The last stop should be close to the driver’s own door.",
    "Rounds that end at home are better.",
    "Where should a round end? Where the driver lives.",
    "A round should never end far from where the driver lives.",
]
SAYS_IT_NOT = [
    "A round has stops.",
    "Drivers live in Portland. It has a ferry.",
    "We like the end of the film.",
    "A round should not end where the driver lives.",
    "Where the driver lives, no round should end.",
]


@pytest.mark.parametrize("text", SAYS_IT)
def test_a_message_is_there_by_its_meaning(guide: Guide, text: str) -> None:
    assert "messages.required" not in checks(guide, text, channel="page")


@pytest.mark.parametrize("text", SAYS_IT_NOT)
def test_a_missing_message_is_told_as_an_absence(guide: Guide, text: str) -> None:
    found = next(one for one in told(guide, text, channel="page") if one.check == "messages.required")
    assert found.location.start == found.location.end and found.quote == ""
    assert "A round should end where the driver lives." in found.advice
    assert found.reference is not None and found.reference.label == 'message "rounds"'


def test_a_message_is_required_where_the_guide_or_the_brief_says_so(guide: Guide) -> None:
    assert "messages.required" not in checks(guide, "Vans are blue.", channel="blog")
    brief = Brief(messages=["small"])
    found = told(guide, "Vans are blue.", channel="blog", brief=brief)
    assert [one.check for one in found] == ["messages.required"]
    assert found[0].advice.startswith("The brief asks")
    assert checks(guide, "Empty miles cost small fleets the most.", channel="blog", brief=brief) == []


def test_the_fix_adds_the_message_after_the_first_full_paragraph(guide: Guide) -> None:
    source = "# Vans\n\nWe plan the rounds of people who drive for a living.\n\nMore *text* here.\n"
    (found,) = told(guide, source, channel="page")
    (fix,) = found.fixes
    at = found.location.start
    made = source[:at] + fix.replacement + source[at:]
    assert "for a living. A round should end where the driver lives.\n\nMore" in made
    assert checks(guide, made, channel="page") == []


# ── legal lines ─────────────────────────────────────────────────────────────────────────────────────


def test_legal_lines_stand_word_for_word_in_their_channel_and_region(guide: Guide) -> None:
    assert "legal.missing" in checks(guide, "Hello there.", channel="email")
    assert "legal.missing" not in checks(guide, "Hello there.", channel="blog")
    assert "legal.missing" not in checks(guide, "Hello there.")
    assert checks(guide, f"Hello there.\n\n{ADDRESS}\n", channel="email") == []
    page_us = checks(guide, SAYS_IT[0], channel="page")
    page_ca = checks(guide, SAYS_IT[0], channel="page", brief=Brief(region="CA"))
    assert ("legal.missing" in page_us, "legal.missing" in page_ca) == (False, True)


def test_a_missing_legal_line_is_an_error_in_our_copy_and_can_be_added(guide: Guide) -> None:
    source = "Hello there."
    (found,) = told(guide, source, channel="email", own=True)
    assert (found.severity, found.area) == (Severity.ERROR, Area.FORMAT)
    assert told(guide, source, channel="email")[0].severity is Severity.WARNING
    made = source[: found.location.start] + found.fixes[0].replacement
    assert checks(guide, made, channel="email") == []


def test_a_legal_line_with_other_words_is_replaced(guide: Guide) -> None:
    (found,) = told(guide, f"Hello there.\n\n{ADDRESS.replace('7', '9')}\n", channel="email")
    assert found.quote == ADDRESS.replace("7", "9")
    assert found.fixes[0].replacement == ADDRESS


# ── the brand's own lines ───────────────────────────────────────────────────────────────────────────


def test_wordplay_stays_in_its_channels_and_out_of_bad_news(guide: Guide) -> None:
    line = "We put the fun in refund."
    assert checks(guide, line, channel="ad") == []
    (found,) = told(guide, line, channel="blog")
    assert (found.check, found.severity) == ("wordplay.misplaced", Severity.WARNING)
    (found,) = told(guide, line, channel="ad", brief=Brief(situation="apology"))
    assert (found.check, found.severity) == ("wordplay.misplaced", Severity.ERROR)


def test_a_tagline_is_quoted_right(guide: Guide) -> None:
    (found,) = told(guide, "The van knows its way home.")
    assert (found.check, found.quote) == ("tagline.misquoted", "The van knows its way home")
    assert found.fixes[0].replacement == "The van knows the way home"
    for text in ("The van knows the way home.", "The van is at home.", "The dog knows a way to the river."):
        assert checks(guide, text) == []


# ── asks ────────────────────────────────────────────────────────────────────────────────────────────

TWO_ASKS = [
    "Would a ten-minute demo next week help? You can also start a free trial today.",
    "Start Free Trial\n\nBook a Demo",
    "Shall I set up a trial for your vans? Or do you have 15 minutes on Tuesday for a call?",
    "Start your free trial now. Sign up for our newsletter, too, for sure.\n\nSubscribe to the newsletter.",
    "[Try it](https://www.brackwater.example/trial) or [see it](https://www.brackwater.example/demo).",
]
ONE_ASK = [
    "Would a ten-minute demo next week help?",
    "Worth a look? Book a demo.",
    "Start Free Trial\n\nNo card is asked for.\n\nTry It Free",
    "Would a ten-minute demo next week help? Just reply to this email.",
    "You can sign up in June, they said. Drivers order lunch at noon. Shall I set up a trial for your vans?",
    "If you would rather not hear from us, tell us.",
    "Sign up by July 31 and take 20% off your first year.\n\nBook a Demo",
]


@pytest.mark.parametrize("text", TWO_ASKS)
def test_two_asks_are_one_too_many(guide: Guide, text: str) -> None:
    for channel, severity in (("email", Severity.ERROR), ("page", Severity.WARNING)):
        found = [one for one in told(guide, text, channel=channel) if one.check == "asks.more-than-one"]
        assert [one.severity for one in found] == [severity]
        assert found[0].related
    assert "asks.more-than-one" not in checks(guide, text, channel="blog")


@pytest.mark.parametrize("text", ONE_ASK)
def test_one_ask_is_enough_however_often_it_stands(guide: Guide, text: str) -> None:
    assert "asks.more-than-one" not in checks(guide, text, channel="email")


def test_the_second_ask_is_the_one_that_the_brief_does_not_name(guide: Guide) -> None:
    text = "You can start a free trial today. Would a ten-minute demo next week help?"
    (found,) = [
        one
        for one in told(guide, text, channel="email", brief=Brief(goal="demo"))
        if one.check == "asks.more-than-one"
    ]
    assert found.quote == "You can start a free trial today."


def test_an_ask_of_another_goal_than_the_briefs(guide: Guide) -> None:
    found = told(guide, f"Start Free Trial\n\n{ADDRESS}", channel="email", brief=Brief(goal="demo"))
    assert [one.check for one in found] == ["asks.other-goal"]
    assert found[0].fixes[0].replacement == "Book a Demo"


def test_no_ask_where_the_brief_names_one(guide: Guide) -> None:
    text = f"The van is blue.\n\n{ADDRESS}"
    found = told(guide, text, channel="email", brief=Brief(ask="book-demo"))
    assert [one.check for one in found] == ["asks.missing"]
    assert checks(guide, text, channel="email") == []
    assert checks(guide, "The van is blue.", channel="ad", brief=Brief(ask="book-demo")) == []
    reworded = f"How about a short demo for ten minutes next week?\n\n{ADDRESS}"
    assert checks(guide, reworded, channel="email", brief=Brief(ask="book-demo")) == []


def test_findings_in_a_draft_name_their_field(guide: Guide) -> None:
    document = parse_fields(
        [
            ("body", "Would a ten-minute demo next week help? Start a free trial too.", Syntax.PLAIN),
            ("legal", ADDRESS, Syntax.PLAIN),
        ],
        name="draft",
    )
    (found,) = told(guide, document, channel="email", own=True)
    assert (found.check, found.location.field) == ("asks.more-than-one", "body")
