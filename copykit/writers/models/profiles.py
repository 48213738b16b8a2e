"""Profiles: what is known of a model, from the file that comes with copykit and from one of the user's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import translate
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

from copykit.draft import Usage
from copykit.errors import Problem, WriterError
from copykit.guide.parts import Part, Text
from copykit.guide.yaml import compose, validate
from copykit.platforms import Known

__all__ = ["Price", "Profile", "load_profiles", "profile_of"]

OWN = Path(__file__).with_name("profiles.yaml")
MILLION = 1_000_000
_LETTERS = re.compile(r"\[[^]]*\]|[*?]")

Strategy: TypeAlias = Literal["fields", "slots"]
Tokens: TypeAlias = Annotated[int, Field(ge=1)]
Dollars: TypeAlias = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class Price(Part):
    """What a million tokens cost, in US dollars, and where that was read."""

    input: Dollars
    output: Dollars
    source: Text
    read: date  # the day on which the source said so
    known: Known = "O"

    def of(self, *, input_tokens: int, output_tokens: int) -> float:
        """What some tokens cost, in US dollars."""
        return (input_tokens * self.input + output_tokens * self.output) / MILLION


class Entry(Part):
    """What a file says of the models whose names fit a pattern."""

    models: Text
    context: Tokens | None = None
    output: Tokens | None = None
    structured: bool | None = None
    strategy: Strategy | None = None
    price: Price | None = None

    @model_validator(mode="after")
    def _names_a_provider(self) -> Entry:
        if ":" not in self.models:
            raise ValueError(f'"{self.models}" names no provider: write provider:model, such as openai:gpt-*')
        return self

    def fits(self, spec: str) -> bool:
        """Whether a model's name fits the pattern, whatever the case of its letters."""
        return re.match(translate(self.models.lower()), spec.lower()) is not None

    @property
    def exactness(self) -> int:
        """How many characters the pattern fixes; of two that fit, the one that fixes more is meant."""
        return len(_LETTERS.sub("", self.models))


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    place: object = Field(default=None, alias="__place__", exclude=True)
    profiles: list[Entry]


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What is known of a model; what is not known is None.

    Attributes:
        context: tokens that a request and its answer may have together.
        output: tokens that an answer may have.
        structured: whether a JSON schema can be asked for.
        strategy: `fields` writes the whole piece at once, `slots` single lines within a composed piece.
        price: what tokens cost.
    """

    context: int | None = None
    output: int | None = None
    structured: bool | None = None
    strategy: Strategy = "fields"
    price: Price | None = None

    def priced(self, usage: Usage) -> Usage:
        """A request's usage with what it cost, or with the mark that nobody knows."""
        if self.price is None:
            return usage + Usage(unpriced=usage.requests)
        cost = self.price.of(input_tokens=usage.input_tokens, output_tokens=usage.output_tokens)
        return usage + Usage(cost=cost)


def load_profiles(path: Path | None = None) -> tuple[Entry, ...]:
    """The entries that come with copykit, then those of a file of the user's, which win over them.

    Raises:
        WriterError: when the file can't be read, with every problem and its line.
    """
    return _own() if path is None else (*_own(), *_read(path))


@cache
def _own() -> tuple[Entry, ...]:
    return _read(OWN)


def _read(path: Path) -> tuple[Entry, ...]:
    name = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise WriterError(f'there is no file of profiles "{name}"', advice="Check the path.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise WriterError(f"can't be read: {error}", path=name) from None
    tree, problems = compose(text, path=name)
    found: _File | None = None
    if not problems:
        found, problems = validate(_File, tree, path=name, what="profiles (a list of models and settings)")
    if found is None:
        raise WriterError(problems=problems or [Problem(message="there are no profiles in it", path=name)])
    return tuple(found.profiles)


def profile_of(spec: str, entries: Sequence[Entry], *, own_server: bool = False) -> Profile:
    """What is known of a model: each setting from the most specific entry that has it, later ones first.

    Args:
        spec: `provider:model`.
        entries: what `load_profiles` gave.
        own_server: whether it is asked at an address of the user's own. The prices that come with copykit
            do not hold there; those of the user's file do.
    """
    fitting = [(entry.exactness, number, entry) for number, entry in enumerate(entries) if entry.fits(spec)]
    known: dict[str, object] = {}
    for _, number, entry in sorted(fitting, key=lambda one: one[:2]):
        said = entry.model_dump(exclude_none=True, exclude={"models", "price"})
        known |= said
        ours = number < len(_own())
        if entry.price is not None and not (own_server and ours):
            known["price"] = entry.price
    return Profile(**known)  # type: ignore[arg-type]
