"""Texts made to slow a checker down: the work of all families grows with their length and no faster.

Work is counted in calls, of Python's functions and of those that it calls in C, so that no clock is needed.
A pattern of which one call went over a text again and again would not show in that: the long texts would then
take minutes. `benchmarks/hostile.py` has the times.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice, product
from pathlib import Path
from types import FrameType, ModuleType

import pytest

from copykit.checks import Context, check
from copykit.text import Syntax, parse

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def _benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_hostile", BENCHMARKS / "hostile.py")
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


HOSTILE = _benchmark()
SYNTAXES = tuple(Syntax)
LONG = 20_000
LONG_ENOUGH_FOR_A_TABLE = 4000  # a "sentence" of more than 1,000 characters is read in pieces
# What a number costs, told as a finding, at three characters each; to look at its whole sentence takes more.
CALLS_PER_CHARACTER = 300
# Of each kind of piece one: letters, digits, marks, brackets, mark-up, addresses, words that wake a family.
OPEN = [
    "a", "1,", "1.1", "é", "'", "'s", '"', "—", "!?", "A. ", "x-y-", " ", "\n", "🚐\u200d", "(", "[a](", "**",
    "> ", "<b><i>", "<!--", "{{ a ", "[[a ", "https://", "+1 (555", "the best ", "a, b and c ", "is being ",
]  # fmt: skip


@pytest.fixture(scope="module")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> list[Context]:
    """Every switch decided and a team's own rules, on a page and in an email."""
    guide = HOSTILE.hostile_guide(tmp_path_factory.mktemp("hostile"))
    made = [Context(guide=guide, today=date(2026, 11, 23), channel=channel) for channel in ("page", "email")]
    for context in made:
        check(parse("We save 500 teams a day.", name="warm", syntax=Syntax.PLAIN), context)
    return made


def calls(text: str, syntax: Syntax, context: Context) -> int:
    """How many calls it takes to read and check a text."""
    count = 0

    def one(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(one)
    try:
        check(parse(text, name="hostile", syntax=syntax), context)
    finally:
        sys.setprofile(None)
    return count


def pieces() -> Iterator[tuple[str, Syntax]]:
    """Each piece in one of the syntaxes, in turn."""
    for number, piece in enumerate(HOSTILE.PIECES):
        yield piece, SYNTAXES[number % len(SYNTAXES)]


def test_the_work_grows_with_the_length_only(contexts: list[Context]) -> None:
    none = calls("", Syntax.PLAIN, contexts[0])

    def grows(piece: str, syntax: Syntax, context: Context, size: int) -> float:
        few, many = (calls((piece * one)[:one], syntax, context) - none for one in (size, 4 * size))
        return many / max(few, 300)

    wrong = []
    for number, (piece, syntax) in enumerate(pieces()):
        context = contexts[number % len(contexts)]
        # Four times as many are right, and sixteen times are the square. A window of a hundred words around
        # each number is read for what it counts; at the second size every window is full.
        if grows(piece, syntax, context, 300) > 5 and (more := grows(piece, syntax, context, 1500)) > 5:
            wrong.append((piece, syntax.name, more))
    assert wrong == []


@pytest.mark.parametrize("piece", ["12% ", "$5 ", "3 in 4 ", "1234 "])
def test_numbers_side_by_side_cost_no_sentence_each(piece: str, contexts: list[Context]) -> None:
    few, many = (
        calls((piece * one)[:one], Syntax.PLAIN, contexts[0]) for one in (1000, LONG_ENOUGH_FOR_A_TABLE)
    )
    assert (many - few) / (LONG_ENOUGH_FOR_A_TABLE - 1000) < CALLS_PER_CHARACTER


def test_codes_of_which_no_two_are_alike_cost_no_look_at_the_whole_text_each(contexts: list[Context]) -> None:
    codes = ["X" + "".join(letters) for letters in islice(product("BCDFGHJKLMNPQRSTVWZ", repeat=3), 1800)]
    few, many = (calls(" xylo ".join(codes[:count]), Syntax.PLAIN, contexts[0]) for count in (600, 1800))
    assert many < 4 * few


@pytest.mark.parametrize("piece", OPEN)
def test_a_long_text_is_read_to_its_end(piece: str, contexts: list[Context]) -> None:
    assert piece in HOSTILE.PIECES
    text = (piece * LONG)[:LONG]
    for finding in check(parse(text, name="hostile", syntax=Syntax.MARKDOWN), contexts[0]).findings[-3:]:
        assert text[finding.location.start : finding.location.end] == finding.quote
