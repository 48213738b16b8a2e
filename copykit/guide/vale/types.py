"""What one rule of a Vale style is: its header, its own keys, and where it is switched on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from copykit.findings import Reference, Severity

__all__ = ["EXTENSIONS", "Action", "Lined", "Scoped", "ValeRule"]

# What a rule may have besides the header, by extension point (vale.sh/docs, Vale 3).
EXTENSIONS: Mapping[str, frozenset[str]] = {
    "existence": frozenset({"tokens", "raw", "append", "exceptions", "ignorecase", "nonword", "vocab"}),
    "substitution": frozenset({"swap", "exceptions", "ignorecase", "nonword", "vocab", "capitalize", "pos"}),
    "occurrence": frozenset({"token", "max", "min", "ignorecase"}),
    "repetition": frozenset({"tokens", "max", "ignorecase", "alpha", "vocab", "exceptions"}),
    "consistency": frozenset({"either", "ignorecase", "nonword"}),
    "conditional": frozenset({"first", "second", "exceptions", "ignorecase", "vocab", "in"}),
    "capitalization": frozenset(
        {"match", "style", "exceptions", "indicators", "threshold", "vocab", "prefix"}
    ),
    "metric": frozenset({"formula", "condition"}),
    "readability": frozenset({"metrics", "grade"}),
    "sequence": frozenset({"tokens", "ignorecase", "exceptions", "model"}),
    "script": frozenset({"script"}),
    "spelling": frozenset(
        {"custom", "filters", "ignore", "dicpath", "dictionaries", "aff", "dic", "append", "exceptions"}
    ),
}


class Lined(str):
    """A text that knows its 1-based line, and its file where that is another than its rule's."""

    line: int
    path: str

    def __new__(cls, value: str, line: int, path: str = "") -> Lined:
        made = super().__new__(cls, value)
        made.line = line
        made.path = path
        return made


@dataclass(frozen=True, kw_only=True)
class Action:
    """What Vale offers to do about a match: a name (`replace`, `remove`, `edit`, …) and its parameters."""

    name: str
    params: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Scoped:
    """One section of a `.vale.ini` as it bears on one rule.

    Attributes:
        files: the section's pattern of file names, `*` for all.
        listed: whether the section's BasedOnStyles has the rule's style; None when it has no such key.
        on: what the section sets for this very rule; None when it says nothing.
    """

    files: str
    listed: bool | None = None
    on: bool | None = None


@dataclass(frozen=True, kw_only=True)
class ValeRule:
    """One rule file of a style.

    Attributes:
        name: `Style.Rule`.
        extends: the extension point, a key of `EXTENSIONS`.
        level: how grave a finding is, after what `.vale.ini` sets.
        limit: how many findings a document may get; 0 for no limit.
        scope: the selectors of the text that the rule reads; one of them is enough.
        keys: the rule's own keys as read: texts are `Lined`, lists and mappings hold such texts.
        accepted: the accepted words of the vocabularies in use, exceptions of every rule with `vocab`.
        sections: the sections of `.vale.ini` that switch it on and off, in order; none means always on.
        template: how a word rule's alternatives are bounded, with `%s` for them.
        path: the file.
        line: the line of `extends`.
    """

    name: str
    extends: str
    message: str
    level: Severity
    path: str
    line: int
    link: str = ""
    limit: int = 0
    scope: tuple[str, ...] = ("text",)
    action: Action | None = None
    keys: Mapping[str, Any] = field(default_factory=dict)
    accepted: tuple[Lined, ...] = ()
    sections: tuple[Scoped, ...] = ()
    template: str = r"\b(?:%s)\b"

    @property
    def check(self) -> str:
        """The check's id: `custom.Style.Rule`."""
        return f"custom.{self.name}"

    def reference(self, line: int | None = None) -> Reference:
        """The line of the rule's file that a finding comes from, with the rule's link."""
        return Reference(
            label=f"rule {self.name}",
            quote=self.message,
            path=self.path,
            line=line or self.line,
            url=self.link,
        )

    def applies_to(self, file: str) -> bool:
        """Whether `.vale.ini` has the rule on for a file of that name, as Vale decides it.

        Of the sections that match, the last that names the rule decides; `[*]` comes after all others;
        a rule that none names is on where the last BasedOnStyles that matches has its style.
        """
        if not self.sections:
            return True
        named: bool | None = None
        everywhere: bool | None = None
        listed = False
        for section in self.sections:
            if section.files != "*" and not glob(section.files).fullmatch(file):
                continue
            if section.listed is not None:
                listed = section.listed
            if section.on is not None and section.files == "*":
                everywhere = section.on
            elif section.on is not None:
                named = section.on
        if named is not None:
            return named
        return everywhere if everywhere is not None else listed


@lru_cache(maxsize=256)
def glob(pattern: str) -> re.Pattern[str]:
    """A pattern of file names: `*` is any text, `?` one letter, `{a,b}` either, `[ab]` one of these."""
    made = ""
    depth = 0
    inside = False
    for letter in pattern:
        if inside:
            inside = letter != "]"
            made += (
                "^"
                if letter == "!" and made.endswith("[")
                else letter
                if letter in "]-"
                else re.escape(letter)
            )
        elif letter == "*":
            made += "" if made.endswith(".*") else ".*"
        elif letter == "?":
            made += "."
        elif letter == "[" and "]" in pattern:
            made, inside = made + "[", True
        elif letter == "{":
            made, depth = made + "(?:", depth + 1
        elif letter == "}" and depth:
            made, depth = made + ")", depth - 1
        elif letter == "," and depth:
            made += "|"
        else:
            made += re.escape(letter)
    # A bracket that never closes matches nothing, as in Vale, where the pattern would not compile. A pattern
    # with a folder may begin in any folder: a brand does not know from where its pages are named.
    return re.compile(r"(?!)" if depth or inside else rf"(?:.*/)?{made}", re.DOTALL)
