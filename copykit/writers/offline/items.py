"""Lists, and groups without moves: as many items as a field takes, of many kinds, no two alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, zip_longest
from random import Random
from typing import Any

from copykit.formats import Field, Format
from copykit.templates import Template
from copykit.writers.offline.measure import Rendered, Said, alike, count_slots, sentences_of, short_sentences
from copykit.writers.offline.patterns import fits, is_over, lead_of, names_in, render, says
from copykit.writers.offline.plan import Plan
from copykit.writers.offline.spread import turned

__all__ = ["Items"]

ALIKE = 0.6  # two items of a list that share so much of their words say the same
# What holds a search phrase follows the lines of argument, of which the first bears on it.
SEARCHED = frozenset({"ware", "query"})
KEYWORD_ITEMS = 3  # items that are a keyword and little else
SHORT_ITEMS = 3  # items that come first where one of them has to be short; one or two of them may not do
LONG_LIST = 10  # items from which a list has room for them


class Items:
    """Fills the lists of one draft.

    Args:
        format: the format.
        plan: what to say.
        seed: chooses among what is equally good.
        said: what the draft says already; what the lists say is added.
    """

    def __init__(self, format: Format, plan: Plan, seed: int, said: Said) -> None:
        self._format = format
        self._plan = plan
        self._seed = seed
        self._said = said
        self._listed: set[str] = set()  # sentences of lists, the short ones too: any two may show together

    def of(self, field: Field) -> list[Rendered]:
        """As many items as the field takes, from every pattern in turn, no two alike."""
        low, high = field.items
        high = high if field.max else max(low, 4)
        kept: list[Rendered] = []
        late: list[Rendered] = []
        for rendered in self._candidates(field):
            if len(kept) == high:
                break
            if not self._acceptable(field, rendered, kept):
                continue
            if any(
                is_over(one, rendered.get(one.name, rendered.get("", ""))) for one in (field, *field.fields)
            ):
                late.append(rendered)
                continue
            self._keep(field, rendered, kept)
        for rendered in late:
            if len(kept) < low and self._acceptable(field, rendered, kept):
                self._keep(field, rendered, kept)
        self._said.add(kept)
        return kept

    def _keep(self, field: Field, rendered: Rendered, kept: list[Rendered]) -> None:
        kept.append(rendered)
        if field.kind == "list":
            self._listed.update(short_sentences(rendered.get(field.name, rendered.get("", ""))))

    def _candidates(self, field: Field) -> Iterator[Rendered]:
        """What the patterns give, one of each in turn; what must be in comes first."""
        alternatives = [one for block in self._format.blocks_for(field.name) for one in block.alternatives]
        lines = [list(self._renderings(one)) for one in alternatives]
        for message in self._plan.required:
            texts = {message.short, message.text, *message.wordings}
            yield from (one for line in lines for one in line if texts & set(one.values()))
        if offer := self._plan.offer:
            told = [one for line in lines for one in line if says(" ".join(one.values()).casefold(), offer)]
            in_turn = turned(told, self._plan.choice["wording"])
            yield from islice((one for one in in_turn if self._acceptable(field, one, [])), 1)
        # The main keyword must stand somewhere; a long list has room for the other keywords too.
        said = {"keyword", *SEARCHED}
        first = [line for line, one in zip(lines, alternatives, strict=True) if line and said & names_in(one)]
        room = KEYWORD_ITEMS if (field.max or 0) >= LONG_LIST else 1
        fit = [[one for one in line if self._acceptable(field, one, [])][:room] for line in first[:1]]
        yield from (one for line in fit for one in line)
        short = next(
            (
                rule.number
                for rule in self._format.rules
                if rule.kind == "one_short" and rule.field == field.name
            ),
            0,
        )
        if short and not any(len(one[""]) <= short for line in fit for one in line):
            brief = [[one for one in line if len(one.get("", "")) <= short][:1] for line in lines]
            shorts = turned([line for line in brief if line], self._plan.choice["wording"])
            yield from (one for line in shorts[:SHORT_ITEMS] for one in line)
        # Each pattern begins with another line of argument, so that one idea does not fill the list.
        dealt = list(zip(lines, alternatives, strict=True))
        about: dict[str, list[list[Rendered]]] = {}
        Random(f"{self._format.name}:{field.name}:{self._seed}").shuffle(dealt)
        for at, (line, one) in enumerate(dealt):
            if line:
                about.setdefault(lead_of(one), []).append(turned(line, at))
        # A pain, a feature, a proof: of each kind one comes before there is a second of any.
        queues = [queue for turn in zip_longest(*about.values()) for queue in turn if queue]
        for round_ in range(max((len(queue) for queue in queues), default=0)):
            for queue in queues:
                yield from queue[round_ : round_ + 1]

    def _renderings(self, alternative: Mapping[str, Template]) -> Iterator[Rendered]:
        """A pattern for each value that its one blank may take, or for each line of argument."""
        varying = names_in(alternative) & set(self._plan.universe)
        base = self._plan.frames[0]
        frames: Iterable[Mapping[str, Any]] = self._plan.frames
        if len(varying) == 1 and not SEARCHED & names_in(alternative):
            (name,) = varying
            frames = ({**base, name: value} for value in self._plan.universe[name])
        elif not varying:
            frames = [base]
        seen: set[tuple[str, ...]] = set()
        for frame in frames:
            rendered = render(alternative, frame)
            if rendered is not None and tuple(rendered.values()) not in seen:
                seen.add(tuple(rendered.values()))
                yield rendered

    def _acceptable(self, field: Field, rendered: Rendered, kept: Sequence[Rendered]) -> bool:
        texts = {one.name: rendered.get(one.name, "") for one in field.fields} or {field.name: rendered[""]}
        fields = {one.name: one for one in (field, *field.fields)}
        if any(not fits(fields[name], text) for name, text in texts.items()) or count_slots([rendered]):
            return False
        if field.kind == "groups" and any(one.required and not texts[one.name] for one in field.fields):
            return False
        if self._said.repeats(rendered):
            return False
        if len({text.casefold().rstrip(".") for text in texts.values()}) < len(texts):
            return False
        telling = [name for name in texts if fields[name].role not in ("ask", "url")]
        for other in kept:
            for name in telling:
                before = other.get(name, other.get("", ""))
                if alike(texts[name], before) >= ALIKE:
                    return False
        if field.kind == "list" and not self._listed.isdisjoint(short_sentences(texts[field.name])):
            return False
        sentences = list(sentences_of([rendered.get(name, rendered.get("", "")) for name in telling]))
        said = {
            sentence
            for other in kept
            for sentence in sentences_of([other.get(n, other.get("", "")) for n in telling])
        }
        return len(sentences) == len(set(sentences)) and not said & set(sentences)
