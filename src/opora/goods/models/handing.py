"""The same things for many families: what each of them gets, and from where."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.goods.models.stocking import Good, Kit, StockPlace


class HandOut(models.Model):
    """Presents for the New Year, kits for school, a lorry of nappies; for whom, say the goods put aside for it."""

    name = models.CharField(pgettext_lazy("hand-out", "what is handed out"), max_length=120)
    place = models.ForeignKey(StockPlace, models.PROTECT, related_name="+", verbose_name=_("stock place"))
    on = models.DateField(_("day of the hand-out"))
    # Whoever has not come by then leaves the things to others.
    until_on = models.DateField(_("kept until"))
    made_on = models.DateField(pgettext_lazy("hand-out", "planned"))
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    closed_on = models.DateField(pgettext_lazy("hand-out", "closed"), null=True)

    class Meta:
        verbose_name = _("hand-out")
        verbose_name_plural = _("hand-outs")
        ordering = ("-on", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=models.F("on")), name="goods_hand_out_kept"),
        ]
        indexes = [models.Index(fields=["-on", "-id"], name="goods_hand_outs")]


class HandOutLine(models.Model):
    """So much of a good, or so many kits, for each family or for each of its children of an age."""

    class Each(models.TextChoices):
        FAMILY = "family", pgettext_lazy("hand-out", "for each family")
        CHILD = "child", pgettext_lazy("hand-out", "for each child")

    hand_out = models.ForeignKey(HandOut, models.CASCADE, related_name="lines")
    good = models.ForeignKey(Good, models.PROTECT, null=True, related_name="+", verbose_name=_("goods"))
    size = models.CharField(_("size"), max_length=20, blank=True)
    kit = models.ForeignKey(Kit, models.PROTECT, null=True, related_name="+", verbose_name=_("kit"))
    quantity = models.DecimalField(_("quantity"), max_digits=10, decimal_places=2)
    each = models.CharField(pgettext_lazy("hand-out", "for whom"), max_length=6, choices=Each.choices)
    # Whole years, both counted; only for children.
    age_from = models.PositiveSmallIntegerField(_("age from"), null=True)
    age_to = models.PositiveSmallIntegerField(_("age to"), null=True)

    class Meta:
        verbose_name = _("line of a hand-out")
        verbose_name_plural = _("lines of hand-outs")
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(good__isnull=False, kit=None) | Q(good=None, kit__isnull=False, size=""),
                name="goods_hand_out_of_one",
            ),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="goods_hand_out_quantity"),
            models.CheckConstraint(
                condition=Q(each="child") | Q(age_from=None, age_to=None), name="goods_hand_out_ages"
            ),
        ]
