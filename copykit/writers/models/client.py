"""One request to a model: what is asked, the pieces that come back, and the client that asks langchain's."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias
from weakref import finalize

from copykit.draft import Usage
from copykit.errors import WriterError
from copykit.writers.models.deadline import TooSlow, watched_http
from copykit.writers.models.faults import Teller, missing_key, shown_url
from copykit.writers.models.providers import open_model, provider_of, split_spec
from copykit.writers.models.veil import Veil

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk
    from langchain_core.runnables import Runnable

__all__ = ["Account", "ChatClient", "Client", "Piece", "Request", "Timeouts", "estimate"]

LETTERS_PER_TOKEN = (
    4  # English text, OpenAI's rule of thumb (help.openai.com, "What are tokens"); an estimate
)


@dataclass(frozen=True, kw_only=True)
class Request:
    """What a model is asked.

    Attributes:
        system: the system prompt.
        user: the user prompt.
        schema: the JSON Schema that the answer is to have, with `title` and `description`; None asks for
            plain text.
        seed: passed on where the provider takes one.
        most_output: tokens that the answer may have; None leaves it to the provider.
        one_line: whether the answer ends with its first line.
    """

    system: str
    user: str
    schema: Mapping[str, Any] | None = None
    seed: int = 0
    most_output: int | None = None
    one_line: bool = False


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A piece of an answer.

    Attributes:
        text: text to append to the answer.
        refusal: the model's words for declining, where the provider tells them apart.
        finish: why the answer ended, in the provider's word in lower case ("stop", "length"); "" before.
    """

    text: str = ""
    refusal: str = ""
    finish: str = ""


# Is told what each request used, as soon as it is over: done, failed or cancelled.
Account: TypeAlias = Callable[[Usage], None]


class Client(Protocol):
    """Asks one model."""

    @property
    def name(self) -> str:
        """`provider:model`."""
        ...

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        """Streams the answer; closing the stream closes the connection, so that no more is paid for.

        Args:
            request: what to ask.
            account: is told what was used, once for each request that reached the server, and before
                an error is raised.

        Raises:
            WriterError: when it can't go on; the pieces before it stay good.
        """
        ...


@dataclass(frozen=True, kw_only=True)
class Timeouts:
    """How long to wait, in seconds.

    Attributes:
        connect: for a connection.
        between: for the first piece, and between two; a local model may think that long.
        whole: for the whole answer, however steadily it drips.
    """

    connect: float = 15.0
    between: float = 120.0
    whole: float = 900.0


