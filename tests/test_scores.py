"""The score formula: its promises on generated findings, and the figures that docs/scores.md shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.checks import finish, keywords, limits, readability
from copykit.findings import (
    SHARES,
    WEIGHTS,
    Area,
    Finding,
    Location,
    Report,
    Scores,
    Severity,
    points_lost,
    score,
)

DOCS = Path(__file__).parents[1] / "docs" / "scores.md"


def finding(severity: Severity, area: Area, start: int = 0) -> Finding:
    return Finding(
        check="test.one",
        severity=severity,
        area=area,
        advice="Do better.",
        location=Location(document="t", start=start, end=start + 1),
        quote="x",
    )


FINDINGS = st.lists(
    st.builds(finding, st.sampled_from(list(Severity)), st.sampled_from(list(Area)), st.integers(0, 99)),
    max_size=40,
)
WORDS = st.integers(0, 20_000)
SCORED = [area for area in Area if area is not Area.FORMAT]


@given(findings=FINDINGS, words=WORDS, data=st.data())
def test_taking_a_finding_away_never_lowers_a_score(
    findings: list[Finding], words: int, data: st.DataObject
) -> None:
    if not findings:
        return
    gone = data.draw(st.integers(0, len(findings) - 1))
    rest = findings[:gone] + findings[gone + 1 :]

    def report(kept: list[Finding]) -> Scores:
        return Report(document="t", words=words, findings=tuple(kept), judged=frozenset(SCORED)).scores

    for area in SCORED:
        after, before = report(rest).of(area), report(findings).of(area)
        assert after is not None
        assert before is not None
        assert after >= before
    assert (report(rest).overall or 0) >= (report(findings).overall or 0)


@given(findings=FINDINGS, words=WORDS)
def test_the_points_of_all_findings_sum_to_what_a_score_lacks(findings: list[Finding], words: int) -> None:
    for area in SCORED:
        lost = sum(points_lost(one, findings, words) for one in findings if one.area is area)
        assert lost == pytest.approx(100 - score(findings, area, words), abs=0.051)


@given(findings=FINDINGS, words=WORDS)
def test_a_score_is_between_0_and_100_and_100_only_without_findings(
    findings: list[Finding], words: int
) -> None:
    for area in SCORED:
        value = score(findings, area, words)
        assert 0 <= value <= 100
        if not [one for one in findings if one.area is area]:
            assert value == 100
        elif words < 4_000:  # in a very long text one suggestion is less than the shown decimal
            assert value < 100


@given(findings=FINDINGS, words=WORDS, more=st.integers(1, 5_000))
def test_a_longer_text_forgives_more(findings: list[Finding], words: int, more: int) -> None:
    for area in SCORED:
        assert score(findings, area, words + more) >= score(findings, area, words)


@given(words=WORDS, area=st.sampled_from(SCORED))
def test_a_graver_finding_costs_more(words: int, area: Area) -> None:
    one = [finding(severity, area) for severity in (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION)]
    lost = [points_lost(each, one, words) for each in one]
    assert lost == sorted(lost, reverse=True)
    assert lost[2] > 0


def test_format_findings_cost_no_points() -> None:
    wrong = finding(Severity.ERROR, Area.FORMAT)
    assert points_lost(wrong, [wrong], 100) == 0
    report = Report(document="t", words=100, findings=(wrong,), judged=frozenset(SCORED))
    assert report.scores == Scores(readability=100, keywords=100, consistency=100)


def test_what_cannot_be_judged_is_empty_and_left_out_of_the_whole() -> None:
    report = Report(
        document="t",
        words=100,
        findings=(finding(Severity.WARNING, Area.READABILITY),),
        judged=frozenset({Area.READABILITY, Area.CONSISTENCY}),
    )
    assert report.scores.keywords is None
    assert report.scores.overall == pytest.approx((0.3 * 83.3 + 0.4 * 100) / 0.7, abs=0.06)
    empty = Report(document="t", words=0, findings=(), judged=frozenset())
    assert empty.scores.overall is None


def test_the_shares_are_a_whole() -> None:
    assert sum(SHARES.values()) == pytest.approx(1)
    assert set(SHARES) == set(SCORED)


def test_findings_sort_the_gravest_first_then_by_place() -> None:
    late, early = finding(Severity.WARNING, Area.KEYWORDS, 9), finding(Severity.WARNING, Area.KEYWORDS, 2)
    grave = finding(Severity.ERROR, Area.FORMAT, 50)
    assert sorted([late, early, grave], key=lambda one: one.order) == [grave, early, late]


# ── the figures in the documentation are computed ───────────────────────────────────────────────────


def test_the_documentation_names_the_weights_and_shares() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for severity, weight in WEIGHTS.items():
        assert re.search(rf"\| {severity.value} \| {weight:g} \|", text), severity
    for area, share in SHARES.items():
        assert re.search(rf"\| {area.value} \| {share:g} \|", text), area


def test_the_worked_example_is_true() -> None:
    text = DOCS.read_text(encoding="utf-8")
    words = int(re.search(r"A page of (\d+) words", text)[1])  # type: ignore[index]
    rows = re.findall(r"^\| `([\w.-]+)` \| (\w+) \| (\w+) \| ([\d.]+) \|$", text, re.MULTILINE)
    assert len(rows) >= 5
    findings = [finding(Severity(severity), Area(area)) for _, area, severity, _ in rows]
    for one, (check, _, _, told) in zip(findings, rows, strict=True):
        assert f"{points_lost(one, findings, words):.1f}" == told, check
    report = Report(document="t", words=words, findings=tuple(findings), judged=frozenset(SCORED))
    for area in SCORED:
        assert f"**{area.value} {report.scores.of(area):g}**" in text
    assert f"**overall {report.scores.overall:g}**" in text


@pytest.mark.parametrize(
    "told",
    [
        f"has {readability.LEAST_WORDS} words or more",
        f"from {readability.LEAST_SENTENCES} sentences and {readability.LEAST_PASSIVES} passives on",
        f"more than {keywords.MOST_PERCENT:g} % of the words, from {keywords.LEAST_WORDS} words on",
        f"a short field (up to {keywords.SHORT_FIELD_WORDS} words)",
        f"from {keywords.LEAST_WORDS_FOR_TOPICS} words on",
        f"more than {limits.MUCH_OUTSIDE * 100:g} % outside",
    ],
)
def test_the_documentation_names_the_thresholds_of_the_checks(told: str) -> None:
    assert told in DOCS.read_text(encoding="utf-8")


def test_the_documentation_names_every_check_of_these_families() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for room in (readability, keywords, limits, finish):
        source = Path(room.__file__).read_text(encoding="utf-8")
        for check in re.findall(r'"((?:readability|keywords|format|style)\.[a-z-]+)"', source):
            assert f"`{check}`" in text, check
