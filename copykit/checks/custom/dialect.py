"""Patterns as Vale takes them (.NET's dialect, written for Go) → patterns of Python's `re`.

Python wants what it can't express told: `NotPython` says why. Every repetition without an end gets one, so
that a pattern's time on a text grows with the text's length and not with its square (see cost.py).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache

__all__ = ["NotPython", "translate"]

_POSIX = {
    "alpha": "a-zA-Z", "digit": "0-9", "alnum": "a-zA-Z0-9", "upper": "A-Z", "lower": "a-z",
    "space": r"\s", "word": r"\w", "punct": r"!-/:-@\[-`{-~", "xdigit": "0-9A-Fa-f", "blank": r" \t",
    "ascii": r"\x00-\x7f", "cntrl": r"\x00-\x1f\x7f", "graph": "!-~", "print": " -~",
}  # fmt: skip
_FLAGS = re.compile(r"\(\?([imsx]*)(-[imsx]+)?([:)])")
_COUNT = re.compile(r"\{(\d+)(,?)(\d*)\}")
_CATEGORIES = frozenset(
    "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs".split()
)
_SCRIPTS = {
    "Latin": "LATIN ", "Greek": "GREEK ", "Cyrillic": "CYRILLIC ", "Han": "CJK UNIFIED ",
    "Hangul": "HANGUL ", "Hiragana": "HIRAGANA ", "Katakana": "KATAKANA ", "Arabic": "ARABIC ",
    "Hebrew": "HEBREW ", "Thai": "THAI ", "Devanagari": "DEVANAGARI ",
}  # fmt: skip
_GROUPS = ("(?:", "(?=", "(?!", "(?>", "(?(")
# Beyond these planes there are rare Han characters only, and they are all letters.
_LAST = 0x20000
_RARE = (0x20000, 0x323AF)


class NotPython(ValueError):
    """A pattern that Python's `re` can't take, with the reason."""


def translate(pattern: str, *, most: int) -> str:
    """Rewrites a pattern.

    Args:
        pattern: as in the rule's file.
        most: how often `*`, `+` and `{n,}` may repeat at most.

    Raises:
        NotPython: for what `re` has no words for.
    """
    return _Reader(pattern, most).read()


class _Reader:
    def __init__(self, pattern: str, most: int) -> None:
        self.pattern = pattern
        self.most = most
        self.at = 0
        self.made: list[str] = []
        # For each open group: the flags that were switched on inside it, to be closed at "|" and ")".
        self.flags: list[list[str]] = [[]]

    def read(self) -> str:
        pattern = self.pattern
        while self.at < len(pattern):
            letter = pattern[self.at]
            if letter == "\\":
                self.made.append(self._escape())
            elif letter == "[":
                self.made.append(self._class())
            elif letter == "(":
                self._open()
            elif letter == ")":
                if len(self.flags) == 1:
                    raise NotPython("a closing bracket without an opening one")
                self.made.append(")" * len(self.flags.pop()) + ")")
                self.at += 1
            elif letter == "|":
                again = self.flags[-1]
                self.made.append(")" * len(again) + "|" + "".join(again))
                self.at += 1
            elif letter in "*+{":
                self._repeat(letter)
            else:
                self.made.append(letter)
                self.at += 1
        if len(self.flags) > 1:
            raise NotPython("an opening bracket that is never closed")
        return "".join(self.made) + ")" * len(self.flags[0])

    def _repeat(self, letter: str) -> None:
        if letter != "{":
            self.made.append(f"{{{'01'[letter == '+']},{self.most}}}")
            self.at += 1
            return
        count = _COUNT.match(self.pattern, self.at)
        if not count:
            self.made.append(r"\{")
            self.at += 1
            return
        low, comma, high = count.groups()
        if comma and not high:
            self.made.append(f"{{{low},{max(int(low), self.most)}}}")
        else:
            self.made.append(count.group())
        self.at = count.end()

    def _open(self) -> None:
        pattern, at = self.pattern, self.at
        flags = _FLAGS.match(pattern, at)
        if flags and (flags.group(1) or flags.group(2)):
            opened = f"(?{flags.group(1)}{flags.group(2) or ''}:"
            self.made.append(opened)
            if flags.group(3) == ")":
                self.flags[-1].append(opened)
            else:
                self.flags.append([])
            self.at = flags.end()
            return
        if pattern.startswith("(?#", at):
            end = pattern.find(")", at)
            self.at = end + 1 if end > 0 else len(pattern)
            return
        for head in ("(?<=", "(?<!"):
            if pattern.startswith(head, at):
                self._look_behind(head)
                return
        named = re.compile(r"\(\?(?:P?<(\w+)>|'(\w+)')").match(pattern, at)
        if named:
            self.made.append(f"(?P<{named.group(1) or named.group(2)}>")
            self.at = named.end()
        elif pattern.startswith("(?", at):
            head = next(
                (one for one in ("(?:", "(?=", "(?!", "(?>", "(?(") if pattern.startswith(one, at)), ""
            )
            if not head:
                raise NotPython(f'there is no group "{pattern[at : at + 4]}…" in Python')
            self.made.append(head)
            self.at += len(head)
        else:
            self.made.append("(")
            self.at += 1
        self.flags.append([])

    def _look_behind(self, head: str) -> None:
        """Alternatives of different lengths, which Python can't look back for at once, one by one."""
        inner, self.at = _until_closed(self.pattern, self.at + len(head))
        parts = [translate(part, most=self.most) for part in _alternatives(inner)]
        if len(parts) == 1:
            self.made.append(f"{head}{parts[0]})")
        elif head == "(?<=":
            self.made.append("(?:" + "|".join(f"{head}{part})" for part in parts) + ")")
        else:
            self.made.append("".join(f"{head}{part})" for part in parts))

    def _escape(self, *, inside: bool = False) -> str:
        pattern, at = self.pattern, self.at
        if at + 1 >= len(pattern):
            raise NotPython("a backslash at the end")
        letter = pattern[at + 1]
        self.at += 2
        if letter in "pP":
            return self._category(negated=letter == "P", inside=inside)
        if letter == "x" and pattern.startswith("{", self.at):
            end = pattern.find("}", self.at)
            try:
                code = chr(int(pattern[self.at + 1 : end], 16))
            except (ValueError, OverflowError):
                raise NotPython("a character by a number that there is none of") from None
            self.at = end + 1
            return re.escape(code)
        if inside:
            if letter in "AzZGBkQE":
                raise NotPython(f'"\\{letter}" can\'t stand in brackets')
            return "\\x1b" if letter == "e" else f"\\{letter}"
        if letter == "z":
            return r"\Z"
        if letter == "Z":
            return r"(?=\n?\Z)"
        if letter == "e":
            return r"\x1b"
        if letter == "Q":
            end = pattern.find(r"\E", self.at)
            text = pattern[self.at : end if end >= 0 else len(pattern)]
            self.at = end + 2 if end >= 0 else len(pattern)
            return re.escape(text)
        if letter == "k":
            name = re.compile(r"[<'{](\w+)[>'}]").match(pattern, self.at)
            if name:
                self.at = name.end()
                return f"(?P={name.group(1)})"
        if letter.isascii() and letter.isalpha() and letter not in "AbBdDsSwWafnrtvxuN":
            raise NotPython(f'Python knows no "\\{letter}"')
        return f"\\{letter}"

    def _category(self, *, negated: bool, inside: bool) -> str:
        pattern = self.pattern
        if pattern.startswith("{", self.at):
            end = pattern.find("}", self.at)
            name = pattern[self.at + 1 : end] if end > 0 else ""
            self.at = end + 1
        else:
            name = pattern[self.at : self.at + 1]
            self.at += 1
        if name.startswith("^"):
            name, negated = name[1:], not negated
        ranges = _ranges(name, negated if inside else False)
        if inside:
            return ranges
        return f"[{'^' if negated else ''}{ranges}]"

    def _class(self) -> str:
        pattern = self.pattern
        made = ["["]
        self.at += 1
        if pattern.startswith("^", self.at):
            made.append("^")
            self.at += 1
        first = True
        while True:
            if self.at >= len(pattern):
                raise NotPython("an opening square bracket that is never closed")
            letter = pattern[self.at]
            posix = re.compile(r"\[:(\^?)(\w+):\]").match(pattern, self.at)
            if letter == "]" and not first:
                self.at += 1
                return "".join(made) + "]"
            first = False
            if posix:
                if posix.group(2) not in _POSIX or posix.group(1):
                    raise NotPython(f'there is no class "{posix.group()}" in Python')
                made.append(_POSIX[posix.group(2)])
                self.at = posix.end()
            elif letter == "\\":
                made.append(self._escape(inside=True))
            elif letter == "-" and pattern.startswith("-[", self.at) and len(made) > 1:
                raise NotPython("Python can't take one class from another ([a-z-[aeiou]])")
            else:
                # A later Python will read these, and two hyphens, as operations on sets.
                is_set = letter in "[&~|]" or (letter == "-" and made[-1] == "-")
                made.append(f"\\{letter}" if is_set else letter)
                self.at += 1


