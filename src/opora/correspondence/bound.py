"""What of correspondence points at people."""

from django.utils.translation import gettext_lazy as _

from opora.families.bound import Bound, To

BOUND = (
    Bound("correspondence.LetterPerson", "person", To.PERSON, _("letters that name the person"), once=("letter_id",)),
)
