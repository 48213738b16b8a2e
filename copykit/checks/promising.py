"""Tells whether a number promises something that a reader could hold a brand to."""

from __future__ import annotations

from collections.abc import Sequence

from copykit.checks.quantities import Quantity, stem
from copykit.checks.superlatives import OURS, SELLS

__all__ = ["SOMEBODY", "is_denied", "of_our_world", "promises"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PAST = _set(
    "was were had did took held built ran spent went made got met began wrote came found gave grew left said"
    " told"
    " thought saw taught shipped launched could"
)
SOMEBODY = _set("me i i'm i’m i've i’ve my he his she her they their they're they’re")
_CUES = _set(
    "save saves saved saving savings cut cuts cutting faster sooner quicker earlier less fewer more free"
    " trial guarantee"
    " guaranteed warranty refund refunds return returns deliver delivers delivery delivered ship ships"
    " shipping dispatch"
    " dispatched reply replies respond responds response setup live lasts last keeps keep ready try within"
    " under takes"
    " take back install installs lead-time turnaround money-back off average typically open available stay"
    " stays"
)
_QUIET_BEFORE = _set("last past next previous every these those other per another")
_QUIET_AFTER = _set("ago old later meeting")
_LIGHTER = _set(
    "lose less lighter only just save saves contains has under fewer more heavier accurate"
    " accuracy precise range"
    " reach reaches"
)
_STORY = _set("was were had did ate sat stood drank bought flew drove rang sang slept walked went told saw")
_NOUN_LAST = _set("the your our its their my his her these those in over for past and")
_WISHED = _set("love like want wish hope hate")
_DENIALS = _set("not never nor neither cannot without nobody nothing hardly unless")
_SPENT = _set("cost costs price prices time bill bills budget spend work effort waste risk hours days")
_TIMELY = _set(
    "last lasts lasting take takes keep keeps live lives within under try for the and with from"
    " but into until"
    " that this than over just only about more less who are was were has have had its for get gets feels like"
)
_TALK = _set("call chat demo meeting look read talk walk tour video conversation session webinar break")
_PROMO = _set(
    "customer client company team user business country download review member brand store shop integration"
    " template"
    " language location subscriber site reader clinic practice patient hospital restaurant retailer marketer"
    " agency"
    " student teacher doctor vet expert partner stockist household family order box project app system"
)
_FROM = 13  # counts up to a dozen are everyday talk unless the guide counts the same thing


def of_our_world(one: Quantity, words: Sequence[str], world: frozenset[str]) -> bool:
    """Whether a number is told of something that the guide speaks of, too, where it is told of a thing."""
    if not world or "you" in words or "your" in words:
        return True
    low, high = one.first, one.last
    while low and words[low - 1] not in (",", ";", ":"):
        low -= 1
    while high < len(words) and words[high] not in (",", ";", ":"):
        high += 1
    if one.unit == "count":
        near = words[low:high]
    elif words[low] in ("the", "a", "an", "that", "this"):
        # "The song lasts three minutes": what has an article is a thing of ours, or of the world.
        near = words[low : one.first]
        if "average" in near or "typical" in near:
            return True
    elif one.unit in ("time", "months") and _CUES.isdisjoint(words[low:high]):
        near = words[low : one.first]
    elif one.unit == "percent" and one.word and words[one.first - 1] == "in":
        # "Cut the cost in half", but not the ribbon.
        return any(
            stem(word) in world or word in _SPENT for word in words[low : one.first] if word not in _CUES
        )
    else:
        return True
    return any(
        word in _CUES or word in SELLS or word in _PROMO or stem(word) in world
        for word in near
        if len(word) > 2 and word not in _TIMELY
    )


def is_denied(words: Sequence[str], at: int) -> bool:
    """Whether a statement is denied: "we don't claim to be carbon neutral", but not "not only"."""
    for index in range(at - 1, max(-1, at - 9), -1):
        word = words[index]
        if word in (",", ";", ":", "but"):
            return False
        # "We have no idea who", "we would love to say that".
        if word == "idea" and words[index - 1] == "no":
            return True
        if word in ("say", "claim", "tell") and words[index - 1] == "to" and words[index - 2] in _WISHED:
            return True
        if word in _DENIALS or word.endswith(("n't", "n’t")):
            return index + 1 == at or words[index + 1] not in ("only", "just")
    return False


def promises(one: Quantity, words: Sequence[str], ours: bool, fragment: bool) -> bool:
    """Whether a number promises something that a reader could hold us to."""
    unit, value = one.unit, one.value
    before = words[one.first - 1] if one.first else ""
    after = words[one.last] if one.last < len(words) else ""
    near = set(words[max(0, one.first - 8) : one.first]) | set(words[one.last : one.last + 6])
    if unit == "24/7":
        return ours or fragment or not near.isdisjoint(("support", "help", "service", "care", "delivery"))
    money = unit.startswith("money:")
    if (money or unit in ("percent", "times")) and not ours and not SOMEBODY.isdisjoint(words):
        return False
    if unit in ("percent", "times"):
        return not (
            unit == "percent"
            and value in (0, 100)
            and after in ("sure", "certain", "of", "committed", "agree", "clear", "honest")
        )
    if unit.startswith("money:"):
        # "We sat on the kerb and ate 40 pence worth of chips."
        story = value < 1000 and not _STORY.isdisjoint(words) and "now" not in words
        return before not in ("your", "their", "his", "her") and not story
    if unit == "stars":
        return True
    if unit in ("date", "clock"):
        return False
    if unit == "count":
        if "free" in words[one.last : one.last + 4] and not {"you", "your"}.isdisjoint(words[: one.first]):
            return True
        if one.value < _FROM or before in (
            "your",
            "have",
            "run",
            "the",
            "these",
            "those",
            "all",
            "page",
            "under",
            "over-",
        ):
            return False
        big = not near.isdisjoint(
            ("than", "over", "nearly", "almost", "trusted", "join", "+", "used", "serve", "helped", "loved")
        )
        # "More than 300 riders work for us", "your first ten parcels are free".
        if big and one.noun and value >= 20 and not OURS.isdisjoint(words):
            return True
        return ((ours or fragment or (big and "you" not in words)) and one.noun in _PROMO) or (
            ours and one.value >= 1000 and bool(one.noun)
        )
    hyphened = one.end - one.start > 0 and "-" in words[one.first : one.last]
    if not near.isdisjoint(_TALK) and hyphened:
        return False
    lasting = before == "last" and one.first > 1 and words[one.first - 2] not in _NOUN_LAST
    if (before in _QUIET_BEFORE and not lasting) or after in _QUIET_AFTER:
        return False
    if (
        one.word
        and value in (1, 60, 3600, 86400, 604800)
        and not hyphened
        and before not in ("within", "under", "in", "save", "saves", "saved", "saving")
    ):
        return False
    close = set(words[max(0, one.first - 4) : one.first]) | set(words[one.last : one.last + 4])
    spoken_of = (
        ours
        or fragment
        or "you" in words
        or "your" in words
        or not near.isdisjoint(("trial", "guarantee", "warranty"))
    )
    if not spoken_of:
        return False
    past = any(word in _PAST or (word.endswith("ed") and word not in _CUES) for word in words)
    if unit == "kcal":
        return True
    if unit not in ("time", "months", "workdays", "nights"):
        return not close.isdisjoint(_LIGHTER)
    return not close.isdisjoint(_CUES) or (before in ("in", "than") and not past)
