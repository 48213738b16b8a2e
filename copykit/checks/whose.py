"""Tells numbers of the reader's own world, of others who are named, and of a question or a supposition."""

from __future__ import annotations

from collections.abc import Sequence, Set

from copykit.checks.mood import forbids, instructs
from copykit.checks.own_numbers import PERFORMS
from copykit.checks.quantities import stem
from copykit.checks.superlatives import OURS, SELLS
from copykit.checks.verb_words import PAST, VERBS

__all__ = ["is_asked", "is_not_ours", "is_told_by_others"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ASKS = _set(
    "are is am was were do does did have has had can could would will may might should what who"
    " whom whose how"
    " when where which why"
)
_SUPPOSED = _set("suppose supposing assume assuming maybe perhaps hypothetically")
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
    "spend spending spent pay paying paid lose losing lost waste wasting wasted carry handle have own manage"
    " drive sell sold send sent"
)
_TELLS = _set(
    "charges charged put puts suggest suggests warn warns warned think thinks believe believes told promises"
    " promised wants swears "
    "say says said report reports reported claim claims claimed count counts counted expect expects expected"
    " find finds found estimate estimates estimated predict predicts predicted reckon reckons reckoned state"
    " states stated forecast forecasts write writes wrote announced announces recorded records measured"
    " show shows showed want wanted call calls called name names"
    " named vote voted judge judged consider considers considered rank ranked"
)
# "Studies show" and "customers say" name nobody.
_VAGUE = _set(
    "study studies research researchers experts expert survey surveys statistics stats data"
    " analysts customers"
    " customer clients client users user teams team people reviewers everyone everybody"
)
_DETERMINERS = _set("the a an my his her your their this one")
# "The vendor says" is somebody else; "the app says" may be ours.
_THINGS = SELLS - _set("company brand provider supplier maker agency vendor")
_TURNS = _set("by of in at from for on with")
_OF = _set("of from")
_CHARGES = _set("charges charged")
_YOU_ARE = _set("you're you’re")
_WHERE = _set("on at behind stuck")
_HOW_MANY = _set("most all some many no every each few these those other more")
_SAYS = _set("says said reports reported writes wrote reckons reckoned claims claimed estimates")
_NOTICED = _set("noticed notice saw see read hear heard know understand gather told wrote")
_SHOWN = _set("more longer over less later just only exceed exceeds than under")
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
# Who publishes figures of their own.
_INSTITUTIONS = _set(
    "council councils government ministry department university census parliament police newspaper newspapers"
    " magazine regulator bureau institute mayor minister professor economists scientists broadcaster county"
    " court treasury commission federation authority law laws statute"
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
    " station hospital club firm factory board port"
)
_MEANS = _set("with using through thanks")
_STUDIES = _set("poll survey study census report")
_RIVALS = _set("competitor competitors rival rivals neighbour neighbours neighbor neighbors")
_LOOKS = _set("look think remember")
_PUBLIC = _set(
    "vat inflation tax taxes rent rents petrol diesel fuel unemployment gdp wages temperature"
    " humidity turnout"
)
# Words in which a clause is looked for; a run of numbers without a mark must not cost its square.
LONGEST_CLAUSE = 60
PRICE_WORDS = 8  # from a price to the end of a sentence that says little else
_MARKS = _set(', ; : — – ( ) " “ ”')


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
        if word in _DENIES or word.endswith(("n't", "n’t")):
            # "Our roofs won't leak for thirty years."
            if word in ("won't", "won’t") and words[at - 1] == "for":
                return False
            # "It never takes more than 24", but "we can't carry more than 25 kilos".
            return word in _UNABLE or _SHOWN.isdisjoint(words[index + 1 : at])
    return False


