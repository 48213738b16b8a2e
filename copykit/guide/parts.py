"""What every mapping in a brand file has: its place, and for dated things whether it may be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from copykit.findings import Reference

__all__ = ["Channel", "Dated", "Id", "Part", "Place", "Standing", "Text", "without_place"]

Channel = Literal["ad", "blog", "call", "cta", "email", "page", "social"]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]


@dataclass(frozen=True)
class Place:
    """Where a mapping stands in the files.

    Attributes:
        path: its file.
        line: its first line.
        keys: the line of each key.
        way: the keys and positions that lead to it in its file.
        inherited: for keys that come from the guide that it extends, the place of the mapping there.
    """

    path: str = ""
    line: int | None = None
    keys: Mapping[str, int] = field(default_factory=dict)
    way: tuple[str | int, ...] = ()
    inherited: Mapping[str, Place] = field(default_factory=dict)

    def at(self, key: str) -> Place:
        """The place of the mapping that a key was written in: this one, or the one that it comes from."""
        return self.inherited[key].at(key) if key in self.inherited else self

    def of(self, key: str) -> int | None:
        """The line of a key, or the mapping's own line."""
        at = self.at(key)
        return at.keys.get(key, at.line)


class Part(BaseModel):
    """A mapping in a brand file. It knows its place, so that every rule can be pointed at."""

    # A model's checks are built when it is first used: no run needs all of these, and one inside another is
    # built with that one.
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=False,
        ser_json_timedelta="iso8601",
        defer_build=True,
    )

    place: SkipJsonSchema[Place] = Field(default=Place(), alias="__place__", exclude=True, repr=False)

    def reference(self, label: str, *, key: str = "", quote: str = "") -> Reference:
        """A reference to this mapping, or to one of its keys."""
        return Reference(label=label, quote=quote, path=self.place.at(key).path, line=self.place.of(key))


class Standing(StrEnum):
    """Whether a dated thing may be used, and if not, why."""

    USABLE = "usable"
    EXPIRED = "expired"
    NOT_YET = "not yet valid"
    WITHDRAWN = "withdrawn"
    REGION = "not for this region"
    CHANNEL = "not for this channel"
    AUDIENCE = "not for this audience"


class Dated(Part):
    """A thing that may be used from one day to another, in some places; empty lists mean everywhere."""

    valid_from: date | None = None
    valid_to: date | None = None  # the last day on which it may be used
    regions: list[Text] = []
    channels: list[Channel] = []

    def standing(
        self,
        today: date,
        *,
        region: str | None = None,
        channel: str | None = None,
        audience: str | None = None,
    ) -> Standing:
        """Whether it may be used on a day, in a region, on a channel; None leaves a condition out."""
        if self.valid_to and today > self.valid_to:
            return Standing.EXPIRED
        if self.valid_from and today < self.valid_from:
            return Standing.NOT_YET
        if region and self.regions and region not in self.regions:
            return Standing.REGION
        if channel and self.channels and channel not in self.channels:
            return Standing.CHANNEL
        return Standing.USABLE


def without_place(value: Any) -> Any:
    """A group whose keys are free leaves out its own place, which is no key of the file's."""
    return (
        {key: item for key, item in value.items() if key != "__place__"} if isinstance(value, dict) else value
    )
