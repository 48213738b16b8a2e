"""Reads `.vale.ini`: which styles and rules are on, for which files, at which level, with which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from copykit.errors import Problem
from copykit.findings import Severity
from copykit.guide.vale.types import Lined, Scoped
from copykit.wording import did_you_mean

__all__ = ["Config", "Section", "read_config", "read_words"]

_CORE = ("StylesPath", "MinAlertLevel", "Vocab", "WordTemplate")
_ELSEWHERE = {
    "Packages": "copykit downloads nothing; put the style's folder into styles/",
    "IgnoredScopes": "copykit passes over code, addresses and merge tags",
    "SkippedScopes": "copykit passes over code, scripts and styles",
    "IgnoredClasses": "copykit does not look at HTML classes",
    "IgnorePatterns": "copykit passes over code, addresses and merge tags only",
    "BlockIgnores": "copykit passes over code, addresses and merge tags only",
    "TokenIgnores": "copykit passes over code, addresses and merge tags only",
    "CommentDelimiters": "comments are HTML comments",
    "Transform": "copykit reads no XML",
    "Lang": "copykit splits sentences as in English",
    "NLPEndpoint": "copykit asks no server",
    "View": "copykit has no views",
    "DictionaryPath": "copykit has no dictionary to spell by",
}
_SWITCHES = ("YES", "NO", *(level.value for level in Severity))


@dataclass(kw_only=True)
class Section:
    """One `[pattern]` of the file.

    Attributes:
        styles: its BasedOnStyles; None when it has no such key.
        rules: what it sets for single rules: True or False by `Style.Rule`.
    """

    files: str
    line: int
    styles: list[str] | None = None
    rules: dict[Lined, bool] = field(default_factory=dict)


@dataclass(kw_only=True)
class Config:
    """A `.vale.ini`.

    Attributes:
        path: the file; empty when there is none, and then everything is on.
        least: the least grave level that is told.
        vocabularies: the vocabularies in use; None when the file names none.
        levels: the levels that it sets for single rules, by `Style.Rule`.
    """

    path: str = ""
    least: Severity = Severity.SUGGESTION
    vocabularies: list[Lined] = field(default_factory=list)
    template: str = r"\b(?:%s)\b"
    sections: list[Section] = field(default_factory=list)
    levels: dict[str, str] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)

    def scopes(self, name: str) -> tuple[Scoped, ...]:
        """The sections as they bear on a rule, `[*]` first, as Vale reads them."""
        if not self.path:
            return ()
        style = name.partition(".")[0]
        ordered = sorted(self.sections, key=lambda section: section.files != "*")
        made = tuple(
            Scoped(
                files=section.files,
                listed=None if section.styles is None else style in section.styles,
                on=section.rules.get(Lined(name, 0)),
            )
            for section in ordered
        )
        return made or (Scoped(files="*", listed=False),)

    def named(self) -> Iterator[tuple[Lined, int]]:
        """The styles and rules that the file names, each with its line."""
        for section in self.sections:
            for style in section.styles or ():
                yield Lined(style, section.line), section.line
            for rule in section.rules:
                yield rule, rule.line

    def note(self, message: str, line: int | None) -> None:
        self.notes.append(Problem(message=message, path=self.path, line=line))


def read_config(text: str, *, path: str) -> Config:
    """Reads a `.vale.ini`; what is not honoured is noted."""
    config = Config(path=path)
    section: Section | None = None
    for number, key, value in _settings(text):
        if value is None:
            section = Section(files=key, line=number)
            if key in ("formats", "asciidoctor"):
                config.note(f"[{key}] is not honoured: copykit knows a file by its own ending", number)
            else:
                config.sections.append(section)
        elif section is not None and section.files in ("formats", "asciidoctor"):
            continue
        elif section is None:
            _core(config, key, value, number)
        else:
            _in_section(config, section, key, value, number)
    return config


def _settings(text: str) -> Iterator[tuple[int, str, str | None]]:
    """(line, key, value) of each setting; (line, pattern, None) of each section's head."""
    kept: tuple[int, str] | None = None
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if kept:
            number, line = kept[0], f"{kept[1]} {line}"
            kept = None
        if line.endswith("\\"):
            kept = number, line[:-1].rstrip()
            continue
        if not line or line[0] in "#;":
            continue
        if line[0] == "[" and "]" in line:
            yield number, line[1 : line.rindex("]")].strip(), None
            continue
        key, equals, value = line.partition("=")
        if not equals:
            key, _, value = line.partition(":")
        for mark in (" #", " ;"):
            value = value.partition(mark)[0]
        value = value.strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'`":
            value = value[1:-1]
        yield number, key.strip(), value


def _list(value: str) -> list[str]:
    return [item.strip() for item in value.split(",") if item.strip()]


def _core(config: Config, key: str, value: str, line: int) -> None:
    if key == "MinAlertLevel":
        if value in set(Severity):
            config.least = Severity(value)
        else:
            config.note(f'MinAlertLevel is not honoured: there is no level "{value}"', line)
    elif key == "Vocab":
        config.vocabularies += [Lined(name, line) for name in _list(value)]
    elif key == "WordTemplate":
        if value.count("%s") == 1:
            config.template = value
        else:
            config.note('WordTemplate is not honoured: it should hold "%s" once', line)
    elif key == "StylesPath":
        if value.rstrip("/").rpartition("/")[2] not in ("styles", ".", ""):
            config.note("StylesPath is not honoured: the styles of a brand are in its folder styles/", line)
    else:
        _not_honoured(config, key, line, _CORE)


def _in_section(config: Config, section: Section, key: str, value: str, line: int) -> None:
    if key == "BasedOnStyles":
        section.styles = [*(section.styles or ()), *_list(value)]
        section.line = line
    elif key in _CORE:
        config.note(f"{key} is not honoured here: it belongs above the first [section]", line)
    elif "." in key:
        if value not in _SWITCHES:
            advice = did_you_mean(value, _SWITCHES, tell=True)
            config.note(f'{key} is off: there is no setting "{value}"{advice}', line)
        elif value not in ("YES", "NO"):
            config.levels[key] = value
        section.rules[Lined(key, line)] = value in _SWITCHES and value != "NO"
    else:
        _not_honoured(config, key, line, ("BasedOnStyles",))


def _not_honoured(config: Config, key: str, line: int, known: tuple[str, ...]) -> None:
    why = _ELSEWHERE.get(key)
    if why:
        config.note(f"{key} is not honoured: {why}", line)
    else:
        config.note(f'"{key}" is not honoured: Vale has no such setting{did_you_mean(key, known)}', line)


def read_words(text: str, *, path: str) -> tuple[Lined, ...]:
    """The entries of an `accept.txt` or `reject.txt`: one pattern a line, `#` for a comment."""
    found: Mapping[str, Lined] = {
        line.strip(): Lined(line.strip(), number, path)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("# ") and line.strip() != "#"
    }
    return tuple(found.values())
