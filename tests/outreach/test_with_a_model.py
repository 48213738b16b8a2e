"""A batch with a model over real HTTP: asked at once, told to wait, killed, resumed, and paid for once."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import re
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from copykit.house import brands_dir

ROWS, AT_ONCE = 12, 3

pytestmark = pytest.mark.loopback


class Answers(BaseHTTPRequestHandler):
    """Writes each reader a mail of a few words; every fifth request is told to come back later."""

    protocol_version = "HTTP/1.1"
    server: Model

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        user = body["messages"][-1]["content"]
        reader = re.search(r"email: jo(\d+)@", user)
        assert reader, "the prompt does not say whom it is written to"
        if self.server.turned_away():
            self._send(429, b'{"error": {"message": "slow down"}}', "application/json", ("Retry-After", "0"))
            return
        number = reader[1]
        self.server.answered(number)
        piece = {
            "subject": f"door {number}",
            "preheader": f"paint {number}",
            "body": f"Hi Jo,\n\nDoor {number}.",
        }
        events: list[dict[str, Any]] = [
            {"choices": [{"index": 0, "delta": {"content": json.dumps(piece)}, "finish_reason": None}]},
            {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
            {"choices": [], "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}},
        ]
        told = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        lines = [f"data: {json.dumps({**told, **event})}\n\n" for event in events]
        self._send(200, "".join([*lines, "data: [DONE]\n\n"]).encode(), "text/event-stream")

    def _send(self, status: int, body: bytes, kind: str, *more: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), *more):
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # whoever asked was killed
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class Model(ThreadingHTTPServer):
    """Counts what it was asked for, and stops answering after `most` until it is told to go on."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked: Counter[str] = Counter()
        self.requests = 0
        self.reached, self.go_on = threading.Event(), threading.Event()
        self.most = 5
        self._lock = threading.Lock()

    def turned_away(self) -> bool:
        with self._lock:
            self.requests += 1
            return self.requests % 5 == 0

    def answered(self, reader: str) -> None:
        with self._lock:
            self.asked[reader] += 1
            over = self.asked.total() > self.most
        if over:
            self.reached.set()
            self.go_on.wait(timeout=60)


@pytest.fixture
def model() -> Iterator[Model]:
    with Model() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield server
        server.go_on.set()
        server.shutdown()
        thread.join()


def test_what_a_killed_batch_has_paid_for_is_not_asked_for_again(model: Model, tmp_path: Path) -> None:
    lines = ["First Name,Title,Company,Industry,Email,Observation"]
    for number in range(ROWS):
        firm = number // 3
        lines.append(
            f"Jo,Owner,Clinic {firm},Veterinary,jo{number}@clinic{firm}.example,Door {number} has new paint."
        )
    rows, out = tmp_path / "rows.csv", tmp_path / "out"
    rows.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [
        sys.executable, "-m", "copykit", "write-batch", "sales-email", "--writer", "openai:stub",
        "--brand", str(brands_dir() / "dewclaw"), "--rows", str(rows), "--out", str(out), "--rounds", "0",
        "--concurrency", str(AT_ONCE),
    ]  # fmt: skip
    address = {"OPENAI_BASE_URL": f"http://127.0.0.1:{model.server_port}/v1", "OPENAI_API_KEY": "sk-none"}
    environment = {**os.environ, **address}
    killed = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert model.reached.wait(timeout=120)
    killed.kill()
    killed.wait()
    model.most = 10**6
    model.go_on.set()
    kept = [json.loads(line) for line in (out / "journal.jsonl").read_bytes().split(b"\n")[1:] if line]
    before = model.asked.total()
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 1, told.stderr
    with (out / "results.csv").open(encoding="utf-8-sig", newline="") as file:
        made = list(csv.DictReader(file))
    assert [row["copy_subject"] for row in made] == [f"door {number}" for number in range(ROWS)]
    assert all(row["copy_tokens"] == "120" for row in made)
    # What was under way when it was killed had to be asked for again, and nothing else.
    assert model.asked.total() - before == ROWS - len(kept)
    assert model.asked.total() - ROWS <= AT_ONCE
    assert f"going on: {len(kept)} of {ROWS}" in told.stderr
    assert "1,440 tokens" in told.stdout
