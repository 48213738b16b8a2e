"""Finds passives in a sentence: a form of be or get with the participle that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, cached_property
from typing import NamedTuple

from copykit.checks.passive_words import (
    ADVERBS,
    AMBIGUOUS_WITH_HAS,
    ASKING,
    BE,
    CLAUSE_STARTS,
    DETERMINERS,
    FINITE_BE,
    GET,
    GET_IDIOMS,
    INTRANSITIVE,
    INVERTING,
    NOT_PARTICIPLES,
    NOUNS,
    OBJECT_VERBS,
    ONLY_PARTICIPLES,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    PSYCH,
    STATES,
    STATIVE,
    TIMES,
    UN_VERBS,
    WITH_IS,
    WITNESSED,
)
from copykit.text.by_word import by_word

__all__ = ["Passive", "find_passives", "passive_hints"]

_TOKEN = re.compile(r"\w+(?:[-‑'’]\w+)*|[^\w\s]")
# A passive begins with one of these or with a contraction.
_AUXILIARIES = BE | GET
_CONTRACTED = re.compile(r"(.+)'(s|re|m)$")
_NOUN_END = re.compile(
    r".{2,}(?:tion|sion|ment|ness|ity|ship|ware|ance|ence|ics|ism|ist|age|(?<!ev)(?<!ov)(?<!aft)(?<!eith)(?<!toge)er|or)$"
)
_PLURAL = re.compile(r"[a-z]{2,}[^siu]s$")
_STOPS = frozenset('.?!…;:)("”“—–|')
_JOINED_PREFIXES = (
    "re", "over", "under", "mis", "out", "fore", "un", "with", "inter", "broad", "off", "co",
)  # fmt: skip
_PREFIXES = ("re", "pre", "co", "over", "under", "mis", "de", "out", "up", "hand", "self", "cross", "auto")
MOST_BETWEEN = 12  # tokens between a question's verb and its participle


class Passive(NamedTuple):
    """A passive: the span from the auxiliary to the participle, and the span of "by whom" if it is told."""

    start: int
    end: int
    agent: tuple[int, int] | None


class _Sentence:
    """The tokens of one sentence."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        said = text[start:end].lower()
        self._contracts = True
        if len(said) == end - start:
            if not said.isascii():
                said = said.replace("’", "'").replace("‑", "-")
            self.words = _TOKEN.findall(said)
            self._contracts = "'" in said
        else:  # a letter whose small form is two
            self.words = [
                text[low:high].lower().replace("’", "'").replace("‑", "-") for low, high in self.spans
            ]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _TOKEN.finditer(self._text, self._start, self._end)]

    def auxiliaries(self) -> list[int]:
        """The indexes of words that a passive may begin with."""
        if not self._contracts:
            return [at for at, word in enumerate(self.words) if word in _AUXILIARIES]
        return [at for at, word in enumerate(self.words) if word in _AUXILIARIES or "'" in word]

    def at(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""


# The first runs of letters of what a passive may begin with; of a contraction, its last one.
_BEGINNINGS = frozenset(word.partition("'")[0] for word in _AUXILIARIES) | {"s", "re", "m"}


@cache
def _participles() -> frozenset[str]:
    """All participles that are listed, with each prefix."""
    return PARTICIPLES | {prefix + word for prefix in _JOINED_PREFIXES for word in PARTICIPLES}


def passive_hints(vocabulary: Set[str]) -> tuple[Set[str], Set[str]]:
    """The runs of letters without which a sentence has no passive: one of these, and behind it one of those.

    Args:
        vocabulary: all runs of letters and digits of the text, in lower case.
    """
    ending = {word for word in vocabulary if word[-2:] == "ed" and word not in NOT_PARTICIPLES}
    return vocabulary & _BEGINNINGS, (vocabulary & _participles()) | ending


def find_passives(text: str, start: int = 0, end: int | None = None) -> list[Passive]:
    """The passives in one sentence, in order.

    Told apart by rules and word lists, without a tagger: adjectives that look like participles ("is
    interested", "was gone"), tenses with have ("she's written a book"), causatives ("had it cut") and
    participles before a noun ("broken promises") are none.

    Args:
        text: the text that the sentence stands in.
        start: its first code point.
        end: one past its last; the text's end when left out.
    """
    end = len(text) if end is None else end
    sentence = _Sentence(text, start, end)
    found: list[Passive] = []
    done = -1
    for index in sentence.auxiliaries():
        if index <= done:
            continue
        at = _participle_of(sentence, index)
        if at is not None:
            found.append(Passive(sentence.spans[index][0], sentence.spans[at][1], _agent(sentence, at)))
            done = at
    return found


def _participle_of(sentence: _Sentence, index: int) -> int | None:
    """The index of the participle that makes a passive with the auxiliary at an index; None for none."""
    word = sentence.words[index]
    if word in GET:
        return _after(sentence, index, has=False, get=True)
    if word in BE:
        if word == "being" and sentence.at(index - 1) == "human":
            return None
        at = _after(sentence, index)
        if at is None and word in FINITE_BE and _inverted(sentence, index):
            at = _behind_subject(sentence, index + 1)
        return at
    contracted = _CONTRACTED.match(word)
    if not contracted or (contracted.group(2) == "s" and contracted.group(1) not in WITH_IS):
        return None
    return _after(sentence, index, has=contracted.group(2) == "s")


def _after(sentence: _Sentence, index: int, *, has: bool = False, get: bool = False) -> int | None:
    """The participle after an auxiliary, over adverbs and one aside."""
    at, strong, aside = index + 1, sentence.words[index] in ("been", "being"), False
    while (word := sentence.at(at)) and at - index <= MOST_BETWEEN:
        if _is_participle(word) and not _is_passive(sentence, index, at, strong=strong, has=has, get=get):
            return _coordinated(sentence, index, at) if not get else None
        if _is_participle(word):
            return at
        if word in ("been", "being"):
            strong, has = True, False
        elif word == "," and not aside and not get and at > index:
            closing = _aside_end(sentence, at)
            if closing is None:
                return _coordinated(sentence, index, at)
            at, aside = closing, True
        elif word in PREPOSITIONS and not aside and not get:
            behind = _behind_phrase(sentence, at)
            if behind is None or not _is_passive(
                sentence, index, behind, strong=strong, has=has, strict=True
            ):
                return None
            return behind
        elif not _is_adverb(word):
            return _coordinated(sentence, index, at) if not get else None
        at += 1
    return None


def _aside_end(sentence: _Sentence, at: int) -> int | None:
    """The comma that closes an aside opened at a comma, if what stands between reads like one."""
    first = sentence.at(at + 1)
    if first not in PREPOSITIONS and first not in (
        "as",
        "however",
        "though",
        "if",
        "that",
        "too",
        "therefore",
    ):
        return None
    for closing in range(at + 2, min(at + 10, len(sentence.words))):
        if sentence.words[closing] == ",":
            return closing
        if sentence.words[closing] in _STOPS:
            return None
    return None


def _behind_phrase(sentence: _Sentence, at: int) -> int | None:
    """The participle behind a short phrase: "was in the end replaced", "were by then sold"."""
    if sentence.words[at] == "to" and sentence.at(at + 1) not in DETERMINERS:
        return None
    inside = 0
    for index in range(at + 1, min(at + 5, len(sentence.words))):
        word = sentence.words[index]
        if inside and _is_participle(word):
            return None if sentence.words[index - 1] in DETERMINERS else index
        if word in _STOPS or word in (",", "and", "or", "to") or word in CLAUSE_STARTS or word in PRONOUNS:
            return None
        inside += word not in DETERMINERS
    return None


def _coordinated(sentence: _Sentence, index: int, at: int) -> int | None:
    """A participle joined to an adjective: "was old and abandoned by all", "is short and written in ink"."""
    for joint in range(at, min(at + 7, len(sentence.words))):
        word = sentence.words[joint]
        if word in _STOPS or (joint > at and (word in CLAUSE_STARTS or word in PRONOUNS)):
            return None
        if word not in ("and", "or", "but", ","):
            continue
        behind = joint + 1
        while _is_adverb(sentence.at(behind)):
            behind += 1
        other = sentence.at(behind)
        if not _is_participle(other):
            continue
        told = sentence.at(behind + 1) == "by"
        sure = other in ONLY_PARTICIPLES or (
            other in ("built", "made", "sold") and _is_participle(sentence.words[at])
        )
        if (told or (sure and _closes(sentence, behind + 1))) and other not in STATES:
            return behind
    return None


def _inverted(sentence: _Sentence, index: int) -> bool:
    """Whether the subject follows the verb: a question, or "never was …", "only then was …"."""
    before = sentence.at(index - 1)
    if before in INVERTING or (before == "then" and sentence.at(index - 2) == "only"):
        return True
    asks = "?" in sentence.words[-2:]
    return asks and (
        index == 0 or before in ASKING or not before[0].isalnum() or before in ("and", "but", "or")
    )


def _behind_subject(sentence: _Sentence, first: int) -> int | None:
    """The participle behind a question's subject."""
    for at in range(first, min(first + MOST_BETWEEN, len(sentence.words))):
        word = sentence.words[at]
        if word in _STOPS or word == ",":
            return None
        if at > first and (word in CLAUSE_STARTS or word in PRONOUNS):
            return None
        if at == first and word in ("what", "that", "it", "there"):
            return None
        if at == first or not _is_participle(word) or sentence.words[at - 1] in DETERMINERS:
            continue
        if _is_passive(sentence, first - 1, at, strict=True):
            return at
    return None


@by_word
def _is_participle(word: str) -> bool:
    if "-" in word:
        prefix, _, rest = word.rpartition("-")
        return prefix in _PREFIXES and _is_participle(rest)
    if word in PARTICIPLES:
        return True
    if word.endswith("ed") and len(word) > 3:
        if word in NOT_PARTICIPLES:
            return False
        return not word.startswith("un") or word in UN_VERBS or word.startswith("under")
    for prefix in _JOINED_PREFIXES:
        if word.startswith(prefix) and word[len(prefix) :] in PARTICIPLES:
            return prefix != "un" or word in UN_VERBS
    return False


def _is_adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4)


