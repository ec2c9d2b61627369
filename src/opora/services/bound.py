"""What of services points at people."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (Bound("services.Provision_people", "person", To.PERSON, _("services given"), once=("provision_id",)),)
