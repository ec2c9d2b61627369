"""What a file is, told by its content and never by its name (S4-08)."""

import io
import struct
import zipfile
from enum import StrEnum
from typing import Final

LARGEST: Final = 20 * 1024 * 1024
_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SUFFIXES: Final = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    _DOCX: "docx",
    _XLSX: "xlsx",
}
_IN_BROWSER: Final = frozenset({"application/pdf", "image/jpeg", "image/png", "image/webp"})
_MOST_ENTRIES: Final = 5_000
_MOST_UNPACKED: Final = 200 * 1024 * 1024


class Wrong(StrEnum):
    """Why a file is not taken."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    TYPE = "type"


def media_type_of(data: bytes) -> str | Wrong:
    """The media type of the content, or why it is not taken: pictures, PDF, Word and Excel without macros only."""
    if not data:
        return Wrong.EMPTY
    if len(data) > LARGEST:
        return Wrong.TOO_BIG
    if data.startswith(b"%PDF-") and b"%%EOF" in data[-2048:]:
        return "application/pdf"
    if data.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in data[-4096:]:
        return "image/jpeg"
    if _is_png(data):
        return "image/png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and struct.unpack("<I", data[4:8])[0] + 8 <= len(data) + 1:
        return "image/webp"
    if data.startswith(b"PK\x03\x04"):
        return _office_type(data)
    return Wrong.TYPE


def opens_in_browser(media_type: str) -> bool:
    """Say whether a browser shows it on a page; Word and Excel are only handed out."""
    return media_type in _IN_BROWSER


def suffix_of(media_type: str) -> str:
    """The ending of the neutral file name."""
    return _SUFFIXES[media_type]


def _is_png(data: bytes) -> bool:
    return data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and b"IEND" in data[-64:]


def _office_type(data: bytes) -> str | Wrong:
    """Word and Excel are archives with known parts; one with macros, or one that unpacks without end, is refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return Wrong.TYPE
    names = {part.filename for part in parts}
    if len(parts) > _MOST_ENTRIES or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        return Wrong.TYPE
    if "[Content_Types].xml" not in names or any(name.lower().endswith("vbaproject.bin") for name in names):
        return Wrong.TYPE
    if "word/document.xml" in names:
        return _DOCX
    return _XLSX if "xl/workbook.xml" in names else Wrong.TYPE
