"""Where goods lie, which goods there are, what a kit consists of, how much is usual."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Category(models.TextChoices):
    """What kind of thing it is; units of help are counted by it (IND-08, S1-21)."""

    FOOD = "food", pgettext_lazy("goods", "food")
    BABY = "baby", pgettext_lazy("goods", "for babies")
    HYGIENE = "hygiene", pgettext_lazy("goods", "hygiene")
    CLOTHES = "clothes", pgettext_lazy("goods", "clothes")
    SHOES = "shoes", pgettext_lazy("goods", "shoes")
    STATIONERY = "stationery", pgettext_lazy("goods", "stationery and school")
    TOYS = "toys", pgettext_lazy("goods", "toys and books")
    HOUSEHOLD = "household", pgettext_lazy("goods", "household")
    FURNITURE = "furniture", pgettext_lazy("goods", "furniture")
    MEDICINE = "medicine", pgettext_lazy("goods", "medicine and care")
    OTHER = "other", pgettext_lazy("goods", "other things")


class StockPlace(models.Model):
    """Where goods lie: the social warehouse, the charity shop (S3-05)."""

    class Kind(models.TextChoices):
        WAREHOUSE = "warehouse", pgettext_lazy("stock place", "warehouse")
        SHOP = "shop", pgettext_lazy("stock place", "charity shop")

    name = models.CharField(_("name"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.WAREHOUSE)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("stock place")
        verbose_name_plural = _("stock places")
        ordering = ("id",)


class Good(models.Model):
    """A kind of thing that is kept and given out, by the piece or by the kilogram."""

    class Unit(models.TextChoices):
        PIECE = "piece", pgettext_lazy("unit", "pcs")
        PACK = "pack", pgettext_lazy("unit", "packs")
        PAIR = "pair", pgettext_lazy("unit", "pairs")
        SET = "set", pgettext_lazy("unit", "sets")
        KILOGRAM = "kg", pgettext_lazy("unit", "kg")
        LITER = "l", pgettext_lazy("unit", "l")

    name = models.CharField(_("name"), max_length=120)
    category = models.CharField(_("category"), max_length=12, choices=Category.choices)
    unit = models.CharField(_("unit"), max_length=6, choices=Unit.choices, default=Unit.PIECE)
    has_sizes = models.BooleanField(_("has sizes"), default=False)
    low_at = models.DecimalField(_("low at"), max_digits=10, decimal_places=2, null=True)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("kind of goods")
        verbose_name_plural = _("kinds of goods")
        ordering = ("category", "name")
        constraints = [
            models.UniqueConstraint(fields=["name", "unit"], name="goods_good_once"),
            models.CheckConstraint(condition=Q(low_at=None) | Q(low_at__gt=0), name="goods_low_at"),
        ]


class Kit(models.Model):
    """A set that is given as one and goes off into goods (S3-43)."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("kit")
        verbose_name_plural = _("kits")
        ordering = ("name",)


class KitPart(models.Model):
    """So much of a good in a kit."""

    kit = models.ForeignKey(Kit, models.CASCADE, related_name="parts")
    good = models.ForeignKey(Good, models.PROTECT, related_name="+", verbose_name=_("goods"))
    size = models.CharField(_("size"), max_length=20, blank=True)
    quantity = models.DecimalField(_("quantity"), max_digits=10, decimal_places=2)

    class Meta:
        verbose_name = _("part of a kit")
        verbose_name_plural = _("parts of kits")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["kit", "good", "size"], name="goods_part_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="goods_part_quantity"),
        ]


class GivingNorm(models.Model):
    """How much of a good or of a category is usual for one family in so many days; more is said, not forbidden."""

    good = models.ForeignKey(Good, models.PROTECT, null=True, related_name="+", verbose_name=_("goods"))
    category = models.CharField(_("category"), max_length=12, choices=Category.choices, blank=True)
    most = models.DecimalField(_("at most"), max_digits=10, decimal_places=2, null=True)
    days = models.PositiveSmallIntegerField(_("in so many days"))
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("norm of giving")
        verbose_name_plural = _("norms of giving")
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(good__isnull=False, category="") | (Q(good=None) & ~Q(category="")),
                name="goods_norm_of_one",
            ),
            models.CheckConstraint(condition=Q(most=None) | Q(most__gt=0), name="goods_norm_most"),
            models.CheckConstraint(condition=Q(days__gt=0), name="goods_norm_days"),
        ]
