"""A team's own rules, in the rule language of Vale, over a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copykit.checks.context import Check, Context
from copykit.errors import Problem
from copykit.findings import Finding
from copykit.guide import Guide
from copykit.text import Document

__all__ = ["CUSTOM", "style_problems"]


def check_custom(document: Document, context: Context) -> Iterable[Finding]:
    """The team's own rules from the guide's `styles/`, each a check `custom.Style.Rule`."""
    if not context.guide.styles:
        return ()
    # A brand without rules of its own need not load what runs them.
    from copykit.checks.custom.checking import run_rules

    return run_rules(document, context)


def style_problems(guide: Guide) -> Iterator[Problem]:
    """What of a guide's styles is not honoured, by file and line: whole rules, keys, patterns, settings."""
    yield from guide.style_problems
    if guide.styles:
        from copykit.checks.custom.checking import rule_problems

        yield from rule_problems(guide)


CUSTOM: tuple[Check, ...] = (check_custom,)
