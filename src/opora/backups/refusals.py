"""What stands in the way of a backup or of bringing one back, each in one sentence."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from opora.common.errors import Refused

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class BackupRefused(Refused):
    """A backup cannot be made, read or brought back; the message says why, and nothing half-written is left."""


def damaged(path: Path) -> BackupRefused:
    """A byte of it is not as it was written, or its end is missing."""
    sentence = _("The backup %(file)s is damaged or was not copied to its end. Copy it anew, or take another.")
    return BackupRefused(sentence % {"file": path})


@contextlib.contextmanager
def disk_told(place: Path) -> Iterator[None]:
    """What the disk refuses is said in a sentence of ours."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            sentence = _("There is no room left at %(place)s. Nothing half-written was left; make room and try again.")
        elif isinstance(error, PermissionError):
            sentence = _("This account may not use %(place)s. Give it to your account, or choose another place.")
        else:
            sentence = _("%(place)s cannot be used: %(reason)s.")
        raise BackupRefused(sentence % {"place": place, "reason": error.strerror}) from error
