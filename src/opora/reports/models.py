"""Tables of reports: a report as it is composed, its blocks, and each time it was taken with its figures."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ComposedReport(models.Model):
    """A report on its way: whose families and which days it speaks of; its blocks count anew each time it is read."""

    title = models.CharField(pgettext_lazy("report", "title"), max_length=200)
    preset = models.SlugField(max_length=40, blank=True)
    program = models.ForeignKey(
        "programs.Program", models.PROTECT, null=True, related_name="+", verbose_name=_("program")
    )
    department = models.ForeignKey("access.Department", models.PROTECT, null=True, related_name="+")
    first_on = models.DateField(pgettext_lazy("period", "from"))
    last_on = models.DateField(pgettext_lazy("period", "to"))
    copy_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    begun_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+", verbose_name=_("author"))
    begun_on = models.DateField(_("begun on"))
    changed_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)
    revision = models.PositiveIntegerField(default=1)
    put_away_on = models.DateField(_("put away"), null=True)

    class Meta:
        verbose_name = _("composed report")
        verbose_name_plural = _("composed reports")
        ordering = ("-changed_at", "-pk")


class ReportBlock(models.Model):
    """A part of a report: narrative, or figures counted when it is read; a scope of its own is an exception."""

    report = models.ForeignKey(ComposedReport, models.CASCADE, related_name="blocks")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12)
    heading = models.CharField(_("heading"), max_length=200, blank=True)
    text = models.TextField(pgettext_lazy("report", "text"), blank=True)
    prompt = models.CharField(max_length=600, blank=True)
    options = models.JSONField(default=dict)
    program = models.ForeignKey("programs.Program", models.PROTECT, null=True, related_name="+")
    department = models.ForeignKey("access.Department", models.PROTECT, null=True, related_name="+")
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("block of a report")
        verbose_name_plural = _("blocks of reports")
        ordering = ("place", "pk")


class TakenReport(models.Model):
    """A report as it was taken on a day: its figures stay as they were, whatever is recorded later.

    ``departments`` are those whose cases its maker counted (null: the whole house). Quotes are kept by number: their
    words stay where they lie sealed, and go from every report with the consent.
    """

    report = models.ForeignKey(ComposedReport, models.PROTECT, related_name="taken")
    number = models.PositiveIntegerField(_("number"))
    on = models.DateField(_("figures as of"))
    content = models.JSONField()
    figures = models.JSONField(default=list)
    quotes = ArrayField(models.BigIntegerField(), default=list)
    departments = ArrayField(models.BigIntegerField(), null=True)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    author_name = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("taken report")
        verbose_name_plural = _("taken reports")
        ordering = ("-pk",)
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="reports_taken_once")]
