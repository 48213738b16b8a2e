"""Whatever the text: every span of it leads back to the exact place in the source."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copykit.text import Document, Syntax, parse, parse_fields, parse_with_fields

# fmt: off
MARKDOWN = [
    "# ", "## ", "> ", "- ", "* ", "1. ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", " ", "word ",
    "Wörter ", "**bold**", "*em*", "_", "*", "`", "`code`", "``a ` b``", "[link](http://x.example/a_b)",
    "[ref][r]", "[r]: http://y", "![alt *text*](i.png)", "[", "](", ")", "![", "&amp;", "&#128512;",
    "&nbsp;", "&bogus;", "&", "<b>", "</b>", "<br>", "<br/>", "<div>", "</div>", "<!-- note -->", "<!--",
    "<script>x</script>", "<a href='u'>", "</a>", "<", "<https://x.example>",
    "| a | b |\n|---|---|\n| c | d |\n", "|", "```\n", "~~old~~", "[^1]", "[^1]: note", "---\n",
    "- [ ] task", "{{ name }}", "{% if x %}", "{% endif %}", "{% comment %}", "{{", "*|FNAME|*",
    "[[your story]]", "{: .big }", "\\*", "\\", "e\u0301", "👩‍👩‍👧", "שלום ", "مرحبا ", "\u200f", "\x00",
    "\ufeff", "İ", "ﬁ", "“quoted”", '"said"', "$9.99", "a.m. ", "Mr. ", ". ", "! ", "…",
]
HTML = [
    "<html>", "<head>", "</head>", "<body>", "<title>", "</title>",
    "<meta name=description content='a &amp; b'>", "<p>", "</p>", "<h1>", "</h1>", "<ul>", "<li>",
    "</li>", "</ul>", "<table>", "<td>", "</td>", "<blockquote>", "</blockquote>", '<a href="x>y">',
    "<a href='", "</a>", "<code>", "</code>", "<pre>", "</pre>", "<script>", "if (a<b) </script>",
    "</script>", "<style>", "</style>", "<svg>", "</svg>", "<img alt='a&#33; b' src=x>", "<br>", "<br/>",
    "<hr>", "<!--", "-->", "<!doctype html>", "<?php", "?>", "<", ">", "&", "&amp;", "&ampx", "&nbsp;",
    "&#x41;", "&#xD800;", "&#0;", "&eacute;", "&notin", "&copy2", " ", "\n", "\r\n", "\t", "word ",
    "Über ", "e\u0301", "😀", "שלום", "\x00", "\ufeff", "</", "<1>", "<b", '="', "'", "{{ name }}",
    "[[slot]]", ". ", "\xa0",
]
PLAIN = [
    "- ", "* ", "1. ", "• ", "Subject: ", "\n", "\r\n", "\r", "\n\n", "  ", "\t", "word ",
    "a long line that goes on ", "https://x.example/a?b=c. ", "me@x.example ", "{{first_name}}",
    "{!Contact.Name}", "[[slot]]", "é", "e\u0301", "😀", "“", "”", '"', "‘", "’", ". ", "! ", "\ufeff",
    "\x00", "\u2028", "\x0b", "\x1c", "\x85", "İ", "C:\\dir\\file", "/usr/lib/x ",
]
# fmt: on


def sources(fragments: list[str]) -> st.SearchStrategy[str]:
    letters = st.characters(exclude_categories=("Cs",))
    piece = st.one_of(st.sampled_from(fragments), st.sampled_from(fragments), st.text(letters, max_size=4))
    return st.lists(piece, max_size=30).map("".join)


def check(document: Document) -> None:
    text, source = document.text, document.source
    runs = document.runs
    assert runs.texts == sorted(runs.texts)
    assert not text or runs.texts[0] == 0
    for index, (start, end) in enumerate(pairwise([*runs.texts, len(text)])):
        assert start < end
        if runs.ends[index] < 0:
            origin = runs.sources[index]
            assert source[origin : origin + end - start] == text[start:end]
        else:
            assert 0 <= runs.sources[index] <= len(source)
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        assert text[last : block.start] in ("", "\n\n")
        last = block.end
    assert last == len(text)
    spans = [(word.start, word.end) for word in document.words]
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    spans += [(sentence.start, sentence.end) for sentence in document.sentences]
    spans += [(block.start, block.end) for block in document.blocks]
    spans += [*document.shielded, *document.slots, *document.quoted]
    spans += [(link.start, link.end) for link in document.links]
    for start, end in spans:
        assert 0 <= start <= end <= len(text)
        place = document.locate(start, end)
        quote = document.quote(place)
        assert place.start <= place.end
        assert place.end - place.start == len(quote)
        if document.is_plain(start, end):
            assert quote == text[start:end]
        line, column = document.line_column(place)
        assert line >= 1
        assert column >= 1
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert document.sentence_at(sentence.start) == sentence
        assert document.block_at(sentence.start) == block
    assert document.locate(0, 0).start == document.locate(0, 0).end
    assert isinstance(document.meta, dict) or document.meta is not None


@settings(deadline=None, max_examples=300)
@given(sources(MARKDOWN))
@example("![a](b) c")
@example("> <div>\n> x\n> </div>")
@example("---\na: [\n---\n\nText")
@example("<a href='u'>```\n**bold**```\n")
def test_markdown(source: str) -> None:
    document = parse(source, name="x.md", syntax=Syntax.MARKDOWN)
    check(document)
    for start, end, _ in document.sentences:
        place = document.locate(start, end)
        assert document.quote(place) == source[place.start : place.end]


@settings(deadline=None, max_examples=300)
@given(sources(HTML))
@example("<a href='x'>")
@example("a &ampx; b &am")
@example("<code><code>0\r")
def test_html(source: str) -> None:
    check(parse(source, name="x.html", syntax=Syntax.HTML))


@settings(deadline=None, max_examples=300)
@given(sources(PLAIN))
@example("  Subject: - ")
def test_plain_text(source: str) -> None:
    document = parse(source, name="x.txt", syntax=Syntax.PLAIN)
    check(document)
    for start, end in document.words:
        assert document.quote(document.locate(start, end)) == document.text[
            start:end
        ] or not document.is_plain(start, end)


KINDS = st.sampled_from(list(Syntax))


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(sources(MARKDOWN + PLAIN + HTML), KINDS), max_size=5))
def test_the_fields_of_a_draft(given_fields: list[tuple[str, Syntax]]) -> None:
    fields = [(f"field[{index}]", text, syntax) for index, (text, syntax) in enumerate(given_fields)]
    document = parse_fields(fields, name="draft")
    check(document)
    texts = {path: text for path, text, _ in fields}
    assert [field.path for field in document.fields] == list(texts)
    for sentence in document.sentences:
        place = document.locate(sentence.start, sentence.end)
        assert place.field == document.field_at(sentence.start)
        assert place.field is not None
        assert texts[place.field][place.start : place.end] == document.quote(place)
        assert document.quote(place).strip()


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(sources(MARKDOWN + HTML), KINDS), max_size=4), st.text(max_size=5))
def test_the_fields_inside_a_file(given_fields: list[tuple[str, Syntax]], gap: str) -> None:
    source, spans = gap, []
    for index, (text, syntax) in enumerate(given_fields):
        spans.append((f"f{index}", len(source), len(source) + len(text), syntax))
        source += text + gap
    document = parse_with_fields(source, name="ad.md", syntax=Syntax.MARKDOWN, spans=spans)
    check(document)
    whole = {path: (start, end) for path, start, end, _ in spans}
    for sentence in document.sentences:
        place = document.locate(sentence.start, sentence.end)
        assert place.field is not None
        low, high = whole[place.field]
        assert low <= place.start <= place.end <= high
        assert source[place.start : place.end] == document.quote(place)


@pytest.mark.parametrize("syntax", list(Syntax))
def test_an_empty_text_has_a_place_for_what_is_absent(syntax: Syntax) -> None:
    document = parse("", name="x", syntax=syntax)
    assert (document.text, document.blocks, document.sentences, document.words) == ("", (), (), ())
    place = document.locate(0, 0)
    assert (place.start, place.end, document.quote(place), document.line_column(place)) == (0, 0, "", (1, 1))


@pytest.mark.parametrize("syntax", list(Syntax))
@pytest.mark.parametrize(
    "piece",
    [
        "(", "[a](", "*a ", '<a b="', "<!--", "&a", "{{ a ", "{% comment %}", ". ", "a. ", "1. ", "“a ",
        "a/", "a@", "a.com", "a-", "\n", "a\n", "> ", "- a\n", "|a", "😀 A. ", " ", "<p><b><div>", "<title>",
        "---\na:\n", "[[a ", "*|A ",
    ],
)  # fmt: skip
def test_hostile_text_is_read_to_its_end(piece: str, syntax: Syntax) -> None:
    # 100,000 code points: a pattern that goes back over them again and again would not come to an end.
    document = parse(piece * (100_000 // len(piece)), name="x", syntax=syntax)
    last = document.locate(max(0, len(document.text) - 1), len(document.text))
    assert last.end <= len(document.source)
    assert document.sentences == tuple(sorted(document.sentences))
    assert len(document.shielded) + len(document.quoted) + len(document.slots) + len(document.words) >= 0
