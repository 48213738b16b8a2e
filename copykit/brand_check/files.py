"""The files of a brand with the exact place of every text in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from copykit.checks.custom import style_problems
from copykit.findings import Location
from copykit.guide import Guide
from copykit.guide.loading import FILES
from copykit.text import Document, Syntax, decode, parse

__all__ = ["BrandFile", "Way", "open_files"]

Way = tuple[str | int, ...]  # the way to a text: ("messages", 0, "short")
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, kw_only=True)
class BrandFile:
    """One file of a brand.

    Attributes:
        name: its path, as references name it.
        source: its text exactly as decoded.
        document: the file as a document, for locations in it.
    """

    name: str
    source: str
    document: Document

    @cached_property
    def spans(self) -> dict[Way, tuple[int, int]]:
        """Where each scalar's text stands, quotes and block marks left out."""
        found: dict[Way, tuple[int, int]] = {}
        shift = int(self.source.startswith("\ufeff"))
        text = self.source[shift:]
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if node is not None:
            _walk(node, (), text, shift, found)
        return found

    def line(self, number: int | None) -> Location:
        """The text of a line, without the white space around it; the file's start for None."""
        if number is None or not 1 <= number <= len(self._starts):
            return Location(document=self.name, start=0, end=0)
        start = self._starts[number - 1]
        match = _LINE_END.search(self.source, start)
        text = self.source[start : match.start() if match else len(self.source)]
        low = start + len(text) - len(text.lstrip())
        return Location(document=self.name, start=low, end=max(low, start + len(text.rstrip())))

    def line_of(self, offset: int) -> int:
        """The 1-based line of an offset."""
        return bisect_right(self._starts, offset)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.source))]


def open_files(guide: Guide) -> dict[str, BrandFile]:
    """A brand's files by path: its YAML, its samples, its example briefs; and those of what it extends."""
    paths: list[Path] = []
    for folder in guide.folders:
        paths += [folder / name for name in FILES]
        paths += sorted((folder / "samples").glob("*.md"))
    paths += sorted((guide.folder / "examples").glob("*.yaml"))
    paths += [Path(name) for name in sorted({problem.path for problem in style_problems(guide)})]
    return {path.as_posix(): _open(path) for path in paths if path.is_file()}


def _open(path: Path) -> BrandFile:
    source = decode(path.read_bytes())
    name = path.as_posix()
    syntax = Syntax.MARKDOWN if path.suffix == ".md" else Syntax.PLAIN
    return BrandFile(name=name, source=source, document=parse(source, name=name, syntax=syntax))


def _walk(node: yaml.Node, way: Way, text: str, shift: int, found: dict[Way, tuple[int, int]]) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                _walk(value, (*way, str(key.value)), text, shift, found)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            _walk(item, (*way, number), text, shift, found)
    else:
        start, end = node.start_mark.index, node.end_mark.index
        style = getattr(node, "style", None)
        if style in ("'", '"'):
            start, end = start + 1, end - 1
        elif style in ("|", ">"):
            start = text.find("\n", start, end) + 1 or end
        inside = text[start:end]
        low = start + len(inside) - len(inside.lstrip())
        found[way] = (low + shift, max(low, start + len(inside.rstrip())) + shift)
