"""Draft and findings to a better draft, round by round, until it is ready or says plainly why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from copykit.draft import Draft, Round, Usage, Values, get_leaf, set_leaf, without_blanks
from copykit.errors import WriterError
from copykit.findings import Report, Severity
from copykit.improve.asking import revisions_for, slots_in
from copykit.improve.fixes import fix_all_safe
from copykit.improve.removing import removals
from copykit.readiness import judge, wrongs
from copykit.writers import Editor, Note, Restart, Revision, Task, Writer

__all__ = ["Budget", "better", "first_version", "improve"]

MOST_REMOVALS = 12  # each takes a check
MOST_TEXT = 100_000  # characters of one new text; more is no answer
OFFLINE = "offline"
FACTS = ("claims.", "offers.")
LETTERS = ("style.headline-case", "style.all-caps", "search.slug")  # their fixes change the case of names


@dataclass(frozen=True, kw_only=True)
class Budget:
    """What improving one draft may take.

    Attributes:
        rounds: how often the writer is asked to write fields anew, 0 for never.
        tokens: tokens in both directions that the draft may take, its first version included; None: any.
        cost: US dollars that it may cost; None: any.
    """

    rounds: int = 3
    tokens: int | None = None
    cost: float | None = None


def improve(
    draft: Draft, *, task: Task, writer: Writer, notes: Sequence[Note] = (), budget: Budget | None = None
) -> Iterator[Draft]:
    """Improves a judged draft, giving it back after each round; the last one given is the result.

    Blank items of lists go, and safe fixes come first. What is then wrong is sent back to the writer field by
    field, if it is an `Editor`; a round that does not lower what is wrong is undone. What no round could mend
    is taken out where the piece stands without it. When the writer gives up, nothing is raised: the draft
    stays, and its history says why.

    Args:
        draft: as the writer left it, judged.
        task: what it was written for.
        writer: who wrote it.
        notes: what the writer said about its work.
        budget: what the rounds may take; see `Budget`.
    """
    budget = budget or Budget()
    bench = _Bench(draft, task, notes)
    if writer.name != OFFLINE:
        draft = bench.without_blanks(draft)
    draft = bench.fixed(draft)
    yield draft
    polished = False
    for _ in range(budget.rounds if isinstance(writer, Editor) else 0):
        wanted = revisions_for(draft, bench.open_notes(draft))
        if not wanted or polished or not isinstance(writer, Editor):
            break
        polished = draft.ready  # what is left are warnings: they are worth one round
        if spent := _spent(draft, budget):
            draft = bench.stopped(draft, spent)
            break
        draft, goes_on = bench.revised(draft, writer, wanted)
        draft = bench.without_blanks(draft)
        yield draft
        if not goes_on:
            break
    if writer.name != OFFLINE and draft.report.errors:
        draft = bench.without_blanks(bench.without_what_breaks(draft))
    yield draft


def first_version(draft: Draft) -> Draft:
    """A judged draft with its first entry of history."""
    return _with(draft, f"First version by {draft.writer}", usage=draft.usage)


def better(draft: Draft, other: Draft) -> bool:
    """Whether a draft has less wrong with it than another."""
    return wrongs(draft) < wrongs(other)


def _spent(draft: Draft, budget: Budget) -> str:
    """Why the budget has no room for one more round as large as the largest so far; "" when it has."""
    tokens = max((one.usage.tokens for one in draft.history), default=0)
    cost = max((one.usage.cost for one in draft.history), default=0.0)
    if budget.tokens is not None and draft.usage.tokens + tokens > budget.tokens:
        return f"the budget of {budget.tokens:,} tokens has no room for another round"
    if budget.cost is not None and draft.usage.cost + cost > budget.cost:
        return f"the budget of ${budget.cost:.2f} has no room for another round"
    return ""


class _Bench:
    """Tries changes to a draft, judges them, keeps the good ones, and writes the history."""

    def __init__(self, draft: Draft, task: Task, notes: Sequence[Note]) -> None:
        self._task = task
        self._notes = tuple(note for note in notes if note.problem)
        self._empty = {note.field for note in notes if note.field and not _filled(draft, note.field)}

    def open_notes(self, draft: Draft) -> tuple[Note, ...]:
        """The problems that the writer told of, less those about a field left out that is now filled."""
        return tuple(
            note
            for note in self._notes
            if not (note.field in self._empty and note.field and _filled(draft, note.field))
        )

    def _judged(self, draft: Draft, values: Values) -> Draft:
        changed = replace(draft, fields=values)
        return judge(changed, guide=self._task.guide, today=self._task.today, notes=self.open_notes(changed))

    def without_blanks(self, draft: Draft) -> Draft:
        """The draft without items of lists that say nothing."""
        values = without_blanks(draft.format, draft.fields)
        return self._judged(draft, values) if values != draft.fields else draft

    def fixed(self, draft: Draft) -> Draft:
        """The draft with every fix that does no harm."""
        if not any(finding.fixes for finding in _sure(draft.report).findings):
            return draft

        def recheck(values: Values) -> Report:
            return _sure(self._judged(draft, values).report)

        made = fix_all_safe(draft.fields, recheck=recheck, report=_sure(draft.report))
        if not made.applied:
            return draft
        done = [f"{_at(one.finding.location.field)}{one.fix.title}" for one in made.applied]
        return _with(self._judged(draft, made.text), "Safe fixes", done)

    def stopped(self, draft: Draft, why: str) -> Draft:
        """The draft as it is, with the reason why no further round was made."""
        return _with(draft, "Stopped", reason=why)

    def revised(self, draft: Draft, editor: Editor, wanted: Sequence[Revision]) -> tuple[Draft, bool]:
        """The draft after a round of revision, and whether a further one has a chance."""
        answer = _asked(self._task, draft.fields, editor, wanted)
        title = f"Written anew by {editor.name}"
        done = [f"{one.path}: {problem}" for one in wanted for problem in one.problems]
        told = [remark for remark in answer.remarks if remark not in draft.remarks]
        draft = replace(draft, usage=draft.usage + answer.usage, remarks=(*draft.remarks, *told))
        best, kept = self._one_by_one(draft, answer)
        if not kept:  # together they may help where none does alone
            whole = self._tried(draft, answer, answer.texts)
            best, kept = (whole, [*answer.texts]) if whole else (draft, [])
        if not kept:
            why = answer.fault or _slots_lost(draft.fields, answer.texts)
            why = why or ("it did not lower what is wrong" if answer.texts else "nothing came back")
            shown = self._judged(draft, _put(draft.fields, answer.texts))
            return _with(draft, title, done, tried=shown, usage=answer.usage, reason=why), not answer.fault
        done += [f"{path}: undone, since it did not help" for path in answer.texts if path not in kept]
        best = replace(best, history=draft.history)
        return _with(best, title, done, usage=answer.usage), True

    def _tried(self, draft: Draft, answer: _Answer, texts: Mapping[str, str]) -> Draft | None:
        """The draft with some new texts and safe fixes on them; None if that is no better."""
        if not texts or _slots_lost(draft.fields, texts):
            return None
        before = self._notes
        self._notes = (
            *(note for note in before if note.field not in texts),
            *(note for note in answer.notes if note.field is None or note.field in texts),
        )
        tried = self.fixed(self._judged(draft, _put(draft.fields, texts)))
        if better(tried, draft):
            return tried
        self._notes = before
        return None

    def _one_by_one(self, draft: Draft, answer: _Answer) -> tuple[Draft, list[str]]:
        """The draft with those of the new texts that help, each tried by itself, and their paths."""
        best, kept = draft, []
        for path, text in answer.texts.items():
            if (tried := self._tried(best, answer, {path: text})) is not None:
                best = tried
                kept.append(path)
        return best, kept

    def without_what_breaks(self, draft: Draft) -> Draft:
        """The draft without the sentences and items that break a hard rule, where it stands without them."""
        done: list[str] = []
        best, tries = draft, 0
        going = True
        while going and best.report.errors and tries < MOST_REMOVALS:
            going = False
            for removal in removals(best):
                tries += 1
                tried = self._judged(best, removal.values)
                if better(tried, best) and len(tried.report.errors) < len(best.report.errors):
                    best, going = tried, True
                    done.append(f"{removal.path}: “{removal.text}”, since: {removal.finding.advice}")
                    break
                if tries >= MOST_REMOVALS:
                    break
        return _with(best, "Taken out", done) if done else draft


@dataclass(frozen=True, kw_only=True)
class _Answer:
    """What an editor gave: new texts by path, its notes, what it used, why it gave up, and its remarks."""

    texts: Mapping[str, str]
    notes: Sequence[Note]
    usage: Usage
    fault: str
    remarks: Sequence[str]


def _asked(task: Task, values: Values, editor: Editor, wanted: Sequence[Revision]) -> _Answer:
    paths = {one.path for one in wanted}
    texts: dict[str, str] = {}
    notes: list[Note] = []
    remarks: list[str] = []
    usage = Usage()
    fault = ""
    try:
        for part in editor.revise(task, values, wanted):
            if isinstance(part, Usage):
                usage += part
            elif isinstance(part, Note):
                notes.append(part)
                remarks += [part.remark] if part.remark else []
            elif isinstance(part, Restart):
                texts = {path: text for path, text in texts.items() if not _within(path, part.field)}
            elif part.path in paths:
                texts[part.path] = texts.get(part.path, "") + part.text
    except WriterError as error:
        # What came before the fault may end in the middle of a word: none of it is used.
        texts, notes, fault = {}, [], str(error)
    texts = {path: text for path, text in texts.items() if text.strip() and len(text) <= MOST_TEXT}
    problems = [note for note in notes if note.problem]
    return _Answer(texts=texts, notes=problems, usage=usage, fault=fault, remarks=remarks)


def _put(values: Values, texts: Mapping[str, str]) -> Values:
    for path, text in texts.items():
        values = set_leaf(values, path, text)
    return values


def _slots_lost(values: Values, texts: Mapping[str, str]) -> str:
    """Why new texts can't be taken, when one of them fills a place that only a person can fill."""
    for path, text in texts.items():
        if lost := slots_in(get_leaf(values, path)) - slots_in(text):
            return f"it wrote over the open place “{sorted(lost)[0]}”, which only you can fill"
    return ""


