"""How somebody wants to be reminded."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit.actions import record
from opora.common.errors import Invalid
from opora.reminders import policies
from opora.reminders.models import ReminderChoice
from opora.reminders.queries import leads
from opora.reminders.rules import RHYTHMS


@transaction.atomic
def choose(*, actor: Actor, rhythm: str, is_wide: bool = False, language: str = "ru") -> ReminderChoice:
    """Keep how often a letter may come, of whose families, and in which language."""
    user_id = policies.own(actor)
    if rhythm not in RHYTHMS:
        raise Invalid({"rhythm": _("Choose how often a letter may come.")})
    chosen, _is_new = ReminderChoice.objects.update_or_create(
        user_id=user_id,
        defaults={
            "rhythm": rhythm,
            "is_wide": is_wide and leads(actor),
            "language": "en" if language.startswith("en") else "ru",
        },
    )
    record(actor=actor, verb="reminders.chosen", rhythm=rhythm)
    return chosen
