"""A brand folder: what a right one becomes, and how each fault is told, all at once."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from copykit.errors import GuideError
from copykit.guide import Guide, load_guide
from copykit.guide.loading import front_matter
from copykit.guide.types import Standing

SMALL = Path(__file__).parents[1] / "data" / "small_brand"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(SMALL)


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    """A copy of the small brand, to spoil."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def change(brand: Path, file: str, right: str, wrong: str) -> int:
    """Puts a fault in a file; returns the line in which it begins."""
    text = (brand / file).read_text(encoding="utf-8")
    assert right in text
    (brand / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    return text[: text.index(right)].count("\n") + 1


def faults(brand: Path) -> list[str]:
    with pytest.raises(GuideError) as caught:
        load_guide(brand)
    return [str(problem).removeprefix(f"{brand.as_posix()}/") for problem in caught.value.problems]


def test_every_rule_knows_its_file_and_line(guide: Guide) -> None:
    [claim] = guide.claims
    reference = claim.reference("claim years", key="text", quote=claim.text)
    assert reference.path.endswith("messages.yaml")
    lines = Path(reference.path).read_text(encoding="utf-8").split("\n")
    assert claim.text in lines[(reference.line or 0) - 1]
    assert "source:" in lines[(claim.proof.place.of("source") or 0) - 1]


RIVALS = """competitors:
  - {id: mere, name: Mere, aliases: [Mere Post]}
  - {id: beck, name: Beck, policy: claim}
"""


def test_rivals_have_names_of_their_own(brand: Path) -> None:
    file = brand / "messages.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\n{RIVALS}", encoding="utf-8")
    assert [(one.name, one.policy) for one in load_guide(brand).competitors] == [
        ("Mere", "never"),
        ("Beck", "claim"),
    ]
    twice = RIVALS.replace("name: Beck", "name: Tarn").replace("[Mere Post]", "[mere]")
    file.write_text(f"{text}\n{twice}", encoding="utf-8")
    line = text.count("\n") + 3
    assert faults(brand) == [
        f'messages.yaml:{line}: "mere" is a name of competitor "mere" already',
        f'messages.yaml:{line + 1}: "Tarn" is our own name already',
    ]


def test_a_disclaimer_names_claims_and_offers_that_there_are(brand: Path) -> None:
    file = brand / "brand.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\nlegal: [{{id: x, text: Y., claims: [yearz]}}]\n", encoding="utf-8")
    assert faults(brand)[0].endswith('there is no claim "yearz"; did you mean "years"?')


def test_the_schema_decides_what_a_scalar_is(brand: Path) -> None:
    change(brand, "terms.yaml", "avoid: [utilize]", "avoid: [no, 1.10, yes, 12]")
    [term] = load_guide(brand).terms
    assert term.avoid == ["no", "1.10", "yes", "12"]


def test_what_is_where(guide: Guide) -> None:
    assert guide.brand.name == "Tarn"
    assert guide.claim("years") is guide.claims[0]
    assert guide.claim("none") is None
    assert [feature.id for _, feature in guide.features()] == ["memory"]
    assert guide.offer("trial") is guide.offers[0]
    assert guide.today(date(2030, 1, 1)) == date(2026, 11, 1)
    assert guide.brand.reading_for("ad") == ("ad", guide.brand.reading["ad"])
    assert guide.brand.reading_for("blog") == ("default", guide.brand.reading["default"])


def test_the_version_changes_with_any_file(brand: Path) -> None:
    before = load_guide(brand).version
    assert before == load_guide(SMALL).version
    change(brand, "terms.yaml", "Nobody says it.", "Nobody talks so.")
    assert load_guide(brand).version != before


def test_terms_and_keywords_may_be_missing(brand: Path) -> None:
    (brand / "terms.yaml").unlink()
    (brand / "keywords.yaml").unlink()
    guide = load_guide(brand)
    assert (guide.terms, guide.clusters) == ((), ())


