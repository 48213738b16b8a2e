"""Names, placeholders and companies as lists have them."""

from __future__ import annotations

import pytest

from copykit.outreach.people import (
    firm_key,
    group_firms,
    mail_domain,
    mended_name,
    real,
    region_of,
    split_name,
)


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("Joanne Pruitt", ("Joanne", "Pruitt")),
        ("Pruitt, Joanne", ("Joanne", "Pruitt")),
        ("Dr. Joanne Pruitt, DVM", ("Joanne", "Pruitt")),
        ("Joanne van der Berg", ("Joanne", "van der Berg")),
        ("Joanne", ("Joanne", "")),
        ("Pruitt, Dr. Joanne", ("Joanne", "Pruitt")),
        ("Owen Strand Jr.", ("Owen", "Strand")),
    ],
)
def test_a_whole_name_is_split(whole: str, parts: tuple[str, str]) -> None:
    assert split_name(whole) == parts


@pytest.mark.parametrize(
    ("name", "greeted"),
    [("JOANNE", "Joanne"), ("joanne", "Joanne"), ("mary-ann", "Mary-Ann"), ("MJ", "MJ"),
     ("McKenna", "McKenna"), ("Joanne 🐶", "Joanne"), ("Dr. Joanne", "Joanne"), ("Zoë", "Zoë")],
)  # fmt: skip
def test_a_first_name_is_written_as_one_greets(name: str, greeted: str) -> None:
    assert mended_name(name) == greeted


def test_a_placeholder_says_nothing() -> None:
    assert [real(cell) for cell in ("N/A", "-", "unknown", "#N/A", "null", "NA", " Jo ")] == [""] * 6 + ["Jo"]
    assert real("Null", surname=True) == "Null"
    assert real("Na") == "Na"


def test_a_company_is_one_whatever_its_legal_form_and_case() -> None:
    same = ["Birchwater Pet Hospital, LLC", "BIRCHWATER PET HOSPITAL", "The Birchwater Pet Hospital Inc."]
    assert len({firm_key(name) for name in same}) == 1
    assert firm_key("Müller GmbH") == firm_key("MULLER")
    assert firm_key("Self-employed") == ""
    assert firm_key("The Company") != ""


def test_colleagues_are_known_by_company_or_domain_but_not_by_free_mail() -> None:
    people = [
        ("Birchwater LLC", "a@birchwater.example"),
        ("", "b@birchwater.example"),
        ("Birchwater", "c@gmail.com"),
        ("", "d@gmail.com"),
        ("", "e@gmail.com"),
        ("Linden", ""),
    ]
    firms = group_firms(people)
    assert firms[0] == firms[1] == firms[2]
    assert firms[3] == firms[4] == -1
    assert firms[5] not in (firms[0], -1)
    assert mail_domain("d@yahoo.co.uk") == ""


def test_a_country_has_a_region() -> None:
    assert [region_of(one) for one in ("United States", "GB", "Germany", "canada", "Japan")] == [
        "US", "UK", "EU", "CA", "Japan",
    ]  # fmt: skip
