"""The files that come out: every row once, safe in a spreadsheet, mails that a mail program takes."""

from __future__ import annotations

import csv
import json
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import jsonschema
import pytest

from copykit.brief import Brief, Person
from copykit.draft_file import read
from copykit.exports.schema import output_schemas
from copykit.formats import Format
from copykit.guide import Guide
from copykit.outreach.mails import mail_draft
from copykit.outreach.results import safe_cell, write_results
from copykit.sources.tables import read_table

from .conftest import Desk, Says, colleagues, people, word

BAD = "Mo,Elm,Chef,=HYPERLINK(1),Restaurants,mo@b.example,+1 555 010 0199"
KINDS = ("csv", "jsonl", "md", "eml")


@pytest.fixture
def out(desk: Desk, guide: Guide) -> Path:
    found = people(*colleagues(2), BAD, "Zoë,Ash,Owner,Elm Vets,Veterinary,,@SUM(1)", guide=guide, **{
        "sender.first_name": "Hal", "sender.email": "hal@dewclaw.example",
    })  # fmt: skip
    outcome = desk.run(found, Says(subject=lambda task: f"-two lines\nof {word(task.seed)}"))
    write_results(desk.folder, found, outcome.pieces, format=desk.format, kinds=KINDS)
    return desk.folder


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_table_has_every_row_once_in_its_order(out: Path) -> None:
    rows = rows_of(out / "results.csv")
    assert [row["copy_row"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["copy_status"] == "set aside" for row in rows] == [False, False, True, False]
    assert rows[0]["copy_audience"] == "practice-managers"
    assert rows[0]["copy_audience_reason"].startswith("title “Practice Manager”")
    assert rows[2]["copy_reasons"].startswith("no audience of the guide fits")
    assert rows[0]["copy_body"].startswith("Hi Joa,\n")
    schema = output_schemas()["batch.output.schema.json"]
    objects = [json.loads(line) for line in (out / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["status"] for one in objects] == [row["copy_status"] for row in rows]
    assert objects[3]["cells"]["First Name"] == "Zoë"
    for one in objects:
        jsonschema.validate(one, schema)


def test_no_cell_is_a_formula(out: Path) -> None:
    rows = [*rows_of(out / "results.csv"), *rows_of(out / "set-aside.csv")]
    assert rows[2]["Company"] == "'=HYPERLINK(1)"
    assert rows[2]["Observation"] == "'+1 555 010 0199"
    assert rows[3]["Observation"] == "'@SUM(1)"
    assert not any(cell[:1] in "=+-@\t\r\n" for row in rows for cell in row.values() if cell)
    assert [safe_cell(one) for one in ("a=1", "1-2", "", "-", "\tx")] == ["a=1", "1-2", "", "'-", "'\tx"]


def test_what_was_set_aside_can_be_mended_and_read_again(out: Path) -> None:
    table = read_table(out / "set-aside.csv")
    assert table.columns[-2:] == ("copy_line", "copy_reason")
    assert [row.cells["copy_line"] for row in table.rows] == ["4"]


def test_each_piece_is_a_file_that_reads_back(out: Path, desk: Desk) -> None:
    names = sorted(path.name for path in (out / "pieces").iterdir())
    assert names == ["0001-joa-ash.md", "0002-job-ash.md", "0004-zoe-ash.md"]
    text = (out / "pieces" / names[0]).read_text(encoding="utf-8")
    assert read(desk.format, text).values["body"].startswith("Hi Joa,")


def test_only_ready_pieces_become_mails_that_nobody_has_sent(desk: Desk, guide: Guide, out: Path) -> None:
    assert list((out / "mails").iterdir()) == []  # the stub's pieces are too short to be ready
    found = people(*colleagues(1), guide=guide, **{
        "sender.first_name": "Hal", "sender.last_name": "Petrakis", "sender.email": "hal@dewclaw.example",
    })  # fmt: skip
    other = Desk(desk.folder / "more", guide, desk.format)
    [piece] = other.run(found, Says(subject=lambda task: "Two\nlines of é")).pieces
    ready = type(piece)(
        prospect=piece.prospect, attempt={**piece.attempt, "ready": True, "blocked": []}, tries=1
    )
    write_results(other.folder, found, [ready], format=desk.format, kinds=["eml"])
    [path] = (other.folder / "mails").iterdir()
    mail = message_from_bytes(path.read_bytes(), policy=default)
    assert (mail["To"], mail["From"]) == ("Joa Ash <jo0@maple.example>", "Hal Petrakis <hal@dewclaw.example>")
    assert (mail["Subject"], mail["X-Unsent"]) == ("Two lines of é", "1")
    assert mail["Message-ID"] is None
    assert mail.get_content().startswith("Hi Joa,\r\n")


@pytest.mark.parametrize(
    "address", ["", "[[a]]@b.example", "a..b@c.example", "a@b", "a@b.example\nBcc: c@d.example"]
)
def test_what_is_no_address_comes_into_no_head(format: Format, address: str) -> None:
    brief = Brief(recipient=Person(first_name="Jo\nBcc: x@y.example", email=address))
    mail = message_from_bytes(mail_draft(format, {"subject": "a\r\nb", "body": "c"}, brief), policy=default)
    assert (mail["To"], mail["Bcc"], mail["Subject"]) == (None, None, "a b")


def test_files_of_an_earlier_run_are_taken_away_and_others_left(desk: Desk, guide: Guide, out: Path) -> None:
    (out / "pieces" / "mine.md").write_text("mine", encoding="utf-8")
    found = people(*colleagues(1), guide=guide)
    outcome = Desk(desk.folder / "more", guide, desk.format).run(found, Says())
    write_results(out, found, outcome.pieces, format=desk.format, kinds=["md"])
    assert sorted(path.name for path in (out / "pieces").iterdir()) == ["0001-joa-ash.md", "mine.md"]
    assert not (out / "set-aside.csv").exists()
