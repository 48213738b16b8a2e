"""A model that does its worst: nothing that breaks a hard rule comes out ready, and no run gets out of hand.

`benchmarks/hostile_writer.py` makes the runs and counts again by other means than the checks; here are some.
"""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from copykit.draft import Draft, set_leaf

BENCHMARK = Path(__file__).parents[3] / "benchmarks" / "hostile_writer.py"
SHORT = ("sales-email", "google-rsa", "meta-ad", "cta-set")


@cache
def hostile() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_hostile_writer", BENCHMARK)
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


def test_a_hostile_model_gets_nothing_through() -> None:
    tally = hostile().Tally()
    for seed in range(100_000, 100_060):
        hostile().run(seed, tally, formats=SHORT)
    assert tally.faults == []
    assert tally.runs == 60
    assert tally.ready > 15  # what is sound, or can be mended, does come out
    assert tally.blocked > 3
    assert len(tally.deeds) >= 12


@cache
def sound() -> tuple[Draft, object]:
    brief, values = hostile()._honest("dewclaw", "sales-email", 0)
    guide = hostile()._guide("dewclaw")
    legal = next(line.text for line in guide.brand.legal if "email" in line.channels)
    format = hostile()._formats()["sales-email"]
    from copykit.readiness import UNJUDGED

    draft = Draft(
        format=format, brand="Dewclaw", brief=brief, fields={**values, "legal": legal}, writer="x:y", seed=0,
        guide_version="", report=UNJUDGED, ready=True,
    )  # fmt: skip
    return draft, guide


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("body", "It saves 4711 hours.", "number 4711"),
        ("body", "We are risk-free.", "banned: risk-free"),
        ("body", "Hi {{first_name}}", "holds {{"),
        ("body", "[[who: you?]]", "holds [["),
        ("body", "{claim:nope}", "holds {claim"),
        ("body", "See https://evil.test/x.", "address at evil.test"),
        ("body", "Write to a@evil.test.", "address at evil.test"),
        ("body", "Switch to Dewclaw this spring and take 25% off your bill for a year.", "may not be said"),
        ("legal", "Nothing.", "legal line"),
        ("body", "", "body is missing"),
    ],
)
def test_the_recount_sees_what_is_wrong(path: str, text: str, said: str) -> None:
    draft, guide = sound()
    assert list(hostile().broken_rules(draft, guide)) == []
    spoilt = replace(draft, fields=set_leaf(draft.fields, path, text))
    assert any(said in one for one in hostile().broken_rules(spoilt, guide))
