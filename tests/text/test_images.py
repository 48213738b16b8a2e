"""Images: each with its exact span in the source, its address and its alt text, or the lack of one."""

from __future__ import annotations

import pytest

from copykit.text import Image, Syntax, parse, parse_fields, parse_with_fields


@pytest.mark.parametrize(
    ("source", "quote", "url", "alt"),
    [
        ("A ![red cat](cat.png) sat.", "![red cat](cat.png)", "cat.png", "red cat"),
        ("é ![](cat.png) sat.", "![](cat.png)", "cat.png", None),
        ("![ ](cat.png)", "![ ](cat.png)", "cat.png", None),
        ("> - [![*big* &amp; red](a.jpg)](/b)", "![*big* &amp; red](a.jpg)", "a.jpg", "big & red"),
        ("![x][one]\n\n[one]: /one.png", "![x][one]", "/one.png", "x"),
        ('Hi <img src="a.png" alt="A cat"> there.', '<img src="a.png" alt="A cat">', "a.png", "A cat"),
        ('<p><img src="a.png"></p>', '<img src="a.png">', "a.png", None),
        ('é\n\n<p>\n<img alt="" src="a.png"></p>', '<img alt="" src="a.png">', "a.png", ""),
    ],
)
def test_markdown(source: str, quote: str, url: str, alt: str | None) -> None:
    document = parse(source, name="page.md", syntax=Syntax.MARKDOWN)
    [image] = document.images
    assert (image.url, image.alt) == (url, alt)
    assert document.quote(document.place(image.start, image.end)) == quote


@pytest.mark.parametrize(
    ("tag", "alt"),
    [
        ('<img src="a&amp;b.png" alt="A &amp; B">', "A & B"),
        ('<img src="a&amp;b.png">', None),
        ('<img src="a&amp;b.png" alt>', ""),
        ("<IMG SRC='a&amp;b.png' ALT=''/>", ""),
        ('<img src="a&amp;b.png" role="presentation">', ""),
        ('<img src="a&amp;b.png" aria-hidden="true">', ""),
        ('<img src="a&amp;b.png" aria-label="Both">', "Both"),
    ],
)
def test_html(tag: str, alt: str | None) -> None:
    document = parse(f"<h1>Hi</h1><p>\r\n{tag} there</p>", name="page.html", syntax=Syntax.HTML)
    [image] = document.images
    assert (image.url, image.alt) == ("a&b.png", alt)
    assert document.quote(document.place(image.start, image.end)) == tag


def test_code_and_comments_show_no_images() -> None:
    source = "`![](a.png)`\n\n<!-- <img src=a.png> -->\n\n    ![](a.png)\n"
    assert parse(source, name="page.md", syntax=Syntax.MARKDOWN).images == ()
    source = "<script>'<img src=a.png>'</script><!-- <img src=a.png> -->"
    assert parse(source, name="page.html", syntax=Syntax.HTML).images == ()


def test_in_a_draft_the_place_names_the_field_and_counts_in_it() -> None:
    fields = [("title", "A cat", Syntax.PLAIN), ("body", "See ![](cat.png) here.", Syntax.MARKDOWN)]
    document = parse_fields(fields, name="draft")
    [image] = document.images
    place = document.place(image.start, image.end)
    assert (place.field, place.start, place.end) == ("body", 4, 16)
    assert document.quote(place) == "![](cat.png)"


def test_in_a_draft_file_the_place_counts_in_the_file() -> None:
    source = "# A cat\n\nSee ![](cat.png) here.\n"
    spans = [("title", 2, 7, Syntax.PLAIN), ("body", 9, 31, Syntax.MARKDOWN)]
    document = parse_with_fields(source, name="a.md", syntax=Syntax.MARKDOWN, spans=spans)
    [image] = document.images
    place = document.place(image.start, image.end)
    assert (place.field, place.start) == ("body", 13)
    assert document.quote(place) == "![](cat.png)"


def test_an_image_is_four_things() -> None:
    assert Image(0, 3, "a.png", None)._fields == ("start", "end", "url", "alt")
