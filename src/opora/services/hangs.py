"""What of this room hangs on a worker."""

from django.utils.translation import gettext_lazy as _

from opora.access.hanging import Hanging
from opora.services.actions.passing_on import pass_on_planned
from opora.services.queries.hanging import planned_held, planned_lost

HANGS = (
    Hanging(
        "service",
        _("Planned services"),
        ("services.PlannedService.worker",),
        read=planned_held,
        pass_on=pass_on_planned,
        unowned=planned_lost,
        icon="clipboard-check",
    ),
)
