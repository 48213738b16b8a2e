"""What a piece of copy rests on: each fact in it with its proof and its limits, and what nothing proves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from copykit.draft import Draft, get_leaf
from copykit.findings import Finding, Reference
from copykit.guide import Guide
from copykit.guide.types import Claim, Offer, Price, Story
from copykit.labels import money
from copykit.text import split_sentences

__all__ = ["Backed", "Receipt", "Uncovered", "Used", "receipt_of"]

LONGEST = 300  # characters of a wording that is shown
_LABEL = re.compile(r'(?P<kind>claim|offer|story) "(?P<id>[^"]+)"')
_FAMILIES = ("claims.", "offers.", "format.open-label", "format.open-slot")
# These tell where a fact stands and when it ends: they leave nothing uncovered.
_TOLD = ("claims.expiring",)


@dataclass(frozen=True, kw_only=True)
class Used:
    """A wording in the draft: the sentence, and the field that it stands in."""

    text: str
    field: str | None


@dataclass(frozen=True, kw_only=True)
class Backed:
    """Something in the draft that the guide or the brief allows.

    Attributes:
        kind: "claim", "offer", "story" or "brief".
        id: its id in the guide; for the brief the setting.
        used: the wordings in the draft, in order.
        proof: what proves it: a claim's source, an offer's or the brief's own words.
        proof_url: where that can be read; "" when nowhere.
        proof_date: the proof's date; None for offers and the brief.
        owner: who answers for it; "" when nobody is named.
        valid_from: the first day on which it may be used; `valid_to` the last; None: no end.
        regions: where it may be used; empty: everywhere. `channels` and `audiences` likewise.
        terms: an offer's terms in words, or the leave that a customer gave.
        place: the line of the guide or the brief.
    """

    kind: Literal["claim", "offer", "story", "brief"]
    id: str
    used: tuple[Used, ...]
    proof: str
    proof_url: str = ""
    proof_date: date | None = None
    owner: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    regions: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Uncovered:
    """A statement in the draft that nothing allows, or not so, and why."""

    text: str
    field: str | None
    reason: str
    check: str


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """The sheet for one draft.

    Attributes:
        document: the file's name.
        day: the day that everything was judged by.
        region: where the piece is used.
        backed: what is allowed, claims first.
        uncovered: what is not.
        made_up: whether the brand is a sample, whose proofs do not exist.
    """

    document: str
    draft: Draft
    day: date
    region: str
    backed: tuple[Backed, ...]
    uncovered: tuple[Uncovered, ...]
    made_up: bool = False


def receipt_of(draft: Draft, guide: Guide, *, document: str, today: date) -> Receipt:
    """The substantiation sheet of a judged draft.

    Args:
        document: the name of its file, for the sheet's head.
        today: the day that it was judged on.
    """
    grouped: dict[str, list[Used]] = {}
    places: dict[str, str] = {}
    proofs: dict[str, str] = {}
    for fact in draft.facts:
        label = fact.reference.label
        used = Used(text=_sentence(draft, fact.field, fact.quote), field=fact.field)
        held = grouped.setdefault(label, [])
        if used not in held:
            held.append(used)
        places.setdefault(label, _line(fact.reference))
        proofs.setdefault(label, fact.reference.quote)
    backed = [
        _backed(label, used, guide, proof=proofs[label], place=places[label])
        for label, used in grouped.items()
    ]
    order = ("claim", "offer", "story", "brief")
    return Receipt(
        document=document,
        draft=draft,
        day=guide.today(today),
        region=draft.brief.region or guide.brand.region,
        backed=tuple(sorted(backed, key=lambda one: order.index(one.kind))),
        uncovered=tuple(_uncovered(draft)),
        made_up=guide.brand.made_up,
    )


def _line(reference: Reference) -> str:
    return f"{reference.path}:{reference.line}" if reference.path and reference.line else reference.path


def _sentence(draft: Draft, path: str | None, quote: str) -> str:
    """The sentence of a field that holds a quote; the quote itself where it can't be found."""
    text = get_leaf(draft.fields, path) if path else ""
    at = text.find(quote)
    if at < 0:
        return quote
    whole = [text[start:end] for start, end in split_sentences(text) if start < at + len(quote) and at < end]
    said = " ".join(" ".join(whole).split()) or quote
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"


def _backed(label: str, used: Sequence[Used], guide: Guide, *, proof: str, place: str) -> Backed:
    found = _LABEL.match(label)
    kind, id = (found["kind"], found["id"]) if found else ("brief", label.removeprefix("brief, "))
    wordings = tuple(used)
    if kind == "claim" and (claim := _of(guide.claims, id)):
        return Backed(
            kind="claim", id=id, used=wordings, proof=claim.proof.source, proof_url=claim.proof.url or "",
            proof_date=claim.proof.date, owner=claim.proof.owner, valid_from=claim.valid_from,
            valid_to=claim.valid_to, regions=tuple(claim.regions), channels=tuple(claim.channels),
            audiences=tuple(claim.audiences), place=place,
        )  # fmt: skip
    if kind == "offer" and (offer := _of(guide.offers, id)):
        return Backed(
            kind="offer", id=id, used=wordings, proof=offer.text, valid_from=offer.valid_from,
            valid_to=offer.valid_to, regions=tuple(offer.regions), channels=tuple(offer.channels),
            terms=tuple(_terms(offer)), place=place,
        )  # fmt: skip
    if kind == "story" and (story := _of(guide.stories, id)):
        return Backed(
            kind="story", id=id, used=wordings, proof=story.quote or story.result,
            valid_to=story.permission.until, audiences=tuple(story.audiences), terms=(_leave(story),),
            place=place,
        )  # fmt: skip
    return Backed(kind="brief", id=id, used=wordings, proof=proof, place=place)


_Part = TypeVar("_Part", Claim, Offer, Story)


def _of(parts: Sequence[_Part], id: str) -> _Part | None:
    return next((part for part in parts if part.id == id), None)


def _terms(offer: Offer) -> Iterator[str]:
    if offer.trial_days:
        yield f"trial of {offer.trial_days} days"
    if offer.guarantee_days:
        yield f"guarantee of {offer.guarantee_days} days"
    if offer.discount_percent:
        yield f"{offer.discount_percent:g}% off"
    if offer.prices:
        yield f"prices: {'; '.join(map(_price, offer.prices))}"
    if offer.deadline:
        yield f"last day named in copy: {offer.deadline.isoformat()}"


def _price(price: Price) -> str:
    plan = f" ({price.plan})" if price.plan else ""
    region = f" in {price.region}" if price.region else ""
    return f"{money(price)} per {price.per}{plan}{region}"


def _leave(story: Story) -> str:
    named = ", ".join(filter(None, [story.customer, story.person, story.role]))
    if not story.permission.granted:
        return f"{named}: gave no leave to be named"
    until = story.permission.until
    return f"{named}: gave leave to be named and quoted{f' until {until.isoformat()}' if until else ''}"


def _uncovered(draft: Draft) -> Iterator[Uncovered]:
    for finding in draft.report.findings:
        if finding.check.startswith(_FAMILIES) and finding.check not in _TOLD:
            yield _told(finding)


def _told(finding: Finding) -> Uncovered:
    return Uncovered(
        text=" ".join(finding.quote.split()),
        field=finding.location.field,
        reason=finding.advice,
        check=finding.check,
    )
