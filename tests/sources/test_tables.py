"""Lists of people as they come: any encoding, any divider, workbooks, JSON Lines; bad rows are told."""

from __future__ import annotations

import csv as csv_module
import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.errors import SourceError
from copykit.sources.tables import Table, clean, read_table


def csv(text: str, encoding: str = "utf-8") -> Table:
    return read_table("list.csv", data=text.encode(encoding))


def workbook(*rows: list[Any], title: str = "Leads", more: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for name in more:
        book.create_sheet(name).append(["A"])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def told(data: bytes, name: str = "list.csv") -> str:
    with pytest.raises(SourceError) as caught:
        read_table(name, data=data)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_encoding_and_divider_gives_the_same_rows(encoding: str, divider: str, end: str) -> None:
    lines = ["Name|Company|Note", 'Zoë|Café du Nord|"two\nlines"', "José|Peña|one, two; three\tfour"]
    quoted = [
        line if line.startswith("Zoë") else "|".join(f'"{cell}"' for cell in line.split("|"))
        for line in lines
    ]
    text = end.join(quoted).replace("|", divider)
    table = csv(text, encoding)
    assert table.columns == ("Name", "Company", "Note")
    assert [dict(row.cells) for row in table.rows] == [
        {"Name": "Zoë", "Company": "Café du Nord", "Note": "two\nlines"},
        {"Name": "José", "Company": "Peña", "Note": "one, two; three\tfour"},
    ]
    assert [(row.number, row.line) for row in table.rows] == [(1, 2), (2, 4)]
    assert any("Windows-1252" in one for one in table.remarks) == (encoding == "cp1252")
    assert any("divided by" in one for one in table.remarks) == (divider != ",")


def test_a_row_that_can_t_be_read_is_set_aside_with_its_line_and_reason() -> None:
    table = csv('First,Last\nJo,Ash\nJo\nJo,Ash,Elm\n,\n"Jo"x,Ash\nJ\ufffd,Ash\nMo,Elm\n\n\n')
    assert [row.cells["First"] for row in table.rows] == ["Jo", "Mo"]
    assert [(row.number, row.line) for row in table.rows] == [(1, 2), (7, 8)]
    reasons = {row.line: row.reason for row in table.bad}
    assert list(reasons) == [3, 4, 5, 6, 7]
    assert reasons[3].startswith("it has 1 cell where the header has 2")
    assert reasons[4].startswith("it has 3 cells where the header has 2")
    assert reasons[5] == "the row is empty"
    assert "quotation mark" in reasons[6]
    assert "a letter was lost" in reasons[7]
    assert next(row for row in table.bad if row.line == 6).cells == ['"Jo"x,Ash']


def test_one_undecodable_line_spoils_no_other() -> None:
    data = "First\nZoë\n".encode() + "José\n".encode("cp1252") + b"Jo\n"
    table = read_table("list.csv", data=data)
    assert [row.cells["First"] for row in table.rows] == ["Zoë", "Jo"]
    [bad] = table.bad
    assert (bad.line, list(bad.cells)) == (3, ["Jos�"])
    assert "not UTF-8, while other rows are" in bad.reason


def test_utf_16_without_a_mark_is_known() -> None:
    table = read_table("list.csv", data="Name,Company\nZoë,Acme\n".encode("utf-16-le"))
    assert table.rows[0].cells == {"Name": "Zoë", "Company": "Acme"}


def test_headers_that_are_empty_or_stand_twice_are_told() -> None:
    table = csv("Email,,email,\na@x.example,b,c@x.example,\n")
    assert table.columns == ("Email", "Column B", "email (2)")
    assert table.remarks == ("Column B has no header.", "A header stands more than once; read as email (2).")


def test_excel_s_own_hint_of_the_divider_is_obeyed() -> None:
    table = csv("sep=;\nName;Note\nJo;a, b, c\n")
    assert table.rows[0].cells == {"Name": "Jo", "Note": "a, b, c"}
    assert table.rows[0].line == 3


def test_what_can_t_be_seen_is_taken_out_of_a_cell() -> None:
    table = csv("Name\n \u200bJo\u202e\u00a0Ash\x00 \n")
    assert table.rows[0].cells["Name"] == "Jo Ash"


def test_a_workbook_gives_what_a_person_sees(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Phone", "Since", "Called", "At", "Share", "Post code", "VIP", "Size", "Sum"])
    sheet.append(
        [
            "Jo",
            15550100199.0,
            date(2026, 9, 30),
            datetime(2026, 9, 30, 9, 5),
            time(9),
            0.25,
            401,
            True,
            12.0,
            "=1+1",
        ]
    )
    sheet["F2"].number_format = "0%"
    sheet["G2"].number_format = "00000"
    path = tmp_path / "list.xlsx"
    book.save(path)
    [row] = read_table(path).rows
    assert list(row.cells.values()) == [
        "Jo", "15550100199", "2026-09-30", "2026-09-30 09:05", "09:00", "25%", "00401", "yes", "12", "",
    ]  # fmt: skip
    assert row.line == 2


def test_the_value_that_a_formula_had_is_read() -> None:
    data = workbook(["Name", "Sum"], ["Jo", "=1+1"])
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename.endswith("sheet1.xml"):
                part = (
                    part.replace(b"<v></v>", b"<v>2</v>")
                    .replace(b"<v />", b"<v>2</v>")
                    .replace(b"<v/>", b"<v>2</v>")
                )
            new.writestr(entry, part)
    assert read_table("list.xlsx", data=changed.getvalue()).rows[0].cells["Sum"] == "2"


def test_which_sheet_is_asked_for_when_several_hold_rows() -> None:
    data = workbook(["Name"], ["Jo"], more=("Old",))
    assert 'several sheets with rows: "Leads" and "Old"' in told(data, "list.xlsx")
    table = read_table("list.xlsx", data=data, sheet="Leads")
    assert [row.cells["Name"] for row in table.rows] == ["Jo"]
    with pytest.raises(SourceError, match='no sheet "Lead"; did you mean "Leads"'):
        read_table("list.xlsx", data=data, sheet="Lead")


def test_json_lines_give_their_keys_as_columns() -> None:
    text = '{"name": {"first": "Jo"}, "size": 12.0}\nno json\n[1]\n{"tags": ["a", "b"], "gone": null}\n'
    table = read_table("list.jsonl", data=text.encode())
    assert table.columns == ("name.first", "size", "tags", "gone")
    assert [list(row.cells.values()) for row in table.rows] == [["Jo", "12", "", ""], ["", "", "a, b", ""]]
    assert [(row.line, row.reason.split(":")[0]) for row in table.bad] == [
        (2, "not JSON"),
        (3, "no JSON object in braces"),
    ]


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "list.csv", "list.csv: the file is empty"),
        (b"Name\n", "list.csv", "list.csv:1: there is no row under the headers"),
        (b'Name,Note\nJo,x\nMo,"open\nmore\n', "list.csv", "list.csv:3: the quotation mark that opens"),
        (b"Jo,jo@acme.example\n", "list.csv", "list.csv:1: the first row holds an email address"),
        (b"PK\x03\x04", "list.csv", "a workbook by another name"),
        (b"Name\nJo\n", "list.xlsx", "this is no workbook"),
        (b"PK\x03\x04 broken", "list.xlsx", "this is no workbook"),
        (b"\xd0\xcf\x11\xe0", "list.xlsx", "protected by a password, or an old .xls"),
        (b"<!doctype html><p>Log in", "list.csv", "this is a web page and no table"),
        (b"Name\nJo\n", "list.xls", 'a file of the kind ".xls"'),
        (b"[1]\n", "list.jsonl", "list.jsonl:1: no line holds a JSON object"),
        (b'{"a": "\xff"}', "list.jsonl", "list.jsonl:1: not UTF-8"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_is_told_with_what_to_do(data: bytes, name: str, said: str) -> None:
    assert said in told(data, name)


def test_a_missing_file_is_told() -> None:
    with pytest.raises(SourceError, match=r"nowhere\.csv: there is no such file"):
        read_table(Path("nowhere.csv"))


LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\ufffd\xa0"
)
CELL = st.text(alphabet=LETTERS, max_size=12).map(clean)


@given(
    rows=st.lists(st.tuples(CELL, CELL, CELL).filter(any), min_size=1, max_size=6),
    divider=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_a_spreadsheet_writes_reads_back(
    rows: list[tuple[str, str, str]], divider: str, encoding: str, end: str
) -> None:
    text = io.StringIO(newline="")
    writer = csv_module.writer(text, delimiter=divider, lineterminator=end)
    writer.writerows([("First Name", "Company", "Note"), *rows])
    table = read_table("list.csv", data=text.getvalue().encode(encoding))
    assert table.columns == ("First Name", "Company", "Note")
    assert [tuple(row.cells.values()) for row in table.rows] == rows
    assert not table.bad


@given(st.binary(max_size=200), st.sampled_from(["list.csv", "list.jsonl", "list.xlsx", "list.tsv"]))
def test_any_bytes_are_a_table_or_are_told(data: bytes, name: str) -> None:
    try:
        table = read_table(name, data=data)
    except SourceError as error:
        assert str(error).startswith(name)
    else:
        assert table.rows or table.bad
        assert len(set(table.columns)) == len(table.columns)


@given(st.text(alphabet='",;\n\r\t ab\ufeff\x00@', max_size=60))
def test_any_marks_are_a_table_or_are_told(text: str) -> None:
    try:
        table = read_table("list.csv", data=text.encode())
    except SourceError:
        return
    assert all(set(row.cells) == set(table.columns) for row in table.rows)
    assert [row.number for row in table.rows] == sorted({row.number for row in table.rows})
