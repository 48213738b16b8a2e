"""The published schemas are the types' own, and the brands that come with copykit obey them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from copykit.exports.schema import all_schemas
from copykit.guide.loading import FILES
from copykit.guide.schema import brand_schemas

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = ROOT / "docs" / "schemas"


def test_the_published_schemas_are_up_to_date() -> None:
    made = {name: json.loads(json.dumps(schema)) for name, schema in all_schemas().items()}
    published = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.json")}
    assert published == made, "run: copykit brand schema --out docs/schemas"


@pytest.mark.parametrize("name", sorted(all_schemas()))
def test_each_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(dict(all_schemas()[name]))


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize(
    "path", sorted(path for name in FILES for path in (ROOT / "brand").glob(f"*/{name}")), ids=str
)
def test_an_editor_finds_no_fault_in_our_brands(path: Path) -> None:
    tree = plain(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
    jsonschema.validate(tree, brand_schemas()[path.name.replace(".yaml", ".schema.json")])


def test_an_editor_knows_what_may_be_left_out() -> None:
    brand = brand_schemas()["brand.schema.json"]
    jsonschema.validate({"extends": "../house"}, brand)
    with pytest.raises(jsonschema.ValidationError, match="required"):
        jsonschema.validate({"name": "Alone"}, brand)
    checks = brand_schemas()["checks.schema.json"]
    jsonschema.validate({"checks": {"terms.avoid": "off"}, "folders": {"old/**": {"all": "warning"}}}, checks)
    with pytest.raises(jsonschema.ValidationError, match="loud"):
        jsonschema.validate({"checks": {"terms.avoid": "loud"}}, checks)


def test_an_editor_finds_a_wrong_word() -> None:
    with pytest.raises(jsonschema.ValidationError, match="eror"):
        jsonschema.validate(
            {"terms": [{"use": "a", "reason": "b", "severity": "eror"}]}, brand_schemas()["terms.schema.json"]
        )


def test_settings_are_described_by_the_comments_beside_them() -> None:
    claim = brand_schemas()["messages.schema.json"]["$defs"]["Claim"]["properties"]
    assert claim["text"]["description"] == "a sentence as approved"
    assert claim["valid_to"]["description"] == "the last day on which it may be used"
