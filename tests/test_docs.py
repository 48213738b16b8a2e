"""What the docs show is true: the example format works, and the README's brief and settings too."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from copykit.brief import check_brief, read_brief
from copykit.formats import load_formats
from copykit.guide import load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.text import COUNTINGS
from copykit.writers.offline import OfflineWriter
from copykit.writing import write

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)


def test_the_example_format_of_the_docs_writes(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    found = re.search(r"`````markdown\n(.*?)`````", page, re.DOTALL)
    assert found
    brand = tmp_path / "dewclaw"
    shutil.copytree(brands_dir() / "dewclaw", brand)
    (brand / "formats").mkdir()
    (brand / "formats" / "push.md").write_text(found.group(1), encoding="utf-8")
    format = load_formats([prompts_dir(), brand / "formats"])["push"]
    brief = read_brief("audience: practice-managers\n", path="brief.yaml")
    draft = write(format, brief, guide=load_guide(brand), writer=OfflineWriter(), today=TODAY)
    assert draft.ready and set(draft.fields) == {"title", "body"}


def test_the_brief_of_the_readme_is_ready_and_names_only_what_there_is() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert found
    guide = load_guide(brands_dir() / "dewclaw")
    brief = read_brief(found.group(1), path="brief.yaml")
    check_brief(brief, guide)
    format = load_formats([prompts_dir()])["sales-email"]
    assert write(format, brief, guide=guide, writer=OfflineWriter(), today=TODAY).ready


def test_every_link_and_picture_of_the_docs_is_there() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        text = re.sub(r"``.+?``|`[^`\n]+`", "", page.read_text(encoding="utf-8"))  # an example is no link
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_counting_is_told() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in COUNTINGS)
