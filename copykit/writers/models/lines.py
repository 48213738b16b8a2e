"""Parts of a guide as lines of a prompt: what a model must know of each, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from copykit.formats import Rule, WordRange
from copykit.guide import Guide
from copykit.guide.switches import manners, switches
from copykit.guide.types import (
    Ask,
    Audience,
    Brand,
    Claim,
    Cluster,
    Fit,
    Message,
    Objection,
    Offer,
    Pain,
    Price,
    Product,
    Reading,
    Sample,
    Step,
    Story,
    Term,
    Trait,
    Wordplay,
)
from copykit.wording import listed

__all__ = [
    "angle", "ask", "audience", "audiences", "claims", "keywords", "listed_quotes", "messages", "objections",
    "offers", "pains", "products", "reading_level", "rules", "samples", "steps", "stories", "style", "terms",
    "traits", "word_range", "wordplay",
]  # fmt: skip

_SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€"}
_LANGUAGES = {"en-US": "American English", "en-GB": "British English"}


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _quoted(texts: Iterable[str]) -> str:
    return "; ".join(f'"{text}"' for text in texts)


def _also(wordings: Sequence[str]) -> str:
    return f" Also approved: {_quoted(wordings)}." if wordings else ""


def listed_quotes(texts: Iterable[str]) -> str:
    """Texts in quotes, one a line."""
    return _bullets(f'"{text}"' for text in texts)


def traits(voice: Iterable[Trait]) -> str:
    """The traits of the voice, each with a line that has it and one that does not."""
    return "\n".join(
        f"- {trait.name}: {trait.do} {trait.dont}\n"
        f'  Like this: "{trait.example}"\n'
        f'  Not like this: "{trait.counterexample}"'
        for trait in voice
    )


def style(brand: Brand, channel: str) -> str:
    """The house style as rules."""
    told = [
        f"Write {_LANGUAGES[brand.language]}: its spelling, its idiom.",
        *switches(brand.style),
        *manners(brand.manner, brand.inclusive, brand.wording),
        f"Money is in {brand.currency}.",
    ]
    if channel == "email":
        greeting, signoff = brand.email.greeting, brand.email.signoff
        told.append(f'The greeting is "{greeting}" and the reader\'s first name, then a comma.')
        told.append(f'The sign-off is "{signoff}" and, on the next line, the sender\'s first name.')
    return _bullets(told)


def reading_level(reading: Reading) -> str:
    """A reading target in words."""
    grade = f"{reading.grade:g}"
    return (
        f"A reader with {grade} years of school understands it at first sight (US grade {grade} or below). "
        f"No sentence has more than {reading.sentence_words} words; most have about "
        f"{max(8, round(reading.sentence_words * 0.55))}. "
        f"At most {reading.passive_percent:g} % of the sentences are in the passive voice."
    )


def terms(all_terms: Iterable[Term], today: date) -> str:
    """The words to use and to avoid, the hard ones first."""
    order = {"error": 0, "warning": 1, "suggestion": 2}
    return _bullets(_term(term, today) for term in sorted(all_terms, key=lambda term: order[term.severity]))


def _term(term: Term, today: date) -> str:
    strength = {"error": "Never write", "warning": "Don't write", "suggestion": "Rather not"}[term.severity]
    told: list[str] = []
    if term.avoid:
        forms = " in any form" if term.inflect else ""
        case = ", in this capitalisation" if term.case else ""
        told.append(f"{strength} {_quoted(term.avoid)}{forms}{case}")
        told.append(f'; write "{term.use}"' if term.use else "; leave it out or say the thing itself")
    elif term.use:
        told.append(f'Write "{term.use}" exactly so')
        if term.mark:
            told.append(f', and "{term.use}{term.mark}" where it first stands')
    for old in term.was:
        tense = "was its name until" if old.until < today else "is its name until"
        told.append(f'; "{old.name}" {tense} {old.until.isoformat()}')
    if term.unless:
        told.append(f" (fine in {_quoted(term.unless)})")
    return f"{''.join(told)}. {term.reason}"


def wordplay(plays: Iterable[Wordplay]) -> str:
    """Playful lines of the brand's own."""
    return listed_quotes(play.text for play in plays)


