"""Rules on figures of a whole text: metric (any formula) and readability (named formulas)."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping

from copykit.checks.custom.page import SUMMARY, Page
from copykit.checks.custom.runner import Hit, Runner
from copykit.checks.custom.telling import fill
from copykit.errors import Problem
from copykit.guide.vale import Lined, ValeRule
from copykit.text import BlockKind, Document, Syntax, measure
from copykit.wording import did_you_mean

__all__ = ["Metric", "Readability"]

_HEADING = re.compile(r"\bheading\.(h[1-6])\b")
_FENCE = re.compile(r"^ {0,3}(```|~~~)", re.MULTILINE)
_PRE = re.compile(r"<pre\b", re.IGNORECASE)
_LONG = 6
_LONGEST = 500
_COUNTED = (
    "words", "sentences", "paragraphs", "characters", "syllables", "complex_words", "polysyllabic_words",
    "long_words", "list", "blockquote", "pre", *(f"heading_h{level}" for level in range(1, 7)),
)  # fmt: skip

_Number = float | bool
_BINARY: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.Mod: math.fmod,
}  # fmt: skip
_COMPARED: Mapping[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Gt: operator.gt, ast.Lt: operator.lt, ast.GtE: operator.ge, ast.LtE: operator.le,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip
_FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "sqrt": math.sqrt, "pow": math.pow, "abs": abs, "floor": math.floor, "ceil": math.ceil,
    "log": math.log, "log10": math.log10, "log2": math.log2, "max": max, "min": min, "round": round,
    "exp": math.exp, "trunc": math.trunc,
}  # fmt: skip


class Metric(Runner):
    """Works a formula out and holds it against a condition."""

    def __init__(self, rule: ValeRule) -> None:
        super().__init__(rule)
        self.formula: Lined = self.get("formula")
        self.condition: Lined = self.get("condition")
        self.fault = ""
        self.tree: ast.expr | None = None
        self.limit: ast.expr | None = None
        try:
            self.tree = _parsed(self.formula)
            self.limit = _parsed(f"__result__ {self.condition}")
        except ValueError as error:
            self.fault = str(error)

    def run(self, page: Page) -> Iterator[Hit]:
        """One hit on the document as a whole where the condition holds; none on a text without words."""
        if self.tree is None or self.limit is None:
            return
        known = _counted(page)
        if not known["words"]:
            return
        try:
            result = float(_worked_out(self.tree, known))
            holds = _worked_out(self.limit, {**known, "__result__": round(result, 6)})
        except (ArithmeticError, ValueError):
            return
        if holds:
            message = fill(self.rule.message, f"{result:.2f}")
            yield Hit(piece=None, start=0, end=0, message=message, line=self.formula.line)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        if self.fault:
            yield self.problem(f"the rule is not run: {self.fault}", self.formula.line)


class Readability(Runner):
    """Holds the mean of named reading grades against a limit."""

    _NAMES: Mapping[str, str] = {
        "Gunning Fog": "gunning_fog", "Coleman-Liau": "coleman_liau", "Flesch-Kincaid": "flesch_kincaid",
        "SMOG": "smog", "Automated Readability": "ari",
    }  # fmt: skip

    def __init__(self, rule: ValeRule) -> None:
        super().__init__(rule)
        self.metrics: tuple[Lined, ...] = self.get("metrics", ())
        self.grade = float(self.get("grade", 0.0))

    def run(self, page: Page) -> Iterator[Hit]:
        """One hit on the document as a whole; none where it is too short for a formula."""
        figures = measure(page.document)
        grades = [getattr(figures, self._NAMES[name]) for name in self.metrics if name in self._NAMES]
        given = [float(grade) for grade in grades if grade is not None]
        if given and sum(given) / len(given) > self.grade:
            message = fill(self.rule.message, f"{sum(given) / len(given):.2f}")
            yield Hit(piece=None, start=0, end=0, message=message)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        for name in self.metrics:
            if name not in self._NAMES:
                advice = did_you_mean(name, self._NAMES, tell=True)
                yield self.problem(f'there is no formula "{name}"{advice}', name.line)


def _parsed(text: str) -> ast.expr:
    """A formula as a tree of numbers, names and sums.

    Raises:
        ValueError: for anything else, with the reason.
    """
    source = _HEADING.sub(r"heading_\1", text.strip()).replace("&&", " and ").replace("||", " or ")
    if len(source) > _LONGEST:
        raise ValueError(f"the formula is longer than {_LONGEST} characters")
    try:
        tree = ast.parse(f"({source}\n)", mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(f'"{text.strip()}" is no formula that copykit can read') from None
    _check(tree)
    return tree


def _check(node: ast.expr) -> None:
    match node:
        case ast.Constant(value=int() | float()):
            return
        case ast.Name(id=name):
            if name not in _COUNTED and name != "__result__":
                raise ValueError(f'there is no figure "{name}"{did_you_mean(name, _COUNTED, tell=True)}')
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            _check(left)
            _check(right)
        case ast.UnaryOp(op=ast.USub() | ast.UAdd() | ast.Not(), operand=operand):
            _check(operand)
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARED:
            _check(left)
            _check(right)
        case ast.BoolOp(values=values):
            for value in values:
                _check(value)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="math"), attr=name), args=args, keywords=[]):
            if name not in _FUNCTIONS:
                raise ValueError(f'there is no "math.{name}"{did_you_mean(name, _FUNCTIONS, tell=True)}')
            for value in args:
                _check(value)
        case _:
            raise ValueError(f'a formula can\'t have "{ast.unparse(node)}"')


def _worked_out(node: ast.expr, known: Mapping[str, float]) -> _Number:
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.Name(id=name):
            return known[name]
        case ast.BinOp(left=left, op=op, right=right):
            return _BINARY[type(op)](_worked_out(left, known), _worked_out(right, known))
        case ast.UnaryOp(op=op, operand=operand):
            value = _worked_out(operand, known)
            return not value if isinstance(op, ast.Not) else -value if isinstance(op, ast.USub) else value
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _COMPARED[type(op)](_worked_out(left, known), _worked_out(right, known))
        case ast.BoolOp(op=op, values=values):
            found = (bool(_worked_out(value, known)) for value in values)
            return all(found) if isinstance(op, ast.And) else any(found)
        case ast.Call(func=ast.Attribute(attr=name), args=args):
            try:
                return float(_FUNCTIONS[name](*(_worked_out(value, known) for value in args)))
            except TypeError as error:
                raise ValueError(str(error)) from None
        case _:
            raise ValueError("not a formula")


def _counted(page: Page) -> dict[str, float]:
    """The figures of a document that Vale knows, over its running text: paragraphs, list items, quotes."""
    document = page.document
    figures = measure(document)
    kinds = [block.kind for block in document.blocks]
    headings = [block.level for block in document.blocks if block.kind is BlockKind.HEADING]
    made: dict[str, float] = dict.fromkeys(_COUNTED, 0.0)
    made |= {
        "words": float(figures.words),
        "sentences": float(figures.sentences),
        "characters": float(figures.characters),
        "syllables": float(figures.syllables),
        "complex_words": float(figures.hard_words),
        "polysyllabic_words": float(figures.polysyllables),
        "long_words": float(_long_words(page)),
        "paragraphs": float(sum(kind in SUMMARY for kind in kinds)),
        "list": float(kinds.count(BlockKind.ITEM)),
        "blockquote": float(kinds.count(BlockKind.QUOTE)),
        "pre": float(_code_blocks(document)),
    }
    for level in headings:
        made[f"heading_h{level}"] += 1
    return made


def _long_words(page: Page) -> int:
    document = page.document
    blocks = [block for block in document.blocks if block.kind in SUMMARY]
    found = 0
    at = 0
    for start, end in document.words:
        while at < len(blocks) and blocks[at].end <= start:
            at += 1
        if at < len(blocks) and blocks[at].start <= start and end - start > _LONG:
            found += not document.is_shielded(start, end)
    return found


def _code_blocks(document: Document) -> int:
    if document.syntax is Syntax.MARKDOWN:
        return len(_FENCE.findall(document.source)) // 2
    return len(_PRE.findall(document.source)) if document.syntax is Syntax.HTML else 0
