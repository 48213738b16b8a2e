"""Counts a text the way that somebody counts it: characters, words, bytes, or a platform's own way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from copykit.text.document import WORD

# {KeyWord:default}: only the default counts, for it is what shows when the keyword does not fit.
_KEYWORD = re.compile(r"\{keyword:([^{}]*)\}", re.IGNORECASE)
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
        "utf16": _utf16,
        "words": _words,
    }
)


def count(text: str, counting: str) -> int:
    """How long a text is by a named way of counting.

    - `characters`: Unicode code points, as Python, most APIs and databases count; an emoji that is
      joined from several code points counts as several, so that we never report less than a platform does.
    - `google`: code points, those of double-width scripts (East Asian Wide and Fullwidth, Hangul) twice,
      `{KeyWord:default}` by its default alone (support.google.com/adwordspolicy/answer/6021630).
    - `utf16`: UTF-16 code units, as JavaScript counts.
    - `words`: words as `Document.words` finds them in prose.
    - `bytes`: bytes of UTF-8.

    Raises:
        ValueError: if there is no counting of that name; the message lists the known ones.
    """
    counted = COUNTINGS.get(counting)
    if counted is None:
        raise ValueError(f'there is no counting "{counting}"; known are {", ".join(sorted(COUNTINGS))}')
    return counted(text)
