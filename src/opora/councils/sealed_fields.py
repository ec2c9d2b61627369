"""What votes and councils tell about people in words; choices, results and numbers are figures and stay."""

from django.utils.translation import gettext_lazy as _

from opora.families.sealed_fields import Told

TOLD = (
    Told("councils.Ballot", "question", _("questions put to panels"), route="route", purpose="councils.question"),
    Told(
        "councils.PanelSeat",
        "conflict",
        _("conflicts of interest, in words"),
        route="ballot__route",
        purpose="councils.conflict",
    ),
    Told("councils.Vote", "reason", _("reasons for votes"), route="seat__ballot__route", purpose="councils.reason"),
    Told("councils.Conference", "guests", _("guests of councils"), route="route", purpose="councils.guests"),
    Told("councils.Conference", "remarks", _("remarks of councils"), route="route", purpose="councils.remarks"),
)
