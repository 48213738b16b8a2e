"""The brief's source material, read into parts that can each carry a section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copykit.grammar import capitalize_first

__all__ = ["SourceNote", "read_notes"]

_HEADING = re.compile(r"#{1,6} +(.+?) *#*$")
_QUESTION = re.compile(r"(?:\*\*)?(?:Q|Question)(?: *\([^)]*\))? *[:.](?:\*\*)? *(.+)", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:\*\*)?(?:A|Answer)(?: *\((?P<who>[^)]+)\))? *[:.](?:\*\*)? *(?P<text>.+)", re.IGNORECASE
)
_BULLET = re.compile(r"[-*•] +(.+)")
_LEAST_WORDS = 12  # a part with fewer carries no section of its own


@dataclass(frozen=True, kw_only=True)
class SourceNote:
    """One part of the source.

    Attributes:
        heading: the author's own heading, or the question that was asked.
        text: its paragraphs, bullets and quotes as Markdown.
        question: the interviewer's question, if it was one.
        speaker: who answered.
    """

    heading: str
    text: str
    question: str = ""
    speaker: str = ""

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())


def read_notes(source: str) -> tuple[SourceNote, ...]:
    """Divides notes at their headings and questions; loose bullets and paragraphs make parts of their own."""
    return tuple(note for note in _notes(source) if len(note.text.split()) >= _LEAST_WORDS)


def _notes(source: str) -> Iterator[SourceNote]:
    heading, question, speaker = "", "", ""
    paragraphs: list[str] = []
    lines: list[str] = []

    def close_paragraph() -> None:
        if lines:
            paragraphs.append(_paragraph(lines))
            lines.clear()

    def note() -> Iterator[SourceNote]:
        close_paragraph()
        if paragraphs:
            text = _spoken(paragraphs, speaker) if speaker else "\n\n".join(paragraphs)
            yield SourceNote(
                heading=heading or _gist(paragraphs[0]), text=text, question=question, speaker=speaker
            )
            paragraphs.clear()

    for raw in source.splitlines():
        line = raw.strip()
        if found := _HEADING.match(line):
            yield from note()
            heading, question, speaker = found.group(1), "", ""
        elif found := _QUESTION.match(line):
            yield from note()
            question = capitalize_first(found.group(1).strip("* "))
            heading, speaker = question, ""
        elif question and (found := _ANSWER.match(line)):
            close_paragraph()
            speaker = (found["who"] or "").strip()
            lines.append(found["text"])
        elif not line:
            close_paragraph()
        elif _BULLET.match(line) and lines and not _BULLET.match(lines[0]):
            close_paragraph()
            lines.append(line)
        else:
            lines.append(line)
    yield from note()


def _paragraph(lines: list[str]) -> str:
    if _BULLET.match(lines[0]):
        items: list[str] = []
        for line in lines:
            found = _BULLET.match(line)
            if found:
                items.append(found.group(1))
            else:
                items[-1] += " " + line
        return "\n".join(f"- {_stopped(item)}" for item in items)
    return _stopped(" ".join(lines))


def _stopped(text: str) -> str:
    text = capitalize_first(text.strip())
    return text if text[-1:] in '.!?…:"”’)' else text + "."


def _spoken(paragraphs: list[str], speaker: str) -> str:
    """An answer as quoted speech, with its speaker named after the first sentence."""
    first, *rest = paragraphs
    sentence = re.match(r"(.+?[.!?])(?: +(.+))?$", first, re.DOTALL)
    opening, more = (sentence.group(1), sentence.group(2)) if sentence else (first, None)
    opening = opening[:-1] + "," if opening.endswith(".") else opening
    said = f"“{opening}” says {speaker}."
    said += f" “{more}”" if more else ""
    return "\n\n".join([said, *(f"“{one}”" if not one.startswith("- ") else one for one in rest)])


def _gist(text: str) -> str:
    """A heading for a part without one: its first words up to a natural break."""
    sentence = re.split(r"(?<=[.!?:;,])\s", text.removeprefix("- "), maxsplit=1)[0].rstrip(".,:;!")
    words = sentence.split()
    return " ".join(words) if len(words) <= 9 else " ".join(words[:7]) + " …"
