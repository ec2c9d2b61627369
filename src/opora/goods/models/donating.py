"""Who gave goods or money, what, and for whom (S0-78)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Purpose(models.Model):
    """For whom something was given; goods that bear it go nowhere else."""

    name = models.CharField(_("in the donor’s words"), max_length=200)
    program = models.ForeignKey(
        "programs.Program", models.PROTECT, null=True, related_name="+", verbose_name=_("program")
    )
    child_under = models.PositiveSmallIntegerField(_("for families with a child under so many years"), null=True)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("purpose of a donation")
        verbose_name_plural = _("purposes of donations")
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                fields=["name", "program", "child_under"], nulls_distinct=False, name="goods_purpose_once"
            )
        ]


class Donation(models.Model):
    """What somebody gave on a day: goods, which came into a stock place by it, or money."""

    donor = models.ForeignKey("volunteers.Helper", models.PROTECT, null=True, related_name="+", verbose_name=_("donor"))
    purpose = models.ForeignKey(Purpose, models.PROTECT, null=True, related_name="+", verbose_name=_("purpose"))
    given_on = models.DateField(_("given"))
    money = models.DecimalField(_("money, rubles"), max_digits=12, decimal_places=2, null=True)
    remark = models.CharField(_("remark"), max_length=200, blank=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("donation")
        verbose_name_plural = _("donations")
        ordering = ("-given_on", "-id")
        constraints = [models.CheckConstraint(condition=Q(money=None) | Q(money__gt=0), name="goods_donated_money")]
        indexes = [models.Index(fields=["given_on"], name="goods_donated")]
