"""The model writer: sends the prompt, reads the answer while it streams, and puts it into the fields."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

from copykit.draft import Usage
from copykit.errors import WriterError
from copykit.formats import Format
from copykit.writers import Chunk, Part, Task
from copykit.writers.models.answer import Answer
from copykit.writers.models.faults import Teller, missing_key, shown_url
from copykit.writers.models.prompt import Prompt, build_prompt
from copykit.writers.models.providers import open_model, provider_of, split_spec
from copykit.writers.models.reader import Malformed
from copykit.writers.models.shape import json_schema

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk
    from langchain_core.runnables import Runnable

__all__ = ["ModelWriter"]

TIMEOUT = 120.0  # seconds between two pieces of an answer; a local model may think that long
MOST_RAW = 200_000  # characters; a model that says more has lost its way


class ModelWriter:
    """Writes with any model that langchain's `init_chat_model` opens.

    Args:
        spec: `provider:model`, such as `openai:gpt-4o-mini`.
        base_url: the address of a server that speaks the provider's protocol.
        api_key: the provider's key. Without one, a server at `base_url` is sent a dummy.
        timeout: seconds to wait for a connection and between two pieces of the answer.

    Raises:
        WriterError: when the spec is not `provider:model`.
    """

    def __init__(
        self, spec: str, *, base_url: str | None = None, api_key: str | None = None, timeout: float = TIMEOUT
    ) -> None:
        split_spec(spec)
        self._spec = spec
        self._base_url = base_url or None
        self._api_key = api_key or None
        self._timeout = timeout
        provider = provider_of(spec)
        self._variable = provider.key if provider else ""
        secrets = [text for text in (api_key, _password(base_url)) if text]
        self._teller = Teller(spec, base_url=self._base_url, variable=self._variable, secrets=secrets)

    def __repr__(self) -> str:
        return f"ModelWriter({self._spec!r})"

    @property
    def name(self) -> str:
        """`provider:model`."""
        return self._spec

    @property
    def address(self) -> str:
        """The server's address as it may be shown; "" for the provider's own."""
        return shown_url(self._base_url) if self._base_url else ""

    @property
    def missing_key(self) -> str:
        """The environment variable whose key is wanted and not there; "" when nothing is missing."""
        return self._variable if not (self._api_key or self._base_url) else ""

    def write(self, task: Task) -> Iterator[Part]:
        """Streams the copy from the model; fields with texts from the guide come last.

        Raises:
            FormatError: when the format's prompt can't be filled.
            MissingKey: when a key is missing or refused.
            Unreachable: when the server does not answer, or breaks off.
            RateLimited: when the provider wants fewer requests.
            ContextTooLong: when the prompt is too long for the model.
            BadOutput: when the answer is empty, declined, cut off or not in the asked form.
            WriterError: for whatever else hinders it.
        """
        prompt = build_prompt(task)
        if self.missing_key:
            raise missing_key(self._spec, self.missing_key)
        yield from prompt.notes
        answer = Answer(task.format)
        yield from self._read(task, prompt, answer)
        yield from answer.problems()
        yield from answer.given(prompt.selection, website=task.guide.brand.website)

    def _read(self, task: Task, prompt: Prompt, answer: Answer) -> Iterator[Part]:
        """Streams the answer; the tokens that it took are told even when it fails."""
        input_tokens = output_tokens = requests = 0
        reason = ""
        try:
            # Some servers refuse a schema: they are asked once more, in plain words.
            for structured in (True, False):
                requests += 1
                try:
                    for chunk in self._chunks(task, prompt, structured=structured):
                        if usage := chunk.usage_metadata:
                            input_tokens += usage["input_tokens"]
                            output_tokens += usage["output_tokens"]
                        reason = _finish_reason(chunk) or reason
                        yield from self._pieces(chunk, answer)
                    break
                except _Plainly:
                    continue
            self._see_whole(answer, reason)
        except WriterError:
            if answer.raw or input_tokens:
                yield Usage(input_tokens=input_tokens, output_tokens=output_tokens, requests=requests)
            raise
        yield Usage(input_tokens=input_tokens, output_tokens=output_tokens, requests=requests)

    def _pieces(self, chunk: AIMessageChunk, answer: Answer) -> Iterator[Chunk]:
        if declined := chunk.additional_kwargs.get("refusal"):
            answer.refusal += str(declined)
        try:
            yield from answer.read(_text(chunk))
        except Malformed as fault:
            raise self._teller.unreadable(str(fault), answer.raw) from None
        if len(answer.raw) > MOST_RAW:
            raise self._teller.unreadable("it does not end", answer.raw)

    def _see_whole(self, answer: Answer, reason: str) -> None:
        """Sees that an answer that ended is one."""
        if answer.refusal:
            raise self._teller.refused(answer.refusal, answer.raw)
        if reason in ("content_filter", "safety", "refusal"):
            raise self._teller.filtered(answer.raw)
        if not answer.done and reason in ("length", "max_tokens"):
            raise self._teller.cut_off(answer.raw)
        if not answer.raw.strip():
            raise self._teller.empty()
        if not answer.started:
            raise self._teller.unreadable("there is no JSON in it", answer.raw)
        if not answer.done and not reason:
            raise self._teller.broken_off(answer.raw)
        if not answer.done:
            raise self._teller.unreadable("its JSON has no end", answer.raw)
        if fault := answer.fault():
            raise self._teller.unreadable(fault, answer.raw)

    def _chunks(self, task: Task, prompt: Prompt, *, structured: bool) -> Iterator[AIMessageChunk]:
        """The model's answer in pieces; closing this closes the connection, so that no more is paid for."""
        from langchain_core.messages import HumanMessage, SystemMessage

        said = ""
        try:
            model = open_model(
                self._spec,
                base_url=self._base_url,
                api_key=self._api_key,
                timeout=self._timeout,
                seed=task.seed,
            )
            own_server = self._base_url is not None
            asked = _with_schema(model, task.format, own_server=own_server) if structured else _plain(model)
            messages = [SystemMessage(prompt.system), HumanMessage(prompt.user)]
            stream: Any = asked.stream(messages)
            with closing(stream):
                for chunk in stream:
                    said += _text(chunk)
                    yield chunk
        except WriterError:
            raise
        # Each provider's package raises types of its own; the teller gives every one a name of ours.
        except Exception as error:  # noqa: BLE001
            if structured and not said and self._teller.unsupported(error):
                raise _Plainly from None
            raise self._teller.tell(error, raw=said) from None


