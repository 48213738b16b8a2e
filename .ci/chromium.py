"""Start the Chromium that the browser tests drive: an installed one, else Playwright's own."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ARGUMENTS = (
    "--no-sandbox",  # Chromium refuses to start as root with its sandbox
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

HOW_TO_GET_ONE = (
    "install Chromium or Chrome, or run: .venv/bin/playwright install --with-deps --only-shell chromium"
)


class NoChromium(Exception):
    """No browser started; the text says how to get one."""


def candidates() -> Iterator[dict[str, Any]]:
    """Where a browser may be, as arguments of Playwright's launch; COPYKIT_CHROMIUM names the only one."""
    if named := os.environ.get("COPYKIT_CHROMIUM"):
        yield {"executable_path": named}
        return
    for command in COMMANDS:
        if path := shutil.which(command):
            yield {"executable_path": path}
    yield {"channel": "chrome"}  # where macOS and Windows install it
    yield {}


def launch(playwright: Playwright) -> Browser:
    """Start the first browser that does start (an installed one may be a stub that only points to a shop).

    Raises:
        NoChromium: none starts.
    """
    for candidate in candidates():
        try:
            return playwright.chromium.launch(args=list(ARGUMENTS), **candidate)
        except Error:
            continue
    raise NoChromium(HOW_TO_GET_ONE)


def main() -> int:
    """Start a browser and stop it again; exit 1 when there is none."""
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except NoChromium as missing:
            print(missing)
            return 1
        print(f"Chromium {browser.version}")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
