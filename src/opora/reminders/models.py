"""Tables of reminders: who wants them by letter, and who has an address for the calendar. What is due stays where it
is kept.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.reminders.rules import OFF, WEEKDAYS, WEEKLY


class ReminderChoice(models.Model):
    """How somebody wants to be reminded outside of these pages; without a row: not at all."""

    class Rhythm(models.TextChoices):
        OFF = OFF, pgettext_lazy("letter", "no letters")
        WEEKDAYS = WEEKDAYS, pgettext_lazy("letter", "on weekdays")
        WEEKLY = WEEKLY, pgettext_lazy("letter", "once a week, on Monday")

    user = models.OneToOneField("access.User", models.CASCADE, primary_key=True, related_name="+")
    rhythm = models.CharField(
        pgettext_lazy("reminders", "letter"), max_length=10, choices=Rhythm.choices, default=Rhythm.OFF
    )
    # Who leads may want to hear of every family in sight, not only of those he or she works with.
    is_wide = models.BooleanField(_("all families in sight"), default=False)
    language = models.CharField(max_length=2, default="ru")
    # The last day for which a letter was sent or found to be empty: nobody is reminded twice on one day.
    done_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("choice of reminders")
        verbose_name_plural = _("choices of reminders")
        indexes = [models.Index(fields=["user"], condition=~Q(rhythm=OFF), name="reminders_letters")]


class CalendarAddress(models.Model):
    """A secret address at which a calendar program reads somebody's reminders; only the hash of it is kept."""

    user = models.ForeignKey("access.User", models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(pgettext_lazy("address", "made"), auto_now_add=True)
    revoked_at = models.DateTimeField(pgettext_lazy("address", "taken back"), null=True)
    read_on = models.DateField(_("last read"), null=True)

    class Meta:
        verbose_name = _("address of a calendar")
        verbose_name_plural = _("addresses of calendars")
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=Q(revoked_at=None), name="reminders_one_address")
        ]
