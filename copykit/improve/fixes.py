"""Applies fixes, and tells by a re-check which of them do no harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar, cast

from copykit.checks import Context, check
from copykit.draft import Draft, Value, Values, get_leaf, set_leaf
from copykit.errors import CopykitError
from copykit.findings import Area, Finding, Fix, Report
from copykit.text import Document, parse

__all__ = [
    "Change",
    "Improved",
    "StaleFinding",
    "apply_fix",
    "fix_all_safe",
    "fix_draft",
    "rechecker",
    "verify_fixes",
]

# A text is its source, or the values of a draft's fields.
_Text = TypeVar("_Text", str, Values)

# Each takes a re-check; the gravest findings come first, so what is left out matters least.
MOST_VERIFIED = 60
MOST_APPLIED = 200


class StaleFinding(CopykitError):
    """The text at the finding's place is no longer what the finding quotes."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """A fix that was applied, or refused for a reason.

    Attributes:
        reason: why it was refused, a clause without a full stop; empty when it was applied.
    """

    finding: Finding
    fix: Fix
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Improved(Generic[_Text]):
    """What became of a text.

    Attributes:
        text: the text with every harmless fix applied.
        report: its report.
        applied: the fixes that were kept, in order.
        refused: the fixes that were tried and taken back, each with its reason.
    """

    text: _Text
    report: Report
    applied: tuple[Change, ...]
    refused: tuple[Change, ...]


# ── one fix ─────────────────────────────────────────────────────────────────────────────────────────


def apply_fix(text: _Text, finding: Finding, fix: Fix) -> _Text:
    """Puts a fix in place of its finding's quote.

    Args:
        text: a document's source, or the values of a draft's fields.
        finding: a finding of that text's report.
        fix: one of the finding's fixes.

    Raises:
        StaleFinding: when the quote no longer stands at the finding's place.
    """
    if isinstance(text, str):
        return _replaced(text, finding, fix)
    path = finding.location.field
    if path is None:
        raise StaleFinding("this finding stands in no field of the draft", advice="Edit the text by hand.")
    changed = set_leaf(text, path, _replaced(get_leaf(text, path), finding, fix))
    return cast(_Text, changed)


def fix_draft(draft: Draft, finding: Finding, fix: Fix) -> Mapping[str, Value]:
    """The values of a draft's fields with a fix applied; judge the draft again with them.

    Raises:
        StaleFinding: when the quote no longer stands at the finding's place.
    """
    return apply_fix(draft.fields, finding, fix)


def _replaced(text: str, finding: Finding, fix: Fix) -> str:
    start, end = finding.location.start, finding.location.end
    if end > len(text) or text[start:end] != finding.quote:
        said = f"“{finding.quote}” no longer stands where it was found"
        raise StaleFinding(said, advice="The text has changed since: check it again.")
    return text[:start] + fix.replacement + text[end:]


# ── fixes that do no harm ───────────────────────────────────────────────────────────────────────────


def rechecker(
    document: Document, context: Context, *, reparse: Callable[[str], Document] | None = None
) -> Callable[[str], Report]:
    """A function that checks a changed source as the document was checked.

    Args:
        document: the document whose source is changed.
        context: what it is held against.
        reparse: how a source becomes a document; by default as a text of the document's name and syntax.
    """

    def recheck(source: str) -> Report:
        if reparse is not None:
            return check(reparse(source), context)
        return check(parse(source, name=document.name, syntax=document.syntax), context)

    return recheck


def fix_all_safe(
    text: _Text, *, recheck: Callable[[_Text], Report], report: Report | None = None
) -> Improved[_Text]:
    """Applies every fix that does no harm, the gravest finding's first, with a re-check after each.

    A fix is kept only if its finding is gone, no error has come and no score is lower; otherwise it is
    taken back and told with the reason. Of a finding with several fixes the first that can be kept is.

    Args:
        text: a document's source, or the values of a draft's fields.
        recheck: how such a text is checked (see `rechecker`).
        report: the text's report, if it is at hand.
    """
    report = report or recheck(text)
    applied: list[Change] = []
    refused: dict[tuple[object, ...], Change] = {}
    seen = [text]
    while len(applied) < MOST_APPLIED:
        choice = next((one for one in _choices(report) if _key(*one) not in refused), None)
        if choice is None:
            break
        finding, fix = choice
        changed, after, reason = _tried(text, report, finding, fix, recheck)
        if not reason and changed in seen:
            reason = "it brings back what another fix has changed"
        if reason:
            refused[_key(finding, fix)] = Change(finding=finding, fix=fix, reason=reason)
            continue
        text, report = changed, after
        seen.append(text)
        applied.append(Change(finding=finding, fix=fix))
    return Improved(text=text, report=report, applied=tuple(applied), refused=tuple(refused.values()))


def verify_fixes(text: _Text, report: Report, *, recheck: Callable[[_Text], Report]) -> Report:
    """The report with each fix marked safe or not by trying it on the text; none is kept.

    Only the first 60 fixes are tried, those of the gravest findings; the others are marked not safe.
    """
    tried = 0
    findings: list[Finding] = []
    for finding in report.findings:
        fixes: list[Fix] = []
        for fix in finding.fixes:
            tried += 1
            safe = tried <= MOST_VERIFIED and not _tried(text, report, finding, fix, recheck)[2]
            fixes.append(replace(fix, safe=safe))
        findings.append(replace(finding, fixes=tuple(fixes)) if fixes else finding)
    return replace(report, findings=tuple(findings))


def _choices(report: Report) -> Iterator[tuple[Finding, Fix]]:
    return ((finding, fix) for finding in report.findings for fix in finding.fixes)


def _key(finding: Finding, fix: Fix) -> tuple[object, ...]:
    """Tells a fix apart in report after report, whose offsets differ."""
    return (*_identity(finding), fix.replacement)


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.check, finding.location.field, finding.quote


def _tried(
    text: _Text, report: Report, finding: Finding, fix: Fix, recheck: Callable[[_Text], Report]
) -> tuple[_Text, Report, str]:
    """The text and report with a fix applied, and what speaks against it; "" when nothing does."""
    try:
        changed = apply_fix(text, finding, fix)
    except StaleFinding as error:
        return text, report, str(error)
    if changed == text:
        return text, report, "it changes nothing"
    after = recheck(changed)
    return changed, after, _harm(report, after, finding, fix)


def _harm(before: Report, after: Report, finding: Finding, fix: Fix) -> str:
    left = Counter(map(_identity, after.findings))[_identity(finding)]
    if left >= Counter(map(_identity, before.findings))[_identity(finding)]:
        return "the finding is still there afterwards"
    old = Counter(map(_identity, before.errors))
    more = len(after.errors) > len(before.errors)
    for error in after.errors:
        if not more and _stood_there(error, before, finding, fix):
            continue
        old[_identity(error)] -= 1
        if old[_identity(error)] < 0:
            return f"it brings a new error: {error.advice.rstrip('.')}"
    # By the same length: a text that has become a word shorter is no worse for that.
    after = replace(after, words=before.words)
    for area in Area:
        one, other = before.scores.of(area), after.scores.of(area)
        if one is not None and other is not None and other < one:
            return f"it lowers the score for {area.value} from {one:g} to {other:g}"
    return ""


def _stood_there(error: Finding, before: Report, finding: Finding, fix: Fix) -> bool:
    """Whether an error was there before a fix, which has only changed a part of what it quotes."""
    place, longer = finding.location, len(fix.replacement) - len(finding.quote)
    if error.location.field != place.field:
        return False
    for other in before.errors:
        low, high = other.location.start, other.location.end
        # Only what the fix touched may read otherwise.
        if other.check == error.check and other.location.field == place.field and other is not finding:
            touched = low <= place.end and place.start <= high
            if touched and error.location.start <= high + longer and low <= error.location.end:
                return True
    return False
