"""Writes a draft as a file that reads back letter for letter."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import yaml

from copykit.brief import Brief
from copykit.draft import Draft, Values, leaves
from copykit.draft_file.reading import part_of, read, scalar_spans
from copykit.draft_file.remarks import remarked, with_remarks

if TYPE_CHECKING:
    from copykit.formats import Field, Format

__all__ = ["render", "render_values"]

_UNSAID = ("format", "source", "notes")  # the notes that a piece was written from stay out of the piece


def render(draft: Draft) -> str:
    """A draft as Markdown that `read` turns back into the same fields.

    The front matter keeps what the brief asked for, so that the file can be checked as it is; a long source
    stays where it is, and `brief` names the file that holds it. What a person accepted in the draft stands as
    comments in it.
    """
    # A comment can't stand in the front matter.
    apart = {path for one in remarked(draft) if (path := one.finding.location.field)}
    return with_remarks(draft, render_values(draft.format, draft.fields, brief=draft.brief, apart=apart))


def render_values(
    format: Format, values: Values, *, brief: Brief | None = None, apart: Collection[str] = ()
) -> str:
    """Some values of a format as Markdown; see `render`. Fields in `apart` stay out of the front matter."""
    wanted = {leaf.path: leaf.text for leaf in leaves(format, values)}
    fenced: set[str] = set()
    while True:
        text = _render(format, values, brief or Brief(), fenced, apart)
        found = {path: text[start:end] for path, start, end, _ in read(format, text).spans}
        wrong = {path.partition("[")[0] for path in wanted if found.get(path) != wanted[path]}
        wrong |= {path.partition("[")[0] for path in found if path not in wanted}
        if wrong <= fenced:
            return text
        fenced |= wrong


def _render(format: Format, values: Values, brief: Brief, fenced: set[str], apart: Collection[str]) -> str:
    head: dict[str, object] = {"format": format.name, **_settings(brief)}
    lines: list[str] = []
    blocks: list[str] = []
    titled = False
    sections_done = False
    for field in format.fields:
        value = values.get(field.name)
        if not value:
            continue
        fence = field.name in fenced
        if isinstance(value, str):
            scalar = None if fence or field.name in apart else _scalar(field.name, value)
            if field.role == "meta" and scalar:
                lines.append(scalar)
            elif field.role == "title" and not fence and not blocks:
                blocks.append(f"# {value}")
                titled = True
            elif field.role == "lead" and not fence and titled and len(blocks) == 1:
                blocks.append(value)
            else:
                blocks += [f"## {field.label}", _fenced(value) if fence else value]
        elif field.kind == "list":
            blocks += [f"## {field.label}", _items([str(item) for item in value], fence)]
        elif field.role == "sections" and not fence and not sections_done and _are_sections(field, value):
            sections_done = True
            for item in value:
                blocks += _section(field, item)
        else:
            blocks.append(f"## {field.label}")
            groups: Sequence[str | Mapping[str, object]] = value
            for number, group in enumerate(groups, 1):
                blocks.append(f"### {number}")
                blocks += _group_blocks(field.fields, group, fence)
    dumped = yaml.safe_dump(head, sort_keys=False, allow_unicode=True, width=10_000)
    front = dumped + "".join(f"{line}\n" for line in lines)
    return f"---\n{front}---\n\n" + "\n\n".join(block for block in blocks if block) + "\n"


def _settings(brief: Brief) -> dict[str, object]:
    """What a brief asks for, without what is empty."""
    said: dict[str, object] = {}
    for key, value in brief.model_dump().items():
        if isinstance(value, dict):
            value = {name: inner for name, inner in value.items() if inner}
        if value and key not in _UNSAID:
            said[key] = value
    if brief.source and brief.place.path:
        said["brief"] = brief.place.path
    return said


def _scalar(name: str, value: str) -> str | None:
    """`name: value` in YAML with the value letter for letter; None when that can't be."""
    if name in Brief.model_fields or "\n" in value or "\r" in value:
        return None
    for quote in ("", '"', "'"):
        line = f"{name}: {quote}{value}{quote}"
        try:
            tree = yaml.safe_load(line)
        except yaml.YAMLError:
            continue
        if isinstance(tree, dict) and tree.get(name) == value and scalar_spans(line).get(name):
            start, end = scalar_spans(line)[name]
            if line[start:end] == value:
                return line
    return None


def _fenced(value: str) -> str:
    number = 1
    while f"<!-- /text {number} -->" in value or f"<!-- text {number} -->" in value:
        number += 1
    return f"<!-- text {number} -->\n{value}\n<!-- /text {number} -->"


def _items(items: Sequence[str], fence: bool) -> str:
    if fence:
        return "\n\n".join(_fenced(item) for item in items)
    if any("\n" in item or "\r" in item for item in items):
        return "\n\n".join(f"### {number}\n\n{item}" for number, item in enumerate(items, 1))
    return "\n".join(f"- {item}" for item in items)


def _are_sections(field: Field, items: Sequence[str | Mapping[str, object]]) -> bool:
    heading = part_of(field, "heading")
    if not heading or not part_of(field, "body"):
        return False
    return all(isinstance(item, Mapping) and item.get(heading.name) for item in items)


def _section(field: Field, item: str | Mapping[str, object]) -> Iterator[str]:
    heading, body = part_of(field, "heading"), part_of(field, "body")
    if not isinstance(item, Mapping) or heading is None or body is None:
        return
    yield f"## {item.get(heading.name, '')}"
    yield str(item.get(body.name) or "")
    yield from _group_blocks([one for one in field.fields if one not in (heading, body)], item, False)


def _group_blocks(fields: Sequence[Field], item: str | Mapping[str, object], fence: bool) -> Iterator[str]:
    for field in fields:
        value = item.get(field.name) if isinstance(item, Mapping) else None
        if isinstance(value, str) and value:
            yield f"**{field.label}:**\n\n{_fenced(value)}" if fence else f"**{field.label}:** {value}"
        elif isinstance(value, list):
            lines = [_fenced(one) if fence else f"- {one}" for one in value]
            yield f"**{field.label}:**\n\n" + "\n".join(lines)
