"""How to say it: patterns are filled, measured and put together field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Any

from copykit.draft import SLOT, Value
from copykit.formats import Block, Field, Format
from copykit.guide.types import Message, Offer
from copykit.writers.offline.items import Items
from copykit.writers.offline.material import spaced
from copykit.writers.offline.measure import Rendered, Said, all_echoes, count_slots, count_words
from copykit.writers.offline.notes import introduce_once
from copykit.writers.offline.patterns import fits, is_over, names_in, render, says
from copykit.writers.offline.plan import Frame, Plan, can_fill
from copykit.writers.offline.pool import Choice, sole_field
from copykit.writers.offline.spread import turned

__all__ = ["Composer"]

ATTEMPTS = 60  # combinations tried to meet a word range
STRIDE = 53
TEXT_FRAMES = 5  # lines of argument that a small field may fall back on
LEAST_NOTES = 3  # fewer make no line of argument
NOTES_MARGIN = 80  # words over the least, so that a long note left out does not break the range
MOST_CHOICES = 500  # selections of notes that are looked at
SENTENCES = 40  # words: so much more or less of a range is one fault
SLUG_WORDS = 6  # our check of addresses wants three to six
LONG_META, FULL_META = (
    100,
    0.76,
)  # a description of 158 characters should have 120: see search.description-length
RESERVED = (60, 120)  # words kept free for the other counted fields of a piece


@dataclass(frozen=True, kw_only=True)
class _Attempt:
    parts: tuple[Rendered, ...]
    misses: int  # words beyond the range
    slots: int
    unsaid: int  # required messages that it leaves out
    unplaced: bool  # not just one heading holds the main keyword

    @property
    def faults(self) -> tuple[int, int, int, bool]:
        """What is wrong with it, the worst first; all zero when nothing is."""
        return (self.unsaid, self.slots, -(-self.misses // SENTENCES), self.unplaced)


class Composer:
    """Fills the fields of one draft; remembers what was said, so that nothing is said twice.

    Args:
        format: the format.
        plan: what to say.
        seed: chooses among what is equally good.
        block: the block of seeds that it stands in; see `spread`.
        candidates: what the sole text of a format may be; see `pool`.
    """

    def __init__(
        self,
        format: Format,
        plan: Plan,
        seed: int,
        *,
        block: int = 0,
        candidates: Sequence[Choice] = (),
    ) -> None:
        self._format = format
        self._sole = sole_field(format) if candidates else None
        self._own = candidates
        self._frames: Sequence[Frame] = plan.frames[:TEXT_FRAMES]
        self._plan = plan
        self._seed = seed
        self._block = block
        self._said = Said()
        self._items = Items(format, plan, seed, self._said)
        self.structure = ""
        self.problems: list[tuple[str, str]] = []
        self.unsaid = 0

    def compose(self) -> dict[str, Value]:
        """The texts of all fields.

        `problems` tells of required ones that could not be filled, `unsaid` how many of the messages and the
        offer that must come across did not find a place in their fields.
        """
        made: dict[str, Value] = {}
        fields = [field for field in self._format.fields if field.role != "legal"]
        # What the piece mainly says comes first, so that the small fields go round it.
        for field in sorted(
            fields, key=lambda field: (not field.structures, field is not self._sole, field.kind == "text")
        ):
            value = self._field(field)
            if value:
                made[field.name] = value
            elif field.required:
                self.problems.append((field.name, self._why_not(field)))
        self._drop_broken_rules(made)
        return {field.name: made[field.name] for field in self._format.fields if field.name in made}

    def _field(self, field: Field) -> Value:
        if field.kind == "text" and not field.structures:
            return self._text(field)
        parts = self._structured(field) if field.structures else self._items.of(field)
        if field.kind == "groups":
            groups: list[dict[str, str | list[str]]] = [dict(part) for part in parts]
            return groups
        texts = [part[""] for part in parts]
        return texts if field.kind == "list" else "\n\n".join(texts)

    # ── one text without moves ──

    def _text(self, field: Field) -> str:
        fallback = ""
        options = list(self._options(self._format.blocks_for(field.name), self._frames))
        own = self._own if field is self._sole else ()
        options = [*({"": one.text} for one in own), *options]
        if unsaid := self._unsaid_by(field):
            options.sort(key=lambda one: unsaid([one]))
        if field.role in ("title", "lead", "meta", "search_words"):  # readers and searches look there first
            options.sort(key=lambda one: (not self._is_about(one[""]), _out_of_size(field, one[""])))
        for rendered in options:
            text = rendered[""]
            if not fits(field, text):
                continue
            if self._said.repeats(rendered):
                fallback = fallback or text
                continue
            if is_over(field, text) or SLOT.search(text):
                fallback = fallback or text
                continue
            fallback = text
            break
        if unsaid:
            self.unsaid += unsaid([{"": fallback}])
        # What stands beside the piece is about the same.
        self._frames = (*(one.frame for one in own if one.text == fallback), *self._frames)
        self._said.add([{"": fallback}])
        return fallback

    # ── a field built from moves ──

    def _structured(self, field: Field) -> Sequence[Rendered]:
        """The best attempt over the field's structures, the seed's own structure first."""
        best: tuple[tuple[tuple[int, int, int, bool], int], str, _Attempt] | None = None
        names = self._plan.structures.get(field.name, ())
        for rank, name in enumerate(names):
            attempt = self._attempt(field, name, field.structures[name])
            if attempt is None:
                continue
            worth = (attempt.faults, rank)
            if best is None or worth < best[0]:
                best = (worth, name, attempt)
            if not any(
                attempt.faults[:3]
            ):  # a heading without the keyword is no reason for another structure
                break
        if best is None:
            return ()
        self.structure = best[1]
        self.unsaid += best[2].unsaid
        self._said.add(best[2].parts)
        return best[2].parts

    def _attempt(self, field: Field, structure: str, moves: Sequence[str]) -> _Attempt | None:
        has_notes = bool(self._plan.notes)
        able = (one for one in self._plan.frames if can_fill(self._format, field, structure, one, has_notes))
        frame = [next(able, self._plan.frames[0])]
        options: list[tuple[str, list[Rendered]]] = []
        for move in moves:
            blocks = self._format.blocks_for(field.name, move.rstrip("?*"))
            if move.endswith("*"):
                frames = [{**frame[0], "note": note} for note in self._plan.notes]
                found = [next(iter(self._options(blocks, [one])), None) for one in frames]
                notes = [one for one in found if one is not None]
                if not notes:
                    return None
                options.append((move, notes))
                continue
            fitting = [one for one in self._options(blocks, frame) if not self._said.repeats(one)]
            whole = [one for one in fitting if not count_slots([one])]
            fitting = whole or fitting
            if not fitting and not move.endswith("?"):
                return None
            if fitting:
                options.append((move, fitting))
        low, high = self._range(field)
        unsaid = self._unsaid_by(field)
        most = field.items[1] if field.kind == "groups" else len(moves) + len(self._plan.notes)
        rng = Random(f"{self._format.name}:{field.name}:{structure}:{self._seed}")
        best: _Attempt | None = None
        for number in range(ATTEMPTS):
            parts = self._combine(options, rng, number, low, high, most)
            if parts is None:
                continue
            words = count_words(parts)
            attempt = _Attempt(
                parts=tuple(parts),
                misses=max(0, low - words, words - high),
                slots=count_slots(parts),
                unsaid=unsaid(parts) if unsaid else 0,
                unplaced=self._unplaced(parts),
            )
            if best is None or attempt.faults < best.faults:
                best = attempt
            if not any(best.faults):
                break
        return best

    def _combine(
        self,
        options: Sequence[tuple[str, list[Rendered]]],
        rng: Random,
        number: int,
        low: int,
        high: int,
        most: int,
    ) -> list[Rendered] | None:
        """One choice per move, the seed's own for number 0; None if the piece would repeat itself."""
        chosen: list[tuple[str, list[Rendered]]] = []
        for move, fitting in options:
            if move.endswith("*"):
                chosen.append((move, []))
            elif not (move.endswith("?") and rng.random() < 0.45):
                at = 0 if number == 0 else rng.randrange(len(fitting))
                chosen.append((move, [fitting[at]]))
        rest = sum(count_words(parts) for _, parts in chosen)
        for at, (move, _) in enumerate(chosen):
            if move.endswith("*"):
                notes = next(found for name, found in options if name == move)
                chosen[at] = (move, self._some_notes(notes, number, low - rest, high - rest))
        parts = introduce_once([part for _, found in chosen for part in found], self._plan.notes)
        if len(parts) > most:
            return None
        seen: set[str] = set()
        for part in parts:
            echoes = all_echoes(_telling(part))
            if echoes is None or not seen.isdisjoint(echoes):
                return None
            seen |= echoes
        headings = [part["heading"] for part in parts if "heading" in part]
        return parts if len(headings) == len(set(headings)) else None

    def _some_notes(self, notes: Sequence[Rendered], number: int, low: int, high: int) -> list[Rendered]:
        """Some of the notes, in the author's order: for each seed others, as many as are needed."""
        sizes = [count_words([note]) for note in notes]
        mean = max(1.0, sum(sizes) / len(sizes))
        wanted = min(len(notes), max(LEAST_NOTES, round((max(low, 0) + NOTES_MARGIN) / mean)))
        choices = list(combinations(range(len(notes)), wanted))[:MOST_CHOICES]
        Random(f"{self._format.name}:notes").shuffle(choices)
        # Steps longer than a usual run of seeds: another try of one seed is not the first of the next.
        chosen = [
            choices[(self._seed + (number + step) * STRIDE) % len(choices)] for step in range(len(choices))
        ]
        fitting = next((one for one in chosen if low <= sum(sizes[n] for n in one) <= high), chosen[0])
        return [notes[at] for at in fitting]

    def _range(self, field: Field) -> tuple[int, int]:
        """How many words the field may have: the format's range, less what other counted fields take."""
        words = self._format.settings.words
        if words is None or (words.fields and field.name not in words.fields):
            return 0, 100_000
        others = any(name != field.name for name in words.fields) or not words.fields
        reserved = RESERVED if others else (0, 0)
        return max(0, words.min - reserved[0] // 2), max(1, words.max - reserved[1])

    # ── patterns ──

    def _options(self, blocks: Sequence[Block], frames: Iterable[Mapping[str, Any]]) -> Iterator[Rendered]:
        """What the patterns of some blocks give, in the seed's order, frame after frame."""
        alternatives = [one for block in blocks for one in block.alternatives]
        name = f"{blocks[0].field}:{blocks[0].move}" if blocks else ""
        Random(name).shuffle(alternatives)
        first = self._plan.choice["wording"] + self._shift(name, len(alternatives))
        for frame in frames:
            for one in turned(alternatives, first):
                rendered = render(one, frame)
                if rendered is not None:
                    yield rendered

    def _shift(self, name: str, count: int) -> int:
        """How far a move's patterns are turned in a later block of seeds: each move its own way.

        Within a block the seeds stay as far apart as they are spread, and blocks hardly repeat each other.
        """
        return Random(f"{name}:{self._block}").randrange(count) if self._block and count else 0

    def _unsaid_by(self, field: Field) -> Callable[[Sequence[Rendered]], int] | None:
        """Counts what parts of a field leave out that it has to say; None where it has to say nothing."""
        due: list[Message | Offer] = []
        if self._first_with("required") in (field.name, ""):
            due += self._plan.required
        if self._plan.offer and self._first_with("offer") == field.name:
            due.append(self._plan.offer)

        def count(parts: Sequence[Rendered]) -> int:
            text = " ".join(value for part in parts for value in part.values()).casefold()
            return sum(not says(text, one) for one in due)

        return count if due else None

    def _first_with(self, blank: str) -> str:
        """The first field whose patterns have a blank: it is the one to say what stands in it."""
        blocks = (
            block
            for block in self._format.blocks
            if any(blank in names_in(one) for one in block.alternatives)
        )
        return next((block.field for block in blocks), "")

    def _unplaced(self, parts: Sequence[Rendered]) -> bool:
        headings = [part["heading"] for part in parts if "heading" in part]
        # One is what a search looks for; in each of them it is stuffing.
        return bool(self._plan.phrases and headings) and sum(map(self._is_about, headings)) != 1

    def _is_about(self, text: str) -> bool:
        said = spaced(text)
        return any(phrase in said for phrase in self._plan.phrases)

    def _drop_broken_rules(self, made: dict[str, Value]) -> None:
        for rule in self._format.rules:
            if rule.kind == "needs" and rule.field in made and rule.other not in made:
                del made[rule.field]

    def _why_not(self, field: Field) -> str:
        return (
            f"the guide and the brief have nothing that fits “{field.label}”: "
            f"see which texts its patterns in {self._format.path.name} ask for"
        )


def _out_of_size(field: Field, text: str) -> bool:
    """Whether a text for a search result leaves much of its room empty, or an address has too many words."""
    if field.name == "slug":
        return text.count("-") >= SLUG_WORDS
    most = field.shown.max if field.shown else 0
    return most >= LONG_META and len(text) < FULL_META * most


def _telling(part: Rendered) -> tuple[str, ...]:
    """The texts of a part, without a heading that is taken from its own body."""
    heading, body = part.get("heading", ""), part.get("body", "")
    if heading and body.casefold().startswith(heading.rstrip(" …").casefold()):
        return (body,)
    return tuple(part.values())
