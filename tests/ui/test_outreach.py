"""The outreach page: a list becomes a plan, a run behind the page, and files to take away."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from copykit.ui.batch import BatchWork, Run, zipped
from copykit.writers import Writer
from copykit.writers.choose import Choice
from copykit.writers.offline import OfflineWriter


@pytest.fixture
def outreach_page() -> AppTest:
    def script() -> None:
        from copykit.ui.pages import outreach

        outreach.page()

    return AppTest.from_function(script, default_timeout=60).run()


def shown(page: AppTest) -> str:
    return "\n".join(str(one.proto.body) for one in page.get("html"))


def work_of(page: AppTest, brand: str = "dewclaw") -> BatchWork:
    works: dict[Any, BatchWork] = page.session_state["batch_work"]
    return works[brand]


def sample(page: AppTest) -> AppTest:
    return page.button(key="outreach:dewclaw:sample").click().run()


def written(page: AppTest) -> AppTest:
    page.button(key="outreach:dewclaw:write").click().run()
    run = work_of(page).run
    assert run is not None
    run.wait()
    return page.run()


def bring(page: AppTest, data: str) -> AppTest:
    """A list, as if it were uploaded."""
    work_of(page).open("list.csv", data.encode())
    return page.run()


def test_a_list_is_planned_before_anything_is_written(outreach_page: AppTest, tmp_path: Path) -> None:
    assert "No list yet" in shown(outreach_page)
    told = shown(sample(outreach_page))
    assert "<b>12 rows:</b> 8 to write, 4 set aside." in told
    assert "<b>Practice Managers</b>: 4" in told and "industry “Veterinary”" in told
    assert "<b>Observation</b>: missing in 1 row" in told
    assert "opted out" in told
    assert not (tmp_path / "outreach").exists()


def test_one_press_writes_a_checked_piece_for_each(outreach_page: AppTest, tmp_path: Path) -> None:
    page = written(sample(outreach_page))
    told = shown(page)
    assert not page.exception
    assert "<b>6 pieces ready to use.</b>" in told and "2 not ready" in told
    assert "Hi Joanne," in told and "Why this audience:" in told
    (folder,) = (tmp_path / "outreach").iterdir()
    assert {path.name for path in folder.iterdir()} >= {"results.csv", "mails", "set-aside.csv"}
    # Done is done: there is nothing to press until something has changed.
    assert not [one for one in page.button if one.key == "outreach:dewclaw:write"]
    page.text_input(key="outreach:dewclaw:sender.first_name").set_value("Ada").run()
    assert "The settings have changed since" in shown(page)
    page = written(page)
    assert len(list((tmp_path / "outreach").iterdir())) == 2
    assert "Ada Petrakis" in shown(page)


def test_a_run_that_was_stopped_goes_on(outreach_page: AppTest) -> None:
    page = sample(outreach_page)
    page.button(key="outreach:dewclaw:write").click().run()
    run = work_of(page).run
    assert run is not None
    run.stop()
    run.wait()
    page.run()
    if run.outcome is not None and run.outcome.stopped:  # it may have been quicker than the press
        assert page.button(key="outreach:dewclaw:write").label == "Go on"
        page = written(page)
    assert "<b>6 pieces ready to use.</b>" in shown(page)


def test_a_run_has_a_writer_of_its_own_whose_waits_end_when_it_is_stopped(
    outreach_page: AppTest, tmp_path: Path
) -> None:
    page = sample(outreach_page)
    page.button(key="outreach:dewclaw:write").click().run()
    first = work_of(page).run
    assert first is not None
    first.wait()
    waits: list[Callable[[float], object]] = []

    def opens(sleep: Callable[[float], object] | None) -> Writer:
        assert sleep is not None
        waits.append(sleep)
        return OfflineWriter()

    choice = Choice(writer=first.job.bench.writer, name="offline", reason="x: y", opens=opens)
    run = Run(first.job, tmp_path / "again", kinds=("csv",), choice=choice)
    assert run.job.bench.writer is not first.job.bench.writer
    run.stop()
    assert waits[0](3_600) is True
    run.wait()


def test_what_a_column_means_is_the_person_s_to_say(outreach_page: AppTest) -> None:
    page = bring(
        outreach_page,
        "Who,Given,Firm,Job,Seen\n"
        "a@b.example,Ada,Elm Street Vets,Practice Manager,Elm Street added a surgery day this spring.\n",
    )  # fmt: skip
    work = work_of(page)
    assert "<b>First name</b>: missing in every row" in shown(page)
    work.columns = {"Given": "recipient.first_name", "Seen": "observation", "Firm": "recipient.company"}
    assert "missing in" not in shown(page.run())
    work.columns = {"Given": ""}
    assert "<b>First name</b>: missing in every row" in shown(page.run())


def test_cells_are_no_markup_and_a_bad_file_is_told(outreach_page: AppTest) -> None:
    page = bring(outreach_page, "First Name,Email,Job Title\n<b>Ada</b>,nobody,<script>x</script>\n")
    assert "<script>" not in shown(page) and "<b>Ada</b>" not in shown(page)
    assert "No row can be written to." in shown(page)
    work_of(page).open("broken.xlsx", b"PK no workbook")
    assert "broken.xlsx" in shown(page.run()) and not page.exception


def test_files_are_put_into_one_archive(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text("Hi")
    archive = zipfile.ZipFile(BytesIO(zipped({"a.eml": tmp_path / "a.eml"})))
    assert archive.read("a.eml") == b"Hi"
