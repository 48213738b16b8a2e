"""Checks of emails: the inbox's two lines, the manner of a first mail, merge tags, and the law's lists."""

from __future__ import annotations

from copykit.checks.context import Check
from copykit.checks.email.inbox import INBOX
from copykit.checks.email.law import LAW, LAWS, Law, law_of
from copykit.checks.email.manner import MANNER
from copykit.checks.email.merge_tags import MERGE_TAGS, check_columns

__all__ = ["EMAIL", "LAWS", "Law", "check_columns", "law_of"]

EMAIL: tuple[Check, ...] = (*INBOX, *MANNER, *MERGE_TAGS, *LAW)
