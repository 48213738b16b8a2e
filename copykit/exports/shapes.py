"""The shapes of the JSON that copykit prints: what others script against. A change here is a new version."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, JsonValue, with_config
from typing_extensions import TypedDict

__all__ = [
    "AcceptedShape",
    "BlockedShape",
    "CheckShape",
    "DocumentShape",
    "DraftShape",
    "FactShape",
    "FieldShape",
    "FindingShape",
    "FixShape",
    "FormatShape",
    "FormatsShape",
    "InnerFieldShape",
    "PlaceShape",
    "RowFactShape",
    "RowShape",
    "ScoresShape",
    "SourceShape",
    "WriteShape",
]

CLOSED = ConfigDict(extra="forbid")
Score = float | None


@with_config(CLOSED)
class InnerFieldShape(TypedDict):
    """A field inside a group."""

    name: str
    kind: Literal["text", "list", "groups"]
    limit: int | None
    shown: int | None
    advised: int | None
    counting: str | None
    min: int | None
    max: int | None
    fields: list[InnerFieldShape]


@with_config(CLOSED)
class FieldShape(TypedDict):
    """A field of a format: more than `limit` is rejected, more than `shown` cut off; more than `advised` is
    taken, but works less well or costs more. Each may be null.

    `min` and `max` count the items of a list or groups; they are null for a text.
    """

    name: str
    kind: Literal["text", "list", "groups"]
    limit: int | None
    shown: int | None
    advised: int | None
    counting: str | None
    min: int | None
    max: int | None
    fields: list[InnerFieldShape]


@with_config(CLOSED)
class FormatShape(TypedDict):
    """A kind of copy."""

    name: str
    title: str
    family: str
    fields: list[FieldShape]


@with_config(CLOSED)
class FormatsShape(TypedDict):
    """What `copykit formats --output json` prints."""

    version: Literal[1]
    formats: list[FormatShape]


@with_config(CLOSED)
class FixShape(TypedDict):
    """Text to put in place of a finding's span; `safe` when it is known to do no harm."""

    title: str
    replacement: str
    safe: bool


@with_config(CLOSED)
class SourceShape(TypedDict):
    """The rule behind a finding or a fact: a line of guide or format, or a published source."""

    label: str
    quote: str
    path: str
    line: int | None
    url: str
    date: str


@with_config(CLOSED)
class PlaceShape(TypedDict):
    """A further place that a finding is about. Offsets and columns count as in a finding."""

    document: str
    field: str | None
    start: int
    end: int
    line: int
    column: int
    quote: str


@with_config(CLOSED)
class FindingShape(TypedDict):
    """One problem. `start` and `end` are code points into the file exactly as decoded, or, in a draft,
    into the text of `field`; `line` and `column` are counted from 1. `quote` is what stands there.

    `reference` is the rule in one line ("label (path:line)"); `source` is the same in parts.
    """

    check: str
    area: Literal["readability", "keywords", "consistency", "format"]
    severity: Literal["error", "warning", "suggestion"]
    advice: str
    start: int
    end: int
    line: int
    column: int
    quote: str
    field: str | None
    fixes: list[FixShape]
    reference: str | None
    source: SourceShape | None
    related: list[PlaceShape]


@with_config(CLOSED)
class ScoresShape(TypedDict):
    """0 to 100 each; null where there is nothing to judge by."""

    overall: Score
    readability: Score
    keywords: Score
    consistency: Score


@with_config(CLOSED)
class AcceptedShape(TypedDict):
    """A finding that somebody has overruled, in `accepted.yaml` or by a comment in the file.

    `by` is empty for a comment; `until` is the last day on which it holds (ISO), or null.
    """

    finding: FindingShape
    by: str
    reason: str
    until: str | None
    source: SourceShape


@with_config(CLOSED)
class DocumentShape(TypedDict):
    """The report of one document, the gravest findings first. `accepted` counts against no score."""

    path: str
    words: int
    scores: ScoresShape
    metrics: dict[str, JsonValue]
    findings: list[FindingShape]
    accepted: list[AcceptedShape]


@with_config(CLOSED)
class CheckShape(TypedDict):
    """What `copykit check --output json` and `copykit brand check --output json` print."""

    version: Literal[1]
    brand: str
    documents: list[DocumentShape]


@with_config(CLOSED)
class BlockedShape(TypedDict):
    """Why a draft is not ready; `field` is null when the whole is meant."""

    reason: str
    field: str | None


@with_config(CLOSED)
class FactShape(TypedDict):
    """A checkable statement in a draft and what allows it."""

    field: str | None
    quote: str
    reference: str
    source: SourceShape


Texts = str | list[str] | list[dict[str, str | list[str]]]


@with_config(CLOSED)
class UsageShape(TypedDict):
    """What a model used. `cost` is in US dollars and leaves out `unpriced` requests, whose price nobody told;
    `cached` answers cost nothing and count in nothing else; of `estimated` requests the server did not tell
    the tokens."""

    input_tokens: int
    output_tokens: int
    requests: int
    cost: float
    unpriced: int
    cached: int
    estimated: int


@with_config(CLOSED)
class RoundShape(TypedDict):
    """One step of how a draft came to be: its texts and findings after it. What was not `kept` was undone,
    for the `reason`."""

    title: str
    done: list[str]
    fields: dict[str, Texts]
    errors: int
    warnings: int
    suggestions: int
    kept: bool
    reason: str
    usage: UsageShape


@with_config(CLOSED)
class DraftShape(TypedDict):
    """A draft in its format's fields."""

    format: str
    brand: str
    writer: str
    seed: int
    ready: bool
    blocked: list[BlockedShape]
    fields: dict[str, Texts]
    facts: list[FactShape]
    report: DocumentShape
    usage: UsageShape
    history: list[RoundShape]
    remarks: list[str]


@with_config(CLOSED)
class WriteShape(TypedDict):
    """What `copykit write --output json` prints."""

    version: Literal[1]
    drafts: list[DraftShape]


@with_config(CLOSED)
class RowFactShape(TypedDict):
    """A checkable statement in a row's piece, and what allows it ("claim … (path:line)")."""

    quote: str
    reference: str
    field: str | None


@with_config(CLOSED)
class RowShape(TypedDict):
    """A line of `results.jsonl`: a row of the list and what `copykit write-batch` made of it.

    `row` counts from 1 under the headers, `line` is where the row begins in the file, and `cells` has it as
    it came. What only a piece has (`seed` and what follows) is null where none was written. `rounds` counts
    the rounds of improvement that were kept, `tries` the pieces from which this one was taken; `day` is the
    day that it was judged by (ISO).
    """

    row: int
    line: int
    status: Literal["ready", "blocked", "failed", "set aside", "not written"]
    reasons: list[str]
    remarks: list[str]
    audience: str
    audience_reason: str
    cells: dict[str, str]
    tries: int
    seed: int | None
    day: str | None
    writer: str | None
    structure: str | None
    scores: ScoresShape | None
    fields: dict[str, Texts] | None
    facts: list[RowFactShape] | None
    rounds: int | None
    usage: UsageShape | None