def _closes(sentence: _Sentence, at: int, *, loose: bool = True) -> bool:
    """Whether what stands at an index can follow a participle that rules no noun."""
    word = sentence.at(at)
    if not word or not word[0].isalnum():
        return True
    if word in PREPOSITIONS or word in TIMES or word in CLAUSE_STARTS or word in ("and", "or", "but", "not"):
        return True
    return _is_adverb(word) or (loose and word in DETERMINERS)


def _is_passive(
    sentence: _Sentence,
    auxiliary: int,
    at: int,
    *,
    strong: bool = False,
    has: bool = False,
    get: bool = False,
    strict: bool = False,
) -> bool:
    """Whether a participle tells what is done to the subject.

    Args:
        strong: been or being stands before it.
        has: the auxiliary may be short for "has".
        get: the auxiliary is a form of get.
        strict: only what closes the clause may follow.
    """
    word, following = sentence.words[at], sentence.at(at + 1)
    agent = following == "by" or (_is_adverb(following) and sentence.at(at + 2) == "by")
    if word in INTRANSITIVE or word in STATES:
        return False
    if word in PSYCH:
        return agent
    if word in STATIVE:
        return agent or strong or (get and word not in GET_IDIOMS)
    if get and (word in GET_IDIOMS or not (_closes(sentence, at + 1, loose=False) or word in OBJECT_VERBS)):
        return False
    if word == "used" and following == "to":
        return not get and not _personal(sentence, auxiliary) and _is_purpose(sentence, at + 2)
    if word == "known" and sentence.at(at - 1) == "well":
        return False
    if word in ("set", "meant", "bound") and following in ("to", "for") and not strong:
        return False
    if word == "left" and not strong and not _goes_on(sentence, at + 1):
        return False
    if word in ("done", "finished") and _personal(sentence, auxiliary) and not strong:
        return False
    if sentence.at(at - 1) in DETERMINERS and sentence.at(at - 1) not in (
        "all",
        "both",
        "each",
        "that",
        "this",
    ):
        return False
    if has and (word in AMBIGUOUS_WITH_HAS or (word not in OBJECT_VERBS and _is_object(sentence, at + 1))):
        return False
    if strict:
        return _closes(sentence, at + 1, loose=False) or (word in OBJECT_VERBS and not _is_noun(following))
    if "there" in (sentence.at(auxiliary - 1), sentence.words[auxiliary][:5]):
        return _closes(sentence, at + 1)
    if following in ("and", "or") and _is_participle(sentence.at(at + 2)) and _is_noun(sentence.at(at + 3)):
        return False
    if following.endswith("ing") and len(following) > 5:
        return word in OBJECT_VERBS or word in WITNESSED
    return word in OBJECT_VERBS or not _is_noun(following)


