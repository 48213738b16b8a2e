"""One YAML file of a style → a rule, or what is wrong with it at its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from copykit.errors import Problem
from copykit.findings import Severity
from copykit.guide.vale.types import EXTENSIONS, Action, Lined, ValeRule
from copykit.guide.yaml import MOST_NESTED, compose
from copykit.wording import did_you_mean, listed

__all__ = ["RuleFile", "build_rule", "lay_over", "read_rule"]

HEADER = (
    "extends", "message", "level", "scope", "link", "limit", "action", "description", "name", "matchcase",
    "tests", "code",
)  # fmt: skip
_LISTS = ("tokens", "raw", "exceptions", "indicators", "metrics", "filters", "dictionaries", "ignore")
_MAPS = ("swap", "either")
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "substitution": ("swap",), "occurrence": ("token",), "repetition": ("tokens",),
    "consistency": ("either",), "conditional": ("first", "second"), "capitalization": ("match",),
    "metric": ("formula", "condition"), "readability": ("metrics", "grade"), "sequence": ("tokens",),
}  # fmt: skip
_TRUE = ("1", "t", "T", "true", "TRUE", "True")
_FALSE = ("0", "f", "F", "false", "FALSE", "False")
_NUMBERS = ("max", "min", "limit", "threshold", "grade")
_TRUTHS = ("ignorecase", "nonword", "append", "vocab", "alpha", "capitalize", "matchcase", "custom", "code")
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHY = {
    "script": "copykit runs no scripts",
    "spelling": "copykit has no dictionary to spell by",
}


@dataclass(kw_only=True)
class RuleFile:
    """A rule file as read: its keys with their lines, before other rules are laid under it.

    Attributes:
        faults: what Vale too would refuse; the brand does not load.
        notes: what is not honoured; told by `copykit brand check`.
    """

    name: str
    path: str
    keys: dict[Lined, Any] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def fault(self, message: str, line: int | None = 1) -> None:
        self.faults.append(Problem(message=message, path=self.path, line=line))

    def note(self, message: str, line: int | None = 1) -> None:
        self.notes.append(Problem(message=message, path=self.path, line=line))

    def line(self, key: str) -> int:
        """The line of a key; 1 when it is not there."""
        return next((known.line for known in self.keys if known == key), 1)


def read_rule(text: str, *, name: str, path: str) -> RuleFile:
    """Reads a rule file's YAML; texts keep their lines."""
    file = RuleFile(name=name, path=path)
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError):
        file.faults += compose(text, path=path)[1]
        return file
    if not isinstance(node, yaml.MappingNode):
        file.fault("a rule of Vale is a list of settings (extends: …, message: …)")
        return file
    file.keys = _built(node, file, ())
    return file


def _built(node: yaml.Node, file: RuleFile, above: tuple[int, ...]) -> Any:
    line = node.start_mark.line + 1
    if id(node) in above or len(above) > MOST_NESTED:
        file.fault("this part contains itself, or is nested too deep", line)
        return None
    above = (*above, id(node))
    if isinstance(node, yaml.MappingNode):
        made: dict[Lined, Any] = {}
        for key_node, value_node in node.value:
            key_line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                file.fault("a key must be a text", key_line)
                continue
            key = Lined(str(key_node.value), key_line)
            if key in made:
                file.note(f'"{key}" stands here twice: the later one counts', key_line)
                del made[key]
            made[key] = _built(value_node, file, above)
        return made
    if isinstance(node, yaml.SequenceNode):
        return [_built(item, file, above) for item in node.value]
    is_null = getattr(node, "style", None) is None and node.value in ("~", "null", "Null", "NULL")
    return Lined("" if is_null else str(node.value), line)


