"""Comments in a file that overrule findings: `<!-- copykit-ignore CHECK: reason -->` and its kin.

`copykit-ignore` holds for the next block (in the middle of one, for that one); `copykit-off` from there to
`copykit-on`, or to the end of the file. Markdown and HTML have them; a comment in code is code.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copykit.checks.control import ALL, known_check
from copykit.findings import Area, Finding, Location, Overruled, Reference, Severity
from copykit.text import Document, Syntax
from copykit.text.build import VERBATIM
from copykit.wording import did_you_mean

__all__ = ["ignore"]

MARK = "copykit-"
MOST_HINTS = 20  # names looked for among the checks' own; nobody reads more
LONGEST = 1000  # characters; a longer comment is none of ours
_OPEN = re.compile(r"<!--[ \t]{0,8}copykit-(ignore|off|on)\b")
_BLANK = re.compile(r"\n[ \t]*\r?\n|\r[ \t]*\r")
_IDS = re.compile(r"[\s,]+")


@dataclass(kw_only=True)
class _Comment:
    """One comment: the checks that it names, why, and the part of the source that it covers for each."""

    kind: str
    start: int
    end: int
    checks: tuple[str, ...]
    reason: str
    used: bool = False


class _Covers:
    """What the comments cover, by the name of a check, found again in the time that one look takes."""

    def __init__(self, entries: Iterable[tuple[str, int, int, _Comment]]) -> None:
        """Takes name, first and last place, and comment of each."""
        self._spans: dict[str, list[tuple[int, int, int, _Comment]]] = {}
        for name, low, high, one in sorted(entries, key=lambda entry: entry[1]):
            spans = self._spans.setdefault(name, [])
            # The furthest end so far says how far back a look has to go.
            spans.append((low, high, max(high, spans[-1][2]) if spans else high, one))

    def of(self, finding: Finding) -> _Comment | None:
        """The nearest comment that covers a finding: its check, its family's or all, at its place."""
        name = finding.check
        while name:
            if found := self._at(name, finding.location):
                return found
            name = name.rpartition(".")[0]
        return self._at(ALL, finding.location)

    def _at(self, name: str, place: Location) -> _Comment | None:
        spans = self._spans.get(name, [])
        start, end = place.start, place.end + (place.start == place.end)
        number = bisect_left(spans, end, key=lambda span: span[0]) - 1
        while number >= 0 and spans[number][2] >= start:
            _, high, _, one = spans[number]
            if high > start or (high == start and place.start == place.end):
                return one
            number -= 1
        return None


def ignore(findings: Iterable[Finding], document: Document) -> tuple[list[Finding], list[Overruled]]:
    """Parts findings into those that stand and those that comments in the file overrule.

    Added to those that stand: comments without a reason, of a check that there is none of, or that cover
    nothing.
    """
    found = list(findings)
    if MARK not in document.source or document.syntax is Syntax.PLAIN or any(p.base for p in document.parts):
        return found, []
    comments = _comments(document)
    if not comments:
        return found, []
    covers = _covers(comments, document)
    standing: list[Finding] = []
    overruled: list[Overruled] = []
    for finding in found:
        if _is_about(finding, comments):
            continue
        by = covers.of(finding)
        if by is None:
            standing.append(finding)
            continue
        by.used = True
        line, _ = document.line_column(_place(by, document))
        overruled.append(
            Overruled(
                finding=finding,
                reason=by.reason,
                reference=Reference(
                    label="comment in the file", quote=by.reason, path=document.name, line=line
                ),
            )
        )
    return [*standing, *_about(comments, document)], overruled


def _is_about(finding: Finding, comments: Sequence[_Comment]) -> bool:
    """Whether a finding stands in a comment, which a draft's plain texts show like any other line."""
    place = finding.location
    number = bisect_right(comments, place.start, key=lambda one: one.start) - 1
    return number >= 0 and place.start < place.end <= comments[number].end


def _comments(document: Document) -> list[_Comment]:
    source = document.source
    code = _code_lines(document)
    starts = [start for start, _ in code]
    found: list[_Comment] = []
    for match in _OPEN.finditer(source):
        at = match.start()
        close = source.find("-->", match.end(), match.end() + LONGEST)
        inside = bisect_right(starts, at) - 1
        if close < 0 or (inside >= 0 and at < code[inside][1]) or _is_text(document, at, close + 3):
            continue
        said, _, reason = source[match.end() : close].partition(":")
        checks = tuple(one for one in _IDS.split(said) if one)
        found.append(
            _Comment(
                kind=match.group(1), start=at, end=close + 3, checks=checks, reason=" ".join(reason.split())
            )
        )
    return found


