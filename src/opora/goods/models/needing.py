"""What a family needs, how much of it, how often and for whom (S0-51)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.goods.models.stocking import Category, Good
from opora.process.models import WorkRecord


class FamilyNeed(WorkRecord):
    """A need of a family for things: of a category or of one good, once or again and again."""

    class Rhythm(models.TextChoices):
        ONCE = "once", pgettext_lazy("how often", "once")
        WEEK = "week", pgettext_lazy("how often", "every week")
        TWO_WEEKS = "two_weeks", pgettext_lazy("how often", "every two weeks")
        MONTH = "month", pgettext_lazy("how often", "every month")
        QUARTER = "quarter", pgettext_lazy("how often", "every three months")
        HALF_YEAR = "half", pgettext_lazy("how often", "every six months")
        YEAR = "year", pgettext_lazy("how often", "every year")

    category = models.CharField(_("category"), max_length=12, choices=Category.choices)
    good = models.ForeignKey(Good, models.PROTECT, null=True, related_name="+", verbose_name=_("goods"))
    size = models.CharField(_("size"), max_length=20, blank=True)
    quantity = models.DecimalField(_("quantity"), max_digits=10, decimal_places=2)
    rhythm = models.CharField(_("how often"), max_length=10, choices=Rhythm.choices)
    person = models.ForeignKey(
        "families.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("for whom")
    )
    words = SealedField(purpose="goods.need", words=_("needs of families"), route="route", case="case", null=True)
    since_on = models.DateField(_("since"))
    # When it is needed next; nothing, when it was needed once and was given.
    due_on = models.DateField(_("needed by"), null=True)
    ended_on = models.DateField(_("no longer needed since"), null=True)
    # Of the path or case: kept here by the database, so that what is due in one department is found by an index.
    department = models.ForeignKey(
        "access.Department", models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )

    class Meta:
        verbose_name = _("need of a family")
        verbose_name_plural = _("needs of families")
        constraints = [
            WorkRecord.one_place("goods_need_place"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="goods_need_quantity"),
        ]
        indexes = [
            models.Index(fields=["due_on", "id"], condition=Q(ended_on=None, voided_on=None), name="goods_needed_by"),
            models.Index(
                fields=["department", "due_on", "id"],
                condition=Q(ended_on=None, voided_on=None),
                name="goods_needed_here",
            ),
        ]
