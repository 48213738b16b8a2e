"""Tells the numbers, in copy that sells, that are told of us or of each piece of our goods."""

from __future__ import annotations

from collections.abc import Sequence

from copykit.checks.mood import tells_past
from copykit.checks.quantities import Quantity
from copykit.checks.superlatives import OURS

__all__ = [
    "ARTICLES",
    "FROM",
    "LENGTHS",
    "PERFORM",
    "PERFORMS",
    "PROMO",
    "is_listed",
    "is_of_each",
    "is_of_skill",
    "is_told_of_us",
    "is_total",
]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What a product does, told of it without naming it: "runs for 20 hours", "lifts up to 300 kg".
PERFORMS = _set(
    "uses draws consumes produces generates gives offers emits burns runs lasts lifts cools heats"
    " charges holds carries keeps weighs covers dries cleans fits washes"
    " boils brews"
    " grows prints scans stores loads handles reaches stays works packs removes kills blocks absorbs"
    " withstands"
    " supports turns spins seats sleeps feeds stretches folds bakes fits holds cooks cuts starts ships"
    " sets measures"
    " delivers ready moves pumps filters makes blends"
)
# The same of several: "the rails carry 80 kg".
PERFORM = PERFORMS | frozenset(
    word[:-3] + "y" if word.endswith("ies") else word[:-1] for word in PERFORMS if word.endswith("s")
)
_SAVES = _set("save saves saved saving spare spares sparing")
_EFFORTS = _set("click tap swipe move keystroke")
_IN = (["in"], ["takes"], ["just"], ["only"])
_ON_AVERAGE = _set("average typically median")
_RATED = _set(
    "tested rated built certified proven insulated waterproof resistant accurate good guaranteed"
    " watertight secure"
)
_EACH = _set("each every one")
_DOES = PERFORMS | _set("does makes comes rests goes gets saves feeds serves takes")
_DOES_OR_HAS = _DOES | _set("has is")
_PERIODS = _set(
    "day week month year morning evening night time one of hour second minute monday friday sunday other"
)
_NEAR_COUNTS = _set("over more than about around some nearly almost up to now just well exactly")
_OUR_SUBJECTS = _set("we we've we’ve our")
# Verbs of lack, of waiting and of telling, after which a count is of the day and not of what we are.
_NO_SCALE = _set(
    "need want count owe wait expect spend hope find see ask is are of in on at for from with by and or"
    " the these"
    " those to still another every"
)
_GIVEN = _set("have has get gets receive receives")
_BUYERS = _set(
    "members customers clients users guests patients buyers students readers subscribers parents shoppers"
    " teams"
    " member customer client guest patient buyer student reader subscriber"
)
_SEASONS = _set("winter summer season spring autumn christmas harvest")
_DONE = _set("sold built made sent won taught grown sewn flown")
_HAVE = _set("have we've we’ve")
_DISTANCES = _set("metre foot inch km mile cm mm degrees")
_SKILLS = (["of", "experience"], ["in", "business"], ["of", "know"], ["of", "practice"])
_TRADES = _set("trade business industry field kitchen classroom job profession courtroom workshop")
LENGTHS = _set("time months workdays nights")
# What a brand counts of itself.
PROMO = _set(
    "customer client company team user business country download review member brand store shop integration"
    " template"
    " language location subscriber site reader clinic practice patient hospital restaurant retailer marketer"
    " agency"
    " student teacher doctor vet expert partner stockist household family order box project app system"
)
ARTICLES = _set("a an the this that each")
_GREAT_DEED = 100  # what was done so often is told to boast of it (ours)
_AND_EACH = ([",", "each"], [",", "all"], [",", "every"])
FROM = 13  # counts up to a dozen are everyday talk unless the guide counts the same thing


def is_of_each(one: Quantity, words: Sequence[str]) -> bool:
    """Whether a number tells what each piece of the goods does: "each kit feeds two adults"."""
    # "One tin greases 200 cakes": a verb stands between.
    if words[0] in _EACH and one.first == 3 and one.value >= 2 and words[1] not in _PERIODS and one.noun:
        return words[2].endswith("s") and not words[2].endswith("ss")
    return (
        words[0] in _EACH
        and one.unit not in ("date", "clock")
        and not (one.unit == "count" and one.value < 2)
        and words[1] not in _PERIODS
        and not (_DOES if one.unit == "count" else _DOES_OR_HAS).isdisjoint(words[2 : one.first])
    )


