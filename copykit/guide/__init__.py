"""The guide: all that a brand has decided, loaded from its folder with file and line of every rule."""

from copykit.guide.loading import load_guide
from copykit.guide.whole import Guide

__all__ = ["Guide", "load_guide"]
