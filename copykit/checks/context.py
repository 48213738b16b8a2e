"""What a check may know besides the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from copykit.brief import Brief
from copykit.findings import Finding
from copykit.guide import Guide
from copykit.guide.control import Acceptance
from copykit.text import Document

if TYPE_CHECKING:
    from copykit.formats import Format

__all__ = ["Check", "Context"]


@dataclass(frozen=True, kw_only=True)
class Context:
    """What a document is held against.

    Attributes:
        today: the day that dated things are judged by.
        brief: what was asked for; an empty one when nothing was.
        format: the format that the document is a draft of; None for any other text.
        own: whether we wrote it: an unproven claim is then an error, else a warning with "add proof".
        machine: whether a model wrote it: then it may say nothing that guide and brief don't hold.
        of_guide: whether the text is a part of the guide itself, whose numbers are then not taken on trust.
        channel: the channel, from the format, the file's front matter or the caller; None when unknown.
        accepted: what a person has accepted in this text alone; the guide's `accepted.yaml` holds the rest.
        deep: whether slow information (topics by YAKE, textstat's formulas) is wanted too.
    """

    guide: Guide
    today: date
    brief: Brief = field(default_factory=Brief)
    format: Format | None = None
    own: bool = False
    machine: bool = False
    of_guide: bool = False
    channel: str | None = None
    accepted: tuple[Acceptance, ...] = ()
    deep: bool = False

    @property
    def region(self) -> str:
        """Where the copy will be used: the brief's region, or the brand's."""
        return self.brief.region or self.guide.brand.region

    @property
    def audience(self) -> str | None:
        """The brief's audience id."""
        return self.brief.audience or None


Check: TypeAlias = Callable[[Document, Context], Iterable[Finding]]
