"""Keywords: one matcher for forms, hyphens and synonyms, used the same way by every check."""

from __future__ import annotations

from dataclasses import replace
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
    first, second, _ = checked(document, context_of(guide, "water boiler", "electric kettle"))
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


def test_no_topic_is_made_of_two_items_of_a_list() -> None:
    items = "- Practice Software of the Year\n- Stop Losing Mornings\n- Refill Canceled Slots\n"
    told = [phrase for phrase, _ in topics(page(items))]
    assert told and all(any(phrase in item for item in items.splitlines()) for phrase in told)


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


# ── deeper ──────────────────────────────────────────────────────────────────────────────────────────

OTHER = "We like a quiet morning with a good book and a slice of toast. " * 30  # 390 words
START = "# The electric kettle\n\nAn electric kettle is quick.\n\n"


def depth(guide: Guide, text: str, *keywords: str, channel: str = "blog") -> list[str]:
    found = checked(page(text), context_of(guide, *(keywords or ("electric kettle",)), channel=channel))
    return [f"{one.check}: {one.quote}" for one in found if one.check != "keywords.placement"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (START + OTHER, "We like a quiet morning with a good book and a slice of toast."),
        (START + OTHER + "\n\n## Toast\n\n" + OTHER, "Toast"),
        (START + "## Toast\n\n" + OTHER + "\n\n## The electric kettle\n\nIt is hot.", "Toast"),
        ("# The electric kettle\n\n## Toast\n\n" + OTHER + "\n\nThe electric kettle is hot.", "Toast"),
        (START + OTHER + "\n\nA water boiler.\n\n## Jam\n\n" + OTHER * 2 + "\n\nA water boiler.", "Jam"),
        (START + "## Jam *and* toast\n\n" + OTHER, "Jam *and* toast"),
    ],
)
def test_a_long_stretch_about_something_else(guide: Guide, text: str, quote: str) -> None:
    assert depth(guide, text) == [f"keywords.gap: {quote}"]


@pytest.mark.parametrize(
    "text",
    [
        START + FILLER * 20,  # 260 words
        START + (FILLER * 12 + "The kettle is hot. ") * 3,  # a word of it is enough
        START + (FILLER * 12 + "Boilers are hot. ") * 3,  # or of a synonym
        START + (FILLER * 12 + "An electric kettle. ") * 3,
        START + (FILLER * 20 + "An electric kettle. ") * 4,
        START.replace("kettle", "kettles") + OTHER.replace("book", "kettle"),
    ],
)
def test_a_text_that_comes_back_to_its_matter(guide: Guide, text: str) -> None:
    assert depth(guide, text) == []


def test_gaps_are_for_pages_and_posts(guide: Guide) -> None:
    assert depth(guide, START + OTHER, channel="email") == []


def related(guide: Guide, *, intent: str = "commercial") -> Guide:
    kettle = guide.clusters[0].model_copy(
        update={"related": ["limescale", "hot water", "wattage", "thermostat", "spout"], "intent": intent}
    )
    return replace(guide, clusters=(kettle, *guide.clusters[1:]))


SHORT = START + FILLER * 16  # 208 words and the start


@pytest.mark.parametrize(
    "more",
    ["", "Limescale.", "The spout.", "Hot, water.", "A thermos.", "Its spouts drip.", "`hot water` wattage"],
)
def test_related_terms_that_are_missing(guide: Guide, more: str) -> None:
    found = checked(page(SHORT + more), context_of(related(guide), "electric kettle"))
    [told] = [one for one in found if one.check != "keywords.placement"]
    assert (told.check, told.severity, told.quote) == ("keywords.related", Severity.SUGGESTION, "")
    assert "“thermostat”" in told.advice
    assert told.reference is not None and told.reference.quote.startswith("limescale, hot water")


@pytest.mark.parametrize(
    ("text", "keyword"),
    [
        (SHORT + "Hot-water spouts.", "electric kettle"),
        (SHORT + "Limescale and the thermostats.", "electric kettle"),
        (SHORT + "Limescale, hot water, wattage.", "water boiler"),
        (START + FILLER * 8, "electric kettle"),
        (SHORT.replace("kettle", "pot"), "electric pot"),
        (SHORT.replace("kettle", "pot") + "Hot water.", "electric pots"),
    ],
)
def test_related_terms_enough_of_them_or_none_wanted(guide: Guide, text: str, keyword: str) -> None:
    assert depth(related(guide), text, keyword) == []


@pytest.mark.parametrize(
    "more",
    [
        "",
        "Tea is good.",
        "People who buy ours like it.",
        "> “Buy one”, she said.",
        "Buyers like it.",
        "We sell them.",
    ],
)
def test_a_transactional_keyword_without_an_ask(guide: Guide, more: str) -> None:
    text = START + FILLER * 8 + "Limescale and hot water.\n\n" + more
    assert depth(related(guide, intent="transactional"), text) == ["keywords.intent: "]


