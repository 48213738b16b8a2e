"""What there is to say and to whom, as lines of a prompt: what a model must know of each part of a guide."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from copykit.guide import Guide
from copykit.guide.competitors import names, naming
from copykit.guide.types import (
    Ask,
    Audience,
    Brand,
    Claim,
    Cluster,
    Competitor,
    Fit,
    LegalLine,
    Message,
    Objection,
    Offer,
    Pain,
    Product,
    Step,
    Story,
)
from copykit.labels import Label
from copykit.wording import listed
from copykit.writers.models.bullets import bullets, in_brackets, quoted
from copykit.writers.models.facts import Fact

__all__ = [
    "ask",
    "audience",
    "audiences",
    "boilerplate",
    "claims",
    "competitors",
    "keywords",
    "legal",
    "messages",
    "objections",
    "offers",
    "pains",
    "prices",
    "products",
    "steps",
    "stories",
    "vouched",
]


def _also(wordings: Sequence[str]) -> str:
    return f" Also approved: {quoted(wordings)}." if wordings else ""


def boilerplate(brand: Brand, *, whole: bool) -> str:
    """How a text says who the brand is, in the lengths that there is room for."""
    texts = brand.boilerplate
    return bullets([texts.short, texts.medium, texts.long] if whole else [texts.short])


def audience(one: Audience) -> str:
    """Who the reader is, and in which words."""
    told = [f"{one.name}: write to one {one.noun}, who is one of many {one.plural}."]
    told += _fit(one.fit)
    if one.goals:
        told.append(f"Wants to: {'; '.join(one.goals)}.")
    if one.use:
        told.append(f"Words that they use themselves: {quoted(one.use)}.")
    if one.avoid:
        told.append(f"Words that put them off, so don't use them: {quoted(one.avoid)}.")
    return bullets(told)


def _fit(fit: Fit) -> Iterator[str]:
    if fit.titles:
        yield f"Titles: {listed(fit.titles)}."
    if fit.industries:
        yield f"Works in: {listed(fit.industries)}."
    if fit.size.min or fit.size.max:
        least = f"at least {fit.size.min}" if fit.size.min else ""
        most = f"at most {fit.size.max}" if fit.size.max else ""
        yield f"Where {listed([one for one in (least, most) if one])} people work."
    if fit.triggers:
        yield f"A good moment to write: {listed(fit.triggers, last='or')}."
    if fit.disqualifiers:
        yield f"Not for: {listed(fit.disqualifiers, last='or')}."


def audiences(several: Iterable[Audience]) -> str:
    """The readers when no one of them is meant."""
    return "\n".join(
        f"- {one.name}: {'; '.join(pain.noun for pain in one.pains)}. Wants to {'; '.join(one.goals)}."
        for one in several
    )


def pains(several: Iterable[Pain], guide: Guide, whole: Collection[Pain]) -> str:
    """What hurts the reader, and what helps; those not told whole are only named."""
    return "\n".join(
        _pain(pain, guide) if pain in whole else f'- {pain.noun}: "{pain.quote}"' for pain in several
    )


def _pain(pain: Pain, guide: Guide) -> str:
    names = {feature.id: feature.name for _, feature in guide.features()}
    helps = [names[id] for id in pain.features if id in names]
    solved = f" Solved by: {listed(helps)}." if helps else ""
    return (
        f'- {pain.noun}. In their words: "{pain.quote}" Said to them: {pain.you} '
        f"It costs them: {pain.cost}{solved} Afterwards: {pain.after}"
    )


def objections(several: Iterable[Objection]) -> str:
    """Reasons not to buy, with our answers."""
    return bullets(f'"{one.quote}" Answer: {one.answer} In short: "{one.short}".' for one in several)


def _proved(claims: Sequence[str], usable: Collection[str]) -> str:
    named = [str(Label(kind="claim", id=claim)) for claim in claims if claim in usable]
    return f" Proved by {listed(named)}." if named else ""


def products(several: Iterable[Product], guide: Guide, usable: Collection[str], *, lines: bool) -> str:
    """Products with their features and benefits; of their proofs the claims that may be made.

    Args:
        lines: whether the piece is made of headlines and labels, and wants the features in that form.
    """
    return "\n".join(line for product in several for line in _product(product, guide, usable, lines))


def _product(product: Product, guide: Guide, usable: Collection[str], lines: bool) -> Iterator[str]:
    parent = guide.product(product.of) if product.of else None
    of = f" of {parent.name}" if parent else ""
    kind = f" ({product.kind}{of})" if of or product.kind != "product" else ""
    verb = " Its name takes a plural verb." if product.plural else ""
    url = f" {product.url}" if product.url else ""
    yield f"- {product.name}{kind}, {product.noun}: {product.text}{verb}{url}"
    for feature in product.features:
        verb = " Plural verb." if feature.plural else ""
        short = f' As an action: {feature.action}. As a headline: "{feature.headline}".' if lines else ""
        proof = _proved(feature.claims, usable)
        yield f"  - {feature.name}: {feature.text} For the reader: {feature.benefit}{short}{verb}{proof}"


def steps(several: Iterable[Step]) -> str:
    """How it works, numbered."""
    return "\n".join(f"{number}. {step.title}: {step.text}" for number, step in enumerate(several, 1))


def messages(several: Iterable[Message], usable: Collection[str], *, explained: bool) -> str:
    """Messages with their wordings, the claims that may be made for them, and what lies behind them."""
    return bullets(
        f"{_worded(one.text, one.wordings, one.short)}.{_proved(one.claims, usable)}"
        + (f" Why it is so: {one.explanation}" if explained else "")
        for one in several
    )


def claims(several: Iterable[Claim]) -> str:
    """Claims by their labels, each with its approved wordings.

    Their proofs are for people: they stand beside the facts of a draft.
    """
    return bullets(_labelled("claim", claim.id, claim.text, claim.wordings, claim.short) for claim in several)


def _labelled(kind: str, id: str, text: str, wordings: Sequence[str], short: str | None) -> str:
    return f"{Label(kind=kind, id=id)} {_worded(text, wordings, short)}"


def _worded(text: str, wordings: Sequence[str], short: str | None) -> str:
    told = f'"{text}"'
    if wordings:
        told += f" or {quoted(wordings)}"
    return f'{told}; short: "{short}"' if short else told


def offers(several: Iterable[Offer]) -> str:
    """Offers by their labels, with their approved wordings and terms."""
    return bullets(_offer(offer) for offer in several)


def _offer(offer: Offer) -> str:
    told = [f"{_labelled('offer', offer.id, offer.text, offer.wordings, offer.short)}."]
    if offer.trial_days:
        told.append(f"The trial is {offer.trial_days} days long.")
    if offer.guarantee_days:
        told.append(f"The guarantee is {offer.guarantee_days} days long.")
    if offer.discount_percent:
        told.append(f"The discount is {offer.discount_percent:g} %.")
    if offer.deadline:
        told.append(f"The last day is {offer.deadline.isoformat()}.")
    if offer.valid_to and offer.valid_to != offer.deadline:
        told.append(f"It ends on {offer.valid_to.isoformat()}.")
    return " ".join(told)


def prices(several: Iterable[Fact]) -> str:
    """Prices in this region by their labels."""
    return bullets(
        f"{Label(kind='price', id=one.id)} {one.wordings[0]}; short: {one.short}" for one in several
    )


def vouched(several: Iterable[Fact]) -> str:
    """Facts of the brief by their labels."""
    return "\n".join(f"{Label(kind='fact', id=one.id)} {one.wordings[0]}" for one in several)


def stories(several: Iterable[Story]) -> str:
    """Customer stories that may be told with the name, by their labels."""
    return bullets(_story(story) for story in several)


def _story(story: Story) -> str:
    def label(form: str) -> Label:
        return Label(kind="story", id=story.id, form=form)

    told = f"{label('customer')} is {story.customer}. Before: {story.before} Then: {story.change}"
    told += f" {label('result')} {story.result}"
    if story.quote:
        told += f' {label("quote")} "{story.quote}"'
    if story.person:
        told += f" {label('person')} {story.person}"
        told += f", {label('role')} {story.role}" if story.role else ""
    return told


def legal(several: Iterable[LegalLine]) -> str:
    """Legal lines in quotes; of a disclaimer also what calls for it."""
    return bullets(f'"{line.text}"{in_brackets(_called_for(line))}' for line in several)


def _called_for(line: LegalLine) -> list[str]:
    called = [
        *(f'"{word}"' for word in line.words),
        *(str(Label(kind="claim", id=id)) for id in line.claims),
        *(str(Label(kind="offer", id=id)) for id in line.offers),
    ]
    return [f"only where this stands: {listed(called, last='or')}"] if called else []


def competitors(several: Iterable[Competitor], usable: Iterable[Claim]) -> str:
    """Rivals by what copy may do with their names."""
    usable = list(usable)
    told = []
    for one in several:
        called = listed(list(names(one)), last="or")
        allowed = [claim for claim in usable if naming(one, (claim.text, *claim.wordings))]
        if one.policy == "fine":
            told.append(f"{called}: may be named. What you say of them still needs a claim.")
        elif one.policy == "claim" and allowed:
            labels = listed([str(Label(kind="claim", id=claim.id)) for claim in allowed], last="or")
            told.append(f"{called}: only by placing {labels}.")
        else:
            told.append(f"{called}: never name them, and don't hint at them.")
    return bullets(told)


def ask(one: Ask) -> str:
    """The one thing that the reader is asked for."""
    effort = {"interest": "a sign of interest", "time": "some of their time", "purchase": "a purchase"}
    return bullets(
        [
            f'On a button: "{one.text}".{_also(one.wordings)}',
            f'As a question in an email: "{one.question}"',
            f'Beside the button: "{one.line}"',
            f"It leads to {one.url}, serves the goal {one.goal}, and asks for {effort[one.effort]}.",
        ]
    )


def keywords(several: Iterable[tuple[str, Cluster | None]], guide: Guide) -> str:
    """The phrases to be found for, the main one first, with other ways to say them and who searches so."""
    return bullets(_keyword(phrase, cluster, guide) for phrase, cluster in several)


def _keyword(phrase: str, cluster: Cluster | None, guide: Guide) -> str:
    if cluster is None:
        return f'"{phrase}"'
    told = [f'"{phrase}"']
    for label, phrases in (
        ("main phrase", [cluster.main]),
        ("variants", cluster.variants),
        ("synonyms", cluster.synonyms),
        ("related", cluster.related),
    ):
        others = [other for other in phrases if other.casefold() != phrase.casefold()]
        if others:
            told.append(f"{label}: {', '.join(others)}")
    told.append(f"the searcher's intent is {cluster.intent}")
    searchers = [one.plural for one in guide.audiences if one.id in cluster.audiences]
    if searchers:
        told.append(f"searched for by {listed(searchers)}")
    return "; ".join(told)
