"""Faults at every stage of a request, over real HTTP: no text lost, no request uncounted, one clear sentence.

The server counts what it is asked; the draft's account must say the same.
"""

from __future__ import annotations

import json
import logging
import socket
import threading
import traceback
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from copykit.draft import Draft, Usage, Values, get_leaf, set_leaf
from copykit.errors import (
    BadOutput,
    CutOff,
    Declined,
    EmptyAnswer,
    MissingKey,
    RateLimited,
    Unreachable,
    WriterError,
    WrongShape,
)
from copykit.improve import Budget
from copykit.writers import Chunk, Note, Part, Restart
from copykit.writers.models import ModelWriter
from copykit.writers.models.cache import Answers
from copykit.writers.models.client import ChatClient, Piece, Request, Timeouts
from copykit.writers.models.purse import Cap, Ledger, Purse
from copykit.writers.models.retries import Backoff
from copykit.writing import stream

if TYPE_CHECKING:
    from .conftest import Behaviour, Desk, Exchange, ModelServer

pytestmark = pytest.mark.loopback

KEY = "sk-test-0123456789abcdefghij"
EMAIL = {
    "subject": "saturday dentals",
    "preheader": "Who picks up the phone on Saturday?",
    "body": "Hi Joanne,\n\nYou open Saturdays now.\n\nThanks,\nHal",
}
ANSWER = json.dumps(EMAIL)
BODY_BEGINS = ANSWER.index("You open") + 3  # in the middle of the body


@dataclass
class Came:
    """All that came out of a writer, and the error that ended it."""

    values: Values
    notes: list[Note]
    used: Usage
    error: WriterError | None


def take(parts: Iterable[Part]) -> Came:
    came = Came(values={}, notes=[], used=Usage(), error=None)
    try:
        for part in parts:
            if isinstance(part, Chunk):
                text = get_leaf(came.values, part.path) + part.text
                came.values = set_leaf(came.values, part.path, text)
            elif isinstance(part, Restart):
                came.values = {name: value for name, value in came.values.items() if name != part.field}
            elif isinstance(part, Note):
                came.notes.append(part)
            else:
                came.used += part
    except WriterError as error:
        came.error = error
        told = f"{error} {error!r} {error.problems}"
        assert "\n" not in str(error) and 10 < len(str(error)) < 500
        assert KEY not in told
    return came


def whole(came: Came) -> bool:
    return {name: came.values.get(name) for name in EMAIL} == EMAIL


def refusal(status: int, message: str = "no", **more: Any) -> Behaviour:
    return lambda exchange: exchange.refuse(status, message, **more)


def cut_after(letters: int) -> Behaviour:
    def behaviour(exchange: Exchange) -> None:
        exchange.begin()
        exchange.say(ANSWER[:letters])
        exchange.hang_up()

    return behaviour


def saying(text: str, *, finish: str | None = "stop", usage: tuple[int, int] | None = (120, 45)) -> Behaviour:
    def behaviour(exchange: Exchange) -> None:
        exchange.begin()
        exchange.say(text)
        exchange.end(finish=finish, usage=usage)

    return behaviour


# ── before anything has come ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504, 529])
def test_a_passing_refusal_is_waited_out(served: Desk, server: ModelServer, status: int) -> None:
    server.play(refusal(status), refusal(status), saying(ANSWER))
    came = take(served.writer().write(served.task()))
    assert came.error is None and whole(came)
    assert came.used.requests == len(server.received) == 3
    assert (came.used.input_tokens, came.used.output_tokens) == (120, 45)
    assert len(served.slept) == 2 and served.slept[0] < served.slept[1]


@pytest.mark.parametrize(
    ("status", "kind"), [(400, WriterError), (401, MissingKey), (403, MissingKey), (404, WriterError)]
)
def test_a_lasting_refusal_is_told_at_once(
    served: Desk, server: ModelServer, status: int, kind: type[WriterError]
) -> None:
    server.play(refusal(status, f"not with {KEY}"))
    came = take(served.writer().write(served.task()))
    assert isinstance(came.error, kind)
    assert came.used.requests == len(server.received) == 1
    assert came.used.tokens == 0 and served.slept == []


