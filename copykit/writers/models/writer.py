"""The model writer: sends the prompt, reads the answer while it streams, and puts it into the fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing

from copykit.draft import Usage, Values
from copykit.errors import WriterError
from copykit.writers import Chunk, Part, Revision, Task
from copykit.writers.models.answer import Answer
from copykit.writers.models.client import ChatClient, Client, Piece, Request, Timeouts
from copykit.writers.models.faults import Teller
from copykit.writers.models.prompt import build_prompt
from copykit.writers.models.reader import Malformed
from copykit.writers.models.revising import RevisedAnswer, build_revision
from copykit.writers.models.shape import json_schema

__all__ = ["ModelWriter"]

MOST_RAW = 200_000  # characters; a model that says more has lost its way


class ModelWriter:
    """Writes with any model that langchain's `init_chat_model` opens.

    Args:
        spec: `provider:model`, such as `openai:gpt-4o-mini`.
        base_url: the address of a server that speaks the provider's protocol.
        api_key: the provider's key. Without one, a server at `base_url` is sent a dummy.
        timeout: seconds to wait between two pieces of the answer.

    Raises:
        WriterError: when the spec is not `provider:model`.
    """

    def __init__(
        self, spec: str, *, base_url: str | None = None, api_key: str | None = None, timeout: float = 120.0
    ) -> None:
        timeouts = Timeouts(between=timeout)
        chat = ChatClient(spec, base_url=base_url, api_key=api_key, timeouts=timeouts)
        self._client: Client = chat
        self._teller: Teller = chat.teller
        self._address, self._missing_key = chat.address, chat.missing_key

    def __repr__(self) -> str:
        return f"ModelWriter({self.name!r})"

    @property
    def name(self) -> str:
        """`provider:model`."""
        return self._client.name

    @property
    def address(self) -> str:
        """The server's address as it may be shown; "" for the provider's own."""
        return self._address

    @property
    def missing_key(self) -> str:
        """The environment variable whose key is wanted and not there; "" when nothing is missing."""
        return self._missing_key

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
        yield from prompt.notes
        answer = Answer(task.format, prompt.placer(task.guide))
        schema = json_schema(task.format)
        request = Request(system=prompt.system, user=prompt.user, schema=schema, seed=task.seed)
        try:
            yield from self._read(request, answer)
        except WriterError:
            yield from answer.rest()
            raise
        yield from answer.problems()
        yield from answer.given(prompt.selection, website=task.guide.brand.website)

    def revise(self, task: Task, values: Values, revisions: Sequence[Revision]) -> Iterator[Part]:
        """Streams new texts for the revisions' paths and for no others; see `Editor.revise`.

        Raises:
            FormatError: when the prompt for revisions can't be filled.
            WriterError: as `write` does.
        """
        if not revisions:
            return
        prompt = build_revision(task, values, revisions)
        answer = RevisedAnswer(task.format, prompt)
        request = Request(system=prompt.system, user=prompt.user, schema=prompt.schema, seed=task.seed)
        yield from self._read(request, answer)

    def _read(self, request: Request, answer: Answer) -> Iterator[Part]:
        """Streams one answer and sees that it is whole; what it used is told even when it fails."""
        used: list[Usage] = []
        finish = ""
        try:
            with closing(self._client.ask(request, used.append)) as pieces:
                for piece in pieces:
                    finish = piece.finish or finish
                    yield from self._chunks(piece, answer)
            self._see_whole(answer, finish)
        except WriterError:
            yield from used
            raise
        yield from used

    def _chunks(self, piece: Piece, answer: Answer) -> Iterator[Chunk]:
        answer.refusal += piece.refusal
        try:
            yield from answer.read(piece.text)
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
