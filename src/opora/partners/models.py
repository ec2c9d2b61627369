"""Tables of the partners: the directory of organizations, and families referred to them."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField


class Partner(models.Model):
    """An organization that helps families; its contacts are the organization's own, never a person's (DOC1)."""

    class Kind(models.TextChoices):
        SOCIAL = "social", pgettext_lazy("partner", "social service")
        HEALTH = "health", pgettext_lazy("partner", "health care")
        EDUCATION = "education", pgettext_lazy("partner", "kindergarten or school")
        GUARDIANSHIP = "guardianship", pgettext_lazy("partner", "guardianship authority")
        COMMISSION = "commission", pgettext_lazy("partner", "commission on minors")
        POLICE = "police", pgettext_lazy("partner", "police")
        COURT = "court", pgettext_lazy("partner", "court or prosecutor")
        AUTHORITY = "authority", pgettext_lazy("partner", "another authority")
        LAW = "law", pgettext_lazy("partner", "legal help")
        CRISIS = "crisis", pgettext_lazy("partner", "crisis centre or shelter")
        CHARITY = "charity", pgettext_lazy("partner", "charity")
        CHURCH = "church", pgettext_lazy("partner", "religious organization")
        WORK = "work", pgettext_lazy("partner", "employment")
        OTHER = "other", pgettext_lazy("partner", "another organization")

    name = models.CharField(pgettext_lazy("partner", "name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices)
    services = models.TextField(_("services"))
    audience = models.TextField(_("for whom"), blank=True)
    area = models.CharField(_("area"), max_length=200, blank=True)
    contacts = models.TextField(_("contacts of the organization"))
    conditions = models.TextField(_("conditions"), blank=True)
    documents = models.TextField(_("documents needed"), blank=True)
    agreement = models.CharField(_("agreement"), max_length=200, blank=True)
    checked_on = models.DateField(_("checked"), null=True)
    rating = models.PositiveSmallIntegerField(
        _("rating"), null=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    is_active = models.BooleanField(_("works with us"), default=True)
    # The words people look for, in small letters and without «ё».
    search_text = models.TextField(default="")
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ("name", "id")
        constraints = [
            models.UniqueConstraint(fields=["name", "area"], name="partners_once"),
            models.CheckConstraint(condition=Q(rating=None) | Q(rating__range=(1, 5)), name="partners_rating"),
        ]


class OnwardReferral(models.Model):
    """A family referred to a partner: unconfirmed until somebody asked whether help was received (S4-03)."""

    class Outcome(models.TextChoices):
        UNKNOWN = "unknown", pgettext_lazy("onward", "not confirmed")
        RECEIVED = "received", pgettext_lazy("onward", "help received")
        NOT_RECEIVED = "not_received", pgettext_lazy("onward", "help not received")
        DECLINED = "declined", pgettext_lazy("onward", "the family declined")

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="+", verbose_name=_("partner"))
    told = SealedField(purpose="partners.told", words=_("what partners were told"), route="route", null=True)
    has_consent = models.BooleanField(_("consent to share"), default=False)
    handed_on = models.DateField(_("referred on"))
    follow_up_on = models.DateField(_("to be confirmed by"))
    outcome = models.CharField(_("outcome"), max_length=14, choices=Outcome.choices, default=Outcome.UNKNOWN)
    confirmed_on = models.DateField(_("confirmed"), null=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("referral to a partner")
        verbose_name_plural = _("referrals to partners")
        ordering = ("-handed_on", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(follow_up_on__gte=F("handed_on")), name="partners_onward_days"),
            models.CheckConstraint(condition=Q(told=None) | Q(has_consent=True), name="partners_told_with_consent"),
        ]
        indexes = [
            models.Index(fields=["route", "-handed_on"], name="partners_onward"),
            models.Index(fields=["follow_up_on"], condition=Q(outcome="unknown"), name="partners_unconfirmed"),
        ]

    @property
    def brought_nothing(self) -> bool:
        """Whether somebody asked and no help had come yet."""
        return self.outcome == self.Outcome.NOT_RECEIVED
