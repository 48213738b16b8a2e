"""Rows to briefs: what is filled, what is set aside and why."""

from __future__ import annotations

import re

import pytest

from copykit.brief import Brief
from copykit.errors import BriefError
from copykit.guide import Guide

from .conftest import HEADERS, people

JO = "Jo,Ash,Practice Manager,Maple Hill,Veterinary,jo@maple.example,You open on Saturdays."


def test_a_row_fills_its_brief_and_tells_why_its_audience(guide: Guide) -> None:
    found = people(JO, guide=guide, **{"sender.first_name": "Hal"})
    [one] = found.prospects
    brief = one.brief
    assert (brief.recipient.name, brief.recipient.company) == ("Jo Ash", "Maple Hill")
    assert (brief.observation, brief.sender.first_name) == ("You open on Saturdays.", "Hal")
    assert brief.audience == "practice-managers"
    assert one.why == "title “Practice Manager” and industry “Veterinary” (nearly “Veterinary clinics”)"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Mo,Elm,Chef,Bistro,Restaurants,mo@b.example,", "no audience of the guide fits title “Chef”"),
        ("Mo,Elm,Owner,Riverbend Zoo,,mo@b.example,", "not for us: “zoo” is a disqualifier"),
        ("Mo,Elm,Owner,Maple,Veterinary,mo at b,", "“mo at b” is no email address"),
        ("Mo,Elm,Owner,Maple,Veterinary,JO@maple.example,", "line 2 has the same email address"),
        ("Mo,Elm,Owner", "it has 3 cells where the header has 7"),
    ],
)
def test_a_row_that_can_t_be_written_to_is_set_aside(guide: Guide, row: str, reason: str) -> None:
    found = people(JO, row, guide=guide)
    assert [one.line for one in found.prospects] == [2]
    [aside] = found.aside
    assert aside.line == 3
    assert aside.reason.startswith(reason)


def test_who_has_opted_out_is_not_written_to(guide: Guide) -> None:
    headers = "First Name,Title,HasOptedOutOfEmail"
    found = people("Jo,Owner,0", "Mo,Owner,1", "Al,Owner,TRUE", headers=headers, guide=guide)
    assert [one.cells["First Name"] for one in found.prospects] == ["Jo"]
    assert [one.reason for one in found.aside] == ['opted out ("HasOptedOutOfEmail")'] * 2


def test_whom_no_audience_fits_gets_the_brief_s(guide: Guide) -> None:
    found = people("Mo,Elm,Chef,Bistro,,m@b.example,", guide=guide, audience="practice-owners")
    [one] = found.prospects
    assert one.brief.audience == "practice-owners"
    assert one.why == "the brief's, since no audience of the guide fits title “Chef”"


def test_a_row_may_name_audience_and_product_by_their_names(guide: Guide) -> None:
    found = people(
        "Jo,Practice Owners,Dewclaw Desk",
        "Mo,nobody,Dewclaw Desk",
        headers="First Name,Audience,Product",
        guide=guide,
    )
    [one] = found.prospects
    assert (one.brief.audience, one.brief.product) == ("practice-owners", "desk")
    assert one.why == "the row says so (Audience)"
    assert 'the guide has no audience "nobody"' in found.aside[0].reason


def test_a_country_sets_the_region_unless_the_user_does(guide: Guide) -> None:
    headers = "First Name,Title,Country"
    found = people("Jo,Owner,United Kingdom", headers=headers, guide=guide)
    assert found.prospects[0].brief.region == "UK"
    assert "region UK (United Kingdom)" in found.prospects[0].remarks
    kept = people("Jo,Owner,United Kingdom", headers=headers, guide=guide, region="US")
    assert kept.prospects[0].brief.region == "US"


def test_the_brief_s_texts_may_name_columns(guide: Guide) -> None:
    headers = "First Name,Title,Opened,News"
    found = people(
        "Jo,Owner,in May,a prize", "Mo,Owner,,{{Opened}}", "Al,Owner,in June,",
        headers=headers, guide=guide,
        base=Brief(observation="You opened {{opened|lately}} and won {{News}}."),
    )  # fmt: skip
    assert [one.brief.observation for one in found.prospects] == [
        "You opened in May and won a prize.",
        "You opened lately and won {{Opened}}.",
    ]
    assert found.aside[0].reason == "News is empty, and observation needs it"


def test_a_row_s_own_cell_wins_over_what_is_said_for_all(guide: Guide) -> None:
    told = "You open at {{Hours}}."
    headers = "First Name,Title,Hours,Observation"
    found = people("Jo,Owner,nine,", "Mo,Owner,,You close.", headers=headers, guide=guide, observation=told)
    assert [one.brief.observation for one in found.prospects] == ["You open at nine.", "You close."]


def test_a_column_that_is_not_there_is_told_before_anything_else(guide: Guide) -> None:
    said = 'observation names the column "Opend", which list.csv does not have; did you mean "Opened"?'
    with pytest.raises(BriefError, match=re.escape(said)):
        people(
            "Jo,Owner,May",
            headers="First Name,Title,Opened",
            guide=guide,
            observation="Open since {{Opend}}.",
        )


def test_without_titles_and_industries_nobody_is_judged_by_them(guide: Guide) -> None:
    found = people("Dewclaw Shifts", headers="Product", guide=guide)
    assert found.prospects[0].why == "no column tells of titles or industries"


def test_a_row_s_key_changes_with_its_cells_and_its_place(guide: Guide) -> None:
    one, two = (people(row, guide=guide).prospects[0].key for row in (JO, JO.replace("Saturdays", "Sundays")))
    moved = people("Mo,Elm,Owner,Ash,Veterinary,mo@b.example,", JO, guide=guide).prospects[1].key
    assert len({one, two, moved}) == 3
    assert people(JO, guide=guide).prospects[0].key == one
    assert HEADERS.startswith("First Name")
