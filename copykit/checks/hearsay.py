"""Tells what somebody else says: an institution, or whoever a reporting verb names."""

from __future__ import annotations

from collections.abc import Sequence, Set

from copykit.checks.quantities import stem
from copykit.checks.superlatives import OURS, SELLS
from copykit.checks.whose import DETERMINERS, MARKS, clause_start

__all__ = ["TELLING", "is_told_by_others"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


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
# "The vendor says" is somebody else; "the app says" may be ours.
_THINGS = SELLS - _set("company brand provider supplier maker agency vendor")
_TURNS = _set("by of in at from for on with")
_OF = _set("of from")
_CHARGES = _set("charges charged")
_WHERE_IN = _set("in across around throughout outside")
_HOW_MANY = _set("most all some many no every each few these those other more")
_SAYS = _set("says said reports reported writes wrote reckons reckoned claims claimed estimates")
# Who publishes figures of their own.
_INSTITUTIONS = _set(
    "council councils tribunal ombudsman government ministry department university census parliament"
    " police newspaper newspapers"
    " magazine regulator bureau institute mayor minister professor economists scientists broadcaster county"
    " court treasury commission federation authority administration law laws statute"
)
# Without one of these nobody else is named as saying something.
TELLING = (
    _TELLS | {"according", "words"} | {f"{one}{end}" for one in _INSTITUTIONS for end in ("", "'s", "’s")}
)


def is_told_by_others(words: Sequence[str], names: Set[str], nouns: Set[str], capitals: Set[int]) -> bool:
    """Whether a sentence is what somebody else says: an institution, or whoever a reporting verb names."""
    bare = [word.removesuffix("'s").removesuffix("’s") for word in words]
    if OURS.isdisjoint(words) and not names and not _INSTITUTIONS.isdisjoint(bare):
        at = next(index for index, word in enumerate(bare) if word in _INSTITUTIONS)
        # "First in the county" is where.
        where = at > 1 and words[at - 2] in _WHERE_IN
        if (not where and not DETERMINERS.isdisjoint(words[max(0, at - 3) : at])) or at in capitals:
            return True
    # "In the words of Sturgeon, 90% of everything is crud", "as the mayor put it".
    for index in range(min(len(words) - 4, 6)):
        if words[index : index + 4] == ["in", "the", "words", "of"]:
            return not _is_us(words[index + 4 : index + 8], names, nouns)
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
        if word in _SAYS and words[index - 1] in MARKS:
            source = words[index + 1 : index + 5]
            known = bool(source) and (source[0] in DETERMINERS or index + 1 in capitals)
            if known and not _is_us(source, names, nouns) and _VAGUE.isdisjoint(source):
                return True
        start = clause_start(words, index)
        subject = words[start:index]
        # After an article or before "of" it is a noun: "your claim gets a decision", "unlimited calls to".
        after = words[index + 1] if index + 1 < len(words) else ""
        if after in _OF or (word, after) == ("calls", "to"):
            continue
        if (
            not subject
            or not subject[-1][0].isalpha()
            or subject[-1] in DETERMINERS
            or subject[-1] in _HOW_MANY
            or _is_us(subject, names, nouns)
        ):
            continue
        named = subject[0] in DETERMINERS or any(one.endswith(("'s", "’s")) for one in subject)
        # "Ofsted found", "Royal Pigeon expects"; "Shops report" begins a sentence and names nobody.
        name = any(one in capitals for one in range(max(start, 1), index))
        # "Figures from the port show", "Statistics Denmark counts".
        named = named or name or "the" in subject
        named = named or (index == 1 and 0 in capitals and not subject[0].endswith("s"))
        if named and (name or "by" in subject or _VAGUE.isdisjoint(subject)) and "that" not in subject:
            return True
    return False


def _is_us(words: Sequence[str], names: Set[str], nouns: Set[str]) -> bool:
    # "A poll by the local paper" is a poll.
    end = next((at for at, word in enumerate(words) if word in _TURNS and at), len(words))
    return any(
        one in OURS or one in names or (at < end and (stem(one) in nouns or one in _THINGS))
        for at, one in enumerate(words)
    )
