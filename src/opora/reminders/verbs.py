"""What the journal says about reminders."""

from django.utils.translation import gettext_lazy as _

from opora.reminders.models import ReminderChoice

VERBS = {
    "reminders.chosen": _("chose letters with reminders: %(rhythm)s"),
    "reminders.calendar_made": _("made an address for the own calendar"),
    "reminders.calendar_revoked": _("took back the address of the own calendar"),
    "reminders.letters_sent": _("sent letters with reminders: %(sent)s, not sent: %(failed)s"),
}

CODES = {"rhythm": dict(ReminderChoice.Rhythm.choices)}
