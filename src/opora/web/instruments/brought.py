"""A file that somebody brought, looked at before anything is kept: which form is in it, what becomes of each row."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from django.core import signing
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from opora.common.errors import Invalid
from opora.common.findings import ERROR
from opora.instruments.rules import Form, Reading, RowTold, read_form, read_instrument, read_xlsform, written
from opora.registry import words as registry
from opora.registry.rules.issues import Unreadable
from opora.registry.workbook import LARGEST_FILE, open_sheets
from opora.web.shell.toml_files import SPOILED

SALT = "instruments.bring"
A_DAY = 86_400
LARGEST_TEXT = 2**20
MOST_FILES = 200
SHEETS = ("survey", "choices", "settings", "opora")
MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Brought:
    """A form found in a file: as a draft would keep it (None where it must be mended first), and what is said of it."""

    name: str
    form: Form | None
    told: tuple[RowTold, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def held(self) -> str:
        """The form as the next page brings it back: signed, so that what was looked at is what is kept."""
        return signing.dumps(self.form, salt=SALT, compress=True)


def taken(held: str) -> Form:
    """The form that was looked at. Raises Invalid where it was tampered with or lay for more than a day."""
    try:
        form: Form = signing.loads(held, salt=SALT, max_age=A_DAY)
    except signing.BadSignature as error:
        raise Invalid({"": _("This look is too old. Choose the file once more.")}) from error
    return form


def look_at(name: str, data: bytes, free_code: str) -> list[Brought]:
    """The forms in a file: a TOML file, an XLSForm workbook, or a practice folder as a zip archive."""
    if len(data) > LARGEST_FILE:
        raise Invalid({"file": _("The file is too large.")})
    ending = PurePosixPath(name.casefold()).suffix
    if ending == ".toml":
        return [_of_text(name, data)]
    if ending == ".zip":
        return _of_folder(data)
    if ending in (".xlsx", ".xlsm", ".xls", ".ods"):
        return [_of_workbook(name, data, free_code)]
    raise Invalid({"file": _("Bring a TOML file of a form, a practice folder as .zip, or an XLSForm workbook.")})


def _of_text(name: str, data: bytes) -> Brought:
    try:
        reading = read_instrument(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        return Brought(name, None, faults=(_("The file is not in the encoding UTF-8."),))
    return _brought(name, reading)


def _of_folder(data: bytes) -> list[Brought]:
    """The forms of a practice folder: the files of its folder “instruments”."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = [
            part
            for part in archive.infolist()[:MOST_FILES]
            if (path := PurePosixPath(part.filename)).suffix == ".toml" and path.parent.name == "instruments"
        ]
        found = [_of_text(part.filename, archive.read(part)) for part in parts if part.file_size <= LARGEST_TEXT]
    except SPOILED as error:
        raise Invalid({"file": _("The archive cannot be opened.")}) from error
    if not found:
        raise Invalid({"file": _("The folder has no forms: they lie in “instruments” as TOML files.")})
    return found


def _of_workbook(name: str, data: bytes, free_code: str) -> Brought:
    try:
        sheets = {
            sheet.name: [(number, [_plain(cell) for cell in row]) for number, row in _first(sheet.rows)]
            for sheet in open_sheets(data)
            if sheet.name.strip().casefold() in SHEETS
        }
    except Unreadable as problem:
        raise Invalid({"file": registry.refusal(problem.note)}) from problem
    reading = read_xlsform(sheets, free_code)
    if reading.form is None:
        return Brought(name, None, reading.told)
    found = _brought(name, read_form(reading.form, name))
    return Brought(name, found.form, reading.told, found.faults)


def _first(rows: Any) -> Any:
    for place, row in enumerate(rows):
        if place >= MOST_ROWS:
            break
        yield row


def _plain(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _brought(name: str, reading: Reading) -> Brought:
    """What was read, in the shape that a draft keeps; a file whose parts cannot be told apart is mended first."""
    errors = [one for one in reading.findings if one.severity == ERROR]
    form = reading.definition or (None if _hides_parts(reading) else reading.as_far)
    faults = () if form is not None else tuple(one.text(gettext) for one in errors)
    return Brought(name, written(form) if form is not None else None, faults=faults)


def _hides_parts(reading: Reading) -> bool:
    """Whether codes are lacking or stand twice, or the file cannot be read as far as its parts."""
    form = reading.as_far
    if form is None or not form.code:
        return True
    codes = [item.code for item in form.items]
    sections = [section.code for section in form.sections]
    return "" in (*codes, *sections) or len(set(codes)) < len(codes) or len(set(sections)) < len(sections)
