"""When and how often a request is made again, with a clock of the test's own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from random import Random

import pytest

from copykit.errors import BadOutput, RateLimited, Unreachable, WriterError
from copykit.writers.models.client import Account, Piece, Request
from copykit.writers.models.retries import Backoff, Gate, Retrying

REQUEST = Request(system="s", user="u")


@dataclass
class Clock:
    """A clock that goes on only while somebody sleeps."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)
    meanwhile: Callable[[], object] | None = None

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        if self.meanwhile:
            happens, self.meanwhile = self.meanwhile, None
            happens()
        self.now += seconds


@dataclass
class Model:
    """Fails as a test says, then answers."""

    errors: list[WriterError]
    before: tuple[Piece, ...] = ()
    name: str = "openai:m"
    asked_at: list[float] = field(default_factory=list)
    clock: Clock = field(default_factory=Clock)

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        self.asked_at.append(self.clock.now)
        if self.errors:
            yield from self.before
            raise self.errors.pop(0)
        yield Piece(text="words")

    def retrying(self, **backoff: float) -> Retrying:
        waits = replace(Backoff(), **backoff)
        return Retrying(self, backoff=waits, sleep=self.clock.sleep, clock=lambda: self.clock.now)


def ask(client: Retrying, seed: int = 0) -> list[Piece]:
    return list(client.ask(replace(REQUEST, seed=seed), lambda _: None))


def busy() -> Unreachable:
    return Unreachable("busy", busy=True)


def test_the_wait_doubles_and_differs_from_seed_to_seed() -> None:
    first, second = Model([busy() for _ in range(4)]), Model([busy() for _ in range(4)])
    ask(first.retrying(), seed=1)
    ask(second.retrying(), seed=2)
    for number, waited in enumerate(first.clock.slept):
        assert 0.25 * 2**number <= waited <= 0.5 * 2**number
    assert first.clock.slept != second.clock.slept


def test_no_wait_is_longer_than_the_longest() -> None:
    backoff = Backoff(first=1.0, longest=5.0)
    assert max(backoff.wait(number, Random(number)) for number in range(40)) <= 5.0


def test_after_the_last_try_the_error_is_told() -> None:
    model = Model([busy() for _ in range(9)])
    with pytest.raises(Unreachable):
        ask(model.retrying())
    assert len(model.asked_at) == 5


def test_silence_is_tried_once_more_only() -> None:
    model = Model([Unreachable("nothing came") for _ in range(9)])
    with pytest.raises(Unreachable):
        ask(model.retrying())
    assert len(model.asked_at) == 2


@pytest.mark.parametrize("error", [BadOutput("no"), RateLimited("spent", spent=True), WriterError("404")])
def test_what_does_not_pass_is_told_at_once(error: WriterError) -> None:
    model = Model([error])
    with pytest.raises(type(error)):
        ask(model.retrying())
    assert model.clock.slept == []


def test_once_words_have_come_the_writer_decides() -> None:
    model = Model([busy()], before=(Piece(text="half a"),))
    with pytest.raises(Unreachable):
        ask(model.retrying())
    assert len(model.asked_at) == 1


def test_all_who_share_it_wait_when_one_is_told_to() -> None:
    """While the first one sleeps for 30 seconds, another wants to ask: it waits as long."""
    model = Model([RateLimited("slow", retry_after=30.0)])
    client = model.retrying()
    model.clock.meanwhile = lambda: ask(client, seed=7)
    ask(client)
    assert model.asked_at[0] == 0.0
    assert min(model.asked_at[1:]) >= 30.0


def test_a_wait_that_is_ended_asks_nobody_again() -> None:
    stopped = threading.Event()
    stopped.set()
    model = Model([RateLimited("slow", retry_after=50.0), busy(), busy()])
    with pytest.raises(RateLimited, match="slow"):
        ask(Retrying(model, sleep=stopped.wait))
    assert len(model.asked_at) == 1


def test_so_does_a_wait_behind_a_gate_that_another_closed() -> None:
    stopped = threading.Event()
    stopped.set()
    gate = Gate()
    first = Model([RateLimited("slow", retry_after=50.0)])
    with pytest.raises(RateLimited):
        ask(Retrying(first, sleep=stopped.wait, clock=lambda: 0.0, gate=gate))
    second = Model([])
    with pytest.raises(RateLimited, match="the wait for it was ended"):
        ask(Retrying(second, sleep=stopped.wait, clock=lambda: 0.0, gate=gate))
    assert second.asked_at == []


def test_a_press_ends_a_wait_that_is_under_way() -> None:
    stopped, waiting = threading.Event(), threading.Event()

    def wait(seconds: float) -> bool:
        waiting.set()
        return stopped.wait(seconds)

    told: list[WriterError] = []

    def run() -> None:
        try:
            ask(Retrying(Model([RateLimited("slow", retry_after=55.0)]), sleep=wait))
        except WriterError as error:
            told.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    assert waiting.wait(10)
    stopped.set()
    thread.join(10)
    assert [str(error) for error in told] == ["slow"] and not thread.is_alive()
