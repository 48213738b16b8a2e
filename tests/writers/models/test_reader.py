"""The JSON reader: the same text whatever the pieces, and no patience with what is not JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.writers.models.reader import JsonReader, Malformed, Steps

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    ['a"b', "back\\slash", "line\nbreak", "😀 and 👩‍🚀", "</think>", '{"no": "object"}', "```"]
)
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3)
)
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=4)


def read(pieces: Iterable[str]) -> tuple[dict[Steps, str], bool]:
    reader = JsonReader()
    found: dict[Steps, str] = {}
    for piece in pieces:
        for steps, text in reader.feed(piece):
            found[steps] = found.get(steps, "") + text
    return found, reader.done


def texts(value: Any, steps: Steps = ()) -> dict[Steps, str]:
    """What the reader should find: every string that is not empty, by its path."""
    if isinstance(value, str):
        return {steps: value} if value else {}
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    return {path: text for key, part in inner for path, text in texts(part, (*steps, key)).items()}


def cut(text: str, at: Iterable[int]) -> list[str]:
    places = sorted({place % (len(text) + 1) for place in at})
    return [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]


@given(
    OBJECTS,
    st.booleans(),
    st.lists(st.integers(min_value=0), max_size=30),
    st.sampled_from(["", "Sure {here} it is:\n```json\n", '<think>{"a": "b"}</think>\n', "\ufeff"]),
    st.sampled_from(["", "\n```\nAnything else?", "}"]),
)
def test_pieces_do_not_matter(
    value: dict[str, Any], ascii_only: bool, at: list[int], before: str, after: str
) -> None:
    text = before + json.dumps(value, ensure_ascii=ascii_only) + after
    assert read(cut(text, at)) == (texts(value), True)
    assert read(text) == (texts(value), True)


def test_text_is_given_as_it_comes() -> None:
    reader = JsonReader()
    assert list(reader.feed('{"subject": "Sat')) == [(("subject",), "Sat")]
    assert list(reader.feed("urday")) == [(("subject",), "urday")]
    assert not reader.done


@pytest.mark.parametrize(
    "pieces",
    [
        ['{"a": "\ud83d', '\ude00"}'],  # a server that cuts between the halves of a character
        ['{"a": "\\ud83d', '\\ude00"}'],
        ['{"a": "\\ud8', "3d\\u", 'de00"}'],
        ['{"a": "\\', "ud83d\\ude0", '0"}'],
    ],
)
def test_a_character_in_two_halves_is_one(pieces: list[str]) -> None:
    assert read(pieces) == ({("a",): "😀"}, True)


def test_half_a_character_is_marked() -> None:
    assert read(['{"a": "x\\ud83d y"}']) == ({("a",): "x\ufffd y"}, True)
    assert read(['{"a": "x\ud83d y"}']) == ({("a",): "x\ufffd y"}, True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": "one\ntwo"}', {("a",): "one\ntwo"}),
        ('{"a": ["x", ], }', {("a", 0): "x"}),
        ('{"a": "it\\\'s \\$5"}', {("a",): "it's $5"}),
        ('{"a": 12.5, "b": null, "c": true}', {("a",): "12.5"}),
    ],
)
def test_what_models_write_by_mistake_is_taken_as_meant(text: str, found: dict[Steps, str]) -> None:
    assert read([text]) == (found, True)


@pytest.mark.parametrize(
    "text", ["", "no braces", "{ not json }", "<think>forever {", '{"a": "open', '{"a": {']
)
def test_an_unfinished_object_is_not_done(text: str) -> None:
    assert not read([text])[1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a" 1}', "there is 1 where a colon belongs"),
        ('{"a": [}', "there is } where a value belongs"),
        ('{"a": nope}', '"nope" is no value'),
        ('{"a": 1]', "there is ] where another bracket closes"),
        ('{"a": "x" "b"}', 'there is " where a comma belongs'),
        ('{"a": ' + "[" * 20, "nested too deep"),
    ],
)
def test_what_is_not_json_is_told(text: str, said: str) -> None:
    with pytest.raises(Malformed, match=said.replace("[", r"\[")):
        read([text])
