"""Which approved samples show a writer how a piece should sound, within a budget of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copykit.guide.situations import is_bad_news, is_one_of
from copykit.guide.types import Sample

__all__ = ["MOST_SAMPLES", "MOST_WORDS", "choose_samples"]

MOST_SAMPLES = 3
# Our own choice: three samples of an email's length. More of them cost tokens and teach little.
MOST_WORDS = 600
LEAST_WORDS = 40  # less of a sample shows no voice


def choose_samples(
    samples: Sequence[Sample],
    *,
    format: str,
    channel: str,
    audience: str | None = None,
    situation: str = "",
    words: int = MOST_WORDS,
) -> tuple[Sample, ...]:
    """The samples that are nearest to a piece, the nearest first; at most three of them.

    What fits the situation comes before all else, then the format, the channel and the reader. A sample that
    was written for a situation is shown in no other, and in bad news only samples of bad news are shown: a
    cheerful one would teach the wrong tone. Where none fits the situation, there are none.

    Args:
        samples: all that the guide has.
        format: the piece's format, by name.
        channel: its channel.
        audience: the reader, by id; None for no one in particular.
        situation: the brief's situation; empty for an ordinary day.
        words: how long all of them may be together. A sample that is longer than what is left of it ends at
            its last paragraph that fits, and is left out when that shows nothing.
    """

    def likeness(sample: Sample) -> int:
        same_format = 4 * (sample.format == format)
        same_reader = sample.audience == audience if audience else not sample.audience
        same_situation = 8 * (sample.situation is not None)
        return same_situation + same_format + 2 * (sample.channel == channel) + same_reader

    fitting = [sample for sample in samples if _suits(sample, situation)]
    ranked = sorted(fitting, key=likeness, reverse=True)[:MOST_SAMPLES]
    return tuple(_within(ranked, words, likeness_of=[likeness(sample) for sample in ranked]))


def _suits(sample: Sample, situation: str) -> bool:
    if sample.situation is None:
        return not is_bad_news(situation)
    if is_bad_news(situation) and is_bad_news(sample.situation):
        return True
    return is_one_of(situation, [sample.situation])


def _within(ranked: Sequence[Sample], words: int, *, likeness_of: Sequence[int]) -> Iterator[Sample]:
    left = words
    for sample, likeness in zip(ranked, likeness_of, strict=True):
        shown = _shortened(sample.text, left) if likeness else ""
        if shown:
            left -= len(shown.split())
            yield sample if shown == sample.text else sample.model_copy(update={"text": shown})


def _shortened(text: str, words: int) -> str:
    """The text, or as many of its first paragraphs as have no more words; "" when they show nothing."""
    if len(text.split()) <= words:
        return text
    kept: list[str] = []
    for paragraph in text.split("\n\n"):
        if sum(len(one.split()) for one in (*kept, paragraph)) > words:
            break
        kept.append(paragraph)
    shown = "\n\n".join(kept)
    return f"{shown}\n\n(…)" if len(shown.split()) >= LEAST_WORDS else ""
