"""Tells numbers that say where a rule begins to hold, stand in an example, or are of what used to be."""

from __future__ import annotations

from collections.abc import Sequence

from copykit.checks.superlatives import OURS
from copykit.checks.verb_words import VERBS

__all__ = ["is_example", "is_of_before", "is_threshold"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BOUNDS = _set("above over under below beyond exceeding")
_BOUND_PAIRS = (["more", "than"], ["less", "than"], ["fewer", "than"], ["at", "least"], ["up", "to"])
_WHOEVER = _set("anyone anybody whoever everyone everybody anything those whatever someone somebody")
_MIDDLE = _set("once if when unless until")
_STILL_OFFERED = _set("free refund refunds refunded money guarantee guaranteed save saves discount")
_LAWS = _set("rules rule regulations regulation laws law act bylaws byelaws guidelines statute directive")
_RULES = _set(
    "let lets allow allows say says require requires limit limits cap caps set sets ask asks permit permits"
    " define defines oblige obliges forbid forbids ban bans"
)
# A relative clause with one of these tells which of others is meant, and not what goods do.
_MET = _set("have has had receive receives received earn earns earned exceed exceeds exceeded spend spends")
_RELATIVE = _set("which that who")
_AIMS = _set("aim goal ambition dream target hope mission wish")
_OTHERS = _set("neighbour neighbor competitor rival landlord accountant solicitor supplier insurer bank")
_FOR_EXAMPLE = (["for", "example"], ["for", "instance"])
_SAID_OF = _set("the a an that your each every one two three four five six ten half")
_MAY = _set("can may could")
_COST = _set("cost costs")
_OPENS = _set("open opens close closes start starts begin begins")
_OLD = _set("old previous former first original last")
_WAS = _set("was were had took cost")
_WHILE = (["as", "long", "as"], ["so", "long", "as"])
LONGEST_MAXIM = 16
LONGEST_CLAUSE = 60  # words; a run of numbers without a mark must not cost its square
NEAR = 8  # words before a number in which what governs it is looked for (ours)


def is_threshold(words: Sequence[str], at: int) -> bool:
    """Whether the number at a token is a bound: "grants above £50,000 go to the board"."""
    low = max(0, at - NEAR)
    bound = at - 1 if words[at - 1] in _BOUNDS else at - 2 if list(words[at - 2 : at]) in _BOUND_PAIRS else 0
    before = words[low:at]
    if bound > 0:
        # "Any rise above 5%", "anyone who earns less than £12,570 a year".
        if words[max(0, bound - 2)] == "any" or (
            words[0] in _WHOEVER and (bound == 1 or words[1] in _RELATIVE or words[1] in _BOUNDS)
        ):
            return True
        # "Bags under 5 kg travel in the cabin": of which of them something is told.
        noun = words[bound - 1]
        if (
            0 < bound <= 4
            and noun.isalpha()
            and noun.endswith("s")
            and words[0] not in OURS
            and VERBS.isdisjoint(words[:bound])
            and not VERBS.isdisjoint(words[at + 1 : at + 5])
        ):
            return True
        # "Domains which have received at least 1,000 visits."
        who = next((one for one in range(bound - 1, low, -1) if words[one] in _RELATIVE), 0)
        if who and words[who + 1] in _MET:
            return True
    if any(list(words[one : one + 3]) in _WHILE for one in range(low, at)):
        return _STILL_OFFERED.isdisjoint(words)
    # "The fund pays out once costs pass £3,000": when, not how much.
    met = OURS.isdisjoint(words) and any(one in _MIDDLE for one in before[1:])
    if met and _STILL_OFFERED.isdisjoint(words):
        return True
    # "The 80-20 rule: 80% of the benefit comes from 20% of the work."
    colon = next((one for one in range(at - 1, max(0, at - LONGEST_MAXIM), -1) if words[one] == ":"), 0)
    if colon and (words[colon - 1] == "rule" or words[colon - 3 : colon] == ["rule", "of", "thumb"]):
        return True
    # "Planning rules let you build up to three metres."
    return any(
        words[one] in _LAWS and words[one + 1] in _RULES and "our" not in words[:one]
        for one in range(max(0, at - NEAR), at - 1)
    )


def is_example(words: Sequence[str], at: int) -> bool:
    """Whether the number at a token is an example's: in brackets, or what comes of "if you send 300"."""
    mark = next((one for one in range(at - 1, max(-1, at - 24), -1) if words[one] == "("), -1)
    if mark >= 0 and ")" not in words[mark:at] and list(words[mark + 1 : mark + 3]) in _FOR_EXAMPLE:
        return True
    if words[0] in ("imagine", "picture") and words[1] in ("a", "an"):
        return True
    # "Say the roof costs £9,000", but not "say goodbye to 20% of your bills".
    if words[0] == "say" and OURS.isdisjoint(words) and (words[1] in _SAID_OF or words[2:3] == ["of"]):
        return True
    # "If you send 300 letters a month, the stamps alone come to $200."
    if words[0] == "if" and words[1] == "you" and OURS.isdisjoint(words) and "," in words[:at]:
        comma = words.index(",")
        counted = any(one[0].isdecimal() for one in words[2:comma])
        return counted and _STILL_OFFERED.isdisjoint(words) and "you" not in words[comma:at]
    return False


def is_of_before(words: Sequence[str], at: int) -> bool:
    """Whether the number at a token is of what was before, or of what is hoped for: "it used to cost £4"."""
    for one in range(max(0, at - LONGEST_CLAUSE), at - 1):
        if words[one + 1] == "to":
            if words[one] == "used" and words[one - 1] not in ("is", "are", "be", "get"):
                return "now" not in words
            # "Our aim for next year is to halve it."
            if words[one] == "is" and not _AIMS.isdisjoint(words[max(0, one - 5) : one]):
                return True
        # "A new kitchen can cost £20,000": it may.
        if words[one] in _MAY and words[one + 1] in _COST:
            return True
    # "In those days a loaf cost four pence."
    if words[0] == "in" and (words[1:3] == ["those", "days"] or words[1:4] == ["the", "past", ","]):
        return True
    # "Gates open two hours before kick-off."
    if OURS.isdisjoint(words) and not _OPENS.isdisjoint(words[max(0, at - 3) : at]):
        return "before" in words[at + 1 : at + 4] or "after" in words[at + 1 : at + 4]
    # "Our neighbour's cat weighs eight kilos."
    if words[0] in ("our", "my", "your") and words[1][-2:] in ("'s", "’s") and words[1][:-2] in _OTHERS:
        return True
    # "Our first shop had two shelves."
    return words[0] == "our" and words[1] in _OLD and not _WAS.isdisjoint(words[2:at])
