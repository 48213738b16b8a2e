"""What leaves copykit: text for a terminal, and JSON in the published shape whatever the checks said."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema

from copykit.brief import Brief
from copykit.checking import Checked
from copykit.draft import Blocked, Draft, Fact
from copykit.exports import (
    checked_draft,
    draft_text,
    output_schemas,
    report_payload,
    report_text,
    sarif_log,
    to_json,
    write_payload,
)
from copykit.findings import Area, Finding, Fix, Location, Reference, Report, Severity
from copykit.formats import load_formats
from copykit.text import Syntax, parse

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
        "site/a b.md: score 83 (readability –, keywords –, consistency 83) · 8 words · 1 warning\n"
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
        "draft: score – (readability –, keywords –, consistency –) · 9 words · 1 error\n"
    )


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
