"""How a draft came to be: each round with what it was for, what it changed word by word, and what it took."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape

import streamlit as st

from copykit.draft import Draft, Leaf, Round, Values, leaves
from copykit.exports.text import usage_text
from copykit.ui.layout import label_of

__all__ = ["compared", "show_rounds", "standing"]

MOST_WORDS = 3_000  # of both texts; longer ones are shown without marks
MOST_LINES = 12
AROUND = 60  # characters of what stayed that are shown beside a change
_PIECES = re.compile(r"\s+|[^\s]+")


def show_rounds(draft: Draft) -> None:
    """The rounds of a draft, folded; nothing when the first version stands and no model was asked."""
    used = usage_text(draft.usage)
    if len(draft.history) < 2 and not used:
        return
    rounds = len(draft.history) - 1
    title = "1 round of improvement" if rounds == 1 else f"{rounds} rounds of improvement"
    with st.expander(title if rounds > 0 else "How it was written"):
        before: Values = {}
        for number, one in enumerate(draft.history):
            st.html(_round(draft, one, before if number else None))
            if one.kept:
                before = one.fields
        if used:
            st.html(f'<div class="ck-note">All in all {escape(used.removeprefix("used: "))}.</div>')


def standing(draft: Draft) -> str:
    """How a draft stands that is still worked on, in a sentence."""
    if not draft.history:
        return "Writing …"
    last = draft.history[-1]
    wrong = _counts(last)
    return f"{last.title}: {wrong or 'nothing wrong'}{', undone' if not last.kept else ''}. Working on it …"


def _counts(one: Round) -> str:
    counts = ((one.errors, "error"), (one.warnings, "warning"), (one.suggestions, "suggestion"))
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)


def _round(draft: Draft, one: Round, before: Values | None) -> str:
    state = f"{_counts(one) or 'nothing wrong'} after it"
    said = [f"<b>{escape(one.title)}</b> <span>{escape(state)}{'' if one.kept else ' · undone'}</span>"]
    if one.reason:
        said.append(f"<p>{escape(one.reason[:1].upper() + one.reason[1:])}.</p>".replace("..", "."))
    lines = [escape(_in_words(draft, line)) for line in one.done]
    if len(lines) > MOST_LINES:
        lines[MOST_LINES:] = [f"and {len(lines) - MOST_LINES} more"]
    if lines:
        said.append(f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>")
    if before is not None:
        said += [_change(draft, path, old, new) for path, old, new in _changes(draft, before, one.fields)]
    return f'<div class="ck-round{"" if one.kept else " undone"}">{"".join(said)}</div>'


def _in_words(draft: Draft, line: str) -> str:
    """A line of history with its field in a person's words."""
    path, colon, rest = line.partition(": ")
    field = draft.format.field(path) if colon and re.fullmatch(r"[\w.\[\]]+", path) else None
    return f"{label_of(draft.format, path)}: {rest}" if field else line


def _changes(draft: Draft, before: Values, after: Values) -> Iterator[tuple[str, str, str]]:
    old = {leaf.path: leaf.text for leaf in _texts(draft, before)}
    new = {leaf.path: leaf.text for leaf in _texts(draft, after)}
    for path in dict.fromkeys((*new, *old)):
        if old.get(path, "") != new.get(path, ""):
            yield path, old.get(path, ""), new.get(path, "")


def _texts(draft: Draft, values: Values) -> Iterator[Leaf]:
    return leaves(draft.format, values)


def _change(draft: Draft, path: str, old: str, new: str) -> str:
    label = escape(label_of(draft.format, path))
    return f'<div class="ck-diff"><span>{label}</span>{compared(old, new)}</div>'


def compared(old: str, new: str) -> str:
    """Both texts as one piece of HTML: what went is in `<del>`, what came in `<ins>`."""
    one, other = _PIECES.findall(old), _PIECES.findall(new)
    if len(one) + len(other) > MOST_WORDS:
        return f"<ins>{escape(new)}</ins>"
    parts: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        gone, come = escape("".join(one[a:b])), escape("".join(other[c:d]))
        if what == "equal":
            parts.append(escape(_near("".join(other[c:d]), first=not c, last=d == len(other))))
            continue
        parts.append(f"<del>{gone}</del>" if gone.strip() else "")
        apart = (
            " "
            if gone.strip() and come.strip() and not gone[-1:].isspace() and not come[:1].isspace()
            else ""
        )
        parts.append(f"{apart}<ins>{come}</ins>" if come else "")
    return "".join(parts)


def _near(text: str, *, first: bool, last: bool) -> str:
    """What stayed between two changes, the middle of a long piece left out."""
    if len(text) <= 2 * AROUND + 20:
        return text
    head = "" if first else text[:AROUND].rpartition(" ")[0]
    tail = "" if last else text[-AROUND:].partition(" ")[2]
    return f"{head} … {tail}"
