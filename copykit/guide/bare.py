"""What is left of a guide when it is taken away: the names of things, and what a brief names itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from copykit.guide.control import Checks
from copykit.guide.manner import Inclusive, Manner, Wording
from copykit.guide.style import Style
from copykit.guide.types import Ask, Audience, Email, Message, Offer, Product
from copykit.guide.whole import Guide

__all__ = ["bare_guide"]

_Named = TypeVar("_Named", Product, Audience, Offer, Message, Ask)


def bare_guide(
    guide: Guide, *, product: str, audience: str, offer: str, ask: str, messages: Iterable[str] = ()
) -> Guide:
    """A guide without its decisions, for writing as if there were none.

    The brand keeps its name, its summary, its language and its website; the named product its name and its
    description, the named audience its name. The named offer, messages and ask stay as they are, since a
    brief would hold their words. Voice, terms, claims, stories, samples, style, legal lines, reading targets
    and all else are gone.

    Args:
        product: the product's id, as are the others; empty for none.
        ask: the one thing that the reader is asked for.
    """
    brand = guide.brand.model_copy(
        update={
            "voice": [], "reading": {}, "style": Style(), "manner": _lenient(), "inclusive": Inclusive(),
            "wording": Wording(), "email": Email(), "legal": [], "tagline": guide.brand.name,
        }
    )  # fmt: skip
    return replace(
        guide,
        version=f"{guide.version}-bare",
        brand=brand,
        terms=(),
        products=tuple(one.model_copy(update={"features": []}) for one in _named(guide.products, [product])),
        offers=_named(guide.offers, [offer]),
        steps=(),
        messages=tuple(
            one.model_copy(update={"claims": [], "required_in": []})
            for one in _named(guide.messages, messages)
        ),
        claims=(),
        stories=(),
        asks=_named(guide.asks, [ask]),
        wordplay=(),
        competitors=(),
        audiences=tuple(
            one.model_copy(
                update={
                    "pains": [],
                    "goals": [],
                    "objections": [],
                    "use": [],
                    "avoid": [],
                    "fit": type(one.fit)(),
                }
            )
            for one in _named(guide.audiences, [audience])
        ),
        clusters=(),
        samples=(),
        styles=(),
        style_problems=(),
        checks=Checks(),
        accepted=(),
    )


def _lenient() -> Manner:
    return Manner(hedges=100, cliches="off", intensifiers="off", swap_test="off", like_samples=False)


def _named(parts: Iterable[_Named], ids: Iterable[str]) -> tuple[_Named, ...]:
    wanted = set(ids)
    return tuple(part for part in parts if part.id in wanted)
