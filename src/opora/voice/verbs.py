"""What the journal says about the voice of the organization."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "voice.piece_kept": _("kept a publication, material or event"),
    "voice.piece_voided": _("voided a publication, material or event"),
    "voice.channel_kept": _("kept a channel of the organization"),
    "voice.counted": _("noted the followers of a channel"),
}
