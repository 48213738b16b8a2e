"""What all tests share: which may reach this machine's ports, the browser, and how generated tests run."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, configuration, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

THIS_MACHINE = ["127.0.0.1", "::1", "localhost"]
IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")
NO_BROWSER = "no Chromium for the browser tests"

configuration.set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "copykit-hypothesis")
# No deadline and no "too slow": how busy the machine is says nothing about the code.
settings.register_profile(
    "copykit", deadline=None, database=None, derandomize=IN_CI, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("copykit")


@pytest.fixture(autouse=True, scope="session")
def no_data_of_the_users() -> Iterator[None]:
    """Answers and accounts go into a folder of the tests' own, and no answer of an earlier test is used."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPYKIT_DATA", folder)
        patch.setenv("COPYKIT_CACHE", "off")
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Open this machine's ports to the tests that say they need them, and run browser tests last."""
    for item in items:
        if item.get_closest_marker("loopback") or item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.allow_hosts(THIS_MACHINE))
    # While Playwright is open its event loop counts as running, and asyncio.run fails in every later test.
    last = {item.path for item in items if item.get_closest_marker("browser")}
    items.sort(key=lambda item: item.path in last)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium driven by Playwright; skips where there is none, fails in CI. For tests marked `browser`."""
    from chromium import NoChromium, launch
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        try:
            started = launch(playwright)
        except NoChromium as missing:
            (pytest.fail if IN_CI else pytest.skip)(f"{NO_BROWSER}; {missing}")
        yield started
        started.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line how many browser tests were skipped, and how to have them run."""
    reasons = [
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple) and NO_BROWSER in report.longrepr[2]
    ]
    if reasons:
        terminalreporter.write_line(f"Skipped {len(reasons)} tests: {reasons[0]}", yellow=True)
