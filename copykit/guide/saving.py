"""Saves one part of a brand file: comments and order stay, and nobody's work is written over."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copykit.errors import GuideError
from copykit.guide.loading import FILES
from copykit.guide.yaml import PLACE, compose, validate
from copykit.wording import did_you_mean

if TYPE_CHECKING:
    from ruamel.yaml import YAML

__all__ = ["Way", "fingerprint", "save_part", "write_whole"]

Way = Sequence[str | int]  # the way into a file: ["terms", 3, "reason"]
WIDTH = 110


def fingerprint(folder: Path, file: str) -> str:
    """What a brand file holds now, as a short text to compare with later; "" for a file that is not there.

    Raises:
        GuideError: when the brand has no file of that name, or it can't be read.
    """
    data = _bytes(_path(folder, file))
    return "" if data is None else _hash(data)


def save_part(folder: Path, file: str, way: Way, value: object, *, seen: str) -> str:
    """Sets one value in a brand file and leaves all else as it stands, comments and order included.

    Args:
        folder: the brand's folder.
        file: the file's name: `terms.yaml`.
        way: the keys and positions that lead to the value; a position one past the end adds an item.
        value: texts, numbers, truth values, lists and mappings of these; None takes the part out.
        seen: the file's `fingerprint` when the person who edits it read it.

    Returns:
        The new fingerprint, for the next edit.

    Raises:
        GuideError: when the file has changed since (nothing is written), when there is no such place in it,
            when the file would no longer be valid (each problem with its line), or when it can't be written.
    """
    path = _path(folder, file)
    with _alone(folder):
        before = _bytes(path)
        if ("" if before is None else _hash(before)) != seen:
            raise GuideError(
                "somebody has changed this file since you opened it, and nothing was saved",
                path=path.as_posix(),
                advice="Load it again and repeat your change.",
            )
        after = _edited(before or b"", way, value, path)
        write_whole(path, after)
    return _hash(after)


def _path(folder: Path, file: str) -> Path:
    if file not in FILES:
        raise GuideError(f'a brand has no file "{file}"{did_you_mean(file, FILES, tell=True)}')
    return folder / file


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise GuideError(f"can't be read: {error.strerror}", path=path.as_posix()) from None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _edited(data: bytes, way: Way, value: object, path: Path) -> bytes:
    from ruamel.yaml.error import YAMLError

    name = path.as_posix()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise GuideError("not UTF-8 text: save the file as UTF-8", path=name) from None
    text = text.replace("\r\n", "\n")
    yaml = _yaml(text)
    try:
        tree = yaml.load(text)
        same = _dumped(yaml, tree) if tree is not None else text
        tree = {} if tree is None else tree
        _put(tree, list(way), value, name)
        edited = _dumped(yaml, tree)
    except YAMLError as error:
        raise GuideError(f"this is not YAML: {str(error).splitlines()[0]}", path=name) from None
    made = _merged(text, same, edited)
    composed, problems = compose(made, path=name)
    if problems or not _alike(composed, compose(edited, path=name)[0]):
        made = edited
        composed, problems = compose(made, path=name)
    if not problems:
        model, what = FILES[path.name]
        _, problems = validate(model, composed, path=name, what=what)
    if problems:
        raise GuideError(problems=problems)
    if b"\r\n" in data:
        made = made.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b"") + made.encode()


def _dumped(yaml: YAML, tree: object) -> str:
    told = io.StringIO(newline="")
    yaml.dump(tree, told)
    return told.getvalue()


def _merged(text: str, same: str, edited: str) -> str:
    """The edit alone, put into the file as its owner wrote it.

    ruamel.yaml keeps comments and order, but folds long texts and spaces braces in its own way. So the file
    is dumped twice, as it was (`same`) and as it shall be (`edited`), and only what differs between the two
    is taken over; where that stands in lines which ruamel.yaml writes otherwise than the owner, those lines
    are taken over too.
    """
    owners, base, wanted = (one.splitlines(keepends=True) for one in (text, same, edited))
    kept = SequenceMatcher(None, base, owners, autojunk=False).get_opcodes()
    changed = [
        (low, high, wanted[start:end])
        for tag, low, high, start, end in SequenceMatcher(None, base, wanted, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    lines: list[str] = []
    at = 0  # in base
    for tag, low, high, start, end in kept:
        if tag == "equal":
            for number in range(low, high):
                at = _take(changed, number, at, lines)
                if number >= at:
                    lines.append(owners[start + number - low])
                    at = number + 1
            continue
        inside = [one for one in changed if (one[0] < high and one[1] > low) or low <= one[0] < high]
        if not inside:
            lines += owners[start:end]
            at = max(at, high)
            continue
        for number in range(low, high):
            at = _take(changed, number, at, lines)
            if number >= at:
                lines.append(base[number])
                at = number + 1
    _take(changed, len(base), at, lines)
    return "".join(lines)


def _take(changed: list[tuple[int, int, list[str]]], number: int, at: int, lines: list[str]) -> int:
    """Adds the change that begins at a line of the base, if one does; returns where the base goes on."""
    while changed and changed[0][0] == number and number >= at:
        _, high, put = changed.pop(0)
        lines += put
        at = max(at, high)
    return at


def _alike(one: object, other: object) -> bool:
    """Whether two composed files say the same, wherever they say it."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = one.keys() - {PLACE}
        return keys == other.keys() - {PLACE} and all(_alike(one[key], other[key]) for key in keys)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    return one == other


