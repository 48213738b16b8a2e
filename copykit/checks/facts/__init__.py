"""The facts of every check there is, gathered family by family. A new family is one line here.

Nothing is computed from them: they tell people what a check is, and the loader which ids exist.
"""

from __future__ import annotations

from copykit.checks.facts.asks import ASKS
from copykit.checks.facts.brand import BRAND
from copykit.checks.facts.claims import CLAIMS
from copykit.checks.facts.custom import CUSTOM
from copykit.checks.facts.documents import DOCUMENTS
from copykit.checks.facts.email import EMAIL
from copykit.checks.facts.formats import FORMATS
from copykit.checks.facts.inclusive import INCLUSIVE
from copykit.checks.facts.keywords import KEYWORDS
from copykit.checks.facts.law import LAW
from copykit.checks.facts.messages import MESSAGES
from copykit.checks.facts.policy import POLICY
from copykit.checks.facts.readability import READABILITY
from copykit.checks.facts.search import SEARCH
from copykit.checks.facts.style import STYLE
from copykit.checks.facts.terms import TERMS
from copykit.checks.facts.types import CheckFacts, Family
from copykit.checks.facts.voice import VOICE
from copykit.checks.facts.wording import WORDING

__all__ = ["FAMILIES", "CheckFacts", "Family", "facts_about", "known_families", "known_ids"]

# The order of docs/checks.md.
FAMILIES: tuple[Family, ...] = (
    CLAIMS, TERMS, MESSAGES, ASKS, READABILITY, WORDING, VOICE, INCLUSIVE, STYLE, KEYWORDS, SEARCH, FORMATS,
    POLICY, EMAIL, LAW, CUSTOM, DOCUMENTS, BRAND,
)  # fmt: skip


def known_ids() -> tuple[str, ...]:
    """The id of every check, in the order of the docs; `custom.*` stands for ids that users make."""
    return tuple(facts.id for family in FAMILIES for facts in family.checks)


def known_families() -> tuple[str, ...]:
    """What stands before the dot of the ids, each once."""
    return tuple(dict.fromkeys(id.partition(".")[0] for id in known_ids()))


def facts_about(id: str) -> CheckFacts | None:
    """The facts of a check, or the entry of its family for an id that users make; None if unknown."""
    for family in FAMILIES:
        for facts in family.checks:
            if facts.id == id or (facts.id.endswith(".*") and id.startswith(facts.id[:-1])):
                return facts
    return None
