"""The suite as a whole: exact places, no exceptions, documented ids, safe fixes that are safe."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copykit.brief import Brief
from copykit.checks import CHECKS, Context, check
from copykit.findings import Area, Report, Severity
from copykit.guide import Guide, load_guide
from copykit.text import Syntax, parse, parse_fields

ROOT = Path(__file__).parents[2]
BRAND = load_guide(ROOT / "tests" / "data" / "checks_brand")
BRIEF = Brief(
    audience="dispatchers",
    goal="demo",
    messages=["small"],
    keywords=["route planner"],
    facts=["We saw 44 vans in 3 yards."],
    observation="You run 120 vans.",
)
_ID = re.compile(r"`((?:[a-z]+)\.[a-z]+(?:-[a-z]+)*)`")
TEXT = """# The best route planner

Start your 30-day trial of Brackwater Ring: we are the fastest app in the country.
*90%* of dispatchers log in daily. Ask Quiet Couriers. We are carbon neutral.
[Try it](https://www.brackwater.example/trial) or book a demo.

> “It is the only planner that I trust,” says Dana Poe.

Synergy for every vehicle &amp; every asset. It costs $39. Brackwater cuts accidents in half.
"""


def context(guide: Guide = BRAND, **changes: object) -> Context:
    made = Context(guide=guide, today=date(2026, 6, 15), brief=BRIEF, channel="email")
    return replace(made, **changes)  # type: ignore[arg-type]


def documented() -> set[str]:
    lines = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8").splitlines()
    return {match.group(1) for line in lines if (match := re.match(r"\| `([a-z.-]+)` \|", line))}


def test_every_check_is_documented() -> None:
    """That nothing else is documented is held by test_facts.py."""
    told = {id for one in CHECKS for id in _ID.findall(one.__doc__ or "")}
    assert sorted(told - documented()) == []


def test_no_check_reports_what_is_not_documented() -> None:
    syntaxes = (Syntax.MARKDOWN, Syntax.PLAIN)
    found = {
        finding.check
        for syntax in syntaxes
        for own in (True, False)
        for finding in check(parse(TEXT, name="page", syntax=syntax), context(own=own)).findings
    }
    assert found <= documented()
    assert len(found) > 12


def exact(report: Report, source: str) -> None:
    for finding in report.findings:
        place = finding.location
        assert source[place.start : place.end] == finding.quote
        assert finding.advice


_BITS = [
    "14-day trial",
    "two weeks",
    "$1,200",
    "£2.60",
    "20 %",
    "one in five",
    "3x",
    "half",
    "the best",
    "only",
    "Brackwater",
    "brackwater ring",
    "log in",
    "vehicles",
    "money back",
    "guaranteed",
    "carbon neutral",
    "24/7",
    "Quiet Couriers",
    "**",
    "*",
    "`",
    "[a](https://x.example)",
    "&amp;",
    "“",
    "”",
    '"',
    "\n\n",
    "\r\n",
    "- ",
    "# ",
    "> ",
    ".",
    "?",
    "!",
    ",",
    "1,2,3",
    "10–15 minutes",
    "Step 3",
    "May 3, 2026",
    "½",
    "²",
    "٣ days",
    "ß",
    "İ",
    "🚐",
    "{{ name }}",
    "[[offer: what?]]",
    "a",
    "an",
    "the",
    "we are",
    "than any other",
    "hundred",
    "and",
    "-",
    "half a",
    "million",
    "twenty-",
    "USD",
    "book a demo",
    "start a free trial",
    "<b>",
    "</b>",
    "€",
    "$",
    "#1",
    "No. 1",
    "out of",
]
_texts = st.lists(st.one_of(st.sampled_from(_BITS), st.text(max_size=6)), max_size=40).map(" ".join)


@given(_texts, st.sampled_from(list(Syntax)), st.booleans())
@settings(max_examples=300, deadline=None)
def test_every_quote_stands_at_its_place_on_any_text(text: str, syntax: Syntax, own: bool) -> None:
    exact(check(parse(text, name="any", syntax=syntax), context(own=own)), text)


@given(_texts, _texts)
@settings(max_examples=60, deadline=None)
def test_every_quote_stands_in_its_field(first: str, second: str) -> None:
    fields = {"body": first, "legal": second}
    document = parse_fields([("body", first, Syntax.MARKDOWN), ("legal", second, Syntax.PLAIN)], name="draft")
    for finding in check(document, context(own=True)).findings:
        place = finding.location
        held = fields[place.field] if place.field else ""
        assert held[place.start : place.end] == finding.quote


SAFE = [
    "Start your 30-day trial.",
    "She logs in to the depot.",
    "It's a solution.",
    "Try Brackwater Ring.",
    "Brackwater Loop costs $39 per van a month.",
    "More than 4,000 fleets drive with Brackwater.",
    "Sign up by August 31 and take 20% off your first year.",
    "You get your **money back within** 90 days.",
    "Join the WaitList &amp; wait.",
]


@pytest.mark.parametrize("text", SAFE)
@pytest.mark.parametrize("syntax", [Syntax.MARKDOWN, Syntax.HTML])
def test_a_safe_fix_removes_its_finding_and_does_no_harm(text: str, syntax: Syntax) -> None:
    held = context(brief=Brief(), channel="blog")
    before = check(parse(text, name="page", syntax=syntax), held)
    safe = [(one, fix) for one in before.findings for fix in one.fixes if fix.safe]
    assert safe
    for finding, fix in safe:
        place = finding.location
        made = text[: place.start] + fix.replacement + text[place.end :]
        after = check(parse(made, name="page", syntax=syntax), held)
        assert len(after.findings) < len(before.findings)
        assert len(after.errors) <= len(before.errors)
        assert (after.scores.overall or 0) >= (before.scores.overall or 0)


def test_findings_come_gravest_first_and_once() -> None:
    found = check(parse(TEXT, name="page", syntax=Syntax.MARKDOWN), context(own=True)).findings
    assert list(found) == sorted(found, key=lambda one: one.order)
    assert len(set(found)) == len(found)


def test_what_the_guide_bans_by_name_is_told_once() -> None:
    term = BRAND.terms[5].model_copy(update={"avoid": ["carbon neutral"]})
    guide = replace(BRAND, terms=(*BRAND.terms, term))
    found = check(
        parse("Our vans are carbon neutral.", name="page", syntax=Syntax.PLAIN),
        context(guide, channel="blog"),
    ).findings
    assert [one.check for one in found if one.quote == "carbon neutral"] == ["terms.banned"]


def test_areas_are_judged_only_where_there_is_something_to_judge() -> None:
    short = check(parse("Vans.", name="page", syntax=Syntax.PLAIN), context(brief=Brief()))
    assert short.judged == {Area.CONSISTENCY}
    assert check(parse("", name="page", syntax=Syntax.PLAIN), context(brief=Brief())).judged == frozenset()
    long = check(parse("The van is here. " * 20, name="page", syntax=Syntax.PLAIN), context())
    assert long.judged == {Area.CONSISTENCY, Area.READABILITY, Area.KEYWORDS}
    assert long.metrics["grade"] is not None and long.words == 80


def test_topics_are_told_in_depth_only() -> None:
    text = "The ferry carries vans. Ferry tickets are cheap, and the ferry is blue. " * 6
    document = parse(text, name="page", syntax=Syntax.PLAIN)
    assert "topics" not in check(document, context()).metrics
    topics = check(document, context(deep=True)).metrics["topics"]
    assert isinstance(topics, list) and any("ferry" in one["phrase"].lower() for one in topics)


def test_errors_of_ours_are_warnings_of_others() -> None:
    text = "We are the fastest app in the country."
    for own, severity in ((True, Severity.ERROR), (False, Severity.WARNING)):
        found = check(
            parse(text, name="page", syntax=Syntax.PLAIN), context(own=own, brief=Brief(), channel="blog")
        ).findings
        assert [one.severity for one in found if one.check == "claims.unproven"] == [severity]
