"""Opens a model to ask: a client, and around it the layers that retry, count what is spent, and remember."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from copykit.writers.models.cache import Answers, Cached
from copykit.writers.models.client import ChatClient, Client, Timeouts
from copykit.writers.models.conversation import Model
from copykit.writers.models.local import LocalClient
from copykit.writers.models.profiles import Entry, Profile, load_profiles, profile_of
from copykit.writers.models.purse import Capped, Purse
from copykit.writers.models.retries import Backoff, Retrying

__all__ = ["Settings", "open_chat", "open_local"]

CONTEXT = 4_096  # tokens; a model in a file is given so much when its profile does not say


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What all models of a run share.

    Attributes:
        profiles: what is known of models; None: what comes with copykit.
        purse: what may be spent; None: anything.
        answers: where answers are kept; None: nowhere.
        timeouts: how long to wait for an answer.
        backoff: how often to ask again, and when.
        threads: how many threads compute a model in a file; None: one less than there are cores.
        sleep: waits for some seconds.
        clock: seconds that only grow.
    """

    profiles: Sequence[Entry] | None = None
    purse: Purse | None = None
    answers: Answers | None = None
    timeouts: Timeouts = field(default_factory=Timeouts)
    backoff: Backoff = field(default_factory=Backoff)
    threads: int | None = None
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
    profile = _profile(spec, settings, own_server=base_url is not None)
    client: Client = Capped(chat, profile, settings.purse or Purse())
    client = Retrying(client, backoff=settings.backoff, sleep=settings.sleep, clock=settings.clock)
    return Model(
        client=_remembering(client, settings, address=chat.address),
        profile=profile,
        teller=chat.teller,
        address=chat.address,
        missing_key=chat.missing_key,
    )


def open_local(spec: str, *, settings: Settings | None = None) -> Model:
    """Opens a model in a GGUF file: `local:PATH.gguf`. It is read when it is first asked.

    Raises:
        WriterError: when the spec is not `provider:model`.
    """
    settings = settings or Settings()
    profile = _profile(spec, settings)
    local = LocalClient(spec, context=profile.context or CONTEXT, threads=settings.threads)
    client = _remembering(Capped(local, profile, settings.purse or Purse()), settings)
    return Model(client=client, profile=profile, teller=local.teller)


def _profile(spec: str, settings: Settings, *, own_server: bool = False) -> Profile:
    entries = settings.profiles if settings.profiles is not None else load_profiles()
    return profile_of(spec, entries, own_server=own_server)


def _remembering(client: Client, settings: Settings, *, address: str = "") -> Client:
    return Cached(client, settings.answers, address=address) if settings.answers is not None else client
