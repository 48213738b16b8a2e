"""A draft: copy in a format's fields, with where it came from and whether it is ready."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias
from unicodedata import category

from copykit.findings import Finding, Reference, Report

if TYPE_CHECKING:
    from copykit.brief import Brief
    from copykit.formats import Field, Format
    from copykit.guide.control import Acceptance

__all__ = ["ADDRESS", "SLOT", "Blocked", "Draft", "Fact", "Leaf", "Round", "Usage", "Value", "Values",
    "get_leaf", "leaves", "overlap", "says_something", "set_leaf", "trigrams", "without_blanks",
]  # fmt: skip

Value: TypeAlias = str | list[str] | list[dict[str, str | list[str]]]
Values: TypeAlias = Mapping[str, Value]

# A visible place for what only the writer knows: [[observation: What did you notice about this company?]]
SLOT = re.compile(r"\[\[(?P<name>[^\[\]:]{1,60})(?:: *(?P<question>[^\[\]]{1,300}))?\]\]")


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """One text of a draft, with its path (`headlines[7]`, `sections[0].body`) and its field."""

    path: str
    text: str
    field: Field


@dataclass(frozen=True, kw_only=True)
class Blocked:
    """Why a draft is not ready, and in which field (None: the whole)."""

    reason: str
    field: str | None = None


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A checkable statement in a draft and what allows it."""

    field: str | None
    quote: str
    reference: Reference


@dataclass(frozen=True, kw_only=True)
class Usage:
    """What a model used.

    Attributes:
        input_tokens: tokens sent, over all requests that reached the provider.
        output_tokens: tokens that came back.
        requests: requests that reached the provider.
        cost: what they cost by the prices in the model's profile, in US dollars.
        unpriced: requests of a model whose price nobody has told; `cost` leaves them out.
        cached: answers that came from the cache; they count in nothing else.
        estimated: requests whose tokens the server did not tell, so that they are our estimate.
    """

    input_tokens: int = 0
    output_tokens: int = 0
    requests: int = 0
    cost: float = 0.0
    unpriced: int = 0
    cached: int = 0
    estimated: int = 0

    @property
    def tokens(self) -> int:
        """Tokens in both directions."""
        return self.input_tokens + self.output_tokens

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            requests=self.requests + other.requests,
            cost=self.cost + other.cost,
            unpriced=self.unpriced + other.unpriced,
            cached=self.cached + other.cached,
            estimated=self.estimated + other.estimated,
        )


@dataclass(frozen=True, kw_only=True)
class Round:
    """One round of improvement, kept or undone.

    Attributes:
        title: what was tried ("Safe fixes", "Written anew by openai:gpt-5-mini").
        done: what it changed or was asked to change, a line each.
        fields: the draft's texts after it; what was undone can be looked at here.
        errors: findings that must not ship after it; `warnings` and `suggestions` likewise.
        kept: whether it lowered what is wrong; what did not was undone.
        reason: why it was undone, or stopped; empty when it was kept.
    """

    title: str
    done: tuple[str, ...]
    fields: Values
    errors: int
    warnings: int
    suggestions: int
    kept: bool = True
    reason: str = ""
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Copy in a format's fields.

    Attributes:
        writer: `offline` or `provider:model`.
        seed: the seed that the writer was given.
        structure: the structure that the writer chose ("PAS"); empty when it did not say.
        ready: nothing hinders its use; otherwise `blocked` says what does.
        accepted: findings that a person has overruled in this draft.
        history: how it came to be what it is: the first version, then each round of improvement.
        usage: all that was used for it, improvement included.
        remarks: what a person should know of how it was written, such as another model that stood in.
    """

    format: Format
    brand: str
    brief: Brief
    fields: Values
    writer: str
    seed: int
    guide_version: str
    report: Report
    ready: bool
    structure: str = ""
    blocked: tuple[Blocked, ...] = ()
    facts: tuple[Fact, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    usage: Usage = field(default_factory=Usage)
    history: tuple[Round, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def prompt_version(self) -> str:
        """The version of the format file that asked for it."""
        return self.format.version

    def leaves(self) -> tuple[Leaf, ...]:
        """Its texts, in order."""
        return tuple(leaves(self.format, self.fields))

    def quote(self, finding: Finding) -> str:
        """The text that a finding of its report is about."""
        place = finding.location
        return get_leaf(self.fields, place.field)[place.start : place.end] if place.field else ""

    def with_fields(self, fields: Values, **changes: object) -> Draft:
        """A copy with other texts."""
        return replace(self, fields=fields, **changes)  # type: ignore[arg-type]


def leaves(format: Format, values: Values) -> Iterator[Leaf]:
    """The texts of some values in the format's order; empty ones are passed over."""
    yield from _leaves(format.fields, values, "")


