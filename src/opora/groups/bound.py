"""What of groups points at people."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

# Two records of one person on one list are two lines of one person: people are counted by their own number.
BOUND = (Bound("groups.Participant", "person", To.PERSON, _("lists of groups")),)
