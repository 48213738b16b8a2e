"""The prompt for writing single texts anew: each with its problems, its limits and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copykit.draft import Values, leaves
from copykit.formats import Field, Format
from copykit.writers import Revision, Task
from copykit.writers.models import manner
from copykit.writers.models.answer import Answer
from copykit.writers.models.bullets import listed_quotes
from copykit.writers.models.facts import Facts, keeps_capital
from copykit.writers.models.fence import fenced, inline
from copykit.writers.models.placing import Placer
from copykit.writers.models.prompt import fill, prompt_values
from copykit.writers.models.reader import Steps
from copykit.writers.models.selection import select
from copykit.writers.models.shape import GIVEN, revised_lengths

__all__ = ["RevisedAnswer", "RevisionPrompt", "build_revision"]

# Our own choices; they keep a request short when one line of a long page is wrong.
LONGEST_PROBLEM = 500  # characters of one problem in words
LONGEST_NEIGHBOUR = 240  # characters of another text that are shown
MOST_NEIGHBOURS = 2400  # characters of all other texts


@dataclass(frozen=True, kw_only=True)
class RevisionPrompt:
    """What a model is sent to write texts anew.

    Attributes:
        schema: the JSON Schema of the answer, with one text for each revision and nothing else.
        paths: the path of each text by the name that it goes by in the answer.
        placer: what puts facts in place of labels.
    """

    system: str
    user: str
    schema: Mapping[str, Any]
    paths: Mapping[str, str]
    placer: Placer

    def schema_for(self, names: Sequence[str] | None) -> Mapping[str, Any]:
        """The schema with the texts for some paths only; None: all of them."""
        if names is None:
            return self.schema
        keys = self.keys_for(names)
        properties = {key: self.schema["properties"][key] for key in keys}
        return {**self.schema, "properties": properties, "required": keys}

    def keys_for(self, names: Sequence[str]) -> list[str]:
        """The keys that the texts for some paths go by in the answer."""
        return [key for key, path in self.paths.items() if path in names]


def build_revision(task: Task, values: Values, revisions: Sequence[Revision]) -> RevisionPrompt:
    """Fills the prompt for writing some texts anew.

    Raises:
        FormatError: when the prompt needs what this brand or brief does not have.
    """
    chosen = select(task)
    facts = Facts(chosen, task.guide, task.brief)
    paths = {f"text_{number}": one.path for number, one in enumerate(revisions, 1)}
    wanted = set(paths.values())
    others = [
        leaf
        for leaf in leaves(task.format, values)
        if leaf.path not in wanted and leaf.field.role not in GIVEN
    ]
    placer = Placer(facts, capitals=keeps_capital(task.guide), style=task.guide.brand.style)
    for leaf in others:
        placer.remember(leaf.path, leaf.field, leaf.text)
    filled = {
        **prompt_values(task, chosen, facts),
        "traits": listed_quotes(trait.example for trait in task.guide.brand.voice),
        "never": manner.never(task.guide.terms),
        "required": listed_quotes(message.text for message in chosen.required),
        "neighbours": _neighbours([(leaf.path, leaf.text) for leaf in others], revisions),
        "revisions": "\n\n".join(_revisions(task.format, paths, revisions)),
        "keys": ", ".join(f'"{key}"' for key in paths),
    }
    kept = {name: value for name, value in filled.items() if value != ""}
    instructions, request = task.format.revision
    return RevisionPrompt(
        system=fill(instructions, kept),
        user=fill(request, kept),
        schema=_schema(task.format, paths),
        paths=paths,
        placer=placer,
    )


def _neighbours(others: Sequence[tuple[str, str]], revisions: Sequence[Revision]) -> str:
    """The other texts as data, those of the same fields first where there is no room for all."""
    fields = {one.path.partition("[")[0] for one in revisions}
    near = sorted(others, key=lambda one: one[0].partition("[")[0] not in fields)
    room = MOST_NEIGHBOURS
    kept: set[str] = set()
    for path, text in near:
        length = min(len(text), LONGEST_NEIGHBOUR) + len(path) + 2
        if length <= room:
            room -= length
            kept.add(path)
    shown = "\n".join(
        f"{path}: {inline(text, longest=LONGEST_NEIGHBOUR)}" for path, text in others if path in kept
    )
    return fenced("other texts", shown) if shown else ""


def _revisions(format: Format, paths: Mapping[str, str], revisions: Sequence[Revision]) -> Iterator[str]:
    for key, one in zip(paths, revisions, strict=True):
        field = format.field(one.path)
        told = [f'"{key}" is {_place(format, one.path, field)}.']
        told += [f"- {inline(problem, longest=LONGEST_PROBLEM)}" for problem in one.problems]
        if one.text.strip():
            told.append(fenced(f"{key} as it stands", one.text))
        else:
            told.append("There is no text yet: write it, and let it say what none of the others says.")
        yield "\n".join(told)


def _place(format: Format, path: str, field: Field | None) -> str:
    if field is None:
        return f"`{path}`"
    group = format.field(path.partition("[")[0])
    within = f" in {group.label}" if group is not None and group is not field else ""
    parts = [f"`{path}`, {field.label}{within}", *revised_lengths(field)]
    if field.markup == "markdown":
        parts.append("in Markdown")
    return "; ".join(parts)


def _schema(format: Format, paths: Mapping[str, str]) -> dict[str, Any]:
    def described(path: str) -> str:
        field = format.field(path)
        return "; ".join([field.label, *revised_lengths(field)]) if field else path

    return {
        "title": f"{format.name.replace('-', '_')}_revision",
        "description": "The texts written anew.",
        "type": "object",
        "properties": {
            key: {"type": "string", "description": described(path)} for key, path in paths.items()
        },
        "required": list(paths),
        "additionalProperties": False,
    }


class RevisedAnswer(Answer):
    """A model's answer with texts written anew; see `Answer`.

    Args:
        format: whose fields the texts belong to.
        prompt: what was asked.
    """

    def __init__(self, format: Format, prompt: RevisionPrompt) -> None:
        super().__init__(format, prompt.placer)
        self._paths = prompt.paths

    def _locate(self, steps: Steps) -> tuple[str, int] | None:
        """The path for a key of the answer, or for the path itself, which models write too."""
        wanted = {**self._paths, **{path: path for path in self._paths.values()}}
        at = next((number for number, step in enumerate(steps) if step in wanted), None)
        if at is None:
            return None
        path, rest = wanted[str(steps[at])], steps[at + 1 :]
        paragraph = rest[0] if rest and isinstance(rest[0], int) else 0
        return (path, paragraph) if len(rest) <= 1 else None

    def _units(self) -> list[str]:
        """The paths of the texts."""
        return [*self._paths.values()]

    def _unit(self, path: str) -> str:
        return path

    def left_out(self) -> list[str]:
        """Nothing: a text that does not come stays as it is."""
        return []

    def _note_shape(self, steps: Steps) -> None:
        """What was not asked for is passed over."""

    def fault(self) -> str:
        """Why a complete answer is none, as the end of a sentence; "" when it is one."""
        return "" if any(text.strip() for text in self._texts.values()) else "none of the texts is in it"
