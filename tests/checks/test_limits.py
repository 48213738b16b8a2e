"""A draft against its format: every check of limits with what it hits and what it leaves alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.checks.context import Context
from copykit.checks.finish import FINISH
from copykit.checks.limits import LIMITS, check_lengths
from copykit.checks.text_messages import TEXT_MESSAGES
from copykit.draft import Values, leaves
from copykit.findings import Area, Finding, Severity
from copykit.formats import Format, load_format, load_formats, read_format
from copykit.guide import Guide, load_guide
from copykit.house import prompts_dir
from copykit.text import Document, Syntax, count, parse, parse_fields

DATA = Path(__file__).parents[1] / "data"
GOOD: dict[str, object] = {
    "title": "Tea, on time",
    "lead": "A kettle that remembers how you take your tea, and starts before you are up.",
    "tags": ["tea", "kettle"],
    "sections": [{"heading": "Hot when you sit", "body": "It knows the heat of each tea that you drink."}],
}


@pytest.fixture(scope="module")
def format() -> Format:
    return load_format(DATA / "formats" / "notice.md")


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(DATA / "small_brand")


def document_of(format: Format, values: Values) -> Document:
    parts = [
        (leaf.path, leaf.text, Syntax.MARKDOWN if leaf.field.markup == "markdown" else Syntax.PLAIN)
        for leaf in leaves(format, values)
        if leaf.field.role != "url"
    ]
    return parse_fields(parts, name="draft")


class Checked:
    """What the limits find in the good draft with some fields changed."""

    def __init__(self, format: Format, guide: Guide) -> None:
        self.format, self.guide = format, guide

    def __call__(self, *, own: bool = True, **changes: object) -> list[Finding]:
        self.document = document_of(self.format, {**GOOD, **changes})  # type: ignore[dict-item]
        context = Context(
            guide=self.guide,
            today=date(2026, 11, 1),
            format=self.format,
            own=own,
            channel=self.format.channel,
        )
        found = [
            finding for one in (*LIMITS, *TEXT_MESSAGES, *FINISH) for finding in one(self.document, context)
        ]
        for finding in found:
            assert self.document.quote(finding.location) == finding.quote
        return found


@pytest.fixture
def checked(format: Format, guide: Guide) -> Checked:
    return Checked(format, guide)


def text_of(guide: Guide, text: str, *, own: bool = False, channel: str | None = None) -> list[Finding]:
    document = parse(text, name="page.txt", syntax=Syntax.PLAIN)
    context = Context(guide=guide, today=date(2026, 11, 1), own=own, channel=channel)
    return [finding for one in (*LIMITS, *FINISH) for finding in one(document, context)]


def test_a_draft_that_keeps_its_format_has_no_findings(checked: Checked) -> None:
    assert checked() == []


def test_a_field_over_its_limit_is_an_error_that_marks_what_is_too_much(checked: Checked) -> None:
    [finding] = checked(title="Tea that is always ready, always hot")
    assert (finding.check, finding.severity, finding.area) == ("format.limit", Severity.ERROR, Area.FORMAT)
    assert finding.quote == "ys hot"
    assert finding.location.field == "title"
    assert "Title: 36 characters, and 30 is the most: cut 6." in finding.advice
    assert "Example Help, page 1; read 2026-09-01; the platform's own text" in finding.advice
    assert finding.reference is not None
    assert finding.reference.path.endswith("notice.md")
    lines = Path(finding.reference.path).read_text(encoding="utf-8").split("\n")
    assert "max: 30" in lines[(finding.reference.line or 0) - 1]


@pytest.mark.parametrize(
    ("known", "severity"),
    [
        ("O", Severity.ERROR),
        ("M", Severity.ERROR),
        ("T", Severity.WARNING),
        ("K", Severity.SUGGESTION),
        ("ours", Severity.SUGGESTION),
    ],
)
def test_what_is_less_well_known_weighs_less(guide: Guide, known: str, severity: Severity) -> None:
    path = DATA / "formats" / "notice.md"
    text = path.read_text(encoding="utf-8").replace("known: O}", f"known: {known}}}")
    [finding] = Checked(read_format(text, path=path), guide)(title="x" * 31)
    assert (finding.check, finding.severity) == ("format.limit", severity)


def test_parts_of_a_text_message_are_counted(guide: Guide) -> None:
    path = DATA / "formats" / "notice.md"
    text = path.read_text(encoding="utf-8").replace("{max: 30, counting: google", "{max: 1, counting: sms")
    checked = Checked(read_format(text, path=path), guide)
    assert checked(title="x" * 160) == []
    [finding] = checked(title="x" * 160 + "yz")
    assert "2 message parts, and 1 is the most" in finding.advice
    assert finding.quote == "yz"


def test_characters_that_make_a_text_message_longer(guide: Guide) -> None:
    path = DATA / "formats" / "notice.md"
    text = path.read_text(encoding="utf-8").replace("{max: 30, counting: google", "{max: 3, counting: sms")
    checked = Checked(read_format(text, path=path), guide)
    for fine in ("Don't wait. " * 10, "Don’t wait.", "Don’t wait. 茶 " * 6, "Déjà vu, " * 15):
        assert checked(title=fine) == [], fine
    found = checked(title="Don’t wait. " * 6)
    assert [(one.check, one.quote) for one in found] == [("format.sms-alphabet", "’")] * 6
    assert "2 parts, and 1 in plain letters" in found[0].advice
    assert {fix.replacement for one in found for fix in one.fixes} == {"'"}


def test_a_field_of_just_the_limit_is_left_alone(checked: Checked) -> None:
    assert checked(title="x" * 30) == []
    assert [one.check for one in checked(title="x" * 31)] == ["format.limit"]


def test_wide_letters_count_double_where_the_platform_counts_so(checked: Checked) -> None:
    assert checked(title="茶" * 15) == []
    [finding] = checked(title="茶" * 16)
    assert finding.quote == "茶"


def test_spaces_at_the_ends_count_too(checked: Checked) -> None:
    [finding] = checked(title="Tea, on time" + " " * 19)
    assert finding.check == "format.limit"


def test_what_is_cut_off_is_a_warning_when_the_platform_says_so_and_else_a_suggestion(
    checked: Checked,
) -> None:
    [finding] = checked(badge="new", stamp="brand new")
    assert (finding.check, finding.severity, finding.quote) == ("format.cut-off", Severity.WARNING, " new")
    [finding] = checked(tags=["tea", "kettles and cups"])
    assert (finding.check, finding.severity) == ("format.cut-off", Severity.SUGGESTION)
    assert finding.location.field == "tags[1]"


def test_too_few_and_too_many_items(checked: Checked) -> None:
    [finding] = checked(tags=["tea"])
    assert (finding.check, finding.severity) == ("format.too-few", Severity.ERROR)
    assert finding.advice == "Tags: 2 at least, and there is one: add 1."
    [finding] = checked(tags=["tea", "kettle", "cup", "pot", "leaf"])
    assert (finding.check, finding.quote) == ("format.too-many", "leaf")
    found = checked(sections=[])
    assert {one.check for one in found} == {"format.too-few", "format.words"}


def test_an_empty_required_field_is_told_and_an_optional_one_is_not(checked: Checked) -> None:
    checks = {(one.check, one.location.field) for one in checked(lead="")}
    assert ("format.missing-field", "lead") in checks
    [finding] = [
        one for one in checked(sections=[{"heading": "Hot", "body": ""}]) if one.check.endswith("field")
    ]
    assert finding.location.field == "sections[0].body"
    assert "badge" not in {one.location.field for one in checked()}


def test_rules_over_several_fields(checked: Checked) -> None:
    [finding] = checked(stamp="new")
    assert (finding.check, finding.quote) == ("format.rule", "new")
    assert finding.advice == "Stamp stands without Badge: fill that in, or take this out."
    [finding] = checked(tags=["kettle", "teapot"])
    assert "5 or less; the shortest has 6" in finding.advice
    [finding] = checked(tags=["tea", "Kettle", "kettle!"])
    assert (finding.check, finding.quote) == ("format.rule", "kettle!")
    assert [place.field for place in finding.related] == ["tags[1]"]


def test_items_that_say_nearly_the_same(checked: Checked) -> None:
    found = checked(tags=["tea", "Warm cups", "Your warm cup"])
    assert [(one.severity, one.quote) for one in found if one.check == "format.repeat"] == [
        (Severity.WARNING, "Your warm cup")
    ]
    assert not [one for one in checked(tags=["tea", "Hot cups", "Cold cups"]) if one.check == "format.repeat"]


@pytest.mark.parametrize(
    ("words", "own", "severity"),
    [
        (20, True, None),
        (60, True, None),
        (18, True, Severity.WARNING),
        (66, True, Severity.WARNING),
        (70, True, Severity.ERROR),
        (70, False, Severity.WARNING),
        (10, True, Severity.ERROR),
    ],
)
def test_the_word_range(checked: Checked, words: int, own: bool, severity: Severity | None) -> None:
    sections = [{"heading": "Two words", "body": " ".join(f"word{n}" for n in range(words - 3))}]
    found = [one for one in checked(own=own, lead="Tea", sections=sections) if one.check == "format.words"]
    assert [one.severity for one in found] == ([severity] if severity else [])
    if found:
        assert f"It has {words} words, and Notice takes 20 to 60" in found[0].advice


def test_a_piece_with_an_open_slot_may_be_short(checked: Checked) -> None:
    found = checked(lead="Short. [[story: Who told you so?]]", sections=[{"heading": "A", "body": "B"}])
    assert {one.check: one.severity for one in found} == {
        "format.words": Severity.WARNING,
        "format.open-slot": Severity.ERROR,
    }
    [slot] = [one for one in found if one.check == "format.open-slot"]
    assert slot.quote == "[[story: Who told you so?]]"
    assert slot.advice == "Only you can say this: Who told you so?"


def test_an_open_slot_in_copy_that_a_person_brings_is_a_warning(guide: Guide) -> None:
    [finding] = text_of(guide, "Hello. [[observation]] Bye.")
    assert (finding.check, finding.severity) == ("format.open-slot", Severity.WARNING)


def test_merge_tags(guide: Guide) -> None:
    [finding] = text_of(guide, "Hi *|FNAME|*, tea is ready.", own=True)
    assert (finding.check, finding.severity, finding.quote) == (
        "format.merge-tag",
        Severity.ERROR,
        "*|FNAME|*",
    )
    twice = text_of(guide, "{!Lead.Name}{!Lead.City} https://tarn.example/{!Lead.Id}", own=True)
    assert [one.quote for one in twice] == ["{!Lead.Name}", "{!Lead.City}", "{!Lead.Id}"]
    assert text_of(guide, "Hi {{ first_name }}, tea is ready.", channel="email") == []
    assert text_of(guide, "Hi {{ first_name }}, tea is ready.", channel="blog") == []
    assert text_of(guide, "Read more at https://tarn.example today.", channel="email") == []


def test_exclamation_marks_beyond_what_the_guide_allows(guide: Guide) -> None:
    assert text_of(guide, "Tea is ready! Come and sit down.") == []
    [finding] = text_of(guide, "Tea is ready! Come and sit down with us today!")
    assert (finding.check, finding.severity, finding.area) == (
        "style.exclamation",
        Severity.WARNING,
        Area.CONSISTENCY,
    )
    assert finding.location.start == 45
    assert [fix.replacement for fix in finding.fixes] == ["."]
    assert finding.reference is not None
    assert finding.reference.path.endswith("brand.yaml")
    assert finding.reference.quote == "exclamation_marks: 1"


def test_exclamation_marks_in_quoted_speech_are_the_speaker_s(guide: Guide) -> None:
    assert text_of(guide, "She said “Tea! At last! And so hot!” and drank.") == []


def test_a_mark_in_a_short_line_is_taken_out(guide: Guide) -> None:
    found = text_of(guide, "Order now!\n\nTea for all!\n\nIs it hot?!")
    assert [[fix.replacement for fix in one.fixes] for one in found] == [[""], [""]]


def test_no_sentence_twice(guide: Guide, checked: Checked) -> None:
    [finding] = text_of(guide, "We mend every kettle here. It is hot. We mend every kettle here.")
    assert (finding.check, finding.severity, finding.location.start) == (
        "format.repeat-sentence",
        Severity.WARNING,
        38,
    )
    assert [place.start for place in finding.related] == [0]
    assert text_of(guide, "No card needed. It is hot. No card needed.") == []


def test_a_text_without_a_format_has_no_limits(guide: Guide) -> None:
    assert text_of(guide, "word " * 5000) == []


@given(text=st.text(alphabet="ab茶é🫖 {}K:", max_size=60))
def test_a_limit_is_told_exactly_when_an_independent_count_is_over_it(text: str) -> None:
    format, guide = load_format(DATA / "formats" / "notice.md"), load_guide(DATA / "small_brand")
    checked = Checked(format, guide)
    found = [one for one in checked(title=text) if one.check == "format.limit"]
    assert bool(found) == (count(text, "google") > 30)
    for one in found:
        kept = text[: one.location.start]
        assert count(kept, "google") <= 30
        assert text[one.location.start : one.location.end] == one.quote


# ── the formats that come with copykit ──────────────────────────────────────────────────────────────

OURS = load_formats([prompts_dir()])
BOUNDED = [
    (name, field.name, effect)
    for name, one in OURS.items()
    for field in one.fields
    for effect, limit in (("limit", field.limit), ("cut-off", field.shown), ("advised", field.advised))
    if limit and field.role != "url"
]
SEVERITIES = {
    ("limit", "O"): Severity.ERROR, ("limit", "M"): Severity.ERROR, ("limit", "T"): Severity.WARNING,
    ("cut-off", "O"): Severity.WARNING, ("cut-off", "M"): Severity.WARNING,
}  # fmt: skip


def just(most: int, counting: str, over: int) -> str:
    """A text of just a length, or one over it, made by hand for each way of counting."""
    if counting == "sms":  # 160 plain characters are one part; 153 are in each of several
        return "a" * ((160 if most == 1 else 153 * most) + over)
    if counting == "x":  # a link of 54 characters counts 23
        return f"{'a' * (most - 24 + over)} https://www.example.com/{'b' * 30}"
    if counting == "microsoft":
        return "🐕" * (most // 2) + "a" * (most % 2 + over)
    if counting in ("google", "tiktok"):
        return "兽" * (most // 2) + "a" * (most % 2 + over)
    if counting == "bytes":
        return "é" * (most // 2) + "a" * (most % 2 + over)
    assert counting == "characters"
    return "a" * (most + over)


@pytest.mark.parametrize(("name", "field", "effect"), BOUNDED)
def test_each_limit_of_our_formats_holds(name: str, field: str, effect: str, guide: Guide) -> None:
    format = OURS[name]
    found = format.field(field)
    assert found is not None
    limit = {"limit": found.limit, "cut-off": found.shown, "advised": found.advised}[effect]
    assert limit is not None
    told = []
    for over in (0, 1):
        text = just(limit.max, limit.counting, over)
        values: Values = {field: [text] if found.kind == "list" else text}
        context = Context(
            guide=guide, today=date(2026, 11, 1), format=format, own=True, channel=format.channel
        )
        findings = check_lengths(document_of(format, values), context)
        told.append([one for one in findings if one.check == f"format.{effect}"])
    assert told[0] == []
    [one] = told[1]
    assert one.severity is SEVERITIES.get((effect, limit.known), Severity.SUGGESTION)
    assert limit.source in one.advice
