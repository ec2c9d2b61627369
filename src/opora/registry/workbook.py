"""Opening an uploaded workbook as something that may be broken or hostile.

Nothing here trusts the file: its size, the sizes its zip directory claims, its XML and its formulas are each
checked before they cost anything, and whatever else fails inside the library ends in one clear reason.
Macros and external links are never looked at.
"""

import io
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from opora.registry.ods import CONTENT, open_ods
from opora.registry.rules.cells import Cell
from opora.registry.rules.finding import HEADER_WITHIN
from opora.registry.rules.issues import Unreadable
from opora.registry.rules.table import MOST_ROWS, Sheet
from opora.registry.xls import open_xls
from opora.registry.xlsx import open_xlsx

LARGEST_FILE = 15 * 2**20
LARGEST_UNPACKED = 100 * 2**20
# A sheet of numbers packs some twenty times; a bomb packs a thousand times.
LARGEST_RATIO = 150
RATIO_MATTERS_FROM = 2 * 2**20
MOST_PARTS = 2_000
MOST_TAGS = 8_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def open_sheets(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, each read as its rows are asked for.

    Raises Unreadable with the reason; reading the rows may raise it too.
    """
    _check_archive(data)
    # Whatever a broken file makes the reader do, the person gets a sentence and not a traceback.
    try:
        sheets = open_xls(data) if data.startswith(_OLE) else _open_archive(data)
        return [replace(sheet, rows=_guarded(sheet.rows)) for sheet in sheets]
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable("file_is_damaged") from error


def _open_archive(data: bytes) -> list[Sheet]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return open_ods(archive) if _is_ods(archive) else open_xlsx(archive)


def _check_archive(data: bytes) -> None:
    if not data:
        raise Unreadable("file_is_empty")
    if len(data) > LARGEST_FILE:
        raise Unreadable("file_too_large", most=LARGEST_FILE // 2**20)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise Unreadable("file_has_password")
        return
    if not data.startswith(b"PK"):
        raise Unreadable(_what_it_is(data))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive)
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable("file_is_damaged") from error


def _what_it_is(data: bytes) -> str:
    if data.startswith(b"%PDF"):
        return "file_is_pdf"
    start = data[:4096]
    if start.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        return "file_is_web_page"
    if b"\x00" not in start and any(mark in start for mark in (b";", b",", b"\t")):
        return "file_is_text"
    return "file_is_no_workbook"


def _check_parts(archive: zipfile.ZipFile) -> None:
    """Judge the archive by its directory, then by its tags; a part never yields more than it claims."""
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or len(names) < len(parts):
        raise Unreadable("file_is_hostile")
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("file_has_password")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST_UNPACKED or any(map(_packs_too_well, parts)):
        raise Unreadable("file_is_hostile")
    if _is_ods(archive):
        if CONTENT not in names:
            raise Unreadable("file_is_ods")
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Unreadable("file_has_password")
    else:
        _check_names(names)
    tags = 0
    for part in parts:
        if part.filename.endswith(".xml"):
            counted, rows, filled = _count_tags(archive, part)
            tags += counted
            # A row of a register fills five cells at the very least; so large a sheet is refused unread.
            if rows > MOST_ROWS + HEADER_WITHIN and filled > 5 * MOST_ROWS:
                raise Unreadable("too_many_rows", most=MOST_ROWS)
    if tags > MOST_TAGS:
        raise Unreadable("file_is_hostile")


def _is_ods(archive: zipfile.ZipFile) -> bool:
    if "mimetype" not in archive.namelist():
        return False
    return archive.read("mimetype").decode("ascii", "replace").startswith(_ODS)


def _check_names(names: Collection[str]) -> None:
    """Whether the parts are those of an Excel workbook."""
    if "xl/workbook.bin" in names:
        raise Unreadable("file_is_xlsb")
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise Unreadable("file_is_no_workbook")


def _packs_too_well(part: zipfile.ZipInfo) -> bool:
    return part.file_size > RATIO_MATTERS_FROM and part.file_size > LARGEST_RATIO * max(part.compress_size, 1)


def _count_tags(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int, int]:
    """How many tags, rows and filled cells a part has, near enough for its limits."""
    tags = rows = filled = 0
    with archive.open(part) as stream:
        for chunk in iter(lambda: stream.read(2**20), b""):
            tags += chunk.count(b"<")
            rows += chunk.count(b"</row>") + chunk.count(b"</table:table-row>")
            filled += chunk.count(b"<v>") + chunk.count(b"<is>") + chunk.count(b"office:value-type=")
    return tags, rows, filled


def _guarded(rows: Iterable[tuple[int, Sequence[Cell]]]) -> Iterator[tuple[int, Sequence[Cell]]]:
    try:
        yield from rows
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable("file_is_damaged") from error
