"""What of a guide bears on a brief's topic: the pains and messages that speak of the same things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from copykit.brief import Brief
from copykit.guide import Guide
from copykit.guide.types import Feature, Message, Pain

__all__ = ["bearing_messages", "bearing_pains"]

_WORD = re.compile(r"[a-z][a-z'-]{2,}")
_Part = TypeVar("_Part", Pain, Message)
_COMMON = frozenset(
    "about and any are best for from have how into its not our out that the their them they this what when "
    "where which who why with without you your can get make more one use work".split()
)


def _stems(texts: Iterable[str]) -> set[str]:
    """The words of some texts that say something, without their last s."""
    words = {word for text in texts for word in _WORD.findall(text.casefold().replace("-", " "))}
    return {word.rstrip("s") for word in words - _COMMON}


def _topic(brief: Brief, guide: Guide) -> set[str]:
    """The words of the topic and the keywords with what belongs to them, but for those of the whole trade."""
    phrases = [brief.topic, *brief.keywords]
    folded = {phrase.casefold() for phrase in brief.keywords}
    for cluster in guide.clusters:
        several = [cluster.main, *cluster.variants, *cluster.synonyms]
        if folded & {one.casefold() for one in several}:
            phrases += [*several, *cluster.related]
    trade = [guide.brand.name, guide.brand.category, *(one.noun for one in guide.products)]
    return _stems(phrases) - _stems(trade)


def bearing_pains(
    pains: Sequence[Pain], features: Sequence[Feature], *, brief: Brief, guide: Guide
) -> list[Pain]:
    """The pains that have most to do with the brief's topic; all of them where none has anything."""
    wanted = _topic(brief, guide)
    by_id = {feature.id: feature for feature in features}

    def worth(pain: Pain) -> int:
        solving = [by_id[id] for id in pain.features if id in by_id]
        own = [pain.noun, pain.you, pain.quote, pain.after, *(one.name for one in solving)]
        return len(wanted & _stems([*own, *(f"{one.action} {one.headline}" for one in solving)]))

    return _most(pains, [worth(pain) for pain in pains])


def bearing_messages(messages: Sequence[Message], *, brief: Brief, guide: Guide) -> list[Message]:
    """The messages that have most to do with the brief's topic; all of them where none has anything."""
    wanted = _topic(brief, guide)
    return _most(messages, [len(wanted & _stems([one.text, one.short, *one.wordings])) for one in messages])


def _most(parts: Sequence[_Part], worths: Sequence[int]) -> list[_Part]:
    """The parts of at least half of the greatest worth; all where nothing is worth anything."""
    best = max(worths, default=0)
    if not best:
        return list(parts)
    return [part for part, worth in zip(parts, worths, strict=True) if worth * 2 >= best]
