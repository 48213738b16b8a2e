"""What can be taken out of a draft so that a broken rule goes with it: an item of a list, or sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from copykit.draft import Draft, Leaf, Value, Values, set_leaf
from copykit.findings import Finding
from copykit.improve.asking import FIXED, SAYS_SLOT, slots_in
from copykit.readiness import document_of
from copykit.text import Document

__all__ = ["Removal", "removals"]

_ITEM = re.compile(r"([a-z_0-9]+)\[(\d+)\]")
_MARK = re.compile(r"(?:^|(?<=\n))[ \t]*(?:[-*+]|\d+[.)])[ \t]+\Z")
# A text cut to its length says something else than was meant: it is written anew, or blocked.
LENGTHS = ("format.limit", "format.words")


@dataclass(frozen=True, kw_only=True)
class Removal:
    """One thing that could go.

    Attributes:
        path: the text that it stands in.
        text: what goes.
        finding: the broken rule that goes with it.
        values: the draft's texts without it.
    """

    path: str
    text: str
    finding: Finding
    values: Values


def removals(draft: Draft) -> Iterator[Removal]:
    """Each way to take an error out, the smallest piece first: its sentence, its list item, its field."""
    document = document_of(draft.format, draft.fields)
    texts = {leaf.path: leaf for leaf in draft.leaves()}
    for finding in draft.report.errors:
        leaf = texts.get(finding.location.field or "")
        if leaf is None or leaf.field.role in FIXED or finding.check == SAYS_SLOT:
            continue
        cut = _without_sentence(document, finding, leaf) if finding.quote else None
        if cut and finding.check not in LENGTHS:
            gone, rest = cut
            values: Values = set_leaf(draft.fields, leaf.path, rest)
            yield Removal(path=leaf.path, text=gone, finding=finding, values=values)
        if not slots_in(leaf.text) and (values_left := _without_item(draft, leaf)) is not None:
            yield Removal(path=leaf.path, text=leaf.text, finding=finding, values=values_left)


def _without_sentence(document: Document, finding: Finding, leaf: Leaf) -> tuple[str, str] | None:
    """The sentences of a finding, and what is left of its text; None when nothing would be."""
    low, high = document.span(finding.location)
    first, last = document.sentence_at(low), document.sentence_at(max(low, high - 1))
    place = document.locate(first.start, last.end)
    if place.field != leaf.path:
        return None
    gone = leaf.text[place.start : place.end]
    before, after = leaf.text[: place.start], leaf.text[place.end :]
    if after[:1] in ("", "\n"):  # a list's mark goes with the only sentence of its line
        before = _MARK.sub("", before)
    joint = "\n\n" if before.endswith("\n\n") or after.startswith("\n\n") else ""
    if joint:
        rest = f"{before.rstrip()}{joint}{after.lstrip()}"
    elif before.endswith("\n") or after.startswith("\n"):
        rest = before.rstrip(" \n") + "\n" + after.lstrip(" \n")
    else:
        rest = f"{before.rstrip()} {after.lstrip()}"
    rest = rest.strip()
    if slots_in(gone) or not re.search(r"\w", rest):
        return None
    return gone, rest


def _without_item(draft: Draft, leaf: Leaf) -> Values | None:
    """The texts without the item of a list, or the optional field, that a text is; None where it can't go."""
    found = _ITEM.match(leaf.path)
    if found is None:
        return set_leaf(draft.fields, leaf.path, "") if not leaf.field.required else None
    name, number = found[1], int(found[2])
    field, held = draft.format.field(name), draft.fields.get(name)
    if field is None or not isinstance(held, list):
        return None
    if not leaf.field.required and found.end() < len(leaf.path):
        return set_leaf(draft.fields, leaf.path, "")
    if len(held) <= field.items[0]:
        return None
    kept: list[Any] = [item for at, item in enumerate(held) if at != number]
    values: dict[str, Value] = {**draft.fields, name: kept}
    return values
