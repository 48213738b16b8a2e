"""Opens a model to ask: a client, and around it the layers that retry, count what is spent, and remember."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from copykit.writers.models.cache import Answers, Cached
from copykit.writers.models.client import ChatClient, Client, Timeouts
from copykit.writers.models.conversation import Model
from copykit.writers.models.profiles import Entry, load_profiles, profile_of
from copykit.writers.models.purse import Capped, Purse
from copykit.writers.models.retries import Backoff, Retrying

__all__ = ["Settings", "open_chat"]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What all models of a run share.

    Attributes:
        profiles: what is known of models; None: what comes with copykit.
        purse: what may be spent; None: anything.
        answers: where answers are kept; None: nowhere.
        timeouts: how long to wait for an answer.
        backoff: how often to ask again, and when.
        sleep: waits for some seconds.
        clock: seconds that only grow.
    """

    profiles: Sequence[Entry] | None = None
    purse: Purse | None = None
    answers: Answers | None = None
    timeouts: Timeouts = field(default_factory=Timeouts)
    backoff: Backoff = field(default_factory=Backoff)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic


def open_chat(
    spec: str, *, base_url: str | None = None, api_key: str | None = None, settings: Settings | None = None
) -> Model:
    """Opens a model that a server serves. Nothing is sent before it is asked.

    From the inside: one request; what it costs; retries; the cache. So each retry is counted, and an answer
    from the cache is not.

    Args:
        spec: `provider:model`.
        base_url: the address of a server that speaks the provider's protocol.
        api_key: the provider's key.
        settings: what all models of a run share.

    Raises:
        WriterError: when the spec is not `provider:model`.
    """
    settings = settings or Settings()
    chat = ChatClient(
        spec, base_url=base_url, api_key=api_key, timeouts=settings.timeouts, clock=settings.clock
    )
    entries = settings.profiles if settings.profiles is not None else load_profiles()
    profile = profile_of(spec, entries, own_server=base_url is not None)
    purse = settings.purse or Purse()
    client: Client = Capped(chat, profile, purse)
    client = Retrying(client, backoff=settings.backoff, sleep=settings.sleep, clock=settings.clock)
    if settings.answers is not None:
        client = Cached(client, settings.answers, address=chat.address)
    return Model(
        client=client,
        profile=profile,
        teller=chat.teller,
        address=chat.address,
        missing_key=chat.missing_key,
    )
