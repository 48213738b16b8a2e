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

from copykit.draft import Draft, get_leaf, set_leaf

BENCHMARK = Path(__file__).parents[3] / "benchmarks" / "hostile_writer.py"


@cache
def hostile() -> ModuleType:
    if str(BENCHMARK.parent) not in sys.path:
        sys.path.append(str(BENCHMARK.parent))  # it counts by the table of its neighbour
    spec = importlib.util.spec_from_file_location("benchmark_hostile_writer", BENCHMARK)
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


def test_a_hostile_model_gets_nothing_through() -> None:
    tally = hostile().Tally()
    for seed in range(100_000, 100_040):
        hostile().run(seed, tally, formats=hostile().SHORT)
    assert tally.faults == []
    assert tally.runs == 40
    assert tally.ready > 12  # what is sound, or can be mended, does come out
    assert tally.blocked > 1
    assert tally.by_lines > 1
    assert len(tally.deeds) >= 12


def test_every_format_is_tried() -> None:
    assert {*hostile().FORMATS} == {*hostile()._formats()}


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
        ("body", "We know Gravel Bar Pet Hospital well.", "names Gravel Bar Pet Hospital"),
        ("body", "Better than Tailwright.", "names Tailwright"),
        ("body", "A plain\u200b line.", "holds ['0x200b']"),
        ("body", "A word that nobody said before.", "says “A word that nobody said"),
        ("subject", "x" * 151, "151"),
        ("legal", "Nothing.", "legal line"),
        ("body", "", "body is missing"),
    ],
)
def test_the_recount_sees_what_is_wrong(path: str, text: str, said: str) -> None:
    draft, guide = sound()
    assert list(hostile().broken_rules(draft, guide)) == []
    spoilt = replace(draft, fields=set_leaf(draft.fields, path, text))
    told = list(hostile().broken_rules(spoilt, guide, ["A word that nobody said before."]))
    assert any(said in one for one in told)


def test_the_recount_sees_a_button_that_is_no_ask_and_a_list_that_repeats_itself() -> None:
    brief, values = hostile()._honest("dewclaw", "tiktok-ad", 0)
    guide, format = hostile()._guide("dewclaw"), hostile()._formats()["tiktok-ad"]
    draft = replace(sound()[0], format=format, brief=brief, fields={**values, "url": guide.brand.website})
    assert list(hostile().broken_rules(draft, guide)) == []
    wrong = set_leaf(draft.fields, "button", "Yes.")
    wrong = set_leaf(wrong, "captions[1]", f"{get_leaf(wrong, 'captions[0]')}!")
    wrong = set_leaf(wrong, "captions[2]", "犬" * 51)
    told = " ".join(hostile().broken_rules(replace(draft, fields=wrong), guide))
    for said in ("button asks “Yes.”", "captions says one thing twice", "102 of 100"):
        assert said in told