class ChatClient:
    """Asks a model that langchain's `init_chat_model` opens.

    A server that refuses a schema is asked once more, in plain words, and not troubled with one again.

    Args:
        spec: `provider:model`, such as `openai:gpt-4o-mini`.
        base_url: the address of a server that speaks the provider's protocol.
        api_key: the provider's key. Without one, a server at `base_url` is sent a dummy.
        timeouts: how long to wait.
        clock: seconds that only grow, for the time of a whole answer.

    Raises:
        WriterError: when the spec is not `provider:model`.
    """

    def __init__(
        self,
        spec: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        timeouts: Timeouts | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        split_spec(spec)
        self._spec = spec
        self._base_url = base_url or None
        self._api_key = api_key or None
        self._timeouts = timeouts or Timeouts()
        self._clock = clock
        self._plainly = False
        self._http: Any = None
        provider = provider_of(spec)
        self._variable = provider.key if provider else ""
        self._secrets = [text for text in (api_key, _password(base_url)) if text]
        self.teller = Teller(spec, base_url=self._base_url, variable=self._variable, secrets=self._secrets)

    def __repr__(self) -> str:
        return f"ChatClient({self._spec!r})"

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

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        """Streams the answer; see `Client.ask`.

        Raises:
            MissingKey: when a key is missing or refused.
            Unreachable: when the server does not answer, breaks off, or takes too long.
            RateLimited: when the provider wants fewer requests.
            ContextTooLong: when the prompt is too long for the model.
            BadOutput: when what comes is no answer.
            WriterError: for whatever else hinders it.
        """
        if self.missing_key:
            raise missing_key(self._spec, self.missing_key)
        if request.schema is not None and not self._plainly:
            try:
                yield from self._once(request, account, structured=True)
                return
            except _Plainly:
                self._plainly = True
        yield from self._once(request, account, structured=False)

    def _once(self, request: Request, account: Account, *, structured: bool) -> Generator[Piece]:
        """One request over HTTP."""
        from langchain_core.messages import HumanMessage, SystemMessage

        count = _Count(request)
        veil = Veil(self._secrets)
        try:
            model = open_model(
                self._spec,
                base_url=self._base_url,
                api_key=self._api_key,
                timeouts=(self._timeouts.connect, self._timeouts.between),
                seed=request.seed,
                most_output=request.most_output,
                http=self._http_client(),
            )
            asked = self._with_schema(model, request) if structured else _plain(model)
            messages = [SystemMessage(request.system), HumanMessage(request.user)]
            begun = self._clock()
            stream: Any = asked.stream(messages, stop=["\n"] if request.one_line else None)
            count.sending = True
            with closing(stream):
                for chunk in _untraced(stream):
                    text = veil.feed(_text(chunk))
                    count.see(chunk, text)
                    yield from _pieces(chunk, text)
                    if self._clock() - begun > self._timeouts.whole:
                        raise TooSlow
            if text := veil.rest():
                yield Piece(text=text)
        except WriterError:
            raise
        # Each provider's package raises types of its own; the teller gives every one a name of ours.
        except Exception as error:  # noqa: BLE001
            count.arrived |= count.sending and not self.teller.never_left(error)
            if structured and not count.said and self.teller.unsupported(error):
                raise _Plainly from None
            if text := veil.rest():
                yield Piece(text=text)
            raise self.teller.tell(error, raw=count.said) from None
        finally:
            if count.arrived:
                account(count.usage())

    def _http_client(self) -> Any:
        """The HTTP client of the openai package, kept for all requests so that connections are used again."""
        if self._http is None and split_spec(self._spec)[0] == "openai":
            self._http = watched_http(self._timeouts.whole, self._clock)
            finalize(self, self._http.close)
        return self._http

    def _with_schema(self, model: BaseChatModel, request: Request) -> Runnable[Any, Any]:
        """The model, told by its provider's own means to answer with JSON of the schema's shape.

        `with_structured_output` gives the model with its settings followed by a parser; only the model is
        used, since the parser would hold the text back and lose it on a fault.
        """
        from langchain_core.runnables import RunnableSequence

        profile = model.profile or {}
        if profile.get("structured_output") is False:
            return _plain(model)
        schema = dict(request.schema or {})
        if not _is_openai(model):
            try:
                made = model.with_structured_output(schema)
            except NotImplementedError:
                return model
            return made.first if isinstance(made, RunnableSequence) else model
        if self._base_url is not None:
            # Asked for openly, the openai package parses the stream more strictly than many servers write it.
            named = {"name": schema["title"], "schema": schema, "strict": True}
            body = {"response_format": {"type": "json_schema", "json_schema": named}}
            return model.bind(extra_body={**(getattr(model, "extra_body", None) or {}), **body})
        made = model.with_structured_output(schema, method="json_schema", strict=True)
        return made.first if isinstance(made, RunnableSequence) else model


class _Plainly(Exception):
    """The server refused the schema; it is to be asked without."""


class _Count:
    """What one request used: as the server tells it, else as we estimate it from what was said."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._input = self._output = 0
        self.said = ""
        self.sending = False
        self.arrived = False

    def see(self, chunk: AIMessageChunk, text: str) -> None:
        self.arrived = True
        self.said += text
        if told := chunk.usage_metadata:
            self._input += told["input_tokens"]
            self._output += told["output_tokens"]

    def usage(self) -> Usage:
        if self._input or self._output:
            return Usage(input_tokens=self._input, output_tokens=self._output, requests=1)
        if not self.said:
            return Usage(requests=1)
        asked = estimate(self._request.system) + estimate(self._request.user)
        return Usage(input_tokens=asked, output_tokens=estimate(self.said), requests=1, estimated=1)


def estimate(text: str) -> int:
    """About how many tokens a text has; good to a quarter for English, with no network needed."""
    return -(-len(text) // LETTERS_PER_TOKEN)


def _untraced(stream: Iterator[AIMessageChunk]) -> Iterator[AIMessageChunk]:
    """The stream, told to no third party: langchain's tracing, set for other programs, stays out of it.

    Whether a stream is traced is settled when its first piece is asked for.
    """
    from langsmith import tracing_context

    with tracing_context(enabled=False):
        first = next(stream, None)
    if first is not None:
        yield first
        yield from stream


def _plain(model: BaseChatModel) -> Runnable[Any, Any]:
    """The model without anything that a simple server might not know."""
    if _is_openai(model):
        return model.model_copy(update={"stream_usage": False, "seed": None})
    return model


def _is_openai(model: BaseChatModel) -> bool:
    return type(model).__name__ == "ChatOpenAI"


def _pieces(chunk: AIMessageChunk, text: str) -> Iterator[Piece]:
    refusal = str(chunk.additional_kwargs.get("refusal") or "")
    finish = _finish_reason(chunk)
    if text or refusal or finish:
        yield Piece(text=text, refusal=refusal, finish=finish)


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
