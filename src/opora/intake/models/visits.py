"""Visits to a family, and the children seen there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import WorkRecord


class Visit(WorkRecord):
    """A visit to the family: planned, held, reported, and the report approved (S4-05, D-12)."""

    class Safety(models.TextChoices):
        UNKNOWN = "", pgettext_lazy("visit", "could not be assessed")
        SAFE = "safe", pgettext_lazy("visit", "the children are safe")
        CONCERN = "concern", pgettext_lazy("visit", "there are concerns")
        DANGER = "danger", pgettext_lazy("visit", "danger for life or health")

    class NotHeld(models.TextChoices):
        NO = "", pgettext_lazy("visit", "planned or held")
        CANCELLED = "cancelled", pgettext_lazy("visit", "cancelled")
        MISSED = "missed", pgettext_lazy("visit", "the family was not there")

    planned_on = models.DateField(_("planned for"))
    at = models.TimeField(_("time"), null=True)
    # People who go: kept with the visit, as they were at the time.
    visitor_ids = models.JSONField(default=list)
    held_on = models.DateField(_("held"), null=True)
    not_held = models.CharField(_("did not happen"), max_length=10, choices=NotHeld.choices, blank=True)
    # Adults of the family who were seen; what is known of each child stands in its own row.
    adults = models.ManyToManyField("families.Person", related_name="+", verbose_name=_("adults seen"))
    safety = models.CharField(_("safety"), max_length=8, choices=Safety.choices, blank=True)
    report = SealedField(
        purpose="intake.visit", words=_("reports of visits"), route="route", case="case", empty={}, null=True
    )
    approved_on = models.DateField(_("report approved"), null=True)
    approved_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("visit to a family")
        verbose_name_plural = _("visits to families")
        constraints = [
            WorkRecord.one_place("intake_visit_place"),
            models.CheckConstraint(condition=Q(not_held="") | Q(held_on=None), name="intake_visit_held_or_not"),
        ]
        indexes = [
            models.Index(fields=["route", "-planned_on"], name="intake_visits"),
            models.Index(
                # In the very order of a day's list, so that the database stops at its last line.
                fields=["planned_on", "id"],
                condition=Q(held_on=None, not_held="", voided_on=None),
                name="intake_visits_ahead",
            ),
        ]


class VisitedChild(models.Model):
    """A child at a visit: seen or not, and in what condition. Without a person while the child has no code."""

    class Condition(models.TextChoices):
        UNKNOWN = "", pgettext_lazy("visit", "could not be assessed")
        GOOD = "good", pgettext_lazy("visit", "well cared for")
        CONCERN = "concern", pgettext_lazy("visit", "causes concern")
        DANGER = "danger", pgettext_lazy("visit", "help is needed at once")

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="children")
    number = models.PositiveSmallIntegerField()
    person = models.ForeignKey("families.Person", models.PROTECT, null=True, related_name="+")
    was_seen = models.BooleanField(_("seen"))
    condition = models.CharField(_("condition"), max_length=8, choices=Condition.choices, blank=True)

    class Meta:
        verbose_name = _("child at a visit")
        verbose_name_plural = _("children at visits")
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["visit", "number"], name="intake_visited_once")]
