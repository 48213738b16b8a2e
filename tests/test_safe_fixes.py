"""What a family calls a safe fix mends its finding and harms nothing, and every quote stands at its place.

Over the sample brands' files, the tune halves of the labelled sets, and pages made of the golden cases of all
checks, under each brand's own style and under two in which every switch is decided.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from copykit.checking import Desk
from copykit.checks import Context, check
from copykit.draft import Values
from copykit.findings import Finding, Report
from copykit.formats import load_formats
from copykit.guide import Guide, load_guide
from copykit.guide.style import Style
from copykit.house import brands_dir, prompts_dir
from copykit.improve.fixes import MOST_VERIFIED, verify_fixes
from copykit.text import Syntax, parse, parse_fields

ROOT = Path(__file__).parents[1]
DATA = ROOT / "tests" / "data"
BRANDS = ("dewclaw", "oatwhistle")
TODAY = date(2026, 11, 23)
SWITCHES: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
    (DATA / "style" / "switches.yml").read_text(encoding="utf-8")
)
PAGES = 300  # pages made of golden cases


@pytest.fixture(scope="module")
def guides() -> dict[str, Guide]:
    """Each brand as it is, and with all switches one way and the other."""
    made = {}
    for brand in BRANDS:
        guide = load_guide(brands_dir() / brand)
        made[brand] = guide
        for name, style in SWITCHES.items():
            decided = guide.brand.model_copy(update={"style": Style.model_validate(style)})
            made[f"{brand}-{name}"] = replace(guide, brand=decided)
    return made


def is_kept(finding: Finding, text: str | Values) -> bool:
    """Whether a finding's quote stands at its place."""
    place = finding.location
    held = text if isinstance(text, str) else text.get(place.field or "", "")
    return isinstance(held, str) and held[place.start : place.end] == finding.quote


def wrong(text: Any, report: Report, recheck: Callable[[Any], Report]) -> Iterator[tuple[str, str, str]]:
    """Findings whose quote stands elsewhere, and fixes that are called safe and are not."""
    for finding in report.findings:
        if not is_kept(finding, text):
            yield finding.check, finding.quote, "stands elsewhere"
    tried = verify_fixes(text, report, recheck=recheck)
    fixes = [
        (finding, fix, known)
        for finding, after in zip(report.findings, tried.findings, strict=True)
        for fix, known in zip(finding.fixes, after.fixes, strict=True)
    ]
    for finding, fix, known in fixes[:MOST_VERIFIED]:
        if fix.safe and not known.safe:
            yield finding.check, finding.quote, f"is not mended by {fix.replacement!r}"


def wrong_on(
    desk: Desk, text: str, name: str, syntax: Syntax = Syntax.MARKDOWN
) -> list[tuple[str, str, str]]:
    def recheck(changed: str) -> Report:
        return desk.check(parse(changed, name=name, syntax=syntax)).report

    return list(wrong(text, recheck(text), recheck))


@pytest.mark.parametrize("brand", BRANDS)
def test_in_the_files_of_the_sample_brands(brand: str, guides: Mapping[str, Guide]) -> None:
    formats = load_formats([prompts_dir()])
    for name, guide in guides.items():
        if not name.startswith(brand):
            continue
        desk = Desk(guide=guide, formats=formats, today=guide.today(TODAY))
        for path in sorted((brands_dir() / brand).rglob("*.md")):
            assert wrong_on(desk, path.read_text(encoding="utf-8"), path.name) == [], (name, path.name)


def test_in_the_labelled_sentences(guides: Mapping[str, Guide]) -> None:
    texts = []
    for name in ("passive", "sentences", "claims", "claims-more", "keywords"):
        lines = (ROOT / "benchmarks" / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        cases = [json.loads(line) for line in lines if not line.startswith("#")]
        texts += [case["text"] for case in cases if case["half"] == "tune"]
    assert len(texts) > 500
    desks = [Desk(guide=one, formats={}, today=one.today(TODAY)) for one in guides.values()]
    for at in range(0, len(texts), 8):
        desk, syntax = desks[at // 8 % len(desks)], (Syntax.MARKDOWN, Syntax.PLAIN)[at // 8 % 2]
        text = "\n\n".join(texts[at : at + 8])
        assert wrong_on(desk, text, "page", syntax) == [], text


PADDING = "while we wait for the van at the gate of the yard by the old mill"


def test_in_sentences_that_are_as_long_as_the_guide_allows(guides: Mapping[str, Guide]) -> None:
    """One word more is one finding more: a fix that adds words is not safe there."""
    begun = [
        "We don't sell it",
        "It isn't here, e.g. at noon",
        "They can't commence it and/or leave",
        "We say 5%",
    ]
    for name, guide in guides.items():
        desk = Desk(guide=guide, formats={}, today=guide.today(TODAY))
        most = guide.brand.reading["default"].sentence_words
        for text in begun:
            padding = " ".join([PADDING] * 3).split()[: most - len(text.split())]
            page = " ".join([text, *padding]) + "."
            assert wrong_on(desk, page, "page") == [], (name, page)
            assert wrong_on(desk, f"{page} Go.\n\nWe go on foot. It is far.", "page") == [], (name, page)


def golden() -> list[str]:
    """The texts of all golden cases."""

    def texts(held: Any) -> Iterator[str]:
        if isinstance(held, str):
            yield held
        elif isinstance(held, list | dict):
            for one in held.values() if isinstance(held, dict) else held:
                yield from texts(one)

    cases = [
        case
        for path in (DATA / "golden" / "checks.yaml", *sorted((DATA / "style").glob("*.yaml")))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    keys = ("hit", "hits", "clean")
    found = [text for case in cases for key in keys for text in texts(case.get(key, "")) if len(text) < 400]
    assert len(found) > 1000
    return found


def test_on_pages_made_of_all_golden_cases(guides: Mapping[str, Guide]) -> None:
    pieces, names, syntaxes = golden(), list(guides), list(Syntax)
    seen = set()
    for seed in range(PAGES):
        draw = Random(seed)
        guide = guides[names[seed % len(names)]]
        context = Context(
            guide=guide,
            today=guide.today(TODAY),
            channel=draw.choice(["page", "email", "ad", "blog", "social", "cta", None]),
            own=draw.random() < 0.3,
        )
        gap = draw.choice([" ", "\n", "\n\n", "\n\n## ", "\n- "])
        parts = draw.choices(pieces, k=draw.randint(1, 7))
        syntax = draw.choice(syntaxes)
        text: Any = gap.join(parts)
        if seed % 3 == 0:
            text = {"title": gap.join(parts[:2]), "body": gap.join(parts[2:])}

        def recheck(changed: Any, context: Context = context, syntax: Syntax = syntax) -> Report:
            if isinstance(changed, str):
                return check(parse(changed, name="page", syntax=syntax), context)
            fields = [("title", changed["title"], Syntax.PLAIN), ("body", changed["body"], syntax)]
            return check(parse_fields(fields, name="draft"), context)

        report = recheck(text)
        seen |= {finding.check for finding in report.findings}
        assert list(wrong(text, report, recheck)) == [], (seed, text)
    families = {one.partition(".")[0] for one in seen}
    assert families >= {"claims", "terms", "style", "voice", "readability", "inclusive", "legal"}
