"""How a draft is laid out on its sheet: as a page with headings, or as lists and fields with counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from copykit.draft import Draft, get_leaf
from copykit.findings import Finding
from copykit.formats import Field, Format
from copykit.ui.sheet import Block, Row, Style, marks_in

__all__ = ["blocks_of", "label_of", "plain_text"]

_STYLES: Mapping[str | None, Style] = {
    "title": "title", "lead": "lead", "heading": "heading", "body": "body", "ask": "button", "legal": "legal",
    "url": "url",
}  # fmt: skip


def blocks_of(draft: Draft) -> list[Block]:
    """The blocks of a draft's sheet; fields that are still empty have an empty row."""
    if any(field.role in ("title", "sections") for field in draft.format.fields):
        return _page(draft)
    return list(_fields(draft))


def _page(draft: Draft) -> list[Block]:
    """The copy as a reader sees it, then what only a search engine shows."""
    fields = draft.format.fields
    findings = draft.report.findings
    body = [
        row for field in fields if field.role != "meta" for row in _rows(draft, field, findings, page=True)
    ]
    meta = [row for field in fields if field.role == "meta" for row in _rows(draft, field, findings)]
    blocks = [Block(kind="page", rows=body)]
    if meta:
        blocks.append(Block(kind="fields", rows=meta, title="For search engines"))
    return blocks


def _fields(draft: Draft) -> Iterator[Block]:
    """Each list in a block of its own, single fields together."""
    single: list[Row] = []
    for field in draft.format.fields:
        rows = _rows(draft, field, draft.report.findings)
        if field.kind == "text":
            single += rows
            continue
        if single:
            yield Block(kind="fields", rows=single)
            single = []
        if field.kind == "list":
            filled = sum(bool(row.text) for row in rows)
            yield Block(kind="list", rows=rows, title=field.label, note=f"{filled} of up to {field.items[1]}")
        else:
            for number, group in enumerate(_groups(draft, field), 1):
                yield Block(kind="fields", rows=group, title=f"{field.label} · {number}")
    if single:
        yield Block(kind="fields", rows=single)


def _rows(draft: Draft, field: Field, findings: Sequence[Finding], *, page: bool = False) -> list[Row]:
    if field.kind == "text":
        return [one for one in [_row(draft, field, field.name, findings, page=page)] if one]
    if field.kind == "groups":
        return [row for group in _groups(draft, field, page=page) for row in group]
    held = draft.fields.get(field.name)
    items = len(held) if isinstance(held, list) else 0
    # One more than there is, to add to.
    numbers = range(min(items + 1, max(items, field.items[1])))
    rows = [_row(draft, field, f"{field.name}[{number}]", findings, page=page) for number in numbers]
    return [row for row in rows if row]


def _groups(draft: Draft, field: Field, *, page: bool = False) -> Iterator[list[Row]]:
    held = draft.fields.get(field.name)
    for number in range(len(held) if isinstance(held, list) else 0):
        rows = [
            _row(draft, inner, f"{field.name}[{number}].{inner.name}", draft.report.findings, page=page)
            for inner in field.fields
        ]
        yield [row for row in rows if row]


def _row(draft: Draft, field: Field, path: str, findings: Sequence[Finding], *, page: bool) -> Row | None:
    text = get_leaf(draft.fields, path)
    if field.role == "url" and not text:
        return None
    style = _STYLES.get(field.role, "line")
    # Whatever may run over several lines is a body; a list's items and short fields are lines.
    if style == "line" and (field.name == "body" or "\n" in text or _roomy(field)):
        style = "body"
    listed = field.kind == "list"
    return Row(
        path=path, text=text, style=style, marks=marks_in(findings, path), field=field,
        label=field.label, name=label_of(draft.format, path),
        bare=listed or (page and style not in ("button", "legal", "line", "url")),
        placeholder=f"Add one to {field.label.lower()}" if listed else field.label,
    )  # fmt: skip


def _roomy(field: Field) -> bool:
    return field.limit is not None and field.limit.max > 300


def label_of(format: Format, path: str | None) -> str:
    """A field in a person's words: "Headline 3", "Section 2, text"."""
    if not path:
        return ""
    field = format.field(path)
    label = field.label if field else path
    if "[" not in path:
        return label
    number = int(path.partition("[")[2].partition("]")[0]) + 1
    if "." not in path:
        return f"{label.removesuffix('s')} {number}"
    outer = format.field(path.partition("[")[0])
    return f"{outer.label.removesuffix('s') if outer else ''} {number}, {label.lower()}".strip()


def plain_text(draft: Draft) -> str:
    """The copy alone, to paste: a page as it reads, other formats by their fields' names."""
    page = any(field.role in ("title", "sections") for field in draft.format.fields)
    parts: list[str] = []
    for field in draft.format.fields:
        texts = [leaf.text for leaf in draft.leaves() if leaf.path.partition("[")[0] == field.name]
        if not texts or (page and field.role in ("meta", "url")):
            continue
        joint = "\n\n" if field.kind == "groups" else "\n"
        text = joint.join(texts)
        parts.append(
            text if page or field.kind == "groups" or field.name == "body" else f"{field.label}\n{text}"
        )
    return "\n\n".join(parts) + "\n"
