"""What a rule says and offers: its message with the words filled in, and the actions of Vale."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from copykit.checks.custom.dialect import NotPython
from copykit.checks.custom.finder import compiled
from copykit.guide.vale import Action

__all__ = ["act", "fill", "options", "quoted", "why_not"]

_BLANK = re.compile(r"%(?:\[(\d+)\])?([a-zA-Z%])")
_GROUP = re.compile(r"\$(?:\{(\w+)\}|(\d+))")
_SPACES = re.compile(r"\s+")


def fill(message: str, *words: str) -> str:
    """A message with each `%s` filled in order (`%[2]s` by number); what has no word left is left out."""
    given = iter(range(len(words)))

    def put(blank: re.Match[str]) -> str:
        if blank.group(2) == "%":
            return "%"
        number = int(blank.group(1)) - 1 if blank.group(1) else next(given, -1)
        return words[number] if 0 <= number < len(words) else ""

    return _BLANK.sub(put, message).strip()


def quoted(words: Sequence[str]) -> str:
    """Words to choose from: 'a', 'a' or 'b', 'a', 'b', or 'c'."""
    marked = [f"'{word}'" for word in words]
    if len(marked) < 3:
        return " or ".join(marked)
    return f"{', '.join(marked[:-1])}, or {marked[-1]}"


def options(value: str) -> list[str]:
    """The words between the bars of a swap's value; `\\|` is a bar."""
    parts = value.replace(r"\|", "\0").split("|")
    return [part.replace("\0", "|") for part in parts if part]


def expand(template: str, match: re.Match[str]) -> str:
    """A replacement with `$1` and `${name}` taken from a match."""

    def put(reference: re.Match[str]) -> str:
        name = reference.group(1) or reference.group(2)
        try:
            return match.group(int(name) if name.isdigit() else name) or ""
        except (IndexError, re.error):
            return ""

    return _GROUP.sub(put, template)


def act(action: Action, match: str) -> list[str] | None:
    """What an action offers in place of a match; None when it offers nothing that we can work out."""
    if action.name == "replace":
        return [param for param in action.params if param != ""] or None
    if action.name == "remove":
        return [""]
    if action.name == "edit":
        made = _edited(action.params, match)
        return None if made is None else [made.strip()]
    return None


def _edited(params: Sequence[str], match: str) -> str | None:
    rest = list(params)
    while rest:
        name = rest.pop(0)
        known = _EDITS.get(name)
        if known is None or len(rest) < known[0]:
            return None
        given, rest = rest[: known[0]], rest[known[0] :]
        changed = known[1](match, *given)
        if changed is None:
            return None
        match = changed
    return match


def why_not(action: Action) -> str:
    """Why an action is not honoured; empty when it is."""
    if action.name in ("replace", "remove"):
        return ""
    if action.name == "suggest":
        what = "has no dictionary" if "spellings" in action.params else "runs no scripts"
        return f"copykit {what}"
    if action.name != "edit":
        return f'there is no action "{action.name}" here'
    rest = list(action.params)
    if not rest:
        return "it says nothing of how to edit"
    while rest:
        name = rest.pop(0)
        if name not in _EDITS:
            return f'there is no edit "{name}" here'
        if len(rest) < _EDITS[name][0]:
            return f'the edit "{name}" wants {_EDITS[name][0]} more'
        if name == "regex":
            try:
                compiled(rest[0])
            except NotPython as error:
                return str(error)
        if name == "split" and not rest[1].isdigit():
            return 'the edit "split" wants a number'
        del rest[: _EDITS[name][0]]
    return ""


def _regex(match: str, pattern: str, by: str) -> str | None:
    try:
        return compiled(pattern).sub(lambda found: expand(by, found), match)
    except NotPython:
        return None


def _split(match: str, at: str, number: str) -> str | None:
    parts = match.split(at) if at else [match]
    return parts[int(number)] if number.isdigit() and int(number) < len(parts) else None


def _without(match: str, letters: str) -> str:
    return "".join(letter for letter in match if letter not in letters)


# How many parameters each edit takes, and what it does.
_EDITS: Mapping[str, tuple[int, Callable[..., str | None]]] = {
    "regex": (2, _regex),
    "replace": (2, lambda match, old, new: match.replace(old, new)),
    "remove": (1, _without),
    "trim": (1, lambda match, letters: match.strip(letters)),
    "trim_left": (1, lambda match, letters: match.lstrip(letters)),
    "trim_right": (1, lambda match, letters: match.rstrip(letters)),
    "truncate": (1, lambda match, at: match.split(at)[0] if at else match),
    "split": (2, _split),
    "prefix": (1, lambda match, text: text + match),
    "suffix": (1, lambda match, text: match + text),
    "squeeze": (0, lambda match: _SPACES.sub(" ", match)),
    "capitalize": (0, lambda match: match[:1].upper() + match[1:]),
    "uncapitalize": (0, lambda match: match[:1].lower() + match[1:]),
    "lower": (0, str.lower),
    "upper": (0, str.upper),
}
