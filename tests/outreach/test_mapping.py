"""Which column fills what: headers of the usual CRMs, the user's own word, and what is told of the rest."""

from __future__ import annotations

import pytest

from copykit.errors import BriefError
from copykit.outreach.mapping import Column, map_columns
from copykit.sources.tables import Table, read_table

HUBSPOT = "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Job Title,Company name"
SALESFORCE = (
    "FirstName,LastName,Title,Company,Email,Phone,Industry,NumberOfEmployees,LeadSource,HasOptedOutOfEmail"
)
PIPEDRIVE = (
    "Person - Name,Person - Email,Person - Phone,Organization - Name,Person - Owner,Person - Job title"
)
APOLLO = (
    "First Name,Last Name,Title,Company,Company Name for Emails,Email,Email Status,# Employees,Industry,"
    "Keywords,Person Linkedin Url,Country"
)
OUTREACH = "first_name,last_name,title,account.name,email,work_phone,custom1"
PERSON = {f"recipient.{name}" for name in ("first_name", "last_name", "email", "title", "company")}


def table(headers: str, *rows: str) -> Table:
    lines = [headers, *(rows or ["x" + "," * headers.count(",")])]
    return read_table("list.csv", data="\n".join(lines).encode())


def by_title(columns: tuple[Column, ...]) -> dict[str, str]:
    return {column.title: column.target for column in columns}


@pytest.mark.parametrize("headers", [HUBSPOT, SALESFORCE, APOLLO, OUTREACH])
def test_the_usual_exports_are_understood(headers: str) -> None:
    assert set(by_title(map_columns(table(headers))).values()) >= PERSON


def test_a_whole_name_is_taken_where_there_is_no_first_name() -> None:
    found = by_title(map_columns(table(PIPEDRIVE)))
    assert found["Person - Name"] == "recipient.name"
    assert found["Organization - Name"] == "recipient.company"
    assert by_title(map_columns(table("Name,First Name")))["Name"] == ""


def test_of_two_columns_for_one_setting_the_better_is_taken_and_the_other_told() -> None:
    columns = {column.title: column for column in map_columns(table(APOLLO))}
    assert columns["Company Name for Emails"].target == "recipient.company"
    assert columns["Company"].use == "unused"
    assert columns["Company"].reason == '"Company Name for Emails" fills recipient.company already'
    assert columns["Keywords"].reason == "Apollo's words for the company, no keywords"


def test_what_is_not_understood_is_told_with_what_to_do() -> None:
    columns = {column.title: column for column in map_columns(table("Obervation,Fax,Shoe size"))}
    assert columns["Obervation"].use == "unknown"
    assert '--map "Obervation=observation"' in columns["Obervation"].reason
    assert columns["Fax"].use == "unused"
    assert "{{Shoe size}}" in columns["Shoe size"].reason


def test_addresses_are_known_by_their_looks() -> None:
    columns = map_columns(
        table("Contact info,Who", "jo@acme.example,Jo", "mo@acme.example,Mo", "al@b.example,Al")
    )
    assert columns[0].target == "recipient.email"
    assert columns[0].reason == "its cells are email addresses"


def test_the_user_has_the_last_word() -> None:
    columns = {
        column.title: column
        for column in map_columns(table("Name,Notes,Cell"), named=["cell=recipient.name"], ignored=["Notes"])
    }
    assert (columns["Cell"].target, columns["Cell"].reason) == ("recipient.name", "you said so")
    assert (columns["Name"].target, columns["Notes"].target) == ("", "")
    assert columns["Notes"].use == "ignored"


@pytest.mark.parametrize(
    ("named", "ignored", "said"),
    [
        (["Nmae=recipient.name"], [], '--map: the file has no column "Nmae"; did you mean "Name"?'),
        (["Name=recipient.nam"], [], 'can\'t fill "recipient.nam"; did you mean "recipient.name"?'),
        (["Name"], [], 'Write --map "Column=setting"'),
        (["Name=topic", "Cell=topic"], [], "two columns are mapped to topic"),
        ([], ["Nam"], '--ignore: the file has no column "Nam"; did you mean "Name"?'),
    ],
)
def test_a_slip_of_the_user_is_told(named: list[str], ignored: list[str], said: str) -> None:
    with pytest.raises(BriefError) as caught:
        map_columns(table("Name,Cell"), named=named, ignored=ignored)
    assert said in str(caught.value)


def test_columns_of_an_earlier_run_are_passed_over() -> None:
    [_, ours] = map_columns(table("Name,copy_subject"))
    assert (ours.use, ours.target) == ("unused", "")
