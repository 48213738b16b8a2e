"""Rules on capitals: title case, sentence case, all small, all large, or a pattern."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from copykit.checks.custom.finder import Alternative, Exceptions
from copykit.checks.custom.page import Page, Piece
from copykit.checks.custom.runner import Hit, Runner
from copykit.checks.custom.telling import act, fill
from copykit.errors import Problem
from copykit.guide.vale import Lined, ValeRule

__all__ = ["Capitalization"]

# Words that a title writes small inside: AP's of up to three letters, and for Chicago prepositions too.
_SMALL = frozenset("a an and as at but by en for if in nor of on or per the to v v. via vs vs.".split())
_PREPOSITIONS = frozenset(
    "about above across after against along among around before beneath beside between beyond concerning"
    " despite down during following from including inside into near off onto over since through throughout"
    " toward towards under until upon with within without".split()
)
_WORD = r"[^\W_*]\S{0,400}|\*\S{0,400}"
_PARTS = re.compile(r"[^\W_][^\s/-]{0,400}")
_ENDS = "?!.:"
_DEFAULT_SHARE = 0.8
_NAMED = ("$title", "$sentence", "$lower", "$upper")


class Capitalization(Runner):
    """Holds the words of each piece against a case; enough of them must have it."""

    def __init__(self, rule: ValeRule) -> None:
        super().__init__(rule)
        self.match: Lined = self.get("match")
        self.share = self.get("threshold") or _DEFAULT_SHARE
        self.left_alone = self.exceptions()
        self.indicators = tuple(self.get("indicators", ()))
        self.prefix = Alternative(self.get("prefix"), 0, template="(?:%s)") if self.get("prefix") else None
        self.own = None if self.match in _NAMED else Alternative(self.match, 0, template="(?:%s)")
        union = self.left_alone.union
        self.word = re.compile(f"(?m:{union})|{_WORD}" if union else _WORD)

    def run(self, page: Page) -> Iterator[Hit]:
        """Each piece whose words are not in the case that is asked for."""
        if self.own is not None and self.own.fault:
            return
        for piece in page.pieces(self.chosen):
            text = piece.text
            start = self._after_prefix(text)
            if not text[start:].strip("* \n"):
                continue
            expected = self._expected(text[start:])
            if self._holds(text[start:], expected):
                continue
            yield self._hit(piece, text, text[:start] + expected if expected else "")

    def _after_prefix(self, text: str) -> int:
        if self.prefix is None or self.prefix.fault:
            return 0
        found = self.prefix.regex.match(text)
        return found.end() if found else 0

    def _hit(self, piece: Piece, text: str, expected: str) -> Hit:
        action = self.rule.action
        offered: list[str] | None = None
        if action is not None:
            bare = action.name == "replace" and not action.params
            offered = ([expected] if expected else None) if bare else act(action, text)
        return Hit(
            piece=piece,
            start=0,
            end=len(text),
            message=fill(self.rule.message, text, expected or str(self.match)),
            line=self.match.line,
            offers=tuple(offered or ()),
        )

    def _expected(self, text: str) -> str:
        if self.match == "$title":
            return _title(text, self.left_alone, self.get("style") == "Chicago")
        if self.match == "$sentence":
            return _sentence(text, self.word, self.left_alone, self.indicators)
        return ""

    def _holds(self, text: str, expected: str) -> bool:
        if self.match == "$title":
            return self._enough(text, expected)
        if self.match == "$sentence":
            return self._is_sentence(text)
        cases: dict[str, Callable[[str], str]] = {"$lower": str.lower, "$upper": str.upper}
        if self.match in cases:
            is_right = text == cases[self.match](text)
        else:
            is_right = bool(self.own and self.own.regex.search(text))
        return is_right or self.left_alone.holds(text)

    def _enough(self, text: str, expected: str) -> bool:
        wanted = self.word.findall(expected)
        words = self.word.findall(text)
        right = sum(
            number >= len(wanted)
            or word == wanted[number]
            or word == word.upper()
            or self.left_alone.holds(word)
            for number, word in enumerate(words)
        )
        return not words or right / len(words) > self.share

    def _is_sentence(self, text: str) -> bool:
        words = self.word.findall(text.rstrip(_ENDS))
        right = 0
        for number, whole in enumerate(words):
            word = re.split(r"[-'’]", whole, maxsplit=1)[0] or whole
            after = words[number - 1] if number else ""
            is_free = bool(self.indicators) and after.endswith(self.indicators)
            if word == word.upper() or is_free or self.left_alone.holds(whole):
                right += 1
            elif number == 0:
                if word != word[:1].upper() + word[1:].lower():
                    return False
                right += 1
            else:
                right += word == word.lower()
        return not words or right / len(words) > self.share

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        named = [one for one in (self.prefix, self.own) if one is not None]
        yield from self.alternative_problems(tuple(named))
        if self.match.startswith("$") and self.match not in _NAMED:
            yield self.problem(f'there is no case "{self.match}" in Vale', self.match.line)
        style = self.get("style")
        if style and style not in ("AP", "Chicago"):
            yield self.problem(f'the style "{style}" is not honoured: AP is taken for it', style.line)


def _title(text: str, left_alone: Exceptions, chicago: bool) -> str:
    """The text in title case, letter for letter but for the capitals."""
    parts = [*_PARTS.finditer(text)]
    made: list[str] = []
    last = 0
    for number, part in enumerate(parts):
        said = part.group()
        before = text[max(0, part.start() - 4) : part.start()].rstrip(" ")
        is_edge = number in (0, len(parts) - 1) or before.endswith((":", "—", "–", "?", "!"))
        joined = before.endswith(("-", "/")) or text[part.end() : part.end() + 1] == "-"
        bare = said.lower().rstrip(".,;:!?’'\")")
        small = bare in _SMALL or (chicago and bare in _PREPOSITIONS)
        if said == said.upper() or left_alone.holds(said):
            new = said
        elif small and not is_edge and not joined:
            new = said.lower()
        else:
            new = said[:1].upper() + said[1:]
        made += [text[last : part.start()], new]
        last = part.end()
    return "".join([*made, text[last:]])


def _sentence(text: str, word: re.Pattern[str], left_alone: Exceptions, indicators: Sequence[str]) -> str:
    """The text in sentence case, letter for letter but for the capitals."""
    made: list[str] = []
    last = 0
    before = ""
    for number, part in enumerate(word.finditer(text)):
        said = part.group()
        if said == said.upper() or left_alone.holds(said):
            new = said
        elif number == 0 or (indicators and before.endswith(tuple(indicators))):
            new = said[:1].upper() + said[1:].lower()
        else:
            new = said.lower()
        made += [text[last : part.start()], new]
        last, before = part.end(), said
    return "".join([*made, text[last:]])
