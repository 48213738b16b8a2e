"""The broken campaigns: every planted fault is found with its reference; fixing as advised cleans them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from copykit.checking import Desk
from copykit.findings import Finding, Report, Severity
from copykit.formats import load_formats
from copykit.guide import load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.text import Syntax, parse

TODAY = date(2026, 11, 23)
BRANDS = sorted(path.name for path in brands_dir().iterdir() if (path / "brand.yaml").exists())
PLANTED = [
    (brand, entry)
    for brand in BRANDS
    for entry in yaml.safe_load(
        (brands_dir() / brand / "examples" / "broken" / "planted.yaml").read_text(encoding="utf-8")
    )["planted"]
]


@pytest.fixture(scope="module")
def desks() -> dict[str, Desk]:
    formats = load_formats([prompts_dir()])
    guides = {brand: load_guide(brands_dir() / brand) for brand in BRANDS}
    return {
        brand: Desk(guide=guide, formats=formats, today=guide.today(TODAY)) for brand, guide in guides.items()
    }


def source(brand: str, file: str) -> str:
    return (brands_dir() / brand / "examples" / "broken" / file).read_text(encoding="utf-8")


def judged(desk: Desk, file: str, text: str) -> Report:
    return desk.check(parse(text, name=file, syntax=Syntax.MARKDOWN)).report


def spans(entry: Mapping[str, Any], text: str) -> list[tuple[int, int]]:
    """Where the planted words stand; everywhere for what is missing."""
    quote, found, at = str(entry["quote"]).strip(), [], 0
    if not quote:
        return [(0, len(text))]
    while (at := text.find(quote, at)) >= 0:
        found.append((at, at + len(quote)))
        at += len(quote)
    return found


def points_at(finding: Finding, entry: Mapping[str, Any]) -> bool:
    """Whether a finding names the file of the guide, and the rule in it, that the planted fault breaks."""
    if not entry["reference"]:  # nothing in the guide proves it: the finding says so
        return finding.check == "claims.unproven"
    if finding.reference is None:
        return False
    file, _, rule = str(entry["reference"]).partition(",")
    where = Path(finding.reference.path).name == file.strip()
    words = rule.split()
    kinds = ("claim", "offer", "message", "ask", "term", "story", "cluster", "audience")
    named = [word.casefold() for word in (words[1:] if words and words[0] in kinds else words)]
    told = f"{finding.reference.label} {finding.reference.quote} {finding.advice}".casefold()
    return where and all(word in told for word in named)


def test_there_is_a_fault_of_each_kind() -> None:
    hints = " ".join(str(entry["check_hint"]) for _, entry in PLANTED)
    for kind in ("trial", "old name", "expired", "two asks", "banned term", "long", "missing message"):
        assert kind in hints, kind
    for brand in BRANDS:
        files = {entry["file"] for name, entry in PLANTED if name == brand}
        assert files >= {"ad.md", "landing-page.md", "sales-email.md", "call-script.md"}


@pytest.mark.parametrize(
    ("brand", "entry"),
    PLANTED,
    ids=[f"{brand}-{entry['file']}-{number}" for number, (brand, entry) in enumerate(PLANTED)],
)
def test_a_planted_fault_is_found_with_its_reference(
    brand: str, entry: dict[str, Any], desks: dict[str, Desk]
) -> None:
    text = source(brand, entry["file"])
    places = spans(entry, text)
    assert places, f"{entry['quote']!r} is not in {entry['file']}"
    report = judged(desks[brand], entry["file"], text)
    missing = "missing" in str(entry["check_hint"])
    found = [
        finding
        for finding in report.findings
        if points_at(finding, entry)
        and (
            missing
            or any(
                start <= place.start < end or place.start <= start < place.end
                for start, end in places
                for place in (finding.location, *finding.related)
            )
        )
    ]
    assert found, [(one.check, one.quote, str(one.reference)) for one in report.findings]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("file", ["ad.md", "landing-page.md", "sales-email.md", "call-script.md"])
def test_fixing_as_advised_turns_a_file_clean(brand: str, file: str, desks: dict[str, Desk]) -> None:
    text = source(brand, file)
    before = judged(desks[brand], file, text)
    assert before.worst() is Severity.ERROR
    for name, entry in PLANTED:
        if name != brand or entry["file"] != file:
            continue
        if entry["quote"]:
            assert entry["quote"] in text
            text = text.replace(entry["quote"], entry["fix"])
        else:
            text = text.replace(entry["after"], f"{entry['after']} {entry['fix']}")
    after = judged(desks[brand], file, text)
    assert [(one.check, one.quote) for one in after.findings if one.severity is not Severity.SUGGESTION] == []
    assert (after.scores.consistency or 0) > (before.scores.consistency or 0)
