"""A person's work in the app: drafts and texts, with every change kept so that it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from copykit.brief import Brief
from copykit.draft import Draft, Values, set_leaf
from copykit.findings import Finding, Fix, Report
from copykit.formats import Format
from copykit.guide import Guide
from copykit.guide.control import Acceptance
from copykit.improve import Improved, StaleFinding, apply_fix, fix_all_safe, fix_draft
from copykit.readiness import judge

__all__ = ["CheckWork", "Text", "WriteWork"]

MOST_UNDO = 60


@dataclass
class WriteWork:
    """The work on one format of one brand: the brief as typed, the drafts, and what was done to them.

    Attributes:
        brief: the brief's settings as typed, by the form's names.
        drafts: the variants, the newest run's.
        shown: which one is looked at.
        seed: the next run's first seed.
        stopped: why the last run ended early; empty when it did not.
        revision: grows when a text was changed by anything but the person's typing.
        undo: earlier drafts with the one that was shown, the last change last.
        said: what the last action did, told once.
        active: the number of the finding that is looked at.
        pulse: grows when the active finding shall be scrolled to.
        judged_by: the versions of guide and format that the drafts were last checked with.
        brief_problem: why the brand's example brief could not be filled in; empty when it could.
    """

    brief: dict[str, str] = field(default_factory=dict)
    brief_problem: str = ""
    drafts: list[Draft] = field(default_factory=list)
    shown: int = 0
    seed: int = 0
    stopped: str = ""
    revision: int = 0
    undo: list[tuple[tuple[Draft, ...], int]] = field(default_factory=list)
    said: str = ""
    active: str = ""
    pulse: int = 0
    judged_by: str = ""

    @property
    def draft(self) -> Draft:
        """The draft that is looked at."""
        self.shown = min(self.shown, len(self.drafts) - 1)
        return self.drafts[self.shown]

    def remember(self) -> None:
        """Keeps the drafts as they are for `take_back`."""
        if self.drafts:
            self.undo.append((tuple(self.drafts), self.shown))
            del self.undo[:-MOST_UNDO]

    def begin(self) -> None:
        """Makes room for a new run; the drafts before it can be had back."""
        self.remember()
        self.drafts, self.shown, self.stopped, self.said, self.active = [], 0, "", "", ""
        self.revision += 1

    def recover(self) -> None:
        """After a run: drops empty drafts, and brings back the ones before if none is left."""
        self.drafts = [draft for draft in self.drafts if draft.fields]
        if not self.drafts and self.undo:
            drafts, self.shown = self.undo.pop()
            self.drafts = list(drafts)

    def take_back(self) -> None:
        """Undoes the last change, or the last run."""
        if not self.undo:
            return
        drafts, self.shown = self.undo.pop()
        self.drafts = list(drafts)
        self.said, self.active, self.stopped = "Taken back.", "", ""
        self.revision += 1

    def edit(self, revision: int, texts: Mapping[str, str], *, guide: Guide, today: date) -> None:
        """Takes what a person typed; what is of an older revision, the sheet sends anew."""
        if revision != self.revision or not self.drafts:
            return
        values: Values = self.draft.fields
        for path, text in texts.items():
            values = set_leaf(values, path, text)
        if values != self.draft.fields:
            self._change(values, guide=guide, today=today)

    def fix(self, finding: Finding, fix: Fix, *, guide: Guide, today: date) -> None:
        """Applies a fix where its finding stands now."""
        finding = _current(finding, fix, self.draft.report, in_field=True)
        try:
            values = fix_draft(self.draft, finding, fix)
        except StaleFinding as error:
            self.said = str(error)
            return
        self._change(values, guide=guide, today=today, said=f"Done: {fix.title}.")
        self.revision += 1

    def fix_all(self, *, guide: Guide, today: date) -> None:
        """Applies every fix that does no harm."""
        draft = self.draft

        def recheck(values: Values) -> Report:
            return judge(draft.with_fields(values), guide=guide, today=today).report

        done = fix_all_safe(draft.fields, recheck=recheck)
        if done.applied:
            self._change(done.text, guide=guide, today=today)
            self.revision += 1
        self.said = _told(done)

    def accept(self, one: Acceptance, *, guide: Guide, today: date) -> None:
        """Overrules a finding in the draft that is looked at."""
        self._accepting((*self.draft.accepted, one), guide=guide, today=today, said=f"Accepted by {one.by}.")

    def unaccept(self, one: Acceptance, *, guide: Guide, today: date) -> None:
        """Takes that back: the finding counts again."""
        left = tuple(other for other in self.draft.accepted if other is not one)
        self._accepting(left, guide=guide, today=today, said="Taken back: it counts again.")

    def _accepting(self, accepted: tuple[Acceptance, ...], *, guide: Guide, today: date, said: str) -> None:
        self.remember()
        changed = replace(self.draft, accepted=accepted)
        self.drafts[self.shown] = judge(changed, guide=guide, today=today)
        self.said, self.active = said, ""

    def rejudge(self, *, guide: Guide, format: Format, today: date, brief: Brief | None = None) -> None:
        """Checks the drafts again: after a change of guide or format, or against a changed brief.

        Drafts that a writer did not finish stay unjudged.
        """
        again = [replace(one, brief=brief or one.brief, format=format) for one in self.drafts]
        self.drafts = [judge(one, guide=guide, today=today) if _whole(one) else one for one in again]
        self.judged_by = guide.version + format.version

    def show(self, number: str) -> None:
        """Brings a finding out."""
        self.active = number
        self.pulse += 1

    def _change(self, values: Values, *, guide: Guide, today: date, said: str = "") -> None:
        self.remember()
        self.drafts[self.shown] = judge(self.draft.with_fields(values), guide=guide, today=today)
        self.said, self.active = said, ""


def _whole(draft: Draft) -> bool:
    return draft.ready or bool(draft.blocked)


@dataclass
class Text:
    """One text on the checking page.

    Attributes:
        name: what it is called in the report.
        text: as typed, pasted or uploaded; line ends are `\\n`.
        syntax: `markdown`, `plain` or `html`.
        original: as it was when it was opened.
        sample: whether it belongs to the brand's broken campaign.
        file: whether its name is a file's, by which `copykit check` knows it again.
        accepted: findings that a person has overruled in this text alone.
        undo: earlier texts, the last change last.
    """

    name: str
    text: str = ""
    syntax: str = "markdown"
    original: str = ""
    sample: bool = False
    file: bool = False
    accepted: list[Acceptance] = field(default_factory=list)
    revision: int = 0
    undo: list[str] = field(default_factory=list)
    said: str = ""
    active: str = ""
    pulse: int = 0

    def edit(self, revision: int, text: str) -> None:
        """Takes what a person typed (see `WriteWork.edit`)."""
        if revision == self.revision and text != self.text:
            self._keep()
            self.text, self.said, self.active = text, "", ""

    def put(self, text: str, said: str = "") -> None:
        """Replaces the text."""
        if text != self.text:
            self._keep()
            self.text = text
            self.revision += 1
        self.said, self.active = said, ""

    def fix(self, finding: Finding, fix: Fix, report: Report) -> None:
        """Applies a fix where its finding stands in the text's newest report."""
        try:
            changed = apply_fix(self.text, _current(finding, fix, report), fix)
        except StaleFinding as error:
            self.said = str(error)
            return
        self.put(changed, f"Done: {fix.title}.")

    def fix_all(self, recheck: Callable[[str], Report]) -> None:
        """Applies every fix that does no harm."""
        done = fix_all_safe(self.text, recheck=recheck)
        self.put(done.text, _told(done))

    def take_back(self) -> None:
        """Undoes the last change."""
        if self.undo:
            self.text = self.undo.pop()
            self.said, self.active = "Taken back.", ""
            self.revision += 1

    def show(self, number: str) -> None:
        """Brings a finding out."""
        self.active = number
        self.pulse += 1

    def _keep(self) -> None:
        self.undo.append(self.text)
        # Long texts are kept fewer times: 20 million characters in all.
        most = max(3, min(MOST_UNDO, 20_000_000 // (len(self.text) + 1)))
        del self.undo[:-most]


@dataclass
class CheckWork:
    """The work on the checking page with one brand: its texts by title, and which is open."""

    texts: dict[str, Text] = field(default_factory=dict)
    opened: str = ""
    taken: set[str] = field(default_factory=set)  # the uploads that are among the texts, by their ids

    def open(self, title: str) -> Text:
        """Opens a text, an empty one when there is none of that title."""
        self.opened = title
        return self.texts.setdefault(title, Text(name=title.lower()))

    def take(self, title: str, text: str, syntax: str) -> None:
        """Takes an uploaded text; one of the same name goes to its undo."""
        new = title not in self.texts
        held = self.open(title)
        held.put(text)
        if new:
            held.undo.clear()
        held.name, held.syntax, held.original, held.file = title, syntax, text, True


def _current(finding: Finding, fix: Fix, report: Report, *, in_field: bool = False) -> Finding:
    """The same finding in a newer report: nearest by place among those that say and mend the same.

    Args:
        finding: as it was found.
        fix: the one of its fixes that is wanted.
        report: the newer report.
        in_field: whether it must stand in the same field; in a page's source the fields move with the text.
    """

    def same(other: Finding) -> bool:
        alike = other.check == finding.check and other.quote == finding.quote
        here = other.location.field == finding.location.field or not in_field
        return alike and here and any(one.replacement == fix.replacement for one in other.fixes)

    if finding in report.findings:
        return finding
    found = [other for other in report.findings if same(other)]
    return min(found, key=lambda one: abs(one.location.start - finding.location.start), default=finding)


def _told(done: Improved[str] | Improved[Values]) -> str:
    number = len(done.applied)
    said = f"{number} safe fix{'' if number == 1 else 'es'} applied." if number else "No fix is safe here."
    if done.refused:
        left = len(done.refused)
        said += f" {left} left to you: {_first(change.reason for change in done.refused)}."
    return said


def _first(reasons: Iterable[str]) -> str:
    return next(iter(reasons), "").rstrip(".")
