"""Turns findings into edits: safe fixes, and fields written anew by the writer that wrote them."""

from __future__ import annotations

from copykit.improve.fixes import (
    Change,
    Improved,
    StaleFinding,
    apply_fix,
    fix_all_safe,
    fix_draft,
    rechecker,
    verify_fixes,
)
from copykit.improve.loop import Budget, better, first_version, improve

__all__ = [
    "Budget",
    "Change",
    "Improved",
    "StaleFinding",
    "apply_fix",
    "better",
    "first_version",
    "fix_all_safe",
    "fix_draft",
    "improve",
    "rechecker",
    "verify_fixes",
]
