"""What a user reads while a batch is written."""

from __future__ import annotations

import pytest

from copykit.draft import Usage
from copykit.outreach.batch import Progress
from copykit.outreach.telling import money, progress_text, span


def progress(
    done: int, *, resumed: int = 0, failed: int = 0, cost: float = 0.0, before: float = 0.0
) -> Progress:
    used = Usage(requests=bool(cost), cost=cost)
    return Progress(
        total=100, done=done, resumed=resumed, written=done - resumed, failed=failed, usage=used,
        before=Usage(requests=bool(before), cost=before),
    )  # fmt: skip


def test_it_tells_how_far_it_is_what_it_cost_and_what_is_to_come() -> None:
    now = progress(60, resumed=20, failed=2, cost=0.4, before=0.2)
    told = progress_text(now, seconds=80, pieces=40)
    assert told == "60 of 100 · 2 failed · $0.6000, about $1.00 in all · 80 s to go"


def test_of_too_few_pieces_nothing_is_foretold() -> None:
    assert progress_text(progress(2), seconds=90, pieces=2) == "2 of 100"


def test_at_the_end_nothing_is_to_come() -> None:
    assert progress_text(progress(100), seconds=90, pieces=99) == "100 of 100"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "1 s"), (89, "89 s"), (120, "2 min"), (3600, "1 h 0 min"), (7500, "2 h 5 min")],
)
def test_time_is_told_as_people_do(seconds: float, said: str) -> None:
    assert span(seconds) == said


def test_a_price_that_nobody_knows_is_not_told_as_nothing() -> None:
    assert money(Usage(requests=3, unpriced=3)) == "of unknown price"
    assert money(Usage(requests=3, unpriced=1, cost=0.5)) == "$0.5000, without 1 request of unknown price"
    assert money(Usage(cached=2)) == "all answers were at hand"
