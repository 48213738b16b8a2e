"""The benchmark runners work, and their aims for a guide that somebody else made are kept."""

from __future__ import annotations

import importlib.util
import io
import json
import sys
import tarfile
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def runner(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", BENCHMARKS / f"{name}.py")
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def accuracy() -> ModuleType:
    return runner("accuracy")


@pytest.mark.parametrize("name", ["passive", "sentences", "claims", "invented", "terms", "keywords"])
def test_every_set_is_scored_in_both_halves(accuracy: ModuleType, name: str) -> None:
    tallies = accuracy.score(name, most=10)
    assert set(tallies) == {"tune", "held"}
    for tally in tallies.values():
        assert tally.hits + tally.misses + tally.alarms > 0
        assert tally.f1 > 0.7
        assert tally.judged > 0


def test_nothing_of_the_held_half_is_shown(accuracy: ModuleType) -> None:
    assert accuracy.score("claims", most=60)["held"].wrong == []


def test_the_figures_come_as_json_too(accuracy: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    accuracy.main(["sentences", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["sentences"]["held"]["recall"] > 0.9


@pytest.mark.parametrize(("name", "least", "of"), [("18f-rules", 35, 38), ("18f-context", 53, 58)])
def test_a_guide_that_somebody_else_made_is_kept(
    accuracy: ModuleType, capsys: pytest.CaptureFixture[str], name: str, least: int, of: int
) -> None:
    rules, brand = BENCHMARKS / "data" / f"{name}.json", BENCHMARKS / "18f"
    accuracy.main(["--rules", str(rules), "--brand", str(brand), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["of"] == of
    assert told["right"] >= least, told["wrong"]


def test_speed_is_measured_on_any_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    speed = runner("speed")
    (tmp_path / "page.md").write_text("# Hours\n\nThe clinic opens at noon. " * 40, encoding="utf-8")
    figures = speed.measure(tmp_path, processes=False, cold=False, documents=0)
    assert (figures["terms"], figures["claims"]) == (200, 60)
    assert figures["suite"] > 0
    assert figures["warm"] > 0
    speed.show(figures)
    assert "200 terms, 60 claims" in capsys.readouterr().out


def test_what_each_module_of_checks_costs_is_told(tmp_path: Path) -> None:
    speed = runner("speed")
    (tmp_path / "page.md").write_text("# Hours\n\nThe clinic opens at noon. " * 40, encoding="utf-8")
    costs = speed.by_family(tmp_path)
    assert {"(reading)", "(cutting up)", "claims", "style", "terms"} <= costs.keys()
    assert all(cost >= 0 for cost in costs.values())
    assert sum(costs.values()) > 0


def test_golden_rules_are_read_from_a_source_distribution(
    accuracy: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = b'RULES = [("One. Two.", ["One.", "Two."]), ("One. Two.", ["One. Two."])]\n'
    with tarfile.open(tmp_path / "some.tar.gz", "w:gz") as packed:
        info = tarfile.TarInfo("some-1.0/benchmarks/english_golden_rules.py")
        info.size = len(rules)
        packed.addfile(info, io.BytesIO(rules))
    accuracy.main(["--golden", str(tmp_path / "some.tar.gz"), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (told["right"], told["of"], list(told["wrong"])) == (1, 2, ["rule 2"])
