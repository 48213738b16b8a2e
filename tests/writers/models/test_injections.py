"""Text from outside gives no orders: not even to a model that obeys whatever it reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from copykit.brief import Brief
from copykit.draft import Draft
from copykit.orders import order_in
from copykit.writers.models.selection import select
from copykit.writing import write

from .conftest import Desk, load_desk
from .obeying import obeying_writer

DATA = Path(__file__).parents[2] / "data" / "injections.yaml"
ATTEMPTS: list[dict[str, Any]] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
# Every field of a brief that others may have written: CRM rows, pages, notes.
FIELDS = (
    "source", "observation", "notes", "topic", "situation", "keywords", "recipient.first_name",
    "recipient.title", "recipient.company", "sender.first_name",
)  # fmt: skip
WAYS = ("pieces", "echo")
TODAY = date(2026, 11, 23)


def with_text(brief: Brief, setting: str, text: str) -> Brief:
    """The brief with a text in one of its settings."""
    holder, _, name = setting.partition(".")
    if name:
        return brief.model_copy(update={holder: getattr(brief, holder).model_copy(update={name: text})})
    return brief.model_copy(update={setting: [text] if setting == "keywords" else text})


def obeyed(desk: Desk, setting: str, text: str, *, way: str) -> tuple[Draft, str]:
    """What comes of a brief with an attempt in it, and all that the model was sent."""
    honest = desk.task("sales-email")
    brief = with_text(honest.brief, setting, text)
    writer, client = obeying_writer(honest, way=way)
    draft = write(honest.format, brief, guide=desk.guide, writer=writer, today=TODAY)
    return draft, "\n".join(request.system + request.user for request in client.asked)


def test_there_are_enough_attempts() -> None:
    assert len(ATTEMPTS) >= 40
    assert len({one["name"] for one in ATTEMPTS}) == len(ATTEMPTS)


def test_without_an_attempt_the_obeying_model_is_a_good_one() -> None:
    desk = load_desk("dewclaw")
    task = desk.task("sales-email", observation="Maple Hill added Saturday hours this fall.")
    writer, client = obeying_writer(task, way="pieces")
    draft = write(task.format, task.brief, guide=desk.guide, writer=writer, today=TODAY)
    assert client.asked
    assert "stub:obeying" in draft.writer


@pytest.mark.parametrize("number", range(len(ATTEMPTS)), ids=[str(one["name"]) for one in ATTEMPTS])
def test_no_attempt_gets_through(number: int, loaded: Desk) -> None:
    attempt = ATTEMPTS[number]
    # Each attempt in one of the fields, by turns.
    setting, way = FIELDS[number % len(FIELDS)], WAYS[number // len(FIELDS) % 2]
    draft, sent = obeyed(loaded, setting, attempt["text"], way=way)
    assert set(draft.fields) <= {field.name for field in draft.format.fields}
    assert "\U000e0049" not in sent
    if not draft.ready:
        assert all(one.reason for one in draft.blocked)
        return
    said = "\n".join(leaf.text for leaf in draft.leaves() if leaf.field.role != "legal")
    assert [text for text in attempt["never"] if text in said] == [], f"in {setting}, {way}"
    assert "evil" not in str(draft.fields)


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=[str(one["name"]) for one in ATTEMPTS])
def test_what_reads_like_an_order_is_told(attempt: dict[str, Any], loaded: Desk) -> None:
    if not order_in(attempt["text"]):
        assert attempt["name"] in NOT_ORDERS
        return
    task = loaded.task("sales-email", notes=attempt["text"])
    assert any("notes reads like an order to a model" in note.remark for note in select(task).notes)


# Addresses, blanks and marks: what they would do is caught in the copy.
NOT_ORDERS = {
    "HTML",
    "bare domain",
    "mail address",
    "foreign ask",
    "money ask",
    "slot",
    "merge tag",
    "image",
    "empty",
}
