"""Where the files that people edit live: beside the code in a checkout, inside the package in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _home(name: str) -> Path:
    beside = _PACKAGE.parent / name
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else beside


def seen_from(path: Path, here: Path) -> Path:
    """A path as a person at `here` would name it: relative where it lies inside."""
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def prompts_dir() -> Path:
    """The folder of the formats that come with copykit."""
    return _home("prompts")


def brands_dir() -> Path:
    """The folder of the sample brands that come with copykit."""
    return _home("brand")