def test_samples_are_read_with_their_settings(brand: Path) -> None:
    (brand / "samples").mkdir()
    (brand / "samples" / "welcome.md").write_text(
        "---\nformat: sales-email\nchannel: email\nwhy: It is short.\n---\nTea is ready.\n", encoding="utf-8"
    )
    [sample] = load_guide(brand).samples
    assert (sample.id, sample.text, sample.place.of("text")) == ("welcome", "Tea is ready.", 6)


def test_a_byte_order_mark_and_windows_line_ends_are_fine(brand: Path) -> None:
    for path in brand.glob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_guide(brand).brand.name == "Tarn"


@pytest.mark.parametrize(
    ("file", "right", "wrong", "said"),
    [
        ("terms.yaml", "use: use", "use: use\n    severity: eror",
         'there is no severity "eror"; did you mean "error"?'),
        ("terms.yaml", "reason:", "raeson:", 'there is no setting "raeson" here; did you mean "reason"?'),
        ("brand.yaml", "language: en-US", "language: en_US",
         'there is no language "en_US"; did you mean "en-US"?'),
        ("brand.yaml", "as_of: 2026-11-01", "as_of: soon", '"soon" is not a date: write it like 2026-09-30'),
        ("brand.yaml", "grade: 8", "grade: eight", '"grade" is "eight": write a number'),
        ("brand.yaml", "made_up: true", "made_up: maybe", '"made_up" is "maybe": write true or false'),
        ("brand.yaml", "tagline: Tea, on time.", "tagline:", '"tagline" is empty'),
        ("brand.yaml", "summary: Tarn", "summary: Tarn: it", "a colon inside a text"),
        ("brand.yaml", "region: US", "region: US\nregion: UK",
         '"region" stands here twice (first in line 6): keep one'),
        ("brand.yaml", "region: US", "\tregion: US", "a tab at the start of a line"),
        ("products.yaml", "id: kettle", "id: The Kettle", '"The Kettle" can\'t be an id'),
        ("products.yaml", "claims: [years]", "claims: [yeers]",
         'there is no claim "yeers"; did you mean "years"?'),
        ("products.yaml", "trial_days: 14", "trial_days: 0", '"trial_days"'),
        ("messages.yaml", "owner: Ida Rook", "", '"owner" is missing here: every entry needs it'),
        ("messages.yaml", "claims: [years]", "claims: years", '"claims" should be a list'),
        ("audiences.yaml", "features: [memory]", "features: [memmory]",
         'there is no feature "memmory"; did you mean "memory"?'),
        ("keywords.yaml", "intent: commercial", "intent: comercial", 'did you mean "commercial"?'),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_file_and_advice(
    brand: Path, file: str, right: str, wrong: str, said: str
) -> None:
    change(brand, file, right, wrong)
    told = faults(brand)
    assert any(one.startswith(f"{file}:") and said in one for one in told), told


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("terms.yaml", "reason:", "raeson:"),
        ("brand.yaml", "language: en-US", "language: en_US"),
        ("products.yaml", "claims: [years]", "claims: [yeers]"),
        ("audiences.yaml", "features: [memory]", "features: [memmory]"),
    ],
)
def test_faults_name_the_very_line(brand: Path, file: str, right: str, wrong: str) -> None:
    line = change(brand, file, right, wrong)
    assert any(one.startswith(f"{file}:{line}:") for one in faults(brand))


def test_the_faults_of_all_files_come_at_once(brand: Path) -> None:
    change(brand, "terms.yaml", "reason:", "raeson:")
    change(brand, "brand.yaml", "language: en-US", "language: en_US")
    change(brand, "keywords.yaml", "main:", "mian:")
    assert {one.partition(":")[0] for one in faults(brand)} == {"terms.yaml", "brand.yaml", "keywords.yaml"}


def test_a_file_that_is_missing_is_told_with_what_it_should_hold(brand: Path) -> None:
    (brand / "messages.yaml").unlink()
    assert faults(brand) == [
        "messages.yaml: the brand folder has no messages.yaml: it should hold "
        'the lists "messages", "claims", "stories" and "asks"'
    ]


