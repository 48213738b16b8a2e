"""Reads numbers, in figures and in words: 1½, 2 300, twenty-three hundred, a third."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from copykit.checks.units import (
    COMPARED,
    COUNTED,
    CUT,
    FRACTIONS,
    HALF_OF,
    MEASURES,
    SCALES,
    SMALL,
    SYMBOLS,
    TIMES,
)

__all__ = ["HALVES", "MULTIPLIERS", "VULGAR", "Number", "Numbers", "Token"]

MULTIPLIERS = frozenset("twice thrice double doubles doubled triple triples tripled".split())
HALVES = frozenset("halve halves halved halving".split())
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5,
    "⅘": 4 / 5, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
_SOONER = frozenset("earlier sooner faster quicker".split())
_BY_SO_MUCH = frozenset("less more lighter heavier".split())
_SAVES = frozenset("save saves saving".split())
_COINS = frozenset("pound pounds dollar dollars euro euros".split())
_AFTER_PRICE = frozenset("for a per each from and".split())
_WHICH_HALF = frozenset("first second other better latter last".split())


class Token(NamedTuple):
    """A word, a number or a mark, in lower case, with its span in the text."""

    text: str
    start: int
    end: int


class Number(NamedTuple):
    """A number, and the token after its last one."""

    value: float
    last: int
    word: bool
    about: bool = False
    percent: bool = False


class Numbers:
    """Reads the numbers of one sentence."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.words = [token.text for token in tokens]

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def joined(self, at: int) -> bool:
        """Whether a token stands right after the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end

    def number(self, at: int) -> Number | None:
        word = self.word(at)
        if not word:
            return None
        if word[0].isdecimal():
            value, last = float(word.replace(",", "")), at + 1
            if self.word(last) in VULGAR and self.joined(last):
                return Number(value + VULGAR[self.word(last)], last + 1, False)
            if self.is_thousands(at):
                return Number(1000 * value + float(self.words[last]), last + 1, False)
            scale = self.word(last)
            if scale in SCALES and (len(scale) > 2 or self.joined(last)):
                # "10M" are millions; "10m" are metres, but for money.
                millions = self.text[self.tokens[last].start] == "M"
                if scale == "m" and not (millions or self.money_before(at)):
                    return Number(value, last, False)
                return Number(value * SCALES[scale], last + 1, False)
            return Number(value, last, False)
        return self.number_in_words(at)

    def is_thousands(self, at: int) -> bool:
        """Whether a space parts the thousands of a number: "2 300 shops"."""
        here, after = self.words[at], self.word(at + 1)
        return (
            len(after) == 3
            and after.isdecimal()
            and here.isdecimal()
            and len(here) <= 3
            and here[0] != "0"
            and self.tokens[at + 1].start == self.tokens[at].end + 1
            and self.word(at + 2)[:1].isalpha()
            and not self.word(at - 1)[:1].isdecimal()
        )

    def number_in_words(self, at: int) -> Number | None:
        word = self.word(at)
        if word in VULGAR:
            fits = self.word(at + 1) in ("off", "price", "of", "the", "less", "more", "fewer")
            return Number(100 * VULGAR[word], at + 1, True, False, True) if fits else None
        if (
            word == "half"
            and self.word(at + 1) == "a"
            and self.word(at + 2) in ("million", "billion", "dozen")
        ):
            return Number(SCALES[self.word(at + 2)] / 2, at + 3, True)
        if word == "half" and self.words[at + 1 : at + 3] == ["a", "percent"]:
            return Number(0.5, at + 2, True)
        if word in ("a", "an"):
            after = self.word(at + 1)
            if after in ("hundred", "thousand", "million", "billion", "dozen"):
                return Number(SCALES[after], at + 2, True)
            share = (
                self.word(at + 2) in ("of", "off", *COMPARED)
                or (self.word(at - 1) in _SAVES and self.word(at + 2) == "on")
                or "by" in self.words[max(0, at - 2) : at]
            )
            if after in TIMES and self.words[at + 2 : at + 5] == ["and", "a", "half"]:
                return Number(1.5, at + 1, True)
            if after in FRACTIONS and after != "half" and share:
                return Number(FRACTIONS[after], at + 2, True, True, True)
            # "A fortnight", "a month earlier", "a kilo less", but not the rate of "11 hours a week less".
            before = self.word(at - 1)
            degrees = _SOONER if after in TIMES else _BY_SO_MUCH
            more = (
                self.word(at + 2) in degrees and (after in TIMES or after in MEASURES) and before not in TIMES
            )
            upto = self.words[max(0, at - 2) : at] == ["up", "to"] and after in TIMES
            more = more or (
                before == "than" and after in TIMES and "never" in self.words[max(0, at - 6) : at]
            )
            century = after == "century" and before in ("over", "than", "nearly", "almost")
            if (
                upto
                or century
                or after in ("fortnight", "decade")
                or more
                or (before in COUNTED and after in TIMES)
            ):
                return Number(1, at + 1, True)
            return None
        # "Within the hour" is within one.
        if word == "within":
            the = self.word(at + 1) == "the" and self.word(at + 2) in ("hour", "day", "week")
            return Number(1, at + 2, True) if the else None
        if word == "half":
            before, after = self.word(at - 1), self.word(at + 1)
            near = after in ("of", "the", "our", "your", "as", "price") or (
                before in ("in", "by") and after != "-"
            )
            # "Drop by more than half".
            near = near or self.words[max(0, at - 3) : at] == ["by", "more", "than"]
            # "The second half of the day" is no share.
            if before in _WHICH_HALF:
                return None
            # "Half of it is habit": nobody has counted.
            if after == "of" and self.word(at + 2) in ("it", "that", "this"):
                return None
            if after in ("a", "an") and self.word(at + 2) in ("day", "hour"):
                return Number(0.5, at + 2, True)
            # "Half the fun" is a way of speaking; what is folded in half is paper.
            if before == "in" and self.words[at + 1 : at + 3] == ["the", "time"]:
                return Number(50, at + 1, True, False, True)
            if self.word(at + 2) in HALF_OF or (before == "in" and CUT.isdisjoint(self.words[:at])):
                return None
            return Number(50, at + 1, True, False, True) if near else None
        if word in HALVES:
            fits = self.word(at + 1) in ("the", "your", "our", "their", "what")
            return Number(50, at + 1, True, False, True) if fits else None
        if word in ("twice", "thrice", "double", "doubles", "doubled", "triple", "triples", "tripled"):
            after = self.word(at + 1)
            fits = after in ("as", "the", "your", "our", "their") and self.word(at + 2) != "check"
            return Number(3 if word[:3] in ("thr", "tri") else 2, at + 1, True) if fits else None
        total, current, last, seen = 0.0, 0.0, at, False
        while True:
            word = self.word(last)
            if word in SMALL:
                # "five two": two numbers side by side are not one.
                if (
                    seen
                    and not (current % 100 >= 20 and current % 10 == 0 and 0 < SMALL[word] < 10)
                    and (current % 100 or not (current or total))
                ):
                    break
                current += SMALL[word]
            elif word == "hundred" and seen:
                current = (current or 1) * 100
            elif word in ("thousand", "million", "billion", "dozen") and seen:
                total += (current or 1) * SCALES[word]
                current = 0
            elif (
                word == "-"
                and seen
                and self.joined(last)
                and self.word(last + 1) in SMALL
                and current % 100 >= 20
            ) or (word == "and" and seen and current >= 100 and self.word(last + 1) in SMALL):
                pass
            else:
                break
            seen = seen or word in SMALL
            last += 1
        if not seen:
            return None
        value = total + current
        if self.words[last : last + 3] == ["and", "a", "half"]:
            return Number(value + 0.5, last + 3, True)
        joint = last + 1 if self.word(last) == "-" else last
        if self.word(joint) in FRACTIONS and self.word(joint) not in ("half",) and value < 10:
            part = self.word(joint)
            by = "by" in self.words[max(0, at - 2) : at]
            if by or self.word(joint + 1) in ("of", "less", "fewer", "more", "faster", "the"):
                return Number(value * FRACTIONS[part], joint + 1, True, True, True)
        return Number(value, last, True)

    def compound(self, number: Number, scale: float, end: int) -> tuple[Number, int]:
        """A length of two units as one: "1 h 30 min", "six weeks and three days"."""
        at = end + 1 if self.word(end) == "and" else end
        more = self.number(at) if at < len(self.words) else None
        unit = TIMES.get(self.word(more.last)) if more else None
        if more is None or unit is None or unit[0] != "time" or not unit[1] < scale:
            return number, end
        if more.value * unit[1] >= scale:
            return number, end
        value = number.value + more.value * unit[1] / scale
        # As if rounded: no other number takes its place without its units.
        return number._replace(value=value, about=True), more.last + 1

    def and_pence(self, number: Number, end: int) -> tuple[Number, int]:
        """A price said as it is spoken, as one: "three pounds ninety"."""
        more = self.number(end) if number.word and self.word(end - 1) in _COINS else None
        if more is None or not more.word or not 1 <= more.value < 100:
            return number, end
        after = self.word(more.last)
        if after[:1].isalpha() and after not in _AFTER_PRICE:
            return number, end
        value = round(number.value + more.value / 100, 2)
        return number._replace(value=value, last=more.last), more.last

    def money_before(self, at: int) -> bool:
        return self.word(at - 1) in SYMBOLS and self.joined(at)