def _is_purpose(sentence: _Sentence, at: int) -> bool:
    """Whether "used to" goes on with a verb ("used to clean"), not with what one is used to."""
    word = sentence.at(at)
    return bool(word) and not word.endswith("ing") and word not in DETERMINERS and word not in PRONOUNS


def _goes_on(sentence: _Sentence, at: int) -> bool:
    word = sentence.at(at)
    return bool(word) and word[0].isalnum() and word not in ("in", "on", "at", "and", "or", "but", "now")


def _personal(sentence: _Sentence, auxiliary: int) -> bool:
    near = (
        sentence.at(auxiliary - 1),
        sentence.at(auxiliary + 1),
        sentence.words[auxiliary].partition("'")[0],
    )
    return sentence.words[auxiliary] != "be" and any(word in ("i", "you", "we", "they") for word in near)


def _is_object(sentence: _Sentence, at: int) -> bool:
    word = sentence.at(at)
    return bool(word) and (word in DETERMINERS or word in PRONOUNS or word[0].isdigit() or _is_noun(word))


@by_word
def _is_noun(word: str) -> bool:
    """Whether a word after a participle looks like the noun that it describes."""
    if not word or not word[0].isalpha() or word in TIMES or word in PREPOSITIONS or word in CLAUSE_STARTS:
        return False
    if _is_adverb(word) or word in DETERMINERS or word in PRONOUNS or word in ("and", "or", "but"):
        return False
    return word in NOUNS or bool(_NOUN_END.match(word) or _PLURAL.match(word))


def _agent(sentence: _Sentence, at: int) -> tuple[int, int] | None:
    """The span of who does it, behind "by", up to the next preposition, clause or stop."""
    begin = at + 1
    while _is_adverb(sentence.at(begin)):
        begin += 1
    if sentence.at(begin) != "by":
        return None
    last = begin
    for index in range(begin + 1, min(begin + 7, len(sentence.words))):
        word = sentence.words[index]
        if (
            not word[0].isalnum()
            or word in PREPOSITIONS
            or word in CLAUSE_STARTS
            or word in ("and", "but", "or")
        ):
            break
        last = index
    first = sentence.at(begin + 1)
    if (
        last == begin
        or first.endswith("ing")
        or first in ("hand", "far", "then", "now")
        or first[:1].isdigit()
    ):
        return None
    if first in ("the", "a") and sentence.at(begin + 2) in ("end", "time", "way", "side", "middle"):
        return None
    if first in TIMES or (sentence.at(begin + 2) in TIMES and first == "the"):
        return None
    return sentence.spans[begin + 1][0], sentence.spans[last][1]
