"""What a check says: findings with their places, and the report with its scores.

The score of an area is ``100 × room / (room + weight)``: `room` grows with the length of the text
(one per 20 words, at least 5) and `weight` is the sum over the area's findings (error 3, warning 1,
suggestion 0.25). So each finding costs a share of the lost points that can be named, a longer text
forgives more, no finding can lower a score by going away, and a score is 100 only without findings.
The formula is ours (docs/scores.md argues it); its shape follows Acrolinx's published ``N/(N + issues)``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

__all__ = [
    "Area",
    "Finding",
    "Fix",
    "Location",
    "Overruled",
    "Reference",
    "Report",
    "Scores",
    "Severity",
    "points_lost",
    "score",
]


class Severity(StrEnum):
    """How grave a finding is: an error must not ship."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for the gravest; sorts findings."""
        return _RANKS[self]


_RANKS: Mapping[Severity, int] = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.SUGGESTION: 2}


class Area(StrEnum):
    """Which score a finding counts against; `format` (limits, policy, law) is not scored."""

    READABILITY = "readability"
    KEYWORDS = "keywords"
    CONSISTENCY = "consistency"
    FORMAT = "format"


WEIGHTS: Mapping[Severity, float] = {Severity.ERROR: 3.0, Severity.WARNING: 1.0, Severity.SUGGESTION: 0.25}
WORDS_PER_ROOM = 20
LEAST_ROOM = 5
# Consistency weighs most: a wrong price costs more than a long sentence.
SHARES: Mapping[Area, float] = {Area.CONSISTENCY: 0.4, Area.READABILITY: 0.3, Area.KEYWORDS: 0.3}


@dataclass(frozen=True, kw_only=True)
class Location:
    """A place in a text: code points into the source exactly as given.

    Attributes:
        document: the document's name.
        field: the field's path (`headlines[7]`), or None for a document without fields.
        start: first code point.
        end: one past the last; equal to `start` where something is absent.
    """

    document: str
    start: int
    end: int
    field: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reference:
    """Where a finding comes from: a line of the guide or of a format, or a published source.

    Attributes:
        label: what it is in a user's words (`term "sign in"`, `claim overtime-18`).
        quote: the guide's own words, to be shown.
        path: the file; empty for a published source.
        line: 1-based line in that file.
        url: the published source's address or title.
        date: when the source was read (ISO), for published sources.
    """

    label: str
    quote: str = ""
    path: str = ""
    line: int | None = None
    url: str = ""
    date: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.path and self.line else self.path or self.url
        return f"{self.label} ({place})" if place else self.label


@dataclass(frozen=True, kw_only=True)
class Fix:
    """A replacement for the finding's span that somebody may apply.

    Attributes:
        title: what it does, for a button.
        replacement: the text to put in place of the span, escaped for the source's syntax.
        safe: whether applying it is known to remove the finding, add no error and lower no score.
    """

    title: str
    replacement: str
    safe: bool = False


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One problem in one place.

    Attributes:
        check: the check's id (`terms.avoid`).
        advice: what is wrong and what to do next, a sentence or two.
        location: where; `quote` is the source text there.
        related: further places, such as the other half of a contradiction.
    """

    check: str
    severity: Severity
    area: Area
    advice: str
    location: Location
    quote: str
    fixes: tuple[Fix, ...] = ()
    reference: Reference | None = None
    related: tuple[Location, ...] = ()

    @property
    def order(self) -> tuple[int, str, int, int, str]:
        """Sorts findings: the gravest first, then by place."""
        place = self.location
        return (self.severity.rank, place.field or "", place.start, place.end, self.check)


@dataclass(frozen=True, kw_only=True)
class Overruled:
    """A finding that somebody has accepted; it counts against no score.

    Attributes:
        by: who; empty when a comment in the file says so.
        reason: why; empty when nobody said.
        until: the last day on which that holds; None for ever.
        reference: the line of `accepted.yaml`, or of the comment.
    """

    finding: Finding
    by: str = ""
    reason: str = ""
    until: date | None = None
    reference: Reference


@dataclass(frozen=True, kw_only=True)
class Scores:
    """0 to 100 each; None where the area can't be judged (no keywords asked for, too little text)."""

    readability: float | None
    keywords: float | None
    consistency: float | None

    @property
    def overall(self) -> float | None:
        """The mean of the judged areas, weighted .3, .3 and .4; None when nothing could be judged."""
        judged = [(area, value) for area in SHARES if (value := self.of(area)) is not None]
        share = sum(SHARES[area] for area, _ in judged)
        return round(sum(SHARES[area] * value for area, value in judged) / share, 1) if judged else None

    def of(self, area: Area) -> float | None:
        """The score of one area; None for `format`, which is not scored."""
        return None if area is Area.FORMAT else getattr(self, area.value)


@dataclass(frozen=True, kw_only=True)
class Report:
    """The findings and scores of one document.

    Attributes:
        words: how many words were read.
        metrics: figures for information (grade, sentences, topics), by name; None where not judged.
        findings: gravest first.
        judged: the areas that could be judged.
        facts: the checkable statements that guide or brief support, as (field, quote, reference).
        accepted: what somebody has overruled; `metrics` holds their number.
    """

    document: str
    words: int
    findings: tuple[Finding, ...]
    judged: frozenset[Area]
    metrics: Mapping[str, object] = field(default_factory=dict)
    facts: tuple[tuple[str | None, str, Reference], ...] = ()
    accepted: tuple[Overruled, ...] = ()

    @property
    def scores(self) -> Scores:
        """The three scores, computed from the findings alone."""

        def of(area: Area) -> float | None:
            return score(self.findings, area, self.words) if area in self.judged else None

        return Scores(
            readability=of(Area.READABILITY), keywords=of(Area.KEYWORDS), consistency=of(Area.CONSISTENCY)
        )

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that must not ship."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    def worst(self) -> Severity | None:
        """The gravest severity in the report; None when it is clean."""
        return min((finding.severity for finding in self.findings), key=lambda s: s.rank, default=None)


def _room(words: int) -> float:
    return max(LEAST_ROOM, words / WORDS_PER_ROOM)


def score(findings: Iterable[Finding], area: Area, words: int) -> float:
    """The score of an area, 0 to 100 with one decimal, by the formula at the top of this file."""
    weight = sum(WEIGHTS[finding.severity] for finding in findings if finding.area is area)
    room = _room(words)
    return round(100 * room / (room + weight), 1)


def points_lost(finding: Finding, findings: Iterable[Finding], words: int) -> float:
    """How many of its area's lost points belong to a finding; they sum to what the score lacks to 100."""
    weight = sum(WEIGHTS[other.severity] for other in findings if other.area is finding.area)
    if finding.area is Area.FORMAT or not weight:
        return 0.0
    return 100 * WEIGHTS[finding.severity] / (_room(words) + weight)
