"""Heavy work done apart: by a process of its own that ends with it and gives all its memory back.

What a register of fifty thousand rows says weighs more than all pages together, and a process that once was large stays
so. The other process is begun anew, with settings and database as here. What it returns and what it refuses comes back
as if it had been done here. It ends with the one that began it, however that one ends: whatever it had not finished
was one transaction, and nothing of it stands.
"""

import logging
import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

import psycopg
from django.utils import translation

from opora.common.errors import OporaError
from opora.common.trouble import cause_of

logger = logging.getLogger("opora.apart")
Given = TypeVar("Given")
# A copy of a process with threads would hold whatever locks the threads held.
_processes = multiprocessing.get_context("spawn")
_under_way: set[Any] = set()


class EndedEarlyError(Exception):
    """The other process died, or was ended, before it was done: of what it did nothing stands."""


class FailedApartError(Exception):
    """A mistake of ours came to light in the other process; the log says which."""


def done_apart(work: Callable[..., Given], /, **given: Any) -> Given:
    """Do this in a process of its own and wait for what it gives; the work is a function known by its module.

    Names of people stand in neither the arguments of that process nor its environment: all is told through a pipe.
    """
    ours, theirs = _processes.Pipe()
    process = _processes.Process(target=_do, args=(theirs, translation.get_language()), daemon=True)
    _under_way.add(process)
    try:
        process.start()
        theirs.close()
        answer = _ask(ours, (work, given))
    finally:
        _under_way.discard(process)
        ours.close()
        if process.pid is not None:
            process.join()
    if answer is None:
        raise EndedEarlyError(f"the process apart ended with {process.exitcode}")
    made, refusal = answer
    if refusal is not None:
        raise refusal
    return made


def end_all() -> None:
    """End whatever is being done apart, and let those who wait for it know."""
    for process in list(_under_way):
        if process.pid is not None:
            process.terminate()


def _ask(ours: "Connection[Any, Any]", wanted: object) -> Any:
    try:
        ours.send(wanted)
        return ours.recv()
    except (EOFError, ConnectionError):
        return None


def _do(theirs: "Connection[Any, Any]", language: str | None) -> None:
    """In the other process: raise the house, do what is asked, say what came of it."""
    import django

    threading.Thread(target=_end_with_the_first, daemon=True).start()
    django.setup()
    with translation.override(language):
        work, given = theirs.recv()
        theirs.send(_tried(work, given))


def _end_with_the_first() -> None:
    first = multiprocessing.parent_process()
    if first is not None:
        first.join()
        os._exit(1)


def _tried(work: Callable[..., Any], given: dict[str, Any]) -> tuple[Any, Exception | None]:
    try:
        return work(**given), None
    except OporaError as refusal:
        return None, refusal
    except Exception as error:
        if cause_of(error) is not None:
            # How a lost database is told of does not travel; that it is lost must.
            return None, psycopg.OperationalError(str(error))
        logger.exception("What was done apart stumbled")
        return None, FailedApartError()
