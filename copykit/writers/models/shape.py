"""A format's fields as a model sees them: in words, as a JSON Schema, and as paths of its answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from copykit.formats import Field, Format, Limit
from copykit.writers.models.reader import Steps

__all__ = ["GIVEN", "asked", "describe", "field_path", "json_schema", "revised_lengths"]

# Fields with these roles hold texts that are fixed in the guide; they are put in, never asked for.
GIVEN = ("legal", "url")
# What share of a limit a model is asked to keep to: it can't count letters, and a cut word is no word.
AIM = 0.9
AIM_AGAIN = 0.8


def asked(fields: Sequence[Field]) -> list[Field]:
    """The fields that a model is asked to write."""
    return [field for field in fields if field.role not in GIVEN]


def describe(format: Format) -> str:
    """The fields with their kinds, lengths and meaning, one line each."""
    return "\n".join(_described(asked(format.fields), ""))


def _described(fields: Sequence[Field], indent: str) -> Iterator[str]:
    for field in fields:
        lengths = "; ".join(_lengths(field))
        each = "each " if lengths and field.kind == "list" else ""
        parts = [_kind(field), f"{each}{lengths}"]
        if not field.required:
            parts.append("may be left empty")
        if field.markup == "markdown":
            parts.append("in Markdown")
        meaning = f"{field.label}. {field.help}" if field.help else field.label
        yield f"{indent}- `{field.name}`: {', '.join(filter(None, parts))}. {meaning.rstrip('.')}."
        if field.kind == "groups":
            yield from _described(asked(field.fields), indent + "  ")


def _kind(field: Field) -> str:
    if field.kind == "text":
        return "a text"
    least, most = field.items
    number = str(least) if least == most else f"{least} to {most}"
    what = "texts" if field.kind == "list" else "groups with the fields below"
    return f"a list of {number if field.max else f'at least {least}'} {what}"


def _lengths(field: Field) -> Iterator[str]:
    limit, shown = field.limit, field.shown
    if limit:
        yield f"never more than {_length(limit)}{'' if shown else _aim(limit)}"
    if shown:
        yield f"only the first {_length(shown)} are sure to show{'' if limit else _aim(shown)}"
    if field.advised:
        yield f"better no more than {_length(field.advised)}"


def revised_lengths(field: Field) -> list[str]:
    """A field's limits for a text that is written anew: the first try was too long often enough."""
    told = []
    for limit, what in (
        (field.limit, "never more than"), (field.shown, "only this much is sure to show:"),
        (field.advised, "better no more than"),
    ):  # fmt: skip
        if limit and limit.counting == "sms":
            told.append(f"{what} {_length(limit)}")
        elif limit:
            told.append(f"{what} {_length(limit)}, so aim for {int(limit.max * AIM_AGAIN)}")
    return told


def _length(limit: Limit) -> str:
    if limit.counting == "sms":
        return "one message part of 160" if limit.max == 1 else f"{limit.max} message parts"
    return f"{limit.max} {limit.counting if limit.counting in ('words', 'bytes') else 'characters'}"


def _aim(limit: Limit) -> str:
    if limit.counting == "sms":
        return ""
    double = "; Chinese, Japanese and Korean characters count double" if limit.counting == "google" else ""
    return f" (aim for {int(limit.max * AIM)} or less{double})"


def json_schema(format: Format, names: Sequence[str] | None = None) -> dict[str, Any]:
    """The JSON Schema of an answer, with all fields that a model is asked for or with some of them.

    It holds no `maxLength`: servers that enforce one cut words in half. Every property is required, as
    strict modes ask; what may be left empty is an empty text or list.
    """
    wanted = [field for field in asked(format.fields) if names is None or field.name in names]
    schema = _object(wanted)
    return {"title": format.name.replace("-", "_"), "description": format.settings.description, **schema}


def _object(fields: Sequence[Field]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {field.name: _value(field) for field in fields},
        "required": [field.name for field in fields],
        "additionalProperties": False,
    }


def _value(field: Field) -> dict[str, Any]:
    described = {"description": ". ".join(filter(None, [field.label, field.help, *_lengths(field)]))}
    if field.kind == "text":
        return {"type": "string", **described}
    items = {"type": "string"} if field.kind == "list" else _object(asked(field.fields))
    sizes = {"minItems": field.items[0], **({"maxItems": field.max} if field.max else {})}
    return {"type": "array", "items": items, **sizes, **described}


def field_path(format: Format, steps: Steps) -> tuple[str, int] | None:
    """The draft's path for a place in a model's answer, and the number of the paragraph there.

    A text that comes as a list of texts is read as its paragraphs, and fields that stand one level too
    deep (`{"email": {"subject": …}}`) are taken from there. None for a place that the format does not have.
    """
    names = [field.name for field in asked(format.fields)]
    if steps and steps[0] not in names and len(steps) > 1 and steps[1] in names:
        steps = steps[1:]
    return _path(asked(format.fields), steps, "")


def _path(fields: Sequence[Field], steps: Steps, prefix: str) -> tuple[str, int] | None:
    field = next((field for field in fields if steps and field.name == steps[0]), None)
    if field is None:
        return None
    path, rest = f"{prefix}{field.name}", steps[1:]
    if field.kind == "text":
        if not rest:
            return path, 0
        return (path, int(rest[0])) if len(rest) == 1 and isinstance(rest[0], int) else None
    if not rest or not isinstance(rest[0], int):
        return None
    path = f"{path}[{rest[0]}]"
    if field.kind == "list":
        return (path, 0) if len(rest) == 1 else None
    return _path(asked(field.fields), rest[1:], f"{path}.")
