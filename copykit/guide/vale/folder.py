"""The folder `styles/` of a brand → its rules, with all that is wrong or not honoured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from copykit.errors import Problem
from copykit.findings import Severity
from copykit.guide.vale.config import Config, read_config, read_words
from copykit.guide.vale.rules import RuleFile, build_rule, lay_over, read_rule
from copykit.guide.vale.types import Action, Lined, ValeRule
from copykit.wording import did_you_mean

__all__ = ["Styles", "read_styles"]

_MOST_RULES = 5_000  # a folder of more is a mistake, such as a whole disk
_MOST_PARENTS = 10

Read = Callable[[Path], str | None]


@dataclass(kw_only=True)
class Styles:
    """What a brand's styles come to.

    Attributes:
        rules: the rules that can be run, by name.
        faults: what Vale too would refuse.
        notes: what is not honoured, and why.
    """

    rules: tuple[ValeRule, ...] = ()
    faults: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def read_styles(folder: Path, read: Read) -> Styles:
    """Reads the styles of a brand.

    Args:
        folder: the brand's folder.
        read: gives a file's text, or None when it can't be read (which it tells by itself).

    Returns:
        The rules, the faults and the notes; all empty without a folder `styles/`.
    """
    root = folder / "styles"
    styles = Styles()
    if not root.is_dir():
        return styles
    config = _config(folder, root, read, styles)
    accepted, rejected = _vocabularies(root, config, read, styles)
    files = _files(root, read, styles)
    rules: list[ValeRule] = []
    for file in files.values():
        file.keys = _inherited(file, files)
        if not file.faults:
            rule = build_rule(file, level=config.levels.get(file.name))
            if rule:
                rules.append(rule)
        styles.faults += file.faults
        styles.notes += file.notes
    for rule in _built_in(config, accepted, rejected, root):
        rules.append(rule)
    styles.rules = tuple(
        replace(rule, accepted=tuple(accepted), sections=config.scopes(rule.name), template=config.template)
        for rule in rules
        if rule.level.rank <= config.least.rank
    )
    _tell_unknown(config, files, styles)
    styles.notes += config.notes
    return styles


def _config(folder: Path, root: Path, read: Read, styles: Styles) -> Config:
    found = [
        path
        for path in (root / ".vale.ini", folder / ".vale.ini", root / "_vale.ini", folder / "_vale.ini")
        if path.is_file()
    ]
    for path in found[1:]:
        message = f"not read: {found[0].as_posix()} comes first"
        styles.notes.append(Problem(message=message, path=path.as_posix(), line=1))
    text = read(found[0]) if found else None
    return read_config(text, path=found[0].as_posix()) if text is not None else Config()


Words = list[Lined]


def _vocabularies(root: Path, config: Config, read: Read, styles: Styles) -> tuple[Words, Words]:
    places = (root / "config" / "vocabularies", root / "Vocab")
    there = {
        path.name: path
        for place in reversed(places)
        if place.is_dir()
        for path in sorted(place.iterdir())
        if path.is_dir()
    }
    names = [str(name) for name in config.vocabularies] if config.path else list(there)
    for lost in config.vocabularies:
        if lost not in there:
            advice = did_you_mean(lost, there, tell=True)
            config.note(f'there is no vocabulary "{lost}" in styles/config/vocabularies{advice}', lost.line)
    accepted: Words = []
    rejected: Words = []
    for name in names:
        if name in there:
            for words, file in ((accepted, "accept.txt"), (rejected, "reject.txt")):
                path = there[name] / file
                text = read(path) if path.is_file() else None
                words += read_words(text or "", path=path.as_posix())
    for name in there:
        if name not in names:
            config.note(f'the vocabulary "{name}" is not used: Vocab does not name it', 1)
    return accepted, rejected


def _files(root: Path, read: Read, styles: Styles) -> dict[str, RuleFile]:
    files: dict[str, RuleFile] = {}
    for path in _walk(root):
        parts = path.relative_to(root).parts
        place = path.as_posix()
        if parts[0] in ("config", "Vocab") or path.name.startswith("."):
            if parts[:2] in (("config", "scripts"), ("config", "actions")):
                styles.notes.append(Problem(message="not run: copykit runs no scripts", path=place))
            continue
        if path.suffix == ".yaml":
            message = "not read: Vale reads files that end in .yml only, and so does copykit"
            styles.notes.append(Problem(message=message, path=place, line=1))
        if path.suffix != ".yml":
            continue
        if len(parts) == 1:
            message = "not read: a rule belongs into the folder of its style, such as styles/House/"
            styles.notes.append(Problem(message=message, path=place, line=1))
            continue
        text = read(path)
        if text is not None:
            name = ".".join((*parts[:-1], path.name.partition(".")[0]))
            files[name] = read_rule(text, name=name, path=place)
        if len(files) > _MOST_RULES:
            message = f"there are more than {_MOST_RULES} rules here; the rest is not read"
            styles.notes.append(Problem(message=message, path=place, line=1))
            break
    return files


def _walk(folder: Path) -> Iterator[Path]:
    """All files below a folder in a stable order; links to folders are not followed."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if not path.is_symlink():
                yield from _walk(path)
        else:
            yield path


