"""Reports as SARIF 2.1.0, which code hosts and editors show beside the lines.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from copykit.checking import Checked
from copykit.findings import Finding, Location, Severity
from copykit.text import Document

__all__ = ["sarif_log"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "note",
}


def sarif_log(checked: Iterable[Checked], *, version: str) -> dict[str, Any]:
    """A SARIF log with one run: the checks that found something as rules, each finding as a result.

    Offsets and columns count code points; columns and lines begin at 1, offsets at 0.

    Args:
        checked: documents with their reports; a finding must be located in its document's source.
        version: copykit's own version.
    """
    rules: dict[str, dict[str, Any]] = {}
    results: list[dict[str, Any]] = []
    for one in checked:
        for finding in one.report.findings:
            if finding.check not in rules:
                rules[finding.check] = {**_rule(finding), "index": len(rules)}
            results.append(_result(finding, one.document, rules[finding.check]["index"]))
    driver = {
        "name": "copykit",
        "version": version,
        "semanticVersion": version,
        "rules": [{key: value for key, value in rule.items() if key != "index"} for rule in rules.values()],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(finding: Finding) -> dict[str, Any]:
    """A check as a rule, with what the registry tells of it."""
    from copykit.checks.facts import facts_about
    from copykit.exports.facts import explain_text

    rule: dict[str, Any] = {
        "id": finding.check,
        "name": finding.check,
        "properties": {"area": finding.area.value},
    }
    facts = facts_about(finding.check)
    if facts:
        rule["shortDescription"] = {"text": facts.title}
        rule["fullDescription"] = {"text": f"{facts.sees[:1].upper()}{facts.sees[1:]}."}
        rule["help"] = {"text": explain_text(facts)}
    return rule


def _result(finding: Finding, document: Document, rule: int) -> dict[str, Any]:
    from copykit.baseline import fingerprint

    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": _physical(finding.location, document)}],
        "partialFingerprints": {"copykit/v1": fingerprint(finding, document)},
    }
    related = [place for place in finding.related if place.document == document.name]
    if related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(place, document)}
            for number, place in enumerate(related, 1)
        ]
    if finding.fixes:
        region = _region(finding.location, document)
        artifact = {"uri": _uri(document.name)}
        result["fixes"] = [
            {
                "description": {"text": fix.title},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": fix.replacement}}
                        ],
                    }
                ],
            }
            for fix in finding.fixes
        ]
    return result


def _message(finding: Finding) -> str:
    rule = finding.reference
    if rule is None:
        return finding.advice
    said = f"{rule}: “{rule.quote}”" if rule.quote else str(rule)
    return f"{finding.advice} [{said}]"


def _physical(location: Location, document: Document) -> dict[str, Any]:
    region = _region(location, document)
    said = document.quote(location)
    if said:
        region = {**region, "snippet": {"text": said}}
    return {"artifactLocation": {"uri": _uri(document.name)}, "region": region}


def _region(location: Location, document: Document) -> dict[str, Any]:
    line, column = document.line_column(location)
    last = Location(document=location.document, field=location.field, start=location.end, end=location.end)
    end_line, end_column = document.line_column(last)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": location.start,
        "charLength": location.end - location.start,
    }


def _uri(name: str) -> str:
    """A path as a URI reference: percent-encoded, and with `file://` when it is absolute."""
    encoded = quote(name.replace("\\", "/"))
    return f"file://{encoded}" if encoded.startswith("/") else encoded
