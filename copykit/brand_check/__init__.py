"""The guide turned on itself: its own texts under its own rules, and what is loose in the house."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from copykit.brand_check.accepted import find_idle_acceptances
from copykit.brand_check.files import BrandFile, open_files
from copykit.brand_check.housekeeping import find_loose_ends
from copykit.brand_check.styles import find_style_problems
from copykit.brand_check.texts import check_texts
from copykit.checking import Checked
from copykit.checks import Context
from copykit.checks.control import hold_to_levels, verify_control
from copykit.findings import Area, Finding, Report
from copykit.formats import Format
from copykit.guide import Guide

__all__ = ["check_brand"]


def check_brand(guide: Guide, *, formats: Mapping[str, Format], today: date) -> list[Checked]:
    """Checks a guide by its own rules.

    Its messages, features, steps, stories, answers, asks, boilerplate and samples are read as copy of the
    brand's own; customers' words (quotes) are not. Claims and offers are held to the terms only, since they
    are what other texts are held to. Then come loose ends: what has expired and is still in use, pains that
    nothing solves, example briefs that ask for what is not there, and the like.

    Args:
        guide: the brand.
        formats: the formats that its example briefs may name, by name.
        today: the day that dated things are judged by.

    Raises:
        GuideError: when the guide sets or overrules a check that there is none of.

    Returns:
        Each file of the brand that has text or findings, with findings located in the file as it is.
    """
    verify_control(guide)
    files = open_files(guide)
    found: list[tuple[BrandFile, Finding]] = []
    words: dict[str, int] = {}
    judged: dict[str, set[Area]] = {}
    for file, report in check_texts(guide, files, today):
        words[file.name] = words.get(file.name, 0) + report.words
        judged.setdefault(file.name, set()).update(report.judged - {Area.KEYWORDS})
        found += [(file, finding) for finding in report.findings]
    loose = [*find_loose_ends(guide, files, formats=formats, today=today)]
    loose += find_idle_acceptances(guide, files, formats=formats, today=today)
    loose += find_style_problems(guide, files)
    context = Context(guide=guide, today=today, of_guide=True)
    for file, finding in loose:
        found += [(file, one) for one in hold_to_levels([finding], file.name, context)]
    return [
        Checked(
            document=file.document,
            report=Report(
                document=file.name,
                words=words.get(file.name, 0),
                findings=tuple(sorted((one for at, one in found if at is file), key=_order)),
                judged=frozenset(judged.get(file.name, ())),
            ),
        )
        for file in files.values()
        if file.name in words or any(at is file for at, _ in found)
    ]


def _order(finding: Finding) -> tuple[int, int, int, str]:
    return finding.severity.rank, finding.location.start, finding.location.end, finding.check
