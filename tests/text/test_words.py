"""Words and runs of letters: where each begins and ends, around what prose checks skip, too."""

import re

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

    assert document.occurrences.keys() == document.vocabulary
    for run, starts in document.occurrences.items():
        assert all(document.folded.startswith(run, start) for start in starts)
        assert len(starts) >= 2


def test_a_pattern_is_found_where_its_first_word_stands_as_everywhere() -> None:
    document = parse("We are not late. Are not we? Weare not, we-are not", name="t", syntax=Syntax.PLAIN)
    pattern = re.compile(r"(?<![\w-])(?:we are|are not)\b")

    found = [match.span() for match in document.matches_at({"we", "are"}, pattern)]
    assert found == [match.span() for match in pattern.finditer(document.folded)]
    assert len(found) == 2
    assert list(document.matches_at({"they"}, pattern)) == []


def test_what_goes_on_from_code_is_read_with_what_stands_before_it() -> None:
    document = parse("`foo`s.A b", name="t", syntax=Syntax.MARKDOWN)

    assert document.said == ["", "s", "A", "b"]
