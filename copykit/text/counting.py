"""Counts a text the way that somebody counts it: characters, words, bytes, or a platform's own way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from copykit.text.emoji import EMOJI
from copykit.text.shield import find_addresses, merge
from copykit.text.sms import gsm7_septets, sms_segments
from copykit.text.words import WORD

# {KeyWord:default}: only the default counts, for it is what shows when the keyword does not fit.
_KEYWORD = re.compile(r"\{keyword:([^{}]*)\}", re.IGNORECASE)
# twitter-text, config/v3.json: code points of these ranges weigh 1, all others and any emoji 2, a link 23.
_X_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_X_LINK = 23
_WEB = re.compile(r"(?:https?://|www\.)|(?!\w+:)[\w-]+(?:\.[\w-]+)+(?:/|\Z|(?=[?#]))", re.IGNORECASE)
_SIMPLE = re.compile(r"[\u0000-\u10ff\u1200-\u2e7f]*")


def _characters(text: str) -> int:
    return len(text)


def _google(text: str) -> int:
    if "{" in text:
        text = _KEYWORD.sub(lambda match: match.group(1), text)
    if _SIMPLE.fullmatch(text):
        return len(text)
    return len(text) + sum(1 for character in text if _is_double(character))


def _is_double(character: str) -> bool:
    # Emoji are East Asian Wide too, but not a script; Google's rule names Chinese, Japanese and Korean.
    return unicodedata.east_asian_width(character) in "WF" and (
        unicodedata.category(character) != "So" or "\u3000" <= character <= "\u33ff"
    )


def _microsoft(text: str) -> int:
    if "{" in text:
        text = _KEYWORD.sub(lambda match: match.group(1), text)
    if _SIMPLE.fullmatch(text):
        return len(text)
    return len(text) + sum(1 for character in text if _is_double(character) or EMOJI.match(character))


def _tiktok(text: str) -> int:
    if _SIMPLE.fullmatch(text):
        return len(text)
    return len(text) + sum(1 for character in text if _is_double(character))


def _x(text: str) -> int:
    text = unicodedata.normalize("NFC", text)
    length, last = 0, 0
    for start, end in _links(text):
        length += _x_weight(text[last:start]) + _X_LINK
        last = end
    return length + _x_weight(text[last:])


def _links(text: str) -> list[tuple[int, int]]:
    if "." not in text:
        return []
    spans = [span for span in merge(find_addresses(text)) if _WEB.match(text, *span)]
    return [span for span in spans if "@" not in text[slice(*span)].partition("/")[0]]


def _x_weight(text: str) -> int:
    if text.isascii():
        return len(text)
    emoji = 0
    if not _SIMPLE.fullmatch(text) or "\ufe0f" in text:
        text, emoji = EMOJI.subn("", text)
    light = sum(1 for character in text if any(low <= ord(character) <= high for low, high in _X_LIGHT))
    return 2 * emoji + light + 2 * (len(text) - light)


def _sms(text: str) -> int:
    return sms_segments(text).parts


def _utf16(text: str) -> int:
    return len(text) + sum(1 for character in text if character > "\uffff")


def _words(text: str) -> int:
    return len(WORD.findall(text))


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


COUNTINGS: Mapping[str, Callable[[str], int]] = MappingProxyType(
    {
        "bytes": _bytes,
        "characters": _characters,
        "google": _google,
        "gsm7": gsm7_septets,
        "microsoft": _microsoft,
        "sms": _sms,
        "tiktok": _tiktok,
        "utf16": _utf16,
        "words": _words,
        "x": _x,
    }
)


def count(text: str, counting: str) -> int:
    """How long a text is by a named way of counting.

    - `characters`: Unicode code points, as Python, most APIs and databases count; an emoji that is
      joined from several code points counts as several, so that we never report less than a platform does.
    - `google`: code points, those of double-width scripts (East Asian Wide and Fullwidth, Hangul) twice,
      `{KeyWord:default}` by its default alone (support.google.com/adwordspolicy/answer/6021630).
    - `gsm7`: septets of the GSM-7 alphabet; characters of its extension table (€, braces) are two.
    - `microsoft`: as `google`, emoji twice as well (MicrosoftDocs/Advertising-docs, responsivesearchad.md).
    - `sms`: the parts that a text message is sent in, see `sms_segments` (developers.telnyx.com).
    - `tiktok`: code points, those of Chinese, Japanese and Korean twice, so that 100 Latin or 50 Asian
      characters fit (ads.tiktok.com/help, global-app-bundle-image-ad-specifications).
    - `utf16`: UTF-16 code units, as JavaScript counts.
    - `words`: words as `Document.words` finds them in prose.
    - `bytes`: bytes of UTF-8.
    - `x`: X's weighted length: a link counts 23, an emoji 2, letters of Latin, Greek, Cyrillic, Hebrew and
      Arabic 1, and most else 2 (twitter/twitter-text, config/v3.json).

    Raises:
        ValueError: if there is no counting of that name; the message lists the known ones.
    """
    counted = COUNTINGS.get(counting)
    if counted is None:
        raise ValueError(f'there is no counting "{counting}"; known are {", ".join(sorted(COUNTINGS))}')
    return counted(text)
