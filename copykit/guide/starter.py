"""A new brand's folder: commented files, made up but true to shape, to be replaced text by text."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from copykit.errors import GuideError

__all__ = ["make_starter"]

_FILES = Path(__file__).parent / "starter_files"
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
# Names that Windows keeps for devices.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


def make_starter(name: str, *, parent: Path) -> Path:
    """Makes a brand folder that loads, passes its own check and can be written with at once.

    Args:
        name: the folder's name: lower-case letters, digits and hyphens, at most 60.
        parent: where to put it; made when it is not there.

    Returns:
        The new folder.

    Raises:
        GuideError: for a name that can't be a folder's, or when there is something of that name already.
    """
    if not _NAME.fullmatch(name) or name in _RESERVED:
        raise GuideError(
            f"\"{name}\" can't be a brand's folder",
            advice='Use lower-case letters, digits and hyphens, such as "acme-bikes".',
        )
    folder = parent / name
    if folder.exists() or folder.is_symlink():
        raise GuideError(
            f"{folder.as_posix()} is there already, and nothing in it was changed",
            advice="Choose another name, or move that folder away.",
        )
    try:
        parent.mkdir(parents=True, exist_ok=True)
        # Made beside its place and moved there whole, so that no half of a brand is ever left behind.
        with tempfile.TemporaryDirectory(dir=parent, prefix=f".{name}-") as made:
            _fill(Path(made) / name, name)
            (Path(made) / name).rename(folder)
    except OSError as error:
        raise GuideError(f"{folder.as_posix()} can't be made: {error.strerror}") from None
    return folder


def _fill(folder: Path, name: str) -> None:
    title = " ".join(word.capitalize() for word in name.split("-") if word)
    for path in sorted(_FILES.rglob("*.*")):
        text = path.read_text(encoding="utf-8")
        text = text.replace("Starter Brand", title).replace("starter-brand.example", f"{name}.example")
        made = folder / path.relative_to(_FILES)
        # Written anew, not copied: an installed package's files may be read-only.
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(text, encoding="utf-8", newline="\n")
