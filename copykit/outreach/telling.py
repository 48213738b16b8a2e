"""A batch in words: the plan before it begins, how far it is, and what came of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from copykit.draft import Usage
from copykit.guide import Guide
from copykit.outreach.alike import MAIL_MERGE, MUCH_ALIKE, Sameness
from copykit.outreach.batch import Outcome, Progress
from copykit.outreach.mapping import Column
from copykit.outreach.plan import Estimate, Gap
from copykit.outreach.prospects import List
from copykit.outreach.results import entries
from copykit.wording import listed

__all__ = [
    "counted",
    "grouped",
    "money",
    "plan_text",
    "progress_text",
    "sameness_text",
    "span",
    "summary_text",
]

_AS_LINE = re.compile(r" as line \d+")
_MOST_REASONS = 8  # reasons that are listed with their rows
_MOST_ROWS = 6  # lines that are named for each


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 row", "1,200 rows"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def money(usage: Usage) -> str:
    """What something cost: "$0.0412", or that nobody knows."""
    if not usage.requests:
        return "nothing was asked of a model" if not usage.cached else "all answers were at hand"
    more = f", without {counted(usage.unpriced, 'request')} of unknown price" if usage.unpriced else ""
    return f"${usage.cost:.4f}{more}" if usage.cost or not usage.unpriced else "of unknown price"


def span(seconds: float) -> str:
    """A stretch of time: "40 s", "3 min", "2 h 5 min"."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def plan_text(
    found: List,
    gaps: Sequence[Gap],
    *,
    guide: Guide,
    estimate: Estimate | None,
    cost: str = "",
    seconds: float = 0,
) -> str:
    """The whole plan: rows, what each column fills, who is written to and why, what is missing, the cost."""
    lines = [_rows_line(found)]
    lines += [f"  {remark}" for remark in found.table.remarks]
    lines += ["", *_columns_block(found.columns), "", *_audiences_block(found, guide)]
    if found.aside:
        lines += ["", f"Set aside: {counted(len(found.aside), 'row')}"]
        lines += grouped((one.reason, one.line) for one in found.aside)
        if any(one.unfit for one in found.aside):
            lines.append("  Whom no audience fits is written to all the same with --set audience=…")
    lines += _remarks_block(found)
    if gaps:
        lines += ["", "Missing", *(f"  {line}" for line in gap_lines(gaps, found))]
    lines += ["", f"To write: {counted(len(found.prospects), 'piece')}{_takes(estimate, cost, seconds)}"]
    return "\n".join(lines) + "\n"


def _rows_line(found: List) -> str:
    aside = len(found.aside)
    whole = len(found.prospects) + aside
    return (
        f"{found.table.name}: {counted(whole, 'row')}, {len(found.prospects):,} to write, {aside:,} set aside"
    )


def _columns_block(columns: Sequence[Column]) -> Iterator[str]:
    yield "Columns"
    wide = min(30, max(len(column.title) for column in columns))
    aim = max(len(column.target) for column in columns) or 1
    for column in columns:
        mark = "→" if column.target else {"unknown": "?", "ignored": "–"}.get(column.use, "–")
        yield f"  {column.title:<{wide}} {mark} {column.target:<{aim}}  {column.reason}".rstrip()


def _audiences_block(found: List, guide: Guide) -> Iterator[str]:
    yield "Audiences"
    split = Counter(one.brief.audience for one in found.prospects)
    for audience, count in split.most_common():
        part = guide.audience(audience) if audience else None
        yield f"  {part.name if part else 'no audience'} ({audience or 'any'}): {counted(count, 'row')}"
        reasons = ((one.why, one.line) for one in found.prospects if one.brief.audience == audience)
        yield from (f"  {line}" for line in grouped(reasons, most=3))
    if not split:
        yield "  nobody"


def grouped(reasons: Iterator[tuple[str, int]], most: int = _MOST_REASONS) -> Iterator[str]:
    """Reasons, the most frequent first, each with the lines that it is true of."""
    lines: dict[str, list[int]] = {}
    for reason, line in reasons:
        lines.setdefault(reason, []).append(line)
    ranked = sorted(lines.items(), key=lambda item: -len(item[1]))
    for reason, where in ranked[:most]:
        named = ", ".join(str(line) for line in where[:_MOST_ROWS])
        more = f" and {len(where) - _MOST_ROWS} more" if len(where) > _MOST_ROWS else ""
        yield f"  {reason} (line {named}{more})"
    if len(ranked) > most:
        rest = sum(len(where) for _, where in ranked[most:])
        yield f"  and {counted(len(ranked) - most, 'more reason')} for {counted(rest, 'row')}"


def _remarks_block(found: List) -> Iterator[str]:
    remarks = [(remark, one.line) for one in found.prospects for remark in one.remarks]
    if remarks:
        yield ""
        yield "Mended on the way"
        yield from grouped(iter(remarks))


def gap_lines(gaps: Sequence[Gap], found: List) -> Iterator[str]:
    """What is missing, and how to bring it in, a sentence or two each."""
    columns = {column.target for column in found.columns if column.target}
    for gap in gaps:
        if gap.name == "merge tag":
            yield gap.question
            continue
        first = f" (the first in line {gap.line})"
        many = "every row" if len(gap.rows) == gap.of else counted(len(gap.rows), "row") + first
        said = f"{gap.name}: {many} would hold an open slot, “{gap.question}”, and not be ready."
        yield said + _cure(gap.name, columns)


