"""One fault on one spot is told once, whichever checks see it: the graver wins, then the one named first."""

from __future__ import annotations

import pytest

from copykit.checks.distinct import distinct
from copykit.findings import Area, Finding, Location, Severity

ERROR, WARNING, SUGGESTION = Severity.ERROR, Severity.WARNING, Severity.SUGGESTION


def found(
    check: str, start: int, end: int, severity: Severity = WARNING, *, field: str | None = None
) -> Finding:
    return Finding(
        check=check, severity=severity, area=Area.CONSISTENCY, advice=check, quote="x" * (end - start),
        location=Location(document="page.md", field=field, start=start, end=end),
    )  # fmt: skip


def told(*findings: Finding) -> list[str]:
    return sorted(one.check for one in distinct(findings))


@pytest.mark.parametrize(
    ("wins", "loses"),
    [
        (found("policy.capitals", 4, 8), found("style.all-caps", 4, 8)),
        (found("policy.emoji", 4, 6, ERROR), found("style.emoji", 5, 6)),
        (found("policy.punctuation", 4, 6, ERROR), found("style.repeated-marks", 4, 6)),
        (found("policy.generic-ask", 4, 14), found("style.vague-links", 4, 14)),
        (found("terms.banned", 4, 11), found("voice.machine", 4, 20, SUGGESTION)),
        (found("terms.avoid", 4, 12), found("style.spelling", 4, 12)),
    ],
)
def test_of_two_that_see_one_fault_one_is_told(wins: Finding, loses: Finding) -> None:
    assert told(wins, loses) == told(loses, wins) == [wins.check]


def test_the_graver_wins_even_where_it_is_named_later() -> None:
    assert told(found("policy.capitals", 4, 8, SUGGESTION), found("style.all-caps", 4, 8)) == [
        "style.all-caps"
    ]


def test_other_spots_other_fields_and_other_faults_are_told_too() -> None:
    capitals = found("policy.capitals", 4, 8, field="headlines[0]")
    assert len(distinct([capitals, found("style.all-caps", 9, 13, field="headlines[0]")])) == 2
    assert len(distinct([capitals, found("style.all-caps", 4, 8, field="headlines[1]")])) == 2
    assert len(distinct([capitals, found("style.emoji", 4, 8, field="headlines[0]")])) == 2


def test_one_check_may_tell_of_overlapping_spots() -> None:
    assert len(distinct([found("style.all-caps", 4, 12), found("style.all-caps", 8, 16)])) == 2


def test_what_is_told_of_is_not_told_again_by_a_third() -> None:
    flood = [found("policy.punctuation", at, at + 2) for at in range(0, 40, 4)]
    flood += [found("style.exclamation", at + 1, at + 2) for at in range(0, 40, 4)]
    assert told(*flood) == ["policy.punctuation"] * 10
