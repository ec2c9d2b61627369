"""Tables of the catalogue: published versions, and the services and directions that records point at."""

import json
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from opora.common.bilingual import Text


class CatalogueVersion(models.Model):
    """A catalogue as it was published; the database refuses to change it."""

    # The practice whose catalogue it is.
    code = models.SlugField(_("code"), max_length=60)
    number = models.PositiveIntegerField(_("version"))
    sha256 = models.CharField(max_length=64)
    # As text: the order of directions and services is the author's.
    text = models.TextField()
    programs = models.JSONField(default=list)
    published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("version of a catalogue of services")
        verbose_name_plural = _("versions of catalogues of services")
        constraints = [models.UniqueConstraint(fields=["code", "number"], name="catalogue_version_once")]

    @property
    def body(self) -> dict[str, Any]:
        """The catalogue as plain values, in the order of its author."""
        plain: dict[str, Any] = json.loads(self.text)
        return plain


class Direction(models.Model):
    """A direction of help, as the newest version words it; one that is gone stays for what was recorded."""

    practice = models.SlugField(_("practice"), max_length=60)
    code = models.SlugField(_("code"), max_length=40)
    title_ru = models.CharField(_("title"), max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_current = models.BooleanField(_("in force"), default=True)

    class Meta:
        verbose_name = _("direction of help")
        verbose_name_plural = _("directions of help")
        ordering = ("practice", "position", "id")
        constraints = [models.UniqueConstraint(fields=["practice", "code"], name="catalogue_direction_once")]

    @property
    def title(self) -> Text:
        return Text(self.title_ru, self.title_en)


class Service(models.Model):
    """A service that is recorded: known by practice and code, worded as in the newest version that has it (S1-45)."""

    practice = models.SlugField(_("practice"), max_length=60)
    code = models.SlugField(_("code"), max_length=40)
    direction = models.ForeignKey(Direction, models.PROTECT, related_name="services", verbose_name=_("direction"))
    title_ru = models.CharField(_("title"), max_length=400)
    title_en = models.CharField(max_length=400, blank=True)
    providers = ArrayField(models.CharField(max_length=20), verbose_name=_("who provides it"))
    mode = models.CharField(_("how it goes"), max_length=14)
    formats = ArrayField(models.CharField(max_length=14), verbose_name=_("format"))
    givers = ArrayField(models.CharField(max_length=20), default=list, verbose_name=_("who may give it"))
    confidentiality = models.CharField(_("confidentiality"), max_length=10, default="ordinary")
    kind_442 = models.CharField(_("kind by 442-FZ"), max_length=14, blank=True)
    outcomes = ArrayField(models.CharField(max_length=20), default=list, verbose_name=_("results it should bring"))
    source = models.CharField(max_length=60, blank=True)
    is_inner = models.BooleanField(_("work of the organization itself"), default=False)
    position = models.PositiveSmallIntegerField(default=0)
    is_current = models.BooleanField(_("in force"), default=True)

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ("practice", "position", "id")
        constraints = [models.UniqueConstraint(fields=["practice", "code"], name="catalogue_service_once")]

    @property
    def title(self) -> Text:
        return Text(self.title_ru, self.title_en)
