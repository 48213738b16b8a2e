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

__all__ = [
    "Change",
    "Improved",
    "StaleFinding",
    "apply_fix",
    "fix_all_safe",
    "fix_draft",
    "rechecker",
    "verify_fixes",
]
