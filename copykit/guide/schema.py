"""JSON Schemas of the brand files, made from the types, so that editors complete and check them."""

from __future__ import annotations

import ast
import inspect
import io
import sys
import tokenize
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from copykit.guide.loading import FILES
from copykit.guide.types import Part, Sample

__all__ = ["DIALECT", "brand_schemas", "schema_of"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def brand_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each brand file, by the schema's file name: `terms.schema.json` for `terms.yaml`."""
    schemas = {
        f"{name.removesuffix('.yaml')}.schema.json": schema_of(model, title=name)
        for name, (model, _) in FILES.items()
    }
    for name, made in schemas.items():
        needed = made.pop("required", None)
        if needed and name == "brand.schema.json":  # what extends another may leave out anything
            made["if"], made["else"] = {"required": ["extends"]}, {"required": needed}
    sample = schema_of(Sample, title="samples/*.md, front matter")
    for given in ("id", "text"):  # the file's name and its body
        sample["properties"].pop(given)
        sample["required"].remove(given)
    return {**schemas, "sample.schema.json": sample}


def schema_of(model: type[Part], *, title: str) -> dict[str, Any]:
    """The schema of a model, each setting described by the comment beside it in the code."""
    made = model.model_json_schema(schema_generator=_Described)
    return {"$schema": DIALECT, **made, "title": title}


class _Described(GenerateJsonSchema):
    """Adds the comments beside the fields as descriptions; drops titles that only repeat the name."""

    def model_schema(self, schema: Any) -> dict[str, Any]:
        made = super().model_schema(schema)
        model = schema["cls"]
        comments = _comments(model)
        for name, inner in made.get("properties", {}).items():
            inner.pop("title", None)
            if name in comments and "$ref" not in inner:
                inner["description"] = comments[name]
        return made


@cache
def _comments(model: type[BaseModel]) -> Mapping[str, str]:
    """The comment at the end of each field's line, the fields of the models above it included."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, BaseModel) and one.__module__ != BaseModel.__module__:
            found.update(_module_comments(one.__module__).get(one.__name__, {}))
    return found


@cache
def _module_comments(module: str) -> Mapping[str, Mapping[str, str]]:
    source = inspect.getsource(sys.modules[module])
    beside = {
        token.start[0]: token.string.lstrip("# ")
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    return {
        node.name: dict(_fields(node, beside))
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef)
    }


def _fields(node: ast.ClassDef, beside: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    for line in node.body:
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name) and line.lineno in beside:
            said = beside[line.lineno]
            if not said.startswith(("noqa", "type:", "fmt:")):
                yield line.target.id, said
