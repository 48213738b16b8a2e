"""A guide that extends another: what wins, what is left out, and where every rule still points."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from copykit.errors import GuideError
from copykit.guide import Guide, load_guide

SMALL = Path(__file__).parents[1] / "data" / "small_brand"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """`house`, and beside it `uk`, which extends it and says nothing else."""
    shutil.copytree(SMALL, tmp_path / "house")
    write(tmp_path / "uk", "brand.yaml", "extends: ../house\n")
    return tmp_path


def write(folder: Path, file: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")


def load(root: Path, name: str = "uk") -> Guide:
    return load_guide(root / name)


def faults(root: Path, name: str = "uk") -> list[str]:
    with pytest.raises(GuideError) as caught:
        load(root, name)
    return [str(problem).replace(f"{root.as_posix()}/", "") for problem in caught.value.problems]


def test_a_guide_that_says_nothing_is_the_other_one(house: Path) -> None:
    child, parent = load(house), load(house, "house")
    assert child.brand.name == parent.brand.name and child.terms == parent.terms
    assert child.claims == parent.claims and child.asks == parent.asks
    assert child.folder == house / "uk" and child.parents == (house / "house",)
    assert child.folders == (house / "uk", house / "house")


def test_settings_win_one_by_one_and_point_at_their_own_file(house: Path) -> None:
    own = "extends: ../house\nname: Tarn UK\nboilerplate:\n  short: We are Tarn.\n"
    write(house / "uk", "brand.yaml", own)
    brand = load(house).brand
    parent = load(house, "house").brand
    assert brand.name == "Tarn UK" and brand.tagline == parent.tagline
    assert brand.boilerplate.short == "We are Tarn." and brand.boilerplate.long == parent.boilerplate.long
    here, there = brand.reference("x", key="name"), brand.reference("x", key="tagline")
    assert (here.path, here.line) == ((house / "uk" / "brand.yaml").as_posix(), 2)
    above = (house / "house" / "brand.yaml").as_posix()
    assert (there.path, there.line) == (above, parent.place.of("tagline"))
    long = brand.boilerplate.reference("x", key="long")
    assert long == parent.boilerplate.reference("x", key="long")


def test_an_entry_of_the_same_id_takes_the_other_s_place(house: Path) -> None:
    parent = load(house, "house")
    write(
        house / "uk",
        "messages.yaml",
        "claims:\n  - id: years\n    text: We mend every kettle for 12 years.\n"
        "    proof: {source: Warranty 5, date: 2026-05-01, owner: Ida Rook}\n",
    )
    [mine] = load(house).claims
    assert mine.text == "We mend every kettle for 12 years." and mine.proof.source == "Warranty 5"
    assert mine.place.path == (house / "uk" / "messages.yaml").as_posix()
    assert load(house).messages == parent.messages


def test_rivals_are_inherited_and_a_policy_may_differ(house: Path) -> None:
    file = house / "house" / "messages.yaml"
    rivals = "competitors:\n  - {id: mere, name: Mere}\n  - {id: beck, name: Beck}\n"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{rivals}", encoding="utf-8")
    write(house / "uk", "messages.yaml", "competitors:\n  - {id: beck, name: Beck, policy: fine}\n")
    assert [(one.name, one.policy) for one in load(house).competitors] == [
        ("Mere", "never"),
        ("Beck", "fine"),
    ]


def test_terms_are_known_by_their_word(house: Path) -> None:
    write(
        house / "uk",
        "terms.yaml",
        "terms:\n  - use: use\n    avoid: [utilise]\n    reason: Ours.\n"
        "  - use: colour\n    avoid: [color]\n    reason: British.\n",
    )
    terms = {term.use: term for term in load(house).terms}
    assert terms["use"].avoid == ["utilise"] and terms["use"].reason == "Ours."
    assert list(terms) == ["use", "colour"]


def test_remove_leaves_out_entries_and_settings(house: Path) -> None:
    write(house / "uk", "terms.yaml", "remove: [use]\n")
    assert load(house).terms == ()
    parent = load(house, "house").brand
    assert parent.as_of is not None
    write(house / "uk", "brand.yaml", "extends: ../house\nremove: [as_of]\n")
    assert load(house).brand.as_of is None


def test_what_is_not_there_can_t_be_removed(house: Path) -> None:
    write(house / "uk", "terms.yaml", "# terms\nremove: [usee]\n")
    assert faults(house) == [
        'uk/terms.yaml:2: there is no "usee" to remove in what this extends; did you mean "use"?'
    ]


def test_house_then_brand_then_locale(house: Path) -> None:
    write(house / "scot", "brand.yaml", "extends: ../uk\ntagline: Plan it, pal\n")
    write(house / "uk", "brand.yaml", "extends: ../house\nname: Tarn UK\ntagline: Plan it\n")
    guide = load(house, "scot")
    assert (guide.brand.name, guide.brand.tagline) == ("Tarn UK", "Plan it, pal")
    assert guide.parents == (house / "uk", house / "house")


def test_the_version_covers_the_parents(house: Path) -> None:
    before = load(house).version
    assert before != load(house, "house").version
    path = house / "house" / "terms.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    assert load(house).version != before


def test_samples_come_from_all_and_the_nearest_of_a_name_wins(house: Path) -> None:
    head = "---\nformat: post\nchannel: blog\nwhy: It is short.\n---\n"
    for name, text in (("house", "House."), ("uk", "Britain.")):
        write(house / name / "samples", "a.md", head + text)
    write(house / "house" / "samples", "b.md", head + "Other.")
    assert [(one.id, one.text) for one in load(house).samples] == [("a", "Britain."), ("b", "Other.")]


def test_a_circle_is_told(house: Path) -> None:
    text = (house / "house" / "brand.yaml").read_text(encoding="utf-8")
    write(house / "house", "brand.yaml", "extends: ../uk\n" + text)
    told = faults(house)[0]
    assert told.startswith('house/brand.yaml:1: "extends" goes in a circle: ')


def test_a_missing_parent_is_told_with_the_nearest(house: Path) -> None:
    write(house / "uk", "brand.yaml", "name: x\nextends: ../hous\n")
    told = faults(house)[0]
    assert told.startswith('uk/brand.yaml:2: there is no brand to extend in "')
    assert told.endswith('hous" (it has no brand.yaml); did you mean "house"?')


def test_what_nobody_says_is_missing(house: Path) -> None:
    (house / "house" / "audiences.yaml").unlink()
    assert any(
        one.startswith("uk/audiences.yaml: the brand folder has no audiences.yaml nor has what it extends")
        for one in faults(house)
    )


def test_a_fault_in_an_inherited_file_is_told_there(house: Path) -> None:
    path = house / "house" / "brand.yaml"
    text = path.read_text(encoding="utf-8")
    line = text[: text.index("language:")].count("\n") + 1
    path.write_text(text.replace("language: en-", "language: xx-"), encoding="utf-8")
    assert faults(house)[0].startswith(f"house/brand.yaml:{line}: there is no language")


def test_levels_are_merged_and_point_at_their_own_file(house: Path) -> None:
    write(house / "house", "checks.yaml", "checks:\n  terms: off\n  all: error\n")
    write(house / "uk", "checks.yaml", "checks: {terms: warning}\nfolders: {old: {all: off}}\n")
    checks = load(house).checks
    assert checks.checks.by_id == {"terms": "warning", "all": "error"}
    assert checks.folders["old"].by_id == {"all": "off"}
    place = checks.checks.place
    assert place.at("all").path == (house / "house" / "checks.yaml").as_posix() and place.of("all") == 3
    assert place.at("terms").path == (house / "uk" / "checks.yaml").as_posix() and place.of("terms") == 1


def test_acceptances_are_added(house: Path) -> None:
    entry = (
        "accepted:\n  - {check: terms.avoid, document: anywhere, by: Ida, reason: Fine., date: 2026-01-01}\n"
    )
    write(house / "house", "accepted.yaml", entry)
    write(house / "uk", "accepted.yaml", entry.replace("Ida", "Una"))
    assert [one.by for one in load(house).accepted] == ["Ida", "Una"]


def test_an_empty_file_of_levels_or_acceptances_says_nothing(house: Path) -> None:
    for name in ("checks.yaml", "accepted.yaml"):
        write(house / "house", name, "# nothing yet\n")
    assert load(house, "house").checks.empty and load(house, "house").accepted == ()


def test_a_file_is_the_nearest_one(house: Path) -> None:
    guide = load(house)
    assert guide.file("messages.yaml") == house / "house" / "messages.yaml"
    assert guide.file("brand.yaml") == house / "uk" / "brand.yaml"
    assert guide.file("none.yaml") == house / "uk" / "none.yaml"
