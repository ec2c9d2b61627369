"""Tables of the organization: its details, each change a new version, and the days off of its years."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.organization.rules import LENGTHS


class OrganizationDetails(models.Model):
    """What the organization is called, how it is reached, who signs and its bank, as kept from one moment on."""

    number = models.PositiveIntegerField(_("version"), unique=True)
    name = models.CharField(_("full name"), max_length=LENGTHS["name"], blank=True)
    short_name = models.CharField(_("short name"), max_length=LENGTHS["short_name"], blank=True)
    address = models.CharField(_("address"), max_length=LENGTHS["address"], blank=True)
    phones = models.CharField(_("telephones"), max_length=LENGTHS["phones"], blank=True)
    email = models.EmailField(_("e-mail"), max_length=LENGTHS["email"], blank=True)
    hours = models.CharField(_("working hours"), max_length=LENGTHS["hours"], blank=True)
    signatory_post = models.CharField(_("post of who signs"), max_length=LENGTHS["signatory_post"], blank=True)
    signatory_name = models.CharField(_("name of who signs"), max_length=LENGTHS["signatory_name"], blank=True)
    inn = models.CharField(_("INN"), max_length=LENGTHS["inn"], blank=True)
    kpp = models.CharField(_("KPP"), max_length=LENGTHS["kpp"], blank=True)
    ogrn = models.CharField(_("OGRN"), max_length=LENGTHS["ogrn"], blank=True)
    account = models.CharField(_("account"), max_length=LENGTHS["account"], blank=True)
    bank = models.CharField(_("bank"), max_length=LENGTHS["bank"], blank=True)
    bik = models.CharField(_("BIK"), max_length=LENGTHS["bik"], blank=True)
    correspondent = models.CharField(_("correspondent account"), max_length=LENGTHS["correspondent"], blank=True)
    # What somebody agrees to who leaves a name or a telephone on the public form; it has versions of its own.
    consent_text = models.TextField(_("consent text"), blank=True)
    consent_number = models.PositiveIntegerField(_("version of the consent text"), default=0)
    at = models.DateTimeField(pgettext_lazy("details", "kept"), auto_now_add=True)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("details of the organization")
        verbose_name_plural = _("details of the organization")
        ordering = ("-number",)


class CalendarYear(models.Model):
    """The days off of a year as the organization keeps them: they go before what comes with Opora."""

    year = models.PositiveSmallIntegerField(_("year"), unique=True)
    # Weekdays that are off, and days of the weekend that are worked: ["2027-02-22"].
    off = models.JSONField(_("days off"), default=list)
    worked = models.JSONField(_("days worked"), default=list)
    source = models.CharField(_("where it is said"), max_length=200, blank=True)
    revision = models.PositiveIntegerField(default=0)
    by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("calendar of a year")
        verbose_name_plural = _("calendars of years")
        ordering = ("-year",)
