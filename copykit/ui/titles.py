"""What the checks are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from copykit.checks.facts import facts_about
from copykit.findings import Area

__all__ = ["AREAS", "title_of"]

AREAS: Mapping[Area, str] = {
    Area.READABILITY: "Readability",
    Area.KEYWORDS: "Keywords",
    Area.CONSISTENCY: "Consistency",
    Area.FORMAT: "Format",
}


def title_of(check: str) -> str:
    """A check's title: "Old name" for `terms.old-name`; of one without a title, its id in words."""
    facts = facts_about(check)
    if facts and facts.id == check:
        return facts.title
    family, _, name = check.partition(".")
    return f"{family.rstrip('s')} {name}".replace("-", " ").strip().capitalize()
