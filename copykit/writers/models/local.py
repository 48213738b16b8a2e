"""Asks a model in a GGUF file on this machine, through llama.cpp inside this process."""

from __future__ import annotations

import os
from collections.abc import Generator, Mapping
from pathlib import Path
from queue import Queue
from threading import Event, Lock, Thread
from typing import Any

from copykit.draft import Usage
from copykit.errors import ContextTooLong, WriterError
from copykit.writers.models.client import Account, Piece, Request, estimate
from copykit.writers.models.faults import CONTEXT, Teller
from copykit.writers.models.providers import split_spec

__all__ = ["LocalClient"]

MOST_OUTPUT = 1_500  # tokens; small models that find no end would go on until the context is full
MOST_THREADS = 8  # beyond this, memory is what is waited for


class LocalClient:
    """Asks a model in a file; it is read when it is first asked, and stays in memory.

    One request is answered at a time. No more than one core less than there are is used, unless told
    otherwise, so that the machine stays usable.

    Args:
        spec: `local:PATH.gguf`.
        context: tokens that a request and its answer may have together.
        threads: how many threads compute; None: one less than there are cores.

    Raises:
        WriterError: when the spec is not `provider:model`, or there is no such file.
    """

    def __init__(self, spec: str, *, context: int, threads: int | None = None) -> None:
        self._spec = spec
        self._path = Path(split_spec(spec)[1]).expanduser()
        if not self._path.is_file():
            raise WriterError(f'there is no file "{self._path}"', advice="Write local:PATH.gguf.")
        self._context = context
        self._threads = threads or min(max(1, (os.cpu_count() or 2) - 1), MOST_THREADS)
        self._server: Any = None
        self._lock = Lock()
        self.teller = Teller(spec, base_url=None, variable="", secrets=())

    def __repr__(self) -> str:
        return f"LocalClient({self._spec!r})"

    @property
    def name(self) -> str:
        """`local:PATH.gguf`."""
        return self._spec

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        """Streams the answer; see `Client.ask`. Closing the stream stops the model at its next word.

        Raises:
            ContextTooLong: when the request is longer than the context.
            WriterError: when the file can't be read, or the package is not installed.
        """
        with self._lock:
            self._open()
            events: Queue[Any] = Queue()
            stopped = Event()
            worker = Thread(target=self._answer, args=(_body(request), events, stopped), daemon=True)
            worker.start()
            said, told = "", (0, 0)
            try:
                while (event := events.get()) is not None:
                    piece, usage = self._piece(event)
                    said += piece.text
                    told = usage or told
                    if piece != Piece():
                        yield piece
            finally:
                stopped.set()
                worker.join()
                account(_usage(request, said, told))

    def _open(self) -> None:
        """Reads the model.

        Raises:
            WriterError: when the package is not installed, or the file is no model.
        """
        if self._server is not None:
            return
        try:
            import xllamacpp
        except ImportError:
            raise WriterError(
                "models in files need a package that is not installed",
                advice="Run: pip install 'copykit[local]'. The offline writer needs none.",
            ) from None
        parameters = xllamacpp.CommonParams()
        parameters.model.path = str(self._path)
        parameters.n_ctx = self._context
        parameters.n_parallel = 1
        parameters.cpuparams.n_threads = self._threads
        parameters.cpuparams_batch.n_threads = self._threads
        parameters.verbosity = -1
        parameters.warmup = False
        # The package opens a port on this machine whatever it is told: it shows no page and tells no prompt.
        parameters.ui = False
        parameters.endpoint_slots = False
        try:
            self._server = xllamacpp.Server(parameters)
        # It raises errors of several kinds for a file that it can't read.
        except (RuntimeError, ValueError, OSError) as error:
            message = f'"{self._path.name}" can\'t be read as a model: {" ".join(str(error).split())[:200]}'
            raise WriterError(message, advice="Use a GGUF file that llama.cpp knows.") from None

    def _answer(self, body: Mapping[str, Any], events: Queue[Any], stopped: Event) -> None:
        """Runs the model in a thread of its own, since it gives its words by a callback."""

        def take(event: Any) -> bool:
            events.put(event)
            return stopped.is_set()

        try:
            self._server.handle_chat_completions(body, take)
        # Handed on to the thread that asks, where it becomes an error of ours.
        except Exception as error:  # noqa: BLE001
            events.put(error)
        finally:
            events.put(None)

    def _piece(self, event: Any) -> tuple[Piece, tuple[int, int] | None]:
        """An event as a piece, and the tokens that it tells.

        Raises:
            ContextTooLong: when it says that the request is too long.
            WriterError: when it says that something else is wrong.
        """
        if isinstance(event, Exception):
            raise self._fault(str(event))
        if error := event.get("error"):
            raise self._fault(str(error.get("message", error)))
        choice: Mapping[str, Any] = next(iter(event.get("choices") or ()), {})
        text = (choice.get("delta") or {}).get("content") or ""
        told = event.get("usage")
        usage = (int(told["prompt_tokens"]), int(told["completion_tokens"])) if told else None
        return Piece(text=text, finish=choice.get("finish_reason") or ""), usage

    def _fault(self, said: str) -> WriterError:
        flat = " ".join(said.split())[:200]
        if CONTEXT.search(said):
            advice = "Name an audience and a product in the brief, or give the model a larger context."
            return ContextTooLong(f"the request is longer than {self._spec} takes ({flat})", advice=advice)
        return WriterError(f"{self._spec} failed ({flat})", advice="Try again, or use another model.")


def _body(request: Request) -> dict[str, Any]:
    body: dict[str, Any] = {
        "messages": [
            {"role": "system", "content": request.system},
            {"role": "user", "content": request.user},
        ],
        "stream": True,
        "stream_options": {"include_usage": True},
        "seed": request.seed % 2**31,
        "max_tokens": request.most_output or MOST_OUTPUT,
    }
    if request.one_line:
        body["stop"] = ["\n"]
    if request.schema is not None:
        named = {"name": request.schema["title"], "schema": request.schema, "strict": True}
        body["response_format"] = {"type": "json_schema", "json_schema": named}
    return body


def _usage(request: Request, said: str, told: tuple[int, int]) -> Usage:
    if any(told):
        return Usage(input_tokens=told[0], output_tokens=told[1], requests=1)
    asked = estimate(request.system) + estimate(request.user)
    return Usage(input_tokens=asked, output_tokens=estimate(said), requests=1, estimated=1)
