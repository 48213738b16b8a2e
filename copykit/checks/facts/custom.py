"""Facts of the checks that a team makes itself, in the rule language of Vale."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["CUSTOM"]

CUSTOM = Family(
    title="Your own rules",
    about=(
        "The folder `styles/` of a brand takes the rule files of [Vale](https://vale.sh) as they are, each a "
        "check `custom.Style.Rule`. What is honoured, and what is not, stands in "
        "[custom-rules.md](custom-rules.md); `copykit brand check` tells what has no effect."
    ),
    checks=(
        CheckFacts(
            id="custom.*",
            title="Rule of your own",
            sees="whatever a rule file under `styles/` describes",
            why="A team that has written its rules down once need not write them again.",
            severity="the rule's `level`, or what `.vale.ini` sets",
            area=Area.CONSISTENCY,
            setting="the rule files under `styles/`, `.vale.ini`, the vocabularies",
            fix="what a swap or an `action` offers",
            any_language=True,
        ),
    ),
)
