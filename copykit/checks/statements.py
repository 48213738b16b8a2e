"""Finds the checkable statements of a sentence: numbers that promise, superlatives, comparisons, guarantees,
endorsements and certificates, green and health claims.

What counts as checkable follows the advertising rules that a brand answers to: an objective claim needs
evidence before it is made (FTC Policy Statement on Advertising Substantiation, 1984; UK CAP Code, rule
3.7), a comparison must be verifiable (CAP 3.35), a green claim must be clear and proven (FTC Green Guides,
16 CFR 260; UK CMA Green Claims Code, 2021). Mere opinion ("we love oats") is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from copykit.checks.hearsay import TELLING, is_told_by_others
from copykit.checks.mood import (
    instructs,
    is_conditional,
    is_denied,
    is_of_somebody,
    is_readers_past,
    is_wished,
    tells_past,
)
from copykit.checks.our_world import of_our_world
from copykit.checks.promising import promises
from copykit.checks.quantities import Quantity, Token
from copykit.checks.statement_rules import Kind, Rule, rules_for
from copykit.checks.superlatives import OURS, WEAK, is_bare, superlatives
from copykit.checks.verb_words import PAST, VERBS
from copykit.checks.whose import is_asked, is_not_ours

__all__ = ["Names", "Statement", "may_state", "read_statements"]


@dataclass(frozen=True, kw_only=True)
class Names:
    """What a brand is called and what it sells, in lower case, to tell its own claims from general talk.

    Attributes:
        names: words that name the brand by themselves.
        phrases: names of more than one word ("saturday oats"), each with its first word.
        nouns: stems of the nouns for what it sells.
        world: stems of all that its guide says; empty when there is no guide.
    """

    names: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, str], ...] = ()
    nouns: frozenset[str] = frozenset()
    world: frozenset[str] = frozenset()

    @cached_property
    def _needed(self) -> frozenset[str]:
        """Of each name one run of letters, or a figure, without which it is not there."""
        names = (*self.names, *(phrase for _, phrase in self.phrases))
        return frozenset(max(parts, key=len) for name in names if (parts := _PARTS.findall(name)))

    def may_be_among(self, seen: Set[str]) -> bool:
        """Whether a sentence may name the brand or a product, by its runs of letters, and its digits."""
        return not self._needed.isdisjoint(seen)

    def among(self, words: Sequence[str]) -> frozenset[str]:
        """The words of a sentence that name the brand or begin the name of a product."""
        seen = self.names.intersection(words)
        joined = ""
        for first, phrase in self.phrases:
            if first in words:
                joined = joined or f" {' '.join(words)} "
                if f" {phrase} " in joined:
                    seen |= {first}
        return frozenset(seen)


class Statement(NamedTuple):
    """A checkable statement.

    Attributes:
        lexeme: what two statements of a kind must share to be the same ("best", "soc 2"); empty for numbers.
        start: where it begins in the text.
        end: one past where it ends.
        promises: whether it needs proof; a number that promises nothing is still held against the guide.
    """

    kind: Kind
    lexeme: str
    start: int
    end: int
    quantity: Quantity | None
    promises: bool


_PARTS = re.compile(r"[^\W\d_]+|\d")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ABOUT = _set("you your it its it's it’s")
# What stands in a sentence that a rule for our own may speak of; its runs part "we're" into two.
_ABOUT_US = frozenset(one.split(mark)[0] for one in OURS | _ABOUT for mark in "'’")


# Climate neutral, CO2 neutral and carbon neutral are one.
_CARBON = re.compile(r"^(?:carbon|climate|co2|co₂) (neutral|negative|positive|free)(?:ity|ly)?")


_HIS = _set("his her their")
_SUBJECTS = _set("the this that")
_OF_OURS = (["of", "our"], ["in", "our"], ["for", "our"])
_ITS = _set("the your any its their")
_WAS = _set("was were began had went came grew")
_MIGHT = _set("could might")
_MAKING = (["making"], ["building"], ["creating"], ["delivering"], ["becoming"])
_TOWARD = _set("toward towards")
_DUE = _set("should ought deserves deserve")
_NAMES = _set("term word label phrase")
_A = (["a"], ["an"], ["the"], ["only"])
_RULED = _set("may must should means mean")
_NAMED = _set("certificate green health")
# "Better late than never", "easier said than done".
_PROVERBS = (["better", "late"], ["easier", "said"], ["more", "often"], ["better", "a"], ["less", "is"])
# ISO27001, ISO-27001 and ISO/IEC 27001 are one.
_ISO = re.compile(r"^iso(?:/iec)?[ -]?(\d+)")


def _in_place(rule: Rule, at: int, words: Sequence[str], named: Set[str]) -> bool:
    """Whether a pattern's match at a token stands where the pattern counts."""
    if rule.place == "first":
        return at == 0 and words[:2] not in _PROVERBS
    if rule.place == "bare":
        # "Made by hand in Galway since 1974."
        participle = words[0] in PAST or words[0].endswith("ed")
        return is_bare(words[1:] if participle else words)
    if rule.place == "first and bare":
        return at == 0 and is_bare(words)
    return rule.place == "any" or any(word in named for word in words[max(0, at - 4) : at])


