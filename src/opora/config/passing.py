"""What passes the server lies in clear nowhere on its way.

A request or an answer too large for memory is laid aside by the web server in a temporary file. Such a file is closed
here with a key that only this process knows, so that its disk tells nothing, neither now nor when the file is gone.
"""

import io
import os
import tempfile
from typing import Any, cast

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR

IN_MEMORY = 512 * 1024
"""A request or an answer up to here stays in memory; what is larger is laid aside, closed."""
LARGEST_REQUEST = 128 * 1024 * 1024
"""Nobody sends more. What is too large for a page and not for us is answered in that page's own words."""
OUTGOING = 16 * 1024 * 1024
"""Of an answer made piece by piece no more than this waits for a slow visitor; then its making waits, too."""

_KEY_BYTES = 32
_BLOCK = AES.block_size // 8


class ClosedFile(io.RawIOBase):
    """A nameless file that lies closed on the disk and is gone with its process; it only grows, and is read anywhere.

    Each place of it is written once: by AES in counter mode with a key of its own, a second writing would give away.
    """

    def __init__(self) -> None:
        super().__init__()
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  (closed with us)
        self._key = AES(os.urandom(_KEY_BYTES))
        self._at = self._end = 0

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer from here on; gives how much there was."""
        room = memoryview(buffer).cast("B")
        closed = os.pread(self._file.fileno(), len(room), self._at)
        room[: len(closed)] = self._turned(closed)
        self._at += len(closed)
        return len(closed)

    def write(self, data: Any) -> int:
        """Add at the end."""
        if self._at != self._end:
            raise io.UnsupportedOperation("what was written stays")
        open_bytes = bytes(data)
        written = os.pwrite(self._file.fileno(), self._turned(open_bytes), self._at)
        self._at += written
        self._end = self._at
        return written

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._at = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._end}[whence]
        return self._at

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        self._file.close()
        super().close()

    def _turned(self, data: bytes) -> bytes:
        """Closed what was open and open what was closed, as it lies from here on."""
        block, skip = divmod(self._at, _BLOCK)
        stream = Cipher(self._key, CTR(block.to_bytes(_BLOCK, "big"))).encryptor()
        stream.update(bytes(skip))
        return stream.update(data)


def closed_file() -> io.BufferedRandom:
    """A closed file as the web server uses one."""
    return io.BufferedRandom(cast(Any, ClosedFile()), buffer_size=256 * 1024)


def server(application: Any, **wishes: Any) -> Any:
    """The web server, which lays aside closed files only."""
    from waitress import buffers
    from waitress.server import create_server

    buffers.TempfileBasedBuffer.newfile = lambda _self: closed_file()
    return create_server(
        application,
        inbuf_overflow=IN_MEMORY,
        outbuf_overflow=IN_MEMORY,
        outbuf_high_watermark=OUTGOING,
        max_request_body_size=LARGEST_REQUEST,
        ident=None,
        **wishes,
    )