@pytest.mark.parametrize("status", [429, 503])
def test_the_servers_own_waiting_time_is_kept(served: Desk, server: ModelServer, status: int) -> None:
    server.play(refusal(status, headers=[("Retry-After", "7")]), saying(ANSWER))
    came = take(served.writer().write(served.task()))
    assert whole(came)
    assert len(served.slept) == 1 and 7 <= served.slept[0] < 8


def test_a_waiting_time_may_be_a_date(served: Desk, server: ModelServer) -> None:
    def told(exchange: Exchange) -> None:
        exchange.send_response_only(429)
        exchange.send_header("Date", "Thu, 26 Nov 2026 10:00:00 GMT")
        exchange.send_header("Retry-After", "Thu, 26 Nov 2026 10:00:20 GMT")
        exchange.send_header("Content-Length", "0")
        exchange.end_headers()

    server.play(told, saying(ANSWER))
    assert whole(take(served.writer().write(served.task())))
    assert 20 <= served.slept[0] < 21


def test_who_would_have_to_wait_too_long_is_told(served: Desk, server: ModelServer) -> None:
    server.play(refusal(429, "slow down", headers=[("Retry-After", "3600")]))
    came = take(served.writer().write(served.task()))
    assert isinstance(came.error, RateLimited) and came.error.retry_after == 3600
    assert "Try again in 3600 seconds." in str(came.error)
    assert served.slept == [] and len(server.received) == 1


def test_a_spent_quota_is_not_waited_for(served: Desk, server: ModelServer) -> None:
    server.play(refusal(429, "You exceeded your current quota", code="insufficient_quota"))
    came = take(served.writer().write(served.task()))
    assert isinstance(came.error, RateLimited) and "is spent" in str(came.error)
    assert served.slept == [] and len(server.received) == 1


def test_a_closed_port_is_tried_once_more_and_counts_nothing(desk: Desk) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    came = take(desk.writer(base_url=f"http://127.0.0.1:{port}/v1").write(desk.task()))
    assert isinstance(came.error, Unreachable) and "can't be reached" in str(came.error)
    assert came.used == Usage()
    assert len(desk.slept) == 1


def test_a_server_that_speaks_no_tls_is_told(served: Desk, server: ModelServer) -> None:
    came = take(served.writer(base_url=server.base_url.replace("http:", "https:")).write(served.task()))
    assert isinstance(came.error, Unreachable)
    assert came.used == Usage()


