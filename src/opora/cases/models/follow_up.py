"""The look back at a family after its exit."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.models import Person, Placement
from opora.families.sealing import SealedField, opened


class FollowUp(models.Model):
    """A look back after the exit: due six calendar months later, done on a day (S3-85)."""

    class Result(models.TextChoices):
        REACHED = "reached", _("talked with the family")
        NO_ANSWER = "no_answer", _("not reached yet, we will try again")
        REFUSED = "refused", _("the family does not want to talk")
        LOST = "lost", _("the family cannot be found")

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="follow_ups")
    months = models.PositiveSmallIntegerField(default=6)
    due_on = models.DateField(_("due"))
    # The day it was settled: the family was reached, declined, or cannot be found. An attempt leaves it due.
    done_on = models.DateField(_("done"), null=True)
    # How it was settled; empty while it is due and for visits of earlier years, of which only the day is known.
    result = models.CharField(_("result"), max_length=10, choices=Result.choices, blank=True)
    cancelled_at = models.DateTimeField(null=True)
    # Of the case: kept here by the database, so that what is due in one department is found by an index.
    department = models.ForeignKey(
        "access.Department", models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )

    class Meta:
        verbose_name = _("follow-up visit")
        verbose_name_plural = _("follow-up visits")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "months"],
                condition=Q(done_on__isnull=True, cancelled_at__isnull=True),
                name="cases_follow_up_once",
            )
        ]
        indexes = [
            models.Index(fields=["due_on"], name="cases_look_back_by_day"),
            models.Index(
                fields=["due_on"],
                condition=Q(done_on__isnull=True, cancelled_at__isnull=True),
                name="cases_due",
            ),
            models.Index(
                fields=["department", "due_on", "id"],
                condition=Q(done_on__isnull=True, cancelled_at__isnull=True),
                name="cases_due_here",
            ),
        ]


class FollowUpContact(models.Model):
    """One attempt to look back at a family: on which day, with what result, how the family fares (X-12)."""

    class FamilyState(models.TextChoices):
        COPES = "copes", _("copes by itself")
        NEEDS_SUPPORT = "needs_support", _("needs support")
        IN_CRISIS = "in_crisis", _("is in a crisis again")
        UNKNOWN = "unknown", pgettext_lazy("family state", "not known")

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="contacts")
    on = models.DateField(_("day"))
    result = models.CharField(_("result"), max_length=10, choices=FollowUp.Result.choices)
    family_state = models.CharField(_("how the family fares"), max_length=14, choices=FamilyState.choices, blank=True)
    note = SealedField(purpose="cases.follow_up", words=_("notes of follow-ups"), case="follow_up__case", null=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("contact after the exit")
        verbose_name_plural = _("contacts after the exit")
        ordering = ("-on", "-id")

    @property
    def note_text(self) -> str:
        """What was written down beside it, for whoever may read the case."""
        return opened(self, "note")

    @property
    def children_then(self) -> list["FollowUpChild"]:
        """Each child with its home and safety on that day, as the case file reads them: together with the contact."""
        return [
            FollowUpChild(
                person=Person(code_letter=one["letter"], code_number=one["number"]),
                placement=one["placement"],
                safety=one["safety"],
            )
            for one in getattr(self, "told", ())
        ]


class FollowUpChild(models.Model):
    """Where one child lives at the look back and whether it is safe there; unknown is never «at home»."""

    class Safety(models.TextChoices):
        SAFE = "safe", _("is safe")
        CONCERN = "concern", _("there are worries")
        DANGER = "danger", _("is in danger")
        UNKNOWN = "unknown", pgettext_lazy("safety", "not known")

    contact = models.ForeignKey(FollowUpContact, models.CASCADE, related_name="children")
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+")
    placement = models.CharField(_("placement"), max_length=14)
    safety = models.CharField(_("safety"), max_length=8, choices=Safety.choices)

    class Meta:
        verbose_name = _("child at the follow-up")
        verbose_name_plural = _("children at the follow-up")
        constraints = [models.UniqueConstraint(fields=["contact", "person"], name="cases_follow_up_child_once")]

    @property
    def label(self) -> str:
        """The placement in words."""
        return str(Placement.Kind(self.placement).label)
