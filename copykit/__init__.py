"""copykit: an executable brand guide. It asks for the copy, and it checks the copy.

from copykit import Context, check, load_guide, read_document

guide = load_guide("brand/acme")
report = check(read_document("page.md"), Context(guide=guide, today=guide.today(date(2026, 9, 30))))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copykit.brief import Brief, load_brief
    from copykit.checks import Context, check
    from copykit.draft import Draft
    from copykit.errors import CopykitError
    from copykit.findings import Finding, Fix, Location, Reference, Report, Scores, Severity
    from copykit.formats import Format, load_formats
    from copykit.guide import Guide, load_guide
    from copykit.sources import read_document
    from copykit.text import Document
    from copykit.writing import stream, variants, write

__all__ = [
    "Brief",
    "Context",
    "CopykitError",
    "Document",
    "Draft",
    "Finding",
    "Fix",
    "Format",
    "Guide",
    "Location",
    "Reference",
    "Report",
    "Scores",
    "Severity",
    "check",
    "load_brief",
    "load_formats",
    "load_guide",
    "read_document",
    "stream",
    "variants",
    "write",
]

__version__ = "0.1.0"

# Where each name lives; its room is opened when the name is first asked for.
_ROOMS = {
    "Brief": "brief",
    "Context": "checks",
    "CopykitError": "errors",
    "Document": "text",
    "Draft": "draft",
    "Finding": "findings",
    "Fix": "findings",
    "Format": "formats",
    "Guide": "guide",
    "Location": "findings",
    "Reference": "findings",
    "Report": "findings",
    "Scores": "findings",
    "Severity": "findings",
    "check": "checks",
    "load_brief": "brief",
    "load_formats": "formats",
    "load_guide": "guide",
    "read_document": "sources",
    "stream": "writing",
    "variants": "writing",
    "write": "writing",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
