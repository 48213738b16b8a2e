"""Runs the rules of a guide's styles over a document, and tells what of them is not honoured."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from copykit.checks.context import Context
from copykit.checks.custom.casing import Capitalization
from copykit.checks.custom.counts import Conditional, Consistency, Occurrence, Repetition
from copykit.checks.custom.finder import Exceptions
from copykit.checks.custom.measuring import Metric, Readability
from copykit.checks.custom.page import Page
from copykit.checks.custom.runner import Hit, Runner
from copykit.checks.custom.sequences import Sequence
from copykit.checks.custom.words import Existence, Substitution
from copykit.checks.finding import replacement
from copykit.checks.remember import remembered
from copykit.errors import Problem
from copykit.findings import Area, Finding, Fix, Location, Severity
from copykit.guide import Guide
from copykit.text import Document

__all__ = ["rule_problems", "run_rules"]

_KINDS: Mapping[str, type[Runner]] = {
    "existence": Existence,
    "substitution": Substitution,
    "occurrence": Occurrence,
    "repetition": Repetition,
    "consistency": Consistency,
    "conditional": Conditional,
    "capitalization": Capitalization,
    "metric": Metric,
    "readability": Readability,
    "sequence": Sequence,
}
# What Vale's own comments in a page switch off and on again.
_COMMENT = re.compile(r"<!--[ \t]*vale[ \t]+([\w.-]+)(?:[ \t]*=[ \t]*(YES|NO|on|off))?[ \t]*-->")


@remembered
def _runners(guide: Guide) -> tuple[Runner, ...]:
    return tuple(_KINDS[rule.extends](rule) for rule in guide.styles)


def run_rules(document: Document, context: Context) -> Iterator[Finding]:
    """What a guide's rules find in a document, rule by rule."""
    runners = _runners(context.guide)
    page = Page(document)
    silenced = _silenced(document)
    for runner in runners:
        rule = runner.rule
        if rule.sections and not rule.applies_to(page.file):
            continue
        hits = runner.run(page)
        if silenced:
            hits = (hit for hit in hits if not _is_silenced(page, hit, rule.name, silenced))
        for hit in islice(hits, rule.limit or None):
            yield _finding(page, runner, hit)


def _finding(page: Page, runner: Runner, hit: Hit) -> Finding:
    document, rule = page.document, runner.rule
    if hit.piece is None:
        place, quote = document.anchor(), ""
    else:
        place, quote = page.locate(hit.piece, hit.start, hit.end)
    related: tuple[Location, ...] = ()
    if hit.related:
        related = (page.locate(*hit.related)[0],)
    return Finding(
        check=rule.check,
        severity=rule.level,
        area=Area.CONSISTENCY,
        advice=hit.message or rule.name,
        location=place,
        quote=quote,
        fixes=_fixes(page, hit, rule.level),
        reference=rule.reference(hit.line),
        related=related,
    )


def _fixes(page: Page, hit: Hit, level: Severity) -> tuple[Fix, ...]:
    piece = hit.piece
    if piece is None or hit.start == hit.end or not hit.offers:
        return ()
    said = piece.text[hit.start : hit.end]
    if piece.raw:
        # Source takes the place of source: nothing is escaped.
        return tuple(Fix(title=_title(offer), replacement=offer) for offer in hit.offers if offer != said)
    if not page.document.is_plain(*page.span(piece, hit.start, hit.end)):
        return ()
    made = (
        replacement(page.document, offer, title=_title(offer), safe=hit.is_sure)
        for offer in hit.offers
        if offer != said
    )
    return tuple(made)


def _title(offer: str) -> str:
    return f"Write “{offer}”" if offer else "Leave it out"


class _Switches(NamedTuple):
    """Where comments switch one name (empty for all rules) in a page, in order, and which way."""

    starts: list[int]
    on: list[bool]


def _silenced(document: Document) -> Mapping[str, _Switches]:
    """The comments `<!-- vale off -->`, `<!-- vale Style.Rule = NO -->` of a page, by what they name."""
    made: dict[str, _Switches] = {}
    if "<!--" not in document.source or document.parts:
        return made
    for match in _COMMENT.finditer(document.source):
        name, value = match.groups()
        if value is None:
            if name not in ("on", "off"):
                continue
            name, value = "", name
        switches = made.setdefault(name, _Switches([], []))
        switches.starts.append(match.end())
        switches.on.append(value in ("YES", "on"))
    return made


def _is_silenced(page: Page, hit: Hit, rule: str, silenced: Mapping[str, _Switches]) -> bool:
    start = page.locate(hit.piece, hit.start, hit.end)[0].start if hit.piece else 0
    for name in ("", rule, rule.partition(".")[0]):
        switches = silenced.get(name)
        if switches:
            at = bisect_right(switches.starts, start) - 1
            if at >= 0 and not switches.on[at]:
                return True
    return False


def rule_problems(guide: Guide) -> Iterator[Problem]:
    """What of the rules that can be run is not honoured: scopes, actions, patterns, exceptions."""
    words: set[str] = set()
    for runner in _runners(guide):
        yield from runner.problems()
        accepted = [word for word in runner.rule.accepted if word not in words]
        words.update(accepted)
        for entry, fault in Exceptions(accepted).faults():
            message = f'the accepted word "{entry}" is not honoured: {fault}'
            yield Problem(message=message, path=entry.path, line=entry.line)
