"""What may be said: the parts of the guide that fit a brief, today, in its region and channel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copykit.guide import Guide
from copykit.guide import types as guide
from copykit.guide.competitors import unspoken
from copykit.guide.types import Standing
from copykit.writers import Task
from copykit.writers.offline.bearing import bearing_messages, bearing_pains
from copykit.writers.offline.notes import SourceNote, read_notes

__all__ = ["Material", "gather", "spaced"]

STEPS_SHOWN = 4


@dataclass(frozen=True, kw_only=True)
class Material:
    """The fitting parts of a guide.

    Attributes:
        kinds: for each blank that may take several values, the values, in the guide's order.
        fixed: the blanks that have one value, and what the grammar filters need to know of the brand.
        features: by id; `owner` has the product that each belongs to.
        claims: the usable ones, by id.
        bearing: the pains and the messages that bear on the brief's topic.
        plays: the playful lines, each with the products that it is about; none: all.
        required: messages that must come across.
        offer: the offer that the brief asks for, where it may be made.
        notes: the parts of the brief's source.
    """

    kinds: Mapping[str, Sequence[Any]]
    fixed: Mapping[str, Any]
    features: Mapping[str, guide.Feature]
    owner: Mapping[str, guide.Product]
    claims: Mapping[str, guide.Claim]
    bearing: tuple[Sequence[guide.Pain], Sequence[guide.Message]]
    plays: Mapping[str, Sequence[str]]
    required: tuple[guide.Message, ...]
    offer: guide.Offer | None
    notes: tuple[SourceNote, ...]


def gather(task: Task) -> Material:
    """Chooses the parts of the guide that fit a task."""
    brief, whole = task.brief, task.guide
    audience = whole.audience(brief.audience) if brief.audience else whole.audiences[0]
    wanted = audience.id if audience else ""
    scope = _scope(task, wanted)
    products = {product.id for product in scope}

    silent = unspoken(whole)

    def usable(part: guide.Claim | guide.Offer) -> bool:
        if part.id in silent:
            return False
        region = brief.region or whole.brand.region
        standing = part.standing(task.today, region=region, channel=task.format.channel, audience=wanted)
        return standing is Standing.USABLE and (not part.products or bool(products & set(part.products)))

    claims = {claim.id: claim for claim in whole.claims if usable(claim)}
    offers = [offer for offer in whole.offers if usable(offer)]
    if brief.offer:
        offers = [offer for offer in offers if offer.id == brief.offer] or offers

    def proven(part: guide.Message | guide.Story | guide.Objection) -> bool:
        return all(id in claims for id in part.claims)

    def for_them(part: guide.Message | guide.Story) -> bool:
        return not part.audiences or wanted in part.audiences

    messages = [
        message
        for message in whole.messages
        if for_them(message)
        and proven(message)
        and (not message.products or products & set(message.products))
    ]
    places = {task.format.name, task.format.channel}
    required = tuple(
        message
        for message in whole.messages
        if message.id in brief.messages or (message in messages and places & set(message.required_in))
    )
    features = {feature.id: feature for product in scope for feature in product.features}
    pains = list(audience.pains) if audience else []
    pains = [pain for pain in pains if features.keys() & set(pain.features)] or pains
    plays = {
        line.text: line.products
        for line in whole.wordplay
        if line.may_stand(channel=task.format.channel, situation=brief.situation)
        and (not line.products or products & set(line.products))
    }
    steps = [step for step in whole.steps if step.product is None or step.product in products]
    return Material(
        kinds={
            "pain": pains,
            "feature": list(features.values()),
            "message": [message for message in messages if message not in required],
            "claim": list(claims.values()),
            "offer": offers,
            "ask": _worded(_asks(task, wanted)),
            "objection": [
                one
                for one in (audience.objections if audience else ())
                if proven(one) and (not one.products or products & set(one.products))
            ],
            "story": [
                story
                for story in whole.stories
                if story.nameable(task.today) and proven(story) and for_them(story)
            ],
            "goal": list(audience.goals) if audience else [],
            "wordplay": list(plays),
            "fact": brief.facts,
            "step": steps,
            "keyword": brief.keywords,
            "product": [product for product in scope if product.kind != "plan"] or scope,
        },
        fixed={
            "brand": whole.brand,
            "audience": audience,
            "recipient": brief.recipient,
            "sender": brief.sender,
            "observation": brief.observation,
            "topic": brief.topic or (brief.keywords[0] if brief.keywords else None),
            "steps": steps[:STEPS_SHOWN],
            "keywords": brief.keywords,
            **_searched(task, scope),
            "facts": brief.facts,
            "names": _names(whole),
            "serial_comma": whole.brand.style.serial_comma is not False,
            "headline_case": whole.brand.style.headline_case,
        },
        features=features,
        owner={feature.id: product for product in scope for feature in product.features},
        claims=claims,
        bearing=(
            bearing_pains(pains, list(features.values()), brief=brief, guide=whole),
            bearing_messages(messages, brief=brief, guide=whole),
        ),
        plays=plays,
        required=required,
        offer=next((offer for offer in offers if offer.id == brief.offer), None),
        notes=read_notes(brief.source),
    )


def _names(whole: Guide) -> tuple[str, ...]:
    """What keeps its capital within a sentence."""
    features = [feature.name for _, feature in whole.features() if feature.name[:1].isupper()]
    others = [*(product.name for product in whole.products), *(story.customer for story in whole.stories)]
    people = [story.person for story in whole.stories if story.person]
    return (whole.brand.name, *others, *features, *people)


def _searched(task: Task, scope: Sequence[guide.Product]) -> dict[str, str]:
    """What the main keyword is: a thing that we sell, or a thing that people want to know about.

    The guide's cluster says so by its intent. Without a cluster, a phrase is a thing that we sell when its
    last word is one of the products' own; the brand's name with a word is neither.
    """
    phrase = next(iter(task.brief.keywords), "")
    said = spaced(phrase)
    if not said or spaced(task.guide.brand.name) in said:
        return {}
    for cluster in task.guide.clusters:
        if said in map(spaced, (cluster.main, *cluster.variants, *cluster.synonyms)):
            kind = {"commercial": "ware", "transactional": "ware", "informational": "query"}
            return {kind[cluster.intent]: phrase} if cluster.intent in kind else {}
    sold = spaced(" ".join(f"{one.noun} {one.name}" for one in scope)).split()
    stems = {word.rstrip("s") for word in (*sold, *spaced(task.guide.brand.category).split())}
    return {"ware" if said.split()[-1].rstrip("s") in stems else "query": phrase}


def spaced(text: str) -> str:
    """A text in small letters without hyphens: a slug says a phrase, too."""
    return text.casefold().replace("-", " ")


def _scope(task: Task, audience: str) -> list[guide.Product]:
    """The products that the copy is about: the brief's with its plans and its parent, or the audience's."""
    products = task.guide.products
    if task.brief.product:
        chosen = task.guide.product(task.brief.product)
        family = {task.brief.product, chosen.of if chosen else None}
        return [product for product in products if product.id in family or product.of == task.brief.product]
    return [one for one in products if not one.audiences or audience in one.audiences] or list(products)


def _asks(task: Task, audience: str) -> list[guide.Ask]:
    """The asks that serve the brief: the one it names, else those of its goal, else of the first's goal."""
    asks = task.guide.asks
    if task.brief.ask:
        return [ask for ask in asks if ask.id == task.brief.ask]
    fitting = [ask for ask in asks if not ask.audiences or audience in ask.audiences] or list(asks)
    goal = task.brief.goal or (fitting[0].goal if fitting else "")
    return [ask for ask in fitting if ask.goal == goal] or [ask for ask in asks if ask.goal == goal]


def _worded(asks: Sequence[guide.Ask]) -> list[guide.Ask]:
    """Each ask under each of its approved labels, every ask's first label first."""
    most = max((len(ask.wordings) for ask in asks), default=0)
    labelled = [(ask, [ask.text, *ask.wordings]) for ask in asks]
    return [
        ask.model_copy(update={"text": labels[number]})
        for number in range(most + 1)
        for ask, labels in labelled
        if number < len(labels)
    ]
