"""What of a guide's styles (rules in Vale's language) is not honoured, each at its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from copykit.brand_check.files import BrandFile
from copykit.checks.custom import style_problems
from copykit.findings import Area, Finding, Severity
from copykit.guide import Guide

__all__ = ["find_style_problems"]


def find_style_problems(guide: Guide, files: Mapping[str, BrandFile]) -> Iterator[tuple[BrandFile, Finding]]:
    """`brand.style-not-honoured`: rules, keys, patterns and settings that have no effect here, and why."""
    for problem in dict.fromkeys(style_problems(guide)):
        file = files.get(problem.path)
        if file is None:
            continue
        place = file.line(problem.line)
        yield (
            file,
            Finding(
                check="brand.style-not-honoured",
                severity=Severity.WARNING,
                area=Area.FORMAT,
                advice=f"{problem.message[:1].upper()}{problem.message[1:]}.",
                location=place,
                quote=file.source[place.start : place.end],
            ),
        )
