"""`copykit brand check` tells what of a brand's styles has no effect, at its line; the samples' have all."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from copykit.brand_check import check_brand
from copykit.checks.custom import style_problems
from copykit.findings import Severity
from copykit.formats import load_formats
from copykit.guide import load_guide
from copykit.house import brands_dir, prompts_dir

BRAND = Path(__file__).parents[1] / "data" / "brand-tiny"


def test_what_has_no_effect_is_told_in_its_file(tmp_path: Path) -> None:
    brand = Path(shutil.copytree(BRAND, tmp_path / "hubgear"))
    style = brand / "styles" / "House"
    style.mkdir(parents=True)
    (style / "Run.yml").write_text("extends: script\nmessage: x\nscript: a.tengo\n", encoding="utf-8")
    (style / "Slow.yml").write_text(
        "extends: existence\nmessage: x\ntokens:\n  - fine\n  - '(a+)+b'\n", encoding="utf-8"
    )
    (brand / "styles" / ".vale.ini").write_text("[*]\nBasedOnStyles = House\nLang = de\n", encoding="utf-8")
    checked = check_brand(load_guide(brand), formats=load_formats([prompts_dir()]), today=date(2026, 6, 1))
    found = {}
    for one in checked:
        for finding in one.report.findings:
            if finding.check == "brand.style-not-honoured":
                assert finding.severity is Severity.WARNING
                place = finding.location
                assert one.document.source[place.start : place.end] == finding.quote
                found[Path(one.document.name).name] = finding.quote
    assert found == {"Run.yml": "extends: script", "Slow.yml": "- '(a+)+b'", ".vale.ini": "Lang = de"}


@pytest.mark.parametrize("name", ["dewclaw", "oatwhistle"])
def test_the_sample_brands_styles_are_honoured_in_full(name: str) -> None:
    guide = load_guide(brands_dir() / name)
    assert len(guide.styles) == 2
    assert list(style_problems(guide)) == []
