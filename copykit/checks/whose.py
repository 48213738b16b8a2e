"""Tells numbers of the reader's own world, of others who are named, and of a question or a supposition."""

from __future__ import annotations

from collections.abc import Sequence, Set

from copykit.checks.mood import forbids, instructs, is_wished
from copykit.checks.own_numbers import PERFORMS
from copykit.checks.superlatives import OURS
from copykit.checks.thresholds import is_example, is_of_before, is_threshold
from copykit.checks.verb_words import PAST, VERBS

__all__ = ["DETERMINERS", "MARKS", "clause_start", "is_asked", "is_not_ours"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ASKS = _set(
    "are is am was were do does did have has had can could would will may might should what who"
    " whom whose how"
    " when where which why"
)
_SUPPOSED = _set("suppose supposing assume assuming maybe perhaps hypothetically")
_HOW_LONG = _set("within in under")
_HOW_SOON = (["in"], ["within"])
_JOINTS = _set("and but so or then even")
_CONDITIONS = _set("if when whenever whether unless")
_EXAMPLE = (["for", "example"], ["for", "instance"], ["let", "us", "say"], ["let's", "say"], ["let’s", "say"])
_MIGHT = _set("might would")
_IMAGINED = _set("imagine picture say let's let’s if")
_YOU = _set("you you're you’re you've you’ve you'll you’ll your")
_BE = _set("is are was were 's ’s be")
_NEARLY = _set("at about around over under only just nearly almost roughly some up to near")
# What a reader does before knowing us; "you save" and "you get" are promises.
_DO = _set(
    "reply write pack answer read check print travel walk wait stand work post packed been "
    "queue sit search scroll commute hunt chase type spend spending spent pay paying paid lose losing"
    " lost waste wasting wasted carry handle have own manage"
    " drive sell sold send sent"
)
DETERMINERS = _set("the a an my his her your their this one")
_YOU_ARE = _set("you're you’re")
_WHERE = _set("on at behind stuck")
_USUALLY = _set("most some many other traditional conventional ordinary big old typical")
_TRADES = _set(
    "landlords agencies agents banks brokers brands lawyers lenders insurers airlines carriers couriers"
    " retailers"
    " supermarkets competitors rivals providers vendors suppliers plumbers builders hotels garages gyms"
    " dealers"
    " consultants employers schools"
)
_DEMANDS = _set("take charge ask bill want add demand lend close")
_MANKIND = _set(
    "human humans earth earth's earth’s world's world’s population people adults europeans americans britons"
    " households mankind humanity"
)
_SCHEMES = _set("scheme act law rules directive treaty regulations statute")
_OVER_THERE = (["down", "the", "road"], ["across", "the", "road"], ["across", "the", "street"])
_AT_MOST = (["more", "than"], ["less", "than"], ["fewer", "than"])
_LATER = (["see", "you"], ["check", "back"], ["come", "back"], ["ask", "again"])
_NOTICED = _set("noticed notice saw see read hear heard know understand gather told wrote")
_SHOWN = _set("more longer over less later just only exceed exceeds than under below above")
_UTTERS = _set("tell say claim promise")
_WISHED = _set("love like want wish hope")
_UNABLE = _set("cannot can't can’t couldn't couldn’t")
_DENIES = _set("not never cannot without hardly nobody")
# Recipes and instructions: what to do for how long, not what one gets.
_INSTRUCTS = _set(
    "press hold keep leave let fold wrap add stir mix bake boil soak heat cook cool rest wait"
    " dry charge shake pour"
    " measure weigh fill turn set store rinse repeat print put place stick allow roast simmer"
    " fry chop slice grate"
    " whisk knead spread sprinkle brush season preheat dissolve dilute tap click type enter tie"
    " bend sit stand"
    " breathe walk run jump count aim plan allow"
)
_HAS = _set(
    "is are was were has have had charge charges average averages makes make holds hold wait waits needs"
    " need loses lose wastes spends stands lasts ends expires"
    " goes go runs"
)
_REQUESTS = _set("send tell give reply write answer bring come meet email show ask")
# What the reader may gain of their own is a promise: "win back a tenth of your week".
_GAINS = _set(
    "save saves saved saving cut cuts cutting recover recovers back win wins reclaim free frees"
    " get gets off less"
    " fewer reduce reduces trim trims spare spares"
)
_HOLDERS = _set(
    "competition competitor competitors rival rivals office union charity museum school bank agency"
    " station hospital club firm factory board port supermarket supermarkets stall neighbour neighbours"
    " landlord tenant"
)
_MEANS = _set("with using through thanks")
_STUDIES = _set("poll survey study census report")
_CIVIC = _set(
    "bid bids fines fine duty visa toll tolls fare fares wage levy pension grant grants subsidy permit zone"
    " licence tax"
    " taxes"
)
_HAS_OR_OF = _set(
    "covers cover pays pay is are was were costs cost starts start begins went goes go rose fell climbed"
    " stands above of on"
    " for in at by"
)
# Of these prices statistics are made.
_GOODS = _set("house home share oil food gas energy petrol property land grain bread crude")
_RIVALS = _set("competitor competitors rival rivals neighbour neighbours neighbor neighbors")
_LOOKS = _set("look think remember")
_PUBLIC = _set(
    "vat inflation tax taxes rent rents petrol diesel fuel unemployment gdp wages temperature"
    " humidity turnout"
)
# Words in which a clause is looked for; a run of numbers without a mark must not cost its square.
LONGEST_CLAUSE = 60
PRICE_WORDS = 8  # from a price to the end of a sentence that says little else
MARKS = _set(', ; : — – ( ) " “ ”')


def _is_denied(words: Sequence[str], start: int, at: int) -> bool:
    """Whether a number is denied: "we don't promise 24 hours", not "it never takes more than 24"."""
    for index in range(max(start, at - 6), at):
        word = words[index]
        # "Nobody here will tell you that it takes five minutes."
        if word in ("tell", "say", "claim", "promise", "believe") and words[start] in (
            "nobody",
            "no",
            "none",
        ):
            return True
        # "We would love to tell you that it takes five minutes."
        if word in _UTTERS and words[index - 1] == "to" and words[index - 2] in _WISHED:
            return True
        if word in _DENIES or word.endswith(("n't", "n’t")):
            # "Our roofs won't leak for thirty years."
            if word in ("won't", "won’t") and words[at - 1] == "for":
                return False
            # "It never takes more than 24", but "we can't carry more than 25 kilos".
            return word in _UNABLE or _SHOWN.isdisjoint(words[index + 1 : at])
    return False


def clause_start(words: Sequence[str], at: int) -> int:
    """The index of the first word of the clause that a token stands in."""
    least = max(0, at - LONGEST_CLAUSE)
    while at > least and words[at - 1] not in MARKS:
        at -= 1
    return at


def is_asked(words: Sequence[str]) -> bool:
    """Whether a sentence is a question that begins as one; "did you know" tells."""
    return words[-1] == "?" and words[0] in _ASKS and words[:3] != ["did", "you", "know"]


def is_not_ours(words: Sequence[str], at: int, names: Set[str], *, money: bool = False) -> bool:
    """Whether the number at a token is the reader's, some institution's, asked for or supposed.

    Args:
        words: the sentence in lower case.
        at: the index of the number's first token.
        names: words that name the brand.
        money: whether it is a sum, which an offer may ask for in any mood: "grab a slice for £3".
    """
    first = words[0]
    # "See you in ten minutes", "check back in a year", "don't wait more than two days".
    most = first == "never" and words[1:3] in _AT_MOST
    if words[:2] in _LATER or (first in ("don't", "don’t", "never") and not most and OURS.isdisjoint(words)):
        return True
    if first == "please" or (first in _REQUESTS and not {"us", "me"}.isdisjoint(words[1:3])):
        return True
    # "Fold it in six seconds" tells how fast that is, "bake it for ten minutes" what to do.
    done_in = words[at - 1] == "in" and words[1:2] in (["it"], ["them"])
    # "Weigh, tap, done: in 30 seconds", "set up in two clicks": how soon it is done.
    done_in = done_in or (words[at - 1] in _HOW_LONG and ":" in words[:at])
    done_in = done_in or (words[:2] == ["set", "up"] and words[2:3] in _HOW_SOON)
    if (first in _INSTRUCTS and OURS.isdisjoint(words) and not done_in) or words[:2] == ["let", "us"]:
        return True
    # "Grind 18 grams", "upload a photo of up to 5 MB", "hand luggage must not weigh more than 8 kg".
    if not money and (instructs(words, at) or forbids(words, at)):
        return True
    if is_threshold(words, at) or is_example(words, at) or is_of_before(words, at):
        return True
    start = clause_start(words, at)
    if words[start] in _JOINTS:
        start += 1
    if _is_denied(words, start, at) or (
        words[start] in _CONDITIONS and "refund" not in words and "money" not in words
    ):
        return True
    # History: "in 1841 a fire cost the town £3,000".
    if (
        OURS.isdisjoint(words)
        and not names
        and 4 in map(len, words)
        and any(len(one) == 4 and one[0] == "1" and one.isdecimal() for one in words)
    ):
        return True
    if is_asked(words):
        return True
    if first in _SUPPOSED or (first in _IMAGINED and not _YOU.isdisjoint(words[1:4]) and first != "if"):
        return True
    if words[start : start + 2] == ["for", "example"]:
        return True
    about_us = not OURS.isdisjoint(words) or bool(names)
    # "A parcel that weighs more than 20 kg needs two people" tells which.
    which = words[1:at]
    if (
        first in ("a", "an", "any")
        and ("that" in which or "which" in which)
        and not VERBS.isdisjoint(words[at:])
    ):
        return True
    # "A parish may hold up to 12 fairs a year": it is allowed to.
    if not about_us and "may" in words[:at] and _YOU.isdisjoint(words):
        return True
    # "Estate agents take about 1.5%", unless that is what we are.
    if not about_us and any(
        words[one] in _TRADES and words[one + 1] in _DEMANDS for one in range(min(2, at - 1))
    ):
        return True
    # "Most landlords ask for five weeks' rent", "traditional banks close at four".
    if first in _USUALLY and not about_us and not _TRADES.isdisjoint(words[1:3]):
        return True
    # "60% of the earth's plants", "two thirds of the human body": nobody's.
    if not about_us and not _MANKIND.isdisjoint(words[at + 1 : at + 6]) and "of" in words[at + 1 : at + 4]:
        return True
    # "Under the scheme, households get £5,000."
    if first == "under" and not about_us and not _SCHEMES.isdisjoint(words[1:4]):
        return True
    # "The café opposite does a roll for £4."
    if not about_us and any(
        words[one : one + 3] in _OVER_THERE
        or words[one : one + 2] == ["next", "door"]
        or (words[one] == "opposite" and words[0] in DETERMINERS and one == 2)
        for one in range(min(6, at))
    ):
        return True
    # "We dream of a hundred shops."
    if is_wished(words, at):
        return True
    # "Some clinics see 60 patients a day" are others.
    if first in ("some", "many") and not about_us:
        return True
    # "There were 200 boxes in the yard", "half of the boxes were blue": a story.
    if not about_us and _YOU.isdisjoint(words) and (words[:2] == ["there", "were"] or _were_so(words, at)):
        return True
    # "For example, ten contracts of $5 million", "that would double the weight".
    if not about_us and (
        any(
            words[start : start + len(one)] == one
            or words[: len(one)] == one
            or words[max(0, start - len(one) - 1) : start - 1] == one
            for one in _EXAMPLE
        )
    ):
        return True
    clause = words[start:at]
    if not _MIGHT.isdisjoint(clause) and _YOU.isdisjoint(clause):
        return True
    if not _SUPPOSED.isdisjoint(clause):
        return True
    return _is_readers(words, at) or (not about_us and _is_held(words, at))


def _were_so(words: Sequence[str], at: int) -> bool:
    """Whether a share that opens a sentence is told of what was: "half of the boxes were blue"."""
    return at == 0 and words[1:2] == ["of"] and ("were" in words[2:8] or "was" in words[2:8])


def _is_readers(words: Sequence[str], at: int) -> bool:
    start = clause_start(words, at)
    before = words[start:at]
    # "I noticed that your site takes six seconds", "your last campaign reached 9,000 people".
    if (words[0] in ("i", "you") and words[1] in _NOTICED) and (
        words[0] == "you" or not _YOU.isdisjoint(words[2:at])
    ):
        return True
    # "You're on the phone six hours a day."
    if words[start] in _YOU_ARE and words[start + 1] in _WHERE and OURS.isdisjoint(words):
        return True
    # "You've doubled your team": the number is what the reader did.
    if at and words[at - 1] in ("you've", "you’ve") and words[at].endswith("d"):
        return True
    if OURS.isdisjoint(words):
        # "Look at your last invoice: £9.80", "it takes you 25 minutes to walk there".
        if words[0] in _LOOKS and "your" in words[:at]:
            return True
        if words[start] in ("it", "that", "this") and "you" in words[max(start, at - 2) : at]:
            return True
    if words[start] == "your" and OURS.isdisjoint(words):
        if not _RIVALS.isdisjoint(words[start + 1 : start + 3]):
            return True
        verb = next((one for one in words[start + 2 : at] if one.endswith("ed") or one in PAST), "")
        if (
            verb
            and verb not in _GAINS
            and words[words.index(verb) - 1] not in ("is", "are", "be", "been", "get")
        ):
            return True
    while before and before[-1] in _NEARLY:
        before = before[:-1]
    if len(before) >= 3 and before[-1] in _BE and "your" in before[-5:-1] and OURS.isdisjoint(words):
        return True
    # "Your invoice of £340".
    if before[-1:] == ["of"] and before[-3:-2] == ["your"]:
        return True
    share = words[at + 1 : at + 5]
    for index, word in enumerate(share[:-1]):
        # "The battery keeps 80% of its charge": what goods do is told of them.
        goods = share[index + 1] == "its" and not PERFORMS.isdisjoint(words[start:at])
        if goods and words[start] == "the":
            return False
        # "Milled within 24 hours of your order."
        if words[at - 1] in _HOW_LONG:
            break
        if word == "of" and share[index + 1] in ("your", "its", "their", "his", "her", "my"):
            return OURS.isdisjoint(words) and _GAINS.isdisjoint(words[start:at])
    if share[:1] == ["your"] and words[at] == "half" and _GAINS.isdisjoint(words[start:at]):
        return OURS.isdisjoint(words)
    whose = next((index for index in range(start, min(start + 3, at)) if words[index] == "your"), None)
    if whose is not None and not _HAS.isdisjoint(words[whose + 2 : whose + 5]) and OURS.isdisjoint(words):
        has = next(index for index in range(whose + 2, whose + 5) if words[index] in _HAS)
        if has < at and _GAINS.isdisjoint(words[has:at]) and words[has] not in ("is", "are"):
            return True
    if not _PUBLIC.isdisjoint(words[max(start, at - 6) : at]) and words[at - 1] != "from":
        return True
    # "Fines start at £60", but not "your visa", nor "pension advice from £150".
    if OURS.isdisjoint(words) and any(
        words[one] in _CIVIC and words[one + 1] in _HAS_OR_OF and words[one - 1] not in ("your", "our")
        for one in range(max(start, at - 6), at - 1)
    ):
        return True
    prices = words[max(start, at - 7) : at]
    if "prices" in prices and not _GOODS.isdisjoint(prices):
        return True
    near = words[max(start, at - 5) : at]
    for index, word in enumerate(near[:-1]):
        if word in ("you", "you're", "you’re", "you've", "you’ve"):
            rest = near[index + 1 :]
            verb = next(
                (
                    one
                    for one in rest
                    if one not in ("still", "now", "just", "already", "often", "are", "'re")
                ),
                "",
            )
            # "You pay $49 a month" names a price; "you pay $380 a month for coffee" does not.
            if words[start : start + 2] == ["you", "pay"] and at < start + 5 and _is_price(words[at:]):
                continue
            past = (verb.endswith("ed") or verb in PAST) and verb not in _GAINS
            # "You sell 30% more with our shelves."
            ours = not OURS.isdisjoint(words) and not _MEANS.isdisjoint(words)
            if (
                (verb in _DO or past)
                and not ours
                and "can" not in near[: index + 3]
                and _GAINS.isdisjoint(words[at : at + 5])
            ):
                return True
    return False


def _is_price(rest: Sequence[str]) -> bool:
    """Whether what begins with a number says little but what something costs."""
    return len(rest) <= PRICE_WORDS and {"for", "on", "plus", "%", "percent"}.isdisjoint(rest)


def _is_held(words: Sequence[str], at: int) -> bool:
    """Whether a number stands with an institution as its holder: "the Post Office lost £200 million"."""
    start = clause_start(words, at)
    if words[0] == "in" and not _STUDIES.isdisjoint(words[1:5]):
        return True
    return _YOU.isdisjoint(words) and any(
        words[index] in _HOLDERS and not DETERMINERS.isdisjoint(words[max(0, index - 2) : index])
        for index in range(start, at)
    )
