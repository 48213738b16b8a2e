"""Labels: what a model types in place of a fact, such as `{claim:no-shows}`, and what each stands for.

A label is a kind, a colon and an id in single braces, with a word for the form where one is wanted:
`{claim:no-shows short}`, `{story:fellhope quote}`. Slots (`[[…]]`) and merge tags (`{{…}}`, `*|…|*`,
`{contactfield=…}`) look otherwise. Case, spaces, underscores and doubled braces are taken as meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from copykit.grammar import slug
from copykit.guide import Guide
from copykit.guide.types import Offer, Price

__all__ = ["FORMS", "KINDS", "LABEL", "Label", "money", "named_prices", "read_label", "why_unknown"]

KINDS = ("claim", "offer", "price", "story", "fact")
# What may follow the id; the first word of each row is the one that prompts tell.
FORMS = {
    "short": "short", "headline": "short", "brief": "short",
    "quote": "quote", "quotation": "quote", "words": "quote",
    "customer": "customer", "company": "customer",
    "person": "person", "name": "person", "speaker": "person",
    "role": "role", "title": "role",
    "result": "result", "text": "text", "full": "text", "long": "text", "sentence": "text",
}  # fmt: skip
_PLURALS = {"claims": "claim", "offers": "offer", "prices": "price", "stories": "story", "facts": "fact"}

LONGEST = 100  # characters of a label, its braces included
# Anything in braces that may be one; `read_label` says whether it is.
LABEL = re.compile(r"\{\{?[^{}\n]{1,96}\}\}?")
_BETWEEN = re.compile(r"[\s:|,/()#=.]+")
_SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€", "CAD": "CA$", "AUD": "A$"}


@dataclass(frozen=True, kw_only=True)
class Label:
    """A label as it was meant.

    Attributes:
        kind: one of KINDS; "" when it was left out.
        id: in small letters with hyphens.
        form: one of the values of FORMS; "" when none was asked for.
    """

    kind: str
    id: str
    form: str = ""

    def __str__(self) -> str:
        told = ":".join(filter(None, [self.kind, self.id]))
        return f"{{{told} {self.form}}}" if self.form else f"{{{told}}}"


def read_label(text: str) -> Label | None:
    """The label that a text in braces is, or None when it is something else.

    A text in double braces is one only with its kind and a colon, since merge tags look the same.
    Without a kind, whatever could be an id is taken for one: whether there is such a fact, its reader knows.
    """
    inner = text.strip("{}").strip()
    doubled = text.startswith("{{")
    words = [word for word in _BETWEEN.split(inner.casefold()) if word]
    if not words or len(text) > LONGEST:
        return None
    first = _PLURALS.get(words[0], words[0])
    kind = first if first in KINDS else ""
    if kind:
        words = words[1:]
    if doubled and not (kind and re.match(r"\w+\s*:", inner)):
        return None
    if not kind and not re.fullmatch(r"[\w-]+(?:[ :|,/]+[\w-]+){0,5}", inner):
        return None
    form = FORMS.get(words[-1], "") if len(words) > 1 else ""
    if form:
        words = words[:-1]
    id = slug("-".join(words).replace("_", "-"))
    return Label(kind=kind, id=id, form=form) if id or kind else None


def named_prices(guide: Guide) -> Iterator[tuple[str, Offer, Price]]:
    """Every price of the guide's offers with the id that labels know it by: its plan's, or its offer's.

    A plan with several prices in a region tells them apart by what they are for: `whistle-pots-pot`.
    """
    prices = [(offer, price) for offer in guide.offers for price in offer.prices]
    counts = Counter((price.plan or offer.id, price.region) for offer, price in prices)
    for offer, price in prices:
        id = price.plan or offer.id
        yield (id if counts[id, price.region] == 1 else f"{id}-{slug(price.per)}"), offer, price


def money(price: Price) -> str:
    """A price's sum as it is written."""
    amount = f"{price.amount:,.0f}" if price.amount == int(price.amount) else f"{price.amount:,.2f}"
    symbol = _SYMBOLS.get(price.currency)
    return f"{symbol}{amount}" if symbol else f"{amount} {price.currency}"


def why_unknown(label: Label, guide: Guide) -> str:
    """Why a label can't be placed, as a clause: there is no such thing, or it may not be said here now."""
    known = {
        "claim": {claim.id for claim in guide.claims},
        "offer": {offer.id for offer in guide.offers},
        "price": {id for id, _, _ in named_prices(guide)},
        "story": {story.id for story in guide.stories},
    }
    if label.kind == "fact":
        return f"the brief has no fact {label.id or 'of that number'}"
    kinds = [label.kind] if label.kind else [kind for kind, ids in known.items() if label.id in ids]
    if any(label.id in known[kind] for kind in kinds):
        return f'{kinds[0]} "{label.id}" may not be used in this copy today'
    return f'the guide has no {label.kind or "fact"} "{label.id}"'
