"""Keys are kept out of what a model says, wherever its pieces are cut."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from copykit.writers.models.veil import Veil

KEY = "sk-sk-test-0123456789"


def through(pieces: list[str], *secrets: str) -> str:
    veil = Veil(secrets)
    return "".join([*map(veil.feed, pieces), veil.rest()])


@given(
    st.text("sk-te0 ", max_size=30),
    st.text("sk-te0 ", max_size=30),
    st.lists(st.integers(0, 80), max_size=20),
)
def test_a_key_is_hidden_however_it_is_cut(before: str, after: str, cuts: list[int]) -> None:
    text = before + KEY + after
    ends = sorted({min(cut, len(text)) for cut in cuts} | {0, len(text)})
    pieces = [text[low:high] for low, high in pairwise(ends)]
    assert through(pieces, KEY) == text.replace(KEY, "…")


@given(st.lists(st.text("sk-test-0123456789 ", max_size=12), max_size=20))
def test_what_is_no_key_comes_through_unchanged(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert through(pieces, KEY) == text.replace(KEY, "…")
    assert through(pieces) == through(pieces, "short") == text
