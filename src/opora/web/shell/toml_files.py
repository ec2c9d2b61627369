"""What methodologists take away and bring as TOML files: one file, or the right one of a practice folder."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from opora.common.errors import Invalid
from opora.common.toml_writing import write_toml

LARGEST = 2**20
MOST_FILES = 200
# What a spoiled archive is refused with, whatever it was packed by; one behind a password or packed in an unknown way
# is a RuntimeError.
SPOILED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)


def toml_answer(name: str, values: Mapping[str, Any]) -> HttpResponse:
    """Plain values to take away as a file of this name."""
    answer = HttpResponse(write_toml(values).encode(), content_type="application/toml")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def toml_brought(file: Any, is_meant: Callable[[PurePosixPath], bool], missing: str) -> str:
    """The text of a file that somebody brought, or of the one that is meant in a practice folder as a zip archive.

    Raises Invalid in words where there is none, more than one, or none that can be read.
    """
    data = file.read(LARGEST + 1)
    if file.name.casefold().endswith(".zip"):
        file.seek(0)
        data = _in_folder(file.read(), is_meant, missing)
    if len(data) > LARGEST:
        raise Invalid({"file": _("The file is too large.")})
    try:
        return str(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Invalid({"file": _("The file is not in the encoding UTF-8.")}) from error


def _in_folder(data: bytes, is_meant: Callable[[PurePosixPath], bool], missing: str) -> bytes:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        found = [one for one in archive.infolist()[:MOST_FILES] if is_meant(PurePosixPath(one.filename))]
        if len(found) > 1:
            names = ", ".join(PurePosixPath(one.filename).name for one in found)
            raise Invalid(
                {"file": _("The folder has several: %(names)s. Bring one of these files.") % {"names": names}}
            )
        if found and found[0].file_size <= LARGEST:
            return archive.read(found[0])
    except SPOILED as error:
        raise Invalid({"file": _("The archive cannot be opened.")}) from error
    raise Invalid({"file": _("The file is too large.") if found else missing})
