"""What is found out before the vote: sources, risks, the report, observations."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import Voidable, WorkRecord


class SourceNote(WorkRecord):
    """What somebody told about the family, of what kind and on which ground; the words are sealed (S4-07)."""

    class Kind(models.TextChoices):
        FAMILY = "family", pgettext_lazy("source of information", "the family itself")
        SCHOOL = "school", pgettext_lazy("source of information", "kindergarten or school")
        CLINIC = "clinic", pgettext_lazy("source of information", "clinic or hospital")
        GUARDIANSHIP = "guardianship", pgettext_lazy("source of information", "guardianship authority")
        RELATIVES = "relatives", pgettext_lazy("source of information", "relatives")
        NEIGHBOURS = "neighbours", pgettext_lazy("source of information", "neighbors or acquaintances")
        OTHER = "other", pgettext_lazy("source of information", "another source")

    class Basis(models.TextChoices):
        OWN = "", pgettext_lazy("ground", "told by the family itself")
        CONSENT = "consent", pgettext_lazy("ground", "consent of the family")
        REQUEST = "request", pgettext_lazy("ground", "answer to our official request")
        LAW = "law", pgettext_lazy("ground", "duty by law: danger to a child")
        UNASKED = "unasked", pgettext_lazy("ground", "told unasked, on the source’s own initiative")

    on = models.DateField(_("day"))
    kind = models.CharField(_("source"), max_length=14, choices=Kind.choices)
    basis = models.CharField(_("ground"), max_length=8, choices=Basis.choices, blank=True)
    told = SealedField(
        purpose="intake.source", words=_("information from sources"), route="route", case="case", empty={}
    )

    class Meta:
        verbose_name = _("information from a source")
        verbose_name_plural = _("information from sources")
        constraints = [
            models.CheckConstraint(condition=~Q(basis="") | Q(kind="family"), name="intake_source_has_a_ground"),
            WorkRecord.one_place("intake_source_place"),
        ]
        indexes = [models.Index(fields=["route", "-on"], name="intake_sources")]


class RiskForm(Voidable):
    """The form of risks and resources as somebody filled it in on a day (DOC5)."""

    class Level(models.TextChoices):
        LOW = "low", pgettext_lazy("risk", "low")
        MEDIUM = "medium", pgettext_lazy("risk", "medium")
        HIGH = "high", pgettext_lazy("risk", "high")
        CRITICAL = "critical", pgettext_lazy("risk", "critical")

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    on = models.DateField(_("day"))
    risks = models.JSONField(default=dict)
    resources = models.JSONField(default=dict)
    proposed = models.CharField(max_length=8, choices=Level.choices, blank=True)
    level = models.CharField(_("overall risk"), max_length=8, choices=Level.choices, blank=True)
    needs = SealedField(purpose="intake.needs", words=_("needs in forms of risks"), route="route", null=True)

    class Meta:
        verbose_name = _("form of risks and resources")
        verbose_name_plural = _("forms of risks and resources")
        indexes = [models.Index(fields=["route", "-id"], name="intake_risk_forms")]


class AnalyticReport(models.Model):
    """The report put before the vote; from the vote on it does not change (DOC3, D-13)."""

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    text = SealedField(purpose="intake.report", words=_("analytic reports"), route="route", empty={})
    revision = models.PositiveIntegerField(default=0)
    written_on = models.DateField(_("written"))
    frozen_on = models.DateField(_("given to the vote"), null=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("analytic report")
        verbose_name_plural = _("analytic reports")
        constraints = [
            models.UniqueConstraint(fields=["route"], condition=Q(frozen_on=None), name="intake_one_draft_report")
        ]


class Observation(WorkRecord):
    """What a colleague noticed about the family on a day: no talk, no visit, only seen; the words are sealed."""

    on = models.DateField(_("day"))
    at = models.TimeField(_("time"), null=True)
    is_worry = models.BooleanField(_("worries about a child"), default=False)
    text = SealedField(purpose="intake.observation", words=_("observations"), route="route", case="case")

    class Meta:
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        constraints = [WorkRecord.one_place("intake_observation_place")]
        indexes = [models.Index(fields=["route", "-on"], name="intake_observations")]
