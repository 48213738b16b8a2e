"""Tells whether a number promises something that a reader could hold a brand to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copykit.checks.own_numbers import FROM, PERFORM, PERFORMS, is_of_each, is_told_of_us, is_total
from copykit.checks.quantities import Quantity, stem
from copykit.checks.superlatives import OURS, SELLS, is_bare
from copykit.checks.verb_words import PAST

__all__ = ["is_denied", "is_of_somebody", "of_our_world", "promises"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SOMEBODY = _set("me i i'm i’m i've i’ve my he his she her")
_THEY = _set("they their they're they’re")
_CUES = _set(
    "save saves saved saving savings cut cuts cutting faster sooner quicker earlier less fewer more free"
    " trial guarantee"
    " guaranteed warranty refund refunds return returns deliver delivers delivery delivered ship ships"
    " shipping dispatch"
    " dispatched reply replies respond responds response setup live lasts last keeps keep ready try within"
    " under takes"
    " drop drops dropped shrink shrinks"
    " take itself get gets back install installs lead-time turnaround money-back off average typically"
    " open available stay"
    " stays"
)
_QUIET_BEFORE = _set("last past next previous every these those other per another")
_QUIET_AFTER = _set("ago old later meeting")
_LIGHTER = _set(
    "lose less lighter only just save saves contains has under fewer more heavier accurate"
    " accuracy precise range"
    " reach reaches"
)
_GAINED = _set("saved earned won gained recovered raised paid cost")
_LENGTHS = _set("time months workdays nights")
_NOUN_LAST = _set("the your our its their my his her these those in over for past and")
_WISHED = _set("love like want wish hope hate")
_DENIALS = _set("not never nor neither cannot without nobody nothing hardly unless")
_SPENT = _set("cost costs price prices time bill bills budget spend work effort waste risk hours days")
_TIMELY = _set(
    "last lasts lasting take takes keep keeps live lives within under try for the and with from"
    " but into until"
    " that this than over just only about more less who are was were has have had its for get gets feels like"
)
_TALK = _set(
    "call chat demo meeting look read talk walk tour video conversation session webinar break training sprint"
)
_PROMO = _set(
    "customer client company team user business country download review member brand store shop integration"
    " template"
    " language location subscriber site reader clinic practice patient hospital restaurant retailer marketer"
    " agency"
    " student teacher doctor vet expert partner stockist household family order box project app system"
)
_SKILLS = (["of", "experience"], ["in", "business"], ["of", "know"], ["of", "practice"])
_TRADES = _set("trade business industry field kitchen classroom job profession courtroom workshop")
_MADE = _set("made woven built knitted cast cut")
# Beside a length in a story these tell how long something was, and promise nothing.
_SAID_OF_WAS = _set(
    "more take takes back off under open try live ready keep keeps return returns stay stays last"
)
_LABELS = _set("code reference ref id key pin order number invoice account")
_BRACKETS = (["less"], ["more"], ["under"], ["over"], ["above"], ["below"], ["up"])
_GETS = _set("get gets offer offers guarantee")
_THEIRS = _set("its their his her")
_GOOD = _set(
    "speed life range power space comfort fun battery output sales profit clicks leads traffic size value"
)
_TOLD_OF_ALL = (*_LENGTHS, "count", "percent", "times", "stars")
_STEPS = _set("and or to under over less more up above below")
_ALWAYS_OPEN = ((365 * 86400, ["a", "year"]), (86400, ["a", "day"]))
_CHOOSE = _set("choose pick select")
_DUE = _set("due payable must")
_MAY_BE = (["can", "be"], ["may", "be"], ["are", "allowed"], ["is", "allowed"])
_OVER = _set("over above of exceeding")
_ORDERS = _set("order orders purchase purchases basket baskets spend spends")
# Participles that close a line of an offer: "X-rays included".
_AGREED = _set("included required needed guaranteed unlimited fitted supplied attached")
_RUNS = _set("run runs refresh refreshes update updates sync syncs")
_GREAT = (100, 1000, 1_000_000, 1_000_000_000)
_ARTICLES = _set("a an the this that each")
_PRICED = _set(
    "a per month year off discount voucher credit plan subscription fee price bonus saving savings"
)
_THESE = _set("the this these each every our it")
_GIVEN = (["guarantee"], ["warranty"], ["trial"])
_NAMED_LENGTHS = _set("trial guarantee warranty refund setup turnaround delivery return returns")
_OURS_BY_KIND = _set("average typical new latest improved standard basic premium")
_SCHEDULED = _set("due planned scheduled expected closed")
_SCHEDULES = _set("starts reaches runs stays lasts sets turns")
_HAVE = re.compile(
    r"\b(?:our \w+(?: \w+)? (?:has|have|offers?|stocks?|holds?|includes?)|we (?:offer|stock))(?: \w+){0,2}$"
)
_MANY = 50  # so many of something, in a line without a verb, are a boast; "7 ways to pack a vase" are a list
_MORE = _set("longer more less faster sooner fewer earlier quicker cheaper slower")
LONGEST_CLAUSE = 60  # words; a run of numbers without a mark must not cost its square


def is_of_somebody(words: Sequence[str]) -> bool:
    """Whether a sentence is about me, him or her, or about some "they" that it does not name itself.

    "Members get 30 days to change their mind" says who they are.
    """
    if not _SOMEBODY.isdisjoint(words):
        return True
    if _THEY.isdisjoint(words):
        return False
    at = next(index for index, word in enumerate(words) if word in _THEY)
    return not any(len(word) > 3 and word[-1] == "s" and word[-2] != "s" for word in words[:at])


def _is_of_skill(one: Quantity, words: Sequence[str]) -> bool:
    """Whether a length is how long somebody has done something: "40 years of experience", "in the trade"."""
    after = words[one.last : one.last + 3]
    if after[:1] == ["of"] and "experience" in words[one.last + 1 : one.last + 4]:
        return True
    return after[:2] in _SKILLS or (after[:2] == ["in", "the"] and after[-1] in _TRADES)


def of_our_world(one: Quantity, words: Sequence[str], world: frozenset[str]) -> bool:
    """Whether a number is told of something that the guide speaks of, too, where it is told of a thing."""
    if not world or is_of_each(one, words) or is_total(one, words):
        return True
    # "Double the recipe", but not "double the speed".
    if one.unit in ("percent", "times") and one.first == 0 and words[1:2] == ["the"] and one.word:
        # "Twice the storage" is nothing that one is told to do.
        of = words[0] == "half" and words[3:4] == ["of"]
        return words[0] == "twice" or of or words[2] in _SPENT or words[2] in _GOOD or stem(words[2]) in world
    if "you" in words or "your" in words:
        return True
    # "Files of up to 20 MB can be uploaded", "invoices are due within 30 days": a limit, a duty.
    if (
        words[one.last : one.last + 1] == ["can"]
        or words[one.last : one.last + 2] in _MAY_BE
        or not _DUE.isdisjoint(words[max(0, one.first - 4) : one.first])
    ):
        return False
    # "Up to 14 hours", "40 years of experience", "approved in ten minutes": ways to promise.
    if words[max(0, one.first - 2) : one.first] == ["up", "to"] or _is_of_skill(one, words):
        return True
    # "A 20-year guarantee comes with each door."
    if one.unit in _LENGTHS and words[one.last : one.last + 1] in _GIVEN:
        return True
    # "Get paid in 24 hours", "fold it in six seconds".
    if one.unit in _LENGTHS and words[one.first - 1] == "in" and (words[0] == "get" or words[1:2] == ["it"]):
        return True
    # "A cricket ball weighs about 160 grams": any does.
    if (
        one.unit not in _TOLD_OF_ALL
        and words[0] in ("a", "an")
        and not PERFORMS.isdisjoint(words[: one.first])
    ):
        return any(stem(word) in world for word in words[1 : one.first] if len(word) > 3)
    # "Water boils at 100 degrees" is of the world.
    if one.unit not in _TOLD_OF_ALL and words[1] in PERFORMS and words[0] not in _THESE | _ARTICLES | OURS:
        return stem(words[0]) in world
    low, high = one.first, one.last
    while low and one.first - low < LONGEST_CLAUSE and words[low - 1] not in (",", ";", ":"):
        low -= 1
    # "A decision within 24 hours"; "Runs for 20 hours on one charge" leaves out what runs.
    if one.unit in _LENGTHS and (
        (words[one.first - 1 : one.first] == ["within"] and _SCHEDULED.isdisjoint(words[low:high]))
        or words[low] in PERFORMS
        or (words[low] in ("it", "this") and words[low + 1] in PERFORMS)
    ):
        return True
    if one.first <= 8 and is_bare(words) and not is_of_somebody(words):
        return True
    while high < len(words) and high - one.last < LONGEST_CLAUSE and words[high] not in (",", ";", ":"):
        high += 1
    # "The tent weighs 980 g": a measure of what does something, but not "the song lasts three minutes".
    if (
        one.unit not in (*_LENGTHS, "count")
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
    elif one.unit in ("time", "months") and _CUES.isdisjoint(words[low:high]):
        near = words[low : one.first]
        # "Loans are approved in ten minutes", but not "the train leaves in ten minutes".
        if near[-1:] == ["in"] and is_done(near) and _SCHEDULED.isdisjoint(near):
            return True
    elif one.unit == "percent" and one.word and words[one.first - 1] == "in":
        # "Cut the cost in half", but not the ribbon.
        return any(
            stem(word) in world or word in _SPENT for word in words[low : one.first] if word not in _CUES
        )
    else:
        return True
    return any(
        word in _CUES or word in SELLS or stem(word) in _PROMO or stem(word) in world
        for word in near
        if len(word) > 2 and word not in _TIMELY
    )


def is_done(words: Sequence[str]) -> bool:
    """Whether something is or gets done, now and always: "are approved", "gets repaired"."""
    return any(
        word.endswith("ed") and words[at] in ("is", "are", "gets", "get", "be", "been")
        for at, word in enumerate(words[1:])
    )


def is_past(words: Sequence[str]) -> bool:
    """Whether a sentence tells of what was."""
    # One look at all letters costs less than one at each word, and this is asked for every number.
    if PAST.isdisjoint(words) and "ed" not in "".join(words):
        return False
    return any(
        word in PAST
        or (
            word.endswith("ed")
            and word not in _CUES
            and word not in _AGREED
            and not is_done(words[max(0, at - 1) : at + 1])
        )
        for at, word in enumerate(words)
    )


def is_told(words: Sequence[str]) -> bool:
    """Whether a sentence is a story: what was, and nothing that was gained."""
    return _GAINED.isdisjoint(words) and is_past(words)


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
    if unit in ("percent", "times"):
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
        # "On orders over £30" is when it holds.
        if before in _OVER and words[max(0, one.first - 2)] in _ORDERS:
            return False
        if not selling and before in _ARTICLES and after.isalpha() and after not in _PRICED:
            return False
        # "We sat on the kerb and ate 40 pence worth of chips."
        story = value < 1000 and "now" not in words and is_told(words)
        return before not in ("your", "their", "his", "her") and not story
    if unit == "stars":
        return True
    if unit in ("date", "clock"):
        return False
    if selling and is_told_of_us(one, words, ours or fragment):
        return True
    if unit == "count":
        # "Three free months".
        if "free" in words[one.first : one.last] and ours:
            return True
        if "free" in words[one.last : one.last + 4] and not {"you", "your"}.isdisjoint(words[: one.first]):
            return True
        if before == ":" and one.first > 1 and words[one.first - 2] in _LABELS:
            return False
        # "Thanks for a million small kindnesses."
        great = words[one.first] in ("a", "an") and one.value in _GREAT
        if great and one.noun not in _PROMO and before not in ("over", "than", "nearly", "almost"):
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
        return ((ours or fragment or (big and "you" not in words)) and one.noun in _PROMO) or (
            ours and one.value >= 1000 and bool(one.noun)
        )
    hyphened = one.end - one.start > 0 and "-" in words[one.first : one.last]
    if not near.isdisjoint(_TALK) and hyphened:
        return False
    lasting = before == "last" and one.first > 1 and words[one.first - 2] not in _NOUN_LAST
    if words[max(0, one.first - 2) : one.first] in (["is", "in"], ["are", "in"]) and "setup" not in words:
        return False
    # "The four-day week" is one that is known.
    if hyphened and before in ("the", "that", "this") and not near & _NAMED_LENGTHS:
        return False
    if ours and after in _MORE and unit in _LENGTHS:
        return True
    # "On the road 365 days a year."
    if (value, words[one.last : one.last + 2]) in _ALWAYS_OPEN and ours:
        return True
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
    # "Never more than five days old."
    if (before in _QUIET_BEFORE and not lasting) or (
        after in _QUIET_AFTER and (after, before) != ("old", "than")
    ):
        return False
    if words[one.first] == "within" and not is_past(words):
        return ours or fragment
    if (
        one.word
        and value in (1, 60, 3600, 86400, 604800)
        and not hyphened
        and before not in ("within", "under", "in", "save", "saves", "saved", "saving")
    ):
        return False
    close = set(words[max(0, one.first - 4) : one.first]) | set(words[one.last : one.last + 4])
    bare = one.first <= 8 and is_bare(words) and unit in _LENGTHS and not is_of_somebody(words)
    if (ours or fragment) and (bare or _is_of_skill(one, words)):
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
    # "We have been fixing roofs for 35 years."
    if unit == "months" and before == "for" and "been" in words[: one.first] and not OURS.isdisjoint(words):
        return True
    if unit not in _LENGTHS:
        # A first word is an imperative: "cut the tape 30 cm longer".
        clause = words[max(1, one.first - 6) : one.first]
        told = "our" in words[max(0, one.first - 6) : one.first] or (
            not PERFORM.isdisjoint(clause) and "your" not in words
        )
        return not close.isdisjoint(_LIGHTER) or (told and not past)
    cues = _CUES - _SAID_OF_WAS if past and "you" not in words else _CUES
    return not close.isdisjoint(cues) or (before in ("in", "than") and not past)
