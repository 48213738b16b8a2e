"""explain, accept, baselines, annotations, accepted and full lists: as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from copykit.exports.schema import output_schemas
from copykit.house import brands_dir

PAGE = "# Riding\n\nThis velocipede is yours.\n\nAnother velocipede is ours.\n"


@pytest.fixture
def page(brand: Path) -> str:
    """A page with two words to avoid, one of them twice."""
    Path("page.md").write_text(PAGE, encoding="utf-8")
    return "page.md"


def check(run: Any, brand: Path, *more: str) -> Any:
    return run("check", "page.md", "--brand", str(brand), "--fail-on", "suggestion", *more)


# ── explain ─────────────────────────────────────────────────────────────────────────────────────────


def test_explain_tells_all_about_a_check(run: Any) -> None:
    told = run("explain", "terms.avoid")
    assert told.code == 0
    for said in ("terms.avoid: Word to avoid", "sees:", "why:", "severity:", "setting:", "fix:", "turn off:"):
        assert said in told.out


def test_explain_tells_a_family_and_lists_all(run: Any) -> None:
    family = run("explain", "terms").out
    assert "terms.avoid: " in family and "terms.old-name: " in family and "claims." not in family
    everything = run("explain").out
    assert "Terms\n  terms.avoid" in everything and "claims.unproven" in everything


def test_explain_knows_the_nearest(run: Any) -> None:
    told = run("explain", "terms.avoyd")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith('there is no check "terms.avoyd"; did you mean "terms.avoid"?')


# ── checks.yaml ─────────────────────────────────────────────────────────────────────────────────────


def test_a_check_can_be_turned_off(run: Any, brand: Path, page: str) -> None:
    assert check(run, brand).code == 1
    (brand / "checks.yaml").write_text("checks: {terms: off}\n", encoding="utf-8")
    told = check(run, brand)
    assert told.code == 0 and "terms.avoid" not in told.out


def test_an_unknown_check_is_one_clear_line(run: Any, brand: Path, page: str) -> None:
    (brand / "checks.yaml").write_text("checks:\n  terms.avoyd: off\n", encoding="utf-8")
    for told in (check(run, brand), run("brand", "check", str(brand))):
        assert told.code == 2
        assert 'hubgear/checks.yaml:2: there is no check "terms.avoyd"; did you mean' in told.err
        assert told.err.count("\n") == 1


def test_a_comment_holds_in_a_draft_s_plain_text_and_is_no_copy(run: Any, brand: Path) -> None:
    broken = brands_dir() / "dewclaw" / "examples" / "broken" / "sales-email.md"
    text = broken.read_text(encoding="utf-8")
    comment = "<!-- copykit-ignore terms.old-name: as she wrote it! -->\n\n"
    at = text.index("The weekly schedules")
    shown = text[:at] + comment + text[at:]
    Path("mail.md").write_text(shown, encoding="utf-8")
    (document,) = json.loads(run("check", "mail.md", "--brand", "dewclaw", "--output", "json").out)[
        "documents"
    ]
    assert [one["finding"]["check"] for one in document["accepted"]] == ["terms.old-name"]
    assert not [one for one in document["findings"] if one["line"] == shown[:at].count("\n") + 1]


# ── accept ──────────────────────────────────────────────────────────────────────────────────────────


def accept(run: Any, brand: Path, *more: str) -> Any:
    return run("accept", "page.md", "terms.avoid", "--brand", str(brand), "--today", "2026-06-01", *more)


REASON = ("--by", "Ida Rook", "--because", "It's a poem: theirs")


def test_accepted_is_counted_listed_and_taken_back(run: Any, brand: Path, page: str) -> None:
    told = accept(run, brand, *REASON, "--until", "2030-01-01")
    assert told.code == 0
    assert told.out == "Accepted by Ida Rook: terms.avoid in page.md (hubgear/accepted.yaml)\n"
    checked = check(run, brand)
    assert checked.code == 0 and "nothing found · 2 accepted" in checked.out
    assert "because: It's a poem: theirs" in check(run, brand, "--accepted").out
    (document,) = json.loads(check(run, brand, "--output", "json").out)["documents"]
    assert document["metrics"]["accepted"] == 2 and len(document["accepted"]) == 2
    again = accept(run, brand, *REASON)
    assert again.code == 2 and "all of it is accepted already" in again.err
    undone = accept(run, brand, "--undo")
    assert undone.out.startswith("Taken back: terms.avoid in page.md counts again (Ida Rook accepted it on ")
    assert check(run, brand).code == 1


def test_comments_in_accepted_yaml_are_kept(run: Any, brand: Path, page: str) -> None:
    Path("other.md").write_text("A velocipede.\n", encoding="utf-8")
    accept(run, brand, *REASON)
    file = brand / "accepted.yaml"
    file.write_text("# Ours alone\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert run("accept", "other.md", "terms.avoid", "--brand", str(brand), *REASON).code == 0
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Ours alone\naccepted:\n") and text.count("- check: terms.avoid") == 2


def test_accept_wants_name_reason_and_a_finding(run: Any, brand: Path, page: str) -> None:
    for arguments, said in (
        (("--by", "Ida"), "say who accepts this and why: --by NAME --because REASON"),
        ((*REASON, "--quote", "nothing"), "terms.avoid does not find “nothing” in page.md"),
    ):
        told = accept(run, brand, *arguments)
        assert told.code == 2 and said in told.err
    told = run("accept", "page.md", "terms.avoyd", "--brand", str(brand), *REASON)
    assert told.code == 2 and 'did you mean "terms.avoid"?' in told.err
    told = accept(run, brand, "--undo")
    assert told.code == 2 and "accepts no such finding" in told.err
    assert not (brand / "accepted.yaml").exists()


def test_accept_asks_which_of_several(run: Any, brand: Path) -> None:
    Path("page.md").write_text("A velocipede.\n\nTwo velocipedes.\n", encoding="utf-8")
    told = accept(run, brand, *REASON)
    assert told.code == 2
    assert "  --quote velocipede\n  --quote velocipedes" in told.err
    assert accept(run, brand, *REASON, "--quote", "velocipedes").code == 0


def test_anywhere_holds_in_every_document(run: Any, brand: Path, page: str) -> None:
    assert accept(run, brand, *REASON, "--anywhere").code == 0
    Path("other.md").write_text("A velocipede.\n", encoding="utf-8")
    assert "1 accepted" in run("check", "other.md", "--brand", str(brand)).out


def test_brand_check_tells_what_nothing_matches_any_more(run: Any, brand: Path, page: str) -> None:
    accept(run, brand, *REASON)
    assert "acceptance" not in run("brand", "check", str(brand)).out
    Path("page.md").write_text("# Riding\n", encoding="utf-8")
    told = run("brand", "check", str(brand)).out
    assert "hubgear/accepted.yaml:2:3 suggestion brand.acceptance-unused" in told
    assert '"page.md" has no such finding any more: take this entry out.' in told
    Path("page.md").unlink()
    assert 'There is no file "page.md" any more' in run("brand", "check", str(brand)).out


def test_brand_check_tells_what_has_ended(run: Any, brand: Path, page: str) -> None:
    accept(run, brand, *REASON, "--until", "2026-06-02")
    told = run("brand", "check", str(brand), "--today", "2026-06-03").out
    assert "warning brand.acceptance-ended" in told and "This held until 2026-06-02" in told


# ── baseline ────────────────────────────────────────────────────────────────────────────────────────


def test_only_what_is_new_fails(run: Any, brand: Path, page: str) -> None:
    assert check(run, brand, "--write-baseline", "known.json").out == (
        "Wrote 2 findings of 1 files into known.json\n"
    )
    clean = check(run, brand, "--baseline", "known.json")
    assert clean.code == 0
    assert "nothing found · 2 known" in clean.out
    assert "Of the findings that known.json knows, 2 are still there, 0 are gone." in clean.out
    Path("page.md").write_text("New first line, of a velocipede.\n\n" + PAGE, encoding="utf-8")
    told = check(run, brand, "--baseline", "known.json", "--output", "json")
    assert told.code == 1
    (document,) = json.loads(told.out)["documents"]
    jsonschema.validate(json.loads(told.out), dict(output_schemas()["check.output.schema.json"]))
    assert [one["line"] for one in document["findings"]] == [1]
    assert document["metrics"]["baseline"] == 2 and "2 are still there" in told.err


def test_a_baseline_is_not_written_from_half_a_run(run: Any, brand: Path, page: str) -> None:
    told = run("check", "page.md", "gone.md", "--brand", str(brand), "--write-baseline", "known.json")
    assert told.code == 2 and "known.json was not written" in told.err and not Path("known.json").exists()


def test_a_missing_baseline_is_told(run: Any, brand: Path, page: str) -> None:
    told = check(run, brand, "--baseline", "known.json")
    assert told.code == 2 and told.err.startswith("known.json: there is no such baseline")


# ── outputs ─────────────────────────────────────────────────────────────────────────────────────────


def test_github_annotations(run: Any, brand: Path, page: str) -> None:
    told = check(run, brand, "--output", "github")
    assert told.code == 1
    lines = told.out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(
        "::warning file=page.md,line=3,endLine=3,col=6,endColumn=15,title=copykit terms.avoid::"
    )


def test_full_shows_floods(run: Any, brand: Path) -> None:
    Path("page.md").write_text("A velocipede.\n\n" * 8, encoding="utf-8")
    short, full = check(run, brand), check(run, brand, "--full")
    assert "… and 5 more of terms.avoid, in lines 7, 9, 11, 13, 15" in short.out
    assert short.out.count("warning terms.avoid") == 3 and full.out.count("warning terms.avoid") == 8


# ── guides that extend others ───────────────────────────────────────────────────────────────────────


@pytest.fixture
def child(brand: Path) -> Path:
    """`uk`, which extends `hubgear` and says one thing of its own."""
    folder = Path("uk")
    folder.mkdir()
    (folder / "brand.yaml").write_text("extends: ../hubgear\nname: Hubgear UK\n", encoding="utf-8")
    return folder


def test_a_child_checks_writes_and_has_its_parent_s_formats(run: Any, child: Path, page: str) -> None:
    told = check(run, child)
    assert "rule: hubgear/terms.yaml:" in told.out
    written = run("write", "note", "--brand", str(child), "--output", "json")
    assert json.loads(written.out)["drafts"][0]["brand"] == "Hubgear UK"


def test_a_child_s_own_check_reads_its_parent_s_texts(run: Any, child: Path, brand: Path) -> None:
    told = run("brand", "check", str(child))
    assert told.code == 0 and told.out.startswith("Hubgear UK (version ")
    terms = "terms:\n  - avoid: [bike]\n    reason: Not here.\n    severity: error\n"
    (child / "terms.yaml").write_text(terms, encoding="utf-8")
    told = run("brand", "check", str(child))
    assert told.code == 1 and "hubgear/messages.yaml:" in told.out and "rule: uk/terms.yaml:2" in told.out


# ── merge tags against a table ──────────────────────────────────────────────────────────────────────


def test_merge_tags_are_held_against_the_columns_of_a_table(run: Any, brand: Path) -> None:
    Path("mail.md").write_text(
        "---\nchannel: email\n---\n\nHi {{first_name}}, how is {{town}}?\n", encoding="utf-8"
    )
    Path("people.csv").write_text("First Name,Company\nAda,Tarn\n", encoding="utf-8")
    told = run("check", "mail.md", "--brand", str(brand), "--columns", "people.csv")
    assert told.code == 1
    assert "error email.merge-column" in told.out and "“town”" in told.out
    assert "“first_name”" not in told.out.partition("merge-fallback")[0]
    plain = run("check", "mail.md", "--brand", str(brand))
    assert "email.merge-column" not in plain.out and plain.code == 0


def test_a_table_that_is_not_there_is_told(run: Any, brand: Path, page: str) -> None:
    told = run("check", "page.md", "--brand", str(brand), "--columns", "nobody.csv")
    assert told.code == 2 and "nobody.csv" in told.err


def test_the_summary_tells_the_grade_and_the_time_to_read(run: Any, brand: Path) -> None:
    Path("long.md").write_text("The dog barks at the door. A cat sleeps in the sun. " * 12, encoding="utf-8")
    last = run("check", "long.md", "--brand", str(brand)).out.splitlines()[-1]
    assert "grade " in last and " s to read" in last
    Path("short.md").write_text("Dogs bark.\n", encoding="utf-8")
    assert "readability too short" in run("check", "short.md", "--brand", str(brand)).out