def build_rule(file: RuleFile, *, level: str | None = None) -> ValeRule | None:
    """Makes the rule that a file describes; None when it can't be run, with the reason among its problems.

    Args:
        file: what `read_rule` made, with inherited keys laid in.
        level: the level that `.vale.ini` sets for it; None for the rule's own.
    """
    keys: Mapping[str, Any] = {str(key): value for key, value in file.keys.items()}
    extends = keys.get("extends")
    if not isinstance(extends, str) or not extends:
        file.fault('"extends" is missing: a rule of Vale says which extension point it is made of')
        return None
    if extends not in EXTENSIONS:
        advice = did_you_mean(extends, EXTENSIONS, tell=True)
        file.fault(f'there is no extension point "{extends}"{advice}', file.line("extends"))
        return None
    if extends in _WHY:
        file.note(f"the rule is not run: {_WHY[extends]}", file.line("extends"))
        return None
    if not isinstance(keys.get("message"), str):
        file.fault('"message" is missing: a rule of Vale says what to tell the writer', file.line("extends"))
        return None
    told = str(level or keys.get("level") or "warning")
    if told not in set(Severity):
        advice = did_you_mean(told, [severity.value for severity in Severity], tell=True)
        file.fault(f'there is no level "{told}"{advice}', file.line("level"))
        return None
    own = _own_keys(file, extends, keys)
    if own is None or file.faults:
        return None
    return ValeRule(
        name=file.name,
        extends=extends,
        message=str(keys["message"]),
        level=Severity(told),
        link=str(keys.get("link") or ""),
        limit=int(_number(file, keys, "limit") or 0),
        scope=_scope(file, keys, extends),
        action=_action(file, keys),
        keys=own,
        path=file.path,
        line=file.line("extends"),
    )


def _own_keys(file: RuleFile, extends: str, keys: Mapping[str, Any]) -> dict[str, Any] | None:
    own: dict[str, Any] = {}
    known = EXTENSIONS[extends]
    for key in keys:
        if key in HEADER:
            continue
        # Vale's names are told apart by letters alone, not by case.
        name = key.lower()
        if name not in known:
            message = (
                f'"{key}" is not honoured: {extends} has no such key{did_you_mean(key, known, tell=True)}'
            )
            file.note(message, file.line(key))
            continue
        own[name] = _reader(name)(file, keys, key)
        is_row = extends == "sequence" and name == "tokens"
        if name in _LISTS and not is_row and not all(isinstance(one, Lined) for one in own[name]):
            file.fault(f'"{key}" should be a list of texts: "this: that" needs quotes', file.line(key))
    if file.faults:
        return None
    for name in _NEEDED.get(extends, ()):
        if not own.get(name):
            file.fault(f'"{name}" is missing or empty: a rule of {extends} needs it', file.line("extends"))
            return None
    if extends == "existence" and not own.get("tokens") and not own.get("raw"):
        file.note("the rule finds nothing: it has neither tokens nor raw", file.line("extends"))
    if extends == "substitution" and own.get("pos"):
        file.note('"pos" is not honoured: copykit has no tagger, and every match counts', file.line("pos"))
    if extends == "conditional" and own.get("in"):
        file.note('the rule is not run: copykit has no views, which "in" asks for', file.line("in"))
        return None
    if extends == "occurrence" and not own.get("max") and not own.get("min"):
        file.note("the rule finds nothing: it has neither max nor min", file.line("extends"))
    if extends == "sequence" and not _can_sequence(file, own):
        return None
    return own


def _can_sequence(file: RuleFile, own: Mapping[str, Any]) -> bool:
    if own.get("model"):
        file.note("the rule is not run: copykit has no tagger, which a model is for", file.line("model"))
        return False
    for token in own["tokens"]:
        if not isinstance(token, dict) or not all(isinstance(value, Lined) for value in token.values()):
            file.fault("each token of a sequence is a group of settings (pattern: …)", file.line("tokens"))
            return False
        for key in token:
            if key in ("tag", "upos"):
                message = f'the rule is not run: copykit has no tagger, and "{key}" asks for a part of speech'
                file.note(message, key.line)
                return False
            if key not in ("pattern", "negate", "skip", "min", "target"):
                file.note(f'"{key}" is not honoured: a token of a sequence has no such key', key.line)
    if not any(token.get("pattern") and not _is_true(token.get("negate")) for token in own["tokens"]):
        file.note("the rule finds nothing: no token has a pattern to begin at", file.line("tokens"))
        return False
    return True


def _is_true(value: object) -> bool:
    return isinstance(value, str) and value in _TRUE


def _text(file: RuleFile, keys: Mapping[str, Any], key: str) -> Lined | None:
    value = keys[key]
    if not isinstance(value, Lined):
        file.fault(f'"{key}" should be one text', file.line(key))
        return None
    return value


