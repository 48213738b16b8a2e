"""Looks into a file that is an archive (.docx, .xlsx) before anything unpacks it."""

from __future__ import annotations

import io
import zipfile

from copykit.errors import SourceError

__all__ = ["inspect_archive"]

MOST_ENTRIES = 10_000


def inspect_archive(data: bytes, name: str, *, largest: int, broken: SourceError, what: str) -> None:
    """Sees that some bytes are an archive that may be unpacked.

    Args:
        data: the file.
        name: what the user calls it.
        largest: bytes that it may unpack to.
        broken: what to raise when it is no archive.
        what: what it should hold, for the sentence: "a list".

    Raises:
        SourceError: when it is none, or unpacks to more than that (a "zip bomb").
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise broken from error
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > largest:
        raise SourceError(
            f"the file unpacks to far more than {what} holds",
            path=name,
            advice="Do not open it unless you know who made it.",
        )
