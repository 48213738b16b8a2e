"""What a person accepted in a draft goes with its file, and the checker honours it there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from copykit.brief import load_brief
from copykit.checking import Desk
from copykit.draft import Draft, set_leaf
from copykit.draft_file import read, render
from copykit.formats import Format, load_formats
from copykit.guide import Guide, load_guide
from copykit.guide.accepting import accepted_once
from copykit.house import brands_dir, prompts_dir
from copykit.readiness import judge
from copykit.text import Syntax, parse
from copykit.writers.offline import OfflineWriter
from copykit.writing import write

DAY = date(2026, 9, 30)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(brands_dir() / "dewclaw")


@pytest.fixture(scope="module")
def formats() -> dict[str, Format]:
    return load_formats([prompts_dir()])


def draft_of(guide: Guide, format: Format, path: str, text: str) -> Draft:
    """An offline draft with one text of a person's own."""
    brief = load_brief(guide.folder / "examples" / f"{format.name}.yaml")
    draft = write(format, brief, guide=guide, writer=OfflineWriter(), today=DAY)
    return judge(draft.with_fields(set_leaf(draft.fields, path, text)), guide=guide, today=DAY)


def accepting(draft: Draft, check: str, reason: str, guide: Guide) -> Draft:
    finding = next(one for one in draft.report.findings if one.check == check)
    one = accepted_once(finding, by="Ida Rook", reason=reason, on=DAY)
    return judge(replace(draft, accepted=(*draft.accepted, one)), guide=guide, today=DAY)


# (format, field, text, check)
CASES = [
    ("google-rsa", "headlines[1]", "A Seamless Coat", "terms.banned"),
    (
        "sales-email",
        "body",
        "Hi Ada,\n\nWe saw it.\n\nA seamless coat is what it was.\n\nBen",
        "terms.banned",
    ),
    ("sales-email", "subject", "your seamless coat", "terms.banned"),
    ("landing-page", "sections[0].body", "A coat.\n\nA seamless coat is dull!", "terms.banned"),
    ("landing-page", "meta_description", "A seamless coat.", "terms.banned"),
    ("sales-email", "body", "Come by.", "format.words"),
]


@pytest.mark.parametrize(("name", "path", "text", "check"), CASES, ids=lambda value: str(value)[:20])
def test_an_acceptance_is_honoured_in_the_file(
    guide: Guide, formats: dict[str, Format], name: str, path: str, text: str, check: str
) -> None:
    draft = accepting(draft_of(guide, formats[name], path, text), check, "It has --> no seam", guide)
    assert check not in {one.check for one in draft.report.findings}
    made = render(draft)
    spans = {path: made[start:end] for path, start, end, _ in read(formats[name], made).spans}
    assert spans == {leaf.path: leaf.text for leaf in draft.leaves()}
    document = parse(made, name="draft.md", syntax=Syntax.MARKDOWN)
    report = Desk(guide=guide, formats=formats, today=DAY).check(document).report
    assert check not in {one.check for one in report.findings}
    (overruled,) = [one for one in report.accepted if one.finding.check == check]
    assert overruled.reason == "It has –> no seam (Ida Rook)".replace(">", "")
    assert not {one.check for one in report.findings} & {"format.stray-text", "document.ignore-unused"}


def test_a_draft_without_acceptances_has_no_comments(guide: Guide, formats: dict[str, Format]) -> None:
    draft = draft_of(guide, formats["google-rsa"], "headlines[1]", "A Seamless Coat")
    assert "copykit-" not in render(draft)
