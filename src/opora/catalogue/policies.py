"""Who may bring a catalogue into force."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, scope
from opora.common.errors import Refused


def check_can_publish(actor: Actor) -> None:
    """Catalogues are published by whoever answers for the practice."""
    if scope(actor, "practice.manage") is not Scope.ALL:
        raise Refused(_("You may not publish a catalogue of services."))
