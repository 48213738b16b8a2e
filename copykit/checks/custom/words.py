"""Rules on words that are there: existence and substitution."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from copykit.checks.custom.dialect import NotPython
from copykit.checks.custom.finder import Alternative, Finder, Found, compiled, is_within, ungrouped
from copykit.checks.custom.page import Page, Piece
from copykit.checks.custom.runner import Hit, Runner
from copykit.checks.custom.telling import act, expand, fill, options, quoted
from copykit.errors import Problem
from copykit.guide.vale import Lined, ValeRule

__all__ = ["Existence", "Substitution"]

_NONWORD = "(?:%s)"
_PATTERN = re.compile(r"[\[\](){}*+?^$\\]")
_ARTICLE = re.compile(r"\b[Aa]n?\s+\Z")


class Existence(Runner):
    """Tells each match of its tokens."""

    def __init__(self, rule: ValeRule) -> None:
        super().__init__(rule)
        nonword = self.get("nonword", False)
        template = _NONWORD if nonword else rule.template
        tokens = [token for token in self.get("tokens", ()) if token.strip()]
        flags = self.flags | re.MULTILINE
        raw = self.get("raw", ())
        if raw:
            # What is raw has no bounds of its own and stands before the tokens, or after them.
            joined = "".join(raw)
            either = template.replace("%s", "|".join(tokens)) if tokens else ""
            whole = f"{either}{joined}" if self.get("append", False) else f"{joined}{either}"
            found = [Alternative(Lined(whole, raw[0].line), 0, template="%s", flags=self.flags)]
        else:
            found = [
                Alternative(token, number, template=template, flags=flags)
                for number, token in enumerate(tokens)
            ]
        self.finder = Finder(found)
        self.left_alone = self.exceptions(words=not nonword)

    def run(self, page: Page) -> Iterator[Hit]:
        """Every match that no exception holds."""
        alive = self.finder.alive(page, raw=self.reads_raw)
        if not alive:
            return
        for piece, here in self.finder.within(alive, page, self.chosen):
            phrases: list[tuple[int, int]] | None = None
            for found in self.finder.find(here, piece):
                said = found.match.group()
                if page.is_shielded(piece, found.start, found.end) or self.left_alone.holds(said.strip()):
                    continue
                if phrases is None:
                    phrases = self.left_alone.phrases(piece.text)
                if not is_within(phrases, found.start, found.end):
                    yield self._hit(piece, found, said)

    def _hit(self, piece: Piece, found: Found, said: str) -> Hit:
        offered = act(self.rule.action, said) if self.rule.action else None
        words = (said, _either(offered)) if offered else (said,)
        return Hit(
            piece=piece,
            start=found.start,
            end=found.end,
            message=fill(self.rule.message, *words),
            line=found.alternative.text.line,
            offers=tuple(offered or ()),
        )

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from self.alternative_problems(self.finder.alternatives)


def _either(offered: list[str]) -> str:
    return offered[0] if len(offered) == 1 else quoted(offered)


class Substitution(Runner):
    """Tells each match of a swap's key that is not yet its value."""

    def __init__(self, rule: ValeRule) -> None:
        super().__init__(rule)
        template = _NONWORD if self.get("nonword", False) else rule.template
        swap: Mapping[Lined, Lined] = self.get("swap", {})
        # Vale tries the longest key first.
        keys = sorted(swap, key=lambda key: -len(key))
        self.finder = Finder(
            [
                Alternative(
                    Lined(ungrouped(key), key.line),
                    number,
                    template=template,
                    flags=self.flags | re.MULTILINE,
                )
                for number, key in enumerate(keys)
            ]
        )
        self.keys = keys
        self.values = [str(swap[key]) for key in keys]
        self.left_alone = self.exceptions()
        self.replaces = rule.action is not None and rule.action.name == "replace"

    def run(self, page: Page) -> Iterator[Hit]:
        """Every match that is neither as it should be nor an exception."""
        alive = self.finder.alive(page, raw=self.reads_raw)
        if not alive:
            return
        for piece, here in self.finder.within(alive, page, self.chosen):
            for found in self.finder.find(here, piece):
                if page.is_shielded(piece, found.start, found.end):
                    continue
                hit = self._hit(piece, found)
                if hit:
                    yield hit

    def _hit(self, piece: Piece, found: Found) -> Hit | None:
        said = found.match.group()
        number = found.alternative.number
        expected = self._expected(number, said)
        choices = options(expected)
        if self.replaces:
            is_fine = said in choices
        else:
            is_fine = said == expected if _is_phrase(expected) else _fits(expected, said)
        if is_fine or self.left_alone.holds(said):
            return None
        message, shown = self.rule.message, expected
        if self.replaces and not (self.rule.action and self.rule.action.params):
            # The words come with their own quotation marks then.
            shown = quoted(choices)
            for blank in ("'%s'", '"%s"'):
                if message.count(blank) == 2:
                    message = message.replace(blank, "%s", 1)
        elif self.rule.action and self.rule.action.params:
            choices = list(act(self.rule.action, said) or choices)
        # A replacement is a text whatever its marks; any other value may be a pattern of what is fine.
        is_text = self.replaces or not any(_PATTERN.search(choice) for choice in choices)
        offers = tuple(_cased(choice, said, self.keys[number]) for choice in choices) if is_text else ()
        return Hit(
            piece=piece,
            start=found.start,
            end=found.end,
            message=fill(message, shown, said),
            line=self.keys[number].line,
            offers=offers,
            is_sure=len(offers) == 1 and self._is_sure(piece, found, offers[0]),
        )

    def _expected(self, number: int, said: str) -> str:
        value = self.values[number]
        if self.get("capitalize", False) and said[:1] == said[:1].upper():
            value = value[:1].upper() + value[1:]
        if "$" not in value:
            return value
        try:
            return compiled(self.keys[number], self.flags).sub(lambda match: expand(value, match), said)
        except NotPython:
            return value

    def _is_sure(self, piece: Piece, found: Found, offer: str) -> bool:
        """Whether the rule is content with what it offers, and an article before it stays right."""
        if self.finder.alternatives[found.alternative.number].regex.search(offer):
            return False
        before = piece.text[max(0, found.start - 12) : found.start]
        said = found.match.group()
        return not _ARTICLE.search(before) or (said[:1] in "aeiouAEIOU") == (offer[:1] in "aeiouAEIOU")

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        yield from self.alternative_problems(self.finder.alternatives)


def _is_phrase(text: str) -> bool:
    return all(letter.isalpha() or letter.isdigit() or letter in " -" for letter in text)


def _fits(expected: str, said: str) -> bool:
    try:
        return bool(compiled(f"^(?:{expected})$").search(said))
    except NotPython:
        return said == expected


def _cased(offer: str, said: str, key: str) -> str:
    """An offer with the capital of a sentence's start, where only letter case told the key from the match."""
    if said[:1].isupper() and key[:1].islower() and offer.islower():
        return offer[:1].upper() + offer[1:]
    return offer
