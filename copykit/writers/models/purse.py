"""The purse: what requests cost, how much may be spent in a run and in a day, and what was spent today."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock

from copykit.draft import Usage
from copykit.errors import SpendingCap, WriterError
from copykit.writers.models.client import Account, Client, Piece, Request, estimate
from copykit.writers.models.profiles import Profile

__all__ = ["Cap", "Capped", "Ledger", "Purse"]

MOST_OUTPUT = (
    16_000  # tokens of an answer that a purse pays for; a long article with its reasoning takes fewer
)
SENT_SHARE = 1.3  # a schema and the wrapping of messages are sent too, and our estimate is good to a quarter
PATIENCE = 30.0  # seconds to wait for another process that writes in the ledger


@dataclass(frozen=True, kw_only=True)
class Cap:
    """The most that may be spent; None: any.

    Attributes:
        cost: US dollars.
        tokens: tokens in both directions.
    """

    cost: float | None = None
    tokens: int | None = None

    def __bool__(self) -> bool:
        return self.cost is not None or self.tokens is not None

    def __str__(self) -> str:
        told = [f"${self.cost:,.2f}"] if self.cost is not None else []
        return " and ".join([*told, *([f"{self.tokens:,} tokens"] if self.tokens is not None else [])])

    def broken_by(self, cost: float, tokens: int) -> bool:
        """Whether this much is more than may be spent."""
        over_cost = self.cost is not None and cost > self.cost
        return over_cost or (self.tokens is not None and tokens > self.tokens)


class Ledger:
    """What was spent on each day, in one SQLite file; several processes may use it at once.

    Args:
        path: the file; it and its folder are made when they are needed.

    Raises:
        WriterError: from each method, when the file can't be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)) as connection:
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS spent (id INTEGER PRIMARY KEY, day TEXT NOT NULL,"
                    " model TEXT NOT NULL, tokens INTEGER NOT NULL, cost REAL NOT NULL)"
                )
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
        except (OSError, sqlite3.Error) as error:
            raise WriterError(
                f"what was spent today can't be kept in {self._path.name}: {error}",
                advice="Mend or delete that file, or take the cap per day away.",
            ) from None

    def spent(self, day: date) -> tuple[float, int]:
        """US dollars and tokens of a day, what is reserved included."""
        with self._open() as connection:
            return _sums(connection, day)

    def reserve(self, day: date, model: str, *, cost: float, tokens: int, cap: Cap) -> int | None:
        """Sets an amount aside, unless it might break the cap of the day; the entry's number, or None."""
        with self._open() as connection:
            spent_cost, spent_tokens = _sums(connection, day)
            if cap.broken_by(spent_cost + cost, spent_tokens + tokens):
                return None
            entry = (day.isoformat(), model, tokens, cost)
            made = connection.execute(
                "INSERT INTO spent (day, model, tokens, cost) VALUES (?, ?, ?, ?)", entry
            )
            return made.lastrowid

    def settle(self, number: int, *, cost: float, tokens: int) -> None:
        """Puts what was really spent in place of what was set aside."""
        with self._open() as connection:
            connection.execute("UPDATE spent SET tokens = ?, cost = ? WHERE id = ?", (tokens, cost, number))


def _sums(connection: sqlite3.Connection, day: date) -> tuple[float, int]:
    query = "SELECT coalesce(sum(cost), 0), coalesce(sum(tokens), 0) FROM spent WHERE day = ?"
    cost, tokens = connection.execute(query, (day.isoformat(),)).fetchone()
    return float(cost), int(tokens)


