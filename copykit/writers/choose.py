"""Which writer is active, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from copykit.writers import Writer

__all__ = ["BASE_URL", "MODEL", "Choice", "choose_writer"]

MODEL = "COPYKIT_MODEL"
BASE_URL = "OPENAI_BASE_URL"
OLD_BASE_URL = "OPENAI_API_BASE"  # the same by the openai package's former name


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The active writer.

    Attributes:
        writer: what writes.
        name: `offline` or `provider:model`.
        reason: why this one, in a sentence to show.
        missing_key: the environment variable that must be set before it can write; "" when none.
    """

    writer: Writer
    name: str
    reason: str
    missing_key: str = ""


def choose_writer(spec: str | None, *, environment: Mapping[str, str]) -> Choice:
    """Chooses the writer: the one asked for, else the one that COPYKIT_MODEL names, else offline.

    Args:
        spec: `offline`, `provider:model`, or None or "" to leave the choice to the environment.
        environment: the settings: COPYKIT_MODEL, OPENAI_BASE_URL and the providers' keys.

    Raises:
        WriterError: when the spec names no model.
    """
    asked = (spec or "").strip()
    named = asked or environment.get(MODEL, "").strip()
    if not named or named == "offline":
        named_so = f"{MODEL} says so" if named else f"no {MODEL} is set"
        return _offline("you asked for it" if asked else named_so)
    from copykit.writers.models import ModelWriter
    from copykit.writers.models.opening import open_chat
    from copykit.writers.models.providers import provider_of, split_spec

    provider = provider_of(named)
    base_url = None
    if split_spec(named)[0] == "openai":
        base_url = environment.get(BASE_URL) or environment.get(OLD_BASE_URL) or None
    key = environment.get(provider.key) or None if provider and provider.key else None
    model = open_chat(named, base_url=base_url, api_key=key)
    writer = ModelWriter([model])
    why = "you asked for it" if asked else f"{MODEL} names it"
    where = f", at {model.address}" if model.address else ""
    lacks = f", but {model.missing_key} is not set" if model.missing_key else ""
    return Choice(
        writer=writer, name=named, reason=f"{named}: {why}{where}{lacks}", missing_key=model.missing_key
    )


def _offline(why: str) -> Choice:
    from copykit.writers.offline import OfflineWriter

    return Choice(writer=OfflineWriter(), name="offline", reason=f"offline: {why}")
