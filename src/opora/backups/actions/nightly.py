"""The backup that nobody has to think of."""

import logging

from opora.access.rules import SYSTEM
from opora.audit import actions as audit
from opora.backups import own
from opora.backups.actions.making import Say, back_up
from opora.common.errors import OporaError
from opora.config.home import home

logger = logging.getLogger("opora.backups")


def back_up_nightly(*, say: Say) -> None:
    """Make the night's backup where the organization wants one. A refusal is told, and the next night tries again."""
    folder = own.nightly_folder()
    if folder is None:
        return
    try:
        made = back_up(
            actor=SYSTEM,
            server=own.own_server(),
            home=home(),
            folder=folder,
            passphrase=own.nightly_passphrase(),
            at=own.moment(),
            say=say,
            keeping=own.nightly_keeping(),
        )
    except OporaError as refusal:
        logger.error("The nightly backup was not made: %s", refusal)
        audit.record(actor=SYSTEM, verb="backups.not_made")
        return
    if made.missing_files:
        logger.warning("The nightly backup lacks %s files that the home lacks.", made.missing_files)
