"""What has been written of an evaluation, line by line, so that one that was broken off goes on."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from copykit.draft import Usage
from copykit.errors import LibraryError
from copykit.evaluation.pieces import Piece

__all__ = ["Journal", "piece_from", "piece_to"]


class Journal:
    """A file with one JSON object a line, each a piece; what a kill has torn is left out.

    A piece that failed is not kept as done: the next run tries it again.

    Args:
        path: the file; it is made when the first piece is written.

    Raises:
        LibraryError: when it can't be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.pieces: dict[str, Piece] = {}
        self._torn = False
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return
        except OSError as error:
            raise LibraryError(f"can't be read: {error.strerror}", path=path.as_posix()) from None
        self._torn = bool(text) and not text.endswith("\n")
        for line in text.splitlines():
            piece = _read(line)
            if piece is not None and not piece.problem:
                self.pieces[piece.key] = piece

    def add(self, piece: Piece) -> None:
        """Appends a piece; it is on the disk when this returns.

        Raises:
            LibraryError: when it can't be written.
        """
        line = json.dumps(piece_to(piece), ensure_ascii=False) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"\n{line}" if self._torn else line)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise LibraryError(f"can't be written: {error.strerror}", path=self._path.as_posix()) from None
        self._torn = False
        if not piece.problem:
            self.pieces[piece.key] = piece

    def remove(self) -> None:
        """Takes the file away, once all of it stands elsewhere."""
        self._path.unlink(missing_ok=True)


def _read(line: str) -> Piece | None:
    try:
        return piece_from(json.loads(line))
    except (ValueError, TypeError, KeyError):
        return None


def piece_to(piece: Piece) -> dict[str, Any]:
    """A piece as JSON."""
    return asdict(piece)


def piece_from(tree: Mapping[str, Any]) -> Piece:
    """A piece from JSON; keys that a piece does not have are left out.

    Raises:
        TypeError: when it lacks a key.
    """
    known = {one.name for one in fields(Piece)}
    made = {name: value for name, value in tree.items() if name in known}
    usage = {one.name for one in fields(Usage)}
    used = {name: value for name, value in dict(tree.get("usage") or {}).items() if name in usage}
    return Piece(**{**made, "blocked": tuple(tree.get("blocked") or ()), "usage": Usage(**used)})
