"""House style on any text: places stay exact, nothing breaks, cost grows with the length only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.checks import Context
from copykit.checks.style import STYLE
from copykit.findings import Finding
from copykit.guide import load_guide
from copykit.guide.style import Style
from copykit.guide.switches import switches
from copykit.text import Document, Syntax, parse, parse_fields

ROOT = Path(__file__).parents[2]
BRAND = load_guide(ROOT / "tests" / "data" / "checks_brand")
# Each switch decided, twice over, so that both ways of each are walked.
ONE = {
    "headline_case": "sentence", "heading_stops": False, "serial_comma": True, "exclamation_marks": 0,
    "repeated_marks": False, "dashes": "em", "quotes": "curly", "apostrophes": "curly", "percent": "percent",
    "numbers": "words to nine", "number_starts": False, "ordinals": "words", "ranges": "en dash",
    "thousands": "comma", "dates": "September 30, 2026", "date_ordinals": False, "times": "9 a.m.",
    "zero_minutes": False, "time_zones": ["ET"], "money": "symbol", "money_zeros": False,
    "phones": ["555-010-0199"], "ampersands": False, "slashes": False, "ellipses": "character",
    "all_caps": False, "acronyms": ["VAT"], "emoji": 0, "emoji_allowed": ["🚐"], "contractions": "prefer",
    "list_stops": "none", "double_spaces": False, "vague_links": False, "latin": False, "verbs": "ise",
    "hyphenation": ["sign-up", "homepage", "email"],
}  # fmt: skip
OTHER = ONE | {
    "headline_case": "title", "serial_comma": False, "dashes": "none", "quotes": "straight",
    "apostrophes": "straight", "percent": "sign", "numbers": "figures", "ordinals": "figures", "ranges": "to",
    "thousands": "none", "dates": "30 September 2026", "date_ordinals": True, "times": "09:00",
    "zero_minutes": True, "money": "code", "money_zeros": True, "ellipses": "none", "contractions": "avoid",
    "list_stops": "all", "verbs": "ize", "emoji": 1,
}  # fmt: skip
CONTEXTS = [
    Context(
        guide=replace(
            BRAND,
            brand=BRAND.brand.model_copy(update={"style": Style.model_validate(made), "language": language}),
        ),
        today=date(2026, 6, 15),
    )
    for made, language in ((ONE, "en-US"), (OTHER, "en-GB"))
]

BITS = [
    "—", " – ", "--", " - ", "'", '"', "“", "”", "’", "‘", "&", "&amp;", "+", "/", "and/or", "...", "…",
    "!!", "?!", "  ", "🚐", "👩\u200d👧", "3️⃣", "12%", "12 per cent", "twenty percent", "3 vans", "eleven",
    "3rd", "third", "10-15", "12,000", "12000", "$5.00", "5 dollars", "USD 5", "9am", "9:00 a.m. EST",
    "14:30", "10/22/2026", "30th May", "May 3rd, 2026", "2026-09-30", "+1 555 010 0199",
    "(555) 010-0199", "FREE", "NASA", "DO NOT", "do not", "it's", "e.g.", "etc.", "sign up", "home page",
    "e-mail", "colour", "organize", "Colour", "a, b and c", "a, b, and c", "[click here](/x)",
    "[https://x.example](https://x.example)", "# ", "## A Title Here:", "- item;", "`", "**", "*", "> ",
    "\n\n", "\n", "\r\n", ".", ",", ":", "(", ")", "{{ name }}", "[[offer: what?]]", "<b>", "</b>", "ß",
    "İ", "٣", "½", "²", "\u202f", "\xa0", "\ufeff",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(BITS), st.text(max_size=5)), max_size=40).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda gap: gap.join(parts))
)


def told(document: Document, context: Context) -> list[Finding]:
    return [finding for one in STYLE for finding in one(document, context)]


@given(TEXTS, st.sampled_from(list(Syntax)), st.sampled_from(CONTEXTS))
def test_every_quote_stands_at_its_place(text: str, syntax: Syntax, context: Context) -> None:
    for finding in told(parse(text, name="any", syntax=syntax), context):
        place = finding.location
        assert text[place.start : place.end] == finding.quote
        assert finding.quote and finding.advice
        assert all(fix.replacement != finding.quote for fix in finding.fixes)


@given(TEXTS, TEXTS, st.sampled_from(CONTEXTS))
def test_every_quote_stands_in_its_field(first: str, second: str, context: Context) -> None:
    fields = {"title": first, "body": second}
    document = parse_fields([("title", first, Syntax.PLAIN), ("body", second, Syntax.MARKDOWN)], name="draft")
    for finding in told(document, context):
        place = finding.location
        assert place.field and fields[place.field][place.start : place.end] == finding.quote


@given(TEXTS, st.sampled_from(CONTEXTS))
def test_a_safe_fix_of_plain_text_takes_its_finding_away(text: str, context: Context) -> None:
    before = told(parse(text, name="any", syntax=Syntax.PLAIN), context)
    for finding in before[:6]:
        for fix in finding.fixes:
            if fix.safe:
                place = finding.location
                mended = text[: place.start] + fix.replacement + text[place.end :]
                after = told(parse(mended, name="any", syntax=Syntax.PLAIN), context)
                end = place.start + len(fix.replacement)
                again = [
                    one
                    for one in after
                    if one.check == finding.check
                    and one.location.start < end
                    and place.start < one.location.end
                ]
                assert not again or again[0].quote != finding.quote


HOSTILE = [
    " " * 20_000, "1" * 20_000, "1," * 10_000, "1-" * 10_000, "1.1" * 8_000, "a, " * 8_000 + "and b",
    "a, b and " * 3_000, '1"' * 10_000, "'a " * 8_000, "AA " * 8_000, "A, " * 8_000, "— " * 10_000,
    "/a" * 10_000,
    "a/b " * 6_000, "..." * 7_000, "!?" * 10_000, "+1 (555" * 4_000, "🚐\u200d" * 6_000, "# A b\n\n" * 3_000,
    "- a;\n" * 4_000, "[click here](/x) " * 1_500, "& " * 10_000, "do not " * 4_000, "colour " * 4_000,
    "“a” & " * 4_000, "9am " * 6_000, "May 3 " * 4_000, "[[a: b?]] 3 vans " * 1_500,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:9]))
@pytest.mark.parametrize("context", CONTEXTS, ids=["one", "other"])
def test_hostile_text_is_read_to_its_end(text: str, context: Context) -> None:
    """Seconds would pass here if a pattern were quadratic; benchmarks/ has the figures."""
    for finding in told(parse(text, name="any", syntax=Syntax.MARKDOWN), context)[-3:]:
        assert text[finding.location.start : finding.location.end] == finding.quote


def test_a_writer_is_told_of_every_decided_switch() -> None:
    for made in (ONE, OTHER):
        before = len(list(switches(Style.model_validate(made))))
        for name in made:
            rest = {key: value for key, value in made.items() if key != name}
            assert len(list(switches(Style.model_validate(rest)))) < before, name
    assert list(switches(Style())) == []


def test_every_switch_is_in_the_docs() -> None:
    page = (ROOT / "docs" / "brands.md").read_text(encoding="utf-8")
    assert [name for name in Style.model_fields if name != "place" and f"`{name}`" not in page] == []
