"""A guide under its own rules: each planted fault is told at its own place in the file."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from copykit.brand_check import check_brand
from copykit.findings import Finding, Severity
from copykit.formats import Format, load_formats
from copykit.guide import load_guide

DATA = Path(__file__).parent.parent / "data"
BRANDS = Path(__file__).parent.parent.parent / "brand"
PROMPTS = Path(__file__).parent.parent.parent / "prompts"


@pytest.fixture(scope="session")
def formats() -> dict[str, Format]:
    return load_formats([PROMPTS, DATA / "formats-tiny"])


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA / "brand-tiny", tmp_path / "hubgear"))


def findings(
    folder: Path, formats: dict[str, Format], today: date | None = None
) -> list[tuple[str, Finding]]:
    guide = load_guide(folder)
    checked = check_brand(guide, formats=formats, today=today or guide.today(date(2026, 6, 1)))
    found = []
    for one in checked:
        for finding in one.report.findings:
            place = finding.location
            assert one.document.source[place.start : place.end] == finding.quote
            line, _ = one.document.line_column(place)
            found.append((f"{Path(one.document.name).name}:{line}", finding))
    return found


def replace(folder: Path, file: str, old: str, new: str) -> str:
    """Changes a file and returns the line that the new text stands in, as `file:line`."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return f"{path.name}:{text[: text.index(old)].count(chr(10)) + 1}"


def test_a_clean_guide_has_no_findings(brand: Path, formats: dict[str, Format]) -> None:
    assert findings(brand, formats) == []


PLANTED = [
    ("messages.yaml", "Ride Home Tonight", "Your Velocipede Tonight", "terms.avoid"),
    ("products.yaml", "Your day starts on time.", "A velocipede, on time.", "terms.avoid"),
    ("audiences.yaml", "You see the price", "A revolutionary thing, you see the price", "terms.banned"),
    ("samples/window.md", "We look it over", "*Spoke & Co* looks it over", "terms.old-name"),
    ("products.yaml", "before we open.", "and save 40% of your time.", "claims.unproven"),
    ("messages.yaml", "short: Ride Home", "short: Ride Home on the Bike You Rode in", "brand.too-long"),
    ("products.yaml", "Approve Repairs by Photo", "Approve Repairs by Photo.", "brand.shape"),
    ("products.yaml", "from your desk.", "from your desk", "brand.shape"),
]


@pytest.mark.parametrize(("file", "old", "new", "check"), PLANTED)
def test_the_guide_s_own_texts_obey_its_rules(
    brand: Path, formats: dict[str, Format], file: str, old: str, new: str, check: str
) -> None:
    place = replace(brand, file, old, new)
    found = [(at, one) for at, one in findings(brand, formats) if one.check == check]
    assert [at for at, _ in found] == [place]
    assert found[0][1].quote


def test_a_text_with_escapes_is_shown_whole(brand: Path, formats: dict[str, Format]) -> None:
    replace(brand, "messages.yaml", "short: Ride Home Tonight", 'short: "A \\x56elocipede"')
    ((_, found),) = [(at, one) for at, one in findings(brand, formats) if one.check == "terms.avoid"]
    assert found.quote == "A \\x56elocipede"
    assert found.fixes == ()


LOOSE = [
    ("products.yaml", "[rode-home]", "[rode-home, award]", "brand.claim-in-use", "claims"),
    (
        "messages.yaml",
        "granted: true",
        "granted: true, until: 2026-05-01",
        "brand.permission-ended",
        "permission",
    ),
    ("audiences.yaml", "features: [drop, photo]", "features: []", "brand.pain-unsolved", "id"),
    ("terms.yaml", "[two-wheeler, velocipede]", "[Hubgear]", "brand.term-contradicts", "avoid"),
    (
        "products.yaml",
        "Approve Repairs by Photo",
        "drop off before we open",
        "brand.short-repeated",
        "headline",
    ),
    ("examples/note.yaml", "commuters", "commuter", "brand.example-brief", "audience"),
    ("examples/note.yaml", "format: note", "format: notes", "brand.example-brief", "format"),
    ("products.yaml", "    valid_to: 2026-06-30\n", "", "brand.deadline-passed", "deadline"),
]


@pytest.mark.parametrize(("file", "old", "new", "check", "key"), LOOSE)
def test_loose_ends_are_told(
    brand: Path, formats: dict[str, Format], file: str, old: str, new: str, check: str, key: str
) -> None:
    replace(brand, file, old, new)
    late = date(2026, 7, 1) if check == "brand.deadline-passed" else None
    ((_, found),) = [(at, one) for at, one in findings(brand, formats, late) if one.check == check]
    assert found.quote.lstrip("- ").startswith(f"{key}:")


def test_claims_about_to_expire_are_told_once_with_what_rests_on_them(
    brand: Path, formats: dict[str, Format]
) -> None:
    replace(
        brand,
        "messages.yaml",
        "short: 9 in 10 Ride Home",
        "short: 9 in 10 Ride Home\n    valid_to: 2026-06-20",
    )
    ((_, found),) = findings(brand, formats)
    assert (found.check, found.quote) == ("brand.claim-expires", "valid_to: 2026-06-20")
    assert 'feature "drop" and message "home"' in found.advice
    assert findings(brand, formats, date(2026, 5, 1)) == []


def test_one_label_that_leads_to_two_places_is_told(brand: Path, formats: dict[str, Format]) -> None:
    replace(
        brand, "messages.yaml", "    goal: booking\n",
        "    goal: booking\n\n  - id: other\n    text: Book a service\n    question: Shall we?\n"
        "    line: We call.\n    url: https://elsewhere.example\n    goal: booking\n",
    )  # fmt: skip
    ((_, found),) = findings(brand, formats)
    assert (found.check, found.quote) == ("brand.ask-two-urls", "url: https://elsewhere.example")


@pytest.mark.parametrize("name", ["dewclaw", "oatwhistle"])
def test_the_sample_brands_break_none_of_their_own_rules(name: str, formats: dict[str, Format]) -> None:
    assert [
        (at, one.advice) for at, one in findings(BRANDS / name, formats) if one.severity is Severity.ERROR
    ] == []
