"""The pages as Streamlit's own test runner draws them, in a folder of their own with nothing set."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from copykit.house import brands_dir

Page = Callable[[], AppTest]


@pytest.fixture(autouse=True)
def nothing_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("COPYKIT_MODEL", "OPENAI_BASE_URL", "OPENAI_API_BASE", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def write_page() -> AppTest:
    def script() -> None:
        from copykit.ui.pages import write

        write.page()

    return AppTest.from_function(script, default_timeout=60).run()


@pytest.fixture
def check_page() -> AppTest:
    def script() -> None:
        from copykit.ui.pages import check

        check.page()

    return AppTest.from_function(script, default_timeout=60).run()


@pytest.fixture
def brand_copy(tmp_path: Path) -> Path:
    """A brand of the person's own that they may break, in `brand/mine`."""
    folder = tmp_path / "brand" / "mine"
    shutil.copytree(brands_dir() / "dewclaw", folder)
    return folder