def _clause_start(words: Sequence[str], at: int) -> int:
    least = max(0, at - LONGEST_CLAUSE)
    while at > least and words[at - 1] not in _MARKS:
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
    # "See you in ten minutes", "don't wait more than two days".
    if words[:2] == ["see", "you"] or (first in ("don't", "don’t", "never") and OURS.isdisjoint(words)):
        return True
    if first == "please" or (first in _REQUESTS and not {"us", "me"}.isdisjoint(words[1:3])):
        return True
    # "Fold it in six seconds" tells how fast that is, "bake it for ten minutes" what to do.
    done_in = words[at - 1] == "in" and words[1:2] in (["it"], ["them"])
    if (first in _INSTRUCTS and OURS.isdisjoint(words) and not done_in) or words[:2] == ["let", "us"]:
        return True
    # "Grind 18 grams", "upload a photo of up to 5 MB", "hand luggage must not weigh more than 8 kg".
    if not money and (instructs(words, at) or forbids(words, at)):
        return True
    start = _clause_start(words, at)
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
    start = _clause_start(words, at)
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
        if word == "of" and share[index + 1] in ("your", "its", "their", "his", "her", "my"):
            return OURS.isdisjoint(words) and _GAINS.isdisjoint(words[start:at])
    if share[:1] == ["your"] and words[at] == "half" and _GAINS.isdisjoint(words[start:at]):
        return OURS.isdisjoint(words)
    whose = next((index for index in range(start, min(start + 3, at)) if words[index] == "your"), None)
    if whose is not None and not _HAS.isdisjoint(words[whose + 2 : whose + 5]) and OURS.isdisjoint(words):
        has = next(index for index in range(whose + 2, whose + 5) if words[index] in _HAS)
        if has < at and _GAINS.isdisjoint(words[has:at]) and words[has] not in ("is", "are"):
            return True
    if not _PUBLIC.isdisjoint(words[max(start, at - 6) : at]):
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
    start = _clause_start(words, at)
    if words[0] == "in" and not _STUDIES.isdisjoint(words[1:5]):
        return True
    return _YOU.isdisjoint(words) and any(
        words[index] in _HOLDERS and not _DETERMINERS.isdisjoint(words[max(0, index - 2) : index])
        for index in range(start, at)
    )


# Without one of these nobody else is named as saying something.
TELLING = _TELLS | {"according"} | {f"{one}{end}" for one in _INSTITUTIONS for end in ("", "'s", "’s")}


def is_told_by_others(words: Sequence[str], names: Set[str], nouns: Set[str], capitals: Set[int]) -> bool:
    """Whether a sentence is what somebody else says: an institution, or whoever a reporting verb names."""
    bare = [word.removesuffix("'s").removesuffix("’s") for word in words]
    if OURS.isdisjoint(words) and not names and not _INSTITUTIONS.isdisjoint(bare):
        at = next(index for index, word in enumerate(bare) if word in _INSTITUTIONS)
        if not _DETERMINERS.isdisjoint(words[max(0, at - 3) : at]) or at in capitals:
            return True
    if _TELLS.isdisjoint(words) and "according" not in words:
        return False
    for index, word in enumerate(words):
        if word == "according" and words[index + 1 : index + 2] == ["to"]:
            source = words[index + 2 : index + 8]
            if not _is_us(source[:4], names, nouns) and _VAGUE.isdisjoint(source[:3]):
                return True
        if word not in _TELLS or index == 0:
            continue
        # "Royal Pigeon charges £7", but "the plan charges nothing".
        if word in _CHARGES and not any(one in capitals for one in range(1, index)):
            continue
        # "…, says the transport office."
        if word in _SAYS and words[index - 1] in _MARKS:
            source = words[index + 1 : index + 5]
            known = bool(source) and (source[0] in _DETERMINERS or index + 1 in capitals)
            if known and not _is_us(source, names, nouns) and _VAGUE.isdisjoint(source):
                return True
        start = _clause_start(words, index)
        subject = words[start:index]
        # After an article or before "of" it is a noun: "your claim gets a decision", "unlimited calls to".
        after = words[index + 1] if index + 1 < len(words) else ""
        if after in _OF or (word, after) == ("calls", "to"):
            continue
        if (
            not subject
            or not subject[-1][0].isalpha()
            or subject[-1] in _DETERMINERS
            or subject[-1] in _HOW_MANY
            or _is_us(subject, names, nouns)
        ):
            continue
        named = subject[0] in _DETERMINERS or any(one.endswith(("'s", "’s")) for one in subject)
        # "Ofsted found", "Royal Pigeon expects"; "Shops report" begins a sentence and names nobody.
        name = any(one in capitals for one in range(max(start, 1), index))
        # "Figures from the port show", "Statistics Denmark counts".
        named = named or name or "the" in subject
        named = named or (index == 1 and 0 in capitals and not subject[0].endswith("s"))
        if named and (name or _VAGUE.isdisjoint(subject)) and "that" not in subject:
            return True
    return False


def _is_us(words: Sequence[str], names: Set[str], nouns: Set[str]) -> bool:
    # "A poll by the local paper" is a poll.
    end = next((at for at, word in enumerate(words) if word in _TURNS and at), len(words))
    return any(
        one in OURS or one in names or (at < end and (stem(one) in nouns or one in _THINGS))
        for at, one in enumerate(words)
    )
