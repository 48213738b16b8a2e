"""The substantiation sheet of a draft as text, Markdown and JSON: one page that somebody can sign."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from pydantic import with_config
from typing_extensions import TypedDict

from copykit.exports.excerpt import visible
from copykit.exports.receipt import Backed, Receipt, Uncovered
from copykit.exports.shapes import CLOSED

__all__ = ["ReceiptsShape", "receipt_markdown", "receipt_text", "receipts_payload"]

WIDTH = 96
_KINDS = {
    "claim": "Claims",
    "offer": "Offers",
    "story": "People named and quoted",
    "brief": "Vouched for in the brief",
}
_SCOPE = (
    "This sheet lists the checkable statements that copykit found in the piece and what the brand's guide"
    " holds for them. It does not replace legal advice."
)
_NOTHING = "Nothing: each checkable statement that was found stands above."
_SAMPLE = "The brand is a sample: its customers, studies and figures are made up."


# ── JSON ────────────────────────────────────────────────────────────────────────────────────────────


@with_config(CLOSED)
class UsedShape(TypedDict):
    """A wording in the draft and the field that it stands in."""

    text: str
    field: str | None


@with_config(CLOSED)
class BackedShape(TypedDict):
    """Something in the draft that guide or brief allow. Dates are ISO; empty lists mean everywhere.

    `proof` is a claim's source, or the approved words of an offer, a story or the brief; `terms` are an
    offer's terms, or the leave that a customer gave.
    """

    kind: Literal["claim", "offer", "story", "brief"]
    id: str
    used: list[UsedShape]
    proof: str
    proof_url: str
    proof_date: str | None
    owner: str
    valid_from: str | None
    valid_to: str | None
    regions: list[str]
    channels: list[str]
    audiences: list[str]
    terms: list[str]
    place: str


@with_config(CLOSED)
class UncoveredShape(TypedDict):
    """A statement in the draft that nothing allows, or not so, and why."""

    text: str
    field: str | None
    reason: str
    check: str


@with_config(CLOSED)
class ReceiptShape(TypedDict):
    """The sheet of one draft. `day` is the day that it was judged by."""

    document: str
    format: str
    format_version: str
    brand: str
    made_up: bool
    guide_version: str
    day: str
    region: str
    backed: list[BackedShape]
    uncovered: list[UncoveredShape]


@with_config(CLOSED)
class ReceiptsShape(TypedDict):
    """What `copykit receipt --output json` prints: a sheet for each draft of the file."""

    version: Literal[1]
    receipts: list[ReceiptShape]


def receipts_payload(receipts: Iterable[Receipt]) -> ReceiptsShape:
    """The sheets as JSON."""
    return {"version": 1, "receipts": [_payload(receipt) for receipt in receipts]}


def _payload(receipt: Receipt) -> ReceiptShape:
    draft = receipt.draft
    return {
        "document": receipt.document,
        "format": draft.format.name,
        "format_version": draft.prompt_version,
        "brand": draft.brand,
        "made_up": receipt.made_up,
        "guide_version": draft.guide_version,
        "day": receipt.day.isoformat(),
        "region": receipt.region,
        "backed": [_backed(one) for one in receipt.backed],
        "uncovered": [
            {"text": one.text, "field": one.field, "reason": one.reason, "check": one.check}
            for one in receipt.uncovered
        ],
    }


def _backed(one: Backed) -> BackedShape:
    return {
        "kind": one.kind,
        "id": one.id,
        "used": [{"text": used.text, "field": used.field} for used in one.used],
        "proof": one.proof,
        "proof_url": one.proof_url,
        "proof_date": _iso(one.proof_date),
        "owner": one.owner,
        "valid_from": _iso(one.valid_from),
        "valid_to": _iso(one.valid_to),
        "regions": list(one.regions),
        "channels": list(one.channels),
        "audiences": list(one.audiences),
        "terms": list(one.terms),
        "place": one.place,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


# ── text and Markdown ───────────────────────────────────────────────────────────────────────────────


def receipt_text(receipt: Receipt) -> str:
    """The sheet for a terminal or a printer, at most 96 columns wide."""
    lines = ["SUBSTANTIATION SHEET", ""]
    lines += [f"{label + ':':<10} {value}" for label, value in _head(receipt)]
    number = 0
    for kind, title in _KINDS.items():
        group = [one for one in receipt.backed if one.kind == kind]
        if group:
            lines += ["", f"{title.upper()}"]
        for one in group:
            number += 1
            lines += _entry(one, number)
    lines += ["", f"NOT COVERED ({len(receipt.uncovered)})"]
    if not receipt.uncovered:
        lines.append(f"  {_NOTHING}")
    for gap in receipt.uncovered:
        lines += _fill(f"- {_gap(gap)}", indent="  ", hanging="    ")
    lines += ["", *_fill(_foot(receipt)), "", *_signature()]
    return "\n".join(lines) + "\n"


def _entry(one: Backed, number: int) -> Iterator[str]:
    lead = f"{number}. "
    says = [f"“{visible(used.text)}”{f' ({used.field})' if used.field else ''}" for used in one.used]
    yield from _fill(f"{lead}{says[0]}", indent="  ", hanging=" " * (len(lead) + 2))
    for said in says[1:]:
        yield from _fill(said, indent=" " * (len(lead) + 2))
    for label, value in _facts(one):
        yield from _fill(f"{label}: {value}", indent=" " * (len(lead) + 2), hanging=" " * (len(lead) + 4))


def receipt_markdown(receipt: Receipt) -> str:
    """The sheet as Markdown."""
    lines = ["# Substantiation sheet", ""]
    lines += [f"- **{label}:** {_escaped(value)}" for label, value in _head(receipt)]
    for kind, title in _KINDS.items():
        group = [one for one in receipt.backed if one.kind == kind]
        if group:
            lines += ["", f"## {title}", ""]
        for one in group:
            says = "; ".join(
                f"“{_escaped(used.text)}”{f' (`{used.field}`)' if used.field else ''}" for used in one.used
            )
            lines.append(f"- {says}")
            lines += [f"  - {label}: {_escaped(value)}" for label, value in _facts(one)]
    lines += ["", f"## Not covered ({len(receipt.uncovered)})", ""]
    if not receipt.uncovered:
        lines.append(_NOTHING)
    lines += [f"- {_escaped(_gap(gap))}" for gap in receipt.uncovered]
    lines += ["", _foot(receipt), "", *(f"{line}  " for line in _signature() if line)]
    return "\n".join(lines) + "\n"


def _head(receipt: Receipt) -> Iterator[tuple[str, str]]:
    draft = receipt.draft
    yield "Piece", f"{draft.format.title} for {visible(draft.brand)}, {visible(receipt.document)}"
    yield "Judged", f"as of {receipt.day.isoformat()}, for {receipt.region}, channel {draft.format.channel}"
    yield (
        "Guide",
        f"version {draft.guide_version}; format {draft.format.name}, version {draft.prompt_version}",
    )
    gaps = len(receipt.uncovered)
    found = f"{len(receipt.backed)} with a source"
    yield "Result", f"{found}, {f'{gaps} not covered' if gaps else 'nothing left uncovered'}"


def _facts(one: Backed) -> Iterator[tuple[str, str]]:
    """What is known of an entry, label by label."""
    where = f" [{one.place}]" if one.place else ""
    if one.kind == "claim":
        day = f", {one.proof_date.isoformat()}" if one.proof_date else ""
        yield "Proof", f"{one.proof}{day}{f', {one.proof_url}' if one.proof_url else ''}"
        yield "Answers for it", one.owner
    elif one.kind == "offer":
        yield "Offer", _offer(one)
    elif one.kind == "story":
        yield "Leave", one.terms[0]
    else:
        yield "Said in the brief", f"“{one.proof}”"
    if one.kind != "brief":
        yield "May be used", f"{_when(one)}; {_wherever(one)}"
        yield "In the guide", f'{one.kind} "{one.id}"{where}'


def _offer(one: Backed) -> str:
    terms = f" Terms: {'; '.join(one.terms)}." if one.terms else ""
    return f"{one.proof}{terms}"


def _when(one: Backed) -> str:
    if one.valid_from and one.valid_to:
        return f"{one.valid_from.isoformat()} to {one.valid_to.isoformat()}"
    if one.valid_to:
        return f"until {one.valid_to.isoformat()}"
    return f"from {one.valid_from.isoformat()}" if one.valid_from else "no end set"


def _wherever(one: Backed) -> str:
    told = []
    for label, names in (("regions", one.regions), ("channels", one.channels), ("audiences", one.audiences)):
        told.append(f"{label} {', '.join(names)}" if names else f"all {label}")
    return ", ".join(told)


def _gap(gap: Uncovered) -> str:
    place = f" ({gap.field})" if gap.field else ""
    said = f"“{visible(gap.text)}”{place}: " if gap.text else f"{gap.field}: " if gap.field else ""
    return f"{said}{gap.reason}"


def _foot(receipt: Receipt) -> str:
    return f"{_SCOPE} {_SAMPLE}" if receipt.made_up else _SCOPE


def _signature() -> list[str]:
    line = "_" * 30
    return [f"Checked by: {line}   Date: {'_' * 14}", "", f"Signature:  {line}"]


def _fill(text: str, *, indent: str = "", hanging: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, width=WIDTH, initial_indent=indent, subsequent_indent=hanging or indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _escaped(text: str) -> str:
    """A text as Markdown that shows it as it is."""
    shown = visible(text)
    for mark in "\\`*_[]<>#|":
        shown = shown.replace(mark, f"\\{mark}")
    return shown
