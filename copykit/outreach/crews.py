"""Who carries out the attempts: this process, some threads for a model, or some processes without one."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

from copykit.outreach.attempts import Order, Write

__all__ = ["Crew", "alone", "processes", "threads"]

# Makes what writes, in each worker process for itself: it has to be a function that can be named there.
MakeWrite = Callable[..., Write]


class Crew:
    """Takes orders, and gives back futures of attempts.

    Attributes:
        size: how many orders it works on at once.
    """

    def __init__(
        self, submit: Callable[[Order], Future[dict[str, Any]]], size: int, executor: Executor | None
    ) -> None:
        self.submit, self.size, self._executor = submit, size, executor

    def stop(self) -> None:
        """Begins nothing more; what is under way goes on."""
        if self._executor:
            self._executor.shutdown(wait=False, cancel_futures=True)


@contextlib.contextmanager
def alone(write: Write) -> Iterator[Crew]:
    """This process, one order after the other."""

    def submit(order: Order) -> Future[dict[str, Any]]:
        future: Future[dict[str, Any]] = Future()
        future.set_result(write(order))
        return future

    yield Crew(submit, 1, None)


@contextlib.contextmanager
def threads(write: Write, size: int) -> Iterator[Crew]:
    """Threads: a model is waited for most of the time."""
    with ThreadPoolExecutor(size, thread_name_prefix="copykit-write") as pool:
        yield Crew(lambda order: pool.submit(write, order), size, pool)


@contextlib.contextmanager
def processes(make: MakeWrite, arguments: tuple[Any, ...], size: int) -> Iterator[Crew]:
    """Processes: writing without a model takes the processor.

    Args:
        make: a function of a module that makes what writes, called in each process with the arguments.
        arguments: what can be sent to another process.
        size: how many.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(size, context, initializer=_begin, initargs=(make, arguments)) as pool:
        yield Crew(lambda order: pool.submit(_work, order), size, pool)


_write: Write | None = None


def _begin(make: MakeWrite, arguments: tuple[Any, ...]) -> None:
    """Makes a worker ready. It ends with the process that started it, however that one ends."""
    global _write
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who waits for us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _write = make(*arguments)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(order: Order) -> dict[str, Any]:
    assert _write is not None
    return _write(order)
