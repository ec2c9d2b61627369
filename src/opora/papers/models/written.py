"""Sealed files of a path, templates and the letters written from them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.sealing import SealedField
from opora.process.models import Voidable


class StoredFile(Voidable):
    """A file of a path: its content lies encrypted on disk under a random name, its own name is sealed here.

    One that was attached by mistake counts nowhere and is opened by nobody; that it was there stays known.
    """

    route = models.ForeignKey("process.Route", models.PROTECT, null=True, related_name="+", verbose_name=_("path"))
    # Of a case that has no path.
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="+", verbose_name=_("case"))
    # The record it belongs to, as papers name it: a photograph of a visit is "intake.visit:12".
    source = models.CharField(max_length=60, blank=True)
    kind = models.SlugField(_("kind"), max_length=40)
    place = models.CharField(max_length=64, unique=True)
    name = SealedField(purpose="papers.file.name", words=_("names of files"), route="route", case="case")
    media_type = models.CharField(_("type"), max_length=100)
    size = models.PositiveIntegerField(_("size"))
    sha256 = models.CharField(max_length=64)
    on = models.DateField(_("day"))
    recorded_at = models.DateTimeField(auto_now_add=True)
    # The content is gone for good, by an act; that there was a file stays known.
    destroyed_on = models.DateField(_("destroyed"), null=True)

    class Meta:
        verbose_name = _("file of a path")
        verbose_name_plural = _("files of paths")
        ordering = ("-recorded_at", "-id")
        constraints = [
            models.CheckConstraint(
                # A file of neither belongs to the organization itself: an agreement, a letter about no family.
                condition=Q(route__isnull=False, case=None)
                | Q(route=None, case__isnull=False)
                | (Q(route=None, case=None) & ~Q(source="")),
                name="papers_file_place",
            )
        ]
        indexes = [
            models.Index(fields=["route", "kind"], name="papers_file_kind"),
            models.Index(fields=["source"], condition=~Q(source=""), name="papers_file_source"),
        ]


class LetterTemplate(models.Model):
    """A version of a Word template; a new upload is a new version, none is ever changed."""

    class Kind(models.TextChoices):
        APPLICATION = "application", pgettext_lazy("letter", "application")
        STAY = "stay", pgettext_lazy("letter", "contract of stay")
        SUPPORT = "support", pgettext_lazy("letter", "support contract")
        CONSENT = "consent", pgettext_lazy("letter", "consent to data processing")

    # A code of `template_kinds`; the four of `Kind` are what a family signs.
    kind = models.SlugField(_("kind"), max_length=24, db_index=False)
    number = models.PositiveIntegerField(_("version"))
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("template of a letter")
        verbose_name_plural = _("templates of letters")
        constraints = [models.UniqueConstraint(fields=["kind", "number"], name="papers_template_once")]


class Letter(Voidable):
    """A paper written from a template: its number, its file, and the day on which it was signed."""

    route = models.ForeignKey("process.Route", models.PROTECT, related_name="+", verbose_name=_("path"))
    kind = models.CharField(_("kind"), max_length=12, choices=LetterTemplate.Kind.choices)
    number = models.CharField(_("number"), max_length=20)
    person = models.ForeignKey("families.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    purpose = models.CharField(_("purpose"), max_length=20, blank=True)
    # None: the template that comes with Opora.
    template = models.ForeignKey(LetterTemplate, models.PROTECT, null=True, related_name="letters")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="letter")
    written_on = models.DateField(_("written"))
    signed_on = models.DateField(_("signed"), null=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="papers_letter_number_once"),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | Q(signed_on__gte=F("written_on")), name="papers_letter_dates"
            ),
        ]
        indexes = [
            models.Index(fields=["route"], name="papers_letter_route"),
            models.Index(fields=["number"], name="papers_letter_number"),
        ]
