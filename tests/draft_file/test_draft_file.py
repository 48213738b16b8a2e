"""A draft written as Markdown reads back letter for letter; files that people write are read leniently."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.brief import Brief
from copykit.draft import Value, Values, leaves
from copykit.draft_file import read, render_values, spans
from copykit.formats import Format, load_formats

FORMATS = load_formats([Path(__file__).parent.parent / "data" / "formats-tiny"])
NOTE, AD = FORMATS["note"], FORMATS["short-ad"]

# Words and what a Markdown file could take for its own marks.
MARKS = (
    "word", "Ride home.", "## Headlines", "# Title", "### 1", "- item", "1. one", "**Headline:** x", "---",
    "<!-- text 1 -->", "<!-- /text 1 -->", "Button: go", "```", "🚲", "é", ": ", "'", '"', "\\", "#", "\n",
    "\n\n", "\r\n", " ", "\t", "\u2028", "[[name: who?]]", "{{ first_name }}", "Button", "Link", "~~~",
)  # fmt: skip
pieces = st.sampled_from(MARKS)
texts = st.lists(pieces, min_size=1, max_size=6).map("".join)
lists = st.lists(st.one_of(texts, st.just("")), min_size=1, max_size=4)


def read_back(format: Format, values: Values) -> tuple[dict[str, str], dict[str, str]]:
    source = render_values(format, values)
    wanted = {leaf.path: leaf.text for leaf in leaves(format, values)}
    return wanted, {path: source[start:end] for path, start, end, _ in spans(format, source)}


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "headline": texts,
            "lead": texts,
            "description": texts,
            "sections": st.lists(
                st.fixed_dictionaries({}, optional={"heading": texts, "body": texts}), min_size=1, max_size=3
            ),
            "button": texts,
            "url": texts,
            "legal": texts,
        },
    )
)
def test_a_page_reads_back_as_it_was(values: dict[str, Value]) -> None:
    wanted, found = read_back(NOTE, values)
    assert found == wanted


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "headlines": lists,
            "body": texts,
            "cards": st.lists(
                st.fixed_dictionaries({}, optional={"headline": texts, "labels": lists, "url": texts}),
                min_size=1,
                max_size=3,
            ),
        },
    )
)
def test_lists_and_cards_read_back_as_they_were(values: dict[str, Value]) -> None:
    wanted, found = read_back(AD, values)
    assert found == wanted


@given(st.lists(pieces, max_size=25).map("".join))
def test_any_text_can_be_read_and_spans_rise_without_overlap(source: str) -> None:
    for format in FORMATS.values():
        end = 0
        for _, start, stop, _ in spans(format, source):
            assert end <= start < stop <= len(source)
            end = stop


PAGE = """\
---
format: note
audience: commuters
goal: booking
keywords:
- same-day bike repair
description: Ride in, ride home.
---

# Ride home tonight

You ride in on it.

## Drop it before we open

Lock it in the box.

## Button

Book a service

## Link

https://www.hubgear.example/book
"""


def test_a_page_looks_like_a_page() -> None:
    brief = Brief(format="note", audience="commuters", goal="booking", keywords=["same-day bike repair"])
    values: dict[str, Value] = {
        "headline": "Ride home tonight",
        "lead": "You ride in on it.",
        "description": "Ride in, ride home.",
        "sections": [{"heading": "Drop it before we open", "body": "Lock it in the box."}],
        "button": "Book a service",
        "url": "https://www.hubgear.example/book",
    }
    assert render_values(NOTE, values, brief=brief) == PAGE
    assert read(NOTE, PAGE).values == values


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_offsets_are_exact_whatever_the_line_ends(end: str, mark: str) -> None:
    source = mark + PAGE.replace("\n", end).replace("Ride in", "🚲 Ride in")
    found = {path: source[start:stop] for path, start, stop, _ in spans(NOTE, source)}
    assert found["description"] == "🚲 Ride in, ride home."
    assert found["headline"] == "Ride home tonight"
    assert found["sections[0].body"] == "Lock it in the box."


def test_fields_go_by_label_name_or_role_in_any_case() -> None:
    source = "# Hello\n\n## SECTIONS\n\n### One\n\nText.\n\n## Ask\n\nGo\n\n## small_print\n\nNo.\n"
    assert read(NOTE, source).values == {
        "headline": "Hello",
        "sections": [{"heading": "One", "body": "Text."}],
        "button": "Go",
        "legal": "No.",
    }


def test_list_items_may_be_bullets_numbers_or_lines() -> None:
    for lines in ("- One\n- Two", "1. One\n2. Two", "One\nTwo", "* One\n\n* Two"):
        assert read(AD, f"## Headlines\n\n{lines}\n").values == {"headlines": ["One", "Two"]}


def test_a_plain_file_with_labels_is_read_as_its_fields() -> None:
    source = "Headlines:\n- One\n- Two\n\nBody: The rest.\n"
    assert read(AD, source).values == {"headlines": ["One", "Two"], "body": "The rest."}


def test_a_plain_file_without_labels_is_the_largest_text() -> None:
    source = "Your bike sits in a shop.\n\nWe mend it in a day.\n"
    assert read(AD, source).values == {"body": source.strip()}


def test_headings_in_code_are_code() -> None:
    source = "# Hello\n\n## One\n\n```\n## Button\n```\n"
    assert read(NOTE, source).values["sections"] == [{"heading": "One", "body": "```\n## Button\n```"}]


def test_what_fits_no_field_is_told() -> None:
    found = read(AD, "## Headlines\n\n- One\n\n## Descriptoin\n\nText.\n")
    assert found.values == {"headlines": ["One"]}
    assert [(stray.heading, stray.start, stray.end) for stray in found.strays] == [("Descriptoin", 37, 42)]
