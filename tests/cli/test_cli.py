"""The command as others script against it: what it prints, and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import copykit
from copykit.exports.schema import output_schemas

ROOT = Path(__file__).parent.parent.parent

PAGE = """\
---
format: note
audience: commuters
goal: booking
ask: book
---

# Ride home tonight

A revolutionary two-wheeler, by Spoke & Co.

## Drop off before we open

You lock your bike in the drop box before we open.

## Button

Book a service

## Link

https://www.hubgear.example/book
"""


def documents(out: str) -> list[dict[str, Any]]:
    payload = json.loads(out)
    jsonschema.validate(payload, dict(output_schemas()["check.output.schema.json"]))
    found: list[dict[str, Any]] = payload["documents"]
    return found


# ── formats ─────────────────────────────────────────────────────────────────────────────────────────


def test_formats_as_json_have_the_published_shape(run: Any, brand: Path) -> None:
    told = run("formats", "--brand", str(brand), "--output", "json")
    payload = json.loads(told.out)
    jsonschema.validate(payload, dict(output_schemas()["formats.output.schema.json"]))
    by_name = {one["name"]: one for one in payload["formats"]}
    assert told.code == 0
    assert set(by_name) >= {
        "blog-post",
        "google-rsa",
        "meta-ad",
        "cta-set",
        "sales-email",
        "landing-page",
        "note",
    }
    headlines = by_name["google-rsa"]["fields"][0]
    assert headlines == {
        "name": "headlines", "kind": "list", "limit": 30, "shown": None, "advised": None,
        "counting": "google", "min": 3, "max": 15, "fields": [],
    }  # fmt: skip
    message = by_name["sms"]["fields"][0]
    assert (message["limit"], message["advised"], message["counting"]) == (10, 1, "sms")
    cards = by_name["short-ad"]["fields"][2]
    assert [inner["name"] for inner in cards["fields"]] == ["headline", "labels", "url"]


def test_formats_as_text_name_the_limits(run: Any, brand: Path) -> None:
    told = run("formats")
    assert "google-rsa  Google responsive search ad" in told.out
    assert "headlines: 3 to 15, at most 30 (google)" in told.out
    assert "note" not in told.out.split()


# ── write ───────────────────────────────────────────────────────────────────────────────────────────


def test_write_uses_the_example_brief_and_tells_its_fields(run: Any, brand: Path) -> None:
    told = run("write", "short-ad", "--brand", str(brand), "--output", "json")
    payload = json.loads(told.out)
    jsonschema.validate(payload, dict(output_schemas()["write.output.schema.json"]))
    (draft,) = payload["drafts"]
    assert (draft["format"], draft["brand"], draft["writer"], draft["seed"]) == (
        "short-ad",
        "Hubgear",
        "offline",
        0,
    )
    assert draft["fields"]["headlines"]
    assert told.code == (0 if draft["ready"] else 1)
    assert draft["ready"] == (draft["blocked"] == [])


def test_write_is_the_same_for_the_same_seed(run: Any, brand: Path) -> None:
    first = run("write", "note", "--brand", str(brand), "--seed", "3", "--output", "md").out
    assert run("write", "note", "--brand", str(brand), "--seed", "3", "--output", "md").out == first


def test_what_write_prints_as_markdown_can_be_checked_as_it_is(run: Any, brand: Path) -> None:
    written = run("write", "note", "--brand", str(brand), "--output", "md").out
    Path("note.md").write_text(written, encoding="utf-8")
    as_json = json.loads(run("write", "note", "--brand", str(brand), "--output", "json").out)
    (document,) = documents(run("check", "note.md", "--brand", str(brand), "--output", "json").out)
    assert document["words"] == as_json["drafts"][0]["report"]["words"]


def test_variants_are_told_apart_in_markdown(run: Any, brand: Path) -> None:
    told = run("write", "short-ad", "--brand", str(brand), "--variants", "2", "--output", "md")
    assert told.out.count("format: short-ad") == 2
    assert "<!-- draft 2 of 2 -->" in told.out


def test_there_are_fewer_variants_where_there_are_no_words_for_more(run: Any, brand: Path) -> None:
    options = ("--set", "ask=book", "--variants", "60", "--output", "json")
    told = run("write", "sms", "--brand", str(brand), *options)
    made = [draft["fields"]["message"] for draft in json.loads(told.out)["drafts"]]
    assert len(set(made)) == len(made) < 60
    assert f"{len(made)} variants of 60: guide and brief have no words for one more" in told.err


def test_set_replaces_a_setting_of_the_brief(run: Any, brand: Path) -> None:
    told = run(
        "write", "note", "--brand", str(brand), "--set", "keywords=bike repair today", "--output", "md"
    )
    assert "keywords:\n- bike repair today\n" in told.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["write", "nota", "--brand", "hubgear"], 'there is no format "nota"; did you mean "note"?'),
        (["write", "note", "--brand", "hubgear", "--set", "audience"], '"audience" sets nothing'),
        (["write", "note", "--brand", "hubgear", "--set", "audiense=x"], 'did you mean "audience"?'),
        (["write", "note", "--brand", "hubgear", "--set", "audience=commuter"], 'did you mean "commuters"?'),
        (["write", "google-rsa", "--brand", "hubgear"], 'no example brief for "google-rsa"'),
        (["write", "note", "--brand", "nowhere"], 'there is no brand folder "nowhere"'),
        (["write", "note", "--brand", "hubgear", "--brief", "no.yaml"], 'there is no brief "no.yaml"'),
        (["write", "note", "--brand", "hubgear", "--today", "31.12.2026"], "write it like 2026-09-30"),
        (["write", "note"], "Missing option '--brand'"),
        (["check", "--brand", "hubgear", "no.md"], "no.md: there is no such file or folder"),
        (["check", "--brand", "hubgear", "--as", "nte", "hubgear"], 'did you mean "note"?'),
        (["chek"], 'did you mean "check"?'),
        (["brand", "check", "hubgear/brand.yaml"], "hubgear/brand.yaml"),
        (["brand", "schema", "trems"], 'did you mean "terms"?'),
    ],
)
def test_broken_input_is_one_clear_line_and_exit_2(
    run: Any, brand: Path, arguments: list[str], said: str
) -> None:
    told = run(*arguments)
    assert told.code == 2
    assert told.out == ""
    assert said in told.err
    assert len(told.err.splitlines()) == 1


def test_every_problem_of_a_brand_is_told_with_its_line(run: Any, brand: Path) -> None:
    terms = brand / "terms.yaml"
    terms.write_text(
        terms.read_text(encoding="utf-8").replace("severity: error", "severity: eror"), encoding="utf-8"
    )
    told = run("brand", "check", "hubgear")
    assert told.code == 2
    assert [line.split(": ")[0] for line in told.err.splitlines()] == [
        "hubgear/terms.yaml:10",
        "hubgear/terms.yaml:14",
    ]
    assert 'did you mean "error"?' in told.err


# ── check ───────────────────────────────────────────────────────────────────────────────────────────


def test_check_tells_place_rule_and_fix(run: Any, brand: Path) -> None:
    Path("page.md").write_text(PAGE, encoding="utf-8")
    told = run("check", "page.md", "--brand", str(brand), "--output", "json")
    (document,) = documents(told.out)
    assert told.code == 1
    by_quote = {finding["quote"]: finding for finding in document["findings"]}
    found = by_quote["two-wheeler"]
    assert PAGE[found["start"] : found["end"]] == "two-wheeler"
    assert (found["line"], found["column"], found["field"]) == (10, 17, "lead")
    assert found["fixes"][0]["replacement"] == "bike"
    assert found["source"]["path"] == "hubgear/terms.yaml"
    assert "hubgear/terms.yaml:3" in found["reference"]
    assert by_quote["Spoke & Co"]["severity"] == "error"


def test_every_quote_is_its_span_in_the_file_as_it_is(run: Any, brand: Path) -> None:
    source = "\ufeff" + PAGE.replace("\n", "\r\n").replace("A revolutionary", "🚲 A *revolutionary*")
    Path("page.md").write_bytes(source.encode())
    (document,) = documents(run("check", "page.md", "--brand", str(brand), "--output", "json").out)
    assert document["findings"]
    for finding in document["findings"]:
        assert source[finding["start"] : finding["end"]] == finding["quote"]


def test_check_as_text_reads_worst_first_and_ends_with_the_scores(run: Any, brand: Path) -> None:
    Path("page.md").write_text(PAGE, encoding="utf-8")
    told = run("check", "page.md", "--brand", str(brand))
    severities = [
        line.split()[1] for line in told.out.splitlines() if line.startswith("page.md:") and line[8].isdigit()
    ]
    assert severities == sorted(severities, key=["error", "warning", "suggestion"].index)
    assert "rule: hubgear/terms.yaml:3" in told.out
    assert "page.md: score " in told.out.splitlines()[-1]
    assert "\x1b[" not in told.out


def test_check_as_sarif(run: Any, brand: Path) -> None:
    Path("a page.md").write_text(PAGE, encoding="utf-8")
    told = run("check", "a page.md", "--brand", str(brand), "--output", "sarif")
    log = json.loads(told.out)
    (one,) = log["runs"]
    assert log["version"] == "2.1.0"
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    for result in one["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        assert place["artifactLocation"]["uri"] == "a%20page.md"
        start = region["charOffset"]
        assert PAGE[start : start + region["charLength"]] == region.get("snippet", {"text": ""})["text"]
    fixed = next(result for result in one["results"] if result.get("fixes"))
    change = fixed["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"]["text"]


@pytest.mark.parametrize(
    ("fail_on", "text", "code"),
    [
        ("error", "A revolutionary ride.", 1),
        ("error", "A two-wheeler.", 0),
        ("warning", "A two-wheeler.", 1),
        ("suggestion", "A bike.", 0),
        ("never", "A revolutionary ride.", 0),
    ],
)
def test_fail_on_decides_the_exit_code(run: Any, brand: Path, fail_on: str, text: str, code: int) -> None:
    told = run("check", "-", "--brand", str(brand), "--fail-on", fail_on, stdin=text.encode())
    assert told.code == code


def test_standard_input_is_named_by_a_dash(run: Any, brand: Path) -> None:
    told = run("check", "-", "--brand", str(brand), "--output", "json", stdin=b"A two-wheeler.\n")
    (document,) = documents(told.out)
    assert document["path"] == "-"
    assert document["findings"][0]["quote"] == "two-wheeler"


def test_folders_are_walked_and_what_cannot_be_read_is_one_line(run: Any, brand: Path) -> None:
    Path("site/deep").mkdir(parents=True)
    Path("site/one.md").write_text("A bike.\n", encoding="utf-8")
    Path("site/deep/two.html").write_text("<p>A two-wheeler.</p>", encoding="utf-8")
    Path("site/broken.docx").write_bytes(b"no zip")
    Path("site/picture.png").write_bytes(b"\x89PNG")
    told = run("check", "site", "--brand", str(brand), "--output", "json")
    assert told.code == 2
    assert [one["path"] for one in documents(told.out)] == ["site/deep/two.html", "site/one.md"]
    assert len(told.err.splitlines()) == 1
    assert "site/broken.docx" in told.err


def test_an_empty_folder_says_so(run: Any, brand: Path) -> None:
    Path("empty").mkdir()
    told = run("check", "empty", "--brand", str(brand))
    assert (told.code, told.out) == (0, "")
    assert "no file here that can be checked" in told.err


def test_as_wins_over_front_matter(run: Any, brand: Path) -> None:
    Path("page.md").write_text(PAGE, encoding="utf-8")
    told = run("check", "page.md", "--as", "short-ad", "--brand", str(brand), "--output", "json")
    (document,) = documents(told.out)
    assert any("short" in finding["advice"].lower() for finding in document["findings"])
    assert any(finding["check"] == "format.stray-text" for finding in document["findings"])


def test_limits_count_in_the_field_and_point_into_the_file(run: Any, brand: Path) -> None:
    source = PAGE.replace("Book a service", "Book a service for your bike")
    Path("page.md").write_text(source, encoding="utf-8")
    (document,) = documents(run("check", "page.md", "--brand", str(brand), "--output", "json").out)
    over = next(finding for finding in document["findings"] if finding["check"] == "format.limit")
    assert over["field"] == "button"
    assert source[over["start"] : over["end"]] == over["quote"] != ""


def test_front_matter_of_an_ordinary_page_asks_for_nothing_it_does_not_mean(run: Any, brand: Path) -> None:
    text = "---\nformat: post\naudience: everybody\ngoal: [fun]\nsource: press\ntitle: X\n---\n\nA bike.\n"
    told = run("check", "-", "--brand", str(brand), stdin=text.encode())
    assert (told.code, told.err) == (0, "")


def test_front_matter_of_a_draft_must_be_right(run: Any, brand: Path) -> None:
    text = PAGE.replace("audience: commuters", "audience: commuter")
    Path("page.md").write_text(text, encoding="utf-8")
    told = run("check", "page.md", "--brand", str(brand))
    assert told.code == 2
    assert told.err.startswith('page.md:3: the guide has no audience "commuter"; did you mean "commuters"?')


def test_a_nearly_right_format_is_told(run: Any, brand: Path) -> None:
    told = run(
        "check", "-", "--brand", str(brand), stdin=PAGE.replace("format: note", "format: notes").encode()
    )
    assert told.code == 2
    assert '-:2: there is no format "notes"; did you mean "note"?' in told.err


def test_today_wins_over_the_day_that_the_brand_pins(run: Any, brand: Path) -> None:
    text = b"In spring 2026, 9 in 10 riders rode home the same day. Hubgear won the 2024 Golden Spoke.\n"
    claims = {"claims.expired"}

    def found(*more: str) -> set[str]:
        told = run("check", "-", "--brand", str(brand), "--output", "json", *more, stdin=text)
        return {finding["check"] for finding in documents(told.out)[0]["findings"]}

    assert found() & claims
    assert not found("--today", "2025-01-01") & claims


def test_text_from_outside_does_not_steer_the_terminal(run: Any, brand: Path) -> None:
    told = run(
        "check",
        "-",
        "--brand",
        str(brand),
        stdin=b"A two-wheeler\x1b[2J and a revolutionary \x1b]0;x\x07 ride.",
    )
    assert "\x1b" not in told.out


SOURCED = """\
format: note
source: |
  We mend 97% of all bikes in a day.
