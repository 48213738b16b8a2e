"""Words and runs of letters: where each begins and ends, around what prose checks skip, too."""

import pytest

from copykit.text import Syntax, parse

TEXTS = [
    "Don't pay 1,000.50 for a sign‑up in the U.S. on the B2B plan_a.",
    "See https://example.org/a-b. Mail a.b@example.org, or run `make it` now.",
    "`foo`s.A b: code that a word goes on from",
    "{{first_name}}'s plan {% if x %} and more {% endif %}",
    "Straße, ÉCLAIR, İstanbul, ΟΔΟΣ — café, e\u0301té",
    "",
    "  two\n\n  lines \t here ",
]


@pytest.mark.parametrize("text", TEXTS)
def test_words_stand_where_they_are_said_to(text: str) -> None:
    document = parse(text, name="t", syntax=Syntax.MARKDOWN)

    spans = list(zip(document.word_starts, document.word_ends, strict=True))
    assert spans == [tuple(word) for word in document.words]
    assert [document.folded[start:end] for start, end in spans] == document.folded_words
    for (start, end), said in zip(spans, document.said, strict=True):
        assert said == ("" if (start, end) in document.shielded else document.text[start:end])


@pytest.mark.parametrize("text", TEXTS)
def test_every_run_of_letters_is_found_at_all_its_places(text: str) -> None:
    document = parse(f"{text}\n\n{text}", name="t", syntax=Syntax.MARKDOWN)

    places = document.places_of(document.vocabulary)
    assert places.keys() == document.vocabulary
    for run, starts in places.items():
        assert all(document.folded.startswith(run, start) for start in starts)
        assert len(starts) >= 2
    assert document.places_of({"nowhere"}) == {}


def test_what_goes_on_from_code_is_read_with_what_stands_before_it() -> None:
    document = parse("`foo`s.A b", name="t", syntax=Syntax.MARKDOWN)

    assert document.said == ["", "s", "A", "b"]