def _sure(report: Report) -> Report:
    """A report without the fixes that put another figure in: which fact was meant, only a writer can know.

    Nor is a text with a wrong fact put in other letters: in title case or in a slug, a name looks like none.
    """
    wrong = {one.location.field for one in report.errors if one.check.startswith(FACTS)}
    findings = tuple(
        replace(finding, fixes=())
        if finding.check.startswith(FACTS) or (finding.check in LETTERS and finding.location.field in wrong)
        else finding
        for finding in report.findings
    )
    return replace(report, findings=findings)


def _filled(draft: Draft, path: str) -> bool:
    return any(_within(leaf.path, path) for leaf in draft.leaves())


def _within(path: str, field: str) -> bool:
    return path == field or path.startswith((f"{field}[", f"{field}."))


def _at(path: str | None) -> str:
    return f"{path}: " if path else ""


def _with(
    draft: Draft,
    title: str,
    done: Sequence[str] = (),
    *,
    tried: Draft | None = None,
    usage: Usage | None = None,
    reason: str = "",
) -> Draft:
    """The draft with one more entry of history: about itself, or about what was tried and undone."""
    shown = tried or draft
    grave = [finding.severity for finding in shown.report.findings]
    entry = Round(
        title=title,
        done=tuple(done),
        fields=shown.fields,
        errors=grave.count(Severity.ERROR),
        warnings=grave.count(Severity.WARNING),
        suggestions=grave.count(Severity.SUGGESTION),
        kept=tried is None,
        reason=reason,
        usage=usage or Usage(),
    )
    return replace(draft, history=(*draft.history, entry))
