"""A responsive ad as it is shown: any three headlines with any two descriptions, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copykit.checks.context import Context
from copykit.checks.policy.texts import AdText, ad_texts, broken
from copykit.findings import Finding, Severity
from copykit.platforms import Source
from copykit.text import Document

__all__ = ["check_combinations"]

SHOWN = Source(text="Google Ads Help, support.google.com/google-ads/answer/7684791", known="O")
MICROSOFT = Source(text="MicrosoftDocs/Advertising-docs, responsivesearchad.md (November 2024)", known="O")

# No ad takes more lines; what is longer must not cost its square.
MOST_COMPARED = 40
# A sentence of one word may close two descriptions; ours.
LEAST_WORDS_SAID_TWICE = 2
LONG = 4  # from so many words on, saying it twice is more than a worn ask

_JOINING = re.compile(
    r"(?:and|but|or|nor|also|then|because|which|however|therefore|otherwise|meanwhile|moreover|besides)\b(?!-)"
    r"|plus(?! siz|-siz)\b|instead(?! of)\b|as well\b"
    r"|(?:that['’]s|that is|this is|which is) (?:why|how|when|where)\b"
    r"|so(?:,| (?:you|your|we|they|it|the|that|there)\b)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"(?:(?:it|they)(?:['’](?:s|re|ll|d|ve))?|them|he|she|his|her|hers|its|theirs?|these|those|this"
    r"|that(?:['’]s)?)\b",
    re.IGNORECASE,
)
_POINTING_FINE = re.compile(
    r"it(?:['’]s| is) (?:time|never too|not too|now|ok|okay)\b|it (?:pays|takes)\b"
    r"|th(?:is|ese|at) (?:[\w-]+ )?(?:week|weekend|month|quarter|year|season|spring|summer|autumn|fall|winter"
    r"|morning|evening|afternoon|night|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|christmas|easter|day|days|weeks)\b",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"(?:[,;:&+–—-]|…|\.{3}|\b(?:and|or|but|the|a|an|than|because|your|our|my))\s*$", re.IGNORECASE
)
_OPEN_START = re.compile(r"[\s]*(?:…|\.{2,}|[,;:&+–—-])")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_SMALL = frozenset("a an and at for in is it its of on or our the to with you your".split())


def check_combinations(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.dangling`: a line that needs another; `policy.combination`: lines that repeat one another.

    For each pair of lines there is a combination that shows both, so pairs stand for all combinations.
    """
    texts = ad_texts(document, context, "google", "microsoft")
    source = MICROSOFT if context.format and context.format.settings.platform == "microsoft" else SHOWN
    heads = [ad for ad in texts if ad.field == "headlines"][:MOST_COMPARED]
    bodies = [ad for ad in texts if ad.field == "descriptions"][:MOST_COMPARED]
    if not heads or not bodies:
        return
    for ad in (*heads, *bodies):
        yield from _dangling(document, ad, source)
    yield from _contained(document, heads, source)
    yield from _said_twice(document, heads, bodies, source)


def _dangling(document: Document, ad: AdText, source: Source) -> Iterator[Finding]:
    match = _JOINING.match(ad.text)
    said = f"“{match.group()}” leans on the line before" if match else ""
    if not match and not _POINTING_FINE.match(ad.text) and (match := _POINTING.match(ad.text)):
        said = f"“{match.group()}” points at another line"
    if not match and (match := _OPEN_START.match(ad.text)):
        said = "it goes on from another line"
    if not match and (match := _OPEN_END.search(ad.text)):
        said = "it goes on in another line"
    if match:
        yield broken(
            document, ad.start + match.start(), ad.start + match.end(), check="policy.dangling",
            severity=Severity.WARNING, label="Responsive ads: any line may stand first", source=source,
            advice=f"This line does not stand alone: {said}, and any may show there. Name the thing.",
        )  # fmt: skip


def _contained(document: Document, heads: Sequence[AdText], source: Source) -> Iterator[Finding]:
    """Headlines whose every word of weight stands in another; equal ones are told by `format.repeat`."""
    contents = [frozenset(_words(ad.text)) - _SMALL for ad in heads]
    for ad, words in zip(heads, contents, strict=True):
        for other, more in zip(heads, contents, strict=True):
            if len(words) >= 2 and words < more and len(words) / len(more) < 0.75:
                yield broken(
                    document, ad.start, ad.end, check="policy.combination", severity=Severity.SUGGESTION,
                    label="Responsive ads: lines that may show together", source=source,
                    advice=f"“{other.text}” says all of this and more, and both may show together.",
                    related=[(other.start, other.end)],
                )  # fmt: skip
                break


def _said_twice(
    document: Document, heads: Sequence[AdText], bodies: Sequence[AdText], source: Source
) -> Iterator[Finding]:
    """Sentences of a description that stand in another one, or as a headline."""
    lines = {" ".join(_words(ad.text)): (ad.start, ad.end) for ad in reversed(heads)}
    seen: dict[str, tuple[int, int]] = {}
    for ad in bodies:
        mine: dict[str, tuple[int, int]] = {}
        for match in _SENTENCE.finditer(ad.text):
            words = _words(match.group())
            key = " ".join(words)
            if len(words) < LEAST_WORDS_SAID_TWICE:
                continue
            lead = len(match.group()) - len(match.group().lstrip())
            start, end = ad.start + match.start() + lead, ad.start + match.end()
            twin = seen.get(key)
            where = "another description" if twin else "a headline"
            twin = twin or lines.get(key)
            if twin:
                yield broken(
                    document, start, end, check="policy.combination",
                    severity=Severity.WARNING if len(words) >= LONG else Severity.SUGGESTION,
                    label="Responsive ads: lines that may show together", source=source,
                    advice=f"This stands in {where} too, and both may show together: say it in one of them.",
                    related=[twin],
                )  # fmt: skip
            mine.setdefault(key, (start, end))
        seen |= {key: span for key, span in mine.items() if key not in seen}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
