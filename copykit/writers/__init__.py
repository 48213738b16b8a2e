"""Who writes: one small protocol, served by `offline` and by any model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeAlias, runtime_checkable

from copykit.brief import Brief
from copykit.draft import Usage, Values
from copykit.formats import Format
from copykit.guide import Guide

__all__ = ["Chunk", "Editor", "Note", "Part", "Restart", "Revision", "Task", "Writer"]


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
    """Something that a writer says about its work.

    Attributes:
        structure: the structure that it chose.
        problem: why the draft is not ready, such as a field that is missing.
        field: the field that the problem is about; None: the whole.
        remark: what a person should know and what hinders nothing, such as another model that stood in.
        writer: who writes from here on, when it is no longer the one that was asked.
    """

    structure: str = ""
    problem: str = ""
    field: str | None = None
    remark: str = ""
    writer: str = ""


@dataclass(frozen=True, kw_only=True)
class Restart:
    """What was streamed for a field, groups and all, is taken back: what comes next begins it anew."""

    field: str


Part: TypeAlias = Chunk | Note | Restart | Usage


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


@dataclass(frozen=True, kw_only=True)
class Revision:
    """A text of a draft that is to be written anew, and why.

    Attributes:
        path: the text's path (`headlines[7]`).
        text: the text as it stands.
        problems: what is wrong with it, each in words with the rule that it breaks.
    """

    path: str
    text: str
    problems: tuple[str, ...]


@runtime_checkable
class Editor(Protocol):
    """A writer that can also write single texts of a draft anew."""

    @property
    def name(self) -> str:
        """`provider:model`."""
        ...

    def revise(self, task: Task, values: Values, revisions: Sequence[Revision]) -> Iterator[Part]:
        """Streams new texts for the revisions' paths and for no others.

        The first chunk of a path begins its new text; a path without a chunk stays as it is.

        Args:
            task: what the draft was written for.
            values: the whole draft as it stands, so that a new text fits the others.
            revisions: what to write anew.

        Raises:
            WriterError: when it can't go on.
        """
        ...
