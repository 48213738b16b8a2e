"""How alike the pieces of a batch are, and how that is said."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.brief import Brief, Person
from copykit.draft import overlap
from copykit.formats import Format
from copykit.outreach.alike import face_of, measure_sameness
from copykit.outreach.telling import sameness_text

TEMPLATE = (
    "Hi {},\n\nYour team at {} must be busy this week. We make schedules that hold for once. Worth a look?"
)


def piece(first: str, company: str, body: str = TEMPLATE) -> tuple[dict[str, str], Brief]:
    return {"subject": "one idea", "body": body.format(first, company)}, Brief(
        recipient=Person(first_name=first, company=company)
    )


def test_a_template_with_names_filled_in_is_mail_merge(format: Format) -> None:
    pieces = [piece(f"Jo{letter}", f"Clinic {letter}") for letter in "abcdef"]
    same = measure_sameness(format, pieces)
    assert same is not None
    assert same.percent == 100
    said = sameness_text(same, observed=False)
    assert said.startswith("100 % identical on average: this is mail merge. An observation column")
    assert "Most often said, in 6 of 6:" in said


def test_pieces_of_their_own_are_not(format: Format) -> None:
    texts = [
        "The lights went out at the ward twice.",
        "You hired three people before lunch.",
        "Snow closed your road.",
    ]
    same = measure_sameness(format, [({"body": text}, Brief()) for text in texts])
    assert same is not None
    assert same.percent == 0
    assert sameness_text(same, observed=True) == "0 % identical on average: each reads on its own."


def test_one_piece_has_nothing_to_be_like(format: Format) -> None:
    assert measure_sameness(format, [piece("Jo", "Elm")]) is None


@given(st.lists(st.lists(st.sampled_from("abcdefg"), min_size=3, max_size=12), min_size=2, max_size=6))
def test_the_quick_sum_is_the_mean_over_all_pairs(format: Format, texts: list[list[str]]) -> None:
    pieces = [({"body": " ".join(words)}, Brief()) for words in texts]
    sets = [frozenset(zip(words, words[1:], words[2:], strict=False)) for words in texts]
    shares = [len(one & other) / len(one) for one, other in permutations(sets, 2)]
    same = measure_sameness(format, pieces)
    assert same is not None
    assert same.percent == pytest.approx(100 * sum(shares) / len(shares))
    assert overlap(sets[0], sets[0]) == 1


def test_a_face_is_the_subject_and_the_first_sentence_without_names(format: Format) -> None:
    one, two = (face_of(format, *piece(*who)) for who in (("Jo", "Elm"), ("Mo", "Ash")))
    assert one == two
    assert one.opening == "your team at ▢ must be busy this week"
    slot = face_of(format, {"body": "Hi Jo,\n\n[[observation: What? A word or two.]]\n\nMore."}, Brief())
    assert slot.opening == ""
