"""What a family received: goods from the stock, a certificate, money, something paid for; each with an act (D-17)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField, opened
from opora.goods.models.stocking import Good, Kit, StockPlace
from opora.process.models import WorkRecord


class Issue(WorkRecord):
    """Material help given to a family on a day, with an act of its own number."""

    class Kind(models.TextChoices):
        GOODS = "goods", pgettext_lazy("issue", "goods")
        CERTIFICATE = "certificate", pgettext_lazy("issue", "certificate for goods")
        MONEY = "money", pgettext_lazy("issue", "money")
        PAID = "paid", pgettext_lazy("issue", "paid for the family")

    kind = models.CharField(_("what was given"), max_length=12, choices=Kind.choices)
    given_on = models.DateField(_("given"))
    act_number = models.CharField(_("number of the act"), max_length=20)
    place = models.ForeignKey(StockPlace, models.PROTECT, null=True, related_name="+", verbose_name=_("stock place"))
    # Who of the family took it: the code stands in the act, the signature on paper.
    receiver = models.ForeignKey(
        "families.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("received by")
    )
    remark = SealedField(
        purpose="goods.issue", words=_("remarks on goods given"), route="route", case="case", null=True
    )
    # An act is never wiped out: one with a number of its own takes it back, and neither counts.
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversed_by")

    class Meta:
        verbose_name = _("material help given")
        verbose_name_plural = _("material help given to families")
        constraints = [
            models.UniqueConstraint(fields=["act_number"], name="goods_act_once"),
            WorkRecord.one_place("goods_issue_place"),
            models.CheckConstraint(condition=Q(kind="goods") | Q(place=None), name="goods_issue_from_a_place"),
        ]
        indexes = [
            models.Index(fields=["-given_on", "-id"], name="goods_given"),
            models.Index(fields=["route", "-given_on"], name="goods_given_on_path"),
        ]


class IssueLine(models.Model):
    """One line of an act: so much of a good, by itself or in kits."""

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="lines")
    good = models.ForeignKey(Good, models.PROTECT, related_name="+", verbose_name=_("goods"))
    size = models.CharField(_("size"), max_length=20, blank=True)
    quantity = models.DecimalField(_("quantity"), max_digits=10, decimal_places=2)
    kit = models.ForeignKey(Kit, models.PROTECT, null=True, related_name="+", verbose_name=_("kit"))
    kits = models.PositiveSmallIntegerField(_("kits"), default=0)

    class Meta:
        verbose_name = _("line of an act of goods")
        verbose_name_plural = _("lines of acts of goods")
        ordering = ("id",)
        constraints = [models.CheckConstraint(condition=Q(quantity__gt=0), name="goods_line_quantity")]


class MoneyHelp(models.Model):
    """What makes a certificate, money or a payment accountable: how much, for what, on which ground, who decided."""

    class PaidFor(models.TextChoices):
        NOTHING = "", pgettext_lazy("paid for", "nothing in particular")
        COURSES = "courses", pgettext_lazy("paid for", "courses")
        PAPERS = "papers", pgettext_lazy("paid for", "papers needed for work")
        RENT = "rent", pgettext_lazy("paid for", "rent")
        REPAIR = "repair", pgettext_lazy("paid for", "repair and furnishing of the home")
        HOUSING = "housing", pgettext_lazy("paid for", "getting a home")
        MEDICINE = "medicine", pgettext_lazy("paid for", "treatment and medicine")
        JOURNEY = "journey", pgettext_lazy("paid for", "journey")
        OTHER = "other", pgettext_lazy("paid for", "something else")

    class Basis(models.TextChoices):
        APPLICATION = "application", pgettext_lazy("ground of help", "application of the family")
        COUNCIL = "council", pgettext_lazy("ground of help", "decision of a council or panel")
        PLAN = "plan", pgettext_lazy("ground of help", "the family’s plan")
        HEAD = "head", pgettext_lazy("ground of help", "order of the head")

    issue = models.OneToOneField(Issue, models.CASCADE, related_name="money")
    amount = models.DecimalField(_("sum, rubles"), max_digits=12, decimal_places=2)
    purpose = SealedField(
        purpose="goods.money", words=_("purposes of money given"), route="issue__route", case="issue__case"
    )
    basis = models.CharField(_("ground"), max_length=12, choices=Basis.choices)
    decision = SealedField(
        purpose="goods.money",
        words=_("decisions about money given"),
        route="issue__route",
        case="issue__case",
        null=True,
    )
    decided_on = models.DateField(_("decided"), null=True)
    number = models.CharField(_("number of the certificate"), max_length=30, blank=True)
    valid_until = models.DateField(_("valid until"), null=True)
    paid_for = models.CharField(_("what was paid for"), max_length=10, choices=PaidFor.choices, blank=True)
    # The first day and the number of the months of rent.
    from_on = models.DateField(_("from"), null=True)
    months = models.PositiveSmallIntegerField(_("months"), null=True)
    estimate = models.DecimalField(_("estimate, rubles"), max_digits=12, decimal_places=2, null=True)
    # How the money was spent: the day a receipt or an act was brought, and what it says.
    proven_on = models.DateField(_("spending proven"), null=True)
    proof = SealedField(
        purpose="goods.money", words=_("proofs of spending"), route="issue__route", case="issue__case", null=True
    )

    class Meta:
        verbose_name = _("terms of money given")
        verbose_name_plural = _("terms of money given to families")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="goods_money_amount"),
            models.CheckConstraint(condition=Q(months=None) | Q(months__gt=0), name="goods_money_months"),
        ]
        indexes = [models.Index(fields=["number"], condition=~Q(number=""), name="goods_certificates")]

    @property
    def proof_text(self) -> str:
        """What was brought to show how the money was spent."""
        return opened(self, "proof")
