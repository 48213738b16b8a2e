"""A guide that extends another: which folders it is made of, and how their files become one.

The nearest word wins. Groups of settings are merged key by key; of lists of entries, an entry with the same
name takes the place of the other's, and new ones come after; any other list replaces the other's as a whole.
What stands under `remove` is left out of what comes from above.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from copykit.errors import Problem
from copykit.guide.parts import Place
from copykit.guide.yaml import PLACE, compose
from copykit.wording import did_you_mean, listed

__all__ = ["brand_folders", "chain", "merged", "without"]

# What an entry of a list is known by; all others by `id`.
_NAMES: Mapping[str, Sequence[str]] = {
    "terms": ("use", "avoid"),
    "voice": ("name",),
    "steps": ("title",),
    "wordplay": ("text",),
}


def chain(folder: Path, problems: list[Problem]) -> list[Path]:
    """The folder of a guide and those that it extends, the nearest first.

    Args:
        folder: a brand folder.
        problems: where a parent that is not there, or a circle, is told.
    """
    folders = [folder]
    seen = {folder.resolve(): folder}
    while True:
        file = folders[-1] / "brand.yaml"
        named, place = _extends(file)
        if not named:
            return folders
        parent = folders[-1] / named
        parent = Path(*_shortest(parent))
        line = place.of("extends")
        if parent.resolve() in seen:
            way = listed([one.as_posix() for one in folders], last="then")
            message = f'"extends" goes in a circle: {way}, and then {parent.as_posix()} again'
            problems.append(Problem(message=message, path=file.as_posix(), line=line))
            return folders
        if not (parent / "brand.yaml").is_file():
            near = [one.parent.name for one in parent.parent.glob("*/brand.yaml")]
            said = did_you_mean(parent.name, near)
            message = f'there is no brand to extend in "{parent.as_posix()}" (it has no brand.yaml){said}'
            problems.append(Problem(message=message, path=file.as_posix(), line=line))
            return folders
        seen[parent.resolve()] = parent
        folders.append(parent)


def brand_folders(folder: Path) -> list[Path]:
    """The folder of a guide and those that it extends, as far as they can be found, the nearest first."""
    return chain(folder, [])


def _extends(file: Path) -> tuple[str, Place]:
    """What a brand file extends; nothing when it can't be read, which is told elsewhere."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return "", Place()
    if "extends" not in text:
        return "", Place()
    tree, _ = compose(text, path=file.as_posix())
    named = tree.get("extends") if isinstance(tree, dict) else None
    return (named.strip(), tree[PLACE]) if isinstance(named, str) else ("", Place())


def _shortest(path: Path) -> Iterator[str]:
    """The parts of a path with "name/.." taken out, so that it reads as a person would write it."""
    kept: list[str] = []
    for part in path.parts:
        if part == ".." and kept and kept[-1] not in ("..", path.anchor):
            kept.pop()
        elif part != ".":
            kept.append(part)
    return iter(kept)


def merged(above: Any, below: Any, *, key: str = "") -> Any:
    """A composed tree with all that a nearer one says in its place; every part keeps its own place."""
    if isinstance(above, dict) and isinstance(below, dict):
        made: dict[str, Any] = {
            name: merged(value, below[name], key=name) if name in below else value
            for name, value in above.items()
            if name != PLACE
        }
        made |= {name: value for name, value in below.items() if name not in made}
        from_above = {name: above[PLACE] for name in made if name not in below}
        made[PLACE] = replace(below[PLACE], inherited=from_above)
        return made
    if isinstance(above, list) and isinstance(below, list) and _entries(above) and _entries(below):
        nearer = {name: item for item in below if (name := _name(item, key))}
        kept = [nearer.pop(_name(item, key), item) for item in above]
        taken = {id(item) for item in kept}
        return [*kept, *(item for item in below if id(item) not in taken)]
    return below


def without(above: Mapping[str, Any], below: Mapping[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """A file's tree without what a nearer one removes: entries by name (`claims/speed` if two lists have
    it) and settings. What it names and is not there is a problem.
    """
    kept = dict(above)
    problems: list[Problem] = []
    named = below.get("remove")
    for one in named if isinstance(named, list) else []:
        if not isinstance(one, str):
            continue
        list_, _, name = one.rpartition("/")
        holders = [
            key
            for key, value in kept.items()
            if isinstance(value, list) and (not list_ or key == list_)
            and any(_name(item, key) == name.casefold() for item in value)
        ]  # fmt: skip
        place = below[PLACE]
        if len(holders) > 1:
            way = listed([f"{key}/{name}" for key in holders], last="or")
            message = f'"{name}" stands in several lists: write {way}'
            problems.append(Problem(message=message, path=place.path, line=place.of("remove")))
        elif holders:
            [key] = holders
            kept[key] = [item for item in kept[key] if _name(item, key) != name.casefold()]
        elif one in kept and one != PLACE:
            del kept[one]
        else:
            known = [
                entry
                for key, value in kept.items()
                if isinstance(value, list)
                for entry in _names(value, key)
            ]
            near = did_you_mean(name, known)
            message = f'there is no "{one}" to remove in what this extends{near}'
            problems.append(Problem(message=message, path=place.path, line=place.of("remove")))
    return kept, problems


def _entries(items: Sequence[Any]) -> bool:
    return all(isinstance(item, dict) for item in items)


def _names(items: Sequence[Any], key: str) -> Iterator[str]:
    return (name for item in items if (name := _name(item, key)))


def _name(item: Any, key: str) -> str:
    """What an entry is known by, in lower case; "" for one without a name."""
    if not isinstance(item, dict):
        return ""
    for setting in _NAMES.get(key, ("id",)):
        value = item.get(setting)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, str) and value.strip():
            return " ".join(value.split()).casefold()
    return ""
