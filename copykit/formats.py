"""A kind of copy, from one Markdown file under `prompts/`: fields with limits, prompts, patterns."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints
from pydantic import Field as Setting

from copykit.errors import FormatError, Problem
from copykit.guide.loading import front_matter
from copykit.guide.types import Channel, Part, Text, without_place
from copykit.guide.yaml import compose, validate
from copykit.templates import Blank, Template
from copykit.wording import did_you_mean, listed

__all__ = [
    "Block",
    "Field",
    "Format",
    "Limit",
    "Rule",
    "WordRange",
    "load_format",
    "load_formats",
    "read_format",
]

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class Limit(Part):
    """A length, and who says so."""

    max: Annotated[int, Setting(gt=0)]
    counting: Text = "characters"  # see copykit.text.COUNTINGS
    source: Text  # where the figure comes from
    read: date  # when it was read there
    known: Literal[
        "O", "M", "T", "K", "ours"
    ]  # official · mirror · third party · background · our own choice


class WordRange(Part):
    """How many words, at least and at most, and in which fields they are counted (empty: all)."""

    min: Annotated[int, Setting(ge=0)] = 0
    max: Annotated[int, Setting(gt=0)]
    fields: list[Name] = []


class Field(Part):
    """One field of a format: a text, a list of texts, or a list of groups with fields of their own."""

    name: Name
    label: Text
    help: Text | None = None
    kind: Literal["text", "list", "groups"] = "text"
    limit: Limit | None = None  # more is rejected
    shown: Limit | None = None  # more is cut off
    min: Annotated[int, Setting(ge=0)] | None = None  # items of a list or groups
    max: Annotated[int, Setting(gt=0)] | None = None
    required: bool = True
    markup: Literal["plain", "markdown"] = "plain"
    # Where it stands when a draft is a page: the H1, the text under it, a section (groups), its heading and body,
    # a setting in the front matter; "ask" is a button's label, "url" its address, "legal" the small print.
    role: Literal["title", "lead", "sections", "heading", "body", "meta", "ask", "url", "legal"] | None = None
    # Ways to build the field without a model, each a list of moves. "?" marks a move that may be left out and
    # "*" one that is made once for each part of the brief's source, as many as the word range takes.
    structures: Annotated[dict[Text, list[Text]], BeforeValidator(without_place)] = {}
    fields: list[Field] = []

    @property
    def items(self) -> tuple[int, int]:
        """How many items a list or groups field takes, at least and at most."""
        return self.min or (1 if self.required else 0), self.max or 50


class Settings(Part):
    """The settings at the head of a format file."""

    title: Text
    family: Text
    channel: Channel
    description: Text
    words: WordRange | None = None
    fields: Annotated[list[Field], Setting(min_length=1)]
    rules: list[
        Text
    ] = []  # "path2 needs path1", "at least one of headlines has 15 or less", "headlines differ"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule over several fields: `needs` (field, other), `one_short` (field, number), `differ` (field)."""

    kind: Literal["needs", "one_short", "differ"]
    field: str
    other: str = ""
    number: int = 0
    text: str = ""
    line: int | None = None


@dataclass(frozen=True, kw_only=True)
class Block:
    """The patterns of a field, or of one move of it.

    Attributes:
        field: the field's name.
        move: the move that it realises; empty for the whole field.
        alternatives: for a text, one template under the key ""; for groups one per subfield.
        line: 1-based line in the format's file.
    """

    field: str
    move: str
    alternatives: tuple[Mapping[str, Template], ...]
    line: int


@dataclass(frozen=True, kw_only=True)
class Format:
    """A loaded format.

    Attributes:
        name: the file's stem.
        path: the file.
        version: the first 12 hex digits of the file's SHA-256.
        instructions: the model's system prompt; `request` its user prompt.
        blocks: the patterns for writing without a model.
    """

    name: str
    path: Path
    version: str
    settings: Settings
    rules: tuple[Rule, ...]
    instructions: Template
    request: Template
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The format's title, for people."""
        return self.settings.title

    @property
    def channel(self) -> Channel:
        """The channel that its reading target and its claims are held to."""
        return self.settings.channel

    @property
    def fields(self) -> tuple[Field, ...]:
        """The top fields, in order."""
        return tuple(self.settings.fields)

    def field(self, path: str) -> Field | None:
        """The field that a path such as `headlines[7]` or `sections[0].body` belongs to."""
        names = re.sub(r"\[\d*\]", "", path).split(".")
        found = next((field for field in self.fields if field.name == names[0]), None)
        for name in names[1:]:
            found = next((field for field in found.fields if field.name == name), None) if found else None
        return found

    def blocks_for(self, field: str, move: str = "") -> tuple[Block, ...]:
        """The pattern blocks of a field and move."""
        return tuple(block for block in self.blocks if block.field == field and block.move == move)


# ── loading ─────────────────────────────────────────────────────────────────────────────────────────

SECTIONS = ("Instructions", "Request", "Patterns")
_HEADING = re.compile(r"^## +(.+?) *$")
_FENCE = re.compile(r"^(`{3,}|~{3,}) *([^`]*?) *$")


