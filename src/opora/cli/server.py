"""What `serve` and `demo` share: the address claimed at once, steps shown on the way, the web server itself."""

import argparse
import contextlib
import errno
import os
import signal
import socket
import sys
import time
import types
from collections.abc import Iterator
from typing import Any

from opora.common.errors import OporaError
from opora.config.terminal import words as _

HOST, PORT = "127.0.0.1", 8000
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
THREADS = 8


class PortTakenError(OporaError):
    """Somebody else serves at this address; the message says what to do."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default=HOST, help=f"address to serve at (default {HOST}: this machine only)")
    parser.add_argument("--port", type=int, default=PORT, help=f"port to serve at (default {PORT})")


@contextlib.contextmanager
def claim(host: str, port: int) -> Iterator[socket.socket]:
    """Take the address before anything slow: a taken port is said in the first second, not after minutes.

    A browser that asks already waits and is answered as soon as everything is ready.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
        found.listen(128)
    except OSError as error:
        found.close()
        raise PortTakenError(_why_not(host, port, error)) from None
    with found:
        yield found


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return _(
            "Port %(port)s of %(host)s is taken by another program, perhaps by another Opora. "
            "Stop that program, or choose another port: --port %(other)s",
            port=port,
            host=host,
            other=port + 1,
        )
    if error.errno == errno.EACCES:
        return _(
            "Port %(port)s is reserved for the system. Choose one above 1023: --port %(other)s", port=port, other=PORT
        )
    return _("Opora cannot serve at %(place)s: %(reason)s", place=f"{host}:{port}", reason=error.strerror)


def address(host: str, port: int) -> str:
    """What to type into the browser."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"


class Steps:
    """Says what is being done, how far it is, and how long it took; on a terminal with a moving sign."""

    def __init__(self, title: str) -> None:
        # Few commands take steps; the others are spared what draws them.
        from rich.console import Console
        from rich.markup import escape

        self._escape = escape
        self._console = Console(stderr=True, highlight=False)
        self._console.print(f"[bold]{self._escape(title)}[/bold]")
        self._status = self._console.status("", spinner="dots")
        self._sentence = ""
        self._began = time.monotonic()

    def __call__(self, sentence: str, done: int | None = None, total: int | None = None) -> None:
        """Begin a step, or say how far the same step is (`done` of `total`)."""
        if sentence != self._sentence:
            self._finish()
            self._sentence, self._began = sentence, time.monotonic()
            if self._console.is_terminal:
                self._status.start()
        far = f" {done} / {total}" if done is not None and total else ""
        self._status.update(f"{self._escape(sentence)}{far} …")

    def done(self) -> None:
        """The last step is over; when an error is on its way, it was not finished."""
        self._finish(failed=sys.exc_info()[0] is not None)
        self._sentence = ""

    def _finish(self, *, failed: bool = False) -> None:
        self._status.stop()
        if self._sentence:
            sign = "[red]✗[/red]" if failed else "[green]✓[/green]"
            took = f"{time.monotonic() - self._began:.1f} " + _("s")
            self._console.print(f"  {sign} {self._escape(self._sentence)} [dim]{took}[/dim]")


def serve(listening: socket.socket, *, host: str, port: int) -> None:
    """Answer requests until interrupted; a job worker runs beside. Returns when both have ended."""
    from opora.config import ground, memory, passing
    from opora.config.jobs import Thread
    from opora.config.keeper import Keeper
    from opora.config.wsgi import application

    if host not in LOOPBACK and not os.environ.get("OPORA_HOSTS"):
        print(
            _(
                "Other machines can reach this address, but Opora answers only to names listed in OPORA_HOSTS, "
                "and passwords travel unprotected without https. See docs/howto/operate.md."
            ),
            file=sys.stderr,
        )
    memory.give_back()
    server = passing.server(application, sockets=[listening], threads=THREADS, **_behind_proxy())
    keeper, jobs = Keeper(), Thread()
    keeper.start()
    jobs.start()
    # A service manager ends us with SIGTERM: the same calm end as Ctrl-C.
    signal.signal(signal.SIGTERM, _interrupt)
    print("\n  " + _("Opora is ready: %(address)s", address=address(host, port)), file=sys.stderr)
    print("  " + _("Stop it with Ctrl-C.") + "\n", file=sys.stderr, flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        print("\n" + _("Stopping …"), file=sys.stderr, flush=True)
        server.close()
        jobs.stop()
        keeper.stop()
        ground.seal_journal()


def _behind_proxy() -> dict[str, Any]:
    """With OPORA_ORIGIN a web server stands before us: what it says about visitor and scheme is believed, and only it.

    Without this, links would begin with http, and one visitor's wrong passwords would slow down everybody.
    """
    if not os.environ.get("OPORA_ORIGIN"):
        return {}
    return {
        "trusted_proxy": os.environ.get("OPORA_PROXY", HOST),
        "trusted_proxy_count": 1,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    }


def _interrupt(_number: int, _frame: types.FrameType | None) -> None:
    raise KeyboardInterrupt
