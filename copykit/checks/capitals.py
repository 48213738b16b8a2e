"""Where capitals stand side by side in a text: what may be an acronym, or shouted. Looked for once."""

from __future__ import annotations

import re

from copykit.checks.remember import remembered
from copykit.text import Document

__all__ = ["capitals"]

# The regex engine has a fast search for a set of letters at the start.
_CAPITALS = re.compile("[A-Z][A-Z]+")


@remembered
def capitals(document: Document) -> tuple[int, ...]:
    """Where each run of two capitals of A to Z or more begins in a document's text."""
    return tuple(match.start() for match in _CAPITALS.finditer(document.text))
