"""Answers kept on disk: replayed as they streamed, for nothing, and never what was not whole."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from copykit.draft import Usage
from copykit.errors import Unreachable
from copykit.writers.models.cache import Answers, Cached
from copykit.writers.models.client import Account, Piece, Request

if TYPE_CHECKING:
    from .conftest import Desk, Exchange, ModelServer

REQUEST = Request(system="s", user="u", schema={"title": "t"}, seed=1)
PIECES = (Piece(text='{"a": '), Piece(text='"b 📞"}'), Piece(finish="stop"))


@dataclass
class Model:
    """A client that says what a test says, and counts how often."""

    pieces: tuple[Piece, ...] = PIECES
    error: Unreachable | None = None
    name: str = "openai:m"
    asked: int = 0

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        self.asked += 1
        account(Usage(input_tokens=10, output_tokens=5, requests=1, cost=0.1))
        yield from self.pieces
        if self.error:
            raise self.error


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "answers.sqlite"


def ask(client: Cached, request: Request = REQUEST) -> tuple[list[Piece], Usage]:
    told: list[Usage] = []
    pieces = list(client.ask(request, told.append))
    return pieces, sum(told, Usage())


def test_the_same_request_gets_the_same_pieces_and_costs_nothing(path: Path) -> None:
    model = Model()
    first = ask(Cached(model, Answers(path)))
    again = ask(Cached(model, Answers(path)))
    assert first[0] == again[0] == [*PIECES]
    assert (first[1].requests, first[1].cost, first[1].cached) == (1, 0.1, 0)
    assert again[1] == Usage(cached=1)
    assert model.asked == 1


@pytest.mark.parametrize(
    "other",
    [
        replace(REQUEST, system="other"),
        replace(REQUEST, user="other"),
        replace(REQUEST, schema={"title": "other"}),
        replace(REQUEST, schema=None),
        replace(REQUEST, seed=2),
        replace(REQUEST, most_output=100),
        replace(REQUEST, one_line=True),
    ],
)
def test_any_other_request_is_asked(path: Path, other: Request) -> None:
    model = Model()
    ask(Cached(model, Answers(path)))
    ask(Cached(model, Answers(path)), other)
    assert model.asked == 2


def test_another_model_or_address_is_asked(path: Path) -> None:
    model, other = Model(), Model(name="openai:other")
    ask(Cached(model, Answers(path)))
    ask(Cached(model, Answers(path), address="http://localhost:1/v1"))
    ask(Cached(other, Answers(path)))
    assert (model.asked, other.asked) == (2, 1)


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param((Piece(text="half"), Piece(finish="length")), id="cut off"),
        pytest.param((Piece(text="half"),), id="no end"),
        pytest.param((Piece(text=" "), Piece(finish="stop")), id="empty"),
        pytest.param((Piece(refusal="no"), Piece(finish="stop")), id="declined"),
        pytest.param((Piece(text="x"), Piece(finish="content_filter")), id="filtered"),
    ],
)
def test_what_is_not_whole_is_not_kept(path: Path, pieces: tuple[Piece, ...]) -> None:
    model = Model(pieces)
    ask(Cached(model, Answers(path)))
    ask(Cached(model, Answers(path)))
    assert model.asked == 2


def test_what_fails_or_is_cancelled_is_not_kept(path: Path) -> None:
    with pytest.raises(Unreachable):
        ask(Cached(Model(error=Unreachable("gone")), Answers(path)))
    stopped = Cached(Model(), Answers(path)).ask(REQUEST, lambda _: None)
    next(stopped)
    stopped.close()
    model = Model()
    ask(Cached(model, Answers(path)))
    assert model.asked == 1


def test_it_stays_within_its_size_and_drops_what_was_not_asked_for_the_longest(path: Path) -> None:
    answers = Answers(path, most=1000)
    long = (Piece(text="x" * 300), Piece(finish="stop"))
    for seed in (1, 2):
        ask(Cached(Model(long), answers), replace(REQUEST, seed=seed))
    ask(Cached(Model(long), answers), replace(REQUEST, seed=1))  # from the cache: now 2 is the oldest
    ask(Cached(Model(long), answers), replace(REQUEST, seed=3))
    kept = []
    for seed in (1, 2, 3):
        model = Model(long)
        ask(Cached(model, Answers(path, most=0)), replace(REQUEST, seed=seed))
        kept.append(model.asked == 0)
    assert kept == [True, False, True]


def test_a_file_that_is_no_cache_hinders_nothing(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"a shopping list, no database at all" * 100)
    model = Model()
    assert ask(Cached(model, Answers(path)))[0] == [*PIECES]
    assert ask(Cached(model, Answers(path)))[0] == [*PIECES]
    assert model.asked == 2


@pytest.mark.loopback
def test_a_draft_from_the_cache_is_the_same_and_holds_no_key(
    served: Desk, server: ModelServer, path: Path
) -> None:
    from copykit.improve import Budget
    from copykit.writing import write

    key = "sk-test-0123456789abcdefghij"

    def answer(exchange: Exchange) -> None:
        exchange.begin()
        exchange.say('{"subject": "saturday dentals", "preheader": "Who picks up?", "body": "Hi Joanne."}')
        exchange.end()

    server.play(answer)
    desk = replace(served, shared={"answers": Answers(path)})
    task = desk.task()

    def draft() -> Any:
        return write(
            task.format, task.brief, guide=task.guide, writer=desk.writer(), today=task.today,
            budget=Budget(rounds=0),
        )  # fmt: skip

    first, again = draft(), draft()
    assert first.fields == again.fields and len(server.received) == 1
    assert (first.usage.requests, first.usage.cached) == (1, 0)
    assert again.usage == Usage(cached=1)
    for file in path.parent.iterdir():
        data = file.read_bytes()
        assert key.encode() not in data
        assert task.brief.observation.encode() not in data  # neither keys nor what was asked
