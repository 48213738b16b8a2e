"""Asks a model again when its server is busy, failing or out of reach: later each time, never at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from random import Random
from threading import Lock
from typing import TypeAlias

from copykit.errors import RateLimited, Unreachable
from copykit.writers.models.client import Account, Client, Piece, Request

__all__ = ["Backoff", "Gate", "Retrying", "Sleep"]


# Waits for some seconds. A true answer, as `threading.Event.wait` gives it, says that the wait was ended.
Sleep: TypeAlias = Callable[[float], object]


class Gate:
    """Until when a server wants to be left alone; shared by all who ask it."""

    def __init__(self) -> None:
        self.until = 0.0
        self._lock = Lock()

    def close(self, until: float) -> None:
        """Keeps it closed until then, or longer where somebody was told so."""
        with self._lock:
            self.until = max(self.until, until)


@dataclass(frozen=True, kw_only=True)
class Backoff:
    """How long to wait before a request is made again, and how often.

    The wait doubles from try to try, and the seed takes up to half of it off, so that writers that were
    turned away together do not come back together.

    Attributes:
        tries: further requests when the server says that it is busy or failing.
        silent_tries: further requests when there is no connection, or nothing comes.
        first: seconds before the second request.
        longest: seconds that are waited at most; a server that asks for more ends it.
    """

    tries: int = 4
    silent_tries: int = 1
    first: float = 0.5
    longest: float = 60.0

    def wait(self, number: int, chance: Random) -> float:
        """Seconds before the next request, after `number` further ones were made."""
        return min(self.longest, self.first * 2.0**number) * (1 - chance.random() / 2)


class Retrying:
    """A client that makes a request again as long as nothing of the answer has come.

    What breaks off in the middle is not asked for again here: the writer knows what it has already. When a
    server asks for fewer requests, all that share its gate wait, not only the one that was told. When a wait
    is ended early, nothing is asked again, and the fault that it followed is raised.

    Args:
        client: the client that asks.
        backoff: how long and how often.
        sleep: waits for some seconds, see `Sleep`.
        clock: seconds that only grow.
        gate: until when the server wants to be left alone; without one, those wait that share this client.
    """

    def __init__(
        self,
        client: Client,
        *,
        backoff: Backoff | None = None,
        sleep: Sleep = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        gate: Gate | None = None,
    ) -> None:
        self._client = client
        self._backoff = backoff or Backoff()
        self._sleep = sleep
        self._clock = clock
        self._gate = gate or Gate()

    @property
    def name(self) -> str:
        """`provider:model`."""
        return self._client.name

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        """Streams the answer; see `Client.ask`."""
        chance = Random(request.seed)
        number = 0
        while True:
            self._wait_for_all()
            said = False
            try:
                with closing(self._client.ask(request, account)) as pieces:
                    for piece in pieces:
                        said = said or bool(piece.text or piece.refusal)
                        yield piece
                return
            except (RateLimited, Unreachable) as error:
                wait = self._next_wait(error, number, chance)
                if said or wait is None or self._sleep(wait):
                    raise
            number += 1

    def _wait_for_all(self) -> None:
        """Waits until the server that asked for fewer requests takes them again."""
        rest = self._gate.until - self._clock()
        if rest > 0 and self._sleep(min(rest, self._backoff.longest)):
            raise RateLimited(f"{self.name} wants fewer requests, and the wait for it was ended")

    def _next_wait(self, error: RateLimited | Unreachable, number: int, chance: Random) -> float | None:
        """Seconds to wait before the next request; None when there is to be none."""
        patient = isinstance(error, RateLimited) or error.busy
        most = self._backoff.tries if patient else self._backoff.silent_tries
        if not error.passing or number >= most:
            return None
        wait = self._backoff.wait(number, chance)
        asked = error.retry_after
        if asked is None:
            return wait
        if asked > self._backoff.longest:
            return None
        self._gate.close(self._clock() + asked)
        # A little more than was asked for, and not the same for all.
        return asked + wait / 4