def audience(one: Audience) -> str:
    """Who the reader is, and in which words."""
    told = [f"{one.name}: write to one {one.noun}, who is one of many {one.plural}."]
    told += _fit(one.fit)
    if one.goals:
        told.append(f"Wants to: {'; '.join(one.goals)}.")
    if one.use:
        told.append(f"Words that they use themselves: {_quoted(one.use)}.")
    if one.avoid:
        told.append(f"Words that put them off, so don't use them: {_quoted(one.avoid)}.")
    return _bullets(told)


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


def pains(several: Iterable[Pain], guide: Guide) -> str:
    """What hurts the reader, and what helps."""
    return "\n".join(_pain(pain, guide) for pain in several)


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
    return _bullets(f'"{one.quote}" Answer: {one.answer} In short: "{one.short}".' for one in several)


def _proved(claims: Sequence[str], usable: Collection[str]) -> str:
    named = [claim for claim in claims if claim in usable]
    return f" Proved by: {listed(named)}." if named else ""


def products(several: Iterable[Product], guide: Guide, usable: Collection[str]) -> str:
    """Products with their features and benefits; of their proofs the claims that may be made."""
    return "\n".join(line for product in several for line in _product(product, guide, usable))


def _product(product: Product, guide: Guide, usable: Collection[str]) -> Iterator[str]:
    parent = guide.product(product.of) if product.of else None
    of = f" of {parent.name}" if parent else ""
    kind = f" ({product.kind}{of})" if of or product.kind != "product" else ""
    verb = " Its name takes a plural verb." if product.plural else ""
    url = f" {product.url}" if product.url else ""
    yield f"- {product.name}{kind}, {product.noun}: {product.text}{verb}{url}"
    for feature in product.features:
        verb = " Plural verb." if feature.plural else ""
        proof = _proved(feature.claims, usable)
        yield (
            f"  - {feature.name}: {feature.text} For the reader: {feature.benefit} "
            f'As an action: {feature.action}. As a headline: "{feature.headline}".{verb}{proof}'
        )


def steps(several: Iterable[Step]) -> str:
    """How it works, numbered."""
    return "\n".join(f"{number}. {step.title}: {step.text}" for number, step in enumerate(several, 1))


def messages(several: Iterable[Message], usable: Collection[str], *, explained: bool) -> str:
    """Messages with their wordings, the claims that may be made for them, and what lies behind them."""
    return _bullets(
        f'"{one.text}" In short: "{one.short}".{_also(one.wordings)}{_proved(one.claims, usable)}'
        + (f" Why it is so: {one.explanation}" if explained else "")
        for one in several
    )


def claims(several: Iterable[Claim]) -> str:
    """Claims with their approved wordings and what proves them."""
    return _bullets(_claim(claim) for claim in several)


def _claim(claim: Claim) -> str:
    short = f' In short: "{claim.short}".' if claim.short else ""
    until = f" May be said until {claim.valid_to.isoformat()}." if claim.valid_to else ""
    source = f"{claim.proof.source}, {claim.proof.date.isoformat()}"
    source += f", {claim.proof.url}" if claim.proof.url else ""
    return f'[{claim.id}] "{claim.text}"{short}{_also(claim.wordings)} Proof: {source}.{until}'


def offers(several: Iterable[Offer], region: str) -> str:
    """Offers with their approved wordings, figures and prices in a region."""
    return _bullets(_offer(offer, region) for offer in several)


