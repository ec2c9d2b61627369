"""Tables of indicators: targets, outside figures with their source, and indicators the organization composed."""

import json

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.next_version import NextVersion


class Target(models.Model):
    """What an indicator, or a box that no indicator tells of, is to reach from a day on, in a program or the house.

    A box stands as «model/box» in `box`, and `indicator` is empty then.
    """

    class Way(models.TextChoices):
        AT_LEAST = "at_least", pgettext_lazy("target", "at least")
        AT_MOST = "at_most", pgettext_lazy("target", "at most")

    indicator = models.SlugField(_("indicator"), max_length=40)
    box = models.CharField(_("box of a model"), max_length=120, blank=True, default="")
    program = models.ForeignKey(
        "programs.Program", models.PROTECT, null=True, related_name="+", verbose_name=_("program")
    )
    way = models.CharField(pgettext_lazy("target", "which way"), max_length=8, choices=Way.choices)
    # A share from 0 to 1, else the figure itself.
    value = models.DecimalField(pgettext_lazy("target", "value"), max_digits=14, decimal_places=4)
    from_on = models.DateField(_("from"))
    set_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)
    dropped_on = models.DateField(pgettext_lazy("target", "taken back"), null=True)

    class Meta:
        verbose_name = _("target of an indicator")
        verbose_name_plural = _("targets of indicators")
        ordering = ("-from_on", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "box", "program", "from_on"],
                condition=models.Q(dropped_on=None),
                nulls_distinct=False,
                name="indicators_target_once",
            )
        ]

    @property
    def about(self) -> str:
        """The code of the indicator, or the box."""
        return self.indicator or self.box


class OutsideFigure(models.Model):
    """A figure that somebody else published: its value, its day, its source. It is never computed here."""

    indicator = models.SlugField(_("indicator"), max_length=40)
    on = models.DateField(_("day"))
    value = models.DecimalField(pgettext_lazy("figure", "value"), max_digits=16, decimal_places=4)
    unit = models.CharField(_("unit"), max_length=60)
    source = models.CharField(pgettext_lazy("figure", "source"), max_length=300)
    territory = models.CharField(_("territory"), max_length=120, blank=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    voided_on = models.DateField(_("voided"), null=True)

    class Meta:
        verbose_name = _("outside figure")
        verbose_name_plural = _("outside figures")
        ordering = ("-on", "-id")
        indexes = [
            models.Index(
                fields=["indicator", "-on", "-id"],
                condition=models.Q(voided_on=None),
                name="indicators_outside",
            )
        ]


class IndicatorVersion(models.Model):
    """An indicator that the organization composed: a measure with filters and a split, as it was published."""

    code = models.SlugField(_("code"), max_length=40)
    number = models.PositiveIntegerField(_("version"))
    title = models.CharField(_("name"), max_length=200)
    about = models.CharField(_("what it is for"), max_length=600, blank=True)
    measure = models.CharField(_("measure"), max_length=20)
    # {"channel": ["phone", "site"]}: codes of a split of the measure.
    filters = models.JSONField(_("filters"), default=dict)
    split = models.CharField(_("split by"), max_length=20, blank=True)
    # Over which days it counts, whatever first day is asked for; empty: the days asked for.
    period_rule = models.CharField(_("rule of the period"), max_length=14, blank=True, default="")
    sha256 = models.CharField(max_length=64)
    made_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(auto_now_add=True)
    put_away_on = models.DateField(_("put away"), null=True)

    class Meta:
        verbose_name = _("version of an indicator")
        verbose_name_plural = _("versions of indicators")
        constraints = [models.UniqueConstraint(fields=["code", "number"], name="indicators_version_once")]

    @property
    def said(self) -> str:
        """What it says, as the draft of the next version begins with."""
        parts = ("title", "about", "measure", "filters", "split", *(["period_rule"] if self.period_rule else []))
        return json.dumps({part: getattr(self, part) for part in parts}, ensure_ascii=False)


class IndicatorDraft(NextVersion):
    """The next version of an own indicator while it is worked on: one at a time, by everybody who may."""

    base = models.ForeignKey(IndicatorVersion, models.PROTECT, related_name="drafts", verbose_name=_("version"))

    class Meta:
        verbose_name = _("draft of an indicator")
        verbose_name_plural = _("drafts of indicators")
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=models.Q(state="open"), name="indicators_one_draft_at_a_time"
            )
        ]


class DaysMark(models.Model):
    """Of these days something was recorded or changed that figures rest on. The database writes it (migration 0002)."""

    source = models.CharField(max_length=40)
    first = models.DateField()
    last = models.DateField()

    class Meta:
        verbose_name = _("mark at days")
        verbose_name_plural = _("marks at days")


class KeptPiece(models.Model):
    """What a measure came to over some days, put by at night; the key names all it hangs on, the marks too."""

    key = models.CharField(primary_key=True, max_length=64)
    data = models.BinaryField()

    class Meta:
        verbose_name = _("kept piece of a figure")
        verbose_name_plural = _("kept pieces of figures")
