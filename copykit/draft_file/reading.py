"""Reads a draft's file: which span of it fills which field, and what fits none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from copykit.brief import Brief
from copykit.draft import Value, set_leaf
from copykit.draft_file.lines import Line, Region, key_of, label_line, lines_of, split_items, text_span
from copykit.guide.loading import front_matter
from copykit.text import Syntax

if TYPE_CHECKING:
    from copykit.formats import Field, Format

__all__ = ["DraftFile", "Span", "Stray", "part_of", "read", "scalar_spans", "spans"]

Span = tuple[str, int, int, Syntax]


@dataclass(frozen=True, kw_only=True)
class Stray:
    """Text in a draft's file that belongs to no field; `heading` is the unknown one above it, if any."""

    start: int
    end: int
    heading: str = ""


@dataclass(frozen=True, kw_only=True)
class DraftFile:
    """What a file holds of a format.

    Attributes:
        spans: each text as (path, start, end, syntax), code points into the file, in the file's order.
        strays: what belongs to no field.
        values: the same texts as a draft's fields.
    """

    spans: tuple[Span, ...]
    strays: tuple[Stray, ...]
    values: dict[str, Value]


def spans(format: Format, source: str) -> list[Span]:
    """The texts of a draft's file as (path, start, end, syntax), for `copykit.text.parse_with_fields`."""
    return list(read(format, source).spans)


def read(format: Format, source: str, *, headings: Mapping[int, int] | None = None) -> DraftFile:
    """Reads a draft's file. Never raises on content: what fits no field is told as a stray.

    Args:
        format: what the file is a draft of.
        source: its text.
        headings: for a source without Markdown's marks, such as a Word file's: levels by the start of a line.
    """
    reader = _Reader(format, source)
    reader.run(headings)
    found = tuple(sorted(reader.spans, key=lambda span: (span[1], span[2])))
    values: dict[str, Value] = {}
    for path, start, end, _ in found:
        values = set_leaf(values, path, source[start:end])
    return DraftFile(spans=found, strays=tuple(reader.strays), values=values)


_ALIASES: Mapping[str, Sequence[str]] = {
    "ask": ("ask", "button", "call to action"),
    "url": ("url", "link"),
    "legal": ("legal", "footer"),
    "title": ("title", "headline"),
    "lead": ("lead", "subhead", "intro"),
}