def _is_others_award(words: Sequence[str], *, selling: bool) -> bool:
    """Whether a sentence that names nobody of us tells of somebody else's award."""
    if words[0] in _HIS or (words[0] in _SUBJECTS and tells_past(words)):
        return True
    return not selling and (is_of_somebody(words) or tells_past(words))


def _is_joined(one: Quantity, other: Quantity, words: Sequence[str]) -> bool:
    """Whether a number is joined to the one before by "and" or "or", with no verb between them."""
    between = words[one.last : other.first]
    return (
        one.unit == other.unit
        and between[-1:] in (["and"], ["or"])
        and one.unit != "count"
        and VERBS.isdisjoint(between)
    )


def _is_of_a_rule(kind: Kind, words: Sequence[str], at: int, last: int) -> bool:
    """Whether a word stands in what a rule allows or a definition says, or somebody is told to look it up.

    "Organic farms may use copper", "sugar-free does not mean calorie-free", "read the warranty".
    """
    if at and words[at - 1] in _NAMES:
        return True
    if kind == "guarantee":
        defined = at == 0 and words[last : last + 1] == ["is"] and words[last + 1 : last + 2] in _A
        return defined or (words[at] in _ITS and instructs(words, at))
    after = words[last : last + 4]
    # "An award for patience should go to my neighbour."
    if kind == "superlative" and not _DUE.isdisjoint(words[at:last]):
        return True
    return kind in _NAMED and (
        (not _RULED.isdisjoint(after) and "you" not in after) or (at == 0 and not _WAS.isdisjoint(words))
    )


def may_state(
    text: str, start: int, end: int, seen: Set[str], *, named: bool, ours: bool, selling: bool
) -> bool:
    """Whether a sentence is worth reading for statements other than numbers, by its words in lower case.

    Args:
        text: the whole text.
        start: where the sentence begins.
        end: one past where it ends.
        seen: its words.
        named: whether it may name the brand or a product.
        ours: whether it may speak of us all the same.
        selling: whether the text sells.
    """
    if not seen.isdisjoint(WEAK):
        return True
    rules = rules_for(seen, selling=selling)
    if not rules:
        return False
    ours = ours or named or not seen.isdisjoint(_ABOUT_US)
    return any(
        (ours or not rule.ours)
        and (selling or not rule.sells)
        and (named or rule.place != "after a name")
        and rule.may_match(seen)
        and rule.is_in(text, start, end)
        for rule in rules
    )


