"""Behind a web server of one's own, what it says about the visitor is believed; from anybody else it is a claim."""

import threading
import urllib.request

import pytest
from waitress.server import create_server

from opora.cli import server

FORWARDED = {"X-Forwarded-For": "6.6.6.6, 203.0.113.9", "X-Forwarded-Proto": "https"}


def _told(monkeypatch, **environment):
    """Scheme and address a page is told, for a visitor who sends forwarding headers."""
    for name in ("OPORA_ORIGIN", "OPORA_PROXY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    def page(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [f"{environ['wsgi.url_scheme']} {environ['REMOTE_ADDR']}".encode()]

    served = create_server(page, host="127.0.0.1", port=0, **server._behind_proxy())
    threading.Thread(target=served.run, daemon=True).start()
    try:
        asked = urllib.request.Request(f"http://127.0.0.1:{served.effective_port}/", headers=FORWARDED)
        with urllib.request.urlopen(asked, timeout=10) as answer:
            return answer.read().decode()
    finally:
        served.close()


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, "http 127.0.0.1"),
        ({"OPORA_ORIGIN": "https://opora.example.org"}, "https 203.0.113.9"),
        ({"OPORA_ORIGIN": "https://opora.example.org", "OPORA_PROXY": "192.0.2.1"}, "http 127.0.0.1"),
    ],
)
def test_whom_the_server_believes(monkeypatch, environment, told):
    assert _told(monkeypatch, **environment) == told