def _offer(offer: Offer, region: str) -> str:
    told = [f'[{offer.id}] "{offer.text}" In short: "{offer.short}".{_also(offer.wordings)}']
    if offer.trial_days:
        told.append(f"The trial is {offer.trial_days} days long.")
    if offer.guarantee_days:
        told.append(f"The guarantee is {offer.guarantee_days} days long.")
    if offer.discount_percent:
        told.append(f"The discount is {offer.discount_percent:g} %.")
    prices = [_price(price) for price in offer.prices if price.region in (None, region)]
    if prices:
        told.append(f"Prices: {'; '.join(prices)}.")
    if offer.deadline:
        told.append(f"The last day is {offer.deadline.isoformat()}.")
    if offer.valid_to:
        told.append(f"It ends on {offer.valid_to.isoformat()}.")
    return " ".join(told)


def _price(price: Price) -> str:
    amount = f"{price.amount:.0f}" if price.amount == int(price.amount) else f"{price.amount:.2f}"
    symbol = _SYMBOLS.get(price.currency)
    money = f"{symbol}{amount}" if symbol else f"{amount} {price.currency}"
    plan = f" ({price.plan})" if price.plan else ""
    return f"{money} per {price.per}{plan}"


def stories(several: Iterable[Story]) -> str:
    """Customer stories that may be told with the name."""
    return _bullets(_story(story) for story in several)


def _story(story: Story) -> str:
    told = f"{story.customer}. Before: {story.before} Then: {story.change} Result: {story.result}"
    if story.quote:
        who = ", ".join(filter(None, [story.person, story.role]))
        told += f' Word for word{f", by {who}" if who else ""}: "{story.quote}"'
    return told


def ask(one: Ask) -> str:
    """The one thing that the reader is asked for."""
    effort = {"interest": "a sign of interest", "time": "some of their time", "purchase": "a purchase"}
    return _bullets(
        [
            f'On a button: "{one.text}".{_also(one.wordings)}',
            f'As a question in an email: "{one.question}"',
            f'Beside the button: "{one.line}"',
            f"It leads to {one.url}, serves the goal {one.goal}, and asks for {effort[one.effort]}.",
        ]
    )


def keywords(several: Iterable[tuple[str, Cluster | None]]) -> str:
    """The phrases to be found for, the main one first, with other ways to say them."""
    return _bullets(_keyword(phrase, cluster) for phrase, cluster in several)


def _keyword(phrase: str, cluster: Cluster | None) -> str:
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
    return "; ".join([*told, f"the searcher's intent is {cluster.intent}"])


def samples(several: Iterable[Sample]) -> str:
    """Approved copy, each piece with what is good about it."""
    return "\n\n".join(
        f"Sample {number} ({_kind(sample)}). Good about it: {sample.why}\n<sample>\n{sample.text}\n</sample>"
        for number, sample in enumerate(several, 1)
    )


def _kind(sample: Sample) -> str:
    return ", ".join(filter(None, [sample.format, sample.channel, sample.situation]))


# What the mark after a move means; see Field.structures.
_MOVES = {"?": "{} (if it helps)", "*": "{} (one part for each point of the source)"}


def angle(pain: Pain | None, structure: tuple[str, Sequence[str]] | None) -> str:
    """What sets this version apart from others of the same brief."""
    told = []
    if pain:
        told.append(f"Start from this pain: {pain.noun}. {pain.you}")
    if structure:
        name, moves = structure
        way = ", ".join(_MOVES.get(move[-1:], "{}").format(move.rstrip("?*")) for move in moves)
        told.append(f"Build it as {name}: {way}.")
    return _bullets(told)


def word_range(words: WordRange) -> str:
    """A format's number of words."""
    where = f" in {listed([f'`{name}`' for name in words.fields])}" if words.fields else " in all"
    return f"{words.min} to {words.max} words{where}" if words.min else f"at most {words.max} words{where}"


def rules(several: Iterable[Rule]) -> str:
    """Rules over several fields, in words."""
    told = {
        "needs": "`{rule.field}` may only be given when `{rule.other}` is.",
        "one_short": "At least one of `{rule.field}` has {rule.number} characters or less.",
        "differ": "No two of `{rule.field}` say the same thing or begin the same way.",
    }
    return _bullets(told[rule.kind].format(rule=rule) for rule in several)
