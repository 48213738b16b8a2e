"""YAML 1.2 as people write it: every mapping with its place, every scalar as the text it is.

The schema decides what a scalar means (a term `no` is a word, a version `1.10` is text), so scalars
stay strings here; an empty one, `null` and `~` are None. Duplicate keys and anchors gone wrong are errors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from copykit.errors import Problem
from copykit.guide.types import Place
from copykit.wording import did_you_mean

__all__ = ["PLACE", "compose", "validate"]

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Model = TypeVar("_Model", bound=BaseModel)
PLACE = "__place__"
MOST_NESTED = 40  # deeper files are an attack or an accident, not a guide


def compose(text: str, *, path: str, first_line: int = 1) -> tuple[Any, list[Problem]]:
    """Reads YAML into dicts, lists and strings; each dict has its `Place` under ``__place__``.

    Args:
        text: the YAML.
        path: the file's name, for places and problems.
        first_line: the 1-based line at which the text begins in its file (front matter: 2).

    Returns:
        The tree (None for an empty text) and all problems; with problems the tree is what could be read.
    """
    problems: list[Problem] = []
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else None
        return None, [Problem(message=_yaml_advice(error), path=path, line=line)]
    except (yaml.YAMLError, RecursionError) as error:
        return None, [Problem(message=f"this is not YAML: {error}".splitlines()[0], path=path)]
    if node is None:
        return None, []
    return _build(node, path, first_line, problems, (), ()), problems


def _yaml_advice(error: yaml.MarkedYAMLError) -> str:
    said = " ".join(part for part in (error.context, error.problem) if part)
    if "mapping values are not allowed" in said:
        return 'a colon inside a text: put the whole text in quotes ("…")'
    if "found character '\\t'" in said or "tab character" in said:
        return "a tab at the start of a line: YAML wants spaces"
    if "cannot start any token" in said:
        return 'a text may not begin with this character: put the whole text in quotes ("…")'
    if "expected <block end>" in said:
        return "this line is indented unlike the ones around it, or a quote mark is missing above"
    if "found undefined alias" in said:
        return 'a text that begins with * must stand in quotes ("*…")'
    return f"this is not YAML: {said}"


def _build(
    node: yaml.Node,
    path: str,
    first_line: int,
    problems: list[Problem],
    above: tuple[int, ...],
    way: tuple[str | int, ...],
) -> Any:
    line = node.start_mark.line + first_line
    if id(node) in above or len(above) > MOST_NESTED:
        problems.append(
            Problem(message="this part contains itself, or is nested too deep", path=path, line=line)
        )
        return None
    above = (*above, id(node))
    if isinstance(node, yaml.MappingNode):
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            key_line = key_node.start_mark.line + first_line
            if not isinstance(key_node, yaml.ScalarNode):
                problems.append(Problem(message="a key must be a word", path=path, line=key_line))
                continue
            key = str(key_node.value)
            if key in values:
                message = f'"{key}" stands here twice (first in line {lines[key]}): keep one'
                problems.append(Problem(message=message, path=path, line=key_line))
                continue
            if key == PLACE:
                problems.append(Problem(message=f'there is no setting "{PLACE}"', path=path, line=key_line))
                continue
            lines[key] = key_line
            values[key] = _build(value_node, path, first_line, problems, above, (*way, key))
        values[PLACE] = Place(path, line, lines, way)
        return values
    if isinstance(node, yaml.SequenceNode):
        return [
            _build(item, path, first_line, problems, above, (*way, number))
            for number, item in enumerate(node.value)
        ]
    value = str(node.value)
    if getattr(node, "style", None) is None and value in ("", "~", "null", "Null", "NULL"):
        return None
    return value


def validate(model: type[_Model], tree: Any, *, path: str, what: str) -> tuple[_Model | None, list[Problem]]:
    """Checks a composed tree against a model.

    Args:
        model: the pydantic model of the whole file.
        tree: what `compose` returned.
        path: the file's name, for problems.
        what: what the file should hold, for the message when it is empty.

    Returns:
        The model or None, and every problem with its line.
    """
    if not isinstance(tree, dict):
        found = "is empty" if tree is None else "is not a list of settings (name: value)"
        return None, [Problem(message=f"the file {found}; it should hold {what}", path=path, line=1)]
    try:
        return model.model_validate(tree), []
    except ValidationError as error:
        return None, list(_problems(model, tree, error, path))


def _spot(tree: Any, where: tuple[int | str, ...], path: str) -> tuple[str, int | None]:
    """File and line of the innermost thing on a way into a composed tree that has them."""
    line: int | None = None
    for step in where:
        if isinstance(tree, dict):
            place = tree.get(PLACE)
            if isinstance(place, Place):
                path, line = place.at(str(step)).path, place.of(str(step))
            tree = tree.get(str(step))
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
            if isinstance(tree, dict) and isinstance(tree.get(PLACE), Place):
                path, line = tree[PLACE].path, tree[PLACE].line
        else:
            break
    return path, line


def _problems(model: type[BaseModel], tree: Any, error: ValidationError, path: str) -> Iterator[Problem]:
    for fault in error.errors(include_url=False):
        where = tuple(step for step in fault["loc"] if step != "[key]")
        place, line = _spot(tree, where, path)
        yield Problem(message=_advice(model, tree, where, fault), path=place, line=line)


def _advice(model: type[BaseModel], tree: Any, where: tuple[int | str, ...], fault: Mapping[str, Any]) -> str:
    name = str(where[-1]) if where else "the file"
    key = next((str(step) for step in reversed(where) if isinstance(step, str)), name)
    kind, context, given = str(fault["type"]), fault.get("ctx") or {}, fault.get("input")
    if kind == "extra_forbidden":
        known = sorted(_keys(model, where[:-1]))
        return f'there is no setting "{name}" here{did_you_mean(name, known, tell=True)}'
    if kind == "missing":
        return f'"{name}" is missing here: every entry needs it'
    if kind == "literal_error":
        known = [
            word.strip().strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(",")
        ]
        return f'there is no {key.replace("_", " ")} "{given}"{did_you_mean(str(given), known, tell=True)}'
    if kind == "string_type" and given is None:
        return f'"{key}" is empty: write its text, or take the line out'
    if kind == "string_too_short":
        return f'"{key}" is empty: write its text'
    if kind == "string_pattern_mismatch":
        return f'"{given}" can\'t be an id: use lower-case letters, digits and hyphens, such as "free-trial"'
    if kind.startswith("date"):
        return f'"{given}" is not a date: write it like 2026-09-30'
    if kind.startswith("bool"):
        return f'"{key}" is "{given}": write true or false'
    if kind in ("list_type", "tuple_type"):
        return f'"{key}" should be a list: put each item on its own line after "- "'
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return f'"{key}" should be a group of settings (name: value), not "{str(given)[:40]}"'
    if kind == "string_type":
        return f'"{key}" should be one text: if it has a colon, put it in quotes'
    if kind in ("float_parsing", "int_parsing", "float_type", "int_type"):
        return f'"{key}" is "{given}": write a number'
    said = str(fault["msg"])
    return f'"{key}": {said[:1].lower()}{said[1:]} (it is "{str(given)[:40]}")'


def _keys(model: type[BaseModel], where: tuple[int | str, ...]) -> set[str]:
    """The keys that a mapping may have, found by walking the model's types."""
    for step in where:
        if isinstance(step, int):
            continue
        found = model.model_fields.get(step)
        if found is None:
            continue  # a key of a dict, or a tag of a union
        inner = next(_models(found.annotation), None)
        if inner is None:
            return set()
        model = inner
    return {name for name in model.model_fields if name != "place"}


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models(inner)