class _Reader:
    def __init__(self, format: Format, source: str) -> None:
        self.format = format
        self.source = source
        self.spans: list[Span] = []
        self.strays: list[Stray] = []
        self.taken: set[str] = set()
        self.by_role: dict[str, Field] = {}
        self.by_label: dict[str, Field] = {}
        for field in format.fields:
            for word in (field.label, field.name):
                self.by_label.setdefault(key_of(word), field)
        for field in format.fields:
            if field.role:
                self.by_role.setdefault(field.role, field)
                for word in _ALIASES.get(field.role, ()):
                    self.by_label.setdefault(word, field)
        sections = self.by_role.get("sections")
        whole = sections and part_of(sections, "heading") and part_of(sections, "body")
        self.sections = sections if whole else None
        self.count = 0  # sections seen

    def run(self, headings: Mapping[int, int] | None) -> None:
        body = self._front_matter()
        lines = lines_of(self.source, body, headings)
        if any(line.level in (1, 2) for line in lines):
            self._headings(lines)
        else:
            self._loose(lines)

    # front matter

    def _front_matter(self) -> int:
        head, body, _ = front_matter(self.source)
        if not head:
            return (
                len(self.source) - len(body) if body != self.source else int(self.source.startswith("\ufeff"))
            )
        first = self.source.index("\n") + 1
        for name, (start, end) in scalar_spans(head).items():
            field = self.by_label.get(key_of(name))
            if field is None or field.kind != "text" or field.name in self.taken:
                continue
            if key_of(name) in Brief.model_fields or start == end:
                continue  # a setting of the brief, such as its ask
            self._add(field, field.name, first + start, first + end)
            self.taken.add(field.name)
        return len(self.source) - len(body)

    # a file with headings

    def _headings(self, lines: Sequence[Line]) -> None:
        opened: Field | None = None
        stray = ""
        under_title = False
        start = 0
        number = -1  # of the open section

        def close(end: int) -> None:
            region = Region(self.source, lines[start:end])
            if stray:
                self._stray(region, stray)
            elif number >= 0 and self.sections:
                self._group(self.sections, f"{self.sections.name}[{number}].", region)
            elif opened:
                self._field(opened, region)
            else:
                self._implicit(region, lead=under_title)

        for at, line in enumerate(lines):
            if line.level not in (1, 2):
                continue
            field = self._opens(line)
            named = field is None and line.level == 1 and "title" not in self.by_role
            if named and opened is None and number < 0 and not stray:
                close(at)  # the file's own name, no part of the draft
                start, under_title = at + 1, True
                continue
            if field is None and not self.sections and number < 0:
                markdown = opened is not None and opened.kind == "text" and opened.markup == "markdown"
                implied = opened is None and not stray and self._default() is not None
                if markdown or (implied and self._default_is_markdown()):
                    continue  # a heading inside the text
            close(at)
            start, opened, stray, number, under_title = at + 1, None, "", -1, False
            low, high = line.heading
            if field is not None and field.role == "title" and line.level == 1:
                self._add(field, field.name, low, high)
                self.taken.add(field.name)
                under_title = True
            elif field is not None:
                opened = field
                self.taken.add(field.name)
            elif self.sections:
                number, self.count = self.count, self.count + 1
                self.taken.add(self.sections.name)
                heading = part_of(self.sections, "heading")
                if heading:
                    self._add(heading, f"{self.sections.name}[{number}].{heading.name}", low, high)
            else:
                stray = self.source[low:high]
        close(len(lines))

    def _opens(self, line: Line) -> Field | None:
        title = self.by_role.get("title")
        if line.level == 1 and title and title.name not in self.taken:
            return title
        low, high = line.heading
        field = self.by_label.get(key_of(self.source[low:high]))
        if field is None or field.name in self.taken:
            return None
        return field

    def _implicit(self, region: Region, *, lead: bool) -> None:
        field = self.by_role.get("lead") if lead else None
        if field is None or field.name in self.taken:
            field = self._default()
        if field is None:
            self._stray(region, "")
        elif text_span(region):
            self.taken.add(field.name)
            self._field(field, region)

    # a file without headings

    def _loose(self, lines: Sequence[Line]) -> None:
        opened: Field | None = None
        start = at = 0
        labelled = True

        def close(end: int) -> None:
            region = Region(self.source, lines[start:end])
            if opened:
                self._field(opened, region)
            elif text_span(region):
                self._rest(region)

        for at, line in enumerate(lines):
            found = label_line(self.source, line)
            field = self.by_label.get(found[0]) if found else None
            if found is None or field is None or field.name in self.taken or field.kind == "groups":
                blank = not self.source[line.start : line.end].strip()
                labelled = blank and (labelled or opened is not None)
                continue
            alone = not self.source[found[1] : line.end].strip()
            if not alone and not labelled:
                continue
            close(at)
            self.taken.add(field.name)
            if alone:
                opened, start, labelled = field, at + 1, True
            else:
                self._field(field, Region(self.source, [line.from_(found[1])]))
                opened, start = None, at + 1
        close(len(lines))

    def _rest(self, region: Region) -> None:
        field = self._default() or next(
            (one for one in self.format.fields if one.kind == "list" and one.name not in self.taken), None
        )
        if field is None:
            self._stray(region, "")
        else:
            self.taken.add(field.name)
            self._field(field, region)

    def _default(self) -> Field | None:
        """The largest text that is not yet there: where text without a heading belongs."""
        settings = self.format.settings
        counted = settings.words.fields if settings.words else []
        free = [
            field
            for field in self.format.fields
            if field.kind == "text"
            and field.name not in self.taken
            and field.role not in ("title", "meta", "ask", "url", "legal", "lead")
        ]

        def size(field: Field) -> tuple[bool, bool, float]:
            limit = field.limit or field.shown
            return field.name in counted, field.markup == "markdown", limit.max if limit else float("inf")

        return max(free, key=size, default=None)

    def _default_is_markdown(self) -> bool:
        field = self._default()
        return field is not None and field.markup == "markdown"

    # fields

    def _field(self, field: Field, region: Region) -> None:
        if field.kind == "text":
            if span := text_span(region):
                self._add(field, field.name, *span)
        elif field.kind == "list":
            for number, span in enumerate(split_items(region)):
                if span[0] < span[1]:
                    self._add(field, f"{field.name}[{number}]", *span)
        else:
            self._groups(field, region)

    def _groups(self, field: Field, region: Region) -> None:
        before, parts = region.under(3)
        if text_span(before):
            if not parts:
                parts = [(None, before)]
            else:
                self._stray(before, "")
        for number, (heading, part) in enumerate(parts):
            inner = part_of(field, "heading")
            if heading and inner and not self.source[slice(*heading)].isdigit():
                self._add(inner, f"{field.name}[{number}].{inner.name}", *heading)
            self._group(field, f"{field.name}[{number}].", part)

    def _group(self, field: Field, prefix: str, region: Region) -> None:
        labels: dict[str, Field] = {}
        for inner in field.fields:
            labels.setdefault(key_of(inner.label), inner)
            labels.setdefault(key_of(inner.name), inner)
        before, parts = region.labelled(labels)
        named = {key for key, _ in parts}
        main = part_of(field, "body") or next((one for one in field.fields if one.kind == "text"), None)
        if main and main.name not in {labels[key].name for key in named}:
            if span := text_span(before):
                self._add(main, prefix + main.name, *span)
        else:
            self._stray(before, "")
        for key, part in parts:
            inner = labels[key]
            if inner.kind == "list":
                for number, span in enumerate(split_items(part)):
                    if span[0] < span[1]:
                        self._add(inner, f"{prefix}{inner.name}[{number}]", *span)
            elif span := text_span(part):
                self._add(inner, prefix + inner.name, *span)

    def _add(self, field: Field, path: str, start: int, end: int) -> None:
        self.spans.append((path, start, end, Syntax.MARKDOWN if field.markup == "markdown" else Syntax.PLAIN))

    def _stray(self, region: Region, heading: str) -> None:
        span = text_span(region)
        if span:
            self.strays.append(Stray(start=span[0], end=span[1], heading=heading))


def scalar_spans(head: str) -> dict[str, tuple[int, int]]:
    """The top scalars of some YAML with their spans, quotes left out; {} when it is not YAML."""
    try:
        node = yaml.compose(head, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return {}
    found: dict[str, tuple[int, int]] = {}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else []:
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            continue
        start, end = value.start_mark.index, value.end_mark.index
        if value.style in ("'", '"'):
            start, end = start + 1, end - 1
        elif value.style in ("|", ">"):
            start = head.find("\n", start, end) + 1 or end
        inside = head[start:end]
        low = start + len(inside) - len(inside.lstrip())
        found[str(key.value)] = (low, max(low, start + len(inside.rstrip())))
    return found


def part_of(field: Field, role: str) -> Field | None:
    """The text field of a role inside a groups field."""
    return next((inner for inner in field.fields if inner.role == role and inner.kind == "text"), None)
