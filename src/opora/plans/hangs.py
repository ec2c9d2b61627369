"""What of this room hangs on a worker."""

from django.utils.translation import gettext_lazy as _

from opora.access.hanging import Hanging
from opora.plans.actions.passing_on import pass_on_tasks
from opora.plans.queries.hanging import tasks_held, tasks_lost

HANGS = (
    Hanging(
        "task",
        _("Open tasks"),
        ("plans.Task.worker",),
        read=tasks_held,
        pass_on=pass_on_tasks,
        unowned=tasks_lost,
        icon="list-check",
    ),
)
