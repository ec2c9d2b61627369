"""Reading one cell: a day, a count, person codes, a case number.

Each reader takes the raw cell and returns what it means with the warnings a person should see; a cell that
means nothing sensible raises CellProblem. Sources: S3-79 to S3-86.
"""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

from opora.cases.rules.numbers import LONGEST_NUMBER
from opora.common.dates import parse_day
from opora.families.rules import BadCode, parse_code
from opora.registry.rules.issues import CellProblem, Note
from opora.registry.rules.letters import squash
from opora.registry.rules.said import day_in_words, no_code, no_count, no_day

Cell: TypeAlias = object
Notes: TypeAlias = tuple[Note, ...]

EARLIEST = date(1990, 1, 1)
LATEST = date(2100, 1, 1)
# More than any form counts; a larger figure is a slip of the keyboard.
MOST_NEEDS = 200
LONGEST_NAME = 120

# Serial numbers of days count from here; workbooks of old Macs begin in 1904.
EPOCHS = {1900: date(1899, 12, 30), 1904: date(1904, 1, 1)}
WINDOWS_EPOCH = EPOCHS[1900]

_HUGE = 10**15
_DASHES = frozenset({"-", "–", "—", "−", "--", "---"})
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:г\.?|года)?")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_NUMERIC = re.compile(r"[+\-−]?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_CODE = re.compile(r"[A-Za-zА-Яа-яЁё][\s\-.№]*[0-9]{1,9}(?![0-9])")
# Most registers write codes just as they are kept here.
_AS_KEPT = re.compile(r"[А-Я][1-9][0-9]{0,6}(?:, ?[А-Я][1-9][0-9]{0,6})*")
_AND = re.compile(r"\bи\b", re.IGNORECASE)
_SEPARATORS = frozenset(" ,;/+&.")


@dataclass(frozen=True)
class Formula:
    """A cell that is calculated; `value` is what the spreadsheet last showed, if it saved it."""

    value: Cell
    has_value: bool


@dataclass(frozen=True)
class Failure:
    """A cell in which the spreadsheet shows an error such as #REF!"""

    text: str

    def __str__(self) -> str:
        return self.text


def is_blank(value: Cell) -> bool:
    """True for an empty cell and for the dash by which people say that there is nothing to write."""
    if value is None:
        return True
    if isinstance(value, str):
        return not (value and value[0].isalnum()) and (not (text := squash(value)) or text in _DASHES)
    return isinstance(value, Formula) and value.has_value and is_blank(value.value)


def plain(value: Cell) -> Cell:
    """The value shown by a cell; a formula that was never calculated or failed is a problem."""
    if isinstance(value, Formula):
        if not value.has_value:
            raise CellProblem("formula_without_value")
        value = value.value
    if isinstance(value, Failure):
        raise CellProblem("cell_shows_error")
    return value


def read_day(value: Cell, *, epoch: date = WINDOWS_EPOCH) -> tuple[date | None, Notes]:
    """The day in a cell: a real date, a text (ДД.ММ.ГГГГ, ДД.ММ.ГГ, ISO) or a bare serial number."""
    if is_blank(value):
        return None, ()
    value = plain(value)
    if isinstance(value, datetime):
        return _sane(value.date()), ()
    if isinstance(value, date):
        return _sane(value), ()
    if isinstance(value, str):
        text = squash(value)
        if no_day(text):
            return None, ()
        day = _sane(_day_of_text(text, epoch))
        return day, (Note("date_as_text", {"day": day}),)
    return _sane(_day_of_serial(value, epoch)), ()


def _day_of_text(text: str, epoch: date) -> date:
    close = re.sub(r"\s*([./-])\s*", r"\1", _TIME.sub("", text)).replace(" ", "")
    if spelled := day_in_words(text):
        close = spelled
    elif match := _DAY_FIRST.fullmatch(close):
        close = ".".join(match.groups())
    elif re.fullmatch(r"[0-9]{5}", close):
        return _day_of_serial(int(close), epoch)
    elif not re.fullmatch(r"[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}", close):
        raise CellProblem("not_a_day")
    else:
        close = re.sub(r"[./]", "-", close)
    try:
        return parse_day(close)
    except ValueError:
        raise CellProblem("no_such_day") from None


def _day_of_serial(value: Cell, epoch: date) -> date:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise CellProblem("not_a_day")
    try:
        return epoch + timedelta(days=int(value))
    except OverflowError:
        raise CellProblem("not_a_day") from None


