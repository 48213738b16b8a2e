"""While a batch is written: Ctrl-C is heard, and how far it is gets shown."""

from __future__ import annotations

import os
import signal
import sys
import threading
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from copykit.outreach.batch import Progress

__all__ = ["STOPPED", "ProgressLine", "Stopper"]

STOPPED = 130  # the exit code of what a person stopped
TELL_EVERY = 5.0  # seconds between lines of progress where there is no terminal


def _say(text: str) -> None:
    click.echo(text, err=True)


class Stopper:
    """Hears Ctrl-C: the first one ends the batch when what is under way is done, the second one at once."""

    def __init__(self) -> None:
        self._heard = threading.Event()
        self._before: dict[int, Any] = {}

    def __call__(self) -> bool:
        return self._heard.is_set()

    def wait(self, seconds: float) -> bool:
        """Waits as long, or until it hears one; whether it has."""
        return self._heard.wait(seconds)

    def __enter__(self) -> Stopper:
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                self._before[number] = signal.signal(number, self._hear)
            except ValueError:  # not in the main thread: then somebody else hears it
                break
        return self

    def __exit__(self, *_: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    def _hear(self, *_: object) -> None:
        if self._heard.is_set():
            # Each attempt is in the journal or not at all, so that nothing is lost by this.
            os._exit(STOPPED)
        self._heard.set()
        _say("\nfinishing what is under way; Ctrl-C once more stops at once")


class ProgressLine:
    """Shows how far it is: on a terminal in one line, otherwise a line now and then."""

    def __init__(self) -> None:
        self._told = monotonic()
        self._first: tuple[float, int] | None = None
        self._line = sys.stderr.isatty()
        self._wide = 0

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, *_: object) -> None:
        if self._line and self._wide:
            click.echo("\r" + " " * self._wide + "\r", nl=False, err=True)

    def tell(self, progress: Progress) -> None:
        from copykit.outreach.telling import progress_text

        now = monotonic()
        if not progress.written:
            if progress.resumed:
                _say(f"going on: {progress.resumed:,} of {progress.total:,} were written before")
            return
        # How fast it is shows from the first piece on: before it, guide and workers were made ready.
        since, had = self._first = self._first or (now, progress.done)
        last = progress.done == progress.total
        if now - self._told < (0.1 if self._line else TELL_EVERY) and not last:
            return
        self._told = now
        text = progress_text(progress, seconds=now - since, pieces=progress.done - had)
        if self._line:
            click.echo("\r" + text.ljust(self._wide), nl=False, err=True)
            self._wide = len(text)
        elif not last:
            _say(text)
