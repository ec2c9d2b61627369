"""Whom outside we told what: notices of high risk, disclosures, histories of children passed on."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField


class Notice(models.Model):
    """A notice of high risk: to whom, when sent, under which number received, by when answered (S4-15)."""

    class Addressee(models.TextChoices):
        GUARDIANSHIP = "guardianship", pgettext_lazy("notice", "guardianship authority")
        POLICE = "police", pgettext_lazy("notice", "police")
        OTHER = "other", pgettext_lazy("notice", "another authority")

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    addressee = models.CharField(_("to whom"), max_length=14, choices=Addressee.choices)
    sent_at = models.DateTimeField(_("sent"))
    receipt_number = models.CharField(_("incoming number"), max_length=40, blank=True)
    answer_due_on = models.DateField(_("answer expected by"), null=True)
    answered_on = models.DateField(_("answered"), null=True)
    text = SealedField(purpose="papers.notice", words=_("notices of high risk"), route="route")
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("notice of high risk")
        verbose_name_plural = _("notices of high risk")
        ordering = ("-sent_at", "-id")
        indexes = [
            models.Index(fields=["route"], name="papers_notice_route"),
            models.Index(
                fields=["answer_due_on"],
                condition=Q(answered_on__isnull=True, answer_due_on__isnull=False),
                name="papers_notice_answer",
            ),
        ]


class Disclosure(models.Model):
    """What was told to whom outside, on which ground; never changed again."""

    class Basis(models.TextChoices):
        CONSENT = "consent", pgettext_lazy("basis", "consent to sharing")
        LAW = "law", pgettext_lazy("basis", "duty by law: danger to a child")
        REQUEST = "request", pgettext_lazy("basis", "request of an authority")

    route = models.ForeignKey("process.Route", models.PROTECT, null=True, related_name="+", verbose_name=_("path"))
    # Of a case that has no path.
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="+", verbose_name=_("case"))
    # The codes of the people of whom something was told, as they were that day.
    about = models.JSONField(_("about whom"), default=list)
    recipient = SealedField(purpose="papers.recipient", words=_("whom we told"))
    what = models.SlugField(_("what"), max_length=40)
    basis = models.CharField(_("ground"), max_length=10, choices=Basis.choices)
    source = models.CharField(max_length=60)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("disclosure")
        verbose_name_plural = _("disclosures")
        ordering = ("-at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(route__isnull=False, case=None) | Q(route=None, case__isnull=False),
                name="papers_disclosure_place",
            )
        ]
        indexes = [
            models.Index(fields=["route", "-at"], name="papers_disclosure_route"),
            models.Index(fields=["case", "-at"], name="papers_disclosure_case"),
        ]


class ChildHistory(models.Model):
    """The history of a child as it was passed on to whoever takes the child in; its text is sealed (S4-20)."""

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    child = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("child"))
    on = models.DateField(_("day"))
    text = SealedField(purpose="papers.history", words=_("histories of children"), route="route", empty={})
    disclosure = models.OneToOneField(Disclosure, models.PROTECT, related_name="+")
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("history of a child")
        verbose_name_plural = _("histories of children")
        ordering = ("-on", "-id")
