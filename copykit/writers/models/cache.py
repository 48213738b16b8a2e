"""Answers kept on disk: the same request gets the same pieces again, at once and for nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from copykit.draft import Usage
from copykit.writers.models.client import Account, Client, Piece, Request

__all__ = ["Answers", "Cached"]

MOST_BYTES = 64 * 1024 * 1024  # of texts; what was not asked for the longest goes first
PATIENCE = 5.0  # seconds to wait for another process; without the cache, the model is asked
VERSION = "1"  # of the form of the pieces
WHOLE = ("stop", "end_turn", "stop_sequence", "completed", "complete", "eos", "end")


class Answers:
    """Whole answers by the digest of what was asked, in one SQLite file; several processes may use it.

    It is only a cache: when it can't be read or written, nothing is found and nothing is kept. It holds
    what models said, and neither keys nor what they were asked.

    Args:
        path: the file; it and its folder are made when they are needed.
        most: bytes of text that are kept.
    """

    def __init__(self, path: Path, *, most: int = MOST_BYTES) -> None:
        self._path = path
        self._most = most

    def find(self, key: str) -> list[Piece] | None:
        """The pieces of an answer; None when it is not here."""
        try:
            with closing(self._connect()) as connection, connection:
                row = connection.execute("SELECT pieces FROM answers WHERE key = ?", (key,)).fetchone()
                if row is None:
                    return None
                latest = "UPDATE answers SET turn = (SELECT max(turn) + 1 FROM answers) WHERE key = ?"
                connection.execute(latest, (key,))
            return [Piece(**piece) for piece in json.loads(row[0])]
        except (OSError, sqlite3.Error, ValueError, TypeError):
            return None

    def keep(self, key: str, pieces: Sequence[Piece]) -> None:
        """Keeps an answer, and lets go of those that were not asked for the longest."""
        text = json.dumps([asdict(piece) for piece in pieces], ensure_ascii=False)
        size = len(text.encode())
        if size > self._most:
            return
        try:
            with closing(self._connect()) as connection, connection:
                connection.execute(
                    "INSERT OR REPLACE INTO answers (key, pieces, size, turn)"
                    " VALUES (?, ?, ?, (SELECT coalesce(max(turn), 0) + 1 FROM answers))",
                    (key, text, size),
                )
                connection.execute(
                    "DELETE FROM answers WHERE key IN (SELECT key FROM (SELECT key, sum(size) OVER"
                    " (ORDER BY turn DESC) AS total FROM answers) WHERE total > ?)",
                    (self._most,),
                )
        except (OSError, sqlite3.Error):
            return

    def _connect(self) -> sqlite3.Connection:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=PATIENCE)
        try:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, pieces TEXT NOT NULL,"
                " size INTEGER NOT NULL, turn INTEGER NOT NULL)"
            )
        except sqlite3.Error:
            connection.close()
            raise
        return connection


class Cached:
    """A client that looks for an answer before it asks.

    What is cut off, declined or empty is never kept.

    Args:
        client: the client that asks.
        answers: where answers are kept.
        address: where the model is asked; the same model at another address is another one.
    """

    def __init__(self, client: Client, answers: Answers, *, address: str = "") -> None:
        self._client = client
        self._answers = answers
        self._address = address

    @property
    def name(self) -> str:
        """`provider:model`."""
        return self._client.name

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        """Streams the answer; see `Client.ask`. One from the cache counts as `cached` and as nothing else."""
        key = self._key(request)
        found = self._answers.find(key)
        if found is not None:
            account(Usage(cached=1))
            yield from found
            return
        pieces: list[Piece] = []
        with closing(self._client.ask(request, account)) as asked:
            for piece in asked:
                pieces.append(piece)
                yield piece
        if _whole(pieces):
            self._answers.keep(key, pieces)

    def _key(self, request: Request) -> str:
        """The digest of all that an answer hangs on; the prompt's version is in its text."""
        asked = [VERSION, self.name, self._address, asdict(request)]
        return sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def _whole(pieces: Sequence[Piece]) -> bool:
    finish = next((piece.finish for piece in reversed(pieces) if piece.finish), "")
    said = any(piece.text.strip() for piece in pieces)
    return said and finish in WHOLE and not any(piece.refusal for piece in pieces)
