"""Lengths are counted the way that the platform counts them; bytes become text without loss."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.text import COUNTINGS, count, decode, sms_segments


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
        ("Fast pumps", "microsoft", 10),
        ("펌프 😀", "microsoft", 7),
        ("{KeyWord:Pumps} 😀", "microsoft", 8),
        ("☎ pumps", "microsoft", 7),
        ("快速 pump", "tiktok", 9),
        ("10% off – “now”", "tiktok", 15),
        ("5 €", "gsm7", 4),
        ("a{b}", "gsm7", 6),
        ("a" * 160, "sms", 1),
        ("a" * 161, "sms", 2),
        ("a" * 306, "sms", 2),
        ("ç" + "a" * 69, "sms", 1),
        ("ç" + "a" * 70, "sms", 2),
        ("", "sms", 0),
    ],
)
def test_each_way_of_counting(text: str, counting: str, expected: int) -> None:
    assert count(text, counting) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This is a test.", 15),
        ("https://example.com/a/very/long/path?with=a&query=that-goes-on", 23),
        ("Test https://example.com test https://example.com test example.com test", 91),
        ("Write to me@example.com", 23),
        ("저찀쿿쿿", 8),
        ("H\U0001f431☺", 5),
        ("👩‍👩‍👧 👍🏽 🇬🇧 1️⃣", 11),
        ("“Go” – it’s new", 15),
        ("Wait…", 6),
        ("cafe\u0301", 4),
        ("version 2.10.x of e.g. this", 27),
    ],
)
def test_x_weighs_links_emoji_and_scripts(text: str, expected: int) -> None:
    assert count(text, "x") == expected


def test_no_part_of_a_message_splits_a_character() -> None:
    fits = sms_segments("a" * 151 + "€" + "a" * 153)
    assert (fits.alphabet, fits.units, fits.parts, fits.left) == ("GSM-7", 306, 2, 0)
    split = sms_segments("a" * 152 + "€" + "a" * 152)
    assert (split.units, split.parts) == (306, 3)
    assert sms_segments("a" * 66 + "😀" + "a" * 67).parts == 3
    assert sms_segments("a" * 67 + "😀" + "a" * 65).parts == 2


def test_one_character_outside_the_alphabet_turns_the_whole_message() -> None:
    plain, curly = sms_segments("Don't wait. " * 10), sms_segments("Don’t wait. " * 10)
    assert (plain.alphabet, plain.parts, plain.outside) == ("GSM-7", 1, ())
    assert (curly.alphabet, curly.parts, curly.outside) == ("UCS-2", 2, ("’",))


def test_an_unknown_counting_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r'no counting "graphemes"') as told:
        count("x", "graphemes")
    assert str(told.value).endswith(f"known are {', '.join(sorted(COUNTINGS))}")


@given(st.text(), st.sampled_from(sorted(COUNTINGS)))
def test_no_text_counts_below_nothing(text: str, counting: str) -> None:
    assert count(text, counting) >= 0
    plain = text.isascii() and not re.search(r"[.{}]", text)
    if plain and counting not in ("gsm7", "sms", "words"):
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
