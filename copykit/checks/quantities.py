"""Reads quantities out of a sentence and brings them to one form: 11h, eleven hours and 11 hours are one.

Numbers that promise nothing (years, phone numbers, versions, steps, addresses) are not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, repeat
from typing import NamedTuple

from copykit.checks.moments import MONTHS, moments
from copykit.checks.number_reading import HALVES, MULTIPLIERS, VULGAR, Number, Numbers, Token
from copykit.checks.silent import SILENT, SILENT_WORDS
from copykit.checks.units import (
    AFTER_TIMES,
    BEFORE_YEAR,
    CODES,
    COINS,
    DOLLARS,
    FRACTIONS,
    MEASURES,
    NOT_A_NOUN,
    PEOPLE,
    SCALES,
    SMALL,
    SYMBOLS,
    TIMES,
)
from copykit.text.by_word import by_word
from copykit.text.inflect import bases

__all__ = ["HINTS", "Quantity", "Token", "first_word", "is_coined", "read_quantities", "stem", "tokens_of"]


class Quantity(NamedTuple):
    """A number with its unit.

    Attributes:
        unit: `percent`, `time` (in seconds), `months`, `workdays`, `money:USD`, `times`, `stars`, `date`
            (100 × month + day), `clock` (minutes after midnight), a measure (`kg`), or `count`.
        value: in that unit.
        start: where it begins in the text, sign and unit included.
        end: one past where it ends.
        number: the span of the number alone.
        noun: the stem of what is counted, for a count.
        about: whether the value was rounded in words ("a third").
        word: whether the number was written in words.
        scale: what one of the written unit is worth (3600 for an hour).
        first: the index of its first token.
        last: the index of the token after its last one.
    """

    unit: str
    value: float
    start: int
    end: int
    number: tuple[int, int]
    noun: str
    about: bool
    word: bool
    scale: float
    first: int
    last: int

    def same(self, other: Quantity) -> bool:
        """Whether both say the same, however they are written."""
        if self.unit != other.unit:
            return False
        slack = 0.5 if self.about or other.about else 1e-6
        return abs(self.value - other.value) <= slack


_WORD = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_TOKEN = re.compile(rf"{_WORD.pattern}|[^\w\s]")
# The first way is for plain words, which the engine reads fastest.
_TOKENS = re.compile(rf"([a-z]++(?!['’]|[^\x00-\x7f])|{_TOKEN.pattern})")
_SPAN = re.Match.span
_COINED = re.compile(r"([^\W\d_]+)\d+[^\W\d_]*|\d+([^\W\d_]+)")
_NEW = tuple.__new__  # half the cost of Token's own
_YEAR = re.compile(r"(?:19|20)\d\d")
_IS = frozenset("it's that's there's here's he's she's what's who's let's".split())  # no plurals


@by_word
def stem(word: str) -> str:
    """What a word in lower case is a form of, so that "refills" and "refilled" are one."""
    return bases(word)[0].removesuffix("'s").removesuffix("’s")


@by_word
def is_coined(run: str) -> bool:
    """Whether a run of letters and digits in lower case is a name such as B2B or 18F, and no number.

    After the sign of a currency the second kind is a number all the same.
    """
    coined = _COINED.fullmatch(run)
    return coined is not None and coined.group(1) not in CODES and coined.group(2) not in _GLUED


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words, numbers and marks of a span of a text, in lower case."""
    stop = len(text) if end is None else end
    said = text[start:stop].lower()
    if len(said) != stop - start:  # a letter whose small form is two
        return [
            Token(match.group().lower(), match.start(), match.end())
            for match in _TOKEN.finditer(text, start, stop)
        ]
    # What the pattern splits off and what lies between by turns: so no match is made into an object.
    pieces = _TOKENS.split(said)
    places = list(accumulate(map(len, pieces), initial=start))
    return list(map(_NEW, repeat(Token), zip(pieces[1::2], places[1:-1:2], places[2::2], strict=True)))


def first_word(text: str, start: int, end: int) -> str:
    """The first word or number of a span of a text, in lower case; empty where it has none."""
    found = _WORD.search(text, start, end)
    return found.group().lower() if found else ""


