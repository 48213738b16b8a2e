"""Keeps keys out of what a model says: a server that says one back must not put it into a draft."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Veil"]

HIDDEN = "…"
SHORTEST = 8  # a shorter secret is a word that copy may hold by itself


class Veil:
    """Takes a text in pieces of any size and gives it back without secrets.

    Only what may be the beginning of one is held back until more comes.

    Args:
        secrets: the texts to hide; those shorter than 8 characters are let be.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = tuple(secret for secret in secrets if len(secret) >= SHORTEST)
        self._held = ""

    def feed(self, text: str) -> str:
        """What can be shown after a further piece."""
        text = self._held + text
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        held = max((_begun(text, secret) for secret in self._secrets), default=0)
        self._held = text[len(text) - held :]
        return text[: len(text) - held]

    def rest(self) -> str:
        """What was held back at the end."""
        text, self._held = self._held, ""
        return text


def _begun(text: str, secret: str) -> int:
    """How many characters at the end of a text are the beginning of a secret."""
    longest = min(len(text), len(secret) - 1)
    return next((length for length in range(longest, 0, -1) if text.endswith(secret[:length])), 0)
