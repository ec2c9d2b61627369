"""What of details points at people and families."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (
    Bound("details.Detail", "person", To.PERSON, _("answers to own fields about the person")),
    Bound("details.Detail", "family", To.FAMILY, _("answers to own fields about the family")),
)
