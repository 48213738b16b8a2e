"""The checking page: texts, what is found in them, fixes, and that every text stays as it was left."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from copykit.ui.pages.check import LARGEST, OWN
from copykit.ui.work import CheckWork, Text


def shown(page: AppTest) -> str:
    return "\n".join(str(one.proto.body) for one in page.get("html"))


def work_of(page: AppTest, brand: str = "dewclaw") -> CheckWork:
    works: dict[str, CheckWork] = page.session_state["check_work"]
    return works[brand]


def text_of(page: AppTest) -> Text:
    work = work_of(page)
    return work.texts[work.opened]


def type_in(page: AppTest, typed: str, title: str = OWN) -> AppTest:
    page.radio(key="check:dewclaw:opened").set_value(title).run()
    text = text_of(page)
    text.edit(text.revision, typed)
    return page.run()


def test_it_opens_on_the_broken_campaign_with_its_findings(check_page: AppTest) -> None:
    assert "Old name" in shown(check_page)
    assert "brand/dewclaw/terms.yaml:" in shown(check_page) or "dewclaw/terms.yaml:" in shown(check_page)
    assert len(check_page.radio(key="check:dewclaw:opened").options) == 5
    assert not check_page.exception


def test_each_broken_text_has_findings(check_page: AppTest) -> None:
    for title in check_page.radio(key="check:dewclaw:opened").options[:-1]:
        name = title.replace("\\", "")
        page = check_page.radio(key="check:dewclaw:opened").set_value(name).run()
        assert "ck-find" in shown(page), title


def test_a_fix_stands_where_the_finding_stood_even_after_an_edit(check_page: AppTest) -> None:
    text = text_of(check_page)
    fix = next(button for button in check_page.button if "Dewclaw Desk" in button.label.replace("\\", ""))
    # The person has typed above it since the page was drawn.
    text.edit(text.revision, text.text.replace("## Headlines", "## Headlines\n\n- Typed above"))
    fix.click().run()
    assert "- Typed above" in text.text
    assert "- Dewclaw Desk for Vet Clinics" in text.text


def test_fix_all_safe_and_undo(check_page: AppTest) -> None:
    before = text_of(check_page).text
    key = f"check:dewclaw:{work_of(check_page).opened}"
    check_page.button(key=f"{key}:fixall").click().run()
    after = text_of(check_page).text
    assert after != before
    assert "applied" in shown(check_page)
    check_page.button(key=f"{key}:undo").click().run()
    assert text_of(check_page).text == before
    check_page.button(key=f"{key}:fixall").click().run()
    check_page.button(key=f"{key}:over").click().run()
    assert text_of(check_page).text == before


def test_every_text_stays_as_it_was_left(check_page: AppTest) -> None:
    broken = work_of(check_page).opened
    page = type_in(check_page, "Our own seamless text.")
    assert "Banned word" in shown(page)
    page = type_in(page, text_of(page).text if work_of(page).opened == broken else "Changed example.", broken)
    assert text_of(page).text == "Changed example."
    page.radio(key="check:dewclaw:opened").set_value(OWN).run()
    assert text_of(page).text == "Our own seamless text."
    page.selectbox(key="brand").set_value("oatwhistle").run()
    page.selectbox(key="brand").set_value("dewclaw").run()
    assert text_of(page).text == "Our own seamless text."
    assert work_of(page).texts[broken].text == "Changed example."


def test_an_empty_text_asks_for_one(check_page: AppTest) -> None:
    page = type_in(check_page, "")
    assert "No text yet." in shown(page)
    assert not page.exception


def test_keywords_and_format_can_be_asked_for(check_page: AppTest) -> None:
    page = type_in(check_page, "We look after dogs and cats in all weathers. Come and see us today.")
    assert "none asked for" in shown(page)
    page.text_input(key="check:dewclaw:keywords").set_value("vet inventory software").run()
    assert "Keyword missing" in shown(page)
    page.selectbox(key="check:dewclaw:as").set_value("sales-email").run()
    assert not page.exception


def test_a_wrong_front_matter_is_told_and_the_text_kept(check_page: AppTest) -> None:
    text = "---\nformat: google-rsa\naudience: nobody\n---\n\n## Headlines\n\n- One\n"
    page = type_in(check_page, text)
    assert "nobody" in shown(page)
    assert text_of(page).text == text
    assert not page.exception


def test_a_very_long_text_is_kept_and_not_checked(check_page: AppTest) -> None:
    text = "A seamless line. " * (LARGEST // 17 + 10)
    page = type_in(check_page, text)
    assert "too long to be checked as you type" in shown(page)
    assert text_of(page).text == text
    assert not page.exception


def test_what_stands_in_a_text_is_shown_as_text(check_page: AppTest) -> None:
    page = type_in(
        check_page, "<script>alert(1)</script> is a seamless <b>thing</b> with $x$ and 🦷.\n\nשלום seamless"
    )
    assert "Banned word" in shown(page)
    assert "<script>alert" not in shown(page)


def test_an_upload_keeps_what_was_there() -> None:
    work = CheckWork()
    work.take("a.md", "first", "markdown")
    work.take("a.md", "second", "markdown")
    held = work.open("a.md")
    assert held.text == "second"
    held.take_back()
    assert held.text == "first"
    assert work.open("b.txt").text == ""


def test_two_quick_uploads_are_both_taken_and_each_once(check_page: AppTest) -> None:
    files = [("one.md", b"We utilize tea.", "text/markdown"), ("two.txt", b"We utilize milk.", "text/plain")]
    page = check_page.file_uploader[0].set_value(files).run()
    assert text_of(page).text == "We utilize milk."
    assert {"one.md", "two.txt"} <= set(work_of(page).texts)
    text = text_of(page)
    text.edit(text.revision, "We use milk.")
    page = page.run()  # the files are still in the box, and what was typed stays
    assert text_of(page).text == "We use milk." and not page.exception


def test_a_file_that_cannot_be_read_is_told_and_keeps_the_others(check_page: AppTest) -> None:
    files = [("bad.docx", b"no", "application/x"), ("one.md", b"We utilize tea.", "text/markdown")]
    page = check_page.file_uploader[0].set_value(files).run()
    assert "bad.docx" in shown(page) and text_of(page).text == "We utilize tea."


def test_the_grade_stands_above_its_formulas_and_a_short_text_says_so(check_page: AppTest) -> None:
    page = type_in(check_page, "The dog barks at the door. A cat sleeps in the sun. " * 6)
    assert "Grade " in shown(page) and "seconds to read" in shown(page)
    assert "The formulas behind the grade" in [one.label for one in page.expander]
    assert "Flesch–Kincaid grade" in shown(page) and "needs a longer text" not in shown(page)
    page = type_in(check_page, "Dogs bark.")
    assert "Too short for a reading grade" in shown(page)
    assert "The formulas behind the grade" not in [one.label for one in page.expander]
