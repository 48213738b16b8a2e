"""Finds what prose checks leave alone: addresses, paths, merge tags; and open slots and quoted speech."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from copykit.text.build import Block

Span = tuple[int, int]

SLOT = re.compile(r"\[\[[^\[\]]{1,400}\]\]")
# Ends of the public suffixes met most in copy; a bare domain counts only in lower case, so that a
# company called "Acme.com" stays a name.
_DOMAIN = re.compile(
    r"\.(?:com|org|net|gov|edu|mil|io|dev|app|ai|co|uk|de|eu|us|ca|au|nz|ie|info|biz|me|tv|example|test)"
    r"(?![\w-])(?:/[^\s<>\"“”]*)?"
)
_DOMAIN_HEAD = re.compile(r"(?<![\w@.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\Z")
_TAIL = ".,;:!?'’\")]}…*_"

# (a string that must be there before the pattern is worth running, the pattern)
_PATTERNS: Sequence[tuple[str, re.Pattern[str]]] = (
    ("{{", re.compile(r"\{\{[^{}]{0,400}\}\}\}?|\{\{\{[^{}]{0,400}\}\}\}")),
    ("{%", re.compile(r"\{%[^{}]{0,400}%\}")),
    ("{!", re.compile(r"\{![^{}\s][^{}]{0,200}\}")),
    ("*|", re.compile(r"\*\|[A-Za-z0-9_:, =.!\"'-]{1,200}\|\*")),
    ("={", re.compile(r"\{(?:contactfield|ownerfield)=[^{}]{1,100}\}")),
    ("d=", re.compile(r"\{(?:contactfield|ownerfield)=[^{}]{1,100}\}")),
    ("{K", re.compile(r"\{Key[Ww]ord:[^{}]{1,100}\}")),
    ("{k", re.compile(r"\{key[Ww]ord:[^{}]{1,100}\}")),
)
_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"“”]+|mailto:[^\s<>\"“”]+", re.IGNORECASE)
_MAILTO = re.compile(r"mailto:[^\s<>\"“”]+", re.IGNORECASE)
_WWW = re.compile(r"\bwww\.[^\s<>\"“”]+", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_STOP = frozenset(' \t\n\r\f\v\xa0<>"“”‘()[]{}|,;')
_LONGEST_PATH = 300
# A path has a root, a home or dot folder, a file's ending, or three parts, one of them called like a folder
# of programs: "and/or", "24/7" and "desk/stock/shifts" are prose.
_PATH = re.compile(
    r"(?:~|\.{1,2})/[\w.@+-]+(?:/[\w.@+-]*)*|(?:/[\w.@+-]+){2,}/?|/[\w@+-]+/|/[\w@+-][\w.@+-]*\.[a-z0-9]{1,5}"
    r"|/[a-z][\w-]{2,}"
    r"|(?:[\w.@+-]+/)+[\w@+-]*\.?[\w@+-]+\.(?:py|js|ts|jsx|tsx|md|txt|html?|css|scss|json|ya?ml|toml|ini|cfg"
    r"|csv|tsv|pdf|png|jpe?g|gif|svg|webp|xml|sh|rb|go|rs|php|java|docx?|xlsx?|pptx?|zip|gz|log|sql)"
    r"|(?=[^/]+/[^/]+/[^/])(?:[\w.@+-]+/)*(?:src|lib|libs|bin|usr|etc|var|tmp|tests?|specs?|docs|assets|schema|config"
    r"|node_modules|dist|scripts|vendor|public|static|_\w+)(?:/[\w.@+-]+)*/?"
)
_DRIVE = re.compile(r"\b[A-Za-z]:\\[^\s<>\"|?*]+|\\\\[\w.-]+\\[^\s<>\"|?*]+")
_CURLY = re.compile(r"“[^“”]{1,1000}”")
_SINGLE = re.compile(r"‘(?:[^‘’]|’(?=\w)){1,600}’(?!\w)")
_STRAIGHT = re.compile(r"(?<![\w\"])\"(?=[^\s\"])[^\"]{0,1000}(?<=[^\s\"])\"(?![\w\"])")
# Typed in two programs, or while its marks are being mended: “…" and "…”.
_MIXED = re.compile(r"“[^“”\"]{1,600}(?<=[^\s\"])\"(?![\w\"])|(?<![\w\"])\"(?=[^\s\"])[^“”\"]{1,600}”")


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorts spans and joins those that overlap or touch."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            if end > merged[-1][1]:
                merged[-1] = (merged[-1][0], end)
        elif start < end:
            merged.append((start, end))
    return tuple(merged)


def find_tags(text: str) -> list[Span]:
    """Merge tags of all the systems we know, and Liquid tags."""
    if "{" not in text and "*|" not in text:
        return []
    return [match.span() for hint, pattern in _PATTERNS if hint in text for match in pattern.finditer(text)]


def find_addresses(text: str) -> list[Span]:
    """URLs, e-mail addresses, domains in lower case and file paths."""
    found: list[Span] = []
    if "://" in text or "mailto:" in text:
        found += [_without_tail(text, span) for span in _find_urls(text)]
    if "www." in text or "WWW." in text or "Www." in text:
        found += [_without_tail(text, match.span()) for match in _WWW.finditer(text)]
    if "@" in text:
        found += [_without_tail(text, span) for span in _find_emails(text)]
    for match in _DOMAIN.finditer(text):
        head = _DOMAIN_HEAD.search(text, max(0, match.start() - 64), match.start())
        if head:
            found.append(_without_tail(text, (head.start(), match.end())))
    if "/" in text:
        found += _find_paths(text)
    if "\\" in text:
        found += [_without_tail(text, match.span()) for match in _DRIVE.finditer(text)]
    return found


def _find_urls(text: str) -> Iterator[Span]:
    """What `_URL` finds, looked for only around each "://" and "mailto:"."""
    at = text.find("://")
    while at >= 0:
        match = next((one for back in (5, 4, 3) if at >= back and (one := _URL.match(text, at - back))), None)
        if match:
            yield match.span()
        at = text.find("://", match.end() if match else at + 3)
    if "mailto:" in text.lower():
        for match in _MAILTO.finditer(text):
            yield match.span()


def _find_emails(text: str) -> Iterator[Span]:
    """What `_EMAIL` finds, looked for only before each "@"."""
    done = 0
    at = text.find("@")
    while at >= 0:
        start = at
        while start > max(done, at - 65) and (text[start - 1].isalnum() or text[start - 1] in "_.+-"):
            start -= 1
        if start < at and (match := _EMAIL.match(text, start)):
            done = match.end()
            yield match.span()
        at = text.find("@", max(done, at + 1))


def find_slots(text: str, code: Sequence[Span]) -> tuple[Span, ...]:
    """Open slots `[[...]]`, those in code left out."""
    if "[[" not in text:
        return ()
    inside = [match.span() for match in SLOT.finditer(text)]
    return tuple(
        (start, end) for start, end in inside if not any(low < end and start < high for low, high in code)
    )


def find_quotes(text: str, blocks: Sequence[Block]) -> list[Span]:
    """Quoted speech within one block: “…”, ‘…’, "…", and two marks of “ " ” that don't match."""
    found: list[Span] = []
    for mark, pattern in (("“", _CURLY), ("‘", _SINGLE), ('"', _STRAIGHT)):
        if mark in text:
            for block in blocks:
                if text.find(mark, block.start, block.end) >= 0:
                    found += [match.span() for match in pattern.finditer(text, block.start, block.end)]
    if '"' in text and ("“" in text or "”" in text):
        for block in blocks:
            if text.find('"', block.start, block.end) >= 0:
                found += [match.span() for match in _MIXED.finditer(text, block.start, block.end)]
    return found


def _find_paths(text: str) -> list[Span]:
    found: list[Span] = []
    done = 0
    slash = text.find("/")
    while slash >= 0:
        start = slash
        floor = max(done, slash - _LONGEST_PATH)
        while start > floor and text[start - 1] not in _STOP:
            start -= 1
        end = slash + 1
        ceiling = min(len(text), slash + _LONGEST_PATH)
        while end < ceiling and text[end] not in _STOP:
            end += 1
        done = end
        span = _without_tail(text, (start, end))
        if _PATH.fullmatch(text, *span):
            found.append(span)
        slash = text.find("/", end)
    return found


def _without_tail(text: str, span: Span) -> Span:
    start, end = span
    while end > start and text[end - 1] in _TAIL:
        # A bracket that was opened inside the address belongs to it.
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        end -= 1
    return start, end
