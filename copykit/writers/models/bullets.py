"""Texts as items and quotations of a prompt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["bullets", "in_brackets", "listed_quotes", "quoted"]


def bullets(items: Iterable[str]) -> str:
    """Items, one a line."""
    return "\n".join(f"- {item}" for item in items)


def quoted(texts: Iterable[str]) -> str:
    """Texts in quotes, in a row."""
    return "; ".join(f'"{text}"' for text in texts)


def listed_quotes(texts: Iterable[str]) -> str:
    """Texts in quotes, one a line."""
    return bullets(f'"{text}"' for text in texts)


def in_brackets(notes: Sequence[str]) -> str:
    """Notes in brackets behind a space; nothing for none."""
    return f" ({'; '.join(notes)})" if notes else ""
