"""What a reader reads of Markdown, HTML and plain text: all of the words, none of the marks."""

from __future__ import annotations

from copykit.text import Document, Syntax, parse, parse_fields, parse_with_fields


def markdown(source: str) -> Document:
    return parse(source, name="x.md", syntax=Syntax.MARKDOWN)


def html(source: str) -> Document:
    return parse(source, name="x.html", syntax=Syntax.HTML)


def plain(source: str) -> Document:
    return parse(source, name="x.txt", syntax=Syntax.PLAIN)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(str(block.kind), document.text[block.start : block.end]) for block in document.blocks]


def texts(document: Document, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [document.text[start:end] for start, end in spans]


def quote(document: Document, said: str) -> str:
    start = document.text.index(said)
    return document.quote(document.locate(start, start + len(said)))


# Markdown


def test_marks_go_and_words_stay() -> None:
    document = markdown(
        "# A *big* day\n\nWe **ship** ~~late~~ [on time](http://x.example) &amp; in `full`.\n"
    )
    assert blocks(document) == [("heading", "A big day"), ("paragraph", "We ship late on time & in full.")]
    assert document.blocks[0].level == 1
    (link,) = document.links
    assert (document.text[link.start : link.end], link.url) == ("on time", "http://x.example")


def test_a_hard_wrap_is_one_space_and_a_forced_break_one_newline() -> None:
    document = markdown("> Some quoted\n> words that wrap.\n\nOne  \ntwo\\\nthree <br> four\r\nfive")
    assert blocks(document) == [
        ("quote", "Some quoted words that wrap."),
        ("paragraph", "One\ntwo\nthree\nfour five"),
    ]
    assert quote(document, "quoted words") == "quoted\n> words"
    assert not document.is_plain(*(document.text.index("quoted w") + step for step in (0, 8)))


def test_lists_nest_and_their_markers_are_no_text() -> None:
    document = markdown("1. Plan\n2. Write\n   - a draft\n\n     and more\n- [x] Ship\n")
    assert blocks(document) == [
        ("item", "Plan"),
        ("item", "Write"),
        ("item", "a draft"),
        ("item", "and more"),
        ("item", "Ship"),
    ]
    assert [block.level for block in document.blocks] == [1, 1, 2, 2, 1]


def test_a_note_is_no_quotation_and_a_heading_keeps_no_id() -> None:
    document = markdown("## Costs {#costs}\n\n> [!NOTE]\n> Prices may change.\n\n> Lovely.\n")
    assert blocks(document) == [
        ("heading", "Costs"),
        ("paragraph", "Prices may change."),
        ("quote", "Lovely."),
    ]
    assert texts(document, document.quoted) == ["Lovely."]


def test_a_table_is_its_cells() -> None:
    document = markdown("| Plan | Price |\n|---|---|\n| *Solo* | `$9` a \\| b |\n")
    assert blocks(document) == [("cell", "Plan"), ("cell", "Price"), ("cell", "Solo"), ("cell", "$9 a | b")]


def test_code_blocks_rules_and_definitions_give_no_text() -> None:
    source = (
        "Before[^1] [it][r].\n\n```python\nprint(1)\n```\n\n    indented()\n\n***\n\n"
        "[r]: http://x.example\n\n[^1]: A note\n    goes on.\n"
    )
    assert blocks(markdown(source)) == [("paragraph", "Before it."), ("paragraph", "A note goes on.")]


def test_html_inside_markdown_is_read_as_html() -> None:
    source = (
        "<div>Hello <b>there</b>,\nyou &amp; me</div>\n\n> <p>In a\n> quote</p>\n\n"
        "A <span class='x'>short</span><!-- no --> line <script>x()</script>here.\n"
    )
    document = markdown(source)
    assert blocks(document) == [
        ("paragraph", "Hello there, you & me"),
        ("quote", "In a quote"),
        ("paragraph", "A short line here."),
    ]
    assert quote(document, "you & me") == "you &amp; me"
    assert quote(document, "In a quote") == "In a\n> quote"


def test_an_image_gives_its_alt_text_after_the_paragraph() -> None:
    document = markdown("See ![our *shop* at dawn](a.png) here.\n\n[![Logo](l.png)](http://x.example)\n")
    assert blocks(document) == [("paragraph", "See here."), ("alt", "our shop at dawn"), ("alt", "Logo")]
    assert quote(document, "at dawn") == "at dawn"


def test_front_matter_is_meta_and_its_faults_are_told() -> None:
    document = markdown("\ufeff---\r\ntitle: 'Hi: there'\r\n---\r\nBody\r\n")
    assert (document.meta, document.problems) == ({"title": "Hi: there"}, ())
    assert blocks(document) == [("title", "Hi: there"), ("paragraph", "Body")]
    assert quote(document, "Body") == "Body"
    broken = markdown("---\ntitle: [x\n---\nBody\n")
    assert (broken.text, broken.meta) == ("Body", {})
    assert "line 3" in broken.problems[0]
    listed = markdown("---\n# note\n- a\n---\nBody")
    assert "not a list of settings" in listed.problems[0]
    assert blocks(markdown("---\nJust a line\n\n---\n")) == [("paragraph", "Just a line")]


def test_template_tags_do_not_disturb_the_text_around_them() -> None:
    source = (
        'Read *this*, {{ first_name }}: [posts]({{ "/blog" | url }}).\n\n'
        '{% include x.html a="b" %}\n\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\n\n'
        "{% if a %}Yes{% endif %} {: .big}\n"
    )
    document = markdown(source)
    assert blocks(document) == [
        ("paragraph", "Read this, {{ first_name }}: posts."),
        ("paragraph", "{% if a %}Yes{% endif %}"),
    ]
    assert texts(document, document.shielded) == ["{{ first_name }}", "{% if a %}", "{% endif %}"]
    assert document.links[0].url == '{{ "/blog" | url }}'


def test_a_template_block_without_an_end_swallows_nothing() -> None:
    document = markdown("Write `{% highlight ruby %}` first.\n\n{% comment %}\n\nThen this.\n")
    assert document.text == "Write {% highlight ruby %} first.\n\nThen this."


def test_slots_keep_their_marks_and_code_is_no_slot() -> None:
    document = markdown("Ann, [[what did *you* notice?]] and `[[ -f x ]]`.")
    assert texts(document, document.slots) == ["[[what did *you* notice?]]"]
    assert texts(document, document.shielded) == ["[[ -f x ]]"]


# HTML


PAGE = """<!DOCTYPE html>
<html><head><title>Pumps &amp; more</title>
<meta content="Quiet
  pumps." name="Description"><style>p { color: red }</style></head>
<body><h2>Pumps <em>that</em> whisper</h2>
<p>They hum&nbsp;softly,<br>
   all day. <img src="p.png" alt="A &quot;quiet&quot; pump"></p>
<ul><li>Small<li>Light <ol><li>Very</ol></ul>
<table><tr><td>From</td><td>&euro;90</td></tr></table>
<blockquote><p>Lovely.</p></blockquote>
<p>Type <kbd>go</kbd> <a href="/buy?a=1&amp;b=2">to buy</a><!-- soon -->
<script>if (a < b) { alert("</p>") }</script></body></html>"""


def test_a_page_is_read_as_a_browser_shows_it() -> None:
    document = html(PAGE)
    assert blocks(document) == [
        ("title", "Pumps & more"),
        ("description", "Quiet pumps."),
        ("heading", "Pumps that whisper"),
        ("paragraph", "They hum\xa0softly,\nall day."),
        ("alt", 'A "quiet" pump'),
        ("item", "Small"),
        ("item", "Light"),
        ("item", "Very"),
        ("cell", "From"),
        ("cell", "€90"),
        ("quote", "Lovely."),
        ("paragraph", "Type go to buy"),
    ]
    assert document.meta == {"title": "Pumps & more", "description": "Quiet pumps."}
    assert [document.text[link.start : link.end] for link in document.links] == ["to buy"]
    assert document.links[0].url == "/buy?a=1&b=2"
    assert texts(document, document.shielded) == ["go"]
    assert texts(document, document.quoted) == ['"quiet"', "Lovely."]
    assert quote(document, "€90") == "&euro;90"
    assert quote(document, '"quiet"') == "&quot;quiet&quot;"
    assert quote(document, "softly,\nall") == "softly,<br>\n   all"


def test_broken_html_is_read_all_the_same() -> None:
    assert html("1 < 2 & 3 > 2 <b").text == "1 < 2 & 3 > 2 <b"
    assert html("<p>a<div>b</span></p>c<!-- d").text == "a\n\nb\n\nc"
    assert html("<script>never closed").text == ""
    assert html('<a href="x>y</a> <a <a <a').text != ""
    assert html("&#xD800; &#0; &bogus; &copy 1").text == "� � &bogus; © 1"


# Plain text


def test_plain_paragraphs_lists_and_labels() -> None:
    source = (
        "Subject: Hello\nHi Ann,\nwe met in May.\n\n- one\n- two that\n  goes on\n2) three\n\nBest,\nSam\n"
    )
    assert blocks(plain(source)) == [
        ("paragraph", "Subject: Hello"),
        ("paragraph", "Hi Ann, we met in May."),
        ("item", "one"),
        ("item", "two that goes on"),
        ("item", "three"),
        ("paragraph", "Best,\nSam"),
    ]


def test_a_long_line_of_plain_text_was_wrapped_and_a_short_one_was_meant() -> None:
    wrapped = plain("We help small bakeries run their payroll in London and\nParis without a desk.")
    assert wrapped.text == "We help small bakeries run their payroll in London and Paris without a desk."
    assert quote(wrapped, "and Paris") == "and\nParis"
    assert plain("Less admin\nMore bread").text == "Less admin\nMore bread"
    assert len(plain("Less admin\nMore bread").sentences) == 2


# What checks leave alone


def test_addresses_paths_and_merge_tags_are_shielded() -> None:
    source = (
        "See https://x.example/a_(b). Or www.x.example, mail me@x.example; acme.com/start, /usr/lib/x,"
        " ~/notes/a.md, C:\\temp\\a and src/main.py. Hi {{first_name}}, {!Contact.Name}, *|FNAME|*,"
        " {contactfield=firstname|there}. Not and/or, 24/7, Acme.com or e.g. this."
    )
    assert texts(plain(source), plain(source).shielded) == [
        "https://x.example/a_(b)",
        "www.x.example",
        "me@x.example",
        "acme.com/start",
        "/usr/lib/x",
        "~/notes/a.md",
        "C:\\temp\\a",
        "src/main.py",
        "{{first_name}}",
        "{!Contact.Name}",
        "*|FNAME|*",
        "{contactfield=firstname|there}",
    ]
    document = plain(source)
    start = source.index("x.example")
    assert document.is_shielded(start, start + 9)
    assert not document.is_shielded(0, 3)


def test_quoted_speech_is_told_from_inches_and_apostrophes() -> None:
    document = plain('She said “it\'s done” and "go on". A 5" pipe and 6" more. ‘Don’t wait’, he said.')
    assert texts(document, document.quoted) == ["“it's done”", '"go on"', "‘Don’t wait’"]
    assert document.is_quoted(document.text.index("done"), document.text.index("done") + 4)


def test_marks_that_do_not_match_hold_quoted_speech_too() -> None:
    document = plain('She said “it is done".\n\nHe said "go on”.\n\nThey said “yes” or "no".')
    assert texts(document, document.quoted) == ['“it is done"', '"go on”', "“yes”", '"no"']


def test_a_word_is_what_a_reader_counts_as_one() -> None:
    document = markdown(
        "It's 1,000.50 well-known U.S. cafe\u0301s at {{ place }} {% if x %}or{% endif %} `a b` x.example/y."
    )
    said = [document.text[start:end] for start, end in document.words]
    assert said == [
        "It's",
        "1,000.50",
        "well-known",
        "U.S",
        "cafe\u0301s",
        "at",
        "{{ place }}",
        "or",
        "a b",
        "x.example/y",
    ]


# Fields and places


def test_a_draft_is_one_document_with_places_in_each_field() -> None:
    document = parse_fields(
        [
            ("headlines[0]", "Fast pumps", Syntax.PLAIN),
            ("path", "", Syntax.PLAIN),
            ("body", "---\n\nA **bold** step &amp; more", Syntax.MARKDOWN),
        ],
        name="draft",
    )
    assert document.text == "Fast pumps\n\nA bold step & more"
    start = document.text.index("bold")
    place = document.locate(start, start + 4)
    assert (place.document, place.field, place.start, place.end) == ("draft", "body", 9, 13)
    assert document.quote(place) == "bold"
    assert document.line_column(place) == (3, 5)
    assert [document.field_at(offset) for offset in (0, start)] == ["headlines[0]", "body"]
    assert document.fields[1].start == document.fields[1].end
    absent = document.anchor("path")
    assert (absent.field, absent.start, absent.end) == ("path", 0, 0)
    assert document.anchor("cta").field == "cta"
    over = document.locate(0, len(document.text))
    assert (over.field, document.quote(over)) == ("headlines[0]", "Fast pumps")


def test_a_file_that_holds_a_draft_keeps_its_own_places() -> None:
    source = "# Ad\n\n## headline\nFast pumps\n\n## body\nThey *hum*.\n"
    low, body = source.index("Fast"), source.index("They")
    document = parse_with_fields(
        source,
        name="ad.md",
        syntax=Syntax.MARKDOWN,
        spans=[("headline", low, low + 11, Syntax.PLAIN), ("body", body, len(source), Syntax.MARKDOWN)],
    )
    assert document.text == "Fast pumps\n\nThey hum."
    place = document.locate(document.text.index("hum"), document.text.index("hum") + 3)
    assert (place.field, source[place.start : place.end]) == ("body", "hum")
    assert document.line_column(place) == (7, 7)
    assert document.anchor("body").start == body


def test_lines_end_with_any_line_end_and_columns_count_code_points() -> None:
    document = plain("a\r\n😀 b\rc\n\nd")
    for word, place in (("a", (1, 1)), ("b", (2, 3)), ("c", (3, 1)), ("d", (5, 1))):
        start = document.text.index(word)
        assert document.line_column(document.locate(start, start + 1)) == place


def test_only_text_that_stands_there_letter_for_letter_is_plain() -> None:
    document = markdown("A **bo**ld &amp; \\*starry\\* claim")
    for said, is_plain in (
        ("A", True),
        ("bold", False),
        ("bo", True),
        ("&", False),
        ("starry", True),
        ("claim", True),
    ):
        start = document.text.index(said)
        assert document.is_plain(start, start + len(said)) is is_plain, said


def test_a_list_that_runs_on_in_one_line_is_cut_at_its_marks() -> None:
    for text, wanted in (
        ("1. Plan it. 2. Write it.", ["Plan it.", "2. Write it."]),
        ("1) Plan it 2) Write it 3) Go", ["Plan it", "2) Write it", "3) Go"]),
        ("7. Plan it in 2. Write it.", ["Plan it in 2.", "Write it."]),
    ):
        for document in (plain(text), markdown(text)):
            assert [document.text[start:end] for start, end, _ in document.sentences] == wanted


def test_folders_of_programs_are_paths_and_words_with_slashes_are_not() -> None:
    document = plain("Run mkdir -p deploy/tests/schema, see src/acme/pages and _includes/a/b.")
    assert texts(document, document.shielded) == ["deploy/tests/schema", "src/acme/pages", "_includes/a/b"]
    for prose in ("Ask the desk/stock/shifts team.", "A test/trial run.", "24/7/365, and/or and docs/notes."):
        assert plain(prose).shielded == (), prose
