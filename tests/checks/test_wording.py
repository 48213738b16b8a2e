"""Wording: roundabout phrases, hidden verbs, nouns, acronyms, openings, rhythm, paragraphs, sections."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from copykit.brief import Brief
from copykit.checks import Context
from copykit.checks.wording import WORDING
from copykit.findings import Area, Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.guide.types import Manner, Wording
from copykit.text import Syntax, parse, parse_fields

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(BRAND)


def told(
    guide: Guide,
    text: str,
    *,
    channel: str | None = None,
    brief: Brief | None = None,
    manner: Manner | None = None,
    **rules: object,
) -> list[Finding]:
    settings: dict[str, object] = {"wording": Wording(**rules)} if rules else {}
    if manner:
        settings["manner"] = manner
    guide = replace(guide, brand=guide.brand.model_copy(update=settings))
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(guide=guide, today=date(2026, 6, 15), channel=channel, brief=brief or Brief())
    found = [finding for one in WORDING for finding in one(document, context)]
    for finding in found:
        assert document.quote(finding.location) == finding.quote
        assert finding.area is Area.READABILITY and finding.severity is Severity.SUGGESTION
    return found


# (text, quote, replacement where it is sure)
WORDY = [
    ("In order to book, call.", "In order to", "To"),
    ("We moved it due to the fact that it rained.", "due to the fact that", "because"),
    ("Call prior to noon.", "prior to", "before"),
    ("We check it on a daily basis.", "on a daily basis", "daily"),
    ("At this point in time we are closed.", "At this point in time", "Now"),
    ("A large number of vans came.", "A large number of", "Many"),
    ("It is important to note that vans stop.", "It is important to note that vans", "Vans"),
    ("That is an absolutely essential part.", "absolutely essential", "essential"),
    ("IN ORDER TO BOOK, CALL.", "IN ORDER TO", "TO"),
    ("You'll get a free gift.", "free gift", "gift"),
    ("We utilize vans.", "utilize", None),
    ("We endeavored to call.", "endeavored", None),
    ("When it comes to vans, we wait.", "When it comes to", None),
]


@pytest.mark.parametrize(("text", "quote", "fix"), WORDY)
def test_a_roundabout_phrase_is_told_with_its_short_form(
    guide: Guide, text: str, quote: str, fix: str | None
) -> None:
    found = told(guide, text)
    assert [(one.check, one.quote) for one in found] == [("readability.wordy", quote)]
    assert [one.replacement for one in found[0].fixes] == ([fix] if fix else [])


def test_what_is_called_safe_removes_the_finding(guide: Guide) -> None:
    for text, _, _ in WORDY:
        for one in told(guide, text):
            for fix in one.fixes:
                if fix.safe:
                    place = one.location
                    assert told(guide, text[: place.start] + fix.replacement + text[place.end :]) == []


@pytest.mark.parametrize(
    "text",
    [
        "The shelves are in order.",
        "Before noon we call.",
        "On a daily walk we basted it.",
        "The fact is plain.",
        "At the end of the day on Friday we close.",
        "“In order to win,” she said, “run.”",
        "Run `in order to`.",
        "The point in space is far.",
        "Use the van.",
        "Cease fire at noon.",
    ],
)
def test_a_plain_phrase_is_left_alone(guide: Guide, text: str) -> None:
    assert [(one.check, one.quote) for one in told(guide, text)] == []


def test_a_formal_voice_keeps_heavy_words_and_a_guide_its_own(guide: Guide) -> None:
    text = "We utilize vans. In order to book, call."
    assert [one.quote for one in told(guide, text, manner=Manner(formality="formal"))] == ["In order to"]
    assert [one.quote for one in told(guide, text, allow=["in order to"])] == ["utilize"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We make a decision on Friday.", "make a decision"),
        ("She made a decision.", "made a decision"),
        ("They conducted an analysis of it.", "conducted an analysis"),
        ("We provide assistance.", "provide assistance"),
        ("It has an impact on vans.", "has an impact on"),
        ("He is making changes to it.", "making changes to"),
        ("Let us take a look at it.", "take a look at"),
    ],
)
def test_a_verb_hidden_in_a_noun_is_told(guide: Guide, text: str, quote: str) -> None:
    assert [(one.check, one.quote) for one in told(guide, text)] == [("readability.nominalisation", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "We decide on Friday.",
        "The decision was hard.",
        "Make tea.",
        "We made cake and a mess.",
        "An analysis takes a day.",
        "Assistance is near.",
        "Look at it.",
    ],
)
def test_a_verb_or_a_noun_alone_is_left_alone(guide: Guide, text: str) -> None:
    assert told(guide, text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The customer data privacy policy is new.", "customer data privacy policy"),
        ("Ask the employee performance management system.", "employee performance management system"),
        ("Open the user account security settings database page.", None),
        ("A web analytics code version came.", "web analytics code version"),
        ("Use our enterprise content management platforms.", "enterprise content management platforms"),
        ("The vendor contract approval process workflow broke.", None),
        ("See software product development team.", "software product development team"),
        ("Our property insurance policy document is here.", "property insurance policy document"),
    ],
)
def test_nouns_in_a_row_are_told(guide: Guide, text: str, quote: str | None) -> None:
    found = told(guide, text)
    assert [one.check for one in found] == (["readability.noun-stack"] if quote else [])
    assert not quote or found[0].quote == quote


@pytest.mark.parametrize(
    "text",
    [
        "The customer data is private.",
        "The team for data and policy met.",
        "Customers pay vendors for data.",
        "The policy of the data team is new.",
        "A route planning app.",
        "Ask the manager, the vendor, the owner, the team.",
        "Data. Policy. Team. Vendor.",
    ],
)
def test_fewer_nouns_are_left_alone(guide: Guide, text: str) -> None:
    assert told(guide, text) == []


def test_the_guide_says_how_many_nouns_are_too_many(guide: Guide) -> None:
    text = "The customer data policy is new."
    assert told(guide, text) == []
    assert [one.quote for one in told(guide, text, stacked_nouns=3)] == ["customer data policy"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ask your QCP about it.", "QCP"),
        ("Ask QCP. Then ask QCP again.", "QCP"),
        ("Two RFQs came.", "RFQs"),
        ("The FLSA covers it.", "FLSA"),
        ("The quality of the FLSA is good.", "FLSA"),
        ("Later the QCP met. The quality control point (QCP) is new.", "QCP"),
    ],
)
def test_an_unknown_acronym_is_told_once(guide: Guide, text: str, quote: str) -> None:
    assert [(one.check, one.quote) for one in told(guide, text)] == [("readability.acronym", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "The quality control point (QCP) is new. Ask the QCP.",
        "The QCP (quality control point) is new.",
        "Open the PDF in the USA.",
        "This is NOT a drill.",
        "PLEASE READ ME NOW",
        "Write to Portland, ME 04101.",
        "Send it to `QCP`.",
        "MK: How was it?",
        "The 7 ABC12 vans.",
        "“Ask QCP,” she said.",
        "The Fair Labor Standards Act, or FLSA, covers it.",
        "The HR team wrote.",
        "Read on: Agile BPA.\n\nThe Agile Blanket Purchase Agreement helps.",
        "See the FOIA page. The Freedom of Information Act is old.",
        "He sailed in the USS Maine.",
    ],
)
def test_a_known_or_told_acronym_is_left_alone(guide: Guide, text: str) -> None:
    assert [(one.check, one.quote) for one in told(guide, text)] == []


def test_acronyms_of_the_guide_and_the_brief_are_known(guide: Guide) -> None:
    assert told(guide, "Ask your QCP.", acronyms=["QCP"]) == []
    assert told(guide, "Ask your QCP.", brief=Brief(keywords=["QCP software"])) == []


RUN = "We drive a red van to work. We park it at the station. We walk the rest of the way."


@pytest.mark.parametrize(
    ("text", "many"),
    [
        (RUN, 3),
        (f"{RUN} We like it there a lot.", 4),
        (f"Vans are here to stay. {RUN}", 3),
        ("The van drives to work early. The van parks at the station. The van sleeps at home then.", 3),
        ("If it rains we wait inside. If it snows we stay at home. If it clears we drive out.", 3),
        ("Our van is red and fast. Our truck is blue and slow. Our boat is green and small.", 3),
        ("I drive a red van there. I park it at the door. I'm there by nine each day.", 0),
        (RUN.replace("We walk", "Then we walk"), 0),
        ("No calls. No forms. No waiting.", 0),
        ("The van drives to work early. The truck parks at the station. The boat sleeps at home then.", 0),
        ("Acme Desk answers the phone there. Acme Dock holds the boxes there. Acme Ring tells us all.", 0),
        ("- We drive a red van to work.\n- We park it at the station.\n- We walk the rest of it.", 0),
        ("We drive a red van to work.\n\nWe park it at the station.\n\nWe walk the rest of it.", 0),
    ],
)
def test_sentences_with_one_opening_are_told(guide: Guide, text: str, many: int) -> None:
    found = [one for one in told(guide, text) if one.check == "readability.same-openings"]
    assert len(found) == bool(many)
    if many:
        assert found[0].advice.startswith(f"{many} sentences") and len(found[0].related) == many - 1


EVEN = (
    "The van came in the rain. A man got out of it. He had a box with him. It was big and quite wet."
    " Nobody came to the old door."
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (EVEN, "6"),
        (f"{EVEN} Then came somebody with a key.", "6"),
        (f"Well. {EVEN}", "6"),
        (f"{EVEN} And then, when everybody had gone to bed, the van left again.", "6"),
        (f"# Title\n\n{EVEN}\n\n{EVEN}", "6"),
        (EVEN.replace("old door", "old green door"), "6 to 7"),
        (EVEN.replace("It was big and quite wet.", "Big."), ""),
        (
            EVEN.replace(
                "It was big and quite wet.", "It was big, and it was wet, and he put it down at the door."
            ),
            "",
        ),
        (EVEN.replace(". ", ".\n\n"), ""),
        ("- " + EVEN.replace(". ", ".\n- "), ""),
        ("We drive. We park. We walk. We wait. We win.", ""),
        ("The van came in the rain. A man got out of it. He had a box.", ""),
    ],
)
def test_an_even_run_is_told(guide: Guide, text: str, words: str) -> None:
    found = [one for one in told(guide, text) if one.check == "readability.monotone"]
    assert len(found) == (2 if "\n\nThe van" in text and text.count(EVEN) == 2 else bool(words))
    assert all(f"have {words} words" in one.advice for one in found)


def prose(words: int) -> str:
    """Sentences of seven and eight different words, not all alike."""
    some = "Old vans wait outside the harbour gate. Every driver who comes home late parks near it. "
    said = (some * (words // 15 + 1)).split()[:words]
    return " ".join(said).rstrip(".") + "."


@pytest.mark.parametrize(
    ("text", "rules", "told_words"),
    [
        (prose(151), {}, 151),
        (prose(200), {}, 200),
        (f"{prose(20)}\n\n{prose(160)}", {}, 160),
        (f"# Title\n\n{prose(170)}", {}, 170),
        (f"- {prose(155)}", {}, 155),
        (prose(121), {"paragraph_words": 120}, 121),
        (prose(150), {}, 0),
        (f"{prose(100)}\n\n{prose(100)}", {}, 0),
        (f"- {prose(90)}\n- {prose(90)}", {}, 0),
        (prose(200), {"paragraph_words": 200}, 0),
        ("Short.", {}, 0),
        (f"> {prose(60)}\n\n{prose(140)}", {}, 0),
    ],
)
def test_a_long_paragraph_is_told(guide: Guide, text: str, rules: dict[str, Any], told_words: int) -> None:
    found = [one for one in told(guide, text, **rules) if one.check == "readability.long-paragraph"]
    assert [f"has {told_words} words" in one.advice for one in found] == [True] * bool(told_words)


HUNDRED = f"{prose(100)}\n\n"


@pytest.mark.parametrize(
    ("text", "channel", "many"),
    [
        (HUNDRED * 4, None, 1),
        (f"# Title\n\n{HUNDRED * 4}", "blog", 1),
        (f"# Title\n\n{HUNDRED}## Part\n\n{HUNDRED * 4}", "page", 1),
        (f"{HUNDRED * 4}## Part\n\n{HUNDRED * 4}", None, 2),
        (f"## A\n\n{prose(100)}\n\n- {HUNDRED * 3}", None, 1),
        (f"## A\n\n{prose(301)}", None, 1),
        (HUNDRED * 3, None, 0),
        (f"{HUNDRED * 3}## Part\n\n{HUNDRED * 3}", None, 0),
        (HUNDRED * 5, "email", 0),
        (HUNDRED * 5, "social", 0),
        (f"## A\n\n{HUNDRED}## B\n\n{HUNDRED}## C\n\n{HUNDRED * 2}", "blog", 0),
        ("Short.", None, 0),
    ],
)
def test_a_long_section_is_told(guide: Guide, text: str, channel: str | None, many: int) -> None:
    found = [one for one in told(guide, text, channel=channel) if one.check == "readability.long-section"]
    assert len(found) == many


def test_the_fields_of_a_draft_are_sections_of_their_own(guide: Guide) -> None:
    fields = [(f"sections[{at}].text", prose(140), Syntax.PLAIN) for at in range(4)]
    document = parse_fields(fields, name="draft")
    context = Context(guide=guide, today=date(2026, 6, 15), channel="page")
    found = [finding.check for one in WORDING for finding in one(document, context)]
    assert "readability.long-section" not in found


def test_a_phrase_does_not_begin_inside_a_compound(guide: Guide) -> None:
    assert told(guide, "The sign-off of a mail.") == []
    assert told(guide, "We read it on the whole blog.") == []
    assert [one.quote for one in told(guide, "On the whole, it is fine.")] == ["On the whole,"]
