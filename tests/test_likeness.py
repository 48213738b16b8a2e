"""Variants are variants: they share few words, and no two begin alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copykit.brief import Brief, load_brief
from copykit.draft import Draft
from copykit.exports.text import fewer_text, spread_text
from copykit.formats import Format, load_formats
from copykit.guide import Guide, load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.likeness import is_same, likeness, same_face, spread_of
from copykit.writers.offline import OfflineWriter
from copykit.writing import variants, write

TODAY = date(2026, 9, 30)


@pytest.fixture(scope="module")
def formats() -> dict[str, Format]:
    return load_formats([prompts_dir()])


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(brands_dir() / "dewclaw")


@pytest.fixture(scope="module")
def draft(guide: Guide, formats: dict[str, Format]) -> Draft:
    brief = load_brief(guide.folder / "examples" / "sales-email.yaml")
    return write(formats["sales-email"], brief, guide=guide, writer=OfflineWriter(), today=TODAY)


def with_body(draft: Draft, body: str, subject: str = "") -> Draft:
    return draft.with_fields({**draft.fields, "body": body, "subject": subject or draft.fields["subject"]})


def test_drafts_are_held_against_one_another(draft: Draft) -> None:
    other = with_body(draft, "Hi Joanne,\n\nYour book is full. Mine never was.", "A full book")
    assert likeness(draft, draft) == 1.0
    assert likeness(draft, other) < 0.2
    assert same_face(draft, [other]) == 0
    assert same_face(other, [draft, with_body(other, "Hi Ann,\n\nYour book is full. So what?")]) == 2


def test_what_the_brief_says_itself_counts_as_no_likeness(draft: Draft) -> None:
    # Both open with what the sender noticed; no seed could change that.
    noticed = f"Hi Joanne,\n\n{draft.brief.observation}\n\n"
    one, other = (
        with_body(draft, noticed + "One thing.", "One"),
        with_body(draft, noticed + "Another.", "Two"),
    )
    assert same_face(one, [other]) == 0


def test_variants_of_every_format_begin_in_their_own_way(guide: Guide, formats: dict[str, Format]) -> None:
    for format in formats.values():
        brief = load_brief(guide.folder / "examples" / f"{format.name}.yaml")
        made = list(
            variants(format, brief, guide=guide, writer=OfflineWriter(), today=TODAY, count=3, seed=40)
        )
        spread = spread_of(made)
        assert spread is not None
        named = format.name.endswith("-listing")  # a store's title is the product's name
        subjects = 0 if named else spread.subjects
        assert (spread.most <= 0.5, subjects, spread.openings) == (True, 0, 0), format.name


def test_a_guide_with_little_to_say_gives_the_least_alike(guide: Guide, formats: dict[str, Format]) -> None:
    poor = replace(guide, messages=guide.messages[:1], stories=(), wordplay=())
    brief = Brief(format="cta-set", audience="practice-owners", product="stock", ask="buy-now")
    made = list(variants(formats["cta-set"], brief, guide=poor, writer=OfflineWriter(), today=TODAY, count=3))
    assert len(made) == 3


def test_how_far_apart_they_are_is_told(draft: Draft) -> None:
    twin = spread_of([draft, draft, with_body(draft, "Hi Jo,\n\nNo.", "Else")])
    assert twin is not None
    assert (twin.most, twin.subjects, twin.drafts) == (1.0, 1, 3)
    assert "share 100% at most. 1 has the first line of another" in spread_text(twin)
    assert spread_of([draft]) is None


def test_a_brief_without_words_for_one_more_piece_gives_fewer_variants(guide: Guide, tmp_path: Path) -> None:
    text = (prompts_dir() / "social" / "sms.md").read_text(encoding="utf-8").partition("```message\n")[0]
    text += "```message\n{{ brand.name }}: {{ ask.line }} {{ ask.url }}\n```\n"
    (tmp_path / "social").mkdir()
    (tmp_path / "social" / "line.md").write_text(text, encoding="utf-8")
    line = load_formats([prompts_dir(), tmp_path])["line"]
    brief = Brief(format="line", audience="practice-owners", goal="trial")  # its two asks have a line each
    made = list(variants(line, brief, guide=guide, writer=OfflineWriter(), today=TODAY, count=5))
    assert [is_same(made[0], made[1]), len(made)] == [False, 2]
    assert fewer_text(2, 5).startswith("2 variants of 5: guide and brief have no words for one more")
