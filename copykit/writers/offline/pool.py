"""Every piece that a single text can be, dealt out to the seeds so that no two are given the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from math import prod
from random import Random
from typing import Any, TypeAlias

from copykit.draft import ADDRESS
from copykit.formats import Field, Format
from copykit.guide.types import Claim, Message, Offer
from copykit.templates import Template
from copykit.writers import Task
from copykit.writers.offline.material import gather
from copykit.writers.offline.patterns import fits, is_over, names_in, render
from copykit.writers.offline.plan import Frame, Line, lines_of
from copykit.writers.offline.spread import BLOCK, turned

__all__ = ["Choice", "Pool", "fill_pool", "pool_key", "sole_field"]

LEAST_OF_LINE = 2
TRIED = 4  # ways looked at for each that is taken, since another line may have taken it
MOST_OF_PATTERN = 80  # what one pattern may make of a brief
MOST = 600  # pieces that a pool holds
LEAST_BLOCKS = 5  # blocks that get pieces of their own, so that a hundred seeds give a hundred pieces
CHOICE = 4  # pieces for each seed of a block, where there are enough, so that those taken differ most
PERSONAL = frozenset({"recipient", "sender", "observation"})  # parts of a brief that each row of a list has
_LONGEST = 1_000_000  # stands for no limit
_Said: TypeAlias = tuple[Mapping[str, Template], Line, Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A piece that a pool holds, with the values of all blanks that it was made with."""

    text: str
    line: Line
    said: Mapping[str, Any]

    @property
    def frame(self) -> Frame:
        """The values, for what stands beside the piece."""
        return self.line.frame(self.said)


@dataclass(frozen=True, kw_only=True)
class Pool:
    """The pieces that a field's patterns make of a brief, each once, in the order that seeds take them in."""

    field: str = ""  # its name
    choices: Sequence[Choice] = ()

    def of_block(self, block: int) -> Sequence[Choice]:
        """The pieces for the seeds of one block; after all blocks had theirs, they are dealt another way."""
        if not self.choices:
            return ()
        count = len(self.choices)
        blocks = max(1, min(LEAST_BLOCKS, count // BLOCK), count // (CHOICE * BLOCK))
        round_, at = divmod(block, blocks)
        mine = self.choices[at::blocks]
        return turned(mine, sum(divmod(round_ * BLOCK, len(mine))))


def pool_key(task: Task) -> tuple[object, ...]:
    """What a pool hangs on. Who is written to counts only where patterns ask for it: a list shares a pool."""
    asked = task.brief.model_dump(mode="json")
    used = frozenset().union(*(names_in(one) for block in task.format.blocks for one in block.alternatives))
    for name in PERSONAL - used:
        asked.pop(name)
    format, guide = task.format, task.guide
    return (format.path, format.version, guide.folder, guide.version, task.today, repr(asked))


def sole_field(format: Format) -> Field | None:
    """The field that is the piece, where a format is one text with no more than small ones beside it."""
    if any(field.kind != "text" or field.structures for field in format.fields):
        return None
    read = [
        field for field in format.fields if field.role not in ("ask", "url", "legal", "meta", "search_words")
    ]
    return max(read, key=lambda field: field.limit.max if field.limit else _LONGEST, default=None)


def fill_pool(task: Task) -> Pool:
    """Gathers what the sole text of a task's format can be; empty where the format has no sole text.

    Lines of argument that bear on the brief's topic come first, and each pattern has its turn before one of
    them comes again, so that neighbouring seeds differ. A text that is longer than the field takes, shows or
    is advised to have is left out.
    """
    field = sole_field(task.format)
    if field is None:
        return Pool()
    material = gather(task)
    alternatives = [one for block in task.format.blocks_for(field.name) for one in block.alternatives]
    if material.offer and any("offer" in names_in(one) for one in alternatives):
        alternatives = [one for one in alternatives if "offer" in names_in(one)]
    kept: dict[str, Choice] = {}
    for lines in lines_of(material):
        hands = [list(_said_by(one, lines)) for one in alternatives]
        for number, hand in enumerate(hands):
            Random(f"{task.format.name}:{number}").shuffle(hand)
        Random(task.format.name).shuffle(hands)
        for choice in chain.from_iterable(zip_longest(*hands)):
            if choice is not None and len(kept) < MOST:
                _keep(choice, field, kept)
    return Pool(field=field.name, choices=tuple(kept.values()))


def _keep(said: _Said, field: Field, kept: dict[str, Choice]) -> None:
    alternative, line, values = said
    rendered = render(alternative, line.frame(values))
    text = rendered[""] if rendered else ""
    words = ADDRESS.sub("", text)  # with another address alone it would be the same to a reader
    if text and words not in kept and fits(field, text) and not is_over(field, text):
        kept[words] = Choice(text=text, line=line, said=values)


def _said_by(alternative: Mapping[str, Template], lines: Sequence[Line]) -> Iterator[_Said]:
    """What a pattern can say of some lines of argument, as much of one as of another."""
    text = "\n".join(template.text for template in alternative.values())
    used = {name: sorted(set(re.findall(rf"\b{name}\.(\w+)", text))) for name in names_in(alternative)}
    share = max(LEAST_OF_LINE, MOST_OF_PATTERN // max(1, len(lines)))
    seen: set[tuple[object, ...]] = set()
    for number, line in enumerate(lines):
        names = sorted(used.keys() & line.values.keys())
        rng, found = Random(f"{text}:{number}"), 0
        for said in _some([_worded(line.values[name]) for name in names], rng, TRIED * share):
            # Of an ask, say, a pattern may only take the address: then its labels make no difference.
            key = tuple(_told(value, used[name]) for name, value in zip(names, said, strict=True))
            if key not in seen and found < share:
                found += 1
                seen.add(key)
                yield alternative, line, dict(zip(names, said, strict=True))


def _some(several: Sequence[Sequence[Any]], rng: Random, most: int) -> Iterator[tuple[Any, ...]]:
    """Some of the ways to take one of each."""
    ways = prod(map(len, several))
    for number in rng.sample(range(ways), min(ways, most)):
        said = []
        for values in several:
            number, at = divmod(number, len(values))
            said.append(values[at])
        yield tuple(said)


def _told(value: Any, attributes: Sequence[str]) -> object:
    return value if isinstance(value, str) else tuple(str(getattr(value, name)) for name in attributes)


def _worded(values: Sequence[Any]) -> Sequence[Any]:
    """The values, each in each of its approved wordings."""
    return [
        worded
        for one in values
        for worded in (
            [one, *(one.model_copy(update={"text": wording}) for wording in one.wordings)]
            if isinstance(one, (Claim, Message, Offer))
            else [one]
        )
    ]
