"""Format files: what a right one becomes, and how each fault is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.errors import FormatError
from copykit.formats import Format, load_format, load_formats, read_format

DATA = Path(__file__).parent / "data" / "formats"
NOTICE = (DATA / "notice.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def notice() -> Format:
    return load_format(DATA / "notice.md")


def faults(text: str) -> list[str]:
    """What is wrong with a format, as a user would read it."""
    with pytest.raises(FormatError) as caught:
        read_format(text, path=Path("my.md"))
    return [str(problem) for problem in caught.value.problems]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_a_format_knows_its_settings_and_where_they_stand(notice: Format) -> None:
    assert (notice.name, notice.title, notice.channel) == ("notice", "Notice", "page")
    assert notice.settings.words is not None
    assert (notice.settings.words.min, notice.settings.words.max) == (20, 60)
    title = notice.fields[0]
    assert title.limit is not None
    assert (title.limit.max, title.limit.counting, title.limit.known) == (30, "google", "O")
    assert title.limit.place.of("max") == line_of(NOTICE, "limit: {max: 30")
    assert len(notice.version) == 12


def test_paths_lead_to_fields(notice: Format) -> None:
    paths = ["title", "tags[3]", "sections", "sections[1].body", "sections[0].nothing", "nothing"]
    found = [notice.field(path) for path in paths]
    assert [field.name if field else None for field in found] == [
        "title", "tags", "sections", "body", None, None,
    ]  # fmt: skip


def test_how_many_items_a_field_takes(notice: Format) -> None:
    assert {field.name: field.items for field in notice.fields if field.kind != "text"} == {
        "tags": (2, 4),
        "sections": (1, 2),
    }


def test_rules_are_read(notice: Format) -> None:
    assert [(rule.kind, rule.field, rule.other, rule.number) for rule in notice.rules] == [
        ("needs", "stamp", "badge", 0),
        ("one_short", "tags", "", 5),
        ("differ", "tags", "", 0),
    ]


def test_patterns_are_alternatives_of_templates(notice: Format) -> None:
    [lead] = notice.blocks_for("lead")
    assert [one[""].text for one in lead.alternatives] == ["{{ product.text }}", "{{ brand.summary }}"]
    [tags] = notice.blocks_for("tags")
    assert [one[""].text for one in tags.alternatives] == ["tea", "{{ product.noun }}"]
    [sections] = notice.blocks_for("sections")
    assert sections.alternatives[0]["heading"].text == "{{ feature.name }}"
    assert sections.alternatives[0]["body"].text == "{{ feature.text }}\n{{ feature.benefit }}"
    assert sections.alternatives[0]["body"].line == line_of(NOTICE, "body: {{ feature.text }}")


def test_the_version_follows_the_content(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "b.md").write_text(NOTICE.replace("short notice", "brief notice"), encoding="utf-8")
    made = load_formats([tmp_path])
    assert made["a"].version == load_format(DATA / "notice.md").version
    assert made["a"].version != made["b"].version


def test_folders_are_walked_and_later_ones_win(tmp_path: Path) -> None:
    for name in ("one/pages/notice.md", "one/_parts/shared.md", "one/pages/_draft.md", "two/notice.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("not a format", encoding="utf-8")
    (tmp_path / "one/pages/notice.md").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "two/notice.md").write_text(NOTICE.replace("title: Notice", "title: Ours"), encoding="utf-8")
    formats = load_formats([tmp_path / "one", tmp_path / "two"])
    assert {name: format.title for name, format in formats.items()} == {"notice": "Ours"}


def test_shared_parts_are_put_in(tmp_path: Path) -> None:
    (tmp_path / "_parts").mkdir()
    (tmp_path / "_parts" / "rules.md").write_text("Be kind to {{ brand.name }}.\n", encoding="utf-8")
    text = NOTICE.replace("Write for {{ brand.name }}.", "{{ parts.rules }}")
    (tmp_path / "notice.md").write_text(text, encoding="utf-8")
    assert load_formats([tmp_path])["notice"].instructions.text == "Be kind to {{ brand.name }}."


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "notice.md"
    path.write_bytes(b"\xef\xbb\xbf" + NOTICE.replace("\n", "\r\n").encode())
    assert load_format(path).fields[0].name == "title"


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("channel: page", "channel: pages", 'there is no channel "pages"; did you mean "page"?'),
        ("counting: google", "counting: googel", 'there is no counting "googel"; did you mean "google"?'),
        ("label: Badge", "lable: Badge", 'there is no setting "lable" here; did you mean "label"?'),
        ("    label: Title\n", "", '"label" is missing here: every entry needs it'),
        ("max: 4", "max: four", '"max" is "four": write a number'),
        ("max: 4", "max: 1", "min 2 is more than max 1"),
        ("name: stamp", "name: badge", 'there are two fields "badge"'),
        ("name: stamp", "name: Stamp", '"Stamp" can\'t be'),
        ("kind: list", "kind: text", '"tags" is one text: min and max count the items of a list or groups'),
        ("stamp needs badge", "stamp needs bagde", 'there is no field "bagde"; did you mean "badge"?'),
        ("tags differ", "tags are nice", 'a rule reads "A needs B"'),
        ("read: 2026-09-01, known: M", "read: yesterday, known: M", '"yesterday" is not a date'),
        ("## Patterns", "## Pattern", 'there is no section "Pattern"; did you mean "Patterns"?'),
        ("```lead", "```led", 'there is no field "led"; did you mean "lead"?'),
        ("{{ product.text }}", "{{ produkt.text }}", 'there is no blank "produkt"; did you mean "product"?'),
        ("{{ product.text }}", "{{ product.txt }}", '"product" has no "txt"; did you mean "text"?'),
        ("{{ topic }}", "{{ topic | shout }}", 'there is no filter "shout"'),
        ("{{ topic }}", "{{ topic }", "a blank is not written right"),
        (
            "heading: {{ feature.name }}",
            "{{ feature.name }}",
            'a pattern for "sections" reads "name: text"; its fields are heading and body',
        ),
        (
            "```\nA notice about {{ topic }}.\n```",
            "A notice.",
            '"## Request" holds one block between two lines of ```; there are 0',
        ),
    ],
)
def test_each_fault_is_told_with_its_line_and_advice(right: str, wrong: str, said: str) -> None:
    assert right in NOTICE
    told = faults(NOTICE.replace(right, wrong, 1))
    assert any(said in one for one in told), told
    assert all(one.startswith("my.md") for one in told)


@pytest.mark.parametrize(
    "wrong", ["counting: googel", "bagde needs badge", "{{ produkt.text }}", "{{ product.txt }}", "```led"]
)
def test_faults_name_the_very_line(wrong: str) -> None:
    right = {
        "counting: googel": "counting: google",
        "bagde needs badge": "stamp needs badge",
        "{{ produkt.text }}": "{{ product.text }}",
        "{{ product.txt }}": "{{ product.text }}",
        "```led": "```lead",
    }[wrong]
    text = NOTICE.replace(right, wrong, 1)
    where = "rules:" if "needs" in wrong else wrong
    assert any(one.startswith(f"my.md:{line_of(text, where)}:") for one in faults(text))


def test_all_faults_come_at_once() -> None:
    text = NOTICE.replace("counting: google", "counting: googel").replace("{{ topic }}", "{{ tpic }}")
    assert len(faults(text)) == 2


def test_a_file_without_settings_is_told_so() -> None:
    assert faults("# Hello\n") == ['my.md:1: a format begins with its settings between two lines of "---"']


def test_a_required_field_needs_a_pattern() -> None:
    told = faults(NOTICE.replace("```title\n{{ product.name }} is here\n```\n", ""))
    assert len(told) == 1
    assert 'the required field "title" has no pattern: add a block ```title' in told[0]


def test_an_unclosed_block_is_told() -> None:
    assert any("is not closed" in one for one in faults(NOTICE.rstrip().removesuffix("```")))


def test_a_format_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="there is no format file"):
        load_format(tmp_path / "none.md")


@given(cut=st.integers(0, len(NOTICE)), junk=st.text(max_size=20))
def test_a_damaged_file_gives_a_format_or_a_clear_error(cut: int, junk: str) -> None:
    try:
        read_format(NOTICE[:cut] + junk + NOTICE[cut:], path=Path("my.md"))
    except FormatError as error:
        assert error.problems
        assert all(problem.path == "my.md" and problem.message for problem in error.problems)
