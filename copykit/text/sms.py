"""How long a text message is: in septets or UTF-16 units, and in the parts that it is sent and paid in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["SmsLength", "gsm7_septets", "sms_segments"]

# 3GPP TS 23.038: the basic alphabet, and the extension table whose characters take an escape before them.
_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
# A message has 140 bytes; from two parts on, a header takes six of them (developers.telnyx.com).
_ROOM = {"GSM-7": (160, 153), "UCS-2": (70, 67)}


@dataclass(frozen=True, kw_only=True)
class SmsLength:
    """The length of a text message.

    Attributes:
        alphabet: `UCS-2` as soon as one character is not in GSM-7; a part then holds less than half.
        units: septets in GSM-7, UTF-16 units in UCS-2.
        parts: how many messages it is sent and paid as; 0 for an empty text.
        left: units that the last part has left.
        outside: the characters that are not in GSM-7, each once, in order.
    """

    alphabet: Literal["GSM-7", "UCS-2"]
    units: int
    parts: int
    left: int
    outside: tuple[str, ...] = ()


def sms_segments(text: str) -> SmsLength:
    """Counts a text message's units and parts.

    160 septets or 70 UTF-16 units go in one message, 153 or 67 in each part of a longer one. No part ends
    between an escape and its character or within a surrogate pair.
    """
    outside = tuple(
        dict.fromkeys(letter for letter in text if letter not in _BASIC and letter not in _EXTENDED)
    )
    alphabet: Literal["GSM-7", "UCS-2"] = "UCS-2" if outside else "GSM-7"
    if outside:
        sizes = [2 if letter > "\uffff" else 1 for letter in text]
    else:
        sizes = [2 if letter in _EXTENDED else 1 for letter in text]
    units = sum(sizes)
    whole, part = _ROOM[alphabet]
    if units <= whole:
        return SmsLength(
            alphabet=alphabet, units=units, parts=int(units > 0), left=whole - units, outside=outside
        )
    parts, filled = 1, 0
    for size in sizes:
        if filled + size > part:
            parts, filled = parts + 1, 0
        filled += size
    return SmsLength(alphabet=alphabet, units=units, parts=parts, left=part - filled, outside=outside)


def gsm7_septets(text: str) -> int:
    """Septets in the GSM-7 alphabet: the extension table's characters are two, one that it lacks is two too.

    A character outside the alphabet turns the whole message to UCS-2, see `sms_segments`.
    """
    return sum(1 if letter in _BASIC else 2 for letter in text)