def _inherited(file: RuleFile, files: Mapping[str, RuleFile]) -> dict[Lined, object]:
    """The file's keys over those of the rules that it extends (`extends: Style.Rule`)."""
    chain = [file]
    while "." in (parent := str(_extends(chain[-1]) or "")):
        if parent not in files or len(chain) > _MOST_PARENTS or files[parent] in chain:
            why = "extends itself" if parent in files else f"is not here{did_you_mean(parent, files)}"
            file.fault(f'the rule "{parent}" that it extends {why}', file.line("extends"))
            return file.keys
        chain.append(files[parent])
    keys = dict(chain[-1].keys)
    for child in reversed(chain[:-1]):
        keys = lay_over(keys, child)
    return keys


def _extends(file: RuleFile) -> object:
    return next((value for key, value in file.keys.items() if key == "extends"), None)


def _built_in(config: Config, accepted: Words, rejected: Words, root: Path) -> Sequence[ValeRule]:
    """Vale's own style: accepted words in another spelling, rejected words, repeated words."""
    path = config.path or root.as_posix()
    made: list[ValeRule] = []

    def add(name: str, extends: str, message: str, source: str, line: int, **rest: object) -> None:
        level = config.levels.get(f"Vale.{name}", "error")
        keys = {key: value for key, value in rest.items() if key != "action"}
        action = rest.get("action")
        made.append(
            ValeRule(
                name=f"Vale.{name}", extends=extends, message=message, path=source, line=line, keys=keys,
                action=action if isinstance(action, Action) else None, level=Severity(level),
            )
        )  # fmt: skip

    swap = {Lined(word.lower(), word.line): word for word in accepted if _is_phrase(word)}
    if swap:
        first = accepted[0]
        add(
            "Terms", "substitution", "Use '%s' instead of '%s'.", first.path, first.line,
            swap=swap, ignorecase=True, vocab=False,
        )  # fmt: skip
    if rejected:
        first = rejected[0]
        add("Avoid", "existence", "Avoid using '%s'.", first.path, first.line, tokens=tuple(rejected))
    asked = [(name, line) for name, line in config.named() if name.partition(".")[0] == "Vale"]
    if asked:
        line = asked[0][1]
        add(
            "Repetition", "repetition", "'%s' is repeated!", path, line, ignorecase=True, alpha=True,
            tokens=(Lined(r"[^\s.!?]+", line),), action=Action(name="edit", params=("truncate", " ")),
        )  # fmt: skip
        spells = [name for name, _ in asked if name in ("Vale", "Vale.Spelling")]
        off = any(
            rule == "Vale.Spelling" and not on for part in config.sections for rule, on in part.rules.items()
        )
        if spells and not off:
            config.note("Vale.Spelling is not run: copykit has no dictionary to spell by", line)
    return made


def _is_phrase(word: str) -> bool:
    return all(letter.isalpha() or letter.isdigit() or letter in " -" for letter in word)


def _tell_unknown(config: Config, files: Mapping[str, RuleFile], styles: Styles) -> None:
    known = {name.partition(".")[0] for name in files} | {"Vale"}
    rules = {*files, "Vale.Terms", "Vale.Avoid", "Vale.Repetition", "Vale.Spelling"}
    for name, line in config.named():
        if "." in name and name not in rules:
            config.note(f'there is no rule "{name}" in styles/{did_you_mean(name, rules)}', line)
        elif "." not in name and name not in known:
            config.note(f'there is no style "{name}" in styles/{did_you_mean(name, known)}', line)
    if config.path:
        for style in sorted(known - {"Vale"}):
            if not any(style == name.partition(".")[0] for name, _ in config.named()):
                message = f'the style "{style}" is off: no BasedOnStyles has it'
                styles.notes.append(Problem(message=message, path=config.path, line=1))
