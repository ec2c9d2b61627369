"""What the journal says about the voice of the organization."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "voice.piece_kept": _("kept a publication, material or event"),
    "voice.piece_voided": _("voided a publication, material or event"),
    "voice.channel_kept": _("kept a channel of the organization"),
    "voice.quote_kept": _("marked words of the family that may be quoted"),
    "voice.quote_taken_back": _("took back words of the family that might be quoted"),
    "voice.quotes_read": _("read what may be quoted of the family"),
    "voice.quotes_beside": _("read what families said beside indicator %(what)s: %(count)s"),
    "voice.quotes_of_outcome": _("read what families said of the outcome %(what)s: %(count)s"),
    "voice.publishable_read": _("read words of families that may be published: %(count)s"),
    "voice.counted": _("noted the followers of a channel"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"voice.publishable_read", "voice.quotes_beside", "voice.quotes_of_outcome", "voice.quotes_read"})
