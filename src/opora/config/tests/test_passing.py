"""What passes the server lies in clear in no file of its process, neither on its way in nor on its way out."""

import contextlib
import os
import socket
import stat
import threading
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIRequest
from hypothesis import given
from hypothesis import strategies as st

from opora.config import passing

MARK = "Ветрова Анна, Лесная 7".encode()
PAPER = b"%PDF-1.4 " + (MARK + b"." * 30) * 120_000
HEAD = b'--part\r\nContent-Disposition: form-data; name="paper"; filename="a.pdf"\r\n\r\n'
BODY = HEAD + PAPER + b"\r\n--part--\r\n"
ASKED = b"POST / HTTP/1.0\r\nContent-Type: multipart/form-data; boundary=part\r\nContent-Length: %d\r\n\r\n" % len(BODY)


def laid_aside() -> list[bytes]:
    """The content of every large file that this process has open, of nameless ones too."""
    return list(_large_files())


def _large_files() -> Iterator[bytes]:
    for place in Path("/proc/self/fd").iterdir():
        try:
            known = place.stat()
            if stat.S_ISREG(known.st_mode) and known.st_size >= passing.IN_MEMORY:
                yield place.read_bytes()
        except OSError:
            continue


def when(found: Callable[[], Any]) -> Any:
    """What is found at last."""
    end = time.monotonic() + 30
    while not (value := found()):
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)
    return value


@pytest.fixture
def asked(settings: Any) -> Iterator[tuple[socket.socket, dict[str, Any]]]:
    """A line to a server whose page reads the paper that is sent, waits to be looked at, and gives the paper back."""
    seen: dict[str, Any] = {}
    looked = threading.Event()

    def page(environ: Any, start_response: Any) -> list[bytes]:
        seen["paper"] = WSGIRequest(environ).FILES["paper"].read()
        looked.wait(30)
        start_response("200 OK", [("Content-Type", "application/pdf"), ("Content-Length", str(len(seen["paper"])))])
        return [seen["paper"]]

    seen["go on"] = looked.set
    served = passing.server(page, host="127.0.0.1", port=0, threads=1)

    def serve() -> None:
        with contextlib.suppress(OSError):  # it is closed while it listens
            served.run()

    threading.Thread(target=serve, daemon=True).start()
    with socket.socket() as line:
        # A slow visitor: what waits for him waits with the server.
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(("127.0.0.1", int(served.effective_port)))
        yield line, seen
    served.close()


def test_a_paper_lies_in_clear_nowhere_while_it_passes_both_ways(asked: Any) -> None:
    line, seen = asked
    line.sendall(ASKED + BODY[: len(BODY) // 2])
    half_way = when(laid_aside)
    line.sendall(BODY[len(BODY) // 2 :])
    when(lambda: "paper" in seen)
    in_hand = laid_aside()
    seen["go on"]()
    assert line.recv(8).startswith(b"HTTP/1")
    on_its_way = when(laid_aside)
    assert half_way and in_hand and on_its_way
    for content in (*half_way, *in_hand, *on_its_way):
        assert MARK not in content and content.strip(b"\0")
    assert seen["paper"] == PAPER
    received = bytearray()
    while piece := line.recv(1 << 20):
        received += piece
    assert received.endswith(PAPER)
    when(lambda: not laid_aside())


def test_more_than_anybody_sends_is_refused_at_once(asked: Any) -> None:
    line, seen = asked
    line.sendall(b"POST / HTTP/1.0\r\nContent-Length: %d\r\n\r\n" % (passing.LARGEST_REQUEST + 1))
    assert b" 413 " in line.recv(40) and "paper" not in seen


@given(st.lists(st.one_of(st.binary(min_size=1, max_size=700), st.tuples(st.integers(0, 3000), st.integers(0, 90)))))
def test_a_closed_file_reads_as_an_open_one(steps: list[Any]) -> None:
    with passing.closed_file() as closed, BytesIO() as plain:
        for step in steps:
            for file in (closed, plain):
                file.seek(0, os.SEEK_END) if isinstance(step, bytes) else file.seek(step[0])
            if isinstance(step, bytes):
                assert closed.write(step) == plain.write(step)
            else:
                assert closed.read(step[1]) == plain.read(step[1])
        for file in (closed, plain):
            file.seek(0)
        assert closed.read() == plain.read()


def test_what_was_written_into_a_closed_file_is_never_written_again() -> None:
    with passing.ClosedFile() as closed:
        closed.write(b"a" * 40)
        closed.seek(3)
        with pytest.raises(OSError, match="stays"):
            closed.write(b"b")
