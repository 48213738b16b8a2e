"""Characters that double the price of a text message: outside GSM-7, a part holds 70 and not 160."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from copykit.checks.context import Check, Context
from copykit.checks.finding import found, replacement
from copykit.findings import Area, Finding, Reference, Severity
from copykit.platforms import Source
from copykit.text import Document, sms_segments

__all__ = ["TEXT_MESSAGES"]

ALPHABET = Source(text="docs.namirial.app; developers.telnyx.com", known="O")
_PLAIN: Mapping[str, str] = {
    "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "…": "...",
    "\xa0": " ", "\u202f": " ", "\u2009": " ", "•": "-", "´": "'", "`": "'", "ç": "c", "á": "a", "í": "i",
    "ó": "o", "ú": "u", "ê": "e", "â": "a", "î": "i", "ô": "o", "û": "u", "ë": "e", "ï": "i",
}  # fmt: skip
# So many marks are shown at once; replacing one of them alone gains nothing.
MOST_TOLD = 20


def check_alphabet(document: Document, context: Context) -> Iterator[Finding]:
    """`format.sms-alphabet`: characters that turn a text message to the alphabet with 70 to a part.

    Told where the plain text would be sent in fewer parts. Fields that a format counts in `sms` or `gsm7`
    are text messages.
    """
    if context.format is None:
        return
    for span in document.fields:
        field = context.format.field(span.path)
        limits = (field.limit, field.shown, field.advised) if field else ()
        if not any(limit and limit.counting in ("sms", "gsm7") for limit in limits):
            continue
        text = document.text[span.start : span.end]
        now = sms_segments(text)
        plain = sms_segments("".join(_PLAIN.get(letter, letter) for letter in text))
        if plain.parts >= now.parts:
            continue
        spots = [at for at, letter in enumerate(text) if letter in now.outside and letter in _PLAIN][
            :MOST_TOLD
        ]
        for at in spots:
            letter = text[at]
            yield found(
                document, span.start + at, span.start + at + 1, check="format.sms-alphabet",
                severity=Severity.SUGGESTION, area=Area.FORMAT,
                advice=f"“{letter}” is not in the alphabet of text messages (GSM-7), so a part holds 70 "
                f"characters and not 160: {now.parts} parts, and {plain.parts} in plain letters. {ALPHABET}",
                fixes=[replacement(document, _PLAIN[letter])],
                reference=Reference(label="GSM-7", url=ALPHABET.text, date=ALPHABET.read.isoformat()),
            )  # fmt: skip


TEXT_MESSAGES: tuple[Check, ...] = (check_alphabet,)