def _sane(day: date) -> date:
    if not EARLIEST <= day < LATEST:
        raise CellProblem("day_out_of_range", day=day, earliest=EARLIEST, latest=LATEST)
    return day


def read_count(value: Cell, *, most: int = MOST_NEEDS) -> tuple[int | None, Notes]:
    """The number of weak sides in a cell: a whole number from 0 to `most`, as number or as text."""
    if is_blank(value):
        return None, ()
    value = plain(value)
    notes: Notes = ()
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise CellProblem("not_a_count")
    if isinstance(value, str) and no_count(value):
        # «Нет» may also say that nothing was wrong; the others cannot.
        return None, (Note("no_figure"),) if squash(value).casefold() == "нет" else ()
    if isinstance(value, str):
        squeezed = squash(value).replace(" ", "")
        if not _NUMERIC.fullmatch(squeezed):
            raise CellProblem("not_a_count")
        number = float(squeezed.replace(",", ".").replace("−", "-"))
        notes = (Note("count_as_text", {"count": int(number) if math.isfinite(number) else 0}),)
    else:
        if isinstance(value, float) and math.isnan(value):
            raise CellProblem("not_a_count")
        number = float(max(-_HUGE, min(value, _HUGE)))
    if number < 0:
        raise CellProblem("count_is_negative")
    if number > most:
        raise CellProblem("count_is_too_big", most=most)
    if not number.is_integer():
        raise CellProblem("count_is_fraction")
    return int(number), notes


def read_codes(value: Cell) -> tuple[tuple[str, ...], Notes]:
    """The person codes in a cell, each a Cyrillic capital and a number: «С34, Т8» (S3-80)."""
    if is_blank(value):
        return (), ()
    value = plain(value)
    if not isinstance(value, str):
        raise CellProblem("not_a_code")
    text = squash(value)
    if _AS_KEPT.fullmatch(text):
        codes_as_kept = tuple(text.replace(" ", "").split(","))
        if len(set(codes_as_kept)) == len(codes_as_kept):
            return codes_as_kept, ()
    if no_code(text):
        return (), ()
    written = _CODE.findall(text)
    between = _AND.sub(";", _CODE.sub("\0", text))
    if not written or not set(between) <= _SEPARATORS | {"\0"}:
        raise CellProblem("not_a_code")
    codes: list[str] = []
    notes: list[Note] = []
    for one in written:
        code, remarks = _read_code(one)
        if code in codes:
            notes.append(Note("code_repeated", {"found": code}))
        else:
            codes.append(code)
            notes.extend(remarks)
    gaps = between.strip(" ,;").split("\0")[1:-1]
    if any(gap.strip() != "," for gap in gaps):
        notes.append(Note("codes_split_otherwise", {"read": ", ".join(codes)}))
    return tuple(codes), tuple(notes)


def holds_code(text: str) -> bool:
    """Whether a person's code stands somewhere in a text."""
    return _CODE.search(text) is not None


def _read_code(written: str) -> tuple[str, Notes]:
    try:
        code = str(parse_code(written))
    except BadCode:
        raise CellProblem("not_a_code") from None
    if written[0].isascii():
        return code, (Note("code_in_latin", {"found": written, "read": code}),)
    if "ё" in written.lower():
        return code, (Note("code_with_yo", {"found": squash(written), "read": code}),)
    if written.upper() != code:
        return code, (Note("code_mended", {"found": squash(written), "read": code}),)
    return code, ()


def read_case_number(value: Cell) -> str:
    """The case number as it was printed, on one line (S3-81). Empty text when the cell is empty."""
    if is_blank(value) or (isinstance(value, str) and no_code(value)):
        return ""
    value = plain(value)
    if isinstance(value, datetime | date):
        raise CellProblem("number_became_date")
    text = _text_of(value, "not_a_case_number")
    if not re.search(r"[0-9]", text) or len(text) > LONGEST_NUMBER:
        raise CellProblem("not_a_case_number", longest=LONGEST_NUMBER)
    return text


def read_name(value: Cell) -> str:
    """A short name such as a department's, on one line."""
    name = "" if is_blank(value) else _text_of(plain(value), "not_a_name")
    if len(name) > LONGEST_NAME:
        raise CellProblem("name_too_long", longest=LONGEST_NAME)
    return name


def _text_of(value: Cell, problem: str) -> str:
    if isinstance(value, bool):
        raise CellProblem(problem, longest=LONGEST_NUMBER)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if not isinstance(value, int | str):
        raise CellProblem(problem, longest=LONGEST_NUMBER)
    return squash(str(value))
