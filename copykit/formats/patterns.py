"""The `## Patterns` of a format file: blocks for a field or a move, each with its alternatives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from copykit.errors import FormatError, Problem
from copykit.formats.blanks import PATTERN_BLANKS
from copykit.formats.types import Block, Field, Settings
from copykit.templates import Blank, Template
from copykit.wording import did_you_mean, listed

__all__ = ["Fence", "read_blocks", "structure_problems", "template"]

Fence = tuple[str, str, int]  # info string, text, first line


def template(
    text: str, path: str, line: int, blanks: Mapping[str, Blank], problems: list[Problem]
) -> Template | None:
    """A template, or None with its faults added to the problems."""
    try:
        return Template(text, path=path, line=line, blanks=blanks)
    except FormatError as error:
        problems += error.problems
        return None


def read_blocks(
    settings: Settings, fences: Sequence[Fence], path: str, problems: list[Problem]
) -> Iterator[Block]:
    """The pattern blocks of a format; faults are added to the problems."""
    fields = {field.name: field for field in settings.fields}
    for info, text, line in fences:
        name, _, move = info.partition(" ")
        field = fields.get(name)
        if field is None:
            advice = did_you_mean(name, fields, tell=True)
            message = (
                f'a pattern block begins with ```field or ```field move; there is no field "{name}"{advice}'
            )
            problems.append(Problem(message=message, path=path, line=line - 1))
            continue
        alternatives: list[Mapping[str, Template]] = []
        divide: Callable[[str, int], Iterator[tuple[str, int]]] = _lines if field.kind == "list" else _divided
        for part, at in divide(text, line):
            texts = (
                _subfields(field, part, at, path, problems) if field.kind == "groups" else {"": (part, at)}
            )
            made = {
                key: filled
                for key, (source, where) in texts.items()
                if (filled := template(source, path, where, PATTERN_BLANKS, problems))
            }
            if made:
                alternatives.append(made)
        yield Block(field=name, move=move.strip(), alternatives=tuple(alternatives), line=line)


def _lines(text: str, line: int) -> Iterator[tuple[str, int]]:
    for number, part in enumerate(text.split("\n"), line):
        if part.strip():
            yield part.strip(), number


def _divided(text: str, line: int) -> Iterator[tuple[str, int]]:
    """Alternatives, divided by lines of `---`."""
    lines: list[str] = []
    start = line
    for number, part in enumerate([*text.split("\n"), "---"], line):
        if part.strip() == "---":
            if any(one.strip() for one in lines):
                yield "\n".join(lines).strip("\n"), start
            lines, start = [], number + 1
        else:
            lines.append(part)


def _subfields(
    field: Field, text: str, line: int, path: str, problems: list[Problem]
) -> dict[str, tuple[str, int]]:
    """`heading: …` and `body: …` parts of a groups alternative."""
    names = [inner.name for inner in field.fields]
    found: dict[str, tuple[list[str], int]] = {}
    current = ""
    for number, part in enumerate(text.split("\n"), line):
        head = re.match(r"([a-z][a-z0-9_]*): ?(.*)", part)
        if head and head.group(1) in names:
            current = head.group(1)
            found[current] = ([head.group(2)], number)
        elif current:
            found[current][0].append(part)
        elif part.strip():
            message = f'a pattern for "{field.name}" reads "name: text"; its fields are {listed(names)}'
            problems.append(Problem(message=message, path=path, line=number))
            break
    return {key: ("\n".join(lines).strip(), at) for key, (lines, at) in found.items()}


def structure_problems(settings: Settings, blocks: Sequence[Block], path: str) -> Iterator[Problem]:
    """What does not fit between the structures of the fields and the blocks for their moves."""
    for field in settings.fields:
        moves = {block.move for block in blocks if block.field == field.name}
        named = {move.rstrip("?*") for structure in field.structures.values() for move in structure}
        for structure, wanted in field.structures.items():
            for move in wanted:
                if move.rstrip("?*") not in moves:
                    bare = move.rstrip("?*")
                    message = f'structure "{structure}" needs a block ```{field.name} {bare}'
                    yield Problem(message=message, path=path, line=field.place.of("structures"))
        for block in blocks:
            if block.field == field.name and block.move and block.move not in named:
                advice = did_you_mean(block.move, named, tell=True)
                message = f'no structure of "{field.name}" has the move "{block.move}"{advice}'
                yield Problem(message=message, path=path, line=block.line - 1)
        if field.required and not moves and field.role != "legal":
            message = f'the required field "{field.name}" has no pattern: add a block ```{field.name}'
            yield Problem(message=message, path=path, line=field.place.of("name"))
