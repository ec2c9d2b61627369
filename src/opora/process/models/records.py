"""What every record of the work is: it lies on a path or a case, may be voided, and tells how it was amended."""

from typing import TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models.routes import Route

Kept = TypeVar("Kept", bound=models.Model)


class Standing(models.Manager[Kept]):
    """Only what stands: a record that was voided counts nowhere."""

    def get_queryset(self) -> "models.QuerySet[Kept]":
        return super().get_queryset().filter(voided_on=None)


class Amended(models.Model):
    """A record of which amendments tell what stood in it before."""

    class Meta:
        abstract = True

    @property
    def amended_as(self) -> str:
        """The record as papers and amendments name it: "intake.visit:12"."""
        names = {
            "contactrecord": "contact",
            "urgentaid": "aid",
            "sourcenote": "source",
            "storedfile": "file",
            "riskform": "risk",
        }
        label = self._meta.model_name or ""
        return f"{self._meta.app_label}.{names.get(label, label)}:{self.pk}"


class Voidable(Amended):
    """A record that may be voided: ``objects`` are those that stand, ``every`` has the voided ones too.

    Whoever must read or erase everything says so; a new list or check cannot count what is void by forgetting.
    """

    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    # Not known of what was recorded before records could be mended.
    recorded_at = models.DateTimeField(auto_now_add=True, null=True)
    voided_on = models.DateField(_("voided"), null=True)

    every = models.Manager()
    objects = Standing()

    class Meta:
        abstract = True


class WorkRecord(Voidable):
    """Something recorded about the work with a family: on its path or, where a case has no path, on the case."""

    route = models.ForeignKey(Route, models.PROTECT, null=True, related_name="+", verbose_name=_("path"))
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="+", verbose_name=_("case"))

    class Meta:
        abstract = True

    @staticmethod
    def one_place(name: str) -> models.CheckConstraint:
        """A record lies on a path or on a case, never on both and never on neither."""
        on_one = Q(route__isnull=False, case=None) | Q(route=None, case__isnull=False)
        return models.CheckConstraint(condition=on_one, name=name)


class Amendment(models.Model):
    """A record was put off, cancelled, corrected or voided: which, how, why, and what stood there before."""

    class Kind(models.TextChoices):
        VOIDED = "voided", pgettext_lazy("record", "voided")
        CORRECTED = "corrected", pgettext_lazy("record", "corrected")
        PUT_OFF = "put_off", pgettext_lazy("record", "put off")
        CANCELLED = "cancelled", pgettext_lazy("record", "cancelled")
        MISSED = "missed", pgettext_lazy("record", "did not happen")

    route = models.ForeignKey(Route, models.PROTECT, null=True, related_name="+", verbose_name=_("path"))
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="+", verbose_name=_("case"))
    # The record as papers name it: "intake.visit:12".
    source = models.CharField(max_length=60)
    kind = models.CharField(_("what was done"), max_length=10, choices=Kind.choices)
    reason = SealedField(
        purpose="process.amendment", words=_("reasons for amending records"), route="route", case="case", null=True
    )
    before = SealedField(
        purpose="process.amendment",
        words=_("former words of amended records"),
        route="route",
        case="case",
        empty={},
        null=True,
    )
    on = models.DateField(_("day"))
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("amendment of a record")
        verbose_name_plural = _("amendments of records")
        ordering = ("id",)
        constraints = [WorkRecord.one_place("process_amendment_place")]
        indexes = [models.Index(fields=["source"], name="process_amendments")]
