"""Where the sealed contents of files lie, and the keeper of that folder: nothing stays there that no file names.

A content is written among the new ones and moved to its place when its transaction is kept. So whatever is left among
the new ones, by a killed process or a full disk, is known as such, and goes as soon as no upload is under way.
"""

import logging
import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.db import transaction

from opora.common.errors import Conflict
from opora.common.one_at_a_time import LONG_PATIENCE, side_by_side, wait_out
from opora.papers.models import StoredFile

logger = logging.getLogger("opora.files")

UPLOADS = "papers.files"
NEW = "new"
UNNAMED = "unnamed"
"""Where lies what no file names though it stood in its place: a database of another day may still name it."""
KEPT_UNNAMED = 7 * 24 * 3600
DRAFT, DRAFT_FOR = ".new", 24 * 3600


def path_of(place: str) -> Path:
    """Where a content lies for good."""
    return _folder() / place[:2] / place


def new_path_of(place: str) -> Path:
    """Where a content lies until its transaction is kept."""
    return _folder() / NEW / place


def write(place: str, seal: Callable[[], bytes]) -> None:
    """The content is on disk whole before the database speaks of it; when the disk is full nothing of it stays.

    It is sealed and written inside the transaction that names it: whoever renews the keys, and the keeper, wait for it.
    """
    side_by_side(UPLOADS)
    _write(new_path_of(place), seal())
    transaction.on_commit(lambda: _settle(place))


def read(place: str) -> bytes:
    """The content, wherever it lies; FileNotFoundError when it is nowhere."""
    for path in (path_of(place), new_path_of(place)):
        with suppress(FileNotFoundError):
            return path.read_bytes()
    return path_of(place).read_bytes()  # between the two looks it was moved


def replace(place: str, anew: Callable[[bytes], bytes]) -> None:
    """Another content in the place of the former, each there whole; one that is missing stays missing."""
    _settle(place)
    path = path_of(place)
    if not path.exists():
        return
    draft = path.with_name(place + DRAFT)
    draft.unlink(missing_ok=True)
    _write(draft, anew(path.read_bytes()))
    draft.replace(path)


def destroy(places: Iterable[str]) -> None:
    """The contents leave the disk, wherever they lie."""
    for place in places:
        # In this order: one that is moved at this moment is met at its new place.
        for path in (new_path_of(place), path_of(place), _folder() / UNNAMED / place):
            path.unlink(missing_ok=True)


def wait_for_uploads() -> None:
    """Wait until every upload of this moment was kept or given up."""
    wait_out(UPLOADS, patience=LONG_PATIENCE)


def clear_new_contents() -> None:
    """What is left among the new ones: whose file is known is put in its place, all other goes.

    While an upload takes long nothing is done; the next turn comes soon.
    """
    left = _names(_folder() / NEW)
    if not left:
        return
    try:
        wait_out(UPLOADS, patience=5)
    except Conflict:
        return
    known = _known(left)
    for place in left:
        if known.get(place):
            _settle(place)
        else:
            new_path_of(place).unlink(missing_ok=True)


def compare_contents(*, at: float | None = None) -> None:
    """Compare the whole folder with the table: destroyed contents go, and what no file names goes a week later.

    Where the table names less than half of what lies here it may be the table of another day or house: then nothing is
    done, and the log says so.
    """
    moment = time.time() if at is None else at
    named, destroyed, unnamed = 0, [], []
    for folder in sorted(_folder().glob("??")):
        names = [name for name in _names(folder) if not _is_draft(folder / name, moment)]
        known = _known(names)
        named += sum(place in known for place in names)
        destroyed += [place for place in names if known.get(place) is False]
        unnamed += [place for place in names if place not in known]
    destroy(destroyed)
    if len(unnamed) > named:
        logger.error("Most contents in the folder “files” are named by no file; nothing was cleared away.")
        return
    for place in unnamed:
        _move(path_of(place), _folder() / UNNAMED / place, moment)
    _forget_unnamed(moment)


def _forget_unnamed(moment: float) -> None:
    laid = _names(_folder() / UNNAMED)
    known = _known(laid)
    for place in laid:
        path = _folder() / UNNAMED / place
        if known.get(place):
            _move(path, path_of(place), moment)
        elif place in known or path.stat().st_mtime < moment - KEPT_UNNAMED:
            path.unlink(missing_ok=True)


def _known(places: Iterable[str]) -> dict[str, bool]:
    """Of these places those that a file names, and whether its content is to be there."""
    rows = StoredFile.every.filter(place__in=list(places)).values_list("place", "destroyed_on")
    return {place: destroyed_on is None for place, destroyed_on in rows}


def _is_draft(path: Path, moment: float) -> bool:
    """Whether it is a content being sealed anew; one that was left half-way for a day goes."""
    if not path.name.endswith(DRAFT):
        return False
    if path.stat().st_mtime < moment - DRAFT_FOR:
        path.unlink()
    return True


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def _settle(place: str) -> None:
    """Put a new content in its place; done already, it is done."""
    with suppress(FileNotFoundError):
        _move(new_path_of(place), path_of(place))


def _move(path: Path, target: Path, moment: float | None = None) -> None:
    _make(target.parent)
    if moment is not None:
        os.utime(path, (moment, moment))
    path.replace(target)


def _write(path: Path, sealed: bytes) -> None:
    _make(path.parent)
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        _keep_names(path.parent)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _keep_names(folder: Path) -> None:
    """A power cut leaves the name of what was written, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _folder() -> Path:
    return Path(settings.OPORA_HOME) / "files"
