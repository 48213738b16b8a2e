"""Holds ads against the editorial policy of the platform that their format names."""

from __future__ import annotations

from copykit.checks.context import Check
from copykit.checks.policy.combinations import check_combinations
from copykit.checks.policy.google import GOOGLE
from copykit.checks.policy.others import OTHERS

__all__ = ["POLICY"]

POLICY: tuple[Check, ...] = (*GOOGLE, check_combinations, *OTHERS)
