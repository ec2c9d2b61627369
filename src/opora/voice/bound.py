"""What of the voice points at people."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (Bound("voice.FamilyQuote", "person", To.PERSON, _("words that may be quoted")),)
