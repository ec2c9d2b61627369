"""What is put aside for a family until a day."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.goods.models.giving import Issue
from opora.goods.models.handing import HandOut
from opora.goods.models.ledger import Lot
from opora.goods.models.stocking import StockPlace
from opora.process.models import WorkRecord


class Reservation(WorkRecord):
    """Goods put aside for a family: the warehouse hands them out to whoever comes with its code."""

    class End(models.TextChoices):
        OPEN = "", pgettext_lazy("reservation", "waits")
        HANDED_OUT = "handed_out", pgettext_lazy("reservation", "handed out")
        RELEASED = "released", pgettext_lazy("reservation", "back on the shelf")

    place = models.ForeignKey(StockPlace, models.PROTECT, related_name="+", verbose_name=_("stock place"))
    made_on = models.DateField(_("put aside"))
    until_on = models.DateField(_("kept until"))
    end = models.CharField(_("what became of it"), max_length=10, choices=End.choices, blank=True)
    ended_on = models.DateField(_("ended"), null=True)
    hand_out = models.ForeignKey(
        HandOut, models.PROTECT, null=True, related_name="reservations", verbose_name=_("hand-out"), db_index=False
    )
    issue = models.OneToOneField(Issue, models.PROTECT, null=True, related_name="reservation")

    class Meta:
        verbose_name = _("goods put aside")
        verbose_name_plural = _("goods put aside for families")
        constraints = [
            WorkRecord.one_place("goods_reservation_place"),
            models.CheckConstraint(
                condition=Q(end="", ended_on=None) | (~Q(end="") & Q(ended_on__isnull=False)),
                name="goods_reservation_end",
            ),
            # A family stands in a hand-out once, however often somebody ticks it.
            models.UniqueConstraint(
                fields=["hand_out", "route", "case"],
                condition=Q(hand_out__isnull=False) & ~Q(end="released"),
                nulls_distinct=False,
                name="goods_handed_once",
            ),
        ]
        indexes = [
            models.Index(fields=["until_on"], condition=Q(end=""), name="goods_kept_until"),
            models.Index(fields=["hand_out"], condition=Q(hand_out__isnull=False), name="goods_of_hand_out"),
        ]


class ReservationLine(models.Model):
    """So much of a lot is put aside."""

    reservation = models.ForeignKey(Reservation, models.CASCADE, related_name="lines")
    lot = models.ForeignKey(Lot, models.PROTECT, related_name="+", verbose_name=_("lot of goods"))
    quantity = models.DecimalField(_("quantity"), max_digits=10, decimal_places=2)

    class Meta:
        verbose_name = _("line of goods put aside")
        verbose_name_plural = _("lines of goods put aside")
        ordering = ("lot_id",)
        constraints = [
            models.UniqueConstraint(fields=["reservation", "lot"], name="goods_reserved_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="goods_reserved_quantity"),
        ]
