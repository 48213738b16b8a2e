"""`copykit check` over several pages tells those that are to be found by the same keyword."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PAGE = "---\nchannel: blog\nkeywords: [{}]\n---\n# {}\n\nHubs, and how to oil them.\n"


def test_the_later_page_names_the_first(run: Any, brand: Path) -> None:
    folder = Path("posts")
    folder.mkdir()
    for name, keyword in (("a", "oil a hub"), ("b", "hub gears"), ("c", "oil hubs")):
        text = PAGE.format(keyword, keyword.capitalize())
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    told = run("check", "posts", "--brand", str(brand), "--output", "json")
    found = [
        (report["path"], finding["advice"])
        for report in json.loads(told.out)["documents"]
        for finding in report["findings"]
        if finding["check"] == "keywords.competing"
    ]
    assert [name for name, _ in found] == ["posts/c.md"]
    assert found[0][1].startswith("posts/a.md wants to be found for “oil hubs” too")


def test_one_page_alone_has_no_rival(run: Any, brand: Path) -> None:
    Path("a.md").write_text(PAGE.format("oil a hub", "Oil a hub"), encoding="utf-8")
    told = run("check", "a.md", "a.md", "--brand", str(brand))
    assert "keywords.competing" not in told.out
