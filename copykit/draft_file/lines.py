"""The lines of a draft's file: headings, labels, bullets and fenced texts, each with its place."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

__all__ = ["Line", "Region", "key_of", "label_line", "lines_of", "split_items", "text_span"]

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_HEADING = re.compile(r" {0,3}(#{1,3})[ \t]+(?=\S)")
_CODE = re.compile(r" {0,3}(`{3,}|~{3,})")
_OPEN = re.compile(r"<!-- text (\d{1,6}) -->[ \t]*$")
_CLOSE = re.compile(r"^<!-- /text (\d{1,6}) -->[ \t]*$", re.MULTILINE)
_REMARK = re.compile(r"<!--[ \t]{0,8}copykit-(?:ignore|off|on)\b[^>]{0,1000}-->")
_BULLET = re.compile(r" {0,3}(?:[-*+•]|\d{1,3}[.)])(?:[ \t]+|$)")
_LABEL = re.compile(r"(?:\*\*)?([^\W\d_][\w /&-]{0,40}?)[ \t]*(?::\*\*|\*\*[ \t]*:|:)[ \t]*")
_STRONG_LABEL = re.compile(r"\*\*([^*\r\n]{1,60}?)[ \t]*(?::\*\*|\*\*[ \t]*:)[ \t]*")

Spot = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a source.

    Attributes:
        start: its first code point; `end` is the one after its last, without the line end.
        level: 1 to 3 for a heading that counts (not in code, not in a fenced text); 0 otherwise.
        heading: the span of the heading's text.
        literal: whether it stands in code or in a fenced text, so that nothing in it means anything.
    """

    start: int
    end: int
    level: int = 0
    heading: Spot = (0, 0)
    literal: bool = False
    opens: bool = False  # the comment before a fenced text

    def from_(self, start: int) -> Line:
        """The rest of the line from an offset on."""
        return replace(self, start=start)


def key_of(label: str) -> str:
    """A label as it is compared: case, underscores, hyphens and a colon at its end don't count."""
    return " ".join(label.casefold().replace("_", " ").replace("-", " ").rstrip(": \t").split())


def lines_of(source: str, start: int, headings: Mapping[int, int] | None = None) -> list[Line]:
    """The lines of a source from an offset on; `headings` are levels by the start of a line without marks."""
    found: list[Line] = []
    code = closing = ""
    closed = {int(match.group(1)): match.start() for match in _CLOSE.finditer(source)}
    while start < len(source) and (match := _LINE.match(source, start)):
        text = match.group(1)
        line = Line(start=start, end=start + len(text), literal=bool(code or closing))
        opened = _OPEN.match(text)
        if closing:
            if text.rstrip(" \t") == closing:
                closing = ""
        elif opened and closed.get(int(opened.group(1)), -1) > start:
            closing, code = f"<!-- /text {opened.group(1)} -->", ""
            line = replace(line, literal=True, opens=True)
        elif code:
            mark = _CODE.match(text)
            if mark and mark.group(1).startswith(code) and not text[mark.end() :].strip():
                code = ""
        elif mark := _CODE.match(text):
            code = mark.group(1)
            line = replace(line, literal=True)
        elif headings and start in headings and text.strip():
            low = start + len(text) - len(text.lstrip())
            line = replace(line, level=headings[start], heading=(low, start + len(text.rstrip())))
        elif heading := _HEADING.match(text):
            said = _without_hashes(text)
            spot = (start + heading.end(), start + max(heading.end(), len(said)))
            line = replace(line, level=len(heading.group(1)), heading=spot)
        found.append(line)
        start = match.end()
    return found


def _without_hashes(heading: str) -> str:
    """A heading's line without the closing hashes that Markdown allows."""
    text = heading.rstrip(" \t")
    bare = text.rstrip("#")
    return bare.rstrip(" \t") if bare != text and bare.endswith((" ", "\t")) else text


def label_line(source: str, line: Line) -> tuple[str, int] | None:
    """The key of a "Label: text" line and where its text starts; None for any other line."""
    match = None if line.literal else _LABEL.match(source, line.start, line.end)
    return (key_of(match.group(1)), match.end()) if match else None