def is_total(one: Quantity, words: Sequence[str]) -> bool:
    """Whether a line says little but how many there were: "10,000 pairs sold.", "200,000 nights booked"."""
    after = words[one.last] if one.last < len(words) else ""
    return (
        one.unit == "count"
        and bool(one.noun)
        and one.value >= FROM
        and one.first <= 2
        and len(words) - one.last <= 5
        and (after in _DONE or after.endswith("ed"))
    )


def is_of_skill(one: Quantity, words: Sequence[str]) -> bool:
    """Whether a length is how long somebody has done something: "40 years of experience", "in the trade"."""
    after = words[one.last : one.last + 3]
    if after[:1] == ["of"] and "experience" in words[one.last + 1 : one.last + 4]:
        return True
    return after[:2] in _SKILLS or (after[:2] == ["in", "the"] and after[-1] in _TRADES)


def is_listed(one: Quantity, words: Sequence[str]) -> bool:
    """Whether a line begins with how many there are, and goes on with each: "40 rooms, each with a view"."""
    return (
        one.unit == "count"
        and one.first == 0
        and one.value >= FROM
        and bool(one.noun)
        and words[one.last : one.last + 2] in _AND_EACH
    )


def is_told_of_us(one: Quantity, words: Sequence[str], ours: bool) -> bool:
    """Whether a number is told of us, now, in copy that sells: then it needs no further cue.

    Small counts stay everyday talk, but for what is saved, for clicks, and for an average.
    """
    by_name = not OURS.isdisjoint(words)
    before = words[max(0, one.first - 3) : one.first]
    if not ours or "your" in before[-1:] or (tells_past(words) and not (one.first <= 2 and len(words) <= 10)):
        return False
    # "We interviewed 14 people in two days", "we had 20 chairs": a story, as long as it is no great number.
    if words[0] in ("we", "i") and tells_past(words) and (one.value < _GREAT_DEED or words[1] == "had"):
        return False
    if is_listed(one, words):
        return True
    averaged = not _ON_AVERAGE.isdisjoint(words)
    if is_of_each(one, words):
        return True
    # "Our groups never have more than eight people": a limit that we set ourselves.
    if (
        (by_name or words[0] == "never")
        and before[-1:] == ["than"]
        and "never" in words[max(0, one.first - 6) : one.first]
    ):
        return True
    if one.unit == "count":
        # "It seats twelve."
        if words[0] in ("it", "this") and one.first == 2 and words[1] in PERFORMS and one.value > 1:
            return True
        if not one.noun or one.value % 1:
            return False
        # "We have delivered for 61 winters."
        if by_name and before[-1:] == ["for"] and one.noun in _SEASONS:
            return True
        if is_total(one, words):
            return True
        if not _SAVES.isdisjoint(before) or (before[-1:] in _IN and one.noun in _EFFORTS):
            return True
        if averaged:
            return by_name
        # "Sixty-one firms run their day from our calendar", "we teach 34 languages".
        verb = next((word for word in reversed(before) if word not in _NEAR_COUNTS), "")
        subject = words[: one.first]
        told = not _OUR_SUBJECTS.isdisjoint(subject[:4]) and verb.isalpha() and verb not in _NO_SCALE
        return by_name and one.value >= FROM and (one.first <= 2 < len(words) - one.last or told)
    if one.unit in ("time", "months", "workdays", "nights"):
        # "Members have 20 days to change their minds."
        given = before[-1:] and before[-1] in _GIVEN and words[one.first - 2] in _BUYERS
        return averaged or bool(given)
    if one.unit in ("date", "clock", "24/7", "stars", "percent", "times"):
        return False
    # "Each roof that we fit makes 4,100 kWh", "tested to 22 kN".
    spec = before[-1:] in (["to"], ["at"], ["for"]) and not _RATED.isdisjoint(before)
    if one.unit in _DISTANCES:
        # "We have driven three million miles."
        return spec or (by_name and one.value >= 1000 and not _HAVE.isdisjoint(words[: one.first]))
    return by_name or spec
