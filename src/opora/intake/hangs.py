"""What of this room hangs on a worker."""

from django.utils.translation import gettext_lazy as _

from opora.access.hanging import Hanging
from opora.intake.actions.passing_on import pass_on_visits
from opora.intake.queries.hanging import unvisited, visits_of

HANGS = (
    Hanging(
        "visit",
        _("Planned visits"),
        ("intake.Visit.visitor_ids",),
        read=visits_of,
        pass_on=pass_on_visits,
        unowned=unvisited,
        icon="home-heart",
    ),
)
