"""What of contacts, visits and joined signals points at people and families."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (
    Bound("intake.ContactRecord_people", "person", To.PERSON, _("contacts"), once=("contactrecord_id",)),
    Bound("intake.Visit_adults", "person", To.PERSON, _("visits"), once=("visit_id",)),
    Bound("intake.VisitedChild", "person", To.PERSON, _("the child at visits")),
    Bound("intake.SignalJoin", "family", To.FAMILY, _("joined signals")),
)
