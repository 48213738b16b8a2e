"""A server of the tests' own that speaks OpenAI's protocol over real HTTP, and does as the test says."""

from __future__ import annotations

import json
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

import pytest

from copykit.brief import Brief, load_brief
from copykit.formats import Format, load_formats
from copykit.guide import Guide, load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.writers import Task
from copykit.writers.models import ModelWriter
from copykit.writers.models.client import Timeouts
from copykit.writers.models.opening import Settings, open_chat

KEY = "sk-test-0123456789abcdefghij"

Behaviour: TypeAlias = Callable[["Exchange"], None]


@dataclass(frozen=True)
class Received:
    """One request as it came."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]

    @property
    def system(self) -> str:
        return self._message("system")

    @property
    def user(self) -> str:
        return self._message("user")

    def _message(self, role: str) -> str:
        return str(next(message["content"] for message in self.body["messages"] if message["role"] == role))


class Exchange(BaseHTTPRequestHandler):
    """One request and its answer."""

    protocol_version = "HTTP/1.1"
    server: ModelServer

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        body = json.loads(self.rfile.read(length))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.received.append(Received(self.path, headers, body))
        behaviour = self.server.next_behaviour()
        try:
            behaviour(self)
        except (BrokenPipeError, ConnectionResetError):
            self.server.hung_up.set()
            self.close_connection = True

    def do_GET(self) -> None:
        """Nothing but chat is asked for; whatever else comes is kept for the test to see."""
        self.server.asked_otherwise.append(self.path)
        self.send_error(404)

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def begin(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def send(self, data: str) -> None:
        raw = data.encode()
        self.wfile.write(f"{len(raw):x}\r\n".encode() + raw + b"\r\n")
        self.wfile.flush()

    def event(self, delta: Mapping[str, Any] | None, *, finish: str | None = None, **more: Any) -> None:
        choices = [] if delta is None else [{"index": 0, "delta": delta, "finish_reason": finish}]
        told = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": choices}
        self.send(f"data: {json.dumps({**told, **more})}\n\n")

    def say(self, text: str, *, size: int = 7) -> None:
        for at in range(0, len(text), size):
            self.event({"content": text[at : at + size]})

    def end(self, *, finish: str | None = "stop", usage: tuple[int, int] | None = (120, 45)) -> None:
        if finish:
            self.event({}, finish=finish)
        if usage:
            told, said = usage
            counts = {"prompt_tokens": told, "completion_tokens": said, "total_tokens": told + said}
            self.event(None, usage=counts)
        self.send("data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def refuse(
        self, status: int, message: str, *, code: str = "", headers: Iterable[tuple[str, str]] = ()
    ) -> None:
        body = json.dumps({"error": {"message": message, "type": "error", "code": code or None}}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self) -> None:
        """Breaks off without the end that HTTP asks for."""
        self.close_connection = True


class ModelServer(ThreadingHTTPServer):
    """Plays its behaviours one after the other, one for each request, the last one again and again.

    It keeps what it was sent.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.received: list[Received] = []
        self.behaviours: deque[Behaviour] = deque()
        self.asked_otherwise: list[str] = []
        self.hung_up = threading.Event()
        self._lock = threading.Lock()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def next_behaviour(self) -> Behaviour:
        with self._lock:
            return self.behaviours.popleft() if len(self.behaviours) > 1 else self.behaviours[0]

    def play(self, *behaviours: Behaviour) -> None:
        self.behaviours.extend(behaviours)

    def says(self, text: str, *, finish: str | None = "stop", size: int = 7) -> None:
        """Answers the next request with a text."""

        def behaviour(exchange: Exchange) -> None:
            exchange.begin()
            exchange.say(text, size=size)
            exchange.end(finish=finish)

        self.play(behaviour)

    def handle_error(self, request: Any, client_address: Any) -> None:
        self.hung_up.set()


@dataclass
class Desk:
    """What a test of the model writer needs at hand."""

    guide: Guide
    formats: Mapping[str, Format]
    briefs: Mapping[str, Brief]
    settings: dict[str, Any] = field(default_factory=dict)
    slept: list[float] = field(default_factory=list)
    shared: dict[str, Any] = field(default_factory=dict)

    def task(self, format: str = "sales-email", *, seed: int = 0, **brief: Any) -> Task:
        asked = self.briefs[format].model_copy(update=brief)
        today = self.guide.today(date(2026, 11, 23))
        return Task(format=self.formats[format], brief=asked, guide=self.guide, seed=seed, today=today)

    def writer(self, spec: str = "openai:test-model", **settings: Any) -> ModelWriter:
        """A writer that never really waits; `slept` has what it would have waited."""
        given: dict[str, Any] = {"api_key": KEY, "timeout": 20.0, **self.settings, **settings}
        timeouts = Timeouts(between=given.pop("timeout"))
        shared = Settings(
            timeouts=timeouts, sleep=self.slept.append, clock=lambda: sum(self.slept), **self.shared
        )
        return ModelWriter([open_chat(spec, settings=shared, **given)])


def load_desk(brand: str) -> Desk:
    folder = brands_dir() / brand
    formats = load_formats([prompts_dir()])
    briefs = {name: load_brief(folder / "examples" / f"{name}.yaml") for name in formats}
    return Desk(guide=load_guide(folder), formats=formats, briefs=briefs)


@pytest.fixture(scope="session")
def loaded() -> Desk:
    return load_desk("dewclaw")


@pytest.fixture
def desk(loaded: Desk) -> Desk:
    """The first sample brand with its example briefs, and writers without a server."""
    return replace(loaded, slept=[], shared={})


@pytest.fixture
def server() -> Iterator[ModelServer]:
    started = ModelServer()
    thread = threading.Thread(target=started.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield started
    started.shutdown()
    started.server_close()
    thread.join()


@pytest.fixture
def served(loaded: Desk, server: ModelServer) -> Desk:
    """The same, with writers that ask the test's server."""
    return replace(loaded, settings={"base_url": server.base_url}, slept=[], shared={})


@pytest.fixture
def official(loaded: Desk, server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The same, with writers that take the test's server for OpenAI's own."""
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    return replace(loaded, slept=[], shared={})


@pytest.fixture(autouse=True)
def nothing_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have keys, proxies and tracing set; none of it may reach them."""
    ours = ("OPENAI_", "LANGSMITH_", "LANGCHAIN_", "COPYKIT_")
    for name in list(os.environ):
        if name.upper().startswith(ours) or "PROXY" in name.upper():
            monkeypatch.delenv(name)
