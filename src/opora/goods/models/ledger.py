"""What lies where, and every change of it: the ledger is never changed, and its sum is what lies there."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.goods.models.donating import Donation, Purpose
from opora.goods.models.stocking import Good, StockPlace


class Lot(models.Model):
    """Goods of one kind and size in one place that go off on one day and may go to the same families."""

    place = models.ForeignKey(StockPlace, models.PROTECT, related_name="lots", verbose_name=_("stock place"))
    good = models.ForeignKey(Good, models.PROTECT, related_name="lots", verbose_name=_("goods"))
    size = models.CharField(_("size"), max_length=20, blank=True)
    expires_on = models.DateField(_("good until"), null=True)
    purpose = models.ForeignKey(Purpose, models.PROTECT, null=True, related_name="+", verbose_name=_("purpose"))
    quantity = models.DecimalField(_("quantity"), max_digits=10, decimal_places=2, default=0)
    # Put aside for families, and part of the quantity.
    reserved = models.DecimalField(_("put aside"), max_digits=10, decimal_places=2, default=0)
    # The newest day of its movements: whoever writes something down of an earlier day looks at all days since.
    last_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("lot of goods")
        verbose_name_plural = _("lots of goods")
        constraints = [
            models.UniqueConstraint(
                fields=["place", "good", "size", "expires_on", "purpose"], nulls_distinct=False, name="goods_lot_once"
            ),
            models.CheckConstraint(condition=Q(quantity__gte=0), name="goods_never_negative"),
            models.CheckConstraint(
                condition=Q(reserved__gte=0, reserved__lte=F("quantity")), name="goods_reserved_is_there"
            ),
        ]
        indexes = [
            models.Index(fields=["place", "good"], condition=Q(quantity__gt=0), name="goods_there"),
            models.Index(fields=["expires_on"], condition=Q(quantity__gt=0), name="goods_going_off"),
        ]


class StockEntry(models.Model):
    """One deed in the warehouse with all the movements it made; written once."""

    class Kind(models.TextChoices):
        RECEIVED = "received", pgettext_lazy("stock entry", "received")
        SORTED = "sorted", pgettext_lazy("stock entry", "sorted")
        ISSUED = "issued", pgettext_lazy("stock entry", "issued to a family")
        TAKEN_BACK = "taken_back", pgettext_lazy("stock entry", "issue taken back")
        RETURNED = "returned", pgettext_lazy("stock entry", "came back from a family")
        MOVED = "moved", pgettext_lazy("stock entry", "moved to another place")
        WRITTEN_OFF = "written_off", pgettext_lazy("stock entry", "written off")
        COUNTED = "counted", pgettext_lazy("stock entry", "stock-taking")
        IMPORTED = "imported", pgettext_lazy("stock entry", "from a workbook")

    class Reason(models.TextChoices):
        NONE = "", pgettext_lazy("write-off", "none")
        EXPIRED = "expired", pgettext_lazy("write-off", "gone off")
        BROKEN = "broken", pgettext_lazy("write-off", "damaged or worn")
        LOST = "lost", pgettext_lazy("write-off", "lost")
        HANDED_ON = "handed_on", pgettext_lazy("write-off", "handed to a partner")
        HOUSE = "house", pgettext_lazy("write-off", "used in the house")
        SOLD = "sold", pgettext_lazy("write-off", "sold in the charity shop")

    kind = models.CharField(_("what was done"), max_length=12, choices=Kind.choices)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices, blank=True)
    on = models.DateField(_("day"))
    at = models.DateTimeField(auto_now_add=True)
    donation = models.ForeignKey(Donation, models.PROTECT, null=True, related_name="entries")
    issue = models.ForeignKey("goods.Issue", models.PROTECT, null=True, related_name="entries")
    remark = models.CharField(_("remark"), max_length=200, blank=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("entry of the stock ledger")
        verbose_name_plural = _("entries of the stock ledger")
        indexes = [models.Index(fields=["-on", "-id"], name="goods_entries")]


class Movement(models.Model):
    """So much came into a lot (or went out of it, when negative) by an entry; never changed."""

    entry = models.ForeignKey(StockEntry, models.PROTECT, related_name="movements")
    lot = models.ForeignKey(Lot, models.PROTECT, related_name="movements")
    quantity = models.DecimalField(_("quantity"), max_digits=10, decimal_places=2)
    # The day of the entry, so that the state of any past day is one sum.
    on = models.DateField(_("day"))

    class Meta:
        verbose_name = _("movement of goods")
        verbose_name_plural = _("movements of goods")
        constraints = [models.CheckConstraint(condition=~Q(quantity=0), name="goods_movement_moves")]
        indexes = [
            models.Index(fields=["lot", "-on"], name="goods_moved"),
            models.Index(fields=["-on", "-id"], name="goods_moved_on"),
        ]
