"""What looks like a quantity and promises nothing: telephone numbers, versions, steps, addresses."""

from __future__ import annotations

import re

__all__ = ["SILENT", "SILENT_WORDS"]

_STREET = (
    "Street|St|Road|Rd|Row|Avenue|Ave|Lane|Ln|Drive|Dr|Yard|Way|Place|Pl|Square|Sq|Court|Ct|Boulevard|Blvd|Terrace"
    "|Close|Parade|Highway|Hwy|Quay|Mews|Crescent"
)
_VERSION = r"version|ver\.?|v|release|build|rev\.?"
_NUMBERED = (
    r"step|part|chapter|section|figure|fig\.?|table|phase|rule|tip|question|q|day|week|lesson|level"
    r"|act|stage"
    r"|round|reason|mistake|myth|option|article|clause|paragraph|appendix|exhibit|case|example|note|item"
    r"|point|principle|page"
    r"|pages|line"
    r"|lines|row|column|issue|episode|volume|vol\.?|module|unit|track|exercise|slide|scenario|tier|type|room"
    r"|suite"
    r"|floor|apt\.?|flat|gate|platform|route|box|series|grade|class|title|form|bill|number|nos?\.|task|year"
    r"|sprint|schedule"
    r"|interstate|highway|area|group|team|user|participant|persona|size|iteration"
    r"|round"
)
# What looks like a quantity and promises nothing; grouped by how it begins, so that most places pass soon.
SILENT = re.compile(
    r"(?=[\d+(#-])(?:"
    r"\+\d[\d ()./-]{6,20}\d"  # +44 20 7946 0000
    r"|\(?\b\d{3,5}\)?[ .-]\d{3,4}[ .-]\d{3,4}\b|\(\d{3}\) ?\d{3}-\d{4}|\b\d{3}-\d{4}\b"  # telephone
    r"|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b"  # 2026-11-30, 30/11/2026
    r"|\b\d+\.\d+\.\d+(?:\.\d+)*\b"  # 1.2.3
    rf"|(?<![\d,.])\d+[A-Za-z]? (?-i:(?:[A-Z][\w'’]+ ){{1,3}}(?:{_STREET}))\b"
    r"|\b(?:19|20)\d\d[–/-](?:19|20)?\d\d\b|\b(?:19|20)?\d0['’]?s\b"  # 2024–25, 1990s
    r"|\b\d+(?:st|nd|rd|th)\b"
    r"|#\d{2,}\b"
    r"|(?<=[A-Za-z])-\d+"
    r")|\b(?=[A-Za-z])(?:"
    rf"(?:{_VERSION}) ?\d+(?:\.\d+)*\b"
    rf"|(?:{_NUMBERED})s? #?\d+(?:[.–-]\d+)*(?!\d|,\d|%|-|\w| per ?cent)"
    r"|(?-i:[A-Z]{2}),? \d{5}(?:-\d{4})?\b"  # a state with its ZIP code
    r"|[A-Za-z]+-?\d[\w.-]*"  # CS-26, B2B, Q3
    r")|^\s*\(?\d{1,3}[.)]\s",
    re.IGNORECASE,
)
# One of these words and marks stands where such a thing is, unless it is figures side by side.
_NAMING = re.findall("[a-z]+", f"{_VERSION}|{_NUMBERED}|{_STREET}".lower())
SILENT_WORDS = frozenset(
    (*"+(#-–/", "st", "nd", "rd", "th", "s", "nos", *_NAMING, *(f"{one}s" for one in _NAMING))
)
