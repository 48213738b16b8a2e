"""Entries of `accepted.yaml` that no longer do anything: past their last day, or without a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from copykit.brand_check.files import BrandFile
from copykit.checking import Desk
from copykit.checks.control import accepted_as
from copykit.errors import CopykitError
from copykit.findings import Area, Finding, Severity
from copykit.formats import Format
from copykit.guide import Guide
from copykit.guide.control import Acceptance
from copykit.guide.places import ANYWHERE, shared_path

__all__ = ["find_idle_acceptances"]


def find_idle_acceptances(
    guide: Guide, files: Mapping[str, BrandFile], *, formats: Mapping[str, Format], today: date
) -> Iterator[tuple[BrandFile, Finding]]:
    """What is told of acceptances that have ended, or that their document has no finding for any more.

    One that holds anywhere, or for a pattern, can't be looked up, and is told only when it has ended.
    """
    bare = replace(guide, accepted=())
    desk = Desk(guide=bare, formats=formats, today=today)
    found: dict[Path, list[Finding] | None] = {}
    for one in guide.accepted:
        file = files[one.place.path]
        if one.until and today > one.until:
            advice = f"This held until {one.until}: look at the text again, or set a later day."
            yield file, _told(file, one, "until", "brand.acceptance-ended", advice, Severity.WARNING)
            continue
        if one.document == ANYWHERE or set("*?") & set(one.document):
            continue
        path = _document(one.document, guide.folder)
        if path is None:
            advice = f'There is no file "{one.document}" any more: take this entry out.'
            yield file, _told(file, one, "document", "brand.acceptance-unused", advice)
            continue
        if path not in found:
            found[path] = _findings(path, desk)
        findings = found[path]
        name = shared_path(path.as_posix(), guide.folder)
        if findings is not None and not any(accepted_as(one, finding, name) for finding in findings):
            advice = f'"{one.document}" has no such finding any more: take this entry out.'
            yield file, _told(file, one, "check", "brand.acceptance-unused", advice)


def _document(named: str, folder: Path) -> Path | None:
    """The file that an acceptance names from the folder that it shares with the brand's."""
    wanted = named.strip("/")
    whole = folder.resolve()
    for above in (whole, *whole.parents):
        path = above / wanted
        if path.is_file() and shared_path(path.as_posix(), whole) == wanted:
            return path
    return None


def _findings(path: Path, desk: Desk) -> list[Finding] | None:
    """What a document's check tells now; None when it can't be read, which its own check tells."""
    from copykit.sources import read_document

    try:
        report = desk.check(read_document(path)).report
    except CopykitError:
        return None
    return [*report.findings, *(one.finding for one in report.accepted)]


def _told(
    file: BrandFile,
    one: Acceptance,
    key: str,
    check: str,
    advice: str,
    severity: Severity = Severity.SUGGESTION,
) -> Finding:
    location = file.line(one.place.of(key))
    return Finding(
        check=check,
        severity=severity,
        area=Area.FORMAT,
        advice=advice,
        location=location,
        quote=file.source[location.start : location.end],
    )