def test_an_empty_file_is_told(brand: Path) -> None:
    (brand / "messages.yaml").write_text("# nothing\n", encoding="utf-8")
    assert any("the file is empty" in one for one in faults(brand))


def test_a_file_that_is_no_utf8_is_told_with_the_line(brand: Path) -> None:
    (brand / "terms.yaml").write_bytes(b"terms:\n  - reason: caf\xe9\n")
    assert faults(brand) == ["terms.yaml:2: not UTF-8 text: save the file as UTF-8"]


def test_two_of_an_id_are_told_with_the_other_s_line(brand: Path) -> None:
    path = brand / "messages.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(
        "stories: []",
        "  - id: years\n    text: Again.\n    proof: {source: x, date: 2026-01-01, owner: y}\nstories: []",
    ), encoding="utf-8")  # fmt: skip
    assert any('there are two of the claim "years" (the other in' in one for one in faults(brand))


def test_dates_the_wrong_way_round_are_told(brand: Path) -> None:
    change(
        brand,
        "messages.yaml",
        "    proof:",
        "    valid_from: 2026-05-01\n    valid_to: 2026-04-01\n    proof:",
    )
    assert any("valid_to 2026-04-01 is before valid_from 2026-05-01" in one for one in faults(brand))


def test_a_folder_that_is_missing_is_told_with_its_neighbour(brand: Path) -> None:
    with pytest.raises(GuideError, match=r'there is no brand folder .*; did you mean "small"\?'):
        load_guide(brand.parent / "smal")
    with pytest.raises(GuideError, match="copykit brand new"):
        load_guide(brand.parent / "x" / "y")


def test_when_a_claim_may_be_used(brand: Path) -> None:
    change(
        brand,
        "messages.yaml",
        "    proof:",
        "    valid_from: 2026-01-01\n    valid_to: 2026-12-31\n    regions: [US]\n    channels: [ad]\n"
        "    audiences: [drinkers]\n    proof:",
    )
    [claim] = load_guide(brand).claims
    day = date(2026, 6, 1)
    assert claim.standing(day) is Standing.USABLE
    assert claim.standing(day, region="US", channel="ad", audience="drinkers") is Standing.USABLE
    assert claim.standing(date(2026, 12, 31)) is Standing.USABLE
    assert claim.standing(date(2027, 1, 1)) is Standing.EXPIRED
    assert claim.standing(date(2025, 12, 31)) is Standing.NOT_YET
    assert claim.standing(day, region="UK") is Standing.REGION
    assert claim.standing(day, channel="blog") is Standing.CHANNEL
    assert claim.standing(day, audience="others") is Standing.AUDIENCE
    change(brand, "messages.yaml", "    valid_from", "    status: withdrawn\n    valid_from")
    assert load_guide(brand).claims[0].standing(day) is Standing.WITHDRAWN


@pytest.mark.parametrize(
    ("text", "head", "body", "line"),
    [
        ("---\na: 1\n---\nBody\n", "a: 1", "Body\n", 4),
        ("---\r\na: 1\r\n---\r\nBody", "a: 1", "Body", 4),
        ("\ufeff---\na: 1\n---\nBody", "a: 1", "Body", 4),
        ("No head\n---\n", "", "No head\n---\n", 1),
        ("", "", "", 1),
    ],
)
def test_front_matter(text: str, head: str, body: str, line: int) -> None:
    found = front_matter(text)
    assert (found[0].strip(), *found[1:]) == (head, body, line)


def test_hostile_yaml_is_told_and_not_obeyed(brand: Path) -> None:
    bomb = "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    (brand / "terms.yaml").write_text(bomb, encoding="utf-8")
    assert faults(brand)
    (brand / "terms.yaml").write_text("terms: &a [*a]\n", encoding="utf-8")
    assert any("contains itself" in one for one in faults(brand))
    (brand / "terms.yaml").write_text("terms: " + "[" * 500 + "]" * 500, encoding="utf-8")
    assert any("nested too deep" in one for one in faults(brand))
    (brand / "terms.yaml").write_text("terms: !!python/object/apply:os.getcwd []\n", encoding="utf-8")
    assert load_guide(brand).terms == ()
