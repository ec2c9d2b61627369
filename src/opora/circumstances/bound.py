"""What of circumstances points at people."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (Bound("circumstances.LifeChange", "person", To.PERSON, _("changes in the person’s life")),)
