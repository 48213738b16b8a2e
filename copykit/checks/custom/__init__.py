"""A team's own rules, in the rule language of Vale, over a document."""

from copykit.checks.custom.checking import CUSTOM, style_problems

__all__ = ["CUSTOM", "style_problems"]
