"""Facts of the checks of house style."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["STYLE"]

_BOTH = "warning or suggestion, by how sure it is"


def _fact(
    switch: str,
    title: str,
    sees: str,
    why: str,
    *,
    hit: str,
    miss: str,
    fix: str = "writes it the brand's way",
    severity: str = "suggestion",
    source: str = "",
    setting: str = "",
    any_language: bool = False,
) -> CheckFacts:
    return CheckFacts(
        id=f"style.{switch.replace('_', '-')}", title=title, sees=sees, why=why, severity=severity,
        area=Area.CONSISTENCY, source=source, setting=setting or f"`style`: `{switch}`", fix=fix, hit=hit, miss=miss,
        any_language=any_language,
    )  # fmt: skip


STYLE = Family(
    title="House style",
    about=(
        "Each switch of `style` in `brand.yaml` is undecided until you decide it, and then checked and told to "
        "models that write for you. Code, addresses, merge tags and the guide's own names are left alone, and so is "
        "quoted speech, but for its marks. What has no room for words (headings, buttons, table cells, search "
        "texts, fields of at most 40 characters) may keep figures, `%` and all-figure dates."
    ),
    checks=(
        _fact(
            "spelling", "Spelling", "American spelling where the brand's language is British, or the other way round",
            "Readers take a foreign spelling for a mistake, or for a foreign company.",
            severity="warning", setting="`language`; `style`: `verbs` for -ise or -ize in British English",
            source="some 3,000 forms made from our own list of stems", hit="The colour is blue. (en-US)",
            miss="Ask at the Lincoln Centre. (en-US: a name)",
        ),
        _fact(
            "headline_case", "Headline case", "a heading in title case where the brand has sentence case, or the other way",
            "Mixed headings look as if several companies had written one page.",
            severity=_BOTH, source="sentence case: more than half of the free words are capital; ours",
            hit="How We Park The Van (sentence)", miss="How the Forest Service sells permits",
        ),
        _fact(
            "heading_stops", "Stop in a heading", "a full stop, colon or comma at the end of a heading",
            "A stop tells the reader to halt where the text should draw them on.",
            fix="takes it out", hit="How we park:", miss="Texts wait. Phones don't.",
        ),
        _fact(
            "serial_comma", "Serial comma", "a list of three without the comma before its last item, or with it",
            "It is the first thing that a careful reader sees done two ways.",
            severity=_BOTH, source="items of at most five words; ours", hit="We pack, label and post it. (true)",
            miss="When you call, Ann and Bob answer.",
        ),
        _fact(
            "repeated_marks", "Doubled marks", "“!!”, “??” or “?!”",
            "Doubled marks shout, and spam filters count them.",
            severity="warning", fix="leaves one", hit="Really??", miss="Really?", any_language=True,
        ),
        _fact(
            "dashes", "Dashes", "a phrase set off with another dash, or with other spaces, than the brand's",
            "Dashes are the most visible sign of many hands.",
            severity="suggestion; warning where the brand has none", hit="The van – a blue one – is late. (em)",
            miss="Open Monday–Friday.", any_language=True,
        ),
        _fact(
            "quotes", "Quotation marks", "straight quotation marks where the brand has curly ones, or the other way",
            "Two kinds of marks on one page look pasted together.",
            hit='She said "yes". (curly)', miss='A 12" pizza.', any_language=True,
        ),
        _fact(
            "apostrophes", "Apostrophes", "straight apostrophes where the brand has curly ones, or the other way",
            "Two kinds of marks on one page look pasted together.",
            hit="It's late. (curly)", miss="It’s late.", any_language=True,
        ),
        _fact(
            "percent", "Per cent", "“%” in running text where the brand writes a word, or the other way round",
            "Figures are compared, so they must look alike.",
            severity="warning", hit="Only 12% came. (percent)", miss="12% less waste (a heading)",
        ),
        _fact(
            "numbers", "Numbers", "a whole number in figures that the brand writes in words, or the other way round",
            "Mixed numbers slow down readers who scan for them.",
            severity=_BOTH, source="units (hours and minutes too), money, ages, shares, ratios, steps, versions and names keep figures",
            hit="The project had 3 designers. (words to nine)", miss="It weighs 5 kg.",
        ),
        _fact(
            "number_starts", "Figure at a start", "a sentence that begins with a figure",
            "A figure has no capital, so the eye misses where the sentence begins.",
            fix="writes a number below 100 in words", hit="12 vans came to the depot.", miss="We sent 12 vans.",
        ),
        _fact(
            "ordinals", "Ordinals", "“3rd” where the brand writes “third”, or the other way round, up to ninth",
            "Mixed numbers slow down readers who scan for them.",
            severity=_BOTH, hit="The 3rd van is late. (words)", miss="On May 3rd we met. (a date)",
        ),
        _fact(
            "ranges", "Ranges", "a range of figures with another sign than the brand's, or “from 10–15”",
            "A hyphen in a range can be read as a minus or as a code.",
            severity=_BOTH, hit="It takes 10-15 minutes. (en dash)", miss="We won 3-2.", any_language=True,
        ),
        _fact(
            "thousands", "Thousands", "a number from a thousand on with another sign in it than the brand's",
            "Long numbers are misread without their sign.",
            source="four figures between 1500 and 2100 may be a year and are left alone", hit="We have 12000 vans. (comma)",
            miss="In 2026 we moved.", any_language=True,
        ),
        _fact(
            "dates", "Dates", "a date in another order, with another comma, or all in figures",
            "10/2 is February in London and October in Boston.",
            severity=_BOTH, fix="writes the date out, where its order can be told", hit="On 10/22/2026 we met.",
            miss="In May 2026 we met.",
        ),
        _fact(
            "date_ordinals", "Day endings", "“30th September” where the brand writes “30 September”, or the other way",
            "Small marks that differ make a page look unedited.", hit="On 30th September we met. (false)",
            miss="The 30th van.",
        ),
        _fact(
            "times", "Times of day", "a time in another form than the brand's example",
            "Times are looked up in a hurry, and unlike forms slow that down.", hit="We open at 9am. (9 a.m.)",
            miss="Read John 3:16 to us.",
        ),
        _fact(
            "zero_minutes", "Full hours", "“9:00 a.m.” where the brand writes “9 a.m.”, or the other way round",
            "Times are looked up in a hurry, and unlike forms slow that down.", hit="At 9:00 a.m. (false)",
            miss="At 14:00.",
        ),
        _fact(
            "time_zones", "Time zones", "a time zone after a time by another name than those of the brand",
            "EST in July is an hour wrong.", hit="At 9 a.m. EST ([ET, PT])", miss="At 9 a.m. ET",
            fix="writes the brand's name of the same zone",
        ),
        _fact(
            "money", "Money", "“5 dollars” or “USD 5” where the brand writes “$5”, or the other way round",
            "Prices are compared, so they must look alike.", severity="warning", hit="It costs 5 dollars. (symbol)",
            miss="It weighs 5 pounds.", setting="`style`: `money`; `currency`",
        ),
        _fact(
            "money_zeros", "Zeros of a price", "“$5.00” where the brand writes “$5”, or the other way round",
            "Zeros make a round price look longer.", hit="It costs $5.00. (false)", miss="It costs $5.50.",
            any_language=True,
        ),
        _fact(
            "phones", "Telephone numbers", "a telephone number that is shaped like none of the brand's examples",
            "People dial what they can read in one go.", fix="pours the figures into the example of their length",
            hit="Call 555.010.0142. ([555-010-0199])", miss="Call 555-010-0142.", any_language=True,
        ),
        _fact(
            "ampersands", "Ampersands", "“&” or “+” for “and”, outside names",
            "It saves two letters and costs a stumble.", severity=_BOTH, fix="writes “and”", hit="Pens & paper.",
            miss="Ask Johnson & Johnson.",
        ),
        _fact(
            "slashes", "Slashes", "two words with a slash between them, such as “and/or”",
            "A slash leaves the writer's choice to the reader.", severity="warning", fix="", hit="Ask the state/local office.",
            miss="60 km/h",
        ),
        _fact(
            "ellipses", "Ellipses", "three dots where the brand has “…”, the other way round, or any where it has none",
            "Two kinds of dots look pasted together, and trailing off sounds unsure.",
            severity="suggestion; warning where the brand has none", hit="Wait... what? (character)", miss="Wait… what?",
            any_language=True,
        ),
        _fact(
            "all_caps", "Capitals", "words in capitals that are neither acronyms nor names",
            "Capitals shout, and screen readers may spell them out.", severity="warning",
            source="a list of words that shout, and everyday words of five letters or more", fix="writes small letters",
            setting="`style`: `all_caps`, `acronyms`", hit="Get it FREE today.", miss="Ask NASA.",
        ),
        _fact(
            "emoji", "Emoji", "more emoji than the brand allows in one piece, or another than those it allows",
            "Emoji set a tone that not every brand has, and look different on every device.", severity="warning", fix="",
            setting="`style`: `emoji`, `emoji_allowed`", hit="We are live 🚀 (0)", miss="Acme™", any_language=True,
        ),
        _fact(
            "contractions", "Contractions", "“do not” where the brand writes “don't”, or the other way round",
            "They decide whether a text sounds spoken or printed.", hit="We do not share it. (prefer)",
            miss="We do *not* share it. (stressed)",
        ),
        _fact(
            "list_stops", "Stops in lists", "a list item with a full stop where the brand has none, without one, or with “;”",
            "Lists are scanned, and uneven ends catch the eye for nothing.",
            source="sentences: told by a subject and its verb; ours", hit="- pens; (none)", miss="- We wait. Then we go.",
        ),
        _fact(
            "double_spaces", "Double spaces", "two spaces or more where one is enough",
            "They come from typewriters and look like holes.", fix="leaves one", hit="We wait.  Then we go.",
            miss="We wait. Then we go.", any_language=True,
        ),
        _fact(
            "vague_links", "Vague links", "a link that says nothing of where it leads: “click here”, “read more”, an address",
            "Screen readers and search engines read links without what stands around them.", severity=_BOTH, fix="",
            source="a list of ours", hit="[Click here](/prices)", miss="[Our prices](/prices)",
        ),
        _fact(
            "latin", "Latin", "“e.g.”, “i.e.”, “etc.” and their like", "Many readers don't know them or mix them up.",
            severity="warning", fix="writes the English words", hit="Bring food, e.g., bread.", miss="Go via Duluth.",
        ),
        _fact(
            "hyphenation", "Compounds", "a compound with a hyphen, a space or nothing in it where the brand has another",
            "Words of the trade that change their shape look like different things.", severity=_BOTH,
            hit="Use the dropdown. ([drop-down])", miss="Sign up today. ([sign-up]: a verb)",
        ),
    ),
)  # fmt: skip
