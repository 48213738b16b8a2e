"""Copy that is written without a model has the quotation marks and apostrophes that the brand decided on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from copykit.brief import load_brief
from copykit.formats import load_formats
from copykit.guide import load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.writers.offline import OfflineWriter
from copykit.writing import write


@pytest.mark.parametrize("marks", ["curly", "straight"])
@pytest.mark.parametrize("format", ["landing-page", "sales-email"])
def test_quotes_and_apostrophes_are_the_brand_s(format: str, marks: str) -> None:
    guide = load_guide(brands_dir() / "dewclaw")
    style = guide.brand.style.model_copy(update={"quotes": marks, "apostrophes": marks})
    guide = replace(guide, brand=guide.brand.model_copy(update={"style": style}))
    brief = load_brief(guide.folder / "examples" / f"{format}.yaml")
    draft = write(
        load_formats([prompts_dir()])[format], brief, guide=guide, writer=OfflineWriter(),
        today=date(2026, 9, 30),
    )  # fmt: skip
    text = "\n".join(leaf.text for leaf in draft.leaves() if leaf.field.role != "legal")
    wrong = set("\"'") if marks == "curly" else set("“”’")
    assert not wrong & set(text)
    assert "style.quotes" not in {finding.check for finding in draft.report.findings}
