"""What of results points at people."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (Bound("results.Result", "person", To.PERSON, _("results of the person")),)
