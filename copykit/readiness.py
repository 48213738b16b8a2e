"""Whether a draft is ready: its texts are checked, and all that hinders its use is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from copykit.checks import Context, check
from copykit.draft import SLOT, Blocked, Draft, Fact, Values, leaves
from copykit.findings import WEIGHTS, Report
from copykit.formats import Format
from copykit.guide import Guide
from copykit.text import Document, Syntax, parse_fields
from copykit.writers import Note, Task

__all__ = ["UNJUDGED", "document_of", "judge", "verdict", "wrongs"]

# The report of a draft that nobody has checked yet.
UNJUDGED = Report(document="draft", words=0, findings=(), judged=frozenset())


def document_of(format: Format, values: Values, *, aloud: bool = False) -> Document:
    """The texts of some fields as one document; each finding's place is within its field's text.

    Args:
        aloud: whether fields that no reader sees are read like the others.
    """
    parts = [
        (leaf.path, leaf.text, Syntax.MARKDOWN if leaf.field.markup == "markdown" else Syntax.PLAIN)
        for leaf in leaves(format, values)
        if leaf.field.role != "url"
    ]
    return parse_fields(parts, name="draft", unread=() if aloud else format.unread)


def wrongs(draft: Draft) -> tuple[int, int, float]:
    """What is wrong with a judged draft: what blocks it, its errors, and the weight of all its findings."""
    findings = draft.report.findings
    return len(draft.blocked), len(draft.report.errors), sum(WEIGHTS[one.severity] for one in findings)


def verdict(task: Task, values: Values) -> tuple[float, ...]:
    """How much is wrong with texts for a task, by all checks; of two, the smaller is the better."""
    draft = Draft(
        format=task.format, brand=task.guide.brand.name, brief=task.brief, fields=values, writer="",
        seed=task.seed, guide_version=task.guide.version, report=UNJUDGED, ready=False,
    )  # fmt: skip
    return wrongs(judge(draft, guide=task.guide, today=task.today))


def judge(
    draft: Draft, *, guide: Guide, today: date, notes: Iterable[Note] = (), deep: bool = False
) -> Draft:
    """Checks a draft's texts and says whether it is ready; call it again after a person's edit."""
    context = Context(
        guide=guide, today=guide.today(today), brief=draft.brief, format=draft.format, own=True,
        channel=draft.format.channel, deep=deep, machine=draft.writer != "offline", accepted=draft.accepted,
    )  # fmt: skip
    report = check(document_of(draft.format, draft.fields), context)
    if context.machine and draft.format.unread:
        # A list of search words that a model wrote may hold a claim or a rival's name all the same.
        aloud = check(document_of(draft.format, draft.fields, aloud=True), context)
        hidden = [one for one in aloud.errors if one.location.field in draft.format.unread]
        report = replace(report, findings=tuple(dict.fromkeys((*hidden, *report.findings))))
    blocked = [Blocked(reason=note.problem, field=note.field) for note in notes if note.problem]
    for leaf in draft.leaves():
        for slot in SLOT.finditer(leaf.text):
            what = slot["question"] or f'fill in "{slot["name"]}"'
            blocked.append(Blocked(reason=f"only you can say this: {what}", field=leaf.path))
    for finding in report.errors:
        if finding.check != "format.open-slot":
            blocked.append(Blocked(reason=finding.advice, field=finding.location.field))
    facts = tuple(
        Fact(field=field, quote=quote, reference=reference) for field, quote, reference in report.facts
    )
    seen = tuple(dict.fromkeys(blocked))
    return replace(draft, report=report, blocked=seen, ready=not seen and bool(draft.fields), facts=facts)
