"""Tables of services: what was planned for a family and what was really given."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import WorkRecord


class PlannedService(WorkRecord):
    """A service that a family is to receive: how many times, until when, by whom, for which task (S1-06)."""

    service = models.ForeignKey("catalogue.Service", models.PROTECT, related_name="+", verbose_name=_("service"))
    times = models.PositiveSmallIntegerField(_("how many times"))
    on = models.DateField(_("planned on"))
    until_on = models.DateField(_("until"), null=True)
    worker = models.ForeignKey(
        "access.User", models.PROTECT, null=True, related_name="+", verbose_name=pgettext_lazy("service", "colleague")
    )
    partner = models.ForeignKey(
        "partners.Partner", models.PROTECT, null=True, related_name="+", verbose_name=_("partner")
    )
    task = models.ForeignKey("plans.Task", models.SET_NULL, null=True, related_name="+", verbose_name=_("task"))
    note = SealedField(
        purpose="services.planned", words=_("remarks on planned services"), route="route", case="case", null=True
    )
    ended_on = models.DateField(pgettext_lazy("service", "stopped"), null=True)

    class Meta:
        verbose_name = _("planned service")
        verbose_name_plural = _("planned services")
        ordering = ("on", "id")
        constraints = [
            WorkRecord.one_place("services_planned_place"),
            models.CheckConstraint(condition=Q(times__gte=1), name="services_planned_times"),
            models.CheckConstraint(condition=Q(worker=None) | Q(partner=None), name="services_planned_one_gives"),
        ]


class Provision(WorkRecord):
    """A service as it was really given, or was not because nobody came: when, by whom, to whom of the family, where."""

    class State(models.TextChoices):
        HELD = "held", pgettext_lazy("provision", "held")
        NO_SHOW = "no_show", pgettext_lazy("provision", "nobody came")
        CANCELLED = "cancelled", pgettext_lazy("provision", "cancelled beforehand")

    class Where(models.TextChoices):
        OFFICE = "office", pgettext_lazy("where", "with us")
        HOME = "home", pgettext_lazy("where", "at the family’s home")
        AUTHORITY = "authority", pgettext_lazy("where", "in an authority")
        PARTNER = "partner", pgettext_lazy("where", "at a partner’s")
        REMOTE = "remote", pgettext_lazy("where", "by telephone or online")
        ELSEWHERE = "elsewhere", pgettext_lazy("where", "elsewhere")

    service = models.ForeignKey("catalogue.Service", models.PROTECT, related_name="+", verbose_name=_("service"))
    planned = models.ForeignKey(
        PlannedService, models.SET_NULL, null=True, related_name="provision_rows", verbose_name=_("planned service")
    )
    on = models.DateField(_("day"))
    at = models.TimeField(_("hour"), null=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.HELD)
    format = models.CharField(_("format"), max_length=14)
    provider = models.CharField(_("who provides it"), max_length=20)
    worker = models.ForeignKey(
        "access.User", models.PROTECT, null=True, related_name="+", verbose_name=_("who gave it")
    )
    partner = models.ForeignKey(
        "partners.Partner", models.PROTECT, null=True, related_name="+", verbose_name=_("partner")
    )
    where = models.CharField(pgettext_lazy("service", "where"), max_length=10, choices=Where.choices, blank=True)
    people = models.ManyToManyField("families.Person", related_name="+", verbose_name=_("for whom"))
    note = SealedField(
        purpose="services.provision", words=_("notes on services given"), route="route", case="case", null=True
    )
    # Given to several families at once, or at one meeting of a group: the same mark for all of them.
    together = models.UUIDField(null=True)
    # The record of another room that this service came from: an attendance, named as papers name it.
    origin = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = _("service given")
        verbose_name_plural = _("services given")
        ordering = ("-on", "-id")
        constraints = [
            WorkRecord.one_place("services_provision_place"),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__gte=1, minutes__lte=1440 * 31), name="services_provision_minutes"
            ),
            models.UniqueConstraint(
                fields=["origin", "route", "case"],
                condition=~Q(origin="") & Q(voided_on=None),
                nulls_distinct=False,
                name="services_origin_once",
            ),
        ]
        indexes = [
            # The log of the whole organization turns its pages by day and number, however long it has grown.
            models.Index(fields=["-on", "-id"], condition=Q(voided_on=None), name="services_log"),
            models.Index(fields=["service", "-on", "-id"], condition=Q(voided_on=None), name="services_of_kind"),
            models.Index(fields=["worker", "-on", "-id"], condition=Q(voided_on=None), name="services_by_worker"),
            models.Index(fields=["route", "-on"], name="services_of_path"),
            models.Index(fields=["case", "-on"], name="services_of_case"),
            models.Index(fields=["planned"], name="services_as_planned"),
        ]
