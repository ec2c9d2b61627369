"""A report that was set is not kept in the memory of the process that set it."""

import ctypes
import sys
from dataclasses import replace

import pytest

from opora.reports import pdf
from opora.reports.model import Text
from opora.reports.tests.test_renderings import REPORT


class _Memory(ctypes.Structure):
    """What the C library tells of the memory it gave out."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in ("all", "free_parts", "small", "mapped", "mapped_bytes", "_", "small_free", "used", "free", "top")
    )


def _used() -> int:
    library = ctypes.CDLL(None)
    if not hasattr(library, "mallinfo2"):
        pytest.skip("this C library does not tell")
    library.mallinfo2.restype = _Memory
    told = library.mallinfo2()
    return int(told.used + told.mapped_bytes)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="told by GNU's C library only")
def test_one_report_after_another_takes_no_more_memory() -> None:
    def long(number: int) -> None:
        pdf.render(replace(REPORT, blocks=[Text(f"Семья {number}, строка {line}. " * 20) for line in range(150)]))

    long(0)
    before = _used()
    for number in range(1, 4):
        long(number)
    assert _used() - before < 3 * 2**20
