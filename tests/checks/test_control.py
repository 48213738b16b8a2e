"""How grave a check is, and what is overruled: `checks.yaml`, `accepted.yaml`, comments in a file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from copykit.checking import Desk
from copykit.checks import Context, check
from copykit.errors import GuideError
from copykit.findings import Report, Severity
from copykit.guide import Guide, load_guide
from copykit.guide.places import matches, shared_path
from copykit.text import Syntax, parse

SMALL = Path(__file__).parents[1] / "data" / "small_brand"
TODAY = date(2026, 11, 1)
TEXT = "We utilize tea. The tea was made by him.\n"

Brand = Callable[..., Guide]


@pytest.fixture
def brand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Brand:
    """The small brand in `brand/small` with other files in place of its own; one runs above it."""
    monkeypatch.chdir(tmp_path)

    def brand(**files: str) -> Guide:
        folder = Path("brand/small")
        if not folder.exists():
            shutil.copytree(SMALL, folder)
        for name, text in files.items():
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return load_guide(folder)

    return brand


def report(guide: Guide, text: str = TEXT, *, name: str = "page.md", channel: str | None = None) -> Report:
    document = parse(text, name=name, syntax=Syntax.HTML if name.endswith(".html") else Syntax.MARKDOWN)
    return check(document, Context(guide=guide, today=TODAY, channel=channel))


def severities(told: Report) -> dict[str, str]:
    return {one.check: one.severity.value for one in told.findings}


# ── checks.yaml ─────────────────────────────────────────────────────────────────────────────────────


def test_without_it_nothing_changes(brand: Brand) -> None:
    assert severities(report(brand())) == {"terms.avoid": "warning", "readability.passive": "suggestion"}


@pytest.mark.parametrize(
    ("set_to", "severity"),
    [("error", "error"), ("suggestion", "suggestion"), ("off", None)],
)
@pytest.mark.parametrize("name", ["terms.avoid", "terms", "all"])
def test_a_check_a_family_or_all(brand: Brand, name: str, set_to: str, severity: str | None) -> None:
    told = severities(report(brand(checks=f"checks: {{{name}: {set_to}}}\n")))
    assert told.get("terms.avoid") == severity


def test_an_id_beats_its_family_and_that_beats_all(brand: Brand) -> None:
    guide = brand(checks="checks: {all: error, readability: off, terms.avoid: suggestion}\n")
    assert severities(report(guide)) == {"terms.avoid": "suggestion"}


def test_a_folder_beats_a_channel_and_that_beats_the_rest(brand: Brand) -> None:
    guide = brand(
        checks="checks: {terms.avoid: error}\nchannels: {email: {terms: suggestion}}\n"
        'folders: {"old/**": {all: warning}, "old/very/**": {terms.avoid: off}}\n'
    )
    assert severities(report(guide))["terms.avoid"] == "error"
    assert severities(report(guide, channel="email"))["terms.avoid"] == "suggestion"
    assert severities(report(guide, name="old/a.md", channel="email"))["terms.avoid"] == "warning"
    assert "terms.avoid" not in severities(report(guide, name="old/very/a.md"))


def test_a_folder_is_found_wherever_one_runs(brand: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    brand(checks='folders: {"/old": {terms: off}}\n')
    Path("old/deep").mkdir(parents=True)
    monkeypatch.chdir("old/deep")
    guide = load_guide("../../brand/small")
    assert "terms.avoid" not in severities(report(guide, name="a.md"))
    assert "terms.avoid" in severities(report(guide, name="../../new/old/a.md"))


def test_scores_follow(brand: Brand) -> None:
    assert (report(brand()).scores.consistency or 0) < 100
    assert report(brand(checks="checks: {terms: off}\n")).scores.consistency == 100


def test_what_is_off_gives_its_place_to_the_next(brand: Brand) -> None:
    text = "We mend every kettle for twelve years.\n"
    before = severities(report(brand(), text))
    assert "claims.contradicted" in before
    after = severities(report(brand(checks="checks: {claims.contradicted: off}\n"), text))
    assert "claims.contradicted" not in after


def test_an_error_in_own_copy_stays_one(brand: Brand) -> None:
    guide = brand(checks="checks: {all: off}\n")
    document = parse("Try it. [[name: who?]]\n", name="draft", syntax=Syntax.MARKDOWN)
    told = check(document, Context(guide=guide, today=TODAY, own=True))
    assert [one.check for one in told.findings] == ["format.open-slot"]
    assert not check(document, Context(guide=guide, today=TODAY)).findings


def test_unknown_names_are_told_all_at_once_with_their_lines(brand: Brand) -> None:
    guide = brand(checks="checks:\n  terms.avoyd: off\nchannels:\n  ad:\n    readabilty: off\n")
    with pytest.raises(GuideError) as caught:
        report(guide)
    assert [str(one) for one in caught.value.problems] == [
        'brand/small/checks.yaml:2: there is no check "terms.avoyd"; did you mean "terms.avoid"?',
        'brand/small/checks.yaml:5: there is no check "readabilty"; did you mean "readability"?',
    ]


def test_a_wrong_level_is_told_at_once(brand: Brand) -> None:
    with pytest.raises(GuideError, match=r'checks.yaml:1: .*"of".* did you mean "off"'):
        brand(checks="checks: {terms.avoid: of}\n")


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("legacy/**", "legacy/a.md", True),
        ("legacy/**", "site/legacy/b/c.md", True),
        ("/legacy/**", "site/legacy/a.md", False),
        ("legacy", "legacy/b/c.md", True),
        ("legacy", "legacy-new/c.md", False),
        ("*.md", "deep/a.md", True),
        ("docs/*.md", "docs/a/b.md", False),
        ("docs/**/b.md", "docs/b.md", True),
        ("a?.md", "ab.md", True),
        ("a.md", "axmd", False),
    ],
)
def test_patterns(pattern: str, path: str, fits: bool) -> None:
    assert matches(pattern, path) is fits


def test_a_path_is_told_from_the_shared_folder(tmp_path: Path) -> None:
    folder = tmp_path / "site" / "brand" / "acme"
    folder.mkdir(parents=True)
    assert shared_path(str(tmp_path / "site" / "blog" / "may.md"), folder) == "blog/may.md"
    assert shared_path(str(folder / "examples" / "a.md"), folder) == "examples/a.md"


# ── accepted.yaml ───────────────────────────────────────────────────────────────────────────────────

ENTRY = """\
accepted:
  - check: terms.avoid
    quote: utilize
    document: {document}
    by: Ida Rook
    reason: The law says so.
    date: 2026-10-01
    {more}
