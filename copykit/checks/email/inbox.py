"""What stands in the inbox: the subject and the preheader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copykit.checks.context import Check, Context
from copykit.checks.email.letter import Evidence, is_cold, letter_of, tip
from copykit.checks.finding import replacement
from copykit.findings import Finding, Severity
from copykit.text import Document

__all__ = ["INBOX"]

# Where Apple Mail on an iPhone 14 cut, and where a cautious writer stops.
SUBJECT_SHOWN = 48
PREHEADER_SHOWN = 99
MOST_SUBJECT_WORDS = 7  # ours: the studies say two to four, and disagree
SAME = 0.75  # share of content words that makes a preheader a repeat; ours

TESTED = Evidence(
    said="the inbox showed 48 characters of a subject and 99 of a preheader",
    who="emailtooltester.com, Apple Mail on an iPhone 14",
    kind="test",
)
SHORT = Evidence(
    said="two to four words did best, though another study of 579,000 mails found no link between length "
    "and opens",
    who="Boomerang, 40 million mails; Belkins, 5.5 million; against them nectafy",
    kind="report",
)
NAMED = Evidence(
    said="a first name in the subject went with 12 % fewer replies",
    who="coreyhaines31, subject lines",
    kind="report",
)
SCORED = Evidence(
    said="filters add points for it, fractions of one each; the sender's standing weighs more",
    who="netly.win; martech.zone; SpamAssassin's threshold is 5",
    kind="report",
)
LAW = "CAN-SPAM forbids subjects that mislead (ftcdefenselawyer.com, read 2026-11-23; not legal advice)."

_REPLY = re.compile(r"\s*(?:re|fwd?|aw|sv|antw)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = frozenset("a an and at for from in is it of on or our the to with you your".split())
_LOUD = re.compile(r"[!?]{2,}|\$\$+|(?<!\w)!(?=\s*!)")
_DECEIT = re.compile(
    r"\b(?:your (?:invoice|order|receipt|refund|payment|delivery|package|parcel) |invoice (?:attached|overdue"
    r"|due)"
    r"|payment (?:overdue|received|failed|due)|account (?:suspended|locked|on hold|will be closed)"
    r"|action required|final (?:notice|warning|reminder)|you(?:['’]ve| have) won|your prize|security alert)",
    re.IGNORECASE,
)


def check_subject(document: Document, context: Context) -> Iterator[Finding]:
    """What a subject costs: its length, a first name, shouting, a reply that is none, a false alarm."""
    if context.channel != "email":
        return
    letter = letter_of(document)
    if not letter.subject:
        return
    start, end = letter.subject
    text = document.text[start:end]
    words = _WORD.findall(text)
    has_limit = context.format is not None and (field := context.format.field("subject")) and field.shown
    if not has_limit and len(text) > SUBJECT_SHOWN:
        yield tip(
            document, (start + SUBJECT_SHOWN, end), check="email.subject-length",
            advice=f"The subject has {len(text)} characters, and phones cut it at about {SUBJECT_SHOWN}: "
            "say what counts in the first 33.", evidence=TESTED,
        )  # fmt: skip
    if is_cold(context):
        yield from _cold(document, context, (start, end), words)
    yield from _filtered(document, (start, end), words)
    reply = _REPLY.match(text)
    if reply and (context.format is not None or not letter.greeted or _is_first(document)):
        yield tip(
            document, (start + reply.start(), start + reply.end()), check="email.false-reply",
            severity=Severity.WARNING if context.format is not None else Severity.SUGGESTION,
            advice=f"“{text[: reply.end()].strip()}” says that this answers a mail. If it does not, take it "
            f"out: {LAW}",
            fixes=[replacement(document, "", title="Take it out", safe=True)],
        )  # fmt: skip
    if context.format is not None and (match := _DECEIT.search(text)):
        yield tip(
            document, (start + match.start(), start + match.end()), check="law.subject",
            severity=Severity.WARNING,
            advice=f"The subject sounds like a notice about the reader's own account. Say what the mail is: "
            f"{LAW}",
        )  # fmt: skip


def _is_first(document: Document) -> bool:
    return "wrote:" not in document.text and "\n>" not in document.source


def _cold(document: Document, context: Context, span: tuple[int, int], words: list[str]) -> Iterator[Finding]:
    if len(words) > MOST_SUBJECT_WORDS:
        yield tip(
            document, span, check="email.subject-words",
            advice=f"The subject has {len(words)} words: name the reader's own matter in two to five.",
            evidence=SHORT,
        )  # fmt: skip
    name = context.brief.recipient.first_name
    text = document.text[span[0] : span[1]]
    match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) if name else None
    if match:
        yield tip(
            document, (span[0] + match.start(), span[0] + match.end()), check="email.subject-name",
            advice="A first name in the subject reads like a machine's mail: name the reader's matter.",
            evidence=NAMED,
        )  # fmt: skip


def _filtered(document: Document, span: tuple[int, int], words: list[str]) -> Iterator[Finding]:
    start, end = span
    text = document.text[start:end]
    letters = [letter for letter in text if letter.isalpha()]
    if len(words) >= 2 and len(letters) >= 8 and all(letter.isupper() for letter in letters):
        calm = text.capitalize()
        yield tip(
            document, span, check="email.spam-signs", severity=Severity.WARNING,
            advice="The subject is all in capitals, which filters count.", evidence=SCORED,
            fixes=[replacement(document, calm, safe=True)],
        )  # fmt: skip
    if text.lstrip().startswith("$"):
        yield tip(
            document, (start, start + len(text) - len(text.lstrip()) + 1), check="email.spam-signs",
            severity=Severity.WARNING, evidence=SCORED,
            advice="The subject begins with $, which filters count: begin with a word.",
        )  # fmt: skip
    for match in _LOUD.finditer(text):
        yield tip(
            document, (start + match.start(), start + match.end()), check="email.spam-signs",
            severity=Severity.WARNING, advice="Filters count marks in a row: one is enough.", evidence=SCORED,
            fixes=[replacement(document, match.group()[0], safe=True)],
        )  # fmt: skip


def check_preheader(document: Document, context: Context) -> Iterator[Finding]:
    """`email.preheader`: a preheader that repeats the subject or the first line, or is cut off."""
    if context.channel != "email":
        return
    letter = letter_of(document)
    if not letter.preheader:
        return
    start, end = letter.preheader
    text = document.text[start:end]
    has_limit = context.format is not None and (field := context.format.field("preheader")) and field.shown
    if not has_limit and len(text) > PREHEADER_SHOWN:
        yield tip(
            document, (start + PREHEADER_SHOWN, end), check="email.preheader",
            advice=f"The preheader has {len(text)} characters, and phones cut it at about {PREHEADER_SHOWN}.",
            evidence=TESTED,
        )  # fmt: skip
    subject = letter.subject_text(document)
    if subject and _alike(text, subject):
        yield tip(
            document, (start, end), check="email.preheader",
            related=[letter.subject] if letter.subject else (),
            advice="The preheader says what the subject says: go on from it instead.",
        )  # fmt: skip
        return
    for low, high in letter.body:
        for sentence in document.sentences:
            if low <= sentence.start < high and _alike(text, document.text[sentence.start : sentence.end]):
                yield tip(
                    document, (start, end), check="email.preheader", related=[(sentence.start, sentence.end)],
                    advice="The preheader says what a line of the body says: add a thing that it does not.",
                )  # fmt: skip
                return


def _alike(text: str, other: str) -> bool:
    one, two = ({word.casefold() for word in _WORD.findall(said)} - _SMALL for said in (text, other))
    shared = len(one & two)
    return shared >= 2 and shared / len(one | two) >= SAME


INBOX: tuple[Check, ...] = (check_subject, check_preheader)
