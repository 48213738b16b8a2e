"""A part of a brand file is saved, all else stays, and nobody's work is written over."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.errors import GuideError
from copykit.guide import load_guide
from copykit.guide.saving import fingerprint, save_part

DATA = Path(__file__).parent.parent / "data" / "brand-tiny"
BRANDS = Path(__file__).parent.parent.parent / "brand"


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "hubgear"))


def changed_lines(before: str, after: str) -> set[str]:
    return set(after.splitlines()) - set(before.splitlines())


def test_one_value_changes_and_nothing_else(brand: Path) -> None:
    path = brand / "terms.yaml"
    before = "# Words.\n" + path.read_text(encoding="utf-8").replace("bike\n", "bike # not cycle\n", 1)
    path.write_text(before, encoding="utf-8")
    save_part(
        brand, "terms.yaml", ["terms", 0, "reason"], "Riders do.", seen=fingerprint(brand, "terms.yaml")
    )
    after = path.read_text(encoding="utf-8")
    assert changed_lines(before, after) == {"    reason: Riders do."}
    assert len(after.splitlines()) == len(before.splitlines())
    assert load_guide(brand).terms[0].reason == "Riders do."


FOLDERS = [DATA, *sorted(path for path in BRANDS.iterdir() if path.is_dir())]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
@pytest.mark.parametrize(
    ("file", "way"),
    [
        ("terms.yaml", ["terms", 0, "reason"]),
        ("brand.yaml", ["tagline"]),
        ("messages.yaml", ["asks", 0, "line"]),
    ],
)
def test_in_files_that_people_wrote_only_the_edited_lines_change(
    tmp_path: Path, folder: Path, file: str, way: list[str | int]
) -> None:
    brand = Path(shutil.copytree(folder, tmp_path / folder.name))
    before = (brand / file).read_text(encoding="utf-8")
    save_part(brand, file, way, "Something else.", seen=fingerprint(brand, file))
    after = (brand / file).read_text(encoding="utf-8")
    assert [line.strip() for line in changed_lines(before, after)] in (
        [f"{way[-1]}: Something else."],
        [f"{way[-1]}: >-", "Something else."],
        ["Something else."],
    )
    old = load_guide(folder)
    new = load_guide(brand)
    assert [one.model_dump() for one in new.claims] == [one.model_dump() for one in old.claims]
    assert [one.model_dump() for one in new.terms[1:]] == [one.model_dump() for one in old.terms[1:]]


def test_items_are_added_changed_and_taken_out(brand: Path) -> None:
    seen = fingerprint(brand, "terms.yaml")
    term = {"use": "wrench", "avoid": ["spanner"], "reason": "We write US English."}
    seen = save_part(brand, "terms.yaml", ["terms", 3], term, seen=seen)
    assert load_guide(brand).terms[3].avoid == ["spanner"]
    seen = save_part(brand, "terms.yaml", ["terms", 3, "avoid", 0], "screw key", seen=seen)
    assert load_guide(brand).terms[3].avoid == ["screw key"]
    seen = save_part(brand, "terms.yaml", ["terms", 0], None, seen=seen)
    assert [one.use for one in load_guide(brand).terms] == ["Hubgear", None, "wrench"]
    save_part(brand, "terms.yaml", ["terms", 2, "use"], None, seen=seen)
    assert load_guide(brand).terms[2].use is None


def test_who_comes_second_is_told_and_nothing_is_lost(brand: Path) -> None:
    seen = fingerprint(brand, "terms.yaml")
    save_part(brand, "terms.yaml", ["terms", 0, "reason"], "First.", seen=seen)
    with pytest.raises(GuideError, match="somebody has changed this file"):
        save_part(brand, "terms.yaml", ["terms", 0, "reason"], "Second.", seen=seen)
    assert load_guide(brand).terms[0].reason == "First."


def test_of_many_at_once_exactly_one_wins(brand: Path) -> None:
    seen = fingerprint(brand, "terms.yaml")

    def save(number: int) -> bool:
        try:
            save_part(brand, "terms.yaml", ["terms", 0, "reason"], f"Number {number}.", seen=seen)
        except GuideError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(save, range(8))) == 1


def test_what_would_not_load_is_not_saved(brand: Path) -> None:
    before = (brand / "terms.yaml").read_bytes()
    with pytest.raises(GuideError, match=r'terms\.yaml:\d+: .*did you mean "error"'):
        save_part(
            brand, "terms.yaml", ["terms", 1, "severity"], "eror", seen=fingerprint(brand, "terms.yaml")
        )
    assert (brand / "terms.yaml").read_bytes() == before
    assert not [path for path in brand.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("way", [[], ["terms", 9, "reason"], ["terms", "reason"], ["trems", 0], ["terms", 9]])
def test_a_place_that_is_not_there_is_told(brand: Path, way: list[str | int]) -> None:
    with pytest.raises(GuideError):
        save_part(brand, "terms.yaml", way, "x", seen=fingerprint(brand, "terms.yaml"))


def test_a_full_disk_leaves_the_old_file(brand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (brand / "terms.yaml").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GuideError, match="No space left"):
        save_part(brand, "terms.yaml", ["terms", 0, "reason"], "x", seen=fingerprint(brand, "terms.yaml"))
    assert (brand / "terms.yaml").read_bytes() == before
    assert not [path for path in brand.iterdir() if path.name.startswith(".")]


def test_line_ends_byte_order_mark_and_rights_stay(brand: Path) -> None:
    path = brand / "terms.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    save_part(brand, "terms.yaml", ["terms", 0, "reason"], "Ok.", seen=fingerprint(brand, "terms.yaml"))
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_may_be_missing_is_begun(brand: Path) -> None:
    (brand / "keywords.yaml").unlink()
    cluster = {"id": "repair", "main": "bike repair", "intent": "transactional"}
    save_part(brand, "keywords.yaml", ["clusters"], [cluster], seen="")
    assert load_guide(brand).clusters[0].main == "bike repair"


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), min_size=1, max_size=200)
)
def test_any_text_comes_back_as_it_was_saved(text: str) -> None:
    from copykit.guide.loading import FILES
    from copykit.guide.saving import _edited
    from copykit.guide.yaml import compose

    assert "terms.yaml" in FILES
    data = (DATA / "terms.yaml").read_bytes()
    if not text.strip():
        return
    made = _edited(data, ["terms", 0, "reason"], text, Path("terms.yaml")).decode()
    tree, problems = compose(made, path="terms.yaml")
    assert problems == []
    assert tree["terms"][0]["reason"].strip() == text.strip()
