"""Reads JSON while it arrives: gives each string value's text, piece by piece, with its path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

__all__ = ["JsonReader", "Malformed", "Steps"]

# Where a value stands: keys of objects, numbers of list items.
Steps: TypeAlias = tuple[str | int, ...]

MOST_DEEP = 12  # an answer is three levels deep; more is no answer
# An object begins with a key or ends at once; a brace in the prose before it does neither.
_START = re.compile(r'\{(?=\s*["}])')
_MAYBE_START = re.compile(r"\{\s*\Z")
_SPACE = " \t\r\n\ufeff"
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_STRING_STOP = re.compile(r'["\\]')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


class Malformed(ValueError):
    """The text is not JSON; its message says what is wrong, as the end of a sentence."""


class JsonReader:
    """Takes the text of one JSON object in pieces of any size.

    Prose, a code fence or a reasoning model's `<think>` block before the object, and anything after it,
    is passed over. Real line breaks within strings, unknown escapes and a comma before a closing bracket
    are taken as meant, since models write them.
    """

    def __init__(self) -> None:
        self._pending = ""  # text that can't be read before more comes
        self._half = ""  # the first half of a surrogate pair
        self._stack: list[str | int] = []  # per open object its key so far, per open list the item's number
        self._expects = "start"
        self._string: list[str] | None = None  # a key being read
        self._scalar = ""

    @property
    def started(self) -> bool:
        """Whether the object has begun."""
        return self._expects != "start"

    @property
    def done(self) -> bool:
        """Whether the object is complete."""
        return self._expects == "nothing"

    @property
    def open(self) -> Steps:
        """Where the value stands that is being read; () between two values of the object itself."""
        within = len(self._stack) > 1 or self._expects in ("string", "scalar")
        return tuple(self._stack) if within and not self.done else ()

    def feed(self, text: str) -> Iterator[tuple[Steps, str]]:
        """The pieces of string values in a further piece of the text.

        Raises:
            Malformed: where it stops being JSON.
        """
        text = self._pending + self._whole_pairs(text)
        self._pending = ""
        if self._expects == "start":
            text = self._after_prose(text)
        at = 0
        while at < len(text) and self._expects != "nothing":
            if self._expects in ("string", "key-string"):
                at, piece = self._read_string(text, at)
                if piece:
                    yield tuple(self._stack), piece
            elif self._expects == "scalar" and text[at] in ",]}" + _SPACE:
                if piece := self._end_scalar():
                    yield tuple(self._stack), piece
            elif self._expects == "scalar":
                self._scalar += text[at]
                at += 1
            else:
                if text[at] not in _SPACE:
                    self._step(text[at])
                at += 1

    def _whole_pairs(self, text: str) -> str:
        """The text with its surrogate pairs joined; a first half at the end is held back for the second."""
        text, self._half = self._half + text, ""
        if text and "\ud800" <= text[-1] <= "\udbff":
            text, self._half = text[:-1], text[-1]
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return text

    def _after_prose(self, text: str) -> str:
        """The text from the object's brace on; "" while it has not come."""
        begins = text.lstrip()
        if begins.startswith("<think>"):
            _, end, rest = text.partition("</think>")
            if not end:
                self._pending = text
                return ""
            text = rest
        elif "<think>".startswith(begins):
            self._pending = text
            return ""
        found = _START.search(text)
        if found is None:
            maybe = _MAYBE_START.search(text)
            # A letter stays in front, so that a late "<think>" is not taken for the answer's beginning.
            self._pending = "." + text[maybe.start() :] if maybe else "."
            return ""
        self._expects = "value"
        return text[found.start() :]

    def _step(self, letter: str) -> None:
        """One structural character."""
        if self._expects == "value" or (self._expects == "item" and letter != "]"):
            self._begin_value(letter)
        elif self._expects == "key" and letter == '"':
            self._string, self._expects = [], "key-string"
        elif self._expects == "colon" and letter == ":":
            self._expects = "value"
        elif letter in "}]" and self._stack and self._expects in ("key", "item", "comma"):
            if (letter == "]") != isinstance(self._stack[-1], int):
                raise Malformed(f"there is {letter} where another bracket closes")
            self._stack.pop()
            self._after_value()
        elif self._expects == "comma" and letter == ",":
            last = self._stack[-1]
            if isinstance(last, int):
                self._stack[-1] = last + 1
                self._expects = "item"
            else:
                self._expects = "key"
        else:
            raise Malformed(f"there is {letter} where a {self._expects} belongs")

    def _begin_value(self, letter: str) -> None:
        if letter == '"':
            self._expects = "string"
        elif letter == "{":
            self._stack.append("")
            self._expects = "key"
        elif letter == "[":
            self._stack.append(0)
            self._expects = "item"
        elif letter in "}],:":
            raise Malformed(f"there is {letter} where a value belongs")
        else:
            self._scalar, self._expects = letter, "scalar"
        if len(self._stack) > MOST_DEEP:
            raise Malformed("it is nested too deep")

    def _after_value(self) -> None:
        self._expects = "comma" if self._stack else "nothing"

    def _end_scalar(self) -> str:
        scalar, self._scalar = self._scalar, ""
        self._after_value()
        if _NUMBER.fullmatch(scalar):
            return scalar
        if scalar in ("null", "true", "false"):
            return ""
        raise Malformed(f'"{scalar[:20]}" is no value')

    def _read_string(self, text: str, at: int) -> tuple[int, str]:
        """Reads on in a string; where it goes on and the piece read, which is empty for a key."""
        pieces: list[str] = []
        while at < len(text):
            stop = _STRING_STOP.search(text, at)
            if stop is None:
                pieces.append(text[at:])
                at = len(text)
            elif stop.group() == '"':
                pieces.append(text[at : stop.start()])
                at = stop.end()
                self._end_string("".join(pieces))
                return at, "" if self._expects == "colon" else "".join(pieces)
            else:
                pieces.append(text[at : stop.start()])
                at = stop.start()
                meant = _escape(text, at)
                if meant is None:
                    self._pending, at = text[at:], len(text)
                    break
                length, letter = meant
                pieces.append(letter)
                at += length
        piece = "".join(pieces)
        if self._string is not None:
            self._string.append(piece)
            return at, ""
        return at, piece

    def _end_string(self, piece: str) -> None:
        if self._string is None:
            self._after_value()
            return
        self._stack[-1] = "".join([*self._string, piece])
        self._string, self._expects = None, "colon"


def _escape(text: str, at: int) -> tuple[int, str] | None:
    """Length and meaning of the escape at a backslash; None when more text is needed."""
    if at + 1 >= len(text):
        return None
    letter = text[at + 1]
    if letter != "u":
        return 2, _ESCAPES.get(letter, letter)
    if at + 6 > len(text):
        return None
    unit = _unit(text, at)
    if unit is None:
        return 2, letter
    if not 0xD800 <= unit <= 0xDFFF:
        return 6, chr(unit)
    if unit <= 0xDBFF:
        rest = text[at + 6 : at + 12]
        if len(rest) < 6 and "\\u"[: len(rest)] == rest[:2]:
            return None
        second = _unit(text, at + 6) if rest[:2] == "\\u" else None
        if second is not None and 0xDC00 <= second <= 0xDFFF:
            return 12, chr(0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00))
    return 6, "\ufffd"


def _unit(text: str, at: int) -> int | None:
    try:
        return int(text[at + 2 : at + 6], 16)
    except ValueError:
        return None
