"""`copykit compare`, and `copykit write --without-guide`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema

from copykit.exports.schema import output_schemas


def test_what_the_guide_does_is_shown(brand: Path, run: Callable[..., Any]) -> None:
    told = run("compare", "sales-email", "--brand", "dewclaw", "--today", "2026-09-30")
    assert told.code == 0
    assert "with the guide    without it" in told.out
    assert "legal.missing  error  0 → 1" in told.out
    asked = run("compare", "sales-email", "--brand", "dewclaw", "--brand", "oatwhistle", "--output", "json")
    payload = json.loads(asked.out)
    jsonschema.validate(payload, dict(output_schemas()["compare.output.schema.json"]))
    assert [side["label"] for side in payload["sides"]] == ["Dewclaw", "Oatwhistle"]
    assert "audience" in payload["sides"][1]["left_out"]


def test_three_brands_are_one_too_many(brand: Path, run: Callable[..., Any]) -> None:
    told = run("compare", "note", "--brand", str(brand), "--brand", str(brand), "--brand", str(brand))
    assert (told.code, told.err.startswith("give one brand, or two")) == (2, True)


def test_writing_without_the_guide_takes_the_brief_alone(brand: Path, run: Callable[..., Any]) -> None:
    told = run("write", "sales-email", "--brand", "dewclaw", "--without-guide", "--output", "json")
    assert told.code == 1  # the lines that the law asks for stand in the guide
    (draft,) = json.loads(told.out)["drafts"]
    assert "legal" not in draft["fields"]
    assert draft["blocked"]


def test_how_far_variants_are_apart_is_told(brand: Path, run: Callable[..., Any]) -> None:
    told = run("write", "meta-ad", "--brand", "dewclaw", "--variants", "3")
    assert told.code == 0
    assert "two of these 3 share" in told.out.splitlines()[-1]
    quiet = run("write", "meta-ad", "--brand", "dewclaw", "--variants", "2", "--output", "json")
    assert len(json.loads(quiet.out)["drafts"]) == 2