def _yaml(text: str) -> YAML:
    """A round-trip YAML that indents lists as the file does."""
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    found = re.search(r"^( *)[\w-]+:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( *)- ", text, re.MULTILINE)
    offset = max(0, len(found.group(2)) - len(found.group(1))) if found else 2
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _put(tree: Any, way: list[str | int], value: object, name: str) -> None:
    if not way:
        raise GuideError("say which part to save", path=name)
    holder = tree
    for step in way[:-1]:
        try:
            holder = holder[step]
        except (KeyError, IndexError, TypeError):
            raise _nowhere(way, name) from None
    last = way[-1]
    old: object = None
    if isinstance(holder, list):
        if not isinstance(last, int) or not 0 <= last <= len(holder):
            raise _nowhere(way, name)
        if value is None:
            if last == len(holder):
                raise _nowhere(way, name)
            del holder[last]
        elif last == len(holder):
            holder.append(_as_yaml(value, None))
        else:
            old = holder[last]
            holder[last] = _as_yaml(value, old)
    elif isinstance(holder, dict) and isinstance(last, str):
        if value is None:
            holder.pop(last, None)
        else:
            holder[last] = _as_yaml(value, holder.get(last))
    else:
        raise _nowhere(way, name)


def _nowhere(way: Way, name: str) -> GuideError:
    return GuideError(f"there is no place {' › '.join(map(str, way))} in this file", path=name)


def _as_yaml(value: object, old: object) -> object:
    """A value in the style that the old one had; long texts are folded."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString, ScalarString

    if isinstance(value, str):
        if "\n" in value.strip():
            return LiteralScalarString(value.strip("\n"))
        if isinstance(old, FoldedScalarString) or len(value) > WIDTH - 20:
            return FoldedScalarString(value)
        return type(old)(value) if isinstance(old, ScalarString) and "\n" not in old else value
    if isinstance(value, Mapping):
        return CommentedMap((str(key), _as_yaml(inner, None)) for key, inner in value.items())
    if isinstance(value, Sequence):
        made = CommentedSeq(_as_yaml(inner, None) for inner in value)
        if isinstance(old, CommentedSeq) and old.fa.flow_style():
            made.fa.set_flow_style()
        return made
    return value


def write_whole(path: Path, data: bytes) -> None:
    """Puts a new file in the old one's place in one step: a full disk or a crash leaves the old one.

    Raises:
        GuideError: when it can't be written.
    """
    real = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}-")
        made = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            made.chmod(real.stat().st_mode & 0o777 if real.exists() else 0o644)
            made.replace(real)
        finally:
            made.unlink(missing_ok=True)
    except OSError as error:
        raise GuideError(f"can't be saved: {error.strerror}", path=path.as_posix()) from None


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Only one at a time between looking and writing, where the system can lock a folder."""
    try:
        import fcntl
    except ImportError:  # Windows: the look is right before the write
        yield
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise GuideError(f"can't be opened: {error.strerror}", path=folder.as_posix()) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
