"""The walls around the tests: no network, this machine only for a test that says so, a browser that works."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from pytest_socket import SocketBlockedError, SocketConnectBlockedError

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ELSEWHERE = ("192.0.2.1", 80)  # RFC 5737: an address for documentation, nobody's


class Hello(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<title>hello</title>")

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


@pytest.fixture
def address() -> Iterator[str]:
    """A page on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Hello) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_test_opens_no_socket() -> None:
    with pytest.raises(SocketBlockedError):
        socket.socket()


@pytest.mark.loopback
def test_loopback_reaches_this_machine(address: str) -> None:
    with urlopen(address, timeout=10) as answer:
        assert answer.read() == b"<title>hello</title>"


@pytest.mark.loopback
def test_loopback_reaches_nothing_else() -> None:
    with pytest.raises(SocketConnectBlockedError):
        socket.create_connection(ELSEWHERE, timeout=1)


@pytest.mark.browser
def test_the_browser_opens_a_page_of_this_machine(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    assert page.title() == "hello"
    page.close()