def read_quantities(text: str, tokens: Sequence[Token], *, currency: str = "USD") -> list[Quantity]:
    """The quantities of one sentence, in order.

    Args:
        text: the whole text, for capitals and for what stands side by side.
        tokens: the sentence's tokens, as `tokens_of` gives them.
        currency: what a bare "$" or "p" means: the brand's currency where it fits.
    """
    if not tokens:
        return []
    found: list[Quantity] = []
    words = [token.text for token in tokens]
    figures = [index for index, word in enumerate(words) if word[0].isdecimal()]
    starts = [index for index, word in enumerate(words) if word in STARTS]
    starts += [
        index
        for index, word in enumerate(words[:-1])
        if word in _ARTICLES and words[index + 1] in _AFTER_ARTICLES
    ]
    if figures:
        starts += figures
    if not starts:
        return []
    starts.sort()
    if figures:
        start, end = tokens[0].start, tokens[-1].end
        found += _dates_and_clocks(text, start, end, tokens)
        reader = _Reader(text, tokens, currency, [(one.start, one.end) for one in found])
    else:
        reader = _Reader(text, tokens, currency, None)
    done = 0
    for at in starts:
        if at >= done and (quantity := reader.quantity(at)):
            found += quantity
            done = quantity[-1].last
    return sorted(found, key=lambda one: one.start)


def _dates_and_clocks(text: str, start: int, end: int, tokens: Sequence[Token]) -> list[Quantity]:
    found = []
    for unit, value, low, high in moments(text, start, end):
        first = next((index for index, token in enumerate(tokens) if token.end > low), 0)
        last = next((index for index, token in enumerate(tokens) if token.start >= high), len(tokens))
        found.append(Quantity(unit, value, low, high, (low, high), "", False, False, 1, first, last))
    return found


