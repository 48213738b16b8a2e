"""What the app remembers: brands and formats read once per change, and each person's work across pages."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from copykit.brief import Brief, load_brief
from copykit.checks.control import verify_control
from copykit.formats import Format, load_formats
from copykit.guide import Guide, load_guide
from copykit.guide.inherit import brand_folders
from copykit.house import brands_dir, prompts_dir, seen_from
from copykit.readiness import verdict
from copykit.ui.batch import BatchWork
from copykit.ui.work import CheckWork, WriteWork
from copykit.writers.choose import Choice, choose_writer

__all__ = [
    "batch_work", "begin_run", "brands", "check_work", "choice", "clock", "example", "formats", "guide",
    "keep", "kept", "write_work",
]  # fmt: skip

# What tells where a user's data belongs.
HOMES = ("HOME", "LOCALAPPDATA", "USERPROFILE", "XDG_DATA_HOME")


def clock() -> date:
    """Today, by this machine's clock."""
    return date.today()


def brands() -> dict[str, Path]:
    """The brand folders by name: those in `brand/` here, and those that come with copykit."""
    found: dict[str, Path] = {}
    for folder in (seen_from(brands_dir(), Path.cwd()), Path("brand")):
        if folder.is_dir():
            found |= {path.name: path for path in sorted(folder.iterdir()) if (path / "brand.yaml").is_file()}
    return found


def _stamp(*folders: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when a file under a folder does."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    return tuple((path.as_posix(), path.stat().st_mtime_ns, path.stat().st_size) for path in files)


@st.cache_resource(show_spinner=False, max_entries=12)
def _guide(folder: str, stamp: tuple[tuple[str, int, int], ...]) -> Guide:
    loaded = load_guide(Path(folder))
    verify_control(loaded)
    return loaded


@st.cache_resource(show_spinner=False, max_entries=12)
def _formats(folders: tuple[str, ...], stamp: tuple[tuple[str, int, int], ...]) -> dict[str, Format]:
    return load_formats([Path(folder) for folder in folders])


def guide(folder: Path) -> Guide:
    """A brand's guide; read again when a file in its folder has changed.

    Raises:
        GuideError: with every problem.
    """
    return _guide(folder.as_posix(), _stamp(*brand_folders(folder)))


def formats(folder: Path) -> dict[str, Format]:
    """The formats that come with copykit and the brand's own; read again when one has changed.

    Raises:
        FormatError: with every problem.
    """
    own = [seen_from(prompts_dir(), Path.cwd())]
    own += [one / "formats" for one in reversed(brand_folders(folder))]
    folders = [one for one in own if one.is_dir()]
    return _formats(tuple(one.as_posix() for one in folders), _stamp(*folders))


def example(folder: Path, format: str) -> Brief:
    """The brand's example brief for a format; an empty one where it has none.

    Raises:
        BriefError: when there is one that can't be read.
    """
    path = folder / "examples" / f"{format}.yaml"
    return load_brief(path) if path.is_file() else Brief()


def choice(spec: str) -> Choice:
    """The writer that a person chose, or the one that the environment names.

    Raises:
        WriterError: when the spec names no model.
    """
    return _choice(spec, tuple(sorted(_environment().items())))


def _environment() -> Mapping[str, str]:
    """The settings for models: from the environment, and what Streamlit's secrets add to it."""
    found = {**_secrets(), **os.environ}
    return {
        key: value
        for key, value in found.items()
        if key in HOMES or key.startswith("COPYKIT_") or "API" in key or "OPENAI" in key
    }


def _secrets() -> Mapping[str, str]:
    """The texts at the top of Streamlit's `secrets.toml`; none where there is no such file, or a broken one.

    Streamlit itself tells of a broken one when it starts.
    """
    if not st.secrets.load_if_toml_exists():
        return {}
    return {key: value for key, value in st.secrets.items() if isinstance(value, str)}


@st.cache_resource(show_spinner=False, max_entries=8)
def _choice(spec: str, environment: tuple[tuple[str, str], ...]) -> Choice:
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # see copykit.cli.settings.writer_from
    return choose_writer(spec or None, environment=dict(environment), today=clock, verdict=verdict)


def _held(name: str) -> dict[Any, Any]:
    held: dict[Any, Any] = st.session_state.setdefault(name, {})
    return held


def write_work(brand: str, format: str) -> WriteWork:
    """This person's work on a format of a brand; it outlives reruns and page switches."""
    work: WriteWork = _held("write_work").setdefault((brand, format), WriteWork())
    return work


def check_work(brand: str) -> CheckWork:
    """This person's work on the checking page with a brand."""
    work: CheckWork = _held("check_work").setdefault(brand, CheckWork())
    return work


def batch_work(brand: str) -> BatchWork:
    """This person's batch with a brand."""
    work: BatchWork = _held("batch_work").setdefault(brand, BatchWork())
    return work


def begin_run() -> None:
    """Tells `kept` that the page is drawn anew."""
    st.session_state["drawn_before"] = st.session_state.get("drawn", {})
    st.session_state["drawn"] = {}


def keep(key: str) -> None:
    """Copies a widget's value to where a page switch does not drop it; for `on_change`."""
    _held("kept")[key] = st.session_state[key]


def kept(key: str, default: Any, options: Collection[Any] | None = None) -> None:
    """Sets a widget's value, before it is drawn, to the one kept for it.

    Args:
        key: the widget's key.
        default: its value when nothing is kept.
        options: what it may be; anything else, such as what a guide no longer has, becomes the default.
    """
    drawn, before = _held("drawn"), _held("drawn_before")
    if key not in st.session_state:
        st.session_state[key] = _held("kept").get(key, default)
    elif key not in before and key not in drawn:
        # Drawn anew after another page: the browser knows no value for it, so ours must be sent.
        st.session_state[key] = st.session_state[key]
    drawn[key] = True
    if options is not None and st.session_state[key] not in options:
        st.session_state[key] = default
