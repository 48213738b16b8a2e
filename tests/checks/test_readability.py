"""Readability: grade, long sentences and passives, with what they hit and what they leave alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.checks.context import Context
from copykit.checks.passive import find_passives
from copykit.checks.readability import READABILITY, can_judge
from copykit.findings import Area, Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.text import Document, Syntax, parse

DATA = Path(__file__).parents[1] / "data"
PLAIN = "We drink tea. It is hot. You like it. The pot is red. "
HARD = (
    "Organizational responsibilities necessitate comprehensive documentation of procedural irregularities, "
    "notwithstanding considerable administrative complications. "
)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(DATA / "small_brand")


def page(text: str) -> Document:
    return parse(text, name="page.md", syntax=Syntax.MARKDOWN)


def checked(guide: Guide, text: str, *, channel: str | None = None) -> list[Finding]:
    document = page(text)
    context = Context(guide=guide, today=date(2026, 11, 1), channel=channel)
    found = [finding for one in READABILITY for finding in one(document, context)]
    for finding in found:
        assert finding.area is Area.READABILITY
        assert document.quote(finding.location) == finding.quote
    return found


def of(found: list[Finding], check: str) -> list[Finding]:
    return [one for one in found if one.check == f"readability.{check}"]


# ── passive voice ───────────────────────────────────────────────────────────────────────────────────


def labelled() -> list[tuple[bool, str, str]]:
    rows = (DATA / "passive.tsv").read_text(encoding="utf-8").splitlines()
    return [
        (label == "yes", kind, sentence)
        for label, kind, sentence in (row.split("\t") for row in rows if row and not row.startswith("#"))
    ]


def test_passives_are_told_from_what_looks_like_them() -> None:
    rows = labelled()
    assert len(rows) >= 300
    hits = [(is_passive, bool(find_passives(sentence)), sentence) for is_passive, _, sentence in rows]
    true = sum(said and found for said, found, _ in hits)
    missed = [sentence for said, found, sentence in hits if said and not found]
    false = [sentence for said, found, sentence in hits if found and not said]
    f1 = 2 * true / (2 * true + len(missed) + len(false))
    assert f1 >= 0.98, f"missed {missed}, false {false}"


@pytest.mark.parametrize(
    ("sentence", "said", "agent"),
    [
        ("The report was written by Ann.", "was written", "Ann"),
        ("It was very quickly sold to a museum.", "was very quickly sold", None),
        (
            "Were the results in the table checked by the board?",
            "Were the results in the table checked",
            "the board",
        ),
        ("They get paid on Friday.", "get paid", None),
        ("The box is packed by hand.", "is packed", None),
        ("It was finished by the end of May.", "was finished", None),
        ("It’s built to last.", "It’s built", None),
    ],
)
def test_the_span_goes_from_the_auxiliary_to_the_participle(
    sentence: str, said: str, agent: str | None
) -> None:
    [one] = find_passives(sentence)
    assert sentence[one.start : one.end] == said
    assert (sentence[slice(*one.agent)] if one.agent else None) == agent


def test_every_passive_of_a_sentence_is_found() -> None:
    sentence = "The tea was picked in May, and it is sold in tins that are made in Hull."
    assert [sentence[one.start : one.end] for one in find_passives(sentence)] == [
        "was picked",
        "is sold",
        "are made",
    ]


SCRAPS = [*"abed ,.?'’-—", " was ", " is ", "ed ", " the ", " by ", " and ", " written ", "It’s "]


@given(text=st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join))
def test_spans_stand_in_the_text_whatever_it_is(text: str) -> None:
    last = 0
    for one in find_passives(text):
        assert last <= one.start < one.end <= len(text)
        last = one.end


def test_a_passive_sentence_is_a_suggestion_that_says_how_to_turn_it(guide: Guide) -> None:
    [finding] = checked(guide, "The tea was picked by two farmers.")
    assert (finding.check, finding.severity) == ("readability.passive", Severity.SUGGESTION)
    assert finding.quote == "was picked"
    assert finding.advice == "“was picked” is passive: begin with who does it, “two farmers”."
    assert finding.reference is not None
    assert finding.reference.quote == "passive_percent: 10"


def test_too_many_passives_are_one_warning(guide: Guide) -> None:
    found = checked(guide, PLAIN + "Tea is sold. Cups are made.")
    [share] = of(found, "passive-share")
    assert share.severity is Severity.WARNING
    assert share.advice.startswith("2 of 6 sentences (33 %) are passive, and the target is 10 %")
    assert len(share.related) == 1
    assert len(of(found, "passive")) == 2
    assert not of(checked(guide, PLAIN + "Tea is sold."), "passive-share")


def test_quoted_speech_code_and_markup_are_seen_for_what_they_are(guide: Guide) -> None:
    assert checked(guide, "She said “the tea was sold” and left. Set `is sold` to one.") == []
    [finding] = checked(guide, "The tea was *quickly* sold.")
    assert finding.quote == "was *quickly* sold"


# ── long sentences ──────────────────────────────────────────────────────────────────────────────────


def test_a_long_sentence_is_told_with_the_place_to_split_it(guide: Guide) -> None:
    text = (
        "We pick the leaves by hand in the cool of the morning, and we dry them on wide wooden trays"
        " in the shed. Ok."
    )
    [finding] = of(checked(guide, text), "long-sentence")
    assert finding.severity is Severity.WARNING
    assert finding.quote == text[:-4]
    assert finding.advice == "23 words, and 20 is the most: split it at “the morning, and we dry”."
    assert finding.reference is not None
    assert finding.reference.quote == "sentence_words: 20"
    assert [fix.replacement for fix in finding.fixes] == [
        "We pick the leaves by hand in the cool of the morning. We dry them on wide wooden trays in the shed."
    ]


def test_a_semicolon_is_the_surest_place(guide: Guide) -> None:
    text = (
        "We pick the leaves by hand, because they bruise, in the cool of the morning; "
        "the sun would wilt them before noon comes."
    )
    [finding] = of(checked(guide, text), "long-sentence")
    assert "“the morning; the sun would”" in finding.advice
    assert ". The sun" in finding.fixes[0].replacement


def test_without_a_joint_there_is_advice_and_no_fix(guide: Guide) -> None:
    text = "Tea " + "leaf " * 20 + "grows."
    [finding] = of(checked(guide, text), "long-sentence")
    assert finding.advice.endswith("say it in two sentences.")
    assert finding.fixes == ()


def test_the_channel_sets_how_long_is_long(guide: Guide) -> None:
    text = "Tea " + "leaf " * 15 + "grows."
    assert not of(checked(guide, text), "long-sentence")
    [finding] = of(checked(guide, text, channel="ad"), "long-sentence")
    assert "17 words, and 15 is the most" in finding.advice


def test_a_sentence_of_just_the_limit_is_left_alone(guide: Guide) -> None:
    assert not of(checked(guide, "Tea " + "leaf " * 18 + "grows."), "long-sentence")


# ── grade ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_hard_text_is_told_with_its_grade_its_target_and_what_costs_most(guide: Guide) -> None:
    text = PLAIN * 3 + HARD * 3
    [finding] = of(checked(guide, text), "grade")
    assert finding.severity is Severity.WARNING
    assert "the target is 8" in finding.advice
    assert "“Organizational responsibilities necessitate" in finding.advice
    assert finding.reference is not None
    assert finding.reference.quote == "grade: 8"
    assert [text[place.start : place.end].split()[0] for place in finding.related] == ["Organizational"] * 3


def test_an_easy_text_is_left_alone(guide: Guide) -> None:
    assert not of(checked(guide, PLAIN * 10), "grade")


def test_short_texts_are_not_judged(guide: Guide) -> None:
    assert can_judge(page("word " * 30))
    assert not can_judge(page("word " * 29))
    assert not of(checked(guide, HARD), "grade")


def test_the_grade_names_the_words_that_cost_most(guide: Guide) -> None:
    (grade,) = of(checked(guide, HARD * 3), "grade")
    assert "The words that cost most: “irregularities”" in grade.advice
    named = checked(guide, f"{PLAIN * 4}Indianapolis Administration {HARD * 3}")
    assert "Indianapolis" not in of(named, "grade")[0].advice.partition("The words")[2]
