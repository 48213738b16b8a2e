"""Comments in a file that overrule findings: `<!-- copykit-ignore CHECK: reason -->` and its kin.

`copykit-ignore` holds for the next block (in the middle of one, for that one); `copykit-off` from there to
`copykit-on`, or to the end of the file. Markdown and HTML have them; a comment in code is code.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from copykit.checks.control import ALL, known_check
from copykit.draft_file.lines import lines_of
from copykit.findings import Area, Finding, Location, Overruled, Reference, Severity
from copykit.text import Document, Syntax
from copykit.text.build import VERBATIM
from copykit.wording import did_you_mean

__all__ = ["ignore"]

MARK = "copykit-"
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
    covers: dict[str, tuple[int, int]] = field(default_factory=dict)
    used: bool = False

    def means(self, finding: Finding) -> bool:
        """Whether it covers a finding: its check, its family's or all, at its place."""
        name = finding.check
        while name:
            if self._reaches(name, finding):
                return True
            name = name.rpartition(".")[0]
        return self._reaches(ALL, finding)

    def _reaches(self, name: str, finding: Finding) -> bool:
        if name not in self.covers:
            return False
        low, high = self.covers[name]
        place = finding.location
        if place.start == place.end:
            return low <= place.start <= high
        return place.start < high and place.end > low


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
    _cover(comments, document)
    standing: list[Finding] = []
    overruled: list[Overruled] = []
    for finding in found:
        by = next((one for one in comments if one.means(finding)), None)
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


def _comments(document: Document) -> list[_Comment]:
    source = document.source
    code = _code_lines(document)
    starts = [start for start, _ in code]
    found: list[_Comment] = []
    for match in _OPEN.finditer(source):
        at = match.start()
        close = source.find("-->", match.end(), match.end() + LONGEST)
        inside = bisect_right(starts, at) - 1
        if close < 0 or (inside >= 0 and at < code[inside][1]) or _is_shown(document, at):
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
    return [(line.start, line.end) for line in lines_of(document.source, 0) if line.literal]


def _is_shown(document: Document, offset: int) -> bool:
    """Whether readers see what stands at an offset of the source, such as code or the text of an ad."""
    runs = document.runs
    at = bisect_right(runs.sources, offset) - 1
    if at < 0 or runs.ends[at] != VERBATIM:
        return False
    after = runs.texts[at + 1] if at + 1 < len(runs.texts) else len(document.text)
    return offset < runs.sources[at] + after - runs.texts[at]


def _cover(comments: Sequence[_Comment], document: Document) -> None:
    """Works out what each comment covers."""
    spots = [document.locate(block.start, block.end) for block in document.blocks]
    starts = [spot.start for spot in spots]
    first = starts[0] if starts else len(document.source)
    for number, one in enumerate(comments):
        low = 0 if one.end <= first else one.start
        if one.kind == "off":
            later = comments[number + 1 :]
            one.covers = {name: (low, _switched_on(name, later, document)) for name in one.checks}
        elif one.kind == "ignore":
            within = bisect_right(starts, one.start) - 1
            if within >= 0 and one.end <= spots[within].end:
                one.covers = dict.fromkeys(one.checks, (spots[within].start, spots[within].end))
                continue
            following = bisect_left(starts, one.end)
            if following < len(spots):
                one.covers = dict.fromkeys(one.checks, (low, _block_end(spots[following], document)))


def _switched_on(name: str, later: Sequence[_Comment], document: Document) -> int:
    """Where the first comment stands that switches a check on again; the file's end when none does."""
    for one in later:
        if one.kind == "on" and (not one.checks or name in one.checks or ALL in one.checks):
            return one.start
    return len(document.source)


def _block_end(spot: Location, document: Document) -> int:
    """In Markdown a list or table goes on to the next blank line; in HTML a block ends where it ends."""
    if document.syntax is not Syntax.MARKDOWN:
        return spot.end
    blank = _BLANK.search(document.source, spot.end)
    return blank.start() if blank else len(document.source)


def _about(comments: Iterable[_Comment], document: Document) -> Iterable[Finding]:
    """What is to be said about the comments themselves."""
    for one in comments:
        unknown = [name for name in one.checks if not known_check(name)]
        if not one.checks and one.kind != "on":
            yield _told(one, document, "ignore-unknown", f"Say which check: {_form(one, 'terms.avoid')}.")
        elif unknown:
            from copykit.checks.facts import known_ids

            near = did_you_mean(unknown[0], known_ids())
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