@pytest.mark.parametrize(
    ("more", "intent", "channel"),
    [
        ("Buy yours today.", "transactional", "blog"),
        ("Order one by Friday.", "transactional", "page"),
        ("Try it for free.", "transactional", "blog"),
        ("Subscribe to our newsletter.", "transactional", "blog"),
        ("Tea is good.", "commercial", "blog"),
        ("Tea is good.", "informational", "blog"),
        ("Tea is good.", "transactional", "social"),
    ],
)
def test_an_ask_or_another_intent(guide: Guide, more: str, intent: str, channel: str) -> None:
    text = START + FILLER * 8 + "Limescale and hot water.\n\n" + more
    assert depth(related(guide, intent=intent), text, channel=channel) == []


LONG = "best quiet electric gooseneck tea kettle Ohio"


@pytest.mark.parametrize(
    ("keyword", "count"),
    [
        (LONG, 6),
        ("how to clean a copper tea pot with vinegar", 5),
        ("cheap-and-quick copper tea pots", 5),
        ("green tea black tea white tea", 6),
        ("electric kettle for tea coffee soup", 5),
        ("one two three four five six seven eight nine", 9),
    ],
)
def test_a_long_keyword(guide: Guide, keyword: str, count: int) -> None:
    [told] = checked(page(f"# {keyword}\n\n{keyword}\n"), context_of(guide, keyword))
    assert (told.check, told.severity) == ("keywords.length", Severity.SUGGESTION)
    assert f"has {count} words" in told.advice


@pytest.mark.parametrize(
    "keyword",
    [
        "tea",
        "tea pot",
        "electric kettle for tea",
        "how to use it",
        "what to do with old tea pots",
        "copper tea pot set",
    ],
)
def test_a_keyword_of_good_length(guide: Guide, keyword: str) -> None:
    assert depth(guide, f"# {keyword}\n\n{keyword}\n", keyword) == []


BODY = "The electric kettle waits.\n\n" + "It is hot and red. " * 40


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("# The electric kettle\n\n" + BODY, ("body",)),
        ("# The electric kettle\n\n" + BODY + "An electric kettle.", ()),
        ("# The electric kettle\n\n" + BODY[:200], ()),
        ("# Electric kettles\n\nOne electric kettle.\n\n![A red pot](a.png)\n", ("alt texts",)),
        ("# Electric kettles\n\nOne electric kettle.\n\n![A red electric kettle](a.png)\n", ()),
        ("# Electric kettles\n\nOne electric kettle.\n\n![](a.png)\n", ()),
    ],
)
def test_the_body_and_the_alt_texts_are_places(guide: Guide, text: str, missing: tuple[str, ...]) -> None:
    context = context_of(guide, "electric kettle")
    assert coverage(page(text), context)["electric kettle"].missing == missing
    assert len(checked(page(text), context)) == len(missing)


def test_a_body_under_headings_that_name_the_keyword_needs_no_more(guide: Guide) -> None:
    text = "# Electric kettles\n\nAn electric kettle.\n\n## The electric kettle at work\n\n" + BODY[28:]
    context = context_of(guide, "electric kettle")
    assert coverage(page(text), context)["electric kettle"].missing == ("body",)
    assert checked(page(text), context) == []


@pytest.mark.parametrize(
    ("slug", "keyword", "stands"),
    [
        ("electric-kettle", "electric kettle", True),
        ("blog/electric-kettles/", "electric kettle", True),
        ("the-kettle-electric", "electric kettle", True),
        ("tea-kids", "tea for kids", True),
        ("water_boilers", "electric kettle", True),
        ("colour-chart", "colour charts", True),
        ("kettles", "electric kettle", False),
        ("electrickettle", "electric kettle", False),
        ("electricity-kettle", "electric kettle", False),
        ("tea", "tea for kids", False),
    ],
)
def test_a_slug_leaves_small_words_out(guide: Guide, slug: str, keyword: str, stands: bool) -> None:
    document = page(f"---\nslug: {slug}\n---\n## Tea\n")
    told = coverage(document, context_of(guide, keyword))[keyword]
    assert ("slug" in told.places, "slug" in told.missing) == (stands, not stands)


def test_a_place_in_the_front_matter_is_pointed_at(guide: Guide) -> None:
    head = "---\nmeta_title: All about tea\nslug: tea\n---\n"
    document = page(head + "# Electric kettles\n\nAn electric kettle.\n")
    found = checked(document, context_of(guide, "electric kettle"))
    assert [(one.check, one.quote) for one in found] == [
        ("keywords.placement", "All about tea"),
        ("keywords.placement", "tea"),
    ]
    assert [document.line_column(one.location) for one in found] == [(2, 13), (3, 7)]


def test_two_keywords_that_are_one_search_compete_for_a_page(guide: Guide) -> None:
    document = page("# Electric kettles\n\nAn electric kettle is an electric kettle.\n")
    told = checked(document, context_of(guide, "electric kettle", "electric kettles", "tea"))
    (competing,) = [one for one in told if one.check == "keywords.competing"]
    assert "“electric kettles” is the same search as “electric kettle”" in competing.advice
    assert competing.severity is Severity.SUGGESTION
    for context in (
        context_of(guide, "electric kettle", "tea"),
        context_of(guide, "electric kettle", "electric kettles", channel="ad"),
    ):
        assert "keywords.competing" not in {one.check for one in checked(document, context)}
