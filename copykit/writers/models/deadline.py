"""Ends an answer that takes longer than a whole answer may, however steadily its bytes drip."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

__all__ = ["TooSlow", "watched_http"]


class TooSlow(Exception):
    """An answer was not done in time."""


def watched_http(most: float, clock: Callable[[], float]) -> Any:
    """The openai package's own HTTP client, with an eye on the clock while an answer comes.

    The time between two pieces alone does not do: a server that waits in a queue sends comments all along,
    and one that is out of order may send a byte a minute.

    Args:
        most: seconds that an answer may take from its first byte on.
        clock: seconds that only grow.
    """
    from openai import DefaultHttpxClient

    def watch(response: Any) -> None:
        response.stream = _watched(response.stream, clock() + most, clock)

    return DefaultHttpxClient(event_hooks={"response": [watch]})


def _watched(stream: Any, until: float, clock: Callable[[], float]) -> Any:
    """A stream of bytes that ends with `TooSlow` when its time is over; its kind is that of the client."""
    kind: Any = next(base for base in type(stream).__mro__ if base.__name__ == "SyncByteStream")

    class Watched(kind):  # type: ignore[misc]
        def __iter__(self) -> Iterator[bytes]:
            for data in stream:
                if clock() > until:
                    raise TooSlow
                yield data

        def close(self) -> None:
            stream.close()

    return Watched()
