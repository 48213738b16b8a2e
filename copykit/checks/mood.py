"""Tells whom a sentence speaks of and in what mood: an instruction, a duty, a denial, a story."""

from __future__ import annotations

from collections.abc import Sequence

from copykit.checks.superlatives import OURS
from copykit.checks.verb_words import NO_PAST, PAST

__all__ = [
    "CUES",
    "forbids",
    "instructs",
    "is_conditional",
    "is_denied",
    "is_done",
    "is_done_line",
    "is_of_somebody",
    "is_past",
    "is_readers_past",
    "is_wished",
    "is_told",
    "tells_past",
]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What an imperative takes as its object begins with one of these: "tap the gear", "warm 300 ml".
_DETERMINERS = _set("the a an your its it them each both any this these those one two three all every")
# Words that begin a sentence before a determiner and are no verb.
_NO_VERBS = _set(
    "the a an your my our his her its their this that these those it he she we you they i one who what"
    " which whose"
    " where when why how if while although though because since as than so and but or nor yet for from of"
    " in on at"
    " by with without within into onto to up down over under above below behind beside between among through"
    " throughout across along around about after before until till during against towards toward per plus"
    " minus"
    " off out near inside outside like unlike despite not no never only just even also still almost nearly"
    " about"
    " all both half twice double triple such quite rather once is are was were am be been being do does"
    " did has"
    " have had can could may might must shall should will would ought than except including besides beyond"
    " upon via unless whether whatever whichever whoever wherever whenever then there here now maybe perhaps"
    " yes welcome thanks thank more most less fewer many few several some any each every either neither none"
    " another other what's it's here's there's that's let's imagine say suppose ready fresh"
).union(_set("always often sometimes usually meanwhile instead first second third next last finally lastly"))
# What a reader is asked to do and gains by: the imperatives of an offer, not of a manual.
_GAINS = _set(
    "get save earn win gain enjoy try take join meet discover choose pick pay learn cut halve double"
    " triple grow"
    " boost increase reduce lower slash reach find hire book order reserve claim grab buy sell rent lease"
    " own eat"
    " drink sleep stay fly travel ride drive cancel swap switch upgrade recover reclaim win trim spare"
    " shop start"
    " begin lose gain become be experience explore see feel taste hear finish close recoup cover protect"
    " insure"
    " free bring invite share give make build create launch run let have reduce unlock access download"
    " pass speed"
)
_LEADS = _set("first second third then next finally lastly now please always never also and simply just")
_CONDITIONS = _set("when once if after before while until as unless whether")
_DUTY = _set("must mustn't mustn’t should shouldn't shouldn’t shall")
_BE = _set("is are was were")
_NEEDS = _set("need needs require requires requiring")
_ONLY = _set("only just you you'll you’ll no less fewer")
_DUTY_PAIRS = (
    ["have", "to"],
    ["has", "to"],
    ["need", "to"],
    ["needs", "to"],
    ["may", "not"],
    ["not", "exceed"],
)
_MADE = _set("paid sent made built done sewn cut sold fitted bought baked set found taught driven written")
# What happens is done by nobody: "prices doubled in three years".
_HAPPENS = _set(
    "doubled halved tripled changed increased decreased dropped climbed happened died closed opened finished"
    " ended arrived returned moved lived waited walked worked lasted stayed started tried failed survived"
    " vanished"
    " appeared crashed collapsed improved declined passed married divorced sold used named called"
)
_BY_WHEN = _set("in within for from by before at")
_PARTICLES = _set("back off out down up away over")
_RETURNS = _set("send bring return exchange change swap cancel")
_BENEFITS = _set(
    "save saves earn earns get gets gain gains free off win wins guarantee guaranteed discount refund"
    " trial cut cuts"
)
_PRESENT = _set(
    "is are am will can could would may might has have do does get gets don't don’t doesn't doesn’t won't"
    " won’t"
    " can't can’t cannot let lets need needs want wants"
)
_SOMEBODY = _set("me i i'm i’m i've i’ve my he his she her")
_THEY = _set("they their they're they’re")
# Beside a length these make a promise of it; their participles tell of no past.
CUES = _set(
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
_GAINED = _set("saved earned won gained recovered raised paid cost")
_DREAMS = _set("dream hope wish like")
_IS = _set("is are there's there’s")
_WISHED = _set("love like want wish hope hate")
_DENIALS = _set("not never nor neither cannot without nobody nothing hardly unless")
# Participles that close a line of an offer: "X-rays included".
_AGREED = _set("included required needed guaranteed unlimited fitted supplied attached")
LONGEST_LEAD = 12  # words of "once you have three quotes," before the instruction itself


def instructs(words: Sequence[str], at: int) -> bool:
    """Whether the number at a token stands in an instruction: "grind 18 grams", "first, upload a photo".

    An imperative begins its clause with a bare verb and goes on with an object. One that offers ("get a 20%
    discount", "join 80,000 learners") or that speaks of us instructs nobody.
    """
    if not OURS.isdisjoint(words):
        return False
    start = 0
    if words[0] in _CONDITIONS:
        start = next((one + 1 for one in range(min(LONGEST_LEAD, at)) if words[one] == ","), 0)
        if not start:
            return False
    while start < at and (words[start] in _LEADS or words[start] == ","):
        start += 1
    first = words[start]
    if start >= at or not first.isalpha() or first in _NO_VERBS or first in _GAINS:
        return False
    if first.endswith(("s", "ed", "ing", "ly", "er", "est")) and not first.endswith(
        ("ss", "press", "feed", "bring")
    ):
        return False
    # "Fold it in six seconds" tells how fast that is.
    if words[at - 1] == "in" and words[start + 1] in ("it", "them"):
        return False
    after = words[start + 1] if start + 1 < len(words) else ""
    # "Strip back a third of the old stems."
    if after in _PARTICLES and start + 2 <= at:
        after = words[start + 2]
    # "Send it back within 100 days" is a right.
    if first in _RETURNS and "within" in words[start:at]:
        return False
    has_object = after in _DETERMINERS or after[:1].isdecimal() or start + 1 == at
    return has_object and _BENEFITS.isdisjoint(words[start:at])


def forbids(words: Sequence[str], at: int) -> bool:
    """Whether the number at a token is a limit that somebody has to keep: "must not weigh more than 8 kg"."""
    near = words[max(0, at - 7) : at]
    # The duty is of another verb: "the data that one has to download is less than a third".
    last = next((one for one in range(len(near) - 1, -1, -1) if near[one] in _BE), None)
    if last is not None and near[last - 1] not in _DUTY:
        near = near[last + 1 :]
    # "Applicants need two years of experience", but "you need just two minutes".
    if not _NEEDS.isdisjoint(near) and _ONLY.isdisjoint(near) and OURS.isdisjoint(words):
        return True
    if not _DUTY.isdisjoint(near):
        return True
    return any(list(near[one : one + 2]) in _DUTY_PAIRS for one in range(len(near) - 1))


def tells_past(words: Sequence[str]) -> bool:
    """Whether the first verb with a tense is past: "we carried …", not "get paid"."""
    if PAST.isdisjoint(words) and "ed" not in "".join(words):
        return False
    for at, word in enumerate(words):
        if word in _PRESENT or word.endswith(("'ll", "’ll", "'s", "’s", "'re", "’re", "'ve", "’ve")):
            return False
        # The "-ed" of a first word or behind a mark is a participle: "ordered by noon, home by two".
        if word in PAST or (
            word.endswith("ed")
            and at
            and words[at - 1][0].isalpha()
            and len(word) > 4
            and word not in NO_PAST
        ):
            return word != "could"
    return False


def is_wished(words: Sequence[str], at: int) -> bool:
    """Whether a token stands in what we wish for: "we would like to run on the sun", "we dream of it"."""
    for one in range(max(0, at - LONGEST_LEAD), at - 1):
        if words[one] not in ("we", "i", "we'd", "we’d"):
            continue
        verb = one + 1 + (words[one + 1] == "would")
        if words[verb] in _DREAMS and (words[verb] != "like" or verb > one + 1 or words[one][-1] == "d"):
            return True
    return False


def is_conditional(words: Sequence[str], at: int) -> bool:
    """Whether a token stands in the clause that "if" or "when" opens, not in what follows from it."""
    start = at
    while start and at - start < LONGEST_LEAD and words[start - 1] not in (",", ";", ":"):
        start -= 1
    return start < at and words[start] in _CONDITIONS


def is_readers_past(words: Sequence[str]) -> bool:
    """Whether a sentence tells the reader what the reader did: "you won Employer of the Year"."""
    if not OURS.isdisjoint(words) or len(words) < 3:
        return False
    if words[0] in ("you", "you've", "you’ve"):
        return (words[1] in PAST and words[1] != "could") or words[1].endswith("ed")
    return words[0] == "your" and not PAST.isdisjoint(words[2:4])


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


def is_done(words: Sequence[str]) -> bool:
    """Whether something is or gets done, now and always: "are approved", "gets repaired"."""
    return any(
        word.endswith("ed") and words[at] in ("is", "are", "gets", "get", "be", "been")
        for at, word in enumerate(words[1:])
    )


def is_done_line(words: Sequence[str], at: int) -> bool:
    """Whether the number at a token ends a line of what is done with a thing: "invoices paid in 7 days".

    It has no verb but a participle, and no article or pronoun before it, so that nobody did it once.
    """
    if words[0] in _NO_VERBS or words[0] in CUES or not OURS.isdisjoint(words):
        return False
    done = next((one for one in range(1, min(4, at)) if _is_participle(words[one])), 0)
    return bool(done) and words[done] not in _HAPPENS and at - done <= 3 and words[at - 1] in _BY_WHEN


def _is_participle(word: str) -> bool:
    return word in _MADE or (word.endswith("ed") and len(word) > 3 and word not in NO_PAST)


def is_past(words: Sequence[str]) -> bool:
    """Whether a sentence tells of what was."""
    # One look at all letters costs less than one at each word, and this is asked for every number.
    if PAST.isdisjoint(words) and "ed" not in "".join(words):
        return False
    return any(
        word in PAST
        or (
            word.endswith("ed")
            and word not in CUES
            and word not in _AGREED
            and word not in NO_PAST
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
        # "There is no best time", "I wish that I could say so".
        if (word == "no" and words[index - 1] in _IS) or (word == "wish" and words[index - 1] in ("i", "we")):
            return True
        # "We have no idea who", "we would love to say that".
        if word == "idea" and words[index - 1] == "no":
            return True
        if word in ("say", "claim", "tell") and words[index - 1] == "to" and words[index - 2] in _WISHED:
            return True
        # "We are far from carbon neutral."
        if word == "from" and words[index - 1] == "far":
            return True
        if word in _DENIALS or word.endswith(("n't", "n’t")):
            return index + 1 == at or words[index + 1] not in ("only", "just")
    return False
