"""An old site starts clean: what a baseline knows is not told again, and what is new is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copykit.baseline import fingerprint, load_baseline, write_baseline
from copykit.checking import Checked
from copykit.errors import SourceError
from copykit.findings import Area, Finding, Location, Report, Severity
from copykit.text import Syntax, parse

PAGE = "# Tea\n\nWe utilize tea on Mondays, and milk.\n\nThey utilize a spoon.\n"


def checked(text: str, *quotes: str, name: str = "page.md") -> Checked:
    """A document with a finding at the first place of each quote; an empty one is of something missing."""
    document = parse(text, name=name, syntax=Syntax.MARKDOWN)
    findings = []
    for quote in quotes:
        start = text.index(quote)
        place = Location(document=name, start=start, end=start + len(quote))
        findings.append(
            Finding(
                check="terms.avoid", severity=Severity.WARNING, area=Area.CONSISTENCY, advice="No.",
                location=place, quote=quote,
            )
        )  # fmt: skip
    report = Report(document=name, words=9, findings=tuple(findings), judged=frozenset())
    return Checked(document=document, report=report)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    return Path("known.json")


def left(file: Path, one: Checked) -> list[str]:
    [told] = load_baseline(file).cover([one])
    return [finding.quote for finding in told.report.findings]


def test_what_is_known_is_not_told(file: Path) -> None:
    assert write_baseline(file, [checked(PAGE, "utilize", "spoon")]) == 2
    baseline = load_baseline(file)
    [told] = baseline.cover([checked(PAGE, "utilize", "spoon", "milk")])
    assert [one.quote for one in told.report.findings] == ["milk"]
    assert told.report.metrics["baseline"] == 2
    assert (baseline.covered, baseline.gone) == (2, 0)


def test_moved_lines_and_new_wraps_are_the_same(file: Path) -> None:
    write_baseline(file, [checked(PAGE, "utilize")])
    moved = "# Tea\n\nNew first.\n\n" + PAGE.removeprefix("# Tea\n\n").replace("tea on", "tea\non")
    assert left(file, checked(moved, "utilize")) == []


def test_other_words_around_it_make_it_new(file: Path) -> None:
    write_baseline(file, [checked(PAGE, "utilize")])
    assert left(file, checked(PAGE.replace("We utilize tea on", "We will utilize cups of"), "utilize")) == [
        "utilize"
    ]


def test_one_more_of_the_same_is_new(file: Path) -> None:
    write_baseline(file, [checked(PAGE, "utilize")])
    assert left(file, checked(PAGE, "utilize", "utilize")) == ["utilize"]


def test_what_is_missing_is_known_by_its_check(file: Path) -> None:
    write_baseline(file, [checked(PAGE, "")])
    assert left(file, checked("Another text.\n", "")) == []


def test_gone_is_what_was_not_met(file: Path) -> None:
    write_baseline(file, [checked(PAGE, "utilize", "spoon"), checked(PAGE, "milk", name="lost.md")])
    baseline = load_baseline(file)
    list(baseline.cover([checked(PAGE, "spoon")]))
    assert (baseline.covered, baseline.gone) == (1, 2)  # one in page.md, and lost.md is not there


def test_documents_are_named_from_the_file_s_folder(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_baseline(file, [checked(PAGE, "utilize")])
    assert list(json.loads(file.read_text(encoding="utf-8"))["documents"]) == ["page.md"]
    Path("deep").mkdir()
    monkeypatch.chdir("deep")
    assert left(Path("../known.json"), checked(PAGE, "utilize", name="../page.md")) == []


def test_a_fingerprint_tells_check_quote_and_place_apart() -> None:
    one = checked(PAGE, "utilize", "spoon")
    first, second = (fingerprint(finding, one.document) for finding in one.report.findings)
    assert first != second and len(first) == 16


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1, "documents": {"a": [{}]}}', "nonsense"])
def test_a_file_that_is_none_is_told(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=r"known\.json: this is not a baseline"):
        load_baseline(file)


def test_a_missing_or_newer_file_is_told(file: Path) -> None:
    with pytest.raises(SourceError, match=r"there is no such baseline.*--write-baseline known\.json"):
        load_baseline(file)
    file.write_text('{"version": 2, "documents": {}}', encoding="utf-8")
    with pytest.raises(SourceError, match="version 2"):
        load_baseline(file)
