"""What paths tell about people in words and keep open; stages, days and criteria are figures and stay."""

from django.utils.translation import gettext_lazy as _

from opora.families.told_words import Told

TOLD = (
    Told("process.RouteStep", "reason", _("reasons for steps"), route="route"),
    Told("process.RouteStep", "fields", _("words given with steps"), route="route", empty={}),
    Told("process.Route", "palliative_reason", _("reasons for a type of case"), route="pk"),
    Told("process.Paper", "note", _("remarks on where papers lie"), route="route"),
)
