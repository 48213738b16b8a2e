"""The brief's source material, read into parts that can each carry a section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copykit.grammar import capitalize_first

__all__ = ["SourceNote", "introduce_once", "read_notes"]

_HEADING = re.compile(r"#{1,6} +(.+?) *#*$")
_QUESTION = re.compile(r"(?:\*\*)?(?:Q|Question)(?: *\([^)]*\))? *[:.](?:\*\*)? *(.+)", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:\*\*)?(?:A|Answer)(?: *\((?P<who>[^)]+)\))? *[:.](?:\*\*)? *(?P<text>.+)", re.IGNORECASE
)
_BULLET = re.compile(r"[-*•] +(.+)")
_LEAST_WORDS = 12  # a part with fewer carries no section of its own
_LONGEST_HEADING = 10  # words
_CUT_HEADING = 7
_NO_END = frozenset(
    "a an and are as at be by for from has have in is of on or that the to was were with".split()
)


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


def introduce_once(
    parts: Sequence[Mapping[str, str]], notes: Sequence[SourceNote]
) -> list[Mapping[str, str]]:
    """The parts of a piece, with each speaker's role told once; after that, the name is enough."""
    speakers = {note.speaker for note in notes if "," in note.speaker}
    if not speakers:
        return list(parts)
    told: set[str] = set()
    made: list[Mapping[str, str]] = []
    for part in parts:
        one = dict(part)
        for name, text in part.items():
            for speaker in speakers:
                if f"says {speaker}." not in text:
                    continue
                if speaker in told:
                    one[name] = one[name].replace(f"says {speaker}.", f"says {speaker.split(',')[0]}.")
                told.add(speaker)
        made.append(one)
    return made


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
        if paragraphs and heading:
            text = _spoken(paragraphs, speaker) if speaker else "\n\n".join(paragraphs)
            yield SourceNote(heading=heading, text=text, question=question, speaker=speaker)
        else:
            yield from _loose(paragraphs)
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


def _first_sentence(text: str) -> tuple[str, str]:
    """The first sentence and what follows it; a list or a quotation is left whole."""
    found = None if text.startswith(("- ", "“", '"')) else re.match(r"(.+?[.!?])\s+(.+)$", text, re.DOTALL)
    return (found.group(1), found.group(2)) if found else (text, "")


def _loose(paragraphs: Sequence[str]) -> Iterator[SourceNote]:
    """Paragraphs and bullets under no heading: each that is long enough is a part, the others go with one."""
    texts: list[str] = []
    for paragraph in paragraphs:
        items = paragraph.split("\n") if paragraph.startswith("- ") else [paragraph]
        if any(len(item.split()) < _LEAST_WORDS for item in items):
            items = [paragraph]  # a list of short things is one thing
        for item in items:
            if texts and (len(item.split()) < _LEAST_WORDS or len(texts[-1].split()) < _LEAST_WORDS):
                texts[-1] += f"\n\n{item}"
            else:
                texts.append(item.removeprefix("- ") if len(items) > 1 else item)
    yield from map(_headed, texts)


def _headed(text: str) -> SourceNote:
    """A part with its first sentence for a heading, where that is short; else with its first words."""
    first, rest = _first_sentence(text)
    if len(first.split()) <= _LONGEST_HEADING and len(rest.split()) >= _LEAST_WORDS:
        return SourceNote(heading=first.rstrip(".:;!"), text=rest)
    clause = re.split(r"(?<=[:;,])\s|\s(?=(?:because|when|where|which|while|and|but|so|if)\s)", first)[0]
    words = clause.removeprefix("- ").rstrip(".,:;!").split()
    while len(words) > 1 and words[-1].casefold() in _NO_END:
        words.pop()
    heading = " ".join(words) if len(words) <= _LONGEST_HEADING else " ".join(words[:_CUT_HEADING]) + " …"
    return SourceNote(heading=heading, text=text)
