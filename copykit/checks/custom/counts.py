"""Rules on how often and with what else: occurrence, repetition, consistency and conditional."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from copykit.checks.custom.finder import Alternative, Finder, is_within
from copykit.checks.custom.page import Page, Piece
from copykit.checks.custom.runner import Hit, Runner
from copykit.checks.custom.telling import act, fill
from copykit.errors import Problem
from copykit.guide.vale import Lined, ValeRule
from copykit.text import split_sentences

__all__ = ["Conditional", "Consistency", "Occurrence", "Repetition"]


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return (match for match in pattern.finditer(text) if match.end() > match.start())


class Occurrence(Runner):
    """Counts a token in each piece: neither more than `max` nor less than `min`."""

    def __init__(self, rule: ValeRule) -> None:
        super().__init__(rule)
        self.most = int(self.get("max", 0))
        self.least = int(self.get("min", 0))
        self.token = Alternative(self.get("token"), 0, template="(?:%s)", flags=self.flags)

    def run(self, page: Page) -> Iterator[Hit]:
        """One hit for each piece with too many or too few, at its first match or at its start."""
        if self.token.fault or not (self.most or self.least):
            return
        if not self.least and not self.token.is_in(page, raw=self.reads_raw):
            return
        regex = self.token.regex
        for piece in page.pieces(self.chosen):
            places = [match.span() for match in regex.finditer(piece.text)]
            count = len(places)
            if not ((self.most and count > self.most) or (self.least and count < self.least)):
                continue
            seen = (span for span in places if not page.is_shielded(piece, *span))
            start, end = next(seen, places[0] if places else (0, 0))
            yield Hit(piece=piece, start=start, end=end, message=self.rule.message, line=self.token.text.line)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from self.alternative_problems((self.token,))


class Repetition(Runner):
    """Tells a token that follows on itself, such as "the the"."""

    def __init__(self, rule: ValeRule) -> None:
        super().__init__(rule)
        tokens = self.get("tokens", ())
        joined = Lined("|".join(tokens), tokens[0].line if tokens else rule.line)
        self.token = Alternative(joined, 0, template="(%s)", flags=self.flags)
        self.most = int(self.get("max", 0))
        self.left_alone = self.exceptions()

    def run(self, page: Page) -> Iterator[Hit]:
        """Every repetition within one sentence, from the first token to the second."""
        if self.token.fault:
            return
        folds = bool(self.flags)
        only_letters = self.get("alpha", False)
        for piece in page.pieces(self.chosen):
            text = piece.text
            before = ""
            start = count = 0
            for match in _matches(self.token.regex, text):
                said = match.group().strip()
                same = said.casefold() == before.casefold() if folds else said == before
                if same and said and not (only_letters and not said.isalpha()):
                    count += 1
                    if count > self.most and self._counts(page, piece, start, match.end()):
                        count = 0
                        yield self._hit(piece, start, match.end(), said)
                start, before = match.start(), said

    def _counts(self, page: Page, piece: Piece, start: int, end: int) -> bool:
        whole = piece.text[start:end]
        return (
            not page.is_shielded(piece, start, end)
            and len(split_sentences(whole)) == 1
            and not self.left_alone.holds(whole)
            and not is_within(self.left_alone.phrases(whole), 0, len(whole))
        )

    def _hit(self, piece: Piece, start: int, end: int, said: str) -> Hit:
        whole = piece.text[start:end]
        offered = act(self.rule.action, whole) if self.rule.action else None
        return Hit(
            piece=piece,
            start=start,
            end=end,
            message=fill(self.rule.message, said),
            line=self.token.text.line,
            offers=tuple(offered or ()),
        )

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from self.alternative_problems((self.token,))


class Consistency(Runner):
    """Of two ways to write a thing, a document takes one."""

    def __init__(self, rule: ValeRule) -> None:
        super().__init__(rule)
        template = "(?:%s)" if self.get("nonword", False) else rule.template
        either: Mapping[Lined, Lined] = self.get("either", {})
        self.pairs = [
            Finder(
                [
                    Alternative(side, number, template=template, flags=self.flags | re.MULTILINE)
                    for number, side in enumerate(pair)
                ]
            )
            for pair in either.items()
        ]

    def run(self, page: Page) -> Iterator[Hit]:
        """For each pair, one hit in each piece that uses it once both ways have been met."""
        for pair in self.pairs:
            alive = pair.alive(page, raw=self.reads_raw)
            if len(alive) < 2:
                continue
            first: dict[int, tuple[Piece, int, int]] = {}
            for piece in page.pieces(self.chosen):
                small = page.small(piece)
                here = [one for one in alive if one.may_be_in(small)]
                seen = [
                    found
                    for found in pair.find(here, piece)
                    if not page.is_shielded(piece, found.start, found.end)
                ]
                for found in seen:
                    first.setdefault(found.alternative.number, (piece, found.start, found.end))
                if not seen or len(first) < 2:
                    continue
                # The last match tells which way; the first of that way is the place, as in Vale.
                last = seen[-1]
                said = last.match.group()
                place = next(found for found in seen if found.match.group() == said)
                yield Hit(
                    piece=piece,
                    start=place.start,
                    end=place.end,
                    message=fill(self.rule.message, said),
                    line=last.alternative.text.line,
                    related=first[1 - last.alternative.number],
                )

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        for pair in self.pairs:
            yield from self.alternative_problems(pair.alternatives)


class Conditional(Runner):
    """What one pattern finds needs what another finds, such as an acronym its long form."""

    def __init__(self, rule: ValeRule) -> None:
        super().__init__(rule)
        self.first = Alternative(self.get("first"), 0, template="(?:%s)", flags=self.flags)
        self.second = Alternative(self.get("second"), 1, template="(?:%s)", flags=self.flags)
        self.left_alone = self.exceptions()

    def run(self, page: Page) -> Iterator[Hit]:
        """Every match of `first` without its `second`.

        With a group in `second`, what the group caught so far in the document is defined; without one,
        `second` must stand in the same piece.
        """
        if self.first.fault or self.second.fault:
            return
        if not self.first.is_in(page, raw=self.reads_raw):
            return
        second = self.second.regex
        defined: set[str] = set()
        for piece in page.pieces(self.chosen):
            text = piece.text
            if second.groups:
                for match in second.finditer(text):
                    defined.update(self._fold(group) for group in match.groups() if group)
            elif second.search(text):
                continue
            phrases = self.left_alone.phrases(text)
            for match in _matches(self.first.regex, text):
                said = match.group()
                if (
                    self._fold(said) not in defined
                    and not page.is_shielded(piece, *match.span())
                    and not self.left_alone.holds(said)
                    and not is_within(phrases, *match.span())
                ):
                    yield Hit(
                        piece=piece,
                        start=match.start(),
                        end=match.end(),
                        message=fill(self.rule.message, said),
                        line=self.first.text.line,
                    )

    def _fold(self, said: str) -> str:
        return said.casefold() if self.flags else said

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from self.alternative_problems((self.first, self.second))
