"""What the journal says about volunteers and donors: never a name."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "volunteers.kept": _("kept an entry of a volunteer or donor"),
    "volunteers.read": _("read an entry of a volunteer or donor"),
    "volunteers.hours": _("noted hours of a volunteer"),
    "volunteers.hours_corrected": _("put hours of a volunteer right"),
    "volunteers.hours_voided": _("voided hours of a volunteer"),
    "volunteers.voided": _("voided an entry of a volunteer or donor"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"volunteers.read"})
