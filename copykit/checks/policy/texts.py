"""The texts of an ad that a platform's editors read, and how a finding names the policy behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from copykit.checks.context import Context
from copykit.checks.finding import found
from copykit.checks.remember import remembered
from copykit.findings import Area, Finding, Fix, Reference, Severity
from copykit.guide import Guide
from copykit.platforms import Source
from copykit.text import Document

__all__ = ["AdText", "ad_texts", "broken", "names_of", "without_gap"]

_WORD = re.compile(r"[^\W_]+(?:['’&.-][^\W_]+)*")


@dataclass(frozen=True, kw_only=True)
class AdText:
    """One text of an ad: its field's name without a number, and its span in the document."""

    field: str
    label: str
    start: int
    end: int
    text: str

    @property
    def is_headline(self) -> bool:
        """Whether it stands as a headline."""
        return "headline" in self.field or self.field == "title"


def ad_texts(document: Document, context: Context, *platforms: str) -> list[AdText]:
    """The texts of an ad for one of these platforms, paths and addresses left out; none for anything else."""
    format = context.format
    if format is None or format.settings.platform not in platforms or format.settings.family != "ads":
        return []
    made = []
    for span in document.fields:
        field = format.field(span.path)
        if field is None or field.role in ("url", "legal", "meta") or field.name.startswith("path"):
            continue
        text = document.text[span.start : span.end]
        if text.strip():
            made.append(
                AdText(field=field.name, label=field.label, start=span.start, end=span.end, text=text)
            )
    return made


def broken(
    document: Document,
    start: int,
    end: int,
    *,
    check: str,
    severity: Severity,
    advice: str,
    source: Source,
    label: str,
    fixes: Iterable[Fix | None] = (),
    related: Iterable[tuple[int, int]] = (),
) -> Finding:
    """A finding against a published policy, whose source, date and standing end the advice."""
    return found(
        document, start, end, check=check, severity=severity, area=Area.FORMAT,
        advice=f"{advice} {source}", fixes=fixes, related=related,
        reference=Reference(label=label, url=source.text, date=source.read.isoformat()),
    )  # fmt: skip


def without_gap(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with the space after or before it that would be one too many without it."""
    if (start == 0 or text[start - 1] == " ") and text[end : end + 1] == " ":
        return start, end + 1
    if start and text[start - 1] == " " and (end == len(text) or text[end] in ",.;:!?"):
        return start - 1, end
    return start, end


@remembered
def names_of(guide: Guide) -> frozenset[str]:
    """The words of the guide's own names and fixed spellings, as they are written there."""
    brand = guide.brand
    said = [
        brand.name,
        brand.legal_name or "",
        *(product.name for product in guide.products),
        *(feature.name for _, feature in guide.features()),
        *(term.use or "" for term in guide.terms),
        *brand.style.acronyms,
    ]
    return frozenset(word for text in said for word in _WORD.findall(text))
