"""What is kept of words has bounds, whatever texts come by."""

from __future__ import annotations

from copykit.text.by_word import LONGEST, MOST_KEPT, by_word


def test_a_word_is_read_once() -> None:
    read: list[str] = []

    @by_word
    def size(word: str) -> int:
        read.append(word)
        return len(word)

    assert [size("one"), size("three"), size("one")] == [3, 5, 3]
    assert read == ["one", "three"]


def test_what_is_no_word_is_not_kept() -> None:
    read: list[str] = []

    @by_word
    def size(word: str) -> int:
        read.append(word)
        return len(word)

    blob = "x" * (LONGEST + 1)
    assert size(blob) == size(blob) == LONGEST + 1
    assert read == [blob, blob]


def test_a_full_table_begins_anew() -> None:
    read: list[str] = []

    @by_word
    def size(word: str) -> int:
        read.append(word)
        return len(word)

    for number in range(MOST_KEPT + 1):
        size(str(number))
    assert size("0") == 1
    assert read[-1] == "0"
