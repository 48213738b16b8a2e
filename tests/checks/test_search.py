"""A page as searches see it: what is cut or missing, headings, links, images, slugs; pages that compete."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.brief import Brief
from copykit.checking import Desk
from copykit.checks import Context, check
from copykit.checks.competing import Pages
from copykit.checks.pixels import cut_at, pixels
from copykit.checks.search import SEARCH
from copykit.draft import leaves
from copykit.findings import Finding, Severity
from copykit.formats import load_format, load_formats
from copykit.guide import Guide, load_guide
from copykit.house import prompts_dir
from copykit.text import Document, Syntax, parse, parse_fields

DATA = Path(__file__).parents[1] / "data"
TODAY = date(2026, 11, 1)
GUIDE = load_guide(DATA / "small_brand")
LONG = (
    "A description that goes on and on, past all that a page of results has room for, and then further on,"
    " until nobody remembers how it began or why, which is a pity."
)
RIGHT = (
    "How an electric kettle keeps tea hot on a camp site, what it weighs, what it costs, which plug you need"
    " abroad before you go."
)


def context_of(channel: str | None = "blog", guide: Guide = GUIDE, **brief: object) -> Context:
    return Context(guide=guide, today=TODAY, brief=Brief.model_validate(brief), channel=channel)


def page(text: str) -> Document:
    return parse(text, name="page.md", syntax=Syntax.MARKDOWN)


def html(text: str) -> Document:
    return parse(text, name="page.html", syntax=Syntax.HTML)


def found(document: Document, context: Context | None = None) -> list[Finding]:
    told = [finding for one in SEARCH for finding in one(document, context or context_of())]
    for finding in told:
        assert document.quote(finding.location) == finding.quote
    return told


def quotes(document: Document, check: str) -> list[str]:
    return [one.quote for one in found(document) if one.check == check]


# ── title and description ───────────────────────────────────────────────────────────────────────────

HEAD = "---\n{}\n---\n\n## Tea\n\nHot.\n"
NARROW = "Why a lilac lily will fill a little hill in April, till it is still"
WIDE = "Why Winnie Wombat's Warm Winter Woollens Win Hearts Worldwide"


def test_pixels_are_arial_s() -> None:
    # Arial at 20 px, from its published advance widths: A 1366, i 455, W 1933, space 569 of 2048.
    assert pixels("A", 20) == pytest.approx(1366 * 20 / 2048)
    assert pixels("Wi A", 20) == pytest.approx((1933 + 455 + 569 + 1366) * 20 / 2048)
    assert pixels("", 20) == 0
    assert pixels("e\u0301", 20) == pixels("e", 20)
    assert pixels("日本", 20) == 40
    assert pixels("🙂", 14) == 14
    assert pixels("“—”", 20) == pytest.approx((682 + 2048 + 682) * 20 / 2048)


def test_a_cut_line_keeps_whole_words_and_fits_with_its_ellipsis() -> None:
    kept = WIDE[: cut_at(WIDE, 20, 400)]
    assert WIDE[len(kept)] == " "
    assert pixels(f"{kept} …", 20) <= 400 < pixels(WIDE, 20)
    assert cut_at("Short", 20, 400) == 5


@given(text=st.text(), most=st.integers(min_value=1, max_value=800))
def test_what_is_shown_is_never_too_wide(text: str, most: int) -> None:
    kept = text[: cut_at(text, 20, most)]
    assert pixels(text, 20) <= most or not kept or pixels(f"{kept} …", 20) <= most + 1e-6


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        (f"meta_title: {WIDE}", WIDE),
        (f'seo_title: "{WIDE}"', WIDE),
        (f"title: {WIDE}", WIDE),
        (f"draft: false\ntitle:   '{WIDE.replace(chr(39), chr(39) * 2)}'", None),
        (f"title: Tea\nmeta_title: {WIDE}\ntags: [tea]", WIDE),
        ("meta_title: Tea", "Tea"),
    ],
)
def test_a_title_that_is_cut_or_says_little(line: str, quote: str | None) -> None:
    told = quotes(page(HEAD.format(line)), "search.title-width")
    assert len(told) == 1
    assert quote is None or told == [quote]


@pytest.mark.parametrize(
    "line",
    [
        f"meta_title: {NARROW}",
        "meta_title: How to make tea on a train",
        "title: Tea",
        'title: "{{ page.title }} and a great many further words that would never fit into a line"',
        f"subtitle: {WIDE}",
        f"notes: |\n  title: {WIDE}",
        "title: The &ldquo;front door&rdquo; of the house, and why it is the back one",
        f"title: '[[name: {WIDE}?]]'",
    ],
)
def test_a_title_that_fits(line: str) -> None:
    assert quotes(page(HEAD.format(line)), "search.title-width") == []


def test_more_letters_may_be_fewer_pixels() -> None:
    assert len(NARROW) > len(WIDE)
    assert pixels(NARROW, 20) < 600 < pixels(WIDE, 20)


def test_a_title_of_html_has_its_exact_place() -> None:
    document = html(f"<html><head><title>{WIDE} &amp; more</title></head><body><h1>Hi</h1></body></html>")
    [told] = [one for one in found(document) if one.check == "search.title-width"]
    assert told.quote == f"{WIDE} &amp; more"
    assert told.severity is Severity.SUGGESTION
    assert "up to “Why Winnie" in told.advice


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        (f"description: {LONG}", LONG),
        (f'meta_description: "{LONG}"', LONG),
        (f"title: Tea\ndescription: '{LONG}'", LONG),
        ("description: All about tea.", "All about tea."),
        (f"description: {'W' * 110} {'M' * 10}", f"{'W' * 110} {'M' * 10}"),
        ("description: >\n  All about\n  tea.\ndraft: true", "All about\n  tea."),
    ],
)
def test_a_description_that_is_cut_or_short(line: str, quote: str) -> None:
    assert quotes(page(HEAD.format(line)), "search.description-length") == [quote]


@pytest.mark.parametrize(
    "line",
    [
        f"description: {RIGHT}",
        f"description: {RIGHT}\ntitle: Tea",
        f"meta_description: {RIGHT}\ndescription: All about tea.",
        'description: "{{ site.description }}"',
        "summary: All about tea.",
        "description: [tea]",
        "title: Tea",
    ],
)
def test_a_description_that_fits(line: str) -> None:
    assert quotes(page(HEAD.format(line)), "search.description-length") == []


def test_a_field_that_its_format_cuts_off_is_told_once() -> None:
    format = load_formats([prompts_dir()])["blog-post"]
    values = {"title": "Tea", "meta_title": WIDE + " and beyond", "meta_description": LONG, "slug": "tea"}
    document = parse_fields(
        [(leaf.path, leaf.text, Syntax.PLAIN) for leaf in leaves(format, values)],
        name="draft",
    )
    context = Context(guide=GUIDE, today=TODAY, format=format, channel="blog")
    assert [one.location.field for one in found(document, context)] == []
    fields = {
        one.location.field for one in check(document, context).findings if one.check == "format.cut-off"
    }
    assert fields == {"meta_title", "meta_description"}


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("<!doctype html><h1>Tea</h1>", ["warning", "suggestion"]),
        ("<html><head></head><body><h1>Tea</h1></body></html>", ["warning", "suggestion"]),
        ("<html><head><title> </title></head><body><h1>Tea</h1></body></html>", ["warning", "suggestion"]),
        ("<html><title>How to make tea</title><body><h1>Tea</h1></body></html>", ["suggestion"]),
        (f"<html><head><meta name=description content='{RIGHT}'></head><h1>Tea</h1>", ["warning"]),
        ("<HTML><BODY><h1>Tea</h1></BODY></HTML>", ["warning", "suggestion"]),
        (f"<html><title>How to make tea</title><meta name=description content='{RIGHT}'><h1>Tea</h1>", []),
        ("<h1>Tea</h1><p>A piece of a page.</p>", []),
        ("<p>Hot.</p>", []),
    ],
)
def test_a_whole_page_has_a_title_and_a_description(text: str, severities: list[str]) -> None:
    told = [one for one in found(html(text)) if one.check == "search.missing"]
    assert [one.severity.value for one in told] == severities


# ── slug ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("slug", "better"),
    [
        ("Electric-Kettles", "electric-kettles"),
        ("electric_kettles", "electric-kettles"),
        ("electric kettles (2026)", "electric-kettles-2026"),
        ("Café au lait", "cafe-au-lait"),
        ("tea--time", "tea-time"),
        ("/Blog/Tea Time/", "/blog/tea-time/"),
        ("-tea-", "tea"),
        ("what’s-new", "whats-new"),
    ],
)
def test_a_slug_is_put_right(slug: str, better: str) -> None:
    document = page(HEAD.format(f'slug: "{slug}"'))
    [told] = found(document, context_of(None))
    assert (told.check, told.quote) == ("search.slug", slug)
    assert [(fix.replacement, fix.safe) for fix in told.fixes] == [(better, False)]
    start, end = told.location.start, told.location.end
    mended = document.source[:start] + better + document.source[end:]
    assert quotes(page(mended), "search.slug") == []


@pytest.mark.parametrize(
    "slug",
    [
        "electric-kettles",
        "tea",
        "2026/11/electric-kettles",
        "/blog/tea/",
        "tea-2.0.html",
        "/:year/:title/",
        "{{ page.slug }}",
        "https://tarn.example/Tea",
    ],
)
def test_a_slug_that_is_fine(slug: str) -> None:
    assert quotes(page(HEAD.format(f'slug: "{slug}"')), "search.slug") == []


def test_a_long_slug_and_one_in_other_letters_have_no_fix() -> None:
    for slug in ("how-to-make-a-very-good-cup-of-tea", "чай-и-кофе"):
        [told] = [one for one in found(page(HEAD.format(f"slug: {slug}"))) if one.check == "search.slug"]
        assert told.fixes == ()


# ── headings ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("# Tea\n\n# Coffee\n", "Coffee"),
        ("# Tea\n\nHot.\n\n## Green\n\n# Coffee\n\n# Milk\n", "Coffee"),
        ("Tea\n===\n\nCoffee\n===\n", "Coffee"),
        ("<h1>Tea</h1>\n\n# Coffee\n", "Coffee"),
        ("---\ntitle: Drinks\n---\n# Tea\n\n# Coffee\n", "Coffee"),
        ("## Tea\n\nHot.\n", ""),
    ],
)
def test_one_main_heading(text: str, quote: str) -> None:
    assert quotes(page(text), "search.h1") == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "# Tea\n\n## Green\n\n## Black\n",
        "---\ntitle: Tea\n---\n\n## Green\n",
        "---\ntitle: Tea\n---\n\n# Tea\n\n## Green\n",
        "Hot.\n",
        "# Tea\n\n```\n# a comment\n```\n",
        "# Tea\n",
    ],
)
def test_one_main_heading_is_there(text: str) -> None:
    assert quotes(page(text), "search.h1") == []


@pytest.mark.parametrize(
    ("text", "quote", "fix"),
    [
        ("# Tea\n\n### Green\n", "###", "##"),
        ("# Tea\n\n## Green\n\n#### Sencha\n", "####", "###"),
        ("# Tea\n\n## Green\n\n#### Sencha\n\n##### Cold\n", "####", None),
        ("---\ntitle: Tea\n---\n\n### Green\n", "###", "##"),
        ("# Tea\r\n\r\n> ### Green\r\n", "###", "##"),
        ("# Tea\n\n<h3>Green</h3>\n", "Green", None),
        ("# é *Tea*\n\n### **Green** one ###\n", "###", "##"),
    ],
)
def test_a_skipped_level(text: str, quote: str, fix: str | None) -> None:
    document = page(text)
    [told] = [one for one in found(document) if one.check == "search.heading-order"]
    assert told.quote == quote
    safe = [one.replacement for one in told.fixes if one.safe]
    assert safe == ([fix] if fix else [])
    if fix:
        mended = document.source[: told.location.start] + fix + document.source[told.location.end :]
        assert quotes(page(mended), "search.heading-order") == []


@pytest.mark.parametrize(
    "text",
    [
        "# Tea\n\n## Green\n\n### Sencha\n\n## Black\n",
        "### Green\n\n### Black\n",
        "### Green\n\n# Tea\n\n## Black\n",
        "# Tea\n\n## Green\n\n### Sencha\n\n#### Cold\n\n# Coffee\n",
        "## Green\n\n# Tea\n",
        "Hot.\n",
    ],
)
def test_levels_in_order(text: str) -> None:
    assert quotes(page(text), "search.heading-order") == []


def test_a_draft_s_own_headings_count() -> None:
    format = load_format(DATA / "formats" / "notice.md")
    values = {
        "title": "Tea",
        "lead": "Hot.",
        "sections": [{"heading": "Green", "body": "#### Sencha\n\nCold.\n\n# Black\n\nStrong."}],
    }
    document = parse_fields(
        [(leaf.path, leaf.text, Syntax.MARKDOWN) for leaf in leaves(format, values)],  # type: ignore[arg-type]
        name="draft",
    )
    told = found(document, Context(guide=GUIDE, today=TODAY, format=format, channel="page"))
    assert [(one.check, one.location.field, one.quote) for one in told] == [
        ("search.h1", "sections[0].body", "Black"),
        ("search.heading-order", "sections[0].body", "####"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Tea\n\n## How to brew\n\nHot.\n\n## How to brew\n",
        "# Tea\n\n## How to brew\n\n## The how-to: brew!\n",
        "# Tea\n\n## Green\n\n### Best water\n\n### The best water\n",
        "## Green tea\n\n## GREEN TEA\n",
        "# Tea\n\n## Step 1: boil\n\n## Milk\n\n## Step 1: Boil\n",
        "# Tea\n\n## Water heat\n\n## Heat your water\n",
    ],
)
def test_a_heading_that_comes_back(text: str) -> None:
    [told] = [one for one in found(page(text)) if one.check == "search.repeated-heading"]
    assert len(told.related) == 1


@pytest.mark.parametrize(
    "text",
    [
        "# Tea\n\n## How to brew\n\n## How to pour\n",
        "# Tea\n\n## Green\n\n### Best water\n\n## Black\n\n### Best water\n",
        "# Tea\n\n## Example\n\n## Example\n",
        "# Tea\n\n## Step 1: boil\n\n## Step 2: boil\n",
        "# Green tea\n\n## Green tea\n",
        "# Tea\n\n## Brewing green tea\n\n## Buying green tea\n",
    ],
)
def test_headings_that_differ(text: str) -> None:
    assert quotes(page(text), "search.repeated-heading") == []


# ── links and images ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("# Tea\n\nFor prices, [click here](/p).", "click here"),
        ("# Tea\n\n[Here](/p) are prices.", "Here"),
        ("# Tea\n\n[Read more »](/p)", "Read more »"),
        ("# Tea\n\nSee [**this page**](/p).", "this page"),
        ("# Tea\n\nSee <https://tarn.example/prices>.", "https://tarn.example/prices"),
        ("# Tea\n\n[www.tarn.example](/p) has them.", "www.tarn.example"),
        ("# Tea\n\nSee [learn\nmore](/p).", "learn\nmore"),
    ],
)
def test_a_link_that_says_nothing(text: str, quote: str) -> None:
    assert quotes(page(text), "search.link-text") == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "# Tea\n\nSee [our prices](/p).",
        "# Tea\n\n[Read more about green tea](/p).",
        "# Tea\n\nClick here and there.",
        "# Tea\n\n`[click here](/p)`",
        "# Tea\n\n[Here be dragons](/p)",
        "# Tea\n\n[![A pot](/p.png)](/p)",
        "# Tea\n\nWrite to [tea@tarn.example](mailto:tea@tarn.example).",
    ],
)
def test_a_link_that_says_enough(text: str) -> None:
    assert quotes(page(text), "search.link-text") == []


@pytest.mark.parametrize("decided", [True, False])
def test_links_are_left_to_the_style_switch_once_it_is_set(decided: bool) -> None:
    style = GUIDE.brand.style.model_copy(update={"vague_links": decided})
    brand = GUIDE.brand.model_copy(update={"style": style})
    guide = Guide(**{**vars(GUIDE), "brand": brand})
    assert found(page("# Tea\n\n[click here](/p)"), context_of(guide=guide)) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("# Tea\n\n![](pot.jpg)", "![](pot.jpg)"),
        ("# Tea\n\n![IMG_2043.jpg](pot.jpg)", "IMG_2043.jpg"),
        ("# Tea\n\n![green-tea-pot](/a/green-tea-pot.jpg?w=2)", "green-tea-pot"),
        ("# Tea\n\n![DSC 0042](pot.jpg)", "DSC 0042"),
        ("# Tea\n\n![image](pot.jpg)", "image"),
        ('# Tea\n\n<img src="pot.jpg">', '<img src="pot.jpg">'),
        ('# Tea\n\n<img src="pot.jpg" alt="Screenshot 2026-11-02">', "Screenshot 2026-11-02"),
    ],
)
def test_an_image_without_words(text: str, quote: str) -> None:
    assert quotes(page(text), "search.image-alt") == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "# Tea\n\n![A pot on a camp stove](pot.jpg)",
        "# Tea\n\n![pot](pot.jpg)",
        '# Tea\n\n<img src="pot.jpg" alt="">',
        '# Tea\n\n<img src="/t.gif" width="1" height="1">',
        "# Tea\n\n`![](pot.jpg)`",
        "# Tea\n\n![Photo of 2 pots](IMG_1.jpg)",
        '# Tea\n\n<img src="pot.jpg" role="presentation">',
    ],
)
def test_an_image_with_words_or_for_decoration(text: str) -> None:
    assert quotes(page(text), "search.image-alt") == []


# ── where they look ─────────────────────────────────────────────────────────────────────────────────

BAD = "# Tea\n\n# Coffee\n\n![](a.png) [click here](/p)\n"


@pytest.mark.parametrize("channel", ["email", "ad", "cta", "call", "social"])
def test_other_channels_are_left_alone(channel: str) -> None:
    assert found(page(BAD), context_of(channel)) == []


@pytest.mark.parametrize("channel", ["page", "blog", None])
def test_pages_and_posts_are_looked_at(channel: str | None) -> None:
    assert {one.check for one in found(page(BAD), context_of(channel))} == {
        "search.h1",
        "search.image-alt",
        "search.link-text",
    }


def test_plain_running_text_of_no_channel_is_no_page() -> None:
    assert found(page("Hot ![](a.png).\n"), context_of(None)) == []


@given(
    pieces=st.lists(
        st.sampled_from(
            [
                "# ", "### ", "tea", " é ", "\n", "\n\n", "![](a.png)", "![a_1](a_1.png)", "[here](/p)", "> ",
                "- ", "\r\n", "<h2>", "</h2>", "<img src=a.png>", "---\n", "title: x\n", "slug: A\n", "{{x}}",
            ]
        )
    )
)  # fmt: skip
def test_every_place_is_exact(pieces: list[str]) -> None:
    for document in (page("".join(pieces)), html("".join(pieces))):
        for finding in found(document):
            assert 0 <= finding.location.start <= finding.location.end <= len(document.source)


# ── pages that compete ──────────────────────────────────────────────────────────────────────────────


def run(*pages: tuple[str, str], guide: Guide = GUIDE, **desk: object) -> list[tuple[str, Finding]]:
    """Checks pages of (front matter, text) in one run and tells those that compete."""
    made = Desk(guide=guide, formats={}, today=TODAY, pages=Pages(), **desk)  # type: ignore[arg-type]
    told = []
    for number, (front, text) in enumerate(pages):
        document = parse(f"---\n{front}\n---\n{text}", name=f"{number}.md", syntax=Syntax.MARKDOWN)
        for finding in made.check(document).report.findings:
            if finding.check == "keywords.competing":
                told.append((document.name, finding))
    return told


KETTLE = "# The electric kettle\n\nHot.\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("electric kettle", "electric kettle"),
        ("electric kettle", "electric tea kettle"),
        ("water boiler", "Electric-Kettle"),
        ("shift planner", "shift planners"),
        ("color chart", "colour charts"),
        ("best tea pot", "tea pots"),
    ],
)
def test_two_pages_for_one_phrase(one: str, other: str) -> None:
    pages = [(f"channel: blog\nkeywords: [{keyword}, tea]", KETTLE) for keyword in (one, other)]
    [(name, told)] = run(*pages)
    assert (name, told.quote, told.severity) == ("1.md", "", Severity.WARNING)
    [related] = told.related
    assert (related.document, related.start) == ("0.md", pages[0][0].__len__() + 11)
    assert "0.md wants to be found for “" in told.advice


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("channel: blog\nkeywords: [electric kettle]", "channel: blog\nkeywords: [tea pot, electric kettle]"),
        ("channel: blog\nkeywords: [electric kettle]", "channel: email\nkeywords: [electric kettle]"),
        ("region: US\nkeywords: [electric kettle]", "region: UK\nkeywords: [electric kettle]"),
        ("channel: blog\nkeywords: [shift planner]", "channel: blog\nkeywords: [shift planning tools]"),
        ("channel: blog\ntitle: Kettles", "channel: blog\ntitle: Kettles"),
        ("channel: blog\nkeywords: [tea pot]", "channel: blog\nkeywords: [tea]"),
    ],
)
def test_two_pages_for_two_searches(one: str, other: str) -> None:
    assert run((one, KETTLE), (other, KETTLE)) == []


def test_every_later_page_points_at_the_first() -> None:
    told = run(*[("keywords: [electric kettle]", KETTLE)] * 3)
    assert [(name, one.related[0].document) for name, one in told] == [("1.md", "0.md"), ("2.md", "0.md")]


def test_keywords_that_the_caller_gives_are_shared_and_make_no_rivals() -> None:
    assert run(*[("channel: blog", KETTLE)] * 2, brief=Brief(keywords=["electric kettle"])) == []


def test_a_page_that_competes_on_purpose_can_say_so() -> None:
    text = "<!-- copykit-ignore keywords.competing: a campaign page -->\n\n" + KETTLE
    assert run(("keywords: [electric kettle]", KETTLE), ("keywords: [electric kettle]", text)) == []


def test_a_page_whose_title_stands_only_in_its_front_matter_is_a_page() -> None:
    document = page("---\ntitle: Tea\nslug: Hot_Tea\ndescription: Hot.\n---\n\nNo heading stands here.")
    told = {one.check for one in found(document)}
    assert {"search.slug", "search.description-length"} <= told
