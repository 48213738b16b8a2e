"""A model in a file: our side of it, with a stand-in for the package that has the same face."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from copykit.draft import Usage
from copykit.errors import ContextTooLong, WriterError
from copykit.writers.models.client import Piece, Request
from copykit.writers.models.local import LocalClient

REQUEST = Request(system="Say hello.", user="Now.", seed=2**40 + 5)
Events = list[Any]


class Package(ModuleType):
    """Stands in for xllamacpp: the same names, and events as its server gave them when it was tried."""

    def __init__(self) -> None:
        super().__init__("xllamacpp")
        self.opened: list[Any] = []
        self.bodies: list[dict[str, Any]] = []
        self.events: Events = []
        self.given = 0
        package = self

        class CommonParams(SimpleNamespace):
            def __init__(self) -> None:
                super().__init__(
                    model=SimpleNamespace(path=""),
                    cpuparams=SimpleNamespace(),
                    cpuparams_batch=SimpleNamespace(),
                )

        class Server:
            def __init__(self, parameters: Any) -> None:
                if Path(parameters.model.path).read_bytes() != b"GGUF":
                    raise RuntimeError("Failed to load the model")
                package.opened.append(parameters)

            def handle_chat_completions(self, body: dict[str, Any], take: Callable[[Any], bool]) -> None:
                package.bodies.append(body)
                for event in package.events:
                    if isinstance(event, Exception):
                        raise event
                    package.given += 1
                    if take(event):
                        return

        self.CommonParams = CommonParams
        self.Server = Server


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> Package:
    made = Package()
    monkeypatch.setitem(sys.modules, "xllamacpp", made)
    return made


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "small.gguf"
    path.write_bytes(b"GGUF")
    return path


def delta(text: str | None, finish: str | None = None) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": finish}]}


def ask(client: LocalClient, request: Request = REQUEST) -> tuple[list[Piece], list[Usage]]:
    used: list[Usage] = []
    return list(client.ask(request, used.append)), used


def test_streams_the_words_and_counts_them(package: Package, model: Path) -> None:
    usage = {"prompt_tokens": 34, "completion_tokens": 3}
    package.events = [
        delta(None),
        delta("Hel"),
        delta("lo"),
        delta(None, "stop"),
        {"choices": [], "usage": usage},
    ]
    pieces, used = ask(LocalClient(f"local:{model}", context=512, threads=3))
    assert pieces == [Piece(text="Hel"), Piece(text="lo"), Piece(finish="stop")]
    assert used == [Usage(input_tokens=34, output_tokens=3, requests=1)]
    parameters = package.opened[0]
    assert (parameters.n_ctx, parameters.cpuparams.n_threads) == (512, 3)
    assert not parameters.endpoint_slots and not parameters.ui
    body = package.bodies[0]
    assert [message["content"] for message in body["messages"]] == ["Say hello.", "Now."]
    assert 0 <= body["seed"] < 2**31 and body["max_tokens"] > 0
    assert "response_format" not in body and "stop" not in body


def test_one_line_ends_at_its_end(package: Package, model: Path) -> None:
    ask(LocalClient(f"local:{model}", context=512), Request(system="s", user="u", one_line=True))
    assert package.bodies[0]["stop"] == ["\n"]


def test_the_model_is_read_once(package: Package, model: Path) -> None:
    client = LocalClient(f"local:{model}", context=512)
    assert package.opened == []
    ask(client)
    ask(client)
    assert len(package.opened) == 1
    assert package.opened[0].cpuparams.n_threads >= 1


def test_a_schema_is_asked_for(package: Package, model: Path) -> None:
    schema = {"title": "line", "type": "object"}
    ask(LocalClient(f"local:{model}", context=512), Request(system="s", user="u", schema=schema))
    asked = package.bodies[0]["response_format"]
    assert asked["json_schema"]["schema"] == schema


def test_closing_the_stream_stops_the_model(package: Package, model: Path) -> None:
    package.events = [delta("word ")] * 100_000
    used: list[Usage] = []
    pieces = LocalClient(f"local:{model}", context=512).ask(REQUEST, used.append)
    next(pieces)
    pieces.close()
    assert package.given < 100_000
    assert [(usage.requests, usage.estimated) for usage in used] == [(1, 1)]


@pytest.mark.parametrize(
    ("event", "kind", "said"),
    [
        (
            {"error": {"code": 400, "message": "request (5031 tokens) exceeds the available context size"}},
            ContextTooLong,
            "longer than",
        ),
        ({"error": {"code": 500, "message": "out of memory"}}, WriterError, "out of memory"),
        (ValueError("Unable to generate parser\nfor this template"), WriterError, "Unable to generate"),
    ],
)
def test_what_goes_wrong_is_told_in_a_sentence(
    package: Package, model: Path, event: Any, kind: type[WriterError], said: str
) -> None:
    package.events = [delta("Hel"), event]
    with pytest.raises(kind) as refused:
        ask(LocalClient(f"local:{model}", context=512))
    assert said in str(refused.value) and "\n" not in str(refused.value)


def test_a_file_that_is_no_model_is_told(package: Package, model: Path) -> None:
    model.write_bytes(b"PNG")
    with pytest.raises(WriterError, match=r'"small.gguf" can\'t be read as a model'):
        ask(LocalClient(f"local:{model}", context=512))


def test_a_file_that_is_not_there_is_told(package: Package, tmp_path: Path) -> None:
    with pytest.raises(WriterError, match="there is no file"):
        ask(LocalClient(f"local:{tmp_path / 'none.gguf'}", context=512))


def test_without_the_package_the_way_to_get_it_is_told(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(WriterError, match=r"pip install 'copykit\[local\]'"):
        ask(LocalClient(f"local:{model}", context=512))
