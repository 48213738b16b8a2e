"""What only a model's copy is held to; its patterns are read when the first such draft comes."""

from __future__ import annotations

from collections.abc import Iterator

from copykit.checks.context import Check, Context
from copykit.findings import Finding
from copykit.text import Document

__all__ = ["BY_MODEL"]


def check_by_model(document: Document, context: Context) -> Iterator[Finding]:
    """The checks of `freehand`, `untold` and `outside`, in a draft that a model wrote."""
    if not context.machine:
        return
    from copykit.checks.freehand import FREEHAND
    from copykit.checks.outside import OUTSIDE
    from copykit.checks.untold import UNTOLD

    for one in (*FREEHAND, *UNTOLD, *OUTSIDE):
        yield from one(document, context)


BY_MODEL: tuple[Check, ...] = (check_by_model,)
