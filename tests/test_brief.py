"""Briefs: read from YAML, changed by settings, held against the guide."""

from __future__ import annotations

from pathlib import Path

import pytest

from copykit.brief import Brief, check_brief, load_brief, read_brief, with_settings
from copykit.errors import BriefError
from copykit.guide import Guide, load_guide
from copykit.house import brands_dir

GOOD = """\
format: sales-email
audience: drinkers
ask: order
goal: sale
messages: [on-time]
keywords: electric kettle, green tea
topic: Tea at home
recipient:
  first_name: Ida
  last_name: Rook
  company: Hull Mugs
"""


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(Path(__file__).parent / "data" / "small_brand")


def faults(text: str) -> list[str]:
    with pytest.raises(BriefError) as caught:
        read_brief(text, path="my.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_a_brief_is_read(guide: Guide) -> None:
    brief = read_brief(GOOD, path="my.yaml")
    assert brief.keywords == ["electric kettle", "green tea"]
    assert brief.recipient.name == "Ida Rook"
    assert brief.sender.name == ""
    assert brief.place.of("ask") == 3
    check_brief(brief, guide)


@pytest.mark.parametrize(
    "written", ["[tea, milk]", "tea, milk", "\n  - tea\n  - milk", "|\n  tea\n  milk", '"tea ,milk,"']
)
def test_a_list_may_be_written_in_several_ways(written: str) -> None:
    assert read_brief(f"keywords: {written}\n", path="my.yaml").keywords == ["tea", "milk"]


def test_facts_are_sentences_that_may_have_commas() -> None:
    written = "We opened in May, in Hull.\nTwelve people, three dogs."
    changed = with_settings(Brief(), {"facts": written})
    assert changed.facts == ["We opened in May, in Hull.", "Twelve people, three dogs."]
    assert with_settings(changed, {"topic": "Tea"}).facts == changed.facts


def test_a_file_is_read_whatever_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_brief(path).topic == "Tea at home"


def test_a_file_that_is_missing_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="there is no brief"):
        load_brief(tmp_path / "none.yaml")
    (tmp_path / "brief.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BriefError, match="can't be read"):
        load_brief(tmp_path / "brief.yaml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("audiense: x\n", 'my.yaml:1: there is no setting "audiense" here; did you mean "audience"?'),
        ("recipient: {frist_name: A}\n", 'there is no setting "frist_name" here; did you mean "first_name"?'),
        ("topic: a: b\n", "a colon inside a text: put the whole text in quotes"),
        ("topic: a\ntopic: b\n", 'my.yaml:2: "topic" stands here twice'),
        ("- a\n", "is not a list of settings"),
    ],
)
def test_each_fault_is_told_with_its_line(text: str, said: str) -> None:
    assert any(said in one for one in faults(text)), faults(text)


def test_settings_replace_what_the_brief_says() -> None:
    brief = read_brief(GOOD, path="my.yaml")
    changed = with_settings(
        brief, {"topic": "Tea at work", "keywords": "pot, cup", "recipient.first_name": "Bo"}
    )
    assert (changed.topic, changed.keywords, changed.recipient.name) == (
        "Tea at work",
        ["pot", "cup"],
        "Bo Rook",
    )
    assert changed.ask == brief.ask
    assert changed.place.path == brief.place.path
    assert changed.place.of("ask") == brief.place.of("ask")
    assert not {"topic", "keywords"} & changed.place.keys.keys()
    assert brief.topic == "Tea at home"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("audiense", 'did you mean "audience"?'),
        ("recipient.frist_name", 'did you mean "recipient.first_name"?'),
        ("recipient", 'a brief has no setting "recipient"'),
        ("topic.x", 'a brief has no setting "topic.x"'),
    ],
)
def test_a_setting_that_a_brief_does_not_have_is_told(key: str, said: str) -> None:
    with pytest.raises(BriefError) as caught:
        with_settings(Brief(), {key: "x"})
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("audience: drinker\n", 'my.yaml:1: the guide has no audience "drinker"; did you mean "drinkers"?'),
        ("product: kettel\n", 'the guide has no product "kettel"; did you mean "kettle"?'),
        ("ask: buy\n", 'the guide has no ask "buy"; there is order'),
        ("offer: trail\n", 'the guide has no offer "trail"; did you mean "trial"?'),
        ("goal: sales\n", 'the guide has no goal "sales"; did you mean "sale"?'),
        ("messages: [on-time, of-time]\n", 'the guide has no message "of-time"; did you mean "on-time"?'),
    ],
)
def test_what_a_brief_names_must_be_in_the_guide(guide: Guide, text: str, said: str) -> None:
    with pytest.raises(BriefError) as caught:
        check_brief(read_brief(text, path="my.yaml"), guide)
    assert said in str(caught.value)


def test_all_that_is_missing_is_told_at_once(guide: Guide) -> None:
    with pytest.raises(BriefError) as caught:
        check_brief(Brief(audience="x", ask="y", offer="z"), guide)
    assert len(caught.value.problems) == 3


def test_an_empty_brief_is_fine(guide: Guide) -> None:
    check_brief(Brief(), guide)


def test_a_setting_given_by_hand_is_not_blamed_on_the_file() -> None:
    written = read_brief("audience: practice-owners\n", path="brief.yaml")
    brief = with_settings(written, {"audience": "nobody"})
    with pytest.raises(BriefError) as error:
        check_brief(brief, load_guide(brands_dir() / "dewclaw"))
    assert str(error.value).startswith('the guide has no audience "nobody"')
