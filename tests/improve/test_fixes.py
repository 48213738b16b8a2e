"""Fixes become edits: one at a time, taken back where they do harm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.checks import Context, check
from copykit.findings import Area, Finding, Fix, Location, Report, Severity
from copykit.guide import Guide, load_guide
from copykit.improve import StaleFinding, apply_fix, fix_all_safe, rechecker, verify_fixes
from copykit.text import Syntax, parse

# What a toy checker finds: a word, what it may be replaced with, and how grave it is.
RULES = {
    "utilize": (["use"], Severity.WARNING),
    "leverage": (["utilize"], Severity.WARNING),
    "cheap": (["cheapest"], Severity.WARNING),
    "cheapest": ([], Severity.ERROR),
    "very": (["", "really"], Severity.SUGGESTION),
    "foo": (["foo foo"], Severity.WARNING),
    "ping": (["pong"], Severity.WARNING),
    "pong": (["ping"], Severity.WARNING),
    "wordy": (["long"], Severity.WARNING),
    "long": ([], Severity.WARNING),
}


def toy_report(text: str, field: str | None = None) -> Report:
    """Flags each word of `RULES`."""
    findings: list[Finding] = []
    at = 0
    for word in text.split(" "):
        if word in RULES:
            replacements, severity = RULES[word]
            findings.append(
                Finding(
                    check=f"toy.{word}",
                    severity=severity,
                    area=Area.READABILITY if word == "long" else Area.CONSISTENCY,
                    advice=f"not {word}.",
                    location=Location(document="t", start=at, end=at + len(word), field=field),
                    quote=word,
                    fixes=tuple(Fix(title=f"Write {one}", replacement=one) for one in replacements),
                )
            )
        at += len(word) + 1
    return Report(
        document="t",
        words=len(text.split()),
        findings=tuple(sorted(findings, key=lambda one: one.order)),
        judged=frozenset({Area.CONSISTENCY, Area.READABILITY}),
    )


def toy_values_report(values: object) -> Report:
    assert isinstance(values, dict)
    return toy_report(values["items"][1], field="items[1]")


def only(text: str, check: Callable[[str], Report] = toy_report) -> Finding:
    [finding] = check(text).findings
    return finding


def test_a_fix_takes_the_place_of_its_quote() -> None:
    finding = only("we utilize tea")
    assert apply_fix("we utilize tea", finding, finding.fixes[0]) == "we use tea"


def test_a_fix_in_a_draft_changes_its_field_alone() -> None:
    values = {"title": "utilize", "items": ["utilize", "we utilize tea"]}
    [finding] = toy_values_report(values).findings
    assert apply_fix(values, finding, finding.fixes[0]) == {
        "title": "utilize",
        "items": ["utilize", "we use tea"],
    }
    assert values["items"][1] == "we utilize tea"


@pytest.mark.parametrize("changed", ["we will utilize tea", "we util", ""])
def test_a_text_that_has_changed_since_is_left_alone(changed: str) -> None:
    finding = only("we utilize tea")
    with pytest.raises(StaleFinding, match=r"“utilize” no longer stands .* check it again"):
        apply_fix(changed, finding, finding.fixes[0])


def test_a_finding_without_a_field_cannot_change_a_draft() -> None:
    finding = only("we utilize tea")
    with pytest.raises(StaleFinding, match="in no field"):
        apply_fix({"title": "we utilize tea"}, finding, finding.fixes[0])


def test_an_absence_is_filled_where_it_is_anchored() -> None:
    finding = replace(only("we utilize tea"), quote="", location=Location(document="t", start=2, end=2))
    assert apply_fix("we utilize tea", finding, Fix(title="", replacement=" all")) == "we all utilize tea"


def test_all_harmless_fixes_are_applied_and_the_offsets_follow() -> None:
    improved = fix_all_safe("we utilize tea and utilize it very well", recheck=toy_report)
    assert improved.text == "we use tea and use it  well"
    assert improved.report.findings == ()
    assert [change.finding.quote for change in improved.applied] == ["utilize", "utilize", "very"]
    assert improved.refused == ()


def test_a_fix_may_bring_a_finding_that_the_next_one_mends() -> None:
    improved = fix_all_safe("we leverage tea", recheck=toy_report)
    assert improved.text == "we use tea"
    assert len(improved.applied) == 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a cheap pot", "it brings a new error: not cheapest"),
        ("a foo pot", "the finding is still there afterwards"),
        ("a wordy pot", "it lowers the score for readability from 100 to 83.3"),
    ],
)
def test_a_fix_that_does_harm_is_taken_back_with_the_reason(text: str, reason: str) -> None:
    improved = fix_all_safe(text, recheck=toy_report)
    assert improved.text == text
    assert improved.applied == ()
    assert [change.reason for change in improved.refused] == [reason]


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    improved = fix_all_safe("a ping pot", recheck=toy_report)
    assert improved.text == "a pong pot"
    assert [change.reason for change in improved.refused] == ["it brings back what another fix has changed"]


def test_a_draft_is_improved_the_same_way() -> None:
    values = {"title": "x", "items": ["y", "we utilize tea"]}
    improved = fix_all_safe(values, recheck=toy_values_report)
    assert improved.text["items"] == ["y", "we use tea"]


def test_only_what_a_recheck_proves_is_marked_safe() -> None:
    text = "utilize a cheap wordy foo very well"
    report = verify_fixes(text, toy_report(text), recheck=toy_report)
    assert {
        (finding.quote, fix.replacement): fix.safe for finding in report.findings for fix in finding.fixes
    } == {
        ("utilize", "use"): True,
        ("cheap", "cheapest"): False,
        ("wordy", "long"): False,
        ("foo", "foo foo"): False,
        ("very", ""): True,
        ("very", "really"): True,
    }


@given(words=st.lists(st.sampled_from([*RULES, "tea", "pot"]), max_size=30))
def test_improving_never_lowers_a_score_nor_brings_an_error(words: list[str]) -> None:
    text = " ".join(words)
    before = toy_report(text)
    improved = fix_all_safe(text, recheck=toy_report)
    assert len(improved.report.errors) <= len(before.errors)
    for area in (Area.CONSISTENCY, Area.READABILITY):
        assert (improved.report.scores.of(area) or 0) >= (before.scores.of(area) or 0)
    assert improved.report == toy_report(improved.text)


# ── with the real checks ────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(Path(__file__).parent.parent / "data" / "small_brand")


def test_a_page_is_improved_by_the_checks_themselves(guide: Guide) -> None:
    source = (
        "# Tea at home\n\nWe **utilize** spring water! It is cold! "
        "We pick the leaves in the cool of the morning, "
        "and we dry them\non wide trays &amp; boards; that takes a day.\n\nYou can utilize `utilize` too.\n"
    )
    document = parse(source, name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(guide=guide, today=date(2026, 11, 1))
    recheck = rechecker(document, context)
    assert recheck(source) == check(document, context)
    improved = fix_all_safe(source, recheck=recheck)
    assert improved.text == (
        "# Tea at home\n\nWe **use** spring water! It is cold. "
        "We pick the leaves in the cool of the morning, "
        "and we dry them\non wide trays &amp; boards; that takes a day.\n\nYou can use `utilize` too.\n"
    )
    assert {change.finding.check for change in improved.applied} == {"terms.avoid", "style.exclamation"}


SCRAPS = [
    "We utilize tea.",
    "It is hot!",
    "Tea was sold, and it is sold.",
    "*utilized*",
    "\n\n",
    "&amp;",
    "# Tea",
    "Leaves that we pick in the morning dry on trays in the shed all day; they need the wind and sun.",
]


@given(parts=st.lists(st.sampled_from(SCRAPS), max_size=12))
def test_what_is_marked_safe_mends_its_finding_and_harms_nothing(parts: list[str]) -> None:
    source = " ".join(parts)
    document = parse(source, name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(
        guide=load_guide(Path(__file__).parent.parent / "data" / "small_brand"), today=date(2026, 11, 1)
    )
    recheck = rechecker(document, context)
    report = check(document, context)
    for finding in verify_fixes(source, report, recheck=recheck).findings:
        assert source[finding.location.start : finding.location.end] == finding.quote
        for fix in finding.fixes:
            if not fix.safe:
                continue
            after = recheck(apply_fix(source, finding, fix))

            def times(of: Report, one: Finding = finding) -> int:
                return sum((other.check, other.quote) == (one.check, one.quote) for other in of.findings)

            assert times(after) < times(report)
            assert len(after.errors) <= len(report.errors)
            for area in Area:
                before = report.scores.of(area)
                now = after.scores.of(area)
                assert before is None or now is None or now >= before
