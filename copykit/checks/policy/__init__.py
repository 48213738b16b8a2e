"""Holds ads against the editorial policy of the platform that their format names."""

from __future__ import annotations

from collections.abc import Iterator

from copykit.checks.context import Check, Context
from copykit.findings import Finding
from copykit.text import Document

__all__ = ["POLICY"]


def check_policy(document: Document, context: Context) -> Iterator[Finding]:
    """Every check of this room; its patterns are made with the first ad only."""
    if context.format is None or context.format.settings.platform is None:
        return
    from copykit.checks.policy.combinations import check_combinations
    from copykit.checks.policy.google import GOOGLE
    from copykit.checks.policy.others import OTHERS

    for one in (*GOOGLE, check_combinations, *OTHERS):
        yield from one(document, context)


POLICY: tuple[Check, ...] = (check_policy,)