def test_garbage_instead_of_http_is_told(desk: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            for _ in range(2):
                taken, _ = listening.accept()
                with taken:
                    taken.recv(65536)
                    taken.sendall(b"\x16\x03\x01 SSH-2.0-nothing\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        came = take(desk.writer(base_url=address).write(desk.task()))
        thread.join()
    assert isinstance(came.error, Unreachable)
    assert came.used.requests == 2


def test_a_first_byte_that_never_comes_is_told(served: Desk, server: ModelServer) -> None:
    let_go = threading.Event()
    server.play(lambda exchange: let_go.wait(20) or None)
    came = take(served.writer(timeout=0.2).write(served.task()))
    let_go.set()
    assert isinstance(came.error, Unreachable) and "too long" in str(came.error)
    assert came.used.requests == len(server.received) == 2


# ── in the middle ───────────────────────────────────────────────────────────────────────────────────


def test_what_breaks_off_is_gone_on_with_and_whole_fields_stay(served: Desk, server: ModelServer) -> None:
    server.play(cut_after(BODY_BEGINS), saying(json.dumps({"body": EMAIL["body"]})))
    came = take(served.writer().write(served.task()))
    assert came.error is None and whole(came)
    first, second = server.received
    assert list(second.body["response_format"]["json_schema"]["schema"]["properties"]) == ["body"]
    assert EMAIL["subject"] in second.user and "`body`" in second.user
    assert EMAIL["subject"] not in first.user
    assert came.used.requests == 2
    assert came.used.estimated == 1  # the server that broke off told no tokens, but they are paid for


def test_a_model_that_says_all_again_doubles_nothing(served: Desk, server: ModelServer) -> None:
    other = {**EMAIL, "subject": "another subject", "preheader": "another"}
    server.play(cut_after(BODY_BEGINS), saying(json.dumps(other)))
    came = take(served.writer().write(served.task()))
    assert whole(came)


def test_the_draft_never_holds_a_field_twice_on_its_way(served: Desk, server: ModelServer) -> None:
    server.play(cut_after(BODY_BEGINS), saying(json.dumps({"body": EMAIL["body"]})))
    task = served.task()
    drafts: list[Draft] = list(
        stream(
            task.format,
            task.brief,
            guide=task.guide,
            writer=served.writer(),
            today=task.today,
            budget=Budget(rounds=0),
        )
    )
    bodies = [str(draft.fields.get("body", "")) for draft in drafts if not draft.history]
    assert all(EMAIL["body"].startswith(body) for body in bodies)
    assert all(draft.fields["subject"] == EMAIL["subject"] for draft in drafts if draft.fields.get("body"))


def test_when_nothing_whole_had_come_the_same_is_asked_again(served: Desk, server: ModelServer) -> None:
    server.play(cut_after(12), saying(ANSWER))
    assert whole(take(served.writer().write(served.task())))
    first, second = server.received
    assert first.body == second.body


def test_what_came_is_kept_when_nothing_more_does(served: Desk, server: ModelServer) -> None:
    server.play(cut_after(BODY_BEGINS), refusal(500, "gone"))
    came = take(served.writer().write(served.task()))
    assert isinstance(came.error, Unreachable)
    assert came.values["subject"] == EMAIL["subject"]
    assert EMAIL["body"].startswith(str(came.values["body"])) and came.values["body"]
    assert came.used.requests == len(server.received)


def test_a_server_that_breaks_off_each_time_is_left(served: Desk, server: ModelServer) -> None:
    server.play(cut_after(BODY_BEGINS))
    came = take(served.writer().write(served.task()))
    assert isinstance(came.error, Unreachable) and "broke off in the middle" in str(came.error)
    assert came.used.requests == len(server.received) == 3


def test_an_answer_that_only_lacks_its_last_brace_is_whole(served: Desk, server: ModelServer) -> None:
    server.play(cut_after(len(ANSWER) - 1))
    came = take(served.writer().write(served.task()))
    assert came.error is None and whole(came)
    assert len(server.received) == 1


def test_a_broken_event_costs_no_text(served: Desk, server: ModelServer) -> None:
    def broken(exchange: Exchange) -> None:
        exchange.begin()
        exchange.say(ANSWER[:BODY_BEGINS])
        exchange.send('data: {"choices": [{"delta": {"content\n\n')
        exchange.wfile.write(b"0\r\n\r\n")

    server.play(broken, saying(json.dumps({"body": EMAIL["body"]})))
    came = take(served.writer().write(served.task()))
    assert came.error is None and whole(came)
    assert came.used.requests == 2


def test_a_drip_is_ended_by_the_time_for_a_whole_answer(served: Desk, server: ModelServer) -> None:
    """Comments keep a connection alive for ever; the clock here goes on by a minute at each look."""
    hung_up = server.hung_up

    def dripping(exchange: Exchange) -> None:
        exchange.begin()
        while not hung_up.is_set():
            exchange.send(": waiting\n\n")

    server.play(dripping)
    minutes = iter(range(0, 10**9, 60))
    client = ChatClient(
        "openai:m",
        base_url=server.base_url,
        timeouts=Timeouts(between=20.0, whole=600.0),
        clock=lambda: float(next(minutes)),
    )
    used: list[Usage] = []
    with pytest.raises(Unreachable, match="in the time that an answer may take"):
        list(client.ask(Request(system="s", user="u"), used.append))
    assert [usage.requests for usage in used] == [1]
    assert hung_up.wait(20)


def test_an_error_within_the_stream_is_told_in_the_servers_words(served: Desk, server: ModelServer) -> None:
    def failing(exchange: Exchange) -> None:
        exchange.begin()
        exchange.say(ANSWER[:40])
        exchange.send(f'data: {{"error": {{"message": "the GPU fell over, {KEY}"}}}}\n\n')
        exchange.wfile.write(b"0\r\n\r\n")

    server.play(failing)
    came = take(served.writer().write(served.task()))
    assert came.error is not None and "the GPU fell over" in str(came.error)
    assert came.values["subject"] == EMAIL["subject"]


# ── what is no answer ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("bad", "kind"),
    [
        pytest.param(saying(""), EmptyAnswer, id="empty"),
        pytest.param(saying("I'd rather not say."), WrongShape, id="prose"),
        pytest.param(saying('{"subject": ["a", {"b": 1}]}'), WrongShape, id="wrong schema"),
        pytest.param(saying('{"subject": oops'), WrongShape, id="no JSON"),
    ],
)
def test_an_unusable_answer_is_asked_for_once_more(
    served: Desk, server: ModelServer, bad: Behaviour, kind: type[BadOutput]
) -> None:
    server.play(bad, saying(ANSWER))
    came = take(served.writer().write(served.task()))
    assert came.error is None and whole(came)
    assert came.used.requests == len(server.received) == 2
    assert server.received[0].body["seed"] != server.received[1].body["seed"]

    server.behaviours.clear()
    server.play(bad)
    came = take(served.writer().write(served.task()))
    assert isinstance(came.error, kind)
    assert came.used.requests == len(server.received) - 2 == 2


def test_a_field_left_out_is_asked_for_alone(served: Desk, server: ModelServer) -> None:
    server.play(
        saying(json.dumps({**EMAIL, "preheader": ""})), saying(json.dumps({"preheader": "Saturdays"}))
    )
    came = take(served.writer().write(served.task()))
    assert came.values["preheader"] == "Saturdays" and came.values["body"] == EMAIL["body"]
    assert [note.problem for note in came.notes if note.problem] == []
    assert list(server.received[1].body["response_format"]["json_schema"]["schema"]["properties"]) == [
        "preheader"
    ]


def test_a_cut_off_answer_gets_more_room_and_goes_on(served: Desk, server: ModelServer) -> None:
    server.play(saying(ANSWER[:BODY_BEGINS], finish="length"), saying(json.dumps({"body": EMAIL["body"]})))
    came = take(served.writer().write(served.task()))
    assert came.error is None and whole(came)
    assert "max_tokens" not in server.received[0].body
    assert server.received[1].body["max_tokens"] >= 1000

    server.behaviours.clear()
    server.play(saying(ANSWER[:BODY_BEGINS], finish="length"))
    came = take(served.writer().write(served.task()))
    assert isinstance(came.error, CutOff)
    assert came.values["subject"] == EMAIL["subject"]


def test_openais_own_name_for_the_room_is_used_there(official: Desk, server: ModelServer) -> None:
    desk = replace(official, shared={"purse": Purse(run=Cap(tokens=10**6))})
    server.play(saying(ANSWER))
    take(desk.writer().write(desk.task()))
    assert server.received[0].body["max_completion_tokens"] == 16_000


def test_a_prompt_that_is_too_long_is_asked_again_without_what_can_be_left(
    served: Desk, server: ModelServer
) -> None:
    server.play(refusal(400, "maximum context length is 4096 tokens"), saying(ANSWER))
    came = take(served.writer().write(served.task()))
    assert came.error is None and whole(came)
    full, lean = server.received
    sample = max(served.guide.samples, key=lambda one: one.format == "sales-email").text.splitlines()[0]
    assert sample in full.system + full.user
    assert sample not in lean.system + lean.user


def test_a_refusal_is_not_asked_again(official: Desk, server: ModelServer) -> None:
    def declines(exchange: Exchange) -> None:
        exchange.begin()
        exchange.event({"role": "assistant", "refusal": "I can't help with that."})
        exchange.end()

    server.play(declines)
    came = take(official.writer().write(official.task()))
    assert isinstance(came.error, Declined) and "I can't help with that" in str(came.error)
    assert came.used.requests == len(server.received) == 1


def test_a_wrong_content_type_is_told(served: Desk, server: ModelServer) -> None:
    def page(exchange: Exchange) -> None:
        body = b"<html><title>Sign in</title></html>"
        exchange.send_response(200)
        exchange.send_header("Content-Type", "text/html")
        exchange.send_header("Content-Length", str(len(body)))
        exchange.end_headers()
        exchange.wfile.write(body)

    server.play(page)
    came = take(served.writer().write(served.task()))
    assert isinstance(came.error, BadOutput)
    assert came.used.requests == len(server.received)


def test_a_huge_answer_is_stopped_and_not_asked_for_again(served: Desk, server: ModelServer) -> None:
    def endless(exchange: Exchange) -> None:
        exchange.begin()
        exchange.say('{"subject": "')
        while True:
            exchange.say("word " * 8000, size=40_000)

    server.play(endless)
    came = take(served.writer().write(served.task()))
    assert isinstance(came.error, BadOutput) and "does not end" in str(came.error)
    assert len(server.received) == 1
    assert came.used.estimated == 1 and came.used.output_tokens > 40_000


def test_tokens_that_the_server_does_not_tell_are_estimated(served: Desk, server: ModelServer) -> None:
    server.play(saying(ANSWER, usage=None))
    came = take(served.writer().write(served.task()))
    sent = server.received[0].system + server.received[0].user
    assert came.used.estimated == came.used.requests == 1
    assert came.used.input_tokens == pytest.approx(len(sent) / 4, rel=0.01)
    assert came.used.output_tokens == pytest.approx(len(ANSWER) / 4, rel=0.05)


# ── many at once ────────────────────────────────────────────────────────────────────────────────────


def test_in_a_storm_of_429_every_writer_gets_its_answer_and_every_request_is_counted(
    served: Desk, server: ModelServer
) -> None:
    busy = refusal(429, "slow down", headers=[("Retry-After", "1")])
    server.play(*[busy, saying(ANSWER), busy] * 4, *[busy] * 6, saying(ANSWER))
    writer = replace(served, shared={"backoff": Backoff(tries=20)}).writer()
    with ThreadPoolExecutor(8) as pool:
        all_came = list(pool.map(lambda seed: take(writer.write(served.task(seed=seed))), range(8)))
    assert [came.error for came in all_came] == [None] * 8
    assert all(whole(came) for came in all_came)
    assert sum(came.used.requests for came in all_came) == len(server.received)
    assert sum(came.used.input_tokens for came in all_came) == 8 * 120


# ── another model stands in ─────────────────────────────────────────────────────────────────────────


def two(desk: Desk, **first: Any) -> ModelWriter:
    """A writer with a model that stands in; both are at the test's server unless told otherwise."""
    one, other = desk.writer("openai:first", **first), desk.writer("openai:second")
    return ModelWriter([*one._models, *other._models])


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param([refusal(401, "no such key")], id="key refused"),
        pytest.param([refusal(404, "no such model")], id="no such model"),
        pytest.param([refusal(429, "quota", code="insufficient_quota")], id="quota"),
        pytest.param([refusal(503)] * 5, id="down"),
        pytest.param([refusal(400, "maximum context length")] * 2, id="context"),
        pytest.param([saying("")] * 2, id="empty"),
        pytest.param([saying("", finish="content_filter")], id="filtered"),
        pytest.param([saying("no")] * 2, id="wrong shape"),
    ],
)
def test_another_model_stands_in_and_the_draft_says_so(
    served: Desk, server: ModelServer, bad: list[Behaviour]
) -> None:
    server.play(*bad, saying(ANSWER))
    task = served.task()
    *_, draft = stream(
        task.format, task.brief, guide=task.guide, writer=two(served), today=task.today,
        budget=Budget(rounds=0),
    )  # fmt: skip
    assert draft.fields["subject"] == EMAIL["subject"]
    assert draft.writer == "openai:second"
    assert draft.remarks[0].startswith("openai:second stood in for openai:first: ")
    assert [one.body["model"] for one in server.received] == ["first"] * len(bad) + ["second"]
    assert draft.usage.requests == len(server.received)


