"""Whom a row fits, with the reason in words."""

from __future__ import annotations

import pytest

from copykit.guide import Guide, load_guide
from copykit.house import brands_dir
from copykit.outreach.fit import Person, Verdict, find_audience, headcount


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(brands_dir() / "dewclaw")


@pytest.mark.parametrize(
    ("title", "industry", "audience"),
    [
        ("Practice Manager", "Veterinary clinics", "practice-managers"),
        ("Sr. Practice Mgr.", "Veterinary Services", "practice-managers"),
        ("Co-Owner", "VETERINARY", "practice-owners"),
        ("Managing Partner", "Animal Hospitals", "practice-owners"),
        ("Head Vet Tech", "Animal hospital", "lead-technicians"),
        ("", "Veterinary", "practice-managers"),
        ("Office Manager", "", "practice-managers"),
        ("Chef", "Restaurants", ""),
        ("Software Engineer", "Veterinary clinics", ""),
        ("Office Manager", "Accountancy", ""),
        ("", "", ""),
    ],
)
def test_title_and_industry_decide(guide: Guide, title: str, industry: str, audience: str) -> None:
    assert find_audience(Person(title=title, industry=industry), guide).audience == audience


def test_the_reason_tells_what_was_met(guide: Guide) -> None:
    noticed = "They are hiring a technician."
    person = Person(title="Hospital Mgr.", industry="Veterinary clinics", size="12", more=noticed)
    met = "title “Hospital Mgr.”, industry “Veterinary clinics”, size 12 and “hiring technicians”"
    assert find_audience(person, guide).reason == met


def test_a_company_outside_of_the_size_is_out(guide: Guide) -> None:
    verdict = find_audience(Person(title="Practice Manager", size="1,001+"), guide)
    assert verdict == Verdict(audience="", reason="size 1,001+ is more than 80 for practice managers")


def test_a_disqualifier_rules_out_and_tells_its_line(guide: Guide) -> None:
    verdict = find_audience(Person(title="Owner", company="Riverbend Zoo"), guide)
    assert verdict.disqualified
    owners = next(one for one in guide.audiences if one.id == "practice-owners")
    line = owners.fit.place.of("disqualifiers")
    assert verdict.reason == f"“zoo” is a disqualifier ({owners.place.path}:{line})"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("12", (12, 12)), ("11-50", (11, 50)), ("201–500", (201, 500)), ("1,001+", (1001, None)),
        ("10,000 or more", (10_000, None)), ("5K", (5000, 5000)), ("<10", (1, 10)),
        ("51 to 200 people", (51, 200)), ("12.0", (12, 12)), ("1.500", (1500, 1500)), ("many", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_size_is_read_however_it_is_written(said: str, found: tuple[int, int | None] | None) -> None:
    assert headcount(said) == found
