"""Gets a whole answer out of a model: each fault by its name, with what is tried before it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TypeAlias

from copykit.draft import Usage
from copykit.errors import (
    ContextTooLong,
    CutOff,
    EmptyAnswer,
    SpendingCap,
    Unreachable,
    WriterError,
    WrongShape,
)
from copykit.writers import Chunk, Note, Part, Restart
from copykit.writers.models.answer import Answer
from copykit.writers.models.client import Client, Piece, Request, estimate
from copykit.writers.models.faults import Teller
from copykit.writers.models.profiles import Profile
from copykit.writers.models.reader import Malformed

__all__ = ["Model", "Question", "converse"]

MOST_RAW = 200_000  # characters; a model that says more has lost its way
MOST_FURTHER = 2  # requests for the rest of an answer that broke off, or was cut off
LEAST_ROOM = 1_000  # tokens of output that a prompt must leave room for
ANOTHER_SEED = 1_009  # what is added to the seed when the same question is asked again

# What a model is asked, by the fields that are wanted (None: all) and whether to leave out what can be.
Question: TypeAlias = Callable[[Sequence[str] | None, bool], Request]


@dataclass(frozen=True, kw_only=True)
class Model:
    """A model to ask.

    Attributes:
        client: who asks it.
        profile: what is known of it.
        teller: who puts its faults into words.
        address: its server's address as it may be shown; "" for the provider's own.
        missing_key: the environment variable whose key is wanted and not there; "" when nothing is missing.
    """

    client: Client
    profile: Profile
    teller: Teller
    address: str = ""
    missing_key: str = ""


def converse(models: Sequence[Model], question: Question, answer: Answer) -> Iterator[Part]:
    """Streams an answer from the first of some models that gives a whole one.

    What was streamed before a fault is kept: whole fields stay, and only what is missing is asked for again.

    Args:
        models: the model, then those that stand in for it; at least one.
        question: what to ask.
        answer: reads what is said.

    Raises:
        SpendingCap: when a request might cost more than may be spent; no other model is asked then.
        WriterError: of the last model, when none gives a whole answer.
    """
    for number, model in enumerate(models):
        try:
            yield from _Attempts(model, question, answer).parts()
            return
        except SpendingCap:
            raise
        except WriterError as error:
            if number + 1 == len(models):
                raise
            next_one = models[number + 1].client.name
            remark = f"{next_one} stood in for {model.client.name}: {error}"
            yield Note(writer=next_one, remark=remark)


class _Attempts:
    """One model's attempts at an answer."""

    def __init__(self, model: Model, question: Question, answer: Answer) -> None:
        self._model = model
        self._question = question
        self._answer = answer
        self._room: int | None = None
        self._lean = False
        self._asked_twice = False
        self._further = 0

    def parts(self) -> Iterator[Part]:
        """The answer's parts, over as many requests as it takes.

        Raises:
            WriterError: when nothing that can be tried helps.
        """
        while (wanted := self._begin()) != []:
            try:
                yield from self._ask(wanted)
            except ContextTooLong:
                if self._lean:
                    raise
                self._lean = True
            except CutOff:
                if not self._may_ask_for_more():
                    raise
                self._room, self._lean = self._larger_room(), True
            except (EmptyAnswer, WrongShape):
                if self._asked_twice:
                    raise
                self._asked_twice = True
            except Unreachable:
                # Before anything has come, the client has tried what there is to try.
                if not self._answer.raw or not self._may_ask_for_more():
                    raise
            else:
                if self._asked_twice or not self._answer.left_out():
                    return
                self._asked_twice = True

    def _may_ask_for_more(self) -> bool:
        self._further += 1
        return self._further <= MOST_FURTHER

    def _larger_room(self) -> int:
        """Tokens for the output of the next request, after one that reached its limit."""
        wanted = max(2 * (self._room or estimate(self._answer.raw)), LEAST_ROOM)
        return min(wanted, self._model.profile.output or wanted)

    def _ask(self, wanted: Sequence[str] | None) -> Iterator[Part]:
        """Asks once, and sees that what comes is whole."""
        request = self._request(wanted)
        used: list[Usage] = []
        finish = ""
        try:
            with closing(self._model.client.ask(request, used.append)) as pieces:
                for piece in pieces:
                    finish = piece.finish or finish
                    yield from self._read(piece)
            self._see_whole(finish)
        except WriterError:
            yield from self._answer.rest()
            yield from used
            raise
        yield from used

    def _request(self, wanted: Sequence[str] | None) -> Request:
        request = self._question(wanted, self._lean)
        profile = self._model.profile
        length = estimate(request.system) + estimate(request.user)
        if profile.context and not self._lean and length + LEAST_ROOM > profile.context:
            self._lean = True
            request = self._question(wanted, True)
        schema = None if profile.structured is False else request.schema
        seed = request.seed + self._asked_twice * ANOTHER_SEED
        return replace(request, schema=schema, seed=seed, most_output=self._room)

    def _begin(self) -> Sequence[str] | None:
        """Makes ready for a further answer; the fields to ask for, None for all."""
        answer = self._answer
        came = answer.done and not answer.fault()
        answer.begin_again()
        if not answer.whole():
            return None
        return answer.left_out() if came else answer.missing()

    def _read(self, piece: Piece) -> Iterator[Chunk | Restart]:
        answer = self._answer
        answer.refusal += piece.refusal
        try:
            yield from answer.read(piece.text)
        except Malformed as fault:
            raise self._model.teller.unreadable(str(fault), answer.raw) from None
        if len(answer.raw) > MOST_RAW:
            raise self._model.teller.endless(answer.raw)

    def _see_whole(self, finish: str) -> None:
        """Sees that an answer that ended is one."""
        answer, teller = self._answer, self._model.teller
        if answer.refusal:
            raise teller.refused(answer.refusal, answer.raw)
        if finish in ("content_filter", "safety", "refusal"):
            raise teller.filtered(answer.raw)
        if not answer.done and finish in ("length", "max_tokens"):
            raise teller.cut_off(answer.raw)
        if not answer.raw.strip():
            raise teller.empty()
        if not answer.started:
            raise teller.unreadable("there is no JSON in it", answer.raw)
        if not answer.done and not finish:
            raise teller.broken_off(answer.raw)
        if not answer.done:
            raise teller.unreadable("its JSON has no end", answer.raw)
        if fault := answer.fault():
            raise teller.unreadable(fault, answer.raw)
