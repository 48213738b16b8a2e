"""What of a draft is to be written anew, and why, in words that a writer can act on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copykit.draft import SLOT, Draft, Leaf, get_leaf
from copykit.findings import Finding, Severity
from copykit.formats import Field
from copykit.writers import Note, Revision

__all__ = ["revisions_for", "slots_in"]

# Texts that the guide fixes are put in word for word; no writer changes them.
FIXED = ("legal", "url")
MOST_FIELDS = 8  # in one round, those with the gravest problems
MOST_PROBLEMS = 5  # of one field
SAYS_SLOT = "format.open-slot"
# What a piece lacks as a whole is asked of its longest text, wherever the check had to anchor it.
WHOLE = ("messages.required", "asks.missing", "format.words")
TOO_FEW, MISSING = "format.too-few", "format.missing-field"


def revisions_for(draft: Draft, notes: Iterable[Note]) -> tuple[Revision, ...]:
    """The texts that the writer should write anew, the worst first; none when nothing is worth a round.

    Errors, and what the writer itself left out, are worth one. Warnings go along where their field is written
    anew anyway, and are worth a round of their own once no error is left; suggestions are not.
    """
    problems: dict[str, list[str]] = {}
    graver: dict[str, int] = {}

    def add(path: str, problem: str, rank: int) -> None:
        told = problems.setdefault(path, [])
        if problem not in told:
            told.append(problem)
        graver[path] = min(rank, graver.get(path, rank))

    for note in notes:
        # What is wrong with the brief, and with no field, no writer can mend.
        for path in _places(draft, note.field) if note.field else ():
            add(path, note.problem, 0)
    for finding in draft.report.findings:
        if finding.severity is Severity.SUGGESTION or finding.check == SAYS_SLOT:
            continue
        for path in _paths(draft, finding):
            add(path, _in_words(finding), finding.severity.rank)
    worst = min(graver.values(), default=0)
    paths = sorted(
        (path for path, rank in graver.items() if rank == worst), key=lambda path: -len(problems[path])
    )
    return tuple(
        Revision(path=path, text=get_leaf(draft.fields, path), problems=tuple(problems[path][:MOST_PROBLEMS]))
        for path in paths[:MOST_FIELDS]
    )


def slots_in(text: str) -> set[str]:
    """The names of the open places in a text."""
    return {slot["name"] for slot in SLOT.finditer(text)}


def _in_words(finding: Finding) -> str:
    where = f"“{finding.quote}”: " if finding.quote.strip() and len(finding.quote) <= 300 else ""
    rule = ""
    if finding.reference is not None:
        said = f": “{finding.reference.quote}”" if finding.reference.quote else ""
        rule = f" (Rule: {finding.reference.label}{said})"
    return f"{where}{finding.advice}{rule}"


def _paths(draft: Draft, finding: Finding) -> Iterator[str]:
    field = finding.location.field
    if finding.check == TOO_FEW and field:  # it stands at an item that is there
        yield from _places(draft, field.partition("[")[0])
    elif finding.check == MISSING:
        yield from _places(draft, field)
    elif finding.check in WHOLE or field is None:
        if main := _longest(draft):
            yield main.path
    else:
        yield from (leaf.path for leaf in _written(draft) if leaf.path == field)


def _places(draft: Draft, field: str | None) -> Iterator[str]:
    """The texts that a problem with a field is about: the field itself, or what a list still lacks."""
    found = draft.format.field(field) if field else None
    if field is None or found is None or found.role in FIXED:
        return
    if found.kind == "text" or any(leaf.path == field for leaf in _written(draft)):
        yield field
        return
    held = _count(draft, field)
    for number in range(held, max(held + 1, found.items[0])):
        yield from _texts_of(found, f"{field.partition('[')[0]}[{number}]")


def _texts_of(field: Field, path: str) -> Iterator[str]:
    if field.kind == "list":
        yield path
        return
    for inner in field.fields:
        if inner.role not in FIXED and inner.kind == "text" and inner.required:
            yield f"{path}.{inner.name}"


def _count(draft: Draft, field: str) -> int:
    value = draft.fields.get(field.partition("[")[0])
    return len(value) if isinstance(value, list) else 0


def _written(draft: Draft) -> Iterator[Leaf]:
    return (leaf for leaf in draft.leaves() if leaf.field.role not in FIXED)


def _longest(draft: Draft) -> Leaf | None:
    return max(_written(draft), key=lambda leaf: len(leaf.text), default=None)
