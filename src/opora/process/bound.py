"""What of paths points at families."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (Bound("process.Route", "family", To.FAMILY, _("paths of the family"), case="case_id"),)
