"""Tells whether a number is told of something that the guide speaks of, where no "we" tells whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from copykit.checks.mood import CUES, is_done, is_done_line, is_of_somebody, is_past
from copykit.checks.own_numbers import (
    ARTICLES,
    LENGTHS,
    PERFORM,
    PERFORMS,
    PROMO,
    is_listed,
    is_of_each,
    is_of_skill,
    is_total,
)
from copykit.checks.quantities import Quantity, stem
from copykit.checks.superlatives import OURS, SELLS, is_bare
from copykit.checks.units import TIMES

__all__ = ["of_our_world"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SPENT = _set("cost costs price prices time bill bills budget spend work effort waste risk hours days")
_TIMELY = _set(
    "last lasts lasting take takes keep keeps live lives within under try for the and with from"
    " but into until"
    " that this than over just only about more less who are was were has have had its for get gets feels like"
)
_MADE = _set("made woven built knitted cast cut")
_GOOD = _set(
    "speed life range power space comfort fun battery output sales profit clicks leads traffic size value"
)
_TOLD_OF_ALL = (*LENGTHS, "count", "percent", "times", "stars")
_DUE = _set("due payable must")
_IS_DUE = (["is", "due"], ["are", "due"], ["is", "payable"])
_MAY_BE = (["can", "be"], ["may", "be"], ["are", "allowed"], ["is", "allowed"])
_ANY_DOES = _set("takes take lasts last lives live lived sleeps needs need visits visit weighs")
_TAKES = _set("takes take visit visits")
_USUAL = _set("average typical good standard normal healthy common")
_NO_KIND = _set("it this that these those the which what each every your setup set delivery returns")
# What is done, and may be done by or with us: "installation takes two hours", "a return takes a day".
_DEEDS = tuple(
    "ing tion sion ment ery val wal er ers out up return refund call visit quote wait response reply"
    " repair".split()
)
_THESE = _set("the this these each every our it")
_GIVEN = (["guarantee"], ["warranty"], ["trial"])
_OURS_BY_KIND = _set("average typical new latest improved standard basic premium")
_SCHEDULED = _set("due planned scheduled expected closed")
_SCHEDULES = _set("starts reaches runs stays lasts sets turns")
LONGEST_CLAUSE = 60  # words; a run of numbers without a mark must not cost its square


def is_of_any(one: Quantity, words: Sequence[str], world: frozenset[str]) -> bool:
    """Whether a number is true of any of a kind: "a good suit takes 60 hours", "light takes eight minutes".

    Not where the kind is one that the guide speaks of, and not of what a customer does or waits for.
    """
    if one.unit not in (*LENGTHS, "count") or not OURS.isdisjoint(words[: one.first]):
        return False
    usual = words[1:2] != [] and words[1] in _USUAL
    does = _ANY_DOES | {"is", "has"} if usual else _ANY_DOES
    verb = next((at for at in range(1, min(one.first, 6)) if words[at] in does), 0)
    if not verb or (words[0] in _NO_KIND and not (usual and words[0] == "the")):
        return False
    kind = [word for word in words[:verb] if len(word) > 3 and word not in _USUAL and word not in TIMES]
    if words[0] not in ("a", "an") and not usual and words[verb] not in _TAKES:
        return False
    return not any(
        word.endswith(_DEEDS) or word in SELLS or stem(word) in PROMO or stem(word) in world or word in CUES
        for word in kind
    )


def of_our_world(one: Quantity, words: Sequence[str], world: frozenset[str]) -> bool:
    """Whether a number is told of something that the guide speaks of, too, where it is told of a thing."""
    if not world or is_of_each(one, words) or is_listed(one, words) or is_total(one, words):
        return True
    # "Double the recipe", but not "double the speed".
    if one.unit in ("percent", "times") and one.first == 0 and words[1:2] == ["the"] and one.word:
        # "Twice the storage" is nothing that one is told to do.
        of = words[0] == "half" and words[3:4] == ["of"]
        return words[0] == "twice" or of or words[2] in _SPENT or words[2] in _GOOD or stem(words[2]) in world
    # "A deposit of £10 is due when you book": a duty.
    if words[one.last : one.last + 2] in _IS_DUE:
        return False
    if "you" in words or "your" in words:
        return True
    if is_of_any(one, words, world):
        return False
    # "Files of up to 20 MB can be uploaded", "invoices are due within 30 days": a limit, a duty.
    if (
        words[one.last : one.last + 1] == ["can"]
        or words[one.last : one.last + 2] in _MAY_BE
        or not _DUE.isdisjoint(words[max(0, one.first - 4) : one.first])
    ):
        return False
    # "Up to 14 hours", "40 years of experience", "approved in ten minutes": ways to promise.
    if words[max(0, one.first - 2) : one.first] == ["up", "to"] or is_of_skill(one, words):
        return True
    # "A 20-year guarantee comes with each door."
    if one.unit in LENGTHS and words[one.last : one.last + 1] in _GIVEN:
        return True
    # "Get paid in 24 hours", "fold it in six seconds".
    if one.unit in LENGTHS and words[one.first - 1] == "in" and (words[0] == "get" or words[1:2] == ["it"]):
        return True
    # "A cricket ball weighs about 160 grams": any does.
    if (
        one.unit not in _TOLD_OF_ALL
        and words[0] in ("a", "an")
        and not PERFORMS.isdisjoint(words[: one.first])
    ):
        return any(
            stem(word) in world for word in words[1 : one.first] if len(word) > 3 and word not in PERFORMS
        )
    # "Water boils at 100 degrees" is of the world.
    if one.unit not in _TOLD_OF_ALL and words[1] in PERFORMS and words[0] not in _THESE | ARTICLES | OURS:
        return stem(words[0]) in world
    low, high = one.first, one.last
    while low and one.first - low < LONGEST_CLAUSE and words[low - 1] not in (",", ";", ":"):
        low -= 1
    # "A decision within 24 hours"; "Runs for 20 hours on one charge" leaves out what runs.
    if one.unit in LENGTHS and (
        (words[one.first - 1 : one.first] == ["within"] and _SCHEDULED.isdisjoint(words[low:high]))
        or words[low] in PERFORMS
        or (words[low] in ("it", "this") and words[low + 1] in PERFORMS)
    ):
        return True
    if is_done_line(words, one.first):
        return True
    # "A lamp for £49, made to last 30 years."
    mark = next((at for at, word in enumerate(words) if word in (",", ";", ":")), len(words))
    if (
        one.unit.startswith("money:")
        and one.first < mark
        and is_bare(words[:mark])
        and words[one.first - 1] in ("for", "from", "at")
    ):
        return True
    if one.first <= 8 and is_bare(words) and not is_of_somebody(words):
        return True
    while high < len(words) and high - one.last < LONGEST_CLAUSE and words[high] not in (",", ";", ":"):
        high += 1
    # "The tent weighs 980 g": a measure of what does something, but not "the song lasts three minutes".
    if (
        one.unit not in (*LENGTHS, "count")
        and words[low] in _THESE
        and not PERFORM.isdisjoint(words[low + 2 : one.first])
    ):
        return True
    # "The blender makes soup in six minutes": what is achieved in a time.
    if (
        one.unit in ("time", "workdays")
        and words[low] in _THESE
        and words[one.first - 1] == "in"
        and not (PERFORMS - _SCHEDULES).isdisjoint(words[low + 2 : one.first])
    ):
        return True
    # "The compost feeds a bed for three months."
    if (
        one.unit in LENGTHS
        and words[low] in _THESE
        and words[one.first - 1] == "for"
        and not (PERFORMS - _SCHEDULES).isdisjoint(words[low + 2 : one.first])
    ):
        return True
    # "Made from 97% recycled aluminium."
    if (
        one.unit == "percent"
        and words[one.first - 1] in ("from", "of", "with")
        and words[one.first - 2] in _MADE
        and not is_past(words[low : one.first - 2])
    ):
        return True
    if one.unit == "count":
        # "A pallet holds 40 boxes": any does.
        near = words[low : one.first] if words[low] in ("a", "an") else words[low:high]
    elif words[low] in ("the", "a", "an", "that", "this"):
        # "The song lasts three minutes": what has an article is a thing of ours, or of the world.
        near = words[low : one.first]
        if words[low] not in ("a", "an") and not _OURS_BY_KIND.isdisjoint(near):
            return True
    elif one.unit in ("time", "months") and CUES.isdisjoint(words[low:high]):
        near = words[low : one.first]
        # "Loans are approved in ten minutes", but not "the train leaves in ten minutes".
        if near[-1:] == ["in"] and is_done(near) and _SCHEDULED.isdisjoint(near):
            return True
    elif one.unit == "percent" and one.word and words[one.first - 1] == "in":
        # "In half the time"; "cut the cost in half", but not the ribbon.
        return words[one.last + 1 : one.last + 2] == ["time"] or any(
            stem(word) in world or word in _SPENT for word in words[low : one.first] if word not in CUES
        )
    else:
        return True
    return any(
        word in CUES or word in SELLS or stem(word) in PROMO or stem(word) in world
        for word in near
        if len(word) > 2 and word not in _TIMELY
    )
