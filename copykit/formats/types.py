"""What a format is made of: fields with limits, rules over several fields, patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints
from pydantic import Field as Setting

from copykit.guide.types import Channel, Part, Text, without_place
from copykit.templates import Template

__all__ = ["Block", "Field", "Format", "Limit", "Rule", "Settings", "WordRange"]

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


Role = Literal["title", "lead", "sections", "heading", "body", "meta", "ask", "url", "legal", "search_words"]
Platform = Literal["google", "linkedin", "meta", "microsoft", "tiktok", "x"]


class Limit(Part):
    """A length, and who says so."""

    max: Annotated[int, Setting(gt=0)]
    counting: Text = "characters"  # see copykit.text.COUNTINGS
    source: Text  # where the figure comes from
    read: date  # when it was read there
    known: Literal[
        "O", "M", "T", "K", "ours"
    ]  # official · mirror · third party · background · our own choice


class WordRange(Part):
    """How many words, at least and at most, and in which fields they are counted (empty: all)."""

    min: Annotated[int, Setting(ge=0)] = 0
    max: Annotated[int, Setting(gt=0)]
    fields: list[Name] = []


class Field(Part):
    """One field of a format: a text, a list of texts, or a list of groups with fields of their own."""

    name: Name
    label: Text
    help: Text | None = None
    kind: Literal["text", "list", "groups"] = "text"
    limit: Limit | None = None  # more is rejected
    shown: Limit | None = None  # more is cut off
    advised: Limit | None = None  # more is taken and shown, and works less well or costs more
    min: Annotated[int, Setting(ge=0)] | None = None  # items of a list or groups
    max: Annotated[int, Setting(gt=0)] | None = None
    required: bool = True
    markup: Literal["plain", "markdown"] = "plain"
    # Where it stands when a draft is a page: the H1, the text under it, a section (groups), its heading and
    # body, a setting in the front matter; "ask" is a button's label, "url" its address, "legal" small print,
    # "search_words" a list that stores search and nobody reads.
    role: Role | None = None
    # Ways to build the field without a model, each a list of moves. "?" marks a move that may be left out and
    # "*" one that is made once for each part of the brief's source, as many as the word range takes.
    structures: Annotated[dict[Text, list[Text]], BeforeValidator(without_place)] = {}
    fields: list[Field] = []

    @property
    def items(self) -> tuple[int, int]:
        """How many items a list or groups field takes, at least and at most."""
        return self.min or (1 if self.required else 0), self.max or 50


class Settings(Part):
    """The settings at the head of a format file."""

    title: Text
    family: Text
    channel: Channel
    description: Text
    platform: Platform | None = None  # whose policy an ad is held to
    mail: Literal["cold", "list"] | None = None  # an email to one person who does not know us, or to a list
    words: WordRange | None = None
    fields: Annotated[list[Field], Setting(min_length=1)]
    rules: list[
        Text
    ] = []  # "path2 needs path1", "at least one of headlines has 15 or less", "headlines differ"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule over several fields: `needs` (field, other), `one_short` (field, number), `differ` (field)."""

    kind: Literal["needs", "one_short", "differ"]
    field: str
    other: str = ""
    number: int = 0
    text: str = ""
    line: int | None = None


@dataclass(frozen=True, kw_only=True)
class Block:
    """The patterns of a field, or of one move of it.

    Attributes:
        field: the field's name.
        move: the move that it realises; empty for the whole field.
        alternatives: for a text, one template under the key ""; for groups one per subfield.
        line: 1-based line in the format's file.
    """

    field: str
    move: str
    alternatives: tuple[Mapping[str, Template], ...]
    line: int


@dataclass(frozen=True, kw_only=True)
class Format:
    """A loaded format.

    Attributes:
        name: the file's stem.
        path: the file.
        version: the first 12 hex digits of the file's SHA-256.
        instructions: the model's system prompt; `request` its user prompt.
        revision: the same two for writing single texts anew, from the shared part `revise.md`.
        blocks: the patterns for writing without a model.
    """

    name: str
    path: Path
    version: str
    settings: Settings
    rules: tuple[Rule, ...]
    instructions: Template
    request: Template
    revision: tuple[Template, Template]
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The format's title, for people."""
        return self.settings.title

    @property
    def channel(self) -> Channel:
        """The channel that its reading target and its claims are held to."""
        return self.settings.channel

    @property
    def fields(self) -> tuple[Field, ...]:
        """The top fields, in order."""
        return tuple(self.settings.fields)

    @property
    def unread(self) -> frozenset[str]:
        """The top fields that no reader sees: lists of search words."""
        return frozenset(field.name for field in self.fields if field.role == "search_words")

    def field(self, path: str) -> Field | None:
        """The field that a path such as `headlines[7]` or `sections[0].body` belongs to."""
        names = re.sub(r"\[\d*\]", "", path).split(".")
        found = next((field for field in self.fields if field.name == names[0]), None)
        for name in names[1:]:
            found = next((field for field in found.fields if field.name == name), None) if found else None
        return found

    def blocks_for(self, field: str, move: str = "") -> tuple[Block, ...]:
        """The pattern blocks of a field and move."""
        return tuple(block for block in self.blocks if block.field == field and block.move == move)