class Purse:
    """What may still be spent; one for each run, shared by all who spend in it.

    Args:
        run: the most for this run.
        day: the most for a day.
        ledger: where days are kept; without one, there is no cap per day.
        today: the day it is; without it, no days are kept.
    """

    def __init__(
        self,
        *,
        run: Cap | None = None,
        day: Cap | None = None,
        ledger: Ledger | None = None,
        today: Callable[[], date] | None = None,
    ) -> None:
        self._caps = {"run": run or Cap(), "day": day or Cap()}
        self._ledger = ledger
        self._today = today
        self._cost, self._tokens = 0.0, 0
        self._lock = Lock()

    @property
    def capped(self) -> bool:
        """Whether there is a limit to what may be spent."""
        return any(self._caps.values())

    @property
    def wants_prices(self) -> bool:
        """Whether a limit is in money."""
        return any(cap.cost is not None for cap in self._caps.values())

    def reserve(self, model: str, *, cost: float, tokens: int) -> int | None:
        """Sets aside what a request might take; the ledger's number for it.

        Raises:
            SpendingCap: when that might be more than may be spent; nothing is set aside then.
        """
        with self._lock:
            if self._caps["run"].broken_by(self._cost + cost, self._tokens + tokens):
                raise _over("run", self._caps["run"], cost, tokens)
            number = self._in_ledger(model, cost, tokens)
            self._cost += cost
            self._tokens += tokens
        return number

    def _in_ledger(self, model: str, cost: float, tokens: int) -> int | None:
        if self._ledger is None or self._today is None:
            return None
        cap = self._caps["day"]
        try:
            number = self._ledger.reserve(self._today(), model, cost=cost, tokens=tokens, cap=cap)
        except WriterError:
            if cap:
                raise
            return None  # without a cap, an account that can't be kept is no reason not to write
        if number is None:
            raise _over("day", cap, cost, tokens)
        return number

    def settle(self, number: int | None, *, reserved: tuple[float, int], used: tuple[float, int]) -> None:
        """Puts what a request really took in place of what was set aside for it."""
        with self._lock:
            self._cost += used[0] - reserved[0]
            self._tokens += used[1] - reserved[1]
        if self._ledger is None or number is None:
            return
        try:
            self._ledger.settle(number, cost=used[0], tokens=used[1])
        except WriterError:
            # The larger amount that was set aside stays; the answer is paid for and must not be lost.
            return


def _over(unit: str, cap: Cap, cost: float, tokens: int) -> SpendingCap:
    amount = f"${cost:,.4f}" if cap.cost is not None else f"{tokens:,} tokens"
    return SpendingCap(
        f"the request was not made: it might take {amount}, and the cap of {cap} per {unit} leaves less",
        advice=f"Raise COPYKIT_MOST_PER_{unit.upper()}, or use a cheaper model.",
    )


class Capped:
    """A client that tells what each request cost, and makes none that might break a cap.

    Args:
        client: the client that asks.
        profile: the model's, with its price.
        purse: what may be spent.
    """

    def __init__(self, client: Client, profile: Profile, purse: Purse) -> None:
        self._client = client
        self._profile = profile
        self._purse = purse

    @property
    def name(self) -> str:
        """`provider:model`."""
        return self._client.name

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        """Streams the answer; see `Client.ask`.

        Raises:
            SpendingCap: when the request might cost more than may be spent.
        """
        if self._purse.capped and request.most_output is None:
            # Without a bound, an answer might cost anything.
            most = min(self._profile.output or MOST_OUTPUT, MOST_OUTPUT)
            request = replace(request, most_output=most)
        reserved = self._might_take(request)
        number = self._purse.reserve(self._client.name, cost=reserved[0], tokens=reserved[1])
        used = Usage()

        def told(usage: Usage) -> None:
            nonlocal used
            usage = self._profile.priced(usage)
            used += usage
            account(usage)

        unsure = True
        try:
            with closing(self._client.ask(request, told)) as pieces:
                yield from pieces
            unsure = False
        except (WriterError, GeneratorExit):
            unsure = False
            raise
        finally:
            # After an interrupt, nobody knows what the provider counts: what was set aside stays.
            if used.requests or not unsure:
                self._purse.settle(number, reserved=reserved, used=(used.cost, used.tokens))

    def _might_take(self, request: Request) -> tuple[float, int]:
        """US dollars and tokens that a request might take at most."""
        sent = int((estimate(request.system) + estimate(request.user)) * SENT_SHARE)
        tokens = sent + (request.most_output or 0)
        price = self._profile.price
        if price is None:
            if self._purse.wants_prices:
                raise SpendingCap(
                    f"the price of {self.name} is not known, so a cap in dollars can't be kept",
                    advice="Set its price in a file of profiles, or set a cap in tokens.",
                )
            return 0.0, tokens
        return price.of(input_tokens=sent, output_tokens=request.most_output or 0), tokens
