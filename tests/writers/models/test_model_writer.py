"""The model writer against a real server over HTTP: it streams, and each fault ends in one clear sentence."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from copykit.draft import Usage, Values, get_leaf, set_leaf
from copykit.errors import (
    BadOutput,
    ContextTooLong,
    MissingKey,
    RateLimited,
    SpendingCap,
    Unreachable,
    WriterError,
)
from copykit.guide.types import LegalLine, Standing
from copykit.improve import Budget
from copykit.writers import Chunk, Note, Part
from copykit.writers.choose import ModelOptions, choose_writer
from copykit.writers.models.opening import open_chat
from copykit.writing import stream

if TYPE_CHECKING:
    from .conftest import Desk, Exchange, ModelServer

pytestmark = pytest.mark.loopback

KEY = "sk-test-0123456789abcdefghij"
EMAIL = {
    "subject": "saturday dentals",
    "preheader": "Who picks up the phone 📞 on Saturday?",
    "body": 'Hi Joanne,\n\nYou "open" Saturdays now.\n\nThanks,\nHal',
}
ANSWER = json.dumps(EMAIL)


def gather(parts: Iterable[Part]) -> tuple[Values, list[Note], list[Usage]]:
    values: Values = {}
    notes, usages = [], []
    for part in parts:
        if isinstance(part, Chunk):
            values = set_leaf(values, part.path, get_leaf(values, part.path) + part.text)
        elif isinstance(part, Note):
            notes.append(part)
        else:
            usages.append(part)
    return values, notes, usages


def fault(parts: Iterable[Part]) -> tuple[WriterError, Values, list[Usage]]:
    """The error that ends a stream, with what came before it."""
    values: Values = {}
    usages = []
    with pytest.raises(WriterError) as caught:
        for part in parts:
            if isinstance(part, Chunk):
                values = set_leaf(values, part.path, get_leaf(values, part.path) + part.text)
            elif isinstance(part, Usage):
                usages.append(part)
    told = str(caught.value)
    assert "\n" not in told
    assert len(told) < 500
    assert KEY not in told
    assert KEY not in repr(caught.value)
    return caught.value, values, usages


def test_a_disclaimer_comes_only_where_the_answer_calls_for_it(served: Desk, server: ModelServer) -> None:
    said, unsaid = EMAIL["subject"].split()[-1].strip(".?!"), "xylophone"
    lines = [
        LegalLine(id="said", text="This one is due.", words=[said]),
        LegalLine(id="unsaid", text="This one is not.", words=[unsaid]),
    ]
    task = served.task()
    brand = task.guide.brand.model_copy(update={"legal": lines})
    server.says(ANSWER)
    values, _, _ = gather(served.writer().write(replace(task, guide=replace(task.guide, brand=brand))))
    assert values["legal"] == "This one is due."


def test_fills_the_fields_and_counts_the_tokens(served: Desk, server: ModelServer) -> None:
    server.says(ANSWER)
    values, notes, usages = gather(served.writer().write(served.task()))
    legal = next(line.text for line in served.guide.brand.legal if "email" in line.channels)
    assert values == {**EMAIL, "legal": legal}
    assert usages == [Usage(input_tokens=120, output_tokens=45, requests=1, unpriced=1)]
    assert [note.problem for note in notes if note.problem] == []
    assert len(server.received) == 1


def test_streams_while_the_server_is_still_writing(served: Desk, server: ModelServer) -> None:
    seen_by_us = threading.Event()
    streamed = threading.Event()

    def slowly(exchange: Exchange) -> None:
        exchange.begin()
        exchange.say(ANSWER[:30])
        if seen_by_us.wait(20):
            streamed.set()
        exchange.say(ANSWER[30:])
        exchange.end()

    server.play(slowly)
    texts = []
    for part in served.writer().write(served.task()):
        if isinstance(part, Chunk):
            texts.append(part.text)
            seen_by_us.set()
    assert streamed.is_set()
    assert len(texts) > 5


def test_asks_for_the_shape_and_the_count(served: Desk, server: ModelServer) -> None:
    server.says(ANSWER)
    gather(served.writer().write(served.task(seed=7)))
    body = server.received[0].body
    assert body["stream_options"] == {"include_usage": True}
    assert body["model"] == "test-model"
    assert body["seed"] == 7
    schema = body["response_format"]["json_schema"]["schema"]
    assert list(schema["properties"]) == ["subject", "preheader", "body"]
    assert schema["required"] == ["subject", "preheader", "body"]
    assert "maxLength" not in json.dumps(schema)
    assert server.received[0].headers["authorization"] == f"Bearer {KEY}"


def test_the_prompt_sent_holds_what_may_be_said_today_and_nothing_else(
    served: Desk, server: ModelServer
) -> None:
    server.says(ANSWER)
    task = served.task(product="")
    gather(served.writer().write(task))
    sent = server.received[0].user
    audience = task.brief.audience
    dated = [*task.guide.claims, *task.guide.offers]
    usable = [
        part
        for part in dated
        if part.standing(task.today, region=task.guide.brand.region, channel="email", audience=audience)
        is Standing.USABLE
    ]
    assert 0 < len(usable) < len(dated)
    for part in dated:
        assert (part.text in sent) == (part in usable), part.id
    assert task.brief.observation in sent
    for trait in task.guide.brand.voice:
        assert trait.example in server.received[0].system


def test_a_server_without_schemas_is_asked_once_more_plainly(served: Desk, server: ModelServer) -> None:
    server.play(lambda exchange: exchange.refuse(400, "response_format: json_schema is not supported"))
    server.says(f"Here it is:\n```json\n{ANSWER}\n```\n")
    values, _, usages = gather(served.writer().write(served.task()))
    assert values["subject"] == EMAIL["subject"]
    assert "response_format" in server.received[0].body
    assert "response_format" not in server.received[1].body
    assert "stream_options" not in server.received[1].body
    assert sum(usage.requests for usage in usages) == 2


def test_a_server_that_fails_is_asked_again_later_each_time(served: Desk, server: ModelServer) -> None:
    server.play(lambda exchange: exchange.refuse(503, "overloaded"))
    error, _, usages = fault(served.writer().write(served.task()))
    assert isinstance(error, Unreachable)
    assert "overloaded" in str(error)
    assert len(server.received) == sum(usage.requests for usage in usages) == 5
    assert all(0.25 * 2**n <= slept <= 0.5 * 2**n for n, slept in enumerate(served.slept))
    assert len(served.slept) == 4


def test_no_key_is_told_before_anything_is_sent(desk: Desk) -> None:
    writer = desk.writer(api_key=None)
    error, _, _ = fault(writer.write(desk.task()))
    assert isinstance(error, MissingKey)
    assert str(error) == (
        "openai:test-model wants a key, and OPENAI_API_KEY is not set. "
        "Set OPENAI_API_KEY, or write with the offline writer, which needs no model."
    )


def test_a_server_of_ones_own_needs_no_key(served: Desk, server: ModelServer) -> None:
    server.says(ANSWER)
    gather(served.writer(api_key=None).write(served.task()))
    assert server.received[0].headers["authorization"] == "Bearer not-needed"


def test_401_says_that_the_key_was_refused_and_never_shows_it(served: Desk, server: ModelServer) -> None:
    said = f"Incorrect API key provided: {KEY}. You can find yours in your account."
    server.play(lambda exchange: exchange.refuse(401, said, code="invalid_api_key"))
    error, _, _ = fault(served.writer().write(served.task()))
    assert isinstance(error, MissingKey)
    assert "refused the key" in str(error)
    assert "OPENAI_API_KEY" in str(error)
    assert "offline writer" in str(error)


@pytest.mark.parametrize(
    "leak",
    [
        "an-odd-one-of-ours-98765",
        "sk-proj-somebody-elses-key-0123456789",
        "Authorization: Bearer abcdefghijklmnop",
        "api_key=abcdefghijklmnop",
    ],
)
def test_keys_in_a_servers_words_are_taken_out(served: Desk, server: ModelServer, leak: str) -> None:
    server.play(lambda exchange: exchange.refuse(400, f"can't serve {leak} today"))
    error, _, _ = fault(served.writer(api_key="an-odd-one-of-ours-98765").write(served.task()))
    assert "can't serve" in str(error)
    assert leak.split()[-1].rpartition("=")[2] not in str(error)


def test_403_says_that_the_key_may_not(served: Desk, server: ModelServer) -> None:
    server.play(lambda exchange: exchange.refuse(403, "Your project has no access"))
    error, _, _ = fault(served.writer().write(served.task()))
    assert isinstance(error, MissingKey)
    assert "may not use openai:test-model" in str(error)


def test_429_tells_how_long_to_wait(served: Desk, server: ModelServer) -> None:
    headers = [("Retry-After", "7")]
    server.play(lambda exchange: exchange.refuse(429, "Rate limit reached", headers=headers))
    error, _, _ = fault(served.writer().write(served.task()))
    assert isinstance(error, RateLimited)
    assert error.retry_after == 7.0
    assert "Try again in 7 seconds." in str(error)


def test_a_spent_quota_is_told_apart_from_haste(served: Desk, server: ModelServer) -> None:
    said = "You exceeded your current quota, please check your plan and billing details."
    server.play(lambda exchange: exchange.refuse(429, said, code="insufficient_quota"))
    error, _, _ = fault(served.writer().write(served.task()))
    assert isinstance(error, RateLimited)
    assert "quota of openai:test-model is spent" in str(error)
    assert error.retry_after is None


def test_404_doubts_the_name_and_the_address(served: Desk, server: ModelServer) -> None:
    server.play(lambda exchange: exchange.refuse(404, "The model `test-model` does not exist"))
    error, _, _ = fault(served.writer().write(served.task()))
    assert "there is no openai:test-model" in str(error)
    assert "/v1" in str(error)


@pytest.mark.parametrize(
    "said",
    [
        "This model's maximum context length is 2048 tokens. However, you requested 12000 tokens.",
        "the request exceeds the available context size. try increasing the context size",
        "Input tokens exceed the configured limit of 100 tokens (context_length_exceeded).",
    ],
)
def test_a_prompt_that_is_too_long_is_told_by_name(served: Desk, server: ModelServer, said: str) -> None:
    server.play(lambda exchange: exchange.refuse(400, said))
    error, _, _ = fault(served.writer().write(served.task()))
    assert isinstance(error, ContextTooLong)
    assert "shorten its source" in str(error)
    full, lean = server.received
    assert len(lean.user + lean.system) < len(full.user + full.system)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("I'd rather talk about dogs.", "there is no JSON in it"),
        ('{"subject": nothing}', '"nothing" is no value'),
        ('{"subject" "x"}', 'there is " where a colon belongs'),
        ('{"subject": "x", "body": "y"', "its JSON has no end"),
        ('{"weather": "mild"}', "there is nothing in subject, preheader or body"),
        ('{"subject": {"text": "x"}}', '"subject" should be a text'),
    ],
)
def test_an_answer_in_another_form_is_told_and_kept(
    served: Desk, server: ModelServer, answer: str, said: str
) -> None:
    server.says(answer)
    error, _, usages = fault(served.writer().write(served.task()))
    assert isinstance(error, BadOutput)
    assert said in str(error)
    assert error.raw
    assert answer.startswith(error.raw)
    assert usages


def test_an_empty_answer_is_told(served: Desk, server: ModelServer) -> None:
    server.says("")
    error, _, _ = fault(served.writer().write(served.task()))
    assert isinstance(error, BadOutput)
    assert "said nothing" in str(error)


def test_a_page_that_is_no_model_server_is_told(served: Desk, server: ModelServer) -> None:
    def page(exchange: Exchange) -> None:
        exchange.begin()
        exchange.send("<html><body>Welcome to nginx</body></html>")
        exchange.wfile.write(b"0\r\n\r\n")

    server.play(page)
    error, _, _ = fault(served.writer().write(served.task()))
    assert isinstance(error, BadOutput)


def test_garbage_instead_of_events_is_told(served: Desk, server: ModelServer) -> None:
    def garbage(exchange: Exchange) -> None:
        exchange.begin()
        exchange.send("data: {{{not json\n\n")
        exchange.wfile.write(b"0\r\n\r\n")

    server.play(garbage)
    error, _, _ = fault(served.writer().write(served.task()))
    assert isinstance(error, BadOutput)


def test_a_draft_grows_and_is_judged_at_the_end(served: Desk, server: ModelServer) -> None:
    server.says(ANSWER)
    task = served.task()
    drafts = list(
        stream(
            task.format,
            task.brief,
            guide=task.guide,
            writer=served.writer(),
            today=task.today,
            seed=3,
            budget=Budget(rounds=0),
        )
    )
    subjects = [str(draft.fields.get("subject", "")) for draft in drafts]
    assert subjects == sorted(subjects, key=len)
    assert len(set(subjects)) > 2
    last = drafts[-1]
    assert last.history[0].fields["body"] == EMAIL["body"]
    assert last.report.words > 0
    assert (last.writer, last.seed, last.brief) == ("openai:test-model", 3, task.brief)
    assert last.usage == Usage(input_tokens=120, output_tokens=45, requests=1, unpriced=1)
    assert last.structure in last.format.fields[2].structures


def test_a_stream_that_breaks_off_keeps_what_had_come(served: Desk, server: ModelServer) -> None:
    def broken(exchange: Exchange) -> None:
        exchange.begin()
        exchange.say(ANSWER[:40])
        exchange.hang_up()

    server.play(broken)
    task = served.task()
    before = task.brief.model_dump()
    error, values, usages = fault(served.writer().write(task))
    assert isinstance(error, Unreachable)
    assert "broke off in the middle" in str(error)
    assert values["subject"] == EMAIL["subject"]
    assert usages[0].requests == 1
    assert task.brief.model_dump() == before


def test_an_error_in_the_middle_of_the_stream_is_told(served: Desk, server: ModelServer) -> None:
    def failing(exchange: Exchange) -> None:
        exchange.begin()
        exchange.say(ANSWER[:40])
        exchange.send('data: {"error": {"message": "the GPU fell over", "type": "server_error"}}\n\n')
        exchange.wfile.write(b"0\r\n\r\n")

    server.play(failing)
    error, values, _ = fault(served.writer().write(served.task()))
    assert "the GPU fell over" in str(error)
    assert values["subject"] == EMAIL["subject"]


def test_an_answer_at_the_output_limit_is_told(served: Desk, server: ModelServer) -> None:
    server.says(ANSWER[:60], finish="length")
    error, values, _ = fault(served.writer().write(served.task()))
    assert isinstance(error, BadOutput)
    assert "output limit" in str(error)
    assert values["subject"] == EMAIL["subject"]


def test_openais_own_way_of_asking_streams_too(official: Desk, server: ModelServer) -> None:
    def behaviour(exchange: Exchange) -> None:
        exchange.begin()
        exchange.event({"role": "assistant", "content": ""})
        exchange.say(ANSWER)
        exchange.end()

    server.play(behaviour)
    parts = list(official.writer().write(official.task()))
    values, _, usages = gather(parts)
    assert {name: values[name] for name in EMAIL} == EMAIL
    assert usages == [Usage(input_tokens=120, output_tokens=45, requests=1, unpriced=1)]
    assert sum(isinstance(part, Chunk) for part in parts) > 5
    assert server.received[0].body["response_format"]["json_schema"]["strict"] is True


def test_a_refusal_is_told_in_the_models_words(official: Desk, server: ModelServer) -> None:
    def declines(exchange: Exchange) -> None:
        exchange.begin()
        exchange.event({"role": "assistant", "refusal": "I can't help with that."})
        exchange.end()

    server.play(declines)
    error, _, _ = fault(official.writer().write(official.task()))
    assert isinstance(error, BadOutput)
    assert "declined" in str(error)
    assert "I can't help with that" in str(error)


@pytest.mark.parametrize(
    ("finish", "said"), [("length", "output limit"), ("content_filter", "content filter")]
)
def test_openais_early_ends_are_told(official: Desk, server: ModelServer, finish: str, said: str) -> None:
    def behaviour(exchange: Exchange) -> None:
        exchange.begin()
        exchange.event({"role": "assistant", "content": ANSWER[:60]})
        exchange.end(finish=finish)

    server.play(behaviour)
    error, values, usages = fault(official.writer().write(official.task()))
    assert isinstance(error, BadOutput)
    assert said in str(error)
    assert values["subject"] == EMAIL["subject"]
    assert usages


def test_a_content_filter_is_told(served: Desk, server: ModelServer) -> None:
    server.says("", finish="content_filter")
    error, _, _ = fault(served.writer().write(served.task()))
    assert isinstance(error, BadOutput)
    assert "content filter" in str(error)


def test_a_closed_port_is_told(desk: Desk) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    writer = desk.writer(base_url=f"http://user:{KEY}@127.0.0.1:{port}/v1")
    error, _, _ = fault(writer.write(desk.task()))
    assert isinstance(error, Unreachable)
    assert f"http://127.0.0.1:{port}/v1 can't be reached" in str(error)
    assert "offline writer" in str(error)


def test_a_server_that_does_not_answer_in_time_is_told(served: Desk, server: ModelServer) -> None:
    let_go = threading.Event()
    server.play(lambda exchange: let_go.wait(20) or None)
    error, _, _ = fault(served.writer(timeout=0.2).write(served.task()))
    let_go.set()
    assert isinstance(error, Unreachable)
    assert "too long" in str(error)


def test_closing_the_stream_hangs_up(served: Desk, server: ModelServer) -> None:
    def endless(exchange: Exchange) -> None:
        exchange.begin()
        exchange.say('{"subject": "')
        while True:
            exchange.say("word " * 400)

    server.play(endless)
    parts: Any = served.writer().write(served.task())
    assert any(isinstance(part, Chunk) for part in parts)
    parts.close()
    assert server.hung_up.wait(20)


def test_an_answer_without_end_is_stopped(served: Desk, server: ModelServer) -> None:
    def endless(exchange: Exchange) -> None:
        exchange.begin()
        exchange.say('{"subject": "')
        while True:
            exchange.say("word " * 4000, size=20_000)

    server.play(endless)
    error, _, _ = fault(served.writer().write(served.task()))
    assert isinstance(error, BadOutput)
    assert "does not end" in str(error)
    assert server.hung_up.wait(20)


def test_a_field_left_out_is_noted_and_the_rest_kept(served: Desk, server: ModelServer) -> None:
    server.says(json.dumps({"subject": "saturday dentals", "preheader": "", "body": "Hi."}))
    values, notes, _ = gather(served.writer().write(served.task()))
    assert values["body"] == "Hi."
    assert Note(problem='the model left out "Preheader"', field="preheader") in notes


def test_lists_and_groups_and_given_texts_find_their_fields(served: Desk, server: ModelServer) -> None:
    page = {
        "headline": "Quiet phones",
        "subhead": "One.",
        "button": "Book a Short Demo",
        "button_line": "",
        "sections": [{"heading": f"H{n}", "body": [f"First {n}.", "Second."]} for n in range(3)],
        "meta_title": "T",
        "meta_description": "D",
    }
    server.says(json.dumps({"landing_page": page}))
    task = served.task("landing-page")
    values, notes, _ = gather(served.writer().write(task))
    assert get_leaf(values, "sections[2].body") == "First 2.\n\nSecond."
    assert values["headline"] == "Quiet phones"
    ask = task.guide.ask(task.brief.ask)
    assert ask is None or values["url"] == ask.url
    assert str(values["url"]).startswith("https://")
    assert [note for note in notes if note.problem] == []


def test_addresses_in_groups_are_given_once_for_each(served: Desk, server: ModelServer) -> None:
    sets = [{"headline": f"H{n}", "label": "Book a Short Demo", "line": "L."} for n in range(3)]
    server.says(json.dumps({"ctas": sets}))
    values, _, _ = gather(served.writer().write(served.task("cta-set")))
    addresses = [get_leaf(values, f"ctas[{number}].url") for number in range(4)]
    assert len(set(addresses[:3])) == 1
    assert addresses[0].startswith("https://")
    assert addresses[3] == ""


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("gpt-4o", "names no model"),
        (":gpt-4o", "names no model"),
        ("openai:", "names no model"),
    ],
)
def test_a_spec_without_both_parts_is_refused_at_once(spec: str, said: str) -> None:
    with pytest.raises(WriterError, match=said):
        open_chat(spec)


def test_an_unknown_provider_is_told_with_the_likely_one(desk: Desk) -> None:
    error, _, _ = fault(desk.writer("opnai:gpt-4o").write(desk.task()))
    assert 'there is no model provider "opnai"; did you mean "openai"?' in str(error)


def test_a_provider_whose_package_is_missing_is_told_how_to_get_it(desk: Desk) -> None:
    error, _, _ = fault(desk.writer("nvidia:some-model").write(desk.task()))
    assert "pip install langchain-nvidia" in str(error)


def test_the_writer_does_not_show_its_key(desk: Desk) -> None:
    assert KEY not in repr(desk.writer())
    assert desk.writer().name == "openai:test-model"


def test_a_cap_per_run_is_each_run_s_own_and_a_busy_server_is_left_alone_by_all(
    desk: Desk, server: ModelServer
) -> None:
    def costly(exchange: Exchange) -> None:
        exchange.begin()
        exchange.say(ANSWER)
        exchange.end(usage=(20_000, 4_000))

    def busy(exchange: Exchange) -> None:
        exchange.refuse(429, "slow down", headers=[("Retry-After", "40")])

    server.play(costly)
    environment = {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": KEY, "COPYKIT_CACHE": "off"}
    options = ModelOptions(per_run="40000 tokens")
    choice = choose_writer("openai:m", environment=environment, options=options)
    first = choice.for_run()
    assert gather(first.write(desk.task()))[0]["subject"] == EMAIL["subject"]
    with pytest.raises(SpendingCap, match="per run"):
        list(first.write(desk.task(seed=1)))
    for _ in range(2):  # a later press, or another person's
        assert gather(choice.for_run().write(desk.task()))[0]["subject"] == EMAIL["subject"]
    assert len(server.received) == 3
    server.behaviours.clear()
    server.play(busy, costly)
    with pytest.raises(RateLimited):
        list(choice.for_run(lambda seconds: True).write(desk.task()))
    waited: list[float] = []
    gather(choice.for_run(waited.append).write(desk.task()))
    assert len(waited) == 1 and 30 < waited[0] <= 41
