"""Looks after the private database while somebody serves: when it died, it is started again, until it stands.

A database of the organization's own is looked after by the organization.
"""

import logging
import threading
import time
from pathlib import Path

from opora.common import trouble
from opora.config import database, embedded
from opora.config.home import home
from opora.config.pgwheel import EmbeddedError

logger = logging.getLogger("opora.database")
LOOK_EVERY = 1.0
LONGEST_PAUSE = 10.0


class Keeper:
    """A thread beside web server or worker: begins with them and ends before them."""

    def __init__(self, place: Path | None = None) -> None:
        self._home = place or home()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="opora-database", daemon=True)

    def start(self) -> None:
        if database.is_embedded():
            self._thread.start()

    def stop(self) -> None:
        """No database is started any more when this returns."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping.wait(LOOK_EVERY):
            if not embedded.is_alive(self._home):
                self._bring_back()

    def _bring_back(self) -> None:
        """Try until it stands; each try that fails says why, in the server's own words."""
        gone, pause, said = time.monotonic(), LOOK_EVERY, ""
        logger.error("The database ended; starting it again.")
        while not self._stopping.is_set():
            try:
                embedded.revive(self._home)
            except (EmbeddedError, OSError) as refusal:
                trouble.why_gone(trouble.cause_of(refusal) or trouble.cause_said(str(refusal)))
                reason = str(refusal).splitlines()[0]
                if reason != said:
                    said = reason
                    logger.error("The database does not start: %s", reason)
                self._stopping.wait(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                trouble.why_gone(None)
                logger.warning("The database is back after %.0f s.", time.monotonic() - gone)
                return
