"""Drops findings that say again what another says: doubles, lesser ones on one spot, one fault told twice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping

from copykit.findings import Finding

__all__ = ["distinct"]

# Findings of these families name one spot each: of two on the same spot, the graver is enough.
_ONE_PER_SPOT = {"claims": "claims", "offers": "claims", "terms": "terms"}
# Checks of several families that see one fault: of two on the same spot, the graver is enough, and of two as
# grave the one that is named first.
_SAME_FAULT = (
    ("policy.capitals", "email.spam-signs", "style.all-caps"),
    ("policy.emoji", "policy.characters", "voice.tone-mark", "style.emoji"),
    ("policy.punctuation", "policy.dangling", "email.spam-signs", "voice.tone-mark", "style.repeated-marks",
     "style.exclamation", "style.ellipses"),
    ("policy.spacing", "style.double-spaces"),
    ("policy.phone", "style.phones"),
    ("policy.generic-ask", "terms.avoid", "terms.banned", "style.vague-links", "search.link-text"),
    ("policy.combination", "format.repeat", "format.repeat-sentence"),
    ("terms.avoid", "terms.banned", "voice.machine", "voice.cliche", "voice.slang", "readability.wordy",
     "voice.intensifier"),
    ("terms.avoid", "terms.banned", "terms.near-name", "terms.spelling", "style.spelling"),
)  # fmt: skip
# The faults that a check sees, each with its place among those that see it.
_FAULTS: Mapping[str, tuple[tuple[int, int], ...]] = {
    check: tuple((number, group.index(check)) for number, group in enumerate(_SAME_FAULT) if check in group)
    for check in {check for group in _SAME_FAULT for check in group}
}


def distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without exact doubles and, in families of one per spot, without lesser overlapping ones."""
    kept: list[Finding] = []
    spots: dict[tuple[str, str | None], _Taken] = {}
    seen: set[tuple[object, ...]] = set()
    ranked = sorted(
        findings,
        key=lambda one: (
            one.check == _UNPROVEN, one.severity.rank, one.location.start - one.location.end, one.order,
        ),
    )  # fmt: skip
    for finding in ranked:
        place = finding.location
        same = (finding.check, place, finding.advice)
        if same in seen:
            continue
        seen.add(same)
        family = _ONE_PER_SPOT.get(finding.check.partition(".")[0])
        if family and place.start < place.end:
            taken = spots.setdefault((family, place.field), _Taken())
            if taken.gravest(place.start, place.end) is not None:
                continue
            # What the guide bans or retires by name needs no second finding that it is unproven.
            if finding.check == _UNPROVEN and ("terms", place.field) in spots:
                rank = spots["terms", place.field].gravest(place.start, place.end)
                if rank is not None and rank <= finding.severity.rank:
                    continue
            taken.add(place.start, place.end, finding.severity.rank)
        kept.append(finding)
    return _one_voice(kept)


def _one_voice(findings: list[Finding]) -> list[Finding]:
    """Findings without those whose fault another check has told on the same spot."""
    present = {finding.check for finding in findings}
    shared = {number for number, group in enumerate(_SAME_FAULT) if len(present.intersection(group)) > 1}
    if not shared:
        return findings
    told = [
        (finding.severity.rank, place, at)
        for at, finding in enumerate(findings)
        for number, place in _FAULTS.get(finding.check, ())
        if number in shared and finding.location.start < finding.location.end
    ]
    taken: dict[tuple[int, str | None], list[tuple[int, int, str]]] = defaultdict(list)
    dropped: set[int] = set()
    for _, _, at in sorted(told):
        place, check = findings[at].location, findings[at].check
        for number, _ in _FAULTS[check]:
            spans = taken[number, place.field]
            near = bisect_left(spans, (place.start, place.start, ""))
            # A span before it may be long; those of other checks are short and few.
            around = spans[max(0, near - 8) : bisect_left(spans, (place.end, 0, ""))]
            if any(other != check and end > place.start for _, end, other in around):
                dropped.add(at)
                break
        else:
            for number, _ in _FAULTS[check]:
                insort(taken[number, place.field], (place.start, place.end, check))
    return [finding for at, finding in enumerate(findings) if at not in dropped]


_UNPROVEN = "claims.unproven"


class _Taken:
    """Spans that never overlap, in order, each with the rank of its finding."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._spans: list[tuple[int, int, int]] = []

    def gravest(self, start: int, end: int) -> int | None:
        """The rank of the gravest finding that a span overlaps; None when it overlaps none."""
        at = max(0, bisect_right(self._starts, start) - 1)
        ranks = []
        for low, high, rank in self._spans[at : bisect_left(self._starts, end)]:
            if low < end and start < high:
                ranks.append(rank)
        return min(ranks, default=None)

    def add(self, start: int, end: int, rank: int) -> None:
        """Takes a span that overlaps none so far."""
        at = bisect_right(self._starts, start)
        self._starts.insert(at, start)
        self._spans.insert(at, (start, end, rank))
