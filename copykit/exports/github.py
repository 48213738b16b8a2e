"""Findings as GitHub's workflow commands, which show as annotations beside the changed lines.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from copykit.checking import Checked
from copykit.findings import Finding, Location, Severity
from copykit.text import Document

__all__ = ["github_text"]

_COMMANDS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "notice",
}


def github_text(checked: Iterable[Checked]) -> str:
    """One `::error file=…,line=…,col=…::…` line for each finding, the gravest of each document first.

    A suggestion is a notice. Lines and columns begin at 1, and `endColumn` is the last column marked; it is
    told only where a place begins and ends in one line, as GitHub wants it.
    """
    lines = [_command(finding, one.document) for one in checked for finding in one.report.findings]
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding, document: Document) -> str:
    place = finding.location
    line, column = document.line_column(place)
    last = Location(
        document=place.document, field=place.field, start=max(place.start, place.end - 1), end=place.end
    )
    end_line, end_column = document.line_column(last)
    where: dict[str, str | int] = {"file": document.name, "line": line}
    if end_line == line:
        where |= {"endLine": end_line, "col": column, "endColumn": end_column}
    else:
        where["endLine"] = end_line
    where["title"] = f"copykit {finding.check}"
    said = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(_message(finding))}"


def _message(finding: Finding) -> str:
    lines = [finding.advice, *(f"Fix: {fix.title}" for fix in finding.fixes[:1])]
    if finding.reference:
        lines.append(f"Rule: {finding.reference}")
    return "\n".join(lines)


def _data(text: str) -> str:
    """A message as the runner reads it: one line, with the marks that it knows escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
