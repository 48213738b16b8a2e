"""Settles findings by what the guide's owners decided: which checks run how gravely, which were overruled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from copykit.checks.context import Context
from copykit.checks.remember import remembered
from copykit.errors import GuideError, Problem
from copykit.findings import Finding, Overruled, Severity
from copykit.guide import Guide
from copykit.guide.control import Acceptance, Level, Levels
from copykit.guide.places import ANYWHERE, matches, shared_path
from copykit.wording import did_you_mean

__all__ = ["accepted_as", "hold_to_levels", "known_check", "overrule", "verify_control"]

ALL = "all"


def hold_to_levels(findings: Iterable[Finding], document: str, context: Context) -> list[Finding]:
    """Findings as grave as the guide's `checks.yaml` wants them, without those of checks that are off.

    In copy that copykit writes itself, an error stays one: what may not ship is no matter of taste.

    Raises:
        GuideError: when the guide sets a check that there is none of.
    """
    verify_control(context.guide)
    scopes = _scopes(document, context)
    if not scopes:
        return list(findings)
    return [held for finding in findings if (held := _held(finding, scopes, context)) is not None]


def _held(finding: Finding, scopes: list[Mapping[str, Level]], context: Context) -> Finding | None:
    if context.own and finding.severity is Severity.ERROR:
        return finding
    level = _level(finding.check, scopes)
    if level == "off":
        return None
    return finding if level is None else replace(finding, severity=Severity(level))


def _level(check: str, scopes: list[Mapping[str, Level]]) -> Level | None:
    for scope in scopes:
        name = check
        while name:
            if name in scope:
                return scope[name]
            name = name.rpartition(".")[0]
        if ALL in scope:
            return scope[ALL]
    return None


def _scopes(document: str, context: Context) -> list[Mapping[str, Level]]:
    """What is set for a document, the most particular first: its folders, its channel, everywhere."""
    checks = context.guide.checks
    if checks.empty:
        return []
    scopes: list[Mapping[str, Level]] = []
    if checks.folders and not _is_draft(context):
        path = shared_path(document, context.guide.folder)
        hits = [pattern for pattern in checks.folders if matches(pattern, path)]
        hits.sort(key=lambda pattern: (pattern.strip("/").count("/"), len(pattern)), reverse=True)
        scopes += [checks.folders[pattern].by_id for pattern in hits]
    for channel, levels in checks.channels.items():
        if channel == context.channel:
            scopes.append(levels.by_id)
    return [*scopes, checks.checks.by_id]


def _is_draft(context: Context) -> bool:
    """A draft on the screen stands in no folder yet."""
    return context.own and not context.of_guide


@remembered
def verify_control(guide: Guide) -> None:
    """Looks whether every check that a guide's `checks.yaml` and `accepted.yaml` name exists.

    Raises:
        GuideError: with every name that is none, each with its line and the nearest that is.
    """
    problems: list[Problem] = []
    groups: list[Levels] = [guide.checks.checks, *guide.checks.channels.values()]
    groups += guide.checks.folders.values()
    for levels in groups:
        for name in levels.by_id:
            if not known_check(name):
                place = levels.place.at(name)
                problems.append(Problem(message=_unknown(name), path=place.path, line=levels.place.of(name)))
    for one in guide.accepted:
        if not known_check(one.check):
            line = one.place.of("check")
            problems.append(Problem(message=_unknown(one.check), path=one.place.path, line=line))
    if problems:
        raise GuideError(problems=problems)


def known_check(name: str) -> bool:
    """Whether a name is a check's id, a family's, or `all`."""
    from copykit.checks.facts import facts_about, known_families

    return name == ALL or name in known_families() or facts_about(name) is not None


def _unknown(name: str) -> str:
    from copykit.checks.facts import known_families, known_ids

    near = did_you_mean(name, [*known_ids(), *known_families(), ALL])
    return f'there is no check "{name}"{near or "; docs/checks.md lists them all"}'


def overrule(
    findings: Iterable[Finding], document: str, context: Context
) -> tuple[list[Finding], list[Overruled]]:
    """Parts findings into those that stand and those that a person overruled, here or in the guide."""
    accepted = (*context.accepted, *context.guide.accepted)
    if not accepted:
        return list(findings), []
    path = "" if _is_draft(context) else shared_path(document, context.guide.folder)
    standing: list[Finding] = []
    overruled: list[Overruled] = []
    for finding in findings:
        for one in accepted:
            if accepted_as(one, finding, path) and not (one.until and context.today > one.until):
                overruled.append(
                    Overruled(
                        finding=finding,
                        by=one.by,
                        reason=one.reason,
                        until=one.until,
                        reference=one.reference(f"accepted by {one.by}", quote=one.reason),
                    )
                )
                break
        else:
            standing.append(finding)
    return standing, overruled


def accepted_as(one: Acceptance, finding: Finding, path: str) -> bool:
    """Whether an acceptance means a finding in the document at a path, its dates aside."""
    return (
        one.check == finding.check
        and one.quote.split() == finding.quote.split()
        and (one.document == ANYWHERE or bool(path and matches(one.document, path)))
    )
