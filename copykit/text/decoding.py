"""Turns the bytes of a file into text without losing an offset."""

from __future__ import annotations

import codecs


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with a byte-order mark, or else Windows-1252.

    Line ends and a UTF-8 byte-order mark (as U+FEFF) are kept. Never raises: bytes that Windows-1252
    does not define become the control characters of the same number, as browsers read them.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "\ufeff" + data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_WINDOWS[byte] for byte in data)


_WINDOWS = tuple(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
