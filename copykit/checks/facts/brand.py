"""Facts of what `copykit brand check` finds in a guide itself."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["BRAND"]


def _fact(name: str, title: str, sees: str, why: str, setting: str, severity: str = "warning") -> CheckFacts:
    return CheckFacts(
        id=f"brand.{name}", title=title, sees=sees, why=why, severity=severity, area=Area.FORMAT,
        setting=setting, any_language=True,
    )  # fmt: skip


BRAND = Family(
    title="The guide itself",
    about=(
        "`copykit brand check` reads the guide's own texts by all of the checks above, and then looks for "
        "loose ends. None of these is scored."
    ),
    checks=(
        _fact(
            "claim-in-use", "Claim in use", "a message, feature, story or answer that rests on a claim which "
            "has expired or was withdrawn", "What rests on it falls with it.", "`claims`",
        ),
        _fact(
            "claim-expires", "Claim about to expire", "a claim in use within 30 days of its last day",
            "Its proof can still be renewed.", "a claim's `valid_to`",
        ),
        _fact(
            "permission-ended", "Permission ended", "a customer's leave that has ended",
            "The story may no longer be told with the name.", "a story's `permission`",
        ),
        _fact(
            "deadline-passed", "Deadline passed", "an offer past its deadline without a last day",
            "It goes on being offered.", "an offer's `deadline`, `valid_to`",
        ),
        _fact(
            "pain-unsolved", "Pain unsolved", "a pain that no feature solves",
            "Copy about it would promise nothing.", "a pain's `features`",
        ),
        _fact(
            "phrase-twice", "Search phrase in two clusters", "a search phrase that stands in two clusters",
            "Two pages would be written for one search, and compete.",
            "`main`, `variants`, `synonyms` of a cluster",
        ),
        _fact(
            "no-objections", "No objections", "an audience without objections",
            "Copy can't answer what nobody wrote down.", "an audience's `objections`",
        ),
        _fact(
            "no-goals", "No goals", "an audience without goals", "Copy can't say what they want.",
            "an audience's `goals`",
        ),
        _fact(
            "no-ask", "No ask", "an audience that no ask is open to", "Copy for it has nowhere to lead.",
            "an ask's `audiences`",
        ),
        _fact(
            "ask-two-urls", "Label with two addresses", "one label that leads to two places",
            "Nobody can tell which one is meant.", "an ask's `wordings`, `url`",
        ),
        _fact(
            "term-contradicts", "Terms contradict", "a word to avoid that is the word to use elsewhere",
            "No text can obey both.", "`avoid`, `use`", "error",
        ),
        _fact(
            "short-repeated", "Short text twice", "a short text that stands twice in the guide",
            "An ad can use it once.", "`short`, `headline`",
        ),
        _fact(
            "example-brief", "Example can't be met", "an example brief that asks for what is not there",
            "It is what the app and the command line begin with.", "`examples/*.yaml`", "error",
        ),
        _fact(
            "acceptance-ended", "Acceptance ended", "an entry of `accepted.yaml` after its last day",
            "What it covered is told again.", "an entry's `until`",
        ),
        _fact(
            "acceptance-unused", "Acceptance without a finding", "an entry of `accepted.yaml` that no "
            "finding of its document matches any more", "It would hide the next one.", "`accepted.yaml`",
            "suggestion",
        ),
        _fact(
            "style-not-honoured", "Style not honoured", "a rule, key, pattern or setting of `styles/` that "
            "has no effect here, with the reason", "A rule that is not run looks like a clean text.",
            "`styles/`, `.vale.ini`",
        ),
        _fact(
            "too-long", "Too long to lend", "a text that is longer than the place it is lent to",
            "Ads leave it out.", "`short`, `headline`",
        ),
        _fact(
            "shape", "Shape of a text", "a sentence without a full stop, or a phrase with one",
            "It is joined into copy as it stands.", "the comments in the starter say which is which",
        ),
    ),
)  # fmt: skip
