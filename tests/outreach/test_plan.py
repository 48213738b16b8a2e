"""What a list lacks for a format, found before anything is paid."""

from __future__ import annotations

from itertools import product

from copykit.formats import Format
from copykit.guide import Guide
from copykit.improve import Budget
from copykit.outreach.attempts import Bench
from copykit.outreach.plan import estimate_tokens, find_gaps, without_gaps
from copykit.outreach.prospects import List
from copykit.writers.offline import OfflineWriter

from .conftest import TODAY, colleagues, people

SIGNED = {"sender.first_name": "Hal"}


def bench(format: Format, guide: Guide, found: List) -> Bench:
    columns = found.table.columns
    return Bench(
        format=format, guide=guide, writer=OfflineWriter(), today=TODAY, budget=Budget(), columns=columns
    )  # fmt: skip


def test_each_gap_is_told_with_its_rows(format: Format, guide: Guide) -> None:
    rows = [
        *colleagues(2),
        "Mo,Elm,Owner,Elm,Veterinary,m@b.example,",
        ",Ash,Owner,Ash,Veterinary,a@b.example,You moved.",
    ]
    found = people(*rows, guide=guide, **SIGNED)
    gaps = {gap.name: gap.rows for gap in find_gaps(found, bench(format, guide, found))}
    assert gaps == {"observation": {3}, "first name": {4}}


def test_rows_that_could_not_be_ready_are_set_aside_with_what_they_lack(format: Format, guide: Guide) -> None:
    found = people(*colleagues(1), ",Ash,Owner,Ash,Veterinary,a@b.example,", guide=guide, **SIGNED)
    left = without_gaps(found, find_gaps(found, bench(format, guide, found)))
    assert [one.number for one in left.prospects] == [1]
    assert left.aside[0].reason.startswith("only you can say its ")
    assert all(name in left.aside[0].reason for name in ("observation", "first name"))


def test_cells_that_the_format_does_not_speak_of_hide_no_gap(format: Format, guide: Guide) -> None:
    headers = "First Name,Title,Industry,Employees,Phone,Email,Notes,Observation"
    rows = [
        f"Jo,Owner,{industry},{size},{phone},jo{number}@b.example,{note},{seen}"
        for number, (industry, size, phone, note, seen) in enumerate(
            product(("Veterinary", ""), ("12", ""), ("5", ""), ("x", ""), ("You moved.", "You moved.", ""))
        )
    ]
    found = people(*rows, headers=headers, guide=guide, **SIGNED)
    [gap] = find_gaps(found, bench(format, guide, found))
    assert len(gap.rows) == 16


def test_an_estimate_grows_with_the_rows(format: Format, guide: Guide) -> None:
    few, many = (people(*colleagues(count), guide=guide, **SIGNED) for count in (2, 20))
    one, other = (estimate_tokens(found.prospects, bench(format, guide, found)) for found in (few, many))
    assert (one.requests, other.requests) == (2, 20)
    assert 8 * one.input_tokens < other.input_tokens < 12 * one.input_tokens
    assert one.output_tokens > 50