def _truth(file: RuleFile, keys: Mapping[str, Any], key: str) -> bool | None:
    value = keys.get(key)
    if isinstance(value, str) and value in (*_TRUE, *_FALSE):
        return value in _TRUE
    file.fault(f'"{key}" should be true or false', file.line(key))
    return None


def _number(file: RuleFile, keys: Mapping[str, Any], key: str) -> float | None:
    value = keys.get(key)
    if value is None:
        return None
    try:
        made = float(value)
    except (TypeError, ValueError):
        made = -1.0
    if not 0 <= made < 1e9:
        file.fault(f'"{key}" should be a number from 0 on', file.line(key))
        return None
    return made


def _list(file: RuleFile, keys: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    value = keys[key]
    if isinstance(value, Lined):  # one text stands for a list of one
        return (value,) if value else ()
    if not isinstance(value, list):
        file.fault(f'"{key}" should be a list: put each item on its own line after "- "', file.line(key))
        return ()
    return tuple(item for item in value if item is not None and item != "")


def _mapping(file: RuleFile, keys: Mapping[str, Any], key: str) -> dict[Lined, Lined]:
    value = keys[key]
    if not isinstance(value, dict) or not all(isinstance(item, Lined) for item in value.values()):
        file.fault(f'"{key}" should be pairs of texts (this: that)', file.line(key))
        return {}
    return value


def _scope(file: RuleFile, keys: Mapping[str, Any], extends: str) -> tuple[str, ...]:
    if extends in ("metric", "readability"):
        return ("summary",)
    value = keys.get("scope")
    if value in (None, ""):
        return ("text",)
    items = _list(file, keys, "scope")
    return tuple(str(item) for item in items) or ("text",)


def _action(file: RuleFile, keys: Mapping[str, Any]) -> Action | None:
    value = keys.get("action")
    if value in (None, ""):
        return None
    if not isinstance(value, dict) or not isinstance(value.get("name"), str):
        file.fault('"action" should have a name (replace, remove, edit, …)', file.line("action"))
        return None
    params = value.get("params") or ()
    if isinstance(params, Lined):
        params = (params,)
    if not value["name"]:
        return None
    return Action(name=str(value["name"]), params=tuple(str(item) for item in params))


def _at_line(value: Any, line: int) -> Any:
    """What is inherited stands, in the child's file, at the line that names the parent."""
    if isinstance(value, Lined):
        return Lined(value, line)
    if isinstance(value, dict):
        return {Lined(key, line): _at_line(item, line) for key, item in value.items()}
    return [_at_line(item, line) for item in value] if isinstance(value, list) else value


def lay_over(parent: Mapping[Lined, Any], child: RuleFile) -> dict[Lined, Any]:
    """A rule's keys over those of the rule that it extends: `key+` adds, `key-` takes away."""
    line = child.line("extends")
    made = {key: _at_line(value, line) for key, value in parent.items() if key != "tests"}
    for key, value in child.keys.items():
        base = key.rstrip("+-")
        if key == "extends":
            continue
        if base == key:
            made.pop(key, None)
            made[key] = value
            continue
        held = made.get(Lined(base, key.line))
        adds = key.endswith("+")
        if isinstance(held, list) and isinstance(value, list):
            made[Lined(base, key.line)] = (
                [*held, *value] if adds else [item for item in held if item not in value]
            )
            missing = [] if adds else [str(item) for item in value if item not in held]
        elif isinstance(held, dict) and isinstance(value, dict if adds else list):
            if isinstance(value, dict):
                made[Lined(base, key.line)] = {**held, **value}
            else:
                made[Lined(base, key.line)] = {one: item for one, item in held.items() if one not in value}
            missing = [] if adds else [str(item) for item in value if item not in held]
        else:
            child.fault(f'"{key}" does not fit what the rule that it extends has there', key.line)
            continue
        if missing:
            child.fault(f'"{key}": the rule that it extends has no {listed(missing)}', key.line)
    return made


def _reader(name: str) -> _Reader:
    for names, reader in _READERS:
        if name in names:
            return reader
    return _text


_Reader: TypeAlias = Callable[[RuleFile, Mapping[str, Any], str], Any]
_READERS: tuple[tuple[tuple[str, ...], _Reader], ...] = (
    (_LISTS, _list), (_MAPS, _mapping), (_NUMBERS, _number), (_TRUTHS, _truth),
)  # fmt: skip