def load_formats(folders: Iterable[Path]) -> dict[str, Format]:
    """Every format under some folders, by name; a later folder's format replaces an earlier one's.

    Files and folders that begin with `_` or `.` are passed over.

    Raises:
        FormatError: with the problems of every file.
    """
    found: dict[str, Format] = {}
    problems: list[Problem] = []
    for folder in folders:
        for path in sorted(folder.rglob("*.md")):
            if any(part[0] in "_." for part in path.relative_to(folder).parts):
                continue
            try:
                found[path.stem] = load_format(path, parts=_parts(folder))
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
            made = _template(_with_parts(block, parts or {}), name, line, PROMPT_BLANKS, problems)
            if made:
                templates[title] = made
    blocks = tuple(_blocks(settings, sections.get("Patterns", []), name, problems))
    problems += _structure_problems(settings, blocks, name)
    if problems:
        raise FormatError(problems=sorted(problems, key=lambda problem: problem.line or 0))
    return Format(
        name=path.stem, path=path, version=version, settings=settings, rules=rules,
        instructions=templates["Instructions"], request=templates["Request"], blocks=blocks,
    )  # fmt: skip


def _with_parts(text: str, parts: Mapping[str, str]) -> str:
    def one(found: re.Match[str]) -> str:
        return parts[found.group(1)].strip() if found.group(1) in parts else found.group()

    return re.sub(r"\{\{ *parts\.(\w+) *\}\}", one, text)


def _template(
    text: str, path: str, line: int, blanks: Mapping[str, Blank], problems: list[Problem]
) -> Template | None:
    try:
        return Template(text, path=path, line=line, blanks=blanks)
    except FormatError as error:
        problems += error.problems
        return None


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
        for limit in (field.limit, field.shown):
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
    body: str, first: int, path: str, problems: list[Problem]
) -> dict[str, list[tuple[str, str, int]]]:
    """The fenced blocks (info string, text, first line) under each `## ` heading."""
    found: dict[str, list[tuple[str, str, int]]] = {}
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
            if current not in SECTIONS:
                message = f'there is no section "{current}"{did_you_mean(current, SECTIONS, tell=True)}'
                problems.append(Problem(message=message, path=path, line=number))
            elif current in found:
                problems.append(Problem(message=f'"## {current}" stands here twice', path=path, line=number))
            found.setdefault(current, [])
    if fence:
        problems.append(Problem(message="this fenced block is not closed", path=path, line=start - 1))
    for title in SECTIONS:
        if title not in found:
            message = f'the section "## {title}" is missing: a format has {listed(SECTIONS)}'
            problems.append(Problem(message=message, path=path))
    return found


def _blocks(
    settings: Settings, fences: Sequence[tuple[str, str, int]], path: str, problems: list[Problem]
) -> Iterator[Block]:
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
                key: template
                for key, (source, where) in texts.items()
                if (template := _template(source, path, where, PATTERN_BLANKS, problems))
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


def _structure_problems(settings: Settings, blocks: Sequence[Block], path: str) -> Iterator[Problem]:
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


def _attributes(model: type[Part]) -> Blank:
    return frozenset(name for name in model.model_fields if name != "place")


def _blanks() -> tuple[dict[str, Blank], dict[str, Blank]]:
    from copykit.guide import types as guide

    person = frozenset({"company", "email", "first_name", "last_name", "name", "phone", "title"})
    shared: dict[str, Blank] = {
        "brand": _attributes(guide.Brand),
        "audience": _attributes(guide.Audience),
        "product": _attributes(guide.Product),
        "offer": _attributes(guide.Offer),
        "ask": _attributes(guide.Ask),
        "recipient": person,
        "sender": person,
        "keyword": None,
        "keywords": None,
        "topic": None,
        "observation": None,
        "facts": None,
        "steps": None,
        "legal": None,
    }
    patterns: dict[str, Blank] = {
        **shared,
        "pain": _attributes(guide.Pain),
        "feature": _attributes(guide.Feature),
        "other_feature": _attributes(guide.Feature),
        "message": _attributes(guide.Message),
        "claim": _attributes(guide.Claim),
        "objection": _attributes(guide.Objection),
        "story": _attributes(guide.Story),
        "step": _attributes(guide.Step),
        "required": _attributes(guide.Message),  # a message that must come across
        "goal": None,  # one of the audience's goals
        "wordplay": None,
        "fact": None,  # one of the brief's facts
        "note": frozenset({"heading", "text", "question", "speaker"}),  # a part of the brief's source
    }
    # The brief's own texts are not here as they are: a prompt gets them fenced as data (`material` has them).
    prompts: dict[str, Blank] = {
        **shared,
        "format": frozenset({"name", "title", "description", "words"}),
        "fields": None,  # the fields with their limits, one line each
        "rules": None,  # the rules over several fields
        "angle": None,  # the pain and the structure that set this version apart
        "today": None,
        "region": None,
        "goal": None,
        "situation": None,
        "notes": None,
        "source": None,
        "material": None,
        "reader": None,  # the audience in lines
        "audiences": None,
        "pains": None,
        "objections": None,
        "products": None,
        "messages": None,
        "required": None,  # messages that must come across
        "claims": None,
        "offers": None,
        "asks": None,
        "stories": None,
        "terms": None,
        "traits": None,
        "style": None,
        "wordplay": None,
        "reading": _attributes(guide.Reading),
        "reading_level": None,  # the same in words
        "samples": None,
    }
    return patterns, prompts


PATTERN_BLANKS, PROMPT_BLANKS = _blanks()