def test_the_other_model_goes_on_where_the_first_broke_off(served: Desk, server: ModelServer) -> None:
    rest = json.dumps({"body": EMAIL["body"]})
    server.play(cut_after(BODY_BEGINS), *[refusal(500)] * 5, saying(rest))
    came = take(two(served).write(served.task()))
    assert came.error is None and whole(came)
    assert server.received[-1].body["model"] == "second"
    assert EMAIL["subject"] in server.received[-1].user


def test_when_none_can_write_the_last_ones_fault_is_told(served: Desk, server: ModelServer) -> None:
    server.play(refusal(404, "gone"))
    came = take(two(served).write(served.task()))
    assert came.error is not None and "there is no openai:second" in str(came.error)


# ── keys ────────────────────────────────────────────────────────────────────────────────────────────


def test_no_key_is_in_a_draft_an_error_a_log_or_a_file(
    served: Desk, server: ModelServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even when the server says it back, and everything logs all that it can."""
    caplog.set_level(logging.DEBUG)
    echo = json.dumps({**EMAIL, "subject": f"hello {KEY}"})
    leak = refusal(500, f"bad key {KEY} in {{'Authorization': 'Bearer {KEY}'}}")
    wrong = refusal(401, f"Incorrect API key: {KEY}")
    server.play(leak, saying(echo), wrong)
    purse = Purse(ledger=Ledger(tmp_path / "spending.sqlite"), today=lambda: date(2026, 11, 26))
    desk = replace(served, shared={"answers": Answers(tmp_path / "answers.sqlite"), "purse": purse})
    writer, task = desk.writer(), desk.task()
    first = take(writer.write(task))
    assert first.values["subject"] == "hello …"
    second = take(writer.write(desk.task(seed=5)))
    assert isinstance(second.error, MissingKey)
    shown = "".join(traceback.format_exception(second.error))
    assert KEY not in f"{writer!r} {vars(writer)!r} {first} {second} {shown}"
    assert KEY not in caplog.text
    files = [path.read_bytes() for path in tmp_path.iterdir()]
    assert len(files) == 2
    assert [KEY.encode() in data for data in files] == [False, False]


def test_nobody_else_is_told_whatever_langchain_is_set_to(
    served: Desk, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tracing is often set for other programs; it would send briefs and copy to a third party."""
    from langchain_core.tracers.langchain import wait_for_all_tracers
    from langsmith.utils import get_env_var

    get_env_var.cache_clear()
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("LANGSMITH_ENDPOINT", server.base_url)
    monkeypatch.setenv("LANGSMITH_API_KEY", "ls-test")
    server.play(saying(ANSWER))
    assert whole(take(served.writer().write(served.task())))
    wait_for_all_tracers()
    get_env_var.cache_clear()
    assert [one.path for one in server.received] == ["/v1/chat/completions"]
    assert server.asked_otherwise == []


# ── a cancel ────────────────────────────────────────────────────────────────────────────────────────


def test_closing_the_stream_hangs_up_and_the_account_is_told(server: ModelServer) -> None:
    def endless(exchange: Exchange) -> None:
        exchange.begin()
        while True:
            exchange.say("word " * 400)

    server.play(endless)
    used: list[Usage] = []
    client = ChatClient("openai:m", base_url=server.base_url)
    pieces = client.ask(Request(system="s" * 400, user="u"), used.append)
    assert isinstance(next(pieces), Piece)
    pieces.close()
    assert server.hung_up.wait(20)
    assert [(usage.requests, usage.estimated) for usage in used] == [(1, 1)]
    assert used[0].input_tokens > 100
