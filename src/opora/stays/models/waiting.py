"""Who waits for a place: since when, how urgently, for which centre, and what came of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.process.models import WorkRecord


class Waiting(WorkRecord):
    """A family waits for a place in a centre, with or without a case; until it is answered."""

    class Urgency(models.TextChoices):
        TONIGHT = "tonight", pgettext_lazy("urgency of a place", "has nowhere to sleep tonight")
        DAYS = "days", pgettext_lazy("urgency of a place", "within a few days")
        LATER = "later", pgettext_lazy("urgency of a place", "can wait")

    class Answer(models.TextChoices):
        ADMITTED = "admitted", pgettext_lazy("answer to waiting", "moved in")
        ELSEWHERE = "elsewhere", pgettext_lazy("answer to waiting", "found another shelter")
        GAVE_UP = "gave_up", pgettext_lazy("answer to waiting", "gave up waiting")

    # None: whichever has room first.
    shelter = models.ForeignKey("stays.Shelter", models.PROTECT, null=True, related_name="+")
    since_on = models.DateField(_("since"))
    urgency = models.CharField(_("how urgent"), max_length=8, choices=Urgency.choices)
    people = models.PositiveSmallIntegerField(_("people"))
    note = SealedField(
        purpose="stays.waiting", words=_("words about waiting for a place"), route="route", case="case", null=True
    )
    answer = models.CharField(_("what came of it"), max_length=10, choices=Answer.choices, blank=True)
    answered_on = models.DateField(_("answered"), null=True)

    class Meta:
        verbose_name = _("waiting for a place")
        verbose_name_plural = _("waiting for places")
        constraints = [
            WorkRecord.one_place("stays_waiting_place"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(answer="", voided_on=None), name="stays_case_waits_once"
            ),
            models.UniqueConstraint(
                fields=["route"], condition=Q(answer="", voided_on=None), name="stays_path_waits_once"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_on=None) | (~Q(answer="") & Q(answered_on__isnull=False)),
                name="stays_waiting_answered",
            ),
        ]
        indexes = [
            models.Index(fields=["since_on", "id"], condition=Q(answer="", voided_on=None), name="stays_waits"),
            models.Index(fields=["-answered_on", "-id"], name="stays_waited"),
        ]

    @property
    def note_text(self) -> str:
        """What was written of it, for whoever may read the case."""
        return opened(self, "note")
