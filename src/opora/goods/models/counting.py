"""A stock-taking: what was there when it began, and what was counted."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.goods.models.ledger import Lot, StockEntry
from opora.goods.models.stocking import StockPlace


class StockCount(models.Model):
    """A counting of a place; issues go on meanwhile and are not counted twice."""

    place = models.ForeignKey(StockPlace, models.PROTECT, related_name="counts", verbose_name=_("stock place"))
    began_on = models.DateField(_("began"))
    began_at = models.DateTimeField(auto_now_add=True)
    begun_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    closed_on = models.DateField(_("closed"), null=True)
    closed_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    is_called_off = models.BooleanField(pgettext_lazy("stock-taking", "called off"), default=False)
    entry = models.OneToOneField(StockEntry, models.PROTECT, null=True, related_name="count")

    class Meta:
        verbose_name = _("stock-taking")
        verbose_name_plural = _("stock-takings")
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(fields=["place"], condition=Q(closed_on=None), name="goods_one_count_at_a_time")
        ]


class CountLine(models.Model):
    """A lot in a stock-taking: what was there when it began, and how much somebody counted."""

    count = models.ForeignKey(StockCount, models.CASCADE, related_name="lines")
    lot = models.ForeignKey(Lot, models.PROTECT, related_name="+", verbose_name=_("lot of goods"))
    expected = models.DecimalField(_("was there"), max_digits=10, decimal_places=2)
    counted = models.DecimalField(_("counted"), max_digits=10, decimal_places=2, null=True)

    class Meta:
        verbose_name = _("line of a stock-taking")
        verbose_name_plural = _("lines of stock-takings")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["count", "lot"], name="goods_counted_once"),
            models.CheckConstraint(condition=Q(counted=None) | Q(counted__gte=0), name="goods_counted"),
        ]
