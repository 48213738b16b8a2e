"""Builds findings whose quote is the source slice at their place, and fixes escaped for their syntax."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from copykit.findings import Area, Finding, Fix, Location, Reference, Severity
from copykit.text import Document, Syntax

__all__ = ["absent", "found", "replacement"]

# What may mean something else in front matter, whatever marks its value stands in, and where one begins.
_YAML_MARKS = re.compile(r"[\"'\\\r\n]|:(?:\s|\Z)|\s#")
_YAML_STARTS = re.compile(r"[-?,:!&*|>%@`#{}\[\]]|\s*\Z")
_MARKDOWN_MARKS = re.compile(r"([\\`*_\[\]<>])")


def found(
    document: Document,
    start: int,
    end: int,
    *,
    check: str,
    severity: Severity,
    advice: str,
    area: Area = Area.CONSISTENCY,
    fixes: Iterable[Fix | None] = (),
    reference: Reference | None = None,
    related: Iterable[tuple[int, int]] = (),
) -> Finding:
    """A finding at a span of the document's text; so that `source[start:end] == quote` always holds.

    Args:
        document: the document that was checked.
        start: first code point in `document.text`.
        end: one past the last; equal to `start` anchors an absence.
        check: the check's id, `family.name`.
        severity: how grave it is.
        advice: what is wrong and what to do next, a sentence or two.
        area: the score that it counts against.
        fixes: replacements for the span, None left out; they are dropped where the span crosses markup.
        reference: the line of guide or format, or the published source, behind it.
        related: further spans of `document.text`.
    """
    location = document.locate(start, end)
    offered = tuple(fix for fix in fixes if fix) if fixes else ()
    if offered and start != end and not document.is_plain(start, end):
        offered = ()
    if offered and document.front and start < document.front[-1].end:
        first = any(text.start == start for text in document.front)
        offered = tuple(fix for fix in offered if _is_yaml(fix.replacement, first=first))
    return Finding(
        check=check,
        severity=severity,
        area=area,
        advice=advice,
        location=location,
        quote=document.quote(location),
        fixes=offered,
        reference=reference,
        related=tuple(document.locate(*span) for span in related) if related else (),
    )


def _is_yaml(text: str, *, first: bool) -> bool:
    """Whether a text may stand in a value of front matter as it is."""
    return not (_YAML_MARKS.search(text) or (first and _YAML_STARTS.match(text)))


def absent(
    document: Document,
    field: str | None = None,
    *,
    check: str,
    severity: Severity,
    advice: str,
    area: Area = Area.CONSISTENCY,
    fixes: Iterable[Fix | None] = (),
    reference: Reference | None = None,
    related: Iterable[Location] = (),
) -> Finding:
    """A finding about something that is not there, anchored at the start of a field or of the document."""
    return Finding(
        check=check,
        severity=severity,
        area=area,
        advice=advice,
        location=document.anchor(field),
        quote="",
        fixes=tuple(fix for fix in fixes if fix),
        reference=reference,
        related=tuple(related),
    )


def replacement(document: Document, text: str, *, title: str = "", safe: bool = False) -> Fix:
    """A fix that puts a text in place of a finding's span, escaped for the document's syntax.

    Args:
        document: the document that the span stands in.
        text: what the reader should then read.
        title: for a button; `Write "…"` when empty.
        safe: whether it is known to remove the finding and to do no harm.
    """
    if document.syntax is Syntax.HTML:
        escaped = html.escape(text, quote=False)
    elif document.syntax is Syntax.MARKDOWN:
        escaped = _MARKDOWN_MARKS.sub(r"\\\1", text) if _MARKDOWN_MARKS.search(text) else text
    else:
        escaped = text
    return Fix(title=title or f"Write “{text}”", replacement=escaped, safe=safe)
