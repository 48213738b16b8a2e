"""Reports, drafts and formats as text for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from copykit.checking import Checked
from copykit.draft import Draft, Round, Usage, Value
from copykit.exports.excerpt import excerpt, visible
from copykit.exports.payload import checked_draft
from copykit.findings import Finding, Overruled, Reference, Scores, Severity
from copykit.likeness import Spread
from copykit.text import Document, count
from copykit.wording import listed

if TYPE_CHECKING:
    from copykit.formats import Field, Format, Limit

__all__ = ["counts_text", "draft_text", "formats_text", "report_text", "spread_text", "visible"]

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}
LONGEST_QUOTE = 160
FLOOD, SHOWN = 5, 3  # more of one check in a document than the first are shown by the second
MOST_PLACES = 20
DRAFT = "draft"  # the name of a draft's document: its places are told by field


def report_text(
    checked: Iterable[Checked], *, colour: bool = False, full: bool = False, accepted: bool = False
) -> str:
    """Findings as `path:line:column severity check` with advice, source line, fix and rule; then the scores.

    The gravest come first. Of a check that found more than five things of one severity in a document, the
    first three are shown, and the lines of the others.

    Args:
        checked: documents with their reports, shown in their order.
        colour: whether to mark severities and places with ANSI colours.
        full: whether to show every finding, however many there are of one check.
        accepted: whether to list what has been accepted, too.
    """
    blocks: list[str] = []
    for one in checked:
        blocks += _findings(one, colour, full)
        if accepted:
            blocks += [_accepted(overruled, one.document) for overruled in one.report.accepted]
        blocks.append(_summary(one))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def counts_text(found: Counter[Severity]) -> str:
    """How much was found: "2 errors and 1 suggestion", or "nothing found"."""
    parts = [f"{found[one]} {one.value}{'' if found[one] == 1 else 's'}" for one in Severity if found[one]]
    return listed(parts) or "nothing found"


def _findings(checked: Checked, colour: bool, full: bool) -> Iterator[str]:
    groups: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in checked.report.findings:
        groups.setdefault((finding.check, finding.severity), []).append(finding)
    told: Counter[tuple[str, Severity]] = Counter()
    for finding in checked.report.findings:
        key = (finding.check, finding.severity)
        flood = len(groups[key]) > FLOOD and not full
        told[key] += 1
        if not flood or told[key] <= SHOWN:
            yield _finding(finding, checked.document, colour)
        if flood and told[key] == SHOWN:
            yield _more(groups[key][SHOWN:], checked.document)


def _more(findings: Sequence[Finding], document: Document) -> str:
    """How many more of the same there are, and where."""
    places: list[str] = []
    for finding in findings:
        line, _ = document.line_column(finding.location)
        field = finding.location.field if document.name == DRAFT else None
        places.append(field or str(line))
    where = list(dict.fromkeys(places))
    rest = ", …" if len(where) > MOST_PLACES else ""
    kind = "in" if document.name == DRAFT else "in line" if len(where) == 1 else "in lines"
    return (
        f"… and {len(findings)} more of {findings[0].check}, {kind} {', '.join(where[:MOST_PLACES])}{rest} "
        "(--full shows all)"
    )


def _accepted(one: Overruled, document: Document) -> str:
    finding = one.finding
    line, column = document.line_column(finding.location)
    by = f" by {visible(one.by)}" if one.by else ""
    until = f" until {one.until}" if one.until else ""
    lines = [f"{visible(document.name)}:{line}:{column} accepted{by}{until} {finding.check}"]
    lines += [f"    {_one_line(finding.advice)}", *excerpt(finding.location, document)]
    lines += [f"    because: {_one_line(one.reason) or 'nobody said why'}"]
    lines += [f"    rule: {_rule(one.reference)}"]
    return "\n".join(lines)


def _finding(finding: Finding, document: Document, colour: bool) -> str:
    line, column = document.line_column(finding.location)
    severity = finding.severity.value
    if colour:
        severity = f"\x1b[{_COLOURS[finding.severity]}m{severity}\x1b[0m"
    field, place = finding.location.field, visible(document.name)
    if document.name == DRAFT and field:
        place = field
    head = f"{place}:{line}:{column} {severity} {finding.check}"
    if field and place != field:
        head += f" ({field})"
    lines = [head, f"    {_one_line(finding.advice)}"]
    lines += excerpt(finding.location, document, colour=_COLOURS[finding.severity] if colour else "")
    for fix in finding.fixes[:3]:
        lines.append(f"    fix:  {_one_line(fix.title)}")
    if finding.reference:
        lines.append(f"    rule: {_rule(finding.reference, told=finding.advice)}")
    for other in finding.related[:3]:
        if other.document == document.name:
            at = ":".join(map(str, document.line_column(other)))
            name = other.field if document.name == DRAFT and other.field else visible(document.name)
            lines.append(f"    also: {name}:{at} “{_one_line(document.quote(other))}”")
    return "\n".join(lines)


def _rule(reference: Reference, *, told: str = "") -> str:
    place = f"{reference.path}:{reference.line}" if reference.path and reference.line else reference.path
    head = " ".join(part for part in (place or reference.url, reference.label) if part)
    said = reference.quote and reference.quote not in told  # the advice may have quoted it already
    return f"{head}: “{_one_line(reference.quote)}”" if said else head


def _one_line(text: str) -> str:
    line = " ".join(visible(text).split())
    return (
        line if len(line) <= LONGEST_QUOTE * 2 else f"{line[:LONGEST_QUOTE]} … {line[-LONGEST_QUOTE // 2 :]}"
    )


def _summary(checked: Checked) -> str:
    report = checked.report
    words = f"{report.words} word{'' if report.words == 1 else 's'}"
    found = counts_text(Counter(finding.severity for finding in report.findings))
    said = [_scores(report.scores), words, *_reading(report.metrics), found]
    if report.accepted:
        said.append(f"{len(report.accepted)} accepted")
    if known := report.metrics.get("baseline"):
        said.append(f"{known} known")
    return f"{visible(checked.document.name)}: {' · '.join(said)}"


def _scores(scores: Scores) -> str:
    """The scores; what can't be judged says why."""

    def said(value: float | None, otherwise: str) -> str:
        return otherwise if value is None else f"{value:.0f}"

    areas = (
        f"readability {said(scores.readability, 'too short')}",
        f"keywords {said(scores.keywords, 'none asked for')}",
        f"consistency {said(scores.consistency, 'no text')}",
    )
    return f"score {said(scores.overall, '–')} ({', '.join(areas)})"


