"""The drafting page: from the brief to a checked draft, for every format and brand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import StopException
from streamlit.testing.v1 import AppTest

from copykit.formats import load_formats
from copykit.house import prompts_dir
from copykit.ui.pages import write
from copykit.ui.work import WriteWork
from copykit.writers import Chunk, Part, Task
from copykit.writers.choose import Choice

FORMATS = load_formats([prompts_dir()])
BRANDS = ("dewclaw", "oatwhistle")


def shown(page: AppTest) -> str:
    """All that the page says in its own markup."""
    return "\n".join(str(one.proto.body) for one in page.get("html"))


def choose(page: AppTest, *, brand: str = "dewclaw", format: str = "google-rsa") -> AppTest:
    page.selectbox(key="brand").set_value(brand).run()
    page.button_group(key="family").set_value(FORMATS[format].settings.family).run()
    return page.button_group(key="format").set_value(format).run()


def work_of(page: AppTest, *, brand: str = "dewclaw", format: str = "google-rsa") -> WriteWork:
    works: dict[Any, WriteWork] = page.session_state["write_work"]
    return works[brand, format]


@pytest.mark.parametrize("brand", BRANDS)
def test_every_format_is_ready_after_one_click(write_page: AppTest, brand: str) -> None:
    for format in FORMATS:
        page = choose(write_page, brand=brand, format=format)
        assert "Nothing written yet" in shown(page)
        page.button(key="write").click().run()
        assert "<b>Ready to use.</b>" in shown(page), format
        assert 'class="ck-score all"' in shown(page)
        assert work_of(page, brand=brand, format=format).draft.ready
    assert not write_page.exception


def test_each_family_of_formats_has_its_own_row(write_page: AppTest) -> None:
    assert write_page.button_group(key="family").value == "ads"
    assert "LinkedIn ad" in write_page.button_group(key="format").options
    write_page.button_group(key="family").set_value("social").run()
    assert write_page.button_group(key="format").options == [
        "LinkedIn post", "Pinterest pin", "Text message", "X post",
    ]  # fmt: skip
    assert write_page.button_group(key="format").value == "linkedin-post"
    write_page.button_group(key="format").set_value("x-post").run()
    write_page.button(key="write").click().run()
    assert work_of(write_page, format="x-post").draft.ready
    assert not write_page.exception


def test_the_brief_is_filled_in_from_the_brands_example(write_page: AppTest) -> None:
    keywords = write_page.text_input(key="brief:dewclaw:google-rsa:keywords")
    assert keywords.value == "vet inventory software, vet clinic inventory"


def test_an_email_without_an_observation_names_its_slot(write_page: AppTest) -> None:
    page = choose(write_page, format="sales-email")
    page.text_area(key="brief:dewclaw:sales-email:observation").set_value("").run()
    page.button(key="write").click().run()
    assert "<b>Not ready yet.</b>" in shown(page)
    assert "only you can say this" in shown(page)


def test_facts_may_hold_commas(write_page: AppTest) -> None:
    facts = "We opened in 2019, in Duluth.\nWe have four vets."
    write_page.text_area(key="brief:dewclaw:google-rsa:facts").set_value(facts).run()
    write_page.button(key="write").click().run()
    brief = work_of(write_page).draft.brief
    assert brief.facts == ["We opened in 2019, in Duluth.", "We have four vets."]


def test_a_changed_brief_leaves_the_draft_and_offers_to_check_it(write_page: AppTest) -> None:
    write_page.button(key="write").click().run()
    before = work_of(write_page).draft.fields
    assert "The brief has changed" not in shown(write_page)
    write_page.text_input(key="brief:dewclaw:google-rsa:keywords").set_value("dog dentist").run()
    assert work_of(write_page).draft.fields == before
    assert "The brief has changed" in shown(write_page)
    write_page.button(key="recheck").click().run()
    assert "Keyword missing" in shown(write_page)
    assert work_of(write_page).draft.fields == before
    write_page.button(key="undo").click().run()
    assert "Keyword missing" not in shown(write_page)


def test_a_fix_is_applied_and_can_be_taken_back(write_page: AppTest) -> None:
    write_page.button(key="write").click().run()
    work = work_of(write_page)
    guide, today = _ground()
    work.edit(work.revision, {"headlines[0]": "Dewclaw Ring for Clinics"}, guide=guide, today=today)
    write_page.run()
    assert "Old name" in shown(write_page)
    fix = next(button for button in write_page.button if "Write" in button.label and "Desk" in button.label)
    fix.click().run()
    assert work.draft.fields["headlines"][0] == "Dewclaw Desk for Clinics"
    assert "Old name" not in shown(write_page)
    write_page.button(key="undo").click().run()
    assert work.draft.fields["headlines"][0] == "Dewclaw Ring for Clinics"


def test_variants_are_kept_and_writing_again_can_be_taken_back(write_page: AppTest) -> None:
    write_page.selectbox(key="variants").set_value(3).run()
    write_page.button(key="write").click().run()
    work = work_of(write_page)
    assert len(work.drafts) == 3
    first = [draft.fields for draft in work.drafts]
    write_page.button(key="write").click().run()
    assert [draft.fields for draft in work.drafts] != first
    write_page.button(key="undo").click().run()
    assert [draft.fields for draft in work.drafts] == first


def test_work_on_another_brand_and_format_waits(write_page: AppTest) -> None:
    write_page.button(key="write").click().run()
    text = work_of(write_page).draft.fields
    write_page.text_input(key="brief:dewclaw:google-rsa:region").set_value("US").run()
    page = choose(write_page, brand="oatwhistle", format="meta-ad")
    page.button(key="write").click().run()
    page = choose(page)
    assert work_of(page).draft.fields == text
    assert page.text_input(key="brief:dewclaw:google-rsa:region").value == "US"


def test_a_broken_brand_says_what_to_mend_where(write_page: AppTest, brand_copy: Path) -> None:
    terms = brand_copy / "terms.yaml"
    right = terms.read_text(encoding="utf-8")
    terms.write_text(right.replace("    severity: error", "    severity: eror", 1), encoding="utf-8")
    page = write_page.run()
    page.selectbox(key="brand").set_value("mine").run()
    assert "can’t be used yet" in shown(page)
    assert "terms.yaml:11" in shown(page)
    assert "did you mean" in shown(page)
    assert not page.exception
    # Mended, it works without a restart.
    terms.write_text(right, encoding="utf-8")
    page.run()
    assert "can’t be used yet" not in shown(page)


def test_a_broken_example_brief_is_told_and_the_form_is_empty(write_page: AppTest, brand_copy: Path) -> None:
    (brand_copy / "examples" / "google-rsa.yaml").write_text("audience: [\n", encoding="utf-8")
    page = choose(write_page.run(), brand="mine")
    assert "google-rsa.yaml" in shown(page)
    assert not page.exception
    assert page.text_input(key="brief:mine:google-rsa:keywords").value == ""


def test_a_run_that_was_cut_before_its_first_word_brings_back_what_was_there(write_page: AppTest) -> None:
    write_page.button(key="write").click().run()
    work = work_of(write_page)
    text = work.draft.fields
    work.begin()
    work.stopped = "Stopped."
    write_page.run()
    assert work.draft.fields == text
    assert "Stopped." in shown(write_page)


def test_a_changed_guide_is_applied_to_the_draft_at_hand(write_page: AppTest, brand_copy: Path) -> None:
    page = choose(write_page.run(), brand="mine")
    page.button(key="write").click().run()
    word = str(work_of(page, brand="mine").draft.fields["headlines"][0]).split()[0]  # type: ignore[index]
    terms = brand_copy / "terms.yaml"
    head, terms_key, rest = terms.read_text(encoding="utf-8").partition("\nterms:\n")
    more = f"  - avoid: [{word}]\n    reason: We no longer say so.\n    severity: error\n\n"
    terms.write_text(head + terms_key + more + rest, encoding="utf-8")
    page.run()
    assert "We no longer say so" in shown(page)


@pytest.mark.parametrize("spec", ["nonsense", "nobody:gpt"])
def test_an_unknown_model_gets_advice(write_page: AppTest, spec: str) -> None:
    write_page.text_input(key="writer").set_value(spec).run()
    write_page.button(key="write").click().run()
    assert not write_page.exception
    assert "provider" in shown(write_page)
    assert "<b>Ready" not in shown(write_page)


def test_a_missing_key_points_to_the_offline_writer(write_page: AppTest) -> None:
    write_page.text_input(key="writer").set_value("openai:gpt-5-mini").run()
    assert "OPENAI_API_KEY is not set" in shown(write_page)
    write_page.button(key="write").click().run()
    assert "the offline writer needs no key" in shown(write_page)
    assert write_page.text_input(key="brief:dewclaw:google-rsa:keywords").value.startswith("vet inventory")


@pytest.mark.loopback
def test_a_model_that_does_not_answer_leaves_the_draft(
    write_page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_page.button(key="write").click().run()
    text = work_of(write_page).draft.fields
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-0123456789abcdefghij")
    write_page.text_input(key="writer").set_value("openai:gpt-5-mini").run()
    write_page.button(key="write").click().run()
    assert "The brief is as you left it" in shown(write_page)
    assert not write_page.exception
    assert work_of(write_page).draft.fields == text


def test_a_fault_of_ours_is_told_in_a_sentence(write_page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    from copykit.ui.pages import write

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(write, "blocks_of", broken)
    write_page.button(key="write").click().run()
    assert "Your brief and your texts are kept" in shown(write_page)
    assert "secret detail" not in shown(write_page)
    assert not write_page.exception
    monkeypatch.undo()
    assert "<b>Ready to use.</b>" in shown(write_page.run())


def test_the_drafts_downloads_hold_its_texts(write_page: AppTest) -> None:
    from copykit.ui.pages.write import _files

    write_page.button(key="write").click().run()
    draft = work_of(write_page).draft
    files = {suffix: text for _, suffix, _, text in _files(draft)}
    assert set(files) == {".md", ".txt", ".json"}
    for text in files.values():
        for leaf in draft.leaves():
            assert leaf.text in text


def _ground() -> tuple[Any, Any]:
    from datetime import date

    from copykit.guide import load_guide
    from copykit.house import brands_dir

    return load_guide(brands_dir() / "dewclaw"), date(2026, 9, 30)


def test_a_fault_in_a_button_is_told_in_a_sentence(
    write_page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: WriteWork) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(WriteWork, "take_back", broken)
    write_page.button(key="write").click().run()
    write_page.button(key="write").click().run()
    text = work_of(write_page).draft.fields
    write_page.button(key="undo").click().run()
    assert "Your brief and your texts are kept" in shown(write_page)
    assert "secret detail" not in shown(write_page)
    assert not write_page.exception
    assert work_of(write_page).draft.fields == text


def test_what_the_guide_does_is_shown_beside_the_draft(write_page: AppTest) -> None:
    page = choose(write_page, format="sales-email")
    page.button(key="write").click().run()
    before = work_of(page, format="sales-email").draft
    page.button(key="dewclaw:sales-email:effect").click().run()
    assert not page.exception
    told = shown(page)
    assert "With the guide" in told and "Without it" in told and "What it kept out" in told
    assert "418 Tannery Row" in told  # the legal line that is missing without the guide
    assert work_of(page, format="sales-email").draft == before


class Busy:
    """A writer whose server is busy: it waits before its one text."""

    name = "stub:busy"

    def __init__(self, wait: Callable[[float], object], seconds: float) -> None:
        self._wait, self._seconds = wait, seconds

    def write(self, task: Task) -> Iterator[Part]:
        yield Chunk(path="headlines[0]", text="Before the Wait")
        self._wait(self._seconds)
        yield Chunk(path="headlines[1]", text="After the Wait")


def choose_busy(monkeypatch: pytest.MonkeyPatch, seconds: float) -> list[Busy]:
    made: list[Busy] = []

    def opens(sleep: Callable[[float], object] | None) -> Busy:
        assert sleep is not None
        made.append(Busy(sleep, seconds))
        return made[-1]

    choice = Choice(writer=Busy(lambda _: None, 0), name="stub:busy", reason="x: y", opens=opens)
    monkeypatch.setattr("copykit.ui.state.choice", lambda spec: choice)
    return made


def test_each_press_is_a_run_of_its_own_and_a_wait_is_told(
    write_page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = choose_busy(monkeypatch, seconds=0.01)
    told: list[str] = []
    say = write._Live._say

    def heard(one: write._Live, said: str, *, live: str = "polite") -> None:
        told.append(said)
        say(one, said, live=live)

    monkeypatch.setattr(write._Live, "_say", heard)
    for _ in range(2):
        write_page.button(key="write").click().run()
    assert len(made) == 2
    assert not write_page.exception
    assert told.count("The server is busy. It is asked again in 1 s.") >= 2


def test_a_press_ends_a_wait_for_a_busy_server_at_once(
    write_page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_busy(monkeypatch, seconds=3_600)

    def pressed(one: write._Live, said: str, **_: object) -> None:
        raise StopException  # what Streamlit does where a run draws something after a press

    monkeypatch.setattr(write._Live, "_say", pressed)
    write_page.button(key="write").click().run(timeout=30)
    work = work_of(write_page)
    assert work.stopped.startswith("Stopped before it was done")
    assert [leaf.text for leaf in work.drafts[0].leaves()] == ["Before the Wait"]
