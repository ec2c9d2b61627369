"""What of the network points at people."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (
    Bound("network.NetworkMember", "person", To.PERSON, _("places on social maps")),
    Bound("network.KinLink", "one_person", To.PERSON, _("kinships")),
    Bound("network.KinLink", "other_person", To.PERSON, _("kinships")),
)
