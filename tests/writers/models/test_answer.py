"""What of an answer goes into the fields: what can be seen, in the lines that a field has."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from copykit.draft import Usage, Values, get_leaf, set_leaf
from copykit.writers import Chunk
from copykit.writers.models import ModelWriter
from copykit.writers.models.client import Account, Piece, Request
from copykit.writers.models.conversation import Model
from copykit.writers.models.faults import Teller
from copykit.writers.models.profiles import Profile

if TYPE_CHECKING:
    from .conftest import Desk


@dataclass
class Saying:
    """A client whose model says one thing, in pieces of a size."""

    answer: dict[str, Any]
    size: int
    name: str = "stub:saying"

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        text = json.dumps(self.answer)
        account(Usage(requests=1))
        for at in range(0, len(text), self.size):
            yield Piece(text=text[at : at + self.size])
        yield Piece(finish="stop")


def written(desk: Desk, format: str, answer: dict[str, Any], *, size: int = 9999) -> Values:
    client = Saying(answer, size)
    teller = Teller(client.name, base_url=None, variable="", secrets=())
    values: Values = {}
    for part in ModelWriter([Model(client=client, profile=Profile(), teller=teller)]).write(
        desk.task(format)
    ):
        if isinstance(part, Chunk):
            values = set_leaf(values, part.path, get_leaf(values, part.path) + part.text)
    return values


@pytest.mark.parametrize("size", [1, 7, 9999])
def test_letters_that_nobody_sees_stay_out(desk: Desk, size: int) -> None:
    answer = {
        "subject": "satur\u200bday \u202edentals",
        "preheader": "One\u00ad two \U000e0041three 👩\u200d⚕️",
        "body": "Hi Joanne,\n\nYou open\ufeff on Saturdays.\x07\n\nThanks,\nHal",
    }
    values = written(desk, "sales-email", answer, size=size)
    assert values["subject"] == "saturday dentals"
    assert values["preheader"] == "One two three 👩\u200d⚕️"  # the joiner that holds an emoji together
    assert values["body"] == "Hi Joanne,\n\nYou open on Saturdays.\n\nThanks,\nHal"


def test_a_headline_has_one_line(desk: Desk) -> None:
    group = {
        "headline": "Refill Canceled Slots\n\nby Text",
        "label": ["Book a Short", "Demo"],
        "line": "Bring the skeptic.",
    }
    values = written(desk, "cta-set", {"ctas": [group] * 3})
    first = values["ctas"][0]
    assert isinstance(first, dict)
    assert first["headline"] == "Refill Canceled Slots by Text"
    assert first["label"] == "Book a Short Demo"
