"""A format with a plain prompt: what somebody would ask of a model who has no guide."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from copykit.formats.blanks import PROMPT_BLANKS
from copykit.formats.types import Format
from copykit.templates import Template

__all__ = ["bare_format"]

ROLE = "You write marketing copy."


def bare_format(format: Format, folder: Path) -> Format:
    """The format, its instructions and request put in place by those for a brief alone.

    Args:
        format: the format; its fields and limits stay.
        folder: the folder of prompts; `_parts/without-guide.md` there is the request.

    Raises:
        FormatError: when that file asks for a blank that there is none of.
    """
    parts = {path.stem: path for path in (folder / "_parts").glob("*.md")}

    def read(name: str) -> str:
        return parts[name].read_text(encoding="utf-8").strip()

    request = re.sub(r"\{\{ *parts\.(\w+) *\}\}", lambda found: read(found.group(1)), read("without-guide"))
    path = parts["without-guide"].as_posix()
    return replace(
        format,
        version=f"{format.version}-bare",
        instructions=Template(f"{ROLE}\n\n{read('output')}", path=path, line=1, blanks=PROMPT_BLANKS),
        request=Template(request, path=path, line=1, blanks=PROMPT_BLANKS),
    )
