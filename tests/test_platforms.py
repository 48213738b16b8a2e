"""The table of platform limits is well formed, is what the docs show, and is what our formats say."""

from __future__ import annotations

from pathlib import Path

import pytest

from copykit.formats import Field, Limit, load_formats
from copykit.house import prompts_dir
from copykit.platforms import KNOWN, limits_page, platform_limits
from copykit.text import COUNTINGS

ROOT = Path(__file__).resolve().parent.parent
FORMATS = load_formats([prompts_dir()])


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


PLACES = {
    "app-store-listing": "Apple App Store", "google-rsa": "Google responsive search ad",
    "linkedin-ad": "LinkedIn single image ad", "linkedin-post": "LinkedIn post", "meta-ad": "Meta feed ad",
    "microsoft-rsa": "Microsoft responsive search ad", "performance-max": "Google Performance Max",
    "pinterest-pin": "Pinterest pin", "play-store-listing": "Google Play", "reddit-ad": "Reddit ad",
    "sms": "Text message", "tiktok-ad": "TikTok in-feed ad", "x-post": "X post",
}  # fmt: skip
ITEMS = {
    "message": "parts", "path1": "path", "path2": "path", "posts": "headline", "whats_new": "what's new",
}  # fmt: skip
# The table counts the keywords in characters; by some sources they are bytes, and the format is stricter.
STRICTER = {("app-store-listing", "keywords"): "bytes"}


@pytest.mark.parametrize("format", PLACES)
def test_our_formats_say_what_the_table_says(format: str) -> None:
    """Field `headlines` is the table's `headline`, `long_headlines` its `long headline`; see `ITEMS`."""
    compared = 0
    for field in FORMATS[format].fields:
        item = ITEMS.get(field.name, field.name.removesuffix("s").replace("_", " "))
        names = {item, field.name}
        for effect, limit in ends(field):
            if (format, effect) == ("sms", "advised"):
                continue  # one part of a message: the table says how many characters that is
            [row] = [
                one
                for one in platform_limits()
                if one.place == PLACES[format] and one.item in names and one.effect == effect
            ]
            assert (row.max, row.source.read) == (limit.max, limit.read)
            # A copy of Meta's own guide has two of the lengths that the table has from third parties.
            assert row.source.known == limit.known or format == "meta-ad"
            assert limit.counting == STRICTER.get((format, field.name), row.counting), field.name
            compared += 1
    assert compared


def ends(field: Field) -> list[tuple[str, Limit]]:
    pairs = (("rejected", field.limit), ("cut off", field.shown), ("advised", field.advised))
    return [(effect, limit) for effect, limit in pairs if limit]
