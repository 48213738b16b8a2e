"""Who writes: one small protocol, served by `offline` and by any model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeAlias

from copykit.brief import Brief
from copykit.draft import Usage
from copykit.formats import Format
from copykit.guide import Guide

__all__ = ["Chunk", "Note", "Part", "Task", "Writer"]


@dataclass(frozen=True, kw_only=True)
class Task:
    """What a writer is asked for.

    Attributes:
        seed: the same seed gives the same copy (offline), or is passed on to the model.
        today: the day that claims and offers must be valid on.
    """

    format: Format
    brief: Brief
    guide: Guide
    seed: int
    today: date


@dataclass(frozen=True, kw_only=True)
class Chunk:
    """Text to append to the field at `path` (`headlines[7]`, `sections[0].body`)."""

    path: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something that a writer says about its work: the structure that it chose, or why a field is missing."""

    structure: str = ""
    problem: str = ""
    field: str | None = None


Part: TypeAlias = Chunk | Note | Usage


class Writer(Protocol):
    """Writes the fields of a format for a brief in a guide's voice."""

    @property
    def name(self) -> str:
        """`offline` or `provider:model`."""
        ...

    def write(self, task: Task) -> Iterator[Part]:
        """Streams the copy; chunks of one field come in order.

        Raises:
            WriterError: when it can't go on; what was streamed before stays good.
        """
        ...
