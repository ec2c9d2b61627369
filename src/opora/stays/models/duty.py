"""Shifts of a centre: what happened on them, and the word from one shift to the next."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.process.models import Voidable


class Shift(models.TextChoices):
    """The two shifts of a day; the night belongs to the day on which it begins."""

    DAY = "day", pgettext_lazy("shift", "day")
    NIGHT = "night", pgettext_lazy("shift", "night")


class DutyNote(Voidable):
    """Something that happened on a shift: a note, or an incident with what was done about it (S0-08)."""

    class Kind(models.TextChoices):
        NOTE = "note", pgettext_lazy("duty", "note")
        INCIDENT = "incident", pgettext_lazy("duty", "incident")

    class Weight(models.TextChoices):
        NONE = "", pgettext_lazy("duty", "not an incident")
        MINOR = "minor", pgettext_lazy("duty", "minor")
        SERIOUS = "serious", pgettext_lazy("duty", "serious")
        DANGER = "danger", pgettext_lazy("duty", "somebody was in danger")

    shelter = models.ForeignKey("stays.Shelter", models.PROTECT, related_name="+")
    # Of which family it speaks; none: of the house.
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="+", verbose_name=_("case"))
    on = models.DateField(_("day"))
    at = models.TimeField(_("hour"), null=True)
    shift = models.CharField(_("shift"), max_length=5, choices=Shift.choices)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.NOTE)
    weight = models.CharField(_("how serious"), max_length=8, choices=Weight.choices, blank=True, default=Weight.NONE)
    text = SealedField(purpose="stays.duty", words=_("notes of shifts"), case="case")
    measures = SealedField(purpose="stays.measures", words=_("what was done about incidents"), case="case", null=True)
    # What stood in a note of the house before it was corrected: a voided row. Of a family amendments tell it.
    former_of = models.ForeignKey("self", models.CASCADE, null=True, related_name="former")
    why = SealedField(purpose="stays.duty_why", words=_("why notes of shifts were mended"), case="case", null=True)

    class Meta:
        verbose_name = _("note of a shift")
        verbose_name_plural = _("notes of shifts")
        ordering = ("-on", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="note", weight="") | Q(kind="incident") & ~Q(weight=""), name="stays_incident_weight"
            )
        ]
        indexes = [
            models.Index(fields=["shelter", "-on", "-id"], name="stays_duty_by_day"),
            models.Index(fields=["case", "-on"], name="stays_duty_of_case"),
        ]

    @property
    def text_words(self) -> str:
        """What happened."""
        return opened(self, "text")

    @property
    def measures_words(self) -> str:
        """What was done about it."""
        return opened(self, "measures")

    @property
    def why_words(self) -> str:
        """Why it was corrected or voided."""
        return opened(self, "why")


class Handover(models.Model):
    """The word from one shift to the next; whoever takes over says that it was read."""

    shelter = models.ForeignKey("stays.Shelter", models.PROTECT, related_name="+")
    on = models.DateField(_("day"))
    shift = models.CharField(_("shift"), max_length=5, choices=Shift.choices)
    # It speaks of several families at once and of the house: no act of destruction of one of them empties it.
    words = SealedField(purpose="stays.handover", words=_("handovers of shifts"), null=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    accepted_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(_("taken over"), null=True)

    class Meta:
        verbose_name = _("handover of a shift")
        verbose_name_plural = _("handovers of shifts")
        ordering = ("-on", "-id")
        constraints = [
            models.UniqueConstraint(fields=["shelter", "on", "shift"], name="stays_handover_once"),
            models.CheckConstraint(
                condition=Q(accepted_by=None, taken_at=None) | Q(taken_at__isnull=False), name="stays_handover_taken"
            ),
        ]

    @property
    def words_text(self) -> str:
        """What the next shift must know."""
        return opened(self, "words")
