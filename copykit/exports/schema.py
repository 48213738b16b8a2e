"""JSON Schemas of what copykit prints and of a brief, made from the shapes themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from copykit.brief import Brief
from copykit.exports.comparison import CompareShape
from copykit.exports.shapes import CheckShape, FormatsShape, RowShape, WriteShape
from copykit.exports.sheet import ReceiptsShape
from copykit.guide.schema import DIALECT, brand_schemas, schema_of

__all__ = ["all_schemas", "output_schemas"]


def all_schemas() -> dict[str, Mapping[str, Any]]:
    """Every published schema by its file's name under `docs/schemas/`."""
    return {
        **brand_schemas(),
        "brief.schema.json": schema_of(Brief, title="a brief"),
        **output_schemas(),
    }


def output_schemas() -> dict[str, Mapping[str, Any]]:
    """The schema of each output by the file's name under `docs/schemas/`."""
    shapes: Mapping[str, tuple[str, TypeAdapter[Any]]] = {
        "formats.output.schema.json": ("copykit formats --output json", TypeAdapter(FormatsShape)),
        "write.output.schema.json": ("copykit write --output json", TypeAdapter(WriteShape)),
        "compare.output.schema.json": ("copykit compare --output json", TypeAdapter(CompareShape)),
        "receipt.output.schema.json": ("copykit receipt --output json", TypeAdapter(ReceiptsShape)),
        "batch.output.schema.json": ("a line of copykit write-batch's results.jsonl", TypeAdapter(RowShape)),
        "check.output.schema.json": ("copykit check --output json", TypeAdapter(CheckShape)),
    }
    return {
        name: {"$schema": DIALECT, **adapter.json_schema(), "title": title}
        for name, (title, adapter) in shapes.items()
    }