def _leaves(fields: Sequence[Field], values: Mapping[str, Any], prefix: str) -> Iterator[Leaf]:
    for one in fields:
        value = values.get(one.name)
        path = prefix + one.name
        if not value:
            continue
        if isinstance(value, str):
            yield Leaf(path=path, text=value, field=one)
            continue
        for number, item in enumerate(value):
            if isinstance(item, str):
                if item:
                    yield Leaf(path=f"{path}[{number}]", text=item, field=one)
            else:
                yield from _leaves(one.fields, item, f"{path}[{number}].")


def says_something(text: str) -> bool:
    """Whether there is a letter, a digit or a symbol such as an emoji in a text, beside marks and spaces."""
    return any(letter.isalnum() or category(letter) == "So" for letter in text)


def without_blanks(format: Format, values: Values) -> Values:
    """The values without what says nothing: items of lists, groups that are empty, and optional texts."""
    kept: dict[str, Any] = dict(values)
    for one in format.fields:
        value = kept.get(one.name)
        if isinstance(value, list):
            kept[one.name] = [item for item in value if _is_filled(item)]
        elif value and not one.required and not says_something(value):
            del kept[one.name]
    return kept


def _is_filled(item: str | Mapping[str, Any]) -> bool:
    return says_something(item) if isinstance(item, str) else any(item.values())


# Two pieces that ask for the same thing have the same address: that makes them no more alike to a reader.
ADDRESS = re.compile(r"https?://[^\s)\]]+")


def trigrams(format: Format, values: Values) -> frozenset[tuple[str, ...]]:
    """The word trigrams of some values, legal lines and addresses left out, those within a text too."""
    found: set[tuple[str, ...]] = set()
    for leaf in leaves(format, values):
        if leaf.field.role not in ("legal", "url"):
            text = ADDRESS.sub("", leaf.text)
            words = [word.strip(".,:;!?\"'“”‘’()*").casefold() for word in text.split()]
            found.update(zip(words, words[1:], words[2:], strict=False))
    return frozenset(found)


def overlap(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """The Jaccard index of two sets, 0 to 1; 1 for two empty ones."""
    return len(one & other) / len(one | other) if one or other else 1.0


_STEP = re.compile(r"([a-z_0-9]+)(?:\[(\d+)\])?")


def get_leaf(values: Values, path: str) -> str:
    """The text at a path; "" where there is none."""
    here: object = values
    for name, number in _STEP.findall(path):
        here = here.get(name, "") if isinstance(here, Mapping) else ""
        if number:
            here = here[int(number)] if isinstance(here, list) and int(number) < len(here) else ""
    return here if isinstance(here, str) else ""


def set_leaf(values: Values, path: str, text: str) -> dict[str, Value]:
    """The values with the text at a path replaced; lists and groups grow as needed."""
    return _set(values, _STEP.findall(path), text)  # type: ignore[return-value]


def _set(holder: Mapping[str, object], steps: list[tuple[str, str]], text: str) -> dict[str, object]:
    (name, number), rest = steps[0], steps[1:]
    made = dict(holder)
    if not number:
        made[name] = text
        return made
    held = made.get(name)
    items: list[object] = list(held) if isinstance(held, list) else []
    at = int(number)
    while len(items) <= at:
        items.append({} if rest else "")
    inner = items[at]
    items[at] = _set(inner if isinstance(inner, Mapping) else {}, rest, text) if rest else text
    made[name] = items
    return made
