"""A format file → Format, or every fault in it at once, with its line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from copykit.errors import FormatError, Problem
from copykit.formats.blanks import PROMPT_BLANKS, REVISION_BLANKS
from copykit.formats.patterns import Fence, read_blocks, structure_problems, template
from copykit.formats.types import Field, Format, Rule, Settings
from copykit.guide.loading import front_matter
from copykit.guide.yaml import compose, validate
from copykit.house import prompts_dir
from copykit.templates import Template
from copykit.wording import did_you_mean, listed

__all__ = ["load_format", "load_formats", "read_format"]

SECTIONS = ("Instructions", "Request", "Patterns")
_HEADING = re.compile(r"^## +(.+?) *$")
_FENCE = re.compile(r"^(`{3,}|~{3,}) *([^`]*?) *$")


def load_formats(folders: Iterable[Path]) -> dict[str, Format]:
    """Every format under some folders, by name; a later folder's format replaces an earlier one's.

    Files and folders that begin with `_` or `.` are passed over; `_parts/` holds texts that the formats of
    this folder and the later ones may put in.

    Raises:
        FormatError: with the problems of every file.
    """
    found: dict[str, Format] = {}
    problems: list[Problem] = []
    parts: dict[str, str] = {}
    for folder in folders:
        parts |= _parts(folder)
        for path in sorted(folder.rglob("*.md")):
            if any(part[0] in "_." for part in path.relative_to(folder).parts):
                continue
            try:
                found[path.stem] = load_format(path, parts=parts)
            except FormatError as error:
                problems += error.problems
    if problems:
        raise FormatError(problems=problems)
    return found


def _parts(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "_parts").glob("*.md"))}


def load_format(path: Path, *, parts: Mapping[str, str] | None = None) -> Format:
    """Reads one format file.

    Args:
        path: the file.
        parts: shared texts that `{{ parts.name }}` puts in, by name.

    Raises:
        FormatError: with every problem in it.
    """
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except FileNotFoundError:
        raise FormatError(f'there is no format file "{path}"') from None
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(f"can't be read: {error}", path=path.as_posix()) from None
    version = hashlib.sha256(data + "\0".join((parts or {}).values()).encode()).hexdigest()[:12]
    return read_format(text, path=path, version=version, parts=parts)


def read_format(
    text: str, *, path: Path, version: str = "", parts: Mapping[str, str] | None = None
) -> Format:
    """Reads a format from its text; see `load_format`."""
    name = path.as_posix()
    problems: list[Problem] = []
    head, body, first = front_matter(text)
    if not head:
        raise FormatError('a format begins with its settings between two lines of "---"', path=name, line=1)
    tree, faults = compose(head, path=name, first_line=2)
    settings: Settings | None = None
    if not faults:
        settings, faults = validate(
            Settings, tree, path=name, what="title, family, channel, description, fields"
        )
    problems += faults
    if settings is None:
        raise FormatError(problems=problems)
    problems += _field_problems(settings.fields, name)
    rules = tuple(_rules(settings, name, problems))
    sections = _sections(body, first, name, problems)
    templates: dict[str, Template] = {}
    for title in SECTIONS[:2]:
        fences = sections.get(title, [])
        if title in sections and len(fences) != 1:
            message = f'"## {title}" holds one block between two lines of ```; there are {len(fences)}'
            problems.append(Problem(message=message, path=name))
        for _, block, line in fences[:1]:
            made = template(_with_parts(block, parts or {}), name, line, PROMPT_BLANKS, problems)
            if made:
                templates[title] = made
    revision = _revision(parts or {}, problems)
    blocks = tuple(read_blocks(settings, sections.get("Patterns", []), name, problems))
    problems += structure_problems(settings, blocks, name)
    if problems or revision is None:
        raise FormatError(problems=sorted(problems, key=lambda problem: problem.line or 0))
    return Format(
        name=path.stem, path=path, version=version, settings=settings, rules=rules,
        instructions=templates["Instructions"], request=templates["Request"], revision=revision,
        blocks=blocks,
    )  # fmt: skip


def _revision(parts: Mapping[str, str], problems: list[Problem]) -> tuple[Template, Template] | None:
    """The prompt for writing texts anew, from the part `revise`, or from the one that comes with copykit."""
    made, faults = _read_revision(parts.get("revise", ""))
    problems += faults
    return made


@lru_cache(maxsize=16)
def _read_revision(text: str) -> tuple[tuple[Template, Template] | None, tuple[Problem, ...]]:
    packed = prompts_dir() / "_parts" / "revise.md"
    name = packed.as_posix() if not text else "_parts/revise.md"
    text = text or packed.read_text(encoding="utf-8")
    problems: list[Problem] = []
    sections = _sections(text, 1, name, problems, wanted=SECTIONS[:2])
    made = []
    for title in SECTIONS[:2]:
        fences = sections.get(title, [])
        if title in sections and len(fences) != 1:
            message = f'"## {title}" holds one block between two lines of ```; there are {len(fences)}'
            problems.append(Problem(message=message, path=name))
        made += [template(block, name, line, REVISION_BLANKS, problems) for _, block, line in fences[:1]]
    whole = [one for one in made if one is not None]
    return ((whole[0], whole[1]) if len(whole) == 2 else None), tuple(problems)


def _with_parts(text: str, parts: Mapping[str, str]) -> str:
    def one(found: re.Match[str]) -> str:
        return parts[found.group(1)].strip() if found.group(1) in parts else found.group()

    return re.sub(r"\{\{ *parts\.(\w+) *\}\}", one, text)


def _field_problems(fields: Sequence[Field], path: str, *, inner: bool = False) -> Iterator[Problem]:
    from copykit.text import COUNTINGS

    seen: set[str] = set()
    for field in fields:
        place = field.place
        if field.name in seen:
            yield Problem(message=f'there are two fields "{field.name}"', path=path, line=place.of("name"))
        seen.add(field.name)
        if field.kind == "groups" and (inner or not field.fields):
            message = (
                "groups can't hold groups" if inner else f'groups "{field.name}" need fields of their own'
            )
            yield Problem(message=message, path=path, line=place.of("kind"))
        if field.kind != "groups" and field.fields:
            message = f'"{field.name}" has fields of its own: its kind must be groups'
            yield Problem(message=message, path=path, line=place.of("fields"))
        if field.kind == "text" and (field.min or field.max):
            message = f'"{field.name}" is one text: min and max count the items of a list or groups'
            yield Problem(message=message, path=path, line=place.of("min"))
        if field.min and field.max and field.min > field.max:
            yield Problem(
                message=f"min {field.min} is more than max {field.max}", path=path, line=place.of("min")
            )
        for limit in (field.limit, field.shown, field.advised):
            if limit and limit.counting not in COUNTINGS:
                advice = did_you_mean(limit.counting, COUNTINGS, tell=True)
                message = f'there is no counting "{limit.counting}"{advice}'
                yield Problem(message=message, path=path, line=limit.place.of("counting"))
        yield from _field_problems(field.fields, path, inner=True)


_RULES: Sequence[tuple[Literal["needs", "one_short", "differ"], re.Pattern[str]]] = (
    ("needs", re.compile(r"(?P<field>\w+) needs (?P<other>\w+)")),
    ("one_short", re.compile(r"at least one of (?P<field>\w+) has (?P<number>\d+) or less")),
    ("differ", re.compile(r"(?P<field>\w+) differ")),
)


def _rules(settings: Settings, path: str, problems: list[Problem]) -> Iterator[Rule]:
    names = [field.name for field in settings.fields]
    line = settings.place.of("rules")
    for text in settings.rules:
        for kind, shape in _RULES:
            if found := shape.fullmatch(text):
                parts = found.groupdict()
                for name in (parts["field"], parts.get("other") or parts["field"]):
                    if name not in names:
                        message = (
                            f'rule "{text}": there is no field "{name}"{did_you_mean(name, names, tell=True)}'
                        )
                        problems.append(Problem(message=message, path=path, line=line))
                yield Rule(
                    kind=kind, field=parts["field"], other=parts.get("other") or "",
                    number=int(parts.get("number") or 0), text=text, line=line,
                )  # fmt: skip
                break
        else:
            message = (
                f'a rule reads "A needs B", "at least one of A has N or less" or "A differ", not "{text}"'
            )
            problems.append(Problem(message=message, path=path, line=line))


def _sections(
    body: str, first: int, path: str, problems: list[Problem], *, wanted: Sequence[str] = SECTIONS
) -> dict[str, list[Fence]]:
    """The fenced blocks (info string, text, first line) under each `## ` heading."""
    found: dict[str, list[Fence]] = {}
    current, fence, info, start = "", "", "", 0
    lines: list[str] = []
    for number, line in enumerate(body.split("\n"), first):
        line = line.rstrip("\r")
        mark = _FENCE.match(line)
        if fence:
            if (
                mark
                and mark.group(1)[0] == fence[0]
                and len(mark.group(1)) >= len(fence)
                and not mark.group(2)
            ):
                if current:
                    found[current].append((info, "\n".join(lines), start))
                fence, lines = "", []
            else:
                lines.append(line)
        elif mark:
            fence, info, start = mark.group(1), mark.group(2), number + 1
        elif heading := _HEADING.match(line):
            current = heading.group(1)
            if current not in wanted:
                message = f'there is no section "{current}"{did_you_mean(current, wanted, tell=True)}'
                problems.append(Problem(message=message, path=path, line=number))
            elif current in found:
                problems.append(Problem(message=f'"## {current}" stands here twice', path=path, line=number))
            found.setdefault(current, [])
    if fence:
        problems.append(Problem(message="this fenced block is not closed", path=path, line=start - 1))
    for title in wanted:
        if title not in found:
            message = f'the section "## {title}" is missing: it takes {listed(wanted)}'
            problems.append(Problem(message=message, path=path))
    return found
