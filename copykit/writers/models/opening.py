"""Opens a model to ask: a client, and around it the layers that retry, count what is spent, and remember."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

from copykit.writers.models.cache import Answers, Cached
from copykit.writers.models.client import ChatClient, Client, Timeouts
from copykit.writers.models.conversation import Model
from copykit.writers.models.local import LocalClient
from copykit.writers.models.profiles import Entry, Profile, load_profiles, profile_of
from copykit.writers.models.purse import Capped, Purse
from copykit.writers.models.retries import Backoff, Gate, Retrying, Sleep

__all__ = ["Opened", "Settings", "open_chat", "open_local"]

_Kept = TypeVar("_Kept")
CONTEXT = 4_096  # tokens; a model in a file is given so much when its profile does not say


class Opened:
    """What stays open from run to run: connections, a model that was read from a file, a server's gate."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], Any] = {}
        self._lock = Lock()

    def keep(self, key: tuple[object, ...], make: Callable[[], _Kept]) -> _Kept:
        """What is kept by a key; made when there is none."""
        with self._lock:
            if key not in self._kept:
                self._kept[key] = make()
            kept: _Kept = self._kept[key]
            return kept


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
        sleep: waits for some seconds, or until somebody ends the wait; see `Sleep`.
        clock: seconds that only grow.
        opened: what is open already, and stays so after this run.
    """

    profiles: Sequence[Entry] | None = None
    purse: Purse | None = None
    answers: Answers | None = None
    timeouts: Timeouts = field(default_factory=Timeouts)
    backoff: Backoff = field(default_factory=Backoff)
    threads: int | None = None
    sleep: Sleep = time.sleep
    clock: Callable[[], float] = time.monotonic
    opened: Opened = field(default_factory=Opened)


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

    def make() -> ChatClient:
        return ChatClient(
            spec, base_url=base_url, api_key=api_key, timeouts=settings.timeouts, clock=settings.clock
        )

    chat = settings.opened.keep(("chat", spec, base_url, api_key), make)
    gate = settings.opened.keep(("gate", spec, base_url, api_key), Gate)
    profile = _profile(spec, settings, own_server=base_url is not None)
    client: Client = Capped(chat, profile, settings.purse or Purse())
    client = Retrying(client, backoff=settings.backoff, sleep=settings.sleep, clock=settings.clock, gate=gate)
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
        WriterError: when the spec is not `provider:model`, or there is no such file.
    """
    settings = settings or Settings()
    profile = _profile(spec, settings)
    context, threads = profile.context or CONTEXT, settings.threads
    local = settings.opened.keep(
        ("local", spec, context, threads), lambda: LocalClient(spec, context=context, threads=threads)
    )
    client = _remembering(Capped(local, profile, settings.purse or Purse()), settings)
    return Model(client=client, profile=profile, teller=local.teller)


def _profile(spec: str, settings: Settings, *, own_server: bool = False) -> Profile:
    entries = settings.profiles if settings.profiles is not None else load_profiles()
    return profile_of(spec, entries, own_server=own_server)


def _remembering(client: Client, settings: Settings, *, address: str = "") -> Client:
    return Cached(client, settings.answers, address=address) if settings.answers is not None else client
