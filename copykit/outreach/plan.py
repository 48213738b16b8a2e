"""What a batch would do, before anything is spent: what the rows lack, who is written to, what it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from copykit.brief import Brief
from copykit.draft import SLOT
from copykit.formats import Field, Format
from copykit.outreach.attempts import Bench, Order, write_attempt
from copykit.outreach.prospects import Aside, List, Prospect
from copykit.wording import listed
from copykit.writers import Task

__all__ = ["Estimate", "Gap", "estimate_tokens", "find_gaps", "without_gaps"]

MOST_PROBED = 40  # kinds of rows that a piece is written for, to see what it lacks
SAMPLED = 5  # rows whose prompts are measured
LETTERS_PER_TOKEN = 4  # English, OpenAI's rule of thumb (help.openai.com, "What are tokens")
LETTERS_PER_WORD = 6  # with the space


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Something that a piece needs and the rows don't have.

    Attributes:
        name: the slot's name: "observation".
        question: what it asks, for people.
        rows: the numbers of the rows that lack it.
        of: how many rows there are.
        line: where the first of them begins.
    """

    name: str
    question: str
    rows: frozenset[int]
    of: int
    line: int


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """What a batch may take with a model: each piece once; rounds of improvement come on top.

    Attributes:
        requests: one for each row.
        input_tokens: all prompts, by four letters a token, from a sample of the rows.
        output_tokens: all answers, by the format's lengths.
    """

    requests: int
    input_tokens: int
    output_tokens: int


def find_gaps(found: List, bench: Bench) -> tuple[Gap, ...]:
    """What the pieces of a list would leave open.

    One piece is written without a model for each kind of row (those that fill the same of the settings that
    the format speaks of; the 40 most frequent kinds). It is looked at for open slots and for merge tags that
    the table has no column for; so whatever the format asks for is found, also in a format that is new.
    """
    from copykit.writers.offline import OfflineWriter

    offline = replace(bench, writer=OfflineWriter(), best_of=1)
    asked = _asked(bench.format)
    kinds: dict[tuple[str, ...], list[Prospect]] = {}
    for one in found.prospects:
        kinds.setdefault(_filled(one.brief, asked), []).append(one)
    probed = sorted(kinds.values(), key=len, reverse=True)[:MOST_PROBED]
    gaps: dict[str, Gap] = {}
    for rows in probed:
        order = Order(row=rows[0].number, key=rows[0].key, number=0, seed=0, brief=rows[0].brief)
        lacking = frozenset(one.number for one in rows)
        for name, question in dict(_open(write_attempt(order, offline))).items():
            known = gaps.get(name)
            gaps[name] = Gap(
                name=name, question=known.question if known else question,
                rows=lacking | (known.rows if known else lacking), of=len(found.prospects),
                line=min(rows[0].line, known.line if known else rows[0].line),
            )  # fmt: skip
    return tuple(sorted(gaps.values(), key=lambda gap: -len(gap.rows)))


def without_gaps(found: List, gaps: Sequence[Gap]) -> List:
    """The list without the rows that could not be ready: they are set aside with what they lack."""
    lacks: dict[int, list[str]] = {}
    for gap in gaps:
        for number in gap.rows:
            lacks.setdefault(number, []).append(gap.name)
    left_out = [
        Aside(
            number=one.number, line=one.line, cells=one.cells,
            reason=f"only you can say its {listed(lacks[one.number])}, so no model was paid for it",
        )
        for one in found.prospects
        if one.number in lacks
    ]  # fmt: skip
    return replace(
        found,
        prospects=tuple(one for one in found.prospects if one.number not in lacks),
        aside=tuple(sorted([*found.aside, *left_out], key=lambda one: one.number)),
    )


def _filled(brief: Brief, asked: str) -> tuple[str, ...]:
    """The names of a brief's settings that hold something and that a format's texts speak of."""
    names: list[str] = []
    for key, value in brief.model_dump().items():
        if isinstance(value, dict):
            whole = f"{key}.name" in asked
            names += [
                f"{key}.{name}"
                for name, inner in value.items()
                if inner and (f"{key}.{name}" in asked or (whole and name in ("first_name", "last_name")))
            ]
        elif key == "audience":
            names.append(f"{key}={value}")
        elif value and key in asked:
            names.append(key)
    return tuple(names)


def _asked(format: Format) -> str:
    """All texts of a format, in which a blank stands by its name."""
    patterns = (one.text for block in format.blocks for part in block.alternatives for one in part.values())
    return "\n".join((format.instructions.text, format.request.text, *patterns))


def _open(attempt: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for text in _strings(attempt.get("fields")):
        for slot in SLOT.finditer(text):
            yield slot["name"], slot["question"] or ""
    blocked = attempt.get("blocked")
    for one in blocked if isinstance(blocked, list) else ():
        if "The table has no column" in one["reason"]:
            yield "merge tag", one["reason"]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _strings(inner)


def estimate_tokens(prospects: Sequence[Prospect], bench: Bench) -> Estimate:
    """What a model would be sent and would send back for some rows, each written once."""
    if not prospects:
        return Estimate(requests=0, input_tokens=0, output_tokens=0)
    from copykit.writers.models import build_prompt

    step = max(1, len(prospects) // SAMPLED)
    sample = prospects[::step][:SAMPLED]
    letters = 0
    for number, one in enumerate(sample):
        task = Task(format=bench.format, brief=one.brief, guide=bench.guide, seed=number, today=bench.today)
        prompt = build_prompt(task)
        letters += len(prompt.system) + len(prompt.user)
    each = letters / len(sample) / LETTERS_PER_TOKEN
    answer = _letters(bench.format) / LETTERS_PER_TOKEN
    return Estimate(
        requests=len(prospects),
        input_tokens=ceil(each * len(prospects)),
        output_tokens=ceil(answer * len(prospects)),
    )


def _letters(format: Format) -> float:
    """About how many letters an answer has: the middle of the word range, and what other fields may hold."""
    words = format.settings.words
    counted = set(words.fields) if words else set()
    total = (words.min + words.max) / 2 * LETTERS_PER_WORD if words else 0.0
    if words and not counted:
        return total
    return total + sum(_room(one) for one in format.fields if one.name not in counted and one.role != "legal")


def _room(field: Field) -> float:
    if field.kind == "groups":
        return field.items[0] * sum(_room(inner) for inner in field.fields)
    limit = field.shown or field.limit
    each = min(limit.max, 300) if limit else 100
    return each * (field.items[0] if field.kind == "list" else 1)