class _Reader(Numbers):
    """Reads quantities at a token of one sentence."""

    def __init__(
        self, text: str, tokens: Sequence[Token], currency: str, dates: list[tuple[int, int]] | None
    ) -> None:
        """`dates`: the spans of dates and times of day; None where the sentence has no figure."""
        super().__init__(text, tokens)
        self.currency = currency
        self.dates = dates

    @cached_property
    def silent(self) -> list[tuple[int, int]]:
        """What promises nothing; looked for only once there is something that it could silence."""
        if self.dates is None:
            return []
        start, end = self.tokens[0].start, self.tokens[-1].end
        if not self.may_be_silent():
            return self.dates
        return [*self.dates, *map(_SPAN, SILENT.finditer(self.text, start, end))]

    def may_be_silent(self) -> bool:
        """Whether the sentence has what every pattern of silent numbers wants one of."""
        words, tokens = self.words, self.tokens
        if tokens[0].start <= 1 or not SILENT_WORDS.isdisjoint(words) or "." in words[:-1]:
            return True
        for at, word in enumerate(words):
            # "B2B", "020 7946 0958", a ZIP code.
            before = words[at - 1][-1] if at else ""
            if word[0].isdecimal() and (
                len(word) > 4 or before.isdecimal() or (before.isalpha() and self.joined(at))
            ):
                return True
        return False

    def quantity(self, at: int) -> list[Quantity]:
        word = self.words[at]
        number = self.number(at)
        if number is None:
            return []
        first = at
        second: Number | None = None
        last = number.last
        # A range: both ends get the unit that follows the second.
        if self.word(last) in ("-", "–", "—", "to") and (self.word(last) != "-" or self.joined(last)):
            second = self.number(last + 1)
            if second and second.value <= number.value:
                second = None
            if second:
                last = second.last
        unit, scale, first, end = self.unit(second or number, first, last)
        if unit is None:
            return []
        noun = ""
        if unit == "count":
            noun, end = self.noun(end)
            if at and self.acronym(at - 1) and not self.joined(at):
                return []
            if _YEAR.fullmatch(word) and (not noun or self.names_a_year(at)):
                return []
        token = self.tokens[at]
        if any(low < token.end and token.start < high for low, high in self.silent):
            return []
        if unit == "time" and second is None:
            number, end = self.compound(number, scale, end)
        if unit.startswith("money:") and second is None and scale == 1:
            number, end = self.and_pence(number, end)
        made = [self.make(number, at, unit, scale, first, end, noun)]
        if second:
            made.append(self.make(second, number.last + 1, unit, scale, first, end, noun))
        return made

    def names_a_year(self, at: int) -> bool:
        """Whether what may be a year is one: "in 2014", "May 2016", "the 2014 Fellows"."""
        before = self.word(at - 1)
        if before in BEFORE_YEAR or before in _MONTH_WORDS:
            return True
        # "2000 shops", "more than 2000 shops", but "what 2016 brings".
        return at > 0 and before not in _BEFORE_COUNT and before.isalpha()

    def figure(self, first: int, last: int) -> bool:
        """Whether a number is one token in figures, as in "4 h"."""
        return last == first + 1 and self.word(first)[0].isdecimal()

    def acronym(self, at: int) -> bool:
        """Whether a token stands in capitals, as in SOC 2; a line all in capitals tells nothing."""
        said = self.text[self.tokens[at].start : self.tokens[at].end]
        return (
            2 <= len(said) <= 6
            and said.isupper()
            and any(
                self.text[token.start : token.end].islower() for token in self.tokens if token.text.isalpha()
            )
        )

    def make(
        self, number: Number, at: int, unit: str, scale: float, first: int, end: int, noun: str
    ) -> Quantity:
        start, stop = self.tokens[first].start, self.tokens[end - 1].end
        span = (self.tokens[at].start, self.tokens[number.last - 1].end)
        value = round(number.value * scale, 4)
        return Quantity(unit, value, start, stop, span, noun, number.about, number.word, scale, first, end)

    def dollar(self) -> str:
        return self.currency if self.currency in DOLLARS.values() else "USD"

    def unit(self, number: Number, first: int, last: int) -> tuple[str | None, float, int, int]:
        """The unit, its scale, and the first token and the one after the last of the whole quantity."""
        if number.percent:
            return "percent", 1, first, last
        before, after = self.word(first - 1), self.word(last)
        if self.words[first] in MULTIPLIERS:
            return "times", 1, first, last
        if before in SYMBOLS and self.joined(first):
            symbol = SYMBOLS[before]
            start = first - 1
            if symbol == "$":
                symbol = self.dollar()
                if self.joined(first - 1) and self.word(first - 2) in DOLLARS:
                    symbol, start = DOLLARS[self.word(first - 2)], first - 2
            if after in CODES:
                return f"money:{after.upper()}", 1, start, last + 1
            return f"money:{symbol}", 1, start, last
        if before in CODES and len(before) == 3:
            return f"money:{before.upper()}", 1, first - 1, last
        if before == "#" or (before in ("no", "number") or (before == "." and self.word(first - 2) == "no")):
            return None, 1, first, last
        if before and self.joined(first) and before[-1].isalpha():
            return None, 1, first, last
        if after == "+" and self.joined(last):
            last += 1
            after = self.word(last)
        if after in ("%", "percent", "pct", "percentage"):
            return "percent", 1, first, last + 1
        if after == "-" and self.joined(last) and self.word(last + 1) == "percent":
            return "percent", 1, first, last + 2
        if after in ("★", "⭐"):
            return "stars", 1, first, last + 1
        if after == "per" and self.word(last + 1) == "cent":
            return "percent", 1, first, last + 2
        if after in ("in", "out", "of", "star", "stars") and (parts := self.one_in(number, last)):
            return parts[0], parts[1], first, parts[2]
        # "Nine cases in ten".
        if 1 < number.value < 100 and self.word(last + 1) == "in" and after.isalpha() and after not in TIMES:
            whole = self.number(last + 2)
            if (
                whole
                and number.value < whole.value
                and whole.value in (3, 4, 5, 10, 100)
                and not self.word(whole.last)[:1].isalpha()
            ):
                return "percent", 100 / whole.value, first, whole.last
        # "One parcel in 900", but not "one day in June" or "one shop in 2024".
        if number.value == 1 and self.word(last + 1) == "in" and after.isalpha() and after not in TIMES:
            whole = self.number(last + 2)
            great = whole is not None and 3 <= whole.value <= 1_000_000 and not 1900 <= whole.value <= 2100
            if whole and great and self.word(whole.last) not in TIMES:
                return "percent", 100 / whole.value, first, whole.last
        if after == "/" and self.joined(last):
            other = self.word(last + 1)
            if other == "7" and number.value == 24:
                return "24/7", 1, first, last + 2
            return (
                ("stars", 5 / float(other), first, last + 2)
                if other in ("5", "10", "5.0", "10.0") and number.value <= 10
                else (None, 1, first, last)
            )
        if after in COINS and (after != "p" or self.joined(last)):
            code, scale = COINS[after]
            return f"money:{self.dollar() if code == '$' else code}", scale, first, last + 1
        if after in CODES:
            return f"money:{after.upper()}", 1, first, last + 1
        if after == "pounds" and self.currency == "GBP":
            return "money:GBP", 1, first, last + 1
        if before in _RATES and 0 < number.value <= 10 and number.value % 1 and after not in _RATES:
            return "stars", 1, first, last
        if after in ("x", "×") and (self.joined(last) or after == "×"):
            if self.word(last + 1)[:1].isdecimal():
                return None, 1, first, last
            return "times", 1, first, last + 1
        at = last + 1 if after == "-" and self.joined(last) and self.joined(last + 1) else last
        return self.named_unit(first, last, at)

    def one_in(self, number: Number, last: int) -> tuple[str, float, int] | None:
        """ "one in five", "nine out of ten": a share; "4.8 out of 5" and "5 stars out of 5": stars."""
        at = last + 1 if self.word(last) in ("star", "stars") else last
        starred = at > last
        at += 2 if self.words[at : at + 2] == ["out", "of"] else 1
        # "One of ten agencies" is one of them.
        if number.value == 1 and self.words[last] == "of" and self.word(last + 1) != "every":
            return None
        # "Nine of every ten".
        at += self.word(at) == "every"
        article = self.word(at) in ("a", "an") and self.word(at + 1) not in ("hundred", "thousand")
        whole = self.number(at) if self.word(at) and not article else None
        if whole is None or self.word(whole.last) in TIMES:
            return None
        rated = starred or number.value % 1 or not _RATES.isdisjoint(self.words)
        if self.word(at - 1) == "of" and rated and whole.value in (5, 10) and number.value <= whole.value:
            return "stars", 5 / whole.value, whole.last
        if (
            starred
            or (self.words[last] == "of" and whole.value not in (10, 100))
            or not number.value < whole.value + (whole.value >= 10) <= 1_000_000
        ):
            return None
        if self.word(at - 1) == "of" and self.word(whole.last) in ("stars", "star"):
            return None
        return "percent", 100 / whole.value, whole.last

    def named_unit(self, first: int, last: int, at: int) -> tuple[str | None, float, int, int]:
        """A unit that is a word, after a space or a hyphen."""
        name = self.word(at)
        if name in ("business", "working", "work") and self.word(at + 1) in ("day", "days"):
            return "workdays", 1, first, at + 2
        # "Thirty free days."
        if name == "free" and len(self.word(at + 1)) > 2 and self.word(at + 1) in TIMES:
            unit, scale = TIMES[self.word(at + 1)]
            return unit, scale, first, at + 2
        if name in TIMES and (len(name) > 1 or self.joined(at) or self.figure(first, last)):
            unit, scale = TIMES[name]
            # "An hour and a half" ends with its half.
            half = self.words[first] in ("a", "an") and self.words[at + 1 : at + 4] == ["and", "a", "half"]
            return unit, scale, first, at + 4 if half else at + 1
        if name == "times":
            return ("times", 1, first, at + 1) if self.word(at + 1) in AFTER_TIMES else (None, 1, first, last)
        if name == "fold":
            return "times", 1, first, at + 1
        if name in ("star", "stars"):
            return "stars", 1, first, at + 1
        if name in MEASURES and (len(name) > 1 or name == "g" or self.joined(at)):
            return MEASURES[name], 1, first, at + 1
        # "18F" is a name.
        if name[:1].isalpha() and self.joined(at) and at == last:
            return None, 1, first, last
        return "count", 1, first, last

    def noun(self, last: int) -> tuple[str, int]:
        """The stem of what is counted, and the token after it: the first plural within three words."""
        at = last + 1 if self.word(last) == "-" and self.joined(last) else last
        if self.word(at) == "of":
            return "", last
        for index in range(at, min(at + 3, len(self.words))):
            word = self.words[index]
            if not word[0].isalpha() or word in NOT_A_NOUN or word.replace("’", "'") in _IS:
                break
            if word in PEOPLE or (
                len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
            ):
                return stem(word), index + 1
        word = self.word(at)
        return (stem(word), at + 1) if at > last and word[:1].isalpha() else ("", last)


# Words that may begin a quantity, and those that stand in a sentence which has one written in words.
_RATES = frozenset("rate rates rated rating ratings score scores scored star stars".split())
_BEFORE_COUNT = frozenset(
    "than over nearly almost about around roughly some all our has have run runs serve serves join with"
    " by only"
    " just under the these those".split()
)
_MONTH_WORDS = frozenset(name.lower() for month in MONTHS for name in (month, month[:3]))
STARTS = frozenset({*SMALL, *MULTIPLIERS, *HALVES, *VULGAR, "half", "within"})
# "A dozen", "a third", "within a day", "a kilo less".
_ARTICLES = frozenset(("a", "an"))
_AFTER_ARTICLES = frozenset((*SCALES, *FRACTIONS, *TIMES, *MEASURES))
HINTS = STARTS | frozenset(
    "hundred thousand million billion dozen third quarter fifth tenth under save"
    " saves saved saving fortnight decade earlier sooner".split()
)
_OTHER_UNITS = "x times fold star stars percent pct a am pm st nd rd th in out of".split()
# Letters that may stand right after a figure and tell what it counts.
_GLUED = frozenset((*TIMES, *MEASURES, *SCALES, *COINS, *CODES, *_OTHER_UNITS))
