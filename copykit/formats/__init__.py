"""A kind of copy, from one Markdown file under `prompts/`: fields with limits, prompts, patterns."""

from copykit.formats.blanks import PATTERN_BLANKS, PROMPT_BLANKS
from copykit.formats.reading import load_format, load_formats, read_format
from copykit.formats.types import Block, Field, Format, Limit, Rule, Settings, WordRange

__all__ = [
    "PATTERN_BLANKS",
    "PROMPT_BLANKS",
    "Block",
    "Field",
    "Format",
    "Limit",
    "Rule",
    "Settings",
    "WordRange",
    "load_format",
    "load_formats",
    "read_format",
]
