"""Facts of the checks of keywords."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["KEYWORDS"]

KEYWORDS = Family(
    title="Keywords",
    about=(
        "A keyword counts in all of its inflections and spellings (US and UK, with a space, a hyphen "
        "or as one "
        "word), and so do the variants and synonyms of its cluster in `keywords.yaml`; every check counts in "
        "the same way. The first keyword of a brief is the main one. Code, addresses and merge tags "
        "are passed "
        "over."
    ),
    notes=(
        "The places are title, first paragraph, headings, the text after the opening (from about 100 "
        "words on), "
        "title and description for search, slug and alt texts; of each only what a document has. "
        "Running text "
        "without a heading has none. `keywords.competing` looks at all pages and posts of one "
        "`copykit check`, "
        "and tells the later one; pages whose keywords come from `--brief` are left out, since they "
        "share them."
    ),
    checks=(
        CheckFacts(
            id="keywords.missing",
            title="Keyword missing",
            sees="a keyword of the brief that stands nowhere, inflections, spellings and synonyms counted",
            why="Nobody finds a page by words that are not on it.",
            severity="warning for the main (first) keyword, else suggestion",
            area=Area.KEYWORDS,
            source="ours",
            setting="the brief's `keywords`; `clusters`",
            hit="Hot water in two minutes. (with `keywords: [electric kettle]`)",
            miss="Electric kettles boil in two minutes.",
            any_language=True,
        ),
        CheckFacts(
            id="keywords.placement",
            title="Keyword's place",
            sees="the main keyword missing where readers and search engines look first",
            why="Title, opening and headings tell both what a page is about.",
            severity="suggestion for each place",
            area=Area.KEYWORDS,
            source="the places are those that YoastSEO looks at; 100 words of body are ours",
            setting="the brief's `keywords`; `clusters`",
            hit="# Hot water, fast (with `keywords: [electric kettle]`)",
            miss="# The electric kettle that waits for you",
            any_language=True,
        ),
        CheckFacts(
            id="keywords.stuffing",
            title="Keyword too often",
            sees="a keyword too often for the length of the text",
            why="Readers hear the machine, and search engines call it spam.",
            severity="warning",
            area=Area.KEYWORDS,
            source=(
                "YoastSEO: up to 3.5 % where word forms count, from 100 words on; three times in a field of "
                "up to 40 words is ours"
            ),
            setting="the brief's `keywords`; `clusters`",
            hit="Electric kettle: electric kettles, electric-kettle prices",
            miss="Electric kettles and what they cost",
            any_language=True,
        ),
        CheckFacts(
            id="keywords.gap",
            title="Long gap",
            sees="a long stretch of a page or post that the main keyword is not in",
            why="A part that has nothing to do with the search loses the reader who came by it.",
            severity="suggestion",
            area=Area.KEYWORDS,
            source=(
                "ours: more than 300 words and more than 40 % of the text; YoastSEO marks uneven "
                "spread, too, "
                "without one figure"
            ),
            setting="the brief's `keywords`; `clusters`",
            any_language=True,
        ),
        CheckFacts(
            id="keywords.related",
            title="Related terms",
            sees="fewer than half of the related terms of the main keyword's cluster, in 200 words or more",
            why="A page that answers a search uses the words that belong to the answer.",
            severity="suggestion",
            area=Area.KEYWORDS,
            source="ours: the guide names the terms, and half of them is enough",
            setting="`related` of a cluster",
            any_language=True,
        ),
        CheckFacts(
            id="keywords.intent",
            title="Ready to act",
            sees="no ask in a page or post whose main keyword is one that people type to buy or to sign up",
            why="Who is ready to act leaves a page that does not say how.",
            severity="suggestion",
            area=Area.KEYWORDS,
            source=(
                "ours: from 100 words on; where a brief names a page's goal, `asks.missing` holds it to that"
            ),
            setting="`intent` of a cluster",
        ),
        CheckFacts(
            id="keywords.length",
            title="Long keyword",
            sees="a keyword with more than four words that carry meaning",
            why="The longer the phrase, the fewer people type it, and the odder it reads in a sentence.",
            severity="suggestion",
            area=Area.KEYWORDS,
            source="YoastSEO: 1 to 4 content words are good, 5 to 8 weak, more than 8 bad",
            setting="the brief's `keywords`",
            hit="best quiet electric gooseneck tea kettle Ohio (as a keyword)",
            miss="electric kettle for tea (as a keyword)",
        ),
        CheckFacts(
            id="keywords.competing",
            title="Competing pages",
            sees=(
                "a page with the same main keyword, or one of the same cluster, as an earlier page of the "
                "run; two keywords of one brief that are one search"
            ),
            why="Two pages for one search share its readers, and the search engine picks one of them.",
            severity="warning; suggestion for keywords of one brief",
            area=Area.KEYWORDS,
            source="ours; pages for different regions don't compete",
            setting="the `keywords` and `region` of the pages' front matter; `clusters`",
            any_language=True,
        ),
        CheckFacts(
            id="keywords.topic",
            title="Off topic",
            sees="the main keyword is not among what the text is about, by YAKE; in depth only",
            why="A page about something else does not answer the search.",
            severity="suggestion",
            area=Area.KEYWORDS,
            source=(
                "R. Campos and others, “YAKE!”, Information Sciences 509 (2020); its ten topics, from 200 "
                "words on, are ours"
            ),
            setting="the brief's `keywords`; `--deep`",
        ),
    ),
)