@dataclass(frozen=True)
class Region:
    """Some lines that follow one another."""

    source: str
    lines: Sequence[Line]

    def under(self, level: int) -> tuple[Region, list[tuple[Spot | None, Region]]]:
        """What stands before the first heading of a level, and each such heading with what is under it."""
        marks = [at for at, line in enumerate(self.lines) if line.level == level]
        parts: list[tuple[Spot | None, Region]] = []
        for at, following in zip(marks, [*marks[1:], len(self.lines)], strict=False):
            parts.append((self.lines[at].heading, Region(self.source, self.lines[at + 1 : following])))
        return Region(self.source, self.lines[: marks[0] if marks else None]), parts

    def labelled(self, known: Container[str]) -> tuple[Region, list[tuple[str, Region]]]:
        """What stands before the first "**Label:**" of those known, and each such label with its text."""
        marks: list[tuple[int, str, int]] = []
        seen: set[str] = set()
        for at, line in enumerate(self.lines):
            match = None if line.literal else _STRONG_LABEL.match(self.source, line.start, line.end)
            if match and (key := key_of(match.group(1))) in known and key not in seen:
                marks.append((at, key, match.end()))
                seen.add(key)
        parts: list[tuple[str, Region]] = []
        ends = [at for at, _, _ in marks[1:]] + [len(self.lines)]
        for (at, key, start), end in zip(marks, ends, strict=False):
            parts.append((key, Region(self.source, [self.lines[at].from_(start), *self.lines[at + 1 : end]])))
        return Region(self.source, self.lines[: marks[0][0] if marks else None]), parts


def text_span(region: Region) -> Spot | None:
    """The span of a region's text, or what its fenced text holds; None when empty.

    Blank lines at its ends, and lines there that are a comment to the checker, are no part of it.
    """
    filled = [line for line in region.lines if _says_something(region.source, line)]
    if not filled:
        return None
    source, first, last = region.source, filled[0], filled[-1]
    opened = _OPEN.match(source[first.start : first.end].strip())
    if (
        opened
        and first.literal
        and source[last.start : last.end].strip() == f"<!-- /text {opened.group(1)} -->"
    ):
        start = _next_line(source, first.end)
        end = _line_before(source, last.start)
        return (start, end) if start < end else None
    text = source[first.start : last.end]
    start = first.start + len(text) - len(text.lstrip())
    return start, start + len(text.strip())


def _says_something(source: str, line: Line) -> bool:
    text = source[line.start : line.end].strip()
    return bool(text) and (line.literal or not _REMARK.fullmatch(text))


def _next_line(source: str, end: int) -> int:
    return end + (2 if source.startswith("\r\n", end) else 1)


def _line_before(source: str, start: int) -> int:
    return start - (2 if source.endswith("\r\n", 0, start) else 1)


def split_items(region: Region) -> list[Spot]:
    """The items of a list: under "### " headings, or after bullets, or one a line; empty ones count too."""
    before, parts = region.under(3)
    if parts:
        spots = [text_span(part) or (part.lines[0].start if part.lines else 0,) * 2 for _, part in parts]
        return [*([spot] if (spot := text_span(before)) else []), *spots]
    groups = list(_bullets(region))
    return [text_span(group) or (group.lines[0].start,) * 2 for group in groups]


def _bullets(region: Region) -> Iterator[Region]:
    source = region.source
    starts: list[int | None] = []
    for line in region.lines:
        bullet = None if line.literal else _BULLET.match(source, line.start, line.end)
        starts.append(line.start if line.opens else bullet.end() if bullet else None)
    one_a_line = not any(start is not None for start in starts)
    held: list[Line] = []
    for line, start in zip(region.lines, starts, strict=True):
        blank = not source[line.start : line.end].strip()
        if start is not None or (one_a_line and not blank):
            if held:
                yield Region(source, held)
            held = [line if start is None else line.from_(start)]
        elif held or not blank:
            held.append(line)
    if held:
        yield Region(source, held)
