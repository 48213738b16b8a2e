"""The sheet: texts that a person edits in place, with findings marked in them and counts beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from copykit.findings import Finding, Severity
from copykit.formats import Field
from copykit.text import count

__all__ = ["Block", "Edits", "Mark", "Row", "asset", "clean", "marks_in", "sheet"]

Style = Literal["line", "title", "lead", "heading", "body", "button", "legal", "url"]
MOST_MARKS = 1500  # in one text, the gravest
# Styles whose texts are one line; Enter goes on to the next text.
_LINES = ("line", "title", "heading", "button", "url")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A marked span.

    Attributes:
        id: which finding it is.
        start: first code point in the text.
        end: one past the last; equal to `start` where something is absent from the text.
        advice: what a pointer over it reads.
    """

    id: str
    start: int
    end: int
    severity: Severity
    advice: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One text of a sheet.

    Attributes:
        path: its name in the edits.
        label: what stands over it, and after `name`'s words what a screen reader says.
        bare: whether the label is only for screen readers.
        field: the field whose limits are counted beside it.
        placeholder: what stands in it while it is empty.
    """

    path: str
    text: str
    label: str
    style: Style = "line"
    name: str = ""
    bare: bool = False
    marks: Sequence[Mark] = ()
    field: Field | None = None
    placeholder: str = ""


@dataclass(frozen=True, kw_only=True)
class Block:
    """Rows that belong together: a `page`, a `list`, some `fields`, or one `box`."""

    kind: Literal["page", "list", "fields", "box"]
    rows: Sequence[Row]
    title: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Edits:
    """What a person changed, by path, in the texts of one revision."""

    revision: int
    texts: Mapping[str, str]


def sheet(
    blocks: Sequence[Block],
    *,
    key: str,
    revision: int,
    edited: Callable[[Edits], None],
    picked: Callable[[str], None],
    active: str = "",
    pulse: int = 0,
    all_text: str = "",
) -> None:
    """Shows texts to edit.

    Args:
        blocks: the texts, in order.
        key: tells this sheet apart; another key begins anew.
        revision: raise it when the program, not the person, changed a text.
        edited: gets what the person changed, before the page is drawn again, so that no switch of the
            page can lose it.
        picked: gets the id of a mark that was clicked.
        active: the id of the mark to bring out.
        pulse: raise it to scroll to the active mark.
        all_text: what "Copy all" copies; no such button when empty.
    """

    def on_edits() -> None:
        told = st.session_state[key].edits
        if isinstance(told, Mapping) and isinstance(told.get("texts"), Mapping):
            texts = {str(path): clean(str(text)) for path, text in told["texts"].items()}
            edited(Edits(revision=int(told.get("revision", -1)), texts=texts))

    def on_picked() -> None:
        told = st.session_state[key].picked
        if isinstance(told, str):
            picked(told)

    _component()(
        key=key,
        data={
            "blocks": [_block(block) for block in blocks], "revision": revision, "active": active,
            "pulse": pulse, "all": all_text,
        },
        on_edits_change=on_edits,
        on_picked_change=on_picked,
    )  # fmt: skip


@st.cache_resource
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "copykit_sheet", html='<div class="sheet">\n</div>', css=asset("sheet.css"), js=asset("sheet.js")
    )


@cache
def asset(name: str) -> str:
    """A style sheet or script of this package."""
    return (Path(__file__).parent / "assets" / name).read_text(encoding="utf-8")


def clean(text: str) -> str:
    """A text as a browser's box has it: `\\n` for line ends, no halves of surrogate pairs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def marks_in(findings: Sequence[Finding], field: str | None) -> list[Mark]:
    """The marks of the findings that stand in a field, or of all in a document without fields."""
    return [
        Mark(
            id=str(number),
            start=one.location.start,
            end=one.location.end,
            severity=one.severity,
            advice=one.advice,
        )
        for number, one in enumerate(findings)
        if field is None or one.location.field == field
    ]


def _block(block: Block) -> dict[str, object]:
    return {
        "kind": block.kind,
        "title": block.title,
        "note": block.note,
        "rows": [_row(row) for row in block.rows],
    }


def _row(row: Row) -> dict[str, object]:
    offsets = _utf16(row.text)
    gravest = [mark for mark in row.marks if mark.start < mark.end][:MOST_MARKS]
    marks = sorted(gravest, key=lambda one: (one.start, -one.end))
    return {
        "path": row.path, "text": row.text, "label": row.label, "name": row.name or row.label,
        "style": row.style, "bare": row.bare, "line": row.style in _LINES, "placeholder": row.placeholder,
        "counts": _counts(row),
        "findings": [mark.id for mark in row.marks],
        "marks": [
            {
                "id": mark.id,
                "start": offsets[mark.start] if offsets else mark.start,
                "end": offsets[mark.end] if offsets else mark.end,
                "severity": mark.severity.value,
                "advice": mark.advice,
            }
            for mark in marks
            if mark.end <= len(row.text)
        ],
    }  # fmt: skip


def _counts(row: Row) -> dict[str, object] | None:
    field = row.field
    nearest = (field.limit or field.shown or field.advised) if field else None
    if field is None or nearest is None:
        return None
    return {
        "limit": field.limit.max if field.limit else None,
        "shown": field.shown.max if field.shown else None,
        "advised": field.advised.max if field.advised else None,
        "counting": nearest.counting,
        "now": count(row.text, nearest.counting),
    }


def _utf16(text: str) -> list[int] | None:
    """For each code point its offset in UTF-16 units, as a browser counts; None when they are the same."""
    if not text or text.isascii() or max(text) <= "\uffff":
        return None
    offsets, at = [], 0
    for letter in text:
        offsets.append(at)
        at += 2 if letter > "\uffff" else 1
    return [*offsets, at]
