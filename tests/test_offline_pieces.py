"""Many pieces without a model, over all formats and both brands, are recounted by code of their own."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from copykit.brief import check_brief, load_brief
from copykit.draft import Draft
from copykit.formats import load_formats
from copykit.guide import load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.writers.offline import OfflineWriter
from copykit.writing import write

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
BRIEFS = BENCHMARKS / "briefs"
TODAY = date(2026, 9, 30)


@pytest.fixture(scope="module")
def offline() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_offline", BENCHMARKS / "offline.py")
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


@pytest.mark.parametrize(
    "path", sorted(BRIEFS.glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_a_brief_of_the_benchmark_can_be_used(path: Path) -> None:
    brief = load_brief(path)
    assert path.stem.rpartition("-")[0] == brief.format
    assert path.read_text(encoding="utf-8").startswith("# "), "say who asks for it, and why"
    check_brief(brief, load_guide(brands_dir() / path.parent.name))


def test_there_are_briefs_for_every_format_of_both_brands() -> None:
    held = {(path.parent.name, path.stem.rpartition("-")[0]) for path in BRIEFS.glob("*/*.yaml")}
    formats = load_formats([prompts_dir()])
    assert held >= {(brand, name) for brand in ("dewclaw", "oatwhistle") for name in formats}
    assert len(list(BRIEFS.glob("*/*.yaml"))) >= 60


def test_a_piece_of_every_brief_keeps_every_promise(offline: ModuleType) -> None:
    briefs = len(list(BRIEFS.glob("*/*.yaml")))
    tallies = offline.run(BRIEFS, pieces=briefs, processes=1, today=TODAY, first=5)
    assert sum(one.pieces for one in tallies.values()) == briefs
    assert [told for one in tallies.values() for told in one.breaches] == []
    # Only what a brief leaves to its author keeps a piece back.
    reasons = {reason for one in tallies.values() for reason in one.blocked}
    assert all("only you can say" in reason or "words, and" in reason for reason in reasons), reasons


@pytest.fixture(scope="module")
def ad() -> Draft:
    guide = load_guide(brands_dir() / "dewclaw")
    brief = load_brief(guide.folder / "examples" / "google-rsa.yaml")
    format = load_formats([prompts_dir()])["google-rsa"]
    return write(format, brief, guide=guide, writer=OfflineWriter(), today=TODAY)


def test_what_breaks_a_promise_is_told(offline: ModuleType, ad: Draft) -> None:
    def told(**fields: object) -> list[str]:
        return list(offline.breaches_of(ad.with_fields({**ad.fields, **fields}), ["half the phone calls"]))

    assert told() == []
    assert "31 of 30" in told(headlines=["a" * 31, "b", "c"])[0]
    assert "32 of 30" in told(headlines=["兽" * 16, "b", "c"])[0]
    assert "2 of them" in told(headlines=["a", "b"])[0]
    assert "'{{'" in told(headlines=["{{ brand }}", "b", "c"])[0]
    assert "may not be said" in told(descriptions=["Half the Phone Calls", "b"])[0]
    mute = replace(ad, ready=False, blocked=())
    assert list(offline.breaches_of(mute, [])) == ["not ready, and no reason is told"]


@pytest.mark.parametrize(
    ("text", "counted", "size"),
    [
        ("a" * 160, "parts", 1),
        ("a" * 161, "parts", 2),
        ("€" * 81, "parts", 2),
        ("ê" * 71, "parts", 2),
        ("see https://www.dewclaw.example/trial/day", "link", 27),
        ("兽 😀", "link", 5),
        ("兽 😀", "emoji", 5),
        ("兽 😀", "wide", 4),
        ("é,ü", "bytes", 5),
    ],
)
def test_lengths_are_recounted_apart(offline: ModuleType, text: str, counted: str, size: int) -> None:
    assert offline.size(text, counted) == size
