"""`checks.yaml` and `accepted.yaml`: which checks run how gravely where, and which findings were overruled.

Both are files of their own, and no part of `brand.yaml`: they are changed by other people than the brand's
owner (the web team on a Tuesday), far more often, and a tool writes into one of them; the brand's decisions
should show none of that in their history.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from copykit.guide.parts import Channel, Part, Text, without_place

__all__ = ["Acceptance", "Acceptances", "Checks", "Level", "Levels"]

Level = Literal["off", "error", "warning", "suggestion"]


class Levels(Part):
    """How grave the findings of a check are, by its id (`terms.avoid`), its family (`terms`) or `all`."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Level] = Field(init=False)

    @property
    def by_id(self) -> dict[str, Level]:
        """What was written, by id, family or `all`."""
        return self.__pydantic_extra__


class Checks(Part):
    """`checks.yaml`

    A folder's word beats a channel's, and a channel's beats the general one; of two folders, the one whose
    pattern is longer. Within each, a check's id beats its family, and that beats `all`.
    """

    checks: Levels = Levels.model_construct()  # everywhere
    channels: Annotated[dict[Channel, Levels], BeforeValidator(without_place)] = {}
    folders: Annotated[dict[Text, Levels], BeforeValidator(without_place)] = {}  # by pattern: "legacy/**"

    @property
    def empty(self) -> bool:
        """Whether nothing is set."""
        return not (self.checks.by_id or self.channels or self.folders)


class Acceptance(Part):
    """A finding that a person has overruled."""

    check: Text  # the check's id
    quote: str = ""  # what stands there; empty where something is missing
    document: Text  # the file from the folder that it shares with the brand's, a pattern, or "anywhere"
    by: Text  # who says so
    reason: Text  # why it is fine
    date: datetime.date  # when it was said
    until: datetime.date | None = None  # the last day on which it holds

    @field_validator("until")
    @classmethod
    def _after(cls, until: datetime.date | None, info: ValidationInfo) -> datetime.date | None:
        begun = info.data.get("date")
        if until and begun and until < begun:
            raise ValueError(f"it ends before it begins ({begun})")
        return until


class Acceptances(Part):
    """`accepted.yaml`"""

    accepted: list[Acceptance] = []
