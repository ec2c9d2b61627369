"""From the bytes of a file to what its register says, telling on the way how far the reading has come."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from opora.common.errors import Refused
from opora.registry import words
from opora.registry.rules.cells import Cell
from opora.registry.rules.issues import Unreadable
from opora.registry.rules.table import Reading, read_registry
from opora.registry.workbook import open_sheets

Progress = Callable[[str, int], None]
"""Told a stage («reading», «comparing», «families», «cases», «totals») and how many rows it has done."""

_TELL_EVERY = 200


class FileRefused(Refused):
    """The file cannot be read as a register; the message is one clear sentence."""


def silent(_stage: str, _done: int) -> None:
    """For those who do not watch."""


def read_file(data: bytes, *, on: date, progress: Progress = silent) -> Reading:
    """Everything the register in a workbook says. Raises FileRefused."""
    progress("reading", 0)
    count = _Count(progress)
    try:
        sheets = [replace(sheet, rows=count.watched(sheet.rows)) for sheet in open_sheets(data)]
        return read_registry(sheets, on=on)
    except Unreadable as problem:
        raise FileRefused(words.refusal(problem.note)) from problem


class _Count:
    def __init__(self, progress: Progress) -> None:
        self.progress, self.done = progress, 0

    def watched(self, rows: Iterable[tuple[int, Sequence[Cell]]]) -> Iterator[tuple[int, Sequence[Cell]]]:
        for row in rows:
            self.done += 1
            if self.done % _TELL_EVERY == 0:
                self.progress("reading", self.done)
            yield row
