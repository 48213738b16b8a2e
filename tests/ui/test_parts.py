"""What the pages are made of: titles, labels, offsets as a browser counts them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import copykit.checks
from copykit.findings import Severity
from copykit.formats import load_formats
from copykit.house import prompts_dir
from copykit.text import COUNTINGS
from copykit.ui.components import in_short, plain
from copykit.ui.sheet import Block, Mark, Row, asset, clean
from copykit.ui.sheet import _block as for_the_browser
from copykit.ui.titles import title_of


def test_every_check_has_a_title_for_people() -> None:
    rooms = Path(copykit.checks.__file__).parent.glob("*.py")
    ids = {one for room in rooms for one in re.findall(r'check="([a-z]+\.[a-z-]+)"', room.read_text("utf-8"))}
    assert len(ids) > 20
    for one in ids:
        assert "." not in title_of(one)
        assert title_of(one)[0].isupper()


def test_a_check_without_a_title_is_named_in_words() -> None:
    assert title_of("claims.made-up") == "Claim made up"


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [("plain seamless", 6, 14, (6, 14)), ("🦷🐕 seamless", 3, 11, (5, 13)), ("é ü seamless", 4, 12, (4, 12))],
)
def test_marks_are_counted_as_a_browser_counts(
    text: str, start: int, end: int, expected: tuple[int, int]
) -> None:
    mark = Mark(id="0", start=start, end=end, severity=Severity.WARNING, advice="")
    rows = for_the_browser(Block(kind="box", rows=[Row(path="text", text=text, label="", marks=[mark])]))[
        "rows"
    ]
    assert isinstance(rows, list)
    (told,) = rows[0]["marks"]
    assert (told["start"], told["end"]) == expected
    assert text.encode("utf-16-le")[2 * told["start"] : 2 * told["end"]].decode("utf-16-le") == "seamless"


def test_text_from_a_browser_can_be_stored() -> None:
    assert clean("a\r\nb\rc\ud83d") == "a\nb\nc\ufffd"
    assert clean("🦷") == "🦷"


def test_a_label_is_no_markup() -> None:
    assert plain("![x](http://a.example) $5 :red[b]").startswith(r"\!\[x\]\(http\:\/\/")
    assert plain("Write “Desk”") == "Write “Desk”"
    assert in_short("a" * 70) == "a" * 58 + " …"


@pytest.mark.parametrize("name", ["sheet.js", "sheet.css", "page.css"])
def test_nothing_in_the_assets_calls_elsewhere(name: str) -> None:
    assert asset(name).strip()
    assert "http" not in asset(name).lower().replace("https and localhost", "")
    assert "innerhtml" not in asset(name).lower()


def test_the_sheet_counts_while_one_types_in_every_way_that_a_format_may_name() -> None:
    held = asset("sheet.js").partition("const COUNTINGS = {")[2].partition("\n}")[0]
    assert [name for name in COUNTINGS if f"\n  {name}: " not in held] == []


def test_a_field_tells_how_long_is_advised() -> None:
    (field,) = load_formats([prompts_dir()])["sms"].fields
    row = Row(path="message", text="a" * 161, label="Message", field=field)
    rows = for_the_browser(Block(kind="box", rows=[row]))["rows"]
    assert isinstance(rows, list)
    assert rows[0]["counts"] == {"limit": 10, "shown": None, "advised": 1, "counting": "sms", "now": 2}
