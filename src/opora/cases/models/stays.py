"""Living in the crisis centre: from when until when, and why longer."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from opora.families.sealing import SealedField, opened


class Stay(models.Model):
    """Living in the crisis centre from moving in to moving out (S3-84)."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="stays")
    from_on = models.DateField(_("moved in"))
    planned_until = models.DateField(_("agreed until"), null=True)
    left_on = models.DateField(_("moved out"), null=True)
    # Of the case: kept here by the database, so that what is due in one department is found by an index.
    department = models.ForeignKey(
        "access.Department", models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )

    class Meta:
        verbose_name = _("stay")
        verbose_name_plural = _("stays")
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(left_on__isnull=True), name="cases_one_stay"),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("from_on")), name="cases_stay_dates"
            ),
        ]
        indexes = [
            models.Index(fields=["planned_until"], condition=Q(left_on__isnull=True), name="cases_stay_ending"),
            models.Index(
                fields=["department", "planned_until", "id"],
                condition=Q(left_on__isnull=True),
                name="cases_stay_ending_here",
            ),
        ]


class StayExtension(models.Model):
    """A stay made longer: old and new date, why, and who agreed (S3-83)."""

    stay = models.ForeignKey(Stay, models.CASCADE, related_name="extensions")
    old_until = models.DateField(_("was until"), null=True)
    new_until = models.DateField(_("now until"))
    reason = SealedField(
        purpose="cases.stay_extension", words=_("reasons for longer stays"), case="stay__case", null=True
    )
    approved_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    on = models.DateField(_("decided"), null=True)

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ("new_until", "id")

    @property
    def reason_text(self) -> str:
        """Why the stay was made longer, for whoever may read the case."""
        return opened(self, "reason")
