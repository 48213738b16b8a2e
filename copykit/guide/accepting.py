"""Adds a finding that somebody overrules to `accepted.yaml`, and takes it back again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from copykit.errors import GuideError
from copykit.findings import Finding
from copykit.guide.control import Acceptance
from copykit.guide.places import ANYWHERE, matches, shared_path
from copykit.guide.saving import fingerprint, save_part
from copykit.guide.whole import Guide

__all__ = ["FILE", "accept", "accepted_here", "accepted_once", "take_back"]

FILE = "accepted.yaml"


def accept(
    guide: Guide,
    finding: Finding,
    *,
    by: str,
    reason: str,
    on: date,
    until: date | None = None,
    anywhere: bool = False,
) -> str:
    """Overrules a finding in the brand's own `accepted.yaml`, which is made when it is not there.

    Args:
        guide: the brand; load it again to see the change.
        finding: what is accepted: its check, its quote and its document.
        by: who accepts it.
        reason: why it is fine.
        on: the day of it.
        until: the last day on which it holds; None for ever.
        anywhere: whether it holds in every document.

    Returns:
        The document as it was entered.

    Raises:
        GuideError: when something is missing or can't be written; nothing has changed then.
    """
    document = ANYWHERE if anywhere else shared_path(finding.location.document, guide.folder)
    entry: dict[str, object] = {"check": finding.check}
    if quote := " ".join(finding.quote.split()):
        entry["quote"] = quote
    entry |= {"document": document, "by": by, "reason": reason, "date": on}
    if until:
        entry["until"] = until
    seen = fingerprint(guide.folder, FILE)
    own = sum(one.place.path == _path(guide) for one in guide.accepted)
    if own:
        save_part(guide.folder, FILE, ["accepted", own], entry, seen=seen)
    else:
        save_part(guide.folder, FILE, ["accepted"], [entry], seen=seen)
    return document


def accepted_once(finding: Finding, *, by: str, reason: str, on: date) -> Acceptance:
    """An acceptance of a finding in one text that stands in no file yet; nothing is written.

    Args:
        finding: what is accepted: its check and its quote.
        by: who accepts it; not empty.
        reason: why it is fine; not empty.
        on: the day of it.
    """
    return Acceptance(
        check=finding.check, quote=" ".join(finding.quote.split()), document=ANYWHERE, by=by, reason=reason,
        date=on,
    )  # fmt: skip


def accepted_here(guide: Guide, check: str, document: str, quote: str | None = None) -> list[Acceptance]:
    """What the brand's own file accepts of a check in a document; of one quote, or of all with None."""
    where = shared_path(document, guide.folder)
    return [
        one
        for one in guide.accepted
        if one.check == check
        and one.place.path == _path(guide)
        and (one.document == ANYWHERE or matches(one.document, where))
        and (quote is None or one.quote.split() == quote.split())
    ]


def take_back(guide: Guide, accepted: Acceptance) -> None:
    """Takes an entry out of `accepted.yaml`: the finding counts again.

    Raises:
        GuideError: when the entry has moved since the guide was loaded, is a parent's, or the file can't be
            written.
    """
    way: Sequence[str | int] = accepted.place.way
    if accepted.place.path != _path(guide):
        raise GuideError("this was accepted in the guide that this one extends", path=accepted.place.path)
    save_part(guide.folder, FILE, way, None, seen=fingerprint(guide.folder, FILE))


def _path(guide: Guide) -> str:
    return (guide.folder / FILE).as_posix()
