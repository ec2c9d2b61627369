"""What of plans points at people."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (
    Bound("plans.Task", "about", To.PERSON, _("tasks about the person")),
    Bound("plans.Task", "member", To.PERSON, _("tasks the person does")),
    Bound("plans.HarmWaiver", "child", To.PERSON, _("placements without a plan of harm reduction")),
)
