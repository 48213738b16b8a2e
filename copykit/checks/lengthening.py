"""Whether a fix with more words would cost reading ease, so that it trades one finding for another."""

from __future__ import annotations

import re
from bisect import bisect_left

from copykit.checks.context import Context
from copykit.checks.readability import can_judge, measured
from copykit.text import Document

__all__ = ["overfills"]

NEAR = 0.3  # grades that a word or two more may add to a short text; ours
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


def overfills(document: Document, context: Context, start: int, end: int, text: str) -> bool:
    """Whether a text in a span's place takes its sentence or the reading grade above the target."""
    more = len(_WORD.findall(text)) - len(_WORD.findall(document.text, start, end))
    if more <= 0:
        return False
    target = context.guide.brand.reading_for(context.channel)
    if target is None:
        return False
    grade = measured(document).grade if can_judge(document) else None
    if grade is not None and grade > target[1].grade - NEAR:
        return True
    most = target[1].sentence_words
    sentence = document.sentence_at(start)
    starts = document.word_starts
    words = bisect_left(starts, sentence.end) - bisect_left(starts, sentence.start)
    return words <= most < words + more
