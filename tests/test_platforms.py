"""The table of platform limits is well formed, is what the docs show, and is what our formats say."""

from __future__ import annotations

from pathlib import Path

import pytest

from copykit.formats import Field, Limit, load_formats
from copykit.house import prompts_dir
from copykit.platforms import KNOWN, limits_page, platform_limits
from copykit.text import COUNTINGS

ROOT = Path(__file__).resolve().parent.parent


def test_the_published_page_is_the_table() -> None:
    page = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    assert page == limits_page(), "write copykit.platforms.limits_page() to docs/limits.md"


def test_each_limit_names_a_counting_and_a_source_and_stands_once() -> None:
    seen = set()
    for limit in platform_limits():
        assert limit.counting in {*COUNTINGS, "pixels"}
        assert limit.source.text and limit.source.known in KNOWN and limit.max > 0
        key = (limit.place, limit.item, limit.effect)
        assert key not in seen
        seen.add(key)


@pytest.mark.parametrize(
    ("place", "item", "counting", "most"),
    [
        ("Google responsive search ad", "headline", "google", 30),
        ("Google Performance Max", "long headline", "google", 90),
        ("Microsoft responsive search ad", "description", "microsoft", 90),
        ("X post", "post", "x", 280),
        ("TikTok in-feed ad", "caption", "tiktok", 100),
        ("Pinterest pin", "description", "characters", 500),
    ],
)
def test_what_a_platform_takes(place: str, item: str, counting: str, most: int) -> None:
    [limit] = [
        one for one in platform_limits() if (one.place, one.item, one.effect) == (place, item, "rejected")
    ]
    assert (limit.counting, limit.max) == (counting, most)


@pytest.mark.parametrize(
    ("format", "place"),
    [("google-rsa", "Google responsive search ad"), ("meta-ad", "Meta feed ad")],
)
def test_our_formats_say_what_the_table_says(format: str, place: str) -> None:
    """Field `headlines` is the table's `headline`, `path1` its `path`, `primary_texts` its `primary text`."""
    known = {
        (one.item, str(one.effect)): (one.max, one.counting)
        for one in platform_limits()
        if one.place == place
    }
    compared = 0
    for field in load_formats([prompts_dir()])[format].fields:
        item = field.name.rstrip("s12").replace("_", " ")
        for effect, limit in ends(field):
            if (item, effect) in known:
                assert (limit.max, limit.counting) == known[item, effect], field.name
                compared += 1
    assert compared >= 3


def ends(field: Field) -> list[tuple[str, Limit]]:
    pairs = (("rejected", field.limit), ("cut off", field.shown))
    return [(effect, limit) for effect, limit in pairs if limit]
