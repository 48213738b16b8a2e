"""Keywords: one matcher for forms, hyphens and synonyms, used the same way by every check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.brief import Brief
from copykit.checks.context import Context
from copykit.checks.keywords import KEYWORDS, coverage, topics
from copykit.draft import leaves
from copykit.findings import Area, Finding, Severity
from copykit.formats import load_format
from copykit.guide import Guide, load_guide
from copykit.text import Document, Syntax, parse, parse_fields

DATA = Path(__file__).parents[1] / "data"
FILLER = "We like a quiet morning with a good book and a slice of toast. "
PAGE = """# An electric kettle that waits for you

Some electric kettles whistle. Ours does not.

## How the electric-kettle works

It heats the water.
"""


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(DATA / "small_brand")


def context_of(guide: Guide, *keywords: str, channel: str = "blog", deep: bool = False) -> Context:
    brief = Brief(keywords=list(keywords))
    return Context(guide=guide, today=date(2026, 11, 1), brief=brief, channel=channel, deep=deep)


def page(text: str) -> Document:
    return parse(text, name="page.md", syntax=Syntax.MARKDOWN)


def checked(document: Document, context: Context) -> list[Finding]:
    found = [finding for one in KEYWORDS for finding in one(document, context)]
    for finding in found:
        assert finding.area is Area.KEYWORDS
        assert document.quote(finding.location) == finding.quote
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Buy an electric kettle.",
        "Electric kettles are quick.",
        "This electric-kettle is quick.",
        "The ELECTRIC KETTLE is quick.",
        "The electric kettle's lid is new.",
        "An electric tea kettle is quick.",
        "A water boiler is quick.",
        "Water boilers are quick.",
        "An electric\nkettle is quick.",
        "An **electric** kettle is quick.",
    ],
)
def test_forms_hyphens_variants_and_synonyms_count(guide: Guide, text: str) -> None:
    assert coverage(page(text), context_of(guide, "electric kettle"))["electric kettle"].count == 1


@pytest.mark.parametrize(
    "text",
    [
        "Electricity heats the kettle.",
        "The kettle is electric.",
        "A water bottle is quick.",
        "See https://tarn.example/electric-kettle for more.",
        "Use `electric kettle` as the key.",
    ],
)
def test_what_is_no_form_of_the_keyword_does_not(guide: Guide, text: str) -> None:
    assert coverage(page(text), context_of(guide, "electric kettle"))["electric kettle"].count == 0


def test_a_keyword_without_a_cluster_is_matched_too(guide: Guide) -> None:
    told = coverage(page("Planning shifts, and more shift planning."), context_of(guide, "shift planning"))
    assert told["shift planning"].count == 1


def test_a_synonym_that_is_asked_for_apart_counts_for_itself_alone(guide: Guide) -> None:
    told = coverage(page("A water boiler."), context_of(guide, "electric kettle", "water boiler"))
    assert {keyword: one.count for keyword, one in told.items()} == {"electric kettle": 0, "water boiler": 1}


def test_coverage_tells_the_places(guide: Guide) -> None:
    told = coverage(page(PAGE), context_of(guide, "electric kettle"))["electric kettle"]
    assert told.count == 3
    assert told.places == ("title", "first paragraph", "headings")
    assert checked(page(PAGE), context_of(guide, "electric kettle")) == []


def test_a_missing_main_keyword_is_a_warning_that_says_where_it_would_count(guide: Guide) -> None:
    document = page("# Tea\n\nHot and good.\n\n## How it works\n\nIt heats.\n")
    [finding] = checked(document, context_of(guide, "electric kettle"))
    assert (finding.check, finding.severity, finding.quote) == ("keywords.missing", Severity.WARNING, "")
    assert "best in the title, the first paragraph or the headings" in finding.advice
    assert "“water boiler” count too" in finding.advice
    assert finding.reference is not None
    assert finding.reference.path.endswith("keywords.yaml")
    assert finding.reference.line == 3


def test_the_advice_names_what_else_counts_and_not_the_keyword_again(guide: Guide) -> None:
    document = page("Tea is hot.")
    [finding] = checked(document, context_of(guide, "water boiler"))
    assert "(its forms and “electric kettle” count too)" in finding.advice
    first, second = checked(document, context_of(guide, "water boiler", "electric kettle"))
    assert "(its forms count too)" in first.advice
    assert "(its forms and “water boiler”" not in second.advice


def test_a_missing_second_keyword_is_a_suggestion(guide: Guide) -> None:
    [finding] = checked(page(PAGE), context_of(guide, "electric kettle", "green tea"))
    assert (finding.check, finding.severity) == ("keywords.missing", Severity.SUGGESTION)
    assert "“green tea”" in finding.advice


def test_places_without_the_main_keyword_are_suggestions(guide: Guide) -> None:
    document = page("# Tea\n\nHot and good.\n\n## How it works\n\nThe electric kettle heats.\n")
    found = checked(document, context_of(guide, "electric kettle"))
    assert {one.check for one in found} == {"keywords.placement"}
    assert [document.line_column(one.location)[0] for one in found] == [1, 3, 5]
    assert all(one.severity is Severity.SUGGESTION for one in found)


def test_front_matter_has_places_too(guide: Guide) -> None:
    head = "---\ntitle: Electric kettles\ndescription: All about tea.\nslug: electric-kettle\n---\n"
    told = coverage(
        page(head + "## The electric kettle\n\nElectric kettles.\n"), context_of(guide, "electric kettle")
    )["electric kettle"]
    assert set(told.places) == {"title", "slug", "headings", "first paragraph"}
    assert told.missing == ("description for search",)


def test_running_text_without_headings_has_no_places(guide: Guide) -> None:
    document = page("Tea is good. An electric kettle makes it.\n\nMore on tea.")
    assert checked(document, context_of(guide, "electric kettle")) == []


def test_a_draft_has_its_places_by_the_roles_of_its_fields(guide: Guide) -> None:
    format = load_format(DATA / "formats" / "notice.md")
    values = {
        "title": "Tea",
        "lead": "An electric kettle.",
        "tags": ["tea", "pot"],
        "sections": [{"heading": "Heat", "body": "Hot."}],
    }
    document = parse_fields(
        [(leaf.path, leaf.text, Syntax.PLAIN) for leaf in leaves(format, values)],  # type: ignore[arg-type]
        name="draft",
    )
    context = Context(
        guide=guide,
        today=date(2026, 11, 1),
        brief=Brief(keywords=["electric kettle"]),
        format=format,
        channel="page",
    )
    found = checked(document, context)
    assert [(one.check, one.location.field) for one in found] == [
        ("keywords.placement", "title"),
        ("keywords.placement", "sections[0].heading"),
    ]


def test_stuffing_is_told_once_with_the_surplus(guide: Guide) -> None:
    text = (
        FILLER * 8
        + "Electric kettles, electric kettle, water boiler, electric tea kettle, electric kettles. "
    )
    document = page(text)
    words = len(document.words)
    [finding] = checked(document, context_of(guide, "electric kettle"))
    allowed = int(words * 3.5 / 100)
    assert (finding.check, finding.severity) == ("keywords.stuffing", Severity.WARNING)
    assert (allowed, len(finding.related)) == (4, 0)
    assert finding.quote == "electric kettles"
    assert f"5 times in {words} words" in finding.advice


def test_as_often_as_is_fine_is_fine_and_short_texts_are_not_judged(guide: Guide) -> None:
    context = context_of(guide, "electric kettle")
    assert checked(page(FILLER * 10 + "Electric kettle. " * 4), context) == []
    assert checked(page("An electric kettle. " * 4), context) == []


def test_three_times_in_a_headline_is_stuffing(guide: Guide) -> None:
    document = parse_fields(
        [("title", "Electric kettle: electric kettles, electric kettle", Syntax.PLAIN)], name="draft"
    )
    [finding] = checked(document, context_of(guide, "electric kettle"))
    assert (finding.check, finding.location.start, finding.location.field) == (
        "keywords.stuffing",
        35,
        "title",
    )


def test_nothing_is_said_when_no_keyword_is_asked_for(guide: Guide) -> None:
    assert checked(page(PAGE), context_of(guide)) == []
    assert coverage(page(PAGE), context_of(guide)) == {}


def test_topics_are_what_the_text_is_about() -> None:
    text = "The copper teapot keeps tea warm. A copper teapot is heavy. Clean a copper teapot with salt. "
    told = topics(page(text + FILLER))
    assert "copper teapot" in [phrase.lower() for phrase, _ in told]
    assert len(told) <= 10
    assert [score for _, score in told] == sorted(score for _, score in told)
    assert topics(page("")) == []


def test_a_keyword_beside_the_topic_is_told_only_when_asked_to_look_deep(guide: Guide) -> None:
    about = "The copper teapot keeps tea warm. Clean a copper teapot with salt and lemon juice. " * 14
    document = page(about + "An electric kettle helps.")
    assert checked(document, context_of(guide, "electric kettle")) == []
    [finding] = checked(document, context_of(guide, "electric kettle", deep=True))
    assert (finding.check, finding.severity) == ("keywords.topic", Severity.SUGGESTION)
    assert "opper teapot" in finding.advice
    found = checked(document, context_of(guide, "copper teapot", deep=True))
    assert "keywords.topic" not in {one.check for one in found}


@given(
    words=st.lists(
        st.sampled_from(["electric", "kettle", "kettles", "-", "tea", "\n\n", "*", "water", "boiler"])
    )
)
def test_every_hit_is_a_span_of_the_text_that_holds_a_form(words: list[str]) -> None:
    document = page(" ".join(words))
    context = context_of(load_guide(DATA / "small_brand"), "electric kettle")
    for start, end in coverage(document, context)["electric kettle"].spans:
        said = document.text[start:end].lower().replace("-", " ").split()
        assert said[-1] in ("kettle", "kettles", "boiler")
        assert said[0] in ("electric", "water")
