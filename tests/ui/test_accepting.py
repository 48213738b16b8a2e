"""Overruling a finding on both pages: with a name and a reason, listed, and taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from copykit.guide import Guide, load_guide
from copykit.ui.pages.check import OWN
from copykit.ui.work import CheckWork, Text, WriteWork

BANNED = "Banned word"


def shown(page: AppTest) -> str:
    return "\n".join(str(one.proto.body) for one in page.get("html"))


def text_of(page: AppTest, brand: str = "mine") -> Text:
    works: dict[str, CheckWork] = page.session_state["check_work"]
    return works[brand].texts[works[brand].opened]


def own_text(page: AppTest, typed: str) -> AppTest:
    page.selectbox(key="brand").set_value("mine").run()
    page.radio(key="check:mine:opened").set_value(OWN).run()
    text = text_of(page)
    text.edit(text.revision, typed)
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    button = next(one for one in page.button if one.label == label)
    return button.click().run()


def fill(page: AppTest, *, by: str | None = None, because: str = "", where: str = "") -> AppTest:
    """Fills in the form that is open and presses its button."""
    next(one for one in page.text_input if one.label == "Why it is fine here").set_value(because)
    if by is not None:
        page.text_input(key="accepting:by").set_value(by)
    if where:
        place = next(one for one in page.radio if one.label == "Where")
        place.set_value(where)
    return press(page, "Accept")


def test_a_finding_is_accepted_by_name_and_taken_back(brand_copy: Path, check_page: AppTest) -> None:
    page = press(own_text(check_page, "A seamless coat for a dog."), "Accept …")
    page = fill(page, by="Ida Rook", because="The coat has no seam")
    assert BANNED not in shown(page).partition("ck-accepted")[0]
    assert "1 finding accepted" in [one.label for one in page.expander]
    assert "accepted by Ida Rook" in shown(page) and "The coat has no seam" in shown(page)
    assert not (brand_copy / "accepted.yaml").exists(), "a pasted text has no file that could be named"
    page = press(page, "Take back")
    assert BANNED in shown(page).partition("ck-accepted")[0]
    assert text_of(page).accepted == []


def test_what_is_accepted_everywhere_is_written_into_the_guide(brand_copy: Path, check_page: AppTest) -> None:
    page = press(own_text(check_page, "A seamless coat for a dog."), "Accept …")
    page = fill(page, by="Ida Rook", because="The coat has no seam", where="everywhere")
    written = (brand_copy / "accepted.yaml").read_text(encoding="utf-8")
    assert "by: Ida Rook" in written and "document: anywhere" in written and "quote: seamless" in written
    page = press(page, "Take back")
    assert BANNED in shown(page)
    assert "seamless" not in (brand_copy / "accepted.yaml").read_text(encoding="utf-8")


def test_a_text_with_a_file_s_name_is_accepted_by_that_name(brand_copy: Path, check_page: AppTest) -> None:
    page = check_page.selectbox(key="brand").set_value("mine").run()
    page = press(page, "Accept …")
    page = fill(page, by="Ida Rook", because="It is a test")
    assert f"document: {text_of(page).name}" in (brand_copy / "accepted.yaml").read_text(encoding="utf-8")


def test_the_name_is_asked_once_and_the_reason_each_time(brand_copy: Path, check_page: AppTest) -> None:
    page = own_text(check_page, "A seamless and effortless coat for a dog.")
    page = fill(press(page, "Accept …"), by="Ida Rook", because="The coat has no seam")
    page = fill(press(page, "Accept …"), because="")
    assert "Say why it is fine." in shown(page)
    assert page.text_input(key="accepting:by").value == "Ida Rook"
    page = fill(page, because="It is put on in a second")
    assert "2 findings accepted" in [one.label for one in page.expander]


def test_what_is_missing_from_a_text_is_never_accepted_everywhere(
    brand_copy: Path, check_page: AppTest
) -> None:
    page = own_text(check_page, "We look after dogs and cats in all weathers.")
    page.text_input(key="check:mine:keywords").set_value("vet inventory software").run()
    page = press(page, "Accept …")
    where = next(one for one in page.radio if one.label == "Where")
    assert where.options == ["In this text only"]


def test_an_accepted_rule_no_longer_blocks_a_draft(brand_copy: Path, write_page: AppTest) -> None:
    page = write_page.selectbox(key="brand").set_value("mine").run()
    page.button(key="write").click().run()
    work: WriteWork = page.session_state["write_work"]["mine", "google-rsa"]
    guide, today = _ground(brand_copy)
    work.edit(work.revision, {"headlines[0]": "Risk-free Clinic Desk"}, guide=guide, today=today)
    page.run()
    assert "<b>Not ready yet.</b>" in shown(page)
    page = fill(press(page, "Accept …"), by="Ida Rook", because="Counsel agreed")
    assert [one.by for one in work.draft.accepted] == ["Ida Rook"]
    while not work.draft.ready:
        page = fill(press(page, "Accept …"), because="Counsel agreed")
    assert "<b>Ready to use.</b>" in shown(page) and "accepted by Ida Rook" in shown(page)
    page.button(key="undo").click().run()
    assert "<b>Not ready yet.</b>" in shown(page)


def _ground(folder: Path) -> tuple[Guide, date]:
    return load_guide(folder), date(2026, 9, 30)
