"""JSON Schemas of what copykit prints, made from the shapes themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from copykit.exports.shapes import CheckShape, FormatsShape, WriteShape

__all__ = ["output_schemas"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def output_schemas() -> dict[str, Mapping[str, Any]]:
    """The schema of each output by the file's name under `docs/schemas/`."""
    shapes: Mapping[str, tuple[str, TypeAdapter[Any]]] = {
        "formats.output.schema.json": ("copykit formats --output json", TypeAdapter(FormatsShape)),
        "write.output.schema.json": ("copykit write --output json", TypeAdapter(WriteShape)),
        "check.output.schema.json": ("copykit check --output json", TypeAdapter(CheckShape)),
    }
    return {
        name: {"$schema": DIALECT, **adapter.json_schema(), "title": title}
        for name, (title, adapter) in shapes.items()
    }