def _code_lines(document: Document) -> list[tuple[int, int]]:
    if document.syntax is not Syntax.MARKDOWN:
        return []
    from copykit.draft_file.lines import lines_of

    return [(line.start, line.end) for line in lines_of(document.source, 0) if line.literal]


def _is_text(document: Document, start: int, end: int) -> bool:
    """Whether what looks like a comment is text, such as code; a line of its own in a draft is a comment."""
    if not _is_shown(document, start):
        return False
    before = document.source[max(0, start - LONGEST) : start].rpartition("\n")[2]
    after = document.source[end : end + LONGEST].partition("\n")[0]
    return not document.fields or bool(before.strip() or after.strip())


def _is_shown(document: Document, offset: int) -> bool:
    """Whether the document's text holds what stands at an offset of the source."""
    runs = document.runs
    at = bisect_right(runs.sources, offset) - 1
    if at < 0 or runs.ends[at] != VERBATIM:
        return False
    after = runs.texts[at + 1] if at + 1 < len(runs.texts) else len(document.text)
    return offset < runs.sources[at] + after - runs.texts[at]


def _covers(comments: Sequence[_Comment], document: Document) -> _Covers:
    """Works out what each comment covers."""
    spots = [document.locate(block.start, block.end) for block in document.blocks]
    spots.sort(key=lambda spot: (spot.start, spot.end))  # the fields of a draft may stand in another order
    starts = [spot.start for spot in spots]
    first = starts[0] if starts else len(document.source)
    blanks = [match.start() for match in _BLANK.finditer(document.source)]
    ends = _switched_on(comments, len(document.source))
    entries: list[tuple[str, int, int, _Comment]] = []
    for number, one in enumerate(comments):
        low, high = 0 if one.end <= first else one.start, -1
        if one.kind == "ignore":
            within = bisect_right(starts, one.start) - 1
            following = bisect_left(starts, one.end)
            if within >= 0 and one.end <= spots[within].end and spots[within].start < one.start:
                low, high = spots[within].start, spots[within].end
            elif following < len(spots):
                high = _block_end(spots[following].end, document, blanks)
        for name in one.checks:
            if one.kind == "off":
                entries.append((name, low, ends[number, name], one))
            elif high >= 0:
                entries.append((name, low, high, one))
    return _Covers(entries)


def _switched_on(comments: Sequence[_Comment], end: int) -> dict[tuple[int, str], int]:
    """For each check that a comment switches off, by the comment's number: where it is on again."""
    ends: dict[tuple[int, str], int] = {}
    everything = end
    again: dict[str, int] = {}
    for number in range(len(comments) - 1, -1, -1):
        one = comments[number]
        if one.kind == "off":
            for name in one.checks:
                ends[number, name] = min(again.get(name, end), everything)
        elif one.kind == "on":
            again |= dict.fromkeys(one.checks, one.start)
            if not one.checks or ALL in one.checks:
                everything = one.start
    return ends


def _block_end(end: int, document: Document, blanks: Sequence[int]) -> int:
    """In Markdown a list or table goes on to the next blank line; in HTML a block ends where it ends."""
    if document.syntax is not Syntax.MARKDOWN:
        return end
    following = bisect_left(blanks, end)
    return blanks[following] if following < len(blanks) else len(document.source)


def _about(comments: Iterable[_Comment], document: Document) -> Iterable[Finding]:
    """What is to be said about the comments themselves."""
    hints = 0
    for one in comments:
        unknown = [name for name in one.checks if not known_check(name)]
        if not one.checks and one.kind != "on":
            yield _told(one, document, "ignore-unknown", f"Say which check: {_form(one, 'terms.avoid')}.")
        elif unknown:
            from copykit.checks.facts import known_ids

            hints += 1
            near = did_you_mean(unknown[0], known_ids()) if hints <= MOST_HINTS else ""
            said = f"There is no check “{unknown[0]}”{near or '; docs/checks.md lists them all'}"
            yield _told(one, document, "ignore-unknown", said if said.endswith("?") else f"{said}.")
        elif one.kind != "on" and not one.used:
            said = "This comment covers no finding any more: take it out."
            yield _told(one, document, "ignore-unused", said)
        elif one.kind != "on" and not one.reason:
            said = f"Say why, for whoever reads this next: {_form(one, ', '.join(one.checks))}."
            yield _told(one, document, "ignore-reason", said)


def _form(one: _Comment, checks: str) -> str:
    return f"<!-- copykit-{one.kind} {checks}: the reason -->"


def _place(one: _Comment, document: Document) -> Location:
    return Location(document=document.name, start=one.start, end=one.end)


def _told(one: _Comment, document: Document, name: str, advice: str) -> Finding:
    return Finding(
        check=f"document.{name}",
        severity=Severity.SUGGESTION,
        area=Area.FORMAT,
        advice=advice,
        location=_place(one, document),
        quote=document.source[one.start : one.end],
    )