def read_statements(
    text: str,
    tokens: Sequence[Token],
    quantities: Sequence[Quantity],
    names: Names,
    *,
    runs: Set[str] | None = None,
    fragment: bool = False,
    selling: bool = False,
    approved: bool = False,
) -> list[Statement]:
    """The checkable statements of one sentence, in order of kind.

    Args:
        text: the whole text.
        tokens: the sentence's tokens.
        quantities: its quantities.
        names: the brand's names and nouns.
        runs: its runs of letters, and its digits, where they are known: then fewer rules need be tried.
        fragment: whether the sentence is a headline or label, which speaks of the brand without naming it.
        selling: whether the text sells, so that a sentence about nobody in particular is about us.
        approved: whether it is a claim of the guide: then all that could be a statement is one.
    """
    if not tokens:
        return []
    words = [token.text for token in tokens]
    seen = set(words)
    weak = not seen.isdisjoint(WEAK)
    rules = rules_for(seen, selling=selling)
    if not (quantities or weak or rules):
        return []
    named = names.among(words)
    ours = approved or not seen.isdisjoint(OURS) or bool(named) or (selling and not is_of_somebody(words))
    named_ours = not seen.isdisjoint(OURS) or bool(named)
    # Whether somebody else says it.
    reported = not seen.isdisjoint(TELLING) and is_told_by_others(
        words,
        named,
        names.nouns,
        {at for at, token in enumerate(tokens) if text[token.start].isupper()},
    )
    # A date with its hour is an event, and so is how long it takes.
    event = {"date", "clock"} <= {one.unit for one in quantities}
    promised: set[Quantity] = set()
    before: Quantity | None = None
    for one in () if approved or reported else quantities:
        # "We should spend 80% on this and 20% on that": what is joined to a number shares its mood.
        shared = before is not None and _is_joined(before, one, words)
        if (
            not (shared and before not in promised)
            and not (event and one.unit == "time")
            and promises(one, words, ours, fragment, selling=selling)
            and not is_not_ours(words, one.first, named, money=one.unit.startswith("money:"))
            and (named_ours or of_our_world(one, words, names.world))
        ):
            promised.add(one)
        before = one
    found = [
        Statement("number", "", one.start, one.end, one, approved or one in promised) for one in quantities
    ]
    start, end = tokens[0].start, tokens[-1].end
    # "What makes a company carbon neutral?" asks.
    told = (
        bool(rules or weak)
        and not (approved or named_ours)
        and (is_asked(words) or is_readers_past(words) or reported)
    )
    for rule in rules:
        if rule.ours and not (ours or fragment or not seen.isdisjoint(_ABOUT)):
            continue
        if told or (rule.place == "after a name" and not named):
            continue
        if rule.now and tells_past(words):
            continue
        # "I have seen award-winning designs fail", "the film won two awards".
        if rule.lexeme == "award" and not named_ours and _is_others_award(words, selling=selling):
            continue
        if runs is not None and not rule.may_match(runs):
            continue
        for match in rule.matches(text, start, end):
            at = next(at for at, token in enumerate(tokens) if token.end > match.start())
            # "If the parcel is not there by noon", "we see whether it is the best way": nothing is said.
            if (rule.sells and is_conditional(words, at)) or "whether" in words[max(0, at - 8) : at]:
                continue
            # "Some sets are more granular than others."
            if rule.kind == "comparison" and "some" in words[: at + 1] and "others" in words[at:]:
                continue
            # "To create and deploy best-in-class tools", "on making world-class websites": what one is after.
            near = words[max(0, at - 4) : at]
            if (
                rule.kind == "superlative"
                and not selling
                and (("to" in near and near[-1] != "the") or near[-1:] in _MAKING)
            ):
                continue
            # "We are working toward FedRAMP": not there yet.
            if rule.kind in _NAMED and not _TOWARD.isdisjoint(words[max(0, at - 8) : at]):
                continue
            # "A new boiler could pay for itself", but "you could save thousands".
            if words[at - 1] in _MIGHT and words[at - 2] != "you":
                continue
            if is_denied(words, at) or is_wished(words, at) or not _in_place(rule, at, words, named):
                continue
            last = next(
                (one for one in range(at, len(tokens)) if tokens[one].start >= match.end()), len(tokens)
            )
            # "Congratulations to the winners of our photo contest": we give the prize.
            if rule.lexeme == "award" and words[at + 1 : at + 3] in _OF_OURS:
                continue
            if not named_ours and _is_of_a_rule(rule.kind, words, at, last):
                continue
            if any(
                one.kind == rule.kind and one.promises and one.start < match.end() and match.start() < one.end
                for one in found
            ):
                continue
            lexeme = rule.lexeme or " ".join(match.group().lower().replace("-", " ").split())
            if rule.kind == "green":
                lexeme = _CARBON.sub(r"carbon \1", lexeme)
            elif rule.kind == "certificate":
                lexeme = _ISO.sub(r"iso \1", lexeme)
            found.append(Statement(rule.kind, lexeme, match.start(), match.end(), None, True))
    if weak and not told:
        found += [
            Statement("superlative", one.lexeme, one.start, one.end, None, True)
            for one in superlatives(
                text,
                tokens,
                named,
                names.nouns,
                ours=ours,
                fragment=fragment,
                selling=selling,
                approved=approved,
            )
            if approved
            or not is_denied(words, next(at for at, token in enumerate(tokens) if token.end > one.start))
        ]
    numbers = [one.quantity for one in found if one.quantity is not None and one.promises]
    if numbers and len(found) > len(quantities):
        # "2,300 shops trust us" is one statement: its number.
        found = [
            one
            for one in found
            if one.quantity is not None
            or one.kind not in ("endorsement", "comparison")
            or not any(number.start < one.end and one.start < number.end for number in numbers)
        ]
    if any(one.kind == "superlative" for one in found):
        # "Nobody is faster: we are the fastest" is one statement.
        found = [
            one for one in found if one.kind != "comparison" or not one.lexeme.startswith(("no", "nothing"))
        ]
    return found
