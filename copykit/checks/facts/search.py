"""Facts of the checks of a page as search engines and screen readers see it."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["SEARCH"]

_OFF = "`search` in `checks.yaml`"

SEARCH = Family(
    title="Search results and page structure",
    about=(
        "They look at copy for the channels `page` and `blog`, and at any file of no known channel "
        "that has a "
        "heading, a title or description for search, or a slug. Emails, ads and the guide's own "
        "texts are left "
        "alone."
    ),
    notes=(
        "Pixels are measured with the advance widths of Arimo, which has the metrics of Arial, the font of "
        "Google's results on a desktop (third-party measurements). Kerning is left aside: in 273 real titles "
        "it took off 0.1 percent on average and 2 percent at most. "
        "No search engine publishes a limit, so nothing here is more than a suggestion, but for a page "
        "without a title."
    ),
    checks=(
        CheckFacts(
            id="search.title-width",
            title="Title width",
            sees=(
                "a title that is cut off in search results (over 600 pixels), or hardly fills them "
                "(under 200)"
            ),
            why="Readers choose by the title, and don't see what is behind the cut.",
            severity="suggestion",
            area=Area.FORMAT,
            source=(
                "YoastSEO: 400 to 600 pixels; Arial at 20 pixels: third-party measurements; 200 at "
                "least is ours; "
                "Google names no limit"
            ),
            setting=_OFF,
            hit="Why Winnie Wombat's Warm Winter Woollens Win Hearts Worldwide",
            miss="Why a lilac lily will fill a little hill in April, till it is still",
            any_language=True,
        ),
        CheckFacts(
            id="search.description-length",
            title="Description length",
            sees="a description for search under 120 or over 158 characters, or over 920 pixels",
            why="What is too long is cut; what is too short is often replaced by a line that nobody chose.",
            severity="suggestion",
            area=Area.FORMAT,
            source=(
                "third-party measurements: 120 to 158 characters, 920 pixels at 14 pixels of Arial; "
                "Google names no "
                "limit and mostly takes its snippets from the page"
            ),
            setting=_OFF,
            any_language=True,
        ),
        CheckFacts(
            id="search.missing",
            title="Nothing for search",
            sees="a whole page of HTML without a title or without a description",
            why="A result without a title shows an address, and nobody clicks on that.",
            severity="warning for the title, suggestion for the description",
            area=Area.FORMAT,
            source="WCAG 2.2, 2.4.2: page titled; Google Search Central on snippets",
            setting=_OFF,
            hit="<html><body><h1>Tea</h1></body></html>",
            miss="<h1>Tea</h1> (a piece of a page)",
            any_language=True,
        ),
        CheckFacts(
            id="search.slug",
            title="Slug",
            sees="a slug with capitals, spaces, underscores or signs, or with more than eight words",
            why="An address is read out, typed and copied; signs in it turn into %20 and %C3.",
            severity="suggestion",
            area=Area.FORMAT,
            source="Google Search Central, URL structure: hyphens between words; eight words are ours",
            setting=_OFF,
            fix=(
                "writes it in small letters with hyphens; not safe, since a page that is out has that address"
            ),
            hit="slug: Electric_Kettles (2026)",
            miss="slug: 2026/electric-kettles",
            any_language=True,
        ),
        CheckFacts(
            id="search.h1",
            title="Main heading",
            sees="a page with no heading of the first level, or with several; a title in front matter is one",
            why="The main heading tells a screen reader and a search engine what the page is.",
            severity="suggestion",
            area=Area.FORMAT,
            source=(
                "WAI, page structure: headings; HTML allows several, and screen-reader users report "
                "one as best"
            ),
            setting=_OFF,
            hit="# Tea … # Coffee",
            miss="# Hot drinks … ## Tea … ## Coffee",
            any_language=True,
        ),
        CheckFacts(
            id="search.heading-order",
            title="Skipped level",
            sees="a heading that is more than one level below the heading before it",
            why="Who goes from heading to heading by ear looks for the level in between.",
            severity="suggestion",
            area=Area.FORMAT,
            source="WAI, page structure: headings",
            setting=_OFF,
            fix="writes the right number of # in Markdown; safe where the next heading still fits",
            hit="## Tea … #### Green tea",
            miss="### Green tea … ## Coffee",
            any_language=True,
        ),
        CheckFacts(
            id="search.repeated-heading",
            title="Heading twice",
            sees="two headings of one level under one parent with the same words",
            why=(
                "Two parts with one name compete for one question, and a table of contents can't "
                "tell them apart."
            ),
            severity="suggestion",
            area=Area.FORMAT,
            source="ours; headings of one word, such as “Example”, are left alone",
            setting=_OFF,
            any_language=True,
        ),
        CheckFacts(
            id="search.link-text",
            title="Link text",
            sees="a link called “click here”, “read more” or the like, or by its address",
            why="Links are read out one by one and shown in lists, where “here” is nowhere.",
            severity="suggestion",
            area=Area.FORMAT,
            source="W3C, “Don't use ‘click here’”; WCAG 2.2, 2.4.9: link purpose",
            setting=(
                "`style`: `vague_links`; once that is set, `style.vague-links` looks at links in all copy"
            ),
            hit="For prices, [click here](/prices).",
            miss="See the [prices of our kettles](/prices).",
        ),
        CheckFacts(
            id="search.image-alt",
            title="Alt text",
            sees="an image without alt text, or with the name of its file for one",
            why="Who can't see a picture hears its alt text, and image search reads nothing else.",
            severity="suggestion",
            area=Area.FORMAT,
            source='WCAG 2.2, 1.1.1: text alternatives; `alt=""` marks decoration and is left alone',
            setting=_OFF,
            hit="![](kettle.jpg), ![IMG_2043.jpg](kettle.jpg)",
            miss="![A kettle on a camp stove](kettle.jpg)",
            any_language=True,
        ),
    ),
)