class _Plainly(Exception):
    """The server refused the schema; it is to be asked without."""


def _with_schema(model: BaseChatModel, format: Format, *, own_server: bool) -> Runnable[Any, Any]:
    """The model, told by its provider's own means to answer with JSON of the format's shape.

    `with_structured_output` gives the model with its settings followed by a parser; only the model is
    used, since the parser would hold the text back and lose it on a fault.
    """
    from langchain_core.runnables import RunnableSequence

    profile = model.profile or {}
    if profile.get("structured_output") is False:
        return _plain(model)
    schema = json_schema(format)
    if not _is_openai(model):
        try:
            made = model.with_structured_output(schema)
        except NotImplementedError:
            return model
        return made.first if isinstance(made, RunnableSequence) else model
    if own_server:
        # Asked for openly, the openai package parses the stream more strictly than many servers write it.
        named = {"name": schema["title"], "schema": schema, "strict": True}
        return model.bind(extra_body={"response_format": {"type": "json_schema", "json_schema": named}})
    made = model.with_structured_output(schema, method="json_schema", strict=True)
    return made.first if isinstance(made, RunnableSequence) else model


def _plain(model: BaseChatModel) -> Runnable[Any, Any]:
    """The model without anything that a simple server might not know."""
    if _is_openai(model):
        return model.model_copy(update={"stream_usage": False, "seed": None})
    return model


def _is_openai(model: BaseChatModel) -> bool:
    return type(model).__name__ == "ChatOpenAI"


def _text(chunk: AIMessageChunk) -> str:
    """The text of a chunk, or the arguments of the tool call that stands for it."""
    return str(chunk.text) or "".join(call.get("args") or "" for call in chunk.tool_call_chunks)


def _finish_reason(chunk: AIMessageChunk) -> str:
    told = chunk.response_metadata
    reasons = (told.get(name) for name in ("finish_reason", "stop_reason", "done_reason", "status"))
    return str(next(filter(None, reasons), "")).lower()


def _password(base_url: str | None) -> str:
    from urllib.parse import urlsplit

    return urlsplit(base_url).password or "" if base_url else ""
