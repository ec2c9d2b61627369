"""The table of own fields: how they are called now; what was answered is kept elsewhere."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FieldDefinition(models.Model):
    """A field that the organization added itself."""

    class About(models.TextChoices):
        PERSON = "person", pgettext_lazy("own field", "person")
        FAMILY = "family", pgettext_lazy("own field", "family")
        CASE = "case", pgettext_lazy("own field", "case")
        CONTACT = "contact", pgettext_lazy("own field", "contact")

    class Kind(models.TextChoices):
        TEXT = "text", pgettext_lazy("own field", "text")
        NUMBER = "number", pgettext_lazy("own field", "number")
        DAY = "day", pgettext_lazy("own field", "day")
        YES_NO = "yes_no", pgettext_lazy("own field", "yes, no, not known")
        CHOICE = "choice", pgettext_lazy("own field", "one of a list")
        SEVERAL = "several", pgettext_lazy("own field", "several of a list")

    code = models.SlugField(_("code"), max_length=20, unique=True)
    about = models.CharField(pgettext_lazy("own field", "about"), max_length=10, choices=About.choices)
    kind = models.CharField(pgettext_lazy("own field", "kind"), max_length=10, choices=Kind.choices)
    title_ru = models.CharField(pgettext_lazy("own field", "name"), max_length=80)
    title_en = models.CharField(_("the same in English"), max_length=80, blank=True)
    help_ru = models.CharField(pgettext_lazy("own field", "help"), max_length=300, blank=True)
    help_en = models.CharField(_("the same in English"), max_length=300, blank=True)
    choices: Any = models.JSONField(pgettext_lazy("own field", "answers"), default=list)
    roles: Any = models.JSONField(_("who may see it"), default=list)
    place = models.PositiveIntegerField(pgettext_lazy("own field", "place"), default=0)
    since = models.DateField(pgettext_lazy("own field", "since"))
    ended_on = models.DateField(pgettext_lazy("own field", "ended"), null=True)
    made_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+", verbose_name=_("made by"))

    class Meta:
        verbose_name = pgettext_lazy("own field", "own field")
        verbose_name_plural = pgettext_lazy("own field", "own fields")
        ordering = ("about", "place", "id")
