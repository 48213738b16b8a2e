"""An email's parts, and the evidence that a tip about emails goes by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from copykit.checks.context import Context
from copykit.checks.finding import absent, found
from copykit.checks.remember import remembered
from copykit.findings import Area, Finding, Fix, Reference, Severity
from copykit.platforms import READ
from copykit.text import Document

__all__ = ["Evidence", "Letter", "is_cold", "letter_of", "missing", "tip"]

Span = tuple[int, int]
_SUBJECT = re.compile(r"subject(?: line)?:[ \t]*", re.IGNORECASE)
_PREHEADER = re.compile(r"(?:^|\s)(?:preheader|preview(?: text)?):[ \t]*", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings)\b.{0,60},?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What somebody observed about emails.

    Attributes:
        said: the figure, a phrase.
        who: the vendor or author, and the sample.
        kind: `vendor` a firm that sells mailing, about its own users' mail; `report` a figure that we only
            have through another page; `test` somebody tried it; `advice` no figure at all.
    """

    said: str
    who: str
    kind: Literal["vendor", "report", "test", "advice"]
    read: date = READ

    def __str__(self) -> str:
        label = {
            "vendor": "a vendor's observation of its users' mail, not an experiment",
            "report": "a vendor's figure at second hand, not an experiment",
            "test": "a test",
            "advice": "common advice, not confirmed",
        }[self.kind]
        return f"Evidence: {self.said} ({self.who}; {label}; read {self.read.isoformat()})."


@dataclass(frozen=True, kw_only=True)
class Letter:
    """Where an email's parts stand in the document's text; None or empty where there is none.

    Attributes:
        body: the spans of what the reader reads, without subject, preheader and legal lines.
    """

    subject: Span | None
    preheader: Span | None
    body: tuple[Span, ...]
    greeted: bool

    def subject_text(self, document: Document) -> str:
        """The subject's words; empty without one."""
        return document.text[slice(*self.subject)] if self.subject else ""

    def bodies(self, document: Document) -> Iterator[tuple[int, str]]:
        """Each piece of the body with where it begins."""
        for start, end in self.body:
            yield start, document.text[start:end]


@remembered
def letter_of(document: Document) -> Letter:
    """Reads an email's parts from a draft's fields, front matter, or lines such as `Subject: …`."""
    if document.fields:
        named = {span.path: (span.start, span.end) for span in document.fields if span.end > span.start}
        subject, preheader = named.pop("subject", None), named.pop("preheader", None)
        body = tuple(span for path, span in named.items() if path != "legal")
        return Letter(subject=subject, preheader=preheader, body=body, greeted=_is_greeted(document, body))
    told = {text.key: (text.start, text.end) for text in document.front}
    subject, preheader = told.get("subject"), told.get("preheader")
    spans: list[Span] = []
    for block in document.blocks[len(document.front) :]:
        text = document.text[block.start : block.end]
        label = _SUBJECT.match(text) if subject is None and not spans else None
        if not label:
            # One span, so that nothing costs words times blocks.
            spans = [(spans[0][0] if spans else block.start, block.end)]
            continue
        second = _PREHEADER.search(text, label.end())
        subject = (block.start + label.end(), block.start + (second.start() if second else len(text)))
        if second:
            preheader = (block.start + second.end(), block.end)
    return Letter(
        subject=subject, preheader=preheader, body=tuple(spans), greeted=_is_greeted(document, spans)
    )


def _is_greeted(document: Document, spans: Iterable[Span]) -> bool:
    first = next((document.text[start:end] for start, end in spans), "")
    return bool(_GREETING.match(first.lstrip().partition("\n")[0]))


def is_cold(context: Context) -> bool:
    """Whether the format says that the email goes to one person who does not know us."""
    return (
        context.channel == "email" and context.format is not None and context.format.settings.mail == "cold"
    )


def tip(
    document: Document,
    span: Span,
    *,
    check: str,
    advice: str,
    evidence: Evidence | str = "",
    severity: Severity = Severity.SUGGESTION,
    label: str = "email",
    fixes: Iterable[Fix | None] = (),
    related: Iterable[Span] = (),
    reference: Reference | None = None,
) -> Finding:
    """A finding about an email, whose evidence ends the advice."""
    return found(
        document, *span, check=check, severity=severity, area=Area.FORMAT, fixes=fixes, related=related,
        advice=f"{advice} {evidence}".strip(), reference=reference or _reference(label, evidence),
    )  # fmt: skip


def missing(
    document: Document,
    field: str | None,
    *,
    check: str,
    advice: str,
    evidence: Evidence | str = "",
    severity: Severity = Severity.SUGGESTION,
    label: str = "email",
    reference: Reference | None = None,
) -> Finding:
    """The same about what is not there."""
    return absent(
        document, field, check=check, severity=severity, area=Area.FORMAT,
        advice=f"{advice} {evidence}".strip(), reference=reference or _reference(label, evidence),
    )  # fmt: skip


def _reference(label: str, evidence: Evidence | str) -> Reference | None:
    if isinstance(evidence, str):
        return None
    return Reference(label=label, quote=evidence.said, url=evidence.who, date=evidence.read.isoformat())
