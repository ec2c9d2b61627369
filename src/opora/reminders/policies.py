"""Everybody decides about the own reminders only."""

from opora.access.rules import Actor
from opora.common.errors import NotFound


def own(actor: Actor) -> int:
    """The number of the account that acts; NotFound for the system, which nobody reminds."""
    if actor.user_id is None:
        raise NotFound
    return actor.user_id
