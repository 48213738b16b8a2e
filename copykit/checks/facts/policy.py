"""Facts of the checks of the advertising platforms' policies."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["POLICY"]

_SYMBOLS = "Google Ads policy 14847994, through a mirror, 2026-11-23"
_OLDER = "AdWords policy 176095, for the older text ads, 2026-11-23"
_EDITORIAL = "Google Ads Help 1206870, through a mirror, 2026-11-23"
_SETTING = "a format's `platform`"

POLICY = Family(
    title="Ad policy",
    about=(
        "For drafts of formats of the family `ads` that name their `platform`. Google's rules hold "
        "for every field "
        "that is shown but the paths. What Google's present pages forbid and can be told for sure "
        "is an error; what "
        "only its older page says is a warning. Each advice ends with its source, the day it was "
        "read and how well "
        "it is known. Platforms change and their editors judge: a clean report is no promise that "
        "an ad is taken."
    ),
    notes=(
        "A responsive ad is checked as combinations: each pair of lines is shown together in some "
        "combination, so "
        "all pairs are compared, and every line has to make sense first, last and beside any other."
    ),
    checks=(
        CheckFacts(
            id="policy.punctuation",
            title="Punctuation in ads",
            sees=(
                "marks in a row, trailing dots, an exclamation mark in a headline or a second one in an"
                " ad on Google"
            ),
            why="Google refuses the ad.",
            severity="error for marks in a row, else warning",
            area=Area.FORMAT,
            source=f"{_SYMBOLS}; {_OLDER}",
            setting=_SETTING,
            fix="leaves one mark, or none",
            hit="Flowers!! Every day.",
            miss="Flowers! Every day.",
            any_language=True,
        ),
        CheckFacts(
            id="policy.symbols",
            title="Symbols in ads",
            sees="signs or figures for letters, bullets, arrows, stars outside ratings, half-width katakana",
            why="Google refuses the ad.",
            severity="error; warning for figures",
            area=Area.FORMAT,
            source=_SYMBOLS,
            setting=_SETTING,
            fix="spells the word",
            hit="Fresh fl@wers",
            miss="A 5* hotel",
            any_language=True,
        ),
        CheckFacts(
            id="policy.spacing",
            title="Spacing in ads",
            sees="letters set apart for show, two spaces, a space before a mark",
            why="Google refuses the ad.",
            severity="error for letters set apart, else warning",
            area=Area.FORMAT,
            source=f"{_SYMBOLS}; {_OLDER}",
            setting=_SETTING,
            fix="joins the letters, mends the space",
            hit="F.L.O.W.E.R.S.",
            miss="U.S.A.",
            any_language=True,
        ),
        CheckFacts(
            id="policy.emoji",
            title="Emoji in ads",
            sees="an emoji on Google; more than ten on LinkedIn",
            why="The platform refuses the ad.",
            severity="error",
            area=Area.FORMAT,
            source=f"{_SYMBOLS}; LinkedIn Help a426534, through a mirror, 2026-11-23",
            setting=_SETTING,
            fix="takes it out",
            any_language=True,
        ),
        CheckFacts(
            id="policy.capitals",
            title="Capitals in ads",
            sees="words in capitals that are no acronym, coupon code or name of the guide",
            why="Google refuses the ad.",
            severity="warning",
            area=Area.FORMAT,
            source=f"{_EDITORIAL}; five letters for an acronym are ours",
            setting="a format's `platform`; `style`: `acronyms`",
            fix="writes it small",
            hit="Get FREE tea",
            miss="Use code MORNING",
        ),
        CheckFacts(
            id="policy.phone",
            title="Telephone number in an ad",
            sees="a telephone number in the text of an ad",
            why="Google refuses the ad; numbers go into a call asset.",
            severity="error",
            area=Area.FORMAT,
            source=_EDITORIAL,
            setting=_SETTING,
            hit="Ask us: 555-010-0199",
            miss="Order by 2026-11-23",
            any_language=True,
        ),
        CheckFacts(
            id="policy.generic-ask",
            title="Ask for any ad",
            sees="“click here” and its like",
            why="Google refuses asks that would suit any ad.",
            severity="warning",
            area=Area.FORMAT,
            source=_OLDER,
            setting=_SETTING,
        ),
        CheckFacts(
            id="policy.repetition",
            title="Repeated word",
            sees="a word twice in a row, or three times in a line",
            why="Google refuses words that are repeated for show.",
            severity="warning",
            area=Area.FORMAT,
            source=f"{_OLDER}; three times are ours",
            setting=_SETTING,
            hit="Kettles, kettles for all",
            miss="The kettle for kettle lovers",
        ),
        CheckFacts(
            id="policy.business-name",
            title="Business name",
            sees="a business name that is neither the brand's nor a product's",
            why="It has to be the real name.",
            severity="warning",
            area=Area.FORMAT,
            source=_EDITORIAL,
            setting="`name`, `legal_name`",
            fix="writes the brand's name",
            any_language=True,
        ),
        CheckFacts(
            id="policy.dangling",
            title="Needs another line",
            sees="a line of a responsive ad that begins or ends as part of another",
            why="Any line may stand first, last or alone.",
            severity="warning",
            area=Area.FORMAT,
            source="Google Ads Help 7684791; Microsoft's responsivesearchad.md, 2026-11-23",
            setting=_SETTING,
            hit="And it stays hot",
            miss="It pays to mend",
        ),
        CheckFacts(
            id="policy.combination",
            title="Repeats beside it",
            sees="a sentence in two descriptions or also a headline; a headline that another one holds whole",
            why="Both may be shown together.",
            severity="warning; suggestion for a short ask or a headline",
            area=Area.FORMAT,
            source="Google Ads Help 7684791, 2026-11-23; the measure is ours",
            setting=_SETTING,
        ),
        CheckFacts(
            id="policy.personal-attributes",
            title="Personal attribute",
            sees="an ad on Meta that says or implies what its readers are",
            why="Meta refuses the ad.",
            severity="warning",
            area=Area.FORMAT,
            source="Meta Advertising Standards, 2026-11-23",
            setting=_SETTING,
            hit="Struggling with debt?",
            miss="Struggling with cold tea?",
        ),
        CheckFacts(
            id="policy.characters",
            title="Characters that are not taken",
            sees=(
                "emoji, #, braces, addresses and @ on TikTok; a slash in a path or a line break on Microsoft"
            ),
            why="The platform refuses the ad.",
            severity="error",
            area=Area.FORMAT,
            source="TikTok's ad help, October 2024; Microsoft's responsivesearchad.md, November 2024",
            setting=_SETTING,
            fix="takes it out",
            any_language=True,
        ),
        CheckFacts(
            id="policy.platform-name",
            title="Platform's own name",
            sees="“LinkedIn” in an ad there",
            why="LinkedIn is said to refuse it.",
            severity="warning",
            area=Area.FORMAT,
            source="a third party's page, 2026-11-23",
            setting=_SETTING,
            any_language=True,
        ),
        CheckFacts(
            id="policy.hashtags",
            title="Hashtag in an ad",
            sees="a hashtag in an ad on X",
            why="X is said to have stopped them.",
            severity="suggestion",
            area=Area.FORMAT,
            source="not confirmed",
            setting=_SETTING,
            any_language=True,
        ),
    ),
)
