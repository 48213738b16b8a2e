"""Lengths are counted the way that the platform counts them; bytes become text without loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.text import COUNTINGS, count, decode


@pytest.mark.parametrize(
    ("text", "counting", "expected"),
    [
        ("Fast pumps", "characters", 10),
        ("", "characters", 0),
        ("👩‍👩‍👧", "characters", 5),
        ("e\u0301", "characters", 2),
        ("Fast pumps", "google", 10),
        ("快速 pump", "google", 9),
        ("펌프", "google", 4),
        ("ＡＢ", "google", 4),
        ("{KeyWord:Quiet Pumps} now", "google", 15),
        ("{keyword:Pumps}", "google", 5),
        ("€9 – “go”", "google", 9),
        ("a😀", "utf16", 3),
        ("It's well-known: 1,000 pumps", "words", 4),
        ("é😀", "bytes", 6),
    ],
)
def test_each_way_of_counting(text: str, counting: str, expected: int) -> None:
    assert count(text, counting) == expected


def test_an_unknown_counting_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r'no counting "graphemes".*bytes, characters, google, utf16, words'):
        count("x", "graphemes")


@given(st.text(), st.sampled_from(sorted(COUNTINGS)))
def test_no_text_counts_below_nothing(text: str, counting: str) -> None:
    assert count(text, counting) >= 0
    if text.isascii() and "{" not in text and counting != "words":
        assert count(text, counting) == len(text)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("naïve\r\n".encode(), "naïve\r\n"),
        (b"\xef\xbb\xbfhi", "\ufeffhi"),
        ("hé".encode("utf-16"), "\ufeffhé"),
        (b"\xfe\xff\x00h", "\ufeffh"),
        (b"\x93caf\xe9\x94 \x81", "“café” \x81"),
        (b"\xff\xfeh", "\ufeff\ufffd"),
    ],
)
def test_bytes_become_text(data: bytes, text: str) -> None:
    assert decode(data) == text


@given(st.binary())
def test_any_bytes_are_some_text(data: bytes) -> None:
    assert isinstance(decode(data), str)


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_utf_8_keeps_every_code_point(text: str) -> None:
    if not text.encode().startswith((b"\xff\xfe", b"\xfe\xff")):
        assert decode(text.encode()) == text
