"""What all kinds of rules share: the rule that they run, what they tell, and what they can't honour."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from copykit.checks.custom.finder import Alternative, Exceptions
from copykit.checks.custom.page import SCOPES, Page, Piece, selectors
from copykit.checks.custom.telling import why_not
from copykit.errors import Problem
from copykit.guide.vale import ValeRule
from copykit.wording import did_you_mean

__all__ = ["Hit", "Runner"]


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A place where a text breaks a rule.

    Attributes:
        piece: the piece that the span is in; None means the document as a whole.
        message: what to tell.
        line: the line of the rule's file that it comes from; None for the rule's own.
        offers: texts that may stand there instead.
        is_sure: whether putting the only offer there is known to mend it.
        related: another span of the same document, as (piece, start, end).
    """

    piece: Piece | None
    start: int
    end: int
    message: str
    line: int | None = None
    offers: tuple[str, ...] = ()
    is_sure: bool = False
    related: tuple[Piece, int, int] | None = None


class Runner(ABC):
    """One rule, ready to run. Patterns are compiled when a text first may hold them."""

    def __init__(self, rule: ValeRule) -> None:
        self.rule = rule
        self.chosen = selectors(rule.scope)
        self.reads_raw = any("raw" in scope for scope in rule.scope)

    def get(self, key: str, default: Any = None) -> Any:
        """One of the rule's own keys."""
        value = self.rule.keys.get(key)
        return default if value is None else value

    @property
    def flags(self) -> int:
        return re.IGNORECASE if self.get("ignorecase", False) else 0

    def exceptions(self, *, words: bool = True) -> Exceptions:
        """The rule's exceptions, with the accepted words of the vocabularies where `vocab` has them."""
        accepted = self.rule.accepted if words and self.get("vocab", True) else ()
        return Exceptions([*self.get("exceptions", ()), *accepted])

    @abstractmethod
    def run(self, page: Page) -> Iterator[Hit]:
        """Every place of a document that breaks the rule."""

    def problems(self) -> Iterator[Problem]:
        """What of the rule is not honoured, with its line."""
        for scope in self.rule.scope:
            unknown = sorted(
                name
                for negated, names in selectors([scope])[0]
                if not negated
                for name in names
                if name not in SCOPES
            )
            if unknown:
                advice = did_you_mean(unknown[0], sorted(SCOPES))
                yield self.problem(f'the scope "{scope}" is not honoured: there is no "{unknown[0]}"{advice}')
        action = self.rule.action
        why = why_not(action) if action else ""
        if action and why:
            yield self.problem(f'the action "{action.name}" is not honoured: {why}')
        # Accepted words are told once, at their own file.
        for entry, fault in Exceptions(self.get("exceptions", ())).faults():
            yield self.problem(f'the exception "{entry}" is not honoured: {fault}', entry.line)

    def problem(self, message: str, line: int | None = None) -> Problem:
        return Problem(message=message, path=self.rule.path, line=line or self.rule.line)

    def alternative_problems(self, alternatives: tuple[Alternative, ...]) -> Iterator[Problem]:
        for one in alternatives:
            if one.fault:
                yield self.problem(f'the pattern "{one.text}" is not honoured: {one.fault}', one.text.line)
            elif one.cut:
                message = (
                    f'in the pattern "{one.text}" each *, + and {{n,}} takes at most {one.cut}, '
                    "so that no text can hold it up: write {0,N} where more is needed"
                )
                yield self.problem(message, one.text.line)
