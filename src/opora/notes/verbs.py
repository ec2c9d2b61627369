"""What the journal says about notes: that they were written and opened, never what they say."""

from django.utils.translation import gettext_lazy as _

from opora.notes.models import ConfidentialNote

VERBS = {
    "notes.written": _("wrote a confidential note: %(note_kind)s"),
    "notes.opened": _("opened a confidential note: %(note_kind)s"),
    "notes.corrected": _("corrected a confidential note: %(note_kind)s"),
    "notes.voided": _("voided a confidential note: %(note_kind)s"),
    "notes.readers_named": _("said who may read a confidential note: %(note_kind)s"),
    "notes.handed_on": _("handed a confidential note of a colleague who left on to %(user)s: %(note_kind)s"),
}
CODES = {"note_kind": dict(ConfidentialNote.Kind.choices)}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"notes.opened"})
