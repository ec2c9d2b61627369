"""What of this room hangs on a worker."""

from django.utils.translation import gettext_lazy as _

from opora.access.hanging import Hanging
from opora.councils.actions.passing_on import pass_on_chairs, pass_on_seats
from opora.councils.queries.hanging import chairs_held, seats_held, seats_lost

HANGS = (
    Hanging(
        "seat",
        _("Votes asked"),
        ("councils.PanelSeat.user",),
        read=seats_held,
        pass_on=pass_on_seats,
        unowned=seats_lost,
        icon="checks",
    ),
    Hanging(
        "chair",
        _("Running votes as chair"),
        ("councils.Ballot.chair",),
        read=chairs_held,
        pass_on=pass_on_chairs,
        icon="user-check",
    ),
)
