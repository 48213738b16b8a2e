"""Rules in Vale's language over a document: every extension point and key, with what it hits and leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copykit.checks import Context
from copykit.checks.custom import CUSTOM, style_problems
from copykit.checks.custom.cost import prepare
from copykit.checks.custom.dialect import NotPython
from copykit.findings import Area, Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.guide.vale import read_styles
from copykit.text import Document, Syntax, parse, parse_fields

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"
BASE = load_guide(BRAND)
EXISTENCE = "extends: existence\nmessage: x\n"
SUBSTITUTION = "extends: substitution\nmessage: x\n"
CONDITIONAL = "extends: conditional\nmessage: x\n"
SEQUENCE = "extends: sequence\nmessage: x\n"


def guide_of(folder: Path, files: dict[str, str]) -> Guide:
    """A guide with these files in its folder `styles/`."""
    for name, text in files.items():
        path = folder / "styles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    styles = read_styles(folder, lambda path: path.read_text(encoding="utf-8"))
    assert styles.faults == []
    return replace(BASE, folder=folder, styles=styles.rules, style_problems=tuple(styles.notes))


def run(guide: Guide, document: Document) -> list[Finding]:
    context = Context(guide=guide, today=date(2026, 6, 15))
    found = [finding for one in CUSTOM for finding in one(document, context)]
    for finding in found:
        assert document.quote(finding.location) == finding.quote
        assert finding.reference is not None and finding.reference.line
        assert finding.area is Area.CONSISTENCY
    return found


def told(
    folder: Path, rule: str, text: str, *, syntax: Syntax = Syntax.MARKDOWN, name: str = "page.md"
) -> list[Finding]:
    guide = guide_of(folder, {"House/Rule.yml": rule})
    assert guide.style_problems == () and list(style_problems(guide)) == []
    return run(guide, parse(text, name=name, syntax=syntax))


# (what it shows, the rule, the text, the quotes that it hits)
CASES: list[tuple[str, str, str, list[str]]] = [
    (
        "existence finds whole words",
        "extends: existence\nmessage: x\ntokens: [just, very]",
        "It is just a justice, very everyday.",
        ["just", "very"],
    ),
    (
        "a rule tells letter case apart unless it says not to",
        "extends: existence\nmessage: x\ntokens: [just]",
        "Just do it, just once.",
        ["just"],
    ),
    (
        "ignorecase",
        "extends: existence\nmessage: x\nignorecase: true\ntokens: [just]",
        "Just do it, JUST once.",
        ["Just", "JUST"],
    ),
    (
        "tokens are patterns",
        "extends: existence\nmessage: x\ntokens: ['colou?rs?', '[A-Z]{2,}']",
        "Colors and colours, NASA or N.",
        ["colours", "NASA"],
    ),
    (
        "nonword takes the word's bounds away",
        "extends: existence\nmessage: x\nnonword: true\ntokens: ['!{2,}', '\\.\\.\\.']",
        "Wow!! Well... Go!",
        ["!!", "..."],
    ),
    (
        "raw stands alone, joined",
        "extends: existence\nmessage: x\nraw: ['(?:foo)\\s', 'ba[rz]']",
        "foo bar, foo baz, foobar",
        ["foo bar", "foo baz"],
    ),
    (
        "append puts raw behind the tokens",
        "extends: existence\nmessage: x\nappend: true\nraw: ['\\s\\d+']\ntokens: [page, figure]",
        "See page 12 and figure 3, a page.",
        ["page 12", "figure 3"],
    ),
    (
        "exceptions leave a match alone that holds one",
        "extends: existence\nmessage: x\ntokens: ['\\w+ly']\nexceptions: [only, family]",
        "Only the family can only run quickly.",
        ["Only", "quickly"],
    ),
    (
        "a match within an exception of several words is left alone",
        "extends: existence\nmessage: x\ntokens: [culpa]\nexceptions: [mea culpa]",
        "Mea culpa, he said, and culpa.",
        ["culpa"],
    ),
    (
        "of two alternatives at one place the first counts",
        "extends: existence\nmessage: x\ntokens: [in order, in order to]",
        "We came in order to see.",
        ["in order"],
    ),
    (
        "inline flags hold to the end of their group",
        "extends: existence\nmessage: x\ntokens: ['(?i)api', 'sdk']",
        "API and api, SDK and sdk",
        ["API", "api", "sdk"],
    ),
    (
        "look-behind with alternatives of two lengths",
        "extends: existence\nmessage: x\nnonword: true\ntokens: ['(?<!no |not )free']",
        "free lunch, no free lunch, not free",
        ["free"],
    ),
    (
        "Unicode categories and classes",
        "extends: existence\nmessage: x\nnonword: true\ntokens: ['\\p{Lu}\\p{Ll}+ß', '[[:digit:]]{3}']",
        "Der Großgruß kostet 123 Euro.",
        ["Großgruß", "123"],
    ),
    (
        "code, addresses and merge tags are masked",
        "extends: existence\nmessage: x\ntokens: [simply]",
        "Call `simply()` at https://x.example/simply, {{ simply }}, simply.",
        ["simply"],
    ),
    (
        "marks of a syntax do not hide a match",
        "extends: existence\nmessage: x\ntokens: [in order to]",
        "We do it in *order* to win.",
        ["in *order* to"],
    ),
    (
        "scope: heading",
        "extends: existence\nmessage: x\nscope: heading\ntokens: [our]",
        "# Meet our team\n\nWe love our team.\n",
        ["our"],
    ),
    (
        "scope: heading.h2",
        "extends: existence\nmessage: x\nscope: heading.h2\ntokens: [our]",
        "# Meet our team\n\n## And our dog\n",
        ["our"],
    ),
    (
        "scope: list",
        "extends: existence\nmessage: x\nscope: list\nnonword: true\ntokens: ['\\.$']",
        "A line.\n\n- one.\n- two\n",
        ["."],
    ),
    (
        "scope: paragraph",
        "extends: occurrence\nmessage: x\nscope: paragraph\nmax: 1\ntoken: '[^.]\\.'",
        "One. Two.\n\n- One. Two.\n\nOnly one.\n",
        ["e."],
    ),
    (
        "scope: sentence",
        "extends: occurrence\nmessage: x\nscope: sentence\nmax: 3\ntoken: '\\b\\w+\\b'",
        "One two three. One two three four. One.",
        ["One"],
    ),
    (
        "scope: table.header",
        "extends: existence\nmessage: x\nscope: table.header\ntokens: [price]",
        "| price | b |\n|---|---|\n| price | d |\n",
        ["price"],
    ),
    (
        "scope: table.cell",
        "extends: existence\nmessage: x\nscope: table.cell\ntokens: [cheap]",
        "| cheap | b |\n|---|---|\n| so cheap | d |\n",
        ["cheap"],
    ),
    (
        "scope: blockquote",
        "extends: existence\nmessage: x\nscope: blockquote\ntokens: [said]",
        "She said:\n\n> He said so.\n",
        ["said"],
    ),
    (
        "scope: alt",
        "extends: existence\nmessage: x\nscope: alt\ntokens: [picture]",
        "A picture: ![a picture of a hat](hat.png)\n",
        ["picture"],
    ),
    (
        "a scope that is not",
        "extends: existence\nmessage: x\nscope: ~heading\ntokens: [our]",
        "# Our our team\n\nLove our team.\n",
        ["our"],
    ),
    (
        "scopes that must both hold",
        "extends: existence\nmessage: x\nscope: text & ~heading.h1 & ~list\ntokens: [our]",
        "# our\n\n- our\n\n## in our house\n",
        ["our"],
    ),
    (
        "a list of scopes",
        "extends: existence\nmessage: x\nscope: [heading, list]\ntokens: [our]",
        "# our\n\n- with our\n\nour page\n",
        ["our", "our"],
    ),
    (
        "a scope of a syntax",
        "extends: existence\nmessage: x\nscope: text.html\ntokens: [our]",
        "our page\n",
        [],
    ),
    (
        "scope: raw reads the source as it stands",
        "extends: existence\nmessage: x\nscope: raw\nnonword: true\ntokens: ['\\[here\\]\\(']",
        "Click [here](https://x.example).\n",
        ["[here]("],
    ),
    (
        "scope: summary reads all running text at once",
        "extends: occurrence\nmessage: x\nscope: summary\nmax: 2\ntoken: '\\bgreat\\b'",
        "# great great great\n\nA great day.\n\n- great\n\nA great, great one.\n",
        ["great"],
    ),
    (
        "substitution",
        "extends: substitution\nmessage: Use '%s'.\nswap: {utilize: use, 'leverag(?:e|ing)': use}",
        "We utilize and leverage, leveraging.",
        ["utilize", "leverage", "leveraging"],
    ),
    (
        "a swap's value that is a pattern says what is fine",
        "extends: substitution\nmessage: Use '%s'.\nignorecase: true\nswap: {'web ?site': website}",
        "A website, a web site, a Website.",
        ["web site", "Website"],
    ),
    (
        "groups in a swap's key, and what they caught",
        "extends: substitution\nmessage: Use '%s'.\nswap: {'(\\d+) percent': '$1%'}",
        "It is 20 percent, or 20%.",
        ["20 percent"],
    ),
    (
        "the longest key comes first",
        "extends: substitution\nmessage: Use '%s'.\nswap: {'log': sign, 'log in': sign in}",
        "Please log in.",
        ["log in"],
    ),
    (
        "a substitution's exceptions",
        "extends: substitution\nmessage: x\nswap: {'\\w+ize': ise}\nexceptions: [prize]",
        "A prize to organize.",
        ["organize"],
    ),
    (
        "occurrence: max",
        "extends: occurrence\nmessage: x\nmax: 1\ntoken: '!'",
        "Go! Run! Jump!\n\nStop!\n",
        ["!"],
    ),
    (
        "occurrence: min tells an empty place",
        "extends: occurrence\nmessage: x\nscope: heading\nmin: 1\ntoken: '[a-z]'",
        "# WHY\n\n# Why not\n",
        [""],
    ),
    (
        "repetition",
        "extends: repetition\nmessage: x\nignorecase: true\nalpha: true\ntokens: ['[^\\s]+']",
        "The the end of of it. Ha, ha. 5 5",
        ["The the", "of of"],
    ),
    (
        "a repetition over the end of a sentence is none",
        "extends: repetition\nmessage: x\nignorecase: true\nalpha: true\ntokens: ['\\b\\w+\\b']",
        "I saw that. That is fine. It is what is, is.",
        ["is, is"],
    ),
    (
        "repetition: max",
        "extends: repetition\nmessage: x\nmax: 1\nalpha: true\ntokens: ['\\w+']",
        "no no, yes yes, so so",
        ["yes yes"],
    ),
    (
        "consistency",
        "extends: consistency\nmessage: x\neither: {advisor: adviser}",
        "An advisor.\n\nAn adviser and an advisor.\n",
        ["advisor"],
    ),
    (
        "consistency: one way alone is fine",
        "extends: consistency\nmessage: x\nignorecase: true\neither: {advisor: adviser}",
        "Adviser, adviser.\n\nAn adviser.\n",
        [],
    ),
    (
        "conditional: a group defines",
        "extends: conditional\nmessage: x\nfirst: '\\b([A-Z]{3,5})\\b'\n"
        "second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [HTML]",
        "The World Health Organization (WHO) and WHO, NATO, HTML.\n\nWHO\n",
        ["NATO"],
    ),
    (
        "conditional: without a group the other must stand there",
        "extends: conditional\nmessage: x\nfirst: '\\bfree\\b'\nsecond: 'terms apply'",
        "It is free; terms apply.\n\nIt is free.\n",
        ["free"],
    ),
    (
        "capitalization: $title (AP)",
        "extends: capitalization\nmessage: x\nscope: heading\nmatch: $title",
        "# The Last of the Mohicans\n\n# How we Work From home\n\n# A Walk With the Dog\n",
        ["How we Work From home"],
    ),
    (
        "capitalization: $title (Chicago)",
        "extends: capitalization\nmessage: x\nscope: heading\nmatch: $title\nstyle: Chicago\nthreshold: 0.99",
        "# A Walk with the Dog\n\n# A Walk With the Dog\n",
        ["A Walk With the Dog"],
    ),
    (
        "capitalization: $sentence",
        "extends: capitalization\nmessage: x\nscope: heading\nmatch: $sentence",
        "# Meet the team\n\n# Meet The Team\n\n# meet the team\n\n# How NASA works\n",
        ["Meet The Team", "meet the team"],
    ),
    (
        "capitalization: exceptions and indicators",
        "extends: capitalization\nmessage: x\nscope: heading\nmatch: $sentence\nthreshold: 0.99\n"
        "exceptions: [Package Builder]\nindicators: [':']",
        "# Use the Package Builder today\n\n# Step one: Start\n\n# Use the Parcel Builder today\n",
        ["Use the Parcel Builder today"],
    ),
    (
        "capitalization: prefix",
        "extends: capitalization\nmessage: x\nscope: heading\nmatch: $sentence\nprefix: '\\(\\w\\)\\s'",
        "# (b) Meet the team\n\n# (b) meet the team\n",
        ["(b) meet the team"],
    ),
    (
        "capitalization: $lower, $upper",
        "extends: capitalization\nmessage: x\nscope: list\nmatch: $lower",
        "- all small\n- Not all small\n",
        ["Not all small"],
    ),
    (
        "capitalization: a pattern",
        "extends: capitalization\nmessage: x\nscope: list\nmatch: '^[A-Z].*[^.]$'",
        "- Fine\n- no capital\n- A stop.\n",
        ["no capital", "A stop."],
    ),
    (
        "metric",
        "extends: metric\nmessage: '%s words a sentence.'\nformula: words / sentences\ncondition: '> 4.0'",
        "One two three four five six.\n\nOne two three four five.\n",
        [""],
    ),
    (
        "metric: below its condition",
        "extends: metric\nmessage: x\nformula: words / sentences\ncondition: '> 6.0'",
        "One two three four five six.\n",
        [],
    ),
    (
        "metric: headings, lists, functions",
        "extends: metric\nmessage: x\nformula: math.sqrt(heading.h1 + list * 3)\ncondition: '== 2.0'",
        "# One\n\nWords.\n\n- an item\n",
        [""],
    ),
    (
        "readability",
        "extends: readability\nmessage: 'Grade %s.'\ngrade: 8\nmetrics: [Flesch-Kincaid]",
        "Notwithstanding organizational considerations, international representatives deliberated "
        "extensively. Administrative responsibilities necessitated comprehensive documentation. "
        "Interdepartmental communication facilitated extraordinary collaborative opportunities. " * 3,
        [""],
    ),
    (
        "sequence without parts of speech",
        "extends: sequence\nmessage: '%s %s'\nignorecase: true\ntokens: [{pattern: be}, {pattern: able}, "
        "{pattern: to}]",
        "You will be able to go. To be or not able to be.",
        ["be able to"],
    ),
    (
        "sequence: skip and negate",
        "extends: sequence\nmessage: x\ntokens: [{pattern: not, negate: true}, {pattern: only}, "
        "{pattern: but, skip: 3}]",
        "It is only cheap but good. It is not only cheap but good. Only we, but later on.",
        ["is only cheap but"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("what", "rule", "text", "quotes"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_means_what_it_means_in_vale(
    tmp_path: Path, what: str, rule: str, text: str, quotes: list[str]
) -> None:
    assert [finding.quote for finding in told(tmp_path, rule, text)] == quotes


def test_a_finding_tells_its_rule_its_line_and_its_link(tmp_path: Path) -> None:
    rule = """\
        extends: existence
        message: "Don't say '%s'."
        level: error
        link: https://x.example/style
        tokens:
          - obviously
          - clearly
        """
    (one,) = told(tmp_path, rule, "Clearly, this is clearly so.")
    assert one.check == "custom.House.Rule" and one.severity is Severity.ERROR
    assert one.advice == "Don't say 'clearly'."
    assert one.reference is not None
    assert one.reference.line == 7 and one.reference.path.endswith("styles/House/Rule.yml")
    assert one.reference.url == "https://x.example/style"


def test_limit_is_how_many_are_told(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: x\nlimit: 2\ntokens: [very]"
    assert len(told(tmp_path, rule, "very very very very")) == 2


def test_words_of_a_message_stand_in_order(tmp_path: Path) -> None:
    rule = "extends: substitution\nmessage: \"'%s' not '%s', %[2]s, 100%%\"\nswap: {a lot: many}"
    assert told(tmp_path, rule, "I have a lot.")[0].advice == "'many' not 'a lot', a lot, 100%"


# (rule, text, replacements, safe)
FIXES = [
    ("extends: substitution\nmessage: x\nswap: {utilize: use}", "We utilize it.", ["use"], True),
    (SUBSTITUTION + "ignorecase: true\nswap: {utilize: use}", "Utilize it.", ["Use"], True),
    ("extends: substitution\nmessage: x\nswap: {utilize: use}", "We *utilize* it.", ["use"], True),
    ("extends: substitution\nmessage: x\nswap: {umpire: referee}", "Ask an umpire.", ["referee"], False),
    (SUBSTITUTION + "swap: {big: 'large|great'}", "A big one.", ["large", "great"], False),
    ("extends: substitution\nmessage: x\nswap: {big: 'l\\w+'}", "A big one.", [], False),
    (
        "extends: substitution\nmessage: x\naction: {name: replace}\nswap: {big: 'large|great'}",
        "A big one.", ["large", "great"], False,
    ),
    (
        "extends: substitution\nmessage: x\ncapitalize: true\nignorecase: true\nswap: {big: large}",
        "Big ones.", ["Large"], True,
    ),
    ("extends: substitution\nmessage: x\nswap: {'(\\d+) %': '$1%'}\nnonword: true", "5 % off", ["5%"], True),
    (
        "extends: existence\nmessage: x\naction: {name: replace, params: [about, some]}\ntokens: [circa]",
        "It is circa ten.", ["about", "some"], False,
    ),
    ("extends: existence\nmessage: x\naction: {name: remove}\ntokens: ['very ']", "A very big", [""], False),
    (
        "extends: existence\nmessage: x\nnonword: true\naction: {name: edit, params: [trim_right, '.!']}\n"
        "tokens: ['\\w+[.!]$']",
        "# Go home!\n", ["home"], False,
    ),
    (
        "extends: existence\nmessage: x\naction: {name: edit, params: [regex, '(\\w+) (\\w+)', '$2-$1']}\n"
        "tokens: [one two]",
        "It is one two.", ["two-one"], False,
    ),
    (
        "extends: existence\nmessage: x\naction: {name: edit, params: [truncate, ' ', upper]}\n"
        "tokens: [ha ha]",
        "He says ha ha.", ["HA"], False,
    ),
    (
        "extends: existence\nmessage: x\naction: {name: edit, params: [split, '/', '1']}\ntokens: [and/or]",
        "This and/or that", ["or"], False,
    ),
    (
        "extends: capitalization\nmessage: x\nscope: heading\nmatch: $title\naction: {name: replace}",
        "# how to win\n", ["How to Win"], False,
    ),
    (
        "extends: capitalization\nmessage: x\nscope: heading\nmatch: $sentence\naction: {name: replace}",
        "# How To Win At NASA\n", ["How to win at NASA"], False,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "replacements", "safe"), FIXES)
def test_what_a_rule_offers(
    tmp_path: Path, rule: str, text: str, replacements: list[str], safe: bool
) -> None:
    (one,) = told(tmp_path, rule, text)
    assert [fix.replacement for fix in one.fixes] == replacements
    assert any(fix.safe for fix in one.fixes) is safe
    if safe:
        place = one.location
        made = text[: place.start] + one.fixes[0].replacement + text[place.end :]
        assert told(tmp_path, rule, made) == []


def test_a_replacement_with_choices_names_them(tmp_path: Path) -> None:
    rule = (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\naction: {name: replace}\n"
        "swap: {big: 'large|great|huge'}"
    )
    assert told(tmp_path, rule, "A big one.")[0].advice == "Use 'large', 'great', or 'huge' instead of 'big'."


def test_a_match_over_marks_has_no_fix(tmp_path: Path) -> None:
    rule = "extends: substitution\nmessage: x\nswap: {in order to: to}"
    (one,) = told(tmp_path, rule, "We do it in *order* to win.")
    assert one.fixes == ()


def test_consistency_names_the_other_place(tmp_path: Path) -> None:
    rule = "extends: consistency\nmessage: x\neither: {advisor: adviser}"
    text = "An advisor.\n\nAn adviser.\n"
    (one,) = told(tmp_path, rule, text)
    assert one.quote == "adviser"
    assert [text[place.start : place.end] for place in one.related] == ["advisor"]


def test_a_draft_s_fields_are_read_each_by_itself(tmp_path: Path) -> None:
    rule = {
        "House/Word.yml": "extends: existence\nmessage: x\ntokens: [very]",
        "House/Raw.yml": "extends: existence\nmessage: x\nscope: raw\nnonword: true\ntokens: ['\\*\\*']",
    }
    fields = {"headlines[0]": "A very good day", "body": "It is **very** good."}
    document = parse_fields(
        [("headlines[0]", fields["headlines[0]"], Syntax.PLAIN), ("body", fields["body"], Syntax.MARKDOWN)],
        name="draft",
    )
    found = run(guide_of(tmp_path, rule), document)
    assert [(one.location.field, one.quote) for one in found] == [
        ("body", "**"), ("body", "**"), ("headlines[0]", "very"), ("body", "very"),
    ]  # fmt: skip
    for one in found:
        assert one.location.field is not None
        assert fields[one.location.field][one.location.start : one.location.end] == one.quote


def test_headings_of_an_html_table(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: x\nscope: table.header\ntokens: [price]"
    text = "<table><tr><th>the <b>price</b></th><td>a price</td></tr></table>"
    found = told(tmp_path, rule, text, syntax=Syntax.HTML, name="page.html")
    assert [one.location.start for one in found] == [text.index("price")]


def test_vale_s_own_comments_switch_rules(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: x\ntokens: [very]"
    text = (
        "very\n\n<!-- vale off -->\n\nvery\n\n<!-- vale on -->\n\nvery"
        "\n\n<!-- vale House.Rule = NO -->\n\nvery"
        "\n\n<!-- vale House.Rule = YES -->\n\nvery\n\n<!-- vale House = NO -->\n\nvery\n"
    )
    found = told(tmp_path, rule, text)
    assert [one.location.start for one in found] == [
        0, text.index("very", text.index("vale on")), text.index("very", text.index("YES")),
    ]  # fmt: skip


# (rule, what brand check says, line)
NOT_HONOURED = [
    ("extends: existence\nmessage: x\ntokens:\n  - '(a+)+b'", "can read one text in so many ways", 4),
    ("extends: existence\nmessage: x\ntokens:\n  - ok\n  - '(?<=a+)b'", "fixed-width", 5),
    ("extends: existence\nmessage: x\ntokens: ['[a-z-[aeiou]]']", "one class from another", 3),
    ("extends: existence\nmessage: x\ntokens: ['\\p{Klingon}']", "Klingon", 3),
    ("extends: existence\nmessage: x\ntokens: ['(unclosed']", "never closed", 3),
    ("extends: existence\nmessage: x\ntokens: [a]\nexceptions:\n  - '['", "exception", 5),
    ("extends: existence\nmessage: x\nscope: comment\ntokens: [a]", 'scope "comment"', 1),
    (EXISTENCE + "action: {name: suggest, params: [spellings]}\ntokens: [a]", "action", 1),
    ("extends: existence\nmessage: x\naction: {name: edit, params: [rot13]}\ntokens: [a]", "rot13", 1),
    ("extends: existence\nmessage: x\ntokens: ['a.*b.*c']", "takes at most", 3),
    ("extends: metric\nmessage: x\nformula: words / sentances\ncondition: '> 1'", "sentances", 3),
    ("extends: metric\nmessage: x\nformula: __import__('os')\ncondition: '> 1'", "not run", 3),
    ("extends: readability\nmessage: x\ngrade: 8\nmetrics: [Lix]", "Lix", 4),
    ("extends: capitalization\nmessage: x\nmatch: $camel", "$camel", 3),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "line"), NOT_HONOURED)
def test_what_can_t_be_honoured_is_told_and_hits_nothing(
    tmp_path: Path, rule: str, says: str, line: int
) -> None:
    guide = guide_of(tmp_path, {"House/Rule.yml": rule})
    (problem,) = list(style_problems(guide))
    assert says in problem.message and problem.line == line
    assert problem.path.endswith("styles/House/Rule.yml")
    run(guide, parse("aaaaaaaaaaaaaaaaaaaaaaaaaaaa words. More words.", name="p", syntax=Syntax.PLAIN))


# ── on any text, and on hostile text ────────────────────────────────────────────────────────────────

ALL = {
    "House/Words.yml": "extends: existence\nmessage: x\nignorecase: true\ntokens: [very, 'so \\w+', '\\d %']",
    "House/Marks.yml": EXISTENCE + "nonword: true\ntokens: ['[!?]{2,}', '\\s{2,}', '^.', '.$']",
    "House/Swap.yml": SUBSTITUTION + "ignorecase: true\nswap: {utilize: use, '(?:e-?mail)': mail}",
    "House/Raw.yml": EXISTENCE + "scope: raw\nnonword: true\ntokens: ['\\*+', '&\\w+;', '\\r']",
    "House/Sum.yml": EXISTENCE + "scope: summary\nnonword: true\ntokens: ['\\.\\s+\\w+', '\\W+']",
    "House/Sentence.yml": "extends: occurrence\nmessage: x\nscope: sentence\nmax: 3\ntoken: '\\w+'",
    "House/Least.yml": "extends: occurrence\nmessage: x\nmin: 2\ntoken: '\\w+'",
    "House/Twice.yml": "extends: repetition\nmessage: x\nignorecase: true\ntokens: ['[^\\s]+']",
    "House/One.yml": "extends: consistency\nmessage: x\neither: {very: so}\nignorecase: true",
    "House/If.yml": "extends: conditional\nmessage: x\nfirst: '[A-Z]{2,}'\nsecond: '\\(([A-Z]{2,})\\)'",
    "House/Title.yml": (
        "extends: capitalization\nmessage: '%s %s'\nmatch: $title\naction: {name: replace}\nthreshold: 0.99"
    ),
    "House/Case.yml": "extends: capitalization\nmessage: x\nmatch: $sentence\naction: {name: replace}",
    "House/Row.yml": "extends: sequence\nmessage: x\ntokens: [{pattern: '\\w+'}, {pattern: '\\W', skip: 2}]",
    "House/Sum2.yml": "extends: metric\nmessage: x\nformula: words + syllables\ncondition: '> 1.0'",
}  # fmt: skip

_BITS = [
    "very", "Very", "so good", "utilize", "e-mail", "20 %", "WHO", "(WHO)", "ha ha", "!!", ".",
    "  ", "\n", "\n\n", "\r\n",
    "# ", "- ", "> ", "**", "*", "`very`", "[a](https://x.example/very)", "&amp;",
    "&nbsp;", "| a | b |\n|---|---|\n| c | d |\n", "![very](x.png)", "<b>",
    "</b>", "<!-- vale off -->", "<!-- vale on -->",
    "{{ name }}", "ß", "İ", "ſ", "👩‍👩‍👧", "e\u0301", "\u200f", "“", "”", "…",
    "<td>", "<th>", "</table>", "```\n",
]  # fmt: skip
_texts = st.lists(st.one_of(st.sampled_from(_BITS), st.text(max_size=5)), max_size=40).map(" ".join)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guide]:
    guide = guide_of(tmp_path_factory.mktemp("all"), ALL)
    assert list(style_problems(guide)) == []
    yield guide


@given(text=_texts, syntax=st.sampled_from(list(Syntax)))
@settings(max_examples=300)
def test_every_quote_stands_at_its_place_on_any_text(everything: Guide, text: str, syntax: Syntax) -> None:
    for one in run(everything, parse(text, name="any", syntax=syntax)):
        assert text[one.location.start : one.location.end] == one.quote


@given(first=_texts, second=_texts)
@settings(max_examples=60)
def test_every_quote_stands_in_its_field(everything: Guide, first: str, second: str) -> None:
    fields = {"a": first, "b": second}
    document = parse_fields([("a", first, Syntax.MARKDOWN), ("b", second, Syntax.PLAIN)], name="draft")
    for one in run(everything, document):
        held = fields[one.location.field] if one.location.field else ""
        assert held[one.location.start : one.location.end] == one.quote


HOSTILE = {
    "House/Greedy.yml": EXISTENCE + "nonword: true\ntokens: ['a.*b', '\\w+@\\w+', '\"[^\"]+\"x']",
    "House/Nested.yml": EXISTENCE + "nonword: true\ntokens: ['(?:\\w+\\s)+end', '(?:a|b)+c']",
    "House/Twice.yml": "extends: repetition\nmessage: x\ntokens: ['[^\\s]+']\nexceptions: [mea culpa]",
    "House/Title.yml": "extends: capitalization\nmessage: x\nmatch: $title",
    "House/If.yml": CONDITIONAL + "first: '[A-Z]+'\nsecond: '(?:[A-Z]\\w+ )+\\(([A-Z]+)\\)'",
    "House/Row.yml": (
        SEQUENCE + "tokens: [{pattern: a, skip: 9}, {pattern: 'a'}, {pattern: q, skip: 9}]"
    ),
    "House/Or.yml": "extends: existence\nmessage: x\ntokens: [mea]\nexceptions: [mea culpa]",
}  # fmt: skip
UNITS = ["a", "a ", '"', "A ", "mea ", "mea culpa ", "word word", "a@", "A B (C "]


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_is_read_to_its_end(tmp_path: Path, unit: str) -> None:
    guide = guide_of(tmp_path, HOSTILE)
    assert list(style_problems(guide)) == []
    # The beginning holds what the patterns look for, so that each is run. Where the time grew with the square
    # of the length, this would take minutes.
    text = 'b c end @ q "x ' + unit * (40_000 // len(unit))
    document = parse(text, name="p", syntax=Syntax.PLAIN)
    assert [*CUSTOM[0](document, Context(guide=guide, today=date(2026, 6, 15)))]


SLOW = [
    "(a+)+b",
    "(?:a|a)+b",
    "(?:\\w+\\s*)+x",
    "(?:a?){30}b",
    ".*a.*b.*c.*d",
    "(?:(?=a)+\\w)+b",
]
QUICK = [
    "(?:\\w+\\s)+x",
    "\\w+(?:-\\w+)*",
    ".*x",
    "(?:of|off|the) \\w+ed",
    "[^.!?]+\\?",
    "(?:(?:[A-Z]\\w+|of) )+",
]


@pytest.mark.parametrize("pattern", SLOW)
def test_a_pattern_that_could_take_forever_is_refused(pattern: str) -> None:
    with pytest.raises(NotPython, match="minutes"):
        prepare(pattern)


@pytest.mark.parametrize("pattern", QUICK)
def test_a_pattern_that_reads_a_text_in_one_way_is_not(pattern: str) -> None:
    assert re.compile(prepare(pattern).source)