def _reading(metrics: Mapping[str, object]) -> Iterator[str]:
    """The reading grade, where the text is long enough for one, and the time that it takes to read."""
    grade, seconds = metrics.get("grade"), metrics.get("reading_seconds")
    if isinstance(grade, int | float):
        yield f"grade {grade:g}"
    if isinstance(seconds, int | float) and seconds >= 1:
        yield f"{seconds:.0f} s to read" if seconds < 90 else f"{seconds / 60:.0f} min to read"


# ── drafts and formats ──────────────────────────────────────────────────────────────────────────────


def draft_text(draft: Draft, *, colour: bool = False, history: bool = False) -> str:
    """A draft's fields with their lengths against limits, whether it is ready, its scores and findings.

    Args:
        colour: whether the terminal shows colours.
        history: whether to tell how it came to be, round by round.
    """
    blocks: list[str] = [
        f"{draft.format.title} for {visible(draft.brand)}, by {draft.writer}, seed {draft.seed}"
    ]
    for field in draft.format.fields:
        value = draft.fields.get(field.name)
        if value:
            blocks.append(_field(field, value))
    checked = checked_draft(draft)
    if draft.ready:
        blocks.append("Ready.")
    else:
        reasons = [
            f"  - {_one_line(one.reason)}{f' ({one.field})' if one.field else ''}" for one in draft.blocked
        ]
        blocks.append("\n".join(["Not ready:", *reasons]))
    facts = [f"fact: “{_one_line(fact.quote)}” ({_rule(fact.reference)})" for fact in draft.facts]
    if facts:
        blocks.append("\n".join(dict.fromkeys(facts)))
    blocks += [_finding(finding, checked.document, colour) for finding in draft.report.findings]
    blocks += [f"note: {_one_line(remark)}" for remark in draft.remarks]
    if history:
        blocks += [_round(number, one) for number, one in enumerate(draft.history)]
    blocks.append(_summary(checked))
    if used := usage_text(draft.usage):
        blocks.append(used)
    return "\n\n".join(blocks) + "\n"


