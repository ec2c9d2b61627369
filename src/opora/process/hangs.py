"""What of this room hangs on a worker."""

from django.utils.translation import gettext_lazy as _

from opora.access.hanging import Hanging
from opora.process.actions.passing_on import pass_on_parts_asked, pass_on_routes
from opora.process.queries.hanging import asked_of, carried_by, uncarried

HANGS = (
    Hanging(
        "path",
        _("Signals and paths without a case"),
        ("process.Route.worker",),
        read=carried_by,
        pass_on=pass_on_routes,
        unowned=uncarried,
        icon="phone",
    ),
    Hanging(
        "asked",
        _("Paths as participant"),
        ("process.RouteMember.user",),
        read=asked_of,
        pass_on=pass_on_parts_asked,
        icon="route",
    ),
)
