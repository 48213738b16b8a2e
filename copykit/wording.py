"""Small turns of phrase for messages to users."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

__all__ = ["did_you_mean", "listed"]

MOST_TOLD = 12  # a longer list of choices is not read


def listed(words: Sequence[str], *, last: str = "and") -> str:
    """Words as a list in prose: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def did_you_mean(word: str, known: Iterable[str], *, tell: bool = False) -> str:
    """The end of a message about an unknown word: '; did you mean "error"?', or the choices, or nothing.

    Args:
        word: what the user wrote.
        known: what there is.
        tell: whether to list the choices when none is close.
    """
    choices = list(known)
    folded = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    if close:
        return f'; did you mean "{folded[close[0]]}"?'
    if tell and choices:
        more = f" and {len(choices) - MOST_TOLD} more" if len(choices) > MOST_TOLD else ""
        return f"; there is {listed(choices[:MOST_TOLD], last='and' if not more else ',')}{more}"
    return ""
