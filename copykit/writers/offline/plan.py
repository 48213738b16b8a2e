"""What to say with a seed: lines of argument through the material, each from a pain to an ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copykit.draft import SLOT
from copykit.formats import Field, Format
from copykit.guide import types as guide
from copykit.writers import Task
from copykit.writers.offline.material import Material, gather, spaced
from copykit.writers.offline.notes import SourceNote
from copykit.writers.offline.spread import choices, turned

__all__ = ["Frame", "Line", "Plan", "can_fill", "lines_of", "make_plan"]

Frame = Mapping[str, Any]
FRAMES = (8, 24)  # how many lines of argument a list may draw on, at least and at most
WIDE_TAKE = 3  # from this take on, a piece may go further afield, so that it differs from those before
WORDINGS = 12  # orders in which a pattern's alternatives are tried
# What a seed chooses first; the rest comes in the guide's order.
CHOSEN = (
    "pain", "feature", "message", "claim", "offer", "ask", "objection", "story", "goal", "wordplay", "fact",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What may be said, in the order of a seed.

    Attributes:
        frames: lines of argument, the first for the piece, the others for lists; each binds blanks.
        universe: all values that a blank may take.
        structures: for each field that has some, the structures that can be built, in the order to try.
        required: messages that must come across.
        offer: the offer that the brief asks for, where it may be made.
        notes: the parts of the brief's source.
        phrases: what counts as the main keyword, in small letters and without hyphens.
        choice: for each kind of choice the number of the one that this seed begins with; see `spread`.
    """

    frames: tuple[Frame, ...]
    universe: Mapping[str, Sequence[Any]]
    structures: Mapping[str, Sequence[str]]
    required: tuple[guide.Message, ...]
    offer: guide.Offer | None
    notes: tuple[SourceNote, ...]
    phrases: tuple[str, ...]
    choice: Mapping[str, int]


def make_plan(task: Task, take: int = 0) -> Plan:
    """Plans what to say for a task; a later take chooses otherwise for the same seed."""
    material = gather(task)
    rounds = max((len(pain.features) for pain in material.kinds["pain"]), default=1)
    sizes = {name: len(material.kinds[name]) for name in CHOSEN} | {"round": rounds, "wording": WORDINGS}
    count = min(FRAMES[1], max(FRAMES[0], rounds * len(material.kinds["pain"])))
    # Which structures can be built is the same for every seed, so it is seen before the seed chooses.
    plain = tuple(_frames(material, material.kinds, dict.fromkeys(sizes, 0), count))
    buildable = {
        field.name: _buildable(task.format, field, plain, bool(material.notes))
        for field in task.format.fields
        if field.structures
    }
    sizes["structure"] = max((len(names) for names in buildable.values()), default=1)
    choice = choices(sizes, task.seed, take)
    universe = {name: turned(items, choice.get(name, 0)) for name, items in material.kinds.items()}
    return Plan(
        frames=tuple(_frames(material, universe, choice, count, wide=take >= WIDE_TAKE)),
        universe={**universe, "message": [*material.required, *universe["message"]]},
        structures={name: turned(names, choice["structure"]) for name, names in buildable.items()},
        required=material.required,
        offer=material.offer,
        notes=material.notes,
        phrases=_phrases(task),
        choice=choice,
    )


def _phrases(task: Task) -> tuple[str, ...]:
    """The main keyword and, where the guide has a cluster for it, its other forms and synonyms."""
    if not task.brief.keywords or not task.brief.keywords[0]:
        return ()
    main = spaced(task.brief.keywords[0])
    for cluster in task.guide.clusters:
        several = [spaced(one) for one in (cluster.main, *cluster.variants, *cluster.synonyms)]
        if main in several:
            return (main, *(one for one in several if one != main))
    return (main,)


def can_fill(format: Format, field: Field, structure: str, frame: Frame, has_notes: bool) -> bool:
    """Whether every move that a structure needs has a pattern whose blanks a frame has."""
    known = set(frame) | ({"note"} if has_notes else set())
    return all(
        any(
            _needed(alternative) <= known
            for block in format.blocks_for(field.name, move.rstrip("?*"))
            for alternative in block.alternatives
        )
        for move in field.structures[structure]
        if not move.endswith("?")
    )


def _needed(alternative: Mapping[str, Any]) -> set[str]:
    """The blanks that an alternative can't do without, as far as can be told without filling it."""
    names: set[str] = set()
    for template in alternative.values():
        names |= template.names
    return names


def _buildable(format: Format, field: Field, frames: Sequence[Frame], has_notes: bool) -> list[str]:
    """The structures that some frame can fill; those that leave slots open only where no other is left."""
    found = [
        name
        for name in field.structures
        if any(can_fill(format, field, name, frame, has_notes) for frame in frames)
    ]
    whole = [name for name in found if not _leaves_slots(format, field, name)]
    return whole or found


def _leaves_slots(format: Format, field: Field, structure: str) -> bool:
    return any(
        all(
            any(SLOT.search(template.text) for template in alternative.values())
            for block in format.blocks_for(field.name, move.rstrip("?*"))
            for alternative in block.alternatives
        )
        for move in field.structures[structure]
    )


def _frames(
    material: Material,
    universe: Mapping[str, Sequence[Any]],
    choice: Mapping[str, int],
    count: int,
    *,
    wide: bool = False,
) -> Iterator[Frame]:
    for number in range(count):
        frame = {**material.fixed, **_frame(number, material, universe, choice, wide=wide)}
        yield {key: value for key, value in frame.items() if value not in (None, "", [])}


