"""How the work with a family ended, and where its children lived then."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from opora.families.models import Placement
from opora.families.sealing import SealedField, opened
from opora.families.words import BELONGING_LABELS


class Closing(models.Model):
    """The closing of a case with its reason; re-opening voids it and keeps it readable."""

    class Reason(models.TextChoices):
        GOALS_ACHIEVED = "goals_achieved", _("goals achieved")
        FAMILY_DECLINED = "family_declined", _("the family declined further help")
        ORGANISATION_DECLINED = "organisation_declined", _("the organisation ended its help")
        TRANSFERRED = "transferred", _("help continues elsewhere")
        MOVED = "moved", _("the family moved away")
        CHILD_PLACED = "child_placed", _("the child lives elsewhere")
        CAME_OF_AGE = "came_of_age", _("the child came of age")
        OTHER = "other", _("another reason")
        NOT_RECORDED = "not_recorded", _("reason not recorded")

    class NoExit(models.TextChoices):
        DECLINED = "declined", _("the family declined the assessment")
        NO_CONTACT = "no_contact", _("contact with the family was lost")
        MOVED = "moved", _("the family moved away")
        CHILD_PLACED = "child_placed", _("the child no longer lives with the family")
        NO_ENTRY = "no_entry", _("there was no entry assessment to compare with")
        BRIEF = "brief", _("the work was too short")
        OTHER = "other", _("another reason, said in the summary")

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="closings")
    on = models.DateField(_("closed"))
    reason = models.CharField(_("reason"), max_length=24, choices=Reason.choices)
    summary = SealedField(purpose="cases.closing_summary", words=_("summaries of closings"), case="case", null=True)
    # What the family and those around it go on with: sealed, for it speaks of people in free words (S4-22).
    plan_after = SealedField(
        purpose="cases.plan_after", words=_("plans for the time after a closing"), case="case", null=True
    )
    # Why there is no assessment at the exit; empty when there is one, and for closings of earlier years (S4-22).
    no_exit = models.CharField(_("why there is no exit assessment"), max_length=12, choices=NoExit.choices, blank=True)
    # Goals of the plan on the day of closing: achieved, and all that were decided or stood open.
    goals_achieved = models.PositiveSmallIntegerField(null=True)
    goals_total = models.PositiveSmallIntegerField(null=True)
    reopened_on = models.DateField(_("re-opened"), null=True)
    reopen_reason = SealedField(
        purpose="cases.reopen_reason",
        words=_("reasons for opening a case again"),
        case="case",
        null=True,
    )

    class Meta:
        verbose_name = _("closing")
        verbose_name_plural = _("closings")
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(reopened_on__isnull=True), name="cases_one_closing"),
            models.CheckConstraint(
                condition=Q(goals_total__isnull=True) | Q(goals_achieved__lte=F("goals_total")), name="cases_goals"
            ),
        ]
        indexes = [
            # Few closings were undone; a report of earlier days is explained by them.
            models.Index(fields=["on"], condition=Q(reopened_on__isnull=False), name="cases_opened_again"),
        ]

    @property
    def summary_text(self) -> str:
        """How the work ended, for whoever may read the case."""
        return opened(self, "summary")

    @property
    def reopen_reason_text(self) -> str:
        """Why the work began anew, for whoever may read the case."""
        return opened(self, "reopen_reason")

    @property
    def plan_after_text(self) -> str:
        """What the family goes on with, for whoever may read the case."""
        return opened(self, "plan_after")


class ClosingChild(models.Model):
    """Where one child lived when the case was closed; unknown is never «at home» (IND-20).

    Of somebody who was no child of the family on that day it was not asked; then it is said why (grown, gone, died…).
    """

    closing = models.ForeignKey(Closing, models.CASCADE, related_name="children")
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+")
    placement = models.CharField(_("placement"), max_length=14, blank=True)
    not_asked = models.CharField(max_length=8, blank=True, default="")

    class Meta:
        verbose_name = _("child at closing")
        verbose_name_plural = _("children at closing")
        constraints = [models.UniqueConstraint(fields=["closing", "person"], name="cases_closing_child_once")]

    @property
    def label(self) -> str:
        """The placement in words, or why it was not asked."""
        return str(BELONGING_LABELS[self.not_asked] if self.not_asked else Placement.Kind(self.placement).label)
