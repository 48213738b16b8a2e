"""Tells whether a number promises something that a reader could hold a brand to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copykit.checks.mood import CUES, is_done_line, is_of_somebody, is_past, is_told, tells_past
from copykit.checks.own_numbers import (
    ARTICLES,
    FROM,
    LENGTHS,
    PERFORM,
    PERFORMS,
    PROMO,
    is_of_skill,
    is_told_of_us,
)
from copykit.checks.quantities import Quantity
from copykit.checks.superlatives import OURS, is_bare

__all__ = ["promises"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_QUIET_BEFORE = _set("last past next previous every these those other per another")
_QUIET_AFTER = _set("ago old later meeting")
_LIGHTER = _set(
    "lose less lighter only just save saves contains has under fewer more heavier accurate"
    " accuracy precise range"
    " reach reaches"
)
_NOUN_LAST = _set("the your our its their my his her these those in over for past and")
_TALK = _set(
    "call chat demo meeting look read talk walk tour video conversation session webinar break training sprint"
)
# Beside a length in a story these tell how long something was, and promise nothing.
_SAID_OF_WAS = _set(
    "more take takes back off under open try live ready keep keeps return returns stay stays last"
)
_LABELS = _set("code reference ref id key pin order number invoice account")
_BRACKETS = (["less"], ["more"], ["under"], ["over"], ["above"], ["below"], ["up"])
_GETS = _set("get gets offer offers guarantee")
_THEIRS = _set("its their his her")
_STEPS = _set("and or to under over less more up above below")
_ALWAYS_OPEN = ((365 * 86400, ["a", "year"]), (86400, ["a", "day"]))
_CHOOSE = _set("choose pick select")
_OVER = _set("over above of exceeding")
_SCHEDULED = _set("starts runs lasts stays sets turns keeps holds charges")
_RATES = _set("a an per each every")
_PER = _set("on per in from a each")
_SCRIPT = _set("letter character digit")
_LESSONS = _set("lesson session visit sitting class")
_BY = _set("by from with")
_JOINED = _set("joined trusted chose signed switched bought booked used")
_QUOTES = _set('" “ ”')
_EARNING = _set("earning making owing costing spending")
_ORDERS = _set("order orders purchase purchases basket baskets spend spends")
_RUNS = _set("run runs refresh refreshes update updates sync syncs")
_GREAT = (100, 1000, 1_000_000, 1_000_000_000)
_PRICED = _set(
    "a per month year off discount voucher credit plan subscription fee price bonus saving savings"
)
_NAMED_LENGTHS = _set("trial guarantee warranty refund setup turnaround delivery return returns")
_HAVE = re.compile(
    r"\b(?:our \w+(?: \w+)? (?:has|have|offers?|stocks?|holds?|includes?)|we (?:offer|stock))(?: \w+){0,2}$"
)
_MANY = 50  # so many of something, in a line without a verb, are a boast; "7 ways to pack a vase" are a list
_MORE = _set("longer more less faster sooner fewer earlier quicker cheaper slower")


def promises(
    one: Quantity, words: Sequence[str], ours: bool, fragment: bool, *, selling: bool = True
) -> bool:
    """Whether a number promises something that a reader could hold us to."""
    unit, value = one.unit, one.value
    before = words[one.first - 1] if one.first else ""
    after = words[one.last] if one.last < len(words) else ""
    near = set(words[max(0, one.first - 8) : one.first]) | set(words[one.last : one.last + 6])
    if unit == "24/7":
        return ours or fragment or not near.isdisjoint(("support", "help", "service", "care", "delivery"))
    money = unit.startswith("money:")
    if (money or unit in ("percent", "times")) and not ours and is_of_somebody(words):
        return False
    # A title that is nothing but "29 minutes".
    if (
        not selling
        and unit in LENGTHS
        and not any(word.isalpha() for word in (*words[: one.first], *words[one.last :]))
    ):
        return False
    if unit in ("percent", "times"):
        # "Watch it at 2x speed."
        if after == "speed" and "at" in words[max(0, one.first - 4) : one.first]:
            return False
        # "The ferry company raised its fares by 8%."
        told = (
            OURS.isdisjoint(words)
            and words[0] in ("the", "a", "an")
            and not _THEIRS.isdisjoint(words[: one.first])
        )
        if told and is_past(words):
            return False
        # "Our goal is two-fold."
        if words[one.last - 1] == "fold" and before in ("is", "are", "was", "were"):
            return False
        return not (
            unit == "percent"
            and value in (0, 100)
            and not (after == "of" and selling and not OURS.isdisjoint(words))
            and after
            in (
                "sure",
                "certain",
                "of",
                "committed",
                "agree",
                "clear",
                "honest",
                "counter",
                "opposed",
                "behind",
                "right",
                "true",
            )
        )
    if unit.startswith("money:"):
        # "$200 and under" is a bracket; "the $10 bill" is one of a kind.
        bracket = after in ("or", "and") and words[one.last + 1 : one.last + 2] in _BRACKETS
        if bracket and not (selling and before in ("for", "from", "only", "just")):
            return False
        # "$500 – $999", "$200 and under": steps of a scale.
        if not selling and not any(word.isalpha() and word not in _STEPS for word in words):
            return False
        # "The share of students earning over $25,000" is told of some.
        if not selling and before in _OVER and words[max(0, one.first - 2)] in _EARNING:
            return False
        # "From “$200 and under” to “$2,000+”": names of steps.
        if not selling and before in _QUOTES and not _QUOTES.isdisjoint(words[one.last : one.last + 3]):
            return False
        # "On orders over £30" is when it holds.
        if before in _OVER and words[max(0, one.first - 2)] in _ORDERS:
            return False
        if not selling and before in ARTICLES and after.isalpha() and after not in _PRICED:
            return False
        # "We sat on the kerb and ate 40 pence worth of chips."
        # "Bulbs changed for £8."
        if selling and is_done_line(words, one.first):
            return True
        # "A bicycle insured against theft for £4 a month" is no story.
        rate = selling and after in _RATES and not is_of_somebody(words)
        story = value < 1000 and "now" not in words and not rate and is_told(words)
        return before not in ("your", "their", "his", "her") and not story
    if unit == "stars":
        return True
    if unit in ("date", "clock"):
        return False
    if selling and is_told_of_us(one, words, ours or fragment):
        return True
    if unit == "count":
        # "Free text of up to 30 letters."
        if one.noun in _SCRIPT and OURS.isdisjoint(words):
            return False
        # "Three free months".
        if "free" in words[one.first : one.last] and ours:
            return True
        if "free" in words[one.last : one.last + 4] and not {"you", "your"}.isdisjoint(words[: one.first]):
            return True
        if before == ":" and one.first > 1 and words[one.first - 2] in _LABELS:
            return False
        # "Thanks for a million small kindnesses."
        great = words[one.first] in ("a", "an") and one.value in _GREAT
        if great and one.noun not in PROMO and before not in ("over", "than", "nearly", "almost"):
            return False
        # "We have grown to 650 lockers."
        if (
            ours
            and one.noun
            and before == "to"
            and one.first > 1
            and words[one.first - 2] in ("grown", "up", "expanded")
        ):
            return True
        # "Choose from over 400 fabrics."
        if one.value >= FROM and one.noun and words[0] in _CHOOSE and "from" in words[1 : one.first]:
            return True
        # "With 14 branches in the county, we know milk."
        if (
            words[0] == "with"
            and one.first == 1
            and one.value >= FROM
            and one.noun
            and ours
            and "you" not in words
        ):
            return True
        if words[0] in PERFORMS and one.noun and one.first == 1 and (ours or fragment):
            return True
        if one.value >= _MANY and one.noun and (ours or fragment) and not is_past(words):
            # "Reads 200 file formats", "over 600 recipes in one app", "our gym has 120 machines".
            line = words[: words.index(",")] if "," in words else words
            if words[0] in PERFORMS or (one.first <= 2 and is_bare(line) and "you" not in words):
                return True
            if _HAVE.search(" ".join(words[: one.first])):
                return True
        # "Napoleon marched with 600,000 men."
        told = OURS.isdisjoint(words) and tells_past(words) and _JOINED.isdisjoint(words)
        if one.first > 2 and told and before != "by":
            return False
        # "Talks by 40 speakers on two stages."
        if selling and one.value >= FROM and one.noun and before in _BY and one.first <= 3 and is_bare(words):
            return True
        # "Irregular verbs in 12 lessons."
        if selling and before == "in" and one.noun in _LESSONS and is_bare(words):
            return True
        if one.value < FROM or before in (
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
        return ((ours or fragment or (big and "you" not in words)) and one.noun in PROMO) or (
            ours and one.value >= 1000 and bool(one.noun)
        )
    if "free" in words[one.first : one.last] and ours:
        return True
    hyphened = one.end - one.start > 0 and "-" in words[one.first : one.last]
    if not near.isdisjoint(_TALK) and hyphened:
        return False
    lasting = before == "last" and one.first > 1 and words[one.first - 2] not in _NOUN_LAST
    if words[max(0, one.first - 2) : one.first] in (["is", "in"], ["are", "in"]) and "setup" not in words:
        return False
    # "Skates sharpened in three minutes."
    if selling and unit in LENGTHS and is_done_line(words, one.first):
        return True
    # "The four-day week" is one that is known.
    if hyphened and before in ("the", "that", "this") and not near & _NAMED_LENGTHS:
        return False
    if ours and after in _MORE and unit in LENGTHS:
        return True
    # "On the road 365 days a year."
    if (value, words[one.last : one.last + 2]) in _ALWAYS_OPEN and ours:
        return True
    # "Buses every ten minutes, all day."
    if selling and before == "every" and one.first == 2 and is_bare(words) and unit == "time":
        return words[0] not in OURS
    # "Tracked every 10 seconds", "serviced every 500 km".
    if (
        before == "every"
        and one.first > 1
        and (words[one.first - 2].endswith("ed") or words[one.first - 2] in _RUNS)
    ):
        return ours or fragment
    # "You get a one-hour window."
    if hyphened and not _GETS.isdisjoint(words[max(0, one.first - 3) : one.first]) and ours:
        return True
    # "Your bread is two hours old at most."
    if ["at", "most"] in (words[one.last : one.last + 2], words[one.last + 1 : one.last + 3]):
        return ours and not is_past(words)
    # "Never more than five days old."
    if (before in _QUIET_BEFORE and not lasting) or (
        after in _QUIET_AFTER and (after, before) != ("old", "than")
    ):
        return False
    # "Within a week the paint had peeled."
    if words[0] == "within" and one.first <= 1 and "had" in words:
        return False
    if words[one.first] == "within" and not is_past(words):
        return ours or fragment
    if (
        one.word
        and (
            value == 1 or words[one.first] == "one" or (unit == "time" and value in (60, 3600, 86400, 604800))
        )
        and not hyphened
        and before not in ("within", "under", "in", "save", "saves", "saved", "saving")
    ):
        return False
    close = set(words[max(0, one.first - 4) : one.first]) | set(words[one.last : one.last + 4])
    bare = one.first <= 8 and is_bare(words) and unit in LENGTHS and not is_of_somebody(words)
    if (ours or fragment) and (bare or is_of_skill(one, words)):
        return True
    spoken_of = (
        ours
        or fragment
        or "you" in words
        or "your" in words
        or not near.isdisjoint(("trial", "guarantee", "warranty"))
    )
    if not spoken_of:
        return False
    # "Get paid in 24 hours" is no story.
    past = words[0] != "get" and is_past(words)
    if unit == "kcal":
        return True
    performs = words[0] in PERFORMS or (words[0] in ("it", "this") and words[1] in PERFORMS)
    if performs or words[max(0, one.first - 2) : one.first] == ["up", "to"]:
        return True
    # "Waterproof down to 100 metres."
    if words[max(0, one.first - 2) : one.first] == ["down", "to"] and not past:
        return True
    # "The compost feeds a bed for three months."
    if selling and before == "for" and unit in LENGTHS and not past:
        clause = words[max(1, one.first - 6) : one.first]
        if not (PERFORMS - _SCHEDULED).isdisjoint(clause) and "your" not in words[:2]:
            return True
    # "We have been fixing roofs for 35 years."
    if unit == "months" and before == "for" and "been" in words[: one.first] and not OURS.isdisjoint(words):
        return True
    if unit not in LENGTHS:
        # "A locker within 300 metres of every door."
        if selling and before == "within" and is_bare(words):
            return True
        # "900 km on one charge", "50 litres in a minute".
        if selling and one.first == 0 and after in _PER and is_bare(words):
            return True
        # A first word is an imperative: "cut the tape 30 cm longer".
        clause = words[max(1, one.first - 6) : one.first]
        told = "our" in words[max(0, one.first - 6) : one.first] or (
            not PERFORM.isdisjoint(clause) and "your" not in words
        )
        return not close.isdisjoint(_LIGHTER) or (told and not past)
    cues = CUES - _SAID_OF_WAS if past and "you" not in words else CUES
    return not close.isdisjoint(cues) or (before in ("in", "than") and not past)
