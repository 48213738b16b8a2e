"""Carries what a person accepted in a draft into its file, as comments that the checker honours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from copykit.draft import Draft
from copykit.draft_file.reading import read
from copykit.findings import Overruled
from copykit.formats import Format

__all__ = ["remarked", "with_remarks"]

LONGEST = 400  # characters of a reason; the checker reads comments of up to a thousand


def remarked(draft: Draft) -> list[Overruled]:
    """The findings that a person accepted in a draft alone."""
    return [one for one in draft.report.accepted if one.by and not one.reference.path]


def with_remarks(draft: Draft, text: str) -> str:
    """A draft's file with a comment around each field in which a person accepted a finding.

    What is missing from the whole, and what stands where no comment can, is said at the head of the file. The
    fields read back as they are.

    Args:
        draft: whose report tells what was accepted in it alone; the guide's file tells the rest.
        text: the file without comments.
    """
    told = remarked(draft)
    wanted = _texts(draft.format, text)
    for one in told:
        around = _around(draft.format, text, one)
        text = around if around and _texts(draft.format, around) == wanted else _ahead(text, one)
    return text


def _texts(format: Format, text: str) -> list[tuple[str, str]]:
    return [(path, text[start:end]) for path, start, end, _ in read(format, text).spans]


def _around(format: Format, text: str, one: Overruled) -> str | None:
    """The file with the finding's field, or the whole of its list, between two comments."""
    path = one.finding.location.field
    if not path:
        return None
    root = path.partition("[")[0]
    field = format.field(root)
    spans = [
        (start, end)
        for other, start, end, _ in read(format, text).spans
        if other == path or (field and field.kind == "list" and other.partition("[")[0] == root)
    ]
    head = text.find("\n---\n") + 5
    if not spans or spans[0][0] < head:
        return None
    start = text.rfind("\n", 0, spans[0][0]) + 1
    end = _line_end(text, spans)
    check = one.finding.check
    opening, closing = f"<!-- copykit-off {check}: {_reason(one)} -->", f"<!-- copykit-on {check} -->"
    return f"{text[:start]}{opening}\n\n{text[start:end]}\n\n{closing}{text[end:]}"


def _line_end(text: str, spans: Sequence[tuple[int, int]]) -> int:
    end = text.find("\n", max(end for _, end in spans))
    return len(text) if end < 0 else end


def _ahead(text: str, one: Overruled) -> str:
    """The file with the comment behind its front matter, where it holds for the whole."""
    at = text.find("\n---\n") + 5
    return f"{text[:at]}\n<!-- copykit-off {one.finding.check}: {_reason(one)} -->\n{text[at:]}"


def _reason(one: Overruled) -> str:
    """Why and by whom, in one line that can't end the comment."""
    words: Iterable[str] = (
        f"{one.reason} ({one.by})".replace("--", "–").replace(">", "").replace("<", "").split()
    )
    return " ".join(words)[:LONGEST]