"""


def accepting(document: str = "page.md", more: str = "") -> str:
    return ENTRY.format(document=document, more=more)


@pytest.mark.parametrize("document", ["page.md", "anywhere", '"*.md"'])
def test_an_accepted_finding_is_counted_and_named(brand: Brand, document: str) -> None:
    told = report(brand(accepted=accepting(document)))
    assert "terms.avoid" not in severities(told)
    [one] = told.accepted
    assert (one.by, one.reason, one.finding.quote) == ("Ida Rook", "The law says so.", "utilize")
    assert str(one.reference) == "accepted by Ida Rook (brand/small/accepted.yaml:2)"
    assert told.metrics["accepted"] == 1 and told.scores.consistency == 100


@pytest.mark.parametrize(
    ("document", "more"),
    [("other.md", ""), ("page.md", "until: 2026-10-31")],
)
def test_another_document_or_day_is_not_meant(brand: Brand, document: str, more: str) -> None:
    told = report(brand(accepted=accepting(document, more)))
    assert "terms.avoid" in severities(told) and not told.accepted and told.metrics["accepted"] == 0


def test_it_holds_on_its_last_day(brand: Brand) -> None:
    assert report(brand(accepted=accepting(more="until: 2026-11-01"))).accepted


def test_an_acceptance_that_ends_before_it_begins_is_told(brand: Brand) -> None:
    with pytest.raises(GuideError, match=r'accepted.yaml:8: "until".* ends before it begins'):
        brand(accepted=accepting(more="until: 2026-01-01"))


# ── comments ────────────────────────────────────────────────────────────────────────────────────────


def test_a_comment_holds_for_the_next_block(brand: Brand) -> None:
    text = "<!-- copykit-ignore terms.avoid: quoted -->\n\nWe utilize tea.\n\nWe utilize milk.\n"
    told = report(brand(), text)
    assert [one.location.start for one in told.findings] == [text.rindex("utilize")]
    [one] = told.accepted
    assert (one.by, one.reason, one.reference.line) == ("", "quoted", 1)
    assert told.metrics["accepted"] == 1


def test_a_comment_inside_a_block_holds_for_it(brand: Brand) -> None:
    told = report(brand(), "We utilize tea. <!-- copykit-ignore terms: quoted --> Yes.\n\nWe utilize it.\n")
    assert len(told.accepted) == 1 and len(told.findings) == 1


def test_a_list_and_a_table_are_one_block(brand: Brand) -> None:
    for body in ("- We utilize tea.\n- We utilize milk.\n", "| a | b |\n|---|---|\n| utilize | utilize |\n"):
        told = report(brand(), f"<!-- copykit-ignore terms.avoid: quoted -->\n{body}\nWe utilize it.\n")
        assert len(told.accepted) == 2 and len(told.findings) == 1


def test_off_and_on(brand: Brand) -> None:
    text = (
        "We utilize a.\n\n<!-- copykit-off terms.avoid, readability: old -->\n\nWe utilize b.\n\n"
        "We utilize c.\n\n<!-- copykit-on terms.avoid -->\n\nWe utilize d. It was made by him.\n"
    )
    told = report(brand(), text)
    assert [text[one.location.start - 3 : one.location.end + 2] for one in told.findings] == [
        "We utilize a",
        "We utilize d",
    ]
    assert len(told.accepted) == 3


def test_html_has_them_too(brand: Brand) -> None:
    comment = "<!-- copykit-ignore terms.avoid: old -->"
    text = f"<p>We utilize a.</p>{comment}<p>We utilize b.</p><p>We utilize c.</p>"
    told = report(brand(), text, name="page.html")
    [one] = told.accepted
    assert one.finding.location.start == text.index("utilize b") and len(told.findings) == 2


def test_an_absence_is_covered_from_the_file_s_head(brand: Brand) -> None:
    text = "---\nkeywords: [green kettle]\n---\n{}\nTea is ready when you are.\n"
    desk = Desk(guide=brand(), formats={}, today=TODAY)
    plain = desk.check(parse(text.format(""), name="a.md", syntax=Syntax.MARKDOWN)).report
    assert "keywords.missing" in severities(plain)
    comment = "<!-- copykit-off keywords: the page is a fragment -->\n"
    quiet = desk.check(parse(text.format(comment), name="a.md", syntax=Syntax.MARKDOWN)).report
    assert "keywords.missing" not in severities(quiet) and quiet.accepted


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("<!-- copykit-ignore terms.avoid -->", "document.ignore-reason"),
        ("<!-- copykit-ignore terms.avoyd: x -->", "document.ignore-unknown"),
        ("<!-- copykit-ignore: x -->", "document.ignore-unknown"),
        ("<!-- copykit-ignore claims.unproven: x -->", "document.ignore-unused"),
    ],
)
def test_what_is_wrong_with_a_comment_is_a_suggestion(brand: Brand, comment: str, told: str) -> None:
    found = report(brand(), f"{comment}\n\nWe utilize tea.\n")
    [one] = [one for one in found.findings if one.check.startswith("document.")]
    assert (one.check, one.severity, one.quote) == (told, Severity.SUGGESTION, comment)


def test_a_comment_without_a_reason_holds(brand: Brand) -> None:
    assert report(brand(), "<!-- copykit-ignore terms.avoid -->\n\nWe utilize tea.\n").accepted


@pytest.mark.parametrize(
    "text",
    [
        "```html\n<!-- copykit-off terms.avoid: example -->\n```\n\nWe utilize tea.\n",
        "Write `<!-- copykit-off terms.avoid: example -->`. We utilize tea.\n",
    ],
)
def test_a_comment_in_code_is_code(brand: Brand, text: str) -> None:
    told = report(brand(), text)
    assert "terms.avoid" in severities(told) and not told.accepted
    assert not any(one.check.startswith("document.") for one in told.findings)


def test_comments_in_one_block_each_hold(brand: Brand) -> None:
    text = (
        "It was made. We utilize a. <!-- copykit-off terms.avoid: x --> Then utilize b. "
        "<!-- copykit-ignore readability: y --> We utilize c.\n"
    )
    told = report(brand(), text)
    assert [one.check for one in told.findings] == ["terms.avoid"]
    assert [text[: one.location.start].count("utilize") for one in told.findings] == [0]


def test_many_comments_cost_little(brand: Brand) -> None:
    told = report(brand(), "<!-- copykit-ignore terms.avoid: x\n" * 3000 + "\nWe utilize tea.\n")
    assert not told.accepted
