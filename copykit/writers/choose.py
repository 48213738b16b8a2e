"""Which writer is active, and why."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from copykit.draft import Values
from copykit.errors import WriterError
from copykit.writers import Task, Writer

if TYPE_CHECKING:
    from copykit.writers.models.conversation import Model
    from copykit.writers.models.opening import Settings
    from copykit.writers.models.purse import Cap
    from copykit.writers.models.retries import Sleep

__all__ = ["BASE_URL", "MODEL", "Choice", "ModelOptions", "Verdict", "choose_writer", "data_folder"]

MODEL = "COPYKIT_MODEL"
FALLBACK = "COPYKIT_FALLBACK"
PROFILES = "COPYKIT_PROFILES"
PER_RUN = "COPYKIT_MOST_PER_RUN"
PER_DAY = "COPYKIT_MOST_PER_DAY"
CACHE = "COPYKIT_CACHE"
THREADS = "COPYKIT_THREADS"
DATA = "COPYKIT_DATA"
BASE_URL = "OPENAI_BASE_URL"
OLD_BASE_URL = "OPENAI_API_BASE"  # the same by the openai package's former name
OFF = ("off", "no", "0", "false")
_DOLLARS = re.compile(r"\$ *(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?) *(?:usd|dollars?)", re.IGNORECASE)
_TOKENS = re.compile(r"(\d[\d,_]*) *tokens?", re.IGNORECASE)


class Verdict(Protocol):
    """How much is wrong with some texts, by the checks; of two, the smaller is the better."""

    def __call__(self, task: Task, values: Values) -> tuple[float, ...]:
        """What is wrong with the texts of a task's format, the gravest first."""
        ...


