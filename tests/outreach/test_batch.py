"""A batch: every row once, whatever happens; nothing paid for twice; colleagues kept apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copykit.errors import (
    BadOutput,
    LibraryError,
    MissingKey,
    RateLimited,
    SpendingCap,
    Unreachable,
    WriterError,
)
from copykit.guide import Guide
from copykit.outreach.journal import JOURNAL, Journal

from .conftest import Desk, Says, colleagues, people, subjects, word

ELM = "Mo,Elm,Owner,Elm Vets,Veterinary,mo@elm.example,You have a new sign."


def test_every_row_has_one_piece_and_a_second_run_asks_for_nothing(desk: Desk, guide: Guide) -> None:
    found = people(*colleagues(5), ELM, guide=guide)
    writer = Says()
    first = desk.run(found, writer)
    assert [piece.prospect.number for piece in first.pieces] == [1, 2, 3, 4, 5, 6]
    assert len(writer.asked) == 6
    again = desk.run(found, writer)
    assert len(writer.asked) == 6
    assert subjects(again) == subjects(first)
    assert (again.progress.resumed, again.progress.written) == (6, 0)
    assert again.progress.before.cost == pytest.approx(0.06)


def test_what_was_written_before_a_stop_is_kept(desk: Desk, guide: Guide) -> None:
    found = people(*colleagues(6), guide=guide)
    writer = Says()
    outcome = desk.run(found, writer, stop=lambda: len(writer.asked) >= 2)
    assert outcome.stopped == "You stopped it."
    assert 2 <= len(outcome.pieces) < 6
    begun = len(writer.asked)
    done = desk.run(found, writer)
    assert len(done.pieces) == 6
    assert len(writer.asked) == 6
    assert done.progress.resumed == begun


@pytest.mark.parametrize("cut", [1, 40, 5000])
def test_a_torn_journal_loses_no_more_than_its_last_line(desk: Desk, guide: Guide, cut: int) -> None:
    found = people(*colleagues(4), guide=guide)
    whole = desk.run(found, Says())
    path = desk.folder / JOURNAL
    data = path.read_bytes()
    lines = data.split(b"\n")
    path.write_bytes(data[: -min(cut, len(lines[-2]))])
    writer = Says()
    done = desk.run(found, writer)
    assert len(writer.asked) == 1
    assert subjects(done) == subjects(whole)
    assert all(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def test_a_row_that_has_changed_is_written_anew_and_the_others_are_not(desk: Desk, guide: Guide) -> None:
    rows = colleagues(3)
    desk.run(people(*rows, guide=guide), Says())
    writer = Says()
    rows[1] = rows[1].replace("night crew", "day crew")
    assert len(desk.run(people(*rows, guide=guide), writer).pieces) == 3
    assert len(writer.asked) == 1


def test_colleagues_get_other_subjects_and_openings(desk: Desk, guide: Guide) -> None:
    found = people(*colleagues(3), ELM, guide=guide)
    writer = Says(subject=lambda task: "Same old" if task.seed < 10 else f"Subject {word(task.seed)}")
    outcome = desk.run(found, writer)
    assert subjects(outcome)[0] == subjects(outcome)[3] == "Same old"
    assert len(set(subjects(outcome)[:3])) == 3
    assert not any(piece.alike for piece in outcome.pieces)
    assert [piece.tries for piece in outcome.pieces] == [1, 2, 2, 1]


def test_names_do_not_tell_subjects_apart(desk: Desk, guide: Guide) -> None:
    found = people(*colleagues(2), guide=guide)
    writer = Says(
        subject=lambda task: f"{task.brief.recipient.first_name}, at {task.brief.recipient.company}"
    )
    outcome = desk.run(found, writer)
    assert outcome.pieces[1].alike == ("the same subject as line 2",)
    assert outcome.pieces[1].tries == 3


def test_an_opening_that_the_list_itself_repeats_is_told_and_not_tried_again(
    desk: Desk, guide: Guide
) -> None:
    rows = [row.rpartition(",")[0] + ",You open on Saturdays." for row in colleagues(2)]
    writer = Says(opening=lambda task: task.brief.observation)
    outcome = desk.run(people(*rows, guide=guide), writer)
    assert outcome.pieces[1].alike == (
        "the same opening as line 2, since both rows have the same observation",
    )
    assert outcome.pieces[1].tries == 1


def test_how_rows_end_does_not_depend_on_when_they_were_written(
    desk: Desk, guide: Guide, tmp_path: Path
) -> None:
    found = people(*colleagues(4), guide=guide)
    same = {"subject": lambda task: f"Subject {word(task.seed % 2)}"}
    whole = desk.run(found, Says(**same), tries=4)
    other = Desk(tmp_path / "other", guide, desk.format)
    for most in (1, 3, 5, 99):
        writer = Says(**same)
        part = other.run(found, writer, tries=4, stop=lambda w=writer, m=most: len(w.asked) >= m)
    assert subjects(part) == subjects(whole)
    assert [piece.alike for piece in part.pieces] == [piece.alike for piece in whole.pieces]


def test_a_fault_of_one_piece_is_told_and_tried_again_by_the_next_run(desk: Desk, guide: Guide) -> None:
    found = people(*colleagues(3), guide=guide)
    outcome = desk.run(found, Says(faults={1: BadOutput("the answer is no JSON")}))
    assert [piece.failed for piece in outcome.pieces] == [False, True, False]
    assert outcome.pieces[1].attempt["error"] == "the answer is no JSON"
    writer = Says()
    assert not any(piece.failed for piece in desk.run(found, writer).pieces)
    assert len(writer.asked) == 1


def test_a_model_that_is_gone_is_not_asked_for_ever(desk: Desk, guide: Guide) -> None:
    gone = {number: Unreachable("the server did not answer") for number in range(99)}
    writer = Says(faults=gone)
    outcome = desk.run(people(*colleagues(20), guide=guide), writer)
    assert outcome.stopped == "The writer gave up 3 times in a row."
    assert outcome.cause == "the server did not answer"
    assert len(writer.asked) <= 5


@pytest.mark.parametrize(
    "fault", [MissingKey("no more"), SpendingCap("no more"), RateLimited("no more", spent=True)]
)
def test_what_hinders_every_piece_ends_it_at_once(desk: Desk, guide: Guide, fault: WriterError) -> None:
    writer = Says(faults=dict.fromkeys(range(2, 99), fault))
    found = people(*colleagues(9), guide=guide)
    outcome = desk.run(found, writer)
    assert (outcome.stopped, outcome.cause) == ("No further piece can be written.", "no more")
    assert len(writer.asked) <= 4
    assert len(desk.run(found, Says()).pieces) == 9


def test_other_settings_are_refused_by_name_and_restart_puts_the_old_aside(desk: Desk, guide: Guide) -> None:
    found = people(ELM, guide=guide)
    desk.run(found, Says())
    with pytest.raises(LibraryError, match=r"other settings: seed \(0, now 7\) differs.*--restart"):
        desk.run(found, Says(), seed="7")
    with Journal(desk.folder, {"seed": "7"}, paid=True, restart=True) as journal:
        assert journal.attempts == []
        assert journal.put_aside == desk.folder / "journal-1.jsonl"
    assert "Subject" in (desk.folder / "journal-1.jsonl").read_text(encoding="utf-8")


def test_two_at_a_time_are_refused(desk: Desk, guide: Guide) -> None:
    with (
        Journal(desk.folder, {}, paid=True),
        pytest.raises(LibraryError, match="another copykit is writing here"),
    ):
        Journal(desk.folder, {}, paid=True)
    Journal(desk.folder, {}, paid=True).__exit__(None, None, None)


def test_a_file_that_is_no_journal_of_ours_is_left_alone(desk: Desk) -> None:
    desk.folder.mkdir()
    (desk.folder / JOURNAL).write_text('{"mine": true}\n', encoding="utf-8")
    with pytest.raises(LibraryError, match="no journal of a batch"):
        Journal(desk.folder, {}, paid=True)
    assert (desk.folder / JOURNAL).read_text(encoding="utf-8") == '{"mine": true}\n'
