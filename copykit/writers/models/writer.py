"""The model writer: sends the prompt, reads the answer while it streams, and puts it into the fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache

from copykit.draft import Values
from copykit.writers import Part, Revision, Task
from copykit.writers.models.answer import Answer
from copykit.writers.models.client import Request
from copykit.writers.models.conversation import Model, converse
from copykit.writers.models.fence import fenced
from copykit.writers.models.profiles import Profile
from copykit.writers.models.prompt import Prompt, build_prompt
from copykit.writers.models.revising import RevisedAnswer, build_revision
from copykit.writers.models.shape import json_schema

__all__ = ["ModelWriter"]


class ModelWriter:
    """Writes with a model, and with those that stand in for it when it can't.

    Args:
        models: the model to ask, then the others in their order; at least one.
    """

    def __init__(self, models: Sequence[Model]) -> None:
        self._models = tuple(models)

    def __repr__(self) -> str:
        return f"ModelWriter({self.name!r})"

    @property
    def name(self) -> str:
        """`provider:model`."""
        return self._models[0].client.name

    @property
    def profile(self) -> Profile:
        """What is known of the model: its limits and its price."""
        return self._models[0].profile

    def write(self, task: Task) -> Iterator[Part]:
        """Streams the copy from the model; fields with texts from the guide come last.

        Raises:
            FormatError: when the format's prompt can't be filled.
            MissingKey: when a key is missing or refused.
            Unreachable: when the server does not answer, or breaks off.
            RateLimited: when the provider wants fewer requests.
            ContextTooLong: when the prompt is too long for the model.
            BadOutput: when the answer is empty, declined, cut off or not in the asked form.
            SpendingCap: when a request might cost more than may be spent.
            WriterError: for whatever else hinders it.
        """
        prompt = build_prompt(task)
        yield from prompt.notes
        answer = Answer(task.format, prompt.placer(task.guide))

        @cache
        def short() -> Prompt:
            return build_prompt(task, lean=True)

        def question(names: Sequence[str] | None, lean: bool) -> Request:
            asked = short() if lean else prompt
            user = asked.user if names is None else asked.user + _rest(answer, names)
            schema = json_schema(task.format, names)
            return Request(system=asked.system, user=user, schema=schema, seed=task.seed)

        yield from converse(self._models, question, answer)
        yield from answer.problems()
        yield from answer.given(prompt.selection, task.guide)

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

        def question(names: Sequence[str] | None, _lean: bool) -> Request:
            user = prompt.user if names is None else prompt.user + _rest(answer, prompt.keys_for(names))
            return Request(system=prompt.system, user=user, schema=prompt.schema_for(names), seed=task.seed)

        yield from converse(self._models, question, answer)


def _rest(answer: Answer, names: Sequence[str]) -> str:
    """What is added to a request, so that a model goes on where an answer broke off."""
    written = json.dumps(dict(answer.whole()), ensure_ascii=False, indent=1)
    wanted = ", ".join(f"`{name}`" for name in names)
    return (
        f"\n## What is there already\n\nThese texts are written and stay as they are. Write only what is"
        f" missing, {wanted}, so that it fits them.\n\n{fenced('the copy so far', written)}\n"
    )
