"""Inclusive language: what is told, what is left alone, and how grave the guide says it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copykit.checks import Context
from copykit.checks.inclusive import INCLUSIVE
from copykit.findings import Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.guide.types import Inclusive
from copykit.text import Syntax, parse

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(BRAND)


def told(guide: Guide, text: str, *, channel: str | None = None, **rules: object) -> list[Finding]:
    if rules:
        guide = replace(guide, brand=guide.brand.model_copy(update={"inclusive": Inclusive(**rules)}))
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(guide=guide, today=date(2026, 6, 15), channel=channel)
    found = [finding for one in INCLUSIVE for finding in one(document, context)]
    for finding in found:
        assert document.quote(finding.location) == finding.quote
    return found


# (text, area, quote, replacement where it is sure)
HITS = [
    ("The chairman called.", "gender", "chairman", "chair"),
    ("Two firemen came.", "gender", "firemen", "firefighters"),
    ("A salesman rang.", "gender", "salesman", "salesperson"),
    ("It took an extra man-hour.", "gender", "man-hour", "person-hour"),
    ("Hire an alderman.", "gender", "an alderman", "a council member"),
    ("It took ten man-hours.", "gender", "man-hours", "person-hours"),
    ("Each driver brings his or her own map.", "gender", "his or her", None),
    ("When a customer opens it, he sees your name.", "gender", "he", None),
    ("Each driver has his own map.", "gender", "his", None),
    ("If a driver is late, he must call.", "gender", "he", None),
    ("A good manager knows her team.", "gender", "her", None),
    ("Everyone should bring his own lunch.", "gender", "his", None),
    ("So easy your grandma can do it.", "age", "So easy your grandma", None),
    ("Write a killer subject line.", "violence", "killer subject line", None),
    ("We play Chinese whispers here.", "culture", "Chinese whispers", "telephone game"),
    ("She is so OCD about it.", "ability", "so OCD", None),
    ("It was an Indian summer sale.", "culture", "Indian summer", None),
    ("Hey guys, it is here.", "gender", "Hey guys", None),
    ("It is all man-made.", "gender", "man-made", "artificial"),
    ("An unmanned yard.", "gender", "unmanned", "uncrewed"),
    ("It was a crazy week.", "ability", "crazy", None),
    ("Do a sanity check first.", "ability", "sanity check", "quick check"),
    ("He is confined to a wheelchair.", "ability", "confined to a wheelchair", "who uses a wheelchair"),
    ("The plan fell on deaf ears.", "ability", "fell on deaf ears", None),
    ("A lame excuse, that.", "ability", "lame excuse", "poor excuse"),
    ("They turned a blind eye to it.", "ability", "turned a blind eye", None),
    ("Type a dummy value.", "ability", "dummy value", "placeholder value"),
    ("It is built for the elderly.", "age", "the elderly", "older people"),
    ("Discounts for senior citizens.", "age", "senior citizens", "older people"),
    ("So easy that even your grandma can do it.", "age", "even your grandma", None),
    ("We look for digital natives.", "age", "digital natives", None),
    ("The company is over the hill.", "age", "over the hill", None),
    ("Join a youthful team.", "age", "youthful team", None),
    ("Put the sender on the blacklist.", "culture", "blacklist", "blocklist"),
    ("We whitelisted your address.", "culture", "whitelisted", "allowed"),
    ("Old plans are grandfathered in.", "culture", "grandfathered in", "kept under the old rules"),
    ("Ask our marketing guru.", "culture", "guru", None),
    ("Let's have a powwow on Monday.", "culture", "powwow", None),
    ("He felt gypped by the price.", "culture", "gypped", None),
    ("A first-world problem, we know.", "culture", "first-world problem", None),
    ("We crush the competition.", "violence", "crush the competition", None),
    ("There is no silver bullet.", "violence", "silver bullet", None),
    ("Meet me in the war room.", "violence", "war room", None),
    ("It kills two birds with one stone.", "violence", "kills two birds with one stone", None),
    ("They pulled the trigger on it.", "violence", "pulled the trigger", None),
    ("A battle-tested planner.", "violence", "battle-tested", "proven"),
    ("Don't beat a dead horse.", "violence", "beat a dead horse", None),
]


@pytest.mark.parametrize(("text", "area", "quote", "fix"), HITS)
def test_a_word_is_told_with_what_to_write(
    guide: Guide, text: str, area: str, quote: str, fix: str | None
) -> None:
    found = told(guide, text)
    assert [(one.check, one.quote) for one in found] == [(f"inclusive.{area}", quote)]
    assert found[0].severity is Severity.SUGGESTION
    assert [one.replacement for one in found[0].fixes] == ([fix] if fix else [])


CLEAN = [
    # gender
    "Chairman Mao had a book.",
    "She has a master's degree.",
    "The fireman's lift is a hold.",
    "Herman is the manager.",
    "He or Sheila will call.",
    "We serve people in uniform.",
    "The woman in the photo is Dana.",
    "A human being wrote this.",
    # ability
    "Sew a blind hem.",
    "A blind taste test.",
    "The lame duck session ended.",
    "It is bipolar transistor work.",
    "She was diagnosed as bipolar.",
    "He has a golf handicap of twelve.",
    "The disabled button is grey.",
    "Crazy Horse led them.",
    "The blind community has a word for it.",
    "The Oriental Hotel in Bangkok is ours.",
    "He was diagnosed with OCD.",
    "An Indian restaurant opened.",
    "A customer told us about his van.",
    "When a customer called, he was at sea.",
    "If Bob hires a driver, he sees every road.",
    "Ask Ida. Each driver knows her.",
    "Every mother knows her child.",
    "If a driver signs up, they see a map.",
    # age
    "Built for older people.",
    "The old man and the sea is a book.",
    "Geriatric care for dogs.",
    "The cottage is over the hills.",
    "Child's plate, adult's plate.",
    "We are a young company.",
    # culture
    "A black list on white paper.",
    "The Guru Granth Sahib is read.",
    "Sherpa fleece is warm.",
    "A gypsy moth ate it.",
    "Look at the totem poles.",
    "Exotic animals need a vet.",
    "The third world war film.",
    # violence
    "Kill the process with `kill -9`.",
    "Crush the garlic.",
    "A ballpark in the sun.",
    "Point a bullet at each item.",
    "It was shot on film.",
    "A target audience of two.",
    "Run `blacklist` and see https://example.com/whitelist.",
    "Vests are bulletproof: a bulletproof vest costs more.",
]


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_fine_here_is_left_alone(guide: Guide, text: str) -> None:
    assert [(one.check, one.quote) for one in told(guide, text)] == []


def test_each_area_is_as_grave_as_the_guide_says(guide: Guide) -> None:
    text = "The chairman went crazy."
    found = told(guide, text, gender="error", ability="off")
    assert [(one.check, one.severity) for one in found] == [("inclusive.gender", Severity.ERROR)]
    assert found[0].reference is not None and found[0].reference.quote == "gender: error"


def test_in_quoted_speech_it_is_less_grave(guide: Guide) -> None:
    text = "“The chairman called us,” she said."
    assert told(guide, text) == []
    assert [one.severity for one in told(guide, text, gender="error")] == [Severity.WARNING]
    assert [one.severity for one in told(guide, text, channel="call")] == [Severity.SUGGESTION]


def test_a_word_that_the_guide_allows_is_fine(guide: Guide) -> None:
    assert told(guide, "A crazy week.", allow=["crazy"]) == []
