"""What copykit hands out: reports and drafts as text, Markdown, JSON, SARIF and GitHub annotations."""

from copykit.checking import Checked
from copykit.exports.github import github_text
from copykit.exports.payload import (
    checked_draft,
    formats_payload,
    report_payload,
    to_json,
    write_payload,
)
from copykit.exports.sarif import sarif_log
from copykit.exports.text import counts_text, draft_text, formats_text, report_text

__all__ = [
    "Checked",
    "checked_draft",
    "counts_text",
    "draft_text",
    "formats_payload",
    "formats_text",
    "github_text",
    "report_payload",
    "report_text",
    "sarif_log",
    "to_json",
    "write_payload",
]
