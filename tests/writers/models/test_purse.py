"""What requests cost, and the caps: estimated before, settled after, shared by threads and processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from copykit.draft import Usage
from copykit.errors import SpendingCap, Unreachable, WriterError
from copykit.writers.models.client import Account, Piece, Request
from copykit.writers.models.profiles import Price, Profile
from copykit.writers.models.purse import Cap, Capped, Ledger, Purse

TODAY = date(2026, 11, 26)
PRICE = Price(input=1.0, output=10.0, source="made up", read=TODAY, known="ours")
PRICED = Profile(output=1000, price=PRICE)
REQUEST = Request(system="s" * 4000, user="u" * 4000)  # about 2,000 tokens, 2,600 with room for error
USED = Usage(input_tokens=2000, output_tokens=100, requests=1)


@dataclass
class Model:
    """A client that uses what a test says."""

    used: Usage = USED
    error: WriterError | None = None
    asked: list[Request] = field(default_factory=list)
    name: str = "openai:m"

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        self.asked.append(request)
        try:
            yield Piece(text="words", finish="stop")
            if self.error:
                raise self.error
        finally:
            account(self.used)


def spend(capped: Capped) -> Usage:
    told: list[Usage] = []
    list(capped.ask(REQUEST, told.append))
    return sum(told, Usage())


def test_a_request_costs_what_its_tokens_cost() -> None:
    used = spend(Capped(Model(), PRICED, Purse()))
    assert used.cost == pytest.approx(2000 / 1e6 * 1 + 100 / 1e6 * 10)
    assert used.unpriced == 0


def test_a_request_without_a_price_is_told_as_such() -> None:
    used = spend(Capped(Model(), Profile(), Purse()))
    assert (used.cost, used.unpriced) == (0.0, 1)


def test_a_request_that_might_break_the_cap_is_not_made() -> None:
    """The most that it could take: 2,600 tokens in and 1,000 out, $0.0126; it takes $0.003."""
    model = Model()
    capped = Capped(model, PRICED, Purse(run=Cap(cost=0.02)))
    spend(capped)
    spend(capped)
    spend(capped)
    with pytest.raises(SpendingCap) as refused:
        spend(capped)
    assert len(model.asked) == 3
    assert str(refused.value) == (
        "the request was not made: it might take $0.0126, and the cap of $0.02 per run leaves less. "
        "Raise COPYKIT_MOST_PER_RUN, or use a cheaper model."
    )


def test_a_cap_bounds_each_answer_so_that_the_estimate_holds() -> None:
    model = Model()
    spend(Capped(model, PRICED, Purse(run=Cap(tokens=10_000))))
    spend(Capped(model, Profile(), Purse(run=Cap(tokens=50_000))))
    spend(Capped(model, PRICED, Purse()))
    assert [request.most_output for request in model.asked] == [1000, 16_000, None]


def test_a_cap_in_tokens_needs_no_price_and_one_in_money_does() -> None:
    spend(Capped(Model(), Profile(output=1000), Purse(run=Cap(tokens=4000))))
    model = Model()
    with pytest.raises(SpendingCap, match=r"price of openai:m is not known.*Set its price"):
        spend(Capped(model, Profile(), Purse(run=Cap(cost=5.0))))
    assert model.asked == []


def test_what_fails_is_counted_too() -> None:
    purse = Purse(run=Cap(cost=0.0156))
    failing = Capped(Model(error=Unreachable("gone")), PRICED, purse)
    with pytest.raises(Unreachable):
        spend(failing)
    with pytest.raises(Unreachable):
        spend(failing)
    with pytest.raises(SpendingCap):  # $0.006 are spent, and $0.0126 might be
        spend(failing)


def test_a_request_that_never_left_gives_back_what_was_set_aside() -> None:
    purse = Purse(run=Cap(cost=0.013))
    capped = Capped(Model(used=Usage(), error=Unreachable("no such host")), PRICED, purse)
    for _ in range(3):
        with pytest.raises(Unreachable):
            spend(capped)


def test_a_cancelled_request_is_settled_at_what_came(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "spending.sqlite")
    capped = Capped(Model(), PRICED, Purse(ledger=ledger, today=lambda: TODAY))
    pieces = capped.ask(REQUEST, lambda _: None)
    next(pieces)
    assert ledger.spent(TODAY)[1] > 2100
    pieces.close()
    assert ledger.spent(TODAY) == (pytest.approx(0.003), 2100)


def test_an_interrupt_leaves_what_was_set_aside(tmp_path: Path) -> None:
    """Nobody knows what the provider counts for a request that was out when the process was stopped."""

    class Interrupted(Model):
        def ask(self, request: Request, account: Account) -> Generator[Piece]:
            raise KeyboardInterrupt
            yield Piece()

    ledger = Ledger(tmp_path / "spending.sqlite")
    with pytest.raises(KeyboardInterrupt):
        spend(Capped(Interrupted(), PRICED, Purse(run=Cap(cost=1), ledger=ledger, today=lambda: TODAY)))
    assert ledger.spent(TODAY)[0] == pytest.approx(0.0126)


def test_a_day_has_its_own_cap_over_all_runs(tmp_path: Path) -> None:
    def purse(day: date) -> Purse:
        return Purse(day=Cap(cost=0.02), ledger=Ledger(tmp_path / "spending.sqlite"), today=lambda: day)

    for _ in range(3):
        spend(Capped(Model(), PRICED, purse(TODAY)))
    with pytest.raises(SpendingCap, match="per day"):
        spend(Capped(Model(), PRICED, purse(TODAY)))
    spend(Capped(Model(), PRICED, purse(date(2026, 11, 27))))


def test_threads_together_stay_below_the_cap(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "spending.sqlite")
    purse = Purse(run=Cap(cost=0.05), day=Cap(cost=0.05), ledger=ledger, today=lambda: TODAY)

    def one(_: int) -> bool:
        try:
            spend(Capped(Model(), PRICED, purse))
        except SpendingCap:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        made = sum(pool.map(one, range(40)))
    assert 0 < made < 40
    assert ledger.spent(TODAY)[0] == pytest.approx(made * 0.003)
    assert ledger.spent(TODAY)[0] <= 0.05


def test_processes_share_the_ledger(tmp_path: Path) -> None:
    """Two processes set aside 10 cents at a time below one cap of a dollar: ten times, not once more."""
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from copykit.writers.models.purse import Cap, Ledger\n"
        "ledger = Ledger(Path(sys.argv[1])); made = 0\n"
        "day, cap = date(2026, 11, 26), Cap(cost=1.0001)\n"
        "for _ in range(20):\n"
        "    made += ledger.reserve(day, 'm', cost=0.1, tokens=1, cap=cap) is not None\n"
        "print(made)"
    )
    path = tmp_path / "spending.sqlite"
    command = [sys.executable, "-c", code, str(path)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    made = [int(process.communicate()[0]) for process in both]
    assert sum(made) == 10
    assert Ledger(path).spent(TODAY) == (pytest.approx(1.0), 10)


def test_a_ledger_that_can_not_be_kept_stops_only_who_needs_it(tmp_path: Path) -> None:
    path = tmp_path / "spending.sqlite"
    path.write_bytes(b"this is no database, it is a shopping list" * 40)
    spend(Capped(Model(), PRICED, Purse(ledger=Ledger(path), today=lambda: TODAY)))
    model = Model()
    with pytest.raises(WriterError, match=r"can't be kept in spending.sqlite"):
        capped = Purse(day=Cap(cost=1), ledger=Ledger(path), today=lambda: TODAY)
        spend(Capped(model, PRICED, capped))
    assert model.asked == []
