"""Rules on words in a row: sequence, as far as it goes without a tagger of parts of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Row
from dataclasses import dataclass

from copykit.checks.custom.finder import Alternative, is_within
from copykit.checks.custom.page import Page, Piece, selectors
from copykit.checks.custom.runner import Hit, Runner
from copykit.checks.custom.telling import act, fill
from copykit.errors import Problem
from copykit.guide.vale import Lined, ValeRule

__all__ = ["Sequence"]

# As a treebank cuts: "don't" is "do" and "n't", "it's" is "it" and "'s"; each mark is a token of its own.
_TOKEN = re.compile(r"\w+?(?=n['’]t\b)|n['’]t\b|['’](?:s|m|d|ll|re|ve)\b|\w+(?:[-.]\w+)*|[^\w\s]")
_MOST_SKIPPED = 30
_TRUE = ("1", "t", "T", "true", "TRUE", "True")


@dataclass(frozen=True, kw_only=True)
class _Slot:
    """One place of the sequence.

    Attributes:
        word: what the word there must be; None for any.
        skip: how many other words may come before it.
    """

    word: Alternative | None
    negate: bool
    skip: int
    target: bool

    def takes(self, said: str) -> bool:
        return self.word is None or bool(self.word.regex.search(said)) != self.negate


class Sequence(Runner):
    """Tells a row of words that its tokens describe, one after another."""

    def __init__(self, rule: ValeRule) -> None:
        super().__init__(rule)
        # A sequence always reads sentences, of whatever its scopes choose.
        scope = [one if "sentence" in one else f"{one} & sentence" for one in rule.scope]
        self.chosen = selectors(scope)
        self.slots: list[_Slot] = []
        for number, token in enumerate(self.get("tokens", ())):
            self.slots += [self._slot(token, number)] * max(1, _whole(token.get("min")))
        self.anchor = next(
            (number for number, slot in enumerate(self.slots) if slot.word and not slot.negate), -1
        )
        self.left_alone = [
            Alternative(entry, number, template="(?:%s)")
            for number, entry in enumerate(self.get("exceptions", ()))
        ]

    def _slot(self, token: dict[str, Lined], number: int) -> _Slot:
        pattern = token.get("pattern")
        word = Alternative(pattern, number, template="^(?:%s)$", flags=self.flags) if pattern else None
        return _Slot(
            word=word,
            negate=token.get("negate", "") in _TRUE,
            skip=min(_MOST_SKIPPED, _whole(token.get("skip"))),
            target=token.get("target", "") in _TRUE,
        )

    def run(self, page: Page) -> Iterator[Hit]:
        """Every row in a sentence, none over another."""
        if self.anchor < 0 or any(slot.word and slot.word.fault for slot in self.slots):
            return
        raw = self.reads_raw
        if not all(slot.word.is_in(page, raw=raw) for slot in self.slots if slot.word and not slot.negate):
            return
        for piece in page.pieces(self.chosen):
            words = [*_TOKEN.finditer(piece.text)]
            left_alone = sorted(
                match.span() for one in self.left_alone for match in one.regex.finditer(piece.text)
            )
            last = -1
            for at in range(len(words)):
                row = self._row(words, at)
                if not row or row[0] <= last:
                    continue
                start, end = self._span(words, row)
                if page.is_shielded(piece, start, end) or is_within(left_alone, start, start + 1):
                    continue
                last = row[-1]
                said = [word.group() for word in words[row[0] : last + 1]]
                yield self._hit(piece, start, end, said)

    def _row(self, words: Row[re.Match[str]], at: int) -> list[int]:
        """The words of a row whose anchor is a given word, as one number for each slot; empty for none."""
        if not self.slots[self.anchor].takes(words[at].group()):
            return []
        right = self._walk(words, at + 1, self.slots[self.anchor + 1 :], 1)
        # What stands before the anchor is walked towards the start, nearest slot first.
        left = self._walk(words, at - 1, self.slots[: self.anchor][::-1], -1)
        if left is None or right is None:
            return []
        return sorted([*left, at, *right])

    def _walk(self, words: Row[re.Match[str]], at: int, slots: Row[_Slot], step: int) -> list[int] | None:
        row: list[int] = []
        for number, slot in enumerate(slots):
            left = slot.skip
            while True:
                if not 0 <= at < len(words):
                    # Beyond the sentence there is no word that could be the one that must not be there.
                    return row if all(one.negate for one in slots[number:]) else None
                if slot.takes(words[at].group()):
                    break
                if not left:
                    return None
                left, at = left - 1, at + step
            row.append(at)
            at += step
        return row

    def _span(self, words: Row[re.Match[str]], row: Row[int]) -> tuple[int, int]:
        low, high = row[0], row[-1]
        if any(slot.target for slot in self.slots) and len(row) == len(self.slots):
            aimed = [number for number, slot in zip(row, self.slots, strict=True) if slot.target]
            low, high = aimed[0], aimed[-1]
        return words[low].start(), words[high].end()

    def _hit(self, piece: Piece, start: int, end: int, words: Row[str]) -> Hit:
        said = piece.text[start:end]
        offered = act(self.rule.action, said) if self.rule.action else None
        return Hit(
            piece=piece,
            start=start,
            end=end,
            message=fill(self.rule.message, *words),
            offers=tuple(offered or ()),
        )

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        words = {id(slot.word): slot.word for slot in self.slots if slot.word}
        yield from self.alternative_problems((*words.values(), *self.left_alone))


def _whole(value: Lined | None) -> int:
    return int(value) if value and value.isdigit() else 0
