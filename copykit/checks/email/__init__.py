"""Checks of emails: the inbox's two lines, the manner of a first mail, merge tags, and the law's lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copykit.checks.context import Check, Context
from copykit.findings import Finding
from copykit.text import Document

__all__ = ["EMAIL", "check_columns"]


def check_email(document: Document, context: Context) -> Iterator[Finding]:
    """Every check of this room; its patterns are made with the first email only."""
    if context.channel != "email":
        return
    from copykit.checks.email.inbox import INBOX
    from copykit.checks.email.law import LAW
    from copykit.checks.email.manner import MANNER
    from copykit.checks.email.merge_tags import MERGE_TAGS

    for one in (*INBOX, *MANNER, *MERGE_TAGS, *LAW):
        yield from one(document, context)


def check_columns(document: Document, columns: Iterable[str]) -> list[Finding]:
    """Merge tags for which a table has no column.

    Args:
        document: the email or template.
        columns: the table's column names; case, spaces and underscores don't count, and "First Name" and
            `FNAME` are one.

    Returns:
        An error `email.merge-column` for each tag of the reader's that no column fills, in order.
    """
    from copykit.checks.email.merge_tags import tags_without_column

    return tags_without_column(document, columns)


EMAIL: tuple[Check, ...] = (check_email,)
