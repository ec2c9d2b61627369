"""What of this room hangs on a worker."""

from django.utils.translation import gettext_lazy as _

from opora.access.hanging import Hanging
from opora.groups.actions.passing_on import pass_on_groups
from opora.groups.queries.hanging import groups_held, groups_lost

HANGS = (
    Hanging(
        "group",
        _("Groups and events"),
        ("groups.Group.leaders",),
        read=groups_held,
        pass_on=pass_on_groups,
        unowned=groups_lost,
        icon="users-group",
    ),
)
