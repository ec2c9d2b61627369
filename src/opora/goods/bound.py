"""What of goods points at people."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (
    Bound("goods.Issue", "receiver", To.PERSON, _("acts of help the person signed")),
    Bound("goods.FamilyNeed", "person", To.PERSON, _("needs of the person")),
)