def _until_closed(pattern: str, start: int) -> tuple[str, int]:
    """The text of a group from its inside on, and where it ends."""
    depth, at, inside = 1, start, False
    while at < len(pattern):
        letter = pattern[at]
        if letter == "\\":
            at += 1
        elif inside:
            inside = letter != "]"
        elif letter == "[":
            inside = True
            at += pattern.startswith("^", at + 1)
            at += pattern.startswith("]", at + 1)
        elif letter in "()":
            depth += 1 if letter == "(" else -1
            if not depth:
                return pattern[start:at], at + 1
        at += 1
    raise NotPython("an opening bracket that is never closed")


def _alternatives(pattern: str) -> list[str]:
    """The parts of a pattern between its outermost bars."""
    parts, start, at, depth, inside = [], 0, 0, 0, False
    while at < len(pattern):
        letter = pattern[at]
        if letter == "\\":
            at += 1
        elif inside:
            inside = letter != "]"
        elif letter == "[":
            inside = True
            at += pattern.startswith("^", at + 1)
            at += pattern.startswith("]", at + 1)
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and not depth:
            parts.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*parts, pattern[start:]]


@lru_cache(maxsize=64)
def _ranges(name: str, negated: bool) -> str:
    """The ranges of letters of a Unicode category or script, to stand in a class."""
    script = _SCRIPTS.get(name.removeprefix("Is"))
    if name not in _CATEGORIES and not script:
        raise NotPython(f'there is no "\\p{{{name}}}" in Python')
    spans: list[tuple[int, int]] = []
    start = -1
    for code in range(_LAST + 1):
        if code == _LAST:
            is_in = False
        elif script:
            is_in = unicodedata.name(chr(code), "").startswith(script)
        else:
            is_in = unicodedata.category(chr(code)).startswith(name)
        if is_in:
            start = code if start < 0 else start
        elif start >= 0:
            spans.append((start, code - 1))
            start = -1
    if name in ("L", "Lo", "Han"):
        spans.append(_RARE)
    if negated:
        edges = [-1, *(edge for span in spans for edge in span), sys.maxunicode + 1]
        spans = [(low + 1, high - 1) for low, high in zip(edges[::2], edges[1::2], strict=True)]
    made = [
        f"\\U{low:08x}" if low == high else f"\\U{low:08x}-\\U{high:08x}"
        for low, high in spans
        if low <= high
    ]
    return "".join(made)
