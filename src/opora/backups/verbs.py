"""What the journal says about copies of everything, and about the keys on paper."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "backups.made": _("made a backup of everything; files in it: %(files)s"),
    "backups.not_made": _("could not make the nightly backup; the log of the server says why"),
    "backups.sheet_printed": _("printed the recovery sheet with the keys"),
}