"""


def test_a_draft_names_the_brief_that_vouches_for_its_numbers(run: Any, brand: Path) -> None:
    Path("brief.yaml").write_text(SOURCED, encoding="utf-8")
    text = PAGE.replace("ask: book", "ask: book\nbrief: brief.yaml").replace(
        "You lock your bike in the drop box before we open.", "We mend 97% of all bikes in a day."
    )
    Path("page.md").write_text(text, encoding="utf-8")

    def checks() -> dict[str, str]:
        told = run("check", "page.md", "--brand", str(brand), "--output", "json")
        return {finding["check"]: finding["quote"] for finding in documents(told.out)[0]["findings"]}

    assert not checks().keys() & {"claims.unproven", "format.brief-missing"}
    Path("brief.yaml").unlink()
    assert checks().keys() >= {"claims.unproven", "format.brief-missing"}


@pytest.mark.parametrize("name", ["../../secret.yaml", "/etc/passwd", '"\\0"', "a" * 5000, "[x]"])
def test_front_matter_cannot_reach_other_files(run: Any, brand: Path, name: str) -> None:
    (brand.resolve().parent.parent / "secret.yaml").write_text(
        "format: note\nnonsense: 1\n", encoding="utf-8"
    )
    told = run(
        "check",
        "-",
        "--brand",
        str(brand),
        "--output",
        "json",
        stdin=PAGE.replace("ask: book", f"brief: {name}").encode(),
    )
    assert (told.code, told.err) == (1, "")


def test_a_word_file_is_read_by_its_headings(run: Any, brand: Path) -> None:
    import docx

    word = docx.Document()
    word.add_heading("Ride home tonight", 0)
    word.add_paragraph("You ride in on a two-wheeler.")
    word.add_heading("Drop off before we open", 2)
    word.add_paragraph("You lock your bike in the drop box.")
    word.add_heading("Button", 2)
    word.add_paragraph("Book a service for your bike")
    word.save("page.docx")
    told = run("check", "page.docx", "--as", "note", "--brand", str(brand), "--output", "json")
    (document,) = documents(told.out)
    found = {finding["check"]: finding["field"] for finding in document["findings"]}
    assert found["terms.avoid"] == "lead"
    assert found["format.limit"] == "button"


def test_a_folder_that_may_not_be_written_is_one_line(run: Any, brand: Path) -> None:
    Path("file").write_text("", encoding="utf-8")
    told = run("brand", "schema", "--out", "file/inside")
    assert told.code == 2
    assert told.err.splitlines() == ["file/inside: Not a directory"]


# ── brand ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_new_brand_passes_its_own_check_and_can_be_written_with(run: Any, brand: Path) -> None:
    assert run("brand", "new", "acme-bikes").code == 0
    told = run("brand", "check", "brand/acme-bikes", "--fail-on", "suggestion")
    assert (told.code, told.err) == (0, "")
    for format in ("google-rsa", "meta-ad", "cta-set", "sales-email", "landing-page", "blog-post"):
        told = run("write", format, "--brand", "brand/acme-bikes")
        assert (told.code, told.err) == (0, ""), told.out


@pytest.mark.parametrize(
    "name", ["../acme", "Acme", "acme bikes", "", ".acme", "con", "acme-", "a" * 80, "ä"]
)
def test_a_brand_needs_a_name_that_a_folder_can_have(run: Any, brand: Path, name: str) -> None:
    told = run("brand", "new", name)
    assert told.code == 2
    assert len(told.err.splitlines()) == 1
    assert not Path("brand").exists()


def test_a_new_brand_never_overwrites(run: Any, brand: Path) -> None:
    before = {path: path.read_bytes() for path in brand.rglob("*.*")}
    told = run("brand", "new", "hubgear", "--in", ".")
    assert told.code == 2
    assert "is there already" in told.err
    assert {path: path.read_bytes() for path in brand.rglob("*.*")} == before
    assert sorted(path.name for path in Path().iterdir()) == ["hubgear"]


def test_a_sample_brand_says_that_it_is_one(run: Any, brand: Path) -> None:
    path = brand / "brand.yaml"
    text = path.read_text(encoding="utf-8")
    for value, said in (("true", True), ("false", False)):
        path.write_text(text.replace("made_up: true", f"made_up: {value}"), encoding="utf-8")
        told = run("brand", "check", "hubgear")
        assert ("It is a sample: its customers and figures are made up" in told.out) is said


def test_brand_check_as_json_has_the_shape_of_check(run: Any, brand: Path) -> None:
    messages = brand / "messages.yaml"
    text = messages.read_text(encoding="utf-8").replace("Ride Home Tonight", "Your Velocipede Tonight")
    messages.write_text(text, encoding="utf-8")
    told = run("brand", "check", "hubgear", "--output", "json", "--fail-on", "warning")
    by_path = {one["path"]: one for one in documents(told.out)}
    found = next(one for one in by_path["hubgear/messages.yaml"]["findings"] if one["quote"] == "Velocipede")
    assert text[found["start"] : found["end"]] == "Velocipede"
    assert (told.code, found["line"]) == (1, 4)


# ── the edges ───────────────────────────────────────────────────────────────────────────────────────


def command(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "copykit", *arguments],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
        env={**os.environ, **environment},
    )  # fmt: skip


def test_output_is_utf8_in_any_locale() -> None:
    process = command(
        "formats", "--brand", "tests/data/brand-tiny", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert out.decode("utf-8")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    process = command("formats", "--output", "json")
    assert process.stdout and process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() in (0, 1)


def test_a_fault_of_our_own_is_one_line(run: Any, brand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a wheel\ncame off")

    monkeypatch.setattr("copykit.guide.load_guide", fail)
    told = run("check", "x.md", "--brand", "hubgear")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("RuntimeError: a wheel came off; this is a fault of copykit's own")
    assert len(told.err.splitlines()) == 1


def test_the_version_is_told(run: Any) -> None:
    assert run("--version").out == f"copykit {copykit.__version__}\n"


def test_help_names_every_option_of_the_contract(run: Any) -> None:
    write = run("write", "--help").out
    for option in ("--brand", "--brief", "--set", "--writer", "--variants", "--seed", "--today", "--output"):
        assert option in write
    check = run("check", "--help").out
    for option in ("--brand", "--as", "--brief", "--today", "--output", "--fail-on", "--channel", "--deep"):
        assert option in check
