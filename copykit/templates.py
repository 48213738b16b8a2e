"""Blanks in prompts and patterns: Jinja in a locked-down subset, checked when the file is loaded.

Allowed are names, attributes, `if`, `for`, comparisons, `and`/`or`/`not` and a fixed list of filters.
Nothing can be called, imported or set, so that a format from a stranger is data and not a program.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes, pass_context
from jinja2.exceptions import TemplateRuntimeError, TemplateSyntaxError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from copykit.errors import FormatError
from copykit.grammar import FILTERS, capitalize_first, join_words, lower_first, title_case
from copykit.wording import did_you_mean

__all__ = ["Blank", "Missing", "Template"]

# A name that a template may use: None for a text, otherwise the attributes that it has.
Blank = frozenset[str] | None

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.If,
    nodes.For, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Const, nodes.Filter,
    nodes.CondExpr, nodes.List, nodes.Tuple, nodes.Concat,
)  # fmt: skip


class Missing(Exception):
    """A template asked for something that this brand or brief does not have; the text is skipped."""


class _Absent(StrictUndefined):
    """An absent thing may be asked for (`if story`), but not written."""

    __slots__ = ()

    def __bool__(self) -> bool:  # type: ignore[override]
        return False


def _finalize(value: Any) -> Any:
    if value is None or value == "":
        raise UndefinedError("a blank is empty")
    return value


class _Environment(ImmutableSandboxedEnvironment):
    """Empty attributes count as absent, so that a text which needs one is skipped and never says "None"."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        value = super().getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute) if value is None or value == "" else value


_ENVIRONMENT = _Environment(
    undefined=_Absent,
    autoescape=False,
    finalize=_finalize,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=False,
)


def _present(filter: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that is asked about an absent thing makes its text absent too."""

    @wraps(filter)
    def strict(value: Any, *settings: Any) -> Any:
        if isinstance(value, Undefined):
            raise UndefinedError("a blank is absent")
        return filter(value, *settings)

    return strict


@pass_context
def _small(context: Context, text: str) -> str:
    return lower_first(str(text), context.get("names", ()))


@pass_context
def _list(context: Context, items: Sequence[str], last: str = "and") -> str:
    return join_words(items, serial_comma=bool(context.get("serial_comma", True)), last=last)


@pass_context
def _headline(context: Context, text: str) -> str:
    text = str(text)
    return title_case(text) if context.get("headline_case") == "title" else capitalize_first(text)


# These need to know the brand: its names keep their capitals, its lists their comma.
_ENVIRONMENT.filters = {
    **{name: _present(filter) for name, filter in FILTERS.items()},
    "small": _small,
    "list": _list,
    "headline": _headline,
}
_ENVIRONMENT.globals = {}


class Template:
    """One text with blanks.

    Args:
        text: the Jinja text.
        path: the file that it stands in.
        line: the 1-based line of the text's first line in that file.
        blanks: the names that may be used, each with its attributes.

    Raises:
        FormatError: for a syntax fault, a name that does not exist, or anything outside the subset.
    """

    __slots__ = ("_render", "line", "names", "path", "text")

    def __init__(self, text: str, *, path: str, line: int, blanks: Mapping[str, Blank]) -> None:
        self.text, self.path, self.line = text, path, line
        try:
            tree = _ENVIRONMENT.parse(text)
            _check(tree, blanks, path, line, frozenset())
            self.names = frozenset(name.name for name in tree.find_all(nodes.Name)) & frozenset(blanks)
            self._render: Callable[..., str] | None = None
        except TemplateSyntaxError as error:
            raise FormatError(_syntax_advice(error), path=path, line=line + error.lineno - 1) from None

    def render(self, values: Mapping[str, Any]) -> str:
        """The text with its blanks filled.

        Raises:
            Missing: when a blank has no value.
            FormatError: when a blank asks for what its value can't do.
        """
        if self._render is None:
            self._render = _ENVIRONMENT.from_string(self.text).render
        try:
            return self._render(values)
        except UndefinedError as error:
            raise Missing(str(error)) from None
        except (TemplateRuntimeError, TypeError, AttributeError, ValueError, LookupError) as error:
            message = f"a blank can't be filled: {error}"
            raise FormatError(message, path=self.path, line=self.line) from None


def _syntax_advice(error: TemplateSyntaxError) -> str:
    said = error.message or "unknown"
    return f"a blank is not written right: {said[:1].lower()}{said[1:].rstrip('.')}"


def _check(
    node: nodes.Node, blanks: Mapping[str, Blank], path: str, line: int, local: frozenset[str]
) -> None:
    here = line + (node.lineno or 1) - 1  # Jinja gives some nodes no line
    if not isinstance(node, _ALLOWED):
        what = type(node).__name__.lower()
        message = f'"{what}" is not allowed in a blank: use names, if, for, comparisons and filters'
        raise FormatError(message, path=path, line=here)
    if isinstance(node, nodes.Filter) and node.name not in _ENVIRONMENT.filters:
        message = (
            f'there is no filter "{node.name}"{did_you_mean(node.name, _ENVIRONMENT.filters, tell=True)}'
        )
        raise FormatError(message, path=path, line=here)
    if isinstance(node, nodes.For):
        _check(node.iter, blanks, path, line, local)
        names = {name.name for name in node.target.find_all(nodes.Name)}
        if isinstance(node.target, nodes.Name):
            names.add(node.target.name)
        if node.recursive or node.test:
            raise FormatError('a plain "for x in list" only', path=path, line=here)
        for child in (*node.body, *node.else_):
            _check(child, blanks, path, line, local | names | {"loop"})
        return
    if isinstance(node, nodes.Name) and node.name not in local and node.name not in blanks:
        message = f'there is no blank "{node.name}"{did_you_mean(node.name, blanks, tell=True)}'
        raise FormatError(message, path=path, line=here)
    if (
        isinstance(node, nodes.Getitem)
        and isinstance(node.arg, nodes.Const)
        and isinstance(node.arg.value, str)
    ):
        message = f'write .{node.arg.value} instead of ["{node.arg.value}"]'
        raise FormatError(message, path=path, line=here)
    if isinstance(node, nodes.Getattr):
        if node.attr.startswith("_"):
            raise FormatError(f'"{node.attr}" is private', path=path, line=here)
        if isinstance(node.node, nodes.Name) and node.node.name not in local and node.node.name in blanks:
            known = blanks[node.node.name]
            if known is None:
                raise FormatError(
                    f'"{node.node.name}" is a text and has no "{node.attr}"', path=path, line=here
                )
            if node.attr not in known:
                advice = did_you_mean(node.attr, sorted(known), tell=True)
                raise FormatError(f'"{node.node.name}" has no "{node.attr}"{advice}', path=path, line=here)
    for child in node.iter_child_nodes():
        _check(child, blanks, path, line, local)
