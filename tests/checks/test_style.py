"""House style: each switch tells what breaks it, leaves alone what keeps it, and can be put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from copykit.checks import Context
from copykit.checks.style import RULES, STYLE
from copykit.findings import Area, Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.guide.style import Style
from copykit.text import Document, Syntax, parse

DATA = Path(__file__).parents[1] / "data"
BRAND = load_guide(DATA / "checks_brand")
CASES: list[dict[str, Any]] = [
    case
    for path in sorted((DATA / "style").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def guide_with(style: dict[str, Any], *, language: str = "en-US") -> Guide:
    made = Style.model_validate(style)
    return replace(BRAND, brand=BRAND.brand.model_copy(update={"style": made, "language": language}))


def told(
    guide: Guide, text: str, *, syntax: Syntax = Syntax.MARKDOWN, channel: str | None = None
) -> list[Finding]:
    return of(guide, parse(text, name="page.md", syntax=syntax), channel=channel)


def of(guide: Guide, document: Document, *, channel: str | None = None) -> list[Finding]:
    context = Context(guide=guide, today=date(2026, 6, 15), channel=channel)
    found = [finding for one in STYLE for finding in one(document, context)]
    for finding in found:
        assert document.quote(finding.location) == finding.quote
        assert finding.area is Area.CONSISTENCY and finding.severity is not Severity.ERROR
        assert finding.reference is not None
    return found


def guide_of(case: dict[str, Any]) -> Guide:
    return guide_with(case.get("style", {}), language=case.get("language", "en-US"))


def name_of(case: dict[str, Any]) -> str:
    style = case.get("style", {})
    return f"{case['check']}[{next(iter(style.values()), case.get('language'))}]"


HITS = [
    pytest.param(case, *hit, id=f"{name_of(case)}-{hit[0][:40]}") for case in CASES for hit in case["hits"]
]
CLEAN = [
    pytest.param(case, text, id=f"{name_of(case)}-{text[:40]}") for case in CASES for text in case["clean"]
]


@pytest.mark.parametrize(("case", "text", "quote", "fix"), HITS)
def test_what_breaks_a_switch_is_told_with_what_to_write(
    case: dict[str, Any], text: str, quote: str, fix: str | None
) -> None:
    found = told(guide_of(case), text)
    assert found, text
    assert {one.check for one in found} == {case["check"]}
    first = found[-1] if case["check"] == "style.emoji" else found[0]
    assert first.quote == quote
    assert [one.replacement for one in first.fixes] == ([fix] if fix is not None else [])


@pytest.mark.parametrize(("case", "text"), CLEAN)
def test_what_keeps_a_switch_is_left_alone(case: dict[str, Any], text: str) -> None:
    assert [(one.check, one.quote) for one in told(guide_of(case), text)] == []


@pytest.mark.parametrize(("case", "text", "quote", "fix"), [hit for hit in HITS if hit.values[3] is not None])
def test_a_safe_fix_removes_its_finding_and_brings_no_other(
    case: dict[str, Any], text: str, quote: str, fix: str
) -> None:
    guide = guide_of(case)
    before = told(guide, text)
    for finding in before:
        for made in finding.fixes:
            place = finding.location
            mended = text[: place.start] + made.replacement + text[place.end :]
            after = told(guide, mended)
            if made.safe:
                assert len(after) < len(before), mended


def test_each_switch_has_at_least_six_hits_and_six_that_are_fine() -> None:
    assert {case["check"] for case in CASES} >= {
        f"style.{name.replace('_', '-')}" for name in RULES if name not in ("emoji_allowed",)
    }
    for case in CASES:
        assert len(case["hits"]) >= 6 and len(case["clean"]) >= 6, name_of(case)


def test_nothing_is_told_that_is_not_decided() -> None:
    guide = guide_with({})
    for case in CASES:
        if case["check"] != "style.spelling":
            for text, *_ in case["hits"]:
                assert [one for one in told(guide, text) if one.check != "style.spelling"] == []


def test_a_finding_points_at_the_line_of_its_switch(tmp_path: Path) -> None:
    for path in (DATA / "checks_brand").iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    brand = tmp_path / "brand.yaml"
    text = brand.read_text(encoding="utf-8") + "style:\n  serial_comma: true\n  dashes: spaced en\n"
    brand.write_text(text, encoding="utf-8")
    [finding] = told(load_guide(tmp_path), "Late — again.")
    assert finding.reference is not None
    assert finding.reference.quote == "dashes: spaced en"
    assert finding.reference.path == brand.as_posix()
    assert finding.reference.line == text.splitlines().index("  dashes: spaced en") + 1


def test_spelling_points_at_the_language() -> None:
    [finding] = told(guide_with({}), "The colour is blue.")
    assert finding.reference is not None
    assert finding.reference.quote == "language: en-US"
    assert finding.reference.line == 5


def test_names_of_the_guide_keep_their_spelling() -> None:
    named = BRAND.products[0].model_copy(update={"name": "Colour & Box"})
    guide = guide_with({"ampersands": False})
    guide = replace(guide, products=(named, *guide.products[1:]))
    assert told(guide, "Try Colour & Box today.") == []
    found = [one.check for one in told(guide, "Try vans & boxes in colour.")]
    assert found == ["style.ampersands", "style.spelling"]


def test_what_a_call_script_has_in_quotation_marks_is_ours_to_say() -> None:
    guide = guide_with({"contractions": "prefer"})
    text = "“We do not know,” you say."
    assert told(guide, text) == []
    assert [one.quote for one in told(guide, text, channel="call")] == ["do not"]


@pytest.mark.parametrize(
    ("syntax", "text"),
    [(Syntax.HTML, "<p>Pens &amp; paper</p>"), (Syntax.MARKDOWN, "Pens &amp; paper")],
)
def test_an_entity_is_told_in_place_without_a_fix(syntax: Syntax, text: str) -> None:
    [finding] = told(guide_with({"ampersands": False}), text, syntax=syntax)
    assert (finding.quote, finding.fixes) == ("&amp;", ())
