"""From the bytes of a file to what its register says, telling on the way how far the reading has come."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from opora.common.errors import Refused
from opora.registry import words
from opora.registry.rules.cells import Cell
from opora.registry.rules.choices import Choices, ColumnsUnclear, Question
from opora.registry.rules.header import NOTHING_CHOSEN
from opora.registry.rules.issues import Unreadable
from opora.registry.rules.read import Reading
from opora.registry.rules.table import read_registry
from opora.registry.workbook import open_sheets

Progress = Callable[[str, int], None]
"""Told a stage («reading», «comparing», «families», «cases», «totals») and how many rows it has done."""

_TELL_EVERY = 200


class FileRefused(Refused):
    """The file cannot be read as a register; the message is one clear sentence."""


def silent(_stage: str, _done: int) -> None:
    """For those who do not watch."""


class ColumnsAsked(Refused):
    """The file is a register, but somebody must say which columns are meant before it can be read."""

    def __init__(self, questions: Sequence[Question]) -> None:
        super().__init__(" ".join(words.question(one) for one in questions))
        self.questions = tuple(questions)


def read_file(data: bytes, *, on: date, progress: Progress = silent, choices: Choices = NOTHING_CHOSEN) -> Reading:
    """Everything the register in a workbook says. Raises FileRefused, or ColumnsAsked when titles leave it open."""
    progress("reading", 0)
    count = _Count(progress)
    try:
        sheets = [replace(sheet, rows=count.watched(sheet.rows)) for sheet in open_sheets(data)]
        return read_registry(sheets, on=on, choices=choices)
    except ColumnsUnclear as unclear:
        raise ColumnsAsked(unclear.questions) from unclear
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
