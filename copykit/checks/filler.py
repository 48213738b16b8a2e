"""Finds what a layout or a first draft left behind: sample text, “TBD”, blanks in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copykit.checks.context import Check, Context
from copykit.checks.finding import found
from copykit.findings import Area, Finding, Severity
from copykit.text import Document, Syntax

__all__ = ["FILLER"]

_HINTS = frozenset("lorem ipsum tktk tkck tbd tbc placeholder dummy".split())
_LEFT = re.compile(
    r"\blorem ipsum(?: dolor(?: sit amet)?)?\b|\bTKTK\b|\bTKCK\b|\bTB[CD]\b"
    r"|\b(?:placeholder|dummy) (?:text|copy|headline)\b"
    r"|\b(?:your|headline|heading|title|body|button|caption|intro|image|logo|link)"
    r"(?: (?:text|copy|name|headline))? goes here\b",
    re.IGNORECASE,
)
_UPPER = frozenset(("tbc", "tbd", "tktk", "tkck"))
# In mail `email.placeholder` tells these.
_BRACKETS = re.compile(
    r"\[(?<!\[\[)(?:insert|add|your|tbc|tbd|tk|to come|placeholder|first name|last name|company(?: name)?)"
    r"(?: [^\[\]\n]{1,40})?\](?!\]|\(|\[|:)",
    re.IGNORECASE,
)
# "<First Name>" is a tag to Markdown and HTML, so that nobody sees the blank, or anything in its place.
_ANGLES = re.compile(
    r"<(?:first|last|full|your|company|customer|client|recipient|insert|product)[ _]"
    r"(?:name|company|title|here|city|product)>",
    re.IGNORECASE,
)
# "The date is TBD", "Price: TBD": it stands in a value's place.
_STANDS_FOR = re.compile(r"(?:\b(?:is|are|on|at|of|by|to|from)|[:|(–—-]|^|\n)\s*\Z")
ADVICE = "This was left behind for somebody to fill: write what belongs here."


def check_filler(document: Document, context: Context) -> Iterator[Finding]:
    """`format.filler`: sample text, “TBD” and blanks that were never filled."""
    severity = Severity.ERROR if context.own else Severity.WARNING
    spans: list[tuple[int, int]] = []
    if not document.vocabulary.isdisjoint(_HINTS) or " goes here" in document.folded:
        for match in _LEFT.finditer(document.text):
            said = match.group()
            if said.lower() in _UPPER and not (
                said.isupper()
                and _STANDS_FOR.search(document.folded, max(0, match.start() - 9), match.start())
            ):
                continue
            # Speaking of it is no use of it: "we put lorem ipsum in there".
            if said.lower() == "lorem ipsum" and document.sentence_at(match.start()).start < match.start():
                continue
            spans.append(match.span())
    if "[" in document.text and context.channel != "email":
        spans += [match.span() for match in _BRACKETS.finditer(document.text)]
    for start, end in sorted(spans):
        if not document.is_shielded(start, end):
            yield found(
                document,
                start,
                end,
                check="format.filler",
                severity=severity,
                area=Area.FORMAT,
                advice=ADVICE,
            )
    if document.syntax is not Syntax.PLAIN and "<" in document.source:
        for match in _ANGLES.finditer(document.source):
            if match.group() in document.text:
                continue  # shown, as code is
            place = document.place(*match.span())
            yield Finding(
                check="format.filler", severity=severity, area=Area.FORMAT, location=place,
                quote=document.quote(place),
                advice=f"{match.group()} is a tag, of which readers see nothing: write what belongs here.",
            )  # fmt: skip


FILLER: tuple[Check, ...] = (check_filler,)