@dataclass(frozen=True, kw_only=True)
class ModelOptions:
    """How models are asked; what is None or empty is left to the environment.

    Attributes:
        fallback: models that stand in, `provider:model`, several with commas between.
        profiles: a file of the user's with what is known of models.
        per_run: the most for this run: "$2", "100000 tokens", or both with "and" between.
        per_day: the most for a day, likewise.
        cache: whether answers are kept on disk and used again.
    """

    fallback: str = ""
    profiles: str = ""
    per_run: str = ""
    per_day: str = ""
    cache: bool | None = None

    def completed(self, environment: Mapping[str, str]) -> ModelOptions:
        """The options with what the environment says where they say nothing."""
        cache = self.cache
        if cache is None:
            cache = environment.get(CACHE, "").strip().lower() not in OFF
        return ModelOptions(
            fallback=self.fallback or environment.get(FALLBACK, ""),
            profiles=self.profiles or environment.get(PROFILES, ""),
            per_run=self.per_run or environment.get(PER_RUN, ""),
            per_day=self.per_day or environment.get(PER_DAY, ""),
            cache=cache,
        )


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The active writer.

    Attributes:
        writer: what writes; a cap per run holds for all that it writes.
        name: `offline` or `provider:model`.
        reason: why this one, in a sentence to show.
        missing_key: the environment variable that must be set before it can write; "" when none.
        opens: opens a writer for one more run; None where there is nothing to open.
    """

    writer: Writer
    name: str
    reason: str
    missing_key: str = ""
    opens: Callable[[Sleep | None], Writer] | None = None

    def for_run(self, sleep: Sleep | None = None) -> Writer:
        """The writer for one run of several in a process: its cap per run is its own.

        Connections, and a model that was read from a file, stay open from run to run.

        Args:
            sleep: how it waits when a server is busy; what it gives back says whether the wait was ended.

        Raises:
            WriterError: when a setting can no longer be read.
        """
        return self.opens(sleep) if self.opens else self.writer


def choose_writer(
    spec: str | None,
    *,
    environment: Mapping[str, str],
    options: ModelOptions | None = None,
    today: Callable[[], date] | None = None,
    verdict: Verdict | None = None,
) -> Choice:
    """Chooses the writer: the one asked for, else the one that COPYKIT_MODEL names, else offline.

    Args:
        spec: `offline`, `provider:model`, or None or "" to leave the choice to the environment.
        environment: the settings: COPYKIT_MODEL and its like, OPENAI_BASE_URL, the providers' keys, and where
            the user's data belongs.
        options: how models are asked; they win over the environment.
        today: the day it is, for the cap per day; without it, days are not counted.
        verdict: judges the lines of small models; without it, they too write whole fields.

    Raises:
        WriterError: when the spec names no model, or a setting can't be read.
    """
    asked = (spec or "").strip()
    named = asked or environment.get(MODEL, "").strip()
    if not named or named == "offline":
        named_so = f"{MODEL} says so" if named else f"no {MODEL} is set"
        return _offline("you asked for it" if asked else named_so)
    from copykit.writers.models import ModelWriter
    from copykit.writers.models.opening import Opened

    chosen = (options or ModelOptions()).completed(environment)
    others = [other for part in chosen.fallback.split(",") if (other := part.strip())]
    opened = Opened()

    def models_for(sleep: Sleep | None) -> list[Model]:
        settings = _settings(chosen, environment, today)
        settings = replace(settings, opened=opened, sleep=sleep or settings.sleep)
        return [_open(one, environment, settings) for one in (named, *others)]

    def writer_of(models: Sequence[Model]) -> Writer:
        if models[0].profile.strategy == "slots" and verdict is not None:
            from copykit.writers.models.slots import SlotWriter

            return SlotWriter(models, verdict=verdict)
        return ModelWriter(models)

    models = models_for(None)
    model = models[0]
    why = "you asked for it" if asked else f"{MODEL} names it"
    where = f", at {model.address}" if model.address else ""
    stands_in = f"; {', then '.join(others)} would stand in" if others else ""
    lacks = f", but {model.missing_key} is not set" if model.missing_key else ""
    return Choice(
        writer=writer_of(models),
        name=named,
        reason=f"{named}: {why}{where}{stands_in}{lacks}",
        missing_key=model.missing_key,
        opens=lambda sleep: writer_of(models_for(sleep)),
    )


def data_folder(environment: Mapping[str, str], *, platform: str = sys.platform) -> Path | None:
    """Where a user's data belongs on this machine: COPYKIT_DATA, else the system's own place for it.

    None when the environment does not even tell a home. Nothing is made here.
    """
    if own := environment.get(DATA):
        return Path(own)
    home = environment.get("HOME") or environment.get("USERPROFILE")
    if platform == "win32" and (local := environment.get("LOCALAPPDATA")):
        return Path(local) / "copykit"
    if xdg := environment.get("XDG_DATA_HOME"):
        return Path(xdg) / "copykit"
    if not home:
        return None
    return (
        Path(home) / ("Library/Application Support" if platform == "darwin" else ".local/share") / "copykit"
    )


def _settings(
    options: ModelOptions, environment: Mapping[str, str], today: Callable[[], date] | None
) -> Settings:
    from copykit.writers.models.cache import Answers
    from copykit.writers.models.opening import Settings
    from copykit.writers.models.profiles import load_profiles
    from copykit.writers.models.purse import Ledger, Purse

    folder = data_folder(environment)
    per_day = _cap(options.per_day, PER_DAY)
    if per_day and (folder is None or today is None):
        raise WriterError(
            "there is no place to keep what was spent today, so a cap per day can't be kept",
            advice=f"Set {DATA} to a folder, or use {PER_RUN}.",
        )
    purse = Purse(
        run=_cap(options.per_run, PER_RUN),
        day=per_day,
        ledger=Ledger(folder / "spending.sqlite") if folder else None,
        today=today,
    )
    keeps = options.cache and folder is not None
    return Settings(
        profiles=load_profiles(Path(options.profiles) if options.profiles else None),
        purse=purse,
        answers=Answers(folder / "answers.sqlite") if keeps and folder else None,
        threads=_number(environment, THREADS),
    )


def _cap(text: str, name: str) -> Cap:
    """The cap that a text tells.

    Raises:
        WriterError: when it tells none.
    """
    from copykit.writers.models.purse import Cap

    cap = Cap()
    for part in filter(None, re.split(r"\s*(?:\band\b|[;+])\s*", text.strip())):
        if money := _DOLLARS.fullmatch(part):
            cap = replace(cap, cost=float(money[1] or money[2]))
        elif tokens := _TOKENS.fullmatch(part):
            cap = replace(cap, tokens=int(re.sub("[,_]", "", tokens[1])))
        else:
            raise WriterError(
                f'"{part}" is no cap for {name}', advice='Write "$2", "100000 tokens", or both with "and".'
            )
    return cap


def _number(environment: Mapping[str, str], name: str) -> int | None:
    text = environment.get(name, "").strip()
    if text and not text.isdecimal():
        raise WriterError(f'{name} is "{text}", which is no number', advice="Write one, such as 4.")
    return int(text) if text else None


def _open(spec: str, environment: Mapping[str, str], settings: Settings) -> Model:
    from copykit.writers.models.opening import open_chat, open_local
    from copykit.writers.models.providers import LOCAL, provider_of, split_spec

    name, _ = split_spec(spec)
    if name == LOCAL:
        return open_local(spec, settings=settings)
    provider = provider_of(spec)
    base_url = None
    if name == "openai":
        base_url = environment.get(BASE_URL) or environment.get(OLD_BASE_URL) or None
    key = environment.get(provider.key) or None if provider and provider.key else None
    return open_chat(spec, base_url=base_url, api_key=key, settings=settings)


def _offline(why: str) -> Choice:
    from copykit.writers.offline import OfflineWriter

    return Choice(writer=OfflineWriter(), name="offline", reason=f"offline: {why}")
