"""How long a pattern may take at one place of a text, and which words a text must have for it to match.

A pattern that can read the same text in several ways tries them all before it gives up: `(a+)+b` takes twice
as long for every further "a". The sum of the ways is counted on the parsed pattern, by what each part may
begin with and what may follow it; a pattern that would need more steps than `MOST_STEPS` at one place is not
run. As each place costs at most so many steps, a text's time grows with its length alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from re import _constants as opcodes  # type: ignore[attr-defined]  # isort: skip
from re import _parser as parser  # type: ignore[attr-defined]  # isort: skip

from copykit.checks.custom.dialect import NotPython, translate

__all__ = ["MOST_STEPS", "Ready", "prepare"]

MOST_STEPS = 10_000
# How often a repetition without an end may repeat: the longest that keeps the pattern within its steps.
_BOUNDS = (400, 100, 60, 40, 20)
# All that a pattern in use can tell apart; other letters behave like one of these.
_ALPHABET = "".join(map(chr, range(128))) + "\x85\xa0éÉßøñ–—‘’“”…•€£°½²٣中あшШλ😀İ"
_BIT = {letter: 1 << at for at, letter in enumerate(_ALPHABET)}
_ALL = (1 << len(_ALPHABET)) - 1
_ENDLESS = 10**9
# What code is masked by may stand in no literal: the text that is searched for it is not masked.
_LITERAL_LETTERS = frozenset(map(chr, range(32, 127))) - {"*"}


class Ready(NamedTuple):
    """A pattern that may be run.

    Attributes:
        source: the pattern for `re.compile`.
        literals: sets of texts in lower case; a text must hold one of each for a match. The set that rules
            out most comes first; empty when none is known.
        most: how often a repetition without an end may repeat; 0 when the pattern has none.
        numeric: whether every match begins with a digit.
    """

    source: str
    literals: tuple[tuple[str, ...], ...]
    most: int = 0
    numeric: bool = False


@lru_cache(maxsize=4096)
def prepare(pattern: str, flags: int = 0) -> Ready:
    """Makes a pattern of Vale's ready for Python.

    Raises:
        NotPython: when Python can't take it, or it could take too long on some texts.
    """
    last = ""
    for most in _BOUNDS:
        source = translate(pattern, most=most)
        if source == last:
            break
        last = source
        try:
            tree = parser.parse(source, flags)
            # Only the compiler sees that a look-behind has no fixed width.
            if "(?<" in source:
                re.compile(source, flags)
        except (re.error, OverflowError, RecursionError) as error:
            raise NotPython(str(error)) from None
        whole = _Pattern(bool(tree.state.flags & re.IGNORECASE), bool(tree.state.flags & re.DOTALL))
        if _is_simple(source) or whole.steps(tree) <= MOST_STEPS:
            endless = source != translate(pattern, most=_BOUNDS[-1] - 1)
            first, empty = whole.first(tree)
            numeric = not (empty or first & ~_category("DIGIT"))
            return Ready(source, _required(list(tree)), most if endless else 0, numeric)
    raise NotPython(
        "it can read one text in so many ways that it could take minutes; "
        "let no repetition stand inside another or beside one that takes the same letters"
    )


def _is_simple(source: str) -> bool:
    """Whether a pattern has too few choices to be weighed: no repetition, at most 8 of `?` and `|`."""
    return "{" not in source and source.count("?") + source.count("|") <= 8 and len(source) < 200


class _Effort(NamedTuple):
    """The steps of one part, and in how many ways it can read a text."""

    steps: int
    ways: int


class _Pattern:
    """A parsed pattern under its flags."""

    def __init__(
        self, ignores_case: bool, dot_all: bool, groups: dict[int, tuple[int, bool]] | None = None
    ) -> None:
        self.ignores_case = ignores_case
        self.dot_all = dot_all
        # What each group so far may begin with, and whether it may be empty: for references to it.
        self.groups = {} if groups is None else groups

    def steps(self, tree: Any) -> int:
        """The steps at one place of a text, at most."""
        self._firsts(list(tree), through=True)
        return self._sequence(list(tree), 0).steps

    def first(self, tree: Any) -> tuple[int, bool]:
        """What a match may begin with, and whether it may be empty."""
        return self._firsts(list(tree))

    def _sequence(self, items: Sequence[Any], follow: int) -> _Effort:
        steps, ways = 1, 1
        for item in reversed(items):
            effort = self._item(item, follow)
            steps = min(_ENDLESS, effort.steps + effort.ways * steps)
            ways = min(_ENDLESS, ways * effort.ways)
            first, empty = self._first(item)
            follow = first | (follow if empty else 0)
        return _Effort(steps, ways)

    def _item(self, item: Any, follow: int) -> _Effort:
        op, value = item
        if op in (opcodes.MAX_REPEAT, opcodes.MIN_REPEAT, opcodes.POSSESSIVE_REPEAT):
            return self._repeat(op, value, follow)
        if op is opcodes.SUBPATTERN:
            return self._under(value[1], value[2]).sequence(value[3], follow)
        if op is opcodes.ATOMIC_GROUP:
            return _Effort(self._sequence(value, 0).steps, 1)
        if op in (opcodes.ASSERT, opcodes.ASSERT_NOT):
            return _Effort(self._sequence(value[1], 0).steps, 1)
        if op is opcodes.BRANCH:
            efforts = [self._sequence(branch, follow) for branch in value[1]]
            firsts = [self._firsts(branch) for branch in value[1]]
            begins = [first | (follow if empty else 0) for first, empty in firsts]
            meeting = _most_meeting(begins)
            ways = sorted((effort.ways for effort in efforts), reverse=True)
            return _Effort(min(_ENDLESS, sum(one.steps for one in efforts)), sum(ways[:meeting]) or 1)
        if op is opcodes.GROUPREF_EXISTS:
            both = [self._sequence(branch, follow) for branch in value[1:] if branch]
            return _Effort(sum(one.steps for one in both) + 1, max((one.ways for one in both), default=1))
        return _Effort(1, 1)

    def sequence(self, items: Sequence[Any], follow: int) -> _Effort:
        return self._sequence(list(items), follow)

    def _under(self, on: int, off: int) -> _Pattern:
        if not on and not off:
            return self
        return _Pattern(
            bool((self.ignores_case or on & re.IGNORECASE) and not off & re.IGNORECASE),
            bool((self.dot_all or on & re.DOTALL) and not off & re.DOTALL),
            self.groups,
        )

    def _repeat(self, op: Any, value: Any, follow: int) -> _Effort:
        low, high, body = int(value[0]), min(int(value[1]), _ENDLESS), list(value[2])
        first, empty = self._firsts(body)
        inner = self._sequence(body, first | follow if high > 1 else follow)
        if empty and high > 1 and inner.ways * high > MOST_STEPS:
            return _Effort(_ENDLESS, _ENDLESS)
        all_ways = _power(inner.ways, high)
        steps = min(_ENDLESS, inner.steps * high * max(1, all_ways if inner.ways > 1 else 1))
        if len(body) == 1 and body[0][0] in _SINGLE:
            steps = high
        if op is opcodes.POSSESSIVE_REPEAT:
            return _Effort(steps, 1)
        # A body that may be empty can be gone through any number of times at one place.
        choices = high - low + 1 if first & follow or empty else 1
        return _Effort(steps, min(_ENDLESS, choices * all_ways))

    def _firsts(self, items: Sequence[Any], *, through: bool = False) -> tuple[int, bool]:
        """What a sequence may begin with, and whether it may be empty; `through` looks at all items."""
        begins, may_be_empty = 0, True
        for item in items:
            first, empty = self._first(item)
            begins |= first if may_be_empty else 0
            may_be_empty = may_be_empty and empty
            if not may_be_empty and not through:
                break
        return begins, may_be_empty

    def _first(self, item: Any) -> tuple[int, bool]:
        op, value = item
        if op is opcodes.LITERAL:
            return self._letter(value), False
        if op is opcodes.NOT_LITERAL:
            return _ALL & ~self._letter(value), False
        if op is opcodes.ANY:
            return _ALL if self.dot_all else _ALL & ~_BIT["\n"], False
        if op is opcodes.IN:
            return self._set(value), False
        if op is opcodes.BRANCH:
            found = [self._firsts(branch) for branch in value[1]]
            return _union(first for first, _ in found), any(empty for _, empty in found)
        if op is opcodes.SUBPATTERN:
            found_first = self._under(value[1], value[2])._firsts(list(value[3]))
            if value[0] is not None:
                self.groups[value[0]] = found_first
            return found_first
        if op is opcodes.ATOMIC_GROUP:
            return self._firsts(list(value))
        if op in (opcodes.MAX_REPEAT, opcodes.MIN_REPEAT, opcodes.POSSESSIVE_REPEAT):
            first, empty = self._firsts(list(value[2]))
            return first, empty or value[0] == 0
        if op in (opcodes.AT, opcodes.ASSERT, opcodes.ASSERT_NOT):
            return 0, True
        if op is opcodes.GROUPREF:
            return self.groups.get(value, (_ALL, True))
        return _ALL, True  # a condition

    def _letter(self, code: int) -> int:
        return _letter(code, self.ignores_case)

    def _set(self, parts: Sequence[Any]) -> int:
        made, negated = 0, False
        for op, value in parts:
            if op is opcodes.NEGATE:
                negated = True
            elif op is opcodes.LITERAL:
                made |= self._letter(value)
            elif op is opcodes.RANGE:
                low, high = value
                made |= _union(
                    self._letter(ord(letter)) for letter in _ALPHABET if low <= ord(letter) <= high
                )
                if high > 127 and low > 127 and not made:
                    made |= _ALL & ~((1 << 128) - 1)
            elif op is opcodes.CATEGORY:
                made |= _category(str(value))
        return _ALL & ~made if negated else made


_SINGLE = (opcodes.LITERAL, opcodes.NOT_LITERAL, opcodes.ANY, opcodes.IN)


@lru_cache(maxsize=1024)
def _letter(code: int, ignores_case: bool) -> int:
    letter = chr(code)
    both = {letter, letter.lower(), letter.upper()} if ignores_case else {letter}
    # A letter outside of the alphabet is taken for any that is not ASCII.
    return _union(_BIT.get(one, _ALL & ~((1 << 128) - 1)) for one in both)


def _union(masks: Any) -> int:
    made = 0
    for mask in masks:
        made |= mask
    return made


def _power(ways: int, times: int) -> int:
    if ways <= 1:
        return 1
    return _ENDLESS if times > 30 else min(_ENDLESS, int(ways**times))


def _most_meeting(masks: Sequence[int]) -> int:
    """How many of the alternatives can begin with one and the same letter."""
    if not _overlap(masks):
        return 1
    return max(sum(mask >> at & 1 for mask in masks) for at in range(len(_ALPHABET)))


def _overlap(masks: Sequence[int]) -> bool:
    seen = 0
    for mask in masks:
        if seen & mask:
            return True
        seen |= mask
    return False


@lru_cache(maxsize=16)
def _category(name: str) -> int:
    kind = name.rpartition("CATEGORY_")[2].removeprefix("UNI_")
    source = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}.get(kind.removeprefix("NOT_"))
    if source is None:
        return _ALL
    one = re.compile(source)
    made = _union(_BIT[letter] for letter in _ALPHABET if one.match(letter))
    return _ALL & ~made if kind.startswith("NOT_") else made


def _required(items: Sequence[Any]) -> tuple[tuple[str, ...], ...]:
    """Sets of texts in lower case; every match holds one of each. The one that rules out most comes first."""
    known: list[tuple[str, ...]] = []
    run = ""

    def end() -> None:
        nonlocal run
        if run.strip():
            known.append((run,))
        run = ""

    for op, value in _flat(items):
        letter = _literal_letter(op, value)
        if letter:
            run += letter
            continue
        end()
        if op is opcodes.BRANCH:
            parts = [_required(branch) for branch in value[1]]
            if all(parts):
                known.append(tuple(text for part in parts for text in part[0]))
        elif op in (opcodes.MAX_REPEAT, opcodes.MIN_REPEAT, opcodes.POSSESSIVE_REPEAT) and value[0] > 0:
            known += _required(value[2])
    end()
    # A set rules out more the longer its shortest text is.
    return tuple(sorted(dict.fromkeys(known), key=lambda texts: -min(map(len, texts))))


def _flat(items: Sequence[Any]) -> list[Any]:
    """A sequence with its groups opened; what looks around takes no part."""
    made: list[Any] = []
    for op, value in items:
        if op is opcodes.SUBPATTERN:
            made += _flat(value[3])
        elif op is opcodes.ATOMIC_GROUP:
            made += _flat(value)
        elif op not in (opcodes.AT, opcodes.ASSERT, opcodes.ASSERT_NOT):
            made.append((op, value))
    return made


def _literal_letter(op: Any, value: Any) -> str:
    letters = ""
    if op is opcodes.LITERAL:
        letters = chr(value).lower()
    elif op is opcodes.IN and all(part[0] is opcodes.LITERAL for part in value):
        both = {chr(part[1]).lower() for part in value}
        letters = both.pop() if len(both) == 1 else ""
    return letters if letters in _LITERAL_LETTERS else ""
