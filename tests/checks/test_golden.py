"""Every check there is has a golden case in which it finds something and one that it leaves alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from copykit.brand_check import check_brand
from copykit.brief import Brief
from copykit.checking import Desk
from copykit.checks import Context, check
from copykit.checks.competing import Pages
from copykit.checks.email import check_columns
from copykit.checks.facts import known_ids
from copykit.draft import Values
from copykit.formats import Format, load_formats, read_format
from copykit.guide import Guide, load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.readiness import document_of
from copykit.text import Syntax, parse

DATA = Path(__file__).parents[1] / "data"
AD = (DATA / "golden" / "ad.md").read_text(encoding="utf-8")
CASES: list[dict[str, Any]] = yaml.safe_load((DATA / "golden" / "checks.yaml").read_text(encoding="utf-8"))
# House style's switches have more cases of their own, which test_style.py holds.
STYLE = {
    case["check"]
    for path in (DATA / "style").glob("*.yaml")
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    if case["hits"] and case["clean"]
}
LIGHT = next(case["clean"] for case in CASES if case["check"] == "readability.grade")
_PIECE = re.compile(r"\{(light|related|transact|keyword)(?:\*(\d+))?\}")
PIECES = {
    "light": LIGHT,
    "related": "See the expiry dates, the reorder list and the missed charges.",
    "transact": "vet appointment reminders",
    "keyword": "Vet inventory software counts.",
}


def filled(text: Any) -> Any:
    """A case's text with its pieces put in: {light*3} is three times the light paragraph."""
    if isinstance(text, str):
        return _PIECE.sub(lambda one: " ".join([PIECES[one[1]]] * int(one[2] or 1)), text)
    if isinstance(text, list):
        return [filled(one) for one in text]
    return {key: filled(one) for key, one in text.items()} if isinstance(text, dict) else text


@cache
def dewclaw() -> Guide:
    return load_guide(brands_dir() / "dewclaw")


@cache
def formats() -> dict[str, Format]:
    return load_formats([prompts_dir()])


def guide_of(case: Mapping[str, Any]) -> Guide:
    guide = dewclaw()
    if not case.keys() & {"with", "terms", "offers"}:
        return guide
    changes: dict[str, Any] = {}
    for name, value in case.get("with", {}).items():
        if name == "style":
            old = guide.brand.style.model_dump()
            changes[name] = type(guide.brand.style).model_validate(
                {**old, **value} if "vague_links" in value else value
            )
        elif name in ("manner", "wording", "email", "inclusive"):
            changes[name] = type(getattr(guide.brand, name)).model_validate(value)
        elif name == "reading":
            reading = guide.brand.reading["default"]
            changes[name] = {key: reading.model_copy(update=one) for key, one in value.items()}
        else:
            changes[name] = value
    terms = [one.model_copy(update=case.get("terms", {}).get(one.use, {})) for one in guide.terms]
    offers = [one.model_copy(update=case.get("offers", {}).get(one.id, {})) for one in guide.offers]
    brand = guide.brand.model_copy(update=changes)
    return replace(guide, brand=brand, terms=tuple(terms), offers=tuple(offers))


def format_of(case: Mapping[str, Any]) -> Format | None:
    if platform := case.get("format"):
        return read_format(AD.replace("PLATFORM", platform), path=Path("ad.md"))
    format = formats().get(case.get("draft", ""))
    if format and "set" in case:
        changed = format.settings.model_copy(update=case["set"])
        format = replace(format, settings=changed)
    return format


def told(case: Mapping[str, Any], text: Any, *, brief: Mapping[str, Any], tmp: Path) -> set[str]:
    """What is found in one of a case's texts, by the ids of the checks."""
    guide = guide_of(case)
    if "rule" in case:
        guide = load_guide(with_rule(case, tmp))
    today = case.get("today") or guide.brand.as_of
    asked = Brief.model_validate(filled(brief)) if brief else None
    if isinstance(text, dict):
        format = format_of(case)
        assert format is not None
        values: Values = filled(text)
        context = Context(
            guide=guide,
            today=today,
            brief=asked or Brief(),
            format=format,
            own=True,
            machine=case.get("machine", False),
            channel=format.channel,
        )
        return {one.check for one in check(document_of(format, values), context).findings}
    syntax = Syntax(case.get("syntax", "markdown"))
    pages = Pages() if "before" in case else None
    desk = Desk(
        guide=guide, formats=formats(), today=today, brief=asked, channel=case.get("channel"),
        deep=case.get("deep", False), pages=pages,
    )  # fmt: skip
    if "before" in case:
        desk.check(parse(filled(case["before"]), name="before.md", syntax=syntax))
    document = parse(filled(text), name="page.md", syntax=syntax)
    found = {one.check for one in desk.check(document).report.findings}
    if "columns" in case:
        found |= {one.check for one in check_columns(document, case["columns"])}
    return found


def with_rule(case: Mapping[str, Any], tmp: Path) -> Path:
    folder = tmp / "dewclaw"
    if not folder.exists():
        shutil.copytree(brands_dir() / "dewclaw", folder)
    _, style, name = case["check"].split(".")
    path = folder / "styles" / style / f"{name}.yml"
    path.write_text(yaml.safe_dump(case["rule"]), encoding="utf-8")
    return folder


def edited(case: Mapping[str, Any], folder: Path) -> Path:
    """The tiny brand with the case's edits in it."""
    shutil.copytree(DATA / "brand-tiny", folder)
    for file, old, new in [case[key] for key in ("guide", "also") if key in case]:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert old in text
        path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")
    return folder


def told_of_guide(folder: Path, case: Mapping[str, Any]) -> set[str]:
    checked = check_brand(
        load_guide(folder), formats={**formats(), **load_formats([DATA / "formats-tiny"])},
        today=case.get("today") or date(2026, 6, 1),
    )  # fmt: skip
    return {finding.check for one in checked for finding in one.report.findings}


@cache
def untouched() -> set[str]:
    return told_of_guide(DATA / "brand-tiny", {})


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["check"]))
def test_a_check_finds_what_it_is_for_and_leaves_its_like_alone(case: dict[str, Any], tmp_path: Path) -> None:
    if "guide" in case:
        assert case["check"] not in untouched()
        assert case["check"] in told_of_guide(edited(case, tmp_path / "hubgear"), case)
        return
    brief = case.get("brief", {})
    assert case["check"] in told(case, case["hit"], brief=brief, tmp=tmp_path)
    assert case["check"] not in told(case, case["clean"], brief=case.get("clean-brief", brief), tmp=tmp_path)


def test_every_check_has_a_golden_case() -> None:
    covered = STYLE | {case["check"] for case in CASES}
    known = set(known_ids())
    assert {"custom.*" if one.startswith("custom.") else one for one in covered} == known
