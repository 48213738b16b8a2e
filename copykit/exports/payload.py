"""Reports, drafts and formats as plain values for JSON, in the shapes that others script against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from copykit.checking import Checked
from copykit.draft import Draft, Usage
from copykit.findings import Finding, Location, Reference
from copykit.text import Document

if TYPE_CHECKING:
    from pydantic import JsonValue

    from copykit.exports.shapes import (
        CheckShape,
        DocumentShape,
        DraftShape,
        FieldShape,
        FindingShape,
        FormatsShape,
        InnerFieldShape,
        PlaceShape,
        SourceShape,
        UsageShape,
        WriteShape,
    )
    from copykit.formats import Field, Format

__all__ = ["Checked", "checked_draft", "formats_payload", "report_payload", "to_json", "write_payload"]

VERSION: Final = 1


def checked_draft(draft: Draft) -> Checked:
    """A draft's texts with their report."""
    from copykit.readiness import document_of

    return Checked(document=document_of(draft.format, draft.fields), report=draft.report)


def to_json(value: CheckShape | WriteShape | FormatsShape | Mapping[str, object]) -> str:
    """JSON as it is printed: indented by two, letters of all languages as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def formats_payload(formats: Iterable[Format]) -> FormatsShape:
    """What `copykit formats --output json` prints."""
    return {
        "version": VERSION,
        "formats": [
            {
                "name": format.name,
                "title": format.title,
                "family": format.settings.family,
                "fields": [_field(field) for field in format.fields],
            }
            for format in formats
        ],
    }


def report_payload(brand: str, checked: Iterable[Checked]) -> CheckShape:
    """What `copykit check --output json` prints."""
    return {"version": VERSION, "brand": brand, "documents": [_document(one) for one in checked]}


def write_payload(drafts: Iterable[Draft]) -> WriteShape:
    """What `copykit write --output json` prints."""
    return {"version": VERSION, "drafts": [draft_payload(draft) for draft in drafts]}


def _field(field: Field) -> FieldShape:
    inner: list[InnerFieldShape] = [{**_field(one), "fields": []} for one in field.fields]
    least, most = field.items if field.kind != "text" else (None, None)
    counting = field.limit or field.shown or field.advised
    return {
        "name": field.name,
        "kind": field.kind,
        "limit": field.limit.max if field.limit else None,
        "shown": field.shown.max if field.shown else None,
        "advised": field.advised.max if field.advised else None,
        "counting": counting.counting if counting else None,
        "min": least,
        "max": most,
        "fields": inner,
    }


def _document(checked: Checked) -> DocumentShape:
    report = checked.report
    scores = report.scores
    return {
        "path": checked.document.name,
        "words": report.words,
        "scores": {
            "overall": scores.overall,
            "readability": scores.readability,
            "keywords": scores.keywords,
            "consistency": scores.consistency,
        },
        "metrics": {name: _plain(value) for name, value in report.metrics.items()},
        "findings": [_finding(finding, checked.document) for finding in report.findings],
        "accepted": [
            {
                "finding": _finding(one.finding, checked.document),
                "by": one.by,
                "reason": one.reason,
                "until": one.until.isoformat() if one.until else None,
                "source": _source(one.reference),
            }
            for one in report.accepted
        ],
    }


def _finding(finding: Finding, document: Document) -> FindingShape:
    line, column = document.line_column(finding.location)
    return {
        "check": finding.check,
        "area": finding.area.value,
        "severity": finding.severity.value,
        "advice": finding.advice,
        "start": finding.location.start,
        "end": finding.location.end,
        "line": line,
        "column": column,
        "quote": finding.quote,
        "field": finding.location.field,
        "fixes": [
            {"title": fix.title, "replacement": fix.replacement, "safe": fix.safe} for fix in finding.fixes
        ],
        "reference": str(finding.reference) if finding.reference else None,
        "source": _source(finding.reference) if finding.reference else None,
        "related": [_place(location, document) for location in finding.related],
    }


def _place(location: Location, document: Document) -> PlaceShape:
    here = location.document == document.name
    line, column = document.line_column(location) if here else (1, 1)
    return {
        "document": location.document,
        "field": location.field,
        "start": location.start,
        "end": location.end,
        "line": line,
        "column": column,
        "quote": document.quote(location) if here else "",
    }


def _source(reference: Reference) -> SourceShape:
    return {
        "label": reference.label,
        "quote": reference.quote,
        "path": reference.path,
        "line": reference.line,
        "url": reference.url,
        "date": reference.date,
    }


def draft_payload(draft: Draft) -> DraftShape:
    """One draft as JSON."""
    return {
        "format": draft.format.name,
        "brand": draft.brand,
        "writer": draft.writer,
        "seed": draft.seed,
        "ready": draft.ready,
        "blocked": [{"reason": one.reason, "field": one.field} for one in draft.blocked],
        "fields": dict(draft.fields),
        "facts": [
            {
                "field": fact.field,
                "quote": fact.quote,
                "reference": str(fact.reference),
                "source": _source(fact.reference),
            }
            for fact in draft.facts
        ],
        "report": _document(checked_draft(draft)),
        "usage": _usage(draft.usage),
        "history": [
            {
                "title": one.title,
                "done": list(one.done),
                "fields": dict(one.fields),
                "errors": one.errors,
                "warnings": one.warnings,
                "suggestions": one.suggestions,
                "kept": one.kept,
                "reason": one.reason,
                "usage": _usage(one.usage),
            }
            for one in draft.history
        ],
        "remarks": list(draft.remarks),
    }


def _usage(usage: Usage) -> UsageShape:
    return {
        "input_tokens": usage.input_tokens,
        "output_tokens": usage.output_tokens,
        "requests": usage.requests,
        "cost": round(usage.cost, 6),
        "unpriced": usage.unpriced,
        "cached": usage.cached,
        "estimated": usage.estimated,
    }


def _plain(value: object) -> JsonValue:
    """A metric as JSON has it: dates as ISO texts, numbers that are none as null."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if value == value and abs(value) != float("inf") else None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence | frozenset | set):
        return [_plain(inner) for inner in value]
    return str(value)
