"""What leaves copykit: text for a terminal, and JSON in the published shape whatever the checks said."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from copykit.brief import Brief
from copykit.checking import Checked
from copykit.draft import Blocked, Draft, Fact, Round, Usage
from copykit.exports import (
    checked_draft,
    draft_text,
    github_text,
    report_payload,
    report_text,
    sarif_log,
    to_json,
    write_payload,
)
from copykit.exports.schema import output_schemas
from copykit.findings import Area, Finding, Fix, Location, Overruled, Reference, Report, Severity
from copykit.formats import load_formats
from copykit.text import Syntax, parse

DATA = Path(__file__).parent.parent / "data"
SOURCE = "# Bikes\n\nA two-wheeler for\neach 🚲 rider.\n"
DOCUMENT = parse(SOURCE, name="site/a b.md", syntax=Syntax.MARKDOWN)
RULE = Reference(label='term "bike"', quote="Riders say bike.", path="hubgear/terms.yaml", line=3)


def finding(start: int, end: int, severity: Severity = Severity.WARNING, **more: object) -> Finding:
    return Finding(
        check="terms.avoid", severity=severity, area=Area.CONSISTENCY, advice="Write “bike”.",
        location=Location(document=DOCUMENT.name, start=start, end=end), quote=SOURCE[start:end],
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def checked(*findings: Finding, **metrics: object) -> Checked:
    return Checked(
        document=DOCUMENT,
        report=Report(
            document=DOCUMENT.name, words=8, findings=findings, judged=frozenset({Area.CONSISTENCY}),
            metrics=metrics,
        ),
    )  # fmt: skip


FOUND = finding(
    11, 22, fixes=(Fix(title="Write “bike”", replacement="bike", safe=True),), reference=RULE,
    related=(Location(document=DOCUMENT.name, start=2, end=7),),
)  # fmt: skip


def test_a_finding_as_text() -> None:
    assert report_text([checked(FOUND)]) == (
        "site/a b.md:3:3 warning terms.avoid\n"
        "    Write “bike”.\n"
        "    3 | A two-wheeler for\n"
        "      |   ^^^^^^^^^^^\n"
        "    fix:  Write “bike”\n"
        '    rule: hubgear/terms.yaml:3 term "bike": “Riders say bike.”\n'
        "    also: site/a b.md:1:3 “Bikes”\n"
        "\n"
        "site/a b.md: score 83 (readability too short, keywords none asked for, consistency 83) · 8 words"
        " · 1 warning\n"
    )


def test_colour_marks_the_severity_and_the_place() -> None:
    told = report_text([checked(FOUND)], colour=True)
    assert told.count("\x1b[") == 4
    assert "\x1b[33mwarning\x1b[0m" in told and "\x1b[33m^^^^^^^^^^^\x1b[0m" in told


def test_a_report_as_json() -> None:
    payload = json.loads(to_json(report_payload("Hubgear", [checked(FOUND)])))
    jsonschema.validate(payload, dict(output_schemas()["check.output.schema.json"]))
    (document,) = payload["documents"]
    assert document["scores"] == {"overall": 83.3, "readability": None, "keywords": None, "consistency": 83.3}
    (found,) = document["findings"]
    assert found["reference"] == 'term "bike" (hubgear/terms.yaml:3)'
    assert found["related"] == [
        {
            "document": "site/a b.md", "field": None, "start": 2, "end": 7, "line": 1, "column": 3,
            "quote": "Bikes",
        }
    ]  # fmt: skip


def test_metrics_of_any_kind_become_json() -> None:
    one = checked(
        grade=7.5, nothing=None, nan=float("nan"), day=date(2026, 6, 1), names=("a", "b"), inner={"x": {1}},
        place=Path("a"),
    )  # fmt: skip
    payload = json.loads(to_json(report_payload("Hubgear", [one])))
    jsonschema.validate(payload, dict(output_schemas()["check.output.schema.json"]))
    assert payload["documents"][0]["metrics"] == {
        "grade": 7.5, "nothing": None, "nan": None, "day": "2026-06-01", "names": ["a", "b"],
        "inner": {"x": [1]}, "place": "a",
    }  # fmt: skip


def test_sarif_places_a_span_over_a_line_end() -> None:
    start, end = SOURCE.index("for"), SOURCE.index(" rider")
    (run,) = sarif_log([checked(finding(start, end, Severity.ERROR))], version="1.0")["runs"]
    (result,) = run["results"]
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "site/a%20b.md"},
        "region": {
            "startLine": 3, "startColumn": 15, "endLine": 4, "endColumn": 7, "charOffset": start,
            "charLength": end - start, "snippet": {"text": "for\neach 🚲"},
        },
    }  # fmt: skip
    assert run["columnKind"] == "unicodeCodePoints"


def draft() -> Draft:
    formats = load_formats([Path(__file__).parent.parent / "data" / "formats-tiny"])
    place = Location(document="draft", field="headlines[1]", start=2, end=13)
    return Draft(
        format=formats["short-ad"], brand="Hubgear", brief=Brief(),
        fields={
            "headlines": ["Ride home", "A two-wheeler\x1b[2J"],
            "body": "First line.\n\nSecond line.",
            "cards": [{"headline": "A card", "labels": ["Book", "Call"]}, {"url": "https://x.example"}],
        },
        writer="offline", seed=3, guide_version="abc",
        report=Report(
            document="draft", words=9, judged=frozenset(),
            findings=(
                Finding(
                    check="terms.avoid", severity=Severity.ERROR, area=Area.CONSISTENCY,
                    advice="Write “bike”.", location=place, quote="two-wheeler",
                ),
            ),
        ),
        ready=False,
        blocked=(Blocked(reason="Write “bike”.", field="headlines[1]"), Blocked(reason="Say more.")),
        facts=(Fact(field="body", quote="First", reference=RULE),),
    )  # fmt: skip


def test_a_draft_as_text() -> None:
    assert draft_text(draft()) == (
        "Short ad for Hubgear, by offline, seed 3\n"
        "\n"
        "Headlines\n"
        "   1 Ride home (9/30)\n"
        "   2 A two-wheeler�[2J (17/30)\n"
        "\n"
        "Body (25/200)\n"
        "  First line.\n"
        "\n"
        "  Second line.\n"
        "\n"
        "Cards\n"
        "  1\n"
        "    Headline: A card\n"
        "    Button labels\n"
        "       1 Book\n"
        "       2 Call\n"
        "\n"
        "  2\n"
        "    URL: https://x.example\n"
        "\n"
        "Not ready:\n"
        "  - Write “bike”. (headlines[1])\n"
        "  - Say more.\n"
        "\n"
        'fact: “First” (hubgear/terms.yaml:3 term "bike": “Riders say bike.”)\n'
        "\n"
        "headlines[1]:1:3 error terms.avoid\n"
        "    Write “bike”.\n"
        "    1 | A two-wheeler�[2J\n"
        "      |   ^^^^^^^^^^^\n"
        "\n"
        "draft: score – (readability too short, keywords none asked for, consistency no text) · 9 words"
        " · 1 error\n"
    )


def test_how_a_draft_came_to_be_is_told_round_by_round_with_what_it_took() -> None:
    used = Usage(input_tokens=1200, output_tokens=90, requests=2, cost=0.0031, cached=1)
    whole = replace(
        draft(),
        usage=used,
        history=(
            Round(title="First version by x:y", done=(), fields={}, errors=2, warnings=1, suggestions=0),
            Round(
                title="Written anew by x:y", done=("body: Say more.",), fields={"body": "Less"}, errors=3,
                warnings=0, suggestions=1, kept=False, reason="it did not lower what is wrong", usage=used,
            ),
        ),
    )  # fmt: skip
    told = draft_text(whole, history=True)
    assert (
        "0. First version by x:y: 2 errors, 1 warning\n"
        "\n"
        "1. Written anew by x:y (undone): 3 errors, 1 suggestion\n"
        "  it did not lower what is wrong\n"
        "  - body: Say more.\n"
    ) in told
    assert told.endswith("used: 2 requests; 1,200 tokens in, 90 out; $0.0031; 1 answer from the cache\n")
    assert "First version" not in draft_text(whole)
    payload = json.loads(to_json(write_payload([whole])))
    jsonschema.validate(payload, dict(output_schemas()["write.output.schema.json"]))
    assert payload["drafts"][0]["history"][1]["kept"] is False
    assert payload["drafts"][0]["usage"]["cost"] == 0.0031


def test_a_draft_as_json() -> None:
    payload = json.loads(to_json(write_payload([draft()])))
    jsonschema.validate(payload, dict(output_schemas()["write.output.schema.json"]))
    (one,) = payload["drafts"]
    assert one["ready"] is False
    assert one["blocked"][1] == {"reason": "Say more.", "field": None}
    assert one["facts"][0]["reference"] == 'term "bike" (hubgear/terms.yaml:3)'
    (found,) = one["report"]["findings"]
    assert one["fields"]["headlines"][1][found["start"] : found["end"]] == found["quote"]
    assert (found["line"], found["column"]) == (1, 3)


def test_a_draft_s_document_holds_its_texts() -> None:
    assert checked_draft(draft()).document.name == "draft"


# ── excerpts, floods, annotations ───────────────────────────────────────────────────────────────────


def of(text: str, quote: str, check: str = "terms.avoid", name: str = "a.md") -> Checked:
    """A document in which a check finds every place of a quote."""
    document = parse(text, name=name, syntax=Syntax.MARKDOWN)
    found = [
        Finding(
            check=check, severity=Severity.WARNING, area=Area.CONSISTENCY, advice="Not this.",
            location=Location(document=name, start=match.start(), end=match.end()), quote=quote,
        )
        for match in re.finditer(re.escape(quote), text)
    ]  # fmt: skip
    report = Report(document=name, words=8, findings=tuple(found), judged=frozenset())
    return Checked(document=document, report=report)


def marked(one: Checked) -> tuple[str, str]:
    """The source line of the first finding and the line of carets."""
    lines = report_text([one]).split("\n")
    return lines[2], lines[3]


def test_the_carets_stand_under_the_place_whatever_the_letters() -> None:
    line, carets = marked(of("Ein 🚲 für 東京 e\u0301 words\n", "words"))
    assert line == "    1 | Ein 🚲 für 東京 e\u0301 words"
    # The bicycle and each of the two signs take two columns, the accent none.
    assert carets == "      | " + " " * len("Ein xx für xxxx e ") + "^^^^^"


def test_a_long_line_is_cut_around_the_place() -> None:
    line, carets = marked(of("word " * 100 + "here " + "word " * 100 + "\n", "here"))
    assert len(line) < 120 and line.startswith("    1 | …") and line.endswith("…")
    assert line[carets.index("^") : carets.rindex("^") + 1] == "here"


def test_a_place_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    line, carets = marked(of("Tea for\ntwo of us.\n", "for\ntwo"))
    assert (line, carets) == ("    1 | Tea for", "      |     ^^^…")


def test_an_excerpt_steers_no_terminal() -> None:
    line, carets = marked(of("Tea \x1b[2J\tfor\u202e two\n", "two"))
    assert "\x1b" not in line and "\t" not in line and "\u202e" not in line
    assert line[carets.index("^") : carets.rindex("^") + 1] == "two"


def test_a_flood_is_shown_by_its_first_and_the_lines_of_the_rest() -> None:
    text = "tea\n\n" * 9
    told = report_text([of(text, "tea")])
    assert told.count("warning terms.avoid") == 3
    assert "… and 6 more of terms.avoid, in lines 7, 9, 11, 13, 15, 17 (--full shows all)" in told
    assert told.count("9 warnings") == 1
    assert report_text([of(text, "tea")], full=True).count("warning terms.avoid") == 9
    assert report_text([of("tea\n\n" * 5, "tea")]).count("warning terms.avoid") == 5


def test_annotations_for_github() -> None:
    text = "Tea for two.\n\nTea: 50%\nof it, too.\n"
    one = of(text, "50%\nof", check="claims.unproven", name="a,b:c.md")
    two = of(text, "two", name="a.md")
    assert github_text([two, one]) == (
        "::warning file=a.md,line=1,endLine=1,col=9,endColumn=11,title=copykit terms.avoid::Not this.\n"
        "::warning file=a%2Cb%3Ac.md,line=3,endLine=4,title=copykit claims.unproven::Not this.\n"
    )
    assert github_text([checked(FOUND)]) == (
        "::warning file=site/a b.md,line=3,endLine=3,col=3,endColumn=13,title=copykit terms.avoid::"
        'Write “bike”.%0AFix: Write “bike”%0ARule: term "bike" (hubgear/terms.yaml:3)\n'
    )


def test_a_message_for_github_is_one_line() -> None:
    bad = replace(FOUND, advice="100% of\r\nthis", severity=Severity.SUGGESTION, reference=None, fixes=())
    told = github_text([checked(bad)])
    assert told.startswith("::notice ") and told.endswith("::100%25 of%0D%0Athis\n")


def test_sarif_is_valid_by_its_schema() -> None:
    schema = json.loads((DATA / "sarif" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    absent = finding(0, 0, Severity.SUGGESTION)
    log = sarif_log([checked(FOUND, absent), of("tea\n", "tea", check="custom.Own.Rule")], version="0.1.0")
    jsonschema.Draft4Validator(schema).validate(json.loads(to_json(log)))
    driver = log["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["terms.avoid", "custom.Own.Rule"]
    assert driver["rules"][0]["shortDescription"] == {"text": "Word to avoid"}
    first, second, third = log["runs"][0]["results"]
    assert (first["ruleIndex"], second["ruleIndex"], third["ruleIndex"]) == (0, 0, 1)
    prints = [one["partialFingerprints"]["copykit/v1"] for one in (first, second)]
    assert len(set(prints)) == 2


def test_the_schema_of_sarif_finds_a_fault() -> None:
    schema = json.loads((DATA / "sarif" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    log = sarif_log([checked(FOUND)], version="0.1.0")
    log["runs"][0]["results"][0]["level"] = "suggestion"
    with pytest.raises(jsonschema.ValidationError, match="suggestion"):
        jsonschema.Draft4Validator(schema).validate(log)


def test_what_is_accepted_is_told_apart() -> None:
    rule = Reference(label="accepted by Ida", quote="Fine.", path="hubgear/accepted.yaml", line=2)
    accepted = Overruled(finding=FOUND, by="Ida", reason="Fine.", until=date(2027, 1, 1), reference=rule)
    report = Report(document=DOCUMENT.name, words=8, findings=(), judged=frozenset(), accepted=(accepted,))
    one = Checked(document=DOCUMENT, report=report)
    assert "terms.avoid" not in report_text([one]) and "nothing found · 1 accepted" in report_text([one])
    told = report_text([one], accepted=True)
    assert "site/a b.md:3:3 accepted by Ida until 2027-01-01 terms.avoid" in told
    assert "    because: Fine.\n    rule: hubgear/accepted.yaml:2 accepted by Ida" in told
    payload = json.loads(to_json(report_payload("Hubgear", [one])))
    jsonschema.validate(payload, dict(output_schemas()["check.output.schema.json"]))
    [shown] = payload["documents"][0]["accepted"]
    assert (shown["by"], shown["until"], shown["finding"]["quote"]) == ("Ida", "2027-01-01", "two-wheeler")