def _frame(
    number: int,
    material: Material,
    universe: Mapping[str, Sequence[Any]],
    choice: Mapping[str, int],
    *,
    wide: bool,
) -> dict[str, Any]:
    """One line of argument: a pain, what solves it, what proves that, and one of each of the rest."""

    def pick(name: str) -> Any:
        items = universe[name]
        return items[number % len(items)] if items else None

    # What a piece says mainly bears on its topic; the lines of a list may go further afield.
    to_the_point = [pain for pain in universe["pain"] if pain in material.bearing[0]]
    pain = to_the_point[0] if to_the_point and not (number or wide) else pick("pain")
    solving = [material.features[id] for id in pain.features if id in material.features] if pain else []
    solving = solving or list(universe["feature"])
    # A list that goes round the pains more than once takes the next feature that solves one.
    round_ = choice["round"] + number // max(1, len(universe["pain"]))
    feature = solving[round_ % len(solving)] if solving else None
    others = [one for one in (*solving, *universe["feature"]) if one is not feature]
    fitting = _fitting(material, universe, feature)
    messages = fitting["message"]
    if not wide:
        messages = [one for one in messages if one.products] or messages
    if not (number or wide):
        messages = [one for one in messages if one in material.bearing[1]] or messages
    doubts, plays, stories = fitting["objection"], fitting["wordplay"], fitting["story"]
    linked = fitting["claim"]
    return {
        **{name: pick(name) for name in universe},
        "pain": pain,
        "feature": feature,
        "other_feature": others[0] if others else None,
        "message": messages[number % len(messages)] if messages else None,
        "required": _together(material.required, choice["wording"]),
        "claim": linked[0] if linked else None,
        "objection": doubts[number % len(doubts)] if doubts else None,
        "wordplay": plays[number % len(plays)] if plays else None,
        "story": stories[number % len(stories)] if stories else None,
        "keyword": universe["keyword"][0] if universe["keyword"] else None,
        "product": next(iter(fitting["product"]), None) or pick("product"),
    }


def _fitting(
    material: Material, universe: Mapping[str, Sequence[Any]], feature: guide.Feature | None
) -> dict[str, Sequence[Any]]:
    """What goes with a feature: no message about another product, no story about another matter."""
    product = material.owner.get(feature.id) if feature else None
    family = {product.id, product.of} if product else set()
    proofs = set(feature.claims) if feature else set()
    plays = material.plays
    return {
        "product": [product] if product else [],
        "message": [one for one in universe["message"] if not one.products or family & set(one.products)],
        "story": [one for one in universe["story"] if proofs & set(one.claims)],
        "objection": [one for one in universe["objection"] if not one.products or family & set(one.products)],
        "wordplay": [one for one in universe["wordplay"] if not plays[one] or family & {*plays[one]}],
        "claim": [one for one in universe["claim"] if one.id in proofs],
    }


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of argument, not yet put into words: a pain, a feature that solves it, and what goes with both.

    Attributes:
        values: for each blank the values that it may take here, at least one.
        fixed: the blanks that have one value everywhere.
    """

    values: Mapping[str, Sequence[Any]]
    fixed: Frame

    def frame(self, said: Frame) -> Frame:
        """The line with some values chosen; of the others, the first."""
        return {**self.fixed, **{name: values[0] for name, values in self.values.items()}, **said}


def lines_of(material: Material) -> tuple[list[Line], list[Line]]:
    """All lines of argument: those that bear on the brief's topic, then the others.

    A pain stands with each feature that solves it, the best first. A line that bears on the topic brings no
    message that would do for any product, as long as there is one of its own.
    """
    near: list[Line] = []
    far: list[Line] = []
    everything = {name: list(items) for name, items in material.kinds.items()}
    for pain in material.kinds["pain"] or [None]:
        solving = [material.features[id] for id in pain.features if id in material.features] if pain else []
        for feature in solving or material.kinds["feature"] or [None]:
            values: dict[str, Sequence[Any]] = {**everything, **_fitting(material, everything, feature)}
            values["product"] = values["product"] or everything["product"]
            values["pain"] = [pain] if pain else []
            others = [one for one in (*solving, *everything["feature"]) if one is not feature]
            values["feature"], values["other_feature"] = [feature] if feature else [], others
            values["keyword"] = everything["keyword"][:1]
            values["required"] = _wordings(material.required)
            _add(far, values, material.fixed)
            if pain is None or pain in material.bearing[0]:
                own = [one for one in values["message"] if one.products] or values["message"]
                values["message"] = [one for one in own if one in material.bearing[1]] or own
                _add(near, values, material.fixed)
    return near, far


def _add(lines: list[Line], values: Mapping[str, Sequence[Any]], fixed: Mapping[str, Any]) -> None:
    held = {name: items for name, items in values.items() if items}
    bound = {name: one for name, one in fixed.items() if one not in (None, "", [])}
    lines.append(Line(values=held, fixed=bound))


def _wordings(required: Sequence[guide.Message]) -> list[guide.Message]:
    """The messages that must come across, together, in one wording after another."""
    most = max((1 + len(one.wordings) for one in required), default=0)
    return [found for number in range(most) if (found := _together(required, number))]


def _together(required: Sequence[guide.Message], wording: int) -> guide.Message | None:
    """The messages that must come across as one text, each in one of its wordings."""
    if not required:
        return None
    texts = [turned([one.text, *one.wordings], wording)[0] for one in required]
    return required[0].model_copy(update={"text": " ".join(texts)})