def spread_text(spread: Spread) -> str:
    """How far the variants of a brief are apart, in a sentence or two."""
    told = f"Of the three-word runs, two of these {spread.drafts} share {spread.most:.0%} at most."
    same = [
        f"{number} {'has' if number == 1 else 'have'} {what} of another"
        for number, what in ((spread.subjects, "the first line"), (spread.openings, "the opening"))
        if number
    ]
    told += f" {listed(same)}." if same else " No two begin alike."
    if spread.structures > 1:
        told += f" They are built in {spread.structures} ways."
    return told


def fewer_text(made: int, asked: int) -> str:
    """Why there are fewer variants than were asked for."""
    return (
        f"{_counted(made, 'variant')} of {asked}: guide and brief have no words for one more that says it "
        "otherwise. A wider brief, or more messages, pains and asks in the guide, give more."
    )


def usage_text(usage: Usage) -> str:
    """What a model used, in a line; "" when none was asked."""
    if not usage.requests and not usage.cached:
        return ""
    told = [
        _counted(usage.requests, "request"),
        f"{usage.input_tokens:,} tokens in, {usage.output_tokens:,} out",
    ]
    if usage.cost:
        told.append(f"${usage.cost:.4f}")
    if usage.unpriced:
        told.append(f"{'no price is' if usage.unpriced == usage.requests else 'some prices are not'} known")
    if usage.estimated:
        told.append("tokens estimated, since the server did not tell them")
    if usage.cached:
        told.append(f"{_counted(usage.cached, 'answer')} from the cache")
    return f"used: {'; '.join(told)}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _round(number: int, one: Round) -> str:
    left = ", ".join(
        _counted(count, noun)
        for count, noun in ((one.errors, "error"), (one.warnings, "warning"), (one.suggestions, "suggestion"))
        if count
    )
    state = "" if one.kept else " (undone)"
    why = f"\n  {_one_line(one.reason)}" if one.reason else ""
    done = "".join(f"\n  - {_one_line(line)}" for line in one.done)
    return f"{number}. {one.title}{state}: {left or 'nothing wrong'}{why}{done}"


def _field(field: Field, value: Value, indent: str = "") -> str:
    if isinstance(value, str):
        text = visible(value)
        if indent and "\n" not in text:
            return f"{indent}{field.label}{_length(field, value)}: {text}"
        inner = "\n".join(f"{indent}  {line}" if line else "" for line in text.split("\n"))
        return f"{indent}{field.label}{_length(field, value)}\n{inner}"
    lines = [f"{indent}{field.label}"]
    items: Sequence[str | Mapping[str, str | list[str]]] = value
    for number, item in enumerate(items, 1):
        if isinstance(item, str):
            text = visible(item).replace("\n", f"\n{indent}     ")
            lines.append(f"{indent}  {number:>2} {text}{_length(field, item)}")
            continue
        if number > 1:
            lines.append("")
        lines.append(f"{indent}  {number}")
        for part in field.fields:
            if held := item.get(part.name):
                lines.append(_field(part, held, indent + "    "))
    return "\n".join(lines)


def _length(field: Field, text: str) -> str:
    limit = field.limit or field.shown
    return f" ({count(text, limit.counting)}/{limit.max})" if limit else ""


def formats_text(formats: Iterable[Format]) -> str:
    """Each format's name, title and fields with their limits."""
    blocks: list[str] = []
    for format in formats:
        lines = [f"{format.name}  {format.title}: {format.settings.description}"]
        lines += [f"  {line}" for field in format.fields for line in _field_lines(field)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _field_lines(field: Field) -> list[str]:
    said: list[str] = []
    if field.kind != "text":
        least, most = field.items
        said.append(f"{least} to {most}")
    if field.limit:
        said.append(_limit("at most", field.limit))
    if field.shown:
        said.append(_limit("shown up to", field.shown))
    if field.advised:
        said.append(_limit("better up to", field.advised))
    if not field.required:
        said.append("may be left out")
    head = f"{field.name}: {', '.join(said)}" if said else field.name
    return [head, *(f"  {line}" for inner in field.fields for line in _field_lines(inner))]


def _limit(words: str, limit: Limit) -> str:
    return (
        f"{words} {limit.max} {limit.counting if limit.counting == 'characters' else f'({limit.counting})'}"
    )
