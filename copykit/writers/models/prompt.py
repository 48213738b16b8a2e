"""The prompt: a format's Instructions and Request, filled from what fits of the guide and the brief."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from copykit.brief import Brief, Person
from copykit.errors import FormatError
from copykit.guide import Guide
from copykit.guide.types import Pain
from copykit.orders import order_in
from copykit.templates import Missing, Template
from copykit.writers import Note, Task
from copykit.writers.models import manner, matter
from copykit.writers.models.facts import Facts, keeps_capital
from copykit.writers.models.fence import fenced, inline
from copykit.writers.models.placing import Placer
from copykit.writers.models.selection import Selection, select, without_orders
from copykit.writers.models.shape import describe

__all__ = ["Prompt", "build_prompt", "fill", "prompt_values"]

# Channels whose pieces have no room to explain a message that they need not bring.
SHORT = ("ad", "cta", "email")
_NAME = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,2}")
# Channels whose pieces are made of headlines and labels.
LINES = ("ad", "cta")


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """What a model is sent.

    Attributes:
        system: the filled Instructions.
        user: the filled Request.
        selection: what of the guide went into it.
        facts: what its labels stand for.
        notes: the structure that was chosen, and what of the brief can't be used.
    """

    system: str
    user: str
    selection: Selection
    facts: Facts
    notes: tuple[Note, ...]

    def placer(self, guide: Guide) -> Placer:
        """What puts the facts in place of their labels in one answer."""
        return Placer(self.facts, capitals=keeps_capital(guide), style=guide.brand.style)


def build_prompt(task: Task, *, lean: bool = False) -> Prompt:
    """Fills a format's prompt for a task.

    Args:
        task: what is to be written.
        lean: whether to leave out what the copy can do without, for a model with a short context: samples,
            stories, objections, wordplay, and messages that are not required.

    Raises:
        FormatError: when the prompt needs what this brand or brief does not have.
    """
    chosen = select(task)
    if lean:
        chosen = replace(chosen, samples=(), stories=(), objections=(), wordplay=(), messages=())
    facts = Facts(chosen, task.guide, task.brief)
    values = prompt_values(task, chosen, facts)
    notes = chosen.notes
    if chosen.structure:
        notes = (Note(structure=chosen.structure[0]), *notes)
    return Prompt(
        system=fill(task.format.instructions, values),
        user=fill(task.format.request, values),
        selection=chosen,
        facts=facts,
        notes=notes,
    )


def fill(template: Template, values: Mapping[str, Any]) -> str:
    """A prompt's template with its blanks filled.

    Raises:
        FormatError: when it needs a blank that has no value.
    """
    try:
        # Where a part has nothing to say, it leaves its empty lines behind.
        return re.sub(r"\n{3,}", "\n\n", template.render(values)).strip() + "\n"
    except Missing as missing:
        raise FormatError(
            f"the prompt can't be filled: {missing}",
            path=template.path,
            line=template.line,
            advice="Put the blank inside {% if … %}, since not every brand and brief has a value for it.",
        ) from None


def prompt_values(task: Task, chosen: Selection, facts: Facts) -> dict[str, Any]:
    """The blanks of a prompt with their values; a blank without one is left out.

    Lists are texts of one line each. Texts of the brief come fenced as data or flattened to one line.
    """
    guide, brief, format = task.guide, without_orders(task.brief), task.format
    found = guide.brand.reading_for(format.channel)
    words = format.settings.words
    usable = {claim.id for claim in chosen.claims}
    short = format.channel in SHORT
    values: dict[str, Any] = {
        "today": task.today.isoformat(),
        "region": inline(chosen.region, longest=40),
        "brand": guide.brand,
        "boilerplate": matter.boilerplate(guide.brand, whole=not short),
        "traits": manner.traits(guide.brand.voice),
        "style": manner.style(guide.brand, format.channel),
        "reading": found[1] if found else None,
        "reading_level": manner.reading_level(found[1]) if found else None,
        "terms": manner.terms(guide.terms, task.today),
        "wordplay": manner.wordplay(chosen.wordplay),
        "audience": chosen.audience,
        "reader": matter.audience(chosen.audience) if chosen.audience else None,
        "audiences": matter.audiences(chosen.audiences),
        "pains": matter.pains(chosen.audience.pains, guide, _pains_told(chosen, short))
        if chosen.audience
        else None,
        "objections": matter.objections(chosen.objections),
        "product": chosen.product,
        "products": matter.products(chosen.products, guide, usable, lines=format.channel in LINES),
        "steps": matter.steps(chosen.steps),
        "required": matter.messages(chosen.required, usable, explained=True),
        "messages": matter.messages(chosen.messages, usable, explained=not short and not brief.source),
        "claims": matter.claims(chosen.claims),
        "offer": chosen.offers[0] if brief.offer and chosen.offers else None,
        "offers": matter.offers(chosen.offers),
        "prices": matter.prices(facts.of_kind("price")),
        "stories": matter.stories(chosen.stories),
        "ask": chosen.ask,
        "asks": matter.ask(chosen.ask) if chosen.ask else None,
        "legal": matter.legal(chosen.legal),
        "competitors": matter.competitors(chosen.competitors, chosen.claims),
        "keyword": inline(brief.keywords[0]) if brief.keywords else None,
        "keywords": matter.keywords(
            ((inline(phrase), cluster) for phrase, cluster in chosen.clusters), guide
        ),
        "samples": manner.samples(chosen.samples),
        "angle": manner.angle(chosen.pain, chosen.structure),
        "format": {
            "name": format.name,
            "title": format.title,
            "description": format.settings.description,
            "words": manner.word_range(words) if words else None,
        },
        "fields": describe(format),
        "rules": manner.rules(format.rules),
        **_from_brief(brief, facts),
    }
    return {name: value for name, value in values.items() if value not in (None, "")}


def _pains_told(chosen: Selection, short: bool) -> Sequence[Pain]:
    """The pains told whole: the one that this version starts from, and where there is room two more."""
    pains = chosen.audience.pains if chosen.audience else []
    if chosen.pain not in pains:
        return pains
    at = pains.index(chosen.pain)
    return (*pains[at:], *pains[:at])[: 1 if short else 3]


def _from_brief(brief: Brief, placed: Facts) -> dict[str, Any]:
    facts = matter.vouched(placed.of_kind("fact"))
    texts = {
        "topic": brief.topic,
        "situation": brief.situation,
        "observation": brief.observation,
        "facts": facts,
        "source": brief.source,
        "notes": brief.notes,
        "reader": _person(brief.recipient),
        "sender": _person(brief.sender),
    }
    labels = {
        "topic": "topic",
        "situation": "situation",
        "observation": "observation about the reader",
        "facts": "facts that the writer vouches for",
        "source": "source material",
        "notes": "notes",
        "reader": "who it is written to",
        "sender": "who it is from",
    }
    blocks = {name: fenced(labels[name], text) for name, text in texts.items() if text.strip()}
    return {
        **{name: blocks.get(name) for name in ("topic", "observation", "facts", "source", "notes")},
        "situation": _named(brief.situation),
        "goal": inline(brief.goal),
        "recipient": _flat(brief.recipient),
        "sender": _flat(brief.sender),
        "material": "\n\n".join(blocks.values()),
    }


def _named(situation: str) -> str:
    """A situation by its name, such as "price rise"; what is longer stays behind the fence."""
    flat = inline(situation)
    return flat if not flat or _NAME.fullmatch(flat) else "the one that the data tells"


def _person(person: Person) -> str:
    told: Iterable[tuple[str, str]] = (
        ("first name", person.first_name),
        ("last name", person.last_name),
        ("title", person.title),
        ("company", person.company),
        ("email", person.email),
        ("phone", person.phone),
        ("industry", person.industry),
        ("people at the company", person.size),
    )
    return "\n".join(f"{label}: {inline(value)}" for label, value in told if value)


def _flat(person: Person) -> Person:
    names = [name for name in Person.model_fields if name != "place"]
    told = {name: str(getattr(person, name)) for name in names}
    # A name that gives orders stays behind the fence.
    flat = {name: "" if order_in(text) else inline(text, longest=60) for name, text in told.items()}
    return person.model_copy(update=flat)