# The setting that closes a slot, and how to fill it; other slots tell their own question.
_CURES = {
    "observation": (
        "observation",
        'Give the list a column with what you noticed about each; --map "Column=observation" names it.',
    ),
    "first name": (
        "recipient.first_name",
        'Give the list a column with first names; --map "Column=recipient.first_name" names it.',
    ),
    "your name": (
        "sender.first_name",
        "Say who signs: --set sender.first_name=… --set sender.last_name=…",
    ),
}


def _cure(name: str, columns: set[str]) -> str:
    if name not in _CURES:
        return ""
    target, advice = _CURES[name]
    return " Fill the empty cells." if target in columns else f" {advice}"


def _takes(estimate: Estimate | None, cost: str, seconds: float) -> str:
    if estimate is None:
        time = f", in about {span(seconds)}" if seconds else ""
        return f" without a model{time}: nothing is asked of anybody and nothing is paid"
    tokens = f"about {_rough(estimate.input_tokens)} tokens in and {_rough(estimate.output_tokens)} out"
    asked = counted(estimate.requests, "request")
    return (
        f", {asked}, {tokens}, {cost}; rounds of improvement come on top, and the first answers show the time"
    )


def _rough(number: int) -> str:
    """Two leading digits: an estimate is not known better."""
    return f"{round(number, 2 - len(str(number))):,}" if number > 99 else str(number)


_ENOUGH = 5  # pieces from which on the time to go is told


def progress_text(progress: Progress, *, seconds: float, pieces: int) -> str:
    """How far it is: "120 of 500 · 2 failed · $0.0312, about $0.13 in all · 4 min to go".

    Args:
        progress: how far it is.
        seconds: in which the last `pieces` were written.
        pieces: how many they are; of too few, nothing is foretold.
    """
    parts = [f"{progress.done:,} of {progress.total:,}"]
    fresh = progress.done - progress.resumed
    left = progress.total - progress.done
    if progress.failed:
        parts.append(f"{progress.failed:,} failed")
    if progress.usage.requests:
        told = money(progress.usage + progress.before)
        if progress.usage.cost and fresh and left:
            whole = progress.usage.cost / fresh * left + progress.usage.cost + progress.before.cost
            told += f", about ${whole:.2f} in all"
        parts.append(told)
    if pieces >= _ENOUGH and left:
        parts.append(f"{span(seconds / pieces * left)} to go")
    return " · ".join(parts)


_OBSERVE = "An observation column, one thing noticed about each, would change that."
_MORE_TO_SAY = "More pains, messages and stories in the guide would change that."


def sameness_text(same: Sameness, *, observed: bool) -> str:
    """How alike the pieces are, and what would change that, in a sentence or two."""
    cure = _MORE_TO_SAY if observed else _OBSERVE
    said = f"{same.percent:.0f} % identical on average: "
    if same.percent >= MAIL_MERGE:
        said += f"this is mail merge. {cure}"
    elif same.percent >= MUCH_ALIKE:
        said += f"much alike. {cure}"
    else:
        said += "each reads on its own."
    if same.repeated and same.percent >= MUCH_ALIKE:
        sentence, count = same.repeated[0]
        said += f" Most often said, in {count:,} of {same.pieces:,}: “{sentence}”"
    return said


def summary_text(found: List, outcome: Outcome, *, same: Sameness | None, files: Sequence[str]) -> str:
    """What came of a batch."""
    made = entries(found, outcome.pieces)
    count = Counter[str](one.status for one in made)
    order = ("ready", "blocked", "failed", "set aside", "not written")
    lines = [
        f"{counted(len(made), 'row')}: {listed([f'{count[one]:,} {one}' for one in order if count[one]])}"
    ]
    for status in ("blocked", "failed"):
        if count[status]:
            told = ((reason, one.line) for one in made if one.status == status for reason in one.reasons)
            lines += [f"{status[:1].upper()}{status[1:]}, because:", *grouped(told)]
    if found.aside:
        lines += ["Set aside, because:", *grouped((one.reason, one.line) for one in found.aside)]
    alike = [
        (_AS_LINE.sub(" as a colleague", said), piece.prospect.line)
        for piece in outcome.pieces
        for said in piece.alike
    ]
    if alike:
        lines += ["Could not be kept apart within a company:", *grouped(iter(alike))]
    if same:
        observed = any(column.target == "observation" for column in found.columns)
        lines.append(sameness_text(same, observed=observed))
    spent = outcome.progress.usage + outcome.progress.before
    if spent.requests or spent.cached:
        cached = f", {counted(spent.cached, 'answer')} from the cache" if spent.cached else ""
        used = f"{counted(spent.requests, 'request')}, {counted(spent.tokens, 'token')}"
        lines.append(f"Used: {used}, {money(spent)}{cached}")
    if files:
        lines.append(f"Written: {listed(files)}")
    return "\n".join(lines) + "\n"
