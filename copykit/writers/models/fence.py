"""Fences texts that came from outside, so that a model reads them as data."""

from __future__ import annotations

import re

__all__ = ["fenced", "inline", "shown"]

MARK = "="
SHORTEST = 12
# Letters that can't be seen but can be read by a model or a machine: tag characters, direction marks, soft
# hyphens, controls, halves of pairs. The joiner that holds an emoji together stays.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def fenced(label: str, text: str) -> str:
    """A text between two lines of marks that are longer than any run of that mark inside it.

    The text can't close its own fence, since no line in it is as long as the fence's.
    """
    text = _visible(text)
    longest = max((len(run) for run in re.findall(f"{MARK}+", text)), default=0)
    line = MARK * max(SHORTEST, longest + 4)
    return f"{line} {label} (data)\n{text}\n{line} end of {label}"


def inline(text: str, *, longest: int = 120) -> str:
    """A short text from outside on one line, cut at `longest` characters."""
    flat = " ".join(_visible(text).replace('"', "”").split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def shown(text: str) -> str:
    """A text without the letters that nobody sees."""
    return _HIDDEN.sub("", text)


def _visible(text: str) -> str:
    return shown(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
