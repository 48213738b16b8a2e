"""What a batch has written so far, so that a kill, a crash or a power cut loses nothing that was paid for.

`journal.jsonl` in the out folder: its first line says with which settings the batch was begun; each further
line is one attempt at one row, written and flushed before the next begins. A last line that was cut off by a
kill is dropped when the journal is opened again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from copykit.errors import LibraryError
from copykit.wording import listed

__all__ = ["JOURNAL", "Attempt", "Journal", "short_hash"]

JOURNAL = "journal.jsonl"
LOCK = ".lock"
VERSION = 1
SYNC_EVERY = 25  # attempts that a power cut may lose where writing again costs nothing

Attempt = Mapping[str, Any]  # what copykit.outreach.writing makes: row, key, try, seed, fields, ready …


class Journal:
    """The journal of one out folder, open for one process.

    Args:
        folder: the out folder; it is made if need be.
        settings: what the batch is written with, by the names that a user reads ("guide", "seed").
        paid: whether an attempt costs money, so that each is on the disk before the next is counted.
        restart: put an older journal aside and begin anew.

    Raises:
        LibraryError: when another process works in the folder, when the journal there was begun with other
            settings, when it is none of ours, or when it can't be written.
    """

    def __init__(
        self, folder: Path, settings: Mapping[str, str], *, paid: bool, restart: bool = False
    ) -> None:
        self.folder = folder
        self.path = folder / JOURNAL
        self.put_aside: Path | None = None
        self._paid, self._unsynced = paid, 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"the folder can't be made: {error.strerror}", path=folder.as_posix()
            ) from None
        self._lock = _locked(folder)
        try:
            if restart and self.path.exists():
                self.put_aside = _aside(self.path)
            self.attempts = self._open(settings)
        except BaseException:
            self._lock.close()
            raise

    def _open(self, settings: Mapping[str, str]) -> list[Attempt]:
        """The attempts so far; makes the journal where there is none, and drops a torn last line."""
        try:
            head, attempts, whole = _read(self.path)
            if head is not None:
                _verify(head, settings, self.folder)
            self._file: IO[bytes] = self.path.open("ab")
            self._file.truncate(whole)
            if head is None:
                self._add({"copykit": "batch", "version": VERSION, "settings": dict(settings)})
                self._sync()
        except OSError as error:
            raise LibraryError(f"can't be written: {error.strerror}", path=self.path.as_posix()) from None
        return attempts

    def add(self, attempt: Attempt) -> None:
        """Writes an attempt down.

        Raises:
            LibraryError: when the disk is full or gone; the attempt is then not kept.
        """
        try:
            self._add(attempt)
            self._unsynced += 1
            if self._paid or self._unsynced >= SYNC_EVERY:
                self._sync()
        except OSError as error:
            raise LibraryError(
                f"can't be written: {error.strerror}",
                path=self.path.as_posix(),
                advice="Make room and run the same command again: it goes on from here.",
            ) from None

    def _add(self, line: Mapping[str, Any]) -> None:
        # One write for one line, so that a kill leaves a whole line or a torn last one.
        self._file.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        self._file.flush()

    def _sync(self) -> None:
        os.fsync(self._file.fileno())
        self._unsynced = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sync()
        self._file.close()
        self._lock.close()


def short_hash(text: str) -> str:
    """Twelve hex digits of a text, to compare it with later."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _read(path: Path) -> tuple[Mapping[str, Any] | None, list[Attempt], int]:
    """The journal's head, its attempts, and how many bytes of it are whole lines."""
    if not path.exists():
        return None, [], 0
    data = path.read_bytes()
    whole = data.rfind(b"\n") + 1
    lines = list(_parsed(data[:whole]))
    if not lines:
        return None, [], 0
    head = lines[0]
    if head.get("copykit") != "batch" or not isinstance(head.get("settings"), dict):
        raise LibraryError(
            "this is no journal of a batch", path=path.as_posix(), advice="Name another --out."
        )
    if head.get("version") != VERSION:
        raise LibraryError(
            "this journal was begun by another version of copykit",
            path=path.as_posix(),
            advice="Use --restart.",
        )
    return head, [line for line in lines[1:] if "row" in line and "key" in line], whole


def _parsed(data: bytes) -> Iterator[dict[str, Any]]:
    """The lines that are whole JSON objects: what a failing disk spoiled is written anew."""
    for line in data.split(b"\n"):
        try:
            value = json.loads(line.decode("utf-8", "surrogatepass"))
        except ValueError:
            continue
        if isinstance(value, dict):
            yield value


def _verify(head: Mapping[str, Any], settings: Mapping[str, str], folder: Path) -> None:
    before = head["settings"]
    changed = [name for name in {**before, **settings} if before.get(name) != settings.get(name)]
    if not changed:
        return
    said = [
        f"{name} ({before.get(name, 'unset')}, now {settings.get(name, 'unset')})"
        if max(len(str(before.get(name, ""))), len(settings.get(name, ""))) <= 40
        else name
        for name in changed
    ]
    verb = "differs" if len(said) == 1 else "differ"
    raise LibraryError(
        f"a batch was begun here with other settings: {listed(said)} {verb}",
        path=folder.as_posix(),
        advice="Use the settings that it was begun with, name another --out, or write all anew with "
        "--restart (what is there is put aside, not lost).",
    )


def _aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"journal-{number}.jsonl")).exists():
        number += 1
    return path.rename(aside)


def _locked(folder: Path) -> IO[bytes]:
    """The folder's lock file, locked until it is closed or the process ends, however it ends."""
    busy = LibraryError(
        "another copykit is writing here",
        path=folder.as_posix(),
        advice="Wait until it is done, stop it, or name another --out.",
    )
    try:
        lock = (folder / LOCK).open("ab")
    except OSError as error:
        raise LibraryError(f"can't be written: {error.strerror}", path=folder.as_posix()) from None
    try:
        try:
            import fcntl
        except ImportError:  # Windows
            import msvcrt

            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        else:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise busy from None
    return lock
